"""Word of mouth as a branching process: how many buyers one buyer brings, and how far that goes."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from model.errors import Reason
from model.launchrules import SpreadRule
from model.records import Estimate

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WordOfMouth:
    """Buyers brought by one buyer, and by how much that multiplies orders, each with its 80 % range.

    ``alone`` is the share of buyers who bring nobody; ``doubts`` names what speaks against the figure: one that is not below 1 would go on for ever.
    """

    reach: Estimate
    multiplier: Estimate
    alone: float
    doubts: tuple[Reason, ...] = ()


def word_of_mouth(rule: SpreadRule, own: float | None = None) -> WordOfMouth:
    """Multiplier 1 / (1 - R) under R ~ Beta(a, b), or at an own figure (then without a range).

    The mean over the prior is (a + b - 1) / (b - 1), above that at the mean R; with b <= 1 it has none and the middle
    stands in. From R = 1 on nothing is multiplied: ``spread_implausible``.
    """
    if own is not None:
        doubts = (Reason("spread_implausible", {"reach": own}),) if own >= 1 else ()
        times = 1.0 if doubts else 1 / (1 - max(own, 0.0))
        few = float(total_odds(max(own, 0.0), 1)[0])
        return WordOfMouth(Estimate(own, own, own), Estimate(times, times, times), few, doubts)
    a, b = rule.reach_a, rule.reach_b
    low, middle, high = (float(v) for v in betaincinv(a, b, (0.1, 0.5, 0.9)))
    mean = (a + b - 1) / (b - 1) if b > 1 else 1 / (1 - middle)
    reach = Estimate(a / (a + b), low, high)
    alone = float(total_odds(reach.value, 1)[0])
    return WordOfMouth(reach, Estimate(mean, 1 / (1 - low), 1 / (1 - high)), alone)


def total_odds(reach: float, sizes: int) -> Floats:
    """Odds that one buyer leads to 1, 2 … ``sizes`` buyers in all, himself counted (Borel distribution).

    P(T = n) = e^(-Rn) (Rn)^(n-1) / n! for R <= 1; what is missing to 1 is larger, or for R > 1 may never end.
    """
    n = np.arange(1, sizes + 1)
    log = -reach * n + (n - 1) * np.log(np.maximum(reach * n, 1e-300))
    return np.asarray(np.exp(log - np.array([math.lgamma(k + 1) for k in n.tolist()])))
