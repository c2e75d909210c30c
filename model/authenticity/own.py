"""Evidence of the shop itself: what hosts sold for the views they had in its own campaigns."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from model.authenticity.odds import shift_weight
from model.authenticity.pieces import Piece
from model.normal import Z80
from model.policy import Policy
from model.records import Influencer
from model.results import Result

_ALIKE: Final = 0.5


def sold(results: Iterable[Result]) -> dict[str, tuple[int, int]]:
    """Views and orders of every host, over the results that know both."""
    found: dict[str, tuple[int, int]] = {}
    for one in results:
        if one.views and one.orders is not None:
            views, orders = found.get(one.id, (0, 0))
            found[one.id] = (views + one.views, orders + one.orders)
    return found


def own_results(hosts: Sequence[Influencer], results: Iterable[Result], policy: Policy) -> Piece | None:
    """Orders per view of every host against those of the shop's other hosts; None without any such result.

    The usual rate is the median over the hosts, drawn to the prior of a live session as if by ``spread_hosts`` more;
    around it hosts differ by ``host_sd`` and few orders by chance. Views that sell far less than that speak for
    padding, by the same ratio as figures below those of peers.
    """
    known = sold(results)
    if not known:
        return None
    rule, response = policy.water, policy.response
    pairs = np.array([known.get(host.id, (math.nan, math.nan)) for host in hosts], np.float64).reshape(-1, 2)
    rate = np.log((pairs[:, 1] + _ALIKE) / pairs[:, 0])
    spread = np.sqrt(response.host_sd**2 + policy.shocks.session_sd**2 + 1 / (pairs[:, 1] + _ALIKE))
    usual = _usual(known, math.log(response.conversion_live), rule.spread_hosts)
    rest = rate - usual
    weight = np.clip(shift_weight(rest, spread, rule), -rule.cap, rule.cap)
    middle = np.where(np.isnan(rest), np.nan, math.exp(usual))
    off = rest / spread
    none = np.zeros(len(hosts), np.int64)
    return Piece(
        "own_orders", np.exp(rate), middle * np.exp(-Z80 * spread), middle, middle * np.exp(Z80 * spread), weight,
        -np.expm1(np.minimum(0.0, rest + spread)), np.where(off < -Z80, -1, np.where(off > Z80, 1, 0)),
        none + sum(orders for _, orders in known.values()), none, own=True,
    )  # fmt: skip


def _usual(known: Mapping[str, tuple[int, int]], prior: float, hold: float) -> float:
    rates = [math.log((orders + _ALIKE) / views) for views, orders in known.values()]
    return (float(np.median(rates)) * len(rates) + prior * hold) / (len(rates) + hold)
