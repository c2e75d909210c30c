"""Tighter limits on what shared audiences lose, for shops that choose few hosts.

What a segment loses is convex in what is drawn from it, so the relaxation likes halves of two hosts where a whole one would lose
more. Over whole sets the loss is supermodular. Its convex closure over the columns at hand is found by listing their sets, and
carried over to all other columns by a convex function of their draw, which is superadditive as it is 0 at 0 (sequence-independent
lifting; for this class of functions Ahmed & Atamtürk 2011, Maximizing a class of submodular utility functions).
"""

import itertools
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from model.matrix.engine.closure import Listed, Sets, closures, sets_of
from model.matrix.engine.cuts import Cut
from model.matrix.engine.program import Floats, Mask, Program, Reach, Whole

CODE = "audience"
MOST = 8
"""Columns of one segment whose sets are listed; the others are lifted."""
TAKEN = 1e-6
"""Part from which on a column counts as taken."""


@dataclass(frozen=True)
class Crowd:
    """One segment: its number, the columns that draw from it (rising), and how much, in units of its size."""

    number: int
    places: Whole
    drawn: Floats


@dataclass(frozen=True)
class Asked:
    """A question about one segment: the listed columns (among its own), which of them are whole, their sets, and the sets of the others."""

    crowd: Crowd
    some: Whole
    whole: Mask
    sets: Sets
    face: Listed
    cut_short: bool
    """Whether more columns are taken than are listed."""


class Audiences:
    """All segments of a program, ready to be asked for cuts."""

    def __init__(self, program: Program, reach: Reach) -> None:
        self.host, self.reach = program.host, reach
        self.count = len(program.gain)
        table = sparse.csc_array(reach.draws)
        table.sort_indices()
        self.crowds = [
            Crowd(g, table.indices[a:b].astype(np.int64), table.data[a:b] / reach.size[g])
            for g, (a, b) in enumerate(zip(table.indptr[:-1], table.indptr[1:], strict=True))
        ]
        self.edge_loss = reach.curve(reach.edge)
        self.last: dict[int, bytes] = {}
        """What was last asked of each segment: the same need not be asked again at once."""

    def own(self) -> list[Cut]:
        """A segment loses at least what each column would lose of it alone."""
        return [self._cut(crowd, self.reach.curve(crowd.drawn), 0.0) for crowd in self.crowds]

    def broken(self, columns: Whole, x: Floats, loss: Floats, slack: float) -> list[Cut]:
        """Cuts that a choice in parts breaks by more than ``slack`` yuan, when its segments lose ``loss`` yuan each."""
        asked = self._questions(columns, x)
        cuts = []
        for one, (slope, value) in zip(asked, closures([o.face for o in asked]), strict=True):
            size = float(self.reach.size[one.crowd.number])
            if one.cut_short or size * value > loss[one.crowd.number] + slack:
                cut = self._lifted(one, slope)
                if float(cut.of(columns) @ x) - cut.high > loss[cut.segment] + slack:
                    cuts.append(cut)
        return cuts

    def _questions(self, columns: Whole, x: Floats) -> list[Asked]:
        """What to find out about each segment that parts are taken of, unless it was asked last time."""
        taken = np.flatnonzero(x > TAKEN)
        table = self.reach.draws[columns[taken]]
        owner = taken[np.repeat(np.arange(len(taken)), np.diff(table.indptr))]
        part, asked = x[owner], []
        telling = table.data * np.minimum(1.0, 3 * part)
        order = np.lexsort((-telling, table.indices))
        ends = np.flatnonzero(np.diff(table.indices[order], append=-1)) + 1
        for start, end in itertools.pairwise((0, *ends.tolist())):
            some = order[start : min(end, start + MOST)]
            some = some[np.argsort(columns[owner[some]])]
            places, whole = columns[owner[some]], part[some] > 1 - TAKEN
            crowd = self.crowds[int(table.indices[some[0]])]
            key = places.tobytes() + part[some].round(5).tobytes()
            if whole.all() or self.last.get(crowd.number) == key:
                continue
            self.last[crowd.number] = key
            asked.append(self._asked(crowd, places, part[some], whole, end - start > MOST))
        return asked

    def _asked(self, crowd: Crowd, places: Whole, part: Floats, whole: Mask, cut_short: bool) -> Asked:
        some = np.searchsorted(crowd.places, places)
        host, drawn = self.host[places], crowd.drawn[some]
        face = sets_of(_numbered(host[~whole]))
        losses = self.reach.curve(face.member @ drawn[~whole] + float(drawn[whole].sum()))
        return Asked(
            crowd, some, whole, sets_of(_numbered(host)), Listed(face, losses, part[~whole]), cut_short
        )

    def _lifted(self, asked: Asked, slope: Floats) -> Cut:
        """``loss >= least + slope @ x`` where the whole ones are in, carried over to sets without them and to all other columns.

        G(z), the least by which a listed set with z more drawn from others exceeds that, is bounded from below by lines of
        the curve's slopes: their maximum is convex and 0 at 0, so the sum over columns never exceeds G of their sum.
        """
        crowd, member = asked.crowd, asked.sets.member
        drawn = member @ crowd.drawn[asked.some]
        loss = self.reach.curve(drawn)
        slopes = _without(asked, loss, slope)
        over = loss - member @ slopes
        least = float(over.min())
        edge, rise = self.reach.edge, self.reach.slope
        away = np.maximum(edge - drawn[:, None], 0.0)
        lines = np.maximum(loss[:, None], self.edge_loss) - rise * away
        level = (lines + (over - loss - least)[:, None]).min(axis=0)
        coef = np.maximum((crowd.drawn[:, None] * rise + np.minimum(level, 0.0)).max(axis=1), 0.0)
        coef[asked.some] = slopes
        return self._cut(crowd, coef, least)

    def _cut(self, crowd: Crowd, coef: Floats, least: float) -> Cut:
        size = float(self.reach.size[crowd.number])
        return Cut(CODE, size * coef, 0.0, -size * least, places=crowd.places, segment=crowd.number)


def _numbered(host: Whole) -> tuple[int, ...]:
    """Hosts numbered from 0 in their order."""
    return tuple(np.append(0, np.cumsum(np.diff(host) != 0)).tolist())


def _without(asked: Asked, loss: Floats, slope: Floats) -> Floats:
    """Slopes of all listed columns: of the whole ones what the plane must fall by at least when they go, one after the other."""
    member, whole = asked.sets.member, asked.whole
    slopes = np.zeros(len(whole))
    slopes[~whole] = slope
    over = loss - member @ slopes
    ones = np.flatnonzero(whole)
    out = 1.0 - member[:, ones]
    least = float(over[out.sum(axis=1) == 0].min())
    falls = np.zeros(len(ones))
    kept = np.ones(len(ones), bool)
    for j in range(len(ones)):
        kept[j] = False
        here = (out[:, j] > 0) & (out[:, kept].sum(axis=1) == 0)
        falls[j] = (least - over[here] - out[here] @ falls).max()
    slopes[ones] = falls
    return slopes
