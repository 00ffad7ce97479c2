"""The second half of the report: what was done, why it happened, what follows, who signs."""

from pages.shared.report.document import (
    Block,
    Facts,
    Paragraph,
    Questions,
    Ruled,
    Section,
    Table,
)
from pages.shared.report.record import Record, Row
from pages.shared.report.told import promised
from pages.shared.report.wording import day, hours, moment, plain, short, yes_or_no
from pages.shared.text import _, words
from pages.shared.text.numbers import MISSING

APPRAISED_CAUSES = ("technical", "quality", "product")
EMPTY_ROWS = 4


def steps(record: Record) -> Section:
    """The nine steps, and the path of a major complaint in sentences."""
    head = (_("Step"), _("Called for"), _("Done"), _("Hours after receipt"), _("By"), _("Role"))
    rows = tuple(map(_step, record.steps))
    table = Table(head, rows, (0.22, 0.11, 0.18, 0.12, 0.19, 0.18), right=(3,))
    return Section(_("Handling so far"), (table, *map(Paragraph, _path(record))))


def _step(row: Row) -> tuple[str, ...]:
    done = moment(row["done_at"])
    if row["done_at"] is None and row["is_due"]:
        done = _("not done")
    role = MISSING if row["role"] is None else words.role(row["role"])
    name = words.capital(words.step(row["step"]))
    return name, yes_or_no(row["is_due"]), done, hours(row["hours"]), plain(row["done_by"]), role


def _path(record: Record) -> list[str]:
    told = {
        "escalated": (
            _("The regional manager was told {hours} hours after the complaint came."),
            _("The regional manager has not been told."),
        ),
        "report_sent": (
            _("The written report was sent {hours} hours after the complaint came."),
            _("The written report has not been sent."),
        ),
        "appraised": (
            _("The technical appraisal was done {hours} hours after the complaint came."),
            _("The technical appraisal has not been done."),
        ),
    }
    return [
        done.format(hours=hours(row["hours"])) if row["done_at"] is not None else missing
        for step, (done, missing) in told.items()
        if (row := record.step(step))["is_due"] or row["done_at"] is not None
    ]


def analysis(record: Record) -> Section:
    """What the record says of the cause, and room for the writer."""
    known, ticket = record.complaint, record.ticket or {}
    facts = (
        (_("Cause"), words.cause(known["cause"])),
        (_("Controllable by the service team"), yes_or_no(known["is_controllable"])),
        (_("Root cause of the ticket"), plain(ticket.get("root_cause"))),
        (_("Repeat after a recorded lesson"), _repeat(record)),
    )
    return Section(_("Analysis"), (Facts(facts), Ruled(_("Why it happened"), 6)))


def _repeat(record: Record) -> str:
    if not record.lessons:
        return _("no")
    lesson = record.lessons[0]
    what = words.labelled(promised(lesson["record"]), plain(lesson["id"]))
    return _("yes: {what}, lesson recorded on {day}").format(
        what=what, day=day(lesson["recorded_on"])
    )


def countermeasures(record: Record) -> Section:
    """What is promised or agreed already, then empty rows."""
    agreed = [_measure(row) for row in record.promises if _is_measure(row, record)]
    head = (_("Countermeasure"), _("Owner"), _("Due"), _("Done"))
    empty = [("",) * len(head)] * EMPTY_ROWS
    table = Table(head, (*agreed, *empty), (0.46, 0.2, 0.2, 0.14), is_tall=True)
    return Section(_("Countermeasures"), (table,))


def _is_measure(row: Row, record: Record) -> bool:
    """A promise or action that is open, or that was made since the complaint came."""
    known, ticket = record.complaint, record.ticket or {}
    if row["record"] not in ("promise", "action"):
        return bool(row["id"] == ticket.get("ticket_id") and row["done_on"] is None)
    return row["done_on"] is None or row["promised_on"].date() >= known["received_at"].date()


def _measure(row: Row) -> tuple[str, ...]:
    what = words.labelled(words.capital(promised(row["record"])), short(row["what"]))
    due = day(row["due_on"])
    due = words.noted(due, words.state("overdue")) if row["state"] == "overdue" else due
    return what, short(row["owner"]), due, "" if row["done_on"] is None else day(row["done_on"])


def technical(record: Record) -> Section:
    """What the technical department is asked; nothing where the cause lies elsewhere."""
    heading = _("Asked of the technical department")
    cause = record.complaint["cause"]
    if cause not in APPRAISED_CAUSES:
        nothing = _(
            "Nothing: the cause lies outside technology, quality and product, so no technical"
            " appraisal is called for."
        )
        return Section(heading, (Paragraph(nothing),))
    blocks: tuple[Block, ...] = (
        Facts(((_("Technical appraisal"), _appraisal(record.step("appraised"))),)),
        Questions(_questions(cause)),
        Ruled(_("Answer of the technical department"), 5),
    )
    return Section(heading, blocks)


def _appraisal(step: Row) -> str:
    if step["done_at"] is not None:
        return moment(step["done_at"])
    return _("called for, not done yet") if step["is_due"] else _("not called for")


def _questions(cause: str) -> tuple[str, ...]:
    asked = {
        "technical": (
            _("What failed, and under which conditions?"),
            _("Why was it not found before the client met it?"),
        ),
        "quality": (
            _("Which requirement was not met, and since when?"),
            _("Which check should have found it?"),
        ),
        "product": (
            _("Is it a defect, a limit of the product, or a wrong use?"),
            _("Is there a version, a part or another way that helps, and from when?"),
        ),
    }
    return (
        *asked[cause],
        _("Which other clients can meet the same?"),
        _("What keeps it from happening again, and by when?"),
    )


def signatures(record: Record) -> Section:
    """Who signs: names where the record has them."""
    known = record.complaint
    signed = (
        (_("Handler"), _person(record, "specialist", "adviser")),
        (_("Service manager"), _person(record, "service_manager")),
        (_("Regional manager"), known["regional_manager"]),
        (_("Technical department"), None),
        (_("Client"), known["client_name"]),
    )
    rows = tuple((role, short(name) if name else "", "", "") for role, name in signed)
    head = (_("For"), _("Name"), _("Signature"), _("Date"))
    table = Table(head, rows, (0.22, 0.3, 0.3, 0.18), is_tall=True)
    return Section(_("Signatures"), (table,))


def _person(record: Record, *roles: str) -> str | None:
    """The last person who took a step in one of these roles."""
    acted = [row for row in record.steps if row["role"] in roles and row["done_by"]]
    last = max(acted, key=lambda row: row["done_at"], default=None)
    return None if last is None else str(last["done_by"])
