"""The help in both languages: every topic that a question mark names is there, every link leads somewhere."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QTabBar, QTabWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import resources
from gui import helpfigures, helppage, helpview, language
from gui.dialogs.claim import open_claims
from gui.helpfigures import MARK
from gui.helppage import WIDEST
from gui.helptexts import FILES, GLOSSARY, sections, shown, spoken
from gui.helpview import HelpWindow
from gui.pages.settings import SECTIONS
from gui.window import PAGES
from gui.words.purposes import PURPOSES
from model.policy import load
from tests.guards import STALLED, WORKED, worked
from tests.gui.everywhere import dialogs, furnish

pytestmark = pytest.mark.gui
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[(?P<told>[^\]]*)\]\((?P<file>[^)]+)\)")
WHY = re.compile(r"(?:why\(|help_on\(\w+, )\"([a-z0-9#-]+)\"\)")
GUI = Path(__file__).resolve().parents[2] / "gui"
MOST_BYTES = 2_500_000
"""Of all pictures together."""


def topics(spoken: str) -> set[str]:
    return {one.topic for one in sections(spoken)}


def text_of(spoken: str, file: str) -> str:
    return resources.text("help", spoken, f"{file}.md")


def test_both_languages_tell_of_the_same():
    assert [one.topic for one in sections("zh_CN")] == [one.topic for one in sections("en")]
    assert len(topics("en")) == len(sections("en"))
    for file in FILES:
        assert [one["file"] for one in PICTURE.finditer(text_of("zh_CN", file))] == [
            one["file"] for one in PICTURE.finditer(text_of("en", file))
        ]
        assert [one[0] for one in MARK.finditer(text_of("zh_CN", file))] == [
            one[0] for one in MARK.finditer(text_of("en", file))
        ]


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_file_is_in_the_contents_and_every_link_leads_somewhere(spoken: str):
    folder = resources.path("help", spoken)
    assert {file.stem for file in folder.glob("*.md")} == set(FILES)
    for file in FILES:
        for link in LINK.findall(text_of(spoken, file)):
            assert link.replace(".md", "") in topics(spoken), (file, link)


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_picture_is_used_and_told_in_words(spoken: str):
    folder = resources.path("help", spoken)
    used = [one for file in FILES for one in PICTURE.finditer(text_of(spoken, file))]
    assert {one["file"] for one in used} == {
        f"pictures/{one.name}" for one in (folder / "pictures").iterdir()
    }
    assert all(len(one["told"]) > 2 for one in used)
    assert not any(QImage(str(folder / one["file"])).isNull() for one in used)


def test_pictures_are_small():
    size = sum(
        one.stat().st_size
        for code in language.LANGUAGES
        for one in resources.path("help", code).rglob("*.png")
    )
    assert size < MOST_BYTES


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_section_says_something(spoken: str):
    assert [one.topic for one in sections(spoken) if not one.text.strip()] == []


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_figures_are_those_of_the_policy(program, qapp, code: str):
    language.apply(qapp, code)
    entries = load().entries
    told = [shown(file, code) for file in FILES]
    assert not any("{{" in text for text in told)
    said = helpfigures.filled("{{price_rule.threshold}} {{risk.toss}} {{risk.draws}}")
    assert said == f"{entries['price_rule.threshold'].value:.0f} 40% 20,000"
    row = helpfigures.filled("{{figures: signing.look_days}}").splitlines()[2]
    entry = entries["signing.look_days"]
    assert f"{entry.value:.0f}" in row
    assert (entry.source_zh if code == "zh_CN" else entry.source) in row
    heading = "坑位费" if code == "zh_CN" else "slot_fee"
    assert heading in helpfigures.filled("{{columns: roster}}")


def test_a_figure_that_is_not_there_is_told():
    with pytest.raises(KeyError):
        helpfigures.filled("{{price_rule.nothing}}")
    with pytest.raises(FileNotFoundError):
        helpfigures.filled("{{nothing.at_all}}")


def test_every_topic_written_in_the_code_is_there():
    said = {topic for file in GUI.rglob("*.py") for topic in WHY.findall(file.read_text(encoding="utf-8"))}
    assert len(said) > 20
    assert said <= topics("en")
    assert {page.name for page in PAGES} <= topics("en")
    assert {f"settings#{one.code}" for one in PURPOSES} <= topics("en")


def _marks(page: QWidget) -> list[QToolButton]:
    return [one for one in page.findChildren(QToolButton) if one.property("topic")]


def test_the_overview_explains_each_of_its_numbers(program, qtbot: QtBot):
    page = program.window.show_page("overview")
    qtbot.waitUntil(lambda: len(_marks(page)) == 10)
    assert {one.property("topic") for one in _marks(page)} <= topics("en")


def test_every_tab_and_section_has_a_question_mark_of_its_own(program, qtbot: QtBot):
    furnish(qtbot, program)
    for name in ("roster", "orders", "matrix", "launch", "results"):
        page = program.window.show_page(name)
        tabs = next(one for one in page.findChildren(QTabWidget) if one.cornerWidget() is not None)
        told = []
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            told.append(tabs.cornerWidget().property("topic"))
        assert len(set(told)) == tabs.count()
        assert set(told) <= topics("en")
    settings = program.window.show_page("settings")
    for name in SECTIONS:
        assert _marks(settings.open_section(name)), name
    figures = settings.figures
    for place in range(figures.purpose.count()):
        figures.purpose.setCurrentIndex(place)
        figures.purpose.activated.emit(place)
        assert figures.why.property("topic") in topics("en")


def test_the_comparison_explains_each_way_to_look_at_it(program, qtbot: QtBot):
    furnish(qtbot, program)
    compare = program.window.show_page("matrix").plan.compare
    kinds: QTabBar = compare.kinds
    told = set()
    for place in range(kinds.count()):
        kinds.setCurrentIndex(place)
        told |= {one.property("topic") for one in _marks(compare)}
    assert told >= {"matrix#rivals", "matrix#prices", "matrix#trials"}
    assert told <= topics("en")


def test_a_card_shows_the_paragraph_and_no_table(program, qtbot: QtBot):
    page = program.window.show_page("matrix")
    (mark,) = (one for one in _marks(page) if one.property("topic") == "matrix#limits")
    mark.click()
    card = next(one for one in mark.findChildren(QFrame) if one.isVisible() and one.property("card"))
    said = " ".join(one.text() for one in card.findChildren(QWidget) if hasattr(one, "text"))
    assert "30%" in said
    assert "{{" not in said
    assert "![" not in said
    card.close()


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_every_paragraph_fits_on_its_card(program, qapp, code: str):
    language.apply(qapp, code)
    page = program.window.show_page("matrix")
    mark = next(one for one in _marks(page) if one.property("topic") == "matrix#limits")
    cut = []
    for one in sections(code):
        mark.ask(one.topic)
        mark.click()
        card = next(part for part in mark.findChildren(QFrame) if part.isVisible() and part.property("card"))
        labels = card.findChildren(QLabel)
        if card.height() > page.height() or any(x.heightForWidth(x.width()) > x.height() for x in labels):
            cut.append(one.topic)
        card.close()
        qapp.sendPostedEvents(card, QEvent.Type.DeferredDelete)
    assert cut == []


def test_f1_opens_the_help_on_the_page_and_links_lead_there_and_back(program, qtbot: QtBot):
    window = program.window
    window.show_page("products")
    window.actions_by_name["help"].trigger()
    help_window = whole(window.findChild(HelpWindow))
    assert help_window.topic == "products"
    help_window.text.anchorClicked.emit(QUrl("ideas.md#small-tests"))
    assert help_window.topic == "ideas#small-tests"
    qtbot.mouseClick(help_window.back, Qt.MouseButton.LeftButton)
    assert help_window.topic == "products"
    assert help_window.contents.currentItem().text().strip() == "The products page"
    assert show_help(window) is help_window


def test_f1_in_every_dialog_opens_its_paragraph(program, qtbot: QtBot, tmp_path: Path):
    furnish(qtbot, program)
    asked = set()
    for name, dialog in dialogs(qtbot, program, tmp_path):
        if isinstance(dialog, HelpWindow):
            continue
        keys = [one for one in dialog.findChildren(QShortcut) if one.property("topic")]
        assert len(keys) == 1, name
        assert str(keys[0].property("topic")) in topics("en"), name
        asked.add(str(keys[0].property("topic")))
    assert len(asked) >= 5


def test_every_dialog_in_the_code_has_the_key():
    written = {file: file.read_text(encoding="utf-8") for file in GUI.rglob("*.py")}
    having = {file.name for file, text in written.items() if re.search(r"\(QDialog\)|= QDialog\(", text)}
    assert len(having) >= 9
    assert having <= {file.name for file, text in written.items() if "help_on(" in text}


def test_the_key_works_while_a_dialog_holds_the_window(program, qtbot: QtBot):
    dialog: QDialog = open_claims(program.window, load(), None)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.isModal()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    opened = whole(dialog.findChild(HelpWindow))
    assert opened.topic == "roster#claims"
    qtbot.mouseClick(opened.contents.viewport(), Qt.MouseButton.LeftButton)
    assert opened.isVisible()
    dialog.close()


def whole(opened: HelpWindow | None) -> HelpWindow:
    """The window with all that comes to it a few turns later."""
    assert opened is not None
    opened.later.finish()
    opened.text.finish()
    return opened


def show_help(parent: QWidget, topic: str = "start") -> HelpWindow:
    return whole(helpview.show_help(parent, topic))


def _hits(help_window: HelpWindow) -> list[str]:
    rows = (help_window.contents.item(row) for row in range(help_window.contents.count()))
    return [item.text().strip() for item in rows if not item.isHidden()]


def test_the_contents_show_the_files_and_the_open_one_in_full(program):
    help_window = show_help(program.window, "glossary")
    assert len(_hits(help_window)) == len(FILES)
    help_window.go("matrix#risk")
    assert "Profit and loss" in _hits(help_window)
    assert help_window.contents.currentItem().text().strip() == "Profit and loss"


def test_search_finds_text_chinese_and_its_sound(program, qtbot: QtBot, qapp):
    help_window = show_help(program.window, "start")
    help_window.search.setText("promotion on douyin")
    assert _hits(help_window) == ["Qianchuan · Glossary"]
    qtbot.keyClick(help_window.search, Qt.Key.Key_Return)
    assert help_window.topic == "glossary#qianchuan"
    help_window.text.finish()
    assert [one.cursor.selectedText() for one in help_window.text.extraSelections()] == [
        "promotion on Douyin"
    ]
    help_window.search.clear()
    assert help_window.text.extraSelections() == []
    language.apply(qapp, "zh_CN")
    assert help_window.windowTitle() == "帮助"
    help_window.search.setText("坑产比")
    assert _hits(help_window) == ["保量 · 词汇表"]
    help_window.search.setText("kwf")
    qtbot.waitUntil(lambda: _hits(help_window)[0].startswith("坑位费"))
    qtbot.keyClick(help_window.search, Qt.Key.Key_Return)
    help_window.text.finish()
    assert "坑位费" in help_window.text.textCursor().block().text()
    assert spoken() == "zh_CN"


def test_pictures_come_later_and_need_no_more_room_then(program, qtbot: QtBot):
    text = show_help(program.window, "matrix").text
    name, kind = QUrl("pictures/matrix.png"), QTextDocument.ResourceType.ImageResource.value
    room = text.loadResource(kind, name)
    assert isinstance(room, QImage)
    assert len({room.pixel(x, 90) for x in range(room.width())}) == 1
    qtbot.waitUntil(lambda: not text._reader.is_running())
    picture = text.document().resource(kind, name)
    assert picture.deviceIndependentSize().toSize() == room.size()
    assert picture.deviceIndependentSize().width() <= WIDEST
    assert len({picture.pixel(x, 90) for x in range(picture.width())}) > 1


def test_the_window_comes_first_and_opening_it_keeps_the_program_awake(
    program, qtbot: QtBot, heartbeat: Callable[[], Any]
):
    page = program.window.show_page("matrix")
    program.window.later.finish()
    with heartbeat() as beat:
        opened = helpview.show_help(page, "matrix#risk")
        assert opened.isVisible()
        assert opened.text.toPlainText() == ""
        opened.go("matrix#limits")  # asked for before there is anything to show
        qtbot.waitUntil(lambda: opened.contents.count() > len(FILES))
    print(f"longest gap {beat.longest:.0f} ms")
    assert beat.longest < STALLED
    assert opened.topic == "matrix#limits"
    assert not opened.back.isEnabled()
    assert opened.contents.currentItem().text().strip() == "Limits"


def blocks(document: QTextDocument) -> list[tuple[object, ...]]:
    """Every paragraph with its look, and whether it stands in a table or a list."""
    found, block = [], document.begin()
    while block.isValid():
        style, table = block.blockFormat(), QTextCursor(block).currentTable()
        pieces = [(p.fragment().text(), p.fragment().charFormat().fontWeight()) for p in block]
        margins = style.topMargin(), style.bottomMargin(), style.lineHeight()
        found.append((pieces, style.headingLevel(), margins, table and table.rows(), bool(block.textList())))
        block = block.next()
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_text_that_comes_in_parts_is_the_same_as_one_that_comes_whole(
    program, qtbot: QtBot, language, monkeypatch
):
    text, parted = show_help(program.window).text, 0
    for file in FILES:
        text.show_text(shown(file, language))
        parted += bool(text._rest)
        qtbot.waitUntil(lambda: not text._rest)  # without anybody's doing
        cut = blocks(text.document())
        with monkeypatch.context() as patch:
            patch.setattr(helppage, "PART", 10**6)
            text.show_text(shown(file, language))
            assert not text._rest
        assert cut == blocks(text.document())
    assert parted >= 4


def test_a_heading_and_a_word_far_below_are_found_when_their_part_is_there(program, qtbot: QtBot):
    opened = show_help(program.window, "start")
    opened.search.setText("refund")
    opened.go("glossary#gmv")
    text = opened.text
    qtbot.waitUntil(lambda: "GMV" in text.textCursor().block().text())
    qtbot.waitUntil(lambda: not text._rest)
    assert text.textCursor().block().blockFormat().headingLevel() == 2
    assert 0 <= text.cursorRect().top() < text.viewport().height()
    assert len(text.extraSelections()) == len(re.findall("refund", text.toPlainText(), re.I)) > 1


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_file_of_the_help_keeps_the_window_away(program, language):
    """Neither when it is opened nor in any of the turns in which more of it comes."""
    program.choose_language(language)
    opened, taken = show_help(program.window), {}
    helpfigures.prepare(language)  # a worker does that before anybody reads

    for file in FILES:
        taken[file] = worked(lambda file=file: opened.go(file))
        while opened.text._rest:
            taken[file] = max(taken[file], worked(opened.text._append))
    print(max(taken.items(), key=lambda one: one[1]))
    assert {file: took for file, took in taken.items() if took > WORKED} == {}


def test_nothing_is_loaded_from_elsewhere(program, qtbot: QtBot):
    text = show_help(program.window).text
    for address in ("https://example.com/a.png", "file:///etc/hostname", "/etc/hostname", "../../app.py"):
        assert text.loadResource(2, QUrl(address)) is None


def test_f1_in_a_tab_opens_the_paragraph_of_that_tab(program, qtbot: QtBot):
    furnish(qtbot, program)
    page = program.window.show_page("matrix")
    for place, topic in ((0, "matrix#table"), (6, "matrix#left-out")):
        page.plan.setCurrentIndex(place)
        (page.plan.choices if not place else page.plan.rejected).view.setFocus()
        program.window.actions_by_name["help"].trigger()
        opened = whole(program.window.findChild(HelpWindow))
        assert opened.topic == topic
        opened.close()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)


# ── words ──

CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"\.?[A-Za-z](?:[A-Za-z+/]|\.(?=[a-z]))*")
IN_CHINESE = frozenset({
    *("A", "B", "C", "D", "Excel", "CSV", "TXT", ".xlsx", ".xls", ".ics", "GMV", "GPM", "UV", "HHI", "ROI", "PDF"),
    *("MCN", "TikTok", "Shop", "Ctrl+", "Ctrl+C", "Ctrl+I", "Ctrl+K", "Ctrl+P", "Ctrl+Y", "Ctrl+Z", "Ctrl+/"),
    *("Ctrl+V", "Ctrl+Shift+E", "Ctrl+Shift+V", "F", "Esc", "E+", "kwf"),
})  # fmt: skip
"""Letters a Chinese merchant reads every day, keys, and what is typed as an example."""
MARKUP = re.compile(r"\{\{[^}]*\}\}|\{#[^}]*\}|\]\([^)]*\)")


def test_the_chinese_help_has_no_english_words():
    odd = {
        word
        for file in FILES
        for word in LATIN.findall(MARKUP.sub(" ", text_of("zh_CN", file)))
        if word not in IN_CHINESE
    }
    assert odd == set()


def test_the_english_help_has_no_chinese():
    assert [file for file in FILES if CHINESE.search(MARKUP.sub(" ", text_of("en", file)))] == []


ON_SCREEN = {"zh_CN": re.compile("「([^」]+)」"), "en": re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")}
"""How the help writes what stands on the screen; what people say is in “ ”."""
KEYS_OF_MENUS = re.compile(r"\(&\w\)|&(?=\w)|…$")


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_names_in_the_help_are_those_on_the_screen(spoken: str):
    tree = ElementTree.fromstring(resources.text("i18n", "app_zh_CN.ts"))
    texts = tree.iter("translation" if spoken == "zh_CN" else "source")
    known = {KEYS_OF_MENUS.sub("", one.text or "") for one in texts}
    said = {name for file in FILES for name in ON_SCREEN[spoken].findall(text_of(spoken, file))}
    assert len(said) > 20
    assert {name for name in said if KEYS_OF_MENUS.sub("", name) not in known} == set()


TERMS = (
    "坑位费 佣金率 纯佣 阶梯佣金 保量 合作方式 场次 直播 短视频/图文 达人 头部 腰部 尾部 素人 层级 按层级配比 店播 创始人自播 导购 MCN 机构 团长 "
    "粉丝数 场均观看 互动率 真实度 水分 刷单 契合度 调性 人群 进店 子订单 GMV 退款后成交额 客单价 退货率 平台扣点 样品 每单毛利 "
    "保本 ROI 保本订单 首单利润 长期利润 复购率 复购周期 复购等级 购买模型 顾客分层 逾期未购 69 元法则 集中度 亏损概率 20 次里有 1 次 "
    "试播 合理坑位费 话术 锁定 排除 垫资 自己人工时 承载力 超负荷 迟发 临时工 节日拉动 口碑传播 跟风买家 档期 运营 底薪 提成 复盘 结算 匹配率 "
    "售后 可靠程度 模型参数 备份 保量退款 观众重合 有疑点"
)
"""Terms of the trade as they stand in the Chinese window, the one list of them: each is in its translations and in the glossary."""
SPLIT = re.compile(r" (?!机构|ROI|次里有|1 次|元法则)")


def _terms() -> list[str]:
    return SPLIT.split(TERMS)


def test_terms_on_the_screen_are_in_the_glossary():
    terms = _terms()
    assert len(terms) >= 60
    window = resources.text("i18n", "app_zh_CN.ts")
    assert [term for term in terms if term not in window] == []
    glossary = text_of("zh_CN", GLOSSARY)
    assert [term for term in terms if term not in glossary] == []
    headed = [one for one in sections("zh_CN") if one.topic.startswith(f"{GLOSSARY}#")]
    assert len(headed) >= 60


def test_terms_are_told_in_a_sentence_or_two():
    for code, ends in (("zh_CN", "。"), ("en", ".")):
        for one in sections(code):
            if one.topic.startswith(f"{GLOSSARY}#"):
                assert one.text.endswith(ends), one.topic
                assert one.text.count(ends) <= 3, one.topic


def test_the_help_knows_every_page_and_tab_by_its_name(program, qtbot: QtBot, qapp):
    """What the text calls a tab is what the tab is called: the heading of its paragraph, or a part of it."""
    furnish(qtbot, program)
    language.apply(qapp, "zh_CN")
    QApplication.processEvents()
    titles = {one.topic: one.title for one in sections("zh_CN")}
    for name in ("roster", "orders", "matrix", "launch", "results"):
        page = program.window.show_page(name)
        tabs = next(one for one in page.findChildren(QTabWidget) if one.cornerWidget() is not None)
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            topic = str(tabs.cornerWidget().property("topic"))
            assert tabs.tabText(place) in titles[topic], topic
