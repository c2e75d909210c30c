"""A file comes in whole: batches, hosts and products, every problem by its row, progress, cancel, real files."""

import json
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter

from model.batches import BatchKind, Buyers, schema
from model.errors import Cancelled, InputError
from model.intake.cells.cells import amounts
from model.intake.importing import Wanted, import_file, look_at, wanted_of
from model.intake.layouts import recognising
from model.intake.layouts.layout import Marks
from model.intake.layouts.recognising import layout_for, signature_of
from model.intake.lines.findings import MOST_LISTED
from model.intake.orders import read_orders
from model.intake.sheets import blanks
from model.intake.sheets.columns import open_sheet
from tests.benchmarks.shared_files import BY_HAND, again, net_fen

DATA = Path(__file__).parents[2].parent / "shared/data"
real = pytest.mark.skipif(not DATA.is_dir(), reason=f"the shared example data is not at {DATA}")
KEY = b"k" * 32
HEAD = "订单号,买家昵称,付款时间,实付金额,商品名称"
ORDERS = Wanted("", "orders", "orders_any")


@pytest.fixture
def file(tmp_path):
    def put(*lines, name="订单.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding=encoding)
        return path

    return put


def line(number, at="2025-01-01 10:00:00", paid="5.00"):
    return f"{number},小王{number % 7},{at},{paid},甲"


def taken(path):
    look = look_at(path)
    wanted = (BY_HAND[path.name],) if path.name in BY_HAND else wanted_of(look)
    return import_file(path, wanted, KEY, look=look)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_gives_one_batch_of_a_fixed_shape(file, encoding):
    path = file(HEAD, line(1), line(2), encoding=encoding)
    found = taken(path)
    (batch,) = found.batches
    assert (batch.kind, batch.file, batch.digest) == (BatchKind.ORDERS, "订单.csv", look_at(path).digest)
    assert batch.table.schema.equals(schema(BatchKind.ORDERS))
    assert batch.table["product"].to_pylist() == ["甲", "甲"]
    assert (found.hosts, found.products, found.problems) == ((), (), ())


def test_one_key_gives_one_buyer_and_no_name_is_anywhere(file):
    path = file(HEAD, line(1), line(8), line(2))
    keys = taken(path).batches[0].table["buyer"].to_pylist()
    assert keys[0] == keys[1] != keys[2]
    other = import_file(path, [ORDERS], b"another").batches[0].table["buyer"].to_pylist()
    assert not set(keys) & set(other)
    assert "小王" not in repr(taken(path).batches[0].table.to_pydict())


def test_columns_mapped_by_hand_are_taken(file):
    path = file("甲,乙,丙,丁", "1,2025-01-01,5.00,小王", "2,2025-01-02,6.00,小王")
    mapping = {"order_id": "甲", "paid_at": "乙", "paid": "丙", "buyer": "丁"}
    (batch,) = import_file(path, [Wanted("", "orders", "", mapping)], KEY).batches
    assert (batch.facts.paid_fen, batch.facts.customers, batch.layout) == (1100, 1, "own")


def test_a_mapping_overrides_a_layout(file):
    path = file(f"{HEAD},净额", f"{line(1)},4.00")
    wanted = Wanted("", "orders", "orders_any", {"paid": "净额"})
    (batch,) = import_file(path, [wanted], KEY).batches
    assert batch.facts.paid_fen == 400


def test_a_sheet_without_what_its_kind_needs_is_told(file):
    found = import_file(file("甲,乙,丙", "1,2,3"), [Wanted("", "orders", "", {"paid": "丙"})], KEY)
    assert found.batches == ()
    assert [problem.code for problem in found.problems] == ["columns_missing"]


def test_a_list_of_what_orders_held_gives_no_lines(file):
    path = file("订单编号,标题,购买数量,外部系统编号,套餐信息", "1,甲,1,x,y")
    found = import_file(path, [Wanted("", "orders", "taobao_details")], KEY)
    assert (found.batches, [problem.code for problem in found.problems]) == ((), ["order_details"])


def test_a_sheet_that_is_not_there_is_refused(file):
    with pytest.raises(InputError) as caught:
        import_file(file(HEAD, line(1)), [Wanted("明日", "orders", "orders_any")], KEY)
    assert caught.value.problems[0].code == "no_such_sheet"


def test_at_most_a_thousand_problems_are_listed_and_the_rest_is_counted(file):
    lines = [line(number, paid="很多") for number in range(MOST_LISTED + 200)]
    found = taken(file(HEAD, line(0), *lines))
    assert len(found.problems) == MOST_LISTED + 1
    assert (found.problems[-1].code, found.problems[-1].values["count"]) == ("more_problems", 200)
    assert [problem.row for problem in found.problems[:3]] == [3, 4, 5]
    assert found.batches[0].table.num_rows == 1


def test_several_sheets_of_a_workbook_come_in_as_what_they_are(tmp_path):
    path = tmp_path / "多表.xlsx"
    with xlsxwriter.Workbook(path) as book:
        orders, products, other = (book.add_worksheet(name) for name in ("订单", "商品", "说明"))
        for row, cells in enumerate([HEAD.split(","), [1, "小王", "2025-01-01 10:00:00", 5, "甲"]]):
            orders.write_row(row, 0, cells)
        for row, cells in enumerate([["商品名称", "售价", "单件成本"], ["甲", 9, 3]]):
            products.write_row(row, 0, cells)
        other.write_row(0, 0, ["一", "二"])
    found = taken(path)
    assert [(batch.sheet, batch.facts.lines) for batch in found.batches] == [("订单", 1)]
    assert [product.name for product in found.products] == ["甲"]
    assert [(p.code, p.values["sheet"]) for p in found.problems] == [("sheet_skipped", "说明")]


def test_hosts_come_in_from_a_roster(file):
    found = taken(
        file(
            "达人昵称,达人ID,粉丝数,30天播放中位数,1-20秒视频报价", "小美,77,1.2万,5000,800", name="名单.csv"
        )
    )
    assert [(host.name, host.followers) for host in found.hosts] == [("小美", 12000)]


ROSTERS = {
    "抖音": [["达人昵称", "粉丝数", "佣金"], ["小美", "1.2万", "20%"]],
    "快手": [["谁", "多少人"], ["小丽", "3w"]],
    "商品": [["货", "卖多少"], ["面膜", "59"]],
    "备用": [["达人昵称", "粉丝数"], ["小花", 5]],
}


@pytest.fixture
def rosters(tmp_path):
    path = tmp_path / "名单.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in ROSTERS.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
    return path


def test_each_sheet_is_taken_as_what_the_merchant_chose_and_no_other(rosters):
    found = import_file(
        rosters,
        [
            Wanted("抖音", "roster", "roster", {"followers": ""}),
            Wanted("快手", "roster", "", {"name": "谁", "followers": "多少人"}),
            Wanted("商品", "products", "own", {"name": "货", "price": "卖多少"}),
        ],
        KEY,
    )
    assert [(h.name, h.followers, [o.commission for o in h.offers]) for h in found.hosts] == [
        ("小美", None, [0.2]),
        ("小丽", 30_000, []),
    ]
    assert [(p.name, p.price) for p in found.products] == [("面膜", 59.0)]
    assert [(p.code, p.values["sheet"]) for p in found.problems] == [("sheet_skipped", "备用")]


@pytest.mark.parametrize(("sheet", "kind"), [("抖音", "roster"), ("商品", "products")])
def test_whoever_stops_waiting_for_a_list_is_left_alone(rosters, sheet, kind):
    mapping = (
        {"name": "货", "price": "卖多少"}
        if kind == "products"
        else {"name": "达人昵称", "followers": "粉丝数"}
    )
    look = look_at(rosters)
    with pytest.raises(Cancelled):
        import_file(rosters, [Wanted(sheet, kind, "", mapping)], KEY, cancelled=lambda: True, look=look)


def test_a_layout_chosen_by_hand_counts_and_not_the_best_guess(rosters):
    found = import_file(rosters, [Wanted("抖音", "roster", "feigua", {"name": "达人昵称"})], KEY)
    assert [(host.name, host.platform) for host in found.hosts] == [("小美", "douyin")]


def test_a_list_without_what_it_needs_is_told_and_the_others_are_taken(rosters):
    wanted = [Wanted("快手", "roster", "", {"name": "谁"}), Wanted("备用", "roster", "roster")]
    found = import_file(rosters, wanted, KEY)
    assert [host.name for host in found.hosts] == ["小花"]
    assert ("columns_missing", "快手") in [(p.code, p.values["sheet"]) for p in found.problems]
    with pytest.raises(InputError) as caught:
        import_file(rosters, [Wanted("没有", "products", "products")], KEY)
    assert caught.value.problems[0].code == "no_such_sheet"


@pytest.mark.parametrize(
    ("lines", "kind", "columns"),
    [
        (("甲,乙", "小美,1.2万"), "roster", {"name": "甲", "followers": "乙"}),
        (("甲,乙", "小美,5"), "products", {"name": "甲", "price": "乙"}),
    ],
)
def test_a_remembered_mapping_of_a_list_is_used_without_asking(file, lines, kind, columns):
    path = file(*lines, name="我的.csv")
    own = {signature_of(lines[0].split(",")): {"kind": kind, "columns": columns}}
    look = look_at(path, own)
    found = import_file(path, wanted_of(look), KEY, own, look=look)
    assert [one.name for one in (*found.hosts, *found.products)] == ["小美"]
    assert found.problems == ()


@pytest.mark.parametrize(("memo", "state"), [("刷", "brushed"), (" 刷\t", "brushed"), ("电动牙刷", "paid")])
def test_a_mark_of_one_sign_is_only_a_whole_cell(file, monkeypatch, memo, state):
    layout = replace(layout_for("orders", "orders_any"), brushed=Marks(("memo",), ("刷",)))
    monkeypatch.setattr(recognising, "layout_for", lambda *_: layout)
    path = file(f"{HEAD},商家备注", f"{line(1)},{memo}")
    (batch,) = import_file(path, [ORDERS], KEY).batches
    assert batch.table["state"].to_pylist() == [state]


@pytest.mark.parametrize("named", [True, False])
def test_a_table_parted_by_blanks_is_read_by_its_names_or_numbers(file, named):
    lines = [f" {n % 20:05} 19970112  1   12.00" for n in range(40)]
    lines[1:1] = ["  stray words"]
    path = file(*([" id date number value"] if named else []), *lines, name="cd.txt")
    names = ("id", "date", "number", "value") if named else ("1", "2", "3", "4")
    mapping = dict(zip(("buyer", "paid_at", "quantity", "paid"), names, strict=True))
    assert look_at(path).sheets[0].header == names
    (batch,) = import_file(path, [Wanted("", "orders", "", mapping)], KEY).batches
    assert (batch.facts.lines, batch.facts.paid_fen, batch.facts.customers) == (40, 48_000, 20)
    assert batch.table["row"].to_pylist()[:3] == [1 + named, 3 + named, 4 + named]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_such_a_table_is_the_same_in_any_pieces(tmp_path, monkeypatch, end):
    path = tmp_path / "cd.txt"
    lines = [f"{n % 7:05} 19970{1 + n % 9}12 {n} 1{n % 5}.00" for n in range(50)]
    path.write_bytes(end.join(lines).encode())
    look = look_at(path).sheets[0]
    whole = blanks.blank_sheet(path, look)
    monkeypatch.setattr(blanks, "_AT_ONCE", 7)
    parts = blanks.blank_sheet(path, look)
    for sheet in (whole, parts):
        columns = [sheet.coded(place) for place in range(4)]
        read = zip(*([one.words[code] for code in one.codes] for one in columns), strict=True)
        assert [" ".join(row) for row in read] == lines
        assert [len(one.words) for one in columns] == [7, 9, 50, 5]
        assert sheet.lines.tolist() == list(range(1, 51))


def test_progress_only_grows_and_ends_with_all(file):
    told = []
    path = file(HEAD, *(line(number) for number in range(50)))
    import_file(path, [ORDERS], KEY, progress=lambda code, share: told.append((code, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert (told[0][0], told[-1]) == ("reading", ("done", 1.0))
    assert {"reading", "understanding"} <= {code for code, _ in told}


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_whoever_stops_waiting_is_left_alone(file, after):
    path = file(HEAD, *(line(number) for number in range(50)))
    asked = iter(range(10_000))
    with pytest.raises(Cancelled):
        import_file(path, [ORDERS], KEY, cancelled=lambda: next(asked) >= after)


def test_whoever_waits_is_asked_about_every_half_second(file):
    path = file(HEAD, *(line(number, at=f"2025-01-01 10:{number % 60:02}:00") for number in range(100_000)))
    asked = [time.perf_counter()]

    def cancelled():
        asked.append(time.perf_counter())
        return False

    import_file(path, [ORDERS], KEY, cancelled=cancelled)
    asked.append(time.perf_counter())
    assert np.diff(asked).max() < 5.0  # half a second where nothing else works


# ── real files ──

ORDER_FILES = {
    "1月_gbk.csv": (50, 50, 0, 408586),
    "1月_gbk_tab.txt": (50, 50, 0, 408586),
    "CDNOW_master.txt": (69_659, 69_659, 0, 250_031_563),
    "CDNOW_sample.txt": (6_919, 6_919, 0, 24_409_194),
    "cosmetics_wholesale_2019.xlsx": (31_452, 31_441, 6, 445_406_885_900),
    "online_retail_every20th_customer.xlsx": (21_067, 20_482, 223, 44_968_819),
    "taobao_one_shop_2019.xlsx": (28_833, 27_793, 0, 351_130_500),
}
CUSTOMERS = {
    "CDNOW_master.txt": (23_570, "lines", "49.4782"),
    "CDNOW_sample.txt": (2_357, "lines", "48.8757"),
    "cosmetics_wholesale_2019.xlsx": (1_084, "days", "99.9077"),
    "online_retail_every20th_customer.xlsx": (215, "orders", "59.5349"),
    "taobao_one_shop_2019.xlsx": (25_420, "lines", "8.0763"),
}
DAYS = {"CDNOW_master.txt": "48.8587", "taobao_one_shop_2019.xlsx": "6.8883"}


@real
@pytest.mark.parametrize("name", ORDER_FILES)
def test_a_real_order_list_comes_in_with_the_figures_it_is_known_for(name):
    (batch,) = taken(DATA / "orders" / name).batches
    lines, paid, repeated, fen = ORDER_FILES[name]
    facts = batch.facts
    assert (facts.lines, facts.states["paid"], facts.repeated, facts.paid_fen) == (lines, paid, repeated, fen)
    if name in CUSTOMERS:
        customers, by, share = CUSTOMERS[name]
        found = again(batch)
        assert (facts.customers, found.customers) == (customers, customers)
        assert f"{getattr(found, by) * 100:.4f}" == share
        assert f"{found.days * 100:.4f}" == DAYS.get(name, f"{found.days * 100:.4f}")


@real
def test_what_is_set_aside_of_a_real_file_is_told_by_row():
    found = taken(DATA / "orders/cosmetics_wholesale_2019.xlsx")
    codes = [problem.code for problem in found.problems]
    assert {code: codes.count(code) for code in codes} == {
        "date_far_off": 1, "required": 4, "repeated_order": 6, "sheet_skipped": 1,
    }  # fmt: skip
    assert found.problems[0].values["text"] == "2050-06-09"
    assert len(found.products) == 122


@real
@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("orders_gb18030_preface_total.csv", 37),
        ("orders_gbk_bare_equals.csv", 1),
        ("orders_utf8bom_leading_tab.csv", 1),
    ],
)
def test_orders_in_the_dirt_come_in_to_the_last_digit(name, scale):
    truth = json.loads((DATA / "dirt/truth_orders.json").read_text())
    found = taken(DATA / "dirt" / name)
    (batch,) = found.batches
    states = batch.facts.states
    ids = batch.table["order_id"].to_pylist()
    assert (batch.facts.lines, batch.facts.set_aside) == (truth["orders"], 0)
    assert states["paid"] + states["refunded"] == truth["paid_orders"]
    assert (ids[0], ids[-1]) == (truth["first_id"], truth["last_id"])
    assert net_fen(batch) == round(truth["sum_paid"] * 100) * scale
    assert batch.facts.refunded_fen == round(truth["sum_refund"] * 100) * scale
    assert total_of(DATA / "dirt" / name) == round(truth["sum_total"] * 100) * scale
    assert batch.facts.total_off_fen == (0 if scale > 1 else None)
    assert {problem.code for problem in found.problems} == ({"total_row"} if scale > 1 else set())
    assert batch.facts.buyers is Buyers.ABSENT


def total_of(path):
    """The sum of the column 总金额, unpaid orders included."""
    look = look_at(path)
    (sheet,) = look.sheets
    place = sheet.header.index("总金额")
    every = range(len(sheet.header))
    read = open_sheet(path, "", sheet.header_line, sheet.header, every, (), look.encoding, look.delimiter)
    coded = read.coded(place)
    return int(amounts(coded.words).values[coded.codes].sum())


@real
def test_the_dirty_settlement_holds_every_order_with_its_sign():
    (batch,) = taken(DATA / "dirt/settlement_second_header_apostrophe.csv").batches
    assert (batch.kind, batch.facts.lines, batch.facts.set_aside) == (BatchKind.SETTLEMENT, 500, 0)
    truth = json.loads((DATA / "dirt/truth_orders.json").read_text())
    assert sum(batch.table["settled_fen"].to_pylist()) == round(
        (truth["sum_paid"] - truth["sum_refund"]) * 100
    )
    assert batch.table["order_id"].to_pylist()[-1] == truth["last_id"]


@real
def test_order_lines_of_any_export_serve_the_purchase_history():
    orders = read_orders(DATA / "orders/taobao_one_shop_2019.xlsx", KEY)
    assert (len(orders.records), orders.layout, orders.set_aside) == (27_793, "orders_any", 0)
    assert sum(order.paid for order in orders.records) == 3_511_305
    assert len({order.buyer_key for order in orders.records}) == 25_420


@real
@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("headers/*")))
def test_a_header_alone_gives_an_empty_batch_or_nothing(name):
    found = taken(DATA / "headers" / name)
    assert all(batch.table.num_rows == 0 and batch.facts.buyers is Buyers.ABSENT for batch in found.batches)
