"""What the matrix page hands to a worker where results are there: learn, plan, and plan once more without them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from gui.studies import Study
from model.records import Snapshot
from model.results import Result

if TYPE_CHECKING:
    from model.advice import Advice
    from model.beliefs import Knowledge
    from model.learning.changes import Difference
    from model.learning.learned import Learned
    from model.policy import Policy
    from model.repurchase.grading import Evidence


@dataclass(frozen=True, eq=False)
class Asked:
    """All a plan is made of: the project with its request, its results, and what its orders say."""

    snapshot: Snapshot
    policy: "Policy"
    known: "Knowledge"
    own: Sequence[Result] = ()
    study: Study | None = None
    evidence: "Mapping[str, Evidence]" = field(default_factory=dict)


def advised(asked: Asked, progress: Any, cancelled: Any) -> "Advice":
    """The plan by all that is known, with what results taught."""
    from model.advice import advise

    progress("learning", 0.01)
    learned = _learned(asked)
    known = replace(asked.known, beliefs=learned.beliefs) if learned else asked.known
    advice = advise(asked.snapshot, asked.policy, asked.evidence, progress, cancelled, known)
    return replace(advice, learned=learned)


def _learned(asked: Asked) -> "Learned | None":
    from model.campaigns.lessons import learned_of
    from model.campaigns.review import Imported

    imported = None
    if asked.study is not None:
        sums = asked.study.sums
        imported = Imported(sums.sales, sums.beside, sums.lines.persons, (), asked.evidence)
    return learned_of(asked.snapshot, asked.own, imported, asked.policy)


def differs(asked: Asked, advice: "Advice", progress: Any, cancelled: Any) -> "Difference | None":
    """What the plan does differently because of results; None where there would be none without."""
    from model.errors import NothingFeasible
    from model.learning.changes import compare
    from model.matrix.recommend import recommend

    if advice.plan is None or advice.learned is None:
        return None
    try:
        before = recommend(
            advice.hosts,
            advice.grades,
            asked.snapshot.request,
            asked.policy,
            progress,
            cancelled,
            known=asked.known,
        )
    except NothingFeasible:
        return None
    return compare(before, advice.plan, advice.learned)
