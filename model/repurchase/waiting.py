"""How much longer to wait: when orders that come in at today's pace will make a class sure."""

import math
from typing import Final

from model.errors import Reason
from model.policy import Grading
from model.repurchase.evidence import Judged
from model.repurchase.grading import class_odds
from model.repurchase.intervals import BetaMixture

_STEP: Final = 1.1
_LONGEST: Final = 16.0
"""Times what there is now: beyond it nobody waits."""
_PATIENCE: Final = 365
"""Days: nor does anybody wait longer than a year for a letter."""


def waiting(rates: BetaMixture, judged: Judged, rule: Grading) -> Reason | None:
    """What is missing for a class with odds of ``sure_odds``; None when it is sure already.

    More orders of the same kind are added to what is known of the yearly rate until one class is sure:
    ``wait_days`` says how many more days of orders that takes at the pace so far, ``wait_border`` that the rate lies so
    near a cut point that it would take too long.
    """
    if _odds(rates, rule) >= rule.sure_odds:
        return None
    seen = judged.evidence
    for power in range(1, math.ceil(math.log(_LONGEST, _STEP)) + 1):
        more = _STEP**power - 1
        days = math.ceil(judged.followed.days * more)
        if days > _PATIENCE:
            break
        if _odds(rates.updated(seen.repeat * more, seen.effective * more), rule) >= rule.sure_odds:
            return Reason("wait_days", {"days": days, "odds": rule.sure_odds})
    return Reason("wait_border", {"rate": rates.mean()})


def _odds(rates: BetaMixture, rule: Grading) -> float:
    return max(class_odds(rates, rule).values())
