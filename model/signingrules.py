"""The group of the policy for the paper that is signed: what to watch once a plan runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SigningRule:
    """When a running plan is first looked at, and what is then too little."""

    first_sessions: float
    look_days: float
    alarm_share: float
    reorder_share: float
