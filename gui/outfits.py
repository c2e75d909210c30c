"""Takes a large page apart, so that each part can wear a sheet of its own and no turn of the event loop dresses it all."""

import re
from collections.abc import Callable

from PySide6.QtCore import QChildEvent, QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QLabel, QSplitterHandle, QStackedWidget, QTabWidget, QWidget
from shiboken6 import isValid

__all__ = ["Outfit", "holds_much", "own_rules"]

MANY = 100
"""Widgets that are dressed in one turn; each takes up to 0.2 ms."""
BARE = (QLabel, QAbstractButton, QSplitterHandle)
"""Parts that nothing is put into."""
OPENED = ("QMenu", "QToolTip")
"""What opens from any part and wears what it wears."""


def holds_much(part: QWidget) -> bool:
    """Whether it takes longer to dress than a turn may."""
    return len(part.findChildren(QWidget)) > MANY


class Outfit(QObject):
    """The parts of a page that wear sheets of their own, and its frames: what lies around them.

    When a sheet is put on again, Qt goes through all that lies in its widget, in one turn. The sheet of the page stays
    as it is once the page is taken apart; sheets of parts come before it, and rules that are for frames name the
    palette's colours. What comes into a frame later is dressed when it is first polished.
    """

    def __init__(self, page: QWidget, dress: Callable[[QWidget], None]) -> None:
        super().__init__(page)
        self._dress = dress
        # Held here, as themes hold them weakly and nobody else holds what Qt has made.
        self.frames: set[QWidget] = set()
        self.parts: set[QWidget] = set()
        self._divide(page)

    def _divide(self, frame: QWidget) -> None:
        self.frames.add(frame)
        frame.installEventFilter(self)
        for part in frame.children():
            if isinstance(part, (QTabWidget, QStackedWidget)) or (
                isinstance(part, QWidget) and holds_much(part)
            ):
                self._divide(part)
            elif isinstance(part, QWidget):
                self.parts.add(part)

    def eventFilter(self, frame: QObject, event: QEvent) -> bool:
        """Dress a part that has come into a frame and has just been polished."""
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            part = event.child()
            if isinstance(part, QWidget) and part not in self.frames | self.parts:
                self.parts = {*filter(isValid, self.parts), part}
                self._dress(part)
        return False


def own_rules(part: QWidget, sheet: str) -> str:
    """The rules of a sheet that can be for a part: Qt keeps 0.3 MB of them for each that wears all.

    Those for the classes it is of, where nothing is put into it; else all.
    """
    if not isinstance(part, BARE):
        return sheet
    names = (kind.__name__ for kind in type(part).__mro__ if kind.__name__.startswith("Q"))
    wanted = re.compile(rf"\b({'|'.join((*names, *OPENED))})\b")
    rules = (rule.partition("{") for rule in sheet.split("}"))
    return "".join(f"{what}{{{how}}}" for what, _, how in rules if wanted.search(what))
