"""Faults once found in what was made of order files, each with the answer worked out by hand."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.words.problems import sentence
from model.batches import Batch, BatchKind, Facts, schema
from model.errors import Problem
from model.intake.importing import Wanted, import_file
from model.intake.joined.joining import join
from model.intake.joined.summary import overview, summary
from model.intake.layouts.layouts import layouts
from model.intake.lines.quoting import HIDDEN, may_quote, may_quote_state, quoted_id
from model.intake.sheets.textsheet import read_text
from model.intake.sheets.wanted import Columns

KEY = b"k" * 32
DOUYIN = (
    "主订单编号,子订单编号,选购商品,商品数量,商品ID,订单应付金额,收件人,收件人手机号,详细地址,买家留言,订单提交时间,支付完成时间,"
    "流量来源,订单状态,达人ID,达人昵称,售后状态,取消原因,发货时间,商家备注"
)
REFUNDS = "售后单号,订单号,商品单号,退商品金额（元）,退运费金额（元）,售后状态,售后申请时间,商家退款时间,用户到账时间"
WEIXIN = (
    "订单号,订单下单时间,支付时间,订单状态,订单实际支付金额,商品总价,技术服务费,商品名称,商品编码(平台),商品价格(单件),商品实际价格(总共),"
    "商品数量,商品售后,商品已退款金额,带货账号昵称,带货费用"
)
TIKTOK = (
    "Order ID,Order Status,Cancelation/Return Type,SKU ID,Product Name,Quantity,SKU Unit Original Price,"
    "SKU Subtotal After Discount,Order Amount,Order Refund Amount,Created Time,Paid Time"
)
KUAISHOU = "订单号,赠品订单号,订单创建时间,订单支付时间,订单状态,实付款,成交数量,售后状态,商品名称,商品ID,渠道,CPS达人ID,CPS达人昵称,快赚客ID,快赚客昵称"


@pytest.fixture
def take(tmp_path):
    def taken(header, *rows, kind="orders", layout="douyin_orders", name="表.csv", raw=""):
        out = io.StringIO()
        writer = csv.writer(out)
        names = header.split(",")
        writer.writerow(names)
        for row in rows:
            assert row.keys() <= set(names)
            writer.writerow([row.get(one, "") for one in names])
        path = tmp_path / name
        path.write_text(out.getvalue() + raw, encoding="utf-8")
        found = import_file(path, [Wanted("", kind, layout)], KEY)
        return found.batches[0], found.problems

    return taken


def bought(number, **more):
    return {
        "主订单编号": f"69{number:017}", "子订单编号": f"69{number:017}", "选购商品": "洁面乳", "商品数量": "1",
        "商品ID": "36", "订单应付金额": "59.00", "收件人": "##密文", "详细地址": "##某路", "订单提交时间": "2025-03-01 10:00:00",
        "支付完成时间": f"2025-03-01 10:00:{number:02}", "流量来源": "精选联盟", "订单状态": "已完成", "达人ID": "70",
        "售后状态": "-", **more,
    }  # fmt: skip


def column(batch, name):
    return batch.table[name].to_pylist()


def codes(problems):
    return {problem.code: dict(problem.values) for problem in problems if problem.code != "buyers_masked"}


# ── what may be quoted ──


@pytest.mark.parametrize(
    ("text", "field", "may"),
    [
        ("2026-13-45", "paid_at", True),
        ("2026年13月1日", "at", True),
        ("我叫李四13812345678", "created_at", False),
        ("13812345678", "created_at", False),
        ("138 1234 5678", "paid", False),
        ("王小明", "paid_at", False),
        ("¥1.2.3元", "paid", True),
        ("幸福路1号", "paid", False),
        ("3.5件", "quantity", True),
        ("0571-88888888", "quantity", False),
        ("6.92E+18", "order_id", True),
        ("692000000000000001", "order_id", True),
        ("13812345678", "order_id", False),
        ("张三", "order_id", False),
        ("9" * 31, "paid", False),
    ],
)
def test_a_faulty_cell_is_quoted_only_when_it_could_be_what_the_column_wants(text, field, may):
    assert may_quote(text, [field]) is may


@given(
    st.text(alphabet="王李张我叫住在路号栋送到zhao", min_size=1),
    st.sampled_from(["paid_at", "paid", "quantity"]),
)
def test_words_of_a_buyer_are_never_quoted(text, field):
    assert not may_quote(text + "王", [field])


def test_only_words_for_a_state_are_quoted_as_one():
    assert may_quote_state("待仓库发货", 1)
    assert may_quote_state("神秘", 2)
    assert not may_quote_state("王小明", 1)
    assert not may_quote_state("请尽快发货", 5)
    assert not may_quote_state("13812345678", 9)
    assert (quoted_id("A-1"), quoted_id("张三")) == ("A-1", HIDDEN)


@pytest.mark.parametrize("code", ["not_whole", "not_a_date", "too_low", "not_a_quantity"])
def test_a_hidden_cell_still_makes_a_sentence(code):
    assert sentence(Problem(code, "f.csv", 2, "x", {"text": HIDDEN, "low": 1}))


def test_a_line_that_breaks_off_is_never_quoted(take):
    rows = [bought(n) for n in range(1, 4)]
    cells = [bought(9, 订单提交时间="2025-99-01").get(name, "") for name in DOUYIN.split(",")][:16]
    batch, problems = take(DOUYIN, *rows, raw=",".join(cells) + "\n")
    (told,) = (p for p in problems if p.code == "not_a_date")
    assert (told.row, told.values["text"]) == (5, HIDDEN)
    assert batch.facts.lines == 4


# ── lines of another width ──


def shifted(number):
    """A line whose address has a comma nobody quoted."""
    row = bought(number, 详细地址="幸福路1号, 张三丰收", 买家留言="我叫李四13812345678")
    return ",".join(row.get(name, "") for name in DOUYIN.split(",")) + "\n"


def test_a_line_with_more_cells_than_the_header_is_set_aside_and_quotes_nobody(take):
    batch, problems = take(DOUYIN, *(bought(n) for n in range(1, 5)), raw=shifted(9))
    assert column(batch, "state") == ["paid"] * 4
    assert (batch.facts.lines, batch.facts.set_aside) == (5, 1)
    (told,) = (p for p in problems if p.code == "row_too_wide")
    assert (told.row, dict(told.values)) == (6, {"cells": 21, "columns": 20})
    assert "李四" not in repr(problems)
    assert "138" not in repr(problems)


def test_a_file_whose_lines_all_end_in_a_comma_is_as_it_is(take):
    lines = [",".join(bought(n).get(name, "") for name in DOUYIN.split(",")) + ",\n" for n in range(1, 6)]
    batch, problems = take(DOUYIN, raw="".join(lines))
    assert (batch.table.num_rows, codes(problems)) == (5, {})
    batch, problems = take(DOUYIN, raw="".join(lines) + shifted(9).replace("\n", ",\n"))
    assert (batch.table.num_rows, batch.facts.set_aside) == (5, 1)
    assert codes(problems) == {"row_too_wide": {"cells": 22, "columns": 20}}


def test_a_line_that_ends_before_a_needed_cell_is_set_aside(take):
    batch, problems = take(
        DOUYIN, bought(1), raw="6900000000000000009,6900000000000000009,洁面乳,1,36,59.00,##密文\n"
    )
    assert codes(problems) == {"row_too_short": {"cells": 7, "columns": 20}}
    assert (batch.table.num_rows, batch.facts.set_aside) == (1, 1)


def test_a_line_that_leaves_out_its_empty_end_is_taken(take):
    row = [bought(9).get(name, "") for name in DOUYIN.split(",")][:17]
    batch, problems = take(DOUYIN, bought(1), raw=",".join(row) + "\n")
    assert (column(batch, "state"), codes(problems)) == (["paid", "paid"], {})


@pytest.mark.parametrize("piece", [64, 1 << 22])
@pytest.mark.parametrize("quoted", ["", '"a\nb"'])
@pytest.mark.parametrize("end", ["", ","])
def test_both_engines_count_the_cells_alike(tmp_path, piece, quoted, end):
    """The csv module cuts the file with a broken line, pyarrow the parts of it that are even."""
    path = tmp_path / "x.csv"
    lines = ["a,b,c", *[f"1,2,{quoted}{end}"] * 40]
    for row in ("1,2,3,4,5", "1"):
        path.write_text("\n".join([*lines, row]) + "\n")
        columns = Columns(path, 1, frozenset([0]), frozenset(), "utf-8", ",")
        read = read_text(columns, lambda _code, _share: None, lambda: False, piece)
        assert read.cells is not None
        assert read.cells.tolist() == [0] * 40 + [len(row.split(","))]
    path.write_text("\n".join(lines) + "\n")
    read = read_text(columns, lambda _code, _share: None, lambda: False, piece)
    assert read.cells is None or not read.cells.any()


# ── money ──


def weixin(order, product, **more):
    return {
        "订单号": f"37{order:017}", "订单下单时间": "2025-05-01 10:00:00", "支付时间": "2025-05-01 10:00:30", "订单状态": "已完成",
        "订单实际支付金额": "180.00", "商品总价": "180.00", "商品名称": product, "商品编码(平台)": product, "商品价格(单件)": "90.00",
        "商品实际价格(总共)": "90.00", "商品数量": "1", "商品已退款金额": "0.00", **more,
    }  # fmt: skip


def test_the_total_of_an_order_is_not_the_payment_of_a_line(take):
    rows = [weixin(3, "精华", 商品已退款金额="90.00", 商品售后="售后完成"), weixin(3, "眼霜")]
    batch, _ = take(WEIXIN, *rows, layout="weixin_orders")
    lines = zip(*(column(batch, name) for name in ("paid_fen", "refunded_fen", "state")), strict=True)
    assert list(lines) == [(9000, 9000, "refunded"), (9000, 0, "paid")]


def tiktok(order, product, **more):
    return {
        "Order ID": f"57{order:016}", "Order Status": "Completed", "SKU ID": product, "Product Name": product, "Quantity": "1",
        "SKU Unit Original Price": "$9.00", "SKU Subtotal After Discount": "$9.00", "Order Amount": "$18.00",
        "Order Refund Amount": "$0.00", "Created Time": "03/25/2025 10:00:00 PM", "Paid Time": "03/25/2025 10:01:00 PM",
        **{name.replace("_", " "): cell for name, cell in more.items()},
    }  # fmt: skip


def test_the_amount_of_a_tiktok_order_does_not_double_its_lines(take):
    one = tiktok(1, "Lip", Order_Refund_Amount="$9.00")
    batch, _ = take(TIKTOK, one, one | {"SKU ID": "Brush"}, tiktok(2, "Lip"), layout="tiktok_orders")
    assert column(batch, "paid_fen") == [900, 900, 900]
    assert column(batch, "refunded_fen") == [450, 450, 0]


def test_a_return_that_was_asked_for_is_no_refund(take):
    asked = {"Cancelation/Return Type": "Return/Refund"}
    rows = [tiktok(1, "Lip") | asked, tiktok(2, "Lip", Order_Refund_Amount="$9.00") | asked]
    batch, problems = take(TIKTOK, *rows, layout="tiktok_orders")
    assert column(batch, "state") == ["paid", "refunded"]
    assert column(batch, "refunded_fen") == [0, 900]
    assert "after_sale_unknown" not in codes(problems)


def test_unknown_words_for_the_after_sale_and_refunds_without_an_amount_are_told(take):
    words = ["已走绿色通道", "已走绿色通道", "部分退款", "退款成功", "售后关闭", "-"]
    batch, problems = take(DOUYIN, *(bought(n, 售后状态=word) for n, word in enumerate(words, 1)))
    assert column(batch, "refunded_fen") == [0, 0, 0, 5900, 0, 0]
    assert codes(problems) == {
        "after_sale_unknown": {"text": "已走绿色通道", "count": 2},
        "refund_without_amount": {"count": 1},
        "refund_taken_whole": {"count": 1},
    }


def kuaishou(number, **more):
    return {
        "订单号": f"22{number:011}", "订单创建时间": "2022/3/1 17:59:54", "订单支付时间": "2022/3/1 18:00:54", "订单状态": "交易成功",
        "实付款": "¥59.00", "成交数量": "1", "商品名称": "面膜", "渠道": "分销", "CPS达人ID": "10086", **more,
    }  # fmt: skip


def test_a_zero_is_no_host(take):
    nobody = {"CPS达人ID": "0", "快赚客ID": "300", "快赚客昵称": "快赚B"}
    batch, _ = take(
        KUAISHOU, kuaishou(1), kuaishou(2, **nobody), kuaishou(3, CPS达人ID="0"), layout="kuaishou_orders"
    )
    assert column(batch, "host_id") == ["10086", "300", None]


def test_what_costs_nothing_and_what_belongs_to_an_order_as_a_gift_is_no_sale(take):
    rows = [kuaishou(1), kuaishou(2, 赠品订单号="2299"), kuaishou(3, 实付款="¥0.00")]
    batch, problems = take(KUAISHOU, *rows, layout="kuaishou_orders")
    assert (column(batch, "state"), codes(problems)) == (["paid", "gift", "gift"], {})


# ── several files ──


def case(at="-", **more):
    return {
        "售后单号": "14001", "订单号": f"69{1:017}", "商品单号": f"69{1:017}", "退商品金额（元）": "20.00", "售后状态": "退款成功",
        "售后申请时间": "2025-03-05 10:00:00", "商家退款时间": "2025-03-06 10:00:00", "用户到账时间": at, **more,
    }  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
def test_a_case_whose_time_moved_is_one_refund(take, turned):
    orders, _ = take(DOUYIN, bought(1), bought(2))
    how = {"kind": "refunds", "layout": "douyin_refunds"}
    april, _ = take(REFUNDS, case(), **how)
    may, _ = take(REFUNDS, case("2025-04-07 09:00:00"), case("2025-04-08 09:00:00", 售后单号="14002"), **how)
    lines = join([orders, *((may, april) if turned else (april, may))])
    assert lines.table["refunded_fen"].to_pylist() == [4000, 0]
    assert sum(one.repeated for one in lines.joins) == 1


def test_files_of_before_cases_were_kept_are_still_told_apart_by_time_and_amount(take):
    orders, _ = take(DOUYIN, bought(1), bought(2))
    header = REFUNDS.removeprefix("售后单号,")
    row = case("2025-04-07 09:00:00")
    old, _ = take(
        header, {k: v for k, v in row.items() if k != "售后单号"}, kind="refunds", layout="douyin_refunds"
    )
    new, _ = take(REFUNDS, row, kind="refunds", layout="douyin_refunds")
    for files in ([old, new], [new, old]):
        assert join([orders, *files]).table["refunded_fen"].to_pylist() == [2000, 0]


def test_refunds_and_settlements_keep_their_case():
    assert "case_id" in schema(BatchKind.REFUNDS).names
    assert "case_id" in schema(BatchKind.SETTLEMENT).names
    named = {
        layout.name
        for kind in ("refunds", "settlement")
        for layout in layouts(kind)
        if "case_id" in layout.columns
    }
    assert {"douyin_refunds", "refunds", "douyin_ledger", "jd_settlement"} <= named


def test_lines_whose_id_a_spreadsheet_cut_off_are_not_doubled_by_an_overlap(take):
    lost = {"主订单编号": "6.92E+18", "子订单编号": "6.92E+18"}
    rows = [bought(n, **lost) for n in range(1, 5)]
    march, problems = take(DOUYIN, *rows[:3])
    later, _ = take(DOUYIN, *rows)
    assert join([march, later]).table.num_rows == join([later, march]).table.num_rows == 4
    (told, *_) = (p for p in problems if p.code == "id_lost_digits")
    assert (told.values["text"], "joined" in sentence(told) or "关联" in sentence(told)) == ("6.92E+18", True)


@pytest.mark.parametrize("turned", [False, True])
def test_the_later_state_stands_whichever_file_was_taken_first(take, turned):
    unpaid = {"订单状态": "待支付", "支付完成时间": "-"}
    early, _ = take(DOUYIN, bought(1, **unpaid), bought(2), bought(3), bought(4, **unpaid))
    late, _ = take(
        DOUYIN,
        bought(1),
        bought(2, 订单状态="已关闭", 售后状态="退款成功"),
        bought(3, 售后状态="退款中"),
        bought(5),
    )
    table = join([late, early] if turned else [early, late]).table
    states = dict(zip(table["order_id"].to_pylist(), table["state"].to_pylist(), strict=True))
    assert list(map(states.__getitem__, sorted(states))) == ["paid", "refunded", "paid", "unpaid", "paid"]


def made(day, **row):
    """A batch of one line whose file ends with a day."""
    import pyarrow as pa

    shape = schema(BatchKind.ORDERS)
    cells = {"order_id": "1", "state": "paid", "paid_fen": 100, "refunded_fen": 0, **row}
    table = pa.Table.from_arrays([pa.array([cells.get(f.name)], f.type) for f in shape], schema=shape)
    return Batch(
        BatchKind.ORDERS, "x", "x", "f", "", repr(row), Facts(1, last_day=dt.date(2025, 3, day)), table
    )


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (made(9, refunded_fen=10, product="a"), made(20, product="b"), "a"),
        (made(9, product="a"), made(20, product="b"), "b"),
        (made(9, product="a"), made(20, state="unpaid", product="b"), "a"),
        (made(9, product="a"), made(8, state="refunded", refunded_fen=100, product="b"), "b"),
        (made(9, sub_id="7", product="a"), made(20, sub_id="7", product="b"), "b"),
        (made(9, sub_id="7", product="a", refunded_fen=5), made(20, product="b"), "a"),
    ],
)
def test_of_two_paid_states_the_larger_refund_wins_then_the_file_that_ends_later(one, other, kept):
    for files in ([one, other], [other, one]):
        assert join(files).table["product"].to_pylist() == [kept]


def test_money_of_another_currency_is_not_added_to_yuan(take):
    orders, _ = take(DOUYIN, bought(1), bought(2))
    foreign, _ = take(TIKTOK, tiktok(1, "Lip"), layout="tiktok_orders")
    assert (orders.facts.currency, foreign.facts.currency) == ("CNY", "USD")
    lines = join([orders, foreign])
    found = summary(lines)
    assert (found.overview.paid_fen, found.overview.foreign, found.overview.lines) == (11800, 1, 3)
    assert [product.product for product in found.products] == ["洁面乳"]
    assert overview(join([foreign])).paid_fen == 0
