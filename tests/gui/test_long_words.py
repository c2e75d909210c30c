"""Layouts hold where words are a third longer (as German is) on a small screen: nothing shown is cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gui import words
from gui.app import Program
from gui.language import announce, qt_voice
from gui.parts import Elided
from tests.gui.everywhere import called, dialogs, furnish, places, settle

LONGER = 0.35
ROUNDING = 2


class Longer(QTranslator):
    """English with a third more letters in each text."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:
        """The text with more letters behind its last word; placeholders and line ends stay."""
        letters = sum(sign.isalpha() for sign in text)
        return (
            f"{text.rstrip('…')}{'n' * round(letters * LONGER)}{'…' if text.endswith('…') else ''}"
            if letters > 3
            else text
        )


@pytest.fixture
def long_words(qtbot: QtBot, qapp: QApplication, program: Program) -> Iterator[Program]:
    furnish(qtbot, program)
    translator = Longer()
    qapp.installTranslator(translator)
    words.use(qt_voice("en"))
    QCoreApplication.postEvent(qapp, QEvent(QEvent.Type.LanguageChange))
    announce()
    settle(qtbot)
    yield program
    qapp.removeTranslator(translator)


def cut(widget: QWidget) -> str:
    """What of a widget's words is not seen; empty where all is."""
    inside = widget.visibleRegion().boundingRect()
    if inside.isEmpty() or isinstance(widget, Elided):
        return ""
    if isinstance(widget, QLabel) and widget.text():
        if (
            not widget.wordWrap()
            and widget.sizeHint().width() > widget.width() + ROUNDING
            and not widget.toolTip()
        ):
            return f"needs {widget.sizeHint().width()}, has {widget.width()}"
        if widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height() + ROUNDING:
            return f"needs a height of {widget.heightForWidth(widget.width())}, has {widget.height()}"
    if isinstance(widget, QPushButton | QCheckBox) and widget.sizeHint().width() > widget.width() + ROUNDING:
        return f"needs {widget.sizeHint().width()}, has {widget.width()}"
    if (
        isinstance(widget, QTabBar)
        and widget.sizeHint().width() > widget.width() + ROUNDING
        and not widget.usesScrollButtons()
    ):
        return f"needs {widget.sizeHint().width()}, has {widget.width()}"
    return ""


def test_nothing_is_cut_off_where_words_are_long(qtbot: QtBot, long_words: Program, tmp_path: Path) -> None:
    lost, seen = set(), 0
    long_words.window.resize(1366, 768)

    def look(where: str, root: QWidget) -> None:
        nonlocal seen
        for widget in root.findChildren(QWidget):
            if isinstance(widget, QLabel | QAbstractButton | QTabBar) and widget.isVisible():
                seen += 1
                if problem := cut(widget):
                    lost.add((where, called(widget), problem))

    for where, page in places(qtbot, long_words):
        assert long_words.window.width() == 1366
        if page.minimumSizeHint().width() > page.width():
            lost.add((where, "the page", f"needs {page.minimumSizeHint().width()}, has {page.width()}"))
        look(where, page)
    for where, dialog in dialogs(qtbot, long_words, tmp_path):
        look(where, dialog)
    assert sorted(lost) == []
    assert seen > 800
