"""What the shop's own orders say of a launch: how its festivals sold, and the curve of its weekly sales."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.errors import Reason
from model.intake.joined.arrays import NO_DAY, day_of
from model.launch.bass import BassFit, by_week, refit
from model.launch.sellingdays import OwnLift, own_lifts
from model.launch.sessions import main_letter
from model.matrix.plan import Plan
from model.policy import Policy

if TYPE_CHECKING:
    from model.intake.joined.sales import Sales  # it loads what reads orders, which a shop may not have

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class OwnSales:
    """Festivals as own orders show them, and a Bass curve of the weeks (or why there is none); ``weeks`` orders a week."""

    lifts: tuple[OwnLift, ...] = ()
    curve: BassFit | Reason = field(default_factory=lambda: Reason("curve_no_sales"))
    weeks: tuple[float, ...] = ()

    @property
    def by_code(self) -> Mapping[str, float]:
        """The lift of each festival that was seen, for :class:`model.launch.season.Season`."""
        return {one.code: one.value.value for one in self.lifts}


def own_sales(sales: "Sales | None", plan: Plan, policy: Policy) -> OwnSales:
    """What the orders of the plan's products say; nothing without sales.

    Festivals are read for the class of the product the plan sells most of.
    """
    names = {choice.candidate.worth.product.name for choice in plan.choices}
    daily = orders_by_day(sales, names) if sales is not None else None
    if daily is None:
        return OwnSales()
    first, orders = daily
    weeks = by_week(orders.tolist())
    return OwnSales(
        own_lifts(orders.tolist(), first, main_letter(plan), policy),
        refit(weeks, policy.spreading),
        tuple(weeks),
    )


def orders_by_day(sales: "Sales", names: Collection[str]) -> tuple[dt.date, Floats] | None:
    """The first day of the sales of products of these names, and their orders on every day from it to the last."""
    wanted = {name.strip().casefold() for name in names}
    named = np.array([name.strip().casefold() in wanted for name in sales.products.names], bool)
    if not named.any():
        return None
    known = named[sales.products.codes] & (sales.products.codes >= 0) & (sales.day != NO_DAY)
    _, places = np.unique(sales.orders[0][known], return_index=True)
    days = sales.day[known][places]
    first = day_of(int(days.min())) if len(days) else None
    return (first, np.bincount(days - days.min()).astype(float)) if first else None
