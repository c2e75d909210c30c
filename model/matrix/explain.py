"""Why a host is in or out, and what a merchant should be warned of."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.economics import break_even
from model.errors import Reason
from model.matrix.candidates import Candidate, Candidates
from model.matrix.engine.program import Program
from model.matrix.limits import MixTarget, Usable
from model.matrix.plan import Choice, Concentration, Rejected, Risk
from model.matrix.solve import Solution
from model.policy import Policy
from model.records import Estimate, Kind, Request, Tier

UNASKED: Final = 0.5
"""Share of the slot fees that nobody has named from which on a plan is no basis for signing: its profit rests on them."""
RISK: Final = "risk"
"""The toll of limits on bad outcomes and on the largest share, which are no plain rows."""
NOTABLE: Final = 0.005
"""Share of orders from which on it is told that they are lost to shared audiences: less shows in no rounded figure."""
OVERLAP: Final = "overlap"
"""The toll of audiences that others reach already."""


def choice_reasons(
    item: Candidate,
    cost: float,
    orders: Estimate,
    median_cost: float,
    held: str,
    lost: float = 0.0,
    shared: float = 0.0,
    stepped: float = 0.0,
) -> tuple[Reason, ...]:
    """What speaks for (or must be known of) one chosen offer, the weightiest first.

    ``held`` is why he must be in the plan (``locked``, ``booked``), empty where he need not.
    ``lost`` yuan and the share ``shared`` of his orders go to people whom other chosen hosts reach as well;
    ``stepped`` is what steps of its commission are expected to add to it.
    """
    reasons = [Reason(held)] if held else []
    if item.other_goods:
        values = {"theirs": item.host.influencer.category, "ours": item.worth.product.category}
        reasons.append(Reason("sells_other", values))
    own = item.host.influencer.kind is not Kind.HOST
    if own:
        reasons.append(Reason("own_people", {"hours": item.hours, "cost": item.labour}))
    each = cost / orders.value if orders.value else 0.0
    priced = Reason("cost_per_order", {"each": each, "median": median_cost})
    if cost or not (own or item.offer.offer.steps):
        reasons.append(priced if cost else Reason("no_fee", {"commission": item.offer.commission}))
    if steps := item.offer.offer.steps:
        reasons.append(_stepped(item, orders.value, stepped))
    spent = cost + item.labour
    even = break_even(item.worth.basis, spent, item.offer.commission, steps)
    if spent and even:
        reasons.append(
            Reason("break_even", {"kept": even.kept, "shipped": even.shipped, "expected": orders.value})
        )
    elif spent or item.order_value < 0:
        reasons.append(Reason("pays_by_repurchase", {"repeat": item.worth.repeat, "loss": -item.order_value}))
    reasons.append(Reason("repeat_value", {"repeat": item.worth.repeat, "first": item.order_value}))
    if item.response.fit.category is not None and item.response.fit.overall >= 0.6:
        reasons.append(Reason("good_fit", {"share": item.response.fit.overall}))
    if shared >= NOTABLE:
        reasons.append(Reason("audience_shared", {"share": shared, "lost": lost}))
    guessed = item.host.estimated & {"views", "followers"} | (frozenset() if own else item.offer.estimated)
    return (*reasons, *(Reason(f"estimated_{name}") for name in sorted(guessed)))


def _stepped(item: Candidate, orders: float, more: float) -> Reason:
    """What a tiered commission comes to on average over all that may come, and from which orders on it changes."""
    basis, (at, share) = item.worth.basis, item.offer.offer.steps[0]
    each = basis.price * (1 - basis.return_rate)
    values = {
        "first": item.offer.commission,
        "then": share,
        "from": at,
        "orders": at / each if each > 0 else 0.0,
        "average": item.offer.commission + (more / (orders * each) if orders * each > 0 else 0.0),
    }
    return Reason("commission_steps", values)


def rejected(
    table: Candidates,
    kept: Candidates,
    barring: Usable,
    solution: Solution,
    program: Program,
    chosen: set[int],
    priced_only: bool = False,
) -> tuple[Rejected, ...]:
    """Every host that is not chosen, with the limit that keeps it out.

    ``short_by`` of a host that was outbid is how far its fee would have to fall by the LP's prices (an approximation
    from below: budget freed by the fall is counted at the budget's price).
    """
    best = {} if priced_only else _nearest(kept, solution)
    limits = program.rows
    tolls = {} if priced_only else _tolls(kept, solution, program)
    price = (
        max(0.0, float(solution.duals[[code == "budget" for code in limits.codes]].sum())) if best else 0.0
    )
    rows = []
    for i, host in enumerate(table.hosts):
        if i in chosen:
            continue
        code, short = "not_chosen", None
        if i in barring.barred:
            code, short = barring.barred[i]
        elif i in best:
            code = _outbid({name: float(toll[best[i]]) for name, toll in tolls.items()})
            short = max(0.0, -float(solution.reduced[best[i]])) / (1 + price)
        rows.append(Rejected(host.influencer.id, host.influencer.name, host.tier, code, short))
    return tuple(rows)


def _nearest(kept: Candidates, solution: Solution) -> dict[int, int]:
    """For each host the column that misses the plan by least."""
    best: dict[int, int] = {}
    for j, host in enumerate(kept.host.tolist()):
        if host not in best or solution.reduced[j] > solution.reduced[best[host]]:
            best[host] = j
    return best


def _tolls(kept: Candidates, solution: Solution, program: Program) -> dict[str, NDArray[np.float64]]:
    """What each kind of limit charges each column at the LP's prices, in yuan; shared audiences beside what one loses alone."""
    limits = program.rows
    codes = np.array(limits.codes)
    tolls = {
        code: limits.matrix[codes == code].T @ solution.duals[codes == code]
        for code in dict.fromkeys(limits.codes)
    }
    if program.reach is not None:
        tolls[OVERLAP] = program.reach.draws @ solution.segments - (program.value - kept.long)
    rest = kept.long - solution.reduced - sum(tolls.values())
    return {**tolls, RISK: np.asarray(rest, float)}


def _outbid(tolls: Mapping[str, float]) -> str:
    """The limit that charges a host's best offer most."""
    code = max(tolls, key=lambda name: tolls[name])
    if tolls[code] <= 1e-9:
        return "little_gain"
    if code == RISK:
        return "too_risky"
    names = {
        "budget": "outbid",
        OVERLAP: "audience_taken",
        "stock": "stock_used_up",
        "capacity": "hands_full",
        "cash": "cash_tied",
        "hours": "own_hours_full",
    }
    return {**names, "platform": "platform_full", "agency": "agency_full"}.get(code, "mix_rule")


def warnings(
    policy: Policy,
    request: Request,
    targets: tuple[MixTarget, ...],
    choices: Sequence[Choice],
    risk: Risk,
    shares: Concentration,
    hosts: Mapping[Tier, int],
    known: frozenset[str],
) -> tuple[Reason, ...]:
    """What the merchant must know before he signs."""
    found: list[Reason] = []
    rule = policy.matrix
    found += [Reason("ban_unknown", {"id": ban}) for ban in sorted(request.bans - known)]
    if len(choices) > 1 and shares.top1 > rule.warn_top1:
        found.append(Reason("concentrated_top1", {"share": shares.top1, "limit": rule.warn_top1}))
    if len(choices) >= 10 and shares.top5 > rule.warn_top5:
        found.append(Reason("concentrated_top5", {"share": shares.top5, "limit": rule.warn_top5}))
    if len(choices) == 1:
        found.append(Reason("single_host"))
    if choices:
        found += loss_warning(risk, policy)
    found += _unasked(choices)
    lost = [-c.candidate.order_value for c in choices if c.candidate.order_value < 0]
    if lost:
        found.append(Reason("first_orders_lose", {"n": len(lost), "loss": max(lost)}))
    if choices and sum(c.first_profit for c in choices) < 0:
        found.append(Reason("first_sale_loses", {"loss": -sum(c.first_profit for c in choices)}))
    if risk.sold_out > policy.risk.warn_sold_out:
        found.append(Reason("stock_runs_out", {"odds": risk.sold_out}))
    found += _mix_warnings(request, targets, hosts)
    return (*found, *_data_warnings(choices))


def _unasked(choices: Sequence[Choice]) -> list[Reason]:
    """Whether most of the money goes to hosts who have named no price: a guessed fee makes a profit nobody offered."""
    guessed = [c for c in choices if "slot_fee" in c.candidate.offer.estimated]
    spent = sum(c.cost for c in guessed)
    if not guessed or spent < UNASKED * sum(c.cost for c in choices):
        return []
    return [Reason("fees_unasked", {"n": len(guessed), "of": len(choices), "spend": spent})]


def loss_warning(risk: Risk, policy: Policy) -> tuple[Reason, ...]:
    """Whether a loss is too likely to be passed over."""
    if risk.loss_probability <= policy.risk.warn_loss:
        return ()
    likely = Reason("loss_likely", {"odds": risk.loss_probability, "lost": max(-risk.p05, 0.0)})
    if risk.loss_probability < policy.risk.toss:
        return (likely,)
    return (likely, Reason("loss_toss", {"border": policy.risk.toss}))


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


def _fit_warnings(choices: Sequence[Choice]) -> list[Reason]:
    """Hosts who talk of other goods, and those of whom nobody knows: a low fee makes up for it, but he should know."""
    fits = [c.candidate.response.fit.category for c in choices]
    others = sum(c.candidate.other_goods for c in choices)
    unknown = sum(fit is None for fit in fits)
    found = [Reason("other_goods", {"n": others, "of": len(fits)})] if others else []
    return found + ([Reason("fit_unknown", {"n": unknown, "of": len(fits)})] if unknown else [])


def _data_warnings(choices: Sequence[Choice]) -> list[Reason]:
    if not choices:
        return []
    guessed = sum(
        bool(c.candidate.host.estimated & {"views", "followers"} or c.candidate.offer.estimated)
        for c in choices
    )
    outside = [c for c in choices if c.candidate.host.influencer.kind is Kind.HOST]
    unchecked = sum(c.candidate.host.real is None for c in outside)
    found = _fit_warnings(outside)
    found += [Reason("unchecked_hosts", {"n": unchecked})] if unchecked else []
    if guessed:
        found.append(Reason("estimated_hosts", {"n": guessed, "of": len(choices)}))
    if any("unit_cost" in c.candidate.worth.basis.estimated for c in choices):
        found.append(Reason("estimated_cost"))
    return found
