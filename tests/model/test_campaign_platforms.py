"""The exports of the four shops that name the host give campaigns by themselves, as they come."""

import datetime as dt
from pathlib import Path

import pytest

from model.batches import Batch
from model.campaigns.review import Imported, Review, review
from model.intake.importing import Wanted, import_file
from model.intake.joined.joining import join
from model.intake.joined.sales import sales_of
from model.policy import load
from model.records import Influencer, Product, Snapshot

POLICY = load()
SOAP = Product("洁面乳", 59.0, "洁面", 14.0, 3.5, 0.05, 0.2, id=1)
SHOPS = {
    "douyin": (
        "主订单编号,子订单编号,选购商品,商品ID,商品数量,订单应付金额,收件人手机号,支付完成时间,流量来源,订单状态,达人ID,达人昵称,售后状态",
        "{n},{n},洁面乳,36,1,59.00,1380013800{n},2026-03-0{n} 20:00:00,精选联盟,已完成,7001,小美,{after}",
        ("-", "退款成功"),
    ),
    "kuaishou": (
        "订单号,订单状态,售后状态,订单支付时间,商品ID,商品名称,成交数量,实付款,收货人电话,CPS达人ID,CPS达人昵称,预估推广佣金,渠道",
        "{n},交易成功,{after},2026-03-0{n} 20:00:00,36,洁面乳,1,59.00,1380013800{n},7001,小美,11.80,分销",
        ("", "退款成功"),
    ),
    "weixin": (
        "订单号,订单状态,支付时间,商品编码(平台),商品名称,商品数量,商品实际价格(总共),商品已退款金额,收件人手机,带货ID,带货账号昵称,带货费用",
        "{n},已完成,2026-03-0{n} 20:00:00,36,洁面乳,1,59.00,{after},1380013800{n},7001,小美,11.80",
        ("0", "59.00"),
    ),
    "xiaohongshu": (
        "订单号,订单状态,售后状态,支付时间,商品ID,商品名称,SKU件数,商家应收金额(元)（支付金额）,用户编号,达人ID,达人名称",
        "{n},已完成,{after},2026-03-0{n} 20:00:00,36,洁面乳,1,59.00,u{n},7001,小美",
        ("无售后", "退款成功"),
    ),
}
COMMISSION = {"kuaishou", "weixin"}
"""Their order files say what the host gets."""


def taken(path: Path, kind: str, layout: str) -> Batch:
    (batch,) = import_file(path, [Wanted("", kind, layout)], bytes(16)).batches
    return batch


def reviewed(shop: str, *batches: Batch) -> Review:
    lines = join(batches)
    snapshot = Snapshot((SOAP,), (Influencer("7001", "小美", shop, followers=50_000),))
    return review(snapshot, (), (), Imported(sales_of(lines), batches, lines.persons), POLICY)


@pytest.mark.parametrize("shop", SHOPS)
def test_the_export_names_the_host(shop: str, tmp_path: Path) -> None:
    header, row, (fine, back) = SHOPS[shop]
    file = tmp_path / "orders.csv"
    rows = [row.format(n=n, after=back if n == 3 else fine) for n in (1, 2, 3)]
    file.write_text("\n".join([header, *rows]) + "\n", "utf-8-sig")
    (found,) = reviewed(shop, taken(file, "orders", f"{shop}_orders")).rows
    result = found.result
    assert (result.id, result.product, result.date) == ("7001", "洁面乳", dt.date(2026, 3, 1))
    assert (result.orders, result.refunded_orders, result.gmv, result.net_gmv) == (3, 1, 177.0, 118.0)
    assert (result.commission_paid == 23.6) is (shop in COMMISSION)
    assert found.planned is not None
    assert found.money is not None


def test_live_sessions_of_the_compass_give_views_and_visits(tmp_path: Path) -> None:
    header, row, (fine, _) = SHOPS["douyin"]
    orders, sessions = tmp_path / "orders.csv", tmp_path / "sessions.csv"
    orders.write_text("\n".join([header, row.format(n=1, after=fine)]) + "\n", "utf-8-sig")
    sessions.write_text(
        "主播昵称,主播抖音号,直播开始时间,直播时长(分钟),直播间观看人数,直播间观看次数,直播间商品点击人数,直播间成交订单数\n"
        "小美,mei88,2026/03/01 19:00:00,180,5200,8000,640,9\n",
        "utf-8-sig",
    )
    batches = (taken(orders, "orders", "douyin_orders"), taken(sessions, "sessions", "douyin_sessions"))
    (found,) = reviewed("douyin", *batches).rows
    assert (found.result.sessions, found.result.views, found.result.visits, found.result.orders) == (
        1,
        8000,
        640,
        1,
    )
