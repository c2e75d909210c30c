"""Local search: add, drop and swap columns near break-even, every limit and every scenario counted as they are."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from model.matrix.engine.program import TOLERANCE, Floats, Mask, Program, Whole, worst

FINE = 0.3
"""What a broken limit costs however little it is broken, in columns of mean value."""
TRIES = 6
"""Swaps that look good and are looked at in every scenario, before the next column to drop is tried."""


@dataclass
class Found:
    """Where the search stands: what is in, and the sums that follow from it."""

    inside: Mask
    used: Floats
    drawn: Floats
    profit: Floats


class Swaps:
    """Search over ``columns``; all other columns stay out."""

    def __init__(self, program: Program, columns: Whole, left: Floats, charge: Floats) -> None:
        self.program, self.columns = program, columns
        self.value, self.left = program.value[columns], left[columns]
        self.host = program.host[columns]
        self.rows = program.rows.matrix[:, columns].toarray()
        self.low, self.high = program.rows.low, program.rows.high
        self.draws = None if program.reach is None else sparse.csr_array(program.reach.draws[columns])
        self.profit = self._profits()
        scale = float(np.abs(self.value).mean()) + 1e-9
        size = np.abs(self.rows).max(axis=1, initial=0.0) + 1e-12
        self.weight = 3 * np.maximum(np.abs(charge), 0.2 * scale / size)
        self.must = program.must[self.host]
        self.scale = scale
        self.harder = 1.0
        self.fine = FINE * scale
        ends = np.where(np.isfinite(self.high), self.high, np.where(np.isfinite(self.low), self.low, 0.0))
        self.slack = TOLERANCE * (1 + np.abs(ends))

    def stricter(self) -> None:
        """Make every broken limit dearer."""
        self.weight = self.weight * 5
        self.harder *= 5
        self.fine *= 5

    def _profits(self) -> Floats:
        program = self.program
        if not program.tails or program.shocks is None:
            return np.zeros((len(self.columns), 0))
        drawn = program.shocks.of(self.columns, self.host)
        return np.asarray(drawn * program.gain[self.columns, None] - program.pay[self.columns, None], float)

    def at(self, inside: Mask) -> Found:
        """The sums of a set."""
        drawn = np.zeros(0) if self.draws is None else self.draws.T @ inside.astype(float)
        return Found(inside.copy(), self.rows @ inside, drawn, inside.astype(float) @ self.profit)

    def worth(self, state: Found) -> float:
        """Objective less penalties of a whole set."""
        lost = self._lost(state.drawn)
        value = float(self.value[state.inside].sum()) - lost
        rows = np.maximum(state.used - self.high, 0) + np.maximum(self.low - state.used, 0)
        bad = float(self.weight @ rows + self.fine * (rows > self.slack).sum()) + self._share_short(state) + self._tail_short(state.profit - lost)
        bad += 10 * self.scale * float((self.must & ~np.isin(self.host, self.host[state.inside])).sum())
        return value - bad

    def _lost(self, drawn: Floats) -> float:
        return 0.0 if self.program.reach is None else float(self.program.reach.loss(drawn).sum())

    def _tail_short(self, profit: Floats) -> float:
        total = 0.0
        for tail in self.program.tails:
            short = max(0.0, -float(profit[worst(profit, tail.part)].mean()) - tail.loss)
            total += 3 * self.harder * short + self.fine * (short > TOLERANCE * (1 + abs(tail.loss)))
        return total

    def _share_short(self, state: Found) -> float:
        total = 0.0
        for share in self.program.shares:
            amount = share.amount[self.columns] * state.inside
            most = float(amount.max(initial=0.0))
            short = most - share.most * float(amount.sum())
            total += 5 * self.harder * self.scale * max(0.0, short) / (most + 1e-12)
        return total

    def search(self, inside: Mask, drops: int = 250, adds: int = 300, passes: int = 4) -> Found:
        """The best set within reach of single swaps."""
        state = self.at(inside)
        now = self.worth(state)
        for _ in range(passes):
            before = now
            ins = np.flatnonzero(~state.inside)
            ins = ins[np.argsort(-self.left[ins], kind="stable")[:adds]]
            outs = np.flatnonzero(state.inside)
            outs = outs[np.argsort(self.left[outs], kind="stable")[:drops]]
            for out in [-1, *outs.tolist()]:
                if out >= 0 and not state.inside[out]:
                    continue
                better = self._step(state, out, ins[~state.inside[ins]], now)
                if better is not None:
                    state, now = better
            if now <= before + 1e-9 * abs(before):
                break
        return state

    def _step(self, state: Found, out: int, ins: Whole, now: float) -> tuple[Found, float] | None:
        """The best set with ``out`` (-1: nothing) replaced by one of ``ins`` or by nothing, if it is better."""
        base = state if out < 0 else self._without(state, out)
        held = np.zeros(len(self.program.must), bool)
        held[self.host[base.inside]] = True
        ins = ins[~held[self.host[ins]]]
        scores = self._scores(base, ins)
        order = np.argsort(-scores)[:TRIES]
        for k in order.tolist():
            if scores[k] <= now + 1e-7 * abs(now):
                break
            tried = self._with(base, int(ins[k]))
            if (worth := self.worth(tried)) > now + 1e-7 * abs(now):
                return tried, worth
        if out >= 0 and (worth := self.worth(base)) > now + 1e-7 * abs(now):
            return base, worth
        return None

    def _without(self, state: Found, out: int) -> Found:
        inside = state.inside.copy()
        inside[out] = False
        drawn = state.drawn if self.draws is None else np.maximum(state.drawn - self.draws[[out]].toarray()[0], 0)
        return Found(inside, state.used - self.rows[:, out], drawn, state.profit - self.profit[out])

    def _with(self, state: Found, new: int) -> Found:
        inside = state.inside.copy()
        inside[new] = True
        drawn = state.drawn if self.draws is None else state.drawn + self.draws[[new]].toarray()[0]
        return Found(inside, state.used + self.rows[:, new], drawn, state.profit + self.profit[new])

    def _scores(self, base: Found, ins: Whole) -> Floats:
        """Worth of ``base`` with each of ``ins``, from above where scenarios are concerned (the worst ones may change)."""
        lost = self._lost(base.drawn)
        more = self._more_lost(base.drawn, ins)
        value = float(self.value[base.inside].sum()) - lost + self.value[ins] - more
        used = base.used[:, None] + self.rows[:, ins]
        rows = np.maximum(used - self.high[:, None], 0) + np.maximum(self.low[:, None] - used, 0)
        bad = self.weight @ rows + self.fine * (rows > self.slack[:, None]).sum(axis=0)
        for tail in self.program.tails:
            low = worst(base.profit, tail.part)
            mean = (base.profit[low].mean() - lost) + self.profit[ins][:, low].mean(axis=1) - more
            short = np.maximum(-mean - tail.loss, 0)
            bad = bad + 3 * self.harder * short + self.fine * (short > TOLERANCE * (1 + tail.loss))
        return np.asarray(value - bad)

    def _more_lost(self, drawn: Floats, ins: Whole) -> Floats:
        reach = self.program.reach
        if reach is None or self.draws is None or not len(ins):
            return np.zeros(len(ins))
        part = self.draws[ins]
        at, size = part.indices, reach.size[part.indices]
        now = reach.curve(drawn / reach.size)[at]
        more = size * (reach.curve((drawn[at] + part.data) / size) - now)
        rows = np.repeat(np.arange(len(ins)), np.diff(part.indptr))
        return np.bincount(rows, weights=more, minlength=len(ins))
