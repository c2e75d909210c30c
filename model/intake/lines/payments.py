"""What the lines of an order export cost, what of it went back, and what became of each line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.batches import OrderState
from model.intake.lines.marks import marked, perhaps_marked
from model.intake.lines.sharing import SplitRows, group_codes, spread
from model.intake.lines.source import Bools, Column, Source
from model.intake.lines.states import Evidence, number_of, states_of
from model.intake.lines.telling import tell_unknown, tell_untold

_FEWEST_REFUNDS: Final = 5
"""So many refunds above the payment are no slips but the way of the export."""
PAID, REFUNDED = number_of(OrderState.PAID), number_of(OrderState.REFUNDED)
UNPAID, CLOSED = number_of(OrderState.UNPAID), number_of(OrderState.CLOSED)


@dataclass(frozen=True, eq=False)
class Money:
    """What each line cost and what of it went back, in fen, and its state (:mod:`model.intake.lines.states`)."""

    paid: Column
    refunded: Column
    states: NDArray[np.int8]

    @property
    def bought(self) -> Bools:
        """The lines that were paid at some time."""
        lines: Bools = (self.states != UNPAID) & (self.states != CLOSED)
        return lines


def money_of(source: Source, times: Column) -> Money:
    """Gross payments, refunds and states of all lines."""
    paid, total = _paid(source), _total(source)
    refunded = _positive(shared_money(source, "refunded"))
    paid = _gross(paid, refunded, _nothing(source) if _is_of_order(source) else total)
    reasons = {
        "refunded": source.layout.after_sale.get("refunded", ()),
        **_only(source.layout.states, "unpaid"),
    }
    status = source.groups("status", source.layout.states)
    after_sale = source.groups("after_sale", source.layout.after_sale)
    # A time of payment proves one only where it is not the time of ordering under another name.
    timed = source.has("paid_at") and source.place("paid_at") not in source.places.get("created_at", ())
    evidence = Evidence(
        status,
        after_sale,
        source.groups("close_reason", reasons),
        source.has("status"),
        timed,
        times.known & timed,
        paid,
        refunded,
        _given(source, paid, refunded),
        marked(source, source.layout.brushed),
        perhaps_marked(source, source.layout.brushed),
    )
    source.step()
    tell_unknown(source, "status", status.unknown, "status_unknown")
    tell_unknown(source, "after_sale", after_sale.unknown, "after_sale_unknown")
    source.step()
    states = states_of(evidence)
    source.step()
    tell_untold(source, evidence, states)
    return _settled(Money(paid, refunded, states), total, _surely_whole(source, evidence))


def _given(source: Source, paid: Column, refunded: Column) -> Bools:
    """Lines that are gifts: marked so, of an order that is one, or for nothing.

    Only platforms write gifts as lines for nothing; in other tables that is a purchase whose price was not kept.
    """
    gifts = marked(source, source.layout.gift) | source.words("gift_order").known
    if source.layout.platform != "other":
        gifts |= paid.known & (paid.values == 0) & (refunded.values == 0)
    return gifts


def _only(groups: Mapping[str, Sequence[str]], name: str) -> Mapping[str, Sequence[str]]:
    return {name: groups.get(name, ())}


def _surely_whole(source: Source, found: Evidence) -> Bools:
    """Lines whose refund is whole by more than its amount, which then holds freight or belongs to the order."""
    place = source.place("refunded")
    shared = place is not None and source.layout.repeats(source.sheet.header[place])
    lines: Bools = found.status["refunded"] | found.status["closed"] | found.after_sale["refunded"] | shared
    return lines


def _settled(money: Money, total: Column, whole: Bools) -> Money:
    """Refunds that were not told are whole; a payment that reads 0 after its refund was the order's total."""
    paid, refunded, states = money.paid, money.refunded, money.states
    back = states == REFUNDED
    emptied = back & (paid.values == 0) & total.known & (refunded.values <= 0)
    none = (states == UNPAID) | (states == CLOSED)
    gross = np.where(none, 0, paid.values)
    if emptied.any():
        gross[emptied] = total.values[emptied]
    untold = back & (refunded.values == 0)
    given = np.where(untold, np.maximum(gross, 0), refunded.values)
    given[none] = 0
    np.minimum(given, gross, out=given, where=whole & (gross > 0))
    known = paid.known | emptied
    return Money(Column(gross, known, paid.faulty), replace(refunded, values=given), states)


def _paid(source: Source) -> Column:
    """What was paid for each line; where that is not told, price times quantity."""
    paid = shared_money(source, "paid")
    if not source.has("unit_price") or (paid.known | paid.faulty).all():
        return paid
    price, quantity = source.money("unit_price"), source.counts("quantity")
    made = ~paid.known & ~paid.faulty & price.known
    pieces = np.where(quantity.known, quantity.values, 1)
    values = np.where(made, price.values * pieces, paid.values)
    return Column(values, paid.known | made, paid.faulty | (price.faulty & ~paid.known))


def _positive(column: Column) -> Column:
    """What went back, also where an export writes it as less than nothing."""
    return replace(column, values=np.abs(column.values))


def shared_money(source: Source, name: str) -> Column:
    """An amount of each line; one that is of the whole order is divided over its lines, to the last fen."""
    return _divided(source, source.money(name), source.place(name))


def _divided(source: Source, column: Column, place: int | None) -> Column:
    if place is None:
        return column
    sheet, values = source.sheet, column.values
    if isinstance(sheet, SplitRows) and (shared := sheet.shared(place)).any():
        values = spread(values, sheet.origin.astype(np.int32), _weights(source), shared & column.known)
    if source.layout.repeats(source.sheet.header[place]):
        groups = group_codes(source.ids("order_id"))
        values = spread(values, groups, _weights(source), column.known)
    return replace(column, values=values)


def _weights(source: Source) -> NDArray[np.float64]:
    """What the lines of an order cost by their own price, to divide a total by."""
    quantity = source.counts("quantity")
    pieces = np.where(quantity.known, quantity.values, 1).astype(np.float64)
    return pieces * source.money("unit_price").values if source.has("unit_price") else pieces


def _total(source: Source) -> Column:
    """What the order came to before anything went back, where a further column of amounts tells."""
    if source.has("total"):
        return shared_money(source, "total")
    place = next(iter(source.places.get("paid", ())[1:]), None)
    return _divided(source, source.amounts_at(place), place)


def _is_of_order(source: Source) -> bool:
    """Whether the total is one of the whole order, freight included: it says nothing of what a line came to."""
    place = next(iter(source.places.get("total", source.places.get("paid", ())[1:])), None)
    return place is not None and source.layout.repeats(source.sheet.header[place])


def _nothing(source: Source) -> Column:
    no = np.zeros(source.rows, bool)
    return Column(np.zeros(source.rows, np.int64), no, no)


def _gross(paid: Column, refunded: Column, total: Column) -> Column:
    """Payments before refunds: some exports show what is left of a payment, so paid + refunded is the total.

    Lines with a refund decide it for the whole column: by the total where there is one, else because more cannot
    go back than was paid.
    """
    lines = refunded.known & paid.known & (refunded.values > 0)
    if not lines.any():
        return paid
    both = paid.values + refunded.values
    if (lines & total.known).any():
        there = lines & total.known
        less = np.count_nonzero(there & (both == total.values))
        net = bool(less > np.count_nonzero(there & (paid.values == total.values)))
    else:
        net = _mostly_less(lines, paid, refunded)
    return replace(paid, values=np.where(lines, both, paid.values)) if net else paid


def _mostly_less(lines: Bools, paid: Column, refunded: Column) -> bool:
    """Whether most refunds exceed what the same line says was paid; a few of them are slips."""
    less = np.count_nonzero(lines & (paid.values < refunded.values))
    return bool(less >= _FEWEST_REFUNDS and 2 * less > np.count_nonzero(lines))


def cancelled(money: Money, quantity: Column) -> tuple[Money, Column]:
    """Lines of less than nothing take back an earlier sale: nothing was paid on them, and money went back."""
    less = (quantity.known & (quantity.values < 0)) | (money.paid.values < 0)
    if not less.any():
        return money, quantity
    states = np.where(less, REFUNDED, money.states)
    back = np.where(less, np.abs(money.paid.values), money.refunded.values)
    paid = replace(money.paid, values=np.where(less, 0, money.paid.values))
    pieces = np.where(less, -np.abs(quantity.values), quantity.values)
    return Money(paid, replace(money.refunded, values=back), states), replace(quantity, values=pieces)
