"""What the shop's own orders say: how many customers come back within a year, how surely, and after how long."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import numpy as np

from model.batches import BatchKind, Buyers, Understood
from model.errors import Reason
from model.fields import folded
from model.intake.joined.arrays import NONE, Ints, day_number
from model.intake.joined.lines import Lines
from model.intake.joined.sales import Sales
from model.intake.orders import OrderLine
from model.policy import Policy, Purchasing
from model.records import Estimate, Product, RepurchaseClass
from model.repurchase.evidence import Judged, judge
from model.repurchase.followed import follow_up
from model.repurchase.grading import (
    WINDOW_DAYS,
    Evidence,
    categories_of,
    class_odds,
    durable_names,
    joined_curve,
    rate_estimate,
    rate_prior,
)
from model.repurchase.purchases import Occasions, Purchases, purchases

EVEN: Final = (0.25, 0.25, 0.25, 0.25)
"""Before any order every class is as likely for a whole shop."""


@dataclass(frozen=True, slots=True)
class History:
    """Evidence by product name and by category, that of the whole shop, and where there is none the reason.

    ``lines`` is how many order lines belong to each product of the catalogue; empty where no customer can be followed.
    ``judged`` holds what the evidence was made of, the whole shop under the empty name: compare it by nothing.
    """

    products: Mapping[str, Evidence]
    shop: Evidence | None
    refused: tuple[Reason, ...]
    categories: Mapping[str, Evidence] = field(default_factory=dict)
    judged: Mapping[str, Judged] = field(default_factory=dict, compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=dict)

    def silent(self, name: str) -> Reason | None:
        """Why orders say nothing of a product of the catalogue; None where they do, or where it is not in it.

        ``no_line_of_product`` has the lines that belong to no product at all, ``product_unsold`` where there are none.
        """
        if name in self.products:
            return None
        if name in self.lines and not self.lines[name]:
            strange = ("orders_of_other_products", "orders_without_product")
            left = sum(int(str(one.values["lines"])) for one in self.refused if one.code in strange)
            return Reason(
                "no_line_of_product" if left else "product_unsold", {"product": name, "lines": left}
            )
        own = (one for one in self.refused if one.values.get("product") == name)
        return next(own, None if self.lines else next(iter(self.refused), None))


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
    lines: Iterable[OrderLine] | Lines | Sales,
    names: Iterable[str],
    rule: Purchasing,
    today: dt.date | None = None,
    durable: Collection[str] = (),
    groups: Mapping[str, str] | None = None,
    others: Mapping[str, str] | None = None,
) -> History:
    """What order lines say of each product of the catalogue, of its categories and of the whole shop.

    Args:
        lines: order lines of any files, or the joined ones; those of unknown buyers count for nobody.
        names: names of the catalogue; order lines of other products count for the shop only.
        rule: from how many customers and days on anything is said, and what purchase models lean on.
        today: lines after this day are taken for mistyped dates and left out.
        durable: names of goods that are bought once in years (see :func:`model.repurchase.behaviour.behaviour`).
        groups: the category of each product's name.
        others: what else products are called in the lines: name there, name of the catalogue.
    """
    usable = purchases(lines) if today is None else purchases(lines).until(day_number(today))
    if (reason := unfit(usable, rule)) is not None:
        return History({}, None, (reason,))
    names = tuple(names)
    asked = _places(usable, names, others or {})
    lasting = frozenset(map(folded, durable))
    found = _of_names(usable.occasions_by(asked, len(names)), names)
    judges = partial(judge, last=usable.last, rule=rule)
    goods = [
        judges(name, one, durable=folded(name) in lasting) for name, one in zip(names, found, strict=True)
    ]
    shop = judges("", usable.occasions)
    notes = _notes(usable, asked)
    judged = {one.name: one for one in (*goods, shop) if isinstance(one, Judged)}
    return History(
        {name: one.evidence for name, one in judged.items() if name},
        judged[""].evidence if "" in judged else None,
        (*((shop,) if isinstance(shop, Reason) else ()), *_refused(goods, usable), *notes),
        _categories(usable, asked, names, groups or {}, judges),
        judged,
        {name: int((asked == place).sum()) for name, place in zip(names, _same(names), strict=True)},
    )


def history_of(
    load: Callable[[], Lines | Sales],
    batches: Iterable[Understood],
    products: Sequence[Product],
    policy: Policy,
    today: dt.date | None = None,
) -> History:
    """:func:`study` of the lines of these batches for a catalogue; ``load`` is asked only where customers can be followed."""
    if (reason := untellable(batches)) is not None:
        return History({}, None, (reason,))
    names = [product.name for product in products]
    durable, groups = durable_names(products, policy), categories_of(products, policy)
    others = {other: product.name for product in reversed(products) for other in product.called[1:]}
    return study(load(), names, policy.purchasing, today, durable, groups, others)


def untellable(batches: Iterable[Understood]) -> Reason | None:
    """Why no customer can be followed in these files, whatever they sold; None when some can.

    ``no_order_file``: none of them lists orders; ``buyers_masked``, ``buyers_absent``: no list says who bought.
    """
    kinds = {batch.facts.buyers for batch in batches if batch.kind is BatchKind.ORDERS}
    if not kinds:
        return Reason("no_order_file")
    if Buyers.KNOWN in kinds:
        return None
    return Reason("buyers_masked" if Buyers.MASKED in kinds else "buyers_absent")


def unfit(lines: Purchases, rule: Purchasing) -> Reason | None:
    """Why these purchases say nothing of consumers who come back; None when they may.

    ``dates_absent``: no line has a day. ``bulk_buyers``: nearly everybody comes back and buys by the dozen, so these
    are dealers who restock; how long between their orders can still be told.
    """
    if not len(lines):
        return Reason("dates_absent", {"lines": lines.undated}) if lines.undated else None
    found = lines.occasions
    followed = follow_up(found, lines.last)
    pieces = float(np.median(lines.quantity[lines.customer != NONE])) if followed.customers else 0.0
    if followed.seen < rule.bulk_repeat or pieces < rule.bulk_quantity:
        return None
    gap = float(np.median(followed.gaps))
    values = {"customers": followed.customers, "share": followed.seen, "pieces": pieces, "gap": gap}
    return Reason("bulk_buyers", values)


def shop_grade(found: Evidence, policy: Policy) -> ShopGrade:
    """The grade of the whole shop, from its orders alone (every class as likely before them)."""
    mixture = rate_prior(EVEN, policy.grading).updated(found.repeat, found.effective)
    probabilities = class_odds(mixture, policy.grading)
    rate = rate_estimate(mixture)
    curve = joined_curve(rate.value, found.cycle, found, policy.grading) if found.cycle else None
    letter = max(probabilities, key=lambda k: probabilities[k])
    yearly = 1 + curve.expected(WINDOW_DAYS) if curve else None
    return ShopGrade(letter, probabilities, rate, found.cycle, yearly, found.customers)


def _places(lines: Purchases, names: Sequence[str], others: Mapping[str, str]) -> Ints:
    """Of every line the place of its product in the catalogue, ``NONE`` for other products; own names come first."""
    own = {folded(name): place for name, place in zip(names, _same(names), strict=True)}
    number = {folded(other): own[folded(name)] for other, name in others.items()} | own
    return np.array([number.get(folded(name), NONE) for name in lines.names], np.int64)[lines.product]


def _of_names(found: Sequence[Occasions], names: Sequence[str]) -> list[Occasions]:
    """The occasions of every name; names that are the same but for blanks and case share them."""
    return [found[place] for place in _same(names)]


def _same(names: Sequence[str]) -> list[int]:
    """Of every name the first place of one that is the same but for blanks and case."""
    first: dict[str, int] = {}
    return [first.setdefault(folded(name), place) for place, name in enumerate(names)]


def _categories(
    lines: Purchases,
    asked: Ints,
    names: Sequence[str],
    groups: Mapping[str, str],
    judges: Callable[[str, Occasions], Judged | Reason],
) -> dict[str, Evidence]:
    """The evidence of every category, all its products together; without those that say too little."""
    codes = sorted({code for code in groups.values() if code})
    place = {code: number for number, code in enumerate(codes)}
    of_name = np.array([*(place.get(groups.get(name, ""), NONE) for name in names), NONE], np.int64)
    found = lines.occasions_by(of_name[asked], len(codes))
    judged = {code: judges(code, one) for code, one in zip(codes, found, strict=True)}
    return {code: one.evidence for code, one in judged.items() if isinstance(one, Judged)}


def _notes(lines: Purchases, asked: Ints) -> tuple[Reason, ...]:
    """What was left out of the evidence of products, with how many order lines."""
    notes = [Reason("orders_in_future", {"lines": lines.later})] if lines.later else []
    nameless = np.array([not folded(name) for name in lines.names], bool)[lines.product] & (asked == NONE)
    if nameless.any():
        notes.append(Reason("orders_without_product", {"lines": int(nameless.sum())}))
    strangers = lines.product[(asked == NONE) & ~nameless]
    if len(strangers):
        example = min(lines.names[place] for place in np.unique(strangers).tolist())
        notes.append(Reason("orders_of_other_products", {"lines": len(strangers), "example": example}))
    return tuple(notes)


def _refused(goods: Sequence[Judged | Reason], lines: Purchases) -> tuple[Reason, ...]:
    """Why products have no evidence; where no line names any product, that is said once by the notes."""
    named = not len(lines) or any(folded(name) for name in lines.names)
    return tuple(one for one in goods if named and isinstance(one, Reason))
