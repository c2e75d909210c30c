"""Results from a million order lines in a project: the review in a worker, and the longest stall of the window meanwhile.

``python tests/benchmarks/resultspage.py [LINES]``; 300 hosts sell 40 products over a year, a fifth of the lines is settled.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyarrow as pa

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: E402
from stalls import Heartbeat, wait  # noqa: E402

from gui import app as program  # noqa: E402
from gui import jobs  # noqa: E402
from model.batches import Batch, BatchKind, Buyers, Facts, schema  # noqa: E402
from model.records import Influencer, Offer, Product, Snapshot  # noqa: E402

HOSTS, PRODUCTS, SECONDS, STALL = 300, 40, 2.0, 50.0


def batch(kind: BatchKind, columns: dict[str, pa.Array], count: int) -> Batch:
    shape = schema(kind)
    table = pa.Table.from_arrays([columns.get(f.name, pa.nulls(count, f.type)) for f in shape], schema=shape)
    return Batch(kind, "douyin", "", f"{kind}.csv", "", str(kind), Facts(count, buyers=Buyers.KNOWN), table)


def words(codes: np.ndarray, texts: list[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(
        pa.array(codes.astype(np.int32), mask=codes < 0), pa.array(texts, pa.string())
    )


def made(lines: int) -> tuple[Batch, Batch]:
    """Orders, and a settlement of a fifth of them that differs here and there."""
    rng = np.random.default_rng(1)
    host = rng.integers(-1, HOSTS, lines)
    product = (host + rng.integers(0, 3, lines)) % PRODUCTS
    paid, commission = rng.integers(1000, 30_000, lines), rng.integers(100, 3000, lines)
    ids = pa.array((10**17 + np.arange(lines)).astype(str))
    seconds = rng.integers(0, 365, lines) * 86_400 + rng.integers(0, 86_400, lines) + 1_735_689_600
    orders = {
        "row": pa.array(np.arange(lines, dtype=np.int32)), "order_id": ids, "sub_id": ids, "state": words(np.zeros(lines), ["paid"]),
        "paid_at": pa.array(seconds, pa.timestamp("s")), "product": words(product, [f"商品{n}" for n in range(PRODUCTS)]),
        "quantity": pa.array(np.ones(lines, np.int32)), "paid_fen": pa.array(paid),
        "refunded_fen": pa.array(np.zeros(lines, np.int64)), "buyer": pa.array(rng.integers(1, 600_000, lines).astype(np.uint64)),
        "host_id": words(host, [f"h{n}" for n in range(HOSTS)]), "host": words(host, [f"达人{n}" for n in range(HOSTS)]),
        "commission_fen": pa.array(commission),
    }  # fmt: skip
    some = lines // 5
    bill = {
        "row": pa.array(np.arange(some, dtype=np.int32)), "order_id": ids[:some], "sub_id": ids[:some],
        "at": pa.array(seconds[:some], pa.timestamp("s")), "paid_fen": pa.array(paid[:some]),
        "refund_fen": pa.array(np.zeros(some, np.int64)), "commission_fen": pa.array(commission[:some] + (np.arange(some) % 5000 == 0)),
    }  # fmt: skip
    return batch(BatchKind.ORDERS, orders, lines), batch(BatchKind.SETTLEMENT, bill, some)


def shop() -> Snapshot:
    """A roster and a catalogue that know everybody and everything."""
    return Snapshot(
        tuple(Product(f"商品{n}", 99.0, "口红", 30.0, 4.0, 0.05, 0.2) for n in range(PRODUCTS)),
        tuple(
            Influencer(f"h{n}", f"达人{n}", followers=100_000, offers=(Offer("3000+20%", 3000.0, 0.2),))
            for n in range(HOSTS)
        ),
    )


def until(condition) -> None:
    loop, poll = QEventLoop(), QTimer(interval=5)
    poll.timeout.connect(lambda: loop.quit() if condition() else None)
    poll.start()
    loop.exec()


def main(lines: int) -> int:
    """Print seconds and stalls with and without a settlement; 1 when a promise is missed."""
    app = program.prepare(["resultspage"])
    folder = Path(tempfile.mkdtemp())
    running = program.Program(app, QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    running.start(folder / "none.rmx", demo=False)
    running.session.open(folder / "shop.rmx", create=True)
    running.session.fill(shop())
    running.warmup.wait()
    page, kept = running.window.show_page("results"), True
    writer = running.session.writer()
    orders, bill = (writer.write(one) for one in made(lines))
    for name, ids in (("orders alone", [orders]), ("with a settlement", [bill])):
        running.session.take_import(ids)
        until(lambda: page._review is not None and page._review.rows and not page._job.is_running())
        until(lambda: not page.studies.is_running())
        wait(1500)
        seconds, beat = [], Heartbeat()
        for _ in range(3):
            before = time.perf_counter()
            page._renew()
            until(lambda: not page._job.is_running())
            seconds.append(time.perf_counter() - before)
            wait(300)
        gap = beat.take()
        good = min(seconds) <= SECONDS and gap <= STALL
        kept &= good
        print(
            f"results from {lines:,} lines, {name}: {len(page._review.rows)} rows in {min(seconds):.2f} s, longest stall {gap:.0f} ms"
            f"   [<= {SECONDS} s, <= {STALL:.0f} ms: {'kept' if good else 'MISSED'}]",
            flush=True,
        )
    jobs.drain()
    running.session.close()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
