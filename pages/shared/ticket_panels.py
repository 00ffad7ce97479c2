"""The panels about where tickets stand, how old they are, when they come in and who keeps them."""

from functools import partial

from pages.shared import charts, panel
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import tickets
from pages.shared.findings.wording import MOST_ROWS

HANDOVERS = {
    "kind": "kind",
    "handovers": "handovers",
    "ticket_count": "ticket_count",
    "first_owner_share": "first_owner_share",
    "working_resolution_hours_p50": "median_working_hours",
}
CLIENTS = {
    "client_id": "client_id",
    "client_name": "client_name",
    "kind": "kind",
    "ticket_count": "ticket_count",
    "open_count": "open_count",
    "resolution_decided": "decided_count",
    "within_share": "within_share",
    "working_first_response_hours_p50": "half_answered",
    "working_resolution_hours_p50": "half_resolved",
}


def states(view: View) -> panel.Draw:
    """Where the tickets opened in the period stand."""
    found = ask("service/states", view)
    return partial(
        panel.show,
        tickets.states(found, settings().few.minimum_n),
        charts.ticket_states(found),
        answer=found,
        query="service/states",
        view=view,
        n=int(found.ticket_count.sum()),
    )


def ages(view: View) -> panel.Draw:
    """How old the open ones are."""
    ageing = ask("service/ageing", view)
    return partial(
        panel.show,
        tickets.ages(ageing, view.until),
        charts.ticket_ages(ageing),
        answer=ageing,
        query="service/ageing",
        view=view,
        n=int(ageing.open_count.sum()),
    )


def spread(view: View) -> panel.Draw:
    """How the times are spread."""
    buckets, few = ask("service/time_buckets", view), settings().few.minimum_n
    return partial(
        panel.show,
        tickets.spread(buckets, few),
        charts.time_buckets(buckets, few),
        answer=buckets,
        query="service/time_buckets",
        view=view,
        n=int(buckets.ticket_count[buckets.clock == "resolution"].sum()),
    )


def load(view: View) -> panel.Draw:
    """When they come in."""
    hours = ask("service/load_by_hour", view)
    return partial(
        panel.show,
        tickets.load(hours),
        charts.load(hours),
        answer=hours,
        query="service/load_by_hour",
        view=view,
        n=int(hours.opened_count.sum()),
    )


def handovers(view: View) -> panel.Draw:
    """Who keeps a ticket until it is resolved."""
    found, few = ask("service/handovers", view), settings().few
    shown = tickets.handed_over(found, few)
    return partial(
        panel.table,
        tickets.kept_by_first(found, few.minimum_n),
        panel.laid_out(tickets.in_short(shown, HANDOVERS)),
        answer=shown,
        query="service/handovers",
        view=view,
        n=int(found.ticket_count.sum()),
    )


def clients(view: View) -> panel.Draw:
    """Whose targets are missed most."""
    found = ask("service/times_by_client", view)
    shown = tickets.by_client(found, settings().few)
    return partial(
        panel.table,
        tickets.most_missed(found),
        panel.laid_out(tickets.in_short(shown.head(MOST_ROWS), CLIENTS)),
        answer=shown,
        query="service/times_by_client",
        view=view,
        n=int(found.ticket_count.sum()),
    )
