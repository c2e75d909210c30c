"""A plan as a ledger that can be recalculated: figures that are entered, and the arithmetic between them.

The arithmetic is that of :mod:`model.economics` at expected orders: each line adds up to the profits of its choice exactly.
What no formula can carry on when a figure is changed is stated as a fixed amount: a guarantee paid back, steps of a
commission, orders lost to shared audiences (they are in the orders of the first session), stock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from model.economics import return_loss, unit_margin
from model.intake.out.out import ColumnKind
from model.matrix.plan import Choice, Plan
from model.matrix.story import parts_of
from model.response import sessions_factor

__all__ = ["AGREED", "LEDGER", "Field", "Total", "ledger", "totals"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column: a figure that is ``entered``, or a ``formula`` over others of its line, named in braces.

    ``{decay}`` is the policy's session decay, ``{spend}`` the whole column of costs.
    """

    code: str
    kind: ColumnKind
    formula: str = ""

    @property
    def entered(self) -> bool:
        """Whether the merchant may change it."""
        return not self.formula


_FACTOR: Final = "IF({decay}=1,{sessions},(1-{decay}^{sessions})/(1-{decay}))"
_LEFT: Final = "({gross}-{commission_paid})"
_HIRED: Final = "({sessions}>0)"
"""1 or 0: a merchant who strikes a host sets his sessions to 0, and then no fixed amount of his counts."""

LEDGER: Final[tuple[Field, ...]] = (
    Field("slot_fee", "money"),
    Field("sessions", "count"),
    Field("commission", "share"),
    Field("cost", "money", "{slot_fee}*{sessions}"),
    Field("orders", "tenth", "{orders_each}*" + _FACTOR),
    Field("orders_low", "tenth", "{orders}*{low_ratio}"),
    Field("orders_high", "tenth", "{orders}*{high_ratio}"),
    Field("commission_paid", "money", "{sales}*{commission}+{stepped}*" + _HIRED),
    Field("first", "money", "{gross}-{commission_paid}-{cost}+({refunded}-{beside})*" + _HIRED),
    Field("long", "money", "{first}+{orders}*(1-{return_rate})*{repeat_each}"),
    Field("even", "tenth", f'IF({_LEFT}>0,({{cost}}+{{beside}}*{_HIRED})*{{orders}}/{_LEFT},"—")'),
    Field("share", "share", "IF(SUM({spend})>0,{cost}/SUM({spend}),0)"),
    Field("orders_each", "tenth"),
    Field("price", "money"),
    Field("margin", "money"),
    Field("return_rate", "share"),
    Field("return_loss", "money"),
    Field("beside", "money"),
    Field("low_ratio", "share"),
    Field("high_ratio", "share"),
    Field("stepped", "money"),
    Field("refunded", "money"),
    Field("repeat_each", "money"),
    Field("sales", "money", "{orders}*(1-{return_rate})*{price}"),
    Field("gross", "money", "{orders}*((1-{return_rate})*{margin}-{return_rate}*{return_loss})"),
)
"""What is agreed and what it brings first; then what that is worked out of."""
AGREED: Final = 12
"""So many of them are what a merchant prints."""


def ledger(plan: Plan, decay: float) -> list[dict[str, float | str]]:
    """A line for every choice: the value of every field, those of formulas as the model has them."""
    spend = sum(choice.cost for choice in plan.choices)
    return [_line(choice, decay, spend) for choice in plan.choices]


def _line(choice: Choice, decay: float, spend: float) -> dict[str, float | str]:
    item, basis = choice.candidate, choice.candidate.worth.basis
    orders, kept = choice.orders, choice.orders.value * (1 - choice.candidate.worth.basis.return_rate)
    parts = {part.code: part.yuan for part in parts_of(choice)}
    sales = kept * basis.price
    gross = kept * unit_margin(basis) - orders.value * basis.return_rate * return_loss(basis)
    paid = sales * item.offer.commission + choice.stepped
    left, spent = gross - paid, choice.cost + item.beside
    return {
        "slot_fee": item.offer.slot_fee,
        "sessions": item.sessions,
        "commission": item.offer.commission,
        "orders_each": orders.value / sessions_factor(item.sessions, decay),
        "price": basis.price,
        "margin": unit_margin(basis),
        "return_rate": basis.return_rate,
        "return_loss": return_loss(basis),
        "beside": item.beside,
        "low_ratio": orders.low / orders.value if orders.value else 0.0,
        "high_ratio": orders.high / orders.value if orders.value else 0.0,
        "stepped": choice.stepped,
        "refunded": parts.get("guarantee", 0.0),
        "repeat_each": parts["repeat"] / kept if kept else 0.0,
        "orders": orders.value,
        "orders_low": orders.low,
        "orders_high": orders.high,
        "cost": choice.cost,
        "sales": sales,
        "commission_paid": paid,
        "gross": gross,
        "first": choice.first_profit,
        "long": choice.long_profit,
        "even": spent * orders.value / left if left > 0 else "—",
        "share": choice.cost / spend if spend else 0.0,
    }


# ── the whole plan ──


@dataclass(frozen=True, slots=True)
class Total:
    """One figure of the decision: a formula over whole columns (``{cost}`` …) and other totals (``{=spend}``), and its value."""

    code: str
    kind: ColumnKind
    formula: str
    value: Callable[[Plan], float | str]


def _even(plan: Plan) -> float | str:
    spent = sum(choice.cost + choice.candidate.beside for choice in plan.choices)
    left = plan.first_profit + spent
    return spent * plan.orders / left if left > 0 else "—"


def _top(plan: Plan, count: int) -> float:
    costs = sorted((choice.cost for choice in plan.choices), reverse=True)
    return sum(costs[:count]) / plan.spend if plan.spend else 0.0


_BESIDE: Final = 'SUMIF({sessions},">0",{beside})'

TOTALS: Final[tuple[Total, ...]] = (
    Total("hosts", "count", 'COUNTIF({sessions},">0")', lambda p: len(p.choices)),
    Total("spend", "money", "SUM({cost})", lambda p: sum(c.cost for c in p.choices)),
    Total("rest", "money", "{=budget}-{=spend}", lambda p: p.budget - sum(c.cost for c in p.choices)),
    Total("orders", "tenth", "SUM({orders})", lambda p: p.orders),
    Total("sales", "money", "SUM({sales})", lambda p: sum(part.yuan for c in p.choices for part in parts_of(c) if part.code == "sales")),
    Total("first", "money", "SUM({first})", lambda p: p.first_profit),
    Total("long", "money", "SUM({long})", lambda p: sum(c.long_profit for c in p.choices)),
    Total("even", "tenth", f'IF({{=first}}+{{=spend}}+{_BESIDE}>0,({{=spend}}+{_BESIDE})*{{=orders}}/({{=first}}+{{=spend}}+{_BESIDE}),"—")', _even),
    Total("top1", "share", "IF({=spend}>0,MAX({cost})/{=spend},0)", lambda p: _top(p, 1)),
    Total("top5", "share", "IF({=spend}>0,SUMPRODUCT(LARGE({cost},{{1,2,3,4,5}}))/{=spend},0)", lambda p: _top(p, 5)),
)  # fmt: skip


def totals(plan: Plan) -> tuple[Total, ...]:
    """The figures of the decision; the five largest only where there are as many."""
    return tuple(total for total in TOTALS if total.code != "top5" or len(plan.choices) >= 5)
