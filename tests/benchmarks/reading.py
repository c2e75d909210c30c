"""Order files of the 抖店 layout, made to measure, and how fast they are read: ``reading.py make|METHOD|compare``.

``make PATH LINES [utf-8|gb18030]`` writes one. A method (``reference``, ``sheet``, ``whole``) reads it once in a
process of its own and prints its figures as JSON; ``compare PATH…`` runs them in turn and prints medians and ratios.
"""

import importlib
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
HEADINGS = (
    "主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,优惠总金额,平台优惠,"
    "商家优惠,达人优惠,商家改价,支付优惠,红包抵扣,支付方式,手续费,收件人,收件人手机号,省,市,区,街道,详细地址,"
    "是否修改过地址,地址修改时段,买家留言,订单提交时间,旗帜颜色,商家备注,订单完成时间,支付完成时间,APP渠道,流量来源,"
    "订单状态,承诺发货时间,订单类型,鲁班落地页ID,达人ID,达人昵称,所属门店ID,售后状态,取消原因,预约发货时间,仓库ID,"
    "仓库名称,序列号,是否安心购,广告渠道,流量类型,流量体裁,流量渠道,发货主体,发货主体明细,发货时间,降价类优惠,"
    "平台实际承担优惠金额,商家实际承担优惠金额,达人实际承担优惠金额,预计送达时间,是否平台仓自流转,车型,商品69码,"
    "发货SN码,发货IMEI码1,发货IMEI码2,预约送达时间,建议发货时间（起）,建议发货时间（止）,物流SN码,物流IMEI码1,物流IMEI码2"
)
HEADER = HEADINGS.split(",")
READ = ("收件人手机号", "商品ID", "订单应付金额", "支付完成时间", "订单状态")
WANTED = (
    "商品规格", "商品数量", "商品ID", "选购商品", "订单应付金额", "收件人手机号", "流量来源", "订单状态", "达人ID",
    "达人昵称", "售后状态", "取消原因", "商品单价",
)  # fmt: skip
TEXTS = ("主订单编号", "子订单编号", "支付完成时间", "发货时间")
FIRST = np.datetime64("2025-01-01T00:00:00", "s")
DAYS = 365
BATCH = 100_000
CLOSED = "已关闭"
METHODS = ("reference", "sheet", "whole")


# ── making ──


def make(path: Path, lines: int, encoding: str = "utf-8", seed: int = 7) -> None:
    """Write a file of so many order lines; the same for the same seed, whatever the encoding."""
    numbers = np.random.default_rng(seed)
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf" * (encoding == "utf-8") + (",".join(HEADER) + "\r\n").encode(encoding))
        for start in range(0, lines, BATCH):
            rows = _lines(numbers, start, min(BATCH, lines - start), lines)
            text = "\r\n".join(rows.to_pylist()) + "\r\n"
            file.write(text.encode(encoding))


def _lines(numbers: np.random.Generator, start: int, count: int, lines: int) -> pa.StringArray:
    columns = {**_ids(numbers, start, count), **_buyers(numbers, count, lines), **_sales(numbers, count)}
    filled = [columns.get(name, _all(count, REST.get(name, ""))) for name in HEADER]
    return pc.binary_join_element_wise(*filled, ",")


REST = {
    "运费": "0.00", "平台优惠": "0.00", "商家优惠": "5.00", "达人优惠": "0.00", "商家改价": "0.00", "红包抵扣": "0.00",
    "手续费": "0.00", "是否修改过地址": "否", "地址修改时段": "-", "旗帜颜色": "灰", "APP渠道": "抖音",
    "订单类型": "普通订单", "所属门店ID": "-", "预约发货时间": "-", "仓库ID": "-", "仓库名称": "-", "序列号": "-",
    "是否安心购": "是", "广告渠道": "-", "发货主体": "商家", "发货主体明细": "-", "降价类优惠": "0.00",
    "平台实际承担优惠金额": "0.00", "商家实际承担优惠金额": "5.00", "达人实际承担优惠金额": "0.00",
    "预计送达时间": "-", "是否平台仓自流转": "否", "车型": "-",
}  # fmt: skip


def _all(count: int, word: str) -> pa.StringArray:
    return pa.array([word], pa.string()).take(pa.array(np.zeros(count, np.int32)))


def _chosen(words: list[str], codes: np.ndarray) -> pa.StringArray:
    return pa.array(words, pa.string()).take(pa.array(codes.astype(np.int32)))


def _wrapped(before: str, texts: pa.StringArray, after: str) -> pa.StringArray:
    return pc.binary_join_element_wise(pa.scalar(before), texts, pa.scalar(after), "")


def _ids(numbers: np.random.Generator, start: int, count: int) -> dict[str, pa.StringArray]:
    """Sub-order ids are all different; every fourth line belongs to the order above."""
    rows = np.arange(start, start + count, dtype=np.int64)
    heads = rows - (rows % 4 == 3)
    base = 6_953_547_102_000_000_000
    return {
        "主订单编号": _wrapped('"\t', pa.array(base + heads * 977).cast(pa.string()), '"'),
        "子订单编号": _wrapped('"\t', pa.array(base + rows * 977 + 5).cast(pa.string()), '"'),
        "商家编码": _chosen([f"SKU-{n:04d}" for n in range(400)], numbers.integers(0, 400, count)),
    }


def _buyers(numbers: np.random.Generator, count: int, lines: int) -> dict[str, pa.StringArray]:
    """Half of the lines are of buyers who come once, the others of a heavy tail of regulars."""
    regulars = max(lines // 6, 1)
    ranks = (regulars * numbers.random(count) ** 1.8).astype(np.int64)
    buyer = np.where(numbers.random(count) < 0.5, ranks, regulars + numbers.integers(0, lines * 2, count))
    phones = pa.array(13_000_000_000 + (buyer * 7919) % 6_999_999_937).cast(pa.string())
    place = buyer % 300
    names = [
        f"{'王李张刘陈杨赵黄周吴'[n % 10]}{'伟芳娜敏静丽强磊军洋'[n // 10 % 10]}{n}" for n in range(5000)
    ]
    return {
        "收件人": _chosen(names, buyer % 5000),
        "收件人手机号": phones,
        "省": _chosen([f"第{n}省" for n in range(30)], place % 30),
        "市": _chosen([f"第{n}市" for n in range(300)], place),
        "区": _chosen([f"第{n}区" for n in range(100)], place % 100),
        "街道": _chosen([f"第{n}街道" for n in range(50)], buyer % 50),
        "详细地址": _chosen([f'"幸福路{n}号,{n % 20}栋{n % 33}室"' for n in range(20_000)], buyer % 20_000),
        "买家留言": _chosen(["-"] * 9 + ['"麻烦尽快发货,谢谢"'], numbers.integers(0, 10, count)),
    }


def _sales(numbers: np.random.Generator, count: int) -> dict[str, pa.StringArray]:
    product = (300 * numbers.random(count) ** 2).astype(np.int64)
    quantity = 1 + (numbers.random(count) < 0.1)
    price = 990 + product * 970
    paid = price * quantity - 500 * numbers.integers(0, 2, count)
    state = numbers.choice(4, count, p=[0.72, 0.12, 0.11, 0.05])
    after = numbers.choice(5, count, p=[0.86, 0.06, 0.04, 0.02, 0.02])
    paid_at = FIRST + numbers.integers(0, DAYS * 86_400, count).astype("timedelta64[s]")
    money = _money_words(200_000)
    cents = [pa.array(values // 10).cast(pa.int32()) for values in (price, paid)]
    return {
        "选购商品": _chosen([f'"面霜第{n}款,保湿 {n % 7 * 15 + 30}g"' for n in range(300)], product),
        "商品规格": _chosen([f"规格{n}" for n in range(60)], numbers.integers(0, 60, count)),
        "商品数量": _chosen(["0", "1", "2"], quantity),
        "商品ID": _chosen([f'"\t35{n * 7_919_333 + 10**14:017d}"' for n in range(300)], product),
        "商品单价": money.take(cents[0]),
        "订单应付金额": money.take(cents[1]),
        "优惠总金额": _chosen(["0.00", "5.00"], numbers.integers(0, 2, count)),
        "支付优惠": _chosen(["0.00", "2.00"], numbers.integers(0, 2, count)),
        "支付方式": _chosen(["支付宝", "微信", "银行卡", "放心花"], numbers.integers(0, 4, count)),
        "订单状态": _chosen(["已完成", "已发货", CLOSED, "待发货"], state),
        "售后状态": _chosen(["-", "退款成功", "售后关闭", "退款中", "待退货"], after),
        "取消原因": _chosen(["-", "不想要了"], (state == 2).astype(int)),
        **_times(paid_at, numbers),
        **_hosts(numbers, count),
    }


def _money_words(most: int) -> pa.StringArray:
    """Amounts by tenths of a yuan as the platform writes them: with a comma (and so in quotes) from 1,000 up."""
    return pa.array(
        [f'"{n / 10:,.2f}"' if n >= 10_000 else f"{n / 10:.2f}" for n in range(most)], pa.string()
    )


def _times(paid_at: np.ndarray, numbers: np.random.Generator) -> dict[str, pa.StringArray]:
    def written(moments: np.ndarray) -> pa.StringArray:
        return pc.strftime(pa.array(moments), format="%Y-%m-%d %H:%M:%S")

    shipped = paid_at + numbers.integers(3600, 200_000, len(paid_at)).astype("timedelta64[s]")
    return {
        "订单提交时间": written(paid_at - np.timedelta64(40, "s")),
        "支付完成时间": written(paid_at),
        "发货时间": written(shipped),
        "承诺发货时间": written(paid_at + np.timedelta64(48 * 3600, "s")),
        "订单完成时间": written(shipped + np.timedelta64(7 * 86_400, "s")),
    }


def _hosts(numbers: np.random.Generator, count: int) -> dict[str, pa.StringArray]:
    """Two lines of five are sold by a host, most of them by the first few."""
    host = np.where(numbers.random(count) < 0.4, 1 + (900 * numbers.random(count) ** 3).astype(np.int64), 0)
    sold = (host > 0).astype(int)
    return {
        "流量来源": _chosen(["商品卡", "精选联盟"], sold),
        "流量类型": _chosen(["自然流量", "达人流量"], sold),
        "流量体裁": _chosen(["商品卡", "直播", "短视频"], np.where(sold, 1 + host % 2, 0)),
        "流量渠道": _chosen(["搜索", "推荐"], sold),
        "达人ID": _chosen(["-", *(f'"\t{n * 104_729 + 10**14}"' for n in range(1, 902))], host),
        "达人昵称": _chosen(["-", *(f"达人小{n}" for n in range(1, 902))], host),
    }


# ── methods ──


def reference(path: Path) -> dict[str, float]:
    """pyarrow's raw reader on five columns and numpy's sort of packed keys: customers and products."""
    encoding = "gb18030" if "gb" in path.name else "utf-8"
    names = [str(place) for place in range(len(HEADER))]
    wanted = [str(HEADER.index(name)) for name in READ]
    word = pa.dictionary(pa.int32(), pa.binary())
    kinds = dict(zip(wanted, (word, word, word, pa.timestamp("s"), word), strict=True))
    table = pa_csv.read_csv(
        path,
        pa_csv.ReadOptions(column_names=names, skip_rows=1, block_size=1 << 22),
        convert_options=pa_csv.ConvertOptions(check_utf8=False, include_columns=wanted, column_types=kinds),
    ).unify_dictionaries()
    (buyer, _), (product, _), (amount, amounts), (state, states) = (
        _codes(table[wanted[place]]) for place in (0, 1, 2, 4)
    )
    fen = np.array([round(float(text.replace(b",", b"")) * 100) for text in amounts], np.int64)[amount]
    days = table[wanted[3]].to_numpy().astype("datetime64[D]").astype(np.int64)
    sold = state != states.index(CLOSED.encode(encoding))
    return reduced(buyer[sold], product[sold], days[sold], fen[sold])


def _codes(column: pa.ChunkedArray) -> tuple[np.ndarray, list[bytes]]:
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in column.chunks])
    return codes, column.chunk(0).dictionary.to_pylist()


def reduced(buyer: np.ndarray, product: np.ndarray, days: np.ndarray, fen: np.ndarray) -> dict[str, float]:
    """Customers (purchase days, first, last, spent) and products (buyers, who came again), as checksums."""
    day = (days - days.min()).astype(np.uint64)
    day_bits, fen_bits = int(day.max()).bit_length(), int(fen.max()).bit_length()
    buyer_bits = int(buyer.max()).bit_length()
    key = (buyer.astype(np.uint64) << (day_bits + fen_bits)) | (day << fen_bits) | fen.astype(np.uint64)
    key.sort()
    spent = key & np.uint64((1 << fen_bits) - 1)
    visits, starts = np.unique(key >> fen_bits, return_index=True)
    per_visit = np.add.reduceat(spent, starts)
    firsts = np.flatnonzero(np.diff(visits >> day_bits, prepend=np.uint64(1 << 63)))
    counts = np.diff(np.append(firsts, len(visits)))
    pair = (
        (product.astype(np.uint64) << (buyer_bits + day_bits)) | (buyer.astype(np.uint64) << day_bits) | day
    )
    pairs, times = np.unique(np.unique(pair) >> day_bits, return_counts=True)
    products = np.bincount((pairs >> buyer_bits).astype(np.int64))
    return {
        "customers": len(counts),
        "again": int((counts > 1).sum()),
        "visits": len(visits),
        "fen": int(per_visit.sum()),
        "products": int((products > 0).sum()),
        "pairs": len(pairs),
        "pairs_again": int((times > 1).sum()),
    }


def sheet(path: Path) -> dict[str, float]:
    """Our reader alone: the columns an order line needs."""
    from model.intake.files.heads import read_head
    from model.intake.sheets.columns import instants, open_sheet

    head = read_head(path)
    header = [str(cell) for cell in head.grids[0].rows[0]]
    places, texts = ([header.index(name) for name in names] for names in (WANTED, TEXTS))
    read = open_sheet(path, "", 1, header, places, texts, head.encoding, head.delimiter)
    words = {header[place]: len(read.coded(place).words) for place in places}
    paid_at = instants(read.ids(header.index("支付完成时间")))
    return {"rows": read.rows, "buyers": words["收件人手机号"], "times": len(paid_at or ())}


def whole(path: Path) -> dict[str, float]:
    """Our whole way: look, import, join, summary."""
    from model.intake.importing import import_file, look_at, wanted_of
    from model.intake.joined.joining import join
    from model.intake.joined.summary import summary

    look = look_at(path, digested=False)
    taken = import_file(path, wanted_of(look), b"benchmark", look=look)
    told = summary(join(taken.batches))
    facts = taken.batches[0].facts
    return {"rows": facts.lines, "customers": facts.customers, "products": len(told.products)}


def once(method: Callable[[Path], dict[str, float]], path: Path) -> None:
    """Run a method and print its seconds, its figures and the peak of memory in MB."""
    for needed in (
        "sheets.columns",
        "sheets.textsheet",
        "importing",
        "lines.meaning",
        "joined.joining",
        "joined.summary",
    ):  # loaded long before
        importlib.import_module(f"model.intake.{needed}")

    start = time.perf_counter()
    figures = method(path)
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_SELF)
    times = {"seconds": seconds, "cpu": used.ru_utime + used.ru_stime}
    print(json.dumps({**times, "peak": used.ru_maxrss / 1024, **figures}))


def rounds(path: Path, methods: tuple[str, ...], count: int = 5) -> dict[str, list[dict[str, float]]]:
    """What each method told, shuffled in every round, one process each."""
    told: dict[str, list[dict[str, float]]] = {name: [] for name in methods}
    for _ in range(count):
        for name in random.sample(methods, len(methods)):
            done = subprocess.run(
                [sys.executable, __file__, name, path], capture_output=True, text=True, check=True
            )
            told[name].append(json.loads(done.stdout))
    return told


def compare(paths: list[Path], methods: tuple[str, ...]) -> None:
    """All methods on each file: medians and ratios to the reference."""
    for path in paths:
        told = rounds(path, methods)
        base = statistics.median(run["seconds"] for run in told[methods[0]])
        for name, runs in told.items():
            seconds, cpu = (statistics.median(run[key] for run in runs) for key in ("seconds", "cpu"))
            peak = max(run["peak"] for run in runs)
            print(
                f"{path.name:24} {name:10} {seconds:7.3f} s (cpu {cpu:6.3f})  x{seconds / base:.2f}  {peak:5.0f} MB",
                {key: value for key, value in runs[0].items() if key not in {"seconds", "cpu", "peak"}},
            )


if __name__ == "__main__":
    command, *given = sys.argv[1:]
    if command == "make":
        make(Path(given[0]), int(given[1]), given[2] if len(given) > 2 else "utf-8")
    elif command == "compare":
        compare([Path(name) for name in given], METHODS)
    else:
        once({"reference": reference, "sheet": sheet, "whole": whole}[command], Path(given[0]))
