"""Prints blocks of text, table rows and pictures as PDF pages. Qt is imported only to print.

Each block is a document of its own, laid out and painted by itself: Qt holds the interpreter while it lays a document
out, and one with hundreds of table rows would keep the window away for a third of a second.
"""

import functools
import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

import resources

if TYPE_CHECKING:
    from PySide6.QtCore import QBuffer, QCoreApplication
    from PySide6.QtGui import QFont, QPainter, QPdfWriter, QTextDocument

__all__ = ["Block", "grid", "heading", "listed", "paragraph", "printed", "section", "table"]

log = logging.getLogger(__name__)

SHIPPED_FONT: Final = ("fonts", "NotoSansSC-noradicals.otf")
DPI: Final = 300
MARGINS: Final = (15.0, 16.0, 15.0, 14.0)
"""Left, top, right and bottom of an A4 page, in millimetres."""
FOOTER: Final = 100
"""Device pixels kept free for the page number."""
ABOVE: Final = 45
"""Device pixels above a heading that does not begin a page."""
ROWS: Final = 3
"""Table rows that are kept together."""
_TABLE: Final = '<table width="100%" cellpadding="3" cellspacing="0">'


@dataclass(frozen=True)
class Block:
    """What no page break cuts: its HTML; what to begin with on top of a page; whether the next one must be beside it."""

    body: str
    head: str = ""
    keep: bool = False

    def html(self, on_top: bool = False) -> str:
        """The block, with its head where it begins a page."""
        return f"{_TABLE}{self.head if on_top else ''}{self.body}</table>" if self.head else self.body


def table(head: str, rows: Sequence[str]) -> list[Block]:
    """A table as blocks of a few rows, its head on every page; rows and head are <tr> elements."""
    parts = ["".join(rows[at : at + ROWS]) for at in range(0, len(rows), ROWS)] or [""]
    return [Block(part if place else head + part, head) for place, part in enumerate(parts)]


def heading(text: str) -> Block:
    """What the paper is called."""
    return Block(f"<h1>{escape(text)}</h1>")


def section(text: str) -> Block:
    """A heading that stays beside what follows."""
    return Block(f"<h2>{escape(text)}</h2>", keep=True)


def paragraph(text: str, style: str = "") -> Block:
    """A text in one of the styles of the report's style sheet."""
    return Block(f'<p class="{style}">{escape(text)}</p>')


def listed(texts: Iterable[str]) -> Block:
    """Texts as points."""
    return Block(f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>")


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> list[Block]:
    """A table of texts whose head is repeated on every page; widths in percent, below zero for figures set to the right."""
    head = "".join(
        f'<th width="{abs(width)}%" align="{_side(width)}">{escape(text)}</th>'
        for width, text in zip(widths, heads, strict=True)
    )
    return table(f"<tr>{head}</tr>", [f"<tr>{_cells(row, widths)}</tr>" for row in rows])


def _cells(row: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(
        f'<td width="{abs(width)}%" align="{_side(width)}">{escape(text)}</td>'
        for width, text in zip(widths, row, strict=True)
    )


def _side(width: int) -> str:
    return "right" if width < 0 else "left"


@dataclass(frozen=True)
class _Placed:
    """A laid out block: on which page, how far down in device pixels."""

    document: "QTextDocument"
    page: int
    top: float


def printed(blocks: Sequence[Block], pictures: Mapping[str, bytes], title: str) -> bytes:
    """The PDF: A4, in the shipped font, with page numbers. ``pictures`` are PNGs by the name the HTML calls them."""
    from PySide6.QtCore import QBuffer, QIODevice

    family = _font_family()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    _paint(_placed(blocks, _Press(writer, family, pictures)), writer, family)
    return bytes(buffer.data().data())


def _writer(buffer: "QBuffer", title: str) -> "QPdfWriter":
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*MARGINS), QPageLayout.Unit.Millimeter)
    writer.setResolution(DPI)
    writer.setTitle(title)
    return writer


class _Press:
    """Lays blocks out for one writer."""

    def __init__(self, writer: "QPdfWriter", family: str, pictures: Mapping[str, bytes]) -> None:
        self.room = float(writer.height() - FOOTER)
        self._writer, self._font = writer, _font(family, 9.5)
        self._style = resources.text("style", "report.css")
        self._pictures = pictures

    def document(self, block: Block, on_top: bool) -> "QTextDocument":
        """The block, laid out."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QImage, QTextDocument

        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._font)
        document.setDefaultStyleSheet(self._style)
        for name, data in self._pictures.items():
            if f'"{name}"' in block.body:
                image = QImage.fromData(data)
                document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        document.setHtml(f"<html><body>{block.html(on_top)}</body></html>")
        document.documentLayout().setPaintDevice(self._writer)
        document.setTextWidth(self._writer.width())
        return document


def _placed(blocks: Sequence[Block], press: _Press) -> list[_Placed]:
    """Every block on its page: on the next one where it does not fit, with the one it must stay beside."""
    placed: list[_Placed] = []
    page, top = 0, 0.0
    waiting: list[QTextDocument] = []
    for block in blocks:
        waiting.append(press.document(block, top == 0 and not waiting))
        if block.keep and block is not blocks[-1]:
            continue
        height = sum(document.size().height() for document in waiting)
        top += ABOVE if top and len(waiting) > 1 else 0
        if top and top + height > press.room:
            page, top = page + 1, 0.0
            if len(waiting) == 1:
                waiting = [press.document(block, on_top=True)]
        for document in waiting:
            placed.append(_Placed(document, page, top))
            top += document.size().height()
        waiting = []
    return placed


def _paint(placed: Iterable[_Placed], writer: "QPdfWriter", family: str) -> None:
    from PySide6.QtGui import QPainter

    pages: dict[int, list[_Placed]] = {}
    for one in placed:
        pages.setdefault(one.page, []).append(one)
    painter = QPainter(writer)
    for page, parts in pages.items():
        if page:
            writer.newPage()
        for one in parts:
            painter.save()
            painter.translate(0, one.top)
            one.document.drawContents(painter)
            painter.restore()
        _number(painter, writer, family, f"{page + 1} / {len(pages)}")
    painter.end()


def _number(painter: "QPainter", writer: "QPdfWriter", family: str, text: str) -> None:
    from PySide6.QtCore import QRectF, Qt

    painter.setFont(_font(family, 8))
    foot = QRectF(0, writer.height() - FOOTER / 2, writer.width(), FOOTER / 2)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, text)


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
    from PySide6.QtGui import QFontDatabase

    _application()
    number = QFontDatabase.addApplicationFont(str(resources.path(*SHIPPED_FONT)))
    return QFontDatabase.applicationFontFamilies(number)[0]


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
