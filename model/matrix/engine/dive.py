"""From the relaxation to whole columns: the weightiest fraction is rounded and the rest solved again, then swaps mend the small ones."""

import numpy as np

from model.matrix.engine.master import Master
from model.matrix.engine.pool import Pool
from model.matrix.engine.program import Floats, Mask

Decisions = tuple[tuple[bool, int, bool], ...]
"""(a host, not a column?; which; in or out), in the order they were made."""
FRACTION = 1e-6


def fractions(x: Floats) -> Mask:
    """What is taken in part."""
    return np.asarray((x > FRACTION) & (x < 1 - FRACTION))


def dive(pool: Pool, master: Master, decided: Decisions, small: float, steps: int = 80) -> Floats | None:
    """The relaxation with all fractions worth more than ``small`` yuan rounded one by one; None when that leads nowhere."""
    made = list(decided)
    value, x = pool.program.gain[master.columns], None
    for _ in range(steps):
        master.decide(made)
        if not master.run(pool.go_on):
            if len(made) == len(decided) or not made[-1][2]:
                return None
            made[-1] = (False, made[-1][1], False)
            continue
        x = master.x()
        open_ = np.flatnonzero(fractions(x) & (value > small))
        if not len(open_):
            return x
        k = int(open_[np.argmax(value[open_] * (0.2 + np.maximum(x[open_], 1 - x[open_])))])
        made.append((False, int(master.columns[k]), bool(x[k] >= 0.5)))
    return x


def rounded(pool: Pool, master: Master, x: Floats) -> Mask:
    """At most one column of each host, taken where it is taken by half or more."""
    host = pool.program.host[master.columns]
    inside = np.zeros(len(x), bool)
    order = np.argsort(-x, kind="stable")
    order = order[x[order] >= 0.5]
    _, first = np.unique(host[order], return_index=True)
    inside[order[first]] = True
    return inside
