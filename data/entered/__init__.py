"""What people enter themselves: actions, events, targets and saved views, beside the builds.

Everything is one line of a log in `entered.sqlite` in the folder of the warehouse: who, when, which
field from what to what. Nothing in it is ever changed or deleted; an undo is a line as well. SQLite
was taken because two processes may write at the same moment, and what is saved is on the disk;
DuckDB lets no second process in, and a build must be free to be replaced while somebody types.

A field that was edited here stays as edited here; every other field follows the imported files. A
build keeps the rows as the files brought them (schema `files`), so that importing the same file
again changes nothing and an undo brings back what the files say.
"""

from data.entered.changes import (
    Change,
    ChangedMeanwhileError,
    NotSavedError,
)
from data.entered.editing import add, comment, edit, remove, undo
from data.entered.log import FILE, changes, copy, newest
from data.entered.overlays import OVERLAYS, bound, bound_by, overlay
from data.entered.tables import COLUMNS, KEYS, TABLES

__all__ = [
    "COLUMNS",
    "FILE",
    "KEYS",
    "OVERLAYS",
    "TABLES",
    "Change",
    "ChangedMeanwhileError",
    "NotSavedError",
    "add",
    "bound",
    "bound_by",
    "changes",
    "comment",
    "copy",
    "edit",
    "newest",
    "overlay",
    "remove",
    "undo",
]
