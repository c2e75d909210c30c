"""The promises on reading orders, kept or missed: a million lines, a workbook, and lifetimes' summary beside ours.

``intake.py [LINES]``; methods of one file are run in turn, one process each, and compared by their medians.
"""

import io
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import reading  # noqa: E402

ROUNDS = 5
SHEET_LINES = 100_000
SHEET_COLUMNS = ("订单编号", "子订单编号", "买家会员名", "收货人", "省", "市", "商品标题", "商品规格", "数量", "单价", "实付金额", "付款时间", "订单状态", "达人昵称", "备注")  # fmt: skip


def told(name: str, figure: str, promise: str, kept: bool) -> bool:
    """One line: what was measured, what was promised, whether it holds."""
    print(f"{name:10} {figure}   [{promise}: {'kept' if kept else 'MISSED'}]", flush=True)
    return kept


def texts(folder: Path, lines: int) -> bool:
    """A million order lines in both encodings, to customers and products, against pyarrow's raw reader."""
    good = True
    for encoding in ("utf-8", "gb18030"):
        path = folder / f"orders_{'gb' if encoding == 'gb18030' else 'utf8'}.csv"
        reading.make(path, lines, encoding)
        found = reading.rounds(path, ("reference", "whole"), ROUNDS)
        base, ours = (
            statistics.median(run["seconds"] for run in found[name]) for name in ("reference", "whole")
        )
        ratio = statistics.median(
            b["seconds"] / a["seconds"] for a, b in zip(found["reference"], found["whole"], strict=True)
        )
        peak = max(run["peak"] for run in found["whole"])
        figure = f"{lines:,} lines {encoding}: {ours:.2f} s, raw reader {base:.2f} s, ratio {ratio:.2f}, peak {peak:.0f} MB"
        good &= told("orders", figure, "ratio <= 1.5, below 1 GB", ratio <= 1.5 and peak < 1024)
    return good


def summaries(folder: Path) -> bool:
    """Customers from lines in memory, beside lifetimes' function of that name."""
    warnings.simplefilter("ignore")
    if find_spec("lifetimes") is None:
        return told("customers", "lifetimes is not installed, so nothing was compared", ">= x10", kept=False)
    import pandas as pd
    from lifetimes.utils import summary_data_from_transaction_data

    from model.intake.importing import import_file, look_at, wanted_of
    from model.intake.joined.joining import join
    from model.intake.joined.summary import customers

    path = folder / "orders_utf8.csv"
    lines = join(import_file(path, wanted_of(look_at(path)), b"benchmark").batches)
    ours = statistics.median(timed(lambda: customers(lines)) for _ in range(ROUNDS))
    table = lines.table.select(["buyer", "paid_at", "paid_fen"]).to_pandas().dropna()
    frame = pd.DataFrame(
        {
            "who": table["buyer"].astype("uint64").astype(str),
            "when": table["paid_at"],
            "fen": table["paid_fen"],
        }
    )
    theirs = timed(lambda: summary_data_from_transaction_data(frame, "who", "when", monetary_value_col="fen"))
    figure = (
        f"{len(frame):,} lines to customers: {ours:.2f} s, lifetimes {theirs:.1f} s, x{theirs / ours:.0f}"
    )
    return told("customers", figure, ">= x10", theirs / ours >= 10)


def workbook(folder: Path) -> bool:
    """100,000 lines of 15 columns of a workbook, against calamine by itself."""
    from python_calamine import CalamineWorkbook

    from model.intake.importing import look_at
    from model.intake.sheets.columns import open_sheet

    path = folder / "orders.xlsx"
    write_workbook(path)
    look = look_at(path, digested=False)
    sheet = look.sheets[0]
    coded, ids = (2, 6, 7, 8, 9, 10, 12, 13, 14), (0, 1, 11)

    def alone() -> object:
        return CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())).get_sheet_by_index(0).to_python()

    def ours() -> object:
        read = open_sheet(path, sheet.sheet, sheet.header_line, sheet.header, coded, ids)
        return [read.coded(place) for place in coded]

    pairs = [(timed(alone), timed(ours)) for _ in range(ROUNDS)]
    ratio = statistics.median(b / a for a, b in pairs)
    base, own = (statistics.median(column) for column in zip(*pairs, strict=True))
    figure = f"100,000 x 15 xlsx: {own:.2f} s, calamine alone {base:.2f} s, ratio {ratio:.2f}"
    return told("workbook", figure, "ratio <= 1.2", ratio <= 1.2)


def write_workbook(path: Path) -> None:
    """Order lines as a shop's back end writes them into a workbook."""
    import xlsxwriter

    numbers = np.random.default_rng(3)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, SHEET_COLUMNS)
        price = np.round(numbers.random(SHEET_LINES) * 200, 2).tolist()
        buyer, title, host = (
            numbers.integers(0, most, SHEET_LINES).tolist() for most in (40_000, 2_000, 500)
        )
        for row in range(1, SHEET_LINES + 1):
            one = row - 1
            sheet.write_row(row, 0, [
                str(4 * 10**12 + row), str(4 * 10**13 + row), f"tb{buyer[one]}", "张*", "浙江省", "杭州市", f"商品{title[one]}号",
                "白色;M", 1 + row % 3, price[one], price[one], f"2026-0{1 + row % 9}-1{row % 10} 10:11:12", "交易成功",
                f"达人{host[one]}", "",
            ])  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    """Seconds a call takes."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def main(lines: int) -> int:
    """Measure everything; 1 when a promise is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return 0 if all([texts(folder, lines), workbook(folder), summaries(folder)]) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
