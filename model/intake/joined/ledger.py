"""State and money of the order lines, and how refunds, settlement and commission files change them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import BatchKind, OrderState
from model.intake.joined.arrays import NONE, Ints, Mask
from model.intake.joined.linking import Link, raised, shared, sums
from model.intake.joined.sources import AGENCY, Source
from model.intake.joined.vectors import coded, known, numbers

STATES: Final = tuple(OrderState)
"""States of order lines by their number in a ledger."""
_PAID, _REFUNDED = STATES.index(OrderState.PAID), STATES.index(OrderState.REFUNDED)
_MAY_TURN: Final = tuple(STATES.index(s) for s in (OrderState.PAID, OrderState.UNPAID, OrderState.CLOSED))


@dataclass(frozen=True, eq=False)
class Ledger:
    """State and money of every order line; a cost that no file tells is not known.

    ``hosts`` and ``agency`` are the parts of the commission that lists of hosts and of agencies tell; a settlement
    has both in one figure, which then stands for the hosts'.
    """

    state: Ints
    paid: Ints
    refunded: Ints
    commission: Ints
    fee: Ints
    hosts: Ints
    agency: Ints
    commission_known: Mask
    fee_known: Mask


def ledger_of(table: pa.Table) -> Ledger:
    """What the orders themselves say; a line said to be refunded without an amount was refunded in whole."""
    codes, words = coded(table["state"])
    state = np.array([*(STATES.index(OrderState(word)) for word in words.to_pylist()), NONE])[codes]
    paid = numbers(table["paid_fen"])
    assumed = (state == _REFUNDED) & ~known(table["refunded_fen"])
    return Ledger(
        state=state,
        paid=paid,
        refunded=np.where(assumed, paid, numbers(table["refunded_fen"])),
        commission=numbers(table["commission_fen"]),
        fee=numbers(table["fee_fen"]),
        hosts=numbers(table["commission_fen"]),
        agency=np.zeros_like(paid),
        commission_known=known(table["commission_fen"]),
        fee_known=known(table["fee_fen"]),
    )


def refunded(ledger: Ledger, sources: Iterable[Source]) -> Ledger:
    """Refunds laid on the lines. A line said to be refunded counts as told in whole until a file tells the amount."""
    telling = [s for s in sources if s.kind is not BatchKind.COMMISSION and (s.link.row != NONE).any()]
    told = [(s.link, sums(s.link.row, numbers(s.table["refund_fen"]), s.link.groups)) for s in telling]
    whole_refund = ledger.state == _REFUNDED
    # Cancellations (nothing paid, money given back) stay as their file has them.
    touched = np.zeros(len(whole_refund), bool)
    for linked, totals in told:
        gives = np.append(totals > 0, False)
        touched |= gives[linked.line_sub] | gives[linked.line_order]
    base = (
        np.where(touched & whole_refund & (ledger.paid > 0), 0, ledger.refunded) if told else ledger.refunded
    )
    base = np.where(ledger.paid > 0, np.minimum(base, ledger.paid), base)
    for linked, totals in told:
        base = _claimed(base, ledger.paid, linked, totals, whole_refund)
    fully = (ledger.paid > 0) & (base >= ledger.paid)
    state = np.where(fully & np.isin(ledger.state, _MAY_TURN), _REFUNDED, ledger.state)
    state = np.where(whole_refund & (ledger.paid > 0) & ~fully, _PAID, state)
    return replace(ledger, state=state, refunded=base)


def _claimed(base: Ints, paid: Ints, linked: Link, totals: Ints, first: Mask) -> Ints:
    """What one source tells, on top of what is known only as far as it tells more."""
    out = raised(base, paid, linked.line_sub, totals, first)
    if linked.groups == linked.subs:
        return out
    # Rows that name the sub-order and rows that name only the order are different refunds.
    filed = raised(np.zeros_like(base), paid, linked.line_sub, totals, first)
    both = np.where(totals > 0, totals + sums(linked.line_order, filed, linked.groups), 0)
    return raised(out, paid, linked.line_order, both, first)


def costed(ledger: Ledger, sources: Sequence[Source]) -> Ledger:
    """Commission and fee: the settlement's, else the line's own or the commission file's and the agency's besides."""
    if not sources and not ledger.commission_known.any():
        return ledger
    kept = np.maximum(ledger.paid - ledger.refunded, 0)
    bills = [source for source in sources if source.kind is BatchKind.SETTLEMENT]
    files = [source for source in sources if source.kind is BatchKind.COMMISSION]
    settled, by_bill = _told(bills, "commission_fen", kept)
    offered, by_file = _told([one for one in files if one.tells != AGENCY], "commission_fen", kept)
    agency, by_agency = _told([one for one in files if one.tells == AGENCY], "commission_fen", kept)
    fee, fee_told = _told(bills, "fee_fen", kept)
    own = np.where(ledger.commission_known, ledger.commission, offered)
    owed = by_bill | (ledger.state != _REFUNDED)
    own, agency = np.where(owed, own, 0), np.where(owed, agency, 0)
    return replace(
        ledger,
        commission=np.where(by_bill, settled, own + agency),
        hosts=np.where(by_bill, settled, own),
        agency=agency,
        commission_known=ledger.commission_known | by_bill | by_file | by_agency,
        fee=np.where(fee_told, fee, ledger.fee),
        fee_known=ledger.fee_known | fee_told,
    )


def _told(sources: Iterable[Source], name: str, kept: Ints) -> tuple[Ints, Mask]:
    """A cost as sources tell it of each line, the last of those that do, and where any does."""
    cost, told = np.zeros_like(kept), np.zeros(len(kept), bool)
    for source in sources:
        laid, there = _laid(source, name, kept)
        cost, told = np.where(there, laid, cost), told | there
    return cost, told


def _laid(source: Source, name: str, kept: Ints) -> tuple[Ints, Mask]:
    """A cost of a source on the lines it speaks of, netted over its rows, and which lines those are."""
    linked = source.link
    says = known(source.table[name])
    row = np.where(says, linked.row, NONE)
    totals = sums(row, numbers(source.table[name]), linked.groups)
    speaks = np.append(np.bincount(row[row != NONE], minlength=linked.groups) > 0, False)
    told = speaks[linked.line_sub] | speaks[linked.line_order]
    cost = shared(linked.line_sub, totals, kept)
    if linked.groups > linked.subs:
        cost = cost + shared(linked.line_order, totals, kept)
    return cost, told


def written(table: pa.Table, ledger: Ledger) -> pa.Table:
    """The table with the figures of the ledger in place of its own."""
    state = pa.array(ledger.state, pa.int32(), mask=ledger.state == NONE)
    columns = {
        "state": pa.DictionaryArray.from_arrays(state, pa.array(STATES, pa.string())),
        "refunded_fen": pa.array(ledger.refunded),
    }
    costs = {
        "commission_fen": (ledger.commission, ledger.commission_known),
        "fee_fen": (ledger.fee, ledger.fee_known),
    }
    columns |= {name: pa.array(cost, mask=~told) for name, (cost, told) in costs.items() if told.any()}
    for name, column in columns.items():
        table = table.set_column(table.column_names.index(name), name, column)
    return table
