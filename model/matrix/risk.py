"""What a plan may earn and lose: seeded draws of its orders, and how much hangs on a few hosts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.economics import guarantee_refund
from model.matrix.candidates import Candidates
from model.matrix.plan import Concentration, Risk

Floats = NDArray[np.float64]


def simulate(table: Candidates, chosen: NDArray[np.int64], draws: int, seed: int) -> Risk:
    """Long-run profit of the chosen candidates under common and host shocks.

    Orders of a candidate are log-normal around its mean: one shock shared by all, one of its own; what
    all hosts of a product sell together is capped by its stock; guarantees pay back what is missing. The same seed gives the same draws.
    """
    if not len(chosen):
        return Risk(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, draws)
    long, first, out = _profits(table, chosen, draws, seed)
    worst = np.sort(long)[: max(1, draws // 20)]
    low, high = (float(v) for v in np.quantile(long, (0.002, 0.985)))
    counts, edges = np.histogram(long, bins=40, range=(low, max(high, low + 1)))
    p05, p50, p95 = (float(v) for v in np.quantile(long, (0.05, 0.5, 0.95)))
    return Risk(
        float((long < 0).mean()),
        float((first < 0).mean()),
        p05,
        p50,
        p95,
        float(worst.mean()),
        float(long.mean()),
        draws,
        tuple(float(e) for e in edges),
        tuple(int(c) for c in counts),
        float(out.mean()),
    )


def _profits(
    table: Candidates, chosen: NDArray[np.int64], draws: int, seed: int
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Long-run and first-sale profit of each draw, and whether the stock of some product ran out in it."""
    orders = _orders(table, chosen, draws, seed)
    left, out = _stock_share(table, chosen, orders)
    long, first = np.zeros(draws), np.zeros(draws)
    for j, drawn in zip(chosen.tolist(), orders, strict=True):
        item = table.items[j]
        sold = drawn * left[int(table.product[j])]
        gmv = drawn * item.worth.basis.price
        refund = guarantee_refund(float(table.cost[j]), item.offer.offer.guarantee, gmv)
        own = sold * item.order_value - table.cost[j] + refund
        first += own
        long += own + sold * (1 - item.worth.basis.return_rate) * item.worth.repeat
    return long, first, out


def _orders(table: Candidates, chosen: NDArray[np.int64], draws: int, seed: int) -> list[Floats]:
    rng = np.random.default_rng(seed)
    shared = rng.standard_normal(draws)
    drawn = []
    for j in chosen.tolist():
        response = table.items[j].response
        shock = response.common_sd * shared + response.host_sd * rng.standard_normal(draws)
        drawn.append(table.raw[j] * np.exp(shock - response.sd**2 / 2))
    return drawn


def _stock_share(
    table: Candidates, chosen: NDArray[np.int64], orders: Sequence[Floats]
) -> tuple[dict[int, Floats | float], NDArray[np.bool_]]:
    """For each product the share of its orders that the stock can serve in each draw: all its hosts share the stock."""
    wanted: dict[int, Floats] = {}
    for j, drawn in zip(chosen.tolist(), orders, strict=True):
        p = int(table.product[j])
        wanted[p] = wanted.get(p, np.zeros(len(drawn))) + drawn
    out = np.zeros(len(orders[0]), bool)
    left: dict[int, Floats | float] = {}
    for p, total in wanted.items():
        stock = table.worths[p].product.stock
        left[p] = 1.0 if stock is None else np.minimum(1.0, stock / np.maximum(total, 1e-9))
        out |= total > (np.inf if stock is None else stock)
    return left, out


def concentration(spend: Sequence[float], orders: Sequence[float]) -> Concentration:
    """Top-1, top-5 and Herfindahl shares (0-1); all 0 when there is nothing to share."""
    return Concentration(*_shares(spend), *_shares(orders))


def _shares(amounts: Sequence[float]) -> tuple[float, float, float]:
    total = sum(amounts)
    if total <= 0:
        return 0.0, 0.0, 0.0
    parts = sorted((a / total for a in amounts), reverse=True)
    return parts[0], sum(parts[:5]), sum(p * p for p in parts)
