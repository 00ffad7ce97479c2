"""Is a client silent or heard, and what is it worth? Facts of its card in words."""

from datetime import date

from pages.shared.findings.client_day import day_of, is_known
from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row
from pages.shared.text import _, dates, ngettext, numbers


def heard(card: Row, until: date) -> str:
    """Silent or heard: the last answer, the last complaint, invitations unanswered since then."""
    contacts = paragraph(_last(card), _invited(card))
    if is_known(card["left_on"]) or _is_to_come(card, until):
        return contacts
    if isinstance(card["tier"], str):
        return paragraph(_("Heard."), contacts)
    return paragraph(_("Silent, which is not the same as content."), contacts)


def _is_to_come(card: Row, until: date) -> bool:
    since = card["client_since"]
    return is_known(since) and day_of(since) > until


def _last(card: Row) -> str:
    answered, complained = card["last_answered_on"], card["last_complaint_on"]
    if not is_known(answered) and not is_known(complained):
        return _("It never answered and never complained.")
    if not is_known(complained):
        return _("Last answer on {day}; it never complained.").format(day=dates.day(answered))
    if not is_known(answered):
        return _("It never answered; last complaint on {day}.").format(day=dates.day(complained))
    sentence = _("Last answer on {answered}, last complaint on {complained}.")
    return sentence.format(answered=dates.day(answered), complained=dates.day(complained))


def _invited(card: Row) -> str | None:
    count = int(card["unanswered_count"])
    if count == 0:
        return None
    sentence = (
        ngettext("{count} invitation is unanswered.", "{count} invitations are unanswered.", count)
        if not is_known(card["last_answered_on"])
        else ngettext(
            "{count} invitation since then is unanswered.",
            "{count} invitations since then are unanswered.",
            count,
        )
    )
    return sentence.format(count=numbers.number(count))


def worth(card: Row, currency: str, usual_years: float) -> str:
    """What its business is worth in a year and over the relationship, or why that is not known."""
    if card["side"] == "internal":
        return _("none: an internal client")
    if not is_known(card["yearly_worth"]):
        return _("unknown: order value, orders or the rate of its currency is missing")
    is_own = is_known(card["relationship_years"])
    years = float(card["relationship_years"]) if is_own else usual_years
    sentence = (
        _("{yearly} a year, {whole} in {years} years")
        if is_own
        else _("{yearly} a year, {whole} in {years} years (years assumed)")
    )
    yearly = float(card["yearly_worth"])
    return sentence.format(
        yearly=numbers.money(yearly, currency),
        whole=numbers.money(yearly * years, currency),
        years=numbers.number(years, 0 if years == int(years) else 1),
    )
