"""The whole report, composed from its record in the order in which it is read."""

from pages.shared import database, text
from pages.shared.report import handled, told
from pages.shared.report.document import Document
from pages.shared.report.record import Record
from pages.shared.report.wording import plain
from pages.shared.text import _, dates, words

SECTIONS = (
    told.client,
    told.complaint,
    told.said,
    told.history,
    handled.steps,
    handled.analysis,
    handled.countermeasures,
    handled.technical,
    handled.signatures,
)


def composed(record: Record) -> Document:
    """The report in the asker's language; it becomes the language of this thread."""
    text.use(record.asker.language)
    known = record.complaint
    title = headline(known["severity"])
    return Document(
        title=title,
        subtitle=plain(known["client_name"]),
        mark=words.labelled(_("Complaint"), plain(known["complaint_id"])),
        origin=_("As known on {moment} ({zone}), for {reader}").format(
            moment=dates.moment(known["known_at"]),
            zone=database.settings().time_zone,
            reader=plain(record.asker.reader.name),
        ),
        language=record.asker.language,
        sections=tuple(section(record) for section in SECTIONS),
    )


def headline(severity: str) -> str:
    """The title: a report of a major complaint, or of any other."""
    return _("Major complaint report") if severity == "major" else _("Complaint report")
