"""What random companies ask and how: constructs and factors, importance, ways of collecting."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

LATENTS = ("satisfaction", "satisfaction", "quality", "loyalty", None)
COMPETITORS = ("Rival", "Other")
FACTORS = ("attitude", "timeliness", "quality", None)
METHODS = ("questionnaire", "questionnaire", "depth_interview")
Row = dict[str, Any]


def with_latents(draw: st.DrawFn, indicators: list[Row]) -> list[Row]:
    """The same questions, most of them of a construct of the index."""
    return [{**row, "latent": draw(st.sampled_from(LATENTS))} for row in indicators]


def with_tests(draw: st.DrawFn, indicators: list[Row]) -> list[Row]:
    """The same with a factor and with what is declared about them, where it is."""
    known = st.sampled_from([True, False, None])
    return [
        {
            **row,
            "factor": draw(st.sampled_from(FACTORS)),
            "is_controllable": draw(known),
            "has_competitor_scores": draw(known),
        }
        for row in indicators
    ]


def with_importance(draw: st.DrawFn, answers: list[Row]) -> list[Row]:
    """The same, some of them with how important the question is."""
    said = st.none() | st.sampled_from([1, 3.5, 5])
    return [{**row, "importance": draw(said)} for row in answers]


def with_methods(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    """Responses or invitations, each with a way of collecting."""
    return [{**row, "method": draw(st.sampled_from(METHODS))} for row in rows]


def invited(draw: st.DrawFn, responses: list[Row], invitations: list[Row]) -> list[Row]:
    """The same responses, some of them to an invitation, to one that is not known, or to none."""
    times = [row["sent_at"] for row in invitations] + [row["answered_at"] for row in responses]
    moments = st.none() | st.sampled_from(times) if times else st.none()
    return [{**row, "invited_at": draw(moments)} for row in responses]


def competitor_scores(draw: st.DrawFn, indicators: list[Row]) -> list[Row]:
    """Scores on some questions on some days, the number of respondents not always known."""
    keys = draw(
        st.sets(
            st.tuples(
                st.sampled_from(COMPETITORS),
                st.sampled_from([row["indicator_id"] for row in indicators]),
                st.integers(0, 300),
            ),
            max_size=6,
        )
    )
    return [
        {
            "competitor": competitor,
            "indicator_id": indicator_id,
            "scored_on": date(2026, 1, 20) + timedelta(days=day),
            "perceived": draw(st.sampled_from([1, 2.5, 4, 5])),
            "respondent_count": draw(st.sampled_from([None, 3, 40])),
        }
        for competitor, indicator_id, day in sorted(keys)
    ]
