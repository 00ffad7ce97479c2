"""What pages are made of: numbers, panels (finding, figure, foot line, actions), empty pages."""

from pages.shared.panel.answer import answer
from pages.shared.panel.definition import definition, facts, setting_line, step_sql
from pages.shared.panel.empty import empty, stop_if_empty
from pages.shared.panel.evidence import show, table
from pages.shared.panel.figures import Number, numbers

__all__ = [
    "Number",
    "answer",
    "definition",
    "empty",
    "facts",
    "numbers",
    "setting_line",
    "show",
    "step_sql",
    "stop_if_empty",
    "table",
]
