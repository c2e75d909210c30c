"""Sentences on customers, readiness and the own price rule: all there, filled, and in the language of the moment."""

import re
import string
from collections.abc import Iterator
from dataclasses import replace

import pytest

from gui import words
from gui.words.customers import FOLLOW_UP, FOUND, follow_up_headings, level_names
from gui.words.plain import plain_voice
from gui.words.reasons import reason
from model.errors import Reason
from model.policy import load
from model.readiness.payback import PaidOrder
from model.readiness.verdict import readiness
from model.records import Product, Tier
from model.repurchase.followup import COLUMNS
from model.repurchase.grading import Evidence, grade

POLICY = load()
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SOAP = Product(
    "皂", 100.0, "洗面奶", unit_cost=40.0, ship_cost=6.0, platform_fee=0.05, return_rate=0.2, use_days=60
)


@pytest.fixture(params=["zh_CN", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    words.use(plain_voice(request.param))
    yield request.param
    words.use(words.english())


def told() -> Iterator[Reason]:
    for evidence in (None, Evidence(400, 300.0, 150.0)):
        for fee in (10, 40, 52.5, 70, 400):
            for product in (SOAP, replace(SOAP, unit_cost=None)):
                found = readiness(grade(product, POLICY, evidence), PaidOrder(fee, 0.2), POLICY)
                yield from found.reasons
                yield from (one.reason for one in found.remedies)


def test_every_verdict_and_remedy_is_said_with_its_figures(language: str) -> None:
    every = list(told())
    assert {one.code for one in every} >= {
        "ready_to_go", "ready_not", "ready_unclear", "ready_at_once", "ready_never", "ready_from_orders",
        "ready_from_facts", "try_reminder", "try_subscription", "try_trial_pack", "try_margin",
    }  # fmt: skip
    for one in every:
        sentence = reason(one)
        assert "{" not in sentence
        assert "—" not in sentence
        assert bool(CHINESE.search(sentence)) == (language == "zh_CN")


def test_every_sentence_of_these_rooms_can_be_said(language: str) -> None:
    names = {name for text in FOUND.values() for _, name, _, _ in string.Formatter().parse(text) if name}
    figures = dict.fromkeys(names, 2.0)
    sentences = [reason(Reason(code, figures)) for code in FOUND]
    assert len(set(sentences)) == len(FOUND)
    assert all(bool(CHINESE.search(text)) == (language == "zh_CN") for text in sentences)


def test_the_follow_up_list_has_a_heading_for_every_column(language: str) -> None:
    assert list(follow_up_headings()) == list(FOLLOW_UP) == list(COLUMNS)
    assert set(level_names()) == {tier.value for tier in Tier}
    shown = [*follow_up_headings().values(), *level_names().values()]
    assert all(bool(CHINESE.search(text)) == (language == "zh_CN") for text in shown)
