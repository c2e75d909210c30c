"""All that the signed paper tells of a plan, beside the plan itself."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.advice import Advice
from model.authenticity.audit import Audit, audit
from model.entries import Entry
from model.errors import InputError, Reason
from model.intake.joined.sales import Sales
from model.launch.overview import Launch, launch_as_set
from model.launch.ownsales import own_sales
from model.launch.setup import Setup, unpacked
from model.matrix.plan import Plan
from model.matrix.signing import Brief, Step, assumptions, briefs, steps, watch
from model.overview import Known, Overview, overview
from model.policy import Policy
from model.repurchase.grading import Grade
from model.results import Result

__all__ = ["Dossier", "dossier"]

_SURE = "high"


@dataclass(frozen=True, eq=False)
class Dossier:
    """A plan with what surrounds it. ``launch`` None: no days are set (or the days set cannot be kept).

    ``left_out`` counts the hosts that are not chosen by reason, the most frequent first. ``grounds`` are the figures of the
    policy that bear on this plan, ``more_guesses`` the number of weaker ones that are not among them.
    """

    plan: Plan
    policy: Policy
    grades: tuple[Grade, ...]
    overview: Overview
    audit: Audit
    briefs: tuple[Brief, ...]
    steps: tuple[Step, ...]
    watch: tuple[Reason, ...]
    left_out: tuple[tuple[str, int], ...]
    grounds: tuple[Entry, ...]
    more_guesses: int
    launch: Launch | None


def dossier(
    advice: Advice,
    policy: Policy,
    today: dt.date,
    setup: Setup | None = None,
    sales: Sales | None = None,
    results: Sequence[Result] = (),
) -> Dossier:
    """Gather all that is said of the plan of ``advice``.

    Args:
        advice: the plan and what it rests on.
        policy: all figures.
        today: the day; sessions are placed after it.
        setup: days and people of the launch, where the merchant has set them.
        sales: what the shop has sold, where it is known; its own festivals then count on the days of the launch.
        results: the shop's own; what they tell of a host's views counts in what he should be offered.

    Raises:
        ValueError: there is no plan to tell of.
    """
    plan = advice.plan
    if plan is None:
        raise ValueError("no plan to tell of")
    ground = advice.ground
    snapshot = replace(ground.snapshot, request=replace(ground.snapshot.request, budget=plan.budget))
    found = audit(snapshot, policy, ground.extras or {}, results)
    known = Known(snapshot, setup or unpacked(None, today), advice, audit=found)
    keys = assumptions(plan, policy)
    weak = {key for key, entry in policy.entries.items() if entry.reliability != _SURE}
    return Dossier(
        plan,
        policy,
        advice.grades,
        overview(known, policy),
        found,
        briefs(plan, found),
        steps(plan),
        watch(plan, advice.grades, policy),
        tuple(Counter(one.reason for one in plan.rejected).most_common()),
        tuple(policy.entries[key] for key in keys),
        len(weak - set(keys)),
        _placed(plan, policy, today, setup, sales, snapshot.request.seed),
    )


def _placed(
    plan: Plan, policy: Policy, today: dt.date, setup: Setup | None, sales: Sales | None, seed: int
) -> Launch | None:
    """The plan on the days that are set; None without any, and where it cannot be placed on them."""
    if setup is None or not plan.choices:
        return None
    own = own_sales(sales, plan, policy)
    try:
        return launch_as_set(plan, setup, own, today, policy, seed)
    except InputError:
        return None
