"""Slide 1: how satisfied are our clients, and what changed against the week before?"""

import pandas as pd

from pages.meeting.slides import figures, ladder_chart, unknown
from pages.meeting.slides.model import Panel, Slide
from pages.meeting.slides.wording import BESIDE, FINDING, names, said
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import evidence, ladder, shares
from pages.shared.text import _

TIERS = "satisfaction/client_tiers"


def slide(week: View) -> Slide:
    """The share satisfied or better and its change; the ladder beside the figures of the week."""
    key, title = "headline", _("The week in short")
    nothing = unknown.of_week(week)
    tiers = ask(TIERS, week)
    if nothing or tiers.empty:
        return unknown.slide(key, title, nothing or unknown.missing("clients"))
    minimum_n = settings().few.minimum_n
    finding = said(FINDING, *shares.share_and_change(tiers, week.since, minimum_n))
    panels = (_ladder(tiers, week), figures.panel(week, tiers))
    return Slide(key, title, finding, panels, notes=figures.notes())


def _ladder(tiers: pd.DataFrame, week: View) -> Panel:
    minimum_n = settings().few.minimum_n
    heard = int(tiers.tier.count())
    return Panel(
        _who_was_heard(tiers),
        ladder_chart.tiers(ladder.rungs(tiers, minimum_n)) if heard >= minimum_n else None,
        TIERS,
        week,
        evidence.hidden(tiers, minimum_n),
        n=heard,
        interval=shares.interval(tiers, minimum_n),
    )


def _who_was_heard(tiers: pd.DataFrame) -> str:
    """How many of the active clients were heard, and who was not where there is room for it."""
    short = tiers.assign(client_name=names(tiers.client_name))
    return said(BESIDE, ladder.heard(short), ladder.unheard(short))
