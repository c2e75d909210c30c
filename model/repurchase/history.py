"""What the shop's own orders say: how many customers come back within a year, how surely, and after how long."""

import datetime as dt
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from model.batches import Batch, BatchKind, Buyers
from model.errors import Reason
from model.intake.joined.arrays import NONE, Ints, day_number
from model.intake.joined.lines import Lines
from model.intake.orders import OrderLine
from model.policy import Grading, Policy, Purchasing
from model.records import Estimate, RepurchaseClass
from model.repurchase.behaviour import behaviour
from model.repurchase.grading import WINDOW_DAYS, Evidence, cuts, rate_prior, repeat_curve
from model.repurchase.purchases import Occasions, Purchases, purchases
from model.repurchase.survival import kaplan_meier

FEWEST_GAPS: Final = 5
"""From this many gaps between purchases on, their median is the observed cycle."""

_Z80: Final = 1.2815515655446004


@dataclass(frozen=True, slots=True)
class Followed:
    """Customers of one product or of the whole shop, each from his first purchase occasion on.

    ``waits`` are days to the second occasion where ``came_back``, else to the end of the orders; ``gaps`` all days
    between occasions; ``days`` the longest follow-up.
    """

    waits: tuple[int, ...]
    came_back: tuple[bool, ...]
    gaps: tuple[int, ...]
    days: int

    @property
    def customers(self) -> int:
        """Everyone with at least one purchase occasion."""
        return len(self.waits)


@dataclass(frozen=True, slots=True)
class History:
    """Evidence by product name, that of the whole shop, and where there is none the reason."""

    products: Mapping[str, Evidence]
    shop: Evidence | None
    refused: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ShopGrade:
    """The figures of a grade over all orders; ``interval`` and what follows from it None without enough gaps."""

    letter: RepurchaseClass
    probabilities: Mapping[RepurchaseClass, float]
    rate: Estimate
    interval: Estimate | None
    orders_per_year: float | None
    customers: int


def study(
    lines: Iterable[OrderLine] | Lines,
    names: Iterable[str],
    rule: Purchasing,
    today: dt.date | None = None,
    durable: Collection[str] = (),
) -> History:
    """What order lines say of each product of the catalogue and of the whole shop.

    Args:
        lines: order lines of any files, or the joined ones; those of unknown buyers count for nobody.
        names: names of the catalogue; order lines of other products count for the shop only.
        rule: from how many customers and days on anything is said, and what purchase models lean on.
        today: lines after this day are taken for mistyped dates and left out.
        durable: names of goods that are bought once in years (see :func:`model.repurchase.behaviour.behaviour`).
    """
    every = purchases(lines)
    usable = every if today is None else every.until(day_number(today))
    names = tuple(names)
    number = {folded: place for place, folded in enumerate(dict.fromkeys(map(_folded, names)))}
    asked = np.array([number.get(_folded(name), NONE) for name in usable.names], np.int64)[usable.product]
    by_name = usable.occasions_by(asked, len(number))
    lasting = frozenset(map(_folded, durable))
    found = {
        name: _judged(name, by_name[number[_folded(name)]], usable.last, rule, _folded(name) in lasting)
        for name in names
    }
    shop = _judged("", usable.occasions(), usable.last, rule, durable=False)
    notes = _notes(len(every) - len(usable), usable, asked)
    return History(
        {name: one for name, one in found.items() if isinstance(one, Evidence)},
        shop if isinstance(shop, Evidence) else None,
        (*(one for one in (shop, *found.values()) if isinstance(one, Reason)), *notes),
    )


def untellable(batches: Iterable[Batch]) -> Reason | None:
    """Why no customer can be followed in these files, whatever they sold; None when some can.

    ``no_order_file``: none of them lists orders; ``buyers_masked``, ``buyers_absent``: no list says who bought.
    """
    kinds = {batch.facts.buyers for batch in batches if batch.kind is BatchKind.ORDERS}
    if not kinds:
        return Reason("no_order_file")
    if Buyers.KNOWN in kinds:
        return None
    return Reason("buyers_masked" if Buyers.MASKED in kinds else "buyers_absent")


def follow(lines: Iterable[OrderLine] | Lines, last: dt.date) -> Followed:
    """Follow every known buyer of these lines to ``last``, the last day of the orders."""
    return _followed(purchases(lines).occasions(), day_number(last))


def _followed(found: Occasions, last: int) -> Followed:
    """Customers from their first occasion to the second, or to the day ``last``."""
    firsts = found.starts
    came_back = found.counts > 1
    second = np.where(came_back, firsts + 1, firsts)
    waits = np.where(came_back, found.day[second], last) - found.day[firsts]
    gaps = np.delete(np.diff(found.day), firsts[1:] - 1)
    days = int(last - found.day[firsts].min()) if len(firsts) else 0
    return Followed(tuple(waits.tolist()), tuple(came_back.tolist()), tuple(gaps.tolist()), days)


def evidence_of(followed: Followed) -> Evidence:
    """The yearly repurchase rate as effective numbers: n = R (1 - R) / Var, n R of them came back.

    Without spread (nobody or everybody came back) n counts those whose year is known.
    """
    waiting, variance = kaplan_meier(followed.waits, followed.came_back).at(WINDOW_DAYS)
    rate = 1 - waiting
    effective = rate * waiting / variance if variance > 0 else float(_known(followed))
    return Evidence(followed.customers, effective, effective * rate, _cycle(followed.gaps))


def shop_grade(found: Evidence, policy: Policy) -> ShopGrade:
    """The grade of the whole shop, from its orders alone (every class as likely before them)."""
    mixture = rate_prior((0.25, 0.25, 0.25, 0.25), policy.grading).updated(found.repeat, found.effective)
    probabilities = dict(zip(RepurchaseClass, mixture.between(cuts(policy.grading)), strict=True))
    rate = Estimate(mixture.mean(), mixture.quantile(0.1), mixture.quantile(0.9))
    interval = _interval(found, policy.grading)
    yearly = 1 + repeat_curve(rate.value, interval.value).expected(WINDOW_DAYS) if interval else None
    letter = max(probabilities, key=lambda k: probabilities[k])
    return ShopGrade(letter, probabilities, rate, interval, yearly, found.customers)


def _judged(name: str, found: Occasions, last: int, rule: Purchasing, durable: bool) -> Evidence | Reason:
    """The evidence of one product; where nobody was followed for a year the models say how it goes on."""
    followed = _followed(found, last)
    customers, least = followed.customers, int(rule.least_customers)
    if customers < least:
        return Reason("few_customers", {"product": name, "customers": customers, "least": least})
    if followed.days < rule.least_days:
        return Reason(
            "history_short", {"product": name, "days": followed.days, "least": int(rule.least_days)}
        )
    if followed.days >= WINDOW_DAYS:
        return evidence_of(followed)
    model = behaviour(found, last, rule, durable)
    rate = model.returned(WINDOW_DAYS).value
    effective = min(rate * (1 - rate) / model.rate_variance(WINDOW_DAYS), float(customers))
    return Evidence(customers, effective, effective * rate, _cycle(followed.gaps), followed.days)


def _notes(future: int, lines: Purchases, asked: Ints) -> tuple[Reason, ...]:
    """What was left out of the evidence, with how many order lines."""
    notes = [Reason("orders_in_future", {"lines": future})] if future else []
    strangers = lines.product[asked == NONE]
    if len(strangers):
        example = min(lines.names[place] for place in np.unique(strangers).tolist())
        notes.append(Reason("orders_of_other_products", {"lines": len(strangers), "example": example}))
    return tuple(notes)


def _known(followed: Followed) -> int:
    return sum(
        wait >= WINDOW_DAYS or came for wait, came in zip(followed.waits, followed.came_back, strict=True)
    )


def _cycle(gaps: Sequence[int]) -> float | None:
    return float(np.median(gaps)) if len(gaps) >= FEWEST_GAPS else None


def _interval(found: Evidence, grading: Grading) -> Estimate | None:
    if not found.cycle_days:
        return None
    spread = grading.cycle_sd / math.sqrt(1 + found.effective / grading.prior_customers)
    days = found.cycle_days
    return Estimate(days, days * math.exp(-_Z80 * spread), days * math.exp(_Z80 * spread))


def _folded(name: str) -> str:
    return "".join(name.casefold().split())
