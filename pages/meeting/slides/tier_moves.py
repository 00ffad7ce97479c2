"""Slide 3: which clients moved between tiers, and why?"""

import pandas as pd

from pages.meeting import weeks
from pages.meeting.slides import ladder_chart, trends, unknown
from pages.meeting.slides.cells import HALF, table
from pages.meeting.slides.ladder_chart import MONTHS
from pages.meeting.slides.model import ROWS, Cell, Panel, Slide, Table
from pages.meeting.slides.wording import BESIDE, FINDING, fitting, names, said
from pages.shared import trend_marks
from pages.shared.charts import marks
from pages.shared.charts.plain import Chart
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import ladder, moves, shares, target_readings
from pages.shared.findings.wording import no_clear_change, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, numbers, words
from pages.shared.tier_panels import SATISFIED

TIERS = "satisfaction/client_tiers"
MOVED, MOVES = "satisfaction/moved_clients", "satisfaction/tier_moves"
BY_MONTH = "satisfaction/tier_share_by_month"
WEEKS = 12  # shown where nobody moved in the week
WIDTHS = (0.38, 0.3, 0.32)
WHY = 2  # of the columns: a reason is said whole


def slide(week: View) -> Slide:
    """Who moved in the week, where nobody did in twelve weeks, beside the tiers of a year."""
    key, title = "tier-moves", _("Moves between tiers")
    nothing = unknown.of_week(week)
    tiers, moved = ask(TIERS, week), _moved(week)
    if nothing or (moved.empty and not tiers.tier.count()):
        sentence = shares.nobody_heard(len(tiers)) if len(tiers) else unknown.missing("clients")
        return unknown.slide(key, title, nothing or sentence)
    if moved.empty:
        heard_before = int(ask(MOVES, week).client_count.sum())
        finding = moves.nobody_moved(heard_before, week.since)
        return Slide(key, title, finding, (_year(week), _lately(week)), _notes())
    panels = (_year(week), _who(moved, week, _why_and_worth(moved)))
    return Slide(key, title, _told(moved), panels, _notes())


def _moved(view: View) -> pd.DataFrame:
    return ask(MOVED, view)


def _told(moved: pd.DataFrame) -> str:
    """Who fell, rose and left, named as far as there is room; those that fell first."""
    sides = moves.sides(moved.assign(client_name=names(moved.client_name)))
    fell, rose, left = moves.fell(sides.fell), moves.rose(sides.rose), moves.left(sides.left)
    rest = _counted(0, len(sides.rose), len(sides.left)) if fell else None
    return fitting(
        FINDING,
        paragraph(fell, rose, left),
        paragraph(fell, rest),
        _counted(*(len(each) for each in sides)),
    )


def _counted(fell: int, rose: int, left: int) -> str:
    """How many, without names."""
    counts = {"fell": fell, "rose": rose, "left": left}
    told = {name: numbers.number(count) for name, count in counts.items()}
    if fell == 0:
        return _("{rose} rose, {left} left.").format(**told)
    return _("{fell} clients fell, {rose} rose, {left} left.").format(**told)


def _who(moved: pd.DataFrame, view: View, finding: str) -> Panel:
    minimum_n = settings().few.minimum_n
    return Panel(
        finding,
        _table(moved, minimum_n) if len(moved) else None,
        MOVED,
        view,
        moves.hidden(moved, minimum_n),
        n=len(moved),
    )


def _table(moved: pd.DataFrame, minimum_n: int) -> Table:
    """Falls first, the most valuable client first."""
    rows = [_line(row, minimum_n) for row in rows_of(moved.head(ROWS))]
    head = (_("Client"), _("From → to"), _("Why"))
    beyond = max(len(moved) - ROWS, 0)
    return table(head, rows, WIDTHS, line=HALF, left_out=beyond, whole=WHY)


def _line(row: Row, minimum_n: int) -> tuple[str, Cell, str]:
    steps = {"before": words.tier(row["from_tier"]), "now": words.tier(row["to_tier"])}
    step = words.capital(_("{before} → {now}").format(**steps))
    return str(row["client_name"]), Cell(step, row["to_tier"]), moves.reason(row, minimum_n)


def _why_and_worth(moved: pd.DataFrame) -> str:
    """What those that fell or left are worth a year."""
    worth = moves.worth_of_fallen(moved, settings().currency)
    return said(BESIDE, worth or _("Who moved this week, and why."))


def _lately(week: View) -> Panel:
    """The moves of the twelve weeks up to the end of this one."""
    view = weeks.longer(week, WEEKS)
    moved = _moved(view)
    sides = moves.sides(moved)
    told = _("In the last twelve weeks {fell} fell, {rose} rose and {left} left.")
    counts = {name: numbers.number(len(each)) for name, each in sides._asdict().items()}
    return _who(moved, view, told.format(**counts))


def _year(week: View) -> Panel:
    """The shares of the tiers month by month, and whether that of the satisfied changed."""
    minimum_n = settings().few.minimum_n
    year = weeks.months(week, MONTHS)
    moved, by_month = ask(MOVES, year), ladder.by_month(ask(BY_MONTH, year), minimum_n)
    change = shares.change_of_moves(moved)
    reached = target_readings.satisfied(ask(TIERS, week))
    told = _change(change, year, minimum_n)
    return Panel(
        trends.judged([told], trend_marks.judged(week, SATISFIED, reached)),
        _chart(by_month, year) if by_month.share.notna().any() else None,
        BY_MONTH,
        year,
        by_month,
        n=change.heard,
        interval=shares.interval_of_change(moved, minimum_n),
    )


def _change(change: shares.Change, year: View, minimum_n: int) -> str:
    """What became of the share satisfied or better."""
    told = shares.change_since(change, year.since, minimum_n)
    if told != no_clear_change(year.since):
        return told
    sentence = _("Satisfied or better: no clear change since {day}.")
    return sentence.format(day=dates.day(year.since))


def _chart(by_month: pd.DataFrame, year: View) -> Chart:
    months = marks.months(list(by_month.month.drop_duplicates().sort_values()))
    return trends.marked(ladder_chart.months(by_month), months, year, SATISFIED)


def _notes() -> tuple[str, ...]:
    return (
        _("A move is the tier at the end of the week against that at the end of the one before."),
        _("Clients that left are counted, so that the picture cannot improve by losing them."),
    )
