"""The menus of the window, filled a turn after it is there: every action with its name, its keys and its icon."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from gui import theme
from gui.recentmenu import RecentMenu
from gui.session import Session
from gui.sheetpasting import SheetPasting
from gui.tips import tip
from gui.words.reasons import undo_text

if TYPE_CHECKING:
    from gui.window import MainWindow

__all__ = ["fill", "name_all", "name_steps"]

Actions = dict[str, QAction]
KEYS = QKeySequence.StandardKey
translate = QCoreApplication.translate


def fill(window: "MainWindow", menus: Mapping[str, QMenu]) -> Actions:
    """Put all entries into the menus; the answer has them by name."""
    made: Actions = {}
    files = window.files
    add = partial(_add, made)
    add(menus["file"], "new", files.new, KEYS.New, "file")
    add(menus["file"], "open", files.open, KEYS.Open, "folder")
    made["recent"] = menus["file"].addMenu(RecentMenu(window, menus["file"]))
    add(menus["file"], "demo", window.demo_wanted.emit, None, "play")
    menus["file"].addSeparator()
    add(menus["file"], "import", files.bring_in, "Ctrl+I", "import")
    add(menus["file"], "copy", files.copy, KEYS.SaveAs, "copy")
    add(menus["file"], "report", files.report, None, "file")
    add(
        menus["file"],
        "print",
        lambda: window.page(window.specs[window.nav.currentRow()].name).print_out(),
        KEYS.Print,
        "print",
    )
    menus["file"].addSeparator()
    add(menus["file"], "quit", window.close, KEYS.Quit, None)
    add(menus["edit"], "undo", partial(_take_back, window), KEYS.Undo, "undo")
    add(menus["edit"], "redo", partial(_do_again, window), KEYS.Redo, "redo")
    menus["edit"].addSeparator()
    add(menus["edit"], "paste", SheetPasting(window).paste, "Ctrl+Shift+V", "import")
    for place, page in enumerate(window.specs):
        keys = f"Ctrl+{place + 1}" if place < 9 else None
        add(menus["view"], page.name, partial(window.show_page, page.name), keys, page.icon)
    menus["view"].addSeparator()
    add(menus["view"], "palette", lambda: window.palette_card.ask(), "Ctrl+K", "search")  # noqa: PLW0108 - made when it is asked for
    add(menus["help"], "help", partial(_help, window), KEYS.HelpContents, "help")
    add(menus["help"], "keys", partial(_keys, window), "Ctrl+/", "edit")
    add(menus["help"], "welcome", lambda: window.welcome.show(), None, "play")  # noqa: PLW0108 - made when it is asked for
    add(menus["help"], "about", partial(_about, window), None, "info")
    name_all(window, made)
    return made


def name_all(window: "MainWindow", actions: Actions) -> None:
    """Name all entries in the language of the moment."""
    pages = zip((page.name for page in window.specs), window.page_names(), strict=True)
    for name, text in (*_names().items(), *pages):
        actions[name].setText(text)
    name_steps(window.session, actions)


def name_steps(session: Session, actions: Actions) -> None:
    """Say what undo and redo would do."""
    for name, code, plain, full in (
        ("undo", session.undo_code(), translate("MainWindow", "Undo"), translate("MainWindow", "Undo: {0}")),
        ("redo", session.redo_code(), translate("MainWindow", "Redo"), translate("MainWindow", "Redo: {0}")),
    ):
        text = full.format(undo_text(*code)) if code else plain
        actions[name].setText(text.replace("&", "&&"))  # a single one would underline the letter behind it
        actions[name].setToolTip(tip(text))
        actions[name].setIconText(plain)  # the name without the step, for the list of shortcuts
        actions[name].setEnabled(code is not None)


def _take_back(window: "MainWindow") -> None:
    code = window.session.undo_code()
    if code and window.attempt(window.session.undo):
        window.files.murmur(translate("MainWindow", "Undone: {0}").format(undo_text(*code)))


def _do_again(window: "MainWindow") -> None:
    code = window.session.redo_code()
    if code and window.attempt(window.session.redo):
        window.files.murmur(translate("MainWindow", "Redone: {0}").format(undo_text(*code)))


def _names() -> dict[str, str]:
    return {
        "new": translate("MainWindow", "New project…"),
        "open": translate("MainWindow", "Open project…"),
        "recent": translate("MainWindow", "Open recent"),
        "demo": translate("MainWindow", "Open the demo project"),
        "import": translate("MainWindow", "Import files…"),
        "paste": translate("MainWindow", "Paste a sheet…"),
        "copy": translate("MainWindow", "Save a copy…"),
        "report": translate("MainWindow", "Report as PDF…"),
        "print": translate("MainWindow", "Print…"),
        "quit": translate("MainWindow", "Quit"),
        "palette": translate("MainWindow", "Find a command…"),
        "help": translate("MainWindow", "Help"),
        "keys": translate("MainWindow", "Keyboard shortcuts"),
        "welcome": translate("MainWindow", "Welcome"),
        "about": translate("MainWindow", "About"),
    }


def _add(
    made: Actions,
    menu: QMenu,
    name: str,
    action: Callable[[], object],
    keys: KEYS | str | None,
    icon: str | None,
) -> None:
    entry = made[name] = menu.addAction("")
    if icon:
        entry.setIcon(theme.icon(icon))
    if keys is not None:
        entry.setShortcut(keys)
    entry.triggered.connect(lambda: action())  # noqa: PLW0108 - the signal would hand over "checked"


def _help(window: "MainWindow") -> None:
    from gui.helpview import help_for

    help_for(window.stack.currentWidget() or window)


def _keys(window: "MainWindow") -> None:
    from gui.dialogs.shortcuts import show_shortcuts

    show_shortcuts(window, window.actions_by_name.values())


def _about(window: "MainWindow") -> None:
    from gui.dialogs.about import about

    about(window)
