"""The offline help: contents and search on the left, the text on the right; nothing is ever loaded from a network."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QImageReader, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import resources
from gui import helpfigures, language, pinyin, theme, words
from gui.buttons import make_button
from gui.helptexts import FILES, GLOSSARY, Section, of_file, sections, shown, spoken
from gui.jobs import Job
from gui.numbers import USER

__all__ = ["HelpWindow", "help_for", "show_help"]

WIDEST: Final = 820
"""Pixels of a picture in the text at most."""
SIZE: Final = QSize(1220, 700)
CONTENTS: Final = 300
AROUND: Final = {1: (0, 10), 2: (22, 6), 0: (0, 8)}
"""Pixels above and below a heading of a level; 0 is a paragraph."""
PICTURES: Final = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
PICTURE: Final = "\ufffc"
"""What stands in a text for a picture."""
SETTLED: Final = 400
"""Milliseconds after which the window is there, so that a worker takes nothing from it."""
MOST_HITS: Final = 200
"""Marked in a text; one letter is in it more often."""
LINE: Final = 125
"""Height of a line in percent: long texts are read more easily with some air."""


def show_help(parent: QWidget, topic: str = "start") -> "HelpWindow":
    """Open the help at a topic; there is one window of it, which keeps its size and its way back."""
    window = parent.window()
    made = window.findChild(HelpWindow) or HelpWindow(window)
    made.go(topic)
    made.show()
    made.raise_()
    made.activateWindow()
    return made


def help_for(page: QWidget) -> "HelpWindow":
    """The help on what has the focus: the part with a question mark around it, else its page."""
    part: QWidget | None = page.focusWidget()
    while part is not None and part is not page:
        marks = filter(_is_mark, (part, *part.findChildren(QToolButton)))
        if (mark := next((one for one in marks if one.isVisibleTo(page)), None)) is not None:
            return show_help(page, str(mark.property("topic")))
        part = part.parentWidget()
    name = type(page).__name__.removesuffix("Page").lower()
    return show_help(page, name if name in FILES else "start")


def _is_mark(part: QWidget) -> bool:
    return bool(part.property("topic"))


class _Text(QTextBrowser):
    """Text with pictures, which are read by a worker: until then each is an empty ground of its size."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.document().setDocumentMargin(24)
        self._reader = Job(self)
        self._reader.done.connect(self._take)

    def show_text(self, markdown: str) -> None:
        """Show a text of the help from its beginning."""
        self.setMarkdown(markdown)
        _give_air(self.document())
        self._reader.run(_pictures, tuple(PICTURES.findall(markdown)), self.devicePixelRatioF())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Room for a picture of the help: no other address is ever looked at."""
        url = QUrl(name)
        known = not url.scheme() and ".." not in url.path() and not url.path().startswith("/")
        size = QImageReader(_picture(url.path())).size() if known else QSize()
        if not size.isValid():
            return None
        room = QImage(_fitted(size), QImage.Format.Format_RGB32)
        room.fill(theme.current().colour("raised"))
        return room

    def _take(self, found: Mapping[str, QImage]) -> None:
        for name, picture in found.items():
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
        self.document().markContentsDirty(0, self.document().characterCount())


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


class HelpWindow(QWidget):
    """The help in the language of the moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.topic = ""
        self._past: list[str] = []
        self._coming: list[str] = []
        self.search = QLineEdit()
        self.contents = QListWidget()
        self.text = _Text()
        self.back = make_button("left", self._go_back)
        self.forward = make_button("right", self._go_forward)
        self._arrange()
        self._preparing, self._listening = Job(self), Job(self)
        later = QTimer(self, singleShot=True, interval=SETTLED)
        later.timeout.connect(self._prepare)
        later.start()
        self._listening.done.connect(self._sift)
        self.search.textChanged.connect(self._sift)
        self.search.returnPressed.connect(self._open_first)
        self.contents.currentItemChanged.connect(self._chosen)
        self.text.anchorClicked.connect(lambda url: self.go(url.toString().replace(".md", "")))
        theme.dress(self)
        language.follow(self.retranslate)
        self.retranslate()

    def _prepare(self) -> None:
        self._preparing.run(helpfigures.prepare, words.language())

    def _arrange(self) -> None:
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        bar = QHBoxLayout()
        bar.addWidget(self.search, 1)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 6, 12)
        column.addLayout(bar)
        column.addWidget(self.contents, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([CONTENTS, SIZE.width() - CONTENTS])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.resize(SIZE)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Help"))
        self.search.setPlaceholderText(self.tr("Search the help"))
        for part, name in (
            (self.search, self.tr("Search the help")),
            (self.contents, self.tr("Contents")),
            (self.text, self.tr("Text of the help")),
            (self.back, self.tr("Back")),
            (self.forward, self.tr("Forward")),
        ):
            part.setAccessibleName(name)
        for button in (self.back, self.forward):
            button.setToolTip(button.accessibleName())
        self._list()
        if self.topic:
            self._show(self.topic)

    def changeEvent(self, event: QEvent) -> None:
        """Links take the colours of another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and "topic" in vars(self) and self.topic:
            self._show(self.topic)

    def go(self, topic: str) -> None:
        """Show a topic; one that is unknown shows nothing new."""
        if topic == self.topic or topic not in _topics():
            return
        if self.topic:
            self._past.append(self.topic)
        self._coming.clear()
        self._show(topic)

    def _go_back(self) -> None:
        self._move(self._past, self._coming)

    def _go_forward(self) -> None:
        self._move(self._coming, self._past)

    def _move(self, source: list[str], target: list[str]) -> None:
        if source:
            target.append(self.topic)
            self._show(source.pop())

    def _show(self, topic: str) -> None:
        self.topic = topic
        file = topic.partition("#")[0]
        self.text.show_text(shown(file, spoken()))
        self._shine()
        _scroll(self.text, [one.topic for one in of_file(file, spoken())].index(topic))
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._coming))
        self._sift()

    def _list(self) -> None:
        """All there is to read, in reading order; :meth:`_sift` says what of it is shown."""
        self.contents.blockSignals(True)
        self.contents.clear()
        for one in sections(spoken()):
            item = QListWidgetItem(f"    {one.title}" if "#" in one.topic else one.title, self.contents)
            item.setData(USER, one.topic)
        self.contents.blockSignals(False)
        self._sift()

    def _sift(self) -> None:
        """Show what was searched for; else the files, and of the open one its headings (terms are too many)."""
        wanted = self.search.text().strip().casefold()
        if wanted and not pinyin.is_ready():
            self._listening.run(pinyin.prepare)
        file = self.topic.partition("#")[0]
        for row, one in enumerate(sections(spoken())):
            near = "#" not in one.topic or (one.topic.startswith(f"{file}#") and file != GLOSSARY)
            self.contents.item(row).setHidden(not (_holds(one, wanted) if wanted else near))
        self._mark()
        self._shine()

    def _shine(self) -> None:
        """Mark what was searched for in the text."""
        wanted = self.search.text().strip()
        found: list[QTextEdit.ExtraSelection] = []
        hit = self.text.document().find(wanted) if wanted else QTextCursor()
        while not hit.isNull() and len(found) < MOST_HITS:
            found.append(self._selection(hit))
            hit = self.text.document().find(wanted, hit)
        self.text.setExtraSelections(found)

    def _selection(self, hit: QTextCursor) -> QTextEdit.ExtraSelection:
        made: Any = QTextEdit.ExtraSelection()
        made.cursor = hit
        made.format.setBackground(theme.current().colour("select"))
        return made  # type: ignore[no-any-return]

    def _open_first(self) -> None:
        """Enter in the search opens the first hit, best one whose heading has it."""
        wanted = self.search.text().strip().casefold()
        hits = [one for one in sections(spoken()) if _holds(one, wanted)]
        if wanted and hits:
            self.go(next((one for one in hits if _is_named(one, wanted)), hits[0]).topic)

    def _mark(self) -> None:
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(-1)
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            if item.data(USER) == self.topic and not item.isHidden():
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.go(item.data(USER))


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


def _scroll(text: QTextBrowser, place: int) -> None:
    block = text.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel() in {1, 2}:
            if place == 0:
                break
            place -= 1
        block = block.next()
    text.moveCursor(QTextCursor.MoveOperation.End)
    text.setTextCursor(QTextCursor(block))


def _holds(one: Section, wanted: str) -> bool:
    """Whether a section tells of something; by its sound the heading alone, as two letters are in any long text."""
    return wanted in one.text.casefold() or _is_named(one, wanted)


def _is_named(one: Section, wanted: str) -> bool:
    """Whether the heading of a section has something, by letters or by its sound."""
    if pinyin.is_ready():
        return pinyin.found(wanted, one.title)
    return wanted in one.title.casefold()


def _topics() -> frozenset[str]:
    return frozenset(one.topic for one in sections(spoken()))


def _picture(name: str) -> str:
    return str(resources.path("help", spoken(), name))
