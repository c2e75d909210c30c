"""Who bought each line of a sheet: the first column that tells buyers apart, as keyed numbers."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.batches import Buyers
from model.errors import Cancelled
from model.intake.lines.privacy import buyer_keys, is_per_order, normal_buyer
from model.intake.lines.sharing import group_codes
from model.intake.lines.source import Bools, Source
from model.intake.sheets.coded import Coded

_MOST_UNKNOWN: Final = 0.5
"""A column that tells fewer than half of the buyers is left for the next one."""
_ASKED_EVERY: Final = 0.1
"""Seconds between two looks at whether anyone still waits."""
_SAMPLED: Final = 20
_FIRST: Final = 20_000
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, eq=False)
class Bought:
    """The number of the buyer of every line, and whether it is ``known``; ``kind`` says what the file as a whole tells."""

    keys: NDArray[np.uint64]
    known: Bools
    kind: Buyers

    def arrow(self) -> pa.UInt64Array:
        """The column as it is kept."""
        return pa.array(self.keys, pa.uint64(), mask=None if self.known.all() else ~self.known)

    def count(self, lines: Bools) -> int:
        """How many buyers are known on these lines."""
        return _distinct(self.keys[lines & self.known])

    def share(self, lines: Bools) -> float:
        """The share of these lines whose buyer is known."""
        return int(np.count_nonzero(self.known & lines)) / max(1, int(np.count_nonzero(lines)))


def _nobody(rows: int, kind: Buyers) -> Bought:
    return Bought(np.zeros(rows, np.uint64), np.zeros(rows, bool), kind)


@contextmanager
def keyed_ahead(source: Source, key: bytes) -> Iterator[Callable[[Coded], Bought]]:
    """Gives the buyers of a column; those of the first are made by a thread meanwhile, as numpy leaves Python alone."""
    stopped = Event()

    def go_on() -> None:
        if stopped.is_set():
            raise Cancelled

    first = source.place("buyer")
    ahead = None if first is None else source.coded(first)
    with ThreadPoolExecutor(1) as pool:
        coming = None if ahead is None else pool.submit(_keyed, ahead, key, go_on)
        try:
            yield (
                lambda cells: (
                    _awaited(coming, source.step)
                    if coming and cells is ahead
                    else _keyed(cells, key, source.step)
                )
            )
        finally:
            stopped.set()


def _awaited(coming: "Future[Bought]", step: Callable[[], None]) -> Bought:
    while not coming.done():
        wait((coming,), _ASKED_EVERY)
        step()
    return coming.result()


def bought(source: Source, keyed: Callable[[Coded], Bought], sold: Bools, order_id: pa.Array) -> Bought:
    """The buyers of all lines; ``sold`` are the lines that count when columns are judged.

    ``keyed`` is what :func:`keyed_ahead` gives. Notes ``buyers_masked`` when no column tells buyers apart, ``buyers_unknown`` when some lines do not.
    """
    best = _nobody(source.rows, Buyers.ABSENT)
    if not source.rows:
        return best
    for cells in _columns(source):
        found = _judged(keyed(cells), cells, sold, order_id)
        if best.kind is Buyers.ABSENT or found.share(sold) > best.share(sold):
            best = found
        if found.share(sold) >= _MOST_UNKNOWN:
            break
    _tell(source, best, sold)
    return best


def _tell(source: Source, found: Bought, sold: Bools) -> None:
    unknown = int(np.count_nonzero(sold & ~found.known))
    if found.kind is Buyers.MASKED and sold.any():
        source.findings.note("buyers_masked", {"rows": int(np.count_nonzero(sold))})
    elif found.kind is Buyers.KNOWN and unknown:
        source.findings.note("buyers_unknown", {"count": unknown, "rows": source.rows})


def _keyed(cells: Coded, key: bytes, step: Callable[[], None]) -> Bought:
    """The buyers of a column."""
    keys, told = buyer_keys(cells.words, key, step)
    return Bought(keys[cells.codes], told[cells.codes], Buyers.KNOWN)


def _columns(source: Source) -> Iterator[Coded]:
    """The columns that may tell the buyer, the best first; name and address together come last."""
    yield from map(source.coded, source.places.get("buyer", ()))
    name, address = source.place("buyer_name"), source.place("buyer_address")
    if name is not None and address is not None:
        yield _joined(source, name, address)


def _joined(source: Source, name: int, address: int) -> Coded:
    """Name and address as one column: neither alone tells two people of one name or one house apart."""
    first, second = source.coded(name), source.coded(address)
    pairs = first.codes.astype(np.int64) * len(second.words) + second.codes
    distinct, codes = np.unique(pairs, return_inverse=True)
    one, other = [normal_buyer(w) for w in first.words], [normal_buyer(w) for w in second.words]
    split = (divmod(int(pair), len(second.words)) for pair in distinct)
    words = tuple(f"{one[a]}\n{other[b]}" if one[a] and other[b] else "" for a, b in split)
    return Coded(codes.astype(np.int32), words)


def _judged(found: Bought, cells: Coded, sold: Bools, order_id: pa.Array) -> Bought:
    """The buyers of a column, or nobody when it tells none apart."""
    lines = found.known & sold
    # Without a sale nothing can be said against the buyers of the other lines.
    useless = not lines.any() and (sold.any() or not found.known.any())
    if useless or _is_per_order(found, cells, lines, order_id):
        return _nobody(len(found.keys), Buyers.MASKED)
    return found


def _is_per_order(found: Bought, cells: Coded, lines: Bools, order_id: pa.Array) -> bool:
    if _seen_twice(found, lines, order_id):
        return False
    sample = [cells.words[code] for code in cells.codes[np.flatnonzero(lines)[:_SAMPLED]]]
    buyers, rows = found.count(lines), int(np.count_nonzero(lines))
    if not is_per_order(buyers, min(buyers, rows), sample):
        return False
    if buyers == rows:
        return True
    if order_id.null_count == len(order_id):
        return False
    return is_per_order(buyers, _distinct(group_codes(order_id)[lines].astype(np.uint64)), sample)


def _seen_twice(found: Bought, lines: Bools, order_id: pa.Array) -> bool:
    """Whether someone among the first buyers has two orders: then there is no need to look at all of them."""
    first = np.flatnonzero(lines)[:_FIRST]
    keys = found.keys[first]
    orders = group_codes(order_id.take(pa.array(first))).astype(np.uint64)
    return _distinct(keys ^ (orders * _MIX)) > _distinct(keys)


def _distinct(numbers: NDArray[np.uint64]) -> int:
    """How many different numbers there are; sorting is several times faster than hashing them."""
    ordered = np.sort(numbers)
    return int(np.count_nonzero(ordered[1:] != ordered[:-1])) + (len(ordered) > 0)
