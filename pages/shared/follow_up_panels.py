"""The follow-ups of today: three cards and who comes next, worked out and ready to be drawn."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from pages.shared import links, panel
from pages.shared.charts.look import MUTED, ON_TIER, TIER_COLOURS
from pages.shared.database import ask, later, settings
from pages.shared.filters import View
from pages.shared.findings import evidence, follow_up_talk, follow_ups
from pages.shared.findings.follow_up_talk import Heard
from pages.shared.rows import Row, rows_of
from pages.shared.safe import html
from pages.shared.suppression import HIDDEN
from pages.shared.text import _, numbers, words

FOLLOW_UPS, ITEMS = "clients/follow_ups", "clients/open_items"
HEAD, ROW = 38, 35  # pixels of a table
CANDIDATES = 3 + follow_ups.NEXT  # of each reason: those called may stand before the others


def candidates(view: View) -> pd.DataFrame:
    """The first candidates of each reason; moves are counted as elsewhere."""
    return ask(FOLLOW_UPS, view.change, most_rows=CANDIDATES)


def cards(called: list[Row], view: View) -> list[panel.Draw]:
    """A card for each client that is called."""
    if not called:
        return []
    tiers = ask("satisfaction/client_tiers", view.change)
    shown = evidence.hidden(tiers, settings().few.minimum_n)
    ids = [row["client_id"] for row in called]
    by_client = {row["client_id"]: row for row in rows_of(shown[shown.client_id.isin(ids)])}
    return [_card(row, by_client[row["client_id"]], _only(row, view)) for row in called]


def _only(row: Row, view: View) -> View:
    """The same period for this client alone."""
    client_id = str(row["client_id"])
    return replace(
        view,
        client_ids=(client_id,),
        clients=(client_id,),
        client_names=(str(row["client_name"]),),
    )


def _card(row: Row, tier: Row, own: View) -> panel.Draw:
    items = ask(ITEMS, own)
    told = words.labelled(words.capital(words.follow_up(row["follow_up"])), row["client_name"])
    return partial(
        panel.listed,
        told,
        partial(_draw, _body(row, items, _heard(tier, own), own)),
        answer=items,
        query=ITEMS,
        view=own,
        n=int(row["answer_count"]),
        key=f"call {row['follow_up']}",
    )


def _draw(body: str) -> None:
    st.html(body)


def _heard(tier: Row, own: View) -> Heard:
    """What its answers say; its words only where enough answers stand around them."""
    few = settings().few
    said = ask("clients/comments", own.trend, most_rows=1)
    is_enough = not said.empty and said.response_count.iloc[0] >= few.minimum_n_comments
    return Heard(
        gap=tier["expectation_gap"],
        answer_count=int(tier["answer_count"]),
        answered_on=tier["last_answered_on"],
        hidden=tier[HIDDEN] if isinstance(tier[HIDDEN], str) else None,
        tier_window=settings().tiers.tier_window,
        minimum_n=few.minimum_n,
        comment=str(said.comment.iloc[0]) if is_enough else None,
        commented_on=said.answered_on.iloc[0] if is_enough else None,
    )


def _body(row: Row, items: pd.DataFrame, heard: Heard, own: View) -> str:
    """The card as HTML; everything that comes from data is escaped."""
    return "".join(
        [
            f'<p style="margin:0">{html(follow_ups.why(row))}</p>',
            f'<p style="margin:.25rem 0 0;font-size:.875rem">{_tier(row["tier"])} '
            f'<span style="opacity:{MUTED}">{html(_worth(row))} ·</span> {_link(row, own)}</p>',
            _list(_("What to say"), follow_up_talk.say(row, items, heard)),
            _list(_("What not to do"), follow_up_talk.avoid(row, items)),
            _list(_("Who calls"), [follow_up_talk.caller(row)]),
        ]
    )


def _tier(tier: str | None) -> str:
    """The tier as a coloured word."""
    name = tier if isinstance(tier, str) else "unheard"
    colours = f"background:{TIER_COLOURS[name]};color:{ON_TIER[name]}"
    shape = "padding:.0625rem .5rem;margin-right:.25rem;border-radius:.75rem"
    return f'<span style="{colours};{shape}">{html(words.tier(tier))}</span>'


def _link(row: Row, own: View) -> str:
    address = html(links.client(str(row["client_id"]), own))
    told = html(_("Client page"))
    return f'<a href="{address}" target="_self" style="color:inherit;white-space:nowrap">{told}</a>'


def _worth(row: Row) -> str:
    worth = numbers.money(row["yearly_worth"], settings().currency)
    return words.labelled(words.column("yearly_worth"), worth)


def _list(heading: str, sentences: list[str]) -> str:
    if not sentences:
        return ""
    points = "".join(f'<li style="margin:.125rem 0">{html(told)}</li>' for told in sentences)
    title = (
        f'<h3 style="font-size:.9375rem;margin:.625rem 0 .125rem;padding:0">{html(heading)}</h3>'
    )
    return f'{title}<ul style="margin:0;padding-left:1.125rem">{points}</ul>'


def next_ones(found: pd.DataFrame, called: list[Row], view: View) -> panel.Draw:
    """Who comes next for each reason."""
    rows = follow_ups.next_ones(found, called)
    return partial(
        panel.table,
        follow_ups.next_told(rows),
        panel.laid_out(follow_ups.table(rows)),
        answer=later(FOLLOW_UPS, view.change),
        query=FOLLOW_UPS,
        view=view.change,
        n=len(rows),
        height=HEAD + ROW * len(rows),
    )
