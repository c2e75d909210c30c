"""What the overview hands to a worker. The heavy libraries are imported when it runs."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.errors import UserError
from model.records import Snapshot
from model.results import Result

if TYPE_CHECKING:
    from model.advice import Advice
    from model.authenticity.audit import Audit
    from model.overview import Overview
    from model.policy import Policy
    from model.repurchase.grading import Evidence

__all__ = ["Seen", "survey"]


@dataclass(frozen=True, eq=False)
class Seen:
    """The shop as it is at the moment, and what is known of it; ``launch`` as it is kept with the project."""

    snapshot: Snapshot
    policy: "Policy"
    launch: object
    today: dt.date
    advice: "Advice | None"
    is_stale: bool
    refused: UserError | None
    evidence: "Mapping[str, Evidence]"
    results: Sequence[Result]
    audit: "Audit | None"


def survey(seen: Seen) -> "Overview":
    """Verdict, numbers and steps (for a worker)."""
    from model.launch.setup import unpacked
    from model.overview import Known, overview

    known = Known(
        seen.snapshot,
        unpacked(seen.launch, seen.today),
        seen.advice,
        seen.is_stale,
        seen.refused.problems if seen.refused else (),
        seen.evidence,
        seen.results,
        seen.audit,
    )
    return overview(known, seen.policy)
