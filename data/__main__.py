"""python -m data: build the sample company, import files, back up, or say what is there."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from data import backup, importing, sample, settings, warehouse
from data.errors import DataError
from data.settings import Settings
from data.status import status

DONE, FAILED, SOME_REFUSED = 0, 1, 3
Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit status (tables.md). Wrong usage exits with 2."""
    asked = _parser().parse_args(arguments)
    command: Command = asked.command
    try:
        return command(asked, settings.load())
    except DataError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped, so nothing was changed.", file=sys.stderr)
    return FAILED


def _sample(asked: argparse.Namespace, known: Settings) -> int:
    sizes = {
        name: getattr(asked, name)
        for name in ("clients", "responses", "tickets", "complaints", "years", "seed")
        if getattr(asked, name) is not None
    }
    sample.build(asked.database, known, progress=sys.stderr.isatty(), **sizes)
    print(f"The sample company is in {asked.database}.")
    return DONE


def _import(asked: argparse.Namespace, known: Settings) -> int:
    summary = importing.load(
        asked.paths,
        asked.database,
        known,
        as_=asked.as_,
        mapping=asked.mapping,
        dry_run=asked.dry_run,
        progress=sys.stderr.isatty(),
    )
    if asked.json:
        print(json.dumps(summary.to_json(), ensure_ascii=False))
        print(*summary.notes(), sep="\n", end="\n" if summary.notes() else "", file=sys.stderr)
    else:
        print(*summary.lines(), sep="\n")
    return SOME_REFUSED if summary.refused else DONE


def _status(asked: argparse.Namespace, known: Settings) -> int:
    state = status(asked.database, known)
    if asked.json:
        print(json.dumps(state.to_json(), ensure_ascii=False, default=str))
    else:
        print(*state.lines(), sep="\n")
    return DONE


def _back_up(asked: argparse.Namespace, _known: Settings) -> int:
    backup.back_up(asked.database, asked.path)
    print(f"The warehouse {asked.database} and what people entered are copied to {asked.path}.")
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_sample(commands)
    _add_import(commands)
    _add_status(commands)
    _add_backup(commands)
    return parser


def _add_sample(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("sample", help="build the sample company")
    for name in ("clients", "responses", "tickets", "complaints", "years"):
        parser.add_argument(f"--{name}", type=_count, metavar="N")
    parser.add_argument("--seed", type=int, metavar="N")
    _finish(parser, _sample)


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("import", help="bring files into the warehouse")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    held = parser.add_mutually_exclusive_group()
    held.add_argument(
        "--as", dest="as_", choices=importing.ORDER, metavar="TABLE", help="what each file holds"
    )
    held.add_argument("--mapping", type=Path, metavar="FILE", help="a SELECT per table, as SQL")
    parser.add_argument("--dry-run", action="store_true", help="do everything, change nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    _finish(parser, _import)


def _add_status(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("status", help="say what the warehouse holds")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    _finish(parser, _status)


def _add_backup(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("backup", help="copy the warehouse and what people entered")
    parser.add_argument("path", type=Path, metavar="PATH", help="a new folder for the copy")
    _finish(parser, _back_up)


def _finish(parser: argparse.ArgumentParser, command: Command) -> None:
    parser.add_argument(
        "--database",
        type=Path,
        default=warehouse.default_folder(),
        metavar="FOLDER",
        help="the warehouse (default: SATISFACTION_DATABASE, then data/warehouse)",
    )
    parser.set_defaults(command=command)


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
