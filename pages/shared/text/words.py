"""The words for values and columns of the warehouse, in the reader's language.

A value that has no word fails loudly (`KeyError`); a test asks for every value of the schema.
"""

from collections.abc import Iterable

from babel.lists import format_list

from pages.shared.text import SOURCE, _, language, locale
from pages.shared.text.columns import COLUMNS
from pages.shared.text.vocabulary import (
    BASES,
    CAUSES,
    CLOCKS,
    COMPLAINT_SEVERITIES,
    CONTROLS,
    DECIDING,
    DIMENSIONS,
    FACTORS,
    FOLLOW_UPS,
    FORMS,
    HEARD,
    ITEMS,
    KINDS,
    LACKS,
    LATENTS,
    LEAVING,
    MEASURES,
    METHODS,
    NEEDS,
    OUTCOMES,
    PROMISE_SOURCES,
    ROLES,
    SEGMENTS,
    SIDES,
    SIGNALS,
    STATES,
    STEPS,
    TICKET_SEVERITIES,
    TIERS,
    VERDICTS,
)


def tier(value: str | None) -> str:
    """A tier, `unheard` (also null) or `left`, in lower case."""
    return _(TIERS[value if isinstance(value, str) else "unheard"])


def dimension(value: str) -> str:
    """One of the five qualities of service, or `overall`."""
    return _(DIMENSIONS[value])


def factor(value: str) -> str:
    """One of the three things that move satisfaction."""
    return _(FACTORS[value])


def control(value: str) -> str:
    """What service can change, or cannot."""
    return _(CONTROLS[value])


def method(value: str) -> str:
    """A way of collecting answers."""
    return _(METHODS[value])


def verdict(value: str) -> str:
    """Yes, no or unknown."""
    return _(VERDICTS[value])


def latent(value: str) -> str:
    """One of the constructs of the satisfaction index."""
    return _(LATENTS[value])


def segment(value: str) -> str:
    """VIP or regular; anything else, as a wrong link may carry it, unchanged."""
    return _(SEGMENTS.get(value, value))


def side(value: str) -> str:
    """External or internal."""
    return _(SIDES[value])


def basis(value: str) -> str:
    """What a tier rests on."""
    return _(BASES[value])


def cause(value: str) -> str:
    """Cause of a complaint."""
    return _(CAUSES[value])


def deciding(value: str) -> str:
    """Why a complaint decided a tier: it is major, or overdue."""
    return _(DECIDING[value])


def leaving(value: str) -> str:
    """Why a client left."""
    return _(LEAVING[value])


def lack(value: str) -> str:
    """What is not known of a client, so that neither is its worth."""
    return _(LACKS[value])


def complaint_severity(value: str) -> str:
    """Major or ordinary."""
    return _(COMPLAINT_SEVERITIES[value])


def severity(value: str) -> str:
    """Severity of a ticket or of a complaint; both mean the same by `major`."""
    return _((TICKET_SEVERITIES | COMPLAINT_SEVERITIES)[value])


def form(value: str) -> str:
    """A complaint made to us, or a grumble told to others."""
    return _(FORMS[value])


def kind(value: str) -> str:
    """Kind of a ticket; also `complaint` and `promise`, where promises and problems are mixed."""
    return _(KINDS[value])


def item(value: str) -> str:
    """Something open between us and a client: a kind as above, or an action."""
    return _(ITEMS[value])


def need(value: str) -> str:
    """What a client of a portfolio needs from us."""
    return _(NEEDS[value])


def follow_up(value: str) -> str:
    """Why a client is called today."""
    return _(FOLLOW_UPS[value])


def heard(value: str) -> str:
    """What the days of silence are counted from."""
    return _(HEARD[value])


def clock(value: str) -> str:
    """What a clock measures: first response or resolution."""
    return _(CLOCKS[value])


def state(value: str) -> str:
    """Where a ticket, a complaint or a promise stands."""
    return _(STATES[value])


def outcome(value: str) -> str:
    """What became of a client after its complaint was resolved."""
    return _(OUTCOMES[value])


def promise_source(value: str) -> str:
    """Where a promise was made."""
    return _(PROMISE_SOURCES[value])


def step(value: str) -> str:
    """A step of handling a complaint; also `received` and `resolved`, its two ends."""
    return _(STEPS[value])


def steps(value: str) -> str:
    """Several of them, as a question names them: apart by spaces."""
    return listed(step(name) for name in value.split())


def role(value: str) -> str:
    """Role of the person who took a step."""
    return _(ROLES[value])


def signal(value: str) -> str:
    """What is unlikely about a week of a control chart."""
    return _(SIGNALS[value])


def measure(value: str) -> str:
    """What a target is set for."""
    return _(MEASURES[value])


def column(name: str) -> str:
    """The label of a table's column; a name without one is shown with spaces."""
    return _(COLUMNS[name]) if name in COLUMNS else name.replace("_", " ")


def join(names: Iterable[str]) -> str:
    """`A, B and C` as the language lists things; `A、B 和 C`, but `甲、乙和丙`."""
    listed = list(names)
    if language() != SOURCE and len(listed) > 1:
        *others, before, last = listed
        listed = [*others, f"{before}{_space(before[-1:])}", f"{_space(last[:1])}{last}"]
    return format_list(listed, locale=locale())


def _space(letter: str) -> str:
    """What Chinese leaves between a word of its own and a Latin letter or a digit."""
    return " " if letter.isascii() and letter.isalnum() else ""


def labelled(name: str, value: object) -> str:
    """A value with what it is before it, as in `Gap: −0.4`."""
    return _("{name}: {value}").format(name=name, value=value)


def noted(value: object, note: object) -> str:
    """A value with a note behind it, as in `−0.5 (−0.8 to −0.2)`."""
    return _("{value} ({note})").format(value=value, note=note)


def quoted(text: str) -> str:
    """Another's words in the language's quotation marks."""
    return _("“{value}”").format(value=text)


def listed(parts: Iterable[str]) -> str:
    """`A, B, C` without a last "and", for lists that are looked up rather than read."""
    return _(", ").join(parts)


def capital(text: str) -> str:
    """The same with a capital first letter, for labels."""
    return text[:1].upper() + text[1:]
