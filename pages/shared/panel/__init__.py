"""What pages are made of: answers, panels (finding, figure, foot line, actions), empty pages."""

from pages.shared.panel.answer import answer
from pages.shared.panel.definition import definition, facts, setting_line, step_sql
from pages.shared.panel.empty import empty, stop_if_empty
from pages.shared.panel.evidence import show, table

__all__ = [
    "answer",
    "definition",
    "empty",
    "facts",
    "setting_line",
    "show",
    "step_sql",
    "stop_if_empty",
    "table",
]
