"""What an overview is made of, and the pieces it is told in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from model.advice import Advice
from model.authenticity.audit import Audit
from model.errors import Problem, Reason
from model.launch.setup import Setup
from model.learning.learned import Learned
from model.matrix.plan import Plan
from model.records import Snapshot
from model.repurchase.grading import Evidence
from model.results import Result


class Number(StrEnum):
    """The ten numbers, in the order they are shown in."""

    KLASS = "klass"
    REPURCHASE = "repurchase"
    BUDGET = "budget"
    HOSTS = "hosts"
    PROFIT = "profit"
    LOSS = "loss"
    BREAK_EVEN = "break_even"
    LARGEST = "largest"
    DOUBT = "doubt"
    HANDS = "hands"


class State(StrEnum):
    """Where a step stands: done; to be done now; waiting for an earlier one; done, but not to be relied on."""

    DONE = "done"
    NOW = "now"
    WAITING = "waiting"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way (``mend``, ``check``, ``choose``, ``book``, ``review``): its state, and why it has it."""

    code: str
    state: State
    why: Reason


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Paid orders at which the plan's fees, samples and own hours are earned back, all hosts doing equally better or worse.

    ``first``: by first sales alone, ``long``: with what customers buy again; None where no number of orders does it.
    ``expected`` are the orders of the plan.
    """

    first: float | None
    long: float | None
    expected: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """Outside hosts and how the check for water sees them: of the plan's where ``chosen``, else of the whole roster."""

    hosts: int
    doubtful: int
    unknown: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class HandsNeeded:
    """Hours of work that a plan makes on an average day of so many ``days``, and what the shop's people have.

    ``people`` of ``day`` hours each would do it; ``orders`` a day come, ``carried`` a day the people can carry for good
    (None: nobody is entered).
    """

    people: float
    hours: float
    day: float
    days: int
    orders: float
    had: float
    carried: float | None

    @property
    def is_enough(self) -> bool:
        """Whether the people entered carry the average day."""
        return self.carried is not None and self.orders <= self.carried


@dataclass(frozen=True, slots=True)
class Known:
    """What an overview is made of; ``advice`` None: no plan yet, or ``refused`` for these reasons.

    ``audit`` None: the hosts are not checked yet. ``evidence`` is what orders say, by product name.
    """

    snapshot: Snapshot
    setup: Setup
    advice: Advice | None = None
    is_stale: bool = False
    refused: tuple[Problem, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    results: Sequence[Result] = ()
    audit: Audit | None = None

    @property
    def learned(self) -> Learned | None:
        """What results taught the plan, where there is one and it learned."""
        return self.advice.learned if self.advice else None

    @property
    def plan(self) -> Plan | None:
        """The plan, where it chose anybody."""
        plan = self.advice.plan if self.advice else None
        return plan if plan and plan.choices else None
