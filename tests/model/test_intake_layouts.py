"""Every export is taken for what it is, whatever a shop did to its header, and nothing else is."""

import random
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.batches import LINES, schema
from model.intake.layouts.headings import group_of, normal
from model.intake.layouts.layouts import every_layout, layouts
from model.intake.layouts.recognising import (
    ALL,
    LIKELY,
    OWN,
    Guess,
    fields_of,
    general_layout,
    headings_of,
    layout_for,
    mapping,
    needed,
    own_layout,
    recognise,
    signature_of,
    with_mapping,
)

SEEN = tomllib.loads((Path(__file__).parents[1] / "data/export_headers.toml").read_text("utf-8"))["export"]
SHUFFLES = 20
HALF_WIDTH = str.maketrans("（）", "()")
FULL_WIDTH = str.maketrans("()", "（）")

exports = pytest.mark.parametrize("export", SEEN, ids=[one["seen"] for one in SEEN])


def headings(export):
    return export["header"].split(",")


def best(header):
    guess = recognise(header)[0]
    return guess.kind, guess.layout


def expected(export):
    return export["kind"], export["layout"]


def needed_places(layout, header):
    found = mapping(layout, header)
    return {places[0] for group in layout.required for code in group if (places := found.get(code))}


def thinned(export, seed):
    """The header in another order, a third of what is not needed left out."""
    chance = random.Random(seed)
    header = headings(export)
    kept = needed_places(layout_for(*expected(export)), header)
    spare = [place for place in range(len(header)) if place not in kept]
    dropped = set(chance.sample(spare, len(spare) // 3))
    left = [text for place, text in enumerate(header) if place not in dropped]
    chance.shuffle(left)
    return left


# ── what is recognised ──


@exports
def test_every_export_seen_is_taken_for_what_it_is(export):
    header = headings(export)
    first = recognise(header)[0]
    assert (first.kind, first.layout, first.missing) == (*expected(export), ())
    assert first.likely
    assert first.score == max(guess.score for guess in recognise(header))


@exports
def test_columns_in_another_order_and_a_third_of_them_missing_change_nothing(export):
    for seed in range(SHUFFLES):
        header = thinned(export, seed)
        first = recognise(header)[0]
        assert (first.kind, first.layout) == expected(export), header
        assert first.likely, header


@exports
def test_brackets_marks_blanks_and_line_breaks_change_nothing(export):
    for seed in range(SHUFFLES):
        chance = random.Random(seed)
        noisy = [
            chance.choice(("", "\t", " ", "\u200b")) + text.translate(chance.choice((HALF_WIDTH, FULL_WIDTH)))
            + chance.choice(("", "\n", " ", "*", "：")) for text in headings(export)
        ]  # fmt: skip
        noisy[0] = f"\ufeff{noisy[0]}"
        assert best(noisy) == expected(export)
        assert recognise(noisy)[0].missing == ()


@exports
def test_columns_of_the_shop_itself_change_nothing(export):
    own = ["内部核对", "是否已录入", "自定义1"]
    assert best([*headings(export), *own]) == expected(export)


@pytest.mark.parametrize(
    ("header", "kind", "layout"),
    [
        ("order_id,buyer,paid_at,paid", "orders", "orders"),
        ("订单编号,买家,付款时间,实付金额", "orders", "orders"),
        ("订单号,客户,日期,金额", "orders", "orders_any"),
        ("日期,客户,商品,数量,金额", "orders", "orders_any"),
        ("Order Date,Customer Name,Sales,Quantity,Product Name,Order ID,Profit,Category", "orders", "orders_any"),
        ("customer_id,date,number_of_cds,dollar_value", "orders", "orders_any"),
        ("主订单编号,子订单编号,选购商品,订单应付金额,达人ID,达人昵称,订单状态,售后状态,支付完成时间", "orders", "douyin_orders"),
        ("订单编号,退款金额,退款时间,退款状态", "refunds", "refunds"),
        ("Order ID,Refund Amount,Refund Date,Refund Status", "refunds", "refunds"),
        ("订单号,结算时间,结算金额,平台服务费", "settlement", "settlement"),
        ("达人昵称,订单号,佣金,订单金额,付款时间", "commission", "commission"),
        ("主播,开播时间,观看人数,销售额,订单数,退款金额", "sessions", "sessions"),
        ("host,start,viewers,gmv", "sessions", "sessions"),
        ("达人昵称,粉丝数,坑位费,佣金率", "roster", "roster"),
        ("达人ID,合作方式,场次,商品名称", "choices", "choices"),
        ("id,product,date,sessions,views,orders,gmv", "results", "results"),
        ("商品名称,成本价,售价,库存", "products", "products"),
    ],
)  # fmt: skip
def test_any_reasonable_table_is_taken_without_mapping(header, kind, layout):
    assert best(header.split(",")) == (kind, layout)
    assert recognise(header.split(","))[0].likely


@pytest.mark.parametrize(
    "header",
    [
        "userFollowerCount,userFollowingCount,userBiographyLength,userMediaCount,userIsPrivate,isFake",
        "status_id,status_type,status_published,num_reactions,num_comments,num_shares,num_likes",
        "产品ID,价格,总销量,总评价数,规格类型",
        "序号,字段名,字段类型",
        "仓库,货号,入库日期,数量,库位,经手人",
        "员工编号,姓名,部门,入职日期,工资",
        "日期,访客数,浏览量,支付金额,支付转化率,客单价",
        "物流单号,快递公司,收件人,收件人电话,发货时间,状态",
        "投诉编号,订单编号,投诉时间,投诉原因,处理结果",
        "订单编号,评价时间,评价内容,评分",
        "ID,frequency,recency,T",
        "Date,Open,High,Low,Close,Volume",
        "date,revenue,sessions,users",
        "达人昵称,金额,转账日期",
        "近30天销量,周销量,近1年销量,近30天销售额,直播销售额,佣金比例,转化率,商品链接,蝉妈妈商品链接",
        "",
    ],
)
def test_a_table_of_something_else_is_never_likely(header):
    assert [guess for guess in recognise(header.split(",")) if guess.likely] == []


def test_what_lacks_a_needed_column_is_named_and_not_likely():
    header = ["买家会员名", "买家实际支付金额", "收货人姓名", "宝贝标题"]
    first = recognise(header)[0]
    assert (first.layout, first.missing, first.likely) == (
        "taobao_orders_old",
        ("paid_at/created_at",),
        False,
    )


@exports
def test_only_kinds_asked_for_are_guessed(export):
    others = [kind for kind in ALL if kind != export["kind"]]
    assert {guess.kind for guess in recognise(headings(export), others)} <= set(others)
    assert recognise(headings(export), [export["kind"]])[0].layout == export["layout"]


@given(st.lists(st.text(max_size=30), max_size=20))
def test_no_header_breaks_it(header):
    for guess in recognise(header):
        assert 0 <= guess.score <= 1
        assert guess.kind in ALL


def test_the_merchants_own_layout_comes_first():
    header = ["单", "谁", "钱", "哪天", "订单号", "买家", "实付金额", "付款时间"]
    own = own_layout("orders", {"order_id": "单", "buyer": "谁", "paid": "钱", "paid_at": "哪天", "sku": ""})
    assert recognise(header, own=[own])[0] == Guess("orders", OWN, 1.0)
    assert recognise(header[1:], own=[own])[0].layout != OWN
    assert recognise(header, ["roster"], own=[own]) == ()


# ── which column is which ──


@exports
def test_the_columns_of_an_export_are_found_by_their_headings(export):
    header = headings(export)
    found = mapping(layout_for(*expected(export)), header)
    for code, places in found.items():
        names = {normal(name) for name in (code, *layout_for(*expected(export)).columns[code])}
        assert {normal(header[place]) for place in places} <= names
    assert set(headings_of(layout_for(*expected(export)), header)) == set(found)


def test_the_same_heading_twice_gives_both_columns_in_their_order():
    layout = layout_for("roster", "top_tiktok")
    found = mapping(layout, ["Tiktoker name", "Subscribers", "Subscribers", "Views avg.", "Views\navg."])
    assert (found["id"], found["followers"], found["views"]) == ((0,), (1, 2), (3, 4))


def test_the_host_of_kuaishou_may_stand_in_three_places():
    layout = layout_for("orders", "kuaishou_orders")
    assert layout.host_pairs == (("host_id", "host"), ("leader_id", "leader"), ("promoter_id", "promoter"))
    assert layout.only_when == {"channel": ("分销",)}


def test_amounts_of_the_whole_order_are_told_from_those_of_a_line():
    jd, tiktok = layout_for("orders", "jd_orders"), layout_for("orders", "tiktok_orders")
    assert jd.repeats("订单金额 ")
    assert not jd.repeats("京东价")
    assert tiktok.repeats("order amount")
    assert not tiktok.repeats("SKU Subtotal After Discount")
    assert (jd.repeated_total, layout_for("orders", "douyin_orders").repeated_total) == (True, False)
    assert layout_for("orders", "douyin_orders_main").split == ";"


def test_the_commission_of_xiaohongshu_is_not_the_platforms_fee():
    layout = layout_for("settlement", "xiaohongshu_settlement")
    found = headings_of(layout, headings(next(e for e in SEEN if e["layout"] == layout.name)))
    assert (found["commission"], found["fee"]) == ("分销佣金", "佣金")


def test_a_column_chosen_by_hand_replaces_or_leads_those_known():
    known = layout_for("orders", "douyin_orders")
    changed = with_mapping(known, {"paid": "实收", "sku": "商家编码", "buyer": "", "gift": "赠"})
    assert changed.columns["paid"] == ("实收",)
    assert changed.columns["sku"] == ("商家编码", "商品规格", "商家编码")
    assert "buyer" not in changed.columns
    assert changed.columns["gift"] == ("赠",)
    assert replace(changed, columns=known.columns) == known


def test_a_layout_is_found_by_its_name_or_made_of_a_mapping():
    assert layout_for("orders", "jd_orders").platform == "jd"
    assert layout_for("orders", "jd_orders", {"paid": "钱"}).columns["paid"] == ("钱",)
    assert layout_for("refunds", "", {"refunded": "退"}).columns == {"refunded": ("退",)}
    with pytest.raises(KeyError, match="orders: nobody"):
        layout_for("orders", "nobody")


def test_an_own_layout_knows_the_words_all_exports_share():
    own = own_layout("orders", {"order_id": "单号", "memo": "留言"})
    assert group_of(own.states, "交易成功") == "paid"
    assert own.is_personal("留言")
    assert own.missing(["单号"]) == ("paid/unit_price", "paid_at/created_at")


def test_a_mapping_is_remembered_whatever_the_order_of_the_columns():
    assert signature_of(["订单号", "金额（元）", ""]) == signature_of(["\ufeff金额(元)", " 订单号"])
    assert signature_of(["订单号", "金额"]) != signature_of(["订单号", "数量"])


@pytest.mark.parametrize("kind", ALL)
def test_every_kind_has_fields_to_choose_from_and_knows_which_are_needed(kind):
    fields = fields_of(kind)
    assert {code for group in needed(kind) for code in group} <= {*fields, "quotes"}
    assert general_layout(kind).platform == "other"


@pytest.mark.parametrize("kind", sorted(LINES))
def test_the_fields_fill_the_columns_of_the_batch(kind):
    columns = {name.removesuffix("_fen") for name in schema(kind).names}
    given = {code for layout in layouts(kind) for code in layout.columns}
    renamed = {
        "state": "status",
        "refund": "refunded",
        "shipped": "shipped_at",
        "done": "after_sale",
        "address": "buyer_address",
    }
    assert {renamed.get(name, name) for name in columns - {"row"} - given} <= given


# ── words ──


@pytest.mark.parametrize(
    ("kind", "layout", "groups", "word", "group"),
    [
        ("orders", "douyin_orders", "states", "已完成", "paid"),
        ("orders", "douyin_orders", "states", "已关闭", "closed"),
        ("orders", "douyin_orders", "states", "待支付", "unpaid"),
        ("orders", "douyin_orders", "after_sale", "退款成功", "refunded"),
        ("orders", "douyin_orders", "after_sale", "已全额退款", "refunded"),
        ("orders", "douyin_orders", "after_sale", "同意退款，退款成功", "refunded"),
        ("orders", "douyin_orders", "after_sale", "退款中", "pending"),
        ("orders", "douyin_orders", "after_sale", "待收退货", "pending"),
        ("orders", "douyin_orders", "after_sale", "售后待处理", "pending"),
        ("orders", "douyin_orders", "after_sale", "售后关闭", "none"),
        ("orders", "douyin_orders", "after_sale", "换货成功", "none"),
        ("orders", "douyin_orders", "after_sale", "-", ""),
        ("orders", "pinduoduo_orders", "after_sale", "无售后或售后取消", "none"),
        ("orders", "pinduoduo_orders", "after_sale", "未发货，退款成功", "refunded"),
        ("orders", "pinduoduo_orders", "after_sale", "已发货，退款成功", "refunded"),
        ("orders", "pinduoduo_orders", "states", "\t已发货，待收货", "paid"),
        ("orders", "pinduoduo_orders", "states", "已发货，退款成功", "refunded"),
        ("orders", "taobao_orders", "states", "付款以后用户退款成功，交易自动关闭", "refunded"),
        ("orders", "taobao_orders", "states", "付款以前，卖家或买家主动关闭交易", "closed"),
        ("orders", "taobao_orders", "states", "卖家已发货，等待买家确认", "paid"),
        ("orders", "taobao_orders", "states", "等待买家付款", "unpaid"),
        ("orders", "orders_any", "states", "付款以后用户退款成功，交易自动关闭", "refunded"),
        ("orders", "orders_any", "states", "Partially_Refunded", "paid"),
        ("orders", "orders_any", "states", "UNPAID", "unpaid"),
        ("orders", "orders_any", "states", "voided", "closed"),
        ("orders", "orders_any", "after_sale", "七天无理由", ""),
        ("orders", "jd_orders", "states", "(删除)等待出库", "closed"),
        ("orders", "jd_orders", "states", "等待出库", "paid"),
        ("orders", "jd_orders", "states", "等待付款确认", "unpaid"),
        ("orders", "tiktok_orders", "states", "Canceled", "closed"),
        ("settlement", "douyin_ledger", "scenes", "退款-结算后退款-退用户", "refunded"),
        ("settlement", "douyin_ledger", "scenes", "货款结算入账", "settled"),
        ("settlement", "douyin_ledger", "scenes", "提现", "ignored"),
        ("settlement", "jd_settlement", "scenes", "佣金", "fee"),
        ("settlement", "jd_settlement", "scenes", "京挑客佣金", "commission"),
        ("settlement", "jd_settlement", "scenes", "货款", "paid"),
    ],
)  # fmt: skip
def test_the_words_of_the_exports_mean_what_they_say(kind, layout, groups, word, group):
    assert group_of(getattr(layout_for(kind, layout), groups), word) == group


def test_no_word_belongs_to_two_groups():
    for layout in every_layout():
        for groups in (layout.states, layout.after_sale, layout.scenes):
            words = [normal(word) for listed in groups.values() for word in listed]
            assert len(set(words)) == len(words), layout.name


# ── the files themselves ──


def test_a_sign_of_one_platform_stands_in_no_export_of_another():
    for layout in every_layout():
        others = [o for o in every_layout() if o.platform not in {layout.platform, "other"}]
        theirs = {normal(text) for other in others for row in other.headers for text in row}
        if layout.platform != "other":
            assert not theirs & set(map(normal, layout.signature)), layout.name


def test_every_layout_has_a_title_and_names_only_fields_and_headings_it_has():
    for layout in every_layout():
        assert set(layout.titles) == {"zh", "en"}, layout.name
        known = {normal(text) for row in layout.headers for text in row}
        of_fields = {normal(name) for names in layout.columns.values() for name in names}
        named = {*layout.repeated, *(name for names in layout.plus.values() for name in names)}
        assert {normal(name) for name in named} <= known | of_fields, layout.name
        fields = {*layout.columns, ""}
        assert {code for pair in layout.host_pairs for code in pair} <= fields, layout.name
        assert {*layout.only_when, *layout.plus} <= fields, layout.name


@pytest.mark.parametrize(
    "heading",
    ["收件人", "收件人手机号", "详细地址", "买家留言", "收货人姓名", "联系电话", "买家会员名", "订购人身份证号/ID Number",
     "收货人/提货人", "Phone #", "Buyer Username", "Recipient", "Address Line 1", "商家备注", "客户姓名", "用户售后说明",
     "实名姓名", "企业微信加密id"],
)  # fmt: skip
def test_what_tells_who_the_buyer_is_is_personal_in_every_list_of_orders(heading):
    for kind in ("orders", "refunds", "settlement", "commission"):
        assert all(layout.is_personal(heading) for layout in layouts(kind))


@exports
def test_what_is_needed_of_an_order_is_not_personal(export):
    layout = layout_for(*expected(export))
    plain = {"order_id", "sub_id", "status", "after_sale", "paid", "paid_at", "created_at", "product", "host", "host_id",
             "refunded", "commission", "fee", "settled", "at"}  # fmt: skip
    header = headings(export)
    found = mapping(layout, header)
    hidden = [
        header[place]
        for code in plain & set(found)
        for place in found[code]
        if layout.is_personal(header[place])
    ]
    assert hidden == []


def test_of_one_heading_very_often_only_the_first_columns_are_taken():
    layout = layout_for("orders", "orders_any")
    found = mapping(layout, ["实付", *["订单编号"] * 16_383])
    assert found["order_id"] == tuple(range(1, 17))
    assert max(map(len, found.values())) == 16


def test_likely_is_a_score_without_gaps():
    assert Guess("orders", "x", LIKELY).likely
    assert not Guess("orders", "x", LIKELY - 0.01).likely
    assert not Guess("orders", "x", 1.0, ("paid",)).likely
