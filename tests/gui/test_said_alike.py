"""Figures and names that two places show are said alike, and a long name is read from its beginning."""

from functools import partial

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gui import words
from gui.fields import SEARCHABLE_FROM, FieldSpec, editor
from gui.pages.handsview import PEOPLE, Person
from gui.words import QT_TRANSLATE_NOOP, launchwords
from model.launch.hands import Hand, Role

NAMES = [(f"h{n}", f"a name that is longer than the field, of host {n}") for n in range(SEARCHABLE_FROM + 1)]


@pytest.mark.parametrize(
    ("low", "high", "way", "said"),
    [
        (17.0, 66.0, words.days, "17 – 66 days"),
        (800.0, 6_000.0, words.days, "2.2 – 16.4 years"),
        (100.0, 6_000.0, words.days, "100 days – 16.4 years"),
        (0.01, 0.2, words.percent, "1% – 20%"),
        (39.0, 70.0, words.money, "¥39 – ¥70"),
        (17.0, 17.2, words.days, "17 days"),
    ],
)
def test_a_range_says_its_unit_once(low: float, high: float, way, said: str) -> None:
    assert words.span(low, high, way) == said


def test_a_chosen_name_is_read_from_its_beginning(qtbot: QtBot) -> None:
    spec = FieldSpec("host", QT_TRANSLATE_NOOP("Fields", "Host"), "choice", choices=lambda: NAMES)
    made = editor(spec)
    qtbot.addWidget(made.widget)
    assert isinstance(box := made.widget, QComboBox)
    assert (line := box.lineEdit()) is not None
    made.put("h3")
    assert line.text() == NAMES[3][1]
    assert line.cursorPosition() == 0


def test_days_off_are_read_as_days_and_typed_either_way() -> None:
    hand = Hand("Ann", frozenset({Role.PACKING}), days_off=frozenset({7, 6}))
    shown = next(column for column in PEOPLE if column.key == "days_off")
    assert shown.show(Person(0, hand, {})) == "Sat, Sun"
    parse = partial(Hand.parse, name="Ann", roles="packing")
    for typed in ("6, 7", "Sat, Sun", "saturday,sunday", "周六、周日", "六 日", "星期六、星期天"):
        assert parse(days_off=typed).days_off == {6, 7}, typed
    assert launchwords.days_off(hand) == "Sat, Sun"
