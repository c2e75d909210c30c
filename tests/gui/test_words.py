"""Words and figures read as a merchant reads them, in both languages, with and without Qt."""

import errno
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import resources
from gui import language, words
from gui.words import plain
from gui.words.problems import sentence
from model.errors import Problem

TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN"><context>
<name>Words</name>
<message><source>{years} years</source><translation>{years} 年</translation></message>
<message><source>open</source><translation type="unfinished"></translation></message>
<message numerus="yes"><source>%n day(s)</source><translation>{forms}</translation></message>
</context></TS>"""


@pytest.fixture
def chinese() -> Iterator[None]:
    words.use(words.Voice(words.english().translate, words.english().number, "zh_CN"))
    yield
    words.use(words.english())


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    (tmp_path / "i18n").mkdir()
    return tmp_path / "i18n"


def test_what_the_system_says_in_english_is_said_in_chinese_too() -> None:
    before = words.english()
    try:
        words.use(plain.plain_voice("zh_CN"))
        told = sentence(Problem("cannot_write", "x.json", values={"detail": os.strerror(errno.ENOENT)}))
        odd = sentence(Problem("cannot_write", "x.json", values={"detail": "E4711"}))
    finally:
        words.use(before)
    assert "没有这个文件夹" in told
    assert "E4711" in odd


def test_money_has_sign_and_grouping() -> None:
    assert words.money(1234.4) == "¥1,234"
    assert words.money(-1234.5, 2) == "−¥1,234.50"
    assert words.money(-0.2) == "¥0"


@pytest.mark.parametrize(
    "say", [words.money, words.money_short, words.count_short, words.percent, words.days]
)
@pytest.mark.parametrize("unknown", [None, math.nan])
def test_unknown_is_a_dash(say, unknown) -> None:
    assert say(unknown) == "—"


@pytest.mark.parametrize(
    ("yuan", "shown"),
    [(99_999, "¥99,999"), (123_456, "¥123k"), (999_999, "¥1M"), (1_234_567, "¥1.2M"), (-2.5e6, "−¥2.5M")],
)
def test_short_money_in_english(yuan: float, shown: str) -> None:
    assert words.money_short(yuan) == shown


@pytest.mark.parametrize(
    ("yuan", "shown"),
    [
        (99_999, "¥99,999"),
        (100_000, "¥10万"),
        (123_456, "¥12.3万"),
        (12_345_678, "¥1,235万"),
        (1.2e8, "¥1.2亿"),
    ],
)
def test_short_money_in_chinese(chinese: None, yuan: float, shown: str) -> None:
    assert words.money_short(yuan) == shown


def test_short_counts() -> None:
    assert words.count_short(45) == "45"
    assert words.count_short(12_300_000) == "12.3M"
    assert words.count_short(math.inf) == "∞"


def test_percent_days_and_span() -> None:
    assert words.percent(0.153) == "15%"
    assert words.percent(0.153, 1) == "15.3%"
    assert (words.days(1), words.days(45.4), words.days(1096)) == ("1 day", "45 days", "3.0 years")
    assert words.span(1000, 2000, words.money) == "¥1,000 – ¥2,000"
    assert words.span(1000.1, 1000.2, words.money) == "¥1,000"
    assert words.span(None, 1, words.money) == "—"


def test_plain_voice_reads_the_translation_file(shipped: Path) -> None:
    forms = "<numerusform>%n 天</numerusform>"
    (shipped / "app_zh_CN.ts").write_text(TS.replace("{forms}", forms), encoding="utf-8")
    words.use(plain.plain_voice("zh_CN"))
    assert (words.days(45), words.days(1096)) == ("45 天", "3.0 年")
    assert words.say("open") == "open"
    assert words.language() == "zh_CN"


def test_plain_voice_knows_two_forms(shipped: Path) -> None:
    forms = "<numerusform>%n day</numerusform><numerusform>%n days</numerusform>"
    (shipped / "app_en.ts").write_text(TS.replace("{forms}", forms), encoding="utf-8")
    words.use(plain.plain_voice("en"))
    assert (words.days(1), words.days(2)) == ("1 day", "2 days")


def test_plain_voice_without_a_file_speaks_english(shipped: Path) -> None:
    words.use(plain.plain_voice("en"))
    assert words.days(2) == "2 days"


def test_words_need_no_qt() -> None:
    code = "import gui.words.plain, sys; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path.cwd()).returncode == 0


@pytest.mark.parametrize(
    ("setting", "system", "chosen"),
    [
        ("en", "zh_CN", "en"),
        ("", "zh_TW", "zh_CN"),
        ("", "de_DE", "en"),
        ("", "C", "zh_CN"),
        ("xx", "en_US", "en"),
    ],
)
def test_language_is_chosen(setting: str, system: str, chosen: str) -> None:
    assert language.choose(setting, system) == chosen


def test_language_switches_live(qtbot: QtBot, qapp: QApplication) -> None:
    class Listener(QWidget):
        heard = 0

        def changeEvent(self, event: QEvent) -> None:
            self.heard += event.type() == QEvent.Type.LanguageChange

    widget = Listener()
    qtbot.addWidget(widget)
    language.apply(qapp, "zh_CN")
    qtbot.waitUntil(lambda: widget.heard > 0)
    assert words.language() == "zh_CN"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    heard = widget.heard
    language.apply(qapp, "en")
    qtbot.waitUntil(lambda: widget.heard > heard)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert words.days(1) == "1 day"


@pytest.mark.parametrize("parts", [("..", "x"), ("a/../../b",), ("/etc/passwd",), ("C:\\x",), ("a\\..\\b",)])
def test_resources_stay_inside(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="inside"):
        resources.path(*parts)


def test_an_absurd_figure_is_told_in_a_few_signs() -> None:
    assert words.number(1e99) == "1e99"
    assert words.number(-1.2345e30) == f"{words.MINUS}1.23e30"
    assert words.money(1e15) == "¥1e15"
    assert words.number(999_999_999_999_999.0) == "999,999,999,999,999"
