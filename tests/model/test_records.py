"""A record is right once it exists, or says everything that is wrong with it."""

import datetime as dt
import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.agebands import AGES
from model.errors import InvalidRecord
from model.fields import BadCell
from model.records import (
    CITIES,
    PRODUCT_RULES,
    Audience,
    Form,
    Influencer,
    Kind,
    Offer,
    Product,
    Request,
    field_problem,
    same_text,
)
from model.results import Result


def test_a_product_is_read_from_what_was_typed() -> None:
    product = Product.parse(
        id=3, name=" 挂耳  咖啡 ", category="咖啡", price="¥59.9", unit_cost="31", ship_cost=4.5, platform_fee="5%",
        return_rate="6", stock="1.2万", use_days="25天", occasion="否", tone="极简、治愈", audience="女 24-30 一线",
    )  # fmt: skip
    assert product == Product(
        "挂耳 咖啡", 59.9, "咖啡", 31.0, 4.5, 0.05, 0.06, 12000, 25.0, False, ("极简", "治愈"),
        Audience("female", ("24-30",), ("city1",)), 3,
    )  # fmt: skip


def test_what_nobody_gave_stays_unknown() -> None:
    product = Product.parse(name="x", price=1)
    assert (product.unit_cost, product.stock, product.use_days, product.occasion) == (None, None, None, None)


def test_a_bad_product_names_every_wrong_field() -> None:
    with pytest.raises(InvalidRecord) as caught:
        Product.parse(name="", price="-3", return_rate="120%", stock="1.5", occasion="maybe", audience="火星")
    found = {p.column: p.code for p in caught.value.problems}
    assert found == {
        "name": "required", "price": "too_low", "return_rate": "too_high", "stock": "not_whole",
        "occasion": "not_a_flag", "audience": "not_an_audience",
    }  # fmt: skip
    assert caught.value.status == 2


def test_a_name_longer_than_two_hundred_signs_is_refused() -> None:
    problem = field_problem(PRODUCT_RULES, "name", "长" * 201)
    assert problem is not None
    assert problem.code == "too_long"
    assert field_problem(PRODUCT_RULES, "name", "长" * 200) is None


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Product("x", 1).price = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("女 24-30 一线", Audience("female", ("24-30",), ("city1",))),
        ("women, 24-30, first-tier cities", Audience("female", ("24-30",), ("city1",))),
        ("Men 50+ New First-Tier cities, Tier 2", Audience("male", ("50+",), ("new1", "city2"))),
        ("third tier / fourth-tier cities and below", Audience("", (), ("city3", "city4"))),
        ("宝妈、31-40岁、下沉", Audience("female", ("31-40",), ("city4",))),
        ("男 女", Audience()),
        ("22-30, first-tier cities", Audience("", ("18-23", "24-30"), ("city1",))),
        ("女 25~31岁", Audience("female", ("24-30",))),
        ("young 35", Audience("", ("18-23", "24-30", "31-40"))),
        ("50岁以上", Audience("", ("50+",))),
        ("45+", Audience("", ("41-50", "50+"))),
        ("24~30", Audience("", ("24-30",))),
        ("", Audience()),
    ],
)
def test_an_audience_is_read_from_its_words(raw: str, expected: Audience) -> None:
    assert Audience.parse(raw) == expected


@pytest.mark.parametrize("raw", ["30-22", "8", "1234", "121+"])
def test_ages_nobody_has_are_no_audience(raw: str) -> None:
    with pytest.raises(BadCell):
        Audience.parse(raw)


def test_a_word_that_is_no_audience_is_named() -> None:
    with pytest.raises(BadCell) as caught:
        Audience.parse("女 火星")
    assert caught.value.text == "火星"


@given(
    st.sampled_from(["", "female", "male"]),
    st.lists(st.sampled_from(AGES), unique=True),
    st.lists(st.sampled_from(CITIES), unique=True),
)
def test_an_audience_reads_back_its_own_words(sex: str, ages: list[str], cities: list[str]) -> None:
    audience = Audience(sex, tuple(a for a in AGES if a in ages), tuple(c for c in CITIES if c in cities))
    assert Audience.parse(" ".join(audience.words())) == audience


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ({"slot_fee": "3000", "commission": "20%"}, "3000+20%"),
        ({"slot_fee": 0, "commission": 0.2}, "20%"),
        ({"commission": "20%"}, "?+20%"),
        ({}, "?"),
        ({"slot_fee": 0}, "0"),
        ({"slot_fee": "1万", "commission": "15", "guarantee": 1.5}, "10000+15% x1.5"),
        ({"name": "打包价", "slot_fee": 5}, "打包价"),
    ],
)
def test_an_offer_without_a_name_is_named_by_its_terms(raw: dict[str, object], name: str) -> None:
    assert Offer.parse(**raw).name == name  # type: ignore[arg-type]


def test_an_offer_is_live_once_unless_it_says_otherwise() -> None:
    assert (Offer.parse().form, Offer.parse().sessions) == (Form.LIVE, 1)
    other = Offer.parse(form="短视频", sessions="3场")
    assert (other.form, other.sessions) == (Form.POST, 3)


def test_a_bad_offer_names_every_wrong_field() -> None:
    with pytest.raises(InvalidRecord) as caught:
        Offer.parse(slot_fee=-1, commission="195%", sessions=0)
    assert [p.column for p in caught.value.problems] == ["slot_fee", "commission", "sessions"]


def test_a_host_keeps_a_nineteen_digit_id_and_is_known_by_platform_and_name_without_one() -> None:
    host = Influencer.parse(
        id="7212345678901234567", name="小陶罐", platform="抖音", kind="达人", followers="12.5万"
    )
    assert (host.id, host.platform, host.kind, host.followers) == (
        "7212345678901234567",
        "douyin",
        Kind.HOST,
        125000,
    )
    assert Influencer.parse(name="小陶罐", platform="小红书").id == "xiaohongshu:小陶罐"


def test_own_people_are_told_by_their_kind() -> None:
    kinds = [Influencer.parse(name="x", kind=k).kind for k in ("店播", "创始人", "导购", "")]
    assert kinds == [Kind.OWN_ROOM, Kind.FOUNDER, Kind.STAFF, Kind.HOST]


def test_a_bad_host_names_every_wrong_field() -> None:
    with pytest.raises(InvalidRecord) as caught:
        Influencer.parse(name="", followers="abc", platform="radio")
    assert {p.column for p in caught.value.problems} == {"name", "followers", "platform"}


def test_a_request_is_checked_where_it_is_typed() -> None:
    request = Request.parse("5万", "30%", locks=frozenset({"a"}), seed=4)
    assert request == Request(50000.0, max_share=0.3, locks=frozenset({"a"}), seed=4)
    with pytest.raises(InvalidRecord) as caught:
        Request.parse("", "200%")
    assert {p.column: p.code for p in caught.value.problems} == {
        "budget": "required",
        "max_share": "too_high",
    }


def test_two_names_are_the_same_to_a_merchant_whatever_case_and_blanks() -> None:
    assert same_text("Air Fryer", "airfryer")
    assert not same_text("咖啡", "奶茶")
    assert same_text("-", "")


def test_a_guarantee_is_read_as_merchants_say_it() -> None:
    assert Offer.parse(slot_fee="1000", guarantee="1:2").guarantee == 2
    assert Offer.parse(slot_fee="1000", guarantee="1：1.5").guarantee == 1.5
    assert Offer.parse(slot_fee="1000", guarantee="2").guarantee == 2


def test_a_result_is_read_from_what_was_typed() -> None:
    result = Result.parse(
        id="77", product=" 面膜 ", date="2026-03-08", sessions="2", views="2.4万", gmv="¥1,258", net_gmv="-3"
    )
    assert result == Result("77", "面膜", dt.date(2026, 3, 8), 2, 24_000, gmv=1258.0, net_gmv=-3.0)
    assert Result.parse(id="a", product="b", date="2026-03-08 11:00:21").date == dt.date(2026, 3, 8)


def test_a_bad_result_names_every_wrong_field() -> None:
    with pytest.raises(InvalidRecord) as caught:
        Result.parse(id="", product="x", date="8.3.", orders="1.5", gmv="-1", sessions="2000")
    assert {p.column: p.code for p in caught.value.problems} == {
        "id": "required", "date": "not_a_date", "orders": "not_whole", "gmv": "too_low", "sessions": "too_high",
    }  # fmt: skip
    with pytest.raises(InvalidRecord, match="required"):
        Result.parse(id="a", product="b", date="-")


def test_what_the_start_of_the_program_needs_brings_no_results_along() -> None:
    asked = "import sys, model.records; sys.exit('model.results' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
