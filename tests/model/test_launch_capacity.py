"""The shop's hands: what they carry together, overload and lateness by day, temporary hands, ways out."""

import datetime as dt
import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from model.errors import InputError, InvalidRecord
from model.launch.capacity import daily_orders, strip
from model.launch.hands import (
    ROLES,
    Hand,
    Role,
    carries,
    hours_per_order,
    hours_per_session,
    mask,
    pools,
    shared_out,
)
from model.launch.relief import WAYS, relief
from model.launch.season import Booking, Schedule, School, Season, expected
from model.launch.sessions import Session
from model.launch.temporary import hire
from model.policy import load
from model.records import Form, Kind, RepurchaseClass, Tier

POLICY = load()
RULE = POLICY.capacity
ALL = frozenset(Role)
PACK = frozenset({Role.PACKING})
TODAY = dt.date(2026, 11, 26)
JULY = Season(dt.date(2027, 7, 1), dt.date(2027, 7, 30), TODAY)


def session(host="a", orders=10.0, kind=Kind.HOST, letter=RepurchaseClass.C) -> Session:
    return Session(
        f"{host}#1", host, host, Tier.TAIL, kind, Form.LIVE, host, "p", letter, 1, 0, orders, 100.0
    )


def schedule(*pairs, season=JULY):
    return Schedule(season, tuple(Booking(one, day) for one, day in pairs))


# ── who does what ──

HANDS = st.lists(
    st.tuples(st.sets(st.sampled_from(ROLES), min_size=1).map(frozenset), st.floats(0, 12)), max_size=4
)
WORK = st.lists(st.floats(0, 15), min_size=5, max_size=5)


def by_linear_program(hours, wanted):
    """The same shares by giving every hand's hours away one role after the other, each as much as it can have."""
    cells = [(h, r) for h, (roles, _) in enumerate(hours) for r in range(5) if ROLES[r] in roles]
    given_ = []
    for place in range(5):
        rows, top = [], []
        for h, (_, amount) in enumerate(hours):
            rows.append([float(cell[0] == h) for cell in cells])
            top.append(amount)
        keep = [[float(cell[1] == r) for cell in cells] for r in range(place)]
        if not any(cell[1] == place for cell in cells):
            given_.append(0.0)
            continue
        aim = np.array([-float(cell[1] == place) for cell in cells])
        rows.append([float(cell[1] == place) for cell in cells])
        top.append(wanted[place])
        found = linprog(aim, A_ub=rows, b_ub=top, A_eq=keep or None, b_eq=given_ or None)
        given_.append(-found.fun)
    return given_


@settings(deadline=None, max_examples=80)
@given(HANDS, WORK)
def test_work_is_shared_out_as_a_linear_program_does(hours, wanted):
    quick = shared_out(pools(hours), np.array(wanted))
    assert quick == pytest.approx(by_linear_program(hours, wanted), abs=1e-6)


@given(HANDS, WORK)
def test_no_set_of_roles_gets_more_than_its_people_have(hours, wanted):
    pool, given_ = pools(hours), shared_out(pools(hours), np.array(wanted))
    assert (given_ <= np.array(wanted) + 1e-9).all()
    for size in range(1, 6):
        for of in itertools.combinations(range(5), size):
            assert given_[list(of)].sum() <= pool[mask(frozenset(ROLES[r] for r in of))] + 1e-6


def test_one_who_can_do_all_does_the_urgent_first():
    given_ = shared_out(pools([(ALL, 8.0)]), np.array([3.0, 2.0, 2.0, 5.0, 1.0]))
    assert given_.tolist() == [3, 2, 2, 1, 0]


def test_one_who_only_packs_leaves_the_others_free():
    given_ = shared_out(pools([(ALL, 8.0), (PACK, 4.0)]), np.array([3.0, 2.0, 2.0, 5.0, 1.0]))
    assert given_.tolist() == [3, 2, 2, 5, 0]


def test_many_draws_at_once_are_each_by_itself():
    pool = pools([(ALL, 8.0), (PACK, 4.0)])
    wanted = np.random.default_rng(1).uniform(0, 6, (40, 5))
    assert (shared_out(pool, wanted) == [shared_out(pool, one) for one in wanted]).all()


# ── orders a day ──


def test_orders_a_day_by_hand():
    packer = Hand("p", PACK, 8)
    clerk = Hand("c", frozenset({Role.SERVICE, Role.AFTER_SALES}), 8)
    each = hours_per_order(RULE, 0.1) * 60
    assert dict(zip(ROLES, each.tolist(), strict=True)) == pytest.approx(
        {"listing": 0, "promotion": 0, "service": 1.8, "packing": 3, "after_sales": 0.8}
    )
    assert carries([packer, clerk], RULE, 0.1) == pytest.approx(160)  # the packer: 480 / 3
    assert carries([Hand("p", PACK, 24), clerk], RULE, 0.1) == pytest.approx(480 / 2.6)
    assert carries([Hand("all", ALL, 8)], RULE, 0.1) == pytest.approx(480 / 5.6)
    assert carries([packer], RULE, 0.1) == 0.0  # nobody answers
    assert carries([], RULE, 0.1) == 0.0


def test_sessions_days_off_and_live_hours_take_their_part():
    one = Hand("all", ALL, 8, host="me")
    fixed = hours_per_session(RULE).sum() * 60
    assert fixed == RULE.listing_minutes + RULE.promotion_minutes
    assert carries([one], RULE, 0.1, sessions_a_day=1) == pytest.approx((480 - fixed) / 5.6)
    assert carries([one], RULE, 0.1, live=4) == pytest.approx(240 / 5.6)
    off = replace(one, days_off=frozenset({6, 7}))
    assert carries([off], RULE, 0.1) == pytest.approx(480 / 5.6 * 5 / 7)
    assert carries([one], RULE, 0.1, sessions_a_day=50) == 0.0


@settings(deadline=None)
@given(HANDS, st.floats(0, 0.6))
def test_what_the_hands_carry_is_the_edge_of_what_can_be_done(hours, returned):
    hands = [Hand(str(n), roles, amount) for n, (roles, amount) in enumerate(hours)]
    most = carries(hands, RULE, returned)
    each = hours_per_order(RULE, returned)
    assert shared_out(pools(hours), each * most) == pytest.approx(each * most, abs=1e-6)
    more = each * (most * 1.01 + 0.1)
    assert shared_out(pools(hours), more).sum() < more.sum()


# ── records ──


def test_a_hand_is_read_as_merchants_write():
    found = Hand.parse(name="小李", roles="打包、售后", hours="6", days_off="7", holidays="是", host="me")
    assert found == Hand("小李", frozenset({Role.PACKING, Role.AFTER_SALES}), 6, frozenset({7}), True, "me")
    assert Hand.parse(name="x", roles="客服").hours == 8


def test_every_fault_of_a_hand_is_told():
    with pytest.raises(InvalidRecord) as caught:
        Hand.parse(name="", roles="唱歌", hours="25", days_off="8")
    assert {one.column: one.code for one in caught.value.problems} == {
        "name": "required", "roles": "not_a_role", "hours": "too_high", "days_off": "not_a_weekday",
    }  # fmt: skip


def test_who_works_when():
    monday, sunday = dt.date(2027, 7, 5), dt.date(2027, 7, 4)
    one = Hand("x", ALL, days_off=frozenset({7}))
    assert one.works(monday, holiday=False)
    assert not one.works(sunday, holiday=False)
    assert not one.works(monday, holiday=True)
    assert replace(one, holidays=True).works(monday, holiday=True)


# ── load by day ──

ONE = np.ones((1, 1))
DAY5 = dt.date(2027, 7, 6)


def test_a_day_by_hand():
    found = strip(schedule((session(orders=400), DAY5)), [Hand("all", ALL, 8)], ONE, 0.1, 50.0, POLICY)
    at = JULY.place(DAY5)
    assert found.wave.orders.mean[at] == pytest.approx(300)
    assert found.wave.orders.mean.sum() == pytest.approx(400)
    assert found.needed.mean[at] == pytest.approx(300 * 4.8 / 60)
    assert found.needed.mean[at - 1] == pytest.approx(3.5)  # two hours of listing, one and a half of talks
    assert found.needed.mean[at + 7] == pytest.approx(100 / 7 * 4.8 / 60 + 300 * 0.8 / 60)
    assert (found.had == 8).all()
    assert found.wave.tiers[Tier.TAIL].sum() == pytest.approx(400)
    # 300 orders ask 9 h of service first; by the evening of the second day after, 24 h less service are left for packing
    served = (300 + 2 * 100 / 7) * 1.8 / 60
    packed = (24 - served) * 20
    assert found.late[at + 2] == pytest.approx(300 - packed)
    assert found.cost[at + 2] == pytest.approx((300 - packed) * (5 + 0.2 * 50))
    assert found.odds[at + 2] == 1
    assert found.over[at + 2]
    assert found.late[: at + 2].sum() == 0


def by_hand_queue(orders, hours, minutes, promise):
    """Late parcels of a single packer, parcel by parcel."""
    waiting, late, room = [], 0, 0.0
    for day, came in enumerate(orders):
        waiting += [day] * came
        room = hours * 60 / minutes
        for _ in range(min(len(waiting), int(room))):
            waiting.pop(0)
        late += sum(1 for arrived in waiting if day - arrived == promise)
    return late


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 60), min_size=6, max_size=6))
def test_late_parcels_are_those_of_a_queue_walked_through(orders):
    policy = load({
        "capacity.carry_share": 0.0, "capacity.questions": 0.0, "capacity.return_minutes": 0.0,
        "capacity.listing_minutes": 0.0, "capacity.promotion_minutes": 0.0,
    })  # fmt: skip
    pairs = [(session(f"h{n}", float(o)), JULY.day(n)) for n, o in enumerate(orders)]
    found = strip(schedule(*pairs), [Hand("p", PACK, 1)], np.ones((1, 6)), 0.0, 10.0, policy)
    assert found.late.sum() == pytest.approx(by_hand_queue([*orders, *[0] * 24], 1, 3, 2), abs=1e-6)


def test_live_hours_of_ones_own_people_are_missing_elsewhere():
    boss = Hand("boss", ALL, 8, host="boss")
    live = strip(schedule((session("boss", kind=Kind.FOUNDER), DAY5)), [boss], ONE, 0.0, 1.0, POLICY)
    assert live.had[JULY.place(DAY5)] == 8 - POLICY.own_people.hours[Kind.FOUNDER]
    assert (np.delete(live.had, JULY.place(DAY5)) == 8).all()
    other = strip(schedule((session("guest"), DAY5)), [boss], ONE, 0.0, 1.0, POLICY)
    assert (other.had == 8).all()


def test_holidays_leave_only_those_who_work_then():
    season = Season(dt.date(2027, 2, 1), dt.date(2027, 2, 14), TODAY)
    hands = [Hand("home", ALL, 8), Hand("here", ALL, 5, holidays=True)]
    found = strip(schedule((session(), season.first), season=season), hands, ONE, 0.0, 1.0, POLICY)
    spring = [season.place(dt.date(2027, 2, day)) for day in (5, 6, 7, 8)]
    assert found.had[spring].tolist() == [5] * 4
    assert np.delete(found.had, spring).tolist() == [13] * 10


def test_nothing_falls_due_while_carriers_rest():
    season = Season(dt.date(2027, 1, 25), dt.date(2027, 2, 28), TODAY)
    found = strip(
        schedule((session(orders=3000), dt.date(2027, 2, 1)), season=season),
        [Hand("x", ALL, 1)],
        ONE,
        0.0,
        1.0,
        POLICY,
    )
    closed = slice(season.place(dt.date(2027, 2, 1)), season.place(dt.date(2027, 2, 13)))
    assert found.late[closed].sum() == 0
    assert found.late.sum() > 0


DRAWN = np.random.default_rng(2).lognormal(-0.18, 0.6, (200, 3))
BUSY = schedule(*((session(f"h{n}", 250.0), JULY.day(5 + n)) for n in range(3)))


def test_bands_and_odds_are_those_of_the_draws():
    orders = daily_orders(BUSY, DRAWN, POLICY)
    found = strip(BUSY, [Hand("all", ALL, 8)], DRAWN, 0.1, 50.0, POLICY)
    assert found.wave.orders.mean == pytest.approx(orders.mean(axis=0))
    assert found.wave.orders.low == pytest.approx(np.quantile(orders, 0.1, axis=0))
    assert (found.wave.orders.low <= found.wave.orders.high).all()
    assert ((found.odds >= 0) & (found.odds <= 1)).all()
    assert sum(found.wave.tiers.values()) == pytest.approx(found.wave.orders.mean)
    assert found.wave.orders.mean == pytest.approx(expected(JULY, BUSY.bookings, POLICY), rel=0.15)


@settings(deadline=None, max_examples=15)
@given(st.floats(0.5, 20), st.floats(0.1, 10))
def test_more_hands_are_never_later(hours, more):
    less = strip(BUSY, [Hand("all", ALL, hours)], DRAWN, 0.1, 50.0, POLICY)
    plenty = strip(BUSY, [Hand("all", ALL, hours), Hand("more", PACK, more)], DRAWN, 0.1, 50.0, POLICY)
    assert plenty.late_cost <= less.late_cost + 1e-6
    assert (plenty.waiting <= less.waiting + 1e-6).all()


# ── temporary hands ──

DAY_HANDS = [Hand("all", ALL, 8), Hand("clerk", frozenset({Role.SERVICE, Role.AFTER_SALES}), 10)]


def test_temporary_hands_pay_and_no_other_number_pays_more():
    hired = hire(BUSY, DAY_HANDS, DRAWN, 0.1, 80.0, POLICY)
    assert len(hired) == 1
    one = hired[0]
    days = (one.last - one.first).days + 1
    assert one.wages == one.people * RULE.temp_day * days
    bare = strip(BUSY, DAY_HANDS, DRAWN, 0.1, 80.0, POLICY).late_cost
    for people in range(round(RULE.temp_most) + 1):
        other = replace(one, people=people, wages=people * RULE.temp_day * days)
        cost = strip(BUSY, DAY_HANDS, DRAWN, 0.1, 80.0, POLICY, [other]).late_cost
        assert bare - cost - other.wages <= one.gain + 1e-6
        if people == one.people:
            assert bare - cost == pytest.approx(one.saved)


def test_nobody_is_hired_where_nothing_is_late_or_wages_eat_it():
    quiet = schedule((session(orders=20.0), DAY5))
    assert hire(quiet, DAY_HANDS, ONE, 0.1, 80.0, POLICY) == ()
    dear = load({"capacity.temp_day": 1e6})
    assert hire(BUSY, DAY_HANDS, DRAWN, 0.1, 80.0, dear) == ()


# ── ways out ──


def test_an_overload_is_met_in_the_way_that_leaves_most(three_levels):
    found = relief(three_levels, JULY, School.HEAD_FIRST, DAY_HANDS[:1], POLICY, 1)
    assert {one.code for one in found.ways} == set(WAYS)
    nets = [one.net for one in found.ways]
    assert nets == sorted(nets, reverse=True)
    ways = {one.code: one for one in found.ways}
    assert ways["hire"].net >= ways["as_is"].net - 1e-6
    assert ways["spread_hire"].net >= ways["spread"].net - 1e-6
    assert ways["as_is"].late_cost > 0
    assert ways["as_is"].wages == 0
    assert ways["spread"].schedule.season.carries == pytest.approx(found.carries)
    most = {code: ways[code].load.wave.orders.mean.max() for code in ("as_is", "spread")}
    assert most["spread"] <= most["as_is"] + 1e-6


def test_without_hands_nothing_can_be_carried(three_levels):
    with pytest.raises(InputError) as caught:
        relief(three_levels, JULY, School.HEAD_FIRST, [], POLICY, 1)
    assert caught.value.problems[0].code == "capacity_impossible"


def test_calendar_and_load_judge_days_alike(planned):
    """The same days are said to be too much in the list of conflicts and in the load, in every way."""
    plan = planned(("a", "waist", 400_000.0, 2, 100.0), ("b", "waist", 300_000.0, 1, 100.0))
    season = Season(dt.date(2027, 3, 1), dt.date(2027, 3, 31), dt.date(2026, 11, 26))
    hands = (Hand("all", frozenset(Role), 8.0),)
    found = relief(
        plan, season, School.HEAD_FIRST, hands, load({"waves.draws": 200, "capacity.draws": 100}), 1
    )
    assert found.way("as_is").load.over.any()
    assert found.way("hire").temporary
    assert found.way("nobody knows") is found.ways[0]
    for way in found.ways:
        told = [c for c in way.schedule.conflicts if c.reason.code.startswith("overloaded")]
        assert {c.reason.code for c in way.schedule.conflicts}.isdisjoint({"over_capacity"})
        assert len(told) == way.load.over.sum()
        days = {day for c in told for day in _days(c.reason.values)}
        assert days == {season.day(place) for place in range(season.days) if way.load.over[place]}
        assert {c.session for c in told} <= {one.session.id for one in way.schedule.bookings}


def _days(values):
    first = dt.date.fromisoformat(values["day"])
    last = dt.date.fromisoformat(values.get("last", values["day"]))
    assert values.get("n", 1) == (last - first).days + 1
    return [first + dt.timedelta(n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize(
    "typed", ["6, 7", "周六、周日", "星期六，星期天", "Sat, Sun", "saturday, Sun.", "六、日"]
)
def test_days_off_are_read_by_name_or_number(typed):
    found = Hand.parse(name="小李", roles="打包", hours="6", days_off=typed, holidays="", host="")
    assert found.days_off == frozenset({6, 7})
