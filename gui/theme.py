"""How everything looks: design tokens, palette, style sheet, icons and fonts, light and dark."""

import functools
import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakSet

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

import resources
from gui.dressing import Dressing
from gui.scale import LETTERS, SIZES
from gui.shippedfont import shipped_families

__all__ = [
    "SCHEMES",
    "Theme",
    "ThemeWatcher",
    "contrast",
    "current",
    "dress",
    "icon",
    "install_fonts",
    "mixed",
    "program_icon",
    "suit_font",
    "theme",
]

SCHEMES = ("system", "light", "dark")
BADGES = (
    "good",
    "warn",
    "bad",
    "accent",
    "muted",
    "head",
    "waist",
    "tail",
    "class_a",
    "class_b",
    "class_c",
    "class_d",
)
PREFERRED = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
)
READABLE = 4.5
SOFT = 0.14
HALF = 128

Role = QPalette.ColorRole
ROLES = {
    Role.Window: "bg",
    Role.Base: "card",
    Role.AlternateBase: "stripe",
    Role.WindowText: "text",
    Role.Text: "text",
    Role.Button: "card",
    Role.ButtonText: "text",
    Role.Highlight: "select",
    Role.HighlightedText: "text",
    Role.ToolTipBase: "tip",
    Role.ToolTipText: "tip_text",
    Role.Mid: "line",
    Role.PlaceholderText: "muted",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
    Role.Accent: "accent",
}


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours, 1-21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """A share of a colour laid over a ground."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


@dataclass(frozen=True)
class Theme:
    """One look. Every token is a colour "#rrggbb"; badges also have <token>_soft and <token>_ink."""

    name: str
    tokens: Mapping[str, str]

    def __getitem__(self, token: str) -> str:
        """The colour of a token."""
        return self.tokens[token]

    def colour(self, token: str) -> QColor:
        """The colour of a token, for painting."""
        return QColor(self.tokens[token])


@functools.cache
def theme(name: str) -> Theme:
    """The theme "light" or "dark"."""
    tokens: dict[str, str] = _all_tokens()[name]
    for token in BADGES:
        soft = tokens[f"{token}_soft"] = mixed(tokens[token], tokens["card"], SOFT)
        tokens[f"{token}_ink"] = _readable(tokens[token], soft, tokens["text"])
    return Theme(name, tokens)


@dataclass
class _Look:
    theme: Theme | None = None


_look = _Look()
_dressed: WeakSet[QWidget] = WeakSet()
_frames: WeakSet[QWidget] = WeakSet()


def current() -> Theme:
    """The theme shown now."""
    return _look.theme or theme("light")


class ThemeWatcher(QObject):
    """Keeps the program in the chosen look, and with the system where that was chosen."""

    changed = Signal()

    def __init__(self, app: QApplication, setting: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._setting = setting
        self.dressing = Dressing(self)
        app.styleHints().colorSchemeChanged.connect(self.follow)
        # Before anything of ours is shown, the palette is the system's, and asking it spares the start the name
        # space Qt (15 ms) with the answer in it.
        fresh = _look.theme is None and setting not in ("light", "dark")
        self._show(theme("dark" if _is_dark(app) else "light") if fresh else self._wanted())

    @property
    def setting(self) -> str:
        """What the user chose: "system", "light" or "dark"."""
        return self._setting

    def choose(self, setting: str) -> None:
        """Take on a setting, at once."""
        self._setting = setting if setting in SCHEMES else "system"
        self.follow()

    def follow(self) -> None:
        """Take on the look that is wanted now, if it is another."""
        wanted = self._wanted()
        if wanted is not current():
            self._show(wanted)
            self.changed.emit()

    def renew(self) -> None:
        """Have every widget take on the font that has changed under it; the words come in the turn before.

        Each is polished by itself: a style sheet that is put on again goes through a whole page in one turn. It has to
        where parts still wait for another look.
        """
        if self.dressing.is_at(_put_on):
            self.dressing.begin((*_frames, *_dressed), _put_on)
            return
        parts = tuple(filter(isValid, tuple(_dressed)))
        inner = (widget for part in parts for widget in (part, *part.findChildren(QWidget)))
        self.dressing.begin((*_frames, *inner), _polish)

    def _wanted(self) -> Theme:
        if self._setting in ("light", "dark"):
            return theme(self._setting)
        from PySide6.QtCore import Qt

        return theme("dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light")

    def _show(self, wanted: Theme) -> None:
        _look.theme = wanted
        self._app.setPalette(_palette(wanted))
        _divide_large()
        self.dressing.begin((*_frames, *_dressed), _put_on)


def _divide_large() -> None:
    if not (dressed := tuple(filter(isValid, tuple(_dressed)))):
        return  # nothing is there before the first look, which does without the classes of Qt imported here
    from gui.outfits import Outfit, holds_much

    for page in filter(holds_much, dressed):
        outfit = Outfit(page, dress)
        _dressed.discard(page)
        _dressed.update(outfit.parts)
        _frames.update(outfit.frames)


def _put_on(part: QWidget) -> None:
    if part in _frames:
        _polish(part)
    else:
        part.setStyleSheet(_sheet_for(part, current()))


def _polish(widget: QWidget) -> None:
    widget.style().polish(widget)


def dress(part: QWidget) -> None:
    """Have a part of a window, and all that is in it or opens from it, wear the style sheet, in every look to come.

    A sheet of the whole application would do so unasked. But Qt hands each change of it to every widget once for
    every widget it lies in: with all pages open 300 ms. A sheet of the window takes half of that, in one turn of the
    event loop; so each page has its own, and those that are not seen follow later.
    """
    _dressed.add(part)
    _put_on(part)


def icon(name: str, token: str = "text", selected: str = "text") -> QIcon:  # noqa: S107 - a colour's name
    """A line icon in the colour of a token; follows the theme by itself."""
    return QIcon(_LineIcon(name, token, selected))


def program_icon() -> QIcon:
    """The program's own sign, as in the task bar."""
    return QIcon(str(resources.path("style", "app.svg")))


def install_fonts(app: QApplication, prefer_system: bool = True) -> str:
    """Give the program a font that has Chinese, as large as the system's; the shipped one always stands behind it."""
    shipped = shipped_families()
    have = set(QFontDatabase.families()) if prefer_system else set()
    families = [*(family for family in PREFERRED if family in have), *shipped]
    font = QFont(app.font())
    font.setFamilies(families or [font.family()])
    least, most = SIZES
    font.setPointSize(min(max(round(font.pointSizeF()), least), most))
    app.setFont(font)
    return font.families()[0]


def suit_font(app: QApplication, latin: bool) -> bool:
    """Set quotation marks and the like as wide as they are (Latin) or a whole sign wide (Chinese); the font has both.

    True where that is a change: parts that wear a style sheet follow when they are dressed again.
    """
    font, tag = QFont(app.font()), QFont.Tag("pwid")
    changed = latin != (font.isFeatureSet(tag) and font.featureValue(tag) == 1)
    if changed:
        font.setFeature(tag, int(latin))  # unsetting it would leave it to widgets that have it already
        app.setFont(font)
    return changed


class _LineIcon(QIconEngine):
    """Draws one SVG in the colour of the theme, whenever it is asked."""

    def __init__(self, name: str, token: str, selected: str) -> None:
        super().__init__()
        self._drawing = _svg(name)
        self._name, self._token, self._selected = name, token, selected

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return _LineIcon(self._name, self._token, self._selected)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into the rectangle."""
        painted = self._drawing.replace(b"currentColor", self._colour(mode, state).encode())
        QSvgRenderer(QByteArray(painted)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture with a transparent ground, drawn once for each size and colour."""
        key = f"line/{self._name}/{self._colour(mode, state)}/{size.width()}x{size.height()}"
        picture = QPixmap(size)
        if QPixmapCache.find(key, picture):
            return picture
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        QPixmapCache.insert(key, picture)
        return picture

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        token = {QIcon.Mode.Disabled: "faint", QIcon.Mode.Selected: self._selected}.get(mode, self._token)
        if state == QIcon.State.On and mode != QIcon.Mode.Disabled:
            token = self._selected
        return current()[token]


def _is_dark(app: QApplication) -> bool:
    return app.palette().color(Role.Window).lightness() < HALF


def _palette(look: Theme) -> QPalette:
    palette = QPalette()
    for role, token in ROLES.items():
        palette.setColor(role, look.colour(token))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.colour("faint"))
    return palette


def _style_sheet(look: Theme) -> str:
    plain = QApplication.font().pointSizeF()
    letters = {name: f"{plain * share:.3g}" for name, share in LETTERS.items()}
    values = {**look.tokens, **letters, "pictures": resources.path("style", look.name).as_posix()}
    badges = "".join(_badge_rule(look, token) for token in BADGES)
    return string.Template(resources.text("style", "app.qss")).substitute(values) + badges


def _sheet_for(part: QWidget, look: Theme) -> str:
    sheet = _style_sheet(look)
    if not _frames:
        return sheet
    from gui.outfits import own_rules

    return own_rules(part, sheet)


def _badge_rule(look: Theme, token: str) -> str:
    soft, ink = look[f"{token}_soft"], look[f"{token}_ink"]
    return f'QLabel[role="badge"][tone="{token}"] {{ background: {soft}; color: {ink}; }}\n'


def _readable(colour: str, ground: str, text: str) -> str:
    steps = (mixed(text, colour, step / 20) for step in range(21))
    return next((step for step in steps if contrast(step, ground) >= READABLE), text)


def _all_tokens() -> dict[str, dict[str, str]]:
    # JSON, as its reader is loaded in a third of the time of TOML's, and this is on the way to the first window.
    tokens: dict[str, dict[str, str]] = json.loads(resources.text("style", "tokens.json"))
    return tokens


@functools.cache
def _svg(name: str) -> bytes:
    return resources.text("icons", f"{name}.svg").encode()


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
