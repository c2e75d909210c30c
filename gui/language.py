"""The language of the window: translators, number format, and the voice of gui.words. Switches live."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

import resources
from gui import words
from gui.way import give_way
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["LANGUAGES", "LEFT_BY_QT", "announce", "apply", "choose", "follow", "qt_voice"]

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
    """Tells those who follow that another language is spoken."""

    thrown = Signal()


_switch = _Switch()


def follow(retranslate: Callable[[], None]) -> None:
    """Call this method of a widget whenever another language is spoken, for as long as the widget lives.

    What is there at the first look follows by this and not by a ``changeEvent`` of its own: to hand over the first
    event PySide makes the classes of all events, 7 ms of the start.
    """
    _switch.thrown.connect(retranslate)


def announce() -> None:
    """Have the followers say everything anew; other widgets wait for Qt's LanguageChange event."""
    _switch.thrown.emit()


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
