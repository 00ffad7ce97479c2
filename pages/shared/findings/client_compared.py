"""A client beside the others of its segment and beside all others.

The client is in neither group, so that they are independent.
"""

import pandas as pd

from pages.shared.findings.client_measures import BETTER, WORSE, Measure, Verdict, measures
from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words


def table(compared: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """One line per measure: the client, its segment's others, all others, and how it differs.

    `compared`: the rows of `clients/compared`.
    """
    rows = groups(compared)
    return pd.DataFrame([_line(measure, rows, minimum_n) for measure in measures()])


def groups(compared: pd.DataFrame) -> dict[str, Row]:
    """The rows by group: client, segment, base; a group without a client is missing."""
    return {str(row["grouped_by"]): row for row in rows_of(compared)}


def _line(measure: Measure, rows: dict[str, Row], minimum_n: int) -> dict[str, str]:
    def told(name: str) -> str:
        return measure.told(rows[name], minimum_n) if name in rows else numbers.MISSING

    def verdict(name: str) -> str:
        found = _verdict(measure, rows, name, minimum_n)
        return _("too few to compare") if found is None else found.told

    return {
        "measure": words.capital(measure.name),
        "own": told("client"),
        "against_segment": told("segment"),
        "segment_difference": verdict("segment"),
        "against_base": told("base"),
        "base_difference": verdict("base"),
    }


def _verdict(measure: Measure, rows: dict[str, Row], name: str, minimum_n: int) -> Verdict | None:
    if "client" not in rows or name not in rows:
        return None
    return measure.compare(rows["client"], rows[name], minimum_n)


def told(compared: pd.DataFrame, minimum_n: int) -> str:
    """In what the client is clearly better or worse than all others, and than its segment."""
    rows = groups(compared)
    if "client" not in rows:
        return _("Nothing is known of it in these months, so there is nothing to compare.")
    named = {"base": _("all other clients"), "segment": _("the others of its segment")}
    sentences = [_against(rows, name, group, minimum_n) for name, group in named.items()]
    if not any(sentences):
        if not any(_verdicts(rows, name, minimum_n) for name in named):
            return _("Too little is known of it or of the others to compare them.")
        return _("No clear difference from the others of its segment or from all other clients.")
    return paragraph(*sentences)


def _against(rows: dict[str, Row], name: str, group: str, minimum_n: int) -> str | None:
    found = _verdicts(rows, name, minimum_n)
    return paragraph(
        _said(_("Clearly worse than {group}: {measures}."), group, found, WORSE),
        _said(_("Clearly better than {group}: {measures}."), group, found, BETTER),
    )


def _verdicts(rows: dict[str, Row], name: str, minimum_n: int) -> list[tuple[str, int]]:
    """What could be compared with the group, and the side that the client came out on."""
    return [
        (measure.name, verdict.side)
        for measure in measures()
        if (verdict := _verdict(measure, rows, name, minimum_n)) is not None
    ]


def _said(sentence: str, group: str, found: list[tuple[str, int]], side: int) -> str | None:
    names = [name for name, each in found if each == side]
    return sentence.format(group=group, measures=words.join(names)) if names else None
