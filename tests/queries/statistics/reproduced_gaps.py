"""Published gaps and drifts, each through the question that shows them (see reproducing.py)."""

from datetime import date
from typing import Any

from tests.queries.statistics.reproducing import (
    Computations,
    Computed,
    Fixture,
    Value,
    data_of,
)

COMPUTED = Computations()
SINCE, UNTIL = "2026-10-01", "2026-11-10"


def heard(fixture: Fixture, client: str, **more: Any) -> None:
    """One answer of a client in a response of its own."""
    levels = {"on": "2026-11-01", "indicator_id": "i", **more}
    response = f"{client} {levels['on']} {levels['indicator_id']}"
    answered = {"response_id": response, "client_id": client, "answered_at": levels.pop("on")}
    fixture("given")("responses", answered)
    fixture("given")("answers", {"response_id": response, **levels})


def tiers_of_libraries(value: Value, fixture: Fixture) -> list[dict[str, Any]]:
    """Each row of the survey as a client, beside what was published of it; scale 1–9."""
    fixture("given")("indicators", {"indicator_id": "i", "scale_low": 1, "scale_high": 9})
    survey = list(data_of("libqual_lehigh_2002_2003.csv").T.to_dict().values())
    for number, its in enumerate(survey):
        levels = {level: its[level] for level in ("minimum", "desired", "perceived")}
        heard(fixture, f"{number:02}", **levels)
    rows = fixture("answer")("satisfaction/client_tiers", SINCE, UNTIL)
    rows.sort(key=lambda row: str(row["client_id"]))
    return [{**row, **its} for row, its in zip(rows, survey, strict=True)]


def farthest(rows: list[dict[str, Any]], gap: str, published: str) -> float:
    """Largest distance from the published gap; ours is in points of ten, theirs of eight."""
    return max(float(abs(row[gap] * 8 / 10 - row[published])) for row in rows)


@COMPUTED.of("libqual.lehigh.adequacy.rows")
def adequacy(value: Value, fixture: Fixture) -> Computed:
    return farthest(tiers_of_libraries(value, fixture), "adequacy_gap", "gap1_adequacy")


@COMPUTED.of("libqual.lehigh.superiority.rows")
def superiority(value: Value, fixture: Fixture) -> Computed:
    return farthest(tiers_of_libraries(value, fixture), "superiority_gap", "gap2_superiority")


@COMPUTED.of("libqual.lehigh.below")
def below_the_minimum(value: Value, fixture: Fixture) -> Computed:
    return len([row for row in tiers_of_libraries(value, fixture) if row["adequacy_gap"] < 0])


@COMPUTED.of("libqual.ui.graduate")
def levels_that_gaps_imply(value: Value, fixture: Fixture) -> Computed:
    minimum, desired = value["expected"]
    fixture("given")("indicators", {"indicator_id": "i"})
    heard(fixture, "a", minimum=minimum, desired=desired, perceived=7.0)
    (row,) = fixture("answer")("satisfaction/client_tiers", SINCE, UNTIL)
    assert (round(row["adequacy_gap"], 2), round(row["superiority_gap"], 2)) == (0.49, -0.88)
    return [float(row["perceived"] - row[f"{gap}_gap"]) for gap in ("adequacy", "superiority")]


@COMPUTED.of("servqual.unweighted")
def overall_gap(value: Value, fixture: Fixture) -> Computed:
    dimensions = ("tangibles", "reliability", "responsiveness", "assurance", "empathy")
    for dimension, gap in zip(dimensions, (-0.65, -1.10, -0.83, -0.70, -1.01), strict=True):
        fixture("given")("indicators", {"indicator_id": dimension, "dimension": dimension})
        heard(fixture, "a", indicator_id=dimension, expected=8, perceived=8 + gap)
    rows = fixture("answer")("satisfaction/gaps_by_dimension", SINCE, UNTIL)
    assert len(rows) == 5
    return float(sum(row["expectation_gap"] for row in rows) / 5)


@COMPUTED.of("drift.decomp")
def drift(value: Value, fixture: Fixture) -> Computed:
    fixture("given")("indicators", {"indicator_id": "i"})
    heard(fixture, "a", on="2026-08-05", expected=4.0, perceived=4.2)
    heard(fixture, "a", on="2026-11-05", expected=4.4, perceived=4.3)
    earlier = {"previous_since": date(2026, 8, 1), "previous_until": date(2026, 9, 30)}
    rows = fixture("answer")("satisfaction/drift", SINCE, UNTIL, **earlier)
    (row,) = (row for row in rows if row["dimension"] == "overall")
    return [float(row[f"{what}_change"]) for what in ("perceived", "expected", "gap")]
