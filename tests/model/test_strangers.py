"""What a product is called in the orders: who is found by which name, and what is found by none."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from test_history import RULE, line, shop

from model.campaigns.names import wares
from model.fields import folded, names
from model.intake.joined.sales import Named
from model.intake.joined.summaries import ProductSales
from model.records import NAMELESS, Product
from model.repurchase import history
from model.repurchase.strangers import linked, strangers

BEANS = Product("咖啡豆", 59.0, shop_names=("【店】咖啡豆 500g", "拼配豆"))


def study(lines, *products):
    others = {other: one.name for one in reversed(products) for other in one.called[1:]}
    return history.study(lines, [one.name for one in products], RULE, others=others)


def sold(name, lines=1, id_=""):
    return ProductSales(id_, name, "douyin", lines, lines, lines, 100 * lines, 0, 0, None, None, None)


def test_orders_under_another_name_are_those_of_the_product():
    lines = shop(60, back=[90] * 30)
    under = [replace(one, product="【店】 咖啡豆 500G") for one in lines]
    mine = [replace(one, product="咖啡豆") for one in lines]
    assert study(under, BEANS).products == study(mine, BEANS).products != {}
    assert study(under, BEANS).lines == {"咖啡豆": len(lines)}
    assert study(under, BEANS).silent("咖啡豆") is None


def test_a_product_of_that_very_name_comes_before_one_that_goes_by_it():
    cup = Product("拼配豆", 20.0)
    found = study([line("a", 0, product="拼配豆"), line("b", 3, product="咖啡豆")], BEANS, cup)
    assert found.lines == {"咖啡豆": 1, "拼配豆": 1}


def test_why_orders_are_silent_of_a_product():
    other = [line(f"c{n}", n, product="杯子") for n in range(40)]
    reason = study(other, BEANS).silent("咖啡豆")
    assert (reason.code, reason.values) == ("no_line_of_product", {"product": "咖啡豆", "lines": 40})
    assert study(other, BEANS, Product("杯子", 9.0)).silent("咖啡豆").code == "product_unsold"
    few = [*other, line("c1", 5, product="拼配豆")]
    assert study(few, BEANS).silent("咖啡豆").code.startswith("few_customers")
    assert study(few, BEANS).silent("nothing of that name") is None


def test_strangers_are_summed_over_ids_and_the_most_frequent_come_first():
    found = strangers(
        [sold("杯子", 2), sold("壶", 3, "1"), sold("壶 ", 4, "2"), sold("拼配豆", 9), sold("")], [BEANS]
    )
    assert [(one.name, one.lines, one.paid) for one in found] == [
        ("壶", 7, 7.0),
        ("杯子", 2, 2.0),
        ("", 1, 1.0),
    ]


@given(st.lists(st.text(max_size=20).filter(str.strip), max_size=4))
def test_names_that_are_linked_are_no_strangers_and_can_be_typed_again(found):
    product = linked(Product("a", 1.0), found)
    known = [name for name in found if folded(name)]
    assert strangers([sold(name) for name in known], [product]) == ()
    typed = names("；" + "；".join(product.shop_names) + "；")
    assert typed == tuple(dict.fromkeys(name for name in product.shop_names if name))


def test_a_shop_of_one_product_may_say_that_lines_without_a_name_are_its():
    lines = [replace(one, product="") for one in shop(60, back=[90] * 30)]
    apart = study(lines, BEANS)
    assert apart.silent("咖啡豆").values["lines"] == len(lines)
    only = linked(BEANS, [""])
    assert only.shop_names[-1] == NAMELESS
    assert strangers([sold("", len(lines))], [only]) == ()
    mine = study(lines, only)
    assert mine.products["咖啡豆"] == mine.shop
    assert {one.code for one in mine.refused} == set()


def test_results_know_a_product_by_its_other_names():
    import numpy as np

    named = Named(np.array([0, 1, 2]), ("", "", ""), ("拼配豆", "咖啡豆", "杯子"), ("d", "d", "d"))
    codes, called = wares(named, [BEANS])
    assert [called[code] for code in codes] == ["咖啡豆", "咖啡豆", "杯子"]
