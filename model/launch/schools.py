"""Tail first or head first: both placed, both priced under the same draws, with what is known of each and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.errors import Reason
from model.launch.calendar import festivals
from model.launch.season import Schedule, School, Season, conflicts, day_factor
from model.launch.sellingdays import strongest, windows
from model.launch.sessions import Luck, Session, in_stock, luck, profits, sessions_of
from model.launch.waves import place
from model.launchrules import WaveRule
from model.matrix.plan import Plan
from model.policy import Policy
from model.records import Estimate, RepurchaseClass, Tier

Floats = NDArray[np.float64]
_SIZE = {Tier.TAIL: 0, Tier.WAIST: 1, Tier.HEAD: 2}
_MOST = 0.9
"""Share of orders a host can lose at most to those before him, whatever is drawn."""


@dataclass(frozen=True)
class SchoolResult:
    """One school on this plan: its schedule, long-run profit in yuan with 80 % range, orders in stock, and profit by the calendar alone.

    ``calendar`` leaves out what the order of hosts does: only festivals, standing parcels and sessions not placed count.
    """

    school: School
    schedule: Schedule
    profit: Estimate
    first_profit: float
    orders: float
    calendar: float

    @property
    def name(self) -> str:
        """What the school comes to on this plan: ``head_first``, ``waist_first`` or ``tail_first``; empty with one level of hosts."""
        levels = _levels(self.schedule.sessions)
        if len(levels) < 2:
            return ""
        return f"{levels[0 if self.school is School.TAIL_FIRST else -1]}_first"


def _levels(sessions: Sequence[Session]) -> list[Tier]:
    """The levels of hosts there are, the smallest first."""
    return sorted({one.tier for one in sessions}, key=_SIZE.__getitem__)


@dataclass(frozen=True)
class Comparison:
    """Both schools under common draws.

    ``difference`` is head first less tail first in yuan, ``by_calendar`` what of it the dates make and ``by_order`` what the
    order of hosts makes; ``odds`` that head first is better; ``verdict`` is ``head_first``,
    ``tail_first`` or ``undecided`` (neither reaches ``waves.sure``); ``evidence`` what each school rests on.
    """

    tail_first: SchoolResult
    head_first: SchoolResult
    difference: Estimate
    by_calendar: float
    by_order: float
    odds: float
    verdict: Reason
    evidence: tuple[Reason, ...]


def compare(plan: Plan, season: Season, policy: Policy, seed: int) -> Comparison:
    """Place the plan both ways and compare their expected profit.

    Each draw has the shocks of the plan's risk, one for each festival (``waves.lift_sd``), one loss that small hosts before
    a big one do him, and one gain from imitating the tails before: the same for both schools. The loss is log-normal, a
    loss wherever the study holds (``waves.transfer``; Gu, Zhang & Kannan 2024 publish its sign, no size); the gain is
    normal and may be negative (nothing is published).

    Raises:
        InputError: ``launch_empty`` and those of :func:`model.launch.season.check_season`.
    """
    sessions = sessions_of(plan, policy.response.session_decay)
    rule, chances = policy.waves, chances_of(plan, season, policy, seed)
    found = {}
    for school in School:
        schedule = place(sessions, season, school, policy)
        found[school] = priced(plan, school, schedule, chances, policy)
    (tail, tail_drawn), (head, head_drawn) = found[School.TAIL_FIRST], found[School.HEAD_FIRST]
    apart = head_drawn - tail_drawn
    odds = float((apart > 0).mean() + (apart == 0).mean() / 2)
    dates, middle = head.calendar - tail.calendar, _estimate(apart)
    levels = _levels(sessions)
    told = _verdict(odds, rule, levels), _evidence(rule, levels)
    return Comparison(tail, head, middle, dates, middle.value - dates, odds, *told)


@dataclass(frozen=True)
class Chances:
    """What is drawn for a plan: how its choices turn out, and the two effects of the order (draws).

    ``festivals`` is how well each festival of the season does against what is said of it (draws, festivals), mean 1; the
    last column, of no festival, is 1.
    """

    luck: Luck
    hurt: Floats
    gain: Floats
    festivals: Floats


def chances_of(plan: Plan, season: Season, policy: Policy, seed: int) -> Chances:
    """Seeded draws, the same for every schedule of the plan, so that schedules are compared under equal luck."""
    rule, draws = policy.waves, int(policy.waves.draws)
    rng = np.random.default_rng([seed, 1])
    hurt = np.minimum(_MOST, rule.hurt * np.exp(rule.hurt_sd * rng.standard_normal(draws)))
    hurt = np.where(rng.random(draws) < rule.transfer, hurt, 0.0)
    gain = rule.imitation + rule.imitation_sd * rng.standard_normal(draws)
    count, sd = len(festivals(season.first, season.last, policy.festivals)), rule.lift_sd
    days = np.exp(sd * rng.standard_normal((draws, count)) - sd * sd / 2)
    return Chances(luck(plan, draws, seed), hurt, gain, np.hstack([days, np.ones((draws, 1))]))


def turned_out(schedule: Schedule, chances: Chances, policy: Policy) -> Floats:
    """How each booking does against its mean, its host and its festival taken together: (draws, bookings), mean 1."""
    season = schedule.season
    letters = {one.letter for one in schedule.sessions}
    on = {s: _festival_on(season, s, policy) for s in letters}
    places = [
        on[one.session.letter][place_] if 0 <= place_ < season.days else -1
        for one, place_ in zip(schedule.bookings, schedule.places().tolist(), strict=True)
    ]
    return chances.luck.orders[:, [one.choice for one in schedule.sessions]] * chances.festivals[:, places]


def served(plan: Plan, schedule: Schedule, chances: Chances, policy: Policy) -> Floats:
    """The same with what is not in stock taken off: what the hands have to send."""
    turned = turned_out(schedule, chances, policy)
    return turned * in_stock(plan, schedule.sessions, turned * _means(schedule, policy))


def stocked(plan: Plan, schedule: Schedule, chances: Chances, policy: Policy) -> Schedule:
    """The schedule with what the goods allow to be sent, so that its days are told the same orders as the picture of the load."""
    shares = served(plan, schedule, chances, policy).mean(axis=0).tolist()
    sent = {one.id: share for one, share in zip(schedule.sessions, shares, strict=True)}
    spoken = conflicts(schedule.season, schedule.bookings, policy, sent)
    return replace(schedule, sent=sent, conflicts=spoken)


def _festival_on(season: Season, letter: RepurchaseClass, policy: Policy) -> NDArray[np.int64]:
    named = windows(season.first, season.last, letter, policy, season.own_lifts)
    return strongest(named, season.first, season.days)


def priced(
    plan: Plan, school: School, schedule: Schedule, chances: Chances, policy: Policy
) -> tuple[SchoolResult, Floats]:
    """What a schedule brings, and its long-run profit in each draw. What the hands cannot carry is not looked at here."""
    base = turned_out(schedule, chances, policy) * _means(schedule, policy)
    orders = base * order_effects(schedule, chances.hurt, chances.gain, policy)
    first, long = profits(plan, schedule.sessions, orders, chances.luck)
    _, calendar = profits(plan, schedule.sessions, base, chances.luck)
    result = SchoolResult(
        school,
        schedule,
        _estimate(long),
        float(first.mean()),
        float((orders * in_stock(plan, schedule.sessions, orders)).sum(axis=1).mean()),
        float(calendar.mean()),
    )
    return result, long


def _means(schedule: Schedule, policy: Policy) -> Floats:
    """Mean orders of each booking on its day, before what the order of hosts does."""
    season = schedule.season
    factors = {s: day_factor(season, s, policy) for s in {one.letter for one in schedule.sessions}}
    near = _crowded(schedule, policy.waves)
    return np.array(
        [
            one.session.orders
            * factors[one.session.letter][place_]
            * (1 - policy.waves.segment_loss) ** near[row]
            for row, (one, place_) in enumerate(
                zip(schedule.bookings, schedule.places().tolist(), strict=True)
            )
        ]
    )


def _crowded(schedule: Schedule, rule: WaveRule) -> Floats:
    """How many other sessions for the same audience lie within the gap of each booking."""
    days = schedule.places()
    segments = np.unique([one.segment for one in schedule.sessions], return_inverse=True)[1]
    near = np.abs(days[:, None] - days[None, :]) < round(rule.segment_gap)
    return np.asarray((near & (segments[:, None] == segments[None, :])).sum(axis=1) - 1.0)


def order_effects(schedule: Schedule, hurt: Floats, gain: Floats, policy: Policy) -> Floats:
    """What the sessions before do to each booking: factors (draws, bookings).

    A session is touched by others' sessions of the ``waves.memory`` days before it, in proportion s / (s + own) of their
    expected orders s: smaller hosts before a larger one take ``hurt`` of that, tails before anyone give ``gain`` of it.
    """
    smaller, tails = exposures(schedule, policy)
    factor = (1 - hurt[:, None] * smaller) * (1 + gain[:, None] * tails)
    return np.asarray(np.maximum(factor, 0.0))


def exposures(schedule: Schedule, policy: Policy) -> tuple[Floats, Floats]:
    """Shares 0-1 by which each booking is touched by smaller hosts, and by tails, before it."""
    days, sessions = schedule.places(), schedule.sessions
    size = np.array([_SIZE[one.tier] for one in sessions])
    orders = np.array([one.orders for one in sessions])
    hosts = np.unique([one.host for one in sessions], return_inverse=True)[1]
    since = days[:, None] - days[None, :]
    before = (since > 0) & (since <= round(policy.waves.memory)) & (hosts[:, None] != hosts[None, :])
    smaller = (before & (size[None, :] < size[:, None])) @ orders
    tails = (before & (size[None, :] == 0)) @ orders
    own = np.maximum(orders, 1e-9)
    return smaller / (smaller + own), tails / (tails + own)


def _estimate(drawn: Floats) -> Estimate:
    low, high = (float(v) for v in np.quantile(drawn, (0.1, 0.9)))
    return Estimate(float(drawn.mean()), low, high)


def _verdict(odds: float, rule: WaveRule, levels: Sequence[Tier]) -> Reason:
    if odds >= rule.sure:
        return Reason("head_first_better", {"odds": odds, "first": f"{levels[-1]}_first"})
    if odds <= 1 - rule.sure:
        return Reason("tail_first_better", {"odds": 1 - odds, "first": f"{levels[0]}_first"})
    return Reason("order_undecided", {"odds": max(odds, 1 - odds), "sure": rule.sure})


def _evidence(rule: WaveRule, levels: Sequence[Tier]) -> tuple[Reason, ...]:
    """What each school rests on, and when this plan cannot tell them apart."""
    told = [
        Reason("evidence_streams", {"share": rule.hurt}),
        Reason("evidence_hubs"),
        Reason("evidence_brief", {"share": rule.imitation}),
        Reason("evidence_one_degree"),
    ]
    return (*told, *([Reason("order_one_level")] if len(levels) == 1 else []))
