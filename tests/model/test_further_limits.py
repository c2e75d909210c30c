"""Limits beside the budget: each is kept when set, none holds when not, and which of them conflict is said."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from model.advice import advise, grades, price
from model.demo import demo_snapshot
from model.errors import InvalidRecord, NothingFeasible, Problem
from model.estimates import host_facts
from model.fields import parse
from model.limits import LIMIT_RULES, NO_LIMITS, Limits
from model.matrix.asking import SCENARIOS
from model.matrix.candidates import candidates
from model.matrix.layout import lay_out
from model.matrix.limits import cash_tied
from model.matrix.plan import Plan
from model.matrix.recommend import recommend
from model.matrix.solve import Onlooker
from model.policy import load
from model.records import Influencer, Kind, Offer, Product, Request, Snapshot
from model.store import rows as stored

POLICY = load().with_overrides({"risk.draws": 2000, "matrix.time_limit": 5})
SHOP = demo_snapshot(POLICY, 20)
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)


def plan(limits: Limits = NO_LIMITS, budget: float = 30_000.0, shop: Snapshot = SHOP, **more: object) -> Plan:
    request = replace(shop.request, budget=budget, limits=limits, **more)
    got = advise(replace(shop, request=request), POLICY).plan
    assert got is not None
    return got


FREE = plan()


def spend(got: Plan, name: str) -> dict[str, float]:
    total: dict[str, float] = {}
    for choice in got.choices:
        key = getattr(choice.candidate.host.influencer, name)
        total[key] = total.get(key, 0.0) + choice.cost
    return total


def test_without_further_limits_nothing_changes() -> None:
    assert Request().limits == Limits()
    assert not Limits().risky
    assert FREE.status == "optimal"
    assert FREE.gap <= POLICY.matrix.gap + 1e-9


def test_a_platform_takes_no_more_than_its_share() -> None:
    dear = max(spend(FREE, "platform"), key=lambda p: spend(FREE, "platform")[p])
    got = plan(Limits(platform_shares=((dear, 0.2),)))
    assert spend(FREE, "platform")[dear] > 0.2 * 30_000
    assert spend(got, "platform").get(dear, 0.0) <= 0.2 * 30_000 + 1e-6
    assert got.objective <= FREE.bound + 1e-6


def test_an_agency_takes_no_more_than_its_share() -> None:
    all_of_one = tuple(replace(h, mcn="一家") for h in SHOP.influencers)
    got = plan(Limits(agency_share=0.25), shop=replace(SHOP, influencers=all_of_one))
    assert spend(got, "mcn")["一家"] <= 0.25 * 30_000 + 1e-6


def test_the_shops_people_get_no_more_orders_than_they_manage() -> None:
    got = plan(Limits(orders_per_day=FREE.orders / 60, days=30))
    assert got.orders <= FREE.orders / 2 * (1 + 1e-6)
    assert got.objective < FREE.objective


def test_cash_is_fees_samples_and_goods() -> None:
    from model.advice import grades
    from model.estimates import host_facts
    from model.matrix.candidates import candidates

    host = Influencer("x", "x", "douyin", followers=30_000, views=20_000.0, offers=(Offer("a", 500.0, 0.2),))
    made = candidates((host_facts(host, POLICY),), grades((COFFEE,), POLICY), POLICY)
    item = made.items[0]
    assert cash_tied(made)[0] == pytest.approx(500 + item.samples + made.orders[0] * (25.0 + 4.0))
    got = plan(Limits(cash=20_000.0))
    goods = sum(
        c.orders.value * (c.candidate.worth.basis.unit_cost + c.candidate.worth.basis.ship_cost)
        for c in got.choices
    )
    assert got.spend + goods + sum(c.candidate.samples for c in got.choices) <= 20_000 * (1 + 1e-6)


def test_one_host_brings_no_more_than_his_share_of_the_orders() -> None:
    got = plan(Limits(order_share=0.15))
    assert FREE.concentration.orders_top1 > 0.15
    assert got.concentration.orders_top1 <= 0.15 + 1e-6


def test_the_worst_outcomes_lose_no_more_than_allowed() -> None:
    assert FREE.risk.cvar95 < -1000
    got = plan(Limits(most_loss=1000.0))
    assert got.risk.cvar95 > FREE.risk.cvar95
    # a thousand scenarios decide, thousands of others tell: they agree but for their own noise
    assert got.risk.cvar95 >= -1000 - 0.25 * abs(FREE.risk.cvar95)
    assert got.objective <= FREE.bound + 1e-6


def test_the_odds_of_a_loss_are_no_higher_than_allowed() -> None:
    got = plan(Limits(loss_odds=0.10))
    assert got.risk.loss_probability <= 0.10 + 3 / np.sqrt(SCENARIOS) * 0.1


def test_what_is_booked_is_in_as_it_was_booked() -> None:
    left = next(
        h
        for h in SHOP.influencers
        if h.id in {r.id for r in FREE.rejected if r.reason in {"outbid", "mix_rule", "little_gain"}}
    )
    offer = left.offers[0].name
    got = plan(Limits(booked=((left.id, offer, 1),)))
    chosen = next(c for c in got.choices if c.id == left.id)
    assert (chosen.candidate.offer.offer.name, chosen.candidate.sessions, chosen.locked) == (offer, 1, True)
    with pytest.raises(NothingFeasible) as caught:
        plan(Limits(booked=((left.id, "no such offer", 1),)))
    assert [p.code for p in caught.value.problems] == ["lock_not_as_booked"]


def test_a_given_choice_is_told_which_further_limits_it_breaks() -> None:
    lines = [
        (c.id, c.candidate.offer.offer.name, c.candidate.sessions, c.candidate.worth.product.name)
        for c in FREE.choices
    ]
    limits = Limits(
        order_share=0.05, orders_per_day=1.0, cash=100.0, most_loss=0.0, loss_odds=0.01, agency_share=0.01
    )
    shop = replace(SHOP, influencers=tuple(replace(h, mcn="一家") for h in SHOP.influencers))
    request = replace(SHOP.request, budget=30_000.0, limits=limits)
    got = price(replace(shop, request=request), POLICY, lines).plan
    assert got is not None
    assert got.status == "chosen_breaks_limits"
    broken = {w.code for w in got.warnings if w.code.startswith("breaks_")}
    assert broken >= {
        "breaks_order_share",
        "breaks_capacity",
        "breaks_cash",
        "breaks_most_loss",
        "breaks_loss_odds",
        "breaks_agency",
    }


def test_the_search_tells_of_each_better_plan_and_stops_when_it_is_enough() -> None:
    from model.advice import groundwork
    from model.matrix.recommend import recommend

    heard: list[tuple[float, float]] = []
    watch = Onlooker(enough=lambda: any(v > 0 for v, _ in heard), found=lambda v, b: heard.append((v, b)))
    request = replace(SHOP.request, budget=30_000.0, limits=Limits(most_loss=500.0))
    got = recommend(groundwork(SHOP, POLICY).table, request, POLICY, onlooker=watch)
    assert heard[-1][0] == pytest.approx(got.objective)
    assert got.objective <= got.bound


# ---- limits that conflict ----


def host(name: str, fee: float = 500.0, **known: object) -> Influencer:
    given = {"followers": 30_000, "views": 20_000.0, **known}
    return Influencer(name, name, "douyin", offers=(Offer("a", fee, 0.2),), **given)


def conflicts(shop: Snapshot) -> dict[str, list[Problem]]:
    with pytest.raises(NothingFeasible) as caught:
        advise(shop, POLICY)
    assert caught.value.status == 3
    assert caught.value.problems[0].code == "limits_conflict"
    found: dict[str, list[Problem]] = {}
    for problem in caught.value.problems[1:]:
        found.setdefault(problem.code, []).append(problem)
    return found


def test_two_musts_beyond_the_budget_conflict_with_it_and_nothing_else_does() -> None:
    shop = Snapshot(
        (replace(COFFEE, stock=10_000),),
        (host("a", 9000.0), host("b", 9000.0), host("c")),
        {},
        Request(10_000.0, max_share=1.0, locks=frozenset({"a", "b"})),
    )
    found = conflicts(shop)
    assert set(found) == {"conflict_budget", "conflict_must"}
    assert sorted(str(p.values["name"]) for p in found["conflict_must"]) == ["a", "b"]
    assert found["conflict_budget"][0].values == {"have": 10_000.0, "need": pytest.approx(18_000.0)}
    fits = replace(shop, request=replace(shop.request, budget=18_000.0))
    assert advise(fits, POLICY).plan is not None
    without = replace(shop, request=replace(shop.request, locks=frozenset({"a"})))
    assert advise(without, POLICY).plan is not None


def test_a_must_with_more_orders_than_hands_is_told_how_many_hands() -> None:
    shop = Snapshot(
        (COFFEE,),
        (host("a"), host("b")),
        {},
        Request(10_000.0, locks=frozenset({"a"}), limits=Limits(orders_per_day=0.01)),
    )
    found = conflicts(shop)
    assert set(found) == {"conflict_capacity", "conflict_must"}
    need = float(str(found["conflict_capacity"][0].values["need"]))
    enough = replace(shop, request=replace(shop.request, limits=Limits(orders_per_day=need * 1.0001)))
    assert advise(enough, POLICY).plan is not None


def test_a_must_that_risks_too_much_is_told() -> None:
    shop = Snapshot(
        (COFFEE,),
        (host("a", 3000.0, views=100.0), host("b")),
        {},
        Request(10_000.0, locks=frozenset({"a"}), limits=Limits(most_loss=10.0)),
    )
    found = conflicts(shop)
    assert set(found) == {"conflict_most_loss", "conflict_must"}


# ---- as records ----


def test_further_limits_are_kept_with_the_project() -> None:
    limits = Limits(0.2, (("douyin", 0.4),), 0.3, 100.0, 20.0, 5000.0, 1000.0, 0.1, (("a", "b", 2),))
    request = Request(10.0, limits=limits)
    assert stored.load_request(stored.dump(stored.dump_request(request))) == request
    earlier = {k: v for k, v in stored.dump_request(request).items() if k != "limits"}
    assert stored.load_request(stored.dump(earlier)).limits == Limits()


def test_typed_limits_are_checked() -> None:
    values, problems = parse(
        LIMIT_RULES, {"order_share": "20%", "cash": "1万", "days": "0", "loss_odds": "x"}
    )
    assert (values["order_share"], values["cash"]) == (0.2, 10_000.0)
    assert {p.column for p in problems} == {"days", "loss_odds"}
    with pytest.raises(InvalidRecord):
        raise InvalidRecord(problems)


def test_own_people_give_only_so_many_hours_and_wages_are_cash() -> None:
    people = tuple(
        Influencer(
            kind.value, kind.value, "douyin", kind, 20_000, 6000.0, offers=(Offer("a", 0.0, 0.0, sessions=6),)
        )
        for kind in (Kind.OWN_ROOM, Kind.FOUNDER, Kind.STAFF)
    )
    hosts = tuple(host_facts(one, POLICY) for one in people)
    made = candidates(hosts, grades((COFFEE,), POLICY), POLICY)

    def plan(**limits: float) -> Plan:
        return recommend(made, Request(1000.0, limits=Limits(**limits)), POLICY)  # type: ignore[arg-type]

    free, bound = plan(), plan(own_hours=20.0)
    assert free.spend == bound.spend == 0
    assert free.hours > 20 >= bound.hours > 0
    assert bound.objective < free.objective
    assert free.labour == sum(c.candidate.labour for c in free.choices) > 0
    problem = lay_out(made, Request(1000.0, limits=Limits(own_hours=20.0)), POLICY)
    best = 0.0
    for some in product(*[[None, *np.flatnonzero(problem.kept.host == i)] for i in range(3)]):
        picked = [j for j in some if j is not None]
        if sum(problem.kept.items[j].hours for j in picked) <= 20:
            best = max(best, float(problem.kept.long[picked].sum()))
    assert bound.objective == pytest.approx(best)
    table = problem.table
    goods = np.array([c.worth.basis.unit_cost + c.worth.basis.ship_cost for c in table.items])
    wages = [0.0 if c.host.influencer.kind is Kind.FOUNDER else c.labour for c in table.items]
    assert cash_tied(table) == pytest.approx(table.orders * goods + wages)
    out = {r.id: r.reason for r in plan(own_hours=4.0).rejected}
    assert set(out.values()) == {"own_hours_full"}
    with pytest.raises(NothingFeasible) as caught:
        recommend(
            made,
            Request(1000.0, locks=frozenset({"founder", "staff"}), limits=Limits(own_hours=7.0)),
            POLICY,
        )
    (need,) = [p.values["need"] for p in caught.value.problems if p.code == "conflict_hours"]
    assert need == pytest.approx(8.0)
