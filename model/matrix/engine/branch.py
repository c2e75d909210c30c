"""Branch and bound over what the relaxation takes in part, the weightiest first; every bound counts all columns."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from model.matrix.engine.dive import FRACTION, Decisions, fractions
from model.matrix.engine.master import Master, Stand
from model.matrix.engine.pool import Pool
from model.matrix.engine.program import Floats, Whole
from model.matrix.engine.relax import missing

SLACK = 3e-4
"""Share of the bound by which the first parts may miss a limit that is written down only where it binds."""
SHARED = 1e-4
"""The same for what audiences lose."""

GROW = 1e-4
"""Share of the bound by which it may be above the relaxation over the columns at hand before more are taken in."""
ROUNDS, ROOT, MOST = 1, 20, 60
"""Times a part is solved again for new cuts and columns: while it has fractions (the root: more), and at most."""

PROBES = 8
"""Hosts that nothing is known of yet on which both decisions are tried before a part is halved."""

MANY = 8
"""Idle cuts that are borne."""


@dataclass(order=True)
class Node:
    """A part of the choices: those that keep ``decisions``; none of them is worth more than ``-key``."""

    key: float
    number: int
    decisions: Decisions = field(compare=False)
    hosts: Whole = field(compare=False)
    """Hosts taken in part."""
    share: Floats = field(compare=False)
    """How much of each."""
    column: tuple[int, float] | None = field(compare=False)
    """Where all hosts are whole: a column (of all) that is taken in part, and how much of it."""
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
        self.gains: dict[int, list[float]] = {}
        """Per host: yuan of bound lost for one unit down and up, and how often that was seen."""
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
        bound = ceiling
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
            if not last and (self._grown(decisions, bound, left) or self._cut(x, bound)):
                continue
            return self._node(decisions, bound, x), x
        self.closed = max(self.closed, bound)
        return None, None

    def _cut(self, x: Floats, bound: float) -> bool:
        """Write down the limits that a solution breaks; whether there are any."""
        some = self.pool.taken(x)
        new = self.pool.find(self.master.columns[some], x[some], self._slack(x) * abs(bound))
        new += self.pool.find_shared(self.master, x, SHARED * abs(bound))
        for cut in new:
            self.master.add_cut(cut)
        return bool(new)

    def _grown(self, decisions: Decisions, bound: float, left: Floats) -> bool:
        """Take in the columns that make the bound higher than the relaxation; whether there are any."""
        if bound - self.master.value <= GROW * abs(bound):
            return False
        left = left.copy()
        for is_host, which, _ in decisions:
            start, end = self.program.span(which if is_host else int(self.program.host[which]))
            left[start:end] = -np.inf
        more = missing(self.program, self.master.columns, left, 100)
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
        return SLACK * (1 + sum(cut.segment < 0 for cut in self.master.cuts) / 8) ** 2 if fractions(x).any() else 0.0

    def _node(self, decisions: Decisions, bound: float, x: Floats) -> Node:
        part = np.bincount(self.host, weights=x, minlength=len(self.program.must)).astype(float)
        hosts = np.flatnonzero(fractions(part))
        column = None
        if not len(hosts) and fractions(x).any():
            k = int(np.argmax(np.where(fractions(x), np.minimum(x, 1 - x), -1)))
            column = (int(self.master.columns[k]), float(x[k]))
        return Node(-bound, self.made, decisions, hosts, part[hosts], column, self.master.stand())

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
        if not len(node.hosts) and node.column is None:
            self.closed = max(self.closed, ceiling)
            return
        is_host = len(node.hosts) > 0
        which, part = self._telling(node, least) if is_host else (node.column or (0, 0.0))
        losses = []
        for taken in (True, False):
            self.master.go_to(node.stand)
            child, x = self.visit((*node.decisions, (is_host, which, taken)), ceiling, least)
            losses.append(ceiling + child.key if child else max(ceiling - least, 0.0))
            if child is None or x is None:
                continue
            if not len(child.hosts) and child.column is None:
                found(x)
            self.push(child)
        if is_host:
            self._learn(which, losses[1] / max(part, FRACTION), losses[0] / max(1 - part, FRACTION))

    def _telling(self, node: Node, least: float) -> tuple[int, float]:
        """The host whose decision is expected to lower both bounds most."""
        pairs = list(zip(node.hosts.tolist(), node.share.tolist(), strict=True))
        unseen = [pair for pair in pairs if pair[0] not in self.gains]
        if unseen:
            unseen.sort(key=lambda p: -self.weight[p[0]] * min(p[1], 1 - p[1]))
            self._probe(node, unseen[:PROBES], least)
        room = max(-node.key - least, 1.0) if np.isfinite(least) else np.inf
        small = 1e-5 * abs(node.key)

        def score(pair: tuple[int, float]) -> float:
            down, up, _ = self.gains.get(pair[0], (0.0, 0.0, 0.0))
            return max(min(down * pair[1], room), small) * max(min(up * (1 - pair[1]), room), small)

        return max(pairs, key=score)

    def _probe(self, node: Node, pairs: list[tuple[int, float]], least: float) -> None:
        """Try both decisions on some hosts for a few steps of the solver, to learn what they would cost."""
        self.master.go_to(node.stand)
        if not self._ready(node.decisions) or not self.master.run(self.pool.go_on):
            return
        start, stand = self.master.value, self.master.stand()
        for host, part in pairs:
            lost = []
            for taken in (False, True):
                self.master.decide((*node.decisions, (True, host, taken)))
                lost.append(max(start - self.master.peek(stand), 0.0))
            self._learn(host, lost[0] / max(part, 0.01), lost[1] / max(1 - part, 0.01))

    def _learn(self, host: int, down: float, up: float) -> None:
        old = self.gains.get(host, [0.0, 0.0, 0.0])
        n = old[2]
        self.gains[host] = [(old[0] * n + down) / (n + 1), (old[1] * n + up) / (n + 1), n + 1]


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
