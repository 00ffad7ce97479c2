"""What the reader chose, as it stands in the URL: always written out, always checked when read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pages.shared.filters.periods import COMPARISONS, PREVIOUS, Period
from pages.shared.text import _, dates

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
MOST = 500  # values of one filter: a longer link is cut off by browsers and proxies
LISTS = {
    "segment": "segments",
    "region": "regions",
    "industry": "industries",
    "manager": "managers",
    "client": "clients",
}
KEYS = ("since", "until", "compare", *LISTS)
NAME = "name"  # of the client, in links of tables only: for the eye, and never kept
Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Choice:
    """A period, its comparison and what each filter is set to; nothing chosen = no filter."""

    since: date
    until: date
    comparison: str = PREVIOUS
    segments: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    managers: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()

    @property
    def period(self) -> Period:
        """The period alone."""
        return Period(self.since, self.until)

    @property
    def is_filtered(self) -> bool:
        """Whether any filter on clients is set."""
        return any(getattr(self, field) for field in LISTS.values())

    def parameters(self) -> dict[str, list[str]]:
        """The choice as the URL carries it: dates always, the rest where set."""
        written = {"since": [dates.iso(self.since)], "until": [dates.iso(self.until)]}
        if self.comparison != PREVIOUS:
            written["compare"] = [self.comparison]
        chosen = {key: list(getattr(self, field)) for key, field in LISTS.items()}
        return written | {key: values for key, values in chosen.items() if values}


def read(parameters: Parameters, usual: Period) -> tuple[Choice, tuple[str, ...]]:
    """The choice that a URL carries, and a sentence for each part that could not be used."""
    period, wrong_period = _period(parameters, usual)
    comparison, wrong_comparison = _comparison(parameters)
    lists = [_values(parameters, key) for key in LISTS]
    problems = [*wrong_period, *wrong_comparison]
    if any(len(values) > MOST for values in lists):
        too_long = _("A link can name at most {most} values; the others are left out.")
        problems.append(too_long.format(most=MOST))
    return Choice(*period, comparison, *(values[:MOST] for values in lists)), tuple(problems)


def _values(parameters: Parameters, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parameters.get(key, ())))


def _period(parameters: Parameters, usual: Period) -> tuple[Period, list[str]]:
    if not parameters.get("since") and not parameters.get("until"):
        return usual, []
    since = _day(_last(parameters, "since") or dates.iso(usual.since))
    until = _day(_last(parameters, "until") or dates.iso(usual.until))
    if since is None or until is None:
        return usual, [_("The link names a day that does not exist; the usual period is shown.")]
    if since > until:
        return usual, [_("The link's period ends before it begins; the usual period is shown.")]
    return Period(since, until), []


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None


def _comparison(parameters: Parameters) -> tuple[str, list[str]]:
    chosen = _last(parameters, "compare") or PREVIOUS
    if chosen in COMPARISONS:
        return chosen, []
    return PREVIOUS, [_("The link names an unknown comparison; the period before is used.")]


def _last(parameters: Parameters, key: str) -> str:
    values = parameters.get(key) or [""]
    return values[-1]
