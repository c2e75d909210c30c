"""Claims before an order: what they need, where they lie, and how they are read from a sentence."""

import datetime as dt
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from model.authenticity.claims import Claim, ClaimKind, OwnFigures, check_claim, own_figures
from model.authenticity.claimtext import parse_claim
from model.policy import load
from model.records import Form
from model.results import Result

POLICY = load()
INCOME = Claim(ClaimKind.INCOME, 10_000, 500)
SPEED = Claim(ClaimKind.SPEED, count=15_000, seconds=15, form=Form.LIVE)
WORTH = Claim(ClaimKind.WORTH, 10_000, 300)


def test_five_hundred_a_day_from_ten_thousand_followers_by_hand() -> None:
    """Views 3 x 10,000^.75 = 3,000; .1 % x .1^-.2 = .1585 % buy; 69 yuan x kept x 20 % an order; spread of hosts, sessions and views."""
    found = check_claim(INCOME, POLICY)
    each = 69 * (1 - POLICY.unknown.return_rate) * 0.2
    rate = 0.001 * 0.1**-0.2
    assert found.needs["orders"] == pytest.approx(500 / each)
    assert found.needs["sales"] == pytest.approx(69 * 500 / each)
    assert found.needs["views"] == pytest.approx(500 / each / rate)
    assert found.needs["usual_views"] == pytest.approx(3000)
    middle = 3000 * 0.8 * rate * each
    assert found.likely is not None
    assert found.likely.value == pytest.approx(middle)
    assert found.percentile == pytest.approx(
        stats.norm.cdf(math.log(500 / middle) / math.hypot(0.6, 0.5, 0.8))
    )
    assert found.code == "rare"


def test_fifteen_thousand_in_fifteen_seconds_is_beyond_like_accounts() -> None:
    found = check_claim(SPEED, POLICY)
    assert found.code == "beyond"
    assert found.needs["a_second"] == 1000
    assert found.needs["room"] == pytest.approx(15_000 / (0.01 * 0.1**-0.2))
    assert found.needs["usual_room"] == pytest.approx(3000 * 5 / 180)


def test_with_the_views_of_a_famous_room_it_is_possible() -> None:
    assert check_claim(replace(SPEED, views=60_000_000, followers=50_000_000), POLICY).code in (
        "usual",
        "rare",
    )


def test_the_worth_of_proven_sales_by_hand() -> None:
    """100,000 a month x kept x 20 % over 24 months that keep 92 %, less 60 hours x 35 yuan."""
    months = (1 - 0.92**24) / 0.08
    found = check_claim(replace(WORTH, sales=100_000), POLICY)
    gross = 100_000 * (1 - POLICY.unknown.return_rate) * 0.2 * months
    assert found.likely is not None
    assert found.needs["gross"] == pytest.approx(gross)
    assert found.likely.value == pytest.approx(gross - 60 * 35 * months)
    assert found.likely.low == pytest.approx(gross * math.exp(-1.2815515655 * 0.6) - 60 * 35 * months)
    assert found.code == "low"


def test_a_small_account_may_be_worth_nothing() -> None:
    found = check_claim(WORTH, POLICY)
    assert found.likely is not None
    assert found.likely.low == 0
    assert found.likely.high > 0


@pytest.mark.parametrize("claim", [INCOME, SPEED, WORTH])
@given(times=st.floats(1.01, 100))
def test_the_bolder_the_claim_the_fewer_reach_it(claim: Claim, times: float) -> None:
    bolder = replace(claim, amount=(claim.amount or 0) * times, count=(claim.count or 0) * times)
    plain, more = check_claim(claim, POLICY).percentile, check_claim(bolder, POLICY).percentile
    assert plain is not None
    assert more is not None
    assert plain <= more <= 1


def test_own_campaigns_stand_beside_the_priors() -> None:
    results = [
        Result("a", "p", dt.date(2026, 1, 1), views=1000, orders=5), Result("b", "p", dt.date(2026, 1, 1), views=1000, orders=50),
        Result("c", "p", dt.date(2026, 1, 1), views=None, orders=50), Result("d", "p", dt.date(2026, 1, 1), views=1000),
    ]  # fmt: skip
    own = own_figures(results)
    assert own.rates == (0.005, 0.05)
    assert check_claim(INCOME, POLICY, own).own == pytest.approx(0.5)
    assert check_claim(INCOME, POLICY, OwnFigures()).own is None


@pytest.mark.parametrize("kind", list(ClaimKind))
def test_a_claim_without_its_figure_is_untold(kind: ClaimKind) -> None:
    assert check_claim(Claim(kind), POLICY).code == "untold"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("万粉账号日入500", INCOME),
        ("1万粉丝的号每天能赚500元", INCOME),
        ("粉丝1w，一天500块", INCOME),
        ("a 10,000-follower account earns 500 yuan a day", INCOME),
        ("10k followers, 15000 yuan per month", INCOME),
        ("15秒卖出1.5万单", SPEED),
        ("直播间15秒钟成交15000单", SPEED),
        ("卖出1.5w只用了15秒", SPEED),
        ("sold 15,000 in 15 seconds", SPEED),
        ("5分钟卖1.2万单", replace(SPEED, count=12_000, seconds=300)),
        ("这个号值300元，1万粉", WORTH),
        ("account worth 300 yuan, 10k followers", WORTH),
        ("直播号日入2000，粉丝1.2万", Claim(ClaimKind.INCOME, 12_000, 2000, form=Form.LIVE)),
        ("账号转让5000，粉丝8万，月销20万", Claim(ClaimKind.WORTH, 80_000, 5000, sales=200_000)),
    ],
)
def test_claims_are_read_from_sentences(text: str, expected: Claim) -> None:
    assert parse_claim(text) == expected


@pytest.mark.parametrize("text", ["", "你好", "粉丝很多", "we sell 15 kinds of tea", "15 seconds"])
def test_other_sentences_claim_nothing(text: str) -> None:
    assert parse_claim(text) is None


@given(st.text(max_size=60))
def test_no_sentence_breaks_the_reading(text: str) -> None:
    found = parse_claim(text)
    assert found is None or found.kind in ClaimKind
    if found:
        check_claim(found, POLICY)
