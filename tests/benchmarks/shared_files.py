"""Every example file beside the project: what it was recognised as, and its figures; ``shared_files.py [FOLDER]``.

Prints one line per sheet that was taken, with the figures that FOLDER/README.md states. Nothing is written.
"""

import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from model.batches import Batch, BatchKind  # noqa: E402
from model.errors import InputError  # noqa: E402
from model.intake.cells.cells import counts  # noqa: E402
from model.intake.importing import Imported, Wanted, import_file, look_at, wanted_of  # noqa: E402
from model.intake.layouts.headings import normal  # noqa: E402
from model.intake.sheets.coded import Coded  # noqa: E402
from model.intake.sheets.columns import open_sheet  # noqa: E402

KEY = b"only to compare buyers in here!!"
BY_HAND = {
    "CDNOW_master.txt": Wanted(
        "", "orders", "",
        {"buyer": "customer_id", "paid_at": "date", "quantity": "number_of_cds", "paid": "dollar_value"},
    ),
    "CDNOW_sample.txt": Wanted(
        "", "orders", "", {"buyer": "1", "paid_at": "3", "quantity": "4", "paid": "5"}
    ),
}  # fmt: skip
"""Files without a header we know, as a merchant would map their columns once."""


@dataclass(frozen=True)
class Again:
    """How many customers there are, and the shares of them with 2 or more lines, orders and days."""

    customers: int
    lines: float
    orders: float
    days: float


def again(batch: Batch) -> Again:
    """How often the customers of a batch of orders bought, over its paid lines."""
    paid = batch.table.filter(pc.equal(batch.table["state"].cast(pa.string()), "paid"))
    paid = paid.filter(pc.is_valid(paid["buyer"]))
    buyers = paid["buyer"].to_numpy()
    days = paid["paid_at"].cast(pa.int64()).to_numpy() // 86_400
    orders = paid["order_id"].combine_chunks().fill_null("").dictionary_encode().indices.to_numpy()
    customers, lines = np.unique(buyers, return_counts=True)
    most = max(1, len(customers))

    def share(other: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> float:
        pairs = np.unique(np.stack([buyers, other.astype(np.uint64)]), axis=1)[0]
        return int((np.unique(pairs, return_counts=True)[1] > 1).sum()) / most

    return Again(len(customers), int((lines > 1).sum()) / most, share(orders), share(days))


def taken(path: Path) -> tuple[Imported, tuple[Wanted, ...]]:
    """Everything a file gives without asking, or as it is mapped by hand here."""
    look = look_at(path)
    wanted = (BY_HAND[path.name],) if path.name in BY_HAND else wanted_of(look)
    return import_file(path, wanted, KEY, look=look), wanted


def told(batch: Batch) -> Iterator[str]:
    """The figures of a batch, as the window tells them."""
    facts = batch.facts
    yield f"{batch.layout}{f' [{batch.sheet}]' if batch.sheet else ''} · {facts.lines:,} lines"
    yield f"{facts.first_day} to {facts.last_day}"
    yield from (f"{count:,} {state}" for state, count in facts.states.items())
    yield f"{facts.refunded_lines:,} with a refund · {facts.hosts} hosts · {facts.set_aside} set aside"
    yield f"{facts.repeated} repeated · paid {facts.paid_fen / 100:,.2f} · refunded {facts.refunded_fen / 100:,.2f}"
    if batch.kind is BatchKind.ORDERS:
        yield f"net {net_fen(batch) / 100:,.2f} {facts.currency}"
    if facts.total_off_fen is not None:
        yield f"off its own total by {facts.total_off_fen / 100:,.2f}"
    if facts.customers:
        found = again(batch)
        yield f"{found.customers:,} customers: 2+ lines {found.lines:.4%}, 2+ orders {found.orders:.4%}, 2+ days {found.days:.4%}"
    elif batch.kind is BatchKind.ORDERS:
        yield f"buyers {facts.buyers.value}"


def net_fen(batch: Batch) -> int:
    """What was paid less what went back, over all lines that were ever paid."""
    table = batch.table
    bought = table.filter(
        pc.is_in(table["state"].cast(pa.string()), value_set=pa.array(["paid", "refunded"]))
    )
    paid, back = (int(pc.sum(bought[name]).as_py() or 0) for name in ("paid_fen", "refunded_fen"))
    return paid - back


def doubled(path: Path) -> str:
    """Of columns that stand twice under one heading (13.8M beside 13800000): how many cells say the same."""
    look = look_at(path)
    (sheet, *_) = look.sheets
    names = list(map(normal, sheet.header))
    pairs = [
        (place, names.index(name)) for place, name in enumerate(names) if name and names.index(name) < place
    ]
    if not pairs or not look.delimiter:
        return ""
    every = range(len(names))
    read = open_sheet(path, "", sheet.header_line, sheet.header, every, (), look.encoding, look.delimiter)
    both = same = 0
    for place, first in pairs:
        (one, known), (other, there) = (_counted(read.coded(column)) for column in (first, place))
        both += int((known & there).sum())
        same += int((known & there & (one == other)).sum())
    return f"doubled columns: {same:,} of {both:,} cells agree"


def _counted(
    coded: Coded,
) -> "tuple[np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int], np.dtype[np.bool_]]]":
    found = counts(coded.words)
    return found.values[coded.codes], found.known[coded.codes]


def line_of(path: Path) -> str:
    """What became of one file."""
    started = time.perf_counter()
    try:
        found, wanted = taken(path)
    except InputError as refused:
        return f"refused: {', '.join(problem.code for problem in refused.problems)}"
    parts = [" · ".join(told(batch)) for batch in found.batches]
    lists: Mapping[str, int] = {"hosts": len(found.hosts), "products": len(found.products)}
    parts += [
        f"{'+'.join(w.layout for w in wanted)}: {count} {name}" for name, count in lists.items() if count
    ]
    if path.parent.name.startswith("top1000"):
        parts += filter(None, [doubled(path)])
    codes = ", ".join(sorted({problem.code for problem in found.problems}))
    seconds = time.perf_counter() - started
    return f"{' | '.join(parts) or 'nothing known'}{f' ({codes})' if codes else ''} [{seconds:.2f} s]"


def main(folder: Path) -> None:
    """Print the table of all files."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in {".csv", ".txt", ".xlsx", ".json"})
    for path in files:
        print(f"{path.relative_to(folder)}\n    {line_of(path)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data")
