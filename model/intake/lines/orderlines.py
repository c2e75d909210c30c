"""The lines of an order export: what was paid for what, what went back, who bought and through whom."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.batches import BatchKind, Facts
from model.fields import Raw
from model.intake.lines.buyers import Bought, bought, keyed_ahead
from model.intake.lines.hostwords import hosts
from model.intake.lines.payments import PAID, REFUNDED, Money, cancelled, money_of, shared_money
from model.intake.lines.quoting import HIDDEN
from model.intake.lines.repeats import Repeats, repeats
from model.intake.lines.sharing import split_rows
from model.intake.lines.source import Bools, Column, Source, Words
from model.intake.lines.states import STATES
from model.intake.lines.totals import own_total
from model.intake.lines.understood import FEN, SECONDS, counted, currency_of, days_of, row_numbers, shaped
from model.intake.lines.usable import set_aside, when_of
from model.intake.sheets.coded import Coded


def order_lines(source: Source, key: bytes, totals: Sequence[Sequence[Raw]] = ()) -> tuple[pa.Table, Facts]:
    """The lines that can be used, in the shape of an orders batch, and what was understood.

    ``totals`` are the cells of the file's own sum lines; ``key`` hides the buyers (1 to 64 bytes).
    """
    source = _split(source)
    with keyed_ahead(source, key) as keyed:
        table, facts = _understood(source, keyed)
    return table, replace(facts, total_off_fen=own_total(source, "paid", totals))


def _understood(source: Source, keyed: Callable[[Coded], Bought]) -> tuple[pa.Table, Facts]:
    order_id, sub_id = source.ids("order_id"), source.ids("sub_id")
    times, created = source.times("paid_at"), source.times("created_at")
    quantity, money = source.counts("quantity"), money_of(source, times)
    source.step()
    money, quantity = cancelled(money, quantity)
    when = when_of(money, times, created)
    source.step()  # each of the next takes a tenth of a second of a million lines, on a busy machine four times that
    found = repeats(source, order_id, sub_id)
    source.step()
    aside = set_aside(source, money, quantity, when, order_id, sub_id)
    _tell_repeats(source, found, aside)
    source.step()
    keep = ~(aside | found.again)
    sold = keep & ((money.states == PAID) | (money.states == REFUNDED))
    buyers = bought(source, keyed, sold, order_id)
    source.step()
    host_id, host = hosts(source)
    columns: dict[str, pa.Array] = {
        "row": row_numbers(source),
        "order_id": order_id,
        "sub_id": sub_id,
        "state": _state_words(money.states),
        "paid_at": when.arrow(SECONDS),
        "product_id": source.words("product_id").arrow(),
        "product": source.words("product").arrow(),
        "sku": source.words("sku").arrow(),
        "quantity": pa.array(_pieces(quantity)),
        "paid_fen": pa.array(money.paid.values),
        "refunded_fen": pa.array(money.refunded.values),
        "buyer": buyers.arrow(),
        "host_id": host_id.arrow(),
        "host": host.arrow(),
        "commission_fen": shared_money(source, "commission").arrow(FEN),
        "fee_fen": shared_money(source, "fee").arrow(FEN),
        "shipped": _shipped(source),
        "address": _addresses(source, keyed),
    }
    source.step()
    facts = _facts(source, money, when, keep, found, buyers, (host_id, host))
    source.step()
    return shaped(BatchKind.ORDERS, columns, keep), facts


def _split(source: Source) -> Source:
    place = source.place("sub_id")
    if not source.layout.split or place is None:
        return source
    sheet = split_rows(source.sheet, place, source.layout.split)
    return source if sheet is source.sheet else source.on(sheet)


def _tell_repeats(source: Source, found: Repeats, aside: Bools) -> None:
    rows, heading = np.flatnonzero(found.again & ~aside), source.heading(found.field)
    hidden = {"id": HIDDEN} if source.layout.is_personal(heading) else {}
    source.findings.problem("repeated_order", rows, heading, lambda row: {**found.told(row), **hidden})


# ── what was understood ──


def _state_words(states: NDArray[np.int8]) -> pa.DictionaryArray:
    names = pa.array([state.value for state in STATES], pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(states.astype(np.int32)), names)


def _pieces(quantity: Column) -> NDArray[np.int32]:
    """How many of a product, one where nobody says."""
    pieces = quantity.values.astype(np.int32)
    pieces[~quantity.known] = 1
    return pieces


def _addresses(source: Source, keyed: Callable[[Coded], Bought]) -> pa.Array:
    """Where a line was sent, as a keyed number; unknown where it is hidden."""
    place = source.place("buyer_address")
    if place is None:
        return pa.nulls(source.rows, pa.uint64())
    return keyed(source.coded(place)).arrow()


def _shipped(source: Source) -> pa.Array:
    """Whether a line was sent, unknown where the export has no such column."""
    if not source.has("shipped_at"):
        return pa.nulls(source.rows, pa.bool_())
    return source.sheet.known(source.places["shipped_at"][0])


def _facts(
    source: Source,
    money: Money,
    when: Column,
    keep: Bools,
    found: Repeats,
    buyers: Bought,
    host: tuple[Words, Words],
) -> Facts:
    first, last = days_of(when, keep)
    counts = np.bincount(money.states[keep], minlength=len(STATES))
    paid = keep & (money.states == PAID)
    product = source.words("product_id" if source.has("product_id") else "product")
    return Facts(
        lines=source.rows,
        set_aside=int(np.count_nonzero(~keep)),
        repeated=int(np.count_nonzero(found.again & ~keep)),
        first_day=first,
        last_day=last,
        states={state.value: int(count) for state, count in zip(STATES, counts, strict=True) if count},
        refunded_lines=int(np.count_nonzero(keep & (money.refunded.values > 0))),
        paid_fen=int(money.paid.values[paid].sum()),
        refunded_fen=int(money.refunded.values[keep].sum()),
        hosts=counted(host, keep),
        products=product.count(keep),
        buyers=buyers.kind,
        customers=buyers.count(paid),
        currency=currency_of(source),
    )
