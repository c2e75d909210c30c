"""A chart on paper: its shapes as Qt draws an SVG, its words as text that can be found and copied.

Qt would draw the text of an SVG in a font whose ligatures and local forms no search finds; here it is painted in the font of
the paper, where matplotlib has put it.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

__all__ = ["Drawing", "Label", "parted"]

_TEXT: Final = re.compile(rb"<text ([^>]*)>(.*?)</text>", re.DOTALL)
_STYLE: Final = re.compile(r'(?:style="|; )([a-z-]+): ([^;"]+)')
_TURNED: Final = re.compile(r"rotate\((-?[\d.]+) (-?[\d.]+) (-?[\d.]+)\)")
_BEHIND: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""What of its width lies before the place of a text."""
_EM: Final = 100
"""Pixels of the letters before they are scaled: whole ones, and so many that rounding moves none."""


@dataclass(frozen=True)
class Label:
    """A text of a drawing, in units of its view box: ``size`` of the letters, ``angle`` in degrees clockwise.

    ``x`` is the place on its base line before which ``behind`` (0-1) of its width lies.
    """

    text: str
    x: float
    y: float
    size: float
    colour: str
    behind: float = 0.0
    angle: float = 0.0


def parted(svg: bytes) -> tuple[bytes, tuple[Label, ...]]:
    """A drawing of matplotlib (``svg.fonttype`` "none") without its texts, and the texts.

    Raises:
        ValueError: a text stands in a way this knows nothing of; it would be missing on the paper.
    """
    labels = tuple(_label(found[1].decode(), found[2].decode()) for found in _TEXT.finditer(svg))
    return _TEXT.sub(b"", svg), labels


def _label(attributes: str, text: str) -> Label:
    style, place = dict(_STYLE.findall(attributes)), _TURNED.search(attributes)
    if place is None or not {"font-size", "text-anchor", "fill"} <= style.keys() or "<" in text:
        raise ValueError(f"a text of a drawing that cannot be printed: {attributes}")
    angle, x, y = (float(part) for part in place.groups())
    size, behind = float(style["font-size"].removesuffix("px")), _BEHIND[style["text-anchor"]]
    return Label(unescape(text), x, y, size, style["fill"], behind, angle)


class Drawing:
    """A drawing as wide as the page, in device pixels."""

    def __init__(self, svg: bytes, font: "QFont", width: float) -> None:
        from PySide6.QtCore import QByteArray
        from PySide6.QtSvg import QSvgRenderer

        shapes, self._labels = parted(svg)
        self._renderer: QSvgRenderer = QSvgRenderer(QByteArray(shapes))
        box = self._renderer.viewBoxF()
        self._font, self._width, self._scale = font, width, width / box.width()
        self.height = box.height() * self._scale

    def paint(self, painter: "QPainter") -> None:
        """From where the painter stands."""
        from PySide6.QtCore import QRectF
        from PySide6.QtGui import QFont

        self._renderer.render(painter, QRectF(0, 0, self._width, self.height))
        font = QFont(self._font)
        font.setPixelSize(_EM)
        for label in self._labels:
            painter.save()
            painter.setFont(font)
            self._write(painter, label)
            painter.restore()

    def _write(self, painter: "QPainter", label: Label) -> None:
        from PySide6.QtCore import QPointF
        from PySide6.QtGui import QColor

        painter.translate(label.x * self._scale, label.y * self._scale)
        painter.rotate(label.angle)
        painter.scale(label.size * self._scale / _EM, label.size * self._scale / _EM)
        painter.setPen(QColor(label.colour))
        wide = painter.fontMetrics().horizontalAdvance(label.text)
        painter.drawText(QPointF(-label.behind * wide, 0), label.text)
