"""What a slide says of a week, or of a warehouse, that has nothing to show."""

from pages.meeting import weeks
from pages.meeting.slides.model import Slide
from pages.meeting.slides.wording import FINDING, cut
from pages.shared import database, panel
from pages.shared.filters import View, state
from pages.shared.text import _, dates, words


def of_week(week: View) -> str | None:
    """Why nothing is known of the week: it lies ahead, or before the first record; else None."""
    if database.freshness().newest_on is None:
        return None
    name = words.capital(dates.week(week.since))
    if weeks.is_ahead(week):
        sentence = _("{week} lies ahead: what is known ends on {day}.")
        return sentence.format(week=name, day=dates.day(weeks.known_until()))
    if week.until < state.oldest_day():
        sentence = _("{week} lies before the first record, which is of {day}.")
        return sentence.format(week=name, day=dates.day(state.oldest_day()))
    return None


def slide(key: str, title: str, sentence: str) -> Slide:
    """A slide without panels: the sentence is all there is."""
    return Slide(key, title, cut(sentence, FINDING), ())


def missing(needs: str) -> str:
    """Which file would fill the slide, or that another week would (`panel.missing`)."""
    wider = _("Another week or fewer filters would show some.")
    return panel.missing(needs, wider).replace("`", "")
