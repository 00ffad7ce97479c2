"""Write the weekly pack to a file: `python -m pages.meeting`, for a timer or by hand."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tqdm import tqdm

from pages.meeting import weeks
from pages.meeting.pack import files
from pages.meeting.pack.alerts import Alert, alerts
from pages.meeting.slides import SLIDES, deck
from pages.meeting.weeks.names import monday_of
from pages.shared import database, unattended
from pages.shared.asker import Asker, speaking
from pages.shared.filters import View, matching
from pages.shared.filters.choice import Choice
from pages.shared.text import LANGUAGES, _, dates, ngettext


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pack; gives the exit status (tables.md). Wrong usage exits with 2."""
    asked = _parser().parse_args(arguments)
    return unattended.attempted(partial(_write, asked))


def _write(asked: argparse.Namespace) -> None:
    asker = unattended.asker(asked.database, asked.reader, asked.language)
    with speaking(asker):
        week = _week(asked)
        recipient = asked.reader or asker.reader.name
        news = _news(week, recipient) if asked.if_news else ()
        if asked.if_news and not news:
            told = _("No news for {reader} in {week}; nothing was written.")
            print(told.format(reader=asker.reader.name, week=dates.week(week.since)))
            return
        unattended.write(asked.out, _built(week, asked.out))
        _tell(asked, week, asker)
        print(*(alert.sentence for alert in news), sep="\n", end="\n" if news else "")
        if news:
            unattended.tell(recipient, [alert.key for alert in news])


def _week(asked: argparse.Namespace) -> View:
    """The week for the clients asked for; those that the reader does not see do not exist."""
    view = weeks.of(asked.week)
    if not asked.client:
        return view
    choice = Choice(view.since, view.until, clients=tuple(asked.client))
    missing = matching.missing(choice, database.clients())
    if missing:
        raise unattended.UndoneError(matching.not_found(missing))
    return weeks.of(asked.week, choice)


def _news(week: View, recipient: str) -> tuple[Alert, ...]:
    """What fires in the week and was not told this recipient yet."""
    found = alerts(week)
    new = unattended.untold(recipient, [alert.key for alert in found])
    return tuple(alert for alert in found if alert.key in new)


def _built(week: View, path: Path) -> bytes:
    """The file, with a bar for whoever looks on."""
    with tqdm(total=len(SLIDES), disable=not sys.stderr.isatty(), leave=False) as bar:
        slides = deck(week, lambda _done, _of: bar.update())
        return files.build(week, slides, _suffix(path))


def _tell(asked: argparse.Namespace, week: View, asker: Asker) -> None:
    told = ngettext(
        "{path}: {count} slide for {reader}, {week}.",
        "{path}: {count} slides for {reader}, {week}.",
        len(SLIDES),
    )
    words = {"path": asked.out, "count": len(SLIDES), "reader": asker.reader.name}
    print(told.format(**words, week=dates.week(week.since)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m pages.meeting", description="Write the weekly pack."
    )
    add = parser.add_argument
    add("--week", type=_of_week, metavar="2026-W46", help="default: the last whole week")
    add("--out", type=_file, required=True, metavar="FILE", help="a .pptx, .pdf or .xlsx file")
    add("--client", action="append", metavar="ID", help="a client in view (default: all)")
    add("--reader", metavar="E-MAIL", help="of the settings: only what this reader may see")
    add("--language", choices=LANGUAGES, help="default: the reader's, then the company's")
    add("--if-news", action="store_true", help="write nothing when there is no alert to tell")
    add("--database", type=Path, metavar="PATH", help="the warehouse (default: the setting)")
    return parser


def _of_week(text: str) -> str:
    if monday_of(text) is None:
        raise argparse.ArgumentTypeError(f"there is no week {text}; expected such as 2026-W46")
    return text


def _file(text: str) -> Path:
    if _suffix(Path(text)) not in files.SUFFIXES:
        endings = ", ".join(f".{suffix}" for suffix in files.SUFFIXES)
        raise argparse.ArgumentTypeError(f"{text} must end in one of {endings}")
    return Path(text)


def _suffix(path: Path) -> str:
    return path.suffix.lower().lstrip(".")
