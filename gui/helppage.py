"""The text of the help: pictures that a worker reads, air between the paragraphs, and what was searched for marked."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QTextBlockFormat, QTextCursor, QTextDocument
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
PICTURE: Final = "\ufffc"
"""What stands in a text for a picture."""


class HelpText(QTextBrowser):
    """Text with pictures, which are read by a worker: until then each is an empty ground of its size."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self._shown: QTextDocument | None = None
        self._reader = Job(self)
        self._reader.done.connect(self._take)

    def show_text(self, markdown: str) -> None:
        """Show a text of the help from its beginning.

        It is made ready before it is handed over: what is shown already is laid out again at every change, and a file
        of many tables would keep the window away for a twentieth of a second.
        """
        made, former = QTextDocument(self), self._shown
        made.setUndoRedoEnabled(False)
        made.setDefaultFont(self.font())
        made.setDocumentMargin(Space.PAGE)
        made.setMarkdown(markdown)
        _give_air(made)
        self._shown = made
        self.setDocument(made)
        if former is not None:
            former.deleteLater()
        self._reader.run(_pictures, tuple(PICTURES.findall(markdown)), self.devicePixelRatioF())

    def go_to(self, place: int) -> None:
        """Bring a heading to the top, by its place in the text."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() in {1, 2}:
                if place == 0:
                    break
                place -= 1
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setTextCursor(QTextCursor(block))

    def mark(self, wanted: str) -> None:
        """Mark what was searched for; empty: nothing."""
        found: list[QTextEdit.ExtraSelection] = []
        hit = self.document().find(wanted) if wanted else QTextCursor()
        while not hit.isNull() and len(found) < MOST_HITS:
            found.append(_selection(hit))
            hit = self.document().find(wanted, hit)
        self.setExtraSelections(found)

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
