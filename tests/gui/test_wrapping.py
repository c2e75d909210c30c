"""No line ends inside a figure: a minus stays with its ¥4,500, a 12 with its 万, in labels and on paper."""

import pytest
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import words
from gui.parts import text_label

SAID = "长期利润少了 −¥4,500 或 −¥12万 不等，最多 3.4亿"


def lines(text: str, font: QFont, width: float) -> list[str]:
    """As Qt divides a text into lines of this width."""
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].replace(words.JOINER, ""))
    layout.endLayout()
    return found


def parted(text: str, font: QFont) -> bool:
    """Whether some width parts a figure."""
    return any(
        line.lstrip().startswith(("¥", "万", "亿"))
        for width in range(60, 400, 3)
        for line in lines(text, font, width)
    )


def test_no_width_parts_a_figure(qapp: QApplication) -> None:
    font = qapp.font()
    assert parted(SAID, font)
    assert not parted(words.glued(SAID), font)


def test_a_label_says_what_it_was_told(qtbot: QtBot) -> None:
    label = text_label()
    qtbot.addWidget(label)
    label.setText(SAID)
    assert label.text() == SAID
    assert words.JOINER in label.property("text")


@pytest.mark.parametrize("text", ["", "12 万", "¥−", "1,234", "−7,400"])
def test_what_cannot_be_parted_is_left_as_it_is(text: str) -> None:
    assert words.glued(text) == text
