"""What a merchant should fear of a plan, as reasons."""

import pytest

from model.advice import advise, grades
from model.demo import demo_snapshot
from model.errors import Reason
from model.estimates import host_facts
from model.matrix.candidates import candidates
from model.matrix.dangers import dangers, trial_reason
from model.matrix.plan import Cause, HostLoss, Risk
from model.matrix.trial import trials
from model.policy import load
from model.records import Tier

POLICY = load()


def risk(causes: tuple[Cause, ...] = (), hosts: tuple[HostLoss, ...] = ()) -> Risk:
    return Risk(0.1, 0.2, 1.0, 2.0, 3.0, 0.0, 2.0, 100, causes=causes, hosts=hosts)


@pytest.mark.parametrize("code", ["day", "platform", "class", "returns", "repeat", "host"])
def test_every_cause_has_a_reason(code: str) -> None:
    (got,) = dangers(risk((Cause(code, "x", 12.0),)))
    assert got == Reason(f"worst_{code}", {"yuan": 12.0, "name": "x"})


def test_of_a_host_only_what_costs_is_told() -> None:
    loss = HostLoss("1", "x", Tier.HEAD, -5.0, 100.0, 20.0, 0.1, 0.4, 0.2)
    assert dangers(risk(hosts=(loss,))) == (
        Reason("if_vanished", {"name": "x", "yuan": 100.0, "odds": 0.4}),
        Reason("if_padded", {"name": "x", "yuan": 20.0, "odds": 0.2}),
    )
    assert dangers(risk()) == ()


def test_a_whole_plan_tells_its_three_causes() -> None:
    plan = advise(demo_snapshot(POLICY, 20), load({"risk.draws": 2000})).plan
    assert plan is not None
    told = dangers(plan.risk)
    assert [r.code.split("_")[0] for r in told[:3]] == ["worst"] * 3
    worst = [r.values["yuan"] for r in told[:3]]
    assert worst == sorted(worst, reverse=True)  # type: ignore[type-var]


def test_a_small_test_says_for_how_much_how_long_and_from_when_on() -> None:
    snapshot = demo_snapshot(POLICY, 20)
    facts = tuple(host_facts(h, POLICY) for h in snapshot.influencers)
    made = candidates(facts, grades(snapshot.products[5:6], POLICY), POLICY)
    found = trials(made, 5000.0, POLICY)
    assert found
    got = trial_reason(found[0])
    assert got.code == "try_first"
    assert got.values["cost"] == found[0].cost <= 5000
    assert 0 < got.values["odds"] < 1  # type: ignore[operator]
