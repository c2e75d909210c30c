"""What a program can see wrong in a window: texts that are cut, parts on top of each other, grey on grey, English in Chinese."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

SPARE = 1
"""Pixels that a text may lack."""
LEAST = 4.5
"""Contrast of a text with its ground (WCAG 2.2, 1.4.3)."""
SMALL = 6
"""Pixels across under which two parts only touch."""
ENGLISH = re.compile(r"[A-Za-z]{3,}(?: [A-Za-z]{2,})+")
"""Two words of English in a row; single ones are names (Excel, GMV)."""
MARKED = re.compile(r"<[a-z/][^>]*>")
NAMED = re.compile(r"[\w.~/\\-]*[/\\][\w./\\~-]*|Repurchase Matrix|[\w-]+\.\w{2,5}|·.*")


def flaws(root: QWidget, image: QImage, chinese: bool) -> list[str]:
    """All flaws of what is shown in a window, as lines."""
    found: list[str] = []
    for widget in shown(root):
        found += [f"cut: {text}" for text in cut(widget)]
        found += [f"overlap: {text}" for text in overlaps(widget)]
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            found.append(f"scrolls sideways: {told(widget)}")
        text = text_of(widget)
        if chinese and text and ENGLISH.search(NAMED.sub("", plain(text))):
            found.append(f"English: {plain(text)[:80]!r}")
        if text and widget.isEnabled() and isinstance(widget, QLabel | QAbstractButton):
            ratio = contrast_of(widget, root, image)
            if ratio is not None and ratio < LEAST:
                found.append(f"contrast {ratio:.1f}: {plain(text)[:60]!r}")
    return list(dict.fromkeys(found))


def shown(root: QWidget) -> Iterator[QWidget]:
    """A window's parts that can be seen, at least in part."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window() and not widget.visibleRegion().isEmpty():
            yield widget


def told(widget: QWidget) -> str:
    """A part by its class, its words, and what it lies in."""
    text = plain(text_of(widget))[:50] or widget.objectName() or widget.accessibleName()
    above = [type(w).__name__ for w in parents(widget)][:3]
    return f"{type(widget).__name__} {text!r} in {' < '.join(above)}"


def parents(widget: QWidget) -> Iterator[QWidget]:
    """All that a part lies in, from the inside out."""
    while (above := widget.parentWidget()) is not None:
        yield above
        widget = above


def text_of(widget: QWidget) -> str:
    """The words on a part."""
    if isinstance(widget, QLabel | QAbstractButton):
        return str(widget.text())
    return ""


def plain(text: str) -> str:
    """A text without marks."""
    if MARKED.search(text):
        document = QTextDocument()
        document.setHtml(text)
        return document.toPlainText()
    return text.replace("&", "")


def cut(widget: QWidget) -> Iterator[str]:
    """Texts that have no room."""
    if isinstance(widget, QLabel):
        yield from cut_label(widget) if widget.text() and widget.pixmap().isNull() else ()
    elif isinstance(widget, QAbstractButton):
        # in a line there is only the icon; its text is for a reader
        iconic = isinstance(widget.parent(), QLineEdit)
        yield from cut_button(widget) if widget.text() and not iconic else ()
    elif isinstance(widget, QTabBar):
        yield from cut_tabs(widget)
    elif isinstance(widget, QHeaderView):
        yield from cut_heads(widget) if widget.orientation() is Qt.Orientation.Horizontal else ()
    else:
        text, more = field_text(widget)
        needs = widget.fontMetrics().horizontalAdvance(text) + more
        if text and widget.width() < needs:
            yield f"field {text!r} {widget.width()} of {needs} px"


def field_text(widget: QWidget) -> tuple[str, int]:
    """What a field shows without being typed in, and the pixels its frame takes."""
    if isinstance(widget, QLineEdit):
        return ("" if widget.text() else widget.placeholderText()), 8
    if isinstance(widget, QComboBox) and not widget.isEditable():
        return widget.currentText(), 24
    return "", 0


def cut_button(button: QAbstractButton) -> Iterator[str]:
    ticked = isinstance(button, QCheckBox | QRadioButton)
    words = button.fontMetrics().horizontalAdvance(plain(button.text()))
    least = button.sizeHint().width() if ticked else min(button.sizeHint().width(), words)
    if button.width() + SPARE < least:
        yield f"{told(button)} {button.width()} of {least} px"


def cut_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if label.wordWrap():
        needs = label.heightForWidth(label.width())
        if needs > label.height() + SPARE:
            yield f"{told(label)} {label.height()} of {needs} px high"
    elif label.sizeHint().width() > label.width() + SPARE and label.toolTip() == "":
        yield f"{told(label)} {room.width()} of {label.sizeHint().width()} px"


def cut_tabs(bar: QTabBar) -> Iterator[str]:
    visible = [place for place in range(bar.count()) if bar.isTabVisible(place)]
    for place in visible:
        needs = bar.fontMetrics().horizontalAdvance(bar.tabText(place))
        if bar.tabRect(place).width() < needs or bar.tabRect(place).right() > bar.width() + SPARE:
            yield f"tab {bar.tabText(place)!r}"


def cut_heads(head: QHeaderView) -> Iterator[str]:
    model = head.model()
    for place in range(head.count()):
        if head.isSectionHidden(place):
            continue
        text = str(model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        widest = max(head.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
        if head.sectionSize(place) < widest:
            yield f"heading {text!r} {head.sectionSize(place)} of {widest} px"


def overlaps(parent: QWidget) -> Iterator[str]:
    """Parts of one layout that lie on each other."""
    layout = parent.layout()
    if layout is None:
        return
    parts = [
        w
        for w in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if placed(w)
    ]
    for place, one in enumerate(parts):
        for other in parts[place + 1 :]:
            common = one.geometry().intersected(other.geometry())
            if min(common.width(), common.height()) > SMALL:
                yield f"{told(one)} and {told(other)} by {common.width()}x{common.height()}"


def placed(widget: QWidget) -> bool:
    """Whether a part has a place of its own and does not float."""
    floats = isinstance(widget, QAbstractSlider) and isinstance(widget.parentWidget(), QAbstractScrollArea)
    return widget.isVisible() and not widget.isWindow() and not floats and not widget.size().isEmpty()


def contrast_of(widget: QWidget, root: QWidget, image: QImage) -> float | None:
    """The contrast of the strongest ink with the ground of a text, from the pixels; None where too little is seen."""
    seen = widget.visibleRegion().boundingRect()
    place = QRect(widget.mapTo(root, QPoint(0, 0)) + seen.topLeft(), seen.size())
    if place.width() < SMALL or place.height() < SMALL:
        return None
    part = image.copy(in_pixels(place, image.devicePixelRatio())).convertToFormat(QImage.Format.Format_RGB32)
    pixels: Any = np.frombuffer(part.constBits(), np.uint8).reshape(
        part.height(), part.bytesPerLine() // 4, 4
    )
    flat = pixels[:, : part.width(), :3].reshape(-1, 3).astype(np.uint32)
    codes, counts = np.unique(flat[:, 0] | flat[:, 1] << 8 | flat[:, 2] << 16, return_counts=True)
    light = luminance(codes)
    ground = light[counts.argmax()]
    ratio = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float(ratio.max()) if len(codes) > 1 else None


def in_pixels(place: QRect, scale: float) -> QRect:
    """A place in a window as a place in its picture, which has more pixels on a screen that enlarges."""
    return QRect(
        round(place.x() * scale),
        round(place.y() * scale),
        round(place.width() * scale),
        round(place.height() * scale),
    )


def luminance(codes: Any) -> Any:
    """WCAG's relative luminance of colours 0xRRGGBB."""
    channels = np.stack([(codes >> shift) & 255 for shift in (16, 8, 0)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.tensordot((0.2126, 0.7152, 0.0722), linear, 1)
