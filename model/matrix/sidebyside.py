"""Ways to hire one host beside each other: what each earns over the orders that come, and where one overtakes another.

Profit is piecewise linear in paid orders: it rises with each order, more steeply above a step of the commission, less
steeply (by what is paid back no more) below a guarantee. So crossings are found exactly, segment by segment.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy.special import ndtr

from model.economics import CostBasis, order_value
from model.matrix.candidates import Candidate

_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one offer over all its sessions: ``slot_fee`` and ``fixed`` (samples, own hours) in yuan, ``commission`` a share.

    ``guarantee`` is promised paid GMV over the slot fee (0: none). ``steps`` are (yuan of kept sales, share) from which
    on another commission holds for what is sold beyond; rising, the base commission holds below the first.
    """

    name: str
    slot_fee: float
    commission: float
    guarantee: float = 0.0
    steps: tuple[tuple[float, float], ...] = ()
    fixed: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """Long-run profit of one offer over paid orders: exact at its ``corners`` (orders, yuan), straight between, then ``slope``."""

    name: str
    corners: tuple[tuple[float, float], ...]
    slope: float

    def at(self, orders: float) -> float:
        """Yuan when so many orders are paid."""
        places, values = zip(*self.corners, strict=True)
        if orders >= places[-1]:
            return float(values[-1] + self.slope * (orders - places[-1]))
        return float(np.interp(orders, places, values))


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``first`` to ``last`` paid orders (the last stretch has no end) the offer ``name`` earns most.

    ``odds`` is how likely so many orders come.
    """

    first: float
    last: float
    name: str
    odds: float


@dataclass(frozen=True)
class SideBySide:
    """Offers beside each other: their lines, which earns most where, and orders from which each no longer loses.

    ``even`` holds None for an offer that loses at any number of orders.
    """

    lines: tuple[Line, ...]
    best: tuple[Stretch, ...]
    even: tuple[float | None, ...]


def terms_of(item: Candidate) -> Terms:
    """The terms of one candidate."""
    return Terms(
        item.offer.offer.name,
        item.offer.slot_fee * item.sessions,
        item.offer.commission,
        item.offer.offer.guarantee or 0.0,
        item.offer.offer.steps,
        fixed=item.beside,
    )


def side_by_side(
    terms: Sequence[Terms], basis: CostBasis, repeat: float, mean: float = 0.0, sd: float = 0.0
) -> SideBySide:
    """Compare ways to hire one host for one product.

    Args:
        terms: at least one.
        basis: what an order brings and costs.
        repeat: yuan of a kept customer's repeat purchases.
        mean: expected paid orders, the same under all terms; 0 when nothing is known of them.
        sd: their log-normal spread.
    """
    lines = tuple(line_of(one, basis, repeat) for one in terms)
    return SideBySide(lines, _best(lines, mean, sd), tuple(_even(line) for line in lines))


def line_of(terms: Terms, basis: CostBasis, repeat: float) -> Line:
    """Long-run profit of one offer over paid orders."""
    kept, fee = 1 - basis.return_rate, terms.slot_fee
    promised = terms.guarantee * fee
    met = promised / basis.price
    each = basis.price * kept
    shares = [(0.0, terms.commission), *((at / each, share) for at, share in terms.steps if each > 0)]
    places = sorted({0.0, *(at for at, _ in shares), met})
    slopes = [
        order_value(basis, _share_at(shares, at))
        + kept * repeat
        - (basis.price / terms.guarantee if at < met - _CLOSE else 0.0)
        for at in places
    ]
    value = (0.0 if promised > 0 else -fee) - terms.fixed
    corners = [(0.0, value)]
    for (left, right), slope in zip(pairwise(places), slopes, strict=False):
        value += slope * (right - left)
        corners.append((right, value))
    return Line(terms.name, tuple(corners), slopes[-1])


def _share_at(shares: Iterable[tuple[float, float]], orders: float) -> float:
    """The commission on the next order after so many."""
    return [share for at, share in shares if at <= orders + _CLOSE][-1]


def crossings(one: Line, other: Line) -> tuple[float, ...]:
    """Paid orders at which ``other`` overtakes ``one`` or falls behind it, rising."""
    places = sorted({at for line in (one, other) for at, _ in line.corners})
    apart = [other.at(at) - one.at(at) for at in places]
    found = [
        left + (right - left) * before / (before - after)
        for (left, right), (before, after) in zip(pairwise(places), pairwise(apart), strict=True)
        if before * after < 0
    ]
    found += [at for at, gap in zip(places[1:], apart[1:], strict=True) if gap == 0]
    slope = other.slope - one.slope
    if slope and (beyond := -apart[-1] / slope) > 0:
        found.append(places[-1] + beyond)
    return tuple(sorted(set(found)))


def _best(lines: Sequence[Line], mean: float, sd: float) -> tuple[Stretch, ...]:
    """Who earns most from where to where; between two neighbouring crossings or corners it is one and the same."""
    cuts = {at for i, one in enumerate(lines) for other in lines[:i] for at in crossings(one, other)}
    # Lines that lie on each other part at a corner, where rounding may hide that they meet.
    cuts |= {at for line in lines for at, _ in line.corners if at > 0}
    edges = [0.0, *sorted(cuts), math.inf]
    stretches: list[tuple[float, float, str]] = []
    for left, right in pairwise(edges):
        middle = left + 1 if right == math.inf else (left + right) / 2
        name = max(lines, key=lambda line: line.at(middle)).name
        if stretches and stretches[-1][2] == name:
            stretches[-1] = (stretches[-1][0], right, name)
        else:
            stretches.append((left, right, name))
    return tuple(
        Stretch(left, right, name, _below(right, mean, sd) - _below(left, mean, sd))
        for left, right, name in stretches
    )


def _below(orders: float, mean: float, sd: float) -> float:
    """Odds of fewer orders than that."""
    if orders <= 0 or mean <= 0:
        return 0.0
    if orders == math.inf:
        return 1.0
    return float(ndtr((math.log(orders / mean) + sd * sd / 2) / max(sd, _CLOSE)))


def _even(line: Line) -> float | None:
    """The fewest paid orders from which on the offer never loses; None when it loses in the end."""
    nothing = Line("", ((0.0, 0.0),), 0.0)
    if line.slope < 0 or (line.slope == 0 and line.corners[-1][1] < 0):
        return None
    last = max(crossings(nothing, line), default=0.0)
    return last if min(value for _, value in line.corners) < 0 else 0.0


def offers_beside(item: Candidate, orders: float) -> SideBySide:
    """All offers the host of a candidate makes for the same form, for its product and number of sessions.

    Offers of another form (a post beside a live session) bring other orders, so they are not laid beside it.
    ``orders`` are those expected of all sessions together.
    """
    form = item.offer.offer.form
    others = (replace(item, offer=facts) for facts in item.host.offers if facts.offer.form == form)
    return side_by_side(
        [terms_of(one) for one in others],
        item.worth.basis,
        item.worth.repeat,
        orders,
        item.response.sd,
    )
