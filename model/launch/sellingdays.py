"""How much better a day sells than an ordinary one: festivals by policy and by own orders, parcels that stand still."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.launch.calendar import Festival, day_of, festivals
from model.launchrules import DeliveryRule
from model.normal import Z80
from model.policy import Policy
from model.records import Estimate, RepurchaseClass

Floats = NDArray[np.float64]
_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Closing:
    """Days around one Spring Festival on which carriers take no parcels: ``first`` to ``last``, both closed.

    ``safe`` is the last day on which an order still arrives before the festival.
    """

    festival: dt.date
    safe: dt.date
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Window:
    """The days of buying of one festival, and the lift on them; ``own`` where own orders say it and not the policy."""

    festival: Festival
    lift: float
    own: bool


@dataclass(frozen=True, slots=True)
class OwnLift:
    """What own orders say of one festival: orders a day in its days of buying against ordinary ones, with 80 % range.

    ``value`` joins the policy's figure (a log-normal prior) with ``seen``, the plain ratio over ``days`` days.
    """

    code: str
    value: Estimate
    seen: float
    days: int


def closings(first: dt.date, last: dt.date, rule: DeliveryRule) -> tuple[Closing, ...]:
    """Every closing that touches the time from ``first`` to ``last``."""
    made = (_closing(day_of("spring_festival", year), rule) for year in range(first.year, last.year + 2))
    return tuple(one for one in made if one.safe <= last and one.last >= first)


def _closing(festival: dt.date, rule: DeliveryRule) -> Closing:
    stop = festival - _DAY * round(rule.stop_before)
    return Closing(
        festival,
        min(festival - _DAY * (round(rule.transit) + 1), stop - _DAY),
        stop,
        festival + _DAY * (round(rule.again_after) - 1),
    )


def windows(
    first: dt.date,
    last: dt.date,
    letter: RepurchaseClass,
    policy: Policy,
    own: Mapping[str, float] | None = None,
) -> tuple[Window, ...]:
    """The days of buying that touch the time from ``first`` to ``last``, each with its lift, by the festival's day.

    Class C gets the lift of festival goods, other classes that of daily ones; ``own`` replaces single festivals (by code).
    """
    seen = own or {}
    return tuple(
        Window(one, seen.get(one.code) or lift_of(one.code, letter, policy), bool(seen.get(one.code)))
        for one in festivals(first, last, policy.festivals)
    )


def lifts(
    first: dt.date,
    days: int,
    letter: RepurchaseClass,
    policy: Policy,
    own: Mapping[str, float] | None = None,
) -> Floats:
    """Orders of a session on each of ``days`` days from ``first``, in units of an ordinary day (see :func:`windows`).

    Where days of buying overlap the strongest festival counts, so no day is lifted twice.
    """
    named = windows(first, first + _DAY * (days - 1), letter, policy, own)
    by_place = np.array([*(one.lift for one in named), 1.0])
    return by_place[strongest(named, first, days)]


def strongest(named: Sequence[Window], first: dt.date, days: int) -> NDArray[np.int64]:
    """For each of ``days`` days from ``first`` the place in ``named`` of the festival that moves it most, -1 for none."""
    which, strength = np.full(days, -1), np.zeros(days)
    for place, one in enumerate(named):
        inside, strong = _span(one.festival, first, days), abs(math.log(one.lift))
        which[inside] = np.where(strong > strength[inside], place, which[inside])
        strength[inside] = np.maximum(strength[inside], strong)
    return which


def lift_of(code: str, letter: RepurchaseClass, policy: Policy) -> float:
    """The policy's lift of one festival for one class."""
    table: Mapping[str, float] = getattr(policy.lifts, code)
    return table["gift" if letter is RepurchaseClass.C else "daily"]


def _span(one: Festival, first: dt.date, days: int) -> slice:
    start, stop = (one.first - first).days, (one.last - first).days + 1
    return slice(max(start, 0), min(max(stop, 0), days))


def shipped_share(first: dt.date, days: int, rule: DeliveryRule) -> Floats:
    """Share of the orders of each day that is not cancelled for want of shipping (1 but in a closing)."""
    share = np.ones(days)
    for one in closings(first, first + _DAY * (days - 1), rule):
        start, stop = (one.first - first).days, (one.last - first).days + 1
        share[max(start, 0) : max(stop, 0)] = 1 - rule.closed_refund
    return share


def own_lifts(
    orders: Sequence[float], first: dt.date, letter: RepurchaseClass, policy: Policy
) -> tuple[OwnLift, ...]:
    """Lifts of the festivals that lie wholly within own daily ``orders`` (one figure a day from ``first``).

    The log of the ratio to ordinary days is normal around the policy's log lift (``waves.lift_sd``); one day is
    log-normal with ``waves.day_sd``, or as widely as ordinary days are seen to scatter if that is more.
    """
    sold = np.asarray(orders, float)
    last = first + _DAY * (len(sold) - 1)
    found = [
        one for one in festivals(first, last, policy.festivals) if one.first >= first and one.last <= last
    ]
    plain = np.ones(len(sold), bool)
    for one in festivals(first, last, policy.festivals):
        plain[_span(one, first, len(sold))] = False
    usual = float(sold[plain].mean()) if plain.any() else 0.0
    if usual <= 0:
        return ()
    spread = max(policy.waves.day_sd, float(sold[plain].std()) / usual)
    return tuple(
        _own(one, sold[_span(one, first, len(sold))], usual, spread, letter, policy) for one in found
    )


def _own(
    one: Festival, sold: Floats, usual: float, spread: float, letter: RepurchaseClass, policy: Policy
) -> OwnLift:
    ratio = float(sold.mean()) / usual
    prior, weight = math.log(lift_of(one.code, letter, policy)), 1 / policy.waves.lift_sd**2
    own = len(sold) / spread**2 if ratio > 0 else 0.0
    middle = (weight * prior + own * math.log(max(ratio, 1e-9))) / (weight + own)
    sd = (weight + own) ** -0.5
    ends = (math.exp(middle - Z80 * sd), math.exp(middle + Z80 * sd))
    return OwnLift(one.code, Estimate(math.exp(middle), *ends), ratio, len(sold))
