"""The help in both languages: every topic that a question mark names is there, every link leads somewhere."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

import resources
from gui import language
from gui.helptexts import FILES, sections
from gui.helpview import HelpWindow, show_help
from gui.window import PAGES

pytestmark = pytest.mark.gui
LINK = re.compile(r"\]\(([^)]+)\)")
WHY = re.compile(r"why\(\"([a-z0-9#-]+)\"\)")
GUI = Path(__file__).resolve().parents[2] / "gui"


def topics(spoken: str) -> set[str]:
    return {one.topic for one in sections(spoken)}


def test_both_languages_tell_of_the_same():
    assert [one.topic for one in sections("zh_CN")] == [one.topic for one in sections("en")]
    assert len(topics("en")) == len(sections("en"))


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_file_is_in_the_contents_and_every_link_leads_somewhere(spoken: str):
    folder = resources.path("help", spoken)
    assert {file.stem for file in folder.glob("*.md")} == set(FILES)
    for file in folder.glob("*.md"):
        for link in LINK.findall(file.read_text(encoding="utf-8")):
            assert link.replace(".md", "") in topics(spoken), (file.name, link)


def test_every_page_and_question_mark_has_its_topic(program, qtbot: QtBot):
    assert {f"pages#{page.name}" for page in PAGES} <= topics("en")
    page = program.window.show_page("overview")
    qtbot.waitUntil(lambda: len(_marks(page)) == 10)
    assert {one.property("topic") for one in _marks(page)} <= topics("en")


def test_every_topic_written_in_the_code_is_there():
    said = {topic for file in GUI.rglob("*.py") for topic in WHY.findall(file.read_text(encoding="utf-8"))}
    assert said
    assert said <= topics("en")


def _marks(page: QWidget) -> list[QToolButton]:
    return [one for one in page.findChildren(QToolButton) if one.property("topic")]


def test_f1_opens_the_help_on_the_page_and_links_lead_there_and_back(program, qtbot: QtBot):
    window = program.window
    window.show_page("products")
    window.actions_by_name["help"].trigger()
    help_window = window.findChild(HelpWindow)
    assert help_window.topic == "pages#products"
    help_window.text.anchorClicked.emit(QUrl("ideas.md#small-tests"))
    assert help_window.topic == "ideas#small-tests"
    qtbot.mouseClick(help_window.back, Qt.MouseButton.LeftButton)
    assert help_window.topic == "pages#products"
    assert help_window.contents.currentItem().text().strip() == "Products"
    assert show_help(window) is help_window


def test_search_and_language(program, qtbot: QtBot, qapp):
    help_window = show_help(program.window, "glossary")
    help_window.search.setText("qianchuan")
    assert [help_window.contents.item(row).text() for row in range(help_window.contents.count())] == [
        "Glossary"
    ]
    help_window.search.clear()
    language.apply(qapp, "zh_CN")
    assert "坑位费" in help_window.text.toPlainText()
    assert help_window.windowTitle() == "帮助"


def test_nothing_is_loaded_from_elsewhere(program, qtbot: QtBot):
    text = show_help(program.window).text
    for address in ("https://example.com/a.png", "file:///etc/hostname", "/etc/hostname", "../../app.py"):
        assert text.loadResource(2, QUrl(address)) is None
