"""What a plan may earn and lose: seeded draws of its orders, and how much hangs on a few hosts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.matrix.candidates import Candidates
from model.matrix.plan import Concentration, Risk

Floats = NDArray[np.float64]


def simulate(table: Candidates, chosen: NDArray[np.int64], draws: int, seed: int) -> Risk:
    """Long-run profit of the chosen candidates under common and host shocks.

    Orders of a candidate are log-normal around its mean: one shock shared by all, one of its own, capped by the stock
    of its product; guarantees pay back what is missing. The same seed gives the same draws.
    """
    if not len(chosen):
        return Risk(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, draws)
    long, first = _profits(table, chosen, draws, seed)
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
    )


def _profits(table: Candidates, chosen: NDArray[np.int64], draws: int, seed: int) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(seed)
    shared = rng.standard_normal(draws)
    long, first = np.zeros(draws), np.zeros(draws)
    for j in chosen:
        item = table.items[int(j)]
        sd, common = item.response.sd, item.response.common_sd
        shock = common * shared + item.response.host_sd * rng.standard_normal(draws)
        orders = table.raw[j] * np.exp(shock - sd * sd / 2)
        sold = orders if item.worth.product.stock is None else np.minimum(orders, item.worth.product.stock)
        own = (
            sold * item.order_value
            - table.cost[j]
            + _refunds(item.offer.offer.guarantee, table.cost[j], orders * item.worth.basis.price)
        )
        first += own
        long += own + sold * (1 - item.worth.basis.return_rate) * item.worth.repeat
    return long, first


def _refunds(guarantee: float | None, cost: float, gmv: Floats) -> Floats | float:
    """The slot fees given back when paid GMV misses what was promised."""
    promised = (guarantee or 0.0) * cost
    return cost * np.maximum(0.0, 1 - gmv / promised) if promised > 0 else 0.0


def concentration(spend: Sequence[float], orders: Sequence[float]) -> Concentration:
    """Top-1, top-5 and Herfindahl shares (0-1); all 0 when there is nothing to share."""
    return Concentration(*_shares(spend), *_shares(orders))


def _shares(amounts: Sequence[float]) -> tuple[float, float, float]:
    total = sum(amounts)
    if total <= 0:
        return 0.0, 0.0, 0.0
    parts = sorted((a / total for a in amounts), reverse=True)
    return parts[0], sum(parts[:5]), sum(p * p for p in parts)
