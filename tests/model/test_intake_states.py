"""The words for states that the exports of each platform are known to use: none is left to be guessed."""

import pytest

from model.intake.importing import Wanted, import_file
from model.intake.layouts.headings import group_of
from model.intake.layouts.recognising import layout_for

DONE, OPEN, KEPT = "refunded", "pending", "none"
WORDS = {
    ("orders", "douyin_orders", "after_sale"): {
        DONE: "退款成功 已全额退款 同意退款，退款成功 售后成功 售后完成",
        OPEN: "退款中 待收退货 售后待处理 待退货 售后处理中 待商家处理 待买家退货 换货中 仲裁中 同意退款",
        KEPT: "售后关闭 换货成功 退款失败 同意退款，退款失败 已拒绝 补寄成功 维修成功 已取消",
        "partial": "部分退款 部分退款成功",
    },
    ("orders", "douyin_orders", "states"): {
        "paid": "已完成 已发货 已签收 待发货 已支付 备货中 部分发货 支付中", "closed": "已关闭", "unpaid": "待支付 待确认 待付尾款",
    },
    ("refunds", "douyin_refunds", "after_sale"): {
        DONE: "退款成功 已全额退款 同意退款，退款成功 售后成功", OPEN: "待退货 待收退货 退款中 售后待处理", KEPT: "售后关闭 换货成功 补寄成功 退款失败",
    },
    ("orders", "kuaishou_orders", "after_sale"): {
        DONE: "退款成功",
        OPEN: "售后中 买家已经申请退款，等待卖家同意 协商纠纷，等待平台处理 卖家已经同意退款，等待买家退货 买家已经退货，等待卖家确认收货 卖家已经同意退款，等待系统退款",
        KEPT: "退款关闭 售后关闭 卖家已拒绝 无售后",
    },
    ("orders", "weixin_orders", "after_sale"): {
        DONE: "退款完成 退货退款完成 售后完成",
        OPEN: "售后中 商家受理中 待买家退货 待商家收货 商家退款中 平台退款中 平台处理中 待用户确认 待用户处理商家协商",
        KEPT: "用户取消申请 商家拒绝退款 商家拒绝退货退款 退货退款关闭 换货完成 无售后 平台退款失败",
    },
    ("orders", "weixin_orders", "states"): {
        "paid": "待发货 部分发货 待收货 已收货 已完成 礼物待收下", "unpaid": "待付款",
        "closed": "已取消 全部商品售后之后，订单取消 未付款用户主动取消或超时未付款订单自动取消",
    },
    ("orders", "xiaohongshu_orders", "states"): {
        "unpaid": "已下单待付款 待支付", "paid": "已支付处理中 清关中 待发货 部分发货 待收货 已完成 换货申请中", "closed": "已关闭 已取消",
    },
    ("orders", "xiaohongshu_orders", "after_sale"): {
        DONE: "售后完成 退款成功", OPEN: "售后处理中 平台介入中", KEPT: "无售后 售后关闭 售后取消 售后拒绝",
    },
    ("orders", "taobao_orders", "after_sale"): {
        DONE: "退款成功", OPEN: "买家已经申请退款，等待卖家同意 卖家已经同意退款，等待买家退货 买家已经退货，等待卖家确认收货", KEPT: "没有申请退款 退款关闭 卖家拒绝退款",
    },
    ("orders", "taobao_orders_old", "states"): {
        "refunded": "付款以后用户退款成功，交易自动关闭", "closed": "交易关闭 付款以前，卖家或买家主动关闭交易",
        "unpaid": "等待买家付款 没有创建支付宝交易 国际信用卡支付付款确认中", "paid": "交易成功 卖家已发货，等待买家确认 买家已付款，等待卖家发货 卖家部分发货",
    },
    ("orders", "pinduoduo_orders", "after_sale"): {
        DONE: "未发货，退款成功 已发货，退款成功 已收货，退款成功", OPEN: "售后处理中 退款中 平台处理中 退货退款，待用户发货", KEPT: "无售后或售后取消 售后取消 换货成功",
    },
    ("orders", "pinduoduo_orders", "states"): {
        "paid": "待发货 已发货，待收货 已发货，待签收 已收货", "closed": "已取消", "refunded": "未发货，退款成功 已收货，退款成功", "unpaid": "待付款 拼团中",
    },
    ("orders", "jd_orders", "states"): {
        "paid": "等待出库 等待确认收货 完成 锁定 暂停 等待退款 货到付款确认 上门提货", "unpaid": "等待付款 等待分期付款", "closed": "已取消 (删除)完成",
        "refunded": "已退款 配送退货",
    },
    ("orders", "youzan_orders", "after_sale"): {
        DONE: "全额退款成功", OPEN: "全额退款中 部分退款中", "partial": "部分退款成功", KEPT: "未退款",
    },
    ("orders", "youzan_orders", "states"): {
        "paid": "等待商家发货 商家已发货 交易完成 待成团 待自提", "unpaid": "待付款", "closed": "交易关闭",
    },
    ("orders", "orders_any", "after_sale"): {
        DONE: "售后成功 仅退款成功 退货退款成功 Refunded Refund_completed", OPEN: "待卖家处理 审核中 全额退款中 in_progress",
        KEPT: "已驳回 换货完成 拒绝退款 Rejected Cancelled", "": "七天无理由 质量问题",
    },
    ("orders", "orders_any", "states"): {
        "paid": "待揽收 运输中 已妥投 To_receive Out_for_delivery", "closed": "已拒收 已作废 Expired", "unpaid": "待付尾款 Payment_pending",
    },
}  # fmt: skip
CASES = [(*place, word.replace("_", " "), group) for place, groups in WORDS.items() for group, words in groups.items() for word in words.split()]  # fmt: skip
KEY = b"k" * 32
HEAD = "主订单编号,子订单编号,选购商品,订单应付金额,支付完成时间,订单状态,售后状态,商家备注"


@pytest.fixture
def taken(tmp_path):
    """The states of order lines of 抖店, and what is told of them."""

    def take(*rows):
        path = tmp_path / "orders.csv"
        lines = [f"{n},{n},面膜,100.00,2025-03-01 10:00:00,{row}" for n, row in enumerate(rows, 1)]
        path.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
        found = import_file(path, [Wanted("", "orders", "douyin_orders")], KEY)
        return found.batches[0].table["state"].to_pylist(), {p.code: p for p in found.problems}

    return take


@pytest.mark.parametrize(("kind", "layout", "groups", "word", "group"), CASES)
def test_each_word_of_an_export_is_known(kind, layout, groups, word, group):
    assert group_of(getattr(layout_for(kind, layout), groups), word) == group


def test_a_success_of_the_after_sales_is_a_refund_and_is_said_to_be_taken_whole(taken):
    states, told = taken("已完成,售后成功,", "已完成,换货成功,")
    assert states == ["refunded", "paid"]
    assert told["refund_taken_whole"].values["count"] == 1


def test_a_note_with_two_meanings_needs_a_second_sign_to_be_a_brushed_order(taken):
    states, told = taken(
        "已完成,-,补单", "已完成,-,少件 已补单", "已完成,退款成功,补单", "已完成,-,刷单 补单", "已完成,-,"
    )
    assert states == ["paid", "paid", "brushed", "brushed", "paid"]
    assert told["perhaps_brushed"].values["count"] == 2


def test_where_no_note_is_in_doubt_nothing_is_told_of_it(taken):
    states, told = taken("已完成,-,刷单", "已完成,-,发顺丰")
    assert states == ["brushed", "paid"]
    assert "perhaps_brushed" not in told


def test_an_exchange_needs_no_amount(tmp_path):
    path = tmp_path / "refunds.csv"
    path.write_text(
        "售后单号,商品单号,退商品金额（元）,售后状态\n1,11,-,换货成功\n2,12,-,退款成功\n", encoding="utf-8"
    )
    found = import_file(path, [Wanted("", "refunds", "douyin_refunds")], KEY)
    assert [(p.code, p.row) for p in found.problems] == [("required", 3)]
    assert found.batches[0].table["done"].to_pylist() == [False]


REFUND_HEAD = "售后单号,商品单号,售后类型,退商品金额（元）,售后状态,售后申请时间\n"


@pytest.fixture
def cases(tmp_path):
    """Which cases of a list of refunds are done, their amounts, and what is told."""

    def take(*rows, layout="douyin_refunds", head=REFUND_HEAD):
        path = tmp_path / "refunds.csv"
        path.write_text(head + "\n".join(rows), encoding="utf-8")
        found = import_file(path, [Wanted("", "refunds", layout)], KEY)
        table = found.batches[0].table
        return dict(zip(table["case_id"].to_pylist(), table["done"].to_pylist(), strict=True)), found

    return take


def test_exchanges_and_parcels_sent_once_more_are_no_refunds_however_well_they_ended(cases):
    done, found = cases(
        "1,11,换货,59.00,售后成功,2025-03-01 10:00:00",
        "2,12,补寄,59.00,售后成功,2025-03-01 10:00:00",
        "3,13,维修,-,售后完成,2025-03-01 10:00:00",
        "4,14,退货退款,59.00,售后成功,2025-03-01 10:00:00",
        "5,15,未发货仅退款,20.00,退款成功,2025-03-01 10:00:00",
        "6,16,换货,59.00,神秘状态,2025-03-01 10:00:00",
    )
    assert [case for case, is_done in done.items() if is_done] == ["4", "5"]
    assert not [p for p in found.problems if p.code == "required"]


def test_an_exchange_that_turned_into_a_refund_is_one(cases):
    done, _ = cases("1,11,换货转退款,59.00,退款成功,2025-03-01 10:00:00")
    assert done == {"1": True}


def test_an_unknown_kind_of_case_is_told_and_leaves_it_to_the_state(cases):
    done, found = cases(
        "1,11,以旧换鲜,59.00,退款成功,2025-03-01 10:00:00", "2,12,以旧换鲜,59.00,售后关闭,2025-03-01 10:00:00"
    )
    assert done == {"1": True, "2": False}
    (told,) = [p for p in found.problems if p.code == "case_kind_unknown"]
    assert told.values == {"text": "以旧换鲜", "count": 2}


def test_an_unknown_state_of_a_list_of_refunds_is_told_as_it_was_taken(cases):
    done, found = cases(
        "1,11,仅退款,59.00,已走绿色通道,2025-03-01 10:00:00", "2,12,仅退款,59.00,已走绿色通道,-"
    )
    assert done == {"1": True, "2": False}
    assert [p.values["count"] for p in found.problems if p.code == "case_state_unknown"] == [2]


def test_lists_of_other_platforms_know_the_kinds_too(cases):
    head = "退款编号,订单编号,售后类型,退款金额,退款状态\n"
    done, _ = cases("1,11,换货,59.00,退款成功", "2,12,仅退款,5.00,退款成功", layout="refunds", head=head)
    assert done == {"1": False, "2": True}
