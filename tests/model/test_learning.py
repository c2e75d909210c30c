"""What is learnt from results: shrinkage, what changed in mind, whether the model is off, and how good forecasts were."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.advice import advise, grades
from model.beliefs import NOTHING, Knowledge
from model.estimates import HostFacts, host_facts
from model.learning.calibration import Held, share_held
from model.learning.changes import compare
from model.learning.comebacks import Comeback, repeat_times
from model.learning.kinds import Measure
from model.learning.learned import Learned, learn
from model.matrix.candidates import candidates
from model.policy import load
from model.records import Form, Influencer, Kind, Offer, Product, Request, Snapshot
from model.response import respond
from model.results import Result

POLICY = load()
QUICK = load({"learning.steps": 1})
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)
TEA = Product("茶", 49.0, "茶", 15.0, 4.0, 0.05, 0.06, id=2)
GRADES = grades((COFFEE, TEA), POLICY)
START = dt.date(2025, 3, 3)


def host(name: str, **known: object) -> HostFacts:
    figures: dict[str, object] = {"followers": 100_000, "views": 20_000.0, "category": "美妆", **known}
    offers = (Offer("a", 2000.0, 0.2),)
    return host_facts(Influencer(name, name, "douyin", offers=offers, **figures), POLICY)  # type: ignore[arg-type]


HOSTS = tuple(host(f"h{i}", followers=50_000 + 7_000 * i) for i in range(40))
FORECAST = {
    h.influencer.id: respond(h, COFFEE, GRADES[0], h.offers[0].offer.form, POLICY).mean for h in HOSTS
}


def result(id_: str, times: float, week: int = 0, **known: object) -> Result:
    figures: dict[str, object] = {"orders": round(FORECAST[id_] * times), **known}
    return Result(id_, COFFEE.name, START + dt.timedelta(weeks=week), 1, **figures)  # type: ignore[arg-type]


def world(
    rng: np.random.Generator,
    weeks: int = 8,
    each: int = 8,
    host_sd: float = 0.6,
    session: float = 0.7,
    log: float = 0.0,
) -> list[Result]:
    """Results as the model believes them, or with other spreads and another level."""
    lasting = rng.normal(-(host_sd**2) / 2, host_sd, len(HOSTS))
    found = []
    for week in range(weeks):
        shared = rng.normal(-0.02, 0.2)
        for i in rng.choice(len(HOSTS), each, replace=False).tolist():
            x = lasting[i] + shared + log + rng.normal(-(session**2) / 2, session)
            mean = FORECAST[f"h{i}"] * math.exp(x)
            found.append(replace(result(f"h{i}", 1, week), orders=int(rng.poisson(mean))))
    return found


def times(learned: Learned, id_: str) -> float:
    return learned.beliefs.hosts[id_].factor * learned.beliefs.products.get(COFFEE.name, 1.0)


# ---- shrinkage -------------------------------------------------------------------------------------------------------


def test_nothing_is_learnt_from_nothing() -> None:
    assert learn((), HOSTS, GRADES, POLICY) == Learned(0)
    none = learn([result("h0", 1, orders=None, views=100)], HOSTS, GRADES, POLICY)
    assert none.beliefs.hosts == {}


def test_a_host_is_believed_more_the_more_often_he_sold() -> None:
    got = [
        learn([result("h0", 3.0, 5 * week) for week in range(n)], HOSTS, GRADES, QUICK) for n in (1, 5, 50)
    ]
    after = [times(one, "h0") for one in got]
    assert 1 < after[0] < 2.4 < after[1]
    assert after[2] == pytest.approx(3.0, rel=0.1)
    spread = [one.beliefs.hosts["h0"].sd_log for one in got]
    assert spread[0] > spread[1] > spread[2]
    # Hosts alike are believed to sell a little more as well, but far less than he.
    assert 1 < times(got[1], "h1") < after[1]


def test_one_result_as_forecast_leaves_the_mean_and_narrows_the_range() -> None:
    sure = replace(QUICK, learning=replace(QUICK.learning, scale_sd=0.02))
    shock = math.exp(-(0.6**2 * 0.91 + 0.49 + 0.04) / 2)  # the most usual result is below the mean
    got = learn([result("h0", shock)], HOSTS, GRADES, sure)
    assert times(got, "h0") == pytest.approx(1.0, abs=0.12)
    (change,) = got.changes
    assert change.before.high / change.before.low > change.after.high / change.after.low


def test_without_own_results_padding_is_still_feared_and_groups_are_told() -> None:
    got = learn([result("h0", 0.2, week) for week in range(4)], HOSTS, GRADES, QUICK)
    assert got.beliefs.hosts["h0"].real is None
    assert got.beliefs.hosts["h1"].real is not None
    (group,) = got.beliefs.groups
    assert group[:2] == ("douyin", "tail")
    assert got.beliefs.groups[group].factor == pytest.approx(got.beliefs.hosts["h1"].factor)
    own = host_facts(Influencer("own", "own", "douyin", Kind.OWN_ROOM, 1000, 500.0), POLICY)
    assert learn([result("h0", 1)], (*HOSTS, own), GRADES, QUICK).beliefs.hosts["own"].factor > 0


def test_unusable_results_are_counted() -> None:
    odd = [result("h0", 1), replace(result("h0", 1), id="?"), replace(result("h0", 1), product="?")]
    got = learn([*odd, replace(odd[0], sessions=0, date=START + dt.timedelta(1))], HOSTS, GRADES, QUICK)
    assert [one.code for one in got.unused] == [
        "results_unused_host", "results_unused_product", "results_unused_sessions",
    ]  # fmt: skip
    assert got.results == 1


def test_no_orders_at_all_is_a_result_as_well() -> None:
    got = learn([result("h0", 0.0, week) for week in range(3)], HOSTS, GRADES, QUICK)
    assert times(got, "h0") < 0.3


NOBODY = host("nobody", followers=2_000, views=1.0)
"""A host nobody expects anything of: 0.015 orders a session."""


def sold(orders: int, sessions: int | None, week: int) -> Result:
    return Result("nobody", COFFEE.name, START + dt.timedelta(weeks=week), sessions, orders=orders)


@given(st.integers(0, 100_000), st.sampled_from((1, None)))
@settings(max_examples=6, deadline=None)
def test_no_single_result_moves_a_forecast_by_more_than_the_prior_allows(
    orders: int, sessions: int | None
) -> None:
    others = [result(f"h{i}", 0.8, week) for i in range(4) for week in range(2)]
    (change,) = (
        one
        for one in learn([*others, sold(orders, sessions, 3)], (*HOSTS[:4], NOBODY), GRADES, QUICK).changes
        if one.id == "nobody"
    )
    shocks = respond(NOBODY, COFFEE, GRADES[0], Form.LIVE, POLICY).shocks
    allowed = QUICK.learning.most_moved * math.hypot(shocks.smooth, shocks.lasting)
    assert change.before.value < 0.02
    assert abs(math.log(change.after.value / change.before.value)) <= allowed


@given(st.integers(1, 200), st.integers(2, 15))
@settings(max_examples=6, deadline=None)
def test_who_nobody_expected_anything_of_learns_from_counts_and_not_beyond_them(
    orders: int, weeks: int
) -> None:
    for sessions in (1, None):
        got = learn(
            [sold(orders, sessions, week) for week in range(weeks)], (*HOSTS[:4], NOBODY), GRADES, QUICK
        )
        (change,) = got.changes
        assert change.after.value <= 3 * orders
        assert change.after.value > change.before.value * 0.8  # never a reason to expect less


def test_one_order_is_no_surprise_where_there_would_be_no_result_without_one() -> None:
    """Files of orders tell of campaigns with an order alone: how many had none nobody knows."""
    files, typed = (
        learn([sold(1, sessions, week) for week in range(8)], (*HOSTS[:4], NOBODY), GRADES, QUICK).changes[0]
        for sessions in (None, 1)
    )
    assert files.after.value < 0.02 < 0.1 < typed.after.value


def test_the_order_of_results_is_no_matter() -> None:
    some = world(np.random.default_rng(2), weeks=3)
    a, b = (learn(one, HOSTS, GRADES, QUICK) for one in (some, some[::-1]))
    for id_, belief in a.beliefs.hosts.items():
        assert b.beliefs.hosts[id_].mean_log == pytest.approx(belief.mean_log, abs=1e-6)


def test_festivals_are_no_merit() -> None:
    plain = learn([result("h0", 2.0)], HOSTS, GRADES, QUICK)
    lifted = learn([result("h0", 2.0)], HOSTS, GRADES, QUICK, lift=lambda _day: {COFFEE.name: 2.0})
    assert times(lifted, "h0") < times(plain, "h0")


def test_a_product_that_sells_better_is_told_from_hosts_who_do() -> None:
    both = [result(f"h{i}", 1.0, i % 4) for i in range(20)]
    tea = [
        replace(one, product=TEA.name, orders=round(3 * respond(HOSTS[i], TEA, GRADES[1], HOSTS[i].offers[0].offer.form, POLICY).mean))
        for i, one in enumerate(both)
    ]  # fmt: skip
    got = learn(both + tea, HOSTS, GRADES, QUICK)
    assert got.beliefs.products[TEA.name] / got.beliefs.products[COFFEE.name] > 1.5


# ---- the spreads themselves ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("host_sd", "session"), [(0.3, 0.7), (0.9, 0.5)])
def test_spreads_are_learnt(host_sd: float, session: float) -> None:
    got = [
        learn(world(np.random.default_rng(seed), 10, 20, host_sd, session), HOSTS, GRADES, QUICK).scale
        for seed in range(4)
    ]
    assert np.mean([one.session.value for one in got if one]) == pytest.approx(session / 0.7, rel=0.12)
    assert np.mean([one.host.value for one in got if one]) == pytest.approx(
        host_sd / (0.6 * math.sqrt(0.91)), rel=0.3
    )


def test_learnt_spreads_reach_the_next_forecast() -> None:
    calm = learn(world(np.random.default_rng(3), 10, 20, 0.3, 0.3), HOSTS, GRADES, QUICK)
    form = HOSTS[0].offers[0].offer.form
    before = respond(HOSTS[0], COFFEE, GRADES[0], form, POLICY)
    after = respond(HOSTS[0], COFFEE, GRADES[0], form, POLICY, Knowledge(calm.beliefs))
    assert after.shocks.session < 0.7 * before.shocks.session
    assert after.sd < before.sd


# ---- other measures --------------------------------------------------------------------------------------------------


def test_returns_and_visits_of_a_host_reach_the_plan() -> None:
    some = [
        result("h0", 1.0, week, orders=100, refunded_orders=40, views=20_000, visits=4000)
        for week in range(5)
    ] + [
        result("h1", 1.0, week, orders=100, refunded_orders=6, views=20_000, visits=1900) for week in range(5)
    ]
    got = learn(some, HOSTS, GRADES, QUICK)
    belief = got.beliefs.hosts["h0"]
    assert belief.returns > 1
    assert belief.visit == pytest.approx(0.25, rel=0.2)
    change = got.change("h0")
    assert change
    assert change.others[Measure.RETURNS].value > 3
    assert change.others[Measure.VIEWS].value == pytest.approx(1.0, rel=0.3)
    table = candidates(HOSTS[:2], GRADES[:1], POLICY, known=Knowledge(got.beliefs))
    first, second = (item.worth.basis.return_rate for item in table.items)
    assert first > 0.2 > second
    assert table.items[0].order_value < table.items[1].order_value


def test_customers_who_come_back_are_worth_more() -> None:
    won = {"h0": Comeback(400, 200), "h1": Comeback(400, 80), "h2": Comeback(3, 3)}
    found = repeat_times(won, POLICY)
    usual = 283.5 / 804
    assert found["h0"].value == pytest.approx(0.5 / usual, rel=0.05)
    assert found["h1"].value == pytest.approx(0.2 / usual, rel=0.1)
    assert found["h1"].value < 1 < found["h2"].value < found["h0"].value
    assert found["h2"].low < 1
    got = learn([result("h0", 1.0)], HOSTS, GRADES, QUICK, comebacks=won)
    table = candidates(HOSTS[:2], GRADES[:1], POLICY, known=Knowledge(got.beliefs))
    plain = candidates(HOSTS[:2], GRADES[:1], POLICY)
    assert table.items[0].worth.repeat == pytest.approx(plain.items[0].worth.repeat * found["h0"].value)
    assert repeat_times({"h0": Comeback(10, 1)}, POLICY) == {}


# ---- whether the model is off ----------------------------------------------------------------------------------------


def codes(found: Sequence[Result]) -> set[str]:
    return {one.code for one in learn(found, HOSTS, GRADES, QUICK).checks}


def test_a_right_model_is_seldom_called_off() -> None:
    alarms = [codes(world(np.random.default_rng(seed))) for seed in range(40)]
    assert sum(bool(one) for one in alarms) <= 5


def test_a_model_that_is_off_is_told() -> None:
    rng = np.random.default_rng(4)
    assert "model_level_off" in codes(world(rng, log=math.log(4)))
    assert "spread_session_off" in codes(world(rng, 12, 20, session=3.0))
    fine = world(rng, 12, 12)
    drift = [
        replace(one, orders=round((one.orders or 0) * 1.6 ** ((one.date - START).days / 7))) for one in fine
    ]
    assert "course_time_up" in codes(drift)
    size = [
        replace(one, orders=round((one.orders or 0) * (HOSTS[int(one.id[1:])].followers / 1.8e5) ** 4))
        for one in fine
    ]
    assert "course_size_up" in codes(size)
    wild = [
        replace(one, orders=0) if i % 15 == 0 else one
        for i, one in enumerate(world(rng, 12, 12, session=0.2))
    ]
    assert "model_outliers" in codes(wild)
    assert codes([result("h0", 100.0)]) == set()


# ---- calibration -----------------------------------------------------------------------------------------------------


def test_ranges_hold_as_often_as_they_say() -> None:
    held, of = 0, 0
    for seed in range(12):
        found = learn(world(np.random.default_rng(seed)), HOSTS, GRADES, POLICY).calibration
        assert found
        assert found.share.low < found.share.value < found.share.high
        held += sum(step.held for step in found.steps)
        of += sum(step.of for step in found.steps)
        assert [a.last < b.first for a, b in zip(found.steps, found.steps[1:], strict=False)]
    assert of == 12 * 64
    assert held / of == pytest.approx(0.8, abs=0.05)


def test_the_range_of_calibration_knows_what_goes_together() -> None:
    day = START
    alone = share_held((Held(day, day, 16, 20),))
    apart = share_held(tuple(Held(day, day, held, 10) for held in (10, 6)))
    together = share_held(tuple(Held(day, day, held, 10) for held in (8, 8)))
    assert alone == together
    assert apart.low < together.low < 0.8 < together.high < apart.high
    assert share_held((Held(day, day, 3, 3),)).high < 1


# ---- what the next plan does -----------------------------------------------------------------------------------------


def test_the_next_plan_says_who_comes_and_goes_and_why() -> None:
    snapshot = Snapshot((COFFEE,), tuple(h.influencer for h in HOSTS), {}, Request(20_000.0, free_mix=True))
    few = load({"risk.draws": 200})
    before = advise(snapshot, few)
    assert before.plan
    ids = [choice.id for choice in before.plan.choices]
    bad = [result(ids[0], 0.1, week) for week in range(6)]
    good = [result(next(h for h in FORECAST if h not in ids), 4.0, week) for week in range(6)]
    learned = learn(bad + good, before.ground.table.hosts, before.grades, few)
    after = advise(snapshot, few, known=Knowledge(learned.beliefs)).plan
    assert after
    found = compare(before.plan, after, learned)
    assert {one.id: one.code for one in found.went}[ids[0]] == "results_worse"
    assert {one.id: one.code for one in found.came}[good[0].id] == "results_better"
    assert next(one for one in found.came if one.id == good[0].id).times > 1.5
    assert found.stayed + len(found.went) == len(ids)
    assert compare(before.plan, before.plan, Learned(0)).came == ()
    assert NOTHING.beliefs.hosts == {}


@pytest.mark.parametrize(
    "own",
    [
        {"learning.lasting_share": 0.0, "learning.group_share": 0.0},
        {"learning.lasting_share": 1.0, "learning.group_share": 1.0},
        {"response.host_sd": 0.001, "shocks.session_sd": 0.001, "response.common_sd": 0.001},
        {"learning.most_fitted": 1.0, "learning.steps": 1000.0},
    ],
)
def test_any_figures_of_the_settings_give_beliefs(own: dict[str, float]) -> None:
    policy = load(own)
    some = world(np.random.default_rng(1), 4, 6)
    learned = learn(some, HOSTS, GRADES, policy)
    for belief in learned.beliefs.hosts.values():
        assert math.isfinite(belief.factor)
        assert belief.sd_log > 0
    respond(HOSTS[0], COFFEE, GRADES[0], HOSTS[0].offers[0].offer.form, policy, Knowledge(learned.beliefs))


def test_posts_and_several_sessions_are_learnt_from_as_well() -> None:
    one = HOSTS[0].influencer
    posting = host_facts(replace(one, id="p", offers=(Offer("a", 500.0, 0.2, form=Form.POST),)), POLICY)
    mean = respond(posting, COFFEE, GRADES[0], Form.POST, POLICY).mean
    some = [
        Result("p", COFFEE.name, START + dt.timedelta(weeks=w), 2, orders=round(1.7 * mean * 5))
        for w in range(4)
    ]
    got = learn([*some, result("h0", 0.0, views=0)], (*HOSTS, posting), GRADES, QUICK)
    assert times(got, "p") == pytest.approx(5.0, rel=0.4)
    assert got.beliefs.hosts["h0"].visit is None
