"""What pages are made of: answers, panels (finding, figure, foot line, actions), empty pages."""

from pages.shared.panel.answer import answer
from pages.shared.panel.definition import definition, facts, setting_line, step_sql
from pages.shared.panel.empty import empty, missing
from pages.shared.panel.evidence import behind, listed, show, table
from pages.shared.panel.rows import LaidOut, draw, laid_out
from pages.shared.panel.worked_out import Draw, WorkedOut, begin, row

__all__ = [
    "Draw",
    "LaidOut",
    "WorkedOut",
    "answer",
    "begin",
    "behind",
    "definition",
    "draw",
    "empty",
    "facts",
    "laid_out",
    "listed",
    "missing",
    "row",
    "setting_line",
    "show",
    "step_sql",
    "table",
]
