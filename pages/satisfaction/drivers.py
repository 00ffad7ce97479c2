"""Drivers: what moves satisfaction, and what should be improved first?"""

from pages.shared import driver_panels, filters, panel
from pages.shared.filters import View
from pages.shared.findings.driver_scores import DIMENSION, FACTOR
from pages.shared.remembered import remembered
from pages.shared.text import _


def worked_out(view: View) -> panel.WorkedOut:
    """The answer; as panels dimensions beside factors, questions, control, tests, rates."""
    rates = driver_panels.rates(view)
    known = driver_panels.known(view)
    dimensions = driver_panels.shown(known, DIMENSION)
    factors = driver_panels.shown(known, FACTOR)
    sentence = driver_panels.headline(dimensions, factors)
    if driver_panels.is_empty(known):
        return panel.WorkedOut(sentence, needs="surveys")
    panels = (
        *driver_panels.against_experience(known, dimensions, factors),
        *driver_panels.questions(known),
        *driver_panels.controllable(known),
        driver_panels.tests(known),
        rates,
    )
    return panel.WorkedOut(sentence, panels, driver_panels.note(dimensions))


view = filters.bar()
page = remembered("drivers", view, worked_out)
panel.begin(_("What moves satisfaction, and what should be improved first?"), page, view)
for draw in page.panels:
    draw()
