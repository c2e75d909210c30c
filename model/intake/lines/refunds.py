"""The lines of an after-sale export: what went back of which order, and whether it is done."""

from dataclasses import replace

import numpy as np
import pyarrow as pa

from model.batches import BatchKind, Facts
from model.intake.lines.hostwords import hosts
from model.intake.lines.source import Bools, Column, Source
from model.intake.lines.telling import tell_unknown
from model.intake.lines.understood import FEN, SECONDS, facts_of, passed_over, row_numbers, shaped


def refund_lines(source: Source) -> tuple[pa.Table, Facts]:
    """The refunds that name an order and an amount, in the shape of a refunds batch, and what was understood.

    An amount is what went back of goods and freight; a case of goods alone is never done. A line of a word for its state that nobody knows is done when
    money was sent back at some time.
    """
    order_id, sub_id = source.ids("order_id"), source.ids("sub_id")
    at, amount = source.first_times("at"), _amount(source)
    none = passed_over(source, (order_id, sub_id))
    unknown = ~amount.known & ~amount.faulty & ~none & ~_nothing_to_give(source)
    source.problem("required", unknown, "refunded", {})
    keep = ~(none | unknown | amount.faulty)
    done = _done(source, at)
    columns = {
        "row": row_numbers(source),
        "order_id": order_id,
        "sub_id": sub_id,
        "at": at.arrow(SECONDS),
        "refund_fen": amount.arrow(FEN),
        "done": pa.array(done),
        "case_id": source.ids("case_id"),
    }
    nothing = Column(np.zeros(source.rows, np.int64), at.known, at.faulty)
    given = replace(amount, values=np.where(done, amount.values, 0))
    return shaped(BatchKind.REFUNDS, columns, keep), facts_of(
        none, source, keep, at, hosts(source), nothing, given
    )


def _amount(source: Source) -> Column:
    """Goods and freight together; some exports write what leaves the shop as less than nothing."""
    goods, freight = source.money("refunded"), source.money("freight_refunded")
    return Column(np.abs(goods.values) + np.abs(freight.values), goods.known, goods.faulty | freight.faulty)


def _nothing_to_give(source: Source) -> Bools:
    """Cases that ended without a refund, or are of goods alone, such as an exchange: they need no amount."""
    ended: Bools = source.groups("after_sale", source.layout.after_sale)["none"] | _of_goods(source)
    return ended


def _of_goods(source: Source) -> Bools:
    """Exchanges, parcels sent once more, repairs: nothing goes back, not even where the case says that it ended well."""
    return source.groups("case_kind", source.layout.case_kinds)["goods"]


def _done(source: Source, at: Column) -> Bools:
    kind = source.groups("case_kind", source.layout.case_kinds)
    tell_unknown(source, "case_kind", kind.unknown, "case_kind_unknown")
    of_money: Bools = ~_of_goods(source)
    if not source.has("after_sale"):
        return of_money
    state = source.groups("after_sale", source.layout.after_sale)
    tell_unknown(source, "after_sale", state.unknown, "case_state_unknown")
    done: Bools = of_money & (state["refunded"] | (state.unknown & at.known))
    return done
