"""Claims before an order: what they need, where they lie, and how they are read from a sentence."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from model.authenticity.claims import Claim, ClaimKind, OwnFigures, check_claim, own_figures
from model.authenticity.claimtext import parse_claim
from model.entries import bounds
from model.errors import InputError
from model.policy import load
from model.records import Form
from model.results import Result

POLICY = load()
INCOME = Claim(ClaimKind.INCOME, 10_000, 500)
SPEED = Claim(ClaimKind.SPEED, count=15_000, seconds=15, form=Form.LIVE)
SALES = Claim(ClaimKind.SALES, 200_000, 500_000, days=30, form=Form.LIVE)
WORTH = Claim(ClaimKind.WORTH, 10_000, 300)


def test_five_hundred_a_day_from_ten_thousand_followers_by_hand() -> None:
    """Means of 3 x 10,000^.75 = 3,000 views and .1 % x .1^-.2 = .1585 % buyers lie above the middle by half a variance."""
    found = check_claim(INCOME, POLICY)
    each = 69 * (1 - POLICY.unknown.return_rate) * 0.2
    rate = 0.001 * 0.1**-0.2 * math.exp(-(0.6**2 + 0.7**2) / 2)
    views = 3000 * math.exp(-(2.1**2) / 2)
    assert found.needs["orders"] == pytest.approx(500 / each)
    assert found.needs["sales"] == pytest.approx(69 * 500 / each)
    assert found.needs["views"] == pytest.approx(500 / each / rate)
    assert found.needs["usual_views"] == pytest.approx(views)
    middle = views * 0.8 * rate * each
    assert found.likely is not None
    assert found.likely.value == pytest.approx(middle)
    assert found.percentile == pytest.approx(
        stats.norm.cdf(math.log(500 / middle) / math.hypot(0.6, 0.7, 2.1))
    )
    assert found.code == "rare"


def test_sales_of_a_month_by_hand() -> None:
    """Thirty sessions of the middle account; what comes back later is GMV all the same, so nothing is taken off."""
    found = check_claim(SALES, POLICY)
    views = 30 * POLICY.claims.days * 3 * 200_000**0.75 * math.exp(-(2.1**2) / 2)
    rate = 0.01 * 2**-0.2 * math.exp(-(0.6**2 + 0.7**2) / 2)
    assert found.likely is not None
    assert found.likely.value == pytest.approx(views * 0.8 * rate * 69)
    assert found.needs["orders"] == pytest.approx(500_000 / 69)
    assert found.needs["views"] == pytest.approx(500_000 / 69 / rate)
    assert found.needs["usual_views"] == pytest.approx(views)
    assert found.percentile == pytest.approx(
        stats.norm.cdf(math.log(500_000 / found.likely.value) / math.hypot(0.6, 0.7, 2.1))
    )
    one = check_claim(replace(SALES, days=0), POLICY)
    assert one.needs["usual_views"] == pytest.approx(views / 30 / POLICY.claims.days)
    assert check_claim(replace(SALES, amount=None), POLICY).code == "untold"


def test_fifteen_thousand_in_fifteen_seconds_is_beyond_like_accounts() -> None:
    found = check_claim(SPEED, POLICY)
    assert found.code == "beyond"
    assert found.needs["a_second"] == 1000
    rate = 0.01 * 0.1**-0.2 * math.exp(-(0.6**2 + 0.7**2) / 2)
    assert found.needs["room"] == pytest.approx(15_000 / rate)
    assert found.needs["usual_room"] == pytest.approx(3000 * math.exp(-(2.1**2) / 2) * 5 / 180)


def test_with_the_views_of_a_famous_room_it_is_possible() -> None:
    assert check_claim(replace(SPEED, views=60_000_000, followers=50_000_000), POLICY).code in (
        "usual",
        "rare",
    )


def test_the_worth_of_proven_sales_by_hand() -> None:
    """100,000 a month x kept x 20 % over 24 months that keep 92 %; 60 hours x 35 yuan are told beside it."""
    months = (1 - 0.92**24) / 0.08
    found = check_claim(replace(WORTH, sales=100_000), POLICY)
    gross = 100_000 * (1 - POLICY.unknown.return_rate) * 0.2 * months
    assert found.likely is not None
    assert found.needs["gross"] == pytest.approx(gross)
    assert found.likely.value == pytest.approx(gross)
    assert found.likely.low == pytest.approx(gross * math.exp(-1.2815515655 * 0.6))
    assert found.needs["work"] == pytest.approx(60 * 35 * months)
    assert found.needs["sales"] == pytest.approx(100_000 * 300 / gross)
    assert found.code == "low"


def test_followers_alone_tell_little_of_an_account_and_proven_sales_much_more() -> None:
    by_followers, proven = (check_claim(replace(WORTH, sales=s), POLICY).likely for s in (None, 10_000))
    assert by_followers is not None
    assert proven is not None
    assert by_followers.high / by_followers.low > 20 * proven.high / proven.low


@pytest.mark.parametrize("claim", [INCOME, replace(INCOME, form=Form.LIVE, followers=200_000), SPEED, WORTH])
def test_the_percentile_is_that_of_simulated_accounts(claim: Claim) -> None:
    """The slow obvious way: draw accounts by the priors whose means the policy states, and count those that reach less."""
    rng = np.random.default_rng(5)
    found, rule = check_claim(claim, POLICY), POLICY.estimates
    count = 400_000
    followers = (claim.followers or rule.followers) * np.exp(
        rng.normal(0, 0 if claim.followers else POLICY.claims.followers_sd, count)
    )
    views = rule.views_factor * followers**rule.views_exponent * drawn(rng, rule.views_sd, count)
    plain = POLICY.response.conversion_live if claim.form is Form.LIVE else POLICY.response.conversion_post
    size = ((claim.followers or rule.followers) / 1e5) ** POLICY.response.size_exponent
    rate = (
        plain
        * size
        * drawn(rng, POLICY.response.host_sd, count)
        * drawn(rng, POLICY.shocks.session_sd, count)
    )
    each = POLICY.claims.price * (1 - POLICY.unknown.return_rate) * rule.commission
    made = views * POLICY.response.authenticity * rate
    if claim.kind is ClaimKind.SPEED:
        reached = made * POLICY.claims.watch_minutes / POLICY.claims.session_minutes
    else:
        months = sum(POLICY.claims.worth_stay**n for n in range(24))
        reached = made * each * (1 if claim.kind is ClaimKind.INCOME else 30 * months)
    below = float((reached < (claim.amount or claim.count)).mean())
    assert found.percentile == pytest.approx(below, abs=0.004)


def drawn(rng: np.random.Generator, sd: float, count: int) -> np.ndarray:
    """Log-normal factors whose mean is 1."""
    return np.exp(rng.normal(-sd * sd / 2, sd, count))


def test_the_shop_s_own_price_stands_in_for_one_that_is_not_told() -> None:
    own = OwnFigures(price=138.0)
    plain, dear = check_claim(INCOME, POLICY), check_claim(INCOME, POLICY, own)
    assert dear.needs["orders"] == pytest.approx(plain.needs["orders"] / 2)
    assert check_claim(replace(INCOME, price=69.0), POLICY, own).needs == plain.needs


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
    assert check_claim(replace(INCOME, views=3000), POLICY, own).own == pytest.approx(0.5)
    assert check_claim(INCOME, POLICY, own).own == 1
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
        ("一万粉一天赚500", INCOME),
        (
            "五十万粉，直播一场观看20万，日入三千",
            Claim(ClaimKind.INCOME, 500_000, 3000, views=200_000, form=Form.LIVE),
        ),
        ("15秒卖1.5万单", SPEED),
        ("账号值300元", Claim(ClaimKind.WORTH, None, 300)),
        ("直播号日入2000，粉丝1.2万", Claim(ClaimKind.INCOME, 12_000, 2000, form=Form.LIVE)),
        ("账号转让5000，粉丝8万，月销20万", Claim(ClaimKind.WORTH, 80_000, 5000, sales=200_000)),
        ("账号转让5000，粉丝8万，近60天GMV 40万", Claim(ClaimKind.WORTH, 80_000, 5000, sales=200_000)),
        ("近30天GMV 50万，粉丝 20 万", SALES),
        ("近30天带货GMV 30-50万 粉丝20万", SALES),
        ("带货GMV(30天)：50万，20万粉", SALES),
        ("月GMV 50万，20万粉丝", SALES),
        ("20万粉，月销50万", SALES),
        ("GMV of 500k in 30 days, 200k followers", SALES),
        ("200k followers, 0.5 million yuan of sales within 30 days", SALES),
        ("近90天带货GMV 800万 粉丝20万", replace(SALES, amount=8e6, days=90)),
        ("近7天视频GMV 5万，20万粉", replace(SALES, amount=5e4, days=7, form=Form.POST)),
        ("20万粉，单场GMV 8万", replace(SALES, amount=8e4, days=0)),
        ("20万粉，每天GMV 5万", replace(SALES, amount=5e4, days=1)),
        ("昵称\t粉丝数\t近30天GMV\r\n小红\t20万\t50万\r\n小明\t3万\t9万", SALES),
        ("粉丝数\t每天GMV\n200,000\t5万", replace(SALES, amount=5e4, days=1)),
        ("20万粉\t月销50万", SALES),
    ],
)
def test_claims_are_read_from_sentences(text: str, expected: Claim) -> None:
    assert parse_claim(text) == expected


@pytest.mark.parametrize(
    "text", ["", "你好", "粉丝很多", "we sell 15 kinds of tea", "15 seconds", "sales in 30 days"]
)
def test_other_sentences_claim_nothing(text: str) -> None:
    assert parse_claim(text) is None


@given(st.text(max_size=60))
def test_no_sentence_breaks_the_reading(text: str) -> None:
    found = parse_claim(text)
    assert found is None or found.kind in ClaimKind
    if found:
        check_claim(found, POLICY)


LIMITS = [
    (key, value)
    for key, entry in POLICY.entries.items()
    if key.startswith("claims.")
    for value in bounds(entry)
]


@pytest.mark.parametrize(("key", "value"), LIMITS)
def test_own_figures_at_their_limits_break_nothing(key: str, value: float) -> None:
    try:
        policy = POLICY.with_overrides({key: value})
    except InputError:
        return  # refused as it would overtake another figure
    for kind in ClaimKind:
        found = check_claim(Claim(kind, 10_000, 500, 15_000, 15), policy)
        assert found.percentile is not None
        assert 0 <= found.percentile <= 1
