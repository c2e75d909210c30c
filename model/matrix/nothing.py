"""When nothing can be chosen: which limit it is, in figures."""

import numpy as np

from model.errors import NothingFeasible, Problem, Value
from model.matrix.layout import Problemset
from model.records import Request


def check_locks(problem: Problemset, request: Request) -> None:
    """A must-have host that is banned, sold out or dearer than the budget is said at once, not found by the solver."""
    ids = {host.influencer.id: i for i, host in enumerate(problem.table.hosts)}
    problems = [Problem("lock_unknown", values={"id": lock}) for lock in sorted(request.musts - set(ids))]
    for lock in sorted(request.musts & set(ids)):
        if ids[lock] in problem.barring.barred:
            code, short = problem.barring.barred[ids[lock]]
            problems.append(
                Problem(
                    f"lock_{code}",
                    values={
                        "id": lock,
                        "name": problem.table.hosts[ids[lock]].influencer.name,
                        "short": short,
                    },
                )
            )
    if problems:
        raise NothingFeasible(problems)


def why_nothing(problem: Problemset, request: Request, least_gain: float) -> list[Problem]:
    """In the order a merchant would ask: nobody left, nothing to sell, no money, or nothing worth it."""
    table = problem.table
    codes = [code for code, _ in problem.barring.barred.values()]
    if not table.hosts:
        return [Problem("roster_empty")]
    if codes and all(code == "banned" for code in codes):
        return [Problem("all_banned", values={"n": len(codes)})]
    if "no_stock" in codes and not {"over_budget", "over_share", "loses_money"} & set(codes):
        return [Problem("stock_zero", values={"name": table.worths[0].product.name})]
    dear = [
        short
        for code, short in problem.barring.barred.values()
        if code == "over_budget" and short is not None
    ]
    if dear and len(dear) + codes.count("banned") == len(codes):
        return [
            Problem(
                "budget_below_fees",
                values={
                    "budget": request.budget,
                    "least": request.budget + min(dear),
                    "short": min(dear),
                },
            )
        ]
    if len(problem.kept.items) and float(problem.kept.long.max()) >= least_gain:
        return [_left_nothing(problem)]
    return [_nothing_worth(problem, request, least_gain)]


def _left_nothing(problem: Problemset) -> Problem:
    """Offers are worth their money, but no set of them keeps all limits: only to hire nobody does."""
    best = int(np.argmax(problem.kept.long))
    item = problem.kept.items[best]
    return Problem(
        "limits_leave_nothing",
        values={
            "name": item.host.influencer.name,
            "product": item.worth.product.name,
            "gain": float(problem.kept.long[best]),
        },
    )


def _nothing_worth(problem: Problemset, request: Request, least: float) -> Problem:
    """The least bad offer, and whether price or commission alone already loses."""
    table = problem.table
    open_ = np.array([h.influencer.id not in request.bans for h in table.hosts], bool)[table.host]
    best = int(np.argmax(np.where(open_, table.long, -np.inf)))
    item = table.items[best]
    basis = item.worth.basis
    values: dict[str, Value] = {
        "name": item.host.influencer.name,
        "product": item.worth.product.name,
        "loss": -float(table.long[best]),
        "cost": float(table.cost[best]),
        "each": item.order_value + (1 - basis.return_rate) * item.worth.repeat,
    }
    codes = {code for code, _ in problem.barring.barred.values()}
    if basis.price * (1 - basis.platform_fee) <= basis.unit_cost + basis.ship_cost:
        return Problem(
            "price_below_cost",
            values={
                **values,
                "price": basis.price,
                "costs": basis.unit_cost + basis.ship_cost + basis.price * basis.platform_fee,
            },
        )
    if "commission_over_margin" in codes and not {"loses_money", "over_share", "over_budget"} & codes:
        return Problem(
            "commission_over_margin",
            values={**values, "commission": item.offer.commission, "price": basis.price},
        )
    if "over_share" in codes and "loses_money" not in codes:
        return Problem("share_below_fees", values={**values, "budget": request.budget})
    if (gain := float(table.long[best])) > 0:
        return Problem("little_gain", values={**values, "gain": gain, "least": least})
    return Problem("nothing_worth", values=values)
