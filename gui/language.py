"""The language of the window: translators, number format, and the voice of gui.words. Switches live."""

import logging
from collections import deque
from collections.abc import Callable
from functools import cache
from pathlib import Path
from weakref import WeakMethod

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

import resources
from gui import words
from gui.dressing import BREATH
from gui.way import give_way
from gui.words import QT_TRANSLATE_NOOP

__all__ = [
    "LANGUAGES",
    "LEFT_BY_QT",
    "announce",
    "apply",
    "catch_up",
    "chinese",
    "choose",
    "follow",
    "headings",
    "other_voice",
    "qt_voice",
]

log = logging.getLogger(__name__)

LANGUAGES = ("zh_CN", "en")
LEFT_BY_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)
"""What Qt's own file dialog (for desktops that have none: Windows and macOS do) says in English in its Chinese."""
TRANSLATOR = "repurchase-matrix translator"


def choose(setting: str = "", system: str | None = None) -> str:
    """The language to speak: the setting, else the system's; Chinese where neither says anything."""
    if setting in LANGUAGES:
        return setting
    name = QLocale.system().name() if system is None else system
    return "zh_CN" if name in ("", "C") or name.startswith("zh") else "en"


class _Switch(QObject):
    """Tells those who follow that another language is spoken: who is seen at once, the others one a turn."""

    def __init__(self) -> None:
        super().__init__()
        self.followers: list[WeakMethod[Callable[[], None]]] = []
        self._behind: deque[WeakMethod[Callable[[], None]]] = deque()
        # One for all turns: each call of singleShot() leaves a bit of memory behind.
        self._soon = QTimer(self, singleShot=True, interval=BREATH)
        self._soon.timeout.connect(self._next)

    def throw(self) -> None:
        """Another language is spoken; what lies around a part says it before the part, which may be called after it."""
        living = ((one, _owner(one)) for one in self.followers)
        self.followers = [one for one, owner in sorted(living, key=lambda pair: _depth(pair[1])) if owner]
        idle = not self._behind
        self._behind.clear()
        for one in tuple(self.followers):
            owner = _owner(one)
            if owner is not None and owner.window().isVisible() and not owner.isVisible():
                self._behind.append(one)
            else:
                _call(one)
        if idle and self._behind:
            self._soon.start()

    def catch_up(self, part: QWidget) -> None:
        """Have all of a part speak now that has not had its turn."""
        late = [one for one in self._behind if (w := _owner(one)) and (w is part or part.isAncestorOf(w))]
        for one in late:
            self._behind.remove(one)
            _call(one)

    def _next(self) -> None:
        if self._behind:
            _call(self._behind.popleft())
        if self._behind:
            self._soon.start()


def _owner(method: WeakMethod[Callable[[], None]]) -> QWidget | None:
    """The widget a method is of, as long as it lives."""
    bound = method()
    owner = getattr(bound, "__self__", None)
    return owner if isinstance(owner, QWidget) and isValid(owner) else None


def _depth(part: QWidget | None) -> int:
    """In how many others a part lies."""
    return 0 if part is None else 1 + _depth(part.parentWidget())


def _call(method: WeakMethod[Callable[[], None]]) -> None:
    bound = method()
    if bound is not None and _owner(method) is not None:
        bound()


_switch = _Switch()


def follow(retranslate: Callable[[], None]) -> None:
    """Call this method of a widget whenever another language is spoken, for as long as the widget lives.

    A widget of an open window that is not seen itself follows in a later turn of the event loop, or before it is
    looked at (:func:`catch_up`): all pages at once take 120 ms, of which one looks at 20.

    What is there at the first look follows by this and not by a ``changeEvent`` of its own: to hand over the first
    event PySide makes the classes of all events, 7 ms of the start.
    """
    _switch.followers.append(WeakMethod(retranslate))


def catch_up(part: QWidget) -> None:
    """Have a part that is about to be seen, and all in it, speak the language of the moment."""
    _switch.catch_up(part)


def announce() -> None:
    """Have the followers say everything anew; other widgets wait for Qt's LanguageChange event."""
    _switch.throw()


def apply(app: QCoreApplication, code: str) -> None:
    """Speak this language from now on; every widget gets a LanguageChange event."""
    give_way()
    QLocale.setDefault(QLocale(code))
    words.use(qt_voice(code))
    for old in app.findChildren(QTranslator, TRANSLATOR):
        app.removeTranslator(old)
        old.deleteLater()
    shipped_by_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files = (shipped_by_qt / f"qtbase_{code}.qm", resources.path("i18n", f"app_{code}.qm"))
    if not sum(_install(app, file) for file in files):
        _post_change(app)  # nothing was put in, so Qt tells nobody
    announce()


def qt_voice(code: str) -> words.Voice:
    """The voice of the installed translators and the locale's figures."""
    locale = QLocale(code)

    def translate(context: str, text: str, n: int) -> str:
        return words.plural(QCoreApplication.translate(context, text, None, n), n)

    return words.Voice(translate, lambda value, places: locale.toString(float(value), "f", places), code)


def chinese(context: str, text: str) -> str:
    """A marked text as the Chinese window has it, whatever is spoken now: a table that was copied there is known here."""
    return _chinese().translate(context, text) or text


def other_voice() -> words.Voice:
    """The voice of the language that is not spoken now."""
    if words.is_chinese():
        return words.english()

    def translate(context: str, text: str, n: int) -> str:
        return words.plural(_chinese().translate(context, text, None, n) or text, n)

    return words.Voice(translate, lambda value, places: f"{value:,.{places}f}", "zh_CN")


def headings(context: str, text: str) -> tuple[str, ...]:
    """A marked text as it may stand over a column that was copied: in English, in the language of the moment, in Chinese."""
    return text, words.term(context, text), chinese(context, text)


@cache
def _chinese() -> QTranslator:
    made = QTranslator()
    made.load(str(resources.path("i18n", "app_zh_CN.qm")))
    return made


def _post_change(app: QCoreApplication) -> None:
    from PySide6.QtCore import QEvent

    QCoreApplication.postEvent(app, QEvent(QEvent.Type.LanguageChange))


def _install(app: QCoreApplication, file: Path) -> bool:
    translator = QTranslator(app)
    translator.setObjectName(TRANSLATOR)
    if translator.load(str(file)):
        return app.installTranslator(translator)
    log.debug("no translation in %s", file)
    translator.deleteLater()
    return False
