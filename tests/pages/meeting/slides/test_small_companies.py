"""Slides 1 to 5 of companies made by hand."""

from datetime import date

from data.settings import Settings
from pages.meeting import weeks
from pages.meeting.slides import headline, promises_judged, tier_moves
from tests.pages.conftest import Company
from tests.pages.meeting.made import WEEK, action, clients, promise, scored, shown, together
from tests.pages.meeting.spoken import imported_on, rows, spoken, table, words
from tests.pages.opened import ASKED, answers


def test_promises_and_actions_are_judged_side_by_side(company: Company) -> None:
    company(
        clients=clients("Acme"),
        promises=[
            promise("in time", "2026-11-11", kept_on="2026-11-10"),
            promise("late", "2026-11-10", kept_on="2026-11-12"),
            promise("new", "2026-11-12"),
            promise("old", "2026-10-22"),
            promise("moved", "2026-12-24", first_due_on="2026-11-04"),
        ],
        actions=[
            action("early", "2026-11-20", done_on="2026-11-10"),
            action("open", "2026-10-30"),
            action("next", "2026-11-17"),
            action("undated", None),
        ],
    )
    slide = shown(promises_judged)
    assert slide.finding == (
        "1 of 3 promises and 1 of 1 actions were done in time. Carried over: 4, 3 of them again."
    )
    promised, acted = slide.panels
    assert promised.finding == (
        "Promises kept in time: 1 of 3. 1 done late, 3 carried over (2 again)."
    )
    assert rows(promised) == [
        ["Acme", "Visit new (Li Wei)", "still open"],
        ["Acme", "Visit old (Li Wei)", "open 3 weeks"],
        ["Acme", "Visit moved (Li Wei)", "open 1 week, moved"],
        ["Acme", "Visit late (Li Wei)", "done late"],
    ]
    assert acted.finding == "Actions done in time: 1 of 1. 0 done late, 1 carried over (1 again)."
    assert rows(acted) == [["Acme", "Call open (Wang Min)", "open 2 weeks"]]
    assert (promised.n, promised.interval, acted.n) == (3, None, 1)


def test_a_ticket_without_a_title_is_named_by_its_number(company: Company) -> None:
    opened = {"client_id": "Acme", "opened_at": "2026-11-02 09:00:00+08"}
    promised = {"promised_at": "2026-11-12 18:00:00+08"}
    company(
        clients=clients("Acme"),
        tickets=[{"ticket_id": "TT-7", **opened, **promised, "owner": "Li Wei"}],
        promises=[promise("in words", "2026-11-13")],
    )
    told = shown(promises_judged).panels[0]
    assert rows(told) == [
        ["Acme", "TT-7 (Li Wei)", "still open"],
        ["Acme", "Visit in words (Li Wei)", "still open"],
    ]
    assert told.answer["what"].isna().tolist() == [True, False]


def test_from_five_on_the_share_kept_has_its_interval(company: Company) -> None:
    kept = [promise(str(n), "2026-11-11", kept_on="2026-11-10") for n in range(4)]
    company(clients=clients("Acme"), promises=[*kept, promise("5", "2026-11-11")])
    told = shown(promises_judged).panels[0]
    assert told.finding.startswith("Promises kept in time: 4 of 5 (80%, 38–96).")
    assert (told.n, told.interval) == (5, "38–96%")


def test_a_change_of_promises_kept_is_said_only_when_it_is_more_than_noise(
    company: Company,
) -> None:
    before = [promise(f"b{n}", "2026-11-04", kept_on="2026-11-04") for n in range(20)]
    now = [
        promise(f"n{n}", "2026-11-11", kept_on="2026-11-11" if n < 12 else None) for n in range(20)
    ]
    company(clients=clients("Acme"), promises=[*before, *now])
    assert "Promises kept: −40 (−61 to −16) points" in shown(promises_judged).finding
    lines = {line[0]: line[1:] for line in rows(shown(headline).panels[1])}
    assert lines["Promises kept"] == ["60% (39–78) of 20", "100% of 20: −40 (−61 to −16)"]
    assert shown(headline).panels[1].finding == "Clearly worse: Promises kept."


def test_who_moved_is_named_and_who_left_is_counted(company: Company) -> None:
    company(
        **together(
            {"indicators": ASKED, "clients": clients("Fell", "Rose", "Stayed")},
            {"clients": [{**clients("Gone")[0], "left_on": "2026-11-12", "left_because": "price"}]},
            scored("Fell", "2026-06-01", 8),
            scored("Fell", "2026-11-10", 1),
            scored("Rose", "2026-06-01", 5),
            scored("Rose", "2026-11-10", 8),
            scored("Stayed", "2026-11-01", 6),
            scored("Gone", "2026-11-01", 6),
        )
    )
    slide = shown(tier_moves)
    assert slide.finding == "1 client fell: Fell. 1 client rose: Rose. 1 client left: Gone."
    told = {line[0]: line[1:] for line in rows(slide.panels[1])}
    assert told["Gone"] == ["Satisfied → left us", "price"]
    assert told["Fell"][0] == "Loyal → complaining"  # (8 + 1) / 2 = 4.5, below the minimum of 5
    assert told["Rose"][0] == "Basic → satisfied"  # (5 + 8) / 2 = 6.5, expected 6
    assert {row[1].tier for row in table(slide.panels[1]).rows} == {
        "left",
        "complaining",
        "satisfied",
    }


def test_where_nobody_moved_this_week_those_of_twelve_weeks_are_shown(company: Company) -> None:
    company(
        **together(
            {"indicators": ASKED, "clients": clients("Fell", "Stayed")},
            scored("Fell", "2026-06-01", 8),
            scored("Fell", "2026-10-01", 1),
            scored("Stayed", "2026-11-14", 6),
        )
    )
    slide = shown(tier_moves)
    assert slide.finding == "No client changed tier since 9 November 2026."
    assert slide.panels[1].finding == "In the last twelve weeks 1 fell, 0 rose and 0 left."
    assert [line[0] for line in rows(slide.panels[1])] == ["Fell"]


def test_a_part_week_stands_against_the_same_days_before(
    company: Company, settings: Settings
) -> None:
    due = ["2026-11-03", "2026-11-06", "2026-11-10"]
    ask = {"received_at": "2026-11-11 12:00:00+08", "client_id": "Acme"}
    company(
        clients=clients("Acme"),
        promises=[promise(day, day, kept_on=day) for day in due],
        complaints=[{"complaint_id": "newest", **ask}],
    )
    imported_on("2026-11-11", settings)
    with spoken():
        now = weeks.of(WEEK)
        slide = headline.slide(now)
    assert now.until == date(2026, 11, 11)
    figures = slide.panels[1]
    assert table(figures).head[2] == "Same days before"
    kept = figures.answer.set_index("measure").to_dict("index")["Promises kept"]
    assert (kept["week_n"], kept["before_n"]) == (1, 1)  # without the one of Friday


def test_shares_of_few_are_not_told(company: Company) -> None:
    company(**answers("A", "B", "C", "D"))
    slide = shown(headline)
    assert slide.finding.startswith("Too few clients were heard for a share (4).")
    assert slide.panels[0].body is None
    assert "%" not in words(slide)
