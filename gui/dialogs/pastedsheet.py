"""A sheet off the clipboard for the import wizard: named, asked for its headings where they cannot be told."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.numbers import PLAIN_TEXT
from gui.tableclips import block
from model.errors import Problem
from model.intake.files.source import MOST_TEXT_BYTES, PastedSheet, pasted_sheet

if TYPE_CHECKING:
    from gui.session import Session

__all__ = ["ask", "bring_sheet", "names_taken", "too_large", "with_sheet"]

LOOKED_AT: Final = 60
HEAD: Final = 200_000
"""Signs of the first lines: what is looked at before a worker reads the rest."""
LONGEST: Final = 120
translate = QCoreApplication.translate
Take = Callable[[PastedSheet], object]


def bring_sheet(
    parent: QWidget, session: "Session", text: str, kind: str = "", headless: bool = False
) -> None:
    """Open the wizard with these cells in it, likely of this kind; ``headless``: they are known to have no headings."""
    from gui.dialogs.importing import open_wizard

    def take(sheet: PastedSheet) -> None:
        open_wizard(parent, session, [sheet])

    with_sheet(parent, text, names_taken(session), take, kind, headless)


def names_taken(session: "Session") -> frozenset[str]:
    """The names of files in the project: a second sheet is not to be taken for the first."""
    return frozenset(head.file for head in session.batches())


def with_sheet(
    parent: QWidget, text: str, taken: Collection[str], take: Take, kind: str = "", headless: bool = False
) -> None:
    """Hand the sheet of a text to ``take``, once it is known whether its first line is headings."""
    from model.intake.layouts.firstline import DATA, UNCLEAR, first_line

    head = block(text[:HEAD])[:LOOKED_AT]
    name, width = _name(taken), max(map(len, head), default=0)
    given = tuple(translate("ImportDialog", "Column {0}").format(n) for n in range(1, width + 1))
    found = DATA if headless else first_line(head)

    def go_on(has_headings: bool) -> None:
        take(pasted_sheet(name, text, () if has_headings else given, kind))

    if found == UNCLEAR and len(head) > 1 and width > 1:
        yes, no = translate("ImportDialog", "Yes, headings"), translate("ImportDialog", "No, it is data")
        question = translate("ImportDialog", "Is the first row pasted the headings of the columns?")
        ask(parent, question, " · ".join(head[0]), (yes, no), (lambda: go_on(True), lambda: go_on(False)))
    else:
        go_on(found != DATA)


def too_large(text: str) -> Problem | None:
    """Why a text is too much of a sheet, before its bytes are made: a sign has one at least."""
    if len(text) <= MOST_TEXT_BYTES:
        return None
    name, megabyte = translate("ImportDialog", "Pasted sheet"), 1 << 20
    values = {"megabytes": -(-len(text) // megabyte), "most": MOST_TEXT_BYTES // megabyte}
    return Problem("file_too_big", name, values=values)


def ask(
    parent: QWidget,
    question: str,
    about: str,
    answers: Sequence[str],
    actions: Sequence[Callable[[], object]],
) -> QMessageBox:
    """One short question over a window; an action for each answer, and none where it is closed."""
    box = QMessageBox(QMessageBox.Icon.Question, question, question, parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setProperty("textFormat", PLAIN_TEXT)
    box.setInformativeText(about[:LONGEST])
    buttons = [box.addButton(text, QMessageBox.ButtonRole.AcceptRole) for text in answers]
    leave = box.addButton(QMessageBox.StandardButton.Cancel)
    leave.setText(translate("ImportDialog", "Cancel"))
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(leave)
    known = {id(button): action for button, action in zip(buttons, actions, strict=True)}
    box.buttonClicked.connect(lambda button: known.get(id(button), lambda: None)())
    box.open()
    return box


def _name(taken: Collection[str]) -> str:
    first = translate("ImportDialog", "Pasted sheet")
    number = 1
    while (name := first if number == 1 else f"{first} {number}") in taken:
        number += 1
    return name
