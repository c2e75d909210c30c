"""The choice as a record: columns with gain and pay, at most one per host, limits, shared audiences, bad scenarios."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Rows:
    """Linear limits ``low <= matrix @ x <= high`` with a code for each row."""

    matrix: sparse.csr_array
    low: Floats
    high: Floats
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Reach:
    """People who follow several chosen hosts are won once: what each audience segment loses by that.

    A segment that is asked for R yuan of gain loses ``size x f(R / size)``. f is convex and piecewise linear: it has slope
    ``slope[k]`` (rising, 0-1) from ``edge[k]`` to ``edge[k + 1]``, and the last one for ever.

    ``draws`` (columns x segments) is the yuan of gain each column draws from each segment.
    """

    draws: sparse.csr_array
    size: Floats
    edge: Floats
    slope: Floats

    def loss(self, drawn: Floats) -> Floats:
        """Yuan lost of each segment that is asked for ``drawn`` yuan (any shape ending in segments)."""
        return self.size * self.curve(drawn / self.size)

    def alone(self) -> Floats:
        """Yuan each column loses by itself, to draws of its own."""
        at = self.draws.indices
        lost = self.size[at] * self.curve(self.draws.data / self.size[at])
        row = np.repeat(np.arange(self.draws.shape[0]), np.diff(self.draws.indptr))
        return np.bincount(row, weights=lost, minlength=self.draws.shape[0]).astype(float)

    def curve(self, part: Floats) -> Floats:
        """f itself."""
        at = np.concatenate([[0.0], np.cumsum(np.diff(self.edge) * self.slope[:-1])])
        beyond = np.maximum(part - self.edge[-1], 0.0)
        return np.asarray(np.interp(part, self.edge, at) + beyond * self.slope[-1])


@dataclass(frozen=True)
class Shocks:
    """How much of its mean each column brings in each scenario: a factor shared with others times the host's own shock.

    ``factor`` (F x S) by ``at`` of the column; ``table`` (Q x 256) mean-1 quantiles by ``kind`` of the column and ``code``
    (hosts x S, uint8) of its host.
    """

    factor: NDArray[np.float32]
    at: Whole
    table: NDArray[np.float32]
    kind: Whole
    code: NDArray[np.uint8]

    @property
    def count(self) -> int:
        """Number of scenarios S."""
        return int(self.factor.shape[1])

    def of(self, columns: Whole, host: Whole, scenarios: Whole | slice = slice(None)) -> NDArray[np.float32]:
        """Multipliers of ``columns`` (whose hosts are ``host``), shape (columns, scenarios)."""
        codes = self.code[host][:, scenarios]
        place = self.kind[columns].astype(np.int32)[:, None] * 256 + codes
        return np.asarray(self.factor[:, scenarios][self.at[columns]] * self.table.ravel()[place])


@dataclass(frozen=True)
class Tail:
    """Mean profit of the worst ``part`` (0-1) of the scenarios must be at least ``-loss`` yuan.

    With ``loss`` 0 it keeps the probability of a loss below ``part``: CVaR is its conservative bound (Rockafellar & Uryasev 2000).
    """

    code: str
    part: float
    loss: float


@dataclass(frozen=True)
class Share:
    """No host may have more than the share ``most`` of what all chosen columns have together of ``amount``."""

    code: str
    amount: Floats
    most: float


@dataclass(frozen=True)
class Program:
    """What is asked of the engine. n columns in the order of their hosts; money in yuan.

    ``gain`` is what a column brings on average before it shares audiences, ``pay`` what it costs whatever happens;
    ``host`` its host (0 .. H-1, rising), ``must`` the hosts of which one column has to be taken.
    """

    gain: Floats
    pay: Floats
    host: Whole
    must: Mask
    rows: Rows
    reach: Reach | None = None
    shares: tuple[Share, ...] = ()
    shocks: Shocks | None = None
    tails: tuple[Tail, ...] = ()
    starts: Whole = field(init=False)
    """First column of each host that has one."""
    owners: Whole = field(init=False)
    """The hosts that have a column."""

    def __post_init__(self) -> None:
        owners, starts = np.unique(self.host, return_index=True)
        object.__setattr__(self, "starts", starts)
        object.__setattr__(self, "owners", owners)

    @property
    def value(self) -> Floats:
        """Expected yuan of each column by itself."""
        return self.gain - self.pay

    def drawn(self) -> Shocks:
        """The scenarios, which limits on bad ones need.

        Raises:
            ValueError: there are none.
        """
        if self.shocks is None:
            raise ValueError("no scenarios")
        return self.shocks

    def span(self, host: int) -> tuple[int, int]:
        """First column of a host, and the first after his."""
        start, end = np.searchsorted(self.host, [host, host + 1])
        return int(start), int(end)

    def best_of_hosts(self, figures: Floats, least: float = 0.0) -> Floats:
        """The highest figure of each host's columns, not below ``least`` unless the host is a must."""
        if not len(figures):
            return np.zeros(0)
        best = np.maximum.reduceat(figures, self.starts)
        return np.where(self.must[self.owners], best, np.maximum(best, least))


def overlap(program: Program, columns: Whole, x: Floats | None = None) -> float:
    """Yuan lost to shared audiences when ``columns`` are taken (``x`` of each, 1 where not said)."""
    if program.reach is None:
        return 0.0
    part = np.ones(len(columns)) if x is None else x
    return float(program.reach.loss(program.reach.draws[columns].T @ part).sum())


def profits(program: Program, columns: Whole, x: Floats | None = None) -> Floats:
    """Profit of each scenario when ``columns`` are taken, shape (S,)."""
    part = np.ones(len(columns)) if x is None else x
    drawn = program.drawn().of(columns, program.host[columns])
    sold = (program.gain[columns] * part) @ drawn
    return np.asarray(sold - program.pay[columns] @ part - overlap(program, columns, x), float)


def worst(profit: Floats, part: float) -> Whole:
    """The scenarios that make up the worst ``part``."""
    count = max(1, round(part * len(profit)))
    return np.asarray(np.argpartition(profit, count - 1)[:count], np.int64)


def objective(program: Program, columns: Whole) -> float:
    """Expected yuan of a set of columns."""
    return float(program.value[columns].sum()) - overlap(program, columns)


TOLERANCE = 1e-6


def broken(program: Program, columns: Whole) -> dict[str, float]:
    """The limits a set of columns breaks, with by how much: the judge every answer goes before."""
    found: dict[str, float] = {}

    def note(code: str, short: float, scale: float) -> None:
        if short > TOLERANCE * (1 + abs(scale)):
            found[code] = max(found.get(code, 0.0), short)

    taken = np.bincount(program.host[columns], minlength=len(program.must))
    note("host", float(np.maximum(taken - 1, program.must - taken).max(initial=0.0)), 0.0)
    at = program.rows.matrix[:, columns].sum(axis=1)
    for code, value, low, high in zip(
        program.rows.codes, at, program.rows.low, program.rows.high, strict=True
    ):
        note(code, float(max(value - high, low - value)), float(value))
    for share in program.shares:
        amounts = share.amount[columns]
        most = float(np.bincount(program.host[columns], weights=amounts).max()) if len(columns) else 0.0
        note(share.code, most - share.most * float(amounts.sum()), most)
    for tail in program.tails:
        profit = profits(program, columns)
        mean = float(profit[worst(profit, tail.part)].mean())
        note(tail.code, -mean - tail.loss, mean)
    return found
