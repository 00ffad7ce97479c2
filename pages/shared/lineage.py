"""Where a number comes from: the question, the marts and rules it reads, the settings they bind.

Read from the SQL files and the settings themselves, so that a definition on the screen cannot go
stale. A written handbook was rejected for that reason.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from data import warehouse
from data.settings import Settings
from queries import Question

_STATEMENT_END = re.compile(r";[ \t]*(?:\n|$)")
_CREATED = re.compile(
    r"^create (?:or replace )?(?:temporary )?(?:table|view|macro|type) (?:\w+\.)?(\w+)",
    re.MULTILINE,
)
_WORD = re.compile(r"[a-z_]\w*")
_PARAMETER = re.compile(r"\$([a-z_]\w*)")
_WEIGHED = "points_"  # before the weights of open problems, which the file names without it
_LISTED = {"currencies": "rates"}  # bound as a list of names, set as one table of rates


class Step(NamedTuple):
    """What the marts call by one name: its SQL with the comment above it, said twice or once."""

    name: str
    sql: str


class Meaning(NamedTuple):
    """One setting: its name, where it stands in the file, its value, and what it means."""

    name: str
    path: str
    value: object
    meaning: str


@cache
def _steps() -> dict[str, Step]:
    texts = [(warehouse.HERE / file).read_text(encoding="utf-8") for file in warehouse.MARTS]
    statements = [part.strip() for text in texts for part in _STATEMENT_END.split(text)]
    named: dict[str, list[str]] = {}
    for statement in statements:
        if found := _CREATED.search(statement):
            named.setdefault(found[1], []).append(f"{statement};")
    return {name: Step(name, "\n\n".join(said)) for name, said in named.items()}


@cache
def steps(sql: str) -> tuple[Step, ...]:
    """What a question reads, directly or through others, in the order in which it is worked out."""
    known = _steps()
    wanted: set[str] = set()
    waiting = _words(sql) & known.keys()
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        waiting |= (_words(known[name].sql) & known.keys()) - wanted
    return tuple(step for name, step in known.items() if name in wanted)


def _words(sql: str) -> set[str]:
    """Words of the statement without its comments."""
    return set(_WORD.findall(re.sub(r"--.*", "", sql)))


def settings_of(question: Question, settings: Settings) -> list[Meaning]:
    """The settings that decide the question's numbers, in the order of the file."""
    texts = [question.sql, *(step.sql for step in steps(question.sql))]
    bound = {name for text in texts for name in _PARAMETER.findall(text)}
    names = {_LISTED.get(name, name.removeprefix(_WEIGHED)) for name in bound}
    return [meaning for meaning in meanings(settings) if meaning.name in names]


def meanings(settings: Settings) -> list[Meaning]:
    """Every setting with its value and what it means, in the order of the file."""
    return list(_meanings(settings, "", ""))


def _meanings(part: BaseModel, path: str, inherited: str) -> Iterator[Meaning]:
    for name, field in type(part).model_fields.items():
        place = f"{path}.{name}" if path else name
        about = field.description or inherited
        yield from _value(name, place, getattr(part, name), about)


def _value(name: str, path: str, value: object, about: str) -> Iterator[Meaning]:
    """A part of the file is followed down to its values; what lacks words takes its part's."""
    if isinstance(value, BaseModel):
        yield from _meanings(value, path, about)
    elif isinstance(value, dict) and any(isinstance(each, BaseModel) for each in value.values()):
        for key, each in value.items():
            yield from _value(key, f"{path}.{key}", each, about)
    else:
        yield Meaning(name, path, value, about)
