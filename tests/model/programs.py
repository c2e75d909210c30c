"""Made-up choices with all limits on: shops that pick hosts by the hundred, for proofs and benches of the engine."""

import math
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from scipy.stats import norm

from model.matrix.engine.program import Program, Reach, Rows, Share, Shocks, Tail

SEGMENTS, PLATFORMS, PRODUCTS, AGENCIES = 24, 5, 3, 12
PART = 0.05


@dataclass(frozen=True)
class Kind:
    """What sort of shop: size of its largest hosts (yuan of gain), how many it hires of N, spread of fees."""

    head: float
    hired: tuple[float, int, int]
    """Share of N, least, most."""
    share: float
    """Most of the budget for one host."""


KINDS = {
    "typical": Kind(1.5e6, (0.06, 20, 60), 0.25),
    "few": Kind(1.5e6, (0.06, 10, 12), 0.25),
    "mild": Kind(4.0e5, (0.125, 20, 3000), 0.05),
    "wide": Kind(2.0e6, (0.125, 20, 3000), 0.05),
}


def curve(pieces: int = SEGMENTS, most: float = 5.0) -> tuple[np.ndarray, np.ndarray]:
    """Edges and slopes of tangents to u - (1 - exp(-u)): from below, so that the bound also holds for the true curve."""
    touch = np.concatenate([[0.0], np.geomspace(0.06, most, pieces - 1)])
    slope = 1 - np.exp(-touch)
    height = touch - slope - slope * touch  # tangent at 0
    edge = np.concatenate([[0.0], (height[:-1] - height[1:]) / np.diff(slope)])
    return edge, slope


def make(size: int, seed: int, kind: str, scenarios: int = 200) -> Program:
    """One shop with ``size`` hosts of three offers each (some refuse pure commission), all limits on but that of the tail."""
    rng, form = np.random.default_rng(seed), KINDS[kind]
    tier = rng.choice(3, size, p=(0.01, 0.09, 0.90))
    tier[: min(3, size)] = 0
    centre = np.log([form.head, 2.0e5 if kind == "mild" else 3.0e5, 2.5e4])
    followers = np.exp(rng.normal(centre[tier], np.array([0.6, 0.6, 0.9])[tier]))
    ware, platform = (
        rng.choice(PRODUCTS, size, p=(0.5, 0.3, 0.2)),
        rng.choice(PLATFORMS, size, p=(0.4, 0.2, 0.2, 0.12, 0.08)),
    )
    orders = (
        followers
        * np.exp(rng.normal(math.log(0.10), 0.6, size))
        * np.exp(rng.normal(math.log(0.004), 0.5, size))
    )
    price = np.array([100.0, 160.0, 60.0])[ware]
    margin = price * np.array([0.45, 0.50, 0.40])[ware]
    fee = orders * margin * np.exp(rng.normal(-0.45, 0.6, size))
    sample = rng.uniform(100, 250, size)
    sold = orders[:, None] * np.array([0.55, 1.0, 0.95])
    gain = sold * (margin[:, None] - price[:, None] * np.array([0.30, 0.0, 0.15]))
    pay = fee[:, None] * np.array([0.0, 1.0, 0.5]) + sample[:, None]
    offered = np.ones((size, 3), bool)
    offered[:, 0] = rng.random(size) > np.array([0.8, 0.6, 0.3])[tier]
    hired = int(min(max(form.hired[0] * size, form.hired[1]), form.hired[2]))

    def mean(table: np.ndarray) -> float:
        levels = ((tier == t, q) for t, q in enumerate((0.01, 0.09, 0.90)))
        return float(sum(q * table[here, 1].mean() for here, q in levels if here.any()))

    budget = hired * mean(pay) * 0.35
    offered &= pay <= form.share * budget
    host, offer = np.nonzero(offered)
    shop = _Shop(
        rng,
        tier[host],
        ware[host],
        platform[host],
        rng.integers(0, AGENCIES, size)[host],
        pay[host, offer],
        sold[host, offer],
    )
    return Program(
        gain=gain[host, offer],
        pay=pay[host, offer],
        host=host,
        must=np.zeros(size, bool),
        rows=shop.rows(budget, hired, mean(sold)),
        reach=_reach(rng, size, host, gain[host, offer], hired * mean(gain)),
        shares=(Share("share_orders", sold[host, offer], 0.30 if hired < 200 else 0.10),),
        shocks=_shocks(rng, size, scenarios, platform[host], ware[host], tier[host]),
    )


@dataclass(frozen=True)
class _Shop:
    rng: np.random.Generator
    tier: np.ndarray
    ware: np.ndarray
    platform: np.ndarray
    agency: np.ndarray
    pay: np.ndarray
    sold: np.ndarray

    def rows(self, budget: float, hired: int, sold: float) -> Rows:
        """Budget, heads, platforms, agencies, mix by heads and by money, stock, hands per day."""
        n, inf = len(self.pay), math.inf
        made: list[tuple[str, np.ndarray, float, float]] = [
            ("budget", self.pay, -inf, budget),
            ("count", np.ones(n), -inf, hired),
            ("capacity", self.sold / 30, -inf, 1.2 * sold * hired / 30),
            ("mix_money", (self.tier == 0) * self.pay - 0.6 * self.pay, -inf, 0.0),
        ]
        for t, (aim, wide) in enumerate(((0.01, 0.01), (0.09, 0.05), (0.90, 0.05))):
            here = (self.tier == t).astype(float)
            made += [("mix", here - (aim + wide), -inf, 1.0), ("mix", here - (aim - wide), -1.0, inf)]
        made += [
            ("stock", (self.ware == p) * self.sold, -inf, q * 1.3 * sold * hired)
            for p, q in enumerate((0.5, 0.3, 0.2))
        ]
        made += [
            ("platform", (self.platform == p) * self.pay, -inf, q * budget)
            for p, q in enumerate((0.45, 0.35, 0.35, 0.3, 0.3))
        ]
        made += [("agency", (self.agency == a) * 1.0, -inf, max(3.0, 0.12 * hired)) for a in range(AGENCIES)]
        matrix = sparse.csr_array(np.array([row for _, row, _, _ in made]))
        return Rows(
            matrix,
            np.array([low for *_, low, _ in made]),
            np.array([high for *_, high in made]),
            tuple(code for code, *_ in made),
        )


def _reach(rng: np.random.Generator, size: int, host: np.ndarray, gain: np.ndarray, total: float) -> Reach:
    part = np.zeros((size, 4))
    count = rng.integers(1, 5, size)
    part = rng.gamma(1.0, 1.0, (size, 4)) * (np.arange(4) < count[:, None])
    part /= part.sum(axis=1, keepdims=True)
    at = (rng.integers(0, SEGMENTS, size)[:, None] + rng.integers(0, 6, (size, 4)).cumsum(axis=1)) % SEGMENTS
    draws = sparse.csr_array(
        ((part[host] * gain[:, None]).ravel(), (np.repeat(np.arange(len(host)), 4), at[host].ravel())),
        shape=(len(host), SEGMENTS),
    )
    draws.sum_duplicates()
    draws.eliminate_zeros()
    edge, slope = curve()
    return Reach(draws, total / SEGMENTS * rng.uniform(0.7, 1.4, SEGMENTS) * 3.0, edge, slope)


def _shocks(
    rng: np.random.Generator,
    size: int,
    scenarios: int,
    platform: np.ndarray,
    ware: np.ndarray,
    tier: np.ndarray,
) -> Shocks:
    def factor(spread: float, count: int) -> np.ndarray:
        return np.exp(rng.normal(-spread * spread / 2, spread, (count, scenarios)))

    shared = factor(0.15, 1) * factor(0.25, PLATFORMS)[:, None] * factor(0.20, PRODUCTS)[None]
    spread = np.array([0.6, 0.85, 1.1])[:, None]
    table = np.exp(spread * norm.ppf((np.arange(256) + 0.5) / 256))
    table /= table.mean(axis=1, keepdims=True)
    return Shocks(
        shared.reshape(-1, scenarios).astype(np.float32),
        platform * PRODUCTS + ware,
        table.astype(np.float32),
        tier,
        np.frombuffer(rng.bytes(size * scenarios), np.uint8).reshape(size, scenarios),
    )


def with_tail(program: Program, loss: float, part: float = PART) -> Program:
    """The same shop with a limit on the mean loss of its worst scenarios."""
    return replace(program, tails=(Tail("tail", part, loss),))
