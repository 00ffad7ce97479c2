"""Targets as people read them: which are met, and a table of all with what was reached."""

from typing import NamedTuple

import pandas as pd

from pages.shared.findings.targets import Judged, Verdict, goal_told
from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row
from pages.shared.text import _, ngettext, numbers, words

COLUMNS = ["measure", "segment", "target", "begins_on", "ends_on", "reached", "verdict"]


class Beside(NamedTuple):
    """A target (a row of `meeting/targets`), and what was reached; None where it is not in force
    at the end of the period, or where there is nothing to measure."""

    row: Row
    judged: Judged | None


def counted(found: list[Beside]) -> str:
    """How many targets are met, missed, too close to tell or without enough answers."""
    verdicts = [each.judged.verdict for each in found if each.judged is not None]
    if not verdicts:
        return finding(found)
    near = verdicts.count("barely met") + verdicts.count("barely missed")
    counts = {"met": verdicts.count("met"), "missed": verdicts.count("missed"), "near": near}
    counts |= {"count": len(verdicts), "few": verdicts.count(None)}
    return ngettext(
        "Of {count} target in force {met} is met, {missed} missed, {near} within reach of noise,"
        " {few} without enough answers.",
        "Of {count} targets in force {met} are met, {missed} missed, {near} within reach of noise,"
        " {few} without enough answers.",
        len(verdicts),
    ).format(**{name: numbers.number(count) for name, count in counts.items()})


def finding(found: list[Beside]) -> str:
    """Which targets are met, missed, too close to tell, or without enough answers."""
    if not found:
        return _("No target is set for this period.")
    in_force = [beside for beside in found if beside.judged is not None]
    if not in_force:
        return _("No target that can be measured is in force at the end of the period.")
    sentences = {
        _("Met: {names}."): ("met",),
        _("Missed: {names}."): ("missed",),
        _("Met or missed within reach of noise: {names}."): ("barely met", "barely missed"),
        _("Too few answers to tell: {names}."): (None,),
    }
    groups = [
        (sentence, [name(each.row) for each in in_force if _verdict(each) in verdicts])
        for sentence, verdicts in sentences.items()
    ]
    return paragraph(
        *(sentence.format(names=words.join(names)) for sentence, names in groups if names)
    )


def name(row: Row) -> str:
    """The measure of a target, and its segment where it is about one."""
    measure = words.measure(row["measure"])
    segment = row["segment"]
    return words.noted(measure, words.segment(segment)) if isinstance(segment, str) else measure


def _verdict(beside: Beside) -> Verdict | None:
    return beside.judged.verdict if beside.judged else None


def table(found: list[Beside]) -> pd.DataFrame:
    """Measure, whose clients, value, first and last day, what was reached, the verdict; in words.

    The columns are there also without any target.
    """
    rows = [
        {
            "measure": words.capital(words.measure(each.row["measure"])),
            "segment": _whose(each.row["segment"]),
            "target": goal_told(each.row["measure"], each.row["value"]),
            "begins_on": each.row["begins_on"],
            "ends_on": each.row["ends_on"],
            "reached": each.judged.reached if each.judged else None,
            "verdict": _told(each),
        }
        for each in found
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _whose(segment: object) -> str:
    return words.segment(segment) if isinstance(segment, str) else _("all clients")


def _told(beside: Beside) -> str:
    if beside.judged is None:
        return _("nothing to measure or not in force")
    told = {
        "met": _("met"),
        "missed": _("missed"),
        "barely met": _("met, within reach of noise"),
        "barely missed": _("missed, within reach of noise"),
        None: _("too few answers"),
    }
    return told[beside.judged.verdict]
