import pytest

from data.errors import DataError
from tests.data.importing.conftest import Bring, Write

CLIENT = ("client_id,client_name,segment,side", "C1,Alpha,vip,external")


def test_a_file_named_as_a_table_is_that_table(write: Write, bring: Bring) -> None:
    assert bring(write("Clients.csv", *CLIENT)).results[0].table == "clients"


def test_another_file_is_recognised_by_its_header(write: Write, bring: Bring) -> None:
    assert bring(write("export 2026.csv", *CLIENT)).results[0].table == "clients"


def test_headers_may_differ_in_capitals_and_blanks(write: Write, bring: Bring) -> None:
    path = write("x.csv", " Client_ID ,CLIENT_NAME,segment ,side", "C1,Alpha,vip,external")

    assert bring(path).results[0].inserted == 1


def test_what_is_not_recognised_is_refused_with_what_to_do(write: Write, bring: Bring) -> None:
    with pytest.raises(DataError, match=r"x\.csv is not recognised .* name it after its table"):
        bring(write("x.csv", "a,b", "1,2"))


def test_as_decides_over_the_name(write: Write, bring: Bring) -> None:
    path = write("clients.csv", "client_id,month,amount", "C1,2026-01-01,5")

    assert bring(path, as_="revenue").results[0].table == "revenue"


def test_missing_required_columns_refuse_the_file_by_name(write: Write, bring: Bring) -> None:
    with pytest.raises(DataError, match=r"tickets\.csv lacks the columns severity, opened_at"):
        bring(write("tickets.csv", "ticket_id,client_id,kind", "T1,C1,fault"))


def test_a_column_named_twice_is_refused(write: Write, bring: Bring) -> None:
    with pytest.raises(DataError, match="names the column client_id twice"):
        bring(write("revenue.csv", "client_id,month,amount,Client_ID", "C1,2026-01-01,5,C2"))


def test_unknown_columns_are_left_out_by_name(write: Write, bring: Bring) -> None:
    brought = bring(write("x.csv", "client_id,month,colour,amount", "C1,2026-01-01,red,5"))

    assert brought.ignored[0].columns == ("colour",)


def test_files_of_one_import_see_each_other_whatever_their_order(
    write: Write, bring: Bring
) -> None:
    answers = write("answers.csv", "response_id,indicator_id,perceived", "R1,I1,4")
    responses = write(
        "responses.csv",
        "response_id,client_id,answered_at,method",
        "R1,C1,2026-11-01,questionnaire",
    )
    indicators = write("indicators.csv", "indicator_id,wording,scale_low,scale_high", "I1,?,1,5")

    results = bring(answers, responses, indicators, write("clients.csv", *CLIENT)).results

    assert [result.table for result in results] == [
        *("clients", "indicators", "responses", "answers")
    ]
    assert all(result.inserted == 1 for result in results)
