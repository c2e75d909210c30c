"""People whom several hosts reach: segments worked by hand, the plan against brute force, and what must always hold."""

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product as every
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.advice import advise, grades, groundwork, price
from model.agebands import AGES
from model.errors import NothingFeasible
from model.estimates import host_facts
from model.matrix import risk
from model.matrix import solve as solver
from model.matrix.asking import program_of
from model.matrix.audience import MOST, audiences, curve, reach, segments
from model.matrix.candidates import Candidates, candidates
from model.matrix.engine.program import broken
from model.matrix.layout import Problemset, lay_out
from model.matrix.overlap import SHOWN, common, sharing
from model.matrix.plan import Plan
from model.matrix.single import ways_in
from model.matrix.solve import solve
from model.policy import Policy, load
from model.records import CITIES, Audience, Influencer, Offer, Product, Request, Snapshot
from tests.model.test_engine import tiny

FEW = {"risk.draws": 200.0}
POLICY = load(FEW)
RULE = POLICY.audiences
MASK = Product("面膜", 69.0, "面膜", 30.0, 4.5, 0.05, 0.13, id=1)
NUTS = Product("坚果", 89.0, "坚果", 40.0, 6.5, 0.05, 0.07, id=2)
YOUNG = Audience("female", ("18-23", "24-30"), ("city1", "new1"))
Key = tuple[str, str, int, str]
Group = tuple[tuple[str, ...], ...]
AGES_TOLD, CITIES_TOLD = (AGES[:2], AGES[2:3], AGES[3:]), (CITIES[:3], CITIES[3:])


def host(name: str, views: float = 2e6, platform: str = "douyin", **more: Any) -> Influencer:
    known: dict[str, Any] = {
        "followers": int(4 * views),
        "category": "面膜",
        "offers": (Offer("a", round(views * 0.05), 0.2),),
    }
    return Influencer(name, name, platform, views=views, **{**known, **more})


def facts(*hosts: Influencer, policy: Policy = POLICY) -> tuple[Any, ...]:
    return tuple(host_facts(one, policy) for one in hosts)


def snap(*hosts: Influencer, products: tuple[Product, ...] = (MASK,), **request: Any) -> Snapshot:
    asked: dict[str, Any] = {"budget": 1e7, "max_share": 1.0, "free_mix": True}
    return Snapshot(products, hosts, {}, Request(**{**asked, **request}))


def plan_of(snapshot: Snapshot, policy: Policy = POLICY) -> Plan:
    plan = advise(snapshot, policy).plan
    assert plan is not None
    return plan


def worth(snapshot: Snapshot, *names: str, policy: Policy = POLICY) -> float:
    """Yuan of one session of each of these hosts together."""
    plan = price(snapshot, policy, [(name, "a", 1, "") for name in names]).plan
    assert plan is not None
    return plan.objective


def laid(snapshot: Snapshot, policy: Policy = POLICY) -> Problemset:
    table = candidates(facts(*snapshot.influencers, policy=policy), grades(snapshot.products, policy), policy)
    return lay_out(table, snapshot.request, policy)


def crowd(seed: int, count: int, low: float = 1e5, high: float = 2e7) -> tuple[Influencer, ...]:
    """Made-up hosts with large audiences, some of them the same people."""
    rng = Random(seed)
    sides = [("", "female", "male"), ((), AGES[:2], AGES[1:3]), ((), CITIES[:2], CITIES[3:])]
    made = []
    for n in range(count):
        views = round(math.exp(rng.uniform(math.log(low), math.log(high))))
        fee = round(views * rng.uniform(0.05, 1.5))
        offers = (Offer("a", fee, 0.2, sessions=rng.choice([1, 2])), Offer("b", 0.0, 0.35))
        made.append(
            host(
                f"h{n}",
                views,
                rng.choice(["douyin", "xiaohongshu"]),
                category=rng.choice(["面膜", "护肤", "零食", ""]),
                tone=rng.choice([(), ("平价",)]),
                audience=Audience(*(rng.choice(side) for side in sides)),  # type: ignore[arg-type]
                offers=offers[: rng.choice([1, 2])],
            )
        )
    return tuple(made)


# ---- segments --------------------------------------------------------------------------------------------------------


def test_unknown_audiences_fall_back_to_platform_and_category() -> None:
    found = segments(facts(host("a"), host("b"), host("c", platform="xiaohongshu")), POLICY)
    assert found.part.toarray().tolist() == [
        [pytest.approx(RULE.niche_share), 0],
        [pytest.approx(RULE.niche_share), 0],
        [0, pytest.approx(RULE.niche_share)],
    ]
    each = RULE.category_share / RULE.duplication
    assert found.people.tolist() == pytest.approx(
        [RULE.users["douyin"] * each, RULE.users["xiaohongshu"] * each]
    )


def test_a_family_of_categories_is_one_niche_and_a_tone_stands_in_for_an_unknown_category() -> None:
    hosts = facts(
        host("a"), host("b", category="护肤"), host("c", category="零食"),
        host("d", category="", tone=("平价",)), host("e", category="", tone=("平价", "热闹")), host("f", category=""),
    )  # fmt: skip
    found = segments(hosts, POLICY)
    same = (found.part @ found.part.T).toarray() > 0
    assert [i for i, row in enumerate(same) for j in range(i) if row[j]] == [1, 4]
    whole = found.people[found.part[[5]].indices]
    assert whole.tolist() == pytest.approx([RULE.users["douyin"] / RULE.duplication])


def test_a_stated_audience_is_worked_by_hand() -> None:
    found = segments(facts(host("a", audience=Audience("female")), host("b")), POLICY)
    women = RULE.stated_share + (1 - RULE.stated_share) * RULE.women
    part = np.sort(found.part.toarray(), axis=1)
    assert part[0].tolist() == pytest.approx([0, RULE.niche_share * women])
    assert part[1].tolist() == pytest.approx(
        sorted([RULE.niche_share * RULE.women, RULE.niche_share * (1 - RULE.women)])
    )
    assert found.people.sum() == pytest.approx(RULE.users["douyin"] * RULE.category_share / RULE.duplication)


def test_who_says_everybody_says_nothing() -> None:
    everybody = Audience("", AGES, CITIES)
    one, other = (segments(facts(host("a", audience=a), host("b")), POLICY) for a in (everybody, Audience()))
    assert one.part.toarray() == pytest.approx(other.part.toarray())


def test_the_curve_is_that_of_chance_meetings_in_straight_pieces() -> None:
    edge, slope = curve(load({"audiences.strength": 1}))
    table = candidates(facts(host("a"), host("b")), grades((MASK,), POLICY), POLICY)
    found = reach(table, replace(audiences(table, POLICY), counted=np.ones((1, 1), bool), slope=slope))
    assert found is not None
    at = np.linspace(0.1, 4, 200)
    assert found.curve(at) == pytest.approx(at - 1 + np.exp(-at), rel=0.05)
    assert found.curve(np.array([0.0, RULE.free_share])).tolist() == [0, 0]
    assert (np.diff(slope) > 0).all()
    assert slope[0] == 0
    assert 0.9 < slope[-1] <= 1
    assert len(edge) == len(slope) >= 20
    assert curve(POLICY)[1] == pytest.approx(slope * RULE.strength)


# ---- the plan --------------------------------------------------------------------------------------------------------


def test_without_strength_the_plan_is_the_very_same_as_without_audiences(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    off, shop = load({**FEW, "audiences.strength": 0}), snap(*crowd(4, 30), products=(MASK, NUTS), budget=1e6)
    program = laid(shop, off).program
    assert program.reach is None
    plan = plan_of(shop, off)
    monkeypatch.setattr("model.matrix.asking.reach", lambda *_: None)
    before = plan_of(shop, POLICY)
    assert replace(plan, points=(), common=before.common) == replace(before, points=())
    assert plan.overlap == 0
    monkeypatch.undo()
    assert plan_of(shop, POLICY).objective < plan.objective


def test_small_hosts_lose_nothing() -> None:
    few, many = (
        plan_of(snap(*(host(f"{n}", 3000.0 + n, audience=YOUNG) for n in range(k)))) for k in (8, 40)
    )
    assert (len(few.choices), len(many.choices)) == (8, 40)
    assert few.overlap == 0
    assert many.overlap < 0.001 * many.objective
    assert 0 < many.common.pairs[0][2] < 0.01


def test_one_host_and_hosts_of_different_platforms_lose_nothing() -> None:
    one = plan_of(snap(host("a", 3e7, audience=YOUNG)))
    two = plan_of(snap(host("a", 3e7, audience=YOUNG), host("b", 3e7, "xiaohongshu", audience=YOUNG)))
    assert (len(one.choices), len(two.choices)) == (1, 2)
    assert one.overlap == two.overlap == 0
    assert one.common.pairs == two.common.pairs == ()


def test_who_sells_another_product_takes_nothing_away() -> None:
    shop = snap(host("a", audience=YOUNG), host("b", audience=YOUNG), products=(MASK, NUTS))
    both = [
        price(shop, POLICY, [("a", "a", 1, "面膜"), ("b", "a", 1, name)]).plan for name in ("面膜", "坚果")
    ]
    assert [plan is not None and plan.overlap > 0 for plan in both] == [True, False]


@dataclass(frozen=True)
class Slow:
    """What a set loses, person group by person group and host by host, from records and policy alone."""

    table: Candidates
    policy: Policy

    def loss(self, chosen: Sequence[int]) -> float:
        return sum(
            self.group(w, niche, group, chosen)
            for w in range(len(self.table.worths))
            for niche in {self.niche(j) for j in range(len(self.table.items))}
            for group in every((("female",), ("male",)), AGES_TOLD, CITIES_TOLD)
        )

    def group(self, w: int, niche: tuple[str, str], group: Group, chosen: Sequence[int]) -> float:
        """Yuan lost in one group of people of one niche for one product."""
        rule = self.policy.audiences
        people = rule.users[niche[0]] * (rule.category_share if niche[1] else 1) / rule.duplication
        for words, known in zip(group, self.people(), strict=True):
            people *= sum(known[word] for word in words)
        here = [j for j in self.best(w) if self.niche(j) == niche and self.brings(j, group) > 0]
        met = {j: 1 - math.exp(-self.table.items[j].true_views * self.part(j, group) / people) for j in here}
        asked = sum(self.brings(j, group) for j in here)
        yuan = sum(self.brings(j, group) ** 2 / met[j] for j in here) / (asked or 1.0)
        if len(here) < 2 or asked <= curve(self.policy)[0][1] * yuan:
            return 0.0
        mine = [j for j in chosen if self.table.product[j] == w and self.niche(j) == niche]
        times = [-math.log(1 - min(self.brings(j, group) / yuan, MOST)) for j in mine]
        return yuan * (self.lost(sum(times)) - sum(map(self.lost, times)))

    def lost(self, times: float) -> float:
        edge, slope = curve(self.policy)
        ends = [*edge[1:], math.inf]
        return float(
            sum(s * max(0.0, min(times, high) - low) for s, low, high in zip(slope, edge, ends, strict=True))
        )

    def best(self, w: int) -> list[int]:
        """One session of the offer of each host that brings most of a product."""
        once = [
            j for j, item in enumerate(self.table.items) if item.sessions == 1 and self.table.product[j] == w
        ]
        hosts = {int(self.table.host[j]) for j in once}
        return [max((j for j in once if self.table.host[j] == h), key=self.gain) for h in hosts]

    def gain(self, j: int) -> float:
        return max(float(self.table.long[j] + self.table.cost[j]) + self.table.items[j].samples, 0.0)

    def niche(self, j: int) -> tuple[str, str]:
        who = self.table.items[j].host.influencer
        known = self.policy.category(who.category)
        return who.platform, known.group if known else (who.tone[0] if who.tone else "")

    def people(self) -> tuple[dict[str, float], ...]:
        rule = self.policy.audiences
        return {"female": rule.women, "male": 1 - rule.women}, dict(rule.ages), dict(rule.cities)

    def part(self, j: int, group: Group) -> float:
        """Share of a host's viewers in a group."""
        rule, who = self.policy.audiences, self.table.items[j].host.influencer.audience
        share = rule.niche_share if self.niche(j)[1] else 1.0
        stated = ((who.sex,) if who.sex else (), who.ages, who.cities)
        for words, said, known in zip(group, stated, self.people(), strict=True):
            covered = sum(known[word] for word in said or known)
            within = rule.stated_share + (1 - rule.stated_share) * covered
            share *= sum(known[word] for word in words if word in (said or known)) / covered * within
        return share

    def brings(self, j: int, group: Group) -> float:
        return self.part(j, group) * self.gain(j)


def allowed_sets(problem: Problemset, budget: float) -> Iterator[list[int]]:
    """Every set of usable candidates, at most one for each host, within the budget."""
    table, mask = problem.table, problem.barring.mask
    options = [
        [None, *(j for j in np.flatnonzero(table.host == h).tolist() if mask[j])]
        for h in range(len(table.hosts))
    ]
    for pick in every(*options):
        chosen = [j for j in pick if j is not None]
        if sum(float(table.cost[j]) for j in chosen) <= budget:
            yield chosen


@pytest.mark.parametrize("seed", range(12))
def test_the_plan_is_the_best_of_all_sets_counted_person_group_by_person_group(seed: int) -> None:
    exact = load({**FEW, "matrix.gap": 1e-7, "audiences.strength": [0.5, 1.0][seed % 2], "audiences.category_share": 0.01})  # fmt: skip
    shop = snap(*crowd(seed, 6, 1e6), products=(MASK, NUTS)[: 1 + seed % 2], budget=3e6)
    problem = laid(shop, exact)
    sets, slow = list(allowed_sets(problem, 3e6)), Slow(problem.table, exact)
    rng = Random(seed)
    for chosen in rng.sample(sets, min(len(sets), 15)):
        found = sharing(problem_program(problem, shop, exact), np.array(chosen, np.int64))
        assert float(found.lost.sum()) == pytest.approx(slow.loss(chosen), rel=1e-6, abs=1e-4)
    plan = plan_of(shop, exact)
    program = problem_program(problem, shop, exact)
    best = max(
        float(problem.table.long[chosen].sum())
        - float(sharing(program, np.array(chosen, np.int64)).lost.sum())
        for chosen in sets
        if chosen
    )
    assert plan.objective == pytest.approx(best, rel=1e-6)
    assert plan.bound >= best - 1e-6 * abs(best)


def problem_program(problem: Problemset, shop: Snapshot, policy: Policy) -> Any:
    return program_of(problem.table, shop.request, policy, problem.targets, problem.audiences)


@given(st.integers(0, 10_000), st.data())
@settings(max_examples=15, deadline=None)
def test_no_choice_beats_the_bound(seed: int, data: st.DataObject) -> None:
    shop = snap(*crowd(seed, 14, 5e5), budget=2e6)
    try:
        plan = plan_of(shop)
    except NothingFeasible:
        return
    names = data.draw(st.lists(st.sampled_from([h.id for h in shop.influencers]), unique=True))
    other = price(shop, POLICY, [(name, "a", 1, "") for name in names]).plan
    assert other is not None
    assert other.status != "chosen" or other.objective <= plan.bound + 1e-6
    again = price(shop, POLICY, [_key(c) for c in plan.choices]).plan
    assert again is not None
    assert again.objective == pytest.approx(plan.objective, rel=1e-9)
    assert again.risk == plan.risk


def _key(choice: Any) -> Key:
    item = choice.candidate
    return choice.id, item.offer.offer.name, item.sessions, item.worth.product.name


@given(st.integers(0, 10_000), st.floats(1e5, 5e7), st.booleans())
@settings(max_examples=25, deadline=None)
def test_a_twin_never_adds_more_than_the_first(seed: int, views: float, stated: bool) -> None:
    some = crowd(seed, 4, 1e6)
    names = [h.id for h in some]
    audience = YOUNG if stated else Audience()
    twins = [host(f"t{n}", round(views), audience=audience) for n in range(3)]
    shop = snap(*some, *twins)
    values = [worth(shop, *names, *(t.id for t in twins[:n])) for n in range(4)]
    steps = np.diff(values)
    near = 1e-9 * max(abs(v) for v in values)
    assert steps[1] <= steps[0] + near
    assert steps[2] <= steps[1] + near


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_the_parts_add_up_and_nobody_loses_more_than_he_brings(seed: int) -> None:
    shop = snap(*crowd(seed, 12, 1e6, 1e8), products=(MASK, NUTS))
    problem = laid(shop)
    program, table = problem_program(problem, shop, POLICY), problem.table
    rng = Random(seed)
    chosen = np.array(
        [rng.choice(np.flatnonzero(table.host == h).tolist()) for h in range(12) if rng.random() < 0.8],
        np.int64,
    )
    found = sharing(program, chosen)
    gain = table.long + table.cost + np.array([item.samples for item in table.items])
    assert (found.lost >= 0).all()
    assert (found.lost <= np.maximum(gain[chosen], 0) + 1e-6).all()
    assert (found.freed >= -1e-9).all()
    if program.reach is not None:
        solo = program.reach.alone()
        whole = float(program.reach.loss(program.reach.draws[chosen].sum(axis=0)).sum())
        assert found.lost.sum() == pytest.approx(whole - solo[chosen].sum(), rel=1e-9, abs=1e-6)
        assert program.value[chosen] - solo[chosen] == pytest.approx(table.long[chosen])


def test_orders_and_profits_of_a_choice_are_what_is_left() -> None:
    shop = snap(*(host(f"{n}", 5e6, audience=YOUNG) for n in range(5)))
    plan, free = plan_of(shop), plan_of(shop, load({**FEW, "audiences.strength": 0}))
    assert plan.overlap > 0
    assert plan.objective == pytest.approx(sum(c.long_profit for c in plan.choices))
    assert plan.objective + plan.overlap == pytest.approx(free.objective)
    for mine, whole in zip(plan.choices, free.choices, strict=True):
        left = mine.orders.value / whole.orders.value
        assert 0.5 < left < 1
        assert mine.orders.low == pytest.approx(left * whole.orders.low)
        kept = whole.first_profit + whole.cost + whole.candidate.samples
        assert mine.first_profit == pytest.approx(left * kept - whole.cost - whole.candidate.samples)
        told = {r.code: r.values for r in mine.reasons}["audience_shared"]
        assert told == {"share": pytest.approx(1 - left), "lost": pytest.approx(mine.overlap)}


@pytest.mark.parametrize("guarantee", [None, 2.0])
def test_the_mean_of_the_draws_is_the_profit_the_search_expects(
    guarantee: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws, spread = 200_000, []
    real = risk._all

    def spy(*args: Any) -> Any:
        drawn = real(*args)
        spread.append(float(drawn[0].std()))
        return drawn

    monkeypatch.setattr(risk, "_all", spy)
    hosts = [
        host(f"{n}", 4e6 + 1e6 * n, audience=YOUNG, offers=(Offer("a", 4e5, 0.2, guarantee),))
        for n in range(5)
    ]
    plan = plan_of(snap(*hosts), load({"risk.draws": draws}))
    error = 4 * spread[0] / math.sqrt(draws)
    assert plan.risk.mean == pytest.approx(plan.objective, abs=error)
    assert plan.overlap > 2 * error
    first = sum(c.first_profit for c in plan.choices)
    assert first < sum(
        c.first_profit for c in plan_of(snap(*hosts), load({**FEW, "audiences.strength": 0})).choices
    )


def test_a_host_who_fails_gives_back_the_viewers_of_the_others() -> None:
    shop = snap(*(host(f"{n}", 5e6 + 1e6 * n, audience=YOUNG) for n in range(4)))
    plan = plan_of(shop, load({"risk.draws": 200_000}))
    names = {c.id for c in plan.choices}
    for lost in plan.risk.hosts:
        without = worth(shop, *(names - {lost.id}))
        item = next(c.candidate for c in plan.choices if c.id == lost.id)
        # the fee is paid back, the samples are not
        assert lost.cancelled == pytest.approx(plan.objective - without + item.samples, rel=0.02)


def test_a_host_whose_viewers_are_taken_is_told_so_and_what_would_bring_him_in() -> None:
    exact = load({**FEW, "audiences.strength": 1})
    rivals = [host(f"{n}", 4e7, audience=YOUNG, offers=(Offer("a", 1000.0, 0.2),)) for n in range(6)]
    late = host("late", 3e6, audience=YOUNG, offers=(Offer("a", 1e6, 0.2),))
    shop = snap(*rivals, late)
    assert worth(shop, "late", policy=exact) > 0
    plan = plan_of(shop, exact)
    (out,) = plan.rejected
    assert (out.id, out.reason) == ("late", "audience_taken")
    assert out.short_by is not None
    way = ways_in(groundwork(shop, exact).table, shop.request, exact, "late", out.short_by).fee
    assert way is not None
    fall = way.have - way.need
    assert fall >= 0.9 * out.short_by

    def cheaper(by: float) -> set[str]:
        changed = replace(late, offers=(Offer("a", 1e6 - by, 0.2),))
        return {c.id for c in plan_of(snap(*rivals, changed), exact).choices}

    assert "late" not in cheaper(0.8 * out.short_by)
    assert "late" in cheaper(1.02 * fall)


# ---- whom two hosts share --------------------------------------------------------------------------------------------


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_the_shares_are_symmetric_and_between_nothing_and_all(seed: int) -> None:
    plan = price(snap(*crowd(seed, 12, 1e5, 1e8)), POLICY, [(f"h{n}", "a", 1, "") for n in range(12)]).plan
    assert plan is not None
    table = np.array(plan.common.shares)
    assert table.shape == (12, 12)
    assert table == pytest.approx(table.T)
    assert ((table >= 0) & (table <= 1)).all()
    assert np.diag(table).tolist() == [1] * 12
    shares = [share for _, _, share in plan.common.pairs]
    assert shares == sorted(shares, reverse=True)
    assert all(table[i, j] == share > 0 for i, j, share in plan.common.pairs)


def test_whom_two_hosts_share_is_worked_by_hand() -> None:
    plan = plan_of(snap(host("a", 4e6), host("b", 1e6)))
    people = RULE.users["douyin"] * RULE.category_share / RULE.duplication
    real = POLICY.response.authenticity
    large, small = (1 - math.exp(-v * real * RULE.niche_share / people) for v in (4e6, 1e6))
    audience = small * people + 1e6 * real * (1 - RULE.niche_share)
    assert plan.common.pairs == ((1, 0, pytest.approx(large * small * people / audience)),)


def test_no_more_hosts_are_laid_beside_each_other_than_can_be_told_apart() -> None:
    plan = plan_of(snap(*(host(f"{n}", 1e5 + n) for n in range(SHOWN + 5))))
    assert len(plan.choices) == SHOWN + 5
    assert plan.common == common(plan.choices, POLICY)
    assert plan.common.ids == tuple(c.id for c in plan.choices[:SHOWN])


def test_an_overlapping_plan_is_proven() -> None:
    shop = snap(*crowd(1, 200, 5e4, 8e6), budget=1e6)
    problem: Problemset = laid(shop)
    assert problem.program.reach is not None
    found = solve(problem.program, POLICY.matrix.gap, POLICY.matrix.time_limit)
    assert found.status == "optimal"
    assert found.gap <= 1e-3


def test_candidates_alone_are_worth_what_they_always_were() -> None:
    table: Candidates = candidates(facts(*crowd(2, 20, 1e6)), grades((MASK,), POLICY), POLICY)
    for j in range(len(table.items)):
        problem = lay_out(table, snap().request, POLICY)
        lone = sharing(problem_program(problem, snap(), POLICY), np.array([j]))
        assert lone.lost.tolist() == [0.0]


@pytest.mark.parametrize(
    "own",
    [
        {"category_share": 0}, {"users.douyin": 0}, {"women": 0}, {"women": 1}, {"niche_share": 0}, {"stated_share": 0},
        {"free_share": 0}, {"free_share": 1}, {"duplication": 1000}, {"strength": 1, "users.douyin": 1},
        {f"ages.{age}": 0 for age in AGES}, {f"cities.{city}": 0 for city in CITIES},
    ],
)  # fmt: skip
def test_any_own_figures_give_a_plan_that_is_proven(own: dict[str, float]) -> None:
    policy = load({**FEW, **{f"audiences.{name}": value for name, value in own.items()}})
    shop = snap(*crowd(5, 20, 1e5), budget=3e6)
    plan = plan_of(shop, policy)
    assert plan.gap <= 1e-3
    assert math.isfinite(plan.overlap)
    assert plan.overlap >= 0
    again = price(shop, policy, [_key(c) for c in plan.choices]).plan
    assert again is not None
    assert again.objective == pytest.approx(plan.objective)


def test_where_hardly_anybody_is_shared_the_simpler_choice_is_proven_too() -> None:
    tried = 0
    for program in map(tiny, range(60)):
        if program.reach is None or program.tails:
            continue
        small = replace(program, reach=replace(program.reach, slope=program.reach.slope * 1e-4))
        apart = solver._apart(small, 1e-3, 5.0, solver.Onlooker())
        whole = solver._masked(
            solver.choose(
                small, 1e-6, 5.0, solver.Watch(time.monotonic, lambda: False, lambda: False, quiet)
            ),
            len(small.gain),
        )
        if apart is not None:
            tried += 1
            assert apart.gap <= 1e-3
            assert apart.value <= whole.bound + 1e-6
            assert apart.bound >= whole.value - 1e-6
            assert not broken(small, np.flatnonzero(apart.x))
    assert tried > 5


def quiet(_value: float, _bound: float) -> None:
    """Nobody listens."""
