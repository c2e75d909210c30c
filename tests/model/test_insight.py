"""From joined lines to what the window shows of customers: one slow reckoning beside the fast one, and the refusals."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.advice import describe
from model.batches import BatchKind, Buyers, Facts
from model.economics import cost_basis, customer_value, repeat_value
from model.insight import insight, portrait
from model.intake.joined.joining import lines_schema
from model.intake.joined.lines import Lines
from model.intake.joined.sales import sales_of
from model.intake.joined.summary import summary
from model.policy import load
from model.records import Product, RepurchaseClass
from model.repurchase.gaps import gaps
from model.repurchase.grading import at_rate, class_odds, grade
from model.repurchase.purchases import Occasions

POLICY = load()
START = dt.date(2024, 3, 1)
TODAY = dt.date(2026, 11, 26)
MASK, MUG = Product("面膜", 59.0, "面膜", 20.0, id=1), Product("水杯", 89.0, "水杯", 30.0, id=2)
KNOWN = (SimpleNamespace(kind=BatchKind.ORDERS, facts=Facts(1, buyers=Buyers.KNOWN)),)


def joined(rows):
    """Rows of buyer, day, product and, where given, quantity."""
    full = [(*row, 1)[:4] for row in rows]
    made = [
        {
            "buyer": buyer,
            "paid_at": None if day is None else dt.datetime.combine(START + dt.timedelta(day), dt.time(20)),
            "product": name,
            "quantity": quantity,
            "paid_fen": 5900 * quantity,
            "refunded_fen": 0,
            "state": "paid",
            "platform": "douyin",
        }
        for buyer, day, name, quantity in full
    ]
    shape = lines_schema()
    columns = [pa.array([row.get(name) for row in made], shape.field(name).type) for name in shape.names]
    return Lines(pa.Table.from_arrays(columns, schema=shape), ())


def shop(customers=60, end=420):
    """Masks are bought again by two thirds, mugs by nobody."""
    rows = [(n, 0, "面膜") for n in range(customers)] + [
        (n, 40 + n, "面膜") for n in range(2 * customers // 3)
    ]
    rows += [(1000 + n, 5, "水杯") for n in range(customers - 1)]
    return joined([*rows, (5000, end, "赠品")])


def studied(lines, products=(MASK, MUG), batches=KNOWN):
    return insight(lines, batches, products, POLICY, TODAY)


# ── the whole ──


def test_orders_change_the_grade_and_what_was_thought_before_is_kept():
    found = studied(shop())
    before, after = ({one.product.name: one for one in part} for part in (found.before, found.grades))
    assert before["水杯"].basis == "attributes"
    assert after["水杯"].basis == "both"
    assert after["水杯"].rate.value < before["水杯"].rate.value
    assert after["面膜"].rate.value == pytest.approx(2 / 3, abs=0.07)
    assert found.shop.customers == 120
    assert found.things == ("", "面膜", "水杯")
    assert set(found.history.categories) == {POLICY.category(p.category).code for p in (MASK, MUG)}


def test_a_portrait_says_of_a_product_what_is_in_its_orders():
    got = portrait(studied(shop()), "面膜", POLICY)
    assert (got.customers, got.days) == (60, 420)
    assert got.seen == pytest.approx(2 / 3)
    assert got.rates[-1].basis == "orders"
    assert got.rates[-1].rate.value == pytest.approx(2 / 3)
    assert [one.customers for one in got.cohorts] == [60]
    assert sum(got.gaps.festival) + sum(got.gaps.other) == 40
    assert got.after != got.before
    assert sum(got.after.values()) == pytest.approx(1)
    stands_for = {"A": (0, 0.1), "B": (0.1, 0.3), "C": (0.3, 0.6), "D": (0.6, 1)}
    assert got.bounds == stands_for[max(got.after, key=lambda k: got.after[k]).value]
    assert got.rate.low < got.rate.value < got.rate.high


def test_sales_that_were_summed_up_already_say_the_same_as_the_lines():
    lines = shop()
    known = sales_of(lines, TODAY)
    sums = summary(known)
    assert sums.products == summary(lines, TODAY).products
    ours, theirs = (insight(one, KNOWN, (MASK, MUG), POLICY, TODAY) for one in (known, lines))
    assert ours.grades == theirs.grades
    assert ours.shop == theirs.shop
    assert ours.sales is known


def test_the_portrait_of_the_shop_starts_from_nothing():
    got = portrait(studied(shop()), "", POLICY)
    assert set(got.before) == set(RepurchaseClass)
    assert got.after[RepurchaseClass.C] > got.before[RepurchaseClass.C]


@pytest.mark.parametrize(
    ("buyers", "code"), [(Buyers.MASKED, "buyers_masked"), (Buyers.ABSENT, "buyers_absent")]
)
def test_where_nobody_can_be_followed_the_attributes_stand_and_it_is_said(buyers, code):
    batch = SimpleNamespace(kind=BatchKind.ORDERS, facts=Facts(1, buyers=buyers))
    found = studied(shop(), batches=(batch,))
    assert [one.code for one in found.history.refused] == [code]
    assert found.grades == found.before
    assert (found.shop, found.things) == (None, ())


def test_orders_without_a_day_are_refused_by_name():
    found = studied(joined([(n, None, "面膜") for n in range(30)]))
    assert [(one.code, one.values["lines"]) for one in found.history.refused] == [("dates_absent", 30)]


def test_dealers_who_restock_are_no_consumers():
    rows = [(n, day, "面膜", 200) for n in range(30) for day in (0, 30, 61, 400)]
    found = studied(joined(rows))
    (reason,) = found.history.refused
    assert reason.code == "bulk_buyers"
    assert reason.values == {"customers": 30, "share": 1.0, "pieces": 200.0, "gap": 31.0}
    retail = studied(joined([(n, day, name) for n, day, name, _ in rows]))
    assert retail.shop is not None


def test_names_that_differ_by_blanks_share_their_orders():
    twin = replace(MASK, name="面 膜", id=3)
    found = studied(shop(), (MASK, twin))
    assert found.history.products["面膜"] == found.history.products["面 膜"]


# ── how much longer to wait ──


def test_a_sure_class_asks_for_no_more_orders():
    assert portrait(studied(shop(600)), "水杯", POLICY).wait is None


def test_the_days_to_wait_are_those_after_which_the_class_would_be_sure():
    # between B and C, a little nearer to B
    rows = [(n, 0, "水杯") for n in range(25)] + [(n, 40 + n, "水杯") for n in range(4)]
    found = studied(joined([*rows, (5000, 420, "赠品")]))
    wait = portrait(found, "水杯", POLICY).wait
    evidence = found.history.products["水杯"]
    mug = next(one for one in found.grades if one.product.name == "水杯")
    assert wait.code == "wait_days"
    for share, sure in ((1.0, True), (0.7, False)):
        more = share * wait.values["days"] / 420
        later = mug.rates.updated(evidence.repeat * more, evidence.effective * more)
        assert (max(class_odds(later, POLICY.grading).values()) >= POLICY.grading.sure_odds) is sure


@pytest.mark.parametrize(("back", "code"), [(14, "wait_days"), (12, "wait_border")])
def test_a_rate_at_a_cut_point_is_called_that(back, code):
    rows = [(n, 0, "面膜") for n in range(40)] + [(n, 40 + n, "面膜") for n in range(back)]
    found = studied(joined([*rows, (5000, 420, "赠品")]), (replace(MASK, category="衬衫"),))
    assert portrait(found, "", POLICY).wait.code == code


def test_few_customers_are_told_how_long_it_takes_at_their_pace():
    rows = [(n, n * 10, "面膜") for n in range(5)]
    found = studied(joined([*rows, (None, 100, "赠品")]))
    reasons = {one.code: one.values for one in found.history.refused}
    assert reasons["few_customers_yet"]["more"] == 100  # five in a hundred days, ten are needed
    assert reasons["few_customers"]["customers"] == 0  # nobody bought a mug: no pace


# ── gaps and festivals ──

DAYS = st.lists(st.lists(st.integers(0, 900), min_size=1, max_size=5), min_size=1, max_size=20)
WINDOWS = st.lists(
    st.tuples(st.integers(0, 900), st.integers(0, 60)).map(lambda w: (w[0], w[0] + w[1])), max_size=4
)


@given(DAYS, WINDOWS)
@settings(max_examples=120, deadline=None)
def test_gaps_are_as_written_out(customers, windows):
    customers = [sorted(set(one)) for one in customers]
    pairs = [pair for one in customers for pair in pairwise(one)]
    counts = np.array([len(one) for one in customers])
    found = gaps(
        Occasions(np.array([d for one in customers for d in one]), np.cumsum(counts) - counts, counts),
        900,
        windows,
    )
    if not pairs:
        assert found is None
        return
    inside = [any(low <= day <= high for low, high in windows) for _, day in pairs]
    waits = [day - before for before, day in pairs]
    assert found.median == np.median(waits)
    assert found.festival_share == pytest.approx(np.mean(inside))
    bars = len(found.festival)
    slow = np.zeros((2, bars), int)
    for wait, at_festival in zip(waits, inside, strict=True):
        slow[int(not at_festival), min((wait - 1) // found.width, bars - 1)] += 1
    assert (list(found.festival), list(found.other)) == (slow[0].tolist(), slow[1].tolist())
    first = min(one[0] for one in customers)
    every = [any(low <= day <= high for low, high in windows) for day in range(first, 901)]
    assert found.day_share == pytest.approx(np.mean(every))


# ── what a customer is worth ──


def test_the_value_of_a_customer_lies_in_its_range_and_orders_narrow_it():
    found = studied(shop(600))
    mask = next(one for one in found.grades if one.product.name == "面膜")
    basis = cost_basis(MASK, mask.attributes.category, POLICY)
    wide, narrow = (customer_value(basis, one, POLICY) for one in (grade(MASK, POLICY), mask))
    assert narrow.value == repeat_value(basis, mask.repeat, POLICY)
    for one in (wide, narrow):
        assert one.low < one.value < one.high
    assert narrow.high / narrow.low < wide.high / wide.low


def test_the_range_is_worked_out_by_hand():
    one = grade(MASK, POLICY)
    basis = cost_basis(MASK, one.attributes.category, POLICY)
    got = customer_value(basis, one, POLICY)

    def under(rate, days):
        curve = at_rate(one.repeat, rate)
        return repeat_value(basis, replace(curve, cycle_days=days), POLICY)

    by_rate = np.log(got.value / under(one.rate.low, one.repeat.cycle_days))
    slower = replace(one.repeat, cycle_days=one.repeat.cycle_days * one.interval.high / one.interval.value)
    by_cycle = np.log(got.value / repeat_value(basis, slower, POLICY))
    assert np.log(got.value / got.low) == pytest.approx(np.hypot(by_rate, by_cycle))


def test_goods_below_cost_make_every_repeat_a_loss():
    cheap = replace(MASK, unit_cost=90.0)
    got = describe(cheap, POLICY).customer_value
    assert got.low <= got.value <= got.high < 0


def test_every_repeat_curve_keeps_its_regulars_at_another_rate():
    curve = replace(grade(MASK, POLICY).repeat, regulars=2.0)
    assert at_rate(curve, 0.3).regulars == 2.0
    assert at_rate(curve, 0.3).expected(365) == pytest.approx(
        2 * at_rate(replace(curve, regulars=1.0), 0.3).expected(365)
    )
