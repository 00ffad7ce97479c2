"""Every phrase that can come on the screen, gathered from where it is written.

From Python through its syntax tree: Babel's own reader misses phrases inside f-strings before
Python 3.12. From the questions their title and grain, and from the settings what each one means.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from pydantic import BaseModel

import queries
from data.settings import Settings

ROOT = Path(__file__).parents[3]
SINGLE, DOUBLE = frozenset({"_", "marked"}), "ngettext"
Phrase = str | tuple[str, str]


def template() -> Catalog:
    """A catalogue of all phrases, without translations."""
    catalogue = Catalog()
    for phrase in (*_of_python(), *_of_questions(), *of_settings(Settings)):
        catalogue.add(phrase)
    return catalogue


def in_python(text: str) -> Iterator[Phrase]:
    """Phrases in a Python source, in the order of its lines."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            words = list(_texts(node.args))
            if _name(node.func) in SINGLE and len(words) == 1:
                yield words[0]
            elif _name(node.func) == DOUBLE and len(words) == 2:
                yield words[0], words[1]


def of_settings(part: type[BaseModel]) -> Iterator[str]:
    """What the settings mean, in this part of the file and the parts inside it."""
    for field in part.model_fields.values():
        if field.description:
            yield field.description
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from of_settings(field.annotation)


def _of_python() -> Iterator[Phrase]:
    for file in (ROOT / "dashboard.py", *sorted((ROOT / "pages").rglob("*.py"))):
        yield from in_python(file.read_text(encoding="utf-8"))


def _of_questions() -> Iterator[str]:
    for question in map(queries.question, queries.names()):
        yield question.title
        yield question.grain


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(parts: list[ast.expr]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value
