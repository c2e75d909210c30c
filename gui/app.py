"""Builds everything once, in order: log, crash hook, language, fonts, store, session, window."""

import gc
import logging
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from gui import __version__, crash, language, lastfolder, quick, tablelayout, theme
from gui.folders import cache_folder, data_folder, own_project
from gui.roomwatch import RoomWatch
from gui.session import Session
from gui.window import MainWindow
from model.errors import UserError

if TYPE_CHECKING:
    from gui.ahead import Ahead
    from gui.jobs import Job, Warmup
    from model.policy import Policy

SLOW = (
    "scipy.special",
    "scipy.optimize",
    "model.advice",
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
    "gui.charts.matrix",
    "highspy",
    "model.matrix.dangers",
    "model.matrix.sidebyside",
    "model.matrix.single",
    "gui.charts.concentration",
    "gui.charts.story",
    "model.launch.overview",
    "model.launch.setup",
    "model.launch.export",
    "gui.charts.launch",
    "gui.charts.overlap",
    "gui.charts.customers",
    "gui.charts.levels",
    "python_calamine",
    "model.intake.importing",
    "gui.pages.products",
    "gui.pages.roster",
    "gui.pages.orders",
    "gui.pages.matrix",
    "gui.pages.launch",
    "gui.pages.results",
    "gui.pages.settings",
    "gui.dialogs.importing",
    "gui.dialogs.claim",
)
ORDERS = (
    "pyarrow.csv",
    "pyarrow.compute",
    "pyarrow.ipc",
    "model.intake.lines.meaning",
    "model.intake.sheets.columns",
    "model.intake.joined.joining",
    "model.intake.joined.summary",
)
"""What reads orders takes 70 MB: a shop that has none yet loads it, in a worker, with its first file."""
LONGEST_LOG = 500_000
LONGEST_BACKUP = 10_000
"""Milliseconds the program waits at its end for the last backup; one that is cut off leaves nothing."""
SWITCH = 0.0001
"""Seconds after which a worker lets the window's thread in: it asks some hundred times a turn, and all waits add up.

With Python's 5 ms, or a tenth of that, two workers keep it away for 120 ms; their own work takes as long as before.
"""
log = logging.getLogger(__name__)


class Program(QObject):
    """The running program: keeps the window, the session and the user's choices together."""

    def __init__(self, app: QApplication, settings: QSettings | None = None) -> None:
        super().__init__(app)
        self.app = app
        self.settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "RepurchaseMatrix", "RepurchaseMatrix"
        )
        tablelayout.use(self.settings)
        lastfolder.use(self.settings)
        self.language = str(self.settings.value("language", ""))
        theme.install_fonts(app)
        self.watcher = theme.ThemeWatcher(app, str(self.settings.value("theme", "system")))
        self._speak()
        self.session = Session(self)
        self.session.keep_backups(data_folder() / "backups")
        self.window = MainWindow(self.session, self.settings)
        self.window.show_choices(self.language, self.watcher.setting)
        self.window.language_chosen.connect(self.choose_language)
        self.window.theme_chosen.connect(self.choose_theme)
        self.window.demo_wanted.connect(self.open_demo)
        self.window.closing.connect(self._close)
        if (reporter := crash.installed()) is not None:
            reporter.tell_refusals(self.window.refuse)
        self._refused: list[UserError] = []
        self.room = RoomWatch(self.window)
        self.session.damaged.connect(lambda path: self.window.later.add(lambda: self._rescue(path)))

    def start(self, project: Path | None, demo: bool) -> None:
        """Open what was asked for (else the last project, else the shop's first) and show the window."""
        if demo:
            self.open_demo()
        elif project is not None:
            self.window.open_project(project)
        else:
            self._open_last()
        if self.settings.contains("geometry"):
            from gui.places import bring_back

            bring_back(self.window, self.settings)
        self.window.show()
        self.window.later.add(
            self._show_icon, self.watcher.follow, self._warm_up, self._show_last_page, self.room.look
        )

    def _show_icon(self) -> None:
        self.app.setWindowIcon(theme.program_icon())

    def _show_last_page(self) -> None:
        if self.settings.contains("page"):
            from gui.places import show_last_page

            show_last_page(self.window, self.settings)

    @cached_property
    def _reader(self) -> "Job":
        from gui.jobs import Job

        made = Job(self)
        made.done.connect(self.session.use_policy)
        return made

    @cached_property
    def warmup(self) -> "Warmup":
        """The slow imports, in the background."""
        from gui.jobs import Warmup

        modules = SLOW + (ORDERS if self.session.line_batches() else ())
        return Warmup(modules, cache_folder() / "matplotlib", self)

    def _warm_up(self) -> None:
        """Everything heavy comes after the whole window: figures first (they are small), then libraries."""
        if self._refused:
            self._tell_refused()
        self._reader.run(_read_policy)
        self.warmup.ready(_collect_again)
        self.warmup.ready(self._watch_him_leave)
        self.warmup.ready(self._wake)
        self.warmup.ready(self.ahead.start)
        self.warmup.start()

    @cached_property
    def ahead(self) -> "Ahead":
        """Who makes the large pages nobody has looked at yet."""
        from gui.ahead import Ahead

        return Ahead(self.window)

    def _watch_him_leave(self) -> None:
        """Tidy up whenever he turns to another program."""
        from PySide6.QtCore import Qt  # dear, and the signal cannot tell its state without it

        from gui.jobs import tidy

        active = Qt.ApplicationState.ApplicationActive
        self.app.applicationStateChanged.connect(lambda state: tidy() if state != active else None)

    def _wake(self) -> None:
        """A plan may be made unbidden from now on."""
        from gui.pages.planner import planner_of

        planner_of(self.session).wake()

    def _rescue(self, path: Path) -> None:
        """Offer what can be saved of a damaged project, once the window is there and shows another."""
        if self.session.path is None:
            self.session.open(own_project(), create=True)
        from gui.dialogs.rescue import RescueDialog

        RescueDialog(self.session, path, self.window).open()

    def _open_last(self) -> None:
        last = str(self.settings.value("project", ""))
        own = own_project()
        for path in (*((Path(last),) if last else ()), own):
            try:
                self.session.open(path, create=path == own)
            except UserError as error:
                log.warning("not opened: %s", error)
                self._refused.append(error)
            else:
                if path == own and last != str(own):
                    self._greet()
                return

    def _tell_refused(self) -> None:
        from gui.words import problems

        self.window.tell(lambda: "\n".join(map(problems.error, self._refused)))

    def _greet(self) -> None:
        """No project is known: say what can be done, where nothing has been done yet."""
        from gui.welcoming import is_empty

        if is_empty(self.session):
            self.window.welcome.show()

    def open_demo(self) -> None:
        """Open the demo project; it is made when it is not there yet."""
        path = data_folder() / "demo.rmx"
        fresh = not path.exists()
        if self.window.open_project(path, create=True) and fresh:
            from model.demo import demo_snapshot

            self.session.fill(demo_snapshot(_read_policy()))

    def choose_language(self, code: str) -> None:
        """Switch the language of the whole window, now and from now on."""
        self.language = code
        self.settings.setValue("language", code)
        self._speak()
        self.window.show_choices(code, self.watcher.setting)

    def _speak(self) -> None:
        code = language.choose(self.language)
        if theme.suit_font(self.app, latin=not code.startswith("zh")):
            self.watcher.renew()
        language.apply(self.app, code)

    def choose_theme(self, setting: str) -> None:
        """Switch the look, now and from now on."""
        self.settings.setValue("theme", setting)
        self.watcher.choose(setting)
        self.window.retranslate()
        self.window.show_choices(self.language, setting)

    def _close(self) -> None:
        from gui.places import keep

        keep(self.window, self.settings)
        if self.session.path is not None:
            self.settings.setValue("project", str(self.session.path))
        self.settings.sync()


def _collect_again() -> None:
    gc.freeze()  # what the libraries made stays: looking through it again would stall the window
    gc.enable()


def _read_policy() -> "Policy":
    from gui.words import goods
    from model.policy import load

    policy = load()
    goods.know(policy.categories)
    return policy


def prepare(argv: list[str]) -> QApplication:
    """The application object with its names, log and crash hook."""
    quick.quiet_pyside_import_hook()
    sys.setswitchinterval(SWITCH)
    app = QApplication([*argv, "-style", "fusion"])
    app.setOrganizationName("RepurchaseMatrix")
    app.setApplicationName("RepurchaseMatrix")
    handler = logging.FileHandler(_fresh_log(data_folder() / "program.log"), encoding="utf-8")
    handler.setFormatter(crash.Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    crash.install(__version__, app)
    return app


def _fresh_log(path: Path) -> Path:
    """The log's file; a long one is put aside first (logging's own rotation would load half the network library)."""
    if path.exists() and path.stat().st_size > LONGEST_LOG:
        path.replace(path.with_suffix(".old.log"))
    return path


def run(argv: list[str], project: Path | None, demo: bool) -> int:
    """Open the window and stay until it is closed; the exit status."""
    app = prepare(
        ["repurchase-matrix", *argv]
    )  # Qt takes the first for the name of the program, not for an option
    program = Program(app)
    program.start(project, demo)
    status = app.exec()
    from gui.charts.view import chart_pool
    from gui.guarded import keeping_pool
    from gui.jobs import drain

    program.session.close()  # tells every page, which may start a last job: so close first, then wait
    for pool in (None, chart_pool()):
        drain(pool=pool)
    keeping_pool().waitForDone(LONGEST_BACKUP)
    return status
