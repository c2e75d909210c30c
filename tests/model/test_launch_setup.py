"""What a launch starts from, kept and read back; what own orders say of it; what each of its days is."""

import datetime as dt
from collections import Counter
from dataclasses import replace

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.advice import advise
from model.demo import demo_snapshot
from model.dossier import dossier
from model.errors import Reason
from model.fields import BadCell
from model.intake.joined.joining import lines_schema
from model.intake.joined.lines import Lines
from model.intake.joined.sales import sales_of
from model.launch.bass import BassFit, sales
from model.launch.calendar import day_of
from model.launch.daysheet import day_facts
from model.launch.hands import Hand, Role
from model.launch.holidays import DayKind, public_year
from model.launch.ownsales import OwnSales, orders_by_day, own_sales
from model.launch.relief import WAYS
from model.launch.season import School, Season
from model.launch.sellingdays import closings, lifts
from model.launch.setup import Setup, days_text, read_days, unpacked
from model.policy import load
from model.records import RepurchaseClass

POLICY = load()
TODAY = dt.date(2026, 11, 27)
DAY = dt.timedelta(1)

# ── kept with the project ──

dates = st.dates(dt.date(2020, 1, 1), dt.date(2032, 12, 31))
names = st.text("abc小李 ", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
hands = st.builds(
    Hand,
    names,
    st.frozensets(st.sampled_from(list(Role)), min_size=1),
    st.floats(0, 24),
    st.frozensets(st.integers(1, 7)),
    st.booleans(),
    st.sampled_from(["", "founder"]),
)
stretches = st.lists(st.tuples(dates, dates).map(sorted).map(tuple), min_size=1, max_size=4).map(tuple)
setups = st.builds(
    Setup,
    dates,
    dates,
    st.sampled_from([None, *School]),
    st.sampled_from(["", *WAYS]),
    st.lists(hands, max_size=4).map(tuple),
    st.dictionaries(names, dates, max_size=4),
    st.dictionaries(names, stretches, max_size=4),
    st.dictionaries(names, dates, max_size=4),
)


@given(setups)
def test_what_is_kept_is_read_back(setup: Setup) -> None:
    assert unpacked(setup.packed(), TODAY) == setup


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(list(Setup(TODAY, TODAY).packed())), json) | json)
def test_whatever_was_stored_there_is_a_setup(stored: object) -> None:
    found = unpacked(stored, TODAY)
    assert unpacked(found.packed(), TODAY) == found


def test_a_launch_nobody_has_told_anything_of_begins_on_a_monday_to_come() -> None:
    for ahead in range(7):
        found = unpacked(None, TODAY + ahead * DAY)
        assert found.first.isoweekday() == 1
        assert 7 <= (found.first - TODAY - ahead * DAY).days < 14
        assert (found.last - found.first).days + 1 == 84
        assert found.hands == ()


@given(stretches)
def test_days_are_read_back_as_they_are_shown(days: tuple[tuple[dt.date, dt.date], ...]) -> None:
    assert read_days(days_text(days)) == days


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("2027-01-05", ((dt.date(2027, 1, 5), dt.date(2027, 1, 5)),)),
        ("2027-01-05 - 2027-01-07", ((dt.date(2027, 1, 5), dt.date(2027, 1, 7)),)),
        ("2027/1/5至2027/1/7；2027年2月1日", ((dt.date(2027, 1, 5), dt.date(2027, 1, 7)), (dt.date(2027, 2, 1),) * 2)),
        ("2027-01-05 to 2027-01-07", ((dt.date(2027, 1, 5), dt.date(2027, 1, 7)),)),
    ],
)  # fmt: skip
def test_days_are_read_as_merchants_write_them(text: str, found: object) -> None:
    assert read_days(text) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("soon", "not_a_date"),
        ("2027-02-30", "not_a_date"),
        ("2027-01-05 – 2027-01-07 – 2027-01-09", "not_a_date"),
        ("2027-01-07 – 2027-01-05", "days_backwards"),
    ],
)
def test_days_that_are_none_are_refused(text: str, code: str) -> None:
    with pytest.raises(BadCell) as caught:
        read_days(text)
    assert caught.value.code == code


def test_only_days_of_the_season_are_free() -> None:
    setup = Setup(
        dt.date(2027, 1, 1), dt.date(2027, 1, 10), free={"a": read_days("2026-12-30 – 2027-01-02, 2027-01-09 – 2028-01-01")}
    )  # fmt: skip
    assert setup.season(TODAY).free["a"] == {dt.date(2027, 1, day) for day in (1, 2, 9, 10)}


# ── own orders ──


def table(rows: list[dict[str, object]]):
    shape = lines_schema()
    columns = [pa.array([row.get(name) for row in rows], shape.field(name).type) for name in shape.names]
    return sales_of(Lines(pa.Table.from_arrays(columns, schema=shape), ()))


def line(day: dt.date, order: str, product: str = "月饼") -> dict[str, object]:
    return {
        "buyer": 1, "paid_at": dt.datetime.combine(day, dt.time(12)), "paid_fen": 5000, "refunded_fen": 0, "state": "paid",
        "order_id": order, "quantity": 1, "platform": "douyin", "product": product,
    }  # fmt: skip


def sold(daily: list[int], first: dt.date, product: str = "月饼"):
    return table(
        [line(first + n * DAY, f"{n}-{k}", product) for n, many in enumerate(daily) for k in range(many)]
    )


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 12), st.sampled_from(["月饼", " 月饼", "其他"])),
        max_size=40,
    )
)
def test_orders_of_a_day_are_counted_once(rows: list[tuple[int, int, str]]) -> None:
    first = dt.date(2026, 7, 1)
    kept = {order: (day, name) for day, order, name in rows}  # an order is of one day
    lines = [
        line(first + day * DAY, str(order), name) for order, (day, name) in kept.items() for _ in range(2)
    ]
    found = orders_by_day(table(lines), {"月饼"}) if lines else None
    plain = Counter(day for day, name in kept.values() if name.strip() == "月饼")
    if found is None:
        assert not plain
        return
    start, counts = found
    assert start == first + min(plain) * DAY
    assert counts.tolist() == [plain.get(n + min(plain), 0) for n in range(len(counts))]
    assert sum(plain.values()) == counts.sum()


def test_own_festivals_and_the_curve_are_read_from_own_orders(three_levels) -> None:
    curve = [round(v) for v in sales(40_000, 0.01, 0.38, 30)]  # a peak in week 9, then 20 weeks of less
    daily = [week // 7 for week in curve for _ in range(7)]
    found = own_sales(sold([v // 10 for v in daily], dt.date(2026, 3, 2)), three_levels, POLICY)
    assert isinstance(found.curve, BassFit)
    assert found.curve.q.value == pytest.approx(0.38, rel=0.1)
    assert len(found.weeks) >= 20
    assert {"qingming", "labour_day"} <= set(found.by_code)
    for one in found.lifts:
        assert one.value.low <= one.value.value <= one.value.high


def test_a_shop_without_orders_of_the_plans_products_has_no_curve(three_levels) -> None:
    found = own_sales(sold([3] * 40, dt.date(2026, 3, 2), "其他"), three_levels, POLICY)
    assert found == OwnSales()
    assert isinstance(found.curve, Reason)
    assert found.curve.code == "curve_no_sales"


def test_the_signed_paper_counts_the_shops_own_festivals() -> None:
    policy = load({"risk.draws": 200})
    advice = advise(demo_snapshot(policy), policy)
    assert advice.plan is not None
    product = advice.plan.choices[0].candidate.worth.product.name
    flat = sold([3] * 660, dt.date(2025, 2, 1), product)  # a shop that no festival moves
    setup = Setup(dt.date(2026, 12, 1), dt.date(2027, 1, 31))
    own = own_sales(flat, advice.plan, policy).by_code
    assert own
    usual = dossier(advice, policy, TODAY, setup).launch
    known = dossier(advice, policy, TODAY, setup, flat).launch
    assert usual is not None
    assert known is not None
    assert (usual.season.own_lifts, known.season.own_lifts) == ({}, own)
    assert known.result.orders < usual.result.orders  # its days bring no more than others


# ── days ──


def test_every_day_says_what_it_is() -> None:
    season = Season(dt.date(2027, 1, 1), dt.date(2027, 3, 31), TODAY)
    facts = {one.day: one for one in day_facts(season, RepurchaseClass.C, POLICY)}
    assert len(facts) == season.days
    shut = closings(season.first, season.last, POLICY.delivery)[0]
    lift = lifts(season.first, season.days, RepurchaseClass.C, POLICY)
    for day, one in facts.items():
        assert one.closed is (shut.first <= day <= shut.last)
        assert one.kind is public_year(2027).kind(day)
        assert one.known is public_year(2027).published
        assert one.lift == pytest.approx(lift[season.place(day)])
        assert (one.lift == 1.0) or one.buying
    assert facts[day_of("spring_festival", 2027)].festival == "spring_festival"
    assert facts[day_of("spring_festival", 2027)].kind is DayKind.HOLIDAY


def test_own_lifts_are_shown_on_the_days() -> None:
    season = Season(dt.date(2027, 2, 20), dt.date(2027, 3, 10), TODAY)
    own = replace(season, own_lifts={"womens_day": 2.5})
    day = dt.date(2027, 3, 8)
    plain, seen = (
        {one.day: one for one in day_facts(of, RepurchaseClass.D, POLICY)}[day] for of in (season, own)
    )
    assert plain.lift == POLICY.lifts.womens_day["daily"]
    assert seen.lift == 2.5
