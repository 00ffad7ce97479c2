"""Are complaints handled step by step, and which step is missed most (measures.md §7)?

Steps of one complaint are not independent, so their sum carries no share: each step has its own.
"""

from datetime import date

import pandas as pd

from pages.shared.findings.wording import no_clear_change, paragraph, share_of, too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import HIDDEN, hide_few
from pages.shared.text import _, dates, ngettext, numbers, words
from queries.statistics import intervals

MAJOR_STEPS = ("escalated", "report_sent", "appraised")
SHARES = ["done_share", "share_low", "share_high"]


def told(steps: pd.DataFrame, before: pd.DataFrame, since: date, few: int) -> str:
    """How many steps were done of those due, which is missed most, and whether that changed.

    `steps`, `before`: the nine rows of `complaints/handling_steps` of the period and of the one it
    is compared with; `few`: due steps that a share needs.
    """
    due = int(steps.due_count.sum())
    if due == 0:
        return _("No complaint was received in the period, so no step is due.")
    sentence = ngettext(
        "{done} of {due} step due was done.", "{done} of {due} steps due were done.", due
    )
    done = numbers.number(int(steps.done_count.sum()))
    said = sentence.format(done=done, due=numbers.number(due))
    worst = missed_most(steps, few)
    if worst is None:
        return paragraph(said, _nothing_missed(steps))
    earlier = before[before.step == worst["step"]]
    return paragraph(said, _missed(worst), _change(worst, earlier, since, few))


def missed_most(steps: pd.DataFrame, few: int) -> Row | None:
    """The step with the smallest share done; None where none was missed or all are too few."""
    enough = steps[(steps.due_count >= few) & (steps.done_count < steps.due_count)]
    if enough.empty:
        return None
    rows = rows_of(enough)
    return min(rows, key=lambda row: row["done_count"] / row["due_count"])


def _nothing_missed(steps: pd.DataFrame) -> str | None:
    if (steps.done_count == steps.due_count).all():
        return None
    return _("Each step with one missing is due too seldom for a share.")


def _missed(worst: Row) -> str:
    return _("Missed most: {step}, done in {share}.").format(
        step=words.step(worst["step"]),
        share=share_of(int(worst["done_count"]), int(worst["due_count"])),
    )


def _change(worst: Row, earlier: pd.DataFrame, since: date, few: int) -> str | None:
    due = int(earlier.due_count.sum())
    if due < few:
        return None
    done = int(earlier.done_count.sum())
    change = intervals.newcombe(int(worst["done_count"]), int(worst["due_count"]), done, due)
    if not change.excludes_zero:
        return no_clear_change(since)
    sentence = (
        _("That is more than before {day} ({share}).")
        if change.low > 0
        else _("That is less than before {day} ({share}).")
    )
    return sentence.format(day=dates.day(since), share=share_of(done, due))


def shown(steps: pd.DataFrame, few: int, few_times: int) -> pd.DataFrame:
    """The nine rows with share and Wilson interval; both and the median hidden where too few."""
    ends = [
        intervals.wilson(done, due) if due else (None, None)
        for done, due in zip(steps.done_count, steps.due_count, strict=True)
    ]
    with_shares = steps.assign(
        done_share=steps.done_count / steps.due_count.where(steps.due_count > 0),
        share_low=pd.Series([low for low, _high in ends], steps.index, dtype=float),
        share_high=pd.Series([high for _low, high in ends], steps.index, dtype=float),
        median_hours=steps.median_hours.where(steps.done_count >= few_times),
    )
    hidden = hide_few(with_shares, "due_count", SHARES, few, total_shown=False)
    hidden[HIDDEN] = [_reason(due, few) for due in steps.due_count]
    return hidden


def _reason(due: int, few: int) -> str | None:
    if due == 0:
        return _("not called for")
    return too_few_cases(due) if due < few else None


def by_role(roles: pd.DataFrame) -> str:
    """Who takes the steps: the role that took most of them, and steps by someone unknown."""
    done = int(roles.done_count.sum())
    if done == 0:
        return _("No step was done yet.")
    known = roles.dropna(subset="role").groupby("role", sort=False).done_count.sum()
    unknown = done - int(known.sum())
    said = None
    if len(known):
        most = str(known.idxmax())
        said = _("Most steps, {count} of {done}, were taken by this role: {role}.").format(
            count=numbers.number(int(known[most])),
            done=numbers.number(done),
            role=words.role(most),
        )
    return paragraph(said, _regional_manager(roles), _unknown(unknown))


def _regional_manager(roles: pd.DataFrame) -> str | None:
    """On major complaints the regional manager must appear."""
    path = roles[roles.step.isin(MAJOR_STEPS)]
    done = int(path.done_count.sum())
    if done == 0:
        return None
    own = int(path.done_count[path.role == "regional_manager"].sum())
    return ngettext(
        "The regional manager took {own} of {done} step of the major path.",
        "The regional manager took {own} of {done} steps of the major path.",
        done,
    ).format(own=numbers.number(own), done=numbers.number(done))


def _unknown(count: int) -> str | None:
    if count == 0:
        return None
    return ngettext(
        "For {count} step nobody wrote down the role.",
        "For {count} steps nobody wrote down the role.",
        count,
    ).format(count=numbers.number(count))
