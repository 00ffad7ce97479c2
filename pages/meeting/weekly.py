"""Weekly: what happened in the week, who must act, and what comes next?"""

from pages.meeting import weeks
from pages.meeting.screen import controls, place
from pages.meeting.screen.stage import stage
from pages.meeting.slides import SLIDES
from pages.shared.filters import state

link = place.settle(len(SLIDES))
week = weeks.of(link.week, state.chosen())
if not link.is_full:
    controls.draw(week, len(SLIDES))
stage(week, SLIDES)
controls.open_actions_if_asked(week)
