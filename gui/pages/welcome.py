"""Welcome: three ways in, and the projects opened last."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.pages.base import Page
from gui.parts import Elided, text_label
from gui.scale import Space
from gui.session import Session
from gui.tips import tip

__all__ = ["WAYS", "WelcomePage"]

WAYS: Final = {"files": "import", "demo": "play", "empty": "add"}
"""The ways in and their icons; the first is the one most people want."""
WIDEST: Final = 980
MOST_SHOWN: Final = 5


class _Picture(QWidget):
    """An icon, painted anew in whatever look is worn."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = theme.icon(icon, "accent")
        self.setFixedSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        self._icon.paint(QPainter(self), self.rect())


class Way(QPushButton):
    """A card to press: an icon, a name, and what happens then."""

    def __init__(self, icon: str, primary: bool) -> None:
        super().__init__()
        self.setProperty("way", True)
        self.setProperty("primary", primary)
        self._picture = _Picture(icon)
        self.name, self.about = text_label("section"), text_label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.INSIDE)
        column.setSpacing(Space.NEAR)
        for part in (self._picture, self.name, self.about):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, name: str, about: str) -> None:
        """Its words."""
        self.name.setText(name)
        self.about.setText(about)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)


class WelcomePage(Page):
    """What is seen where no project is known yet; ``chosen`` tells which way, ``opened`` which project."""

    chosen = Signal(str)
    opened = Signal(Path)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.ways = {name: Way(icon, name == "files") for name, icon in WAYS.items()}
        self.lately = text_label("section", wrap=False)
        self.projects = QVBoxLayout()
        self._paths: tuple[Path, ...] = ()
        self._arrange()
        self.retranslate()

    def title(self) -> str:
        """What it says first."""
        return self.tr("Welcome to Repurchase Matrix")

    def promise(self) -> str:
        """What the program is for."""
        return self.tr(
            "Whom should you hire to sell your goods, for how much, and what may you lose? A list of hosts and three facts about your product are enough for a first answer. Everything stays on this computer."
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.intro.setText(self.promise())
        for name, words in (
            ("files", (
                self.tr("Start from my files"),
                self.tr("Host lists, order exports, product lists: as they are, many at once. Or drop them anywhere in this window."),
            )),
            ("demo", (
                self.tr("Look at the demo"),
                self.tr("A made-up shop with eight products and hundreds of hosts. Try everything; nothing of yours is touched."),
            )),
            ("empty", (
                self.tr("Start empty"),
                self.tr("Describe a product by hand and see at once how often it is bought again."),
            )),
        ):  # fmt: skip
            self.ways[name].tell(*words)
        self.lately.setText(self.tr("Recent projects"))
        self.show_recent(self._paths)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The projects opened last; one that is gone says so and cannot be pressed."""
        self._paths = tuple(paths)
        while (item := self.projects.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for path in self._paths[:MOST_SHOWN]:
            self.projects.addWidget(self._project(path))
        self.lately.setVisible(bool(self._paths))

    # ── layout ──

    def _arrange(self) -> None:
        self.heading.setProperty("role", "hero")
        self.intro = text_label("muted")
        centre = QFrame()
        centre.setMaximumWidth(WIDEST)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.APART)
        self.body.removeItem(self.head)
        column.addLayout(self.head)
        column.addWidget(self.intro)
        column.addSpacing(Space.APART)
        row = QHBoxLayout()
        row.setSpacing(Space.APART)
        for name, way in self.ways.items():
            way.clicked.connect(self._teller(name))
            row.addWidget(way)
        column.addLayout(row)
        column.addSpacing(Space.APART)
        column.addWidget(self.lately)
        self.projects.setSpacing(Space.HAIR)
        column.addLayout(self.projects)
        outer = QHBoxLayout()
        outer.addStretch(1)
        outer.addWidget(centre, 20)
        outer.addStretch(1)
        self.body.addStretch(2)
        self.body.addLayout(outer)
        self.body.addStretch(3)

    def _teller(self, name: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(name)

    def _project(self, path: Path) -> QWidget:
        line = QPushButton()
        line.setProperty("project", True)
        is_there = path.exists()
        name, where = Elided("" if is_there else "muted"), Elided("hint")
        name.tell(path.stem)
        where.tell(str(path.parent) if is_there else self.tr("Not found: {0}").format(str(path.parent)))
        row = QHBoxLayout(line)
        row.setContentsMargins(Space.APART, Space.TIGHT, Space.APART, Space.TIGHT)
        row.addWidget(name, 2)
        row.addWidget(where, 5)
        for part in (name, where):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.setEnabled(is_there)
        line.setAccessibleName(self.tr("Open “{0}”").format(path.stem))
        line.setToolTip(tip(str(path)))
        line.clicked.connect(lambda: self.opened.emit(path))
        return line
