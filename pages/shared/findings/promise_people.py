"""Who promises more than is kept? Each person against all the others (`standing_out`)."""

import pandas as pd

from pages.shared.findings import standing_out
from pages.shared.findings.wording import MOST_NAMES, paragraph, share_of, too_few_cases
from pages.shared.suppression import HIDDEN, hide_few
from pages.shared.text import _, ngettext, numbers, words
from queries.statistics import intervals

SHARES = ["kept_share", "share_low", "share_high"]


def known(people: pd.DataFrame) -> pd.DataFrame:
    """The rows of `service/promises_by_person` that name a person."""
    return people[people.made_by.notna()].reset_index(drop=True)


def told(people: pd.DataFrame, minimum_n: int) -> str:
    """Who keeps clearly less, or more, than the others; how many are not judged."""
    named = known(people)
    if named.empty:
        return _("Nobody is named for the promises that fell due.")
    sides = standing_out.sides(named, minimum_n)
    few = int((named.promise_count < minimum_n).sum())
    return paragraph(
        _less(named[sides == standing_out.LESS]),
        _more(named[sides == standing_out.MORE]),
        None if sides.any() else _nobody(len(named) - few),
        _few(few),
        _unnamed(people),
    )


def _nobody(enough: int) -> str | None:
    """Said where nobody stands out; None where nobody could."""
    if enough == 0:
        return None
    if enough == 1:
        return _("Only one person made enough promises; there is nobody to compare with.")
    return _("No clear difference between the {count} persons with enough promises.").format(
        count=numbers.number(enough)
    )


def _less(people: pd.DataFrame) -> str | None:
    if people.empty:
        return None
    sentence = ngettext(
        "{count} person keeps clearly less than the others: {names}.",
        "{count} persons keep clearly less than the others: {names}.",
        len(people),
    )
    return sentence.format(count=numbers.number(len(people)), names=_named(people, True))


def _more(people: pd.DataFrame) -> str | None:
    if people.empty:
        return None
    sentence = ngettext(
        "{count} person keeps clearly more: {names}.",
        "{count} persons keep clearly more: {names}.",
        len(people),
    )
    return sentence.format(count=numbers.number(len(people)), names=_named(people, False))


def _named(people: pd.DataFrame, worst_first: bool) -> str:
    ranked = people.sort_values("kept_share", ascending=worst_first, kind="stable")
    names = [
        words.labelled(name, share_of(int(kept), int(n)))
        for name, kept, n in zip(ranked.made_by, ranked.kept, ranked.promise_count, strict=True)
    ]
    if len(names) <= MOST_NAMES:
        return words.join(names)
    more = _("{count} more").format(count=numbers.number(len(names) - MOST_NAMES))
    return words.join([*names[:MOST_NAMES], more])


def _few(count: int) -> str | None:
    if count == 0:
        return None
    return ngettext(
        "{count} person made too few promises to be judged.",
        "{count} persons made too few promises to be judged.",
        count,
    ).format(count=numbers.number(count))


def _unnamed(people: pd.DataFrame) -> str | None:
    count = int(people.promise_count[people.made_by.isna()].sum())
    if count == 0:
        return None
    return ngettext(
        "Nobody is named for {count} promise.", "Nobody is named for {count} promises.", count
    ).format(count=numbers.number(count))


def shown(people: pd.DataFrame, minimum_n: int, minimum_n_median: int) -> pd.DataFrame:
    """The persons with the interval of their share, least kept first, the too few at the end.

    Shares of few promises and medians of few days are left out; `hidden` says why.
    """
    named = known(people)
    ends = [
        intervals.wilson(int(kept), int(n))
        for kept, n in zip(named.kept, named.promise_count, strict=True)
    ]
    told = named.assign(
        share_low=pd.Series([low for low, _high in ends], named.index, dtype=float),
        share_high=pd.Series([high for _low, high in ends], named.index, dtype=float),
        days_promised_p50=named.days_promised_p50.where(named.promise_count >= minimum_n_median),
        slack_days_p50=named.slack_days_p50.where(named.done_count >= minimum_n_median),
    )
    hidden = hide_few(told, "promise_count", SHARES, minimum_n, total_shown=False)
    reasons = [
        too_few_cases(n) if isinstance(why, str) else None
        for why, n in zip(hidden[HIDDEN], hidden.promise_count, strict=True)
    ]
    hidden[HIDDEN] = pd.Series(reasons, index=hidden.index, dtype=object)
    return hidden.sort_values(
        ["kept_share", "promise_count"], ascending=[True, False], na_position="last", kind="stable"
    ).reset_index(drop=True)


def table(people: pd.DataFrame) -> pd.DataFrame:
    """What the chart beside does not say: all persons, their counts, and the days they gave."""
    columns = ["made_by", "promise_count", "kept_share", "days_promised_p50", "slack_days_p50"]
    shown = people[[*columns, "overdue", "moved"]]
    if people[HIDDEN].isna().all():
        return shown
    return shown.assign(remark=people[HIDDEN])


def days_given(people: pd.DataFrame) -> str:
    """How many days the persons gave themselves, and who gave the fewest."""
    enough = people[people.days_promised_p50.notna()]
    if enough.empty:
        return _("Too few promises by any person for a median of days.")
    ranked = enough.sort_values("days_promised_p50", kind="stable")
    fewest, most = ranked.iloc[0], ranked.iloc[-1]
    return _("Days given per promise, median: from {fewest} to {most}.").format(
        fewest=words.noted(numbers.number(fewest.days_promised_p50), fewest.made_by),
        most=words.noted(numbers.number(most.days_promised_p50), most.made_by),
    )
