"""What the window looked like when it was closed: its place, its page and how its pages were divided."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter

from gui.pages.base import Page

if TYPE_CHECKING:
    from gui.window import MainWindow

__all__ = ["bring_back", "divide", "keep", "show_last_page"]

log = logging.getLogger(__name__)
GEOMETRY, PAGE, DIVIDED = "geometry", "page", "divided"
GRIP = 80
"""Pixels of the window that must be on a screen, to take hold of it."""


def keep(window: "MainWindow", settings: QSettings) -> None:
    """Keep all of it."""
    settings.setValue(GEOMETRY, window.saveGeometry())
    shown = next((name for name, page in window.pages.items() if page is window.stack.currentWidget()), "")
    settings.setValue(PAGE, shown)
    for name, page in window.pages.items():
        for place, splitter in enumerate(page.findChildren(QSplitter)):
            settings.setValue(f"{DIVIDED}/{name}{place}", splitter.saveState())


def bring_back(window: "MainWindow", settings: QSettings) -> None:
    """Put the window where it was; one whose screen is gone comes to the middle of the first."""
    geometry = settings.value(GEOMETRY)
    if geometry is None:
        return
    window.restoreGeometry(geometry)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if screens and not _can_be_held(window.frameGeometry(), screens):
        size = window.size().boundedTo(screens[0].size())
        place = QRect(screens[0].topLeft(), size)
        place.moveCenter(screens[0].center())
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.setGeometry(place)


def show_last_page(window: "MainWindow", settings: QSettings) -> None:
    """Go to the page looked at last, if nobody has gone elsewhere yet; one that fails is not tried the next time."""
    name = str(settings.value(PAGE, ""))
    settings.remove(PAGE)  # written again at the end: whoever fails here starts with the first page then
    if name not in {spec.name for spec in window.specs} or window.nav.currentRow() != 0:
        return
    try:
        window.page(name)
    except Exception:
        log.exception("the page %s cannot be shown", name)
    else:
        window.show_page(name)


def divide(name: str, page: Page, settings: QSettings) -> None:
    """Divide a page as it was."""
    for place, splitter in enumerate(page.findChildren(QSplitter)):
        state = settings.value(f"{DIVIDED}/{name}{place}")
        if state is not None:
            splitter.restoreState(state)


def _can_be_held(frame: QRect, screens: list[QRect]) -> bool:
    shared = [frame.intersected(screen) for screen in screens]
    return any(part.width() >= GRIP and part.height() >= GRIP for part in shared)
