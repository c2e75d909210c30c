"""What a chosen offer was expected to bring, in the figures by which a campaign is judged afterwards."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from model.matrix.plan import Choice
from model.matrix.story import parts_of, steps_of
from model.records import Estimate


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One offer over all its sessions. Money in yuan; ``orders``, ``net_gmv`` and ``profit`` (of first sales) with 80 % ranges.

    The range of the profit is that of the orders; a guarantee counts with what it is expected to give back.
    """

    host: str
    offer: str
    product: str
    sessions: int
    views: float
    visits: float
    orders: Estimate
    refunded_orders: float
    net_gmv: Estimate
    commission: float
    slot_fee: float
    profit: Estimate

    @classmethod
    def of(cls, choice: Choice) -> Self:
        """What is expected of a choice."""
        item, orders = choice.candidate, choice.orders
        basis = item.worth.basis
        reach = {step.code: step.count for step in steps_of(choice)}
        money = {part.code: part.yuan for part in parts_of(choice)}
        kept_price = (1 - basis.return_rate) * basis.price
        ends = (
            choice.first_profit + item.order_value * (end - orders.value) for end in (orders.low, orders.high)
        )
        return cls(
            choice.id, item.offer.offer.name, item.worth.product.name, item.sessions, reach["views"], reach["visits"],
            orders, orders.value * basis.return_rate,
            Estimate(*(kept_price * end for end in (orders.value, orders.low, orders.high))),
            -money["commission"], choice.cost, Estimate(choice.first_profit, *sorted(ends)),
        )  # fmt: skip

    def packed(self) -> dict[str, Any]:
        """As plain texts and figures, to be stored."""
        return asdict(self)

    @classmethod
    def unpacked(cls, stored: object) -> Self | None:
        """What was stored; None where that is no such thing."""
        if not isinstance(stored, Mapping):
            return None
        try:
            ranges = {name: Estimate(**stored[name]) for name in ("orders", "net_gmv", "profit")}
            return cls(**{**stored, **ranges})
        except (KeyError, TypeError):
            return None
