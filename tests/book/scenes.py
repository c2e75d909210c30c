"""The scenes of the screenshot book. A new dialog is one line in ``SCENES``: its state, its name, and how it opens.

Pages need no line: every page of the window is in the book with all its tabs, in every state. The book closes what a
way has opened; one that does not return before, as with ``exec``, blocks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QTabWidget

Way = Callable[[Any, Path], object]
"""What opens it: called with the window and the folder of files to import."""


@dataclass(frozen=True)
class Scene:
    """Something that is opened over the window, in one of the states of :data:`STATES`."""

    state: str
    name: str
    way: Way
    blocks: bool = False
    after: Way | None = None
    """What leaves nothing behind for the pictures that follow."""


def menu(name: str) -> Way:
    """A menu of the menu bar."""

    def open_it(window: Any, _files: Path) -> None:
        bar = window.menuBar()
        shown = window._menus[name]
        shown.popup(window.mapToGlobal(bar.actionGeometry(shown.menuAction()).bottomLeft()))

    return open_it


def pressed(page: str, action: Callable[[Any], object]) -> Way:
    """Something done on a page."""
    return lambda window, _files: action(window.show_page(page))


def trigger(name: str) -> Way:
    """An entry of the menus."""
    return lambda window, _files: window._actions[name].trigger()


def wizard(*names: str, step: str = "", tab: int = 0, detail: int = 0) -> Way:
    """The import wizard with these files, after a button of its foot was pressed, on these of its tabs."""

    def open_it(window: Any, files: Path) -> None:
        from screens import settled, until

        from gui.dialogs.importing import MARGIN, SIZE

        dialog = window.import_files([files / name for name in names])
        dialog.resize(SIZE.expandedTo(window.size() - MARGIN))  # the screen there is here is small
        until(lambda: len(dialog.importer.entries) == len(names) and not dialog.importer.is_busy())
        settled()
        if step:
            dialog.steps.button(step).click()
            until(lambda: not dialog.importer.is_busy())
            settled()
        dialog.tabs.setCurrentIndex(tab)
        dialog.detail.tabs.setCurrentIndex(detail)

    return open_it


def context(table: Callable[[Any], Any], page: str) -> Way:
    """The context menu of a table's second row."""

    def open_it(window: Any, _files: Path) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QContextMenuEvent
        from PySide6.QtWidgets import QApplication

        view: QAbstractItemView = table(window.show_page(page)).view
        place = view.visualRect(view.model().index(1, 1)).center()
        view.setCurrentIndex(view.model().index(1, 1))
        ground = view.viewport()
        if view.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu:
            view.customContextMenuRequested.emit(place)
        else:
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, ground.mapToGlobal(place))
            QApplication.sendEvent(ground, event)

    return open_it


def wrong(page: Any) -> None:
    """Every field of a form with something in it that it cannot mean."""
    page.start_new()
    form = page.form
    form.set_values(dict.fromkeys(form.values(), "-??"))
    page._commit(quiet=False)


def folded(page: Any) -> None:
    """The further limits, shown or put away."""
    page.limits.more.click()


def anew(page: Any) -> None:
    """An empty form."""
    page.start_new()


def claim(text: str) -> Way:
    """The dialog for what hosts claim, with a claim checked."""

    def open_it(window: Any, _files: Path) -> None:
        from gui.dialogs.claim import ClaimDialog

        window.show_page("roster")._claim()
        dialog = window.findChild(ClaimDialog)
        dialog.claim.setText(text)
        if text:
            dialog.check()

    return open_it


def crash(window: Any, _files: Path) -> None:
    """The dialog for a fault of ours."""
    from gui.crashdialog import CrashDialog

    CrashDialog(
        "Repurchase Matrix\nTraceback (most recent call last):\n  …\nZeroDivisionError", window
    ).open()


def refused(name: str) -> Way:
    """A project that cannot be opened."""
    return lambda window, files: window.open_project(files / name)


def to_tab(tabs: Callable[[Any], QTabWidget], place: int, page: str) -> Way:
    """A tab of a page that is not of its first row of tabs."""
    return lambda window, _files: tabs(window.show_page(page)).setCurrentIndex(place)


def columns(page: Any) -> None:
    """The menu that chooses columns."""
    page.table.columns.click()


def names(page: Any) -> None:
    """What the first product is called in the orders, to be chosen."""
    page.complete()
    page._choose_names()


STATES = ("empty", "demo", "planned", "stale", "nobody", "matched")
"""No project content; the demo without a plan; with plan, launch, orders and results; changed since; a plan of nobody;
and a plan that rests on orders of its own products and hosts, where those of ``planned`` are of others."""

SCENES = (
    Scene("empty", "new host, wrong input", pressed("roster", wrong), after=pressed("roster", anew)),
    Scene("empty", "new product, wrong input", pressed("products", wrong), after=pressed("products", anew)),
    Scene("empty", "wizard, empty", wizard()),
    Scene("empty", "wizard, good file", wizard("orders.csv")),
    Scene("empty", "wizard, columns", wizard("orders.csv", detail=1)),
    Scene("empty", "wizard, unknown columns", wizard("strange.csv")),
    Scene("empty", "wizard, bad files", wizard("broken.xlsx", "empty.csv", "halfbad.csv", "orders.csv")),
    Scene("empty", "wizard, read", wizard("halfbad.csv", "orders.csv", step="start", tab=1)),
    Scene("empty", "wizard, problems", wizard("halfbad.csv", "broken.xlsx", step="start", tab=2)),
    Scene("empty", "project missing", refused("missing.rmx")),
    Scene("empty", "no project file", refused("broken.rmx")),
    *(Scene("demo", f"menu {name}", menu(name)) for name in ("file", "edit", "view", "help")),
    Scene("demo", "about", trigger("about")),
    Scene("demo", "help", trigger("help")),
    Scene("demo", "new project", trigger("new"), blocks=True),
    Scene("demo", "open project", trigger("open"), blocks=True),
    Scene("demo", "copy", trigger("copy"), blocks=True),
    Scene("demo", "claim, empty", claim("")),
    Scene("demo", "claim", claim("万粉账号日入500")),
    Scene("demo", "claim of sales", claim("近30天GMV 5000万，粉丝 20 万")),
    Scene("demo", "claim not understood", claim("粉丝很多，很会卖")),
    Scene("demo", "crash", crash),
    Scene("empty", "report without a plan", pressed("matrix", lambda page: page.save_report())),
    Scene("demo", "more limits", pressed("matrix", folded), after=pressed("matrix", folded)),
    Scene(
        "planned", "context menu of a host", context(lambda page: page.plan.choices, "matrix"), blocks=True
    ),
    Scene("planned", "context menu of the roster", context(lambda page: page.table, "roster"), blocks=True),
    Scene("planned", "columns of results", pressed("results", columns)),
    Scene("planned", "results by hand", pressed("results", lambda page: page._start_new())),
    Scene("planned", "offers of a host", to_tab(lambda page: page.tabs, 1, "roster")),
    Scene("planned", "names in the orders", pressed("products", names)),
    Scene("planned", "save the report", trigger("report"), blocks=True),
)
"""Everything that is no page."""

__all__ = ["SCENES", "STATES", "Scene", "partial"]
