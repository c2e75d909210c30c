"""A claim typed on the hosts page: the verdict, what it would need, and the shop's own figures beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import language
from gui.app import Program
from gui.dialogs.claim import ClaimDialog, open_claims
from gui.words import claimwords
from model.authenticity.claims import OwnFigures, check_claim
from model.authenticity.claimtext import parse_claim
from model.policy import load


@pytest.fixture
def dialog(qtbot: QtBot, program: Program) -> ClaimDialog:
    page = program.window.show_page("roster")
    (button,) = [b for b, name in page._buttons if name() == "Check a claim…"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (found,) = program.window.findChildren(ClaimDialog)
    return found


def test_enter_judges_what_is_typed(qtbot: QtBot, dialog: ClaimDialog) -> None:
    qtbot.keyClicks(dialog.claim, "10k followers, 500 yuan a day")
    qtbot.keyClick(dialog.claim, Qt.Key.Key_Return)
    claim = parse_claim("10k followers, 500 yuan a day")
    assert claim is not None
    found = check_claim(claim, load())
    assert dialog.verdict.text() == claimwords.place(found)
    assert dialog.read.text() == "Read as: an account of 10,000 followers earns ¥500 a day."
    assert "¥500 a day" in dialog.told.text()
    assert dialog.verdict.text() not in dialog.told.text()
    assert dialog.bar.isVisible()
    assert dialog._frame.property("tone") == "warn"


def test_what_is_pasted_beside_the_field_goes_into_it(qtbot: QtBot, dialog: ClaimDialog) -> None:
    QApplication.clipboard().setText("10k followers\tearn 500 a day")
    button = dialog.examples[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog.check()
    assert dialog.read.text() == "Read as: an account of 10,000 followers earns ¥500 a day."


def test_cells_pasted_with_their_headings_are_read_by_them(qtbot: QtBot, dialog: ClaimDialog) -> None:
    """The followers stand first in the sheet: run together with the headings they were read as the income."""
    QApplication.clipboard().setText("粉丝数\t日收入\r\n10000\t500")
    dialog.claim.setFocus()
    qtbot.keyClick(dialog.claim, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.claim.text() == "粉丝数 10000，日收入 500"
    dialog.check()
    assert dialog.read.text() == "Read as: an account of 10,000 followers earns ¥500 a day."


def test_each_example_can_be_checked_in_both_languages(
    qtbot: QtBot, qapp: QApplication, dialog: ClaimDialog
) -> None:
    for code in ("en", "zh_CN"):
        language.apply(qapp, code)
        for button in dialog.examples:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            assert dialog.read.text()
            assert dialog.bar.isVisible()
            assert parse_claim(dialog.claim.text()) is not None


def test_the_whole_answer_is_seen(qtbot: QtBot, qapp: QApplication, dialog: ClaimDialog) -> None:
    claims = [b.text() for b in dialog.examples] + ["近30天GMV 5000万,粉丝 20 万", "万粉账号日入500"]
    for code in ("en", "zh_CN"):
        language.apply(qapp, code)
        for claim in claims:
            dialog.claim.setText(claim)
            dialog.check()
            qapp.processEvents()
            for label in (dialog.verdict, dialog.read, dialog.told):
                assert label.height() >= label.heightForWidth(label.width()), claim


def test_what_claims_nothing_is_told_what_to_name(qtbot: QtBot, dialog: ClaimDialog) -> None:
    qtbot.keyClicks(dialog.claim, "hello")
    dialog.check()
    assert dialog.verdict.text() == "There is nothing here that could be checked."
    assert not dialog.bar.isVisible()
    dialog.claim.clear()
    dialog.check()
    assert dialog.verdict.text() == dialog.told.text() == ""


def test_own_campaigns_are_told(program: Program, dialog: ClaimDialog) -> None:
    dialog.close()
    own = open_claims(program.window, load(), OwnFigures((0.001, 0.9), 138.0))
    own.claim.setText("10k followers, 500 yuan a day")
    own.check()
    assert "Of your own campaigns 50% sold less per view than this needs." in own.told.text()
    assert "¥138" in own.told.text()
