"""Why a host is in or out, and what a merchant should be warned of."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from model.economics import break_even
from model.errors import Reason
from model.estimates import HostFacts
from model.matrix.candidates import Candidate, Candidates
from model.matrix.limits import MixTarget, Usable
from model.matrix.plan import Choice, Concentration, Rejected, Risk
from model.matrix.solve import Rows, Solution
from model.policy import Policy
from model.records import Estimate, Kind, Request, Tier


def choice_reasons(
    item: Candidate, cost: float, orders: Estimate, median_cost: float, locked: bool
) -> tuple[Reason, ...]:
    """What speaks for (or must be known of) one chosen offer, the weightiest first."""
    reasons = [Reason("locked")] if locked else []
    if item.host.influencer.kind is not Kind.HOST:
        reasons.append(Reason("own_people", {"cost": cost}))
    each = cost / orders.value if orders.value else 0.0
    reasons.append(Reason("cost_per_order", {"each": each, "median": median_cost}))
    even = break_even(item.worth.basis, cost, item.offer.commission)
    if cost and even:
        reasons.append(
            Reason("break_even", {"kept": even.kept, "shipped": even.shipped, "expected": orders.value})
        )
    elif cost:
        reasons.append(Reason("pays_by_repurchase", {"repeat": item.worth.repeat, "loss": -item.order_value}))
    reasons.append(Reason("repeat_value", {"repeat": item.worth.repeat, "first": item.order_value}))
    if item.response.fit.category is not None and item.response.fit.overall >= 0.6:
        reasons.append(Reason("good_fit", {"share": item.response.fit.overall}))
    guessed = item.host.estimated & {"views", "followers"} | item.offer.estimated
    return (*reasons, *(Reason(f"estimated_{name}") for name in sorted(guessed)))


def rejected(
    table: Candidates,
    kept: Candidates,
    barring: Usable,
    solution: Solution,
    limits: Rows,
    chosen: set[int],
    priced_only: bool = False,
) -> tuple[Rejected, ...]:
    """Every host that is not chosen, with the limit that keeps it out.

    ``short_by`` of a host that was outbid is how far its fee would have to fall by the LP's prices (an approximation
    from below: budget freed by the fall is counted at the budget's price).
    """
    best = _best_reduced(kept, solution, limits)
    rows = []
    for i, host in enumerate(table.hosts):
        if i in chosen:
            continue
        if i in barring.barred:
            code, short = barring.barred[i]
        else:
            code, short = (
                "not_chosen" if priced_only else _outbid(host, best.get(i), solution, limits),
                None if priced_only else best.get(i),
            )
        rows.append(Rejected(host.influencer.id, host.influencer.name, host.tier, code, short))
    return tuple(rows)


def _best_reduced(kept: Candidates, solution: Solution, limits: Rows) -> dict[int, float]:
    """For each host the least yuan its best offer misses by."""
    if not len(solution.reduced):
        return {}
    price = float(solution.duals[[i for i, code in enumerate(limits.codes) if code == "budget"]].sum())
    missing = np.maximum(0.0, -solution.reduced) / (1 + max(price, 0.0))
    best: dict[int, float] = {}
    for host, short in zip(kept.host.tolist(), missing.tolist(), strict=True):
        best[host] = min(short, best.get(host, short))
    return best


def _outbid(host: HostFacts, short: float | None, solution: Solution, limits: Rows) -> str:
    """Which limit has the highest price at the optimum: the budget, or the mix rule against this level."""
    if short is None:
        return "no_offer"
    price = dict.fromkeys(limits.codes, 0.0)
    for code, dual in zip(limits.codes, solution.duals.tolist(), strict=True):
        price[code] = max(price[code], abs(dual))
    against = {Tier.HEAD: ("mix_head", "mix_tail"), Tier.WAIST: ("mix_tail",), Tier.TAIL: ()}[host.tier]
    if any(price.get(code, 0.0) > 1e-9 for code in against) and host.influencer.kind is Kind.HOST:
        return "mix_rule"
    if price.get("stock", 0.0) > 1e-9:
        return "stock_used_up"
    return "outbid" if price.get("budget", 0.0) > 1e-9 else "little_gain"


def warnings(
    policy: Policy,
    request: Request,
    targets: tuple[MixTarget, ...],
    choices: Sequence[Choice],
    risk: Risk,
    shares: Concentration,
    hosts: Mapping[Tier, int],
) -> tuple[Reason, ...]:
    """What the merchant must know before he signs."""
    found: list[Reason] = []
    rule = policy.matrix
    if len(choices) > 1 and shares.top1 > rule.warn_top1:
        found.append(Reason("concentrated_top1", {"share": shares.top1, "limit": rule.warn_top1}))
    if len(choices) >= 10 and shares.top5 > rule.warn_top5:
        found.append(Reason("concentrated_top5", {"share": shares.top5, "limit": rule.warn_top5}))
    if len(choices) == 1:
        found.append(Reason("single_host"))
    if choices and risk.loss_probability > policy.risk.warn_loss:
        found.append(Reason("loss_likely", {"odds": risk.loss_probability, "worst": risk.cvar95}))
    if choices and sum(c.first_profit for c in choices) < 0:
        found.append(Reason("first_sale_loses", {"loss": -sum(c.first_profit for c in choices)}))
    found += _mix_warnings(request, targets, hosts)
    return (*found, *_data_warnings(choices))


def _mix_warnings(
    request: Request, targets: tuple[MixTarget, ...], hosts: Mapping[Tier, int]
) -> list[Reason]:
    if request.free_mix:
        return [Reason("free_mix")]
    found = []
    for target in targets:
        if not target.durable and target.tail < 0.85:
            found.append(Reason("roster_lacks_tail", {"share": target.tail, "tail": hosts[Tier.TAIL]}))
        if target.durable and not target.head:
            found.append(Reason("no_head_affordable"))
    return found


def _data_warnings(choices: Sequence[Choice]) -> list[Reason]:
    if not choices:
        return []
    guessed = sum(
        bool(c.candidate.host.estimated & {"views", "followers"} or c.candidate.offer.estimated)
        for c in choices
    )
    found = [
        Reason("unchecked_hosts", {"n": sum(c.candidate.host.influencer.kind is Kind.HOST for c in choices)})
    ]
    if guessed:
        found.append(Reason("estimated_hosts", {"n": guessed, "of": len(choices)}))
    if any("unit_cost" in c.candidate.worth.basis.estimated for c in choices):
        found.append(Reason("estimated_cost"))
    return found


def over(table: Candidates, picked: NDArray[np.int64], limits: Rows) -> tuple[Reason, ...]:
    """The limits a given choice breaks, each once, with by how much."""
    x = np.zeros(len(table.items))
    x[picked] = 1
    at = limits.matrix @ x
    found: dict[str, Reason] = {}
    for code, value, low, high in zip(limits.codes, at, limits.low, limits.high, strict=True):
        short = max(float(value - high), float(low - value))
        if short > 1e-6 and code not in found:
            found[code] = Reason(f"breaks_{code}", {"by": short})
    return tuple(found.values())
