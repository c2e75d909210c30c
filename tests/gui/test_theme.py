"""The look is legible in both themes, and switches while the program runs."""

import itertools
import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QImage, QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import resources
from gui import dressing, theme
from gui.scale import grown

NAMES = sorted(file.stem for file in resources.path("icons").glob("*.svg"))
GROUNDS = {
    "bg": ("text", "muted", "accent", "good", "warn", "bad"),
    "card": ("text", "muted", "accent", "good", "warn", "bad"),
    "stripe": ("text", "muted", "good", "warn", "bad"),
    "select": ("text",),
    "hover": ("text",),
    "raised": ("text",),
    "accent": ("on_accent",),
    "nav": ("nav_text",),
    "nav_hover": ("nav_text",),
    "tip": ("tip_text",),
}
VISIONS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "deuteranopia": ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "tritanopia": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}


def seen(colour: str, vision: str) -> tuple[float, float, float]:
    """A colour as somebody with this vision sees it (Machado 2009), in CIE L*a*b*."""
    light = [theme._linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    r, g, b = (sum(m * c for m, c in zip(row, light, strict=True)) for row in VISIONS[vision])
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (max(v, 0) ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_is_legible_on_its_ground(name: str) -> None:
    look = theme.theme(name)
    weak = [
        (text, ground)
        for ground, texts in GROUNDS.items()
        for text in texts
        if theme.contrast(look[text], look[ground]) < 4.5
    ]
    weak += [(b, "soft") for b in theme.BADGES if theme.contrast(look[f"{b}_ink"], look[f"{b}_soft"]) < 4.5]
    assert weak == []


def rules() -> list[tuple[str, dict[str, str]]]:
    """Every selector of the style sheet with what it declares."""
    text = re.sub(r"/\*.*?\*/", "", resources.text("style", "app.qss"), flags=re.DOTALL)
    return [
        (selector.strip(), dict(re.findall(r"([a-z-]+):\s*([^;]+);", body)))
        for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", text)
        for selector in selectors.split(",")
    ]


def token_of(value: str) -> str | None:
    found = re.search(r"\$(\w+)", value)
    return found[1] if found else None


STATE = re.compile(r"(?<!:):(?!:)!?[a-z-]+")
OWN_GROUNDS = {"QListWidget#nav": ("nav",), "QFrame#navbar QLabel": ("nav",), "QStatusBar QLabel": ("card",)}
"""Text of these lies on the ground of what it is in."""


def pairs() -> set[tuple[str, str, float]]:
    """Every text and ground the style sheet lays on each other, with the contrast it must have.

    A state says only what it changes; the rest is the same control's without one. What has no ground lies on the
    window or a card. Text of what cannot be used is exempt (WCAG 2.2, 1.4.3), but is to be seen all the same.
    """
    plain: dict[str, dict[str, str]] = {}
    for selector, said in rules():
        if not STATE.search(selector):
            plain.setdefault(selector, {}).update(said)
    found = set()
    for selector, said in rules():
        bare = STATE.sub("", selector)
        known = {**plain.get(re.sub(r"\[.*?\]", "", bare), {}), **plain.get(bare, {}), **said}
        text, ground = token_of(known.get("color", "")), token_of(known.get("background", ""))
        if "color" not in known or "::" in selector.replace("::item", "").replace("::tab", "").replace(
            "::section", ""
        ):
            continue
        inside = next((found for name, found in OWN_GROUNDS.items() if bare.startswith(name)), ("bg", "card"))
        for under in (ground,) if ground else inside:
            if text is not None:
                found.add((text, under, 3.0 if "disabled" in selector else 4.5))
    return found


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_of_the_style_sheet_is_legible_on_its_ground(name: str) -> None:
    look, asked = theme.theme(name), pairs()
    assert len(asked) > 20
    assert {("text", "card", 4.5), ("faint", "bg", 3.0), ("nav_text", "nav_hover", 4.5)} <= asked
    weak = {
        (text, ground, round(theme.contrast(look[text], look[ground]), 2))
        for text, ground, least in asked
        if theme.contrast(look[text], look[ground]) < least
    }
    assert weak == set()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_edges_of_controls_and_the_focus_are_seen(name: str) -> None:
    look = theme.theme(name)
    edges = {
        token
        for selector, said in rules()
        if re.match(
            r"Q(PushButton|LineEdit|ComboBox|DateEdit|(Double)?SpinBox|PlainTextEdit|CheckBox::indicator|RadioButton::indicator)$",
            selector,
        )
        or (":focus" in selector and "border" in said)
        for name, value in said.items()
        if name in ("border", "border-color") and (token := token_of(value))
    }
    assert {"edge", "accent", "bad", "text"} <= edges
    grounds = {"nav_text": ("nav",), "on_accent": ("accent",)}
    weak = {
        (edge, ground)
        for edge in edges
        for ground in grounds.get(edge, ("bg", "card"))
        if theme.contrast(look[edge], look[ground]) < 3
    }
    assert weak == set()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_in_charts_are_legible(name: str) -> None:
    """Names beside lines are written in the inks of badges, on the card."""
    look = theme.theme(name)
    inks = [f"{token}_ink" for token in theme.BADGES] + ["text", "muted"]
    assert [ink for ink in inks if theme.contrast(look[ink], look["card"]) < 4.5] == []


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    "token", ["edge", "head", "waist", "tail", "class_a", "class_b", "class_c", "class_d"]
)
def test_shapes_stand_out_from_the_card(name: str, token: str) -> None:
    assert theme.contrast(theme.theme(name)[token], theme.theme(name)["card"]) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(
    ("group", "least"),
    [
        (("head", "waist", "tail"), 20),
        (("class_a", "class_b", "class_c", "class_d"), 20),
        (("good", "warn", "bad"), 10),  # these always stand with a word or a figure
    ],
)
def test_colours_differ_for_every_eye(name: str, vision: str, group: tuple[str, ...], least: float) -> None:
    points = [seen(theme.theme(name)[token], vision) for token in group]
    for one, other in itertools.combinations(points, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > least


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("vision", VISIONS)
def test_no_class_looks_like_a_danger(name: str, vision: str) -> None:
    """Class D is what merchants wish for; red says a loss."""
    look = theme.theme(name)
    danger = seen(look["bad"], vision)
    for token in ("class_a", "class_b", "class_d"):  # the amber of C is as near to red as some eyes have it
        assert sum((a - b) ** 2 for a, b in zip(seen(look[token], vision), danger, strict=True)) ** 0.5 > 20
    if vision == "normal":
        amber = seen(look["class_c"], vision)
        assert sum((a - b) ** 2 for a, b in zip(amber, danger, strict=True)) ** 0.5 > 40


def test_both_themes_have_the_same_tokens() -> None:
    assert theme.theme("light").tokens.keys() == theme.theme("dark").tokens.keys()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_small_pictures_have_the_colour_of_the_theme(name: str) -> None:
    look = theme.theme(name)
    for file in ("down", "up", "clear"):
        assert look["muted"] in resources.text("style", name, f"{file}.svg")
    for file in ("check", "dash"):
        assert look["on_accent"] in resources.text("style", name, f"{file}.svg")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_icon_is_drawn_in_the_colour_of_the_theme(look: theme.ThemeWatcher, name: str, scheme: str) -> None:
    look.choose(scheme)
    image = theme.icon(name).pixmap(48, 48).toImage()
    assert colours(image) == {QColor(theme.current()["text"]).name()}


def colours(image: QImage) -> set[str]:
    """The colours of all fully opaque dots."""
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {dot.name() for dot in dots if dot.alpha() == 255}


def test_icon_shows_states(look: theme.ThemeWatcher) -> None:
    icon = theme.icon("add", "muted", "accent")
    assert colours(icon.pixmap(48, 48, QIcon.Mode.Disabled).toImage()) == {theme.current()["faint"]}
    assert colours(icon.pixmap(48, 48, QIcon.Mode.Selected).toImage()) == {theme.current()["accent"]}
    assert colours(icon.pixmap(48, 48).toImage()) == {theme.current()["muted"]}


def test_theme_switches_live(qtbot: QtBot, qapp: QApplication, look: theme.ThemeWatcher) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.setProperty("page", True)
    label.show()
    with qtbot.waitSignal(look.changed):
        look.choose("dark")
    assert theme.current().name == "dark"
    assert qapp.palette().window().color().name() == theme.theme("dark")["bg"]
    look.choose("nonsense")
    assert look.setting == "system"


def test_a_dressed_window_follows_the_look_with_all_that_opens_from_it(
    qtbot: QtBot, look: theme.ThemeWatcher
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label, dialog = QLabel("x", window), QDialog(window)
    label.setProperty("role", "problem")
    below = QLabel("y", dialog)
    below.setProperty("role", "muted")
    theme.dress(window)
    window.show()
    dialog.show()
    for scheme in ("dark", "light"):
        look.choose(scheme)
        qtbot.waitUntil(look.dressing.is_done)
        seen_now = [part.palette().windowText().color().name() for part in (label, below)]
        assert seen_now == [theme.theme(scheme)["bad"], theme.theme(scheme)["muted"]]


def test_a_change_of_look_reaches_a_widget_not_once_for_each_it_lies_in(
    qtbot: QtBot, look: theme.ThemeWatcher
) -> None:
    class Counting(QLabel):
        changes = 0

        def changeEvent(self, event: QEvent) -> None:
            self.changes += event.type() == QEvent.Type.StyleChange

    window = inner = QWidget()
    qtbot.addWidget(window)
    for _ in range(8):
        inner = QWidget(inner)
    label = Counting("x", inner)
    theme.dress(window)
    window.show()
    label.changes = 0
    look.choose("dark")
    qtbot.waitUntil(look.dressing.is_done)
    assert 1 <= label.changes <= 2


def test_every_part_is_dressed_and_painted_again_what_is_seen_first(
    qtbot: QtBot, look: theme.ThemeWatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dressing, "TURN", 0.0)  # one part a turn
    window, hidden = QWidget(), QWidget()
    seen_parts = [QFrame(window) for _ in range(2)]
    for part in (hidden, *seen_parts):
        theme.dress(part)
    for widget in (window, hidden):
        qtbot.addWidget(widget)
    window.show()
    dark, light = (theme._style_sheet(theme.theme(name)) for name in ("dark", "light"))
    look.choose("dark")
    look.dressing._turn()
    assert sorted(part.styleSheet() == dark for part in seen_parts) == [False, True]
    assert hidden.styleSheet() == light
    assert not window.updatesEnabled()  # nothing is painted half dressed
    qtbot.waitUntil(window.updatesEnabled)
    assert [part.styleSheet() for part in seen_parts] == [dark, dark]
    look.choose("light")  # before the rest came: the last look wins everywhere
    qtbot.waitUntil(lambda: all(part.styleSheet() == light for part in (hidden, *seen_parts)))
    assert window.updatesEnabled()


def test_english_quotes_are_as_narrow_as_its_letters_and_chinese_ones_a_sign_wide(
    qapp: QApplication, look: theme.ThemeWatcher
) -> None:
    widths = []
    for latin in (True, False):
        theme.suit_font(qapp, latin)
        widths.append(QFontMetricsF(qapp.font()).horizontalAdvance("“"))
    narrow, wide = widths
    assert wide == QFontMetricsF(qapp.font()).horizontalAdvance("锁")
    assert narrow < wide / 2


def test_a_label_with_a_font_of_the_style_sheet_follows_when_it_is_dressed_again(
    qtbot: QtBot, qapp: QApplication, look: theme.ThemeWatcher
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("“", window)
    label.setProperty("role", "title")
    theme.dress(window)
    window.show()
    for latin in (True, False):
        assert theme.suit_font(qapp, latin)
        look.renew()
        qtbot.waitUntil(window.updatesEnabled)
        metrics = QFontMetricsF(label.font())
        assert (metrics.horizontalAdvance("“") < metrics.horizontalAdvance("锁") / 2) is latin
    assert not theme.suit_font(qapp, False), "it is so already"


def test_a_font_that_changes_while_parts_wait_for_a_look_lets_them_have_it(
    qtbot: QtBot, qapp: QApplication, look: theme.ThemeWatcher
) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    theme.dress(hidden)
    look.choose("dark")
    theme.suit_font(qapp, latin=True)
    look.renew()
    qtbot.waitUntil(look.dressing.is_done)
    assert hidden.styleSheet() == theme._style_sheet(theme.theme("dark"))
    theme.suit_font(qapp, latin=False)


def test_a_window_that_is_gone_is_not_dressed_again(qtbot: QtBot, look: theme.ThemeWatcher) -> None:
    window = QWidget()
    theme.dress(window)
    window.deleteLater()
    qtbot.waitUntil(lambda: not isValid(window))
    look.choose("dark")
    qtbot.waitUntil(look.dressing.is_done)


def test_shipped_font_has_chinese(qapp: QApplication, look: theme.ThemeWatcher) -> None:
    assert qapp.font().families() == ["Noto Sans SC"]
    assert qapp.font().pointSize() == 10


def test_an_icon_is_drawn_once_for_each_colour(
    look: theme.ThemeWatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    QPixmapCache.clear()
    drawn: list[bytes] = []
    renderer = theme.QSvgRenderer
    monkeypatch.setattr(theme, "QSvgRenderer", lambda svg: drawn.append(bytes(svg.data())) or renderer(svg))
    icon = theme.icon("undo")
    first, again = (icon.pixmap(16, 16).toImage() for _ in range(2))
    assert first == again
    assert len(drawn) == 1
    look.choose("dark")
    assert icon.pixmap(16, 16).toImage() != first
    assert len(set(drawn)) == 2


@pytest.mark.parametrize(("system", "ours"), [(9, 10), (12, 12), (30, 14)])
def test_letters_are_as_large_as_the_systems_within_reason(
    qapp: QApplication, system: int, ours: int
) -> None:
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSize(system)
    qapp.setFont(font)
    try:
        theme.install_fonts(qapp, prefer_system=False)
        assert qapp.font().pointSize() == ours
        assert grown(100) == 10 * ours
        assert f"font-size: {ours * 1.6:.3g}pt" in theme._style_sheet(theme.theme("light"))
    finally:
        qapp.setFont(before)
