"""The other papers: the negotiation sheet, the operator's page, and what Ctrl+P prints from where."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from gui import words
from gui.dialogs.printing import PrintDialog, new_printer
from gui.hostsheet import in_doubt, write_sheet
from gui.hostsheet import sheet as host_sheet
from gui.paper import Paper, form, grid, heading, listed, paragraph, section
from gui.paysheet import sheet as pay_sheet
from gui.press import pages, pdf
from gui.report import speaking
from gui.session import LAUNCH
from gui.words.plain import plain_voice
from model.advice import advise
from model.authenticity.audit import Audit, audit
from model.authenticity.fee import negotiation
from model.demo import demo_snapshot
from model.launch.overview import launch
from model.launch.setup import unpacked
from model.policy import load

DAY = dt.date(2026, 11, 22)
POLICY = load({"risk.draws": 200})
SHOP = demo_snapshot(POLICY)

pytestmark = pytest.mark.usefixtures("qapp")


def text_of(data: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


@pytest.fixture(scope="module")
def found() -> Audit:
    return audit(SHOP, POLICY, {})


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_negotiation_sheet_names_figures_prices_and_room_for_terms(
    found: Audit, tmp_path: Path, language: str
) -> None:
    place = in_doubt(found)[0]
    write_sheet(found, [place], POLICY, tmp_path / "a.pdf", language, DAY)
    text = text_of((tmp_path / "a.pdf").read_bytes())
    check = found.check.host(place)
    assert "".join(check.host.name.split()) in text
    assert ("达人谈判单" if language == "zh_CN" else "Talkingterms") in text
    assert ("谈定内容" if language == "zh_CN" else "Agreed(writehere)") in text
    points = {
        one.code: one for one in negotiation(check.host, found.fees.host(place), check.authenticity, POLICY)
    }
    first = float(points["offer_between"].values["first"])
    words.use(plain_voice(language))
    assert words.money_short(first) in text
    words.use(words.english())
    assert [image for page in PdfReader(tmp_path / "a.pdf").pages for image in page.images] == []


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_host_has_a_page_of_his_own(found: Audit, tmp_path: Path, language: str) -> None:
    """It lies on the table while he is talked to: nobody else may stand on it."""
    places = in_doubt(found)[:3]
    write_sheet(found, places, POLICY, tmp_path / "a.pdf", language, DAY)
    told = ["".join(page.extract_text().split()) for page in PdfReader(tmp_path / "a.pdf").pages]
    assert len(told) == len(places)
    for place, text in zip(places, told, strict=True):
        name = found.check.hosts[place].name
        others = {found.check.hosts[other].name for other in places if other != place}
        assert name in text
        assert not [other for other in others if other in text]


def test_points_stand_apart_from_their_marks() -> None:
    """Half a letter at least is between the two: Qt paints the mark of a list into the first one."""
    (page,) = PdfReader(BytesIO(pdf(Paper("Paper", DAY, [listed(["one", "two"])])))).pages
    places: dict[str, float] = {}
    page.extract_text(visitor_text=lambda text, _cm, tm, *_rest: places.update({text.strip(): tm[4]}))
    assert places["one"] - places["·"] > 45  # 1/300 inch: mark, and as much again


def test_hosts_in_doubt_are_the_worst_first_and_nobody_is_said(found: Audit) -> None:
    places = in_doubt(found)
    odds = [found.check.host(place).padded for place in places]
    assert 0 < len(places) <= 20
    assert odds == sorted(odds, reverse=True)
    assert {found.check.verdict(place).value for place in places} <= {"padded", "doubtful"}
    assert "No host of the roster" in "".join(
        block.html() for block in host_sheet(found, [], POLICY, DAY).blocks
    )


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_operators_page_fits_on_one_and_has_room_to_sign(language: str) -> None:
    plan = advise(SHOP, POLICY).plan
    assert plan is not None
    made = launch(plan, unpacked(None, DAY).season(DAY), (), POLICY, 0)
    words.use(plain_voice(language))
    data = pdf(pay_sheet(made, DAY))
    words.use(words.english())
    assert len(PdfReader(BytesIO(data)).pages) == 1
    assert ("约定" if language == "zh_CN" else "Agreed:") in text_of(data)


# ── the press ──


def a_paper(rows: int) -> Paper:
    return Paper(
        "Paper & title",
        DAY,
        [
            heading("Paper & title"),
            paragraph("人至金额 <b>"),
            section("Lines"),
            *grid(("No", "What"), [(str(n), f"line {n}") for n in range(rows)], (-20, 80)),
            section("Points"),
            listed(["one", "two"]),
            *form(("Terms", "Agreed"), ["fee", "day"]),
        ],
    )


@pytest.mark.parametrize(("language", "quoted"), [("en", 'about"tea"'), ("zh_CN", "about“tea”")])
def test_quotes_that_leave_a_hole_in_an_english_line_are_straight(language: str, quoted: str) -> None:
    with speaking(language):
        assert quoted in text_of(pdf(Paper("a", DAY, [paragraph("about “tea”")])))


def test_pictures_of_pages_are_as_many_as_the_pages_and_are_drawn_on() -> None:
    paper = a_paper(100)
    images = pages(paper, 60)
    assert len(images) == len(PdfReader(BytesIO(pdf(paper))).pages) > 1
    for image in images:
        assert abs(image.width() - 210 / 25.4 * 60) <= 2
        assert abs(image.height() - 297 / 25.4 * 60) <= 2
        assert len({image.pixel(x, y) for x in range(30, 460, 3) for y in range(30, 660, 3)}) > 5


def test_a_printer_prints_the_same_pages(tmp_path: Path) -> None:
    from gui.press import print_on

    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper = a_paper(100)
    print_on(paper, printer)
    printed, written = PdfReader(tmp_path / "printed.pdf"), PdfReader(BytesIO(pdf(paper)))
    assert len(printed.pages) == len(written.pages)
    for one, other in zip(printed.pages, written.pages, strict=True):
        assert "".join(one.extract_text().split()) == "".join(other.extract_text().split())


# ── the dialog ──


def opened(qtbot: QtBot, make: Callable[[], Paper]) -> PrintDialog:
    dialog = PrintDialog(make)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.paper is not None, timeout=20_000)
    return dialog


def test_the_dialog_shows_every_page_then_saves_and_prints(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, lambda: a_paper(100))
    assert len(dialog.sheets) == len(pages(a_paper(100), 60))
    assert all(sheet.accessibleName() for sheet in dialog.sheets)
    with qtbot.waitSignal(dialog.writer.done):
        dialog.save_to(tmp_path / "a.pdf")
    assert "line99" in text_of((tmp_path / "a.pdf").read_bytes())
    assert "a.pdf" in dialog.told.text()
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "b.pdf"))
    with qtbot.waitSignal(dialog.writer.done):
        dialog.print_to(printer)
    assert "line99" in text_of((tmp_path / "b.pdf").read_bytes())
    dialog.reject()


def test_what_cannot_be_saved_is_said_in_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, lambda: a_paper(3))
    with qtbot.waitSignal(dialog.writer.failed):
        dialog.save_to(tmp_path / "no" / "a.pdf")
    assert "a.pdf" in dialog.told.text()
    dialog.reject()


# ── from the window ──


def test_ctrl_p_without_a_plan_says_what_to_do(qtbot: QtBot, program) -> None:
    window = program.window
    page = window.show_page("matrix")
    assert page.printable() is None
    window._actions["print"].trigger()
    assert page.notice.isVisibleTo(page)
    assert window._actions["print"].shortcut().toString() == "Ctrl+P"
    assert window._actions["report"].shortcut().toString() == ""


def test_the_roster_prints_the_sheet_of_the_host_that_is_checked(qtbot: QtBot, program) -> None:
    program.session.fill(SHOP)
    page = program.window.show_page("roster")
    qtbot.waitUntil(lambda: page._audit is not None and page._current is not None, timeout=20_000)
    assert page.printable() is None
    page.tabs.setCurrentIndex(2)
    make = page.printable()
    assert make is not None
    assert page._current.name in "".join(block.html() for block in make().blocks)
    page.water.print.click()
    [dialog] = page.window().findChildren(PrintDialog)
    qtbot.waitUntil(lambda: dialog.paper is not None, timeout=20_000)
    dialog.reject()


def test_where_nobody_can_be_hired_the_reason_is_printed(qtbot: QtBot, program) -> None:
    from gui.pages.planner import planner_of
    from model.errors import NothingFeasible, Problem

    page = program.window.show_page("matrix")
    planner_of(program.session).refused = NothingFeasible([Problem("all_banned", values={"n": 7})])
    make = page.printable()
    assert make is not None
    assert "7" in "".join(block.html() for block in make().blocks)


def test_the_stored_days_are_those_of_the_report(qtbot: QtBot, program) -> None:
    from gui.lastplan import last_plan_of

    program.session.fill(SHOP)
    session = program.session
    qtbot.waitUntil(lambda: session.policy is not None, timeout=20_000)
    page = program.window.show_page("matrix")
    last_plan_of(session).take(advise(session.snapshot(), POLICY))
    make = page.printable()
    assert make is not None
    assert "In this order" in "".join(block.html() for block in make().blocks)
    session.save_launch(unpacked(None, dt.datetime.now().astimezone().date()).packed(), by=None)
    assert session.setting(LAUNCH) is not None
    make = page.printable()
    assert make is not None
    assert "Calendar" in "".join(block.html() for block in make().blocks)
