"""How to read the numbers, in sentences with the settings in force (measures.md, house rules)."""

from data.settings import Settings
from pages.shared.text import _, numbers


def house_rules(settings: Settings) -> list[str]:
    """One sentence or two per rule, in the reader's language."""
    return [*_of_scores(settings), *_of_work(), *_of_explanations(settings)]


def _of_scores(settings: Settings) -> list[str]:
    few, tiers = settings.few, settings.tiers
    return [
        _("Every share, score and difference stands with its n and a 95% interval."),
        _('"No clear change" is said when the interval of the difference includes 0.'),
        _(
            'Below {n} answers a number is replaced by "too few answers"; where a total would'
            " give it away, at least one further group is hidden."
        ).format(n=numbers.number(few.minimum_n)),
        _(
            "A client's tier rests on the answers of {days} days. With a tolerance of {eps} points"
            " of ten: above desired is lifelong, at desired loyal, at least as expected satisfied,"
            " at least the minimum basic, else complaining. A major or overdue open complaint"
            " makes a client complaining whatever its answers say."
        ).format(days=numbers.number(tiers.tier_window), eps=numbers.number(tiers.eps, 2)),
        _("A client without an answer in that time is unheard: counted beside the tiers."),
        _("A period in the past shows what was known at its end."),
    ]


def _of_work() -> list[str]:
    return [
        _(
            "Times are in working hours of the client's calendar, pauses taken out. Half and nine"
            " in ten are told, never an average; a share within target and the curve until"
            " resolved count the open cases too."
        ),
        _(
            "A promise is judged by the date first promised; past it and still open counts as not"
            " kept."
        ),
        _(
            "A week of complaints is out of the ordinary when it lies outside the limits, or with"
            " others seven on one side, seven rising or falling, or two of three far to one side."
        ),
    ]


def _of_explanations(settings: Settings) -> list[str]:
    index, value = settings.index, settings.value
    return [
        _(
            "The satisfaction index runs from 0 to 100: the mean of each satisfaction question on"
            " its scale, weighted. Fixed weights are those of the questions; the path model finds"
            " its own. Its interval rests on {draws} samples of the clients."
        ).format(draws=numbers.number(index.bootstrap_draws)),
        _(
            "How much a driver matters is the share of the differences in satisfaction that it"
            " explains, averaged over all orders in which drivers can be taken up. What chance"
            " alone could give is marked."
        ),
        _(
            "What a client is worth rests on assumptions: its orders a year, and {years} years"
            " where its own are not known. At stake is the worth of the clients that are basic or"
            " complaining. It is never a measurement."
        ).format(years=numbers.number(value.relationship_years)),
    ]
