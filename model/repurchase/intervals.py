"""Mixtures of Beta distributions: the small-sample posterior of a yearly repurchase rate."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.optimize import brentq
from scipy.special import betainc, betaln


@dataclass(frozen=True, slots=True)
class BetaMixture:
    """Weights (summing to 1) and parameters of Beta components."""

    weights: tuple[float, ...]
    a: tuple[float, ...]
    b: tuple[float, ...]

    def cdf(self, x: float) -> float:
        """P(rate <= x)."""
        return float(sum(w * betainc(a, b, x) for w, a, b in zip(self.weights, self.a, self.b, strict=True)))

    def mean(self) -> float:
        """Expected rate."""
        return float(sum(w * a / (a + b) for w, a, b in zip(self.weights, self.a, self.b, strict=True)))

    def quantile(self, p: float) -> float:
        """The rate below which a share ``p`` of the mixture lies."""
        return float(brentq(lambda x: self.cdf(x) - p, 0.0, 1.0, xtol=1e-9))

    def between(self, cuts: Sequence[float]) -> tuple[float, ...]:
        """Probability of each interval that the ascending ``cuts`` make of 0-1."""
        at = [0.0, *(self.cdf(cut) for cut in cuts), 1.0]
        return tuple(high - low for low, high in itertools.pairwise(at))

    def updated(self, repeat: float, customers: float) -> "BetaMixture":
        """The posterior after ``repeat`` of ``customers`` (effective numbers, need not be whole) came back.

        w_k ~ pi_k B(a_k + y, b_k + n - y) / B(a_k, b_k) (conjugate mixture; science of the house, section 3.1).
        """
        rest = customers - repeat
        logs = [betaln(a + repeat, b + rest) - betaln(a, b) for a, b in zip(self.a, self.b, strict=True)]
        top = max(logs)
        scaled = [
            w * float(2.718281828459045 ** (log - top)) for w, log in zip(self.weights, logs, strict=True)
        ]
        total = sum(scaled)
        return BetaMixture(
            tuple(w / total for w in scaled),
            tuple(a + repeat for a in self.a),
            tuple(b + rest for b in self.b),
        )
