"""How much hangs on the largest hosts of a plan: shares of spend and of orders, the largest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from model.matrix.plan import Plan


@dataclass(frozen=True, slots=True)
class Standing:
    """Cumulative shares (0-1) of the 1, 2, 3 … largest hosts, and how many hosts of one size would stand as evenly.

    ``hhi`` is the Herfindahl index (0-1); ``effective`` its reciprocal (Laakso & Taagepera 1979); both are 0 when there
    is nothing to share.
    """

    shares: tuple[float, ...]
    hhi: float

    @property
    def effective(self) -> float:
        """As many hosts of one size."""
        return 1 / self.hhi if self.hhi else 0.0

    def largest(self, hosts: int) -> float:
        """Share of so many of the largest."""
        return self.shares[min(hosts, len(self.shares)) - 1] if self.shares else 0.0


@dataclass(frozen=True, slots=True)
class Leaders:
    """Where spend and where expected orders stand, each in its own order of hosts."""

    spend: Standing
    orders: Standing


def leaders(plan: Plan) -> Leaders:
    """Standing of the plan's hosts; a host with several products counts once."""
    return Leaders(_standing(plan, "cost"), _standing(plan, "orders"))


def _standing(plan: Plan, what: str) -> Standing:
    amounts: dict[str, float] = {}
    for choice in plan.choices:
        amount = choice.cost if what == "cost" else choice.orders.value
        amounts[choice.id] = amounts.get(choice.id, 0.0) + amount
    return standing(amounts.values())


def standing(amounts: Iterable[float]) -> Standing:
    """Cumulative shares and effective number of amounts of any unit (negative ones count as nothing)."""
    falling = sorted((max(amount, 0.0) for amount in amounts), reverse=True)
    total = sum(falling)
    if total <= 0:
        return Standing((), 0.0)
    parts = [amount / total for amount in falling]
    return Standing(tuple(accumulate(parts)), sum(part * part for part in parts))
