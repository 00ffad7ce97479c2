"""What an import did: for people a few lines, for programs the object of tables.md."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from data.checks import Failure


@dataclass(frozen=True)
class Result:
    """What became of the rows of one file: read = inserted + updated + unchanged + refused."""

    file: str
    source: str
    table: str
    read: int
    inserted: int
    updated: int
    unchanged: int
    refused: int

    def to_json(self) -> dict[str, str | int]:
        """One of the `files` that `import --json` prints."""
        return asdict(self)


@dataclass(frozen=True)
class Ignored:
    """Columns of a file that its table does not have."""

    file: str
    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """One import: its files, where refused rows are listed, and what is worth knowing besides."""

    import_id: str
    files: tuple[Result, ...]
    rejects: Path | None
    ignored: tuple[Ignored, ...]
    invented_clients: int
    holds_sample: bool
    failures: tuple[Failure, ...]
    is_rehearsal: bool

    @property
    def refused(self) -> int:
        """Rows refused in all files."""
        return sum(result.refused for result in self.files)

    def to_json(self) -> dict[str, object]:
        """The object that `import --json` prints."""
        return {
            "files": [result.to_json() for result in self.files],
            "rejects": None if self.rejects is None else str(self.rejects),
        }

    def lines(self) -> list[str]:
        """The summary that a person reads."""
        return [*self._outcome(), *self.notes()]

    def notes(self) -> list[str]:
        """What is worth knowing beside the counts."""
        return [
            *self._sample(),
            *self._ignored(),
            *self._invented(),
            *self._failed(),
            *self._refused(),
        ]

    def _outcome(self) -> Iterator[str]:
        if self.is_rehearsal:
            yield "A rehearsal: nothing was changed."
        for result in self.files:
            yield (
                f"{result.file} → {result.table}: {result.read:,} read, {result.inserted:,} new, "
                f"{result.updated:,} changed, {result.unchanged:,} unchanged, "
                f"{result.refused:,} refused"
            )

    def _sample(self) -> Iterator[str]:
        if self.holds_sample:
            yield (
                "The sample company is in this warehouse as well; --database FOLDER names another "
                "for your own data."
            )

    def _ignored(self) -> Iterator[str]:
        for one in self.ignored:
            yield f"{one.file}: {one.table} has no column {', '.join(one.columns)}; not imported."

    def _invented(self) -> Iterator[str]:
        if self.invented_clients:
            made = (
                "1 client was"
                if self.invented_clients == 1
                else f"{self.invented_clients:,} clients were"
            )
            yield f"{made} made from the ids in these files; import clients.csv to name them."

    def _failed(self) -> Iterator[str]:
        for failure in self.failures:
            yield f"Check {failure.name}: {failure.title} ({failure.row_count:,} found)"

    def _refused(self) -> Iterator[str]:
        if self.rejects is not None:
            yield f"The {self.refused:,} refused rows, each with its reason: {self.rejects}"
