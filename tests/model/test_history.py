"""Orders become occasions, occasions a curve, the curve evidence; what says too little is refused."""

import datetime as dt
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.intake.joined.arrays import day_number
from model.intake.joined.joining import lines_schema
from model.intake.joined.lines import Lines
from model.intake.orders import OrderLine
from model.policy import load
from model.records import Product, RepurchaseClass
from model.repurchase import history
from model.repurchase.evidence import judge
from model.repurchase.followed import follow_up
from model.repurchase.grading import grade
from model.repurchase.history import shop_grade
from model.repurchase.purchases import purchases
from model.repurchase.survival import kaplan_meier

START = dt.date(2025, 1, 1)
DATA = Path(__file__).parents[2].parent / "shared/data"

# Freireich et al. 1963, the 6-MP arm: weeks to relapse, and those still in remission when last seen.
RELAPSED = (6, 6, 6, 7, 10, 13, 16, 22, 23)
IN_REMISSION = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)


RULE = load().purchasing


def study(lines, names, today=None):
    return history.study(lines, names, RULE, today)


def evidence(lines, names):
    return study(lines, names).products


def follow(lines, last):
    return follow_up(purchases(lines).occasions, day_number(last))


def judged(lines, last):
    return judge("", purchases(lines).occasions, day_number(last), RULE)


def line(buyer, day, paid=50.0, refunded=0.0, product="面膜", order=""):
    order = order or f"{buyer}-{day}-{paid}-{product}"
    return OrderLine(order, buyer, START + dt.timedelta(day), product, 1, paid, refunded, "")


def shop(customers=20, back=(), end=400):
    """``customers`` buy on day 0, those of ``back`` once more on the day given; one line marks the end."""
    lines = [line(f"c{n}", 0) for n in range(customers)]
    lines += [line(f"c{n}", day) for n, day in enumerate(back)]
    return [*lines, line("", end)]


# ── Kaplan-Meier ──


def six_mp():
    return kaplan_meier((*RELAPSED, *IN_REMISSION), (*(True,) * 9, *(False,) * 12))


def test_the_curve_of_the_6_mp_arm_is_the_published_one():
    curve = six_mp()
    assert curve.days == (6, 7, 10, 13, 16, 22, 23)
    published = (0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482)
    assert curve.waiting == pytest.approx(published, abs=5e-5)


def test_greenwood_of_the_6_mp_arm_is_the_published_one():
    # R survival: standard errors of summary(survfit(Surv(time, cens) ~ 1)) on this arm
    errors = [variance**0.5 for variance in six_mp().variance]
    assert errors == pytest.approx((0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346), abs=5e-5)


def test_the_curve_holds_between_and_after_its_days():
    curve = six_mp()
    assert curve.at(5.9) == (1.0, 0.0)
    assert curve.at(8)[0] == curve.at(7)[0]
    assert curve.at(1000) == curve.at(23)


def test_where_everybody_came_back_nobody_waits_and_nothing_is_infinite():
    curve = kaplan_meier((3, 5), (True, True))
    assert curve.waiting == (0.5, 0.0)
    assert curve.variance == pytest.approx((0.125, 0.0))


# ── occasions ──


def occasions(lines):
    """For each known buyer the days on which he spent more than he got back, written out."""
    net = defaultdict(float)
    for one in lines:
        if one.buyer_key:
            net[one.buyer_key, one.day] += one.paid - one.refunded
    days = defaultdict(list)
    for (buyer, day), spent in sorted(net.items()):
        if spent > 0.005:
            days[buyer].append(day)
    return days


def written_out(lines, last):
    """Waits with who came back, gaps, and the longest follow-up."""
    customers = occasions(lines).values()
    waits = [((days[1] if len(days) > 1 else last) - days[0]).days for days in customers]
    return (
        sorted(zip(waits, (len(days) > 1 for days in customers), strict=True)),
        sorted((later - day).days for days in customers for day, later in pairwise(days)),
        max(((last - days[0]).days for days in customers), default=0),
    )


def told(followed):
    pairs = zip(followed.waits.tolist(), followed.came_back.tolist(), strict=True)
    return sorted(pairs), sorted(followed.gaps.tolist()), followed.days


def joined(lines):
    """The same lines as an Arrow table; each buyer is a number there."""
    keys = {buyer: 2**64 - 1 - at for at, buyer in enumerate(sorted({one.buyer_key for one in lines}))}
    rows = [
        {
            "buyer": keys[one.buyer_key] if one.buyer_key else None,
            "paid_at": dt.datetime.combine(one.day, dt.time(22)),
            "product": one.product or None,
            "paid_fen": round(one.paid * 100),
            "refunded_fen": round(one.refunded * 100),
            "state": "refunded" if one.paid == one.refunded else "paid",
            "platform": "douyin",
        }
        for one in lines
    ]
    shape = lines_schema()
    columns = [pa.array([row.get(name) for row in rows], shape.field(name).type) for name in shape.names]
    return Lines(pa.Table.from_arrays(columns, schema=shape), ())


def test_an_occasion_is_a_day_on_which_more_was_paid_than_refunded():
    lines = [
        line("a", 0),
        line("a", 0, order="split"),
        line("a", 9, paid=30, refunded=30),
        line("a", 12, paid=30, refunded=29.9),
        line("b", 3, paid=0),
        line("", 5),
    ]
    found = follow(lines, START + dt.timedelta(20))
    assert [part.tolist() for part in (found.waits, found.came_back, found.gaps)] == [[12], [True], [12]]


LINES = st.lists(
    st.builds(
        line,
        st.sampled_from(("", "a", "b", "c")),
        st.sampled_from((0, 1, 1, 30, 380)),
        st.sampled_from((0, 10.01, 50)),
        st.sampled_from((0, 10.01, 60)),
        st.sampled_from(("面膜", "水杯", "")),
    ),
    max_size=14,
)


@given(LINES)
@settings(max_examples=200, deadline=None)
def test_following_is_as_written_out_for_lines_of_either_shape(lines):
    last = START + dt.timedelta(400)
    assert told(follow(lines, last)) == written_out(lines, last)
    assert told(follow(joined(lines), last)) == written_out(lines, last)


@given(st.lists(st.integers(1, 399), max_size=30), LINES)
@settings(max_examples=100, deadline=None)
def test_joined_lines_are_studied_like_others(back, more):
    lines = [*shop(40, back), *more]
    today = START + dt.timedelta(400)
    names = ["面 膜", "水杯", "冰箱"]
    assert study(joined(lines), names, today) == study(lines, names, today)


def test_lines_that_were_not_paid_for_are_no_evidence():
    lines = joined(shop(20, back=(30,) * 5))
    closed = lines.table.set_column(
        lines.table.column_names.index("state"),
        "state",
        pa.array(["closed"] * lines.table.num_rows).dictionary_encode(),
    )
    assert evidence(lines, ["面膜"])["面膜"].customers == 20
    assert [reason.code for reason in study(Lines(closed, ()), ["面膜"]).refused] == ["few_customers"] * 2


def test_customers_are_followed_from_their_first_occasion_to_the_end():
    followed = follow([line("a", 0), line("a", 30), line("a", 70), line("b", 100)], START + dt.timedelta(400))
    assert sorted(zip(followed.waits.tolist(), followed.came_back.tolist(), strict=True)) == [
        (30, True),
        (300, False),
    ]
    assert followed.gaps.tolist() == [30, 40]
    assert followed.since.tolist() == [30, 70]
    assert (followed.customers, followed.days) == (2, 400)


# ── evidence ──


def test_with_everyone_followed_the_evidence_is_the_plain_count():
    found = evidence(shop(20, back=(30, 60, 90, 100, 200)), ["面膜"])["面膜"]
    assert (found.customers, found.cycle.value) == (20, 90)
    assert found.often == pytest.approx(1)
    assert (found.effective, found.repeat) == pytest.approx((20, 5))


def test_who_is_seen_for_a_shorter_time_counts_for_less_than_one():
    late = [line(f"late{n}", 300) for n in range(20)]
    found = evidence([*shop(20, back=(30, 30, 30, 200, 200)), *late], ["面膜"])["面膜"]
    assert found.customers == 40
    assert 20 < found.effective < 40
    assert found.repeat / found.effective == pytest.approx(1 - 37 / 40 * 15 / 17)


def test_when_nobody_came_back_those_followed_a_year_count():
    late = [line(f"late{n}", 300) for n in range(7)]
    found = evidence([*shop(12), *late], ["面膜"])["面膜"]
    assert (found.customers, found.effective, found.repeat, found.cycle) == (19, 12, 0, None)


def test_when_everybody_came_back_everybody_counts():
    found = evidence(shop(12, back=(30,) * 12), ["面膜"])["面膜"]
    assert (found.effective, found.repeat) == (12, 12)


def test_the_return_after_more_than_a_year_is_no_return_within_it():
    assert evidence(shop(12, back=(380,) * 6), ["面膜"])["面膜"].repeat == 0


def test_fewer_than_five_gaps_make_no_cycle():
    assert evidence(shop(12, back=(30,) * 4), ["面膜"])["面膜"].cycle is None


# ── refusals ──


def test_a_short_history_is_refused_with_its_days():
    found = study(shop(20, back=(9,) * 9, end=29), ["面膜"])
    assert (found.products, found.shop) == ({}, None)
    assert [(r.code, r.values["product"], r.values["days"]) for r in found.refused] == [
        ("history_short", "", 29),
        ("history_short", "面膜", 29),
    ]


def test_a_history_of_less_than_a_year_is_carried_on_by_models():
    found = study(shop(200, back=(9, 20, 33, 41, 60) * 16, end=120), ["面膜"])
    mask = found.products["面膜"]
    assert (mask.customers, mask.modelled_from) == (200, 120)
    assert 0.4 < mask.repeat / mask.effective < 0.65  # 80 of 200 are back after 120 days already
    assert 5 < mask.effective <= 200
    assert found.shop == mask


def test_a_durable_is_not_expected_to_come_back_by_everyone():
    lines = shop(200, back=(9, 20, 33), end=120)
    plain = history.study(lines, ["面膜"], RULE).products["面膜"]
    lasting = history.study(lines, ["面膜"], RULE, durable=["面膜"]).products["面膜"]
    assert lasting.repeat / lasting.effective < plain.repeat / plain.effective < 0.1


def test_few_customers_are_refused():
    found = study(shop(9), ["面膜", "冰箱"])
    assert [(r.code, r.values["product"], r.values["customers"]) for r in found.refused] == [
        ("few_customers_yet", "", 9),
        ("few_customers_yet", "面膜", 9),
        ("few_customers", "冰箱", 0),
    ]
    assert found.refused[0].values["more"] == 45  # nine in 400 days, one more is needed


def test_no_lines_at_all_are_refused_too():
    assert [r.code for r in study([], ["面膜"]).refused] == ["few_customers", "few_customers"]


def test_a_mistyped_year_does_not_stretch_the_history():
    lines = [*shop(20, back=(30,) * 5), line("c0", 9000)]
    found = study(lines, ["面膜"], today=START + dt.timedelta(500))
    assert found.products["面膜"].repeat == pytest.approx(5)
    assert [(r.code, r.values) for r in found.refused] == [("orders_in_future", {"lines": 1})]


def test_products_are_matched_by_name_and_others_count_for_the_shop_only():
    lines = [*shop(20, back=(30,) * 5), *(line(f"x{n}", 0, product="赠品") for n in range(15))]
    found = study(lines, [" 面 膜"])
    assert found.products[" 面 膜"].customers == 20
    assert found.shop is not None
    assert found.shop.customers == 35
    assert [(r.code, r.values) for r in found.refused] == [
        ("orders_of_other_products", {"lines": 15, "example": "赠品"})
    ]


# ── grades ──


def test_evidence_moves_the_grade_of_a_product():
    policy = load()
    product = Product("冰箱", 2999.0, "家电")
    found = judged(shop(200, back=(40,) * 160), START + dt.timedelta(400)).evidence
    assert grade(product, policy).letter is RepurchaseClass.A
    assert grade(product, policy, found).letter is RepurchaseClass.D


def test_the_shop_is_graded_from_its_orders_alone():
    found = judged(shop(200, back=(40,) * 40), START + dt.timedelta(400)).evidence
    graded = shop_grade(found, load())
    assert graded.letter is RepurchaseClass.B
    assert graded.rate.low < 0.2 < graded.rate.high
    assert graded.interval is not None
    assert graded.interval.value == 40
    assert graded.orders_per_year is not None
    assert graded.orders_per_year > 1
    assert sum(graded.probabilities.values()) == pytest.approx(1)


def test_without_gaps_the_shop_has_no_cycle():
    graded = shop_grade(judged(shop(30), START + dt.timedelta(400)).evidence, load())
    assert (graded.interval, graded.orders_per_year) == (None, None)


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the shared example data is not at {DATA}")
def test_cdnow_gives_the_yearly_rate_of_its_cohort():
    lines = []
    for row in (DATA / "orders/CDNOW_master.txt").read_text().splitlines()[1:]:
        buyer, day, _, paid = row.split()
        date = dt.date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}")
        lines.append(OrderLine("", buyer, date, "CD", 1, float(paid), 0.0, ""))
    days = occasions(lines)
    cohort = sum(len(d) > 1 and (d[1] - d[0]).days <= 365 for d in days.values()) / len(days)
    found = study(lines, ["CD"]).products["CD"]
    assert found.customers == len(days)
    assert found.repeat / found.effective == pytest.approx(cohort, abs=1e-4)
