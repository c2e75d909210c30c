"""In a market whose truth is known learning pays: the plan's profit climbs towards that of knowing, and ranges hold.

The whole table over 50 markets is printed by ``tests/benchmarks/market.py``; these are few, so what is asked is less.
"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from market import NAIVE, Market, Table, knowing, planned, play, table_of

from model.policy import load

POLICY = load({"risk.draws": 200, "learning.steps": 1})


@pytest.fixture(scope="module")
def table() -> Table:
    return table_of([play(seed, POLICY) for seed in range(100, 108)])


def test_profit_climbs_towards_that_of_knowing_the_truth(table: Table) -> None:
    learned = table.share["learned"]
    assert sum(learned[2:]) / 3 > learned[0]
    assert sum(learned[2:]) / 3 > sum(table.share["unlearned"][2:]) / 3
    assert sum(learned[2:]) / 3 > 0.75


@pytest.mark.parametrize("name", NAIVE)
def test_it_beats_the_rules_of_thumb(table: Table, name: str) -> None:
    assert sum(table.share["learned"]) > sum(table.share[name])


def test_ranges_hold_about_as_often_as_they_say(table: Table) -> None:
    assert table.forecasts > 350
    assert table.covered == pytest.approx(0.8, abs=0.06)


def test_the_same_chances_meet_everybody() -> None:
    market = Market(3, POLICY)
    picked = planned(market, knowing(market))
    first, again = market.play(picked, 1), market.play(picked[:1], 1)
    assert first[0].orders >= again[0].orders * 0.7  # alone he has his audience for himself
    assert market.play(picked, 1) == first
    assert market.play(picked, 2) != first
