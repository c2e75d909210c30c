"""What each customer is expected to buy and spend next, and who is overdue: arrays over all customers at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.repurchase.behaviour import WEEK, Behaviour
from model.repurchase.btyd.betageo import BetaGeometric
from model.repurchase.btyd.fitting import Prior
from model.repurchase.btyd.spend import GammaGamma, fit_gamma_gamma, spending
from model.repurchase.buyers import Base
from model.shoprules import CustomerRule

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

HORIZONS: Final = (30, 90, 365)
"""Days looked ahead."""
_EXACT: Final = 5000
"""Up to so many customers each is worked out by himself; of more, those of one count lie on a curve of few points."""
_KNOTS: Final = 25
_HALVINGS: Final = 32
_LONGEST: Final = 1e6
"""Weeks: a gap beyond is as good as never."""
_ENOUGH: Final = 20_000
"""Repeat buyers from whom the spend model is learnt; more change nothing that is seen."""


@dataclass(frozen=True, eq=False)
class Outlook:
    """Of every customer, one row each.

    ``alive`` is the chance that he has not left, ``back`` that he buys within ``back_days``; ``purchases`` and
    ``spend_fen`` have a column for each of :data:`HORIZONS`, ``each_fen`` is what he is expected to spend on one
    occasion. ``waiting`` are days since his last one, ``due`` the days by which the policy's quantile of his own
    gaps would have passed; ``overdue`` where he waits longer and is probably still a customer.
    """

    alive: Floats
    back: Floats
    purchases: Floats
    spend_fen: Floats
    each_fen: Floats
    waiting: Ints
    due: Floats
    overdue: NDArray[np.bool_]


def outlook(found: Base, model: Behaviour, rule: CustomerRule, few: float) -> Outlook:
    """The outlook of these customers under a model fitted to them (below ``few`` repeat buyers the spend model leans on a prior).

    Every figure is the mean over the models by their weights, as :class:`Behaviour` has it.
    """
    (repeats, quiet, end), place = _distinct(
        found.times - 1, found.last - found.first, found.end - found.first
    )
    x, t_x = repeats.astype(float), quiet / WEEK
    alive, back, purchases = (
        part[place] for part in _ahead(model, x, t_x, end / WEEK, rule.back_days / WEEK)
    )
    due = _due(model, x, t_x, rule.gap_quantile)[place] * WEEK
    each = expected_spend(found, rule, few)
    waiting = found.end - found.last
    return Outlook(
        alive,
        back,
        purchases,
        purchases * each[:, None],
        each,
        waiting,
        due,
        (waiting > due) & (alive >= rule.alive),
    )


def expected_spend(found: Base, rule: CustomerRule, few: float) -> Floats:
    """Fen each customer is expected to spend on a repeat occasion: Gamma-Gamma on his repeats, shrunk to all customers'.

    Without any repeat purchase, or where the model finds no mean (q <= 1), everybody gets the plain mean.
    """
    x = (found.times - 1).astype(float)
    again = x > 0
    plain = found.again[again].sum() / x.sum() if again.any() else found.net.sum() / found.times.sum()
    model = (
        _spend_model(x[again], found.again[again] / x[again], float(plain), rule, few)
        if again.any()
        else None
    )
    if model is None:
        return np.full(len(x), float(plain))
    return model.conditional(x, found.again / np.maximum(x, 1))


def _spend_model(x: Floats, mean: Floats, plain: float, rule: CustomerRule, few: float) -> GammaGamma | None:
    every = max(len(x) // _ENOUGH, 1)
    data = spending(x[::every], mean[::every] / plain)
    middle = (rule.spend_p, rule.spend_q, (rule.spend_q - 1) / rule.spend_p)
    weak = Prior(middle, (rule.spend_sd,) * 3)
    fitted = fit_gamma_gamma(data, weak if len(x) < few else None)
    p, q, gamma = fitted.values
    return GammaGamma(p, q, gamma * plain) if q > 1 else None


def _ahead(
    model: Behaviour, x: Floats, t_x: Floats, end: Floats, back: float
) -> tuple[Floats, Floats, Floats]:
    """Chance to be there, chance to be back in time, and purchases by horizon: means over the models."""
    alive, came, bought = np.zeros_like(x), np.zeros_like(x), np.zeros((len(x), len(HORIZONS)))
    for one, weight in zip(model.models, model.weights, strict=True):
        there = weight * one.alive(x, t_x, end)
        unseen = one.unseen(x, t_x, end) if one.k > 1 else np.ones((1, 1))
        alive += there
        came += there * _seen(one, one.again_if_there, (back,), x, end, unseen)[0]
        ahead = _seen(one, one.if_there, tuple(days / WEEK for days in HORIZONS), x, end, unseen)
        bought += (there * ahead).T
    return alive, came, bought


def _seen(
    one: BetaGeometric,
    of: Callable[[float, Floats, Floats], Floats],
    times: Sequence[float],
    x: Floats,
    end: Floats,
    unseen: Floats,
) -> Floats:
    """What is expected of those still there (rows are ``times``); it depends on few figures, so few are worked out."""
    if len(x) <= _EXACT:
        return np.stack([(unseen * of(time, x, end)).sum(0) for time in times])
    grid = _Grid.over(x, end, one.alpha)
    return np.stack([(unseen * grid.read(of(time, grid.x, grid.end))).sum(0) for time in times])


@dataclass(frozen=True, eq=False)
class _Grid:
    """For each count of repeats a curve over the follow-up, at even steps of ln(alpha + T)."""

    x: Floats
    end: Floats
    row: Ints
    step: Ints
    part: Floats

    @classmethod
    def over(cls, x: Floats, end: Floats, alpha: float) -> "_Grid":
        counts, row = _numbered(x)
        at = np.log(alpha + end)
        low, high = np.full(len(counts), np.inf), np.full(len(counts), -np.inf)
        np.minimum.at(low, row, at)
        np.maximum.at(high, row, at)
        width = np.maximum(high - low, 1e-9) / (_KNOTS - 1)
        place = (at - low[row]) / width[row]
        step = np.minimum(place.astype(np.int64), _KNOTS - 2)
        knots = low[:, None] + width[:, None] * np.arange(_KNOTS)
        return cls(
            np.repeat(counts, _KNOTS),
            np.maximum(np.exp(knots).ravel() - alpha, 0.0),
            row,
            step,
            place - step,
        )

    def read(self, values: Floats) -> Floats:
        """The values (above 0) of every customer, for each row of ``values``: their logarithms are nearly straight."""
        at = self.row * _KNOTS + self.step
        logs = np.log(np.maximum(values, 1e-300))
        return np.asarray(
            np.exp(np.stack([each[at] * (1 - self.part) + each[at + 1] * self.part for each in logs])), float
        )


def _numbered(x: Floats) -> tuple[Floats, Ints]:
    """The distinct whole numbers and the place of each."""
    whole = x.astype(np.int64)
    there = np.bincount(whole) > 0
    return np.flatnonzero(there).astype(float), (np.cumsum(there) - 1)[whole]


def _due(model: Behaviour, x: Floats, t_x: Floats, quantile: float) -> Floats:
    """Weeks within which this share of gaps ends that such a customer would make: halving, on distinct histories.

    The share is the mean over the models, so the quantile is one of their mixture.
    """
    days = np.rint(t_x * WEEK).astype(np.int64)
    (repeats, quiet, _), place = _distinct(x.astype(np.int64), days, np.zeros_like(days))
    count, last = repeats.astype(float), quiet / WEEK
    low, high = np.full(len(count), -10.0), np.full(len(count), np.log(_LONGEST))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        shares = [one.gap_share(np.exp(middle), count, last) for one in model.models]
        short = np.average(shares, axis=0, weights=model.weights) < quantile
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return np.asarray(np.exp(high)[place], float)


def _distinct(x: Ints, t_x: Ints, end: Ints) -> tuple[tuple[Ints, Ints, Ints], Ints]:
    """Distinct triples of whole numbers and the place of each: few customers differ in all three."""
    bits = int(max(t_x.max(), end.max())).bit_length()
    whole = (x << (2 * bits)) | (t_x << bits) | end
    narrow = int(whole.max()).bit_length() < 32  # sorted in half the time
    packed, place = np.unique(whole.astype(np.int32) if narrow else whole, return_inverse=True)
    packed = packed.astype(np.int64)
    mask = (1 << bits) - 1
    return (packed >> (2 * bits), (packed >> bits) & mask, packed & mask), place.astype(np.int64)
