"""Sessions of a plan placed on days, in the order one school asks for; a moved session is looked at again."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.errors import Reason
from model.launch.season import (
    Booking,
    Conflict,
    Floats,
    Schedule,
    School,
    Season,
    carry,
    check_season,
    conflicts,
    day_factor,
    rest,
)
from model.launch.sessions import Session
from model.policy import Policy
from model.records import RepurchaseClass, Tier

Mask = NDArray[np.bool_]
_SMALLEST_FIRST = (Tier.TAIL, Tier.WAIST, Tier.HEAD)
Fixed = Mapping[str, dt.date]
"""Days of single sessions, by id."""
NOT_FIXED: Final[Fixed] = MappingProxyType({})


@dataclass(frozen=True)
class _Board:
    """What is already placed: orders a day, sessions a day by segment, days by host.

    ``factors``: orders of a session on each day against an ordinary one; ``alike`` the same for choosing, where those hardly
    below the best count as it.
    """

    season: Season
    policy: Policy
    factors: dict[RepurchaseClass, Floats]
    alike: dict[RepurchaseClass, Floats]
    shape: Floats
    load: Floats
    near: dict[str, Floats]
    taken: dict[str, list[int]]


def place(
    sessions: Sequence[Session],
    season: Season,
    school: School,
    policy: Policy,
    fixed: Fixed = NOT_FIXED,
) -> Schedule:
    """Every session on the best day left for it, wave after wave.

    Levels of hosts come in the order of the school, each within its part of the season (``waves.phase``); within a level
    the largest session chooses first. A day is best that sells most, after the lift of festivals (lifts closer to the best
    than ``waves.alike`` count as it: they are guesses), what is cancelled while parcels stand still, and what sessions for
    the same audience take from each other, less ``waves.crowding`` of every order that goes over what the hands carry;
    among equals the emptiest. Greedy: no proof that no better schedule exists.
    Sessions that are ``fixed`` lie on their days, whatever is wrong with them; the others stay where they would be without.

    Raises:
        InputError: those of :func:`check_season`.
    """
    check_season(season, policy.waves.most_ahead)
    board = _empty(sessions, season, policy)
    windows = phases(sessions, season, school, policy)
    made: list[Booking] = []
    unplaced: list[Conflict] = []
    for one in sorted(sessions, key=lambda s: (_turn(s.tier, school), s.number, -s.orders, s.id)):
        found = _best(board, one, windows[one.tier])
        if found is None:
            unplaced.append(Conflict(one.id, Reason("no_day_left", {"name": one.name}), True))
        else:
            _take(board, one, found)
            made.append(Booking(one, season.day(found)))
    made = _held(_in_turn(made), sessions, fixed)
    left = tuple(one for one in unplaced if one.session not in fixed)
    return Schedule(season, tuple(made), conflicts(season, made, policy), left)


def _held(bookings: Sequence[Booking], sessions: Sequence[Session], fixed: Fixed) -> list[Booking]:
    """The bookings with those that are fixed on their days."""
    free = [one for one in bookings if one.session.id not in fixed]
    held = [Booking(one, fixed[one.id]) for one in sessions if one.id in fixed]
    return sorted([*free, *held], key=lambda b: (b.day, b.session.id))


def _in_turn(bookings: Sequence[Booking]) -> list[Booking]:
    """The same days of each host, his first session on the first of them; all by day."""
    days: dict[str, list[dt.date]] = {}
    sessions: dict[str, list[Session]] = {}
    for one in bookings:
        days.setdefault(one.session.host, []).append(one.day)
        sessions.setdefault(one.session.host, []).append(one.session)
    made = [
        Booking(session, day)
        for host, of in sessions.items()
        for session, day in zip(sorted(of, key=lambda s: s.number), sorted(days[host]), strict=True)
    ]
    return sorted(made, key=lambda b: (b.day, b.session.id))


def phases(
    sessions: Sequence[Session], season: Season, school: School, policy: Policy
) -> dict[Tier, tuple[int, int]]:
    """First and last place of each level's wave; the levels there are share what is left of the season evenly."""
    start = max(0, season.place(season.today))
    length = season.days - start
    present = [t for t in _SMALLEST_FIRST if any(s.tier is t for s in sessions)]
    turns = present if school is School.TAIL_FIRST else present[::-1]
    if len(turns) == 1:
        return {turns[0]: (start, season.days - 1)}
    width = max(1, round(length * max(policy.waves.phase, 1 / len(turns))))
    step = (length - width) / (len(turns) - 1)
    return {t: (start + round(n * step), start + round(n * step) + width - 1) for n, t in enumerate(turns)}


def move(schedule: Schedule, session: str, day: dt.date, policy: Policy) -> Schedule:
    """The same schedule with one session on another day; its conflicts say what is wrong with that, if anything.

    Raises:
        KeyError: the schedule has no such session.
    """
    if session not in {one.session.id for one in schedule.bookings}:
        raise KeyError(session)
    moved = [replace(one, day=day) if one.session.id == session else one for one in schedule.bookings]
    moved.sort(key=lambda b: (b.day, b.session.id))
    spoken = conflicts(schedule.season, moved, policy, schedule.sent)
    return replace(schedule, bookings=tuple(moved), conflicts=spoken)


def tried(schedule: Schedule, session: str, day: dt.date, policy: Policy) -> tuple[Conflict, ...]:
    """What would speak against the schedule with one session on another day and does not now; those of the session first.

    Raises:
        KeyError: the schedule has no such session.
    """
    now = conflicts(schedule.season, schedule.bookings, policy, schedule.sent)
    known = {
        (one.session, one.reason.code, *one.reason.values.items()) for one in (*now, *schedule.conflicts)
    }
    found = move(schedule, session, day, policy).conflicts
    new = [c for c in found if (c.session, c.reason.code, *c.reason.values.items()) not in known]
    return tuple(sorted(new, key=lambda c: (c.session != session, not c.hard)))


def _turn(tier: Tier, school: School) -> int:
    place_ = _SMALLEST_FIRST.index(tier)
    return place_ if school is School.TAIL_FIRST else -place_


def _empty(sessions: Sequence[Session], season: Season, policy: Policy) -> _Board:
    factors = {letter: day_factor(season, letter, policy) for letter in {s.letter for s in sessions}}
    return _Board(
        season,
        policy,
        factors,
        {letter: _alike(one, season, policy) for letter, one in factors.items()},
        carry(policy.capacity.carry_share, policy.capacity.carry_days),
        np.zeros(season.days),
        {s.segment: np.zeros(season.days) for s in sessions},
        {},
    )


def _alike(factors: Floats, season: Season, policy: Policy) -> Floats:
    """Lifts closer to the best that is still to come than ``waves.alike`` count as it."""
    top = factors[max(0, season.place(season.today)) :].max(initial=0.0)
    return np.where(factors > top - policy.waves.alike, top, factors)


def _best(board: _Board, one: Session, window: tuple[int, int]) -> int | None:
    """The best day of a session within its wave, or anywhere when the wave has none left."""
    allowed = _allowed(board, one)
    if not allowed.any():
        return None
    wave = np.zeros(board.season.days, bool)
    wave[window[0] : window[1] + 1] = True
    mask = allowed & wave if (allowed & wave).any() else allowed
    gains = _sells(board, one) - board.policy.waves.crowding * _over(board, one)
    best = np.flatnonzero(mask & (gains >= gains[mask].max() - 1e-9))
    return int(best[np.argmin(board.load[best])])


def _sells(board: _Board, one: Session) -> Floats:
    """Orders of a session on each day against an ordinary one."""
    kept = 1 - board.policy.waves.segment_loss
    return np.asarray(board.alike[one.letter] * kept ** board.near[one.segment])


def _allowed(board: _Board, one: Session) -> Mask:
    """Days the session can be held: not past, host free and rested, goods there."""
    season, gap = board.season, rest(one, board.policy)
    allowed = np.ones(season.days, bool)
    allowed[: max(0, season.place(season.today))] = False
    if one.host in season.free:
        free = [season.place(day) for day in season.free[one.host]]
        mask = np.zeros(season.days, bool)
        mask[[place_ for place_ in free if 0 <= place_ < season.days]] = True
        allowed &= mask
    if one.product in season.stock:
        allowed[: max(0, season.place(season.stock[one.product]))] = False
    for taken in board.taken.get(one.host, []):
        allowed[max(0, taken - gap + 1) : taken + gap] = False
    return allowed


def _over(board: _Board, one: Session) -> Floats:
    """Orders that a session on each day would put on top of what the hands carry, against its own on an ordinary day."""
    days, carries = board.season.days, board.season.carries
    if carries is None or one.orders <= 0:
        return np.zeros(days)
    load = np.concatenate([board.load, np.zeros(len(board.shape) - 1)])
    more, over = one.orders * board.factors[one.letter], np.zeros(days)
    for later, share in enumerate(board.shape):
        there = load[later : later + days]
        over += np.maximum(there + more * share - carries, 0.0) - np.maximum(there - carries, 0.0)
    return over / one.orders


def _take(board: _Board, one: Session, place_: int) -> None:
    days, gap = board.season.days, round(board.policy.waves.segment_gap)
    upto = min(len(board.shape), days - place_)
    board.load[place_ : place_ + upto] += one.orders * board.factors[one.letter][place_] * board.shape[:upto]
    board.near[one.segment][max(0, place_ - gap + 1) : place_ + gap] += 1
    board.taken.setdefault(one.host, []).append(place_)
