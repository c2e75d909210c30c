"""Catalogues, choices and orders: each line right, or set aside with its place."""

import datetime as dt

import pytest
import xlsxwriter

from model.errors import InputError
from model.fields import BadCell
from model.intake.cells.dates import day
from model.intake.layouts.recognising import own_layout
from model.intake.lists.choices import Choice, read_choices
from model.intake.lists.products import read_products
from model.intake.lists.results import read_results
from model.intake.orders import OrderLine, buyer_key, read_orders
from model.records import Audience
from model.results import Result

KEY = b"a shop's own key"
ORDERS = "订单编号,买家,付款时间,商品,数量,实付金额,退款金额,达人ID"


@pytest.fixture
def file(tmp_path):
    def put(*lines):
        path = tmp_path / "表.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return put


def marks(taken):
    return [(p.code, p.row, p.column) for p in taken.problems]


def test_a_catalogue_in_chinese_gives_whole_products(file):
    head = "商品名称,类目,售价,单件成本,物流包装成本,平台扣点,退货率,库存,使用天数,节日消费,调性,人群"
    taken = read_products(file(head, "面膜,美妆,¥129.00,32.5元,6,5%,18,2000件,60天,是,专业、温暖,女 24-30"))
    (product,) = taken.records
    assert (product.name, product.category, product.price, product.unit_cost) == ("面膜", "美妆", 129.0, 32.5)
    assert (product.ship_cost, product.platform_fee, product.return_rate) == (6.0, 0.05, 0.18)
    assert (product.stock, product.use_days, product.occasion) == (2000, 60.0, True)
    assert (product.tone, product.audience) == (("专业", "温暖"), Audience("female", ("24-30",)))
    assert (taken.layout, taken.problems) == ("products", ())


@pytest.mark.parametrize(
    "head",
    ["宝贝标题,价格,成本,库存", "商品标题,售价（元）,成本价,库存数量(件)", "name,price,unit_cost,stock"],
)
def test_headings_of_shop_exports_are_understood(file, head):
    (product,) = read_products(file(head, "面膜,9.9,3,100")).records
    assert (product.name, product.price, product.unit_cost, product.stock) == ("面膜", 9.9, 3.0, 100)


def test_a_product_without_name_or_price_is_set_aside(file):
    taken = read_products(file("商品名称,售价,库存", "甲,贵,1", ",5,1", "乙,,1", "丙,3,1.5", "丁,4,x"))
    assert [(p.name, p.stock) for p in taken.records] == [("丙", None), ("丁", None)]
    assert marks(taken) == [
        ("not_a_number", 2, "售价"),
        ("required", 3, "商品名称"),
        ("required", 4, "售价"),
        ("not_whole", 5, "库存"),
        ("not_a_number", 6, "库存"),
    ]
    assert (taken.rows, taken.set_aside) == (5, 3)


def test_a_product_named_twice_counts_once(file):
    taken = read_products(file("name,price", "Mask A,9", "mask a,8"))
    assert [p.price for p in taken.records] == [9.0]
    assert [(p.code, p.row, dict(p.values)) for p in taken.problems] == [
        ("repeated_product", 3, {"name": "mask a", "first_row": 2})
    ]


def test_a_catalogue_with_columns_of_its_own_is_read_by_the_merchants_mapping(file):
    path = file("甲,乙,成本", "面膜,9.9,3", "口红,59-99,x")
    chosen = {"": own_layout("products", {"name": "甲", "price": "乙", "unit_cost": "成本"})}
    taken = read_products(path, chosen)
    assert [(p.name, p.price, p.unit_cost) for p in taken.records] == [
        ("面膜", 9.9, 3.0),
        ("口红", 76.43, None),
    ]
    assert marks(taken) == [("from_range", None, "乙"), ("not_a_number", 3, "成本")]
    assert (taken.layout, taken.set_aside) == ("own", 0)


def test_a_price_in_another_currency_is_no_yuan(file):
    taken = read_products(file("商品名称,售价,成本", "甲,$9.90,¥3", "乙,€ 1.28万($ 1.48万),$5"))
    assert taken.records == ()
    assert marks(taken) == [
        ("foreign_currency", None, "售价"),
        ("required", 2, "售价"),
        ("other_currency", 3, "成本"),
        ("required", 3, "售价"),
    ]
    assert dict(taken.problems[0].values) == {"currency": "USD", "count": 2}


RESULTS = "达人ID,商品名称,日期,场次,观看,进店,订单,退款订单,成交额,退款后成交额,佣金,坑位费"


def test_results_are_read_from_our_template(file):
    path = file(
        RESULTS,
        "\t6989498676599062565,面膜,2026/7/22,2,2.4万,1800,96,17,12384,10191,2038.2,6000",
        "b,x,20260801,,,,,,,,,",
    )
    taken = read_results(path)
    assert taken.records == (
        Result(
            "6989498676599062565",
            "面膜",
            dt.date(2026, 7, 22),
            2,
            24000,
            1800,
            96,
            17,
            12384.0,
            10191.0,
            2038.2,
            6000.0,
        ),
        Result("b", "x", dt.date(2026, 8, 1)),
    )
    assert (taken.layout, taken.problems, taken.set_aside) == ("results", (), 0)


def test_a_result_of_a_day_to_come_is_told_by_row_and_the_rest_is_taken(file):
    path = file(
        RESULTS, "a,x,2026-03-10,1,,,5,,,,,", "b,x,2027-03-09,1,,,5,,,,,", "c,x,2026-03-11,1,,,5,,,,,"
    )
    taken = read_results(path, today=dt.date(2026, 3, 10))
    assert [one.id for one in taken.records] == ["a"]
    assert marks(taken) == [("result_to_come", 3, "日期"), ("result_to_come", 4, "日期")]
    assert taken.problems[0].values["day"] == "2027-03-09"
    assert taken.set_aside == 2
    assert [one.id for one in read_results(path).records] == ["a", "b", "c"], (
        "without a clock every day counts"
    )


def test_results_that_cannot_be_used_are_told_by_row(file):
    taken = read_results(
        file(
            "id,product,date,orders,refunded_orders,gmv,net_gmv",
            "a,x,2026-07-22,5,6,100,120",
            ",x,2026-07-22,,,,",
            "a,,2026-07-22,,,,",
            "a,x,,,,,",
            "a,x,someday,,,,",
            "6.9E+18,x,2026-07-22,,,,",
            "a,x,2026-07-23,1.5,,many,-3",
            "a,x,2026-07-24,5,,,",
            "a,x,2026-07-24,5,,,",
        )
    )
    assert marks(taken) == [
        ("above_whole", 2, "refunded_orders"),
        ("above_whole", 2, "net_gmv"),
        ("required", 3, "id"),
        ("required", 4, "product"),
        ("required", 5, "date"),
        ("not_a_date", 6, "date"),
        ("id_lost_digits", 7, "id"),
        ("not_whole", 8, "orders"),
        ("not_a_number", 8, "gmv"),
        ("repeated_result", 10, "id"),
    ]
    assert [(r.date.day, r.orders, r.refunded_orders, r.gmv, r.net_gmv) for r in taken.records] == [
        (22, 5, None, 100.0, None),
        (23, None, None, None, -3.0),
        (24, 5, None, None, None),
    ]
    assert (taken.rows, taken.set_aside) == (9, 6)


def test_the_whole_column_tells_whether_the_day_comes_first(file):
    dates = ("3/8/2026", "25/8/2026")
    taken = read_results(file("id,product,date", *(f"a,x,{date}" for date in dates)))
    assert [r.date for r in taken.records] == [dt.date(2026, 8, 3), dt.date(2026, 8, 25)]
    assert marks(read_results(file("id,product,date", "a,x,3/8/2026"))) == [("date_order_unknown", 2, "date")]


def test_a_slot_fee_merged_over_the_products_of_a_host_was_paid_once(tmp_path):
    path = tmp_path / "复盘.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["id", "date", "product", "gmv", "slot_fee_paid"])
        for line, product in enumerate(("面膜", "口红"), 1):
            sheet.write_row(line, 2, [product, 100 * line])
        for place, value in ((0, "a"), (1, "2026-07-22"), (4, 3000)):
            sheet.merge_range(1, place, 2, place, value)
    taken = read_results(path)
    assert [(r.id, r.product, r.gmv, r.slot_fee_paid) for r in taken.records] == [
        ("a", "面膜", 100.0, 3000.0),
        ("a", "口红", 200.0, None),
    ]
    assert taken.problems == ()


def test_choices_are_read_with_their_sessions(file):
    taken = read_choices(file("id,offer,sessions,product", "\t6989498676599062565,20%,2,面膜", "b,专场,,"))
    assert taken.records == (Choice("6989498676599062565", "20%", 2, "面膜"), Choice("b", "专场"))
    assert taken.set_aside == 0


def test_half_a_choice_is_set_aside(file):
    taken = read_choices(
        file("达人ID,合作方式,场次", ",20%,1", "a,,1", "b,20%,0", "6.9E+18,20%,1", "c,20%,1")
    )
    assert [choice.id for choice in taken.records] == ["c"]
    assert marks(taken) == [
        ("required", 2, "达人ID"),
        ("required", 3, "合作方式"),
        ("too_low", 4, "场次"),
        ("id_lost_digits", 5, "达人ID"),
    ]
    assert taken.set_aside == 4


@pytest.mark.parametrize(
    ("read", "code"),
    [
        (read_products, "not_products"),
        (read_choices, "not_choices"),
        (read_results, "not_results"),
        (lambda p: read_orders(p, KEY), "not_our_orders"),
    ],
)
def test_a_file_of_something_else_is_refused_by_name(file, read, code):
    with pytest.raises(InputError) as caught:
        read(file("甲,乙", "丙,丁"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.values["found"]) == (code, "甲, 乙")


def test_an_order_line_is_read_and_its_buyer_is_a_key_only(file):
    taken = read_orders(file(ORDERS, '\t0012,小王,2026/07/22 11:00:21,面膜,2,"1,258.00",0,\'77'), KEY)
    assert taken.records == (
        OrderLine("0012", buyer_key("小王", KEY), dt.date(2026, 7, 22), "面膜", 2, 1258.0, 0.0, "77"),
    )
    assert "小王" not in repr(taken)


def test_one_buyer_has_one_key_and_another_key_hides_him_anew():
    assert buyer_key(" Wang ", KEY) == buyer_key("wang", KEY)
    assert buyer_key("wang", KEY) != buyer_key("wang", b"other")
    assert len(buyer_key("wang", KEY)) == 16
    assert {buyer_key(masked, KEY) for masked in ("1******6198", "##密文", "$$x", "", "-")} == {""}


@pytest.mark.parametrize("key", [b"", b"x" * 65])
def test_a_key_that_hides_nothing_is_refused(file, key):
    with pytest.raises(ValueError, match="1 to 64 bytes"):
        read_orders(file(ORDERS), key)


def test_masked_buyers_are_counted_and_their_orders_kept(file):
    taken = read_orders(file("order_id,buyer,paid_at,paid", "1,a**b,20140919,5", "2,x,2014-09-19,6"), KEY)
    assert [(order.quantity, order.refunded, order.product) for order in taken.records] == [(1, 0.0, "")] * 2
    assert [(p.code, dict(p.values)) for p in taken.problems] == [("buyers_unknown", {"count": 1, "rows": 2})]


def test_order_lines_with_wrong_dates_or_amounts_are_set_aside(file):
    taken = read_orders(
        file(
            ORDERS,
            "1,a,2050#3#11,x,1,5,0,",
            "2,a,,x,1,,0,",
            ",a,2026-01-01,x,1,5,0,",
            "4,a,2026-01-01,x,1,5,6,",
            "5,a,2026-01-01,x,0,5,0,",
            "6,a,2026-01-01,x,1,5,0,",
            "6,a,2026-01-01,x,1,5,0,",
            "1.2E+18,a,2026-01-01,x,1,5,0,9.9E+18",
            "1.2E+18,a,2026-01-01,x,1,5,0,",
        ),
        KEY,
    )
    assert marks(taken) == [
        ("date_far_off", 2, "付款时间"),
        ("required", 3, "付款时间"),
        ("required", 3, "实付金额"),
        ("required", 4, "订单编号"),
        ("refund_above_paid", 5, "退款金额"),
        ("too_low", 6, "数量"),
        ("repeated_order", 8, "订单编号"),
        ("id_lost_digits", 9, "订单编号"),
        ("id_lost_digits", 9, "达人ID"),
        ("id_lost_digits", 10, "订单编号"),
    ]
    assert [order.order_id for order in taken.records] == ["6", "", ""]
    assert (taken.rows, taken.set_aside) == (9, 6)


def test_a_payment_merged_over_the_lines_of_an_order_counts_once(tmp_path):
    path = tmp_path / "订单.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["order_id", "buyer", "paid_at", "paid"])
        for line in (1, 2):
            sheet.write_row(line, 0, [str(line), "a", dt.datetime.fromisoformat("2026-07-22T11:00")])
        sheet.merge_range("D2:D3", 100)
    taken = read_orders(path, KEY)
    assert [(order.day, order.paid) for order in taken.records] == [(dt.date(2026, 7, 22), 100.0)]
    assert marks(taken) == [("required", 3, "paid")]


@pytest.mark.parametrize(
    "raw",
    [
        "2026-07-22",
        "2026/7/22 11:00:21",
        "2026年7月22日",
        "20260722",
        20260722.0,
        46225.46,
        "20260722110021",
        "2026-07-22T11:00:21.5",
    ],
)
def test_a_day_is_read_in_every_way_it_is_written(raw):
    assert day(raw) == dt.date(2026, 7, 22)


def test_no_day_is_unknown():
    assert day("-") is None


@pytest.mark.parametrize("raw", ["2026-02-30", "3/8/2026", "1050-01-01", "26-07-22", 7.0, "2026-07-22 later"])
def test_what_is_no_day_is_refused(raw):
    with pytest.raises(BadCell, match="not_a_date"):
        day(raw)
