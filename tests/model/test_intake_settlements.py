"""Statements of account and lists of commissions: what each row costs, and what several files make of one order."""

import itertools

import pytest

from model.intake.importing import Wanted, import_file
from model.intake.joined.joining import join

KEY = b"k" * 32
SETTLEMENT = "结算时间,订单号,子订单号,结算金额,结算前退款金额,用户实付,平台服务费,佣金"
LEDGER = "动账时间,动账方向,动账金额,动账场景,订单号,子订单号,订单实付应结,订单退款,平台服务费,佣金"
XIAOHONGSHU = "订单号,结算时间,交易类型,动账金额,计佣基数,商品实付/实退,佣金,支付渠道费,分销佣金"
ALLIANCE = "订单id,作者账号,抖音/火山号,支付金额,佣金率,预估佣金支出,订单状态,付款时间"
SOLD = "2025-03-20 12:00:00,100,101,44.25,0.00,59.00,-2.95,-11.80"
BACK = "2025-04-20 12:00:00,出账,-15.00,退款,100,101,0.00,-20.00,1.00,4.00"
FREIGHT = "2025-03-02 12:00:00,出账,-1.20,运费险,100,101,0.00,0.00,0.00,0.00"


@pytest.fixture
def take(tmp_path):
    numbers = itertools.count()

    def taken(kind, layout, *lines):
        path = tmp_path / f"{next(numbers)}.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        found = import_file(path, [Wanted("", kind, layout)], KEY)
        assert found.problems == ()
        return found.batches[0]

    return taken


@pytest.fixture
def files(take):
    """One order of 59.00 by nobody in particular, and what seven files tell of it."""
    order = "主订单编号,子订单编号,订单状态,支付完成时间,选购商品,订单应付金额"
    told = {
        "order": ("orders", "douyin_orders", order, "100,101,已完成,2025-03-01 10:00:00,面膜,59.00"),
        "settlement": ("settlement", "douyin_settlement", SETTLEMENT, SOLD),
        "ledger": ("settlement", "douyin_ledger", LEDGER, BACK),
        "freight": ("settlement", "douyin_ledger", LEDGER, FREIGHT),
        "insurance": (
            "settlement", "douyin_insurance", "投保单号,订单编号,承保时间,支付保费", "1,100,2025-03-02 11:00:00,1.20"
        ),
        "alliance": (
            "commission", "douyin_commission", ALLIANCE, "101,小美,77,59.00,20%,11.80,订单付款,2025-03-01 10:01:00"
        ),
        "agency": ("commission", "douyin_leader", "订单id,商品id,预估服务费收入,出单机构", "101,1,2.00,某机构"),
    }  # fmt: skip
    return {name: take(*one) for name, one in told.items()}


def column(batch, name):
    return batch.table[name].to_pylist()


def costs(batch):
    return list(zip(column(batch, "commission_fen"), column(batch, "fee_fen"), strict=True))


@pytest.mark.parametrize("before", ["0.00", "", "-"])
def test_a_payment_below_nothing_after_settlement_is_a_refund(take, before):
    back = f"2025-04-02 12:00:00,100,101,-44.25,{before},-59.00,2.95,11.80"
    batch = take("settlement", "douyin_settlement", SETTLEMENT, SOLD, back)
    assert column(batch, "paid_fen") == [5900, 0]
    assert column(batch, "refund_fen")[1] == 5900
    assert batch.facts.refunded_fen == 5900
    assert costs(batch) == [(1180, 295), (-1180, -295)]


@pytest.mark.parametrize("before", ["-20.00", "20.00"])
def test_refunds_before_settlement_are_refunds_however_they_are_written(take, before):
    batch = take("settlement", "douyin_settlement", SETTLEMENT, SOLD.replace("0.00,59", f"{before},59"))
    assert (column(batch, "paid_fen"), column(batch, "refund_fen")) == ([5900], [2000])


def test_what_the_customer_got_back_goes_before_what_moved(take):
    lines = [
        "P1,2025-06-20 10:00:00,结算入账,80,95,95,-4.75,-0.5,-9.5",
        "P1,2025-06-25 10:00:00,结算后退款,-34,-40,-40,2,0,4",
    ]
    batch = take("settlement", "xiaohongshu_settlement", XIAOHONGSHU, *lines)
    assert (column(batch, "paid_fen"), column(batch, "refund_fen")) == ([9500, 0], [None, 4000])
    assert costs(batch) == [(950, 525), (-400, -200)]
    order = "订单号,订单状态,售后状态,支付时间,商品名称,SKU件数,商家应收金额(元)（支付金额）"
    orders = take("orders", "xiaohongshu_orders", order, "P1,已完成,无售后,2025-06-01 12:00:00,面霜,1,95")
    joined = join([orders, batch])
    assert joined.table["refunded_fen"].to_pylist() == [4000]
    assert [(one.compared, one.differing, one.off_fen) for one in joined.joins[1:]] == [(1, 0, 0)]


def test_a_ledger_of_refunds_only_gives_costs_back(take):
    batch = take("settlement", "douyin_ledger", LEDGER, BACK)
    assert (costs(batch), column(batch, "refund_fen")) == ([(-400, -100)], [2000])


@pytest.mark.parametrize("sign", [1, -1])
def test_where_shops_write_costs_either_way_the_rows_tell_which(take, sign):
    head = "订单号,结算时间,结算金额,用户实付,达人佣金,平台服务费"
    sold = f"1,2025-06-20 10:00:00,80,95,{10 * sign},{5 * sign}"
    back = f"2,2025-06-20 10:00:00,-80,-95,{-10 * sign},{-5 * sign}"
    for lines in ([sold], [back], [sold, back, back]):
        batch = take("settlement", "settlement", head, *lines)
        assert set(costs(batch)) == {(1000, 500) if line is sold else (-1000, -500) for line in lines}


def test_a_movement_about_something_else_says_nothing_of_the_commission(take):
    batch = take(
        "settlement", "douyin_ledger", LEDGER, FREIGHT, FREIGHT.replace("0.00,0.00,0.00,0.00", ",,,")
    )
    assert costs(batch) == [(None, 120), (None, 120)]
    own = "2025-03-20 12:00:00,入账,56.05,货款结算入账,100,101,59.00,0.00,-2.95,0.00"
    assert costs(take("settlement", "douyin_ledger", LEDGER, own)) == [(0, 295)]


@pytest.mark.parametrize(
    ("names", "commission", "fee", "refunded", "host"),
    [
        (("settlement", "insurance"), 1180, 415, 0, None),
        (("settlement", "insurance", "freight"), 1180, 415, 0, None),
        (("alliance", "agency"), 1380, None, 0, "小美"),
        (("agency",), 200, None, 0, "某机构"),
        (("alliance", "agency", "settlement"), 1180, 295, 0, "小美"),
        (("settlement", "ledger"), 780, 195, 2000, None),
        (("settlement", "ledger", "alliance", "freight"), 780, 315, 2000, "小美"),
        (("alliance", "freight"), 1180, 120, 0, "小美"),
    ],
)
def test_files_that_tell_different_costs_add_up_in_any_order(files, names, commission, fee, refunded, host):
    for taken in itertools.permutations(("order", *names)):
        (row,) = join([files[name] for name in taken]).table.to_pylist()
        assert (row["commission_fen"], row["fee_fen"], row["refunded_fen"]) == (commission, fee, refunded)
        assert row["host"] == host


def test_a_settlement_of_jd_tells_of_each_product_of_an_order(take):
    orders = take(
        "orders", "jd_orders", "订单号,商品ID,商品名称,订购数量,下单时间,京东价,订单金额,订单状态",
        "88,7001,面霜,1,2025-06-01 12:00:00,60.00,100.00,完成",
        "88,7002,眼霜,1,2025-06-01 12:00:00,40.00,100.00,完成",
    )  # fmt: skip
    bill = take(
        "settlement", "jd_settlement", "订单编号,单据编号,单据类型,商品编号,费用项,金额,商家应收/应付,费用结算时间",
        '="88",="1",订单,="7002",货款,40.00,应收,2025-06-10',
        '="88",="1",订单,="7002",佣金,2.00,应付,2025-06-10',
        '="88",="2",售后服务单,="7002",售后退货,40.00,应付,2025-06-20',
    )  # fmt: skip
    rows = join([orders, bill]).table.to_pylist()
    assert [(r["product_id"], r["fee_fen"], r["refunded_fen"], r["state"]) for r in rows] == [
        ("7001", None, 0, "paid"),
        ("7002", 200, 4000, "refunded"),
    ]


def test_the_insurance_of_a_weixin_order_is_a_fee_of_it_once(take):
    batch = take(
        "orders", "weixin_orders", "订单号,订单状态,支付时间,商品名称,商品数量,商品实际价格(总共),技术服务费,运费险预计投保费用,带货费用",
        "1,已完成,2025-06-01 12:00:00,面霜,1,60.00,1.00,0.50,5.00",
        "1,已完成,2025-06-01 12:00:00,眼霜,1,40.00,1.00,0.50,4.00",
        "2,已完成,2025-06-01 12:00:00,眼霜,1,40.00,0.40,,4.00",
    )  # fmt: skip
    assert sum(column(batch, "fee_fen")[:2]) == 150
    assert column(batch, "fee_fen")[2] == 40


def test_a_refund_of_xiaohongshu_that_stands_in_two_statements_counts_once(take):
    head = "订单号,售后单号,结算时间,交易类型,动账金额,计佣基数,商品实付/实退,佣金,分销佣金"
    first = take(
        "settlement", "xiaohongshu_settlement", head, "P1,R9,2025-06-25 10:00:00,结算后退款,-34,-40,-40,2,4"
    )
    again = take(
        "settlement", "xiaohongshu_settlement", head, "P1,R9,2025-06-26 09:00:00,结算后退款,-34,-40,-40,2,4"
    )
    order = "订单号,订单状态,售后状态,支付时间,商品名称,SKU件数,商家应收金额(元)（支付金额）"
    orders = take("orders", "xiaohongshu_orders", order, "P1,已完成,无售后,2025-06-01 12:00:00,面霜,1,95")
    assert join([orders, first, again]).table["refunded_fen"].to_pylist() == [4000]
