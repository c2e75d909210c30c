"""The check after the session: the orders of every host beside the rest of the shop."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from scipy import special

from model.authenticity.odds import prior_odds
from model.authenticity.orderlines import Cells, Orders, cells, densest, shares_elsewhere
from model.authenticity.robust import Floats, Ints
from model.authenticity.roster import Evidence, Verdict
from model.intake.joined.arrays import NONE, Mask
from model.normal import Z80
from model.records import Estimate
from model.waterrules import OrderWaterRule

_SHARES: Final = 16
_SURE: Final = 1e-6
_SAME: Final = ("few_buyers", "few_addresses")


@dataclass(frozen=True, eq=False)
class Sign:
    """One kind of evidence on all hosts: ``hits`` of ``of`` where ``usual`` is the share to be expected.

    ``firm`` says how closely honest hosts keep to it; of a sign with ``fewer`` hits it is their lack that speaks. Not a
    number where nothing can be said.
    """

    code: str
    hits: Floats
    of: Floats
    usual: Floats
    firm: float
    weight: Floats
    fewer: bool = False


@dataclass(frozen=True, slots=True)
class OrderVerdict:
    """What the orders of one host look like: how many, odds of padding, verdict, and why."""

    orders: int
    padded: float
    verdict: Verdict
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, eq=False)
class OrderCheck:
    """The check of all hosts of a shop as arrays, ``total`` orders in all; :meth:`host` tells of one."""

    orders: Ints
    total: int
    signs: tuple[Sign, ...]
    padded: Floats
    rule: OrderWaterRule

    def host(self, place: int) -> OrderVerdict:
        """What was found of the host with this number."""
        rest = self.total - int(self.orders[place])
        evidence = (one for sign in self.signs if (one := _evidence(sign, place, rest)))
        ranked = sorted(evidence, key=lambda one: -abs(one.weight))
        return OrderVerdict(
            int(self.orders[place]), float(self.padded[place]), self.verdict(place), tuple(ranked)
        )

    def verdict(self, place: int) -> Verdict:
        """Clean only where enough orders say so, padded only where two signs agree."""
        odds = float(self.padded[place])
        known = sum(not np.isnan(sign.weight[place]) for sign in self.signs)
        few = self.orders[place] < self.rule.least_orders
        # Views that nobody entered behind tell by themselves, where the orders are too few to.
        behind = any(s.fewer and s.weight[place] >= self.rule.heavy for s in self.signs)
        if not known or (few and not behind):
            return Verdict.UNKNOWN
        if odds >= self.rule.doubtful_above:
            agreed = sum(sign.weight[place] >= self.rule.heavy for sign in self.signs) > 1
            sure = odds >= self.rule.padded_above and agreed and not few
            return Verdict.PADDED if sure else Verdict.DOUBTFUL
        return Verdict.CLEAN if odds < self.rule.clean_below and not few else Verdict.UNKNOWN


@dataclass(frozen=True, eq=False)
class Shown:
    """What session files show of every host, 0 where nothing is known: viewers, and orders displayed.

    ``paid`` counts the paid orders of the same sessions; of ``watched`` viewers ``entered`` opened the product, where
    ``enter_share`` usually do.
    """

    viewers: Floats
    displayed: Floats
    paid: Floats
    watched: Floats
    entered: Floats
    enter_share: float


def check_orders(
    found: Orders, rule: OrderWaterRule, shown: Shown | None = None, step: Callable[[], None] = lambda: None
) -> OrderCheck:
    """Weigh the orders of every host against all others of the shop; ``step`` is called after each kind of sign.

    A sign is a count of hits among orders. Honest hosts have it by a beta-binomial around the share that the rest of
    the shop has for the same products; under padding a share of the orders (beta) shows it at ``padded_rate``, if the
    padding is of that kind at all. Weights are capped, added up, and halved as signs repeat each other.
    """
    signs: list[Sign] = []
    for sign in _signs(found, rule, shown):
        signs.append(_weighed(sign, rule))
        step()
    signs = _once(signs)
    count = np.bincount(found.host, minlength=found.hosts + 1)[: found.hosts]
    total = np.zeros(found.hosts)
    for sign in signs:
        total += np.nan_to_num(sign.weight)
    odds = prior_odds(rule.padded_prior) + rule.dependence * total
    return OrderCheck(count, len(found.host), tuple(signs), special.expit(odds), rule)


def _signs(found: Orders, rule: OrderWaterRule, shown: Shown | None) -> Iterator[Sign]:
    groups = cells(found.host, found.product)
    yield from _of_buyers(found, rule)
    yield from _of_addresses(found, rule)
    yield _burst(found, rule)
    pairs = [("refunds", found.refunded, rule.refund_share)]
    pairs += [("early_refunds", found.early, rule.early_share)] if found.can_early else []
    for code, mask, prior in pairs:
        hit = cells(found.host[mask], found.product[mask])
        usual = shares_elsewhere(groups, hit, found.hosts, prior, rule.few_sure)
        yield _sign(code, _per_host(hit, found.hosts), _per_host(groups, found.hosts), usual, rule.own_lines)
    yield _same_quantity(found, groups, rule)
    if shown is not None:
        yield from _of_sessions(shown, rule)


def _per_host(of: Cells, hosts: int) -> Floats:
    return np.bincount(of.host, of.count, hosts + 1)[:hosts].astype(np.float64)


def _sign(code: str, hits: Floats, of: Floats, usual: Floats, firm: float) -> Sign:
    return Sign(code, hits, of, usual, firm, np.full(len(hits), np.nan))


def _elsewhere(hits: Floats, of: Floats, prior: float, hold: float) -> Floats:
    """The share of hits among all others (the last element is the rest of the shop), drawn to the prior."""
    found: Floats = (hits.sum() - hits + hold * prior) / (of.sum() - of + hold)
    return found


def _of_buyers(found: Orders, rule: OrderWaterRule) -> Iterator[Sign]:
    """Orders by a buyer of the same host seen before, and buyers whom nobody else in the shop has."""
    there = found.buyer != NONE
    if not there.any():
        return
    pairs = cells(found.host[there], found.buyer[there])
    of = np.bincount(pairs.host, pairs.count, found.hosts + 1).astype(np.float64)
    buyers = np.bincount(pairs.host, minlength=found.hosts + 1).astype(np.float64)
    again = of - buyers
    yield _of_few("few_buyers", again, of, rule)
    alone = np.bincount(pairs.other)[pairs.other] == 1
    new = np.bincount(pairs.host[alone], minlength=found.hosts + 1).astype(np.float64)
    usual = _elsewhere(new, buyers, rule.new_share, rule.few_sure)
    yield _sign("new_buyers", new[:-1], buyers[:-1], usual[:-1], rule.own_lines)


def _of_few(code: str, again: Floats, of: Floats, rule: OrderWaterRule) -> Sign:
    usual = _elsewhere(again, of, rule.few_share, rule.few_sure)
    return _sign(code, again[:-1], of[:-1], usual[:-1], rule.own_lines)


def _of_addresses(found: Orders, rule: OrderWaterRule) -> Iterator[Sign]:
    """Orders to an address of the same host seen before."""
    if found.address is None:
        return
    there = found.address != NONE
    pairs = cells(found.host[there], found.address[there])
    of = np.bincount(pairs.host, pairs.count, found.hosts + 1).astype(np.float64)
    yield _of_few("few_addresses", of - np.bincount(pairs.host, minlength=found.hosts + 1), of, rule)


def _once(signs: Sequence[Sign]) -> list[Sign]:
    """Few buyers and few addresses are one fact: of each host only the heavier of both counts."""
    few = [sign for sign in signs if sign.code in _SAME]
    if len(few) < len(_SAME):
        return list(signs)
    heavier = few[0].weight >= np.nan_to_num(few[1].weight, nan=-np.inf)
    counts = {few[0].code: heavier, few[1].code: ~heavier}
    return [replace(sign, weight=_only(sign.weight, counts.get(sign.code))) for sign in signs]


def _only(weight: Floats, where: Mask | None) -> Floats:
    """The weight where it counts, else 0; unknown stays unknown."""
    found: Floats = weight if where is None else np.where(where | np.isnan(weight), weight, 0.0)
    return found


def _burst(found: Orders, rule: OrderWaterRule) -> Sign:
    """The densest minutes of every host; how dense they usually are is the mean over the others, not over orders."""
    most, of = densest(found.host, found.hosts, found.second, rule.burst_minutes)
    share = most / np.maximum(of, 1)
    some = of >= rule.least_orders
    others = (share[some].sum() - share * some + rule.burst_sure * rule.burst_share) / (
        some.sum() - some + rule.burst_sure
    )
    return _sign("burst", most.astype(float), of.astype(float), others, rule.burst_sure)


def _same_quantity(found: Orders, groups: Cells, rule: OrderWaterRule) -> Sign:
    """The most common product and quantity above one of every host, against the same pair elsewhere."""
    many = found.quantity > 1
    width = int(found.quantity.max(initial=1)) + 1
    pairs = cells(found.host[many], found.product[many] * width + found.quantity[many])
    hits, usual = np.zeros(found.hosts), np.full(found.hosts, rule.bulk_share)
    order = np.lexsort((pairs.count, pairs.host))
    last = np.append(np.diff(pairs.host[order]) > 0, True) if len(order) else np.zeros(0, bool)
    best = order[last[: len(order)]]
    best = best[pairs.host[best] < found.hosts]
    who = pairs.host[best]
    hits[who] = pairs.count[best]
    same = np.bincount(pairs.other, pairs.count)[pairs.other[best]] - pairs.count[best]
    of = _per_host(groups, found.hosts)
    rest = len(found.host) - of[who]
    usual[who] = (same + rule.few_sure * rule.bulk_share) / (rest + rule.few_sure)
    return _sign("same_quantity", hits, of, np.maximum(usual, rule.bulk_share), rule.own_lines)


def _of_sessions(shown: Shown, rule: OrderWaterRule) -> Iterator[Sign]:
    """Orders without viewers behind them, displayed orders that nobody paid, and viewers who never open the product."""
    viewers = np.where(shown.viewers > 0, np.maximum(shown.viewers, shown.paid), np.nan)
    known = ~np.isnan(viewers)
    paid, seen = np.where(known, shown.paid, 0.0), np.nan_to_num(viewers)
    share = max(rule.visit_share, _SURE)
    rate = _elsewhere(paid, seen, share, rule.few_sure / share)
    yield _sign("visits", np.where(known, shown.paid, np.nan), viewers, rate, rule.visit_sure / share)
    displayed = np.where(shown.displayed > 0, shown.displayed, np.nan)
    missing = np.clip(displayed - shown.paid, 0, None)
    unpaid = np.full(len(displayed), 1 - rule.shown_share)
    yield _sign("unpaid", missing, displayed, unpaid, rule.own_lines)
    usual = max(shown.enter_share, _SURE)
    rate = _elsewhere(shown.entered, shown.watched, usual, rule.few_sure / usual)
    watched = np.where(shown.watched > 0, shown.watched, np.nan)
    yield replace(_sign("entered", shown.entered, watched, rate, rule.visit_sure / usual), fewer=True)


def _weighed(sign: Sign, rule: OrderWaterRule) -> Sign:
    with np.errstate(invalid="ignore"):
        weight = hit_weight(sign.hits, sign.of, sign.usual, sign.firm, rule, sign.fewer)
    return replace(sign, weight=np.where(sign.of > 0, np.clip(weight, -rule.cap, rule.cap), np.nan))


def hit_weight(
    hits: Floats, of: Floats, usual: Floats, firm: float, rule: OrderWaterRule, fewer: bool = False
) -> Floats:
    """Log-likelihood ratio of padding from ``hits`` among ``of`` orders where ``usual`` is to be expected.

    Fewer hits than usual clear a host no further than the usual number does. With ``fewer`` the padded share has no
    hit at all (viewers who are nobody open nothing), and more hits clear no further.
    """
    hits = np.minimum(hits, of * usual) if fewer else np.maximum(hits, np.minimum(of * usual, of))
    shift = -usual if fewer else np.maximum(rule.padded_rate - usual, 0)
    honest = _beta_binomial(hits, of, usual, firm)
    ranks = (np.arange(_SHARES) + 0.5) / _SHARES
    shares = special.betaincinv(rule.share_a, rule.share_b, ranks)
    shown = [_beta_binomial(hits, of, usual + share * shift, firm) for share in shares]
    padded = special.logsumexp(np.stack(shown), axis=0) - np.log(_SHARES)
    shows = min(max(rule.sign_share, _SURE), 1 - _SURE)
    found: Floats = np.logaddexp(np.log1p(-shows), np.log(shows) + padded - honest)
    return found


def _beta_binomial(hits: Floats, of: Floats, share: Floats, firm: float) -> Floats:
    """Log-likelihood of a beta-binomial without its binomial coefficient, which ratios do not need."""
    share = np.clip(share, 1e-4, 1 - 1e-4)
    a, b = share * firm, (1 - share) * firm
    found: Floats = special.betaln(a + hits, b + of - hits) - special.betaln(a, b)
    return found


def _evidence(sign: Sign, place: int, orders: int) -> Evidence | None:
    """A sign on one host; the peer range is what honest hosts with as many orders have."""
    weight, of, usual = float(sign.weight[place]), float(sign.of[place]), float(sign.usual[place])
    if np.isnan(weight):
        return None
    spread = Z80 * float(np.sqrt(usual * (1 - usual) * (1 / sign.firm + 1 / of)))
    value = float(sign.hits[place]) / of
    low, high = max(usual - spread, 0.0), min(usual + spread, 1.0)
    side = "low" if value < low else "high" if value > high else "usual"
    return Evidence(sign.code, value, Estimate(usual, low, high), weight, side, orders, "shop")


def worst(check: OrderCheck) -> Sequence[int]:
    """The hosts by their odds of padding, the highest first."""
    ranked: list[int] = np.argsort(-check.padded, kind="stable").tolist()
    return ranked
