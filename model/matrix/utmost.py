"""The most a plan may lose: what is paid whatever comes, and goods that are sent out and all come back for nothing."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.matrix.draws import Lot, rows_of
from model.matrix.plan import Utmost

Floats = NDArray[np.float64]


def utmost(lot: Lot, sold: Floats, long: Floats, busy: float) -> Utmost:
    """The largest loss a chosen set is committed to: goods of each product in the proportion in which they are expected to sell.

    Args:
        lot: the chosen offers.
        sold: orders of each product that its stock can serve, shape (products, draws).
        long: long-run profit of each draw. Where one of them loses more than what is committed, that is the most.
        busy: goods are counted for so many of all cases (0-1): who buys for more can lose more.
    """
    orders = goods = returns = 0.0
    total = sold.sum(axis=0)
    more = float(np.quantile(total, busy)) / max(float(total.mean()), 1e-9)
    for w, rows in rows_of(lot):
        basis = lot.items[int(np.arange(len(lot.items))[rows][0])].worth.basis
        wanted = np.ceil(float(sold[w].mean()) * more - 1e-3)  # of 32 bits: 25 may be 25.000002
        count = min(float(wanted), float(lot.stock[w]))
        orders += count
        goods += count * basis.unit_cost
        returns += count * (basis.ship_cost + basis.handling)
    fees, beside = float(lot.cost.sum()), float((lot.fixed - lot.cost).sum())
    told = Utmost(fees, beside, goods, returns, orders, enough=busy)
    return replace(told, more=max(0.0, -float(long.min()) - told.yuan))
