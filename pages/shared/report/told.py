"""The first half of the report: the client, the complaint, what was said, what went before."""

from datetime import date
from itertools import chain, islice

from pages.shared.report.document import Block, Facts, Paragraph, Quote, Section, Table
from pages.shared.report.record import Record, Row
from pages.shared.report.wording import day, hours, moment, plain, short
from pages.shared.text import _, numbers, words

LISTED = 5
BROKEN = ("broken", "overdue")


def client(record: Record) -> Section:
    """Who complained."""
    known = record.complaint
    facts = (
        (_("Client"), plain(known["client_name"])),
        (_("Client number"), plain(known["client_id"])),
        (_("Segment"), words.segment(known["segment"])),
        (_("Side"), words.side(known["side"])),
        (_("Region"), plain(known["region"])),
        (_("Industry"), plain(known["industry"])),
        (_("Project manager"), plain(known["manager"])),
        (_("Regional manager"), plain(known["regional_manager"])),
        (_("Client since"), day(known["client_since"])),
        (_("Tier on the eve of the complaint"), words.tier(known["tier_before"])),
        (_("Tier now"), words.tier(known["tier"])),
    )
    return Section(_("Client"), (Facts(facts),))


def complaint(record: Record) -> Section:
    """What was received, what was promised, and the ticket behind it."""
    known = record.complaint
    facts = (
        (_("Complaint"), plain(known["complaint_id"])),
        (_("Received"), moment(known["received_at"])),
        (_("Channel"), plain(known["channel"])),
        (_("Severity"), words.complaint_severity(known["severity"])),
        (_("Cause"), words.cause(known["cause"])),
        (_("State"), state(known)),
        (_("Promised for"), moment(known["promised_at"])),
        (_("First promised for"), moment(known["first_promised_at"])),
        (_("Resolved"), moment(known["resolved_at"])),
        (_("Days open"), numbers.number(known["days_open"])),
    )
    return Section(_("The complaint"), (Facts(facts), *_ticket(record.ticket)))


def state(known: Row) -> str:
    """Resolved, open, or open past its promised date."""
    if known["resolved_at"] is not None:
        return words.state("resolved")
    return _("open, past its promised date") if known["is_overdue"] else words.state("open")


def _ticket(ticket: Row | None) -> tuple[Block, ...]:
    if ticket is None:
        return (Paragraph(_("No ticket is named as its subject.")),)
    facts = (
        (_("Ticket"), plain(ticket["ticket_id"])),
        (_("Kind"), words.kind(ticket["kind"])),
        (_("Title"), plain(ticket["title"])),
        (_("Module"), plain(ticket["module"])),
        (_("Severity"), words.severity(ticket["severity"])),
        (_("Owner"), plain(ticket["owner"])),
        (_("Opened"), moment(ticket["opened_at"])),
        (_("First response"), moment(ticket["first_response_at"])),
        (_("Promised for"), moment(ticket["promised_at"])),
        (_("First promised for"), moment(ticket["first_promised_at"])),
        (_("Resolved"), moment(ticket["resolved_at"])),
        (_("Working hours to resolve"), hours(ticket["working_resolution_hours"])),
    )
    return Paragraph(_("The ticket it is about:")), Facts(facts)


def said(record: Record) -> Section:
    """The client's words."""
    description = record.complaint["description"]
    words_of_client = plain(description)
    told: Block = Quote(words_of_client)
    if not (description or "").strip():
        told = Paragraph(_("Nothing was written down."))
    return Section(_("What was said"), (told,))


def history(record: Record) -> Section:
    """Counts of what went before, and the newest of each kind."""
    groups = _groups(record)
    labels = (
        _("Earlier complaints"),
        _("Earlier grumbles"),
        _("Critical and major faults in twelve months"),
        _("Promises broken or overdue in twelve months"),
    )
    counts = tuple(
        (label, numbers.number(len(rows))) for label, rows in zip(labels, groups, strict=True)
    )
    listed = sorted(
        chain.from_iterable(islice(rows, LISTED) for rows in groups), key=_when, reverse=True
    )
    if not listed:
        nothing = Paragraph(_("Nothing is known of this client before this complaint."))
        return Section(_("History"), (nothing,))
    blocks: list[Block] = [Facts(counts), _happenings(listed)]
    if any(len(rows) > LISTED for rows in groups):
        blocks.append(
            Paragraph(_("Of each kind, the newest {count} are listed.").format(count=LISTED))
        )
    return Section(_("History"), tuple(blocks))


def _groups(record: Record) -> tuple[list[Row], ...]:
    """Complaints, grumbles, faults and broken promises, each the newest first."""
    own = {record.complaint["complaint_id"]}
    happened = [[row for row in record.history if row["record"] == kind] for kind in _KINDS]
    broken = [row for row in record.promises if row["state"] in BROKEN and row["id"] not in own]
    return *happened, sorted(broken, key=_when, reverse=True)


_KINDS = ("complaint", "grumble", "fault")


def _when(row: Row) -> date:
    when: date = row["happened_on"] if "happened_on" in row else row["first_due_on"]
    return when


def _happenings(rows: list[Row]) -> Table:
    head = (_("Day"), _("Record"), _("Number"), _("Subject"), _("In words"), _("State"))
    return Table(head, tuple(map(_happening, rows)), (0.12, 0.16, 0.13, 0.14, 0.29, 0.16))


def _happening(row: Row) -> tuple[str, ...]:
    if "first_due_on" in row:
        record, about = words.kind("promise"), promised(row["record"])
        now = words.state(row["state"])
    elif row["record"] == "fault":
        record, about = words.kind("fault"), short(row["subject"])
        now = words.state("open" if row["resolved_on"] is None else "resolved")
    else:
        record, about = words.form(row["record"]), words.cause(row["subject"])
        now = words.state("open" if row["resolved_on"] is None else "resolved")
    return day(_when(row)), record, short(row["id"]), about, short(row["what"]), now


def promised(record: str) -> str:
    """What a promise was about: a ticket's or a complaint's date, a promise, or an action."""
    return _("action") if record == "action" else words.kind(record)
