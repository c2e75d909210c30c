"""Orders a day by price: a negative-binomial model of days that had orders, held by the policy's price rule.

Log orders of a product on a day = product + period of one price - slopes of the log price - step above the threshold.
Days without an order are not in any file, so counts are taken as zero-truncated. Products and periods are normal
noise; the effects have the policy's prior, so that thin data stay there. The maximum of the posterior is found by
Fisher scoring with products and periods eliminated; the range is that of the normal approximation around it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from model.policy import Policy
from model.repurchase.pricedays import PriceDays

Floats = NDArray[np.float64]

_FREE: Final = 1e-6
"""Precision of what is not held by any prior: the mean of all products."""
_ROUNDS: Final = 40
_STEPS: Final = 25
_STILL: Final = 1e-4
_SIZES: Final = (-3.0, 9.0)
"""Log of the size of the negative binomial: from wild days to days of pure chance."""


@dataclass(frozen=True, eq=False)
class Setting:
    """Priors: means and spreads of slope below, more slope above, and step; spreads of products and periods."""

    means: Floats
    spreads: Floats
    product_sd: float
    spell_sd: float
    spell_strength: float

    @classmethod
    def of(cls, policy: Policy) -> "Setting":
        """Those of a policy."""
        rule, own = policy.price_rule, policy.own_price
        means = np.array([rule.slope_below, rule.slope_above - rule.slope_below, rule.drop])
        spreads = np.array([own.slope_sd, own.slope_sd, own.drop_sd])
        return cls(means, spreads, own.product_sd, own.spell_sd, own.spell_strength)


@dataclass(frozen=True, eq=False)
class Found:
    """Slope below, more slope above and step (log orders lost), with their covariance."""

    effects: Floats
    variance: Floats


def features(price: Floats, threshold: float) -> Floats:
    """What the effects are multiplied by, one row a price: all cost orders; a price at the threshold is below it."""
    x = np.log(price / threshold)
    return np.stack((-x, -np.maximum(x, 0.0), -(price > threshold).astype(float)), 1)


def fit_price(days: PriceDays, threshold: float, setting: Setting) -> Found:
    """The effects that these days and the prior make most likely."""
    model = _Model.of(days, threshold, setting)
    state = model.start()
    for _ in range(_ROUNDS):
        before = np.array([*state.beta, np.log(state.spell_variance), np.log(state.size)])
        state = model.climb(state)
        state = model.tuned(state)
        after = np.array([*state.beta, np.log(state.spell_variance), np.log(state.size)])
        if np.abs(after - before).max() < _STILL:
            break
    state = model.climb(state)
    return Found(state.beta[:3], np.asarray(np.linalg.inv(model.reduced(state).inner)[:3, :3], float))


@dataclass(frozen=True, eq=False)
class _State:
    """Effects with the mean of all products last, products, periods; variance of periods and size of the days' noise."""

    beta: Floats
    alpha: Floats
    spell: Floats
    spell_variance: float
    size: float


@dataclass(frozen=True, eq=False)
class _Reduced:
    """The system of one scoring step with periods and products eliminated: ``inner`` and ``right`` are of the effects."""

    inner: Floats
    right: Floats
    weight: Floats
    held: Floats
    cross: Floats
    pull: Floats
    product_held: Floats
    product_cross: Floats
    product_pull: Floats


@dataclass(frozen=True, eq=False)
class _Model:
    """The days with what does not change from step to step."""

    days: PriceDays
    x: Floats
    owner: NDArray[np.int64]
    setting: Setting
    middle: Floats
    precision: Floats

    @classmethod
    def of(cls, days: PriceDays, threshold: float, setting: Setting) -> "_Model":
        owner = np.empty(days.spells, np.int64)
        owner[days.spell] = days.product
        x = np.concatenate((features(days.price, threshold), np.ones((len(days.day), 1))), 1)
        return cls(
            days, x, owner, setting, np.append(setting.means, 0.0), np.append(setting.spreads**-2.0, _FREE)
        )

    def start(self) -> _State:
        """The prior, at the mean of the orders."""
        beta = self.middle.copy()
        beta[3] = np.log(self.days.orders.mean()) - (self.x[:, :3] @ beta[:3]).mean()
        return _State(
            beta, np.zeros(self.days.products), np.zeros(self.days.spells), self.setting.spell_sd**2, 3.0
        )

    def expected(self, state: _State) -> Floats:
        """Orders a day, days without one counted in."""
        eta = self.x @ state.beta + state.alpha[self.days.product] + state.spell[self.days.spell]
        return np.exp(np.clip(eta, -20.0, 20.0))

    def posterior(self, state: _State) -> float:
        """Log density of orders, products, periods and effects, up to a constant."""
        off = state.beta - self.middle
        return float(
            log_chance(self.days.orders, self.expected(state), state.size).sum()
            - 0.5 * off @ (self.precision * off)
            - 0.5 * (state.alpha @ state.alpha) / self.setting.product_sd**2
            - 0.5 * (state.spell @ state.spell) / state.spell_variance
        )

    def climb(self, state: _State) -> _State:
        """The most likely effects, products and periods at the noise as it is."""
        value = self.posterior(state)
        for _ in range(_STEPS):
            step = self.step(state)
            for part in (1.0, 0.5, 0.25, 0.1, 0.01):
                tried = _moved(state, step, part)
                better = self.posterior(tried)
                if better >= value:
                    break
            else:
                return state
            done, state, value = better - value < 1e-7 * (1 + abs(value)), tried, better
            if done:
                break
        return state

    def reduced(self, state: _State) -> _Reduced:
        """Periods and products eliminated from the scoring step."""
        slope, weight = scores(self.days.orders, self.expected(state), state.size)
        by, of = self.days.spell, self.days.spells
        w, g = _sums(by, weight, of), _sums(by, slope, of)
        c = np.stack([_sums(by, weight * column, of) for column in self.x.T], 1)
        held, pull = w + 1 / state.spell_variance, g - state.spell / state.spell_variance
        left = w / held / state.spell_variance
        products, tau = self.days.products, self.setting.product_sd**-2.0
        owned = [_sums(self.owner, part, products) for part in (left, g - w * pull / held)]
        cross = np.stack([_sums(self.owner, column * (1 - w / held), products) for column in c.T], 1)
        product_held, product_pull = owned[0] + tau, owned[1] - state.alpha * tau
        inner = (
            (self.x.T * weight) @ self.x
            + np.diag(self.precision)
            - (c.T / held) @ c
            - (cross.T / product_held) @ cross
        )
        right = (
            self.x.T @ slope
            - self.precision * (state.beta - self.middle)
            - c.T @ (pull / held)
            - cross.T @ (product_pull / product_held)
        )
        return _Reduced(inner, right, w, held, c, pull, product_held, cross, product_pull)

    def step(self, state: _State) -> tuple[Floats, Floats, Floats]:
        """The scoring step of effects, products and periods."""
        part = self.reduced(state)
        beta = np.asarray(np.linalg.solve(part.inner, part.right), float)
        alpha = (part.product_pull - part.product_cross @ beta) / part.product_held
        spell = (part.pull - part.weight * alpha[self.owner] - part.cross @ beta) / part.held
        return beta, alpha, spell

    def tuned(self, state: _State) -> _State:
        """The noise of periods (drawn to its prior) and of days that fits these effects."""
        part, setting = self.reduced(state), self.setting
        free = part.weight / part.held
        known = 1 / part.held + free**2 / part.product_held[self.owner]
        variance = (
            state.spell @ state.spell + known.sum() + setting.spell_strength * setting.spell_sd**2
        ) / (self.days.spells + setting.spell_strength)
        told = part.weight * (1 / part.held + (1 - free) ** 2 / part.product_held[self.owner])
        size = _size(self.days.orders, self.expected(state), float(told.sum()))
        return _State(state.beta, state.alpha, state.spell, float(variance), size)


def _sums(codes: NDArray[np.int64], values: Floats, count: int) -> Floats:
    return np.bincount(codes, values, count).astype(np.float64)


def _moved(state: _State, step: tuple[Floats, Floats, Floats], part: float) -> _State:
    beta, alpha, spell = (
        old + part * new for old, new in zip((state.beta, state.alpha, state.spell), step, strict=True)
    )
    return _State(beta, alpha, spell, state.spell_variance, state.size)


def log_chance(orders: NDArray[np.int64], mean: Floats, size: float) -> Floats:
    """Log chance of so many orders on a day that had any: negative binomial of this mean and size, without its zero."""
    none = -size * np.log1p(mean / size)
    return np.asarray(
        gammaln(orders + size)
        - gammaln(size)
        - gammaln(orders + 1)
        + none
        + orders * np.log(mean / (size + mean))
        - np.log(-np.expm1(none)),
        float,
    )


def moments(mean: Floats, size: float) -> tuple[Floats, Floats]:
    """Mean and variance of the orders on days that had any."""
    some = -np.expm1(-size * np.log1p(mean / size))
    seen = mean / some
    return seen, (mean + mean**2 * (1 + 1 / size)) / some - seen**2


def scores(orders: NDArray[np.int64], mean: Floats, size: float) -> tuple[Floats, Floats]:
    """Slope of the log chance in the log mean, and its expected square."""
    seen, variance = moments(mean, size)
    share = size / (size + mean)
    return share * (orders - seen), np.maximum(share**2 * variance, 1e-12)


def _size(orders: NDArray[np.int64], mean: Floats, told: float) -> float:
    """The size at which the squares off the mean are as large as they should be (Pearson), by halving."""
    low, high = _SIZES
    wanted = max(len(orders) - told, 1.0)
    for _ in range(24):
        middle = (low + high) / 2
        seen, variance = moments(mean, float(np.exp(middle)))
        # Too small squares: the days are more even than this size has them.
        if float(((orders - seen) ** 2 / np.maximum(variance, 1e-9)).sum()) < wanted:
            low = middle
        else:
            high = middle
    return float(np.exp((low + high) / 2))
