"""The relaxation over some of the columns, kept warm in the solver; columns, cuts and decisions are added as they are needed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from model.errors import Cancelled, NothingFeasible, Problem
from model.matrix.engine.cuts import Cut
from model.matrix.engine.prices import Prices
from model.matrix.engine.program import Floats, Program, Whole

if TYPE_CHECKING:
    import highspy

INF = np.inf
STEPS = 60
"""Of the solver, when a decision is only tried."""
SOLVED, IMPOSSIBLE = "kOptimal", "kInfeasible"
"""What the solver calls these ends."""


def solver() -> "highspy.Highs":
    """A silent solver on one thread."""
    import highspy

    highs: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("dual_simplex_cost_perturbation_multiplier", 0.0)
    return highs


@dataclass(frozen=True)
class Stand:
    """Where the solver of a master stood after a solve."""

    master: "Master"
    basis: "highspy.HighsBasis"


class Master:
    """min -value x + overlap over ``columns``: rows of the program, segments, then at-most-one of each host, then cuts."""

    def __init__(
        self,
        program: Program,
        table: sparse.csr_array,
        columns: Whole,
        cuts: Sequence[Cut] = (),
        weight: Floats | None = None,
    ) -> None:
        self.program, self.table = program, table
        self.columns = columns
        self.m = len(program.rows.low)
        self.groups = 0 if program.reach is None else len(program.reach.size)
        self.pieces = 0 if program.reach is None else len(program.reach.slope)
        self.highs = solver()
        self.cut_rows: list[int] = []
        self.cuts: list[Cut] = []
        self.host = program.host[columns]
        self._held: set[tuple[bool, int, bool]] = set()
        self._place = np.full(len(program.gain), -1)
        self._place[columns] = np.arange(len(columns))
        self._row_of = np.full(len(program.must), -1)
        self._of_host = np.full(len(program.must), -1)
        self._of_host[self.host] = np.arange(len(columns))
        self._start(weight)
        for cut in cuts:
            self.add_cut(cut)

    @property
    def smalls(self) -> int:
        """Number of columns before those of the program: pieces of segments, and all that is lost in them."""
        return self.groups * self.pieces + min(self.groups, 1)

    def _start(self, weight: Floats | None) -> None:
        program, columns = self.program, self.columns
        top = np.ones(len(columns)) if weight is None else weight
        one, row_low, row_high = _at_most_one(program, columns, top)
        blank = sparse.csr_array((min(self.groups, 1), len(columns)))
        body = sparse.vstack([self.table[columns].T, blank, one], format="csc")
        self._row_of[self.host[one.indices]] = (
            self.m + self.groups + blank.shape[0] + np.repeat(np.arange(one.shape[0]), np.diff(one.indptr))
        )
        low = np.concatenate(
            [program.rows.low, np.full(self.groups, -INF), np.zeros(blank.shape[0]), row_low]
        )
        high = np.concatenate([program.rows.high, np.zeros(self.groups + blank.shape[0]), row_high])
        cost, upper = -program.value[columns], top
        if program.reach is not None:
            body = sparse.hstack([self._segments(body.shape[0]), body], format="csc")
            width = np.append(np.diff(program.reach.edge), np.inf)
            cost = np.concatenate([np.zeros(self.smalls - 1), [1.0], cost])
            upper = np.concatenate([(program.reach.size[:, None] * width[None]).ravel(), [np.inf], upper])
        self._pass(sparse.csc_array(body), cost, upper, low, high)

    def _segments(self, height: int) -> sparse.csc_array:
        """What is drawn from a segment fills its pieces; what all pieces lose adds up in one more column."""
        slope = np.zeros(0) if self.program.reach is None else self.program.reach.slope
        count, total = self.smalls - 1, self.m + self.groups
        each = np.arange(count)
        values = np.concatenate([-np.ones(count), np.tile(slope, self.groups), [-1.0]])
        rows = np.concatenate(
            [self.m + np.repeat(np.arange(self.groups), self.pieces), np.full(count + 1, total)]
        )
        return sparse.csc_array(
            (values, (rows, np.concatenate([each, each, [count]]))), shape=(height, self.smalls)
        )

    def _pass(self, body: sparse.csc_array, cost: Floats, upper: Floats, low: Floats, high: Floats) -> None:
        import highspy

        lp = highspy.HighsLp()
        lp.num_row_, lp.num_col_ = body.shape
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, np.zeros(len(cost)), np.minimum(upper, INF)
        lp.row_lower_, lp.row_upper_ = np.maximum(low, -INF), np.minimum(high, INF)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = body.indptr, body.indices, body.data
        self.highs.passModel(lp)

    def add_cut(self, cut: Cut) -> None:
        """One more limit."""
        values = cut.of(self.columns)
        where = np.arange(len(self.columns), dtype=np.int32) + self.smalls
        if cut.segment >= 0 and self.program.reach is not None:
            own = cut.segment * self.pieces + np.arange(self.pieces, dtype=np.int32)
            values, where = np.append(-self.program.reach.slope, values), np.append(own, where)
        elif cut.overlap and self.groups:
            values, where = np.append(cut.overlap, values), np.append(self.smalls - 1, where).astype(np.int32)
        self.cut_rows.append(self.highs.getNumRow())
        self.cuts.append(cut)
        keep = values != 0
        self.highs.addRow(-INF, cut.high, int(keep.sum()), where[keep], values[keep])

    def decide(self, decisions: Iterable[tuple[bool, int, bool]]) -> bool:
        """Hold hosts or columns (a host?; which; in or out) as decided, and only these; False where one is not among ours."""
        wanted = {d for d in decisions if self._has(d) or d[2]}
        if not all(self._has(d) for d in wanted):
            return False
        gone = self._held - wanted
        for old in gone:
            self._hold(old, free=True)
        for new in (
            wanted if gone else wanted - self._held
        ):  # freeing may have loosened what another decision holds
            self._hold(new, free=False)
        self._held = wanted
        return True

    def _has(self, decision: tuple[bool, int, bool]) -> bool:
        is_host, which, _ = decision
        return bool(self._of_host[which] >= 0 if is_host else self._place[which] >= 0)

    def _hold(self, decision: tuple[bool, int, bool], free: bool) -> None:
        is_host, which, taken = decision
        row = int(self._row_of[which]) if is_host else -1
        if row >= 0:
            low = 1.0 if (taken and not free) or self.program.must[which] else -INF
            self.highs.changeRowBounds(row, low, 1.0 if free or taken else 0.0)
            return
        place = int(self._of_host[which] if is_host else self._place[which])
        low, high = (0.0, 1.0) if free else (float(taken), float(taken))
        self.highs.changeColBounds(self.smalls + place, low, high)

    def extend(self, more: Whole) -> None:
        """Take in more columns; all decisions are free again."""
        self.decide(())
        for host in np.unique(self.program.host[more]).tolist():
            if self._row_of[host] < 0 and (
                self._of_host[host] >= 0 or (self.program.host[more] == host).sum() > 1
            ):
                self._add_row(host)
        part = self._entries(more)
        count = len(more)
        self.highs.addCols(
            count, -self.program.value[more], np.zeros(count), np.ones(count), part.nnz,
            part.indptr[:-1].astype(np.int32), part.indices.astype(np.int32), part.data,
        )  # fmt: skip
        self._place[more] = len(self.columns) + np.arange(count)
        self._of_host[self.program.host[more]] = self._place[more]
        self.columns = np.concatenate([self.columns, more])
        self.host = self.program.host[self.columns]

    def _entries(self, more: Whole) -> sparse.csr_array:
        """What new columns have in all rows there are, columns x rows."""
        own = sparse.coo_array(self.table[more])
        rows = self._row_of[self.program.host[more]]
        one = np.flatnonzero(rows >= 0)
        each = np.arange(len(more))
        values = [own.data, np.ones(len(one)), *(cut.of(more) for cut in self.cuts)]
        down = [own.coords[0], one, *(each for _ in self.cuts)]
        across = [own.coords[1], rows[one], *(np.full(len(more), row) for row in self.cut_rows)]
        entries = (np.concatenate(down), np.concatenate(across))
        return sparse.csr_array((np.concatenate(values), entries), shape=(len(more), self.highs.getNumRow()))

    def _add_row(self, host: int) -> None:
        """At most one column of a host that has had one so far."""
        self._row_of[host] = self.highs.getNumRow()
        own = np.flatnonzero(self.host == host)
        low = 1.0 if self.program.must[host] else -INF
        self.highs.addRow(low, 1.0, len(own), (own + self.smalls).astype(np.int32), np.ones(len(own)))

    def run(self, cancelled: Callable[[], bool]) -> bool:
        """Solve; whether there is a solution. What the solver gives up on is tried once more from scratch."""
        if cancelled():
            raise Cancelled
        if (end := self._end()) not in (SOLVED, IMPOSSIBLE):
            self.highs.clearSolver()
            self.highs.setOptionValue("presolve", "off")
            end = self._end()
        if end not in (SOLVED, IMPOSSIBLE):
            raise NothingFeasible([Problem("solver_failed", values={"detail": end})])
        return end == SOLVED

    def stand(self) -> Stand:
        """Where the solver stands, to come back to."""
        return Stand(self, self.highs.getBasis())

    def go_to(self, stand: Stand) -> None:
        """Go on from where the solver stood; rows and columns that are new since are left out of account at first."""
        if stand.master is not self or not stand.basis.valid:
            return
        import highspy

        basis, kinds = stand.basis, highspy.HighsBasisStatus
        columns, rows = self.smalls + len(self.columns), self.highs.getNumRow()
        if len(basis.col_status) < columns or len(basis.row_status) < rows:
            more = highspy.HighsBasis()
            more.col_status = [*basis.col_status, *[kinds.kLower] * (columns - len(basis.col_status))]
            more.row_status = [*basis.row_status, *[kinds.kBasic] * (rows - len(basis.row_status))]
            more.valid = True
            basis = more
        self.highs.setBasis(basis)

    def peek(self, stand: Stand) -> float:
        """A value the relaxation does not exceed, after a few steps; -inf where there is no solution."""
        self.highs.setBasis(stand.basis)
        self.highs.setOptionValue("simplex_iteration_limit", STEPS)
        end = self._end()
        self.highs.setOptionValue("simplex_iteration_limit", 2**31 - 1)
        return -INF if end == IMPOSSIBLE else self.value

    def search(
        self, gap: float, seconds: float, presolve: bool, stop: Callable[[float], bool]
    ) -> tuple[str, float, Floats | None]:
        """The solver's own search for whole columns: how it ended, its bound, and its best set if any."""
        highs, count = self.highs, len(self.columns)
        kinds = np.ones(count, np.uint8)
        highs.changeColsIntegrality(count, np.arange(self.smalls, self.smalls + count, dtype=np.int32), kinds)
        for name, value in {"mip_rel_gap": gap * 0.9, "mip_abs_gap": 1e-6, "time_limit": seconds}.items():
            highs.setOptionValue(name, value)
        highs.setOptionValue("presolve", "on" if presolve else "off")
        highs.cbMipInterrupt.subscribe(lambda event: event.interrupt(stop(-event.data_out.mip_dual_bound)))
        end, info = self._end(), highs.getInfo()
        found = int(info.primal_solution_status) == 2
        return end, -float(info.mip_dual_bound), self.x() if found else None

    def _end(self) -> str:
        self.highs.run()
        return str(self.highs.getModelStatus().name)

    @property
    def value(self) -> float:
        """Yuan of the relaxation."""
        return -float(self.highs.getInfo().objective_function_value)

    def x(self) -> Floats:
        """Part of each column that is taken."""
        return np.asarray(
            np.clip(np.array(self.highs.getSolution().col_value)[self.smalls :], 0, None), float
        )

    def lost(self) -> Floats:
        """Yuan that each segment loses."""
        if self.program.reach is None:
            return np.zeros(0)
        filled = np.array(self.highs.getSolution().col_value)[: self.smalls - 1]
        return np.asarray(filled.reshape(self.groups, self.pieces) @ self.program.reach.slope)

    def prices(self) -> Prices:
        """What one more unit of each limit is worth."""
        dual = -np.array(self.highs.getSolution().row_dual)
        cuts = np.zeros(max((cut.number for cut in self.cuts), default=-1) + 1)
        cuts[[cut.number for cut in self.cuts]] = dual[self.cut_rows]
        return Prices(dual[: self.m], dual[self.m : self.m + self.groups], cuts)


def _at_most_one(program: Program, columns: Whole, top: Floats) -> tuple[sparse.csr_array, Floats, Floats]:
    """Rows for hosts with several of these columns, and for musts."""
    owners, inverse, count = np.unique(program.host[columns], return_inverse=True, return_counts=True)
    need = (count > 1) | program.must[owners]
    place = np.cumsum(need) - 1
    here = need[inverse]
    rows = place[inverse[here]]
    matrix = sparse.csr_array(
        (np.ones(len(rows)), (rows, np.flatnonzero(here))), shape=(int(need.sum()), len(columns))
    )
    high = np.zeros(int(need.sum()))
    high[rows] = top[here]
    return matrix, np.where(program.must[owners][need], high, -INF), high
