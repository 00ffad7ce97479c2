"""The words around the slides: what the file is, what each panel rests on, notes for the speaker.

All of them pass through `safe.document`, as names in them come from data.
"""

from pages.meeting.slides.model import Panel, Slide, Table
from pages.shared import access, database, lineage
from pages.shared.charts.plain import Chart
from pages.shared.filters import View
from pages.shared.filters.words import filters as filters_in_words
from pages.shared.panel import evidence
from pages.shared.safe import document
from pages.shared.text import _, dates, ngettext, words
from queries import Question, question


def title(week: View) -> str:
    """What the file is: the meeting of which week."""
    return words.labelled(_("Weekly meeting"), dates.week(week.since))


def scope(week: View) -> str:
    """The days and the clients that the meeting looks at."""
    return document(week.sentence)


def origin(week: View) -> str:
    """The foot of every slide: which week, which clients, for whom, and how new the data are."""
    parts = (
        title(week),
        *filters_in_words(week),
        known(),
        _("for {reader}").format(reader=access.reader().name),
    )
    return " ".join(document(" · ".join(parts)).split())


def known() -> str:
    """How new the data are."""
    return _("data of {day}").format(day=dates.iso(database.freshness().imported_at))


def facts(panel: Panel) -> str:
    """The line below a panel: n, interval, period; the rest stands at the foot of the slide."""
    days = dates.span(panel.view.since, panel.view.until)
    return document(" · ".join([*evidence.counted(panel.n, panel.interval), days]))


def rests_on(panel: Panel) -> str:
    """All that the panel rests on, filters and freshness included."""
    return document(evidence.facts(panel.view, panel.n, panel.interval))


def left_out(table: Table) -> str:
    """How many rows there are beyond those shown; nothing where there are none."""
    if not table.left_out:
        return ""
    told = ngettext("{count} more row", "{count} more rows", table.left_out)
    return told.format(count=table.left_out)


def instead(chart: Chart) -> str:
    """In place of a chart without any number; nothing for others."""
    has_any = any(value is not None for one in chart.series for value in one.values)
    return "" if has_any else _("Too few points for a chart.")


def notes(slide: Slide, week: View) -> str:
    """What the speaker reads: the slide's own notes, then what each panel is and rests on."""
    told = [*slide.notes, scope(week)]
    for panel in slide.panels:
        told += ["", *panel_notes(panel)]
    return "\n".join(document(line) for line in told)


def panel_notes(panel: Panel) -> list[str]:
    """Finding, what it rests on, and how it is measured."""
    asked = question(panel.query)
    return [
        panel.finding,
        words.labelled(_("What it rests on"), rests_on(panel)),
        *definition(asked),
    ]


def definition(asked: Question) -> list[str]:
    """What a question measures, and the settings that decide its numbers."""
    used = lineage.settings_of(asked, database.settings())
    settings = [f"{one.path} = {one.value} · {_(one.meaning)}" for one in used]
    return [
        words.labelled(_("Measures"), _(asked.title)),
        words.labelled(_("Grain"), _(asked.grain)),
        words.labelled(_("Question"), asked.name),
        *(words.labelled(_("Setting"), setting) for setting in settings),
    ]
