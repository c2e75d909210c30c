"""What results taught, as the command line gives it beside a plan."""

from gui.answers import TOP, Answer, figure, ranged, reason_answer, yuan
from gui.words import learned as told
from gui.words.reasons import reason
from model.learning.calibration import Calibration
from model.learning.changes import Difference, Move, compare
from model.learning.learned import Change, Learned
from model.matrix.plan import Plan


def learned_answer(learned: Learned | None, plan: Plan, unlearned: Plan | None) -> Answer | None:
    """The key ``learned`` of ``plan --json``; null without results. ``unlearned`` is the plan there would be without them."""
    if learned is None:
        return None
    scale = learned.scale
    return {
        "results": learned.results,
        "changes": [_change(one) for one in learned.changes],
        "spreads": scale and {name: ranged(getattr(scale, name), "times", 4) for name in ("host", "session")},
        "checks": [reason_answer(one) for one in learned.checks],
        "calibration": _calibration(learned.calibration),
        "unused": [reason_answer(one) for one in learned.unused],
        "plan": _difference(compare(unlearned, plan, learned)) if unlearned else None,
    }


def learned_lines(learned: Learned | None, plan: Plan, unlearned: Plan | None) -> list[str]:
    """The same in sentences, the first hosts alone."""
    if learned is None:
        return []
    lines = [told.held(learned.calibration, learned.results)] if learned.calibration else []
    if unlearned:
        found = compare(unlearned, plan, learned)
        lines.append(told.difference(found))
        lines += [told.move(one) for one in (*found.came[:TOP], *found.went[:TOP])]
    lines += [f"{one.name}: {told.change(one)}" for one in learned.changes[:TOP]]
    return [*lines, *(reason(one) for one in (*learned.checks, *learned.unused))]


def _change(one: Change) -> Answer:
    return {
        "id": one.id,
        "name": one.name,
        "product": one.product,
        "results": one.results,
        "before": ranged(one.before, "mean", 3),
        "after": ranged(one.after, "mean", 3),
        **{measure.value: ranged(times, "times", 4) for measure, times in one.others.items()},
    }


def _calibration(found: Calibration | None) -> Answer | None:
    if found is None:
        return None
    steps = [
        {"first": s.first.isoformat(), "last": s.last.isoformat(), "held": s.held, "of": s.of}
        for s in found.steps
    ]
    return {**ranged(found.share, "share", 4), "steps": steps}


def _difference(found: Difference) -> Answer:
    return {
        "came": [_move(one) for one in found.came],
        "went": [_move(one) for one in found.went],
        "stayed": found.stayed,
        "long_profit_without": yuan(found.profit_before),
        "long_profit": yuan(found.profit_after),
    }


def _move(one: Move) -> Answer:
    return {
        "id": one.id,
        "name": one.name,
        "code": one.code,
        "times": figure(one.times, 4),
        "results": one.results,
    }
