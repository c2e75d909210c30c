"""Order lines from our own template. Who bought is hashed while the line is read and kept nowhere else."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from model.errors import Problem
from model.fields import Raw, Rule, clean, is_empty, number
from model.intake.dates import day
from model.intake.rows import Line, Taken, check, check_id, finished, fitting_tables, lines_of, located
from model.records import MOST_YUAN, PRODUCT_RULES

_MASKED = re.compile(r"\*{2,}|^(##|\$\$)")
_RULES: Final[Mapping[str, Rule]] = {
    "day": Rule(day),
    "product": PRODUCT_RULES["name"],
    "quantity": Rule(number, low=1, high=1e6, whole=True),
    "paid": Rule(number, low=0, high=MOST_YUAN, fen=True),
    "refunded": Rule(number, low=0, high=MOST_YUAN, fen=True),
}
_COLUMNS: Final = {
    "day": "paid_at",
    "product": "product",
    "quantity": "quantity",
    "paid": "paid",
    "refunded": "refunded",
}


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of one order. ``buyer_key`` stands for the buyer (empty: masked or unknown); money in yuan."""

    order_id: str
    buyer_key: str
    day: dt.date
    product: str
    quantity: int
    paid: float
    refunded: float
    host_id: str


def read_orders(path: Path, key: bytes) -> Taken[OrderLine]:
    """The order lines of our template; a line with a wrong date or amount is set aside.

    Raises:
        ValueError: the key is empty or longer than 64 bytes.
        InputError: ``not_our_orders`` besides those of :mod:`model.intake.tables`.
    """
    if not 0 < len(key) <= 64:
        raise ValueError("the key of the buyers must have 1 to 64 bytes")
    # A payment merged over the lines of an order must not be counted once for each of them.
    bounds, problems = fitting_tables(path, ("orders",), "not_our_orders", unmerge=False)
    orders: list[OrderLine] = []
    seen: dict[OrderLine, int] = {}
    for line in lines_of(bounds):
        order, found = _order(line, key)
        problems += found
        if order is None:
            continue
        if order.order_id and seen.setdefault(order, line.line) != line.line:
            problems.append(
                line.problem("repeated_order", "order_id", id=order.order_id, first_row=seen[order])
            )
        else:
            orders.append(order)
    rows = sum(len(bound.table.rows) for bound in bounds)
    if unknown := sum(1 for order in orders if not order.buyer_key):
        problems.append(
            located(bounds[0].table, "buyers_unknown", None, "", {"count": unknown, "rows": rows})
        )
    return finished(bounds, orders, problems, rows - len(orders))


def buyer_key(raw: Raw, key: bytes) -> str:
    """Sixteen hexadecimal digits for a buyer, the same under the same key; empty for a masked one."""
    text = clean(raw).casefold()
    if is_empty(raw) or _MASKED.search(text):
        return ""
    return blake2b(text.encode(), key=key, digest_size=8).hexdigest()


def _order(line: Line, key: bytes) -> tuple[OrderLine | None, list[Problem]]:
    order_id, lost = check_id(line, "order_id")
    host_id, lost_host = check_id(line, "host_id")
    checked = check(line, _RULES, _COLUMNS)
    remarks = [problem for problem in (lost, lost_host) if problem]
    faults = [*checked.problems, *_gaps(line, checked.values, bool(order_id or lost))]
    if faults:
        return None, [*remarks, *faults]
    values = {"product": "", "quantity": 1, "refunded": 0.0, **checked.values}
    order = OrderLine(order_id, buyer_key(line.raw("buyer"), key), host_id=host_id, **values)  # type: ignore[arg-type]
    if order.refunded > order.paid:
        amounts = {"paid": order.paid, "refunded": order.refunded}
        return None, [*remarks, line.problem("refund_above_paid", "refunded", **amounts)]
    return order, remarks


def _gaps(line: Line, values: Mapping[str, object], has_id: bool) -> list[Problem]:
    """The cells an order cannot do without and that are empty."""
    needed = {"day": "paid_at", "paid": "paid"}
    gaps = [column for name, column in needed.items() if name not in values and is_empty(line.raw(column))]
    return [line.problem("required", column) for column in (*(() if has_id else ("order_id",)), *gaps)]
