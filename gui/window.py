"""The main window: pages beside a sidebar, menus, undo, and the project that is open."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from gui import language, theme
from gui.leading import leading_of
from gui.numbers import NEVER, PLAIN_TEXT, USER
from gui.pagemaking import AHEAD, PAGES, Making
from gui.pages.base import Page
from gui.pagestack import PageStack, Roomy
from gui.quick import Later
from gui.recent import Recent
from gui.scale import Space, grown
from gui.session import Changed, Session
from gui.tips import tip
from model.errors import Problem, UserError

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent

    from gui.dialogs.importing import ImportDialog
    from gui.dropping import Dropping
    from gui.notice import Text
    from gui.palette import Palette
    from gui.projectfiles import ProjectFiles
    from gui.welcoming import Welcoming


NAV_WIDTH = 172
LEAST: Final = (640, 360)
"""What is left of a screen of 1920 x 1080 at 250 % beside the bars of the system: pages are scrolled there."""


class MainWindow(QMainWindow):
    """Builds each page when it is first looked at, the large ones in a rest before, and fills the menus a turn after it is there."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    demo_wanted = Signal()
    closing = Signal()
    specs = PAGES

    def __init__(self, session: Session, settings: QSettings) -> None:
        super().__init__()
        self.session = session
        self.settings, self.recent = settings, Recent(settings)
        self.pages: dict[str, Page] = {}
        self.making = Making(session)
        self.nav = QListWidget()
        self.stack = PageStack()
        self.project = QLabel()
        self.choices = ("", "system")
        self.later = Later(self)
        self._menus: dict[str, QMenu] = {}
        self._beside: Page | None = None
        self._arrange()
        self.setAcceptDrops(True)
        self.session.changed.connect(self._on_changed)
        self.session.undo_changed.connect(self._show_undo)
        leading_of(session).wanted.connect(self._follow)
        language.follow(self.retranslate)
        self.retranslate()
        self.later.add(lambda: self._actions, lambda: self.dropping)
        self.nav.setCurrentRow(0)

    # ── layout ──

    def _arrange(self) -> None:
        bar = QFrame()
        bar.setObjectName("navbar")
        bar.setFixedWidth(grown(NAV_WIDTH))
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, Space.APART, 0, Space.APART)
        column.setSpacing(Space.NEAR)
        self.brand = QLabel()
        self.brand.setProperty("role", "section")
        self.brand.setProperty("textFormat", PLAIN_TEXT)
        self.brand.setContentsMargins(Space.PAGE, 0, Space.NEAR, Space.NEAR)
        self.nav.setObjectName("nav")
        self.nav.setIconSize(QSize(18, 18))
        self.nav.setProperty("horizontalScrollBarPolicy", NEVER)
        self.project.setWordWrap(True)
        self.project.setProperty("textFormat", PLAIN_TEXT)
        self.project.setContentsMargins(Space.PAGE, 0, Space.APART, 0)
        column.addWidget(self.brand)
        column.addWidget(self.nav, 1)
        column.addWidget(self.project)
        for page in PAGES:
            item = QListWidgetItem(self.nav)
            item.setData(USER, page.name)
            self.stack.addWidget(QWidget())
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(bar)
        row.addWidget(Roomy(self.stack), 1)
        self.setCentralWidget(centre)
        self.nav.currentRowChanged.connect(self._open_row)
        for part in (bar, self.menuBar()):
            theme.dress(part)
        for name in ("file", "edit", "view", "help"):
            self._menus[name] = self.menuBar().addMenu("")
            self._menus[name].aboutToShow.connect(lambda: self._actions)
        self.resize(1280, 720)
        self.setMinimumSize(*LEAST)

    @cached_property
    def _actions(self) -> "dict[str, QAction]":
        """All entries of the menus by name; the menus are filled when they are first asked for, a turn after the start."""
        from gui.menus import fill

        return fill(self, self._menus)

    @property
    def actions_by_name(self) -> "Mapping[str, QAction]":
        """The entries of the menus, for whoever lists what can be done."""
        return self._actions

    # ── words ──

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.brand.setText(self.tr("Repurchase Matrix"))
        for name, text in self._menu_names().items():
            self._menus[name].setTitle(text)
        for place, text in enumerate(self.page_names()):
            self.nav.item(place).setText(text)
        self.nav.setAccessibleName(self.tr("Pages"))
        self._recolour()
        self._show_project()
        if "_actions" in vars(self):
            from gui.menus import name_all

            name_all(self, self._actions)

    def _menu_names(self) -> dict[str, str]:
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }

    def page_names(self) -> tuple[str, ...]:
        """The names of the pages in the sidebar, in their order."""
        return (
            self.tr("Overview"),
            self.tr("Products"),
            self.tr("Hosts"),
            self.tr("Orders"),
            self.tr("Host matrix"),
            self.tr("Launch"),
            self.tr("Results"),
            self.tr("Settings"),
        )

    def _recolour(self) -> None:
        for place, page in enumerate(PAGES):
            self.nav.item(place).setIcon(theme.icon(page.icon, "nav_text", "on_accent"))

    # ── pages ──

    def page(self, name: str) -> Page:
        """A page, built now if nobody has looked at it yet."""
        if name not in self.pages:
            place = next(i for i, page in enumerate(PAGES) if page.name == name)
            made = self.pages[name] = self.making.take(PAGES[place])
            self.stack.insertWidget(place, made)
            theme.dress(made)  # in its place: a dressed page is gone through once more when it finds a parent
            if (empty := self.stack.widget(place + 1)) is not None:
                self.stack.removeWidget(empty)
                empty.deleteLater()
            made.show_choices(*self.choices)
            made.language_chosen.connect(self.language_chosen)
            made.theme_chosen.connect(self.theme_chosen)
            made.go.connect(self.show_page)
            self.later.add(*made.pieces(), partial(self._divide, name))
        return self.pages[name]

    def make_ahead(self) -> bool:
        """Make a part of a large page nobody has looked at yet; False when there is none. Raises what :meth:`show_page` does."""
        spec = next((one for one in PAGES if one.name in AHEAD and one.name not in self.pages), None)
        if spec is None:
            return False
        if spec.name in self.making.made:
            self.page(spec.name)
        else:
            self.making.go_on(spec)
        return True

    def _divide(self, name: str) -> None:
        """Once a page is whole it is divided as it was when the program was closed."""
        from gui.places import divide

        divide(name, self.pages[name], self.settings)

    def show_page(self, name: str) -> Page:
        """Go to a page.

        Raises:
            UserError: it cannot be built, as the project cannot be read any more.
        """
        self.nav.setCurrentRow(next(i for i, page in enumerate(PAGES) if page.name == name))
        return self.page(name)

    def _follow(self, name: str) -> None:
        """Go where a dialog that has just closed leads to; the keyboard comes back with it."""
        self.activateWindow()
        self.show_page(name)

    def _open_row(self, row: int) -> None:
        if row >= 0:
            try:
                page = self.page(PAGES[row].name)
            except UserError as error:
                self._stay(error)
                return
            language.catch_up(page)
            self.stack.setCurrentWidget(page)
            page.looked_at()

    def _stay(self, error: UserError) -> None:
        """The page that was asked for cannot be built: the one in front stays, and says why."""
        here = self.stack.currentWidget()
        names = [spec.name for spec in PAGES]
        row = next((names.index(name) for name, page in self.pages.items() if page is here), -1)
        self.nav.blockSignals(True)
        self.nav.setCurrentRow(row)
        self.nav.blockSignals(False)
        self.refuse(error)

    def show_beside(self, page: Page) -> None:
        """Show a page that is none of the sidebar's."""
        if self._beside is not page:
            self._beside = page
            self.stack.addWidget(page)
            theme.dress(page)
        self.nav.setCurrentRow(-1)
        self.stack.setCurrentWidget(page)

    def show_choices(self, language: str, look: str) -> None:
        """Tell the pages which language and look are chosen."""
        self.choices = (language, look)
        for page in self.pages.values():
            page.show_choices(language, look)

    # ── the project ──

    def _on_changed(self, what: Changed, by: object) -> None:
        if what & ~Changed.POLICY and self._beside is not None and self.stack.currentWidget() is self._beside:
            self.nav.setCurrentRow(0)  # something is there now: it is no time for a welcome any more
        if what & Changed.PROJECT:
            self._show_project()
            if self.session.path is not None:
                self.recent.add(self.session.path)

    def _show_project(self) -> None:
        name = self.session.name
        self.project.setText(name)
        self.project.setToolTip(tip(str(self.session.path or "")))
        program = self.tr("Repurchase Matrix")
        self.setWindowTitle(f"{name} · {program}" if name else program)

    def _show_undo(self) -> None:
        if "_actions" in vars(self):
            from gui.menus import name_steps

            name_steps(self.session, self._actions)

    def open_project(self, path: Path, create: bool = False) -> bool:
        """Open a project; a refusal is told and the present one stays."""
        return self.attempt(lambda: self.session.open(path, create))

    @cached_property
    def files(self) -> "ProjectFiles":
        """What is done with files: projects, imports, the report."""
        from gui.projectfiles import ProjectFiles

        return ProjectFiles(self)

    @cached_property
    def palette_card(self) -> "Palette":
        """The command palette."""
        from gui.palette import Palette

        return Palette(self, self.settings)

    @cached_property
    def dropping(self) -> "Dropping":
        """Who sees files that are dropped, wherever it is."""
        from gui.dropping import Dropping

        return Dropping(self)

    @cached_property
    def welcome(self) -> "Welcoming":
        """Who shows the welcome."""
        from gui.welcoming import Welcoming

        return Welcoming(self)

    def front(self) -> QWidget:
        """What a dialog opens from, to look like it: the page, as the window itself wears no style sheet."""
        return self.stack.currentWidget() or self

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something that may be refused; a refusal is told."""
        try:
            action()
        except UserError as error:
            self.refuse(error)
            return False
        return True

    def refuse(self, error: UserError) -> None:
        """Tell what was refused."""
        from gui.words import problems

        self.tell(lambda: problems.error(error))

    def tell_problem(self, problem: Problem) -> None:
        """A problem that must be seen."""
        from gui.words import problems

        self.tell(lambda: problems.problem(problem))

    def tell(self, text: "Text", tone: str = "bad") -> None:
        """A sentence that must be seen, whatever page is open."""
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.notice.say(text, tone)
        else:
            from PySide6.QtWidgets import QMessageBox

            box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Repurchase Matrix"), "", parent=self)
            box.setProperty("textFormat", PLAIN_TEXT)
            box.setText(text if isinstance(text, str) else text())
            box.exec()
            box.deleteLater()

    # ── files, closing ──

    def import_files(self, paths: Sequence[Path] = ()) -> "ImportDialog | None":
        """The import wizard with these files and folders in it; None without a project to put them in."""
        return self.files.bring_in(paths)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Let the program put itself in order."""
        self.closing.emit()
        super().closeEvent(event)
