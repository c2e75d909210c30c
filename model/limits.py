"""Limits a merchant may set beside the budget: none of them holds unless it is set."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from model.fields import Rule, number, share

Booking = tuple[str, str, int]
"""Host id, name of the offer, number of sessions."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Further limits of a plan; ``None`` and empty mean no limit. Money in yuan, shares 0-1.

    ``order_share`` most of all expected orders for one host; ``platform_shares`` most of the budget for each platform
    named, ``agency_share`` for any one agency; ``orders_per_day`` what the shop's people can pack and answer, over
    ``days``; ``cash`` what may be paid out for fees, samples and goods before sales are settled; ``most_loss`` what the
    worst twentieth of all outcomes may lose on average; ``loss_odds`` the odds of a loss; ``booked`` deals already made, ``booked_on`` from which ISO day on
    the results of a host booked are those of his deal, where that is known;
    ``own_hours`` what the shop's own people can give to sessions in all.
    """

    order_share: float | None = None
    platform_shares: tuple[tuple[str, float], ...] = ()
    agency_share: float | None = None
    orders_per_day: float | None = None
    days: float = 30.0
    cash: float | None = None
    most_loss: float | None = None
    loss_odds: float | None = None
    booked: tuple[Booking, ...] = ()
    own_hours: float | None = None
    booked_on: tuple[tuple[str, str], ...] = ()

    @property
    def risky(self) -> bool:
        """Whether bad outcomes are limited at all."""
        return self.most_loss is not None or self.loss_odds is not None


NO_LIMITS: Final = Limits()

LIMIT_RULES: Final[Mapping[str, Rule]] = {
    "order_share": Rule(share, low=0.01, high=1),
    "agency_share": Rule(share, low=0.01, high=1),
    "orders_per_day": Rule(number, low=0, high=1e9),
    "days": Rule(number, low=1, high=3650),
    "cash": Rule(number, low=0, high=1e10, fen=True),
    "most_loss": Rule(number, low=0, high=1e10, fen=True),
    "loss_odds": Rule(share, low=0.01, high=1),
    "own_hours": Rule(number, low=0, high=1e6),
}
SHARE_RULE: Final = Rule(share, low=0, high=1)
"""What one platform may take of the budget."""
