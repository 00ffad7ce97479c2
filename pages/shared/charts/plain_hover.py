"""What hovering over a number of a plain chart repeats: its label, the number and its interval."""

from pages.shared.charts.plain import Chart, Series
from pages.shared.charts.plain_sheet import said
from pages.shared.safe import html
from pages.shared.text import _, numbers, words


def hover(chart: Chart, series: Series, place: int) -> str:
    """Escaped lines: names come from data."""
    told = [
        f"<b>{html(chart.categories[place])}</b>",
        html(words.labelled(series.name, said(chart, series, place))),
    ]
    low = series.low[place] if series.low else None
    high = series.high[place] if series.high else None
    if low is not None and high is not None:
        told.append(html(_("95% interval {interval}").format(interval=_ends(chart, low, high))))
    return "<br>".join(told)


def _ends(chart: Chart, low: float, high: float) -> str:
    if chart.number_format == "share":
        return numbers.interval_text(low, high, style="percent")
    style = "signed" if low < 0 else "number"
    return numbers.interval_text(low, high, 1 if chart.number_format == "tenth" else 0, style)
