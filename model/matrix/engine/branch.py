"""Branch and bound over what the relaxation takes in part, the weightiest first; every bound counts all columns."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from model.matrix.engine.dive import Decisions, fractions
from model.matrix.engine.master import Master, Stand
from model.matrix.engine.pool import Pool
from model.matrix.engine.program import Floats, Whole
from model.matrix.engine.relax import missing

SLACK = 3e-4
"""Share of the bound by which the first parts may miss a limit that is written down only where it binds."""
STEP = 1.0
"""Share of what is left to prove that the last turn must have taken away for audiences and covers to be asked once more."""
SHARED = 1e-4
"""The same for what audiences lose."""

GROW = 1e-4
"""Share of the bound by which it may be above the relaxation over the columns at hand before more are taken in."""
ROUNDS, ROOT, MOST = 6, 20, 60
"""Times a part is solved again for new cuts and columns: while it has fractions (the root: more), and at most."""

PROBES = 8
"""Hosts that nothing is known of yet on which both decisions are tried before a part is halved."""

SMALL = 1e-5
"""Share of the bound that every decision is thought to take away from it at least."""
LEAST = 0.01
"""Part of a host that what is lost by deciding on him is divided by at least."""

MANY = 8
"""Idle cuts that are borne."""


Half = tuple[bool, int, float]
"""(a host, not a column?; which; how much of it)."""


@dataclass(order=True)
class Node:
    """A part of the choices: those that keep ``decisions``; none of them is worth more than ``-key``."""

    key: float
    number: int
    decisions: Decisions = field(compare=False)
    open: tuple[Half, ...] = field(compare=False)
    """What is taken in part: hosts, and of hosts that are whole the column (of all) that is taken in half or so."""
    stand: Stand = field(compare=False)
    """Where the solver stood, for both halves to go on from."""


class Branching:
    """The tree of one problem."""

    def __init__(self, pool: Pool, master: Master) -> None:
        self.pool, self.master, self.program = pool, master, pool.program
        self.host = pool.program.host[master.columns]
        self.heap: list[Node] = []
        self.made = 0
        self.closed = -np.inf
        """The best bound among parts that were finished."""
        self.gains: dict[tuple[bool, int], list[float]] = {}
        """Per host or column: yuan of bound lost for one unit down and up, and how often that was seen."""
        self.weight = np.zeros(len(pool.program.must))
        np.maximum.at(self.weight, pool.program.host, np.abs(pool.program.gain))

    def move(self, master: Master) -> None:
        """Go on with other columns; parts whose decisions need a column that is left out hold nothing better."""
        self.master, self.host = master, self.program.host[master.columns]

    def heavy(self) -> bool:
        """Whether many of the cuts at hand have not mattered for long."""
        return len(self.master.cuts) > len(self.pool.fresh()) + MANY

    def bound(self) -> float:
        """What no choice of any open part beats."""
        return max(-self.heap[0].key if self.heap else -np.inf, self.closed)

    def visit(self, decisions: Decisions, ceiling: float, least: float) -> tuple[Node | None, Floats | None]:
        """Solve one part: its node (None when nothing in it can beat ``least``) and its solution."""
        self.made += 1
        bound, before = ceiling, np.inf
        for turn in range(MOST):
            if not self._ready(decisions):
                return None, None
            if not self.master.run(self.pool.go_on):
                if self._helped():
                    continue
                return None, None
            found, left = self._bound(decisions)
            bound = min(bound, found)
            if bound <= least:
                break
            x = self.master.x()
            last = turn >= (ROUNDS if decisions else ROOT) and fractions(x).any()
            telling = before - found > STEP * (bound - max(least, 0.98 * bound))
            before = found
            if not last and (self._grown(decisions, bound, left) or self._cut(x, bound, telling)):
                continue
            return self._node(decisions, bound, x), x
        self.closed = max(self.closed, bound)
        return None, None

    def _cut(self, x: Floats, bound: float, shared: bool) -> bool:
        """Write down the limits that a solution breaks (those on ``shared`` audiences only if asked); whether there are any."""
        some = self.pool.taken(x)
        new = self.pool.find(self.master.columns[some], x[some], self._slack(x) * abs(bound))
        if shared:
            new += self.pool.find_shared(self.master, x, SHARED * abs(bound))
        for cut in new:
            self.master.add_cut(cut)
        return bool(new)

    def _grown(self, decisions: Decisions, bound: float, left: Floats) -> bool:
        """Take in the columns that make the bound higher than the relaxation; whether there are any."""
        if bound - self.master.value <= GROW * abs(bound):
            return False
        left, must = left.copy(), self.program.must.copy()
        for is_host, which, taken in decisions:
            host = which if is_host else int(self.program.host[which])
            if is_host and taken:
                must[host] = True
            elif is_host or taken:
                left[slice(*self.program.span(host))] = -np.inf
            else:
                left[which] = -np.inf
        more = missing(self.program, self.master.columns, left, 100, must)
        if len(more):
            self._extend(more)
        return len(more) > 0

    def _helped(self) -> bool:
        """Where the columns at hand keep no limit, take in all that were left out; whether there are any."""
        out = np.ones(len(self.program.gain), bool) if self.pool.alive is None else self.pool.alive.copy()
        out[self.master.columns] = False
        if out.any():
            self._extend(np.flatnonzero(out))
        return bool(out.any())

    def _extend(self, more: Whole) -> None:
        self.master.extend(more)
        self.host = self.master.host

    def _ready(self, decisions: Decisions) -> bool:
        """Hold what is decided, with what it needs that was left out; False where that can hold nothing better."""
        if self.master.decide(decisions):
            return True
        needed = np.zeros(len(self.program.gain), bool)
        for is_host, which, taken in decisions:
            if taken:
                needed[slice(*self.program.span(which)) if is_host else which] = True
        needed[self.master.columns] = False
        if self.pool.alive is not None:
            needed &= self.pool.alive
        if needed.any():
            self._extend(np.flatnonzero(needed))
        return self.master.decide(decisions)

    def _slack(self, x: Floats) -> float:
        """How far a part may miss a limit before that is written down: the more cuts there are, the farther; whole sets never."""
        return (
            SLACK * (1 + sum(cut.overlap > 0 for cut in self.master.cuts) / 8) ** 2
            if fractions(x).any()
            else 0.0
        )

    def _node(self, decisions: Decisions, bound: float, x: Floats) -> Node:
        part = np.bincount(self.host, weights=x, minlength=len(self.program.must)).astype(float)
        hosts = np.flatnonzero(fractions(part))
        halves: list[Half] = [(True, host, float(part[host])) for host in hosts.tolist()]
        split = np.flatnonzero(fractions(x) & ~fractions(part)[self.host])
        split = split[np.argsort(-x[split], kind="stable")]
        split = split[np.unique(self.host[split], return_index=True)[1]]
        halves += [(False, int(self.master.columns[k]), float(x[k])) for k in split.tolist()]
        return Node(-bound, self.made, decisions, tuple(halves), self.master.stand())

    def _bound(self, decisions: Decisions) -> tuple[float, Floats]:
        """The Lagrange bound over all columns that keep the decisions."""
        program = self.program
        bound, left = self.pool.bound(self.master.prices())
        by_host: dict[int, list[tuple[bool, int, bool]]] = {}
        for decision in decisions:
            host = decision[1] if decision[0] else int(program.host[decision[1]])
            by_host.setdefault(host, []).append(decision)
        for host, made in by_host.items():
            start, end = program.span(host)
            own = left[start:end]
            must = bool(program.must[host])
            bound += _best_kept(own, must, made, start) - _best(own, must)
        return bound, left

    def push(self, node: Node) -> None:
        """Keep a part for later."""
        heapq.heappush(self.heap, node)

    def pop(self) -> Node:
        """The part that may hold most."""
        return heapq.heappop(self.heap)

    def split(self, node: Node, least: float, found: Callable[[Floats], None]) -> None:
        """Both halves of a part by its most telling host; ``found`` is told of solutions without fractions."""
        ceiling = -node.key
        if not node.open:
            self.closed = max(self.closed, ceiling)
            return
        is_host, which, part = self._telling(node, least)
        losses = []
        for taken in (True, False):
            self.master.go_to(node.stand)
            child, x = self.visit((*node.decisions, (is_host, which, taken)), ceiling, least)
            losses.append(ceiling + child.key if child else max(ceiling - least, 0.0))
            if child is None or x is None:
                continue
            if not child.open:
                found(x)
            self.push(child)
        self._learn((is_host, which, part), losses[1], losses[0])

    def _telling(self, node: Node, least: float) -> Half:
        """The decision that is expected to lower both bounds most."""
        unseen = [half for half in node.open if half[:2] not in self.gains]
        if unseen:
            unseen.sort(key=lambda h: -self._weight(h) * min(h[2], 1 - h[2]))
            self._probe(node, unseen[:PROBES])
        room = max(-node.key - least, 1.0) if np.isfinite(least) else np.inf
        small = SMALL * abs(node.key)

        def score(half: Half) -> float:
            down, up, _ = self.gains.get(half[:2], (0.0, 0.0, 0.0))
            return max(min(down * half[2], room), small) * max(min(up * (1 - half[2]), room), small)

        return max(node.open, key=score)

    def _weight(self, half: Half) -> float:
        return float(self.weight[half[1] if half[0] else self.program.host[half[1]]])

    def _probe(self, node: Node, halves: list[Half]) -> None:
        """Try both decisions on some hosts for a few steps of the solver, to learn what they would cost."""
        self.master.go_to(node.stand)
        if not self._ready(node.decisions) or not self.master.run(self.pool.go_on):
            return
        start, stand = self.master.value, self.master.stand()
        for half in halves:
            lost = []
            for taken in (False, True):
                self.master.decide((*node.decisions, (*half[:2], taken)))
                lost.append(max(start - self.master.peek(stand), 0.0))
            self._learn(half, *lost)

    def _learn(self, half: Half, down: float, up: float) -> None:
        """Yuan of bound that were lost by both decisions, for one unit of change."""
        down, up = down / max(half[2], LEAST), up / max(1 - half[2], LEAST)
        old = self.gains.get(half[:2], [0.0, 0.0, 0.0])
        n = old[2]
        self.gains[half[:2]] = [(old[0] * n + down) / (n + 1), (old[1] * n + up) / (n + 1), n + 1]


def _best(own: Floats, must: bool) -> float:
    """What one host may bring: his best column, or nothing unless he is a must."""
    best = float(own.max())
    return best if must else max(0.0, best)


def _best_kept(own: Floats, must: bool, made: list[tuple[bool, int, bool]], start: int) -> float:
    """The same where decisions about him are made."""
    own, out = own.copy(), False
    for is_host, which, taken in made:
        if is_host:
            out, must = out or not taken, must or taken
        elif taken:
            kept, must = own[which - start], True
            own[:] = -np.inf
            own[which - start] = kept
        else:
            own[which - start] = -np.inf
    return 0.0 if out else _best(own, must)
