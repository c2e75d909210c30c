"""The chosen offers, declared once: on screen, on paper, in files that are read back."""

from pathlib import Path

import pytest

from gui import words
from gui.chosen import ON_PAPER, ON_SCREEN, chosen_table
from gui.words.plain import plain_voice
from model.advice import advise
from model.demo import demo_snapshot
from model.intake.lists.choices import read_choices
from model.intake.out.out import write_table
from model.matrix.plan import Plan
from model.policy import load


@pytest.fixture(scope="module")
def plan() -> Plan:
    made = advise(demo_snapshot(load()), load({"risk.draws": 200})).plan
    assert made is not None
    return made


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_file_of_the_plan_is_read_back_as_the_choice_it_was(
    plan: Plan, tmp_path: Path, language: str
) -> None:
    words.use(words.english() if language == "en" else plain_voice(language))
    write_table(tmp_path / "plan.xlsx", chosen_table(plan.choices))
    words.use(words.english())
    taken = read_choices(tmp_path / "plan.xlsx")
    assert taken.problems == ()
    assert [(one.id, one.offer, one.sessions, one.product) for one in taken.records] == [
        (c.id, c.candidate.offer.offer.name, c.candidate.sessions, c.candidate.worth.product.name)
        for c in plan.choices
    ]


def test_paper_and_screen_tell_the_same_of_an_offer_and_files_tell_it_in_figures(plan: Plan) -> None:
    assert [told.key for told in ON_SCREEN if told.key != "why"] == [told.key for told in ON_PAPER]
    assert sum(told.paper for told in ON_PAPER) == 100
    table = chosen_table(plan.choices)
    money = [place for place, column in enumerate(table.columns) if column.kind == "money"]
    assert [[row[place] for place in money] for row in table.rows] == [
        [
            c.candidate.offer.slot_fee,
            round(c.cost, 2),
            c.candidate.labour,
            round(c.first_profit, 2),
            round(c.long_profit, 2),
        ]
        for c in plan.choices
    ]
