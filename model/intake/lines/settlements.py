"""The lines of statements of account and of commission lists: what the shop got and gave for each order."""

from dataclasses import replace
from typing import Final

import numpy as np
import pyarrow as pa

from model.batches import BatchKind, Facts
from model.intake.lines.hostwords import hosts
from model.intake.lines.source import Bools, Column, Grouped, Ints, Source
from model.intake.lines.understood import FEN, SECONDS, facts_of, passed_over, row_numbers, shaped

_BY_SCENE: Final = {"paid": 1, "refunded": -1, "commission": -1, "fee": -1}
"""Fields that a line's scene may tell of, and the sign they have of the money that moves."""
_COSTS: Final = ("commission", "fee")


def settlement_lines(source: Source) -> tuple[pa.Table, Facts]:
    """The lines that name an order, in the shape of a settlement batch, and what was understood.

    ``settled_fen`` is what came to the shop (less than nothing when it left); refunds, commission and fees are
    positive when they cost the shop, however the export writes them. Where an export has one line for each movement,
    its scene says what the money is that no column of its own tells.
    """
    order_id, sub_id = source.ids("order_id"), source.ids("sub_id")
    at, settled = source.first_times("at"), _settled(source)
    scene = source.groups("scene", source.layout.scenes)
    none = passed_over(source, (order_id, sub_id), scene["ignored"])
    keep = ~(none | settled.faulty)
    money = _money(source, scene, settled)
    host_id, host = hosts(source)
    columns = {
        "row": row_numbers(source),
        "order_id": order_id,
        "sub_id": sub_id,
        "at": at.arrow(SECONDS),
        "settled_fen": settled.arrow(FEN),
        "paid_fen": money["paid"].arrow(FEN),
        "refund_fen": money["refunded"].arrow(FEN),
        "commission_fen": money["commission"].arrow(FEN),
        "fee_fen": money["fee"].arrow(FEN),
        "host_id": host_id.arrow(),
        "host": host.arrow(),
        "case_id": source.ids("case_id"),
        "product_id": source.words("product_id").arrow(),
    }
    facts = facts_of(none, source, keep, at, (host_id, host), money["paid"], money["refunded"])
    return shaped(BatchKind.SETTLEMENT, columns, keep), facts


def _settled(source: Source) -> Column:
    """What moved, with its sign: by its own column, by income and expense, or by a word for the direction."""
    if not source.has("settled"):
        income, expense = source.money("income"), source.money("expense")
        moved = income.values - np.abs(expense.values)
        return Column(moved, income.known | expense.known, income.faulty | expense.faulty)
    settled = source.money("settled")
    if not source.has("direction") or not source.layout.outgoing:
        return settled
    out = source.groups("direction", {"out": source.layout.outgoing})["out"]
    return replace(settled, values=np.where(out, -np.abs(settled.values), settled.values))


def _money(source: Source, scene: Grouped, settled: Column) -> dict[str, Column]:
    """What was paid, given back and taken by each line: by the columns, else by the scene."""
    paid, refunded = _parted(source.money("paid"), _given_back(source))
    goods = paid.values - refunded.values
    way = np.sign(goods if source.has("paid") else settled.values)
    told = {"paid": paid, "refunded": refunded}
    for name in _COSTS:
        told[name] = _as_cost(source.money(name), source.layout.costs, way)
        if source.has("scene"):
            # Of a movement that is no sale and no refund a cost of 0 says nothing: other lines tell it.
            told[name] = replace(
                told[name], known=told[name].known & ((told[name].values != 0) | (goods != 0))
            )
    silent = ~np.logical_or.reduce([column.values != 0 for column in told.values()])
    return {
        name: _by_scene(column, name, scene[name] & silent if source.has(name) else scene[name], settled)
        for name, column in told.items()
    }


def _by_scene(column: Column, name: str, lines: Bools, settled: Column) -> Column:
    """An amount by its own column, else what moved on the lines whose scene is about it."""
    lines = lines & settled.known & (column.values == 0)
    return Column(
        np.where(lines, settled.values * _BY_SCENE[name], column.values),
        column.known | lines,
        column.faulty | (lines & settled.faulty),
    )


def _given_back(source: Source) -> Column:
    """Refunds as positive amounts; only in a ledger one of them may take back another."""
    column = source.money("refunded")
    if source.layout.tells == "ledger":
        return _as_cost(column, source.layout.costs, np.zeros_like(column.values))
    return replace(column, values=np.abs(column.values))


def _as_cost(column: Column, written: str, way: Ints) -> Column:
    """Costs as positive amounts. ``way`` is 1 where goods were sold, -1 where they were given back.

    Where exports differ in how they write costs, those below nothing on what was sold, and above nothing on what
    was given back, are written from the shop's purse.
    """
    sense = (column.values * way).sum() or column.values.sum()
    below = written == "negative" or (not written and sense < 0)
    return replace(column, values=-column.values) if below else column


def _parted(paid: Column, refunded: Column) -> tuple[Column, Column]:
    """A payment of less than nothing is a refund, where no column of its own tells one."""
    back = paid.known & (paid.values < 0) & (refunded.values == 0)
    if not back.any():
        return paid, refunded
    given = np.where(back, -paid.values, refunded.values)
    return replace(paid, values=np.where(back, 0, paid.values)), Column(
        given, refunded.known | back, refunded.faulty
    )


def commission_lines(source: Source) -> tuple[pa.Table, Facts]:
    """What each order's host earned, in the shape of a commission batch, and what was understood.

    The commission is the one that was paid, else the one that is expected; an order that fell through earns none.
    """
    order_id, sub_id = source.ids("order_id"), source.ids("sub_id")
    at, paid, earned = source.first_times("at"), source.money("paid"), _earned(source)
    none = passed_over(source, (order_id, sub_id))
    unknown: Bools = ~earned.known & ~earned.faulty & ~none
    source.problem(
        "required", unknown, "commission" if source.has("commission") else "commission_expected", {}
    )
    keep = ~(none | unknown | earned.faulty)
    host_id, host = hosts(source)
    columns = {
        "row": row_numbers(source),
        "order_id": order_id,
        "sub_id": sub_id,
        "at": at.arrow(SECONDS),
        "product_id": source.words("product_id").arrow(),
        "product": source.words("product").arrow(),
        "host_id": host_id.arrow(),
        "host": host.arrow(),
        "paid_fen": paid.arrow(FEN),
        "rate": source.shares("rate").arrow(pa.float64()),
        "commission_fen": earned.arrow(FEN),
    }
    nothing = replace(paid, values=np.zeros_like(paid.values))
    facts = facts_of(none, source, keep, at, (host_id, host), paid, nothing)
    return shaped(BatchKind.COMMISSION, columns, keep), facts


def _earned(source: Source) -> Column:
    actual, expected = source.money("commission"), source.money("commission_expected")
    status = source.groups("status", source.layout.states)
    settled = actual.known & ((actual.values != 0) | ~expected.known)
    values = np.where(settled, actual.values, expected.values)
    values = np.where(status["closed"] | status["refunded"], 0, values)
    faulty = (actual.faulty & ~expected.known) | (expected.faulty & ~actual.known)
    return Column(np.abs(values), actual.known | expected.known, faulty)
