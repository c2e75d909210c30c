"""What the matrix page hands to a worker: learn from results, lay the ground, plan, and plan once more without them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from gui.session import BatchHead, Loaded
from gui.studies import Study
from model.records import Snapshot
from model.results import Result

if TYPE_CHECKING:
    from model.advice import Advice, Groundwork
    from model.beliefs import Knowledge
    from model.intake.lists.extras import Extra
    from model.learning.changes import Difference
    from model.learning.learned import Learned
    from model.matrix.preview import Glance
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
    figures: Sequence[BatchHead] = ()
    """Imported figures beside hosts, and what reads them back."""
    read: Callable[[], Loaded] = Loaded


@dataclass(frozen=True, eq=False)
class Ground:
    """What every plan rests on, whatever its limits: what results taught, and the groundwork laid by it."""

    asked: Asked
    learned: "Learned | None"
    work: "Groundwork"

    def taught(self, asked: Asked) -> bool:
        """Whether results would teach the same now."""
        mine = self.asked
        return (
            (mine.policy, mine.known, mine.own) == (asked.policy, asked.known, asked.own)
            and (mine.study, mine.evidence, mine.figures) == (asked.study, asked.evidence, asked.figures)
            and mine.snapshot.products == asked.snapshot.products
            and mine.snapshot.influencers == asked.snapshot.influencers
        )

    def serves(self, asked: Asked) -> bool:
        """Whether nothing but limits has changed since."""
        work = self.work
        return self.taught(asked) and work.serves(
            _to_plan(asked, self.learned), asked.policy, asked.evidence, work.known, work.extras
        )


def _to_plan(asked: Asked, learned: "Learned | None") -> Snapshot:
    from model.learning.learned import to_plan

    return to_plan(asked.snapshot, asked.own, learned)


def grounded(asked: Asked, before: Ground | None, progress: Any, cancelled: Any) -> Ground:
    """What plans rest on now: what it was ``before`` as far as that still holds."""
    from model.advice import groundwork
    from model.intake.lists.extras import kept_extras

    if before is not None and before.serves(asked):
        return before
    progress("learning", 0.01)
    if before is not None and before.taught(asked):
        learned, extras = before.learned, before.work.extras
    else:
        extras = kept_extras(asked.read().batches) if asked.figures else {}
        learned = _learned(asked, extras)
    known = replace(asked.known, beliefs=learned.beliefs) if learned else asked.known
    shop = _to_plan(asked, learned)
    work = groundwork(shop, asked.policy, asked.evidence, progress, cancelled, known, extras=extras)
    return Ground(asked, learned, work)


def advised(
    asked: Asked, before: Ground | None, progress: Any, cancelled: Any, enough: Any, tell: Any
) -> "Advice":
    """The plan by all that is known, with what results taught; tells the ground and each better plan on the way."""
    from model.advice import advise
    from model.matrix.solve import Onlooker, gap_of

    ground = grounded(asked, before, progress, cancelled)
    tell("ground", ground)
    look = Onlooker(cancelled, enough, lambda value, bound: tell("best", value, gap_of(value, bound)))
    advice = advise(
        _to_plan(asked, ground.learned),
        asked.policy,
        asked.evidence,
        progress,
        cancelled,
        ground.work.known,
        ground.work,
        look,
        ground.work.extras,
    )
    return replace(advice, learned=ground.learned)


def glanced(asked: Asked, before: Ground | None, progress: Any, cancelled: Any) -> "tuple[Ground, Glance]":
    """What the plan would come to at once, with what that rests on."""
    from model.matrix.preview import glance

    ground = grounded(asked, before, progress, cancelled)
    request = _to_plan(asked, ground.learned).request
    return ground, glance(ground.work.table, request, asked.policy, ground.work.audiences)


def _learned(asked: Asked, extras: "Mapping[str, Extra] | None") -> "Learned | None":
    from model.campaigns.lessons import learned_of
    from model.campaigns.review import Imported

    imported = None
    if asked.study is not None:
        sums = asked.study.sums
        imported = Imported(sums.sales, sums.beside, sums.lines.persons, (), asked.evidence)
    return learned_of(asked.snapshot, asked.own, imported, asked.policy, extras)


def differs(asked: Asked, advice: "Advice", progress: Any, cancelled: Any) -> "Difference | None":
    """What the plan does differently because of results; None where there would be none without."""
    from model.advice import without_lessons
    from model.learning.changes import compare

    if advice.plan is None or advice.learned is None:
        return None
    request = _to_plan(asked, advice.learned).request
    before = without_lessons(advice, request, asked.policy, progress, cancelled)
    return compare(before, advice.plan, advice.learned) if before else None
