"""Slide 10: whom did we hear, how was it collected, and how are these numbers made?"""

import pandas as pd

from pages.meeting import weeks
from pages.meeting.slides import unknown
from pages.meeting.slides.cells import HALF, table
from pages.meeting.slides.model import Panel, Slide, Table
from pages.meeting.slides.wording import BESIDE, FINDING, said
from pages.shared import database
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.filters import words as filter_words
from pages.shared.findings import response_rates
from pages.shared.findings.wording import share_of, too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.durations import days

TIERS, RATES = "satisfaction/client_tiers", "satisfaction/response_rates"
WEEKS = 12  # invitations of one week had no time to be answered
WIDTHS, RULES = (0.34, 0.2, 0.22, 0.24), (0.24, 0.76)


def slide(week: View) -> Slide:
    """How many clients and answers there are, by which way they came, and the rules of the deck."""
    key, title = "method", _("Method and coverage")
    nothing = unknown.of_week(week)
    tiers = ask(TIERS, week)
    if nothing or tiers.empty:
        return unknown.slide(key, title, nothing or unknown.missing("clients"))
    finding = said(FINDING, _heard(tiers), _answers(week))
    return Slide(key, title, finding, (_ways(week), _rules(week, tiers)), _notes())


def _heard(tiers: pd.DataFrame) -> str:
    """Of how many active clients a tier is known."""
    window = days(settings().tiers.tier_window)
    sentence = ngettext(
        "{heard} of {active} active client was heard in the last {days}.",
        "{heard} of {active} active clients were heard in the last {days}.",
        len(tiers),
    )
    return sentence.format(
        heard=numbers.number(tiers.tier.count()), active=numbers.number(len(tiers)), days=window
    )


def _answers(week: View) -> str:
    """How many responses came this week, and in the week before."""
    now, before = (int(ask(RATES, each).response_count.sum()) for each in (week, week.previous))
    sentence = ngettext(
        "{count} response came this week, {before} in the week before.",
        "{count} responses came this week, {before} in the week before.",
        now,
    )
    return sentence.format(count=numbers.number(now), before=numbers.number(before))


def _ways(week: View) -> Panel:
    """Invitations and responses of twelve weeks, by way of collecting."""
    view, minimum_n = weeks.longer(week, WEEKS), settings().few.minimum_n
    rows = ask(RATES, view)
    told = response_rates.table(rows, ask(RATES, view.previous), minimum_n)
    found = response_rates.rate(rows)
    return Panel(
        said(BESIDE, _rate(rows, minimum_n)),
        _table_of_ways(told),
        RATES,
        view,
        told,
        n=found.sent,
        interval=response_rates.interval(found, minimum_n),
    )


def _rate(rows: pd.DataFrame, minimum_n: int) -> str:
    """The share of invitations that was answered."""
    found = response_rates.rate(rows)
    if not found.is_known:
        return _("The response rate is not known: no answer names its invitation.")
    if found.sent < max(minimum_n, 1):
        told = too_few_cases(found.sent) if found.sent else _("none was sent")
        return words.labelled(_("Invitations of twelve weeks"), told)
    share = share_of(found.answered, found.sent)
    return words.labelled(_("Invitations of twelve weeks that were answered"), share)


def _table_of_ways(told: pd.DataFrame) -> Table:
    head = (_("Way"), _("Invited"), _("Rate"), _("Responses"))
    rows = [_way(row) for row in rows_of(told)]
    return table(head, rows, WIDTHS, line=HALF, right=(1, 2, 3))


def _way(row: Row) -> tuple[str, str, str, str]:
    """A way of collecting: a share that rests on too few is not given."""
    answered = numbers.percent(row["answered_share"])
    if isinstance(row["hidden"], str):
        answered = too_few_cases(row["invitation_count"])
    return (
        words.capital(words.method(row["method"])),
        numbers.number(row["invitation_count"]),
        answered,
        numbers.number(row["response_count"]),
    )


def _rules(week: View, tiers: pd.DataFrame) -> Panel:
    """What the numbers of the deck are made of, in a few lines."""
    return Panel(
        said(BESIDE, _rests_on(tiers)),
        table((_("Rule"), _("What holds")), _lines(week), RULES, line=HALF),
        TIERS,
        week,
        _evidence(tiers),
        n=int(tiers.tier.count()),
    )


def _rests_on(tiers: pd.DataFrame) -> str:
    """How many tiers rest on which kind of evidence."""
    counted = tiers.basis[tiers.tier.notna()].value_counts()
    if counted.empty:
        return _("No client was heard, so none has a tier.")
    parts = (
        words.labelled(words.basis(str(basis)), numbers.number(count))
        for basis, count in counted.items()
    )
    return _("Tiers rest on: {parts}.").format(parts=words.listed(parts))


def _evidence(tiers: pd.DataFrame) -> pd.DataFrame:
    """How many clients rest on which kind of evidence; `unheard` has none."""
    basis = tiers.basis.where(tiers.tier.notna(), None)
    counted = basis.value_counts(dropna=False).rename_axis("basis")
    return counted.reset_index(name="client_count")


def _lines(week: View) -> list[tuple[str, str]]:
    few, rules = settings().few, settings().tiers
    answers = _("Answers of {days}; {eps} points of ten count as even.")
    return [
        (_("Filter"), " · ".join(filter_words.filters(week))),
        (_("Data"), _known()),
        (_("Tier"), _("Experience against what is hoped for, expected, needed.")),
        (
            _("Evidence"),
            answers.format(days=days(rules.tier_window), eps=numbers.number(rules.eps, 2)),
        ),
        (_("Complaint"), _("Open and major or past its date: the client is complaining.")),
        (_("Change"), _change(few.minimum_n)),
    ]


def _known() -> str:
    """Until when data are known."""
    found = database.freshness()
    return _("Up to {newest}, imported {moment}.").format(
        newest=dates.iso(found.newest_on),
        moment=dates.iso(None if found.imported_at is None else found.imported_at.date()),
    )


def _change(minimum_n: int) -> str:
    sentence = _("Said beyond its 95% interval; no share, score or gap under {count}.")
    return sentence.format(count=numbers.number(minimum_n))


def _notes() -> tuple[str, ...]:
    return (
        _("A tier: above what is hoped for, as hoped, as expected, as the basic, or below it."),
        _("A response answers an invitation where it says when it was invited."),
        _("A client without an answer or such a complaint is unheard; it has no tier."),
    )
