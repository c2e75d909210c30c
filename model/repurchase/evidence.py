"""From purchase occasions to evidence: how many come back within a year, after how long, how often."""

import datetime as dt
import math
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from model.errors import Reason, Value
from model.policy import Purchasing
from model.repurchase.behaviour import Behaviour, behaviour
from model.repurchase.followed import Followed, follow_up
from model.repurchase.grading import WINDOW_DAYS, Evidence
from model.repurchase.purchases import Occasions
from model.repurchase.rates import Curve, Rate, curve, cycle, observable, rates

_EPOCH: Final = dt.date(1970, 1, 1).toordinal()
CURVE_DAYS: Final = tuple(range(0, 2 * WINDOW_DAYS + 1, 10))
"""Where a repeat curve is worked out."""


@dataclass(frozen=True, eq=False)
class Judged:
    """One product, category or the whole shop (``name`` empty), and everything its occasions say."""

    name: str
    found: Occasions
    last: int
    rule: Purchasing
    durable: bool = False

    @cached_property
    def followed(self) -> Followed:
        """Its customers from their first occasion on."""
        return follow_up(self.found, self.last)

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """From the first occasion to the end of the orders."""
        first = int(self.found.day.min()) if len(self.found.day) else self.last
        return dt.date.fromordinal(_EPOCH + first), dt.date.fromordinal(_EPOCH + self.last)

    @cached_property
    def model(self) -> Behaviour:
        """The purchase models fitted to them; made when first asked for."""
        return behaviour(self.found, self.last, self.rule, self.durable)

    @cached_property
    def sure(self) -> bool:
        """Whether the yearly rate can be read off without a model."""
        return observable(self.followed, WINDOW_DAYS, self.rule)

    @cached_property
    def evidence(self) -> Evidence:
        """What goes into the grade."""
        return _observed(self.followed, self.rule) if self.sure else _modelled(self)

    def rates(self) -> tuple[Rate, ...]:
        """Rates of all windows."""
        return rates(self.followed, self.model, self.rule)

    def curve(self) -> Curve:
        """The repeat curve, observed and modelled."""
        return curve(self.followed, self.model, self.rule, CURVE_DAYS)


def judge(name: str, found: Occasions, last: int, rule: Purchasing, durable: bool = False) -> Judged | Reason:
    """One product, category or the shop; too few customers or too short a time are refused with their figures."""
    judged = Judged(name, found, last, rule, durable)
    customers, least = judged.followed.customers, int(rule.least_customers)
    if customers < least:
        return _few(judged, customers, least)
    days, least = judged.followed.days, int(rule.least_days)
    if days < least:
        return Reason("history_short", {"product": name, "days": days, "least": least, "more": least - days})
    return judged


def _few(judged: Judged, customers: int, least: int) -> Reason:
    """Too few customers; how many more days that takes at their pace so far, where it has one."""
    values: dict[str, Value] = {"product": judged.name, "customers": customers, "least": least}
    days = judged.followed.days
    if customers < 2 or days < 1:
        return Reason("few_customers", values)
    return Reason("few_customers_yet", {**values, "more": math.ceil(days * (least / customers - 1))})


def _observed(followed: Followed, rule: Purchasing) -> Evidence:
    """The yearly rate as effective numbers: n = R (1 - R) / Var, n R of them came back (Cutler & Ederer 1958).

    Without spread (nobody or everybody came back) n counts those whose year is known.
    """
    waiting, variance = followed.survival.at(WINDOW_DAYS)
    rate = 1 - waiting
    effective = rate * waiting / variance if variance > 0 else float(followed.settled(WINDOW_DAYS))
    often = followed.repeats(WINDOW_DAYS) / rate if rate > 0 else None
    return Evidence(followed.customers, effective, effective * rate, cycle(followed, None, rule), often, None)


def _modelled(judged: Judged) -> Evidence:
    """The yearly rate by the models, with as many customers as its error stands for, none invented."""
    followed, model = judged.followed, judged.model
    rate = model.returned(WINDOW_DAYS).value
    effective = min(rate * (1 - rate) / model.rate_variance(WINDOW_DAYS), float(followed.customers))
    often = model.expected(WINDOW_DAYS).value / rate
    return Evidence(
        followed.customers,
        effective,
        effective * rate,
        cycle(followed, model, judged.rule),
        often,
        followed.days,
    )
