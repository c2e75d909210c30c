"""The best choice: relaxation, first plan, then the tree, until bound and plan are close enough or the time is up."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from model.matrix.engine.branch import Branching
from model.matrix.engine.hunt import Hunt
from model.matrix.engine.master import Master
from model.matrix.engine.pool import Pool
from model.matrix.engine.prices import Prices
from model.matrix.engine.program import Floats, Program, Whole, broken
from model.matrix.engine.relax import Relaxed, relax
from model.matrix.engine.whole import Told, plain, settle

NONE: Whole = np.zeros(0, np.int64)
SMALL = 0.002
"""Share of the bound below which a fraction is left to the swaps."""
CORE, HEAVY = 500, 1.0
"""Columns that parts are solved over before they ask for more; share of the bound from which on one is always among them."""
ROOM = 0.7
"""Share of what could be gained that is left before columns are sorted out anew."""
SEEN = 1e-4
"""Share of the bound by which it has moved before that is told."""
FIRST, MORE = 12, 1.5
"""Parts visited before the next dive, and how much longer each pause is than the one before."""


@dataclass(frozen=True)
class Watch:
    """Who looks on: ``cancelled`` ends it with nothing, ``enough`` with the best so far, ``told`` hears value and bound."""

    clock: Callable[[], float]
    cancelled: Callable[[], bool] = lambda: False
    enough: Callable[[], bool] = lambda: False
    told: Callable[[float, float], None] = lambda _value, _bound: None


@dataclass(frozen=True)
class Answer:
    """The best set found, a bound no allowed set beats, and prices of the relaxation.

    ``left`` is what is left of each column's value after all it is charged; ``status`` ``optimal`` (to the gap),
    ``stopped`` (time, or enough) or ``infeasible``.
    """

    columns: Whole
    value: float
    bound: float
    left: Floats
    prices: Prices
    status: str
    parts: int = 0

    @property
    def gap(self) -> float:
        """(bound - value) / |bound|; 0 where they agree."""
        return max(0.0, self.bound - self.value) / max(abs(self.bound), 1.0)


def choose(program: Program, gap: float, seconds: float, watch: Watch) -> Answer:
    """The best choice under all limits, proven to ``gap`` if ``seconds`` suffice.

    Raises:
        Cancelled: when ``watch.cancelled()`` turns true.
        NothingFeasible: when the solver fails twice.
    """
    if not len(program.gain):
        return replace(_nothing(program), status="infeasible" if broken(program, NONE) else "optimal")
    run = _Run(program, gap, seconds, watch)
    try:
        return run.answer()
    finally:
        run.hunt.told = (
            _unheard  # or run and hunt would hold each other, and hundreds of megabytes, until the next sweep
        )


def _unheard(_value: float) -> None:
    """Nobody listens any more."""


class _Run:
    def __init__(self, program: Program, gap: float, seconds: float, watch: Watch) -> None:
        self.program, self.gap, self.watch = program, gap, watch
        self.end = watch.clock() + seconds
        self.pool = Pool(program, watch.cancelled)
        self.bound = self.told = np.inf
        self.hunt = Hunt(self.pool, self._tell)

    def _tell(self, value: float) -> None:
        if np.isfinite(self.bound):
            self.told = self.bound
            self.watch.told(value, self.bound)

    def _lower(self, bound: float) -> None:
        """No allowed set beats this bound; who looks on hears of it when it has moved enough to be seen."""
        self.bound = min(self.bound, max(bound, self.hunt.value))
        if self.told - self.bound > SEEN * abs(self.bound):
            self._tell(self.hunt.value)

    def _over(self) -> bool:
        return self.watch.clock() > self.end or self.watch.enough()

    def _proven(self) -> bool:
        return self.hunt.value >= self.bound - self.gap * max(abs(self.bound), 1.0) * 0.999

    def answer(self) -> Answer:
        relaxed = relax(self.pool)
        if relaxed is None:
            return _nothing(self.program)
        self.bound = relaxed.bound
        self._tell(self.hunt.value)
        parts, finished = 0, self._proven()
        if not finished:
            self.hunt.try_at(relaxed.master, relaxed)
            finished = self._proven()
        if not finished:
            parts, finished = self._search(relaxed)
        status = "optimal" if finished else "stopped"
        if not np.isfinite(self.hunt.value):
            return _nothing(self.program) if finished else self._given(relaxed, status, parts)
        return self._given(relaxed, status, parts)

    def _search(self, relaxed: Relaxed) -> tuple[int, bool]:
        """Dive and branch from the relaxation, tightened where that tells; parts visited, and whether that ended it."""
        tree = Branching(self.pool, relaxed.master)
        root = self._deeper(tree, relaxed) if self.pool.open_audiences(relaxed.master) else relaxed
        for small in (0.0,) if root is not relaxed else (SMALL * abs(self.bound), 0.0):
            if self._proven() or self._over():
                break
            self.hunt.try_from(tree.master, root, (), small)
        finished = self._proven()
        if not finished and not self._over() and plain(self.program):
            finished = self._settle(relaxed)
        if not finished and not self._over():
            return self._branch(tree, root)
        return tree.made, finished

    def _deeper(self, tree: Branching, relaxed: Relaxed) -> Relaxed:
        """The relaxation with what is known of shared audiences, over the columns that may still matter."""
        tree.move(Room(self.pool, relaxed.master).master(self.hunt.value, relaxed.master))
        tree.visit((), self.bound, -np.inf)
        master = tree.master
        bound, left = self.pool.bound(master.prices())
        self.bound = min(self.bound, bound)
        tree.move(Room(self.pool, master).master(self.hunt.value, master))
        tree.master.run(self.pool.go_on)
        return Relaxed(tree.master, self.bound, master.prices(), left, tree.master.x())

    def _settle(self, relaxed: Relaxed) -> bool:
        """Hand the columns that may still matter to the solver's own search; whether that ended it."""
        if np.isfinite(self.hunt.value):
            Room(self.pool, relaxed.master).sort(self.hunt.value)
        told = Told(self.gap, lambda: self.end - self.watch.clock(), self._over, self._lower)
        bound = settle(self.pool, self.hunt, told)
        if bound is None:
            return False
        self.bound = min(self.bound, bound)
        return self._proven() or not np.isfinite(bound)

    def _given(self, relaxed: Relaxed, status: str, parts: int) -> Answer:
        bound = max(self.bound, self.hunt.value)
        return Answer(self.hunt.columns, self.hunt.value, bound, relaxed.left, relaxed.prices, status, parts)

    def _branch(self, tree: Branching, relaxed: Relaxed) -> tuple[int, bool]:
        """Search the tree; parts visited, and whether the gap is proven (or nothing is left to search)."""
        root, x = tree.visit((), self.bound, -np.inf)
        if root is None or x is None:
            self.bound = max(tree.closed, self.hunt.value)
            return tree.made, self._proven() or not np.isfinite(self.bound)
        tree.push(root)
        if not root.open:
            self._whole(tree, x)
        room, dived = Room(self.pool, tree.master), Pause()
        while tree.heap:
            self._lower(tree.bound())
            if self._proven():
                return tree.made, True
            if self._over():
                return tree.made, False
            if room.less(self.hunt.value) or tree.heavy():
                tree.move(room.master(self.hunt.value, tree.master))
            if dived.due(tree.made):
                before, start = self.hunt.value, self.pool.solved
                self.hunt.try_from(tree.master, relaxed, tree.heap[0].decisions, 0.0)
                self.hunt.shake(relaxed)
                dived.done(tree.made, self.pool.solved - start, self.hunt.value > before)
                continue
            tree.split(tree.pop(), self._least(), lambda x: self._whole(tree, x))
        self.bound = min(self.bound, max(tree.closed, self.hunt.value))
        return tree.made, self._proven() or not np.isfinite(self.bound)

    def _least(self) -> float:
        value = self.hunt.value
        return value + self.gap * 0.5 * abs(value) if np.isfinite(value) else -np.inf

    def _whole(self, tree: Branching, x: Floats) -> None:
        self.hunt.offer(tree.master.columns[x > 0.5])


class Pause:
    """When to dive again: sooner after a find, later after none; dives take no more than a third of the work."""

    def __init__(self) -> None:
        self.next, self.pause, self.spent = FIRST, FIRST, 0

    def due(self, parts: int) -> bool:
        """Whether it is time."""
        return parts >= self.next

    def done(self, parts: int, work: int, better: bool) -> None:
        """A dive took ``work`` relaxations."""
        self.spent += work
        self.pause = FIRST if better else int(self.pause * MORE)
        self.next = max(parts + self.pause, 2 * self.spent)


class Room:
    """Columns that no set better than the best found can hold are left out, by what they lose at the prices of the root."""

    def __init__(self, pool: Pool, master: Master) -> None:
        self.pool = pool
        self.bound, self.left = pool.bound(master.prices())
        self.last = np.inf

    def less(self, value: float) -> bool:
        """Whether so much less may be gained that it is worth leaving out more."""
        return self.bound - value < ROOM * self.last

    def master(self, value: float, now: Master) -> Master:
        """The relaxation over few of the columns that may still matter, never more than it has ``now``."""
        least = self.sort(value)
        program, alive = self.pool.program, np.asarray(self.pool.alive)
        heavy = alive & (program.gain > HEAVY * abs(self.bound))
        away = np.where(alive, np.where(heavy, 0.0, least - self.left), np.inf)
        size = min(int(alive.sum()), max(CORE, int(heavy.sum())), len(now.columns))
        band = np.partition(away, size - 1)[size - 1]
        return Master(program, self.pool.table, np.flatnonzero((away <= band) & alive), self.pool.fresh())

    def sort(self, value: float) -> Floats:
        """Leave out what no set better than ``value`` can hold; what is least of each column's host."""
        self.last = self.bound - value
        program = self.pool.program
        best = np.maximum.reduceat(self.left, program.starts)
        count = np.diff(np.append(program.starts, len(self.left)))
        least = np.repeat(np.where(program.must[program.owners], best, np.maximum(best, 0.0)), count)
        self.pool.alive = np.asarray(self.left >= least - self.last)
        return np.asarray(least)


def _nothing(program: Program) -> Answer:
    blank = Prices(np.zeros(len(program.rows.low)), np.zeros(0), np.zeros(0))
    return Answer(NONE, 0.0, 0.0, np.zeros(len(program.gain)), blank, "infeasible")
