"""Order lines of any export, one record each. Who bought is only a keyed number."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from model.batches import LINES, Batch, BatchKind, OrderState
from model.errors import InputError, Problem
from model.intake.lines.privacy import KEY_BYTES, buyer_key
from model.intake.lists.rows import Taken

if TYPE_CHECKING:
    from model.intake.importing import Wanted
    from model.intake.layouts.looks import FileLook, SheetLook
    from model.intake.layouts.recognising import Guess

__all__ = ["OrderLine", "buyer_key", "read_orders", "read_shop_file"]

_SHOWN: Final = 300
_FEN: Final = 100


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
    """The paid lines of every sheet that is an order export; lines that cannot be used are set aside.

    Raises:
        ValueError: the key is empty or longer than 64 bytes.
        InputError: ``not_our_orders`` when no sheet is one, besides those of :mod:`model.intake.files.files`.
    """
    found = _read(path, key, _wanted)
    lines = tuple(line for batch in found.records for line in lines_of(batch))
    return Taken(lines, found.problems, found.layout, found.rows, found.set_aside)


def read_shop_file(path: Path, key: bytes) -> "Taken[Batch]":
    """Every sheet that is an export of orders, refunds, settlements, commissions or sessions.

    Raises:
        ValueError: the key is empty or longer than 64 bytes.
        InputError: ``not_our_orders`` when no sheet is one, besides those of :mod:`model.intake.files.files`.
    """
    return _read(path, key, _wanted_of_a_shop)


def _read(path: Path, key: bytes, choose: "Callable[[FileLook], tuple[Wanted, ...]]") -> "Taken[Batch]":
    if len(key) not in KEY_BYTES:
        raise ValueError("the key of the buyers must have 1 to 64 bytes")
    from model.intake.importing import import_file, look_at

    look = look_at(path, digested=False)
    wanted = choose(look)
    if not wanted:
        raise InputError([_refused(look)])
    found = import_file(path, wanted, key, look=look)
    names = "+".join(dict.fromkeys(batch.layout for batch in found.batches))
    rows = sum(batch.facts.lines for batch in found.batches)
    aside = sum(batch.facts.set_aside for batch in found.batches)
    taken = {one.sheet for one in wanted}
    skipped = (sheet.sheet for sheet in look.sheets if sheet.sheet not in taken)
    remarks = (Problem("sheet_skipped", path.name, None, "", {"sheet": sheet}) for sheet in skipped)
    return Taken(found.batches, (*remarks, *found.problems), names, rows, aside)


def _wanted_of_a_shop(look: "FileLook") -> "tuple[Wanted, ...]":
    """Sheets that tell of orders in any way; without any, those that could be order lists."""
    from model.intake.importing import wanted_of

    return tuple(one for one in wanted_of(look) if one.kind in LINES) or _wanted(look)


def lines_of(batch: Batch) -> Iterator[OrderLine]:
    """The paid lines of a batch of orders."""
    import pyarrow.compute as pc

    paid = batch.table.filter(pc.equal(batch.table["state"].cast("string"), OrderState.PAID.value))
    names = ("order_id", "buyer", "paid_at", "product", "quantity", "paid_fen", "refunded_fen", "host_id")
    for order, buyer, at, product, quantity, cost, back, host in zip(
        *(paid[name].to_pylist() for name in names), strict=True
    ):
        known = "" if buyer is None else f"{buyer:016x}"
        yield OrderLine(
            order or "", known, at.date(), product or "", quantity, cost / _FEN, back / _FEN, host or ""
        )


def _wanted(look: "FileLook") -> "tuple[Wanted, ...]":
    """The sheets that are order lists before anything else; without any, those that could be."""
    from model.intake.importing import Wanted

    guesses = [(sheet, _guess(sheet)) for sheet in look.sheets]
    usable = [(sheet, guess) for sheet, guess in guesses if guess]
    plain = [(sheet, guess) for sheet, guess in usable if sheet.guess and sheet.guess.kind == guess.kind]
    return tuple(Wanted(sheet.sheet, guess.kind, guess.layout) for sheet, guess in plain or usable)


def _guess(sheet: "SheetLook") -> "Guess | None":
    """What a list of orders this is, when it has all that such a list needs."""
    kinds = (guess for guess in sheet.guesses if guess.kind == BatchKind.ORDERS and not guess.missing)
    return next(kinds, None)


def _refused(look: "FileLook") -> Problem:
    """Why nothing fits, told by the sheet that comes nearest."""
    from model.intake.layouts.layouts import template_layout

    own = template_layout(BatchKind.ORDERS)
    headers: Sequence[tuple[str, ...]] = [sheet.header for sheet in look.sheets if sheet.header]
    if not headers:
        return Problem("no_header", look.file)
    nearest = max(headers, key=own.known)
    found = ", ".join(text for text in nearest if text)
    return Problem(
        "not_our_orders",
        look.file,
        values={"missing": ", ".join(own.missing(nearest)), "found": found[:_SHOWN]},
    )
