"""The Qt binding keeps the promises the program is built on."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui import quick


def test_binding_keeps_none_alive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("x")
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 50


def test_import_hook_can_still_be_quieted() -> None:
    feature = sys.modules["shibokensupport.feature"]
    assert hasattr(feature, "_mod_uses_pyside")
    quick.quiet_pyside_import_hook()
    assert feature._mod_uses_pyside(sys) is False
