"""The text of the help: pictures that a worker reads, air between the paragraphs, and what was searched for marked."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

import resources
from gui import theme
from gui.helptexts import spoken
from gui.jobs import Job
from gui.scale import Space

__all__ = ["WIDEST", "HelpText"]

WIDEST: Final = 820
"""Pixels of a picture in the text at most."""
AROUND: Final = {1: (0, 10), 2: (22, 6), 0: (0, 8)}
"""Pixels above and below a heading of a level; 0 is a paragraph."""
LINE: Final = 125
"""Height of a line in percent: long texts are read more easily with some air."""
MOST_HITS: Final = 200
"""Marked in a text; one letter is in it more often."""
PICTURES: Final = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
SECTION: Final = re.compile(r"^(?=## )", re.MULTILINE)
PART: Final = 1200
"""Signs of a text that are laid out in one turn at least: about as many as the window has room for."""
PICTURE: Final = "\ufffc"
"""What stands in a text for a picture."""


class HelpText(QTextBrowser):
    """Text with pictures, which are read by a worker: until then each is an empty ground of its size."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self._shown: QTextDocument | None = None
        self._rest: list[str] = []
        self._place, self._wanted = 0, ""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._append)
        self._reader = Job(self)
        self._reader.done.connect(self._take)

    def show_text(self, markdown: str) -> None:
        """Show a text of the help from its beginning; what has no room in the window follows in later turns.

        Each part is made ready before it is handed over: what is shown already is laid out again at every change, and a
        file of many tables would keep the window away for a twentieth of a second.
        """
        first, *self._rest = _parts(markdown)
        made, former = _ready(first, self), self._shown
        made.setUndoRedoEnabled(False)
        made.setDefaultFont(self.font())
        made.setDocumentMargin(Space.PAGE)
        self._shown, self._place = made, 0
        self.setDocument(made)
        if former is not None:
            former.deleteLater()
        if self._rest:
            self._next.start()
        self._reader.run(_pictures, tuple(PICTURES.findall(markdown)), self.devicePixelRatioF())

    def finish(self) -> None:
        """Show all of the text now."""
        while self._rest:
            self._append()

    def go_to(self, place: int) -> None:
        """Bring a heading to the top, by its place in the text; one that is still to come when it is there."""
        self._place = place
        self._seek()

    def mark(self, wanted: str) -> None:
        """Mark what was searched for; empty: nothing."""
        self._wanted = wanted
        found: list[QTextEdit.ExtraSelection] = []
        hit = self.document().find(wanted) if wanted else QTextCursor()
        while not hit.isNull() and len(found) < MOST_HITS:
            found.append(_selection(hit))
            hit = self.document().find(wanted, hit)
        self.setExtraSelections(found)

    def _append(self) -> None:
        """Show the next part of the text."""
        if not self._rest:
            return
        part = _ready(self._rest.pop(0), None)
        end = QTextCursor(self.document())
        end.beginEditBlock()
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertBlock(part.begin().blockFormat(), part.begin().charFormat())
        end.insertFragment(QTextDocumentFragment(part))
        end.endEditBlock()
        if self._place:
            self._seek()
        if self._rest:
            self._next.start()
        elif self._wanted:
            self.mark(self._wanted)

    def _seek(self) -> None:
        place, block = self._place, self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() in {1, 2}:
                if place == 0:
                    self.moveCursor(QTextCursor.MoveOperation.End)
                    self.setTextCursor(QTextCursor(block))
                    return
                place -= 1
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Room for a picture of the help: no other address is ever looked at."""
        url = QUrl(name)
        known = not url.scheme() and ".." not in url.path() and not url.path().startswith("/")
        size = QImageReader(_picture(url.path())).size() if known else QSize()
        return _room(_fitted(size)) if size.isValid() else None

    def _take(self, found: Mapping[str, QImage]) -> None:
        for name, picture in found.items():
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
        self.document().markContentsDirty(0, self.document().characterCount())


def _room(size: QSize) -> QImage:
    """An empty ground as large as a picture; of one bit a pixel, as to fill five of them would else be felt."""
    room = QImage(size, QImage.Format.Format_Mono)
    room.setColorTable([theme.current().colour("raised").rgb()])
    room.fill(0)
    return room


def _pictures(names: Sequence[str], fine: float) -> Mapping[str, QImage]:
    """Pictures of the help as wide as the text, for a screen with ``fine`` pixels to one of ours (for a worker)."""
    found = {}
    for name in names:
        picture = QImage(_picture(name))
        size = _fitted(picture.size()) * fine
        found[name] = picture.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        found[name].setDevicePixelRatio(fine)
    return found


def _fitted(size: QSize) -> QSize:
    return (
        size.scaled(WIDEST, size.height(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > WIDEST
        else size
    )


def _selection(hit: QTextCursor) -> QTextEdit.ExtraSelection:
    made: Any = QTextEdit.ExtraSelection()
    made.cursor = hit
    made.format.setBackground(theme.current().colour("select"))
    return made  # type: ignore[no-any-return]


def _parts(markdown: str) -> list[str]:
    """A text cut before headings, into parts of :data:`PART` signs or a little more."""
    parts = [""]
    for section in SECTION.split(markdown):
        if len(parts[-1]) >= PART:
            parts.append("")
        parts[-1] += section
    return parts


def _ready(markdown: str, owner: QTextBrowser | None) -> QTextDocument:
    """A document nobody looks at yet, with all in it."""
    made = QTextDocument(owner)
    made.setMarkdown(markdown)
    _give_air(made)
    return made


def _give_air(document: QTextDocument) -> None:
    """Room between lines and paragraphs, which Markdown has no words for; tables stay as they are."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        if cursor.currentTable() is None:
            style = QTextBlockFormat()
            above, below = AROUND.get(block.blockFormat().headingLevel(), AROUND[0])
            style.setTopMargin(above)
            style.setBottomMargin(below)
            if PICTURE not in block.text():
                style.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(style)
        block = block.next()
    cursor.endEditBlock()


def _picture(name: str) -> str:
    return str(resources.path("help", spoken(), name))
