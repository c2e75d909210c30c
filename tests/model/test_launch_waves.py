"""Sessions on days: waves of both schools, what holds them back, what is said of a moved one."""

import datetime as dt
import itertools
import math
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.errors import InputError
from model.launch.season import (
    Booking,
    School,
    Season,
    carry,
    check_season,
    conflicts,
    day_factor,
    expected,
)
from model.launch.sellingdays import lifts, shipped_share
from model.launch.sessions import (
    Session,
    in_stock,
    luck,
    order_worth,
    profits,
    return_rate,
    segment,
    sessions_of,
)
from model.launch.waves import move, phases, place, tried
from model.policy import load
from model.records import Audience, Form, Influencer, Kind, RepurchaseClass, Tier

POLICY = load()
TODAY = dt.date(2026, 11, 26)
QUARTER = Season(dt.date(2027, 1, 1), dt.date(2027, 3, 31), TODAY)
QUIET = Season(dt.date(2027, 7, 1), dt.date(2027, 7, 30), TODAY)
"""No festival buys in July; the last day touches Qixi's (8 August less seven)."""
DAY = dt.timedelta(1)


def session(host="a", tier=Tier.TAIL, number=1, orders=10.0, **known) -> Session:
    values = {
        "id": f"{host}#{number}", "host": host, "name": host, "tier": tier, "kind": Kind.HOST, "form": Form.LIVE,
        "segment": host, "product": "p", "letter": RepurchaseClass.C, "number": number, "choice": 0,
        "orders": orders, "cost": 100.0,
    }  # fmt: skip
    return Session(**(values | known))


def codes(schedule):
    return Counter(one.reason.code for one in schedule.conflicts)


def with_stock(choice, stock):
    worth = choice.candidate.worth
    limited = replace(worth, product=replace(worth.product, stock=stock))
    return replace(choice, candidate=replace(choice.candidate, worth=limited))


# ── sessions ──


def test_a_plan_falls_into_its_sessions(planned):
    plan = planned(("a", "waist", 40_000.0, 3, 100.0), ("b", "tail", 9_000.0, 1, 100.0))
    found = sessions_of(plan, POLICY.response.session_decay)
    assert sum(one.orders for one in found) == pytest.approx(plan.orders)
    assert sum(one.cost for one in found) == pytest.approx(plan.spend)
    of_a = sorted((s for s in found if s.host == "a"), key=lambda s: s.number)
    ratios = [b.orders / a.orders for a, b in itertools.pairwise(of_a)]
    assert ratios == pytest.approx([POLICY.response.session_decay] * (len(of_a) - 1))
    assert len({one.id for one in found}) == len(found)


def test_draws_of_the_sessions_agree_with_the_plan(three_levels):
    found = sessions_of(three_levels, POLICY.response.session_decay)
    drawn = luck(three_levels, 20_000, 1)  # as many as the plan's risk has, from the seed of its request
    wanted = drawn.orders[:, [s.choice for s in found]] * np.array([s.orders for s in found])
    first, long = profits(three_levels, found, wanted, drawn)
    error = 1 / math.sqrt(len(long))
    assert long.mean() == pytest.approx(three_levels.objective, abs=4 * error * long.std())
    assert first.mean() == pytest.approx(three_levels.first_profit, abs=4 * error * first.std())
    risk, spread = three_levels.risk, np.quantile(long, (0.05, 0.5, 0.95))
    assert long.mean() == pytest.approx(risk.mean, rel=0.002)
    assert spread == pytest.approx((risk.p05, risk.p50, risk.p95), rel=0.005)


def test_stock_is_shared_by_all_who_sell_it(planned):
    plan = planned(("a", "waist", 40_000.0, 1, 100.0), ("b", "waist", 40_000.0, 1, 100.0))
    plan = replace(plan, choices=tuple(with_stock(one, 100) for one in plan.choices))
    found = sessions_of(plan, 0.7)
    short = profits(plan, found, np.array([[30.0, 30.0]]))[1][0]
    twice = profits(plan, found, np.array([[300.0, 300.0]]))[1][0]
    more = profits(plan, found, np.array([[3000.0, 3000.0]]))[1][0]
    assert twice == pytest.approx(more)
    paid = sum(s.cost for s in found) + sum(c.candidate.samples for c in plan.choices)
    assert (twice + paid) / (short + paid) == pytest.approx(100 / 60)
    assert order_worth(plan) * 100 - paid == pytest.approx(twice)
    assert return_rate(plan) == pytest.approx(0.06)


def test_draws_agree_with_the_plan_where_stock_is_short(planned):
    plan = planned(("a", "waist", 40_000.0, 2, 100.0), ("b", "waist", 30_000.0, 1, 100.0), stock=250)
    found = sessions_of(plan, POLICY.response.session_decay)
    assert sum(one.orders for one in found) > plan.orders  # what is wanted, not what is there
    drawn = luck(plan, 20_000, 3)
    wanted = drawn.orders[:, [s.choice for s in found]] * np.array([s.orders for s in found])
    long = profits(plan, found, wanted, drawn)[1]
    assert long.mean() == pytest.approx(plan.risk.mean, rel=0.03)
    served = wanted * in_stock(plan, found, wanted)
    assert served.sum(axis=1).max() <= 250 + 1e-9
    short = wanted.sum(axis=1) > 250
    assert short.mean() == pytest.approx(plan.risk.sold_out, abs=0.04)
    assert (served[~short] == wanted[~short]).all()


def test_a_plan_without_sessions_is_refused(three_levels):
    with pytest.raises(InputError) as caught:
        sessions_of(replace(three_levels, choices=()), 0.7)
    assert caught.value.problems[0].code == "launch_empty"


def test_who_is_seen_by_the_same_people():
    one = Influencer("1", "1", "douyin", category="零食", audience=Audience("female"))
    assert segment(one) == segment(replace(one, id="2", name="2", followers=9))
    assert segment(one) != segment(replace(one, platform="weixin"))
    assert segment(replace(one, kind=Kind.FOUNDER)) != segment(one)


# ── waves ──


def test_levels_come_in_the_order_of_the_school():
    sessions = [session("h", Tier.HEAD), session("w", Tier.WAIST), *(session(f"t{n}") for n in range(4))]
    first = phases(sessions, QUIET, School.TAIL_FIRST, POLICY)
    last = phases(sessions, QUIET, School.HEAD_FIRST, POLICY)
    assert first[Tier.TAIL][0] < first[Tier.WAIST][0] < first[Tier.HEAD][0]
    assert last[Tier.HEAD][0] < last[Tier.WAIST][0] < last[Tier.TAIL][0]
    for windows in (first, last):
        assert min(a for a, _ in windows.values()) == 0
        assert max(b for _, b in windows.values()) == QUIET.days - 1
    by_day = [one.session.tier for one in place(sessions, QUIET, School.HEAD_FIRST, POLICY).bookings]
    assert by_day[0] is Tier.HEAD
    assert by_day[-1] is Tier.TAIL


def test_one_level_has_the_whole_season():
    assert phases([session()], QUIET, School.TAIL_FIRST, POLICY) == {Tier.TAIL: (0, QUIET.days - 1)}


def test_festival_goods_go_where_they_sell():
    schedule = place([session()], QUARTER, School.TAIL_FIRST, POLICY)
    factor = day_factor(QUARTER, RepurchaseClass.C, POLICY)
    assert factor[schedule.places()[0]] == factor.max() == pytest.approx(POLICY.lifts.year_fair["gift"])
    assert schedule.conflicts == ()


def test_no_session_waits_three_months_for_a_lift_that_is_hardly_higher():
    winter = Season(dt.date(2026, 11, 28), dt.date(2027, 2, 28), dt.date(2026, 11, 28))
    daily = [session(host, letter=RepurchaseClass.D, segment="same") for host in "abc"]
    lifted = lifts(winter.first, winter.days, RepurchaseClass.D, POLICY)
    assert int(lifted.argmax()) == winter.days - 1, (
        "only the last day touches what people buy for Women's Day"
    )
    made = place(daily, winter, School.TAIL_FIRST, POLICY)
    first = made.bookings[0].day
    assert dt.date(2026, 12, 8) <= first <= dt.date(2026, 12, 12), (
        "Double 12 is as good, as far as anybody knows"
    )
    assert len({one.day for one in made.bookings}) == len(daily)
    exact = replace(POLICY, waves=replace(POLICY.waves, alike=0.001))
    assert place(daily[:1], winter, School.TAIL_FIRST, exact).bookings[0].day == winter.last


def test_one_host_rests_between_his_sessions_and_plays_them_in_turn():
    sessions = [session("a", number=n, orders=10.0 / n) for n in (3, 1, 2)]
    schedule = place(sessions, QUIET, School.TAIL_FIRST, POLICY)
    days = schedule.places()
    assert [one.session.number for one in schedule.bookings] == [1, 2, 3]
    assert (np.diff(days) >= POLICY.waves.host_gap).all()


def test_own_people_may_go_live_every_day_but_once_a_day():
    sessions = [session("me", number=n, kind=Kind.FOUNDER) for n in range(1, 31)]
    schedule = place(sessions, QUIET, School.TAIL_FIRST, POLICY)
    assert len(set(schedule.places().tolist())) == 30
    assert schedule.conflicts == schedule.unplaced == ()


def test_what_finds_no_day_is_told():
    sessions = [session("a", number=n) for n in range(1, 9)]
    schedule = place(sessions, QUIET, School.TAIL_FIRST, POLICY)
    assert len(schedule.bookings) + len(schedule.unplaced) == 8
    assert {one.reason.code for one in schedule.unplaced} == {"no_day_left"}
    assert schedule.conflicts == ()


def test_a_host_is_booked_only_when_free_and_after_the_goods_arrive():
    free = frozenset({dt.date(2027, 7, 3), dt.date(2027, 7, 20)})
    season = replace(QUIET, free={"a": free}, stock={"p": dt.date(2027, 7, 10)})
    schedule = place([session("a"), session("b")], season, School.TAIL_FIRST, POLICY)
    days = {one.session.host: one.day for one in schedule.bookings}
    assert days["a"] == dt.date(2027, 7, 20)
    assert days["b"] >= dt.date(2027, 7, 10)
    never = place([session("a")], replace(season, free={"a": frozenset()}), School.TAIL_FIRST, POLICY)
    assert never.bookings == ()
    assert len(never.unplaced) == 1


def test_nothing_is_placed_in_the_past():
    season = replace(QUIET, today=dt.date(2027, 7, 15))
    schedule = place([session(f"t{n}") for n in range(20)], season, School.HEAD_FIRST, POLICY)
    assert min(one.day for one in schedule.bookings) >= season.today


def test_the_hands_reach_keeps_days_apart():
    sessions = [session(f"t{n}", orders=40.0) for n in range(8)]
    season = replace(QUIET, carries=50.0)
    schedule = place(sessions, season, School.TAIL_FIRST, POLICY)
    assert expected(season, schedule.bookings, POLICY).max() <= 50 + 1e-9
    assert schedule.conflicts == ()
    loose = place(sessions, QUIET, School.TAIL_FIRST, POLICY)
    assert (
        expected(QUIET, loose.bookings, POLICY).max()
        <= expected(QUIET, [Booking(s, QUIET.first) for s in sessions], POLICY).max()
    )


def test_a_session_too_large_for_the_hands_is_placed_and_told():
    season = replace(QUIET, carries=5.0)
    schedule = place([session(orders=40.0)], season, School.TAIL_FIRST, POLICY)
    assert len(schedule.bookings) == 1
    assert codes(schedule)["over_capacity"] >= 1
    assert not any(one.hard for one in schedule.conflicts)


def test_sessions_for_the_same_people_lie_apart():
    sessions = [session(f"t{n}", segment="same") for n in range(10)]
    schedule = place(sessions, QUIET, School.TAIL_FIRST, POLICY)
    assert np.diff(schedule.places()).min() >= POLICY.waves.segment_gap
    assert codes(schedule) == {}


# ── conflicts ──


def booked(*pairs):
    return [Booking(one, day) for one, day in pairs]


MID = dt.date(2027, 7, 15)
CONFLICTS = [
    ("day_past", True, replace(QUIET, today=dt.date(2027, 7, 20)), booked((session(), MID))),
    ("outside_season", True, QUIET, booked((session(), dt.date(2027, 9, 1)))),
    ("host_not_free", True, replace(QUIET, free={"a": frozenset()}), booked((session(), MID))),
    ("host_twice", True, QUIET, booked((session(), MID), (session(number=2), MID))),
    ("host_too_soon", False, QUIET, booked((session(), MID), (session(number=2), MID + 3 * DAY))),
    ("before_stock", True, replace(QUIET, stock={"p": MID + DAY}), booked((session(), MID))),
    ("parcels_stand_still", False, QUARTER, booked((session(), dt.date(2027, 2, 6)))),
    ("same_audience", False, QUIET, booked((session("a", segment="s"), MID), (session("b", segment="s"), MID + DAY))),
    ("same_audience_day", False, QUIET, booked((session("a", segment="s"), MID), (session("b", segment="s"), MID))),
    ("over_capacity", False, replace(QUIET, carries=7.4), booked((session(), MID))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "hard", "season", "bookings"), CONFLICTS)
def test_every_conflict_is_found_alone(code, hard, season, bookings):
    found = conflicts(season, bookings, POLICY)
    assert [(one.reason.code, one.hard) for one in found] == [(code, hard)]
    assert found[0].session in {one.session.id for one in bookings}


def test_a_day_without_fault_has_no_conflict():
    assert conflicts(QUIET, booked((session(), MID), (session("b"), MID)), POLICY) == ()


def test_a_moved_session_is_looked_at_again():
    schedule = place([session("a", number=1), session("a", number=2)], QUIET, School.TAIL_FIRST, POLICY)
    first, second = schedule.bookings
    moved = move(schedule, second.session.id, first.day, POLICY)
    assert codes(moved) == {"host_twice": 1}
    assert codes(move(moved, second.session.id, second.day, POLICY)) == {}
    assert codes(move(schedule, first.session.id, TODAY - DAY, POLICY)) == {"day_past": 1}
    with pytest.raises(KeyError):
        move(schedule, "nobody", MID, POLICY)


@pytest.mark.parametrize(
    ("season", "expected_codes"),
    [
        (replace(QUIET, last=dt.date(2027, 6, 1)), ["season_backwards"]),
        (replace(QUIET, today=dt.date(2027, 8, 1)), ["season_past"]),
        (replace(QUIET, today=QUIET.first - dt.timedelta(366)), ["season_far"]),
        (replace(QUIET, carries=0.0), ["capacity_impossible"]),
        (replace(QUIET, carries=float("nan")), ["capacity_impossible"]),
        (replace(QUIET, today=dt.date(2027, 8, 1), carries=-1.0), ["season_past", "capacity_impossible"]),
    ],
)
def test_a_season_nothing_fits_in_is_refused_whole(season, expected_codes):
    with pytest.raises(InputError) as caught:
        check_season(season, 365)
    assert [one.code for one in caught.value.problems] == expected_codes


# ── expected orders ──


def test_orders_of_a_session_by_hand():
    season = replace(QUIET)
    load_ = expected(season, booked((session(orders=100.0), MID)), POLICY)
    at = season.place(MID)
    assert load_[at] == pytest.approx(75)
    assert load_[at + 1 : at + 8] == pytest.approx([25 / 7] * 7)
    assert load_.sum() == pytest.approx(100)
    assert carry(0.25, 7).sum() == pytest.approx(1)


def test_orders_in_a_closing_are_lifted_and_partly_cancelled():
    at = dt.date(2027, 2, 3)
    load_ = expected(QUARTER, booked((session(orders=100.0), at)), POLICY)
    lift = POLICY.lifts.spring_festival["gift"] * (1 - POLICY.delivery.closed_refund)
    assert load_.sum() == pytest.approx(100 * lift)
    factor = lifts(at, 1, RepurchaseClass.C, POLICY) * shipped_share(at, 1, POLICY.delivery)
    assert factor[0] == pytest.approx(lift)


SESSIONS = st.lists(
    st.tuples(
        st.sampled_from("abcdefgh"),
        st.integers(1, 3),
        st.sampled_from(list(Tier)),
        st.floats(1, 200),
        st.sampled_from("xyz"),
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda t: (t[0], t[1]),
)


@settings(deadline=None, max_examples=60)
@given(SESSIONS, st.sampled_from(School), st.one_of(st.none(), st.floats(20, 300)))
def test_whatever_is_placed_breaks_no_hard_rule(made, school, carries):
    season = replace(
        QUIET, carries=carries, free={"a": frozenset({MID, MID + 9 * DAY})}, stock={"p": QUIET.day(2)}
    )
    sessions = [session(h, t, n, o, segment=s) for h, n, t, o, s in made]
    schedule = place(sessions, season, school, POLICY)
    ids = [one.session.id for one in schedule.bookings] + [one.session for one in schedule.unplaced]
    assert sorted(ids) == sorted(one.id for one in sessions)
    assert not [one for one in schedule.conflicts if one.hard]
    assert "host_too_soon" not in codes(schedule)
    assert place(sessions[::-1], season, school, POLICY) == schedule  # whatever order they come in


# ── held by hand ──


def test_fixed_sessions_lie_where_they_are_and_the_others_stay():
    sessions = [session("h", Tier.HEAD, orders=90.0), *(session(f"t{n}") for n in range(6))]
    plain = place(sessions, QUIET, School.HEAD_FIRST, POLICY)
    fixed = {"h#1": MID, "t0#1": QUIET.first - DAY, "gone#1": MID}
    held = place(sessions, QUIET, School.HEAD_FIRST, POLICY, fixed)
    days = {one.session.id: one.day for one in held.bookings}
    assert days == {one.session.id: one.day for one in plain.bookings} | {
        "h#1": MID,
        "t0#1": QUIET.first - DAY,
    }
    assert [one.day for one in held.bookings] == sorted(days.values())
    assert ("t0#1", "outside_season") in {(c.session, c.reason.code) for c in held.conflicts}


def test_a_session_without_a_day_left_can_be_held_on_one():
    season = replace(QUIET, free={"a": frozenset()})
    sessions = [session()]
    assert [c.session for c in place(sessions, season, School.TAIL_FIRST, POLICY).unplaced] == ["a#1"]
    held = place(sessions, season, School.TAIL_FIRST, POLICY, {"a#1": MID})
    assert held.unplaced == ()
    assert [c.reason.code for c in held.conflicts] == ["host_not_free"]


def test_what_a_day_would_bring_against_itself_is_told_before_it_is_taken():
    sessions = [session(), session(number=2)]
    schedule = place(sessions, QUIET, School.TAIL_FIRST, POLICY)
    first, second = schedule.bookings
    assert tried(schedule, second.session.id, second.day, POLICY) == ()
    told = tried(schedule, second.session.id, first.day, POLICY)
    assert [(c.reason.code, c.hard) for c in told] == [("host_twice", True)]
    assert schedule.bookings == (first, second)
    before = move(schedule, second.session.id, first.day, POLICY)
    assert tried(before, second.session.id, first.day, POLICY) == ()  # it is known already
    with pytest.raises(KeyError):
        tried(schedule, "nobody", MID, POLICY)
