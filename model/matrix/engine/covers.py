"""Sets that overfill a limit cannot all be in: cover cuts, lifted (Balas 1975; Wolsey 1990 for at most one offer of a host)."""

import numpy as np
from scipy import sparse

from model.matrix.engine.cuts import Cut
from model.matrix.engine.program import TOLERANCE, Floats, Program, Whole

CODE = "cover"
LEAST = 0.1
"""By how much of one column a cut must be broken."""
TIGHT = 1e-6
"""Share of a limit that may be left where it counts as reached."""


class Covers:
    """The limits that only fill up, ready to be asked for cuts."""

    def __init__(self, program: Program, table: sparse.csr_array) -> None:
        self.program, self.table = program, table
        matrix, high = program.rows.matrix, program.rows.high
        self.rows = [
            r
            for r in np.flatnonzero(np.isfinite(high) & (high > 0)).tolist()
            if matrix.data[matrix.indptr[r] : matrix.indptr[r + 1]].min(initial=0.0) >= 0
        ]

    def broken(self, columns: Whole, x: Floats) -> list[Cut]:
        """Cuts that a choice in parts breaks."""
        order = np.argsort(-x, kind="stable")
        main = order[np.unique(self.program.host[columns[order]], return_index=True)[1]]
        uses = self.table[columns].toarray()[:, self.rows]
        tight = uses.T @ x >= self.program.rows.high[self.rows] * (1 - TIGHT)
        cuts = []
        for k in np.flatnonzero(tight).tolist():
            cover = self._cover(uses[main, k], x[main], float(self.program.rows.high[self.rows[k]]))
            if len(cover):
                cut = self._lifted(self.rows[k], columns[main[cover]], uses[main[cover], k])
                if float(cut.of(columns) @ x) > cut.high + LEAST:
                    cuts.append(cut)
        return cuts

    def _cover(self, use: Floats, part: Floats, high: float) -> Whole:
        """Columns that overfill the limit together and are missing least; none where that is too much."""
        most = high + 2 * TOLERANCE * (1 + high)
        missing = 1 - part
        some = np.flatnonzero(use > 0)
        some = some[np.argsort(missing[some] / use[some], kind="stable")]
        total = np.cumsum(use[some])
        count = int(np.searchsorted(total, most, side="right")) + 1
        if count > len(some):
            return some[:0]
        cover, over = some[:count].tolist(), float(total[count - 1]) - most
        for j in sorted(cover, key=lambda j: -missing[j]):
            if use[j] < over:
                cover.remove(j)
                over -= float(use[j])
        return np.array(cover) if missing[cover].sum() < 1 - LEAST else some[:0]

    def _lifted(self, row: int, columns: Whole, use: Floats) -> Cut:
        """Not all of a cover; a column that fills as much as its h largest together counts h times."""
        matrix, program = self.program.rows.matrix, self.program
        span = slice(matrix.indptr[row], matrix.indptr[row + 1])
        places, fills = matrix.indices[span].astype(np.int64), matrix.data[span]
        coef = np.searchsorted(np.cumsum(np.sort(use)[::-1]), fills, side="right").astype(float)
        own = np.full(len(program.must), -1.0)
        own[program.host[columns]] = use
        fill_of = own[program.host[places]]
        coef = np.where(fill_of >= 0, (fills >= fill_of).astype(float), coef)
        keep = np.flatnonzero(coef > 0)
        keep = keep[np.argsort(places[keep])]
        return Cut(CODE, coef[keep], 0.0, len(columns) - 1.0, places=places[keep])
