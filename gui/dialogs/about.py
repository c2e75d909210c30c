"""About: what this is, its version, and whose work it stands on, with every licence to read."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

import resources
from gui import __version__, theme
from gui.helpkey import help_on
from gui.parts import text_label
from gui.scale import Space

__all__ = ["AboutDialog", "Part", "about", "parts"]

translate = QCoreApplication.translate
LOGO = QSize(56, 56)


@dataclass(frozen=True)
class Part:
    """A library, font or language that goes with the program: its name, version, licence (SPDX) and the file of its text."""

    name: str
    version: str
    licence: str
    text: str


def parts() -> tuple[Part, ...]:
    """Everything that goes with the program, as ``.ci/bundle/supply.py`` found it."""
    return tuple(Part(**one) for one in json.loads(resources.text("licences", "index.json")))


class AboutDialog(QDialog):
    """The program in three lines; below, its parts and the licence of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("About", "About"))
        self.resize(780, 540)
        self.list = QListWidget()
        self.text = QPlainTextEdit()
        self._parts = parts()
        self._arrange()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        theme.dress(self)
        help_on(self, "sources")

    def _arrange(self) -> None:
        self.list.setAccessibleName(translate("About", "Parts of the program"))
        self.list.addItems([f"{part.name} {part.version}" for part in self._parts])
        self.list.setFixedWidth(230)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(translate("About", "Licence"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        column.setSpacing(Space.APART)
        column.addLayout(self._head())
        column.addWidget(_said(translate("About", "It stands on the work of others:"), "section"))
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        column.addLayout(row, 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.INSIDE)
        row.addWidget(_Logo(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(_said(translate("About", "Repurchase Matrix {0}").format(__version__), "title"))
        told = translate(
            "About",
            "Whom to hire, on which offer, for how much, and why. Works without a network; your data stays on this machine.",
        )
        words.addWidget(_said(told))
        words.addWidget(_said(translate("About", "Licence of the program: MIT"), "muted"))
        row.addLayout(words, 1)
        return row

    def _show(self, row: int) -> None:
        if row >= 0:
            part = self._parts[row]
            self.text.setPlainText(f"{part.licence}\n\n{resources.text('licences', part.text)}")


class _Logo(QWidget):
    """The program's icon: seen, and no nameless stop for a screen reader, as the name stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(LOGO)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        with QPainter(self) as painter:
            theme.program_icon().paint(painter, self.rect())


def _said(text: str, role: str = "") -> QLabel:
    label = text_label(role)
    label.setText(text)
    return label


def about(parent: QWidget) -> AboutDialog:
    """Show the dialog."""
    dialog = AboutDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
