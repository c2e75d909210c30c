"""What the lines of each export mean: states, refunds, hosts, repeats and totals, to the last fen."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.batches import BatchKind, Buyers
from model.intake.cells.moments import moments
from model.intake.importing import Wanted, import_file
from model.intake.layouts.layouts import every_layout
from model.intake.layouts.recognising import mapping
from model.intake.lines.sharing import spread

KEY = b"k" * 32
DOUYIN = (
    "主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,订单应付金额,收件人,收件人手机号,详细地址,"
    "订单提交时间,支付完成时间,流量来源,订单状态,达人ID,达人昵称,售后状态,取消原因,发货时间,商家备注"
)


@pytest.fixture
def take(tmp_path):
    def taken(lines, kind="orders", layout="orders_any", mapping=None, order="", encoding="utf-8"):
        path = tmp_path / "表.csv"
        path.write_text("\n".join(lines), encoding=encoding)
        found = import_file(path, [Wanted("", kind, layout, mapping or {}, order)], KEY)
        (batch,) = found.batches
        return batch, found.problems

    return taken


def column(batch, name):
    return batch.table[name].to_pylist()


def douyin(sub, status="已完成", after="-", paid_at="2025-03-01 10:00:00", **more):
    cells = {
        "main": f"M{sub}", "product": "面膜", "paid": "100.00", "phone": "##密文", "channel": "精选联盟",
        "host": "77", "name": "小美", "reason": "-", "memo": "", **more,
    }  # fmt: skip
    return (
        f'"\t{cells["main"]}","\t{sub}",{cells["product"]},红,1,"\t99",{cells["paid"]},张*,{cells["phone"]},杭州,'
        f"2025-03-01 09:59:00,{paid_at},{cells['channel']},{status},{cells['host']},{cells['name']},{after},"
        f"{cells['reason']},-,{cells['memo']}"
    )


@pytest.mark.parametrize(
    ("status", "after", "paid_at", "state", "paid", "refunded"),
    [
        ("已完成", "-", "2025-03-01 10:00:00", "paid", 10000, 0),
        ("已发货", "退款中", "2025-03-01 10:00:00", "paid", 10000, 0),
        ("已发货", "换货成功", "2025-03-01 10:00:00", "paid", 10000, 0),
        ("已完成", "售后关闭", "2025-03-01 10:00:00", "paid", 10000, 0),
        ("已完成", "已全额退款", "2025-03-01 10:00:00", "refunded", 10000, 10000),
        ("已关闭", "同意退款，退款成功", "2025-03-01 10:00:00", "refunded", 10000, 10000),
        ("已关闭", "-", "2025-03-01 10:00:00", "refunded", 10000, 10000),
        ("已关闭", "-", "-", "closed", 0, 0),
        ("待支付", "-", "-", "unpaid", 0, 0),
    ],
)
def test_a_douyin_line_is_what_its_words_and_times_say(take, status, after, paid_at, state, paid, refunded):
    batch, problems = take([DOUYIN, douyin("1", status, after, paid_at)], layout="douyin_orders")
    assert column(batch, "state") == [state]
    assert (column(batch, "paid_fen"), column(batch, "refunded_fen")) == ([paid], [refunded])
    assert {problem.code for problem in problems} <= {"buyers_masked", "refund_taken_whole"}


def test_a_douyin_line_keeps_its_ids_as_text_and_its_host(take):
    sub = "6953547102608758621"
    batch, _ = take([DOUYIN, douyin(sub), douyin("2", channel="商品卡")], layout="douyin_orders")
    assert column(batch, "sub_id") == [sub, "2"]
    assert column(batch, "order_id") == ["M" + sub, "M2"]
    assert (column(batch, "host_id"), column(batch, "host")) == (["77", None], ["小美", None])
    assert column(batch, "paid_at") == [dt.datetime.fromisoformat("2025-03-01T10:00")] * 2
    assert column(batch, "shipped") == [False, False]
    assert (batch.platform, batch.facts.hosts, batch.facts.products) == ("douyin", 1, 1)


def test_a_word_for_the_status_that_nobody_knows_is_told_once_and_the_time_decides(take):
    lines = [DOUYIN, douyin("1", "神秘"), douyin("2", "神秘", paid_at="-"), douyin("3")]
    batch, problems = take(lines, layout="douyin_orders")
    assert column(batch, "state") == ["paid", "unpaid", "paid"]
    (told,) = (problem for problem in problems if problem.code == "status_unknown")
    assert (told.row, told.column, told.values) == (2, "订单状态", {"text": "神秘", "count": 2})


def test_padded_orders_are_not_sales(take):
    batch, _ = take([DOUYIN, douyin("1", memo="老客刷单勿发"), douyin("2")], layout="douyin_orders")
    assert column(batch, "state") == ["brushed", "paid"]
    assert batch.facts.paid_fen == 10000


@pytest.mark.parametrize("memo", ["要软毛牙刷头", "尽快发货", ""])
def test_a_note_that_only_holds_a_sign_of_a_mark_is_no_mark(take, memo):
    batch, _ = take([DOUYIN, douyin("1", memo=memo)], layout="douyin_orders")
    assert column(batch, "state") == ["paid"]


def test_a_gift_is_no_sale(take):
    lines = [
        "订单号,付款时间,实付金额,是否赠品",
        "1,2025-01-01,0,是",
        "2,2025-01-01,9,否",
        "3,2025-01-01,9,不是",
    ]
    batch, _ = take(lines)
    assert column(batch, "state") == ["gift", "paid", "paid"]


def test_the_same_sub_order_counts_once_but_two_of_one_order_count_twice(take):
    lines = [DOUYIN, douyin("1", main="A"), douyin("2", main="A"), douyin("1", main="A")]
    batch, problems = take(lines, layout="douyin_orders")
    assert column(batch, "sub_id") == ["1", "2"]
    assert (batch.facts.lines, batch.facts.set_aside, batch.facts.repeated) == (3, 1, 1)
    (again,) = (problem for problem in problems if problem.code == "repeated_order")
    assert (again.row, again.values) == (4, {"id": "1", "first_row": 2})


def test_without_sub_orders_whole_lines_of_an_order_count_once(take):
    lines = [
        "订单号,付款时间,商品,数量,实付金额",
        "1,2025-01-01,甲,1,5",
        "1,2025-01-01,乙,1,5",
        "1,2025-01-01,甲,1,5",
    ]
    batch, _ = take(lines)
    assert column(batch, "product") == ["甲", "乙"]
    assert column(batch, "sub_id") == [None, None]


def test_without_any_id_equal_lines_are_two_purchases(take):
    batch, _ = take(["买家昵称,付款日期,实付金额", "小王,2025-01-01,5", "小王,2025-01-01,5"])
    assert (batch.facts.set_aside, batch.facts.paid_fen, batch.facts.customers) == (0, 1000, 1)


def test_several_sub_orders_of_a_cell_become_lines_and_share_the_amount(take):
    head = (
        "主订单编号,子订单编号,选购商品,货号,商品数量,商品ID,商品金额,订单应付金额,订单提交时间,支付完成时间,"
        "流量来源,订单状态,达人ID,达人昵称,售后状态,快递信息,拼团订单团编号"
    )
    line = "A,1;2;3,甲;乙;丙,x;y;z,1;2;1,7;8;9,10;20;50,99.99,2025-01-01 00:00:00,2025-01-01 00:00:01,精选联盟,已完成,5,美,-,,"
    batch, problems = take([head, line, line.replace("A,1;2;3", "B,4;5;6")], layout="douyin_orders_main")
    assert column(batch, "sub_id") == ["1", "2", "3", "4", "5", "6"]
    assert column(batch, "product") == ["甲", "乙", "丙"] * 2
    assert column(batch, "quantity") == [1, 2, 1] * 2
    assert column(batch, "paid_fen") == [1000, 4000, 4999] * 2
    assert column(batch, "row") == [2, 2, 2, 3, 3, 3]
    assert problems == ()


def test_a_total_repeated_on_the_lines_of_an_order_counts_once(take):
    head = "订单号,商品ID,商品名称,订购数量,下单时间,京东价,订单金额,商家应收,订单状态,下单帐号,联系电话"
    lines = [
        head,
        "1,11,甲,1,2025-01-01 10:00:00,30,100.00,99.00,完成,a,1******6198",
        "1,12,乙,2,2025-01-01 10:00:00,60,100.00,99.00,完成,a,1******6198",
        "2,11,甲,1,2025-01-02 10:00:00,30,30.00,29.00,完成,b,1******6199",
        "3,11,甲,1,2025-01-02 10:00:00,30,30.00,29.00,(删除)等待出库,b,1******6199",
    ]
    batch, _ = take(lines, layout="jd_orders")
    assert column(batch, "paid_fen") == [2000, 8000, 3000, 0]
    assert column(batch, "state") == ["paid", "paid", "paid", "closed"]
    assert batch.facts.paid_fen == 13000
    assert (batch.facts.buyers, batch.facts.customers) == (Buyers.KNOWN, 2)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 10**6)), min_size=1, max_size=40),
    st.lists(st.integers(0, 10**9), min_size=6, max_size=6),
)
def test_a_divided_amount_adds_up_to_the_last_fen(lines, totals):
    groups = np.array([group for group, _ in lines], np.int32)
    weights = np.array([weight for _, weight in lines], float)
    fen = np.array([totals[group] for group in groups], np.int64)
    divided = spread(fen, groups, weights, np.ones(len(lines), bool))
    assert divided.min() >= 0
    for group in set(groups.tolist()):
        assert divided[groups == group].sum() == totals[group]


def test_amounts_that_differ_within_an_order_are_the_lines_own():
    fen = np.array([100, 200, 50], np.int64)
    divided = spread(fen, np.array([1, 1, 2], np.int32), np.ones(3), np.ones(3, bool))
    assert divided.tolist() == [100, 200, 50]


TAOBAO = "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,订单关闭原因,退款金额,联系手机"


def test_payments_that_are_shown_less_their_refund_are_made_whole(take):
    lines = [
        TAOBAO,
        "1,a,64.80,0.00,交易关闭,2025-01-01 00:00:00,2025-01-01 00:00:01,,64.80,",
        "2,b,327.70,148.90,交易成功,2025-01-01 00:00:00,2025-01-01 00:00:01,,178.80,",
        "3,c,21.00,21.00,交易成功,2025-01-01 00:00:00,2025-01-01 00:00:01,,0.00,",
        "4,d,9.00,0.00,交易关闭,2025-01-01 00:00:00,,买家未付款,0.00,",
        "5,e,9.00,0.00,付款以后用户退款成功，交易自动关闭,2025-01-01 00:00:00,2025-01-01 00:00:01,,0.00,",
    ]
    batch, _ = take(lines, layout="taobao_orders_old")
    assert column(batch, "state") == ["refunded", "paid", "paid", "closed", "refunded"]
    assert column(batch, "paid_fen") == [6480, 32770, 2100, 0, 900]
    assert column(batch, "refunded_fen") == [6480, 17880, 0, 0, 900]


def test_less_than_nothing_takes_back_an_earlier_sale(take):
    lines = [
        "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID",
        "536367,84879,32,2010/12/01 08:34,1.69,13047",
        "C536622,22752,-2,2010/12/02 10:37,8.5,13047",
    ]
    batch, _ = take(lines)
    assert column(batch, "state") == ["paid", "refunded"]
    assert column(batch, "quantity") == [32, -2]
    assert (column(batch, "paid_fen"), column(batch, "refunded_fen")) == ([5408, 0], [0, 1700])
    assert (batch.facts.paid_fen, batch.facts.refunded_fen) == (5408, 1700)


def test_a_file_without_words_for_the_status_goes_by_the_time_of_payment(take):
    lines = [
        "订单编号,实付金额,付款时间",
        "1,5.00,2025-01-01 00:00:00",
        "2,0.00,",
        "3,0.00,2025-01-01 00:00:00",
        "4,6.00,",
    ]
    batch, problems = take(lines)
    assert column(batch, "state") == ["paid", "unpaid", "paid"]
    assert [(p.code, p.row, p.column) for p in problems] == [("required", 5, "付款时间")]


def test_the_files_own_sum_is_compared(take):
    lines = ["订单号,付款时间,实付金额", "1,2025-01-01,5.00", "2,2025-01-01,6.00"]
    assert take([*lines, "合计,,11.00"])[0].facts.total_off_fen == 0
    assert take([*lines, "合计,,12.50"])[0].facts.total_off_fen == -150
    assert take(lines)[0].facts.total_off_fen is None


def test_another_currency_is_said(take):
    assert take(["order id,date,amount", "1,2025-01-01,$5.00"])[0].facts.currency == "USD"
    assert take(["订单号,付款时间,实付金额", "1,2025-01-01,¥5.00"])[0].facts.currency == "CNY"


def test_unusable_cells_set_their_line_aside_and_the_rest_is_taken(take):
    lines = [
        "订单号,付款时间,商品数量,实付金额",
        "1,2025-01-01,1,很多",
        "2,昨天,1,5",
        "3,2025-01-01,x,5",
        "4,2025-01-01,1,5",
        "5,2050-01-01,1,5",
    ]
    batch, problems = take([*lines, *(f"{n},2025-01-02,1,5" for n in range(6, 12))])
    assert column(batch, "order_id") == ["4", *map(str, range(6, 12))]
    assert [(p.code, p.row, p.column, p.values.get("text")) for p in problems] == [
        ("not_a_number", 2, "实付金额", "•••"),
        ("not_a_date", 3, "付款时间", "•••"),
        ("not_a_number", 4, "商品数量", "•••"),
        ("date_far_off", 6, "付款时间", "2050-01-01"),
    ]
    assert (batch.facts.lines, batch.facts.set_aside) == (11, 4)


def test_dates_that_can_be_read_both_ways_ask_for_their_order(take):
    lines = ["order id,date,amount", "1,3/8/2025,5", "2,4/8/2025,5"]
    batch, problems = take(lines)
    assert {p.code for p in problems} == {"date_order_unknown"}
    assert batch.table.num_rows == 0
    batch, problems = take(lines, order="dmy")
    assert (batch.facts.first_day, problems) == (dt.date(2025, 8, 3), ())


# ── buyers ──


def test_masked_buyers_are_said_and_never_counted(take):
    batch, problems = take([DOUYIN, *(douyin(str(n)) for n in range(5))], layout="douyin_orders")
    assert (batch.facts.buyers, batch.facts.customers) == (Buyers.MASKED, 0)
    assert column(batch, "buyer") == [None] * 5
    assert [(p.code, p.values) for p in problems] == [("buyers_masked", {"rows": 5})]


def test_a_cipher_of_its_own_on_every_order_is_no_buyer(take):
    lines = [DOUYIN, *(douyin(str(n), phone=f"aGVsbG8{n:012d}x") for n in range(80))]
    batch, _ = take(lines, layout="douyin_orders")
    assert batch.facts.buyers is Buyers.MASKED


def test_a_cipher_of_its_own_on_every_order_of_two_lines_is_no_buyer(take):
    lines = [douyin(str(n), main=f"M{n // 2}", phone=f"aGVsbG8{n // 2:012d}x") for n in range(160)]
    batch, _ = take([DOUYIN, *lines], layout="douyin_orders")
    assert batch.facts.buyers is Buyers.MASKED


def test_a_cipher_that_comes_again_is_a_buyer(take):
    lines = [DOUYIN, *(douyin(str(n), phone=f"aGVsbG8{n % 79:012d}x") for n in range(80))]
    batch, _ = take(lines, layout="douyin_orders")
    assert (batch.facts.buyers, batch.facts.customers) == (Buyers.KNOWN, 79)


def test_the_first_column_that_tells_buyers_apart_is_taken(take):
    head = TAOBAO.replace("买家会员名", "买家会员名,收货人姓名")
    line = "{},张**,李,9.00,9.00,交易成功,2025-01-01 00:00:00,2025-01-01 00:00:01,,0.00,1380013800{}"
    batch, _ = take([head, *(line.format(n, n % 3) for n in range(6))], layout="taobao_orders_old")
    assert (batch.facts.buyers, batch.facts.customers) == (Buyers.KNOWN, 3)


def test_name_and_address_together_tell_a_buyer_when_nothing_else_does(take):
    head = "订单号,付款时间,实付金额,收货人,收货地址"
    lines = ["1,2025-01-01,5,李明,杭州1号", "2,2025-01-02,5,李明,杭州1号", "3,2025-01-03,5,李明,北京2号"]
    batch, _ = take([head, *lines])
    assert (batch.facts.buyers, batch.facts.customers) == (Buyers.KNOWN, 2)


def test_a_file_without_buyers_says_so(take):
    batch, problems = take(["订单号,付款时间,实付金额", "1,2025-01-01,5"])
    assert (batch.facts.buyers, problems) == (Buyers.ABSENT, ())


def test_no_problem_quotes_a_cell_that_tells_of_the_buyer(take):
    lines = [
        "订单号,付款时间,实付金额,手机号,订单备注,联系电话",
        "1,2025-01-01,5,1.38E+10,x,y",
        "2,昨天,5,13800138000,x,y",
    ]
    _, problems = take(lines)
    told = repr(problems)
    assert "13800138000" not in told
    assert "1.38E+10" not in told


# ── the other exports ──


def test_refunds_of_a_douyin_after_sale_file(take):
    head = "售后单号,订单号,商品单号,退商品金额（元）,退运费金额（元）,售后状态,用户到账时间,商家退款时间,售后申请时间"
    lines = [
        "1,A,A1,50.00,2.00,退款成功,2025-01-03 00:00:00,-,2025-01-01 00:00:00",
        "2,B,B1,9.00,0.00,售后关闭,-,-,2025-01-02 00:00:00",
        "3,C,C1,9.00,0.00,退款中,-,-,2025-01-02 00:00:00",
        "4,D,D1,-,-,退款成功,-,-,2025-01-02 00:00:00",
        ",,,9.00,0.00,退款成功,-,-,2025-01-02 00:00:00",
    ]
    batch, problems = take([head, *lines], "refunds", "douyin_refunds")
    assert column(batch, "refund_fen") == [5200, 900, 900]
    assert column(batch, "done") == [True, False, False]
    assert column(batch, "at")[:2] == [dt.datetime.fromisoformat(f"2025-01-0{day}T00:00") for day in (3, 2)]
    assert [(p.code, p.row) for p in problems] == [("required", 5), ("lines_without_order", None)]
    assert (batch.facts.refunded_fen, batch.facts.refunded_lines, batch.facts.set_aside) == (5200, 1, 1)


def test_a_settlement_below_its_second_header(take):
    lines = [
        "结算时间,订单号,子订单号,结算金额,用户实付,结算前退款金额,平台服务费,佣金,渠道分成",
        " , , ,收入+支出, , , , , ",
        "2025-01-01 00:00:00,'100,'101,80.00,100.00,0.00,-5.00,-14.00,-1.00",
        "2025-01-02 00:00:00,'200,'201,-80.00,-100.00,0.00,5.00,14.00,1.00",
        "2025-01-03 00:00:00,'300,'301,80.00,100.00,0.00,-5.00,-14.00,-1.00",
    ]
    batch, problems = take(lines, "settlement", "douyin_settlement")
    assert column(batch, "sub_id") == ["101", "201", "301"]
    assert column(batch, "settled_fen") == [8000, -8000, 8000]
    assert column(batch, "commission_fen") == [1400, -1400, 1400]
    assert column(batch, "fee_fen") == [600, -600, 600]
    assert problems == ()


def test_a_ledger_of_income_and_expense_is_told_by_its_scenes(take):
    lines = [
        "商家昵称,入帐日期,入帐时间,支付流水号,主订单id,子订单id,入帐类型,收入金额(元),支出金额(元),业务描述",
        "x,2025-01-01,10:00:00,1,A,A1,交易付款,100.00,0.00,货款",
        "x,2025-01-01,10:00:01,2,A,A1,扣款,0.00,6.00,淘宝客佣金",
        "x,2025-01-01,10:00:02,3,A,A1,扣款,0.00,5.00,软件服务费",
        "x,2025-01-02,10:00:02,4,A,A1,扣款,0.00,30.00,售后退款",
        "x,2025-01-02,10:00:02,5,,,提现,0.00,30.00,提现",
    ]
    batch, _ = take(lines, "settlement", "taobao_ledger")
    assert column(batch, "settled_fen") == [10000, -600, -500, -3000]
    assert column(batch, "commission_fen") == [None, 600, None, None]
    assert column(batch, "fee_fen") == [None, None, 500, None]
    assert column(batch, "refund_fen") == [None, None, None, 3000]


def test_commission_is_what_was_paid_else_what_is_expected(take):
    lines = [
        "订单id,商品id,商品名称,作者账号,抖音/火山号,支付金额,佣金率,预估佣金支出,实际佣金支出,订单状态,付款时间",
        "\t1,9,甲,小美,77,100.00,15.00%,15.00,14.00,订单结算,2025-01-01 00:00:00",
        "\t2,9,甲,小美,77,100.00,15.00%,15.00,-,订单付款,2025-01-01 00:00:00",
        "\t3,9,甲,小美,77,100.00,15.00%,15.00,0.00,订单退货退款,2025-01-01 00:00:00",
    ]
    batch, _ = take(lines, "commission", "douyin_commission")
    assert column(batch, "commission_fen") == [1400, 1500, 0]
    assert column(batch, "rate") == [0.15] * 3
    assert column(batch, "host") == ["小美"] * 3
    assert batch.facts.hosts == 1


def test_a_live_session_keeps_its_figures_and_says_which_cannot_be_read(take):
    lines = [
        "主播昵称,主播抖音号,直播开始时间,直播结束时间,直播间曝光次数,直播间观看人数,直播间成交金额,直播间退款金额",
        '小美,mei,2026/07/22 11:00:21,2026/07/22 13:00:21,1.2万,3400,"¥12,800.50",100',
        "小美,mei,2026/07/23 11:00:21,2026/07/23 12:00:21,很多,3400,1,0",
        "小美,mei,,,1,1,1,0",
    ]
    batch, problems = take(lines, "sessions", "douyin_sessions")
    assert column(batch, "minutes") == [120.0, 60.0]
    assert column(batch, "impressions") == [12000, None]
    assert column(batch, "gmv_fen") == [1280050, 100]
    assert [(p.code, p.row, p.column) for p in problems] == [
        ("not_a_number", 3, "直播间曝光次数"),
        ("required", 4, "直播开始时间"),
    ]
    assert batch.facts.set_aside == 1


# ── any table ──

NUMBERS = ["", "-", "1", "2", "0", "-3", "5.00", "¥1,200", "12.50元", "很多", "6.95E+18", "13800138000"]
WORDS = ["退款成功", "已完成", "待付款", "已关闭", "小王", "##密文", "甲;乙", "是", "合计", '"', "昨天"]
CELLS = st.sampled_from([*NUMBERS, *WORDS, "2025-01-01 10:00:00", "2025/1/2 9:05"])
FIELDS = (
    "订单号",
    "子订单号",
    "订单状态",
    "售后状态",
    "付款时间",
    "商品名称",
    "商品数量",
    "单价",
    "实付金额",
    "退款金额",
    "买家昵称",
)
ROWS = st.lists(st.lists(CELLS, min_size=len(FIELDS), max_size=len(FIELDS)), max_size=12)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, st.integers(5, len(FIELDS)))
def test_every_line_is_kept_or_set_aside_whatever_it_holds(tmp_path, rows, width):
    path = tmp_path / "表.csv"
    lines = [",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row[:width]) for row in rows]
    path.write_text("\n".join([",".join(FIELDS[:width]), *lines]), encoding="utf-8")
    mapping = {"paid": FIELDS[-3] if width > 8 else FIELDS[4], "paid_at": FIELDS[4]}
    (batch,) = import_file(path, [Wanted("", "orders", "orders_any", mapping)], KEY).batches
    facts, table = batch.facts, batch.table.to_pylist()
    assert facts.lines == len(table) + facts.set_aside
    assert facts.repeated <= facts.set_aside
    assert sum(facts.states.values()) == len(table)
    assert facts.paid_fen == sum(row["paid_fen"] for row in table if row["state"] == "paid")
    assert facts.refunded_fen == sum(row["refunded_fen"] for row in table)
    for row in table:
        assert row["paid_fen"] >= 0
        assert row["refunded_fen"] >= 0
        assert row["refunded_fen"] <= row["paid_fen"] or row["paid_fen"] == 0 or row["state"] == "brushed"
        assert row["state"] not in {"unpaid", "closed"} or row["paid_fen"] == 0
        assert row["paid_at"] is not None or row["state"] in {"unpaid", "closed"}


# ── every export we know ──

FILLED = {
    "order_id": "A1", "sub_id": "B1", "quantity": "2", "unit_price": "50", "paid": "¥100.00", "refunded": "0",
    "total": "100.00", "buyer": "13800138000", "host_id": "77", "host": "小美", "guide": "小美", "settled": "80",
    "commission": "15", "commission_expected": "15", "fee": "5", "rate": "15.00%", "product": "面膜",
    "product_id": "9", "gmv": "1.2万", "views": "3,400", "income": "80", "expense": "0",
    **dict.fromkeys(("paid_at", "created_at", "at", "start"), "2025-03-01 10:00:00"),
}  # fmt: skip
EXPORTS = [one for one in every_layout() if one.kind in set(BatchKind) and not one.details]


def filled(layout):
    """A header row as the export has it, and one line in it."""
    whole = (row for row in layout.headers if not layout.missing(row))
    header = list(next(whole, [names[0] for names in layout.columns.values()]))
    cells = [""] * len(header)
    when = {name: words[0] for name, words in layout.only_when.items()}
    words = {
        "status": layout.states.get("paid", ("",))[0],
        "after_sale": layout.after_sale.get("refunded", ("",))[0],
    }
    values = {**FILLED, **(words if layout.kind == "refunds" else {"status": words["status"]}), **when}
    for name, places in reversed(list(mapping(layout, header).items())):
        cells[places[0]] = values.get(name, cells[places[0]])
    return header, cells


@pytest.mark.parametrize("layout", EXPORTS, ids=lambda layout: layout.name)
def test_every_export_gives_its_line_with_money_and_host(take, layout):
    lines = [",".join(f'"{cell}"' for cell in row) for row in filled(layout)]
    batch, problems = take(lines, layout.kind, layout.name)
    assert {problem.code for problem in problems} == set()
    assert (batch.facts.lines, batch.facts.set_aside, batch.table.num_rows) == (1, 0, 1)
    (row,) = batch.table.to_pylist()
    if layout.kind == "orders":
        assert (row["state"], row["paid_fen"], row["refunded_fen"]) == ("paid", 10000, 0)
        assert row["order_id"] == "A1"
        assert batch.facts.customers == ("buyer" in mapping(layout, filled(layout)[0]))
    if layout.host_pairs and layout.kind != "refunds":
        assert batch.facts.hosts == 1
    if layout.kind == "sessions":
        assert (row["gmv_fen"], row["views"], row["host"]) == (1_200_000, 3400, "小美")


def test_another_column_of_the_sheet_settles_the_order_of_day_and_month(take):
    head = "订单号,下单时间,付款时间,实付金额"
    lines = [head, "1,25/03/2025,03/04/2025,10", "2,26/03/2025,05/04/2025,10"]
    batch, problems = take(lines)
    assert [problem.code for problem in problems if problem.code == "date_order_unknown"] == []
    assert [when.date().isoformat() for when in column(batch, "paid_at")] == ["2025-04-03", "2025-04-05"]


def test_where_no_column_settles_the_order_it_is_still_asked(take):
    _, problems = take(["订单号,下单时间,付款时间,实付金额", "1,02/03/2025,03/04/2025,10"])
    assert "date_order_unknown" in {problem.code for problem in problems}


def test_cells_that_settle_the_order_go_before_an_answer():
    assert (
        moments(["25/03/2025", "03/04/2025"], "mdy").values.tolist()
        == moments(["2025-03-25", "2025-04-03"]).values.tolist()
    )
