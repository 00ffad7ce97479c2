import pytest

from pages.shared import access
from pages.shared.access import Reader
from tests.pages.conftest import Company
from tests.pages.opened import Rows, Screen, opened

HOSTILE = "<b>Acme</b> ![x](y)"


def handling(**link: str) -> Screen:
    screen = opened("complaints/handling.py", **link)
    assert screen.faults == []
    return screen


def clients(*names: str) -> Rows:
    return [{"client_id": name, "client_name": name} for name in names]


def downloads(screen: Screen) -> list[str]:
    """What the buttons are called that bring a report."""
    labels = [str(button.proto.label) for button in screen.app.get("download_button")]
    return [label for label in labels if not label.startswith(":small")]


def majors(count: int, client: str = "Acme") -> Rows:
    usual = {"client_id": client, "received_at": "2026-11-02 10:00:00+08"}
    return [{**usual, "complaint_id": f"K{number:04}"} for number in range(count)]


@pytest.mark.usefixtures("sample_company")
def test_the_first_line_answers_for_steps_dates_and_clients() -> None:
    answer = handling().sentences[0]
    assert answer.startswith("Are complaints handled as they should be?")
    for told in (
        "steps due were done. Missed most:",
        "past their promised dates",
        "Won back within",
    ):
        assert told in answer


@pytest.mark.usefixtures("sample_company")
def test_steps_roles_and_recovery_are_drawn() -> None:
    assert handling().chart_count == 3


@pytest.mark.usefixtures("sample_company")
def test_a_major_complaint_stands_with_its_path_and_two_downloads() -> None:
    screen = handling()
    assert (
        "regional manager (Helen Marsh) not told · no report yet · not followed up" in screen.words
    )
    assert downloads(screen)[:2] == ["Word", "PDF"]


@pytest.mark.usefixtures("sample_company")
def test_who_holds_an_overdue_complaint_is_named() -> None:
    (late,) = [table.value for table in handling().app.dataframe if "holder" in table.value]
    assert "Nora Jensen" in list(late.holder)


@pytest.mark.usefixtures("sample_company")
def test_a_link_chooses_the_steps_between_which_time_is_measured() -> None:
    assert "From received to resolved: half of" in handling().words
    linked = handling(**{"from": "listened", "to": "thanked"})
    assert "From listened to thanked: half of" in linked.words
    assert [box.value for box in linked.app.selectbox][-2:] == ["listened", "thanked"]


@pytest.mark.usefixtures("sample_company")
def test_steps_chosen_on_the_screen_are_in_the_link() -> None:
    screen = handling()
    screen.app.selectbox(key="step to_step").set_value("thanked").run()
    assert screen.app.query_params["to"] == "thanked"
    assert any("From received to thanked" in html.proto.body for html in screen.app.get("html"))


@pytest.mark.usefixtures("sample_company")
def test_an_unknown_step_in_a_link_is_said_and_the_usual_one_used() -> None:
    screen = handling(**{"from": "<b>nothing"})
    assert "The link names a step that does not exist; the usual one is used." in screen.messages
    assert "From received to resolved: half of" in screen.words


@pytest.mark.usefixtures("sample_company")
def test_any_complaint_has_its_report_by_its_number() -> None:
    screen = handling()
    screen.app.text_input(key="report of").set_value("Q0000352").run()
    assert "Report in Word" in downloads(screen)
    screen.app.text_input(key="report of").set_value("nobody's").run()
    assert "There is no such complaint" in screen.app.info[0].value


@pytest.mark.usefixtures("sample_company")
def test_a_reader_sees_no_other_client_s_complaints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0001",)))
    screen = handling()
    assert "Harbour Logistics" not in screen.words
    screen.app.text_input(key="report of").set_value("Q-STORY-2").run()
    assert "There is no such complaint" in screen.app.info[0].value


@pytest.mark.usefixtures("sample_company")
def test_a_forbidden_client_in_a_link_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0001",)))
    screen = handling(client="C0003")
    assert screen.chart_count == 0
    assert "Harbour" not in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_period_before_any_data_has_nothing_due() -> None:
    screen = handling(since="2020-01-01", until="2020-03-31")
    assert screen.chart_count == 0
    assert "no step is due" in screen.words
    assert "There are no complaints in this view." in screen.words


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "complaints.csv" in handling().words


def test_one_complaint_is_too_few_for_any_share(company: Company) -> None:
    step = {"complaint_id": "K0000", "step": "listened", "done_at": "2026-11-02 11:00:00+08"}
    company(clients=clients("Acme"), complaints=majors(1), complaint_steps=[step])
    screen = handling()
    assert "1 of 8 steps due was done." in screen.words.replace("were", "was")
    assert "%" not in screen.sentences[0]
    assert "too few for a median (0)" in screen.words
    assert "1 major complaint, 1 open, 0 past the promised date." in screen.words


def test_a_page_of_many_major_complaints_at_a_time(company: Company) -> None:
    company(clients=clients("Acme"), complaints=majors(1000))
    screen = handling()
    assert downloads(screen).count("Word") == 10
    assert "K0000" in screen.words
    assert "K0010" not in screen.words


def test_a_hostile_name_is_only_text(company: Company) -> None:
    late = {"promised_at": "2026-11-04 10:00:00+08"}
    complaints = [{**row, **late} for row in majors(6, HOSTILE)]
    company(clients=clients(HOSTILE), complaints=complaints)
    bodies = "".join(element.proto.body for element in handling().app.get("html"))
    assert "&lt;b&gt;Acme" in bodies
    assert "<b>Acme" not in bodies
