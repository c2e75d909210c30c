"""A market of hosts whose truth is known: what learning from campaigns is worth can be counted there, never in a shop.

Every host has a true conversion, padding, share of returns and of customers who come back, an audience that overlaps with
his neighbours', and a claim that is taller the less there is behind it. How far hosts, sessions and shops differ is drawn
anew for each market, a third smaller or larger than the policy believes, so that its spreads have to be learnt as well.
"""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

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
from model.normal import Z80
from model.policy import Policy
from model.records import Estimate, Influencer, Kind, Offer, Product, Request
from model.repurchase.grading import Grade
from model.results import Result

PLATFORMS = ("douyin", "xiaohongshu")
CATEGORIES = ("coffee", "facial_skincare", "snacks")
START = dt.date(2025, 3, 3)
COFFEE = Product("咖啡", 59.9, "咖啡", 22.0, 4.0, 0.05, 0.06, id=1)


@dataclass(frozen=True)
class Truth:
    """What is true of one host: log orders over the forecast, log odds of returns and times the repeat over the usual,
    the share of his views that is real, the GMV he claims of a session."""

    log: float
    returns: float
    repeat: float
    real: float
    claimed: float


@dataclass(frozen=True)
class Bought:
    """One host hired in a round, what was forecast, and what came of it."""

    candidate: Candidate
    forecast: Estimate
    orders: int
    profit: float


@dataclass
class Market:
    """One market; ``rounds`` of it can be played by any strategy, and each meets the very same chances."""

    seed: int
    policy: Policy
    size: int = 40
    budget: float = 60_000.0
    hosts: tuple[HostFacts, ...] = ()
    truth: dict[str, Truth] = field(default_factory=dict)
    grade: tuple[Grade, ...] = ()
    session: float = 1.0

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.seed)
        self.grade = grades((COFFEE,), self.policy)
        self.hosts = tuple(self._host(rng, i) for i in range(self.size))
        self._draw_truth(rng)

    def _host(self, rng: np.random.Generator, i: int) -> HostFacts:
        followers = int(10 ** rng.uniform(4.2, 6.0))
        views = float(round(3 * followers**0.75 * rng.lognormal(0, 0.4)))
        fee = float(round(4300 * (followers / 1e5) ** 0.95 * rng.lognormal(0.7, 0.5)))
        platform, category = str(rng.choice(PLATFORMS)), str(rng.choice(CATEGORIES))
        offers = (Offer("a", fee, 0.2, sessions=1),)
        host = Influencer(
            f"h{i}", f"h{i}", platform, Kind.HOST, followers, views, None, category, offers=offers
        )
        return host_facts(host, self.policy)

    def _draw_truth(self, rng: np.random.Generator) -> None:
        rule, apart, policy = self.policy.response, self.policy.shocks, self.policy
        between, self.session = (float(rng.uniform(0.67, 1.33)) for _ in range(2))
        shop = rng.normal(0, rule.common_sd * math.sqrt(0.5))
        kinds: dict[object, float] = {}
        for host in self.hosts:
            alike = math.sqrt(policy.learning.group_share) * rule.host_sd * between
            cell = (host.influencer.platform, host.tier, host.influencer.category)
            spreads = {
                ("platform", cell[0]): apart.platform_sd * math.sqrt(0.5),
                ("tier", cell[1]): alike / 2,
                ("category", cell[2]): alike / 2,
                cell: alike / math.sqrt(2),
            }
            for key, sd in spreads.items():
                kinds.setdefault(key, float(rng.normal(-sd * sd / 2, sd)))
            own = (
                math.sqrt(1 - policy.learning.group_share)
                * rule.host_sd
                * apart.tier_spread[host.tier]
                * between
            )
            padded = rng.random() < 0.4
            real = float(rng.beta(5, 5) if padded else rng.beta(30, 1.5))
            log = (
                shop
                + sum(kinds[key] for key in spreads)
                + rng.normal(-own * own / 2, own)
                + math.log(real / 0.8)
            )
            views = host.views * math.exp(log) * rule.conversion_live * 60
            self.truth[host.influencer.id] = Truth(
                float(log),
                float(rng.normal(0.6 if padded else 0.0, 0.4)),
                float(rng.lognormal(-0.02, 0.2)),
                real,
                float(views / real**2 * rng.lognormal(0.3, 0.5)),
            )

    # ── a round ──

    def play(self, picked: Sequence[tuple[Candidate, Estimate]], round_: int) -> list[Bought]:
        """What comes of hiring these; the same host meets the same chances whoever hires him."""
        rng = np.random.default_rng((self.seed, round_))
        rule, apart = self.policy.response, self.policy.shocks
        passing = math.sqrt(0.5)
        day = _unit(rng.normal(), rule.common_sd * passing)
        platform = {name: _unit(rng.normal(), apart.platform_sd * passing) for name in PLATFORMS}
        klass = _unit(rng.normal(), apart.class_sd)
        chances = {h.influencer.id: rng.normal() for h in self.hosts}
        seeds = {h.influencer.id: int(rng.integers(2**32)) for h in self.hosts}
        shared = self._overlap([item for item, _ in picked])
        found = []
        for item, forecast in picked:
            host = item.host.influencer
            truth, own = self.truth[host.id], np.random.default_rng(seeds[host.id])
            mean = self.plain(item) * math.exp(truth.log + day + platform[host.platform] + klass)
            mean *= math.exp(_unit(chances[host.id], apart.session_sd * self.session)) * shared[host.id]
            orders = int(own.poisson(mean))
            found.append(Bought(item, forecast, orders, self._profit(item, truth, orders, own)))
        return found

    def plain(self, item: Candidate) -> float:
        """Orders the policy alone forecasts of one session."""
        return self._plain[item.host.influencer.id].response.mean

    @property
    def _plain(self) -> dict[str, Candidate]:
        if not hasattr(self, "_table"):
            table = candidates(self.hosts, self.grade, self.policy)
            self._table = {c.host.influencer.id: c for c in table.items if c.sessions == 1}
        return self._table

    def _profit(self, item: Candidate, truth: Truth, orders: int, rng: np.random.Generator) -> float:
        plain = self._plain[item.host.influencer.id].worth
        rate = _moved(plain.basis.return_rate, truth.returns)
        refunds = int(rng.binomial(orders, rate))
        basis = replace(plain.basis, return_rate=refunds / orders if orders else 0.0)
        self.last[item.host.influencer.id] = (
            refunds,
            int(rng.binomial(orders - refunds, min(0.3 * truth.repeat, 1))),
        )
        again = (orders - refunds) * plain.repeat * truth.repeat
        return orders * order_value(basis, item.offer.commission) + again - item.offer.slot_fee - item.samples

    last: dict[str, tuple[int, int]] = field(default_factory=dict)

    def _overlap(self, items: Sequence[Candidate]) -> dict[str, float]:
        """Of each host's orders the share that hosts of the same audience have not won already, the largest first."""
        left: dict[tuple[str, str], float] = {}
        found = {}
        for item in sorted(items, key=lambda c: -c.host.views):
            key = item.host.influencer.platform, item.host.influencer.category
            found[item.host.influencer.id] = left.setdefault(key, 1.0)
            left[key] *= 0.95
        return found


def _unit(z: float, sd: float) -> float:
    """Log of a log-normal of mean 1."""
    return float(z * sd - sd * sd / 2)


def _moved(rate: float, more: float) -> float:
    odds = rate / (1 - rate) * math.exp(more)
    return odds / (1 + odds)


# ── strategies ──


def planned(market: Market, known: Knowledge) -> list[tuple[Candidate, Estimate]]:
    """The plan under what is known."""
    request = Request(budget=market.budget, free_mix=True)
    try:
        plan = recommend(market.hosts, market.grade, request, market.policy, known=known)
    except NothingFeasible:
        return []
    return [(choice.candidate, choice.orders) for choice in plan.choices]


def knowing(market: Market) -> Knowledge:
    """The truth about every host as beliefs."""
    return Knowledge(
        Beliefs(
            {
                id_: HostBelief(t.log, 1e-4, returns=t.returns, repeat=t.repeat)
                for id_, t in market.truth.items()
            }
        )
    )


def by(market: Market, order: Callable[[HostFacts], float]) -> list[tuple[Candidate, Estimate]]:
    """Hosts in this order as far as the budget goes."""
    left, found = market.budget, []
    for host in sorted(market.hosts, key=order):
        item = market._plain[host.influencer.id]
        if item.offer.slot_fee <= left:
            left -= item.offer.slot_fee
            found.append((item, Estimate(item.response.mean, 0.0, math.inf)))
    return found


def biggest(market: Market, round_: int) -> list[tuple[Candidate, Estimate]]:
    """Most followers first."""
    return by(market, lambda host: -host.followers)


def claimed(market: Market, round_: int) -> list[tuple[Candidate, Estimate]]:
    """Who claims the highest GMV first."""
    return by(market, lambda host: -market.truth[host.influencer.id].claimed)


def evenly(market: Market, round_: int) -> list[tuple[Candidate, Estimate]]:
    """A bit of everybody: hosts in an order of chance, another each round."""
    rng = np.random.default_rng((market.seed, round_, 7))
    places = {h.influencer.id: p for h, p in zip(market.hosts, rng.permutation(market.size), strict=True)}
    return by(market, lambda host: float(places[host.influencer.id]))


NAIVE = {"biggest": biggest, "claimed": claimed, "evenly": evenly}


# ── the game ──


@dataclass
class Game:
    """Profit of every strategy by round, and whether ranges held, of one market."""

    profit: dict[str, list[float]]
    held: list[tuple[int, bool]]
    learned: Learned


def play(seed: int, policy: Policy, rounds: int = 5, size: int = 40) -> Game:
    """Plan with what was learnt, see what comes, learn, and so on; the others play beside."""
    market = Market(seed, policy, size)
    truth = knowing(market)
    profit: dict[str, list[float]] = {name: [] for name in ("learned", "unlearned", "truth", *NAIVE)}
    results: list[Result] = []
    won: dict[str, Comeback] = {}
    held: list[tuple[int, bool]] = []
    known, learned = NOTHING, Learned(0)
    for round_ in range(rounds):
        day = START + dt.timedelta(weeks=4 * round_)
        bought = market.play(planned(market, known), round_)
        for one in bought:
            results.append(_result(market, one, day))
            _count(won, market, one)
            held.append((round_, math.floor(one.forecast.low) <= one.orders <= math.ceil(one.forecast.high)))
        profit["learned"].append(sum(one.profit for one in bought))
        for name, picked in (
            ("unlearned", planned(market, NOTHING)),
            ("truth", planned(market, truth)),
            *((name, choose(market, round_)) for name, choose in NAIVE.items()),
        ):
            profit[name].append(sum(one.profit for one in market.play(picked, round_)))
        learned = learn(results, market.hosts, market.grade, policy, comebacks=won)
        known = Knowledge(learned.beliefs)
    return Game(profit, held, learned)


def _result(market: Market, one: Bought, day: dt.date) -> Result:
    host = one.candidate.host
    refunds, _ = market.last[host.influencer.id]
    views = round(host.views)
    return Result(host.influencer.id, COFFEE.name, day, 1, views, None, one.orders, refunds)


def _count(won: dict[str, Comeback], market: Market, one: Bought) -> None:
    id_ = one.candidate.host.influencer.id
    refunds, back = market.last[id_]
    before = won.get(id_, Comeback(0, 0))
    won[id_] = Comeback(before.customers + one.orders - refunds, before.back + back)


def z80() -> float:
    """What ranges are made of."""
    return Z80
