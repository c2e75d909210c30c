"""Why a plan on its days earns another sum than the matrix says: the same money, part by part."""

from dataclasses import dataclass

from model.launch.relief import Way
from model.launch.schools import SchoolResult
from model.matrix.plan import Plan


@dataclass(frozen=True, slots=True)
class Apart:
    """Long-run profit in yuan on the ``matrix``, and what leads from it to that on the days.

    ``days``: festivals, standing parcels, and sessions near each other; ``order``: who goes before whom; ``shared``:
    viewers of several hosts, whom the matrix takes off at once and the calendar by their days. Of the ``launch`` then
    ``late`` goes for late parcels and temporary hands.
    """

    matrix: float
    days: float
    order: float
    shared: float
    late: float

    @property
    def launch(self) -> float:
        """What the plan earns on its days, lateness and wages not taken off."""
        return self.matrix + self.days + self.order + self.shared

    @property
    def left(self) -> float:
        """What is left of it."""
        return self.launch - self.late


def apart(plan: Plan, result: SchoolResult, way: Way | None) -> Apart:
    """The parts between the plan's expected profit and that of its schedule."""
    order = result.profit.value - result.calendar
    days = result.calendar - plan.risk.mean - plan.overlap
    return Apart(plan.risk.mean, days, order, plan.overlap, way.late_cost + way.wages if way else 0.0)
