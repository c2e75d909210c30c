"""Chinese signs are a whole sign wide in the Chinese window, whichever way it came to speak Chinese."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.app import Program

PAGES = ("overview", "products", "roster", "orders", "matrix", "launch", "results", "settings")


def odd(root: QWidget, wide: bool) -> set[str]:
    """Widgets whose quotation marks are not as wide as the language has them; those of another font aside."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
    found = set()
    for widget in root.findChildren(QWidget):
        if widget.font().families() == fixed:
            continue
        metrics = QFontMetricsF(widget.font())
        if (metrics.horizontalAdvance("“") > 0.7 * metrics.horizontalAdvance("锁")) is not wide:
            found.add(type(widget).__name__)
    return found


@pytest.mark.parametrize("early", [(), PAGES[:4]])
def test_pages_built_after_two_changes_of_language_have_wide_signs(
    qtbot: QtBot, program: Program, early: tuple[str, ...]
) -> None:
    window = program.window
    program.choose_language("zh_CN")
    program.choose_language("en")
    for name in early:
        page = window.show_page(name)
        for piece in page.pieces():
            piece()
    program.choose_language("zh_CN")
    for name in PAGES:
        page = window.show_page(name)
        for piece in page.pieces():
            piece()
        qtbot.waitUntil(window.updatesEnabled)
        qtbot.waitUntil(lambda page=page: odd(page, wide=True) == set(), timeout=5_000)
    program.choose_language("en")
    qtbot.waitUntil(lambda: odd(window, wide=False) == set(), timeout=10_000)
