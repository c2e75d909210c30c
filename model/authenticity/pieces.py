"""The pieces of evidence on the figures of hosts: each beside its peers, with what it weighs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from model.authenticity.figures import Figures
from model.authenticity.odds import shift_weight, sign_weight
from model.authenticity.peers import Against, against, curve, nothing
from model.authenticity.robust import Floats, Ints
from model.normal import Z80
from model.waterrules import WaterRule

_ALIKE: Final = 0.5
_SPREAD_ALIKE: Final = 0.02
"""Added to a spread before its logarithm: posts all alike have none."""
SOFT: Final = frozenset({"fee", "audience"})
"""Evidence that tells of a bad bargain rather than of water: it counts little, and no verdict rests on it."""


@dataclass(frozen=True, eq=False)
class Piece:
    """One kind of evidence on all hosts, not a number where it is unknown.

    ``value`` and the peer range ``low``, ``median``, ``high`` are in natural units, ``weight`` is the capped
    log-likelihood ratio (above 0 speaks for padding); ``implied`` the share of water the figure implies, where it
    does; ``odd`` is -1 below and 1 above the peer range; ``peers`` and ``level`` as in :class:`Against`.
    ``own`` evidence is the shop's: it may carry a verdict by itself.
    """

    code: str
    value: Floats
    low: Floats
    median: Floats
    high: Floats
    weight: Floats
    implied: Floats
    odd: Ints
    peers: Ints
    level: Ints
    own: bool = False


def pieces(found: Figures, rule: WaterRule, views_power: float) -> Iterator[Piece]:
    """All evidence the figures hold; ``views_power`` is the prior power of views in followers."""
    return (piece for piece in _pieces(found, rule, views_power) if not np.isnan(piece.weight).all())


def _pieces(found: Figures, rule: WaterRule, views_power: float) -> Iterator[Piece]:
    with np.errstate(divide="ignore", invalid="ignore"):
        size, views = _log(found.followers), _log(found.views)
        reactions = np.log(found.interactions + _ALIKE)
        yield _below("views", found, size, views, rule, views_power)
        yield _below("engagement", found, size, reactions, rule, views_power)
        yield _both("reactions", found, views, reactions - views, rule)
        yield _sales(found, views, rule)
        yield _gains(found, views, rule)
        for name in ("comments", "saves", "shares"):
            yield _proportion(name, found, rule)
        for name, kind in (("view_spread", 0), ("rate_spread", -1)):
            yield _post_spread(name, found, views, rule, kind)
        yield _fee(found, views, rule)
        yield _audience(found, rule)


def _log(values: Floats) -> Floats:
    """Logarithms; what is not above 0 is unknown."""
    found: Floats = np.log(np.where(values > 0, values, np.nan))
    return found


def _below(code: str, found: Figures, x: Floats, y: Floats, rule: WaterRule, slope: float) -> Piece:
    """A figure that padding pulls below what is usual at ``x``."""
    beside = _beside(found, x, y, rule, slope, rising=True)
    return _piece(code, beside, y, shift_weight(beside.rest, beside.spread, rule), rule, implies=True)


def _both(code: str, found: Figures, x: Floats, y: Floats, rule: WaterRule) -> Piece:
    """A figure that bought views pull below what is usual, and bought reactions far above it."""
    beside = _beside(found, x, y, rule)
    low = shift_weight(beside.rest, beside.spread, rule)
    high = sign_weight(beside.rest / beside.spread, rule.sign_share, rule)
    weight = np.where(beside.rest > 0, np.maximum(low, high), low)
    return _piece(code, beside, y, weight, rule, implies=True)


def _sales(found: Figures, views: Floats, rule: WaterRule) -> Piece:
    """Sales that are small for the views: what was watched by nobody sells nothing."""
    by_views, by_total = _log(found.extra["gpm"] / 1000) + views, _log(found.extra["gmv"])
    y = by_views if np.isfinite(by_views).sum() >= np.isfinite(by_total).sum() else by_total
    return _below("sales", found, views, y, rule, 1.0)


def _gains(found: Figures, views: Floats, rule: WaterRule) -> Piece:
    """Followers won far beyond what hosts with such views win; who wins none has no jump."""
    # Some exports hold sums of another kind under that heading: nobody wins more followers than he has.
    gain = np.where(found.extra["gain"] > found.followers, np.nan, found.extra["gain"])
    beside = _beside(found, views, _log(gain), rule, 1.0)
    weight = sign_weight(beside.rest / beside.spread, rule.sign_share, rule)
    piece = _piece("gain", beside, _log(gain), weight, rule)
    none = (gain <= 0) & ~np.isnan(beside.usual)
    return replace(
        piece,
        value=np.where(none, gain, piece.value),
        weight=np.where(none, np.log1p(-rule.sign_share), piece.weight),
        odd=np.where(none, -1, piece.odd),
    )


def _proportion(name: str, found: Figures, rule: WaterRule) -> Piece:
    """Comments, saves or shares to a like, far off on either side."""
    likes = found.extra["likes"]
    enough = np.where(likes >= rule.least_likes, likes, np.nan)
    y = np.log((found.extra[name] + _ALIKE) / (enough + _ALIKE))
    beside = _beside(found, np.log(enough), y, rule)
    weight = sign_weight(np.abs(beside.rest / beside.spread), rule.sign_share, rule)
    return _piece(name, beside, y, weight, rule)


def _post_spread(name: str, found: Figures, views: Floats, rule: WaterRule, side: int) -> Piece:
    """Posts that differ too little (``side`` -1), or too little or too much (0)."""
    spread = np.where(found.extra["posts"] >= rule.least_posts, found.extra[name], np.nan)
    y = np.log(spread + _SPREAD_ALIKE)
    beside = _beside(found, views, y, rule)
    off = beside.rest / beside.spread
    weight = sign_weight(-off if side else np.abs(off), rule.sign_share, rule)
    return _piece(name, beside, y, weight, rule, back=lambda v: np.exp(v) - _SPREAD_ALIKE)


def _fee(found: Figures, views: Floats, rule: WaterRule) -> Piece:
    """A fee that is high for the views: asked for followers who do not watch."""
    y = _log(found.fee)
    beside = _beside(found, views, y, rule, 1.0)
    weight = sign_weight(beside.rest / beside.spread, rule.weak_share, rule)
    return _piece("fee", beside, y, weight, rule)


def _audience(found: Figures, rule: WaterRule) -> Piece:
    """An audience that shares nothing with that of any product."""
    far = found.far
    nothing = np.full(len(far), np.nan)
    odds = np.where(far > 0, np.log1p(rule.weak_share), np.log1p(-rule.weak_share))
    none = np.zeros(len(far), np.int64)
    return Piece(
        "audience", far, nothing, nothing, nothing, np.where(np.isnan(far), np.nan, odds), nothing,
        (far > 0).astype(np.int64), none, none,
    )  # fmt: skip


def _beside(
    found: Figures, x: Floats, y: Floats, rule: WaterRule, slope: float = 0.0, rising: bool = False
) -> Against:
    x = np.where(found.outside, x, np.nan)
    if not (np.isfinite(x) & np.isfinite(y)).any():
        return nothing(len(x))
    shape = curve(found.platform, found.category, x, y, rule, slope, rising)
    return against(shape, found.platform, found.category, x, y, rule)


def _piece(
    code: str,
    beside: Against,
    y: Floats,
    weight: Floats,
    rule: WaterRule,
    implies: bool = False,
    back: Callable[[Floats], Floats] = np.exp,
) -> Piece:
    rest, spread, usual = beside.rest, beside.spread, beside.usual
    known = ~np.isnan(rest)
    implied = -np.expm1(np.minimum(0.0, rest + spread)) if implies else np.full(len(rest), np.nan)
    off = rest / spread
    odd = np.where(off < -Z80, -1, np.where(off > Z80, 1, 0))
    most = rule.weak_cap if code in SOFT else rule.cap
    capped = np.where(known, np.clip(weight, -most, most), np.nan)
    low, high = back(usual - Z80 * spread), back(usual + Z80 * spread)
    return Piece(
        code, np.where(known, back(y), np.nan), low, back(usual), high, capped, implied, odd, beside.peers, beside.level
    )  # fmt: skip
