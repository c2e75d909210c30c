"""Prints papers: as PDF, on a printer, as pictures of pages. Qt is imported only to print.

Each block is a document of its own, laid out and painted by itself: Qt holds the interpreter while it lays a document
out, and one with hundreds of table rows would keep the window away for a third of a second.
"""

import functools
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gui import words
from gui.drawnpage import Drawing
from gui.paper import Block, Paper
from gui.typesetter import Typesetter, lent
from model.errors import Cancelled
from model.watching import Progress, Step, quiet, stepping, within

if TYPE_CHECKING:
    from PySide6.QtCore import QBuffer, QCoreApplication
    from PySide6.QtGui import QFont, QImage, QPagedPaintDevice, QPainter

__all__ = ["FACTS", "pages", "pdf", "print_on", "printed_to"]

log = logging.getLogger(__name__)

DPI: Final = 300
MARGINS: Final = (15.0, 16.0, 15.0, 14.0)
"""Left, top, right and bottom of an A4 page, in millimetres."""
FOOTER: Final = 100
"""Device pixels kept free for what stands at the foot of every page."""
ABOVE: Final = 45
"""Device pixels above a heading that does not begin a page."""
FACTS: Final = 0.4
"""Share of the work that is done when figures and pictures are there, and only the paper is to be made of them."""
_LAID_OUT: Final = 0.5
"""Share of the work that is done when every block has its page."""
_LINE: Final = "#dfe4ec"
_MUTED: Final = "#5d697b"
_MM: Final = 25.4
_STRAIGHT: Final = {"“": '"', "”": '"', "‘": "'", "’": "'"}
"""In the shipped font these are as wide as a character, a hole in an English line; its narrow ones cannot be copied."""


def pdf(paper: Paper, step: Step = quiet) -> bytes:
    """The paper as a PDF: A4, in the shipped font; without a Qt application one that needs no screen is made."""
    from PySide6.QtCore import QBuffer, QIODevice

    _application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    print_on(paper, _writer(buffer, paper.title), step)
    return bytes(buffer.data().data())


def printed_to(
    make: Callable[[], Paper],
    path: Path,
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Path:
    """Print a paper to a PDF (for a worker): whole, or not at all.

    Raises:
        Cancelled: nothing was written.
        InputError: ``file_locked`` or ``cannot_write``.
    """
    from model.intake.out.out import save

    step = stepping(progress, cancelled)
    step("paper_facts", 0.0)
    data = pdf(make(), within(step, FACTS, 1.0))
    step("done", 1.0)
    save(path, data)
    return path


def print_on(paper: Paper, device: "QPagedPaintDevice", step: Step = quiet) -> None:
    """Print on a printer (or a PDF writer) of :data:`DPI`, on whatever paper is in it; also from a worker.

    Raises:
        Cancelled: by ``step``; a printer may print the pages it has by then.
    """
    from PySide6.QtGui import QPainter

    with _pressing(paper, device) as press:
        sheets = press.sheets(within(step, 0.0, _LAID_OUT))
        painter = QPainter(device)
        try:
            for number, sheet in enumerate(sheets):
                _tell_page(step, number, len(sheets))
                if number:
                    device.newPage()
                press.paint(painter, sheet, f"{number + 1} / {len(sheets)}")
        except Cancelled:
            _give_up(device)
            raise
        finally:
            painter.end()


def _tell_page(step: Step, number: int, count: int) -> None:
    step(f"paper_page/{number + 1}/{count}", _LAID_OUT + (1 - _LAID_OUT) * number / count)


def _give_up(device: "QPagedPaintDevice") -> None:
    """Ask a printer to forget the pages it has: Windows does, CUPS prints them."""
    from PySide6.QtPrintSupport import QPrinter

    if isinstance(device, QPrinter):
        device.abort()


def pages(paper: Paper, dpi: int, step: Step = quiet) -> "list[QImage]":
    """Every A4 page as a picture, to be looked at before it is printed (:class:`Cancelled` by ``step``)."""
    from PySide6.QtCore import QBuffer, QIODevice

    _application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    with _pressing(paper, _writer(buffer, paper.title)) as press:
        sheets = press.sheets(within(step, 0.0, _LAID_OUT))
        made: list[QImage] = []
        for number, sheet in enumerate(sheets):
            _tell_page(step, number, len(sheets))
            made.append(press.picture(sheet, f"{number + 1} / {len(sheets)}", dpi))
        return made


def _writer(buffer: "QBuffer", title: str) -> "QPagedPaintDevice":
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*MARGINS), QPageLayout.Unit.Millimeter)
    writer.setResolution(DPI)
    writer.setTitle(title)
    return writer


class _Text:
    """A text of which the height is known; it is laid out again where it is painted."""

    def __init__(self, setter: Typesetter, html: str) -> None:
        self._setter, self._html = setter, html
        self.height = setter.height(html)

    def paint(self, painter: "QPainter") -> None:
        """From where the painter stands."""
        self._setter.paint(painter, self._html)


@dataclass(frozen=True)
class _Placed:
    """A part, and how far down its page it begins, in device pixels."""

    part: _Text | Drawing
    top: float


class _Press:
    """Lays the blocks of a paper out for one device, and paints them."""

    def __init__(self, paper: Paper, device: "QPagedPaintDevice", setter: Typesetter) -> None:
        self.width, self.height = float(device.width()), float(device.height())
        self.room = self.height - FOOTER
        self._paper, self._setter = paper, setter
        self._family = _font_family()
        self._font = _font(self._family, 9.5)
        setter.begin(device, self._font, self.width)

    def sheets(self, step: Step) -> list[list[_Placed]]:
        """Every block on its page: on the next one where it does not fit, with the one it must stay beside."""
        sheets: list[list[_Placed]] = [[]]
        top = 0.0
        groups = _groups(self._paper.blocks)
        for number, group in enumerate(groups):
            step("paper_layout", number / len(groups))
            parts = [self._part(block, on_top=top == 0 and place == 0) for place, block in enumerate(group)]
            height = sum(part.height for part in parts)
            top += ABOVE if top and len(parts) > 1 else 0
            if top and (group[0].fresh or top + height > self.room):
                sheets.append([])
                top = 0.0
                if len(group) == 1:
                    parts = [self._part(group[0], on_top=True)]
            for part in parts:
                sheets[-1].append(_Placed(part, top))
                top += part.height
        return sheets

    def paint(self, painter: "QPainter", sheet: Sequence[_Placed], number: str) -> None:
        """One page with what stands at its foot."""
        for one in sheet:
            painter.save()
            painter.translate(0, one.top)
            one.part.paint(painter)
            painter.restore()
        self._foot(painter, number)

    def picture(self, sheet: Sequence[_Placed], number: str, dpi: int) -> "QImage":
        """One page as a picture, its margins white."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QImage, QPainter

        left, top, right, bottom = (side / _MM * dpi for side in MARGINS)
        scale = dpi / DPI
        size = self.width * scale + left + right, self.height * scale + top + bottom
        image = QImage(round(size[0]), round(size[1]), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(left, top)
        painter.scale(scale, scale)
        self.paint(painter, sheet, number)
        painter.end()
        return image

    def _part(self, block: Block, on_top: bool) -> _Text | Drawing:
        if block.picture:
            return Drawing(self._paper.pictures[block.picture], self._font, self.width)
        body = block.html(on_top)
        told = body if words.is_chinese() else "".join(_STRAIGHT.get(sign, sign) for sign in body)
        return _Text(self._setter, f"<html><body>{words.glued(told)}</body></html>")

    def _foot(self, painter: "QPainter", number: str) -> None:
        """Title and day at the left, the number of the page at the right."""
        from PySide6.QtCore import QRectF, Qt
        from PySide6.QtGui import QColor, QPen

        font = _font(self._family, 8)
        font.setPixelSize(round(8 / 72 * DPI))
        painter.save()
        painter.setFont(font)
        line = self.height - FOOTER * 0.62
        painter.setPen(QPen(QColor(_LINE), 2))
        painter.drawLine(0, round(line), round(self.width), round(line))
        painter.setPen(QColor(_MUTED))
        foot = QRectF(0, line, self.width, FOOTER * 0.62)
        for side, text in (
            (Qt.AlignmentFlag.AlignLeft, f"{self._paper.title} · {self._paper.made_on.isoformat()}"),
            (Qt.AlignmentFlag.AlignRight, number),
        ):
            painter.drawText(foot, side | Qt.AlignmentFlag.AlignBottom, text)
        painter.restore()


@contextmanager
def _pressing(paper: Paper, device: "QPagedPaintDevice") -> Iterator[_Press]:
    with lent() as setter:
        yield _Press(paper, device, setter)


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that must stay beside each other."""
    groups: list[list[Block]] = []
    joined = False
    for block in blocks:
        if joined:
            groups[-1].append(block)
        else:
            groups.append([block])
        joined = block.keep
    return groups


def _font(family: str, points: float) -> "QFont":
    from PySide6.QtGui import QFont

    font = QFont(family)
    font.setPointSizeF(points)
    # Ligatures and local forms have no characters of their own: "offers" and 49,988 could not be found or copied.
    for feature in ("liga", "locl"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


@functools.cache
def _font_family() -> str:
    """The shipped font, whatever the screen uses: others map 金 to a radical that no search finds."""
    from gui.shippedfont import shipped_families

    _application()
    return shipped_families()[0]


@functools.cache
def _application() -> "QCoreApplication":
    """The application there is, or one without a screen; kept, as Qt cannot draw text without it."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication

    there = QGuiApplication.instance()
    if there is not None:
        return there
    # What Qt has to say of locale and platform belongs into no answer of the command line.
    qInstallMessageHandler(lambda _kind, _context, text: log.debug(text))
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    return QGuiApplication([])
