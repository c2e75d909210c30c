"""Local search: add, drop and swap columns near break-even, every limit and every scenario counted as they are."""

from dataclasses import dataclass

import numpy as np

from model.matrix.engine.program import TOLERANCE, Floats, Mask, Program, Whole, worst

FINE = 0.3
"""What a broken limit costs however little it is broken, in columns of mean value."""
TRIES = 6
"""Swaps that look good and are looked at in every scenario, before the next column to drop is tried."""
LEAST = 1e-7
"""Share of the worth from which on a set counts as better."""


@dataclass(frozen=True)
class State:
    """A set, and the sums that follow from it: value, use of each row, draw on each segment, profit of each scenario."""

    inside: Mask
    value: float
    used: Floats
    drawn: Floats
    profit: Floats
    worth: float


@dataclass(frozen=True)
class Adds:
    """Columns that may be added, laid out for quick trying: places, segments they draw from, how much, and whose draw it is."""

    places: Whole
    segment: Whole
    size: Floats
    amount: Floats
    owner: Whole


class Swaps:
    """Search over ``columns``; all other columns stay out. Broken limits are fined, so that it may start from any set."""

    def __init__(self, program: Program, columns: Whole, left: Floats, charge: Floats) -> None:
        self.program = program
        self.value, self.left = program.value[columns], left[columns]
        self.host = np.unique(program.host[columns], return_inverse=True)[1]
        self.must = program.must[program.host[columns]]
        self.rows = program.rows.matrix[:, columns].toarray()
        self.low, self.high = program.rows.low, program.rows.high
        self.draws = np.zeros((len(columns), 0))
        if program.reach is not None:
            self.draws = program.reach.draws[columns].toarray()
        self.amounts = [(share, share.amount[columns]) for share in program.shares]
        self.profit = _profits(program, columns)
        self.scale = float(np.abs(self.value).mean()) + 1e-9
        size = np.abs(self.rows).max(axis=1, initial=0.0) + 1e-12
        ends = np.where(np.isfinite(self.high), self.high, np.where(np.isfinite(self.low), self.low, 0.0))
        self.slack = TOLERANCE * (1 + np.abs(ends))
        self.weight = 3 * np.maximum(np.abs(charge), 0.2 * self.scale / size)
        self.fine, self.harder = FINE * self.scale, 1.0

    def stricter(self) -> None:
        """Make every broken limit dearer."""
        self.weight = self.weight * 5
        self.harder, self.fine = self.harder * 5, self.fine * 5

    def at(self, inside: Mask) -> State:
        """A set with its sums."""
        part = inside.astype(float)
        return self._state(
            inside, float(self.value @ part), self.rows @ part, part @ self.draws, part @ self.profit
        )

    def _state(self, inside: Mask, value: float, used: Floats, drawn: Floats, profit: Floats) -> State:
        lost = self._lost(drawn)
        rows = np.maximum(np.maximum(used - self.high, self.low - used), 0)
        bad = float(self.weight @ rows) + self.fine * float((rows > self.slack).sum())
        bad += self._share_short(inside) + self._tail_short(profit - lost)
        if self.must.any():
            bad += 10 * self.harder * self.scale * float((self.must & ~self._held(inside)[self.host]).sum())
        return State(inside, value, used, drawn, profit, value - lost - bad)

    def _held(self, inside: Mask) -> Mask:
        """Which hosts have a column inside."""
        return np.bincount(self.host[inside], minlength=int(self.host.max(initial=0)) + 1) > 0

    def _lost(self, drawn: Floats) -> float:
        return 0.0 if self.program.reach is None else float(self.program.reach.loss(drawn).sum())

    def _tail_short(self, profit: Floats) -> float:
        total = 0.0
        for tail in self.program.tails:
            short = max(0.0, -float(profit[worst(profit, tail.part)].mean()) - tail.loss)
            total += 3 * self.harder * short + self.fine * (short > TOLERANCE * (1 + abs(tail.loss)))
        return total

    def _share_short(self, inside: Mask) -> float:
        total = 0.0
        for share, amount in self.amounts:
            held = amount[inside]
            most = float(held.max(initial=0.0))
            short = max(0.0, most - share.most * float(held.sum())) / (most + 1e-12)
            total += 5 * self.harder * self.scale * short + self.fine * (short > TOLERANCE)
        return total

    def search(self, inside: Mask, drops: int = 250, adds: int = 300, passes: int = 4) -> State:
        """The best set within reach of single swaps."""
        state = self.at(inside)
        for _ in range(passes):
            before = state.worth
            state = self._round(state, drops, adds)
            if state.worth <= before + LEAST * abs(before):
                break
        return state

    def _round(self, state: State, drops: int, adds: int) -> State:
        """Every column to drop tried once, beside dropping none."""
        ins = np.flatnonzero(~state.inside)
        ready = self._adds(ins[np.argsort(-self.left[ins], kind="stable")[:adds]])
        outs = np.flatnonzero(state.inside)
        outs = outs[np.argsort(self.left[outs], kind="stable")[:drops]]
        for out in (-1, *outs.tolist()):
            if out < 0 or state.inside[out]:
                state = self._step(state, out, ready) or state
        return state

    def _adds(self, places: Whole) -> Adds:
        owner, segment = np.nonzero(self.draws[places])
        size = np.zeros(0) if self.program.reach is None else self.program.reach.size[segment]
        return Adds(places, segment, size, self.draws[places][owner, segment], owner)

    def _step(self, state: State, out: int, ready: Adds) -> State | None:
        """The best set with ``out`` (-1: nothing) replaced by another column or by nothing, if it is better."""
        base = state if out < 0 else self._with(state, out, -1)
        scores = self._scores(base, ready)
        least = state.worth + LEAST * abs(state.worth)
        for k in np.argsort(-scores)[:TRIES].tolist():
            if scores[k] <= least:
                break
            tried = self._with(base, int(ready.places[k]), 1)
            if tried.worth > least:
                return tried
        return base if base.worth > least else None

    def _with(self, state: State, place: int, sign: int) -> State:
        """A set with one column more (``sign`` 1) or less (-1)."""
        inside = state.inside.copy()
        inside[place] = sign > 0
        return self._state(
            inside,
            state.value + sign * float(self.value[place]),
            state.used + sign * self.rows[:, place],
            np.maximum(state.drawn + sign * self.draws[place], 0),
            state.profit + sign * self.profit[place],
        )

    def _scores(self, base: State, ready: Adds) -> Floats:
        """Worth of ``base`` with each column added, from above where scenarios are concerned (the worst ones may change)."""
        ins = ready.places
        lost, more = self._lost(base.drawn), self._more_lost(base.drawn, ready)
        used = base.used[:, None] + self.rows[:, ins]
        rows = np.maximum(np.maximum(used - self.high[:, None], self.low[:, None] - used), 0)
        bad = self.weight @ rows + self.fine * (rows > self.slack[:, None]).sum(axis=0)
        for tail in self.program.tails:
            low = worst(base.profit, tail.part)
            mean = (base.profit[low].mean() - lost) + self.profit[np.ix_(ins, low)].mean(axis=1) - more
            short = np.maximum(-mean - tail.loss, 0)
            bad = bad + 3 * self.harder * short + self.fine * (short > TOLERANCE * (1 + abs(tail.loss)))
        scores = base.value - lost + self.value[ins] - more - bad
        return np.where(base.inside[ins] | self._held(base.inside)[self.host[ins]], -np.inf, scores)

    def _more_lost(self, drawn: Floats, ready: Adds) -> Floats:
        """What the audiences lose in addition when each column is added."""
        reach = self.program.reach
        if reach is None:
            return np.zeros(len(ready.places))
        now = reach.curve(drawn / reach.size)[ready.segment]
        more = ready.size * (reach.curve((drawn[ready.segment] + ready.amount) / ready.size) - now)
        return np.bincount(ready.owner, weights=more, minlength=len(ready.places)).astype(float)


def _profits(program: Program, columns: Whole) -> Floats:
    """Profit of each column in each scenario before audiences are shared, shape (columns, S); S is 0 where no limit asks."""
    if not program.tails or program.shocks is None:
        return np.zeros((len(columns), 0))
    drawn = program.shocks.of(columns, program.host[columns])
    return np.asarray(drawn * program.gain[columns, None] - program.pay[columns, None], float)
