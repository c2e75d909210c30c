"""A market of hosts whose truth is known: what learning from campaigns is worth can be counted there, never in a shop.

Every host has a true conversion, padding, share of returns and of customers who come back, an audience that overlaps with
his neighbours', and a claim that is taller the less there is behind it. How far hosts, sessions and shops differ is drawn
anew for each market, up to a third smaller or larger than the policy believes, so that its spreads must be learnt as well.
"""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.advice import grades
from model.beliefs import NOTHING, Beliefs, HostBelief, Knowledge
from model.economics import order_value
from model.errors import NothingFeasible
from model.estimates import HostFacts, host_facts
from model.learning.comebacks import Comeback
from model.learning.learned import Learned, learn
from model.matrix.candidates import Candidate, candidates
from model.matrix.recommend import recommend
from model.policy import Policy
from model.records import Estimate, Influencer, Kind, Offer, Product, Request
from model.results import Result

PLATFORMS = ("douyin", "xiaohongshu")
CATEGORIES = ("coffee", "facial_skincare", "snacks")
START = dt.date(2025, 3, 3)
COFFEE = Product("咖啡", 59.9, "咖啡", 22.0, 4.0, 0.05, 0.06, id=1)
BACK = 0.3
"""Share of customers of a usual host who come back within the window."""
OVERLAP = 0.05
"""Share of an audience each host hired before has won already."""

REPLAYS = 10

Picked = Sequence[tuple[Candidate, Estimate]]


@dataclass(frozen=True)
class Truth:
    """What is true of one host.

    ``log`` of his lasting orders over the forecast, log odds of ``returns`` over the usual, times the usual share who
    ``repeat``, and the GMV he claims of a session.
    """

    log: float
    returns: float
    repeat: float
    claimed: float


@dataclass(frozen=True)
class Bought:
    """One host hired in a round: what was forecast, and what came of it."""

    item: Candidate
    forecast: Estimate
    orders: int
    refunds: int
    back: int
    profit: float

    @property
    def id(self) -> str:
        return self.item.host.influencer.id

    @property
    def held(self) -> bool:
        """Whether orders lay within the 80 % range, in whole orders as it is shown."""
        return math.floor(self.forecast.low) <= self.orders <= math.ceil(self.forecast.high)


class Market:
    """One market; any strategy may play its rounds, and meets the very same chances there."""

    def __init__(self, seed: int, policy: Policy, size: int = 40, budget: float = 60_000.0) -> None:
        rng = np.random.default_rng(seed)
        self.seed, self.policy, self.budget = seed, policy, budget
        self.grade = grades((COFFEE,), policy)
        self.hosts = tuple(self._host(rng, i) for i in range(size))
        table = candidates(self.hosts, self.grade, policy)
        self.plain = {item.host.influencer.id: item for item in table.items}
        between, self.session = (float(rng.uniform(0.67, 1.33)) for _ in range(2))
        self.truth = self._truths(rng, between)

    def _host(self, rng: np.random.Generator, i: int) -> HostFacts:
        followers = int(10 ** rng.uniform(4.2, 6.0))
        views = float(round(3 * followers**0.75 * rng.lognormal(0, 0.4)))
        fee = float(round(4300 * (followers / 1e5) ** 0.95 * rng.lognormal(0.7, 0.5)))
        platform, category = str(rng.choice(PLATFORMS)), str(rng.choice(CATEGORIES))
        offers = (Offer("a", fee, 0.2),)
        host = Influencer(
            f"h{i}", f"h{i}", platform, Kind.HOST, followers, views, None, category, offers=offers
        )
        return host_facts(host, self.policy)

    def _truths(self, rng: np.random.Generator, between: float) -> dict[str, Truth]:
        rule, apart, share = self.policy.response, self.policy.shocks, self.policy.learning.group_share
        lasting = math.sqrt(self.policy.learning.lasting_share)
        shop = _unit(rng.normal(), rule.common_sd * lasting)
        alike, kinds, found = math.sqrt(share) * rule.host_sd * between, {}, {}
        for host in self.hosts:
            one = host.influencer
            spreads = {
                one.platform: apart.platform_sd * lasting,
                host.tier: alike / 2,
                one.category: alike / 2,
                (one.platform, host.tier, one.category): alike / math.sqrt(2),
            }
            for key, sd in spreads.items():
                kinds.setdefault(key, _unit(rng.normal(), sd))
            own = math.sqrt(1 - share) * rule.host_sd * apart.tier_spread[host.tier] * between
            padded = rng.random() < 0.4
            real = float(rng.beta(5, 5) if padded else rng.beta(30, 1.5))
            log = shop + sum(kinds[key] for key in spreads) + _unit(rng.normal(), own)
            log += math.log(real / rule.authenticity)
            sells = self.plain[one.id].response.mean * math.exp(log) * COFFEE.price
            found[one.id] = Truth(
                log,
                float(rng.normal(0.6 if padded else 0.0, 0.4)),
                float(rng.lognormal(-0.02, 0.2)),
                float(sells / real**2 * rng.lognormal(0.3, 0.5)),
            )
        return found

    # ── a round ──

    def worth(self, picked: Picked, number: int) -> float:
        """Realised profit of hiring these in one round: the mean of what would come of it under several chances.

        One run alone tells little: a single session may sell five times as much as another.
        """
        runs = [self.play(picked, number, replay) for replay in range(REPLAYS)]
        return sum(one.profit for run in runs for one in run) / REPLAYS

    def play(self, picked: Picked, number: int, replay: int = 0) -> list[Bought]:
        """What comes of hiring these in one round; its first run is the one that is seen, and learnt from."""
        rng = np.random.default_rng((self.seed, number, replay))
        rule, apart = self.policy.response, self.policy.shocks
        passing = math.sqrt(1 - self.policy.learning.lasting_share)
        shared = _unit(rng.normal(), rule.common_sd * passing) + _unit(rng.normal(), apart.class_sd)
        platform = {name: _unit(rng.normal(), apart.platform_sd * passing) for name in PLATFORMS}
        size = len(self.truth)
        chance = dict(zip(self.truth, rng.normal(size=size).tolist(), strict=True))
        seeds = dict(zip(self.truth, rng.integers(2**32, size=size).tolist(), strict=True))
        left = _left([item for item, _ in picked])
        found = []
        for item, forecast in picked:
            one = item.host.influencer
            own = _unit(chance[one.id], apart.session_sd * self.session)
            log = self.truth[one.id].log + shared + platform[one.platform] + own
            mean = self.plain[one.id].response.mean * math.exp(log) * left[one.id]
            found.append(self._sold(item, forecast, mean, np.random.default_rng(seeds[one.id])))
        return found

    def _sold(self, item: Candidate, forecast: Estimate, mean: float, rng: np.random.Generator) -> Bought:
        truth, plain = self.truth[item.host.influencer.id], self.plain[item.host.influencer.id]
        orders = int(rng.poisson(mean))
        refunds = int(rng.binomial(orders, _moved(plain.worth.basis.return_rate, truth.returns)))
        kept = orders - refunds
        back = int(rng.binomial(kept, min(BACK * truth.repeat, 1.0)))
        basis = replace(plain.worth.basis, return_rate=refunds / orders if orders else 0.0)
        profit = orders * order_value(basis, plain.offer.commission) - plain.offer.slot_fee - plain.samples
        return Bought(
            item, forecast, orders, refunds, back, profit + kept * plain.worth.repeat * truth.repeat
        )


def _left(items: Sequence[Candidate]) -> dict[str, float]:
    """Of each host's orders the share that hosts of the same audience have not won already, the most viewed first."""
    taken: dict[tuple[str, str], int] = {}
    found = {}
    for item in sorted(items, key=lambda one: -one.host.views):
        key = item.host.influencer.platform, item.host.influencer.category
        found[item.host.influencer.id] = (1 - OVERLAP) ** taken.get(key, 0)
        taken[key] = taken.get(key, 0) + 1
    return found


def _unit(z: float, sd: float) -> float:
    """Log of a log-normal of mean 1."""
    return float(z * sd - sd * sd / 2)


def _moved(rate: float, more: float) -> float:
    odds = rate / (1 - rate) * math.exp(more)
    return odds / (1 + odds)


# ── strategies ──


def planned(market: Market, known: Knowledge) -> Picked:
    """The plan under what is known."""
    request = Request(budget=market.budget, free_mix=True)
    try:
        table = candidates(market.hosts, market.grade, market.policy, known=known)
        plan = recommend(table, request, market.policy)
    except NothingFeasible:
        return []
    return [(choice.candidate, choice.orders) for choice in plan.choices]


def knowing(market: Market) -> Knowledge:
    """The truth about every host as beliefs."""
    sure = {
        id_: HostBelief(t.log, 1e-4, returns=t.returns, repeat=t.repeat) for id_, t in market.truth.items()
    }
    return Knowledge(Beliefs(sure))


def in_order(market: Market, order: Callable[[HostFacts], float]) -> Picked:
    """Hosts in this order as far as the budget goes."""
    left, found = market.budget, []
    for host in sorted(market.hosts, key=order):
        item = market.plain[host.influencer.id]
        if item.offer.slot_fee <= left:
            left -= item.offer.slot_fee
            found.append((item, Estimate(item.response.mean, 0.0, math.inf)))
    return found


def biggest(market: Market, number: int) -> Picked:
    """Most followers first."""
    return in_order(market, lambda host: -host.followers)


def claimed(market: Market, number: int) -> Picked:
    """Who claims the highest GMV first."""
    return in_order(market, lambda host: -market.truth[host.influencer.id].claimed)


def evenly(market: Market, number: int) -> Picked:
    """Everybody gets a turn: as many hosts as the budget allows, others each round."""
    places = np.random.default_rng((market.seed, number, 7)).permutation(len(market.hosts))
    turn = dict(zip((host.influencer.id for host in market.hosts), places.tolist(), strict=True))
    return in_order(market, lambda host: turn[host.influencer.id])


NAIVE = {"biggest": biggest, "claimed": claimed, "evenly": evenly}


# ── the game ──


@dataclass(frozen=True)
class Game:
    """Profit of every strategy by round, whether each forecast of the learning one held, and what it ended with."""

    profit: dict[str, list[float]]
    held: list[tuple[int, bool]]
    learned: Learned


def play(seed: int, policy: Policy, rounds: int = 5) -> Game:
    """Plan with what was learnt, see what comes, learn, and so on; the others play beside, on the same chances."""
    market = Market(seed, policy)
    fixed = {"unlearned": planned(market, NOTHING), "truth": planned(market, knowing(market))}
    profit: dict[str, list[float]] = {name: [] for name in ("learned", "unlearned", "truth", *NAIVE)}
    bought: list[tuple[dt.date, Bought]] = []
    held: list[tuple[int, bool]] = []
    known, learned = NOTHING, Learned(0)
    for number in range(rounds):
        mine = planned(market, known)
        now = market.play(mine, number)
        bought += [(START + dt.timedelta(weeks=4 * number), one) for one in now]
        held += [(number, one.held) for one in now]
        others = {
            "learned": mine,
            **fixed,
            **{name: choose(market, number) for name, choose in NAIVE.items()},
        }
        for name, picked in others.items():
            profit[name].append(market.worth(picked, number))
        learned = _learned(market, bought)
        known = Knowledge(learned.beliefs)
    return Game(profit, held, learned)


def _learned(market: Market, bought: Sequence[tuple[dt.date, Bought]]) -> Learned:
    results, won = [], {}
    for day, one in bought:
        views = round(one.item.host.views)
        results.append(Result(one.id, COFFEE.name, day, 1, views, None, one.orders, one.refunds))
        before = won.get(one.id, Comeback(0, 0))
        won[one.id] = Comeback(before.customers + one.orders - one.refunds, before.back + one.back)
    return learn(results, market.hosts, market.grade, market.policy, comebacks=won)


# ── the table ──


@dataclass(frozen=True)
class Table:
    """Over many games: ``share`` of the profit of knowing the truth by strategy and round, and how often ranges held."""

    share: dict[str, list[float]]
    sd: dict[str, list[float]]
    coverage: list[float]
    forecasts: int

    @property
    def covered(self) -> float:
        """The share of all ranges that held."""
        return self.coverage[-1]


def table_of(games: Sequence[Game]) -> Table:
    """Shares of sums over the games, their standard errors by leaving out one game at a time, coverage by round and over all."""
    sums = {name: np.array([game.profit[name] for game in games]) for name in games[0].profit}
    truth, share, sd = sums["truth"], {}, {}
    for name, one in sums.items():
        share[name] = (one.sum(0) / truth.sum(0)).tolist()
        apart = (one.sum(0) - one) / (truth.sum(0) - truth)
        sd[name] = (apart.std(0) * math.sqrt(len(games) - 1)).tolist()
    held = np.array([pair for game in games for pair in game.held])
    rounds = [float(held[held[:, 0] == number, 1].mean()) for number in range(truth.shape[1])]
    return Table(share, sd, [*rounds, float(held[:, 1].mean())], len(held))
