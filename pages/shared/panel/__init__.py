"""What pages are made of: answers, panels (finding, figure, foot line, actions), empty pages."""

from pages.shared.panel.answer import answer
from pages.shared.panel.definition import definition, facts, setting_line, step_sql
from pages.shared.panel.empty import empty
from pages.shared.panel.evidence import show, table
from pages.shared.panel.rows import laid_out
from pages.shared.panel.worked_out import Draw, WorkedOut, begin

__all__ = [
    "Draw",
    "WorkedOut",
    "answer",
    "begin",
    "definition",
    "empty",
    "facts",
    "laid_out",
    "setting_line",
    "show",
    "step_sql",
    "table",
]
