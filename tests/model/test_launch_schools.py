"""Tail first against head first: the effects by hand, the comparison under equal luck, and when it is left open."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import InputError
from model.launch.schools import chances_of, compare, exposures, order_effects, priced, served, turned_out
from model.launch.season import Booking, Schedule, School, Season
from model.launch.sellingdays import windows
from model.launch.sessions import Session, sessions_of
from model.launch.waves import place
from model.policy import load
from model.records import Form, Kind, RepurchaseClass, Tier

POLICY = load()
TODAY = dt.date(2026, 11, 26)
JULY = Season(dt.date(2027, 7, 1), dt.date(2027, 7, 30), TODAY)


def session(host, tier, orders) -> Session:
    return Session(
        f"{host}#1", host, host, tier, Kind.HOST, Form.LIVE, host, "p", RepurchaseClass.C, 1, 0, orders, 100.0
    )


HEAD, WAIST, TAIL = (
    session("h", Tier.HEAD, 100.0),
    session("w", Tier.WAIST, 50.0),
    session("t", Tier.TAIL, 25.0),
)


def on(*pairs):
    return Schedule(JULY, tuple(Booking(one, JULY.day(day)) for one, day in pairs))


def test_who_is_touched_by_whom_by_hand():
    smaller, tails = exposures(on((TAIL, 0), (WAIST, 3), (HEAD, 5)), POLICY)
    assert smaller == pytest.approx([0, 25 / 75, 75 / 175])
    assert tails == pytest.approx([0, 25 / 75, 25 / 125])


def walked(schedule, memory):
    """The same exposures booking by booking."""
    size = {Tier.TAIL: 0, Tier.WAIST: 1, Tier.HEAD: 2}
    told = ([], [])
    for one in schedule.bookings:
        smaller = tails = 0.0
        for other in schedule.bookings:
            days = (one.day - other.day).days
            if 0 < days <= memory and other.session.host != one.session.host:
                smaller += other.session.orders * (size[other.session.tier] < size[one.session.tier])
                tails += other.session.orders * (other.session.tier is Tier.TAIL)
        told[0].append(smaller / (smaller + one.session.orders))
        told[1].append(tails / (tails + one.session.orders))
    return told


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(list(Tier)), st.floats(1, 99), st.integers(0, 29)),
        min_size=1,
        max_size=8,
    )
)
def test_exposures_are_those_of_a_walk(made):
    schedule = on(*((session(host, tier, orders), day) for host, tier, orders, day in made))
    smaller, tails = exposures(schedule, POLICY)
    slow = walked(schedule, round(POLICY.waves.memory))
    assert smaller == pytest.approx(slow[0])
    assert tails == pytest.approx(slow[1])


def test_head_first_touches_nobody():
    smaller, tails = exposures(on((HEAD, 0), (WAIST, 3), (TAIL, 5)), POLICY)
    assert smaller.tolist() == tails.tolist() == [0, 0, 0]


def test_the_same_day_and_days_long_past_do_not_count():
    memory = round(POLICY.waves.memory)
    assert exposures(on((TAIL, 3), (HEAD, 3)), POLICY)[0].tolist() == [0, 0]
    assert exposures(on((TAIL, 0), (HEAD, memory)), POLICY)[0][1] > 0
    assert exposures(on((TAIL, 0), (HEAD, memory + 1)), POLICY)[0][1] == 0


def test_effects_by_hand():
    schedule = on((TAIL, 0), (WAIST, 3), (HEAD, 5))
    found = order_effects(schedule, np.array([0.2, 0.0]), np.array([0.1, -20.0]), POLICY)
    assert found[0] == pytest.approx([1, (1 - 0.2 / 3) * (1 + 0.1 / 3), (1 - 0.2 * 75 / 175) * 1.02])
    assert found[1].tolist() == [1, 0, 0]  # never below nothing


def only(**figures):
    """No festival, no crowding: what is left is the order of hosts."""
    return load(
        {f"waves.{name}": value for name, value in figures.items()}
        | {"waves.segment_loss": 0.0, "waves.transfer": 1.0}
    )


def test_where_small_hosts_hurt_head_first_wins(three_levels):
    found = compare(three_levels, JULY, only(hurt=0.3, imitation=0.0, imitation_sd=0.0), 1)
    assert found.odds > 0.99
    assert found.verdict.code == "head_first_better"
    assert found.by_calendar == pytest.approx(0, abs=1e-6)
    assert found.by_order > 0
    assert found.difference.value == pytest.approx(
        found.head_first.profit.value - found.tail_first.profit.value
    )


def test_where_imitation_is_strong_tail_first_wins(three_levels):
    found = compare(three_levels, JULY, only(hurt=0.0, imitation=0.5, imitation_sd=0.01), 1)
    assert found.odds < 0.05  # now and then tails that imitate tails outweigh it
    assert found.verdict.code == "tail_first_better"
    assert found.verdict.values["odds"] == pytest.approx(1 - found.odds)
    assert found.tail_first.orders > found.head_first.orders


def test_where_neither_is_known_it_is_left_open(three_levels):
    found = compare(three_levels, JULY, only(hurt=0.05, imitation=0.05, imitation_sd=0.3), 1)
    assert 0.2 < found.odds < 0.8
    assert found.verdict.code == "order_undecided"


def test_one_level_has_no_order(planned):
    plan = planned(*((f"t{n}", "tail", 9000.0, 1, 200.0) for n in range(5)))
    found = compare(plan, JULY, only(), 1)
    assert found.difference.value == 0
    assert found.odds == 0.5
    assert found.evidence[-1].code == "order_one_level"
    assert found.verdict.code == "order_undecided"


def test_evidence_says_what_is_a_guess(three_levels):
    codes = [one.code for one in compare(three_levels, JULY, POLICY, 1).evidence]
    assert codes == ["evidence_streams", "evidence_hubs", "evidence_brief", "evidence_one_degree"]
    for name in ("hurt", "hurt_sd", "imitation", "imitation_sd"):
        assert POLICY.entries[f"waves.{name}"].reliability == "guess"


def test_both_schools_have_the_same_luck_and_the_same_seed_the_same_answer(three_levels):
    one, two = (compare(three_levels, JULY, POLICY, 5) for _ in range(2))
    assert one == two
    chances = chances_of(three_levels, JULY, POLICY, 5)
    again, _ = priced(three_levels, School.HEAD_FIRST, one.head_first.schedule, chances, POLICY)
    assert again == one.head_first
    assert compare(three_levels, JULY, POLICY, 6).difference != one.difference


def test_a_festival_does_well_or_badly_for_all_its_sessions_at_once(three_levels):
    season = Season(dt.date(2027, 1, 1), dt.date(2027, 3, 31), TODAY)
    schedule = place(sessions_of(three_levels, 0.7), season, School.HEAD_FIRST, POLICY)
    chances = chances_of(three_levels, season, POLICY, 1)
    own = chances.luck.orders[:, [one.choice for one in schedule.sessions]]
    moved = turned_out(schedule, chances, POLICY) / own
    named = windows(season.first, season.last, RepurchaseClass.C, POLICY)
    for column, one in enumerate(schedule.bookings):
        on = [w.festival.code for w in named if w.festival.first <= one.day <= w.festival.last]
        assert (moved[:, column] == 1).all() == (not on)
    women = [
        n for n, one in enumerate(schedule.bookings) if dt.date(2027, 2, 28) <= one.day <= dt.date(2027, 3, 8)
    ]
    assert len(women) > 1
    assert moved[:, women] == pytest.approx(np.repeat(moved[:, women[:1]], len(women), axis=1))
    assert np.log(moved[:, women[0]]).std() == pytest.approx(POLICY.waves.lift_sd, rel=0.08)
    assert moved[:, women[0]].mean() == pytest.approx(1, abs=0.03)


def test_no_more_is_served_than_is_in_stock(planned):
    plan = planned(("a", "waist", 40_000.0, 2, 100.0), ("b", "waist", 30_000.0, 1, 100.0), stock=250)
    schedule = place(sessions_of(plan, 0.7), JULY, School.HEAD_FIRST, POLICY)
    chances = chances_of(plan, JULY, POLICY, 1)
    there = served(plan, schedule, chances, POLICY)
    wanted = turned_out(schedule, chances, POLICY)
    assert (there <= wanted + 1e-12).all()
    orders = there * [one.orders for one in schedule.sessions]  # July has no festival
    assert orders.sum(axis=1).max() <= 250 + 1e-6
    assert (there < wanted).any()


def test_orders_told_of_a_school_are_those_the_stock_can_serve(planned):
    plan = planned(("a", "waist", 40_000.0, 2, 100.0), ("b", "waist", 30_000.0, 1, 100.0), stock=250)
    found = compare(plan, JULY, POLICY, 1)
    assert 0 < found.tail_first.orders <= 250 + 1e-6
    assert 0 < found.head_first.orders <= 250 + 1e-6


def test_the_losses_drawn_are_losses_and_the_gains_may_be_none(three_levels):
    chances = chances_of(three_levels, JULY, POLICY, 1)
    assert (chances.hurt >= 0).all()
    holds = chances.hurt[chances.hurt > 0]
    assert len(holds) / len(chances.hurt) == pytest.approx(POLICY.waves.transfer, abs=0.03)
    assert np.median(holds) == pytest.approx(POLICY.waves.hurt, rel=0.1)
    assert (chances.gain < 0).any()
    assert chances.gain.mean() == pytest.approx(POLICY.waves.imitation, abs=0.01)


def test_a_festival_that_only_one_school_meets_is_the_calendars_doing(three_levels):
    season = Season(dt.date(2027, 1, 1), dt.date(2027, 1, 29), TODAY)
    policy = only(hurt=0.0, imitation=0.0, imitation_sd=0.0)
    found = compare(three_levels, season, policy, 1)
    assert found.by_order == pytest.approx(0, abs=1e-6)
    assert found.difference.value == pytest.approx(found.by_calendar)


def test_sessions_on_ordinary_days_bring_what_the_plan_says(three_levels):
    policy = only(hurt=0.0, imitation=0.0, imitation_sd=0.0)
    schedule = place(sessions_of(three_levels, 0.7), JULY, School.HEAD_FIRST, policy)
    found, drawn = priced(
        three_levels, School.HEAD_FIRST, schedule, chances_of(three_levels, JULY, policy, 1), policy
    )
    lifted = any(one.day >= dt.date(2027, 7, 28) for one in schedule.bookings)
    assert not lifted or found.profit.value > three_levels.objective * 0.9
    assert found.profit.value == pytest.approx(
        three_levels.objective, abs=5 * drawn.std() / np.sqrt(len(drawn))
    )


def test_an_empty_plan_is_refused(three_levels):
    with pytest.raises(InputError):
        compare(replace(three_levels, choices=()), JULY, POLICY, 1)


def test_a_plan_without_heads_is_not_told_head_first(planned, three_levels):
    waists = planned(
        ("w", "waist", 40_000.0, 1, 3_000.0), *((f"t{n}", "tail", 9000.0, 1, 200.0) for n in range(4))
    )
    found = compare(waists, JULY, only(hurt=0.3, imitation=0.0, imitation_sd=0.0), 1)
    assert (found.tail_first.name, found.head_first.name) == ("tail_first", "waist_first")
    if found.verdict.code == "head_first_better":
        assert found.verdict.values["first"] == "waist_first"
    all_levels = compare(three_levels, JULY, only(), 1)
    assert (all_levels.tail_first.name, all_levels.head_first.name) == ("tail_first", "head_first")
    alone = compare(planned(("t", "tail", 9000.0, 2, 200.0)), JULY, only(), 1)
    assert alone.tail_first.name == alone.head_first.name == ""
