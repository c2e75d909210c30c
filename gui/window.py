"""The main window: pages beside a sidebar, menus, undo, and the project that is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from gui import language, theme
from gui.numbers import NEVER, PLAIN_TEXT, USER
from gui.pages.base import Page
from gui.quick import Later
from gui.session import Changed, Session
from model.errors import Problem, UserError

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence

    from gui.dialogs.importing import ImportDialog

    Keys = QKeySequence.StandardKey | str | None


@dataclass(frozen=True)
class PageSpec:
    """A page of the sidebar: its name, its icon, and where its class is found when it is first looked at."""

    name: str
    icon: str
    module: str
    kind: str

    def build(self, session: Session) -> Page:
        """The page itself."""
        made: Page = getattr(import_module(self.module), self.kind)(session)
        return made


PAGES: Final = (
    PageSpec("overview", "overview", "gui.pages.overview", "OverviewPage"),
    PageSpec("products", "product", "gui.pages.products", "ProductsPage"),
    PageSpec("roster", "roster", "gui.pages.roster", "RosterPage"),
    PageSpec("orders", "orders", "gui.pages.orders", "OrdersPage"),
    PageSpec("matrix", "matrix", "gui.pages.matrix", "MatrixPage"),
    PageSpec("launch", "launch", "gui.pages.launch", "LaunchPage"),
    PageSpec("results", "results", "gui.pages.results", "ResultsPage"),
    PageSpec("settings", "settings", "gui.pages.settings", "SettingsPage"),
)
NAV_WIDTH = 172


class MainWindow(QMainWindow):
    """Builds each page when it is first looked at, and fills the menus a turn later, so that it is there at once."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    demo_wanted = Signal()
    closing = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.pages: dict[str, Page] = {}
        self.nav = QListWidget()
        self.stack = QStackedWidget()
        self.project = QLabel()
        self.choices = ("", "system")
        self.later = Later(self)
        self._menus: dict[str, QMenu] = {}
        self._arrange()
        self.setAcceptDrops(True)
        self.session.changed.connect(self._on_changed)
        self.session.undo_changed.connect(self._show_undo)
        language.follow(self.retranslate)
        self.retranslate()
        self.later.add(lambda: self._actions)
        self.nav.setCurrentRow(0)

    # ── layout ──

    def _arrange(self) -> None:
        bar = QFrame()
        bar.setObjectName("navbar")
        bar.setFixedWidth(NAV_WIDTH)
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(6)
        self.brand = QLabel()
        self.brand.setProperty("role", "section")
        self.brand.setContentsMargins(20, 0, 8, 8)
        self.nav.setObjectName("nav")
        self.nav.setIconSize(QSize(18, 18))
        self.nav.setProperty("horizontalScrollBarPolicy", NEVER)
        self.project.setWordWrap(True)
        self.project.setProperty("textFormat", PLAIN_TEXT)
        self.project.setContentsMargins(20, 0, 12, 0)
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
        row.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.nav.currentRowChanged.connect(self._open_row)
        for part in (bar, self.menuBar()):
            theme.dress(part)
        for name in ("file", "edit", "view", "help"):
            self._menus[name] = self.menuBar().addMenu("")
            self._menus[name].aboutToShow.connect(lambda: self._actions)
        self.resize(1280, 720)
        self.setMinimumSize(1240, 660)

    @cached_property
    def _actions(self) -> "dict[str, QAction]":
        """All entries of the menus by name; the menus are filled when they are first asked for, a turn after the start."""
        from PySide6.QtGui import QKeySequence

        made: dict[str, QAction] = {}
        add = partial(self._add, made)
        keys = QKeySequence.StandardKey
        add("file", "new", self._new, keys.New, "file")
        add("file", "open", self._open, keys.Open, "folder")
        add("file", "demo", self.demo_wanted.emit, None, "play")
        self._menus["file"].addSeparator()
        add("file", "import", self.import_files, "Ctrl+I", "import")
        add("file", "copy", self._copy, keys.SaveAs, "copy")
        add("file", "report", self._report, None, "file")
        add("file", "print", lambda: self.page(PAGES[self.nav.currentRow()].name).print_out(), keys.Print, "print")  # fmt: skip
        self._menus["file"].addSeparator()
        add("file", "quit", self.close, keys.Quit, None)
        add("edit", "undo", lambda: self._try(self.session.undo), keys.Undo, "undo")
        add("edit", "redo", lambda: self._try(self.session.redo), keys.Redo, "redo")
        for place, page in enumerate(PAGES):
            add("view", page.name, partial(self.nav.setCurrentRow, place), f"Ctrl+{place + 1}", page.icon)
        add("help", "about", self._about, None, "info")
        self._name_actions(made)
        return made

    def _add(
        self,
        made: "dict[str, QAction]",
        menu: str,
        name: str,
        action: Callable[[], object],
        keys: "Keys",
        icon: str | None,
    ) -> None:
        entry = made[name] = self._menus[menu].addAction("")
        if icon:
            entry.setIcon(theme.icon(icon))
        if keys is not None:
            entry.setShortcut(keys)
        entry.triggered.connect(lambda: action())  # noqa: PLW0108 - the signal would hand over "checked"

    # ── words ──

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.brand.setText(self.tr("Repurchase Matrix"))
        for name, text in self._menu_names().items():
            self._menus[name].setTitle(text)
        for place, text in enumerate(self._page_names()):
            self.nav.item(place).setText(text)
        self.nav.setAccessibleName(self.tr("Pages"))
        self._recolour()
        self._show_project()
        if "_actions" in vars(self):
            self._name_actions(self._actions)

    def _name_actions(self, actions: "dict[str, QAction]") -> None:
        pages = zip((page.name for page in PAGES), self._page_names(), strict=True)
        for name, text in (*self._action_names().items(), *pages):
            actions[name].setText(text)
        self._name_steps(actions)

    def _menu_names(self) -> dict[str, str]:
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }

    def _action_names(self) -> dict[str, str]:
        return {
            "new": self.tr("New project…"),
            "open": self.tr("Open project…"),
            "demo": self.tr("Open the demo project"),
            "import": self.tr("Import files…"),
            "copy": self.tr("Save a copy…"),
            "report": self.tr("Report as PDF…"),
            "print": self.tr("Print…"),
            "quit": self.tr("Quit"),
            "about": self.tr("About"),
        }

    def _page_names(self) -> tuple[str, ...]:
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
            made = PAGES[place].build(self.session)
            self.pages[name] = made
            theme.dress(made)
            self.stack.insertWidget(place, made)
            if (empty := self.stack.widget(place + 1)) is not None:
                self.stack.removeWidget(empty)
                empty.deleteLater()
            made.show_choices(*self.choices)
            made.language_chosen.connect(self.language_chosen)
            made.theme_chosen.connect(self.theme_chosen)
            made.go.connect(self.show_page)
            self.later.add(*made.pieces())
        return self.pages[name]

    def show_page(self, name: str) -> Page:
        """Go to a page."""
        self.nav.setCurrentRow(next(i for i, page in enumerate(PAGES) if page.name == name))
        return self.pages[name]

    def _open_row(self, row: int) -> None:
        if row >= 0:
            page = self.page(PAGES[row].name)
            self.stack.setCurrentWidget(page)
            page.looked_at()

    def show_choices(self, language: str, look: str) -> None:
        """Tell the pages which language and look are chosen."""
        self.choices = (language, look)
        for page in self.pages.values():
            page.show_choices(language, look)

    # ── the project ──

    def _on_changed(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self._show_project()

    def _show_project(self) -> None:
        name = self.session.name
        self.project.setText(name)
        self.project.setToolTip(str(self.session.path or ""))
        program = self.tr("Repurchase Matrix")
        self.setWindowTitle(f"{name} · {program}" if name else program)

    def _show_undo(self) -> None:
        if "_actions" in vars(self):
            self._name_steps(self._actions)

    def _name_steps(self, actions: "dict[str, QAction]") -> None:
        from gui.words.reasons import undo_text

        for name, code, plain, full in (
            ("undo", self.session.undo_code(), self.tr("Undo"), self.tr("Undo: {0}")),
            ("redo", self.session.redo_code(), self.tr("Redo"), self.tr("Redo: {0}")),
        ):
            actions[name].setText(full.format(undo_text(*code)) if code else plain)
            actions[name].setEnabled(code is not None)

    def open_project(self, path: Path, create: bool = False) -> bool:
        """Open a project; a refusal is told and the present one stays."""
        return self._try(lambda: self.session.open(path, create))

    def _front(self) -> QWidget:
        """What a dialog opens from, to look like it: the page, as the window itself wears no style sheet."""
        return self.stack.currentWidget() or self

    def _new(self) -> None:
        from gui.dialogs.projects import ask_new

        if path := ask_new(self._front()):
            self._try(lambda: self.session.new(path))

    def _open(self) -> None:
        from gui.dialogs.projects import ask_open

        if path := ask_open(self._front()):
            self.open_project(path)

    def _copy(self) -> None:
        from gui.dialogs.projects import ask_copy

        asked = ask_copy(self._front(), self.session.name)
        if asked is None:
            return
        path, is_taken = asked
        if is_taken:
            self.tell_problem(Problem("project_exists", path.name))
        elif self._try(lambda: self.session.copy_to(path)):
            theme.dress(self.statusBar())
            self.statusBar().showMessage(self.tr("Copy saved: {0}").format(str(path)), 8000)

    def _report(self) -> None:
        self.show_page("matrix").save_report()

    def _about(self) -> None:
        from gui.dialogs.about import about

        about(self)

    def _try(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except UserError as error:
            from gui.words import problems

            self.tell(problems.error(error))
            return False
        return True

    def tell_problem(self, problem: Problem) -> None:
        """A problem that must be seen."""
        from gui.words import problems

        self.tell(problems.problem(problem))

    def tell(self, text: str) -> None:
        """A sentence that must be seen, whatever page is open."""
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.notice.say(text)
        else:
            from PySide6.QtWidgets import QMessageBox

            QMessageBox.warning(self, self.tr("Repurchase Matrix"), text)

    # ── files dropped, closing ──

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """A project is opened; tables and folders of tables go to the import wizard."""
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.take_files(paths)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Open the projects among some files, and import the others."""
        projects = [path for path in paths if path.suffix.lower() == ".rmx"]
        for path in projects:
            self.open_project(path)
        if tables := [path for path in paths if path not in projects]:
            self.import_files(tables)

    def import_files(self, paths: Sequence[Path] = ()) -> "ImportDialog | None":
        """The import wizard with these files and folders in it; None without a project to put them in."""
        from gui.dialogs.importing import open_wizard

        if self.session.path is None:
            self.tell_problem(Problem("no_project"))
            return None
        return open_wizard(self, self.session, paths)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Let the program put itself in order."""
        self.closing.emit()
        super().closeEvent(event)
