"""The limits of a plan as sparse rows, and which candidates may be used at all."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from model.matrix.candidates import Candidates
from model.matrix.engine.program import Rows
from model.policy import MatrixRule
from model.records import Kind, RepurchaseClass, Request, Tier

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Usable:
    """Which candidates may be used, and for each host that has none the reason and how many yuan are missing."""

    mask: Mask
    barred: Mapping[int, tuple[str, float | None]]


@dataclass(frozen=True)
class MixTarget:
    """Shares of hosts by level that the mix rule asks of one group of products, after the roster softened them."""

    durable: bool
    head: float
    waist: float
    tail: float


def share_cap(durable: bool, request: Request, rule: MatrixRule) -> float:
    """Largest share of the budget for one host."""
    if request.max_share is not None:
        return request.max_share
    return rule.max_share_ab if durable else rule.max_share_cd


def is_durable(letter: RepurchaseClass) -> bool:
    """Whether a product goes with the head-weighted mix (A, B) rather than with 1:9:90 (C, D)."""
    return letter in (RepurchaseClass.A, RepurchaseClass.B)


def durable_items(table: Candidates) -> Mask:
    """Which candidates sell an A or B product."""
    wares = np.array([is_durable(w.grade.letter) for w in table.worths], bool)
    return wares[table.product] if len(table.items) else np.zeros(0, bool)


def usable(table: Candidates, request: Request, rule: MatrixRule) -> Usable:
    """Drop what no plan may hold: banned, too dear, sold out, or losing money. A locked host keeps its offers."""
    durable = durable_items(table)
    cap = np.where(durable, share_cap(True, request, rule), share_cap(False, request, rule)) * request.budget
    ids = [host.influencer.id for host in table.hosts]
    banned = np.array([i in request.bans for i in ids], bool)[table.host] if ids else np.zeros(0, bool)
    locked = np.array([i in request.musts for i in ids], bool)[table.host] if ids else np.zeros(0, bool)
    booked = _booked(table, request)
    stock = np.array([w.product.stock != 0 for w in table.worths], bool)[table.product]
    tests: tuple[tuple[str, Mask, NDArray[np.float64] | None], ...] = (
        ("banned", ~banned, None),
        ("not_as_booked", booked, None),
        ("no_stock", stock, None),
        ("commission_over_margin", (table.margin > 0) | locked, None),
        ("over_budget", table.cost <= request.budget + 1e-9, table.cost - request.budget),
        ("over_share", (table.cost <= cap + 1e-9) | locked, table.cost - cap),
        ("loses_money", (table.long > 0) | locked, -table.long),
        ("little_gain", (table.long >= rule.least_gain) | locked, rule.least_gain - table.long),
    )
    return _sieve(table, tests)


def _booked(table: Candidates, request: Request) -> Mask:
    """Of hosts that are booked already only what was booked may be used."""
    if not request.limits.booked:
        return np.ones(len(table.items), bool)
    deals = {host: (offer, sessions) for host, offer, sessions in request.limits.booked}
    return np.array(
        [
            deals.get(c.host.influencer.id, own := (c.offer.offer.name, c.sessions)) == own
            for c in table.items
        ],
        bool,
    )


def _sieve(table: Candidates, tests: Iterable[tuple[str, Mask, NDArray[np.float64] | None]]) -> Usable:
    """Apply tests in order; a host is barred by the first test that takes its last candidate."""
    mask = np.ones(len(table.items), bool)
    alive = np.bincount(table.host, minlength=len(table.hosts)) > 0
    barred: dict[int, tuple[str, float | None]] = {}
    for code, passes, short in tests:
        before = mask
        mask = mask & passes
        left = np.bincount(table.host[mask], minlength=len(table.hosts)) > 0
        for i in np.flatnonzero(alive & ~left):
            lost = before & ~passes & (table.host == i)
            barred[int(i)] = (code, None if short is None else float(short[lost].min()))
        alive = left
    return Usable(mask, barred)


def mix_targets(table: Candidates, mask: Mask, rule: MatrixRule) -> tuple[MixTarget, ...]:
    """What the mix rule asks of C/D products and of A/B products, as far as the usable hosts allow."""
    durable = durable_items(table)
    targets = []
    for group in (False, True):
        counts = _available(table, mask & (durable == group))
        total = sum(counts.values())
        if total:
            targets.append(_durable_target(counts, rule) if group else _spread_target(counts, total, rule))
    return tuple(targets)


def _available(table: Candidates, mask: Mask) -> dict[Tier, int]:
    every = np.unique(table.host[mask]).tolist()
    hosts = [i for i in every if table.hosts[i].influencer.kind is Kind.HOST]
    return {tier: sum(table.hosts[i].tier is tier for i in hosts) for tier in Tier}


def _spread_target(counts: Mapping[Tier, int], total: int, rule: MatrixRule) -> MixTarget:
    """1:9:90, but a level asks for no larger share than it has of the usable roster; what is left goes upwards."""
    tail = min(1 - rule.head_share - rule.waist_share, counts[Tier.TAIL] / total)
    above = counts[Tier.HEAD] + counts[Tier.WAIST]
    rest = 1 - tail
    lean = rule.waist_share / ((rule.head_share + rule.waist_share) or 1.0)
    waist = min(rest * lean, rest * counts[Tier.WAIST] / above) if above else 0.0
    return MixTarget(False, rest - waist, waist, tail)


def _durable_target(counts: Mapping[Tier, int], rule: MatrixRule) -> MixTarget:
    """Heads take their least share of the spend when one is to be had; tails stay below theirs."""
    head = rule.ab_head_spend if counts[Tier.HEAD] else 0.0
    tail = rule.ab_tail_share if counts[Tier.HEAD] + counts[Tier.WAIST] else 1.0
    return MixTarget(True, head, 1 - tail, tail)


def rows(table: Candidates, request: Request, rule: MatrixRule, targets: tuple[MixTarget, ...]) -> Rows:
    """All limits over the candidates of ``table`` (already sieved) that are plain rows."""
    made = [*_money_rows(table, request), *_stock_rows(table), *_further_rows(table, request)]
    if not request.free_mix:
        made += [row for target in targets for row in _mix_rows(table, target, rule)]
    return Rows(
        sparse.csr_array(np.array([row for _, row, _, _ in made])),
        np.array([low for _, _, low, _ in made], float),
        np.array([high for _, _, _, high in made], float),
        tuple(code for code, _, _, _ in made),
    )


Row = tuple[str, NDArray[np.float64], float, float]


def _money_rows(table: Candidates, request: Request) -> list[Row]:
    return [("budget", table.cost.astype(float), -math.inf, request.budget)]


def _stock_rows(table: Candidates) -> list[Row]:
    stocks = [(p, w.product.stock) for p, w in enumerate(table.worths) if w.product.stock is not None]
    return [
        ("stock", np.where(table.product == p, table.orders, 0.0), -math.inf, float(stock))
        for p, stock in stocks
    ]


def _further_rows(table: Candidates, request: Request) -> list[Row]:
    """What the merchant set beside the budget: platforms, agencies, hands, cash, own hours."""
    limits, made = request.limits, list[Row]()
    people = [table.hosts[i].influencer for i in table.host.tolist()]
    for platform, most in limits.platform_shares:
        here = np.array([p.platform == platform for p in people], bool)
        made.append(("platform", np.where(here, table.cost, 0.0), -math.inf, most * request.budget))
    if limits.agency_share is not None:
        for agency in sorted({p.mcn for p in people} - {""}):
            here = np.array([p.mcn == agency for p in people], bool)
            made.append(
                ("agency", np.where(here, table.cost, 0.0), -math.inf, limits.agency_share * request.budget)
            )
    if limits.orders_per_day is not None:
        made.append(("capacity", table.orders / limits.days, -math.inf, limits.orders_per_day))
    if limits.cash is not None:
        made.append(("cash", cash_tied(table), -math.inf, limits.cash))
    if limits.own_hours is not None:
        hours = np.array([c.hours for c in table.items], float)
        made.append(("hours", hours, -math.inf, limits.own_hours))
    return made


def cash_tied(table: Candidates) -> NDArray[np.float64]:
    """Yuan paid out for each candidate before its sales are settled: fees, samples, wages, goods and shipping of orders.

    The hours of an own room and of staff are wages; those of the founder cost him time and no cash.
    """
    goods = np.array([c.worth.basis.unit_cost + c.worth.basis.ship_cost for c in table.items], float)
    paid = np.array(
        [c.samples if c.host.influencer.kind is Kind.FOUNDER else c.beside for c in table.items], float
    )
    return np.asarray(table.cost + paid + table.orders * goods)


def _mix_rows(table: Candidates, target: MixTarget, rule: MatrixRule) -> list[Row]:
    """Bounds on shares of head-count (and of spend for A/B heads); own people do not count, a few hosts are free."""
    outside = np.array([host.influencer.kind is Kind.HOST for host in table.hosts], bool)[table.host]
    counted = (outside & (durable_items(table) == target.durable)).astype(float)
    tier = {t: counted * np.array([host.tier is t for host in table.hosts], float)[table.host] for t in Tier}
    wide, slack = rule.mix_tolerance, rule.mix_slack
    if target.durable:
        spend = counted * table.cost
        least = target.head * spend - tier[Tier.HEAD] * table.cost
        most = tier[Tier.TAIL] - target.tail * counted
        rows_: list[Row] = [("mix_tail", most, -math.inf, slack)]
        return [*rows_, ("mix_head", least, -math.inf, 0.0)] if target.head else rows_
    head = tier[Tier.HEAD] - min(target.head + wide, 1.0) * counted
    tail = tier[Tier.TAIL] - max(target.tail - wide, 0.0) * counted
    return [("mix_head", head, -math.inf, slack), ("mix_tail", tail, -slack, math.inf)]
