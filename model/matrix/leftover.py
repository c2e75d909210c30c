"""Why a plan leaves money of the budget unspent."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from model.errors import Reason, Value
from model.matrix.plan import Choice, Rejected
from model.records import Kind

CAUSES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("loses_money", "little_gain", "commission_over_margin"), "left_no_gain"),
    **dict.fromkeys(("over_budget", "over_share"), "left_too_dear"),
    **dict.fromkeys(("no_stock", "stock_used_up"), "left_stock"),
    "too_risky": "left_risk",
    "audience_taken": "left_audience",
    "mix_rule": "left_mix",
    "platform_full": "left_platform",
    "agency_full": "left_agency",
    "hands_full": "left_hands",
    "cash_tied": "left_cash",
    "own_hours_full": "left_hours",
    "outbid": "left_outbid",
}
"""By why a host was left out, why money was. Those the merchant shut out himself, or who have no offer, explain nothing."""


def leftover(
    budget: float, spend: float, choices: Sequence[Choice], rejected: Sequence[Rejected], least: float
) -> tuple[Reason, ...]:
    """Why so much is left, where the share ``least`` of the budget or more is: the commonest cause, then sessions.

    ``budget_left`` has yuan, the hosts ``n`` ``of`` those not chosen, and the code of their ``cause``;
    ``sessions_full``: every hired host is booked as often as he can be.
    """
    left = budget - spend
    if budget <= 0 or left < least * budget:
        return ()
    causes = Counter(CAUSES[one.reason] for one in rejected if one.reason in CAUSES)
    found = []
    if causes:
        cause, count = causes.most_common(1)[0]
        values: dict[str, Value] = {"left": left, "n": count, "of": len(rejected), "cause": cause}
        found.append(Reason("budget_left", values))
    hired = [one.candidate for one in choices if one.candidate.host.influencer.kind is Kind.HOST]
    if hired and all(one.sessions >= one.offer.offer.sessions for one in hired):
        found.append(Reason("sessions_full", {"left": left, "n": len(hired)}))
    return tuple(found)
