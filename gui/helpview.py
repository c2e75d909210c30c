"""The offline help: contents and search on the left, the text on the right; nothing is ever loaded from a network."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import helpfigures, language, pinyin, theme, words
from gui.buttons import make_button
from gui.helppage import HelpText
from gui.helptexts import FILES, GLOSSARY, Section, of_file, sections, shown, spoken
from gui.jobs import Job
from gui.numbers import USER
from gui.quick import Later
from gui.scale import Space
from gui.splitter import Splitter
from gui.spoken import name_glass, searchable

__all__ = ["HelpWindow", "help_for", "show_help"]

SIZE: Final = QSize(1220, 700)
CONTENTS: Final = 300
SETTLED: Final = 400
"""Milliseconds after which the window is there, so that a worker takes nothing from it."""


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


class HelpWindow(QWidget):
    """The help in the language of the moment.

    The window comes first and what is in it a few turns ``later``: all at once would keep the program busy for a tenth
    of a second.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.topic, self._first = "", ""
        self._is_filled = False
        self._past: list[str] = []
        self._coming: list[str] = []
        self.search = QLineEdit()
        self.contents = QListWidget()
        self.text = HelpText()
        self.back = make_button("left", self._go_back)
        self.forward = make_button("right", self._go_forward)
        self._arrange()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
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
        self.later = Later(self)
        self.later.add(_topics, self._begin, self._list)

    def _begin(self) -> None:
        """Show what was asked for first."""
        self._is_filled = True
        self.go(self._first)

    def _prepare(self) -> None:
        self._preparing.run(helpfigures.prepare, words.language())

    def _arrange(self) -> None:
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search.setClearButtonEnabled(True)
        searchable(self.search)
        bar = QHBoxLayout()
        bar.addWidget(self.search, 1)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(Space.APART, Space.APART, Space.NEAR, Space.APART)
        column.addLayout(bar)
        column.addWidget(self.contents, 1)
        split = Splitter()
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
        name_glass(self.search)
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
        if self._is_filled:
            self._prepare()
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
        if not self._is_filled:
            self._first = topic
            return
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
        self.text.mark(self.search.text().strip())
        self.text.go_to([one.topic for one in of_file(file, spoken())].index(topic))
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._coming))
        self._sift()

    def _list(self) -> None:
        """A place for everything there is to read; :meth:`_sift` says what stands in them."""
        self.contents.blockSignals(True)
        while self.contents.count() < len(sections(spoken())):
            QListWidgetItem(self.contents)
        self.contents.blockSignals(False)
        self._sift()

    def _sift(self) -> None:
        """Show what was searched for; else the files, and of the open one its headings (terms are too many)."""
        if self._wanted() and not pinyin.is_ready():
            self._listening.run(pinyin.prepare)
        found = self._hits() if self._wanted() else self._outline()
        files = {one.topic: one.title for one in sections(spoken()) if "#" not in one.topic}
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            item.setHidden(row >= len(found))
            one = found[row] if row < len(found) else None
            item.setData(USER, one.topic if one else None)
            if one is not None:
                whole = files[one.topic.partition("#")[0]]
                inside = f"{one.title} · {whole}" if self._wanted() else f"    {one.title}"
                item.setText(inside if "#" in one.topic else one.title)
        self._mark()
        self.text.mark(self.search.text().strip())

    def _wanted(self) -> str:
        return self.search.text().strip().casefold()

    def _outline(self) -> list[Section]:
        file = self.topic.partition("#")[0]
        opened = "" if file == GLOSSARY else f"{file}#"
        return [
            one
            for one in sections(spoken())
            if "#" not in one.topic or (opened and one.topic.startswith(opened))
        ]

    def _hits(self) -> list[Section]:
        """What tells of the words searched for, first where the heading does."""
        wanted = self._wanted()
        found = [one for one in sections(spoken()) if _holds(one, wanted)]
        return sorted(found, key=lambda one: not _is_named(one, wanted))

    def _open_first(self) -> None:
        """Enter in the search opens the first hit."""
        if self._wanted() and (hits := self._hits()):
            self.go(hits[0].topic)

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


def _holds(one: Section, wanted: str) -> bool:
    """Whether a section tells of something; by its sound the heading alone, as two letters are in any long text."""
    return wanted in one.text.casefold() or _is_named(one, wanted)


def _is_named(one: Section, wanted: str) -> bool:
    """Whether the heading of a section has something, by letters or by its sound."""
    if pinyin.is_ready():
        return pinyin.found(wanted, one.title)
    return wanted in one.title.casefold()


def _topics() -> frozenset[str]:
    """All there is to read; to look through the files for the first time takes a turn of its own."""
    return frozenset(one.topic for one in sections(spoken()))
