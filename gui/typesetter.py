"""Texts for paper, laid out one after another in a document that is kept.

Python's lock and Qt's are taken in both orders: a document that is made or thrown away connects signals while it holds
Python's, and a window that lets go of a receiver holds Qt's and waits for Python's. Side by side both wait for ever. So
documents are made by the window's thread alone, belong to no thread while nobody uses them, and are never thrown away.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter

__all__ = ["Typesetter", "lent", "prepare"]

log = logging.getLogger(__name__)


class Typesetter:
    """A document and how it is laid out; one worker at a time uses it."""

    def __init__(self) -> None:
        from PySide6.QtGui import QTextDocument

        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setDefaultStyleSheet(resources.text("style", "report.css"))
        self._layout = self._document.documentLayout()
        self._html = ""
        self._release()

    def begin(self, device: "QPagedPaintDevice", font: "QFont", width: float) -> None:
        """From now on for this device, in this font, so many of its pixels wide."""
        from PySide6.QtCore import QThread

        self._document.moveToThread(QThread.currentThread())
        self._document.setDefaultFont(font)
        self._layout.setPaintDevice(device)
        self._document.setTextWidth(width)

    def height(self, html: str) -> float:
        """Of a text, in device pixels."""
        self._set(html)
        return self._document.size().height()

    def paint(self, painter: "QPainter", html: str) -> None:
        """A text, from where the painter stands."""
        self._set(html)
        self._document.drawContents(painter)

    def end(self) -> None:
        """Forget text and device, be anybody's."""
        self._set("")
        self._layout.setPaintDevice(None)  # type: ignore[arg-type]
        self._release()

    def _set(self, html: str) -> None:
        if html != self._html:
            self._html = html
            self._document.setHtml(html)

    def _release(self) -> None:
        # Only who belongs to no thread can be taken over by any.
        self._document.moveToThread(None)  # type: ignore[arg-type]


_idle: list[Typesetter] = []
_made: list[Typesetter] = []


def prepare() -> None:
    """Have one ready for every worker there can be; on the window's thread, before work that prints begins."""
    from PySide6.QtCore import QThreadPool

    while len(_made) <= QThreadPool.globalInstance().maxThreadCount():
        _make()
        _idle.append(_made[-1])


@contextmanager
def lent() -> Iterator[Typesetter]:
    """One that nobody else uses meanwhile."""
    try:
        setter = _idle.pop()
    except IndexError:
        setter = _make()
    try:
        yield setter
    finally:
        setter.end()
        _idle.append(setter)


def _make() -> Typesetter:
    from PySide6.QtCore import QThread

    if not QThread.isMainThread():
        log.warning("a document is made beside the window's thread: typesetter.prepare() was not called")
    _made.append(Typesetter())
    return _made[-1]
