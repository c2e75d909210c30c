"""Lines of an order export that cannot be used: each is told with its row, the rest is taken."""

from typing import Final

import numpy as np
import pyarrow as pa

from model.intake.lines.payments import PAID, REFUNDED, Money
from model.intake.lines.source import Bools, Column, Source, nulls

_FAR_DAYS: Final = 730
"""No list of orders has a gap of two years: a day beyond one is mistyped …"""
_FEW_SHARE: Final = 0.001
"""… when it is one of a thousand lines at most …"""
_VERY_FAR_DAYS: Final = 3650
"""… or lies ten years off and is not half of the lines."""
_IDS: Final = ("order_id", "sub_id")
_DAY: Final = 86_400
_MOST_QUANTITY: Final = 1_000_000


def when_of(money: Money, paid_at: Column, created: Column) -> Column:
    """When a line was paid; where the export does not say, when it was made. Unpaid lines have no time."""
    instead = money.bought & ~paid_at.known & created.known & ~paid_at.faulty
    values = np.where(instead, created.values, paid_at.values) if instead.any() else paid_at.values
    faulty = paid_at.faulty | (created.faulty & money.bought & ~paid_at.known)
    return Column(values, paid_at.known | instead, faulty)


def set_aside(
    source: Source, money: Money, quantity: Column, when: Column, order_id: pa.Array, sub_id: pa.Array
) -> Bools:
    """Lines with a cell that cannot be read, or without one that a sale needs; all are told."""
    sold = money.bought
    timed = "paid_at" if source.has("paid_at") else "created_at"
    priced = "paid" if source.has("paid") else "unit_price"
    no_time = sold & ~when.known & ~when.faulty
    no_money = sold & ~money.paid.known & ~money.paid.faulty
    no_id = _without_id(source, order_id, sub_id)
    source.problem("required", no_id, "order_id", {})
    source.problem("required", no_time, timed, {})
    source.problem("required", no_money, priced, {})
    none = sold & quantity.known & (quantity.values == 0)
    source.problem("too_low", none, "quantity", {"text": "0", "value": 0, "low": 1})
    many = quantity.known & (np.abs(quantity.values) > _MOST_QUANTITY)
    source.problem("not_a_quantity", many, "quantity")
    above = (money.states == PAID) & (money.refunded.values > money.paid.values)
    above |= (
        (money.states == REFUNDED) & (money.refunded.values > money.paid.values) & (money.paid.values > 0)
    )
    source.problem("refund_above_paid", above, "refunded")
    far = _far_off(when)
    source.problem("date_far_off", far, timed)
    faulty = money.paid.faulty | money.refunded.faulty | quantity.faulty | when.faulty
    aside: Bools = faulty | no_time | no_money | no_id | none | many | above | far
    return aside


def _without_id(source: Source, order_id: pa.Array, sub_id: pa.Array) -> Bools:
    """Lines that lack the id all lines of this export have; one that a spreadsheet has rounded was there."""
    if not source.has("order_id", "sub_id"):
        return np.zeros(source.rows, bool)
    empty: Bools = nulls(order_id) & nulls(sub_id)
    lost = (source.findings.marked("id_lost_digits", source.heading(name), source.rows) for name in _IDS)
    for lines in lost:
        empty &= ~lines
    return empty


def _far_off(when: Column) -> Bools:
    """The few lines whose day lies years away from all others."""
    off = np.zeros(len(when.values), bool)
    seconds = when.values[when.known]
    if not len(seconds) or seconds.max() - seconds.min() <= _FAR_DAYS * _DAY:
        return off
    seconds = np.sort(seconds)
    gaps = np.flatnonzero(np.diff(seconds) > _FAR_DAYS * _DAY)
    for gap in gaps:
        before, beyond = gap + 1, len(seconds) - gap - 1
        few, far = min(before, beyond), seconds[gap + 1] - seconds[gap] > _VERY_FAR_DAYS * _DAY
        if few <= _FEW_SHARE * len(seconds) or (far and 2 * few < len(seconds)):
            side = when.values <= seconds[gap] if before == few else when.values > seconds[gap]
            off |= when.known & side
    return off
