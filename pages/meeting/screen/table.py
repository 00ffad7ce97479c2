"""A table of a slide as HTML: escaped, its numbers to the right, tiers as coloured words."""

from pages.meeting.slides.model import Cell, Table
from pages.shared.charts.look import ON_TIER, TIER_COLOURS
from pages.shared.safe import html


def table(shown: Table, name: str) -> str:
    """The markup; `name`: what it is called for a screen reader. Columns keep their `widths`."""
    total = sum(shown.widths) or 1
    columns = "".join(f'<col style="width:{100 * part / total:.2f}%">' for part in shown.widths)
    head = "".join(
        f'<th scope="col"{_side(shown, place)}>{html(words)}</th>'
        for place, words in enumerate(shown.head)
    )
    rows = "".join(f"<tr>{_row(shown, row)}</tr>" for row in shown.rows)
    return (
        f'<table class="slide-table" style="--lines:{shown.lines}" aria-label="{html(name)}">'
        f"<colgroup>{columns}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(shown: Table, row: tuple[Cell, ...]) -> str:
    return "".join(
        f'<td{_side(shown, place)}><div class="cell">{_words(cell)}</div></td>'
        for place, cell in enumerate(row)
    )


def _side(shown: Table, place: int) -> str:
    return ' class="right"' if place in shown.right else ""


def _words(cell: Cell) -> str:
    ground = None if cell.tier is None else TIER_COLOURS.get(cell.tier)
    if ground is None or cell.tier is None:
        return html(cell.text)
    colours = f"background:{ground};color:{ON_TIER[cell.tier]}"
    return f'<span class="tier" style="{colours}">{html(cell.text)}</span>'
