"""Responses and the invitations sent for them; each response is handed on to its answers."""

import numpy as np
import pandas as pd

from data.sample import names, scores, story, words
from data.sample.chance import Chance, Integers, Reals
from data.sample.company import identifiers
from data.sample.horizon import DAY, NEVER
from data.sample.scores import Occasions
from data.sample.store import Store, chunks
from data.sample.world import Falling, World, categories, weekdays

_CHUNK = 40_000
_CONTACTS = 4
_UNANSWERED = 0.8
"""Invitations without an answer, per response."""
_PEOPLE = tuple(dict.fromkeys(names.people(100, 700)))
_MOODS = list(words.COMMENTS)


def write(store: Store, world: World, total: int) -> None:
    """Write `total` responses, ten answers each, and the invitations."""
    falling = Falling(world.standing.shares_of_work(world.company, "responses"))
    for number, rows in chunks(total, _CHUNK):
        chance = Chance(world.seed, 20, number)
        occasions = _draw(chance, world, falling, rows, total)
        keys = identifiers("R", rows.start + 1, len(rows), 8)
        invited = _invited(chance, occasions)
        store.write("responses", _responses(chance, world, occasions, keys, invited))
        store.write("answers", scores.answers(chance, world, occasions, keys))
        store.write("invitations", _invitations(chance, world, occasions, invited, rows.start))


def _draw(chance: Chance, world: World, falling: Falling, rows: range, total: int) -> Occasions:
    horizon = world.horizon
    seconds = horizon.spread(chance, rows, total, weekdays(horizon))
    months = horizon.month_of_day[seconds // DAY]
    clients = falling.clients(chance, months)
    method = chance.pick([82, 8, 6, 4], seconds.size)
    unevenness = np.where(story.is_named(clients), 0.15, 0.4) * chance.bell(seconds.size)
    return Occasions(
        seconds=seconds,
        clients=clients,
        months=months,
        method=np.where(world.company.is_internal[clients], 4, method),
        is_relationship=chance.happens(0.15, seconds.size),
        mood=world.standing.perceived[clients, months] + unevenness,
    )


def _responses(
    chance: Chance, world: World, occasions: Occasions, keys: pd.Series, invited: Integers
) -> pd.DataFrame:
    count = len(keys)
    contact = chance.pick([6, 3, 2, 1], count)
    roles = (occasions.clients + contact * 2) % len(words.CLIENT_ROLES)
    touchpoint = chance.pick([10, 4, 4, 2, 1], count)
    return pd.DataFrame(
        {
            "response_id": keys,
            "client_id": world.client_ids(occasions.clients),
            "answered_at": world.horizon.moments(occasions.seconds),
            "invited_at": world.horizon.moments(invited),
            "respondent": _respondents(occasions.clients * _CONTACTS + contact),
            "role": categories(roles, words.CLIENT_ROLES),
            "method": categories(occasions.method, words.METHODS),
            "touchpoint": categories(touchpoint, words.TOUCHPOINTS),
            "recommend": _recommend(chance, occasions.mood),
            "comment": _comments(chance, occasions.mood),
        }
    )


def _respondents(numbers: Integers) -> "pd.Categorical[str]":
    """Names of the clients' people; those of one client differ."""
    return categories(numbers % len(_PEOPLE), _PEOPLE)


def _recommend(chance: Chance, mood: Reals) -> pd.Series:
    score = np.floor(mood + 0.6 + 0.9 * chance.bell(mood.size) + chance.even(mood.size))
    return pd.Series(np.clip(score, 0, 10)).mask(chance.happens(0.3, mood.size))


def _comments(chance: Chance, mood: Reals) -> "pd.Categorical[str]":
    """One response in four has a comment, glad or unhappy as the person is."""
    said = [text for name in _MOODS for text in words.COMMENTS[name]]
    per_mood = len(said) // len(_MOODS)
    tone = np.where(mood > 7.9, 0, np.where(mood > 5.6, 1, 2))
    position = tone * per_mood + chance.whole(0, per_mood - 1, mood.size)
    return categories(np.where(chance.happens(0.25, mood.size), position, -1), said)


def _invited(chance: Chance, occasions: Occasions) -> Integers:
    """When the questionnaires were sent: one to nine days before the answer."""
    earlier = occasions.seconds - chance.whole(DAY, 9 * DAY, occasions.seconds.size)
    return np.where(occasions.method == 0, np.maximum(earlier, 0), NEVER)


def _invitations(
    chance: Chance, world: World, occasions: Occasions, invited: Integers, first: int
) -> pd.DataFrame:
    """The invitations that were answered, and others that were not, in time order."""
    answered = invited != NEVER
    extra = chance.happens(_UNANSWERED, invited.size)
    active = world.company.is_active(world.horizon.month_count).astype(np.int64)
    silent = Falling(active).clients(chance, occasions.months[extra])
    seconds = np.concatenate([invited[answered], occasions.seconds[extra]])
    clients = np.concatenate([occasions.clients[answered], silent])
    order = np.argsort(seconds, kind="stable")
    return pd.DataFrame(
        {
            "invitation_id": identifiers("I", first * 2 + 1, order.size, 8),
            "client_id": world.client_ids(clients[order]),
            "sent_at": world.horizon.moments(seconds[order]),
            "method": "questionnaire",
        }
    )
