"""All keyboard shortcuts, read from the actions themselves, so that the list is never out of date."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from gui import theme
from gui.commands import plain
from gui.helpkey import help_on
from gui.parts import scrolled, text_label
from gui.scale import Space

__all__ = ["rows", "show_shortcuts"]

SIZE = (460, 560)
translate = QCoreApplication.translate


def rows(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Keys and what they do: of the menus, then those that every table and form has."""
    told = [
        (_native(action.shortcut()), plain(action.iconText()))
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    keys = QKeySequence.StandardKey
    everywhere = (
        (QKeySequence(keys.Copy), translate("Shortcuts", "Copy the chosen rows of a table")),
        (QKeySequence(keys.SelectAll), translate("Shortcuts", "Choose all rows of a table")),
        (QKeySequence(Qt.Key.Key_Escape), translate("Shortcuts", "Close a dialog or the list of commands")),
    )
    return told + [(_native(sequence), text) for sequence, text in everywhere]


def show_shortcuts(parent: QWidget, actions: Iterable[QAction]) -> None:
    """Show the list; Escape closes it."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("Shortcuts", "Keyboard shortcuts"))
    theme.dress(dialog)
    help_on(dialog, "trouble#keyboard")
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.TIGHT, Space.TIGHT)
    grid.setHorizontalSpacing(Space.PAGE)
    grid.setVerticalSpacing(Space.NEAR)
    for place, (keys, text) in enumerate(rows(actions)):
        for side, (words, role) in enumerate(((keys, "badge"), (text, ""))):
            label = text_label(role, wrap=bool(side))
            label.setText(words)
            grid.addWidget(
                label, place, side, Qt.AlignmentFlag.AlignLeft if not side else Qt.AlignmentFlag(0)
            )
    grid.setColumnStretch(1, 1)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(Space.PAGE, Space.INSIDE, Space.APART, Space.INSIDE)
    column.setSpacing(Space.APART)
    heading = text_label("title")
    heading.setText(dialog.windowTitle())
    column.addWidget(heading)
    column.addWidget(scrolled(table), 1)
    dialog.resize(*SIZE)
    dialog.open()


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
