"""The command palette: everything the window can do, found by a few letters and done by Enter."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import pinyin, theme
from gui.commands import Command, found, plain
from gui.jobs import Job
from gui.near import near
from gui.parts import text_label
from gui.scale import Space
from gui.spoken import name_glass, searchable
from gui.things import Found, Thing, Things, things_of
from gui.words import language as spoken
from gui.words import number, overview, say
from gui.words.labels import label

if TYPE_CHECKING:
    from gui.window import MainWindow

__all__ = ["Palette"]

WIDTH, HEIGHT, TOP = 620, 430, 64
MOST_LATELY: Final = 12
LATELY: Final = "palette/lately"
COMMAND: Final = Qt.ItemDataRole.UserRole
PAGES: Final = {"figure": "overview", "product": "products", "host": "roster", "offer": "roster"}
"""Where the things of a kind are shown."""
LONGEST_ID: Final = 24
MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Asked(QLineEdit):
    """The line in which is typed; keys that move go to the list, so that the hands stay where they are."""

    def __init__(self, moved: QTreeWidget, left: Callable[[], None]) -> None:
        super().__init__()
        self._moved, self._left = moved, left

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, or type."""
        if event.key() in MOVES:
            QApplication.sendEvent(self._moved, event)
        elif event.key() == Qt.Key.Key_Escape:
            self._left()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere has done with it."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            self._left()


class Palette(QFrame):
    """A card over the window. It is part of it, not a window of its own: input methods work in it as anywhere."""

    def __init__(self, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._near, self._settings = near(window), settings
        self._commands: list[Command] = []
        self._before: QWidget | None = None
        self.setProperty("card", True)
        self.setObjectName("palette")
        self.list = QTreeWidget()
        self.asked = _Asked(self.list, self.leave)
        self.nothing = text_label("muted")
        self._reader, self._collector = Job(self), Job(self)
        self._things: Things | None = None
        self._of: tuple[object, str] = (None, "")
        self._arrange()
        self.asked.textChanged.connect(self._show_found)
        self.asked.returnPressed.connect(self._run)
        self.list.itemClicked.connect(lambda _item: self._run())
        self._reader.done.connect(lambda _none: self._show_found())
        self._reader.run(pinyin.prepare)
        self._collector.done.connect(self._take_things)
        self.retranslate()
        self.hide()
        theme.dress(self)

    # ── opened and left ──

    @property
    def _window(self) -> "MainWindow":
        return self._near()

    def ask(self) -> None:
        """Open it with everything that can be done now."""
        self._before = QApplication.focusWidget()
        self._commands = list(self._offered())
        self._build_pages()
        self._collect()
        self.asked.clear()
        self._show_found()
        place = max((self._window.width() - WIDTH) // 2, 0)
        self.setGeometry(place, TOP, WIDTH, min(HEIGHT, self._window.height() - 2 * TOP))
        self.show()
        self.raise_()
        self.asked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if held and self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.asked.setPlaceholderText(self.tr("What do you want to do, or whom do you look for?"))
        self.asked.setAccessibleName(self.tr("Search commands"))
        name_glass(self.asked)
        self.list.setAccessibleName(self.tr("Commands found"))
        self.nothing.setText(self.tr("Nothing found. Try other letters."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ── what is offered ──

    def _offered(self) -> Iterator[Command]:
        """Actions of the menus, then the buttons of each page that is there; what is disabled is left out."""
        yield from _of_menus(self._window)
        for name, page in self._window.pages.items():
            for command in page.commands():
                run = partial(self._go_and, name, command.run)
                yield Command(f"{name}.{command.key}", command.text, run, page.title())

    def _go_and(self, name: str, run: Callable[[], object]) -> None:
        self._window.show_page(name)
        run()

    def _build_pages(self) -> None:
        """Pages nobody has looked at yet have buttons, too: one a turn, and the list grows."""
        for spec in self._window.specs:
            if spec.name not in self._window.pages:
                self._window.later.add(partial(self._build, spec.name))

    def _build(self, name: str) -> None:
        self._window.page(name)
        if self.isVisible():
            self._commands = list(self._offered())
            self._show_found()

    def _collect(self) -> None:
        """Have a worker make ready all that can be looked for, unless that has been done."""
        snapshot = self._window.session.snapshot()
        if snapshot is not self._of[0] or spoken() != self._of[1]:
            self._of, self._things = (snapshot, spoken()), None
            figures = [Thing("figure", say(name), code) for code, name in overview.NAMES.items()]
            self._collector.run(things_of, snapshot, figures)

    def _take_things(self, things: Things) -> None:
        self._things = things
        if self.asked.text():
            self._show_found()

    # ── what is found ──

    def _show_found(self) -> None:
        current = self.list.currentItem()
        kept = current.data(0, COMMAND).key if current else ""
        self.list.clear()
        asked = self.asked.text()
        hits = found(self._commands, asked, self._lately())
        keys = [command.key for command in hits]
        for command in hits:
            self._add(command)
        for kind in self._things.found(asked) if self._things else ():
            self._add_kind(kind)
        place = 0 if asked or kept not in keys else keys.index(kept)
        if (chosen := self.list.topLevelItem(place)) is not None:
            self.list.setCurrentItem(chosen)
        self.list.setVisible(chosen is not None)
        self.nothing.setVisible(chosen is None)

    def _add(self, command: Command) -> QTreeWidgetItem:
        item = QTreeWidgetItem([command.text, command.place, command.shortcut])
        item.setData(0, COMMAND, command)
        muted = QColor(theme.current()["muted"])
        for column in (1, 2):
            item.setForeground(column, muted)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.addTopLevelItem(item)
        return item

    def _add_kind(self, kind: Found) -> None:
        """The things of a kind, and how many more there are: that line cannot be chosen."""
        for one in kind.things:
            key = f"thing.{one.kind}.{one.key}.{one.offer}"
            self._add(Command(key, one.name, partial(self._go_to, one), self._place(one), remembered=False))
        if more := kind.count - len(kind.things):
            text = self.tr("… and {0} more: type more letters").format(number(more))
            rest = self._add(Command("", text, lambda: None, self._place(kind.things[0], alone=True)))
            rest.setFlags(Qt.ItemFlag.NoItemFlags)

    def _place(self, one: Thing, alone: bool = False) -> str:
        """Where a thing is, and what tells it from another of its name; ``alone`` where any of the kind may be."""
        names = dict(zip((spec.name for spec in self._window.specs), self._window.page_names(), strict=True))
        parts = [names[PAGES[one.kind]], self.tr("Offers") if one.kind == "offer" else ""]
        if one.platform and not alone:
            parts.append(label(one.platform))
            id_ = one.key if one.kind == "host" and one.name not in one.key else ""
            parts.append(id_ if len(id_) <= LONGEST_ID else f"{id_[:LONGEST_ID]}…")
        return " · ".join(filter(None, parts))

    def _go_to(self, one: Thing) -> None:
        self._window.show_page(PAGES[one.kind]).show_thing(one)

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        command: Command = item.data(0, COMMAND)
        if command.remembered:
            others = (key for key in self._lately() if key != command.key)
            self._settings.setValue(LATELY, [command.key, *others][:MOST_LATELY])
        self.leave()
        command.run()

    def _lately(self) -> Sequence[str]:
        kept = self._settings.value(LATELY, [])
        return [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []

    # ── layout ──

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.APART, Space.APART, Space.APART, Space.APART)
        column.setSpacing(Space.NEAR)
        self.asked.setClearButtonEnabled(True)
        searchable(self.asked)
        column.addWidget(self.asked)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addStretch(0)
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = self.list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            head.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)


def _of_menus(window: "MainWindow") -> Iterator[Command]:
    pages = {spec.name for spec in window.specs}
    for name, action in sorted(window.actions_by_name.items(), key=lambda pair: pair[0] not in pages):
        if action.isEnabled() and action.menu() is None and name != "palette":
            yield Command(f"menu.{name}", plain(action.text()), action.trigger, shortcut=_keys(action))


def _keys(action: QAction) -> str:
    return action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
