"""Writing a file tells what is done, how far, and can be stopped: whoever stops it keeps the file he had."""

import datetime as dt
import threading
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.dialogs.printing import PrintDialog, new_printer
from gui.paper import Paper, grid, heading
from gui.press import pages, pdf, print_on, printed_to
from gui.words.reasons import progress
from gui.working import Working
from gui.workstrip import WorkStrip
from model.errors import Cancelled, InputError
from model.intake.out.book import BookSheet, Item, write_book
from model.intake.out.out import save
from model.watching import stepping, within

GUI = Path(__file__).parents[2] / "gui"
OLD = b"what was there before"

pytestmark = pytest.mark.usefixtures("qapp")


def a_paper(rows: int = 120) -> Paper:
    lines = [(str(n), f"line {n}") for n in range(rows)]
    return Paper("Paper", dt.date(2026, 11, 22), [heading("Paper"), *grid(("No", "What"), lines, (-20, 80))])


class Heard:
    """Hears the steps; from a step on nobody waits."""

    def __init__(self, until: int = 10**6) -> None:
        self.steps: list[tuple[str, float]] = []
        self._until = until

    def __call__(self, code: str, share: float) -> None:
        if len(self.steps) >= self._until:
            raise Cancelled
        self.steps.append((code, share))


# ── the press and the workbook ──


@pytest.mark.parametrize("work", [pdf, lambda paper, step: pages(paper, 40, step)])
def test_the_press_tells_every_page_in_turn(work: Callable[..., object]) -> None:
    heard = Heard()
    work(a_paper(), heard)
    count = len(PdfReader(BytesIO(pdf(a_paper()))).pages)
    assert count > 2
    told = [code for code, _share in heard.steps if code.startswith("paper_page")]
    assert told == [f"paper_page/{n}/{count}" for n in range(1, count + 1)]
    shares = [share for _code, share in heard.steps]
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] <= shares[-1] < 1.0


def test_stopped_at_any_step_the_file_is_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)
    paper = a_paper(40)
    asked: list[int] = []
    printed_to(lambda: paper, tmp_path / "whole.pdf", progress=lambda *_: None, cancelled=lambda: asked.append(1) is not None)  # fmt: skip
    for last in range(len(asked)):
        left = [False] * last
        with pytest.raises(Cancelled):
            printed_to(lambda: paper, path, progress=lambda *_: None, cancelled=lambda left=left: left.pop() if left else True)  # fmt: skip
        assert path.read_bytes() == OLD
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.pdf", "whole.pdf"]


def test_a_printer_that_is_stopped_gets_no_further_page(tmp_path: Path) -> None:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    whole = Heard()
    pdf(a_paper(), whole)
    with pytest.raises(Cancelled):
        print_on(a_paper(), printer, Heard(until=len(whole.steps) - 1))
    pages_told = [code for code, _share in whole.steps if code.startswith("paper_page")]
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == len(pages_told) - 1


def test_the_workbook_tells_its_sheets_and_stops_between_them(tmp_path: Path) -> None:
    sheets = [BookSheet(f"S{n}", ["a"], [[Item(n)]], [10]) for n in range(3)]
    heard = Heard()
    write_book(tmp_path / "whole.xlsx", sheets, "Calibri", "T", heard)
    assert [code for code, _ in heard.steps] == [f"book_sheet/{n}/3" for n in (1, 2, 3, 3)]
    assert heard.steps[-1][1] == 1.0
    path = tmp_path / "a.xlsx"
    path.write_bytes(OLD)
    for last in range(len(heard.steps)):
        with pytest.raises(Cancelled):
            write_book(path, sheets, "Calibri", "T", Heard(until=last))
        assert path.read_bytes() == OLD


def test_a_part_of_the_work_fills_its_share() -> None:
    heard = Heard()
    part = within(heard, 0.4, 1.0)
    for share in (0.0, 0.5, 1.0):
        part("reading", share)
    assert [share for _, share in heard.steps] == pytest.approx([0.4, 0.7, 1.0])
    assert progress("paper_page/3/6") == "Page 3 of 6…"


def test_a_file_that_cannot_be_made_leaves_the_old_one_and_a_device_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        save(tmp_path / "no" / "a.pdf", b"x")
    (tmp_path / "a.pdf").write_bytes(OLD)
    save(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    save(Path("/dev/null"), b"x")
    assert Path("/dev/null").is_char_device()


# ── the window ──


class Gate:
    """Work that waits half done until it is let go on, or stopped."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()

    def __call__(self, path: Path, *, progress: Callable[[str, float], None], cancelled: Callable[[], bool]) -> Path:  # fmt: skip
        step = stepping(progress, cancelled)
        step("paper_page/1/2", 0.5)
        while not self.goes_on.wait(0.01):
            if cancelled():
                raise Cancelled
        step("paper_page/2/2", 0.9)
        save(path, b"new")
        return path


def test_long_writing_shows_how_far_it_is_and_is_stopped_by_its_button(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    page: Any = program.window.show_page("matrix")
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)
    page.writing.run(Gate(), path)
    qtbot.waitUntil(page.writing.isVisible)
    qtbot.waitUntil(lambda: page.writing.doing.text() == "Page 1 of 2…")
    assert page.writing.bar.value() == 50
    assert page.writing.stop.text() == "Stop"
    with qtbot.waitSignal(page.writing.stopped):
        qtbot.mouseClick(page.writing.stop, Qt.MouseButton.LeftButton)
    assert not page.writing.isVisible()
    assert page.notice.text.text() == "Stopped: the file was not written."
    assert path.read_bytes() == OLD
    gate = Gate()
    page.writing.run(gate, path)
    with qtbot.waitSignal(page.writing.done):
        gate.goes_on.set()
    assert path.read_bytes() == b"new"
    assert str(path) in page.notice.text.text()


def test_what_is_over_in_a_blink_shows_no_strip(qtbot: QtBot) -> None:
    strip = WorkStrip()
    qtbot.addWidget(strip)
    gate = Gate()
    gate.goes_on.set()
    shown: list[bool] = []
    strip._soon.timeout.connect(lambda: shown.append(True))
    with qtbot.waitSignal(strip.done):
        strip.run(lambda **_steer: "made")
    assert not strip._soon.isActive()
    assert shown == []


@pytest.mark.parametrize("upright", [False, True])
def test_work_is_seen_from_its_first_step_to_its_end_and_told_once_that_it_goes_on(
    qtbot: QtBot, upright: bool
) -> None:
    work = Working(upright=upright)
    qtbot.addWidget(work)
    assert work.isHidden()
    work.set_running(True, "Reading…")
    assert work.isVisible()
    assert (work.doing.text(), work.bar.value()) == ("Reading…", 0)
    work.tell("Planning…", 0.4)
    work.set_running(True, "Reading…")
    assert (work.doing.text(), work.bar.value()) == ("Planning…", 40)
    with qtbot.waitSignal(work.stopped):
        qtbot.mouseClick(work.stop, Qt.MouseButton.LeftButton)
    work.set_running(False)
    assert work.isHidden()


def test_work_worth_telling_only_later_is_shown_later_and_not_at_all_when_it_is_over(qtbot: QtBot) -> None:
    work = Working(soon=30)
    qtbot.addWidget(work)
    work.set_running(True)
    assert work.isHidden()
    qtbot.waitUntil(work.isVisible)
    work.set_running(False)
    work.set_running(True)
    work.set_running(False)
    assert not work._soon.isActive()
    assert work.isHidden()


def test_a_preview_that_is_closed_lays_nothing_out_any_more(qtbot: QtBot, program: Program) -> None:
    from gui.dialogs.printing import open_preview

    let_go = threading.Event()

    def slow() -> Paper:
        let_go.wait(10)
        return a_paper(3)

    page = program.window.show_page("matrix")
    dialog = open_preview(page, slow)
    qtbot.waitUntil(dialog.job.isVisible)
    with qtbot.waitSignal(dialog.finished):
        qtbot.mouseClick(dialog.job.stop, Qt.MouseButton.LeftButton)
    let_go.set()


def test_a_preview_saves_and_stops_saving(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    from gui.dialogs.printing import open_preview

    dialog: PrintDialog = open_preview(program.window.show_page("matrix"), lambda: a_paper(60))
    qtbot.waitUntil(lambda: dialog.paper is not None, timeout=20_000)
    with qtbot.waitSignal(dialog.writer.done, timeout=20_000):
        dialog.save_to(tmp_path / "a.pdf")
    assert "a.pdf" in dialog.told.text()
    (tmp_path / "b.pdf").write_bytes(OLD)
    dialog.save_to(tmp_path / "b.pdf")
    dialog.writer.cancel()
    assert dialog.told.text() == "Stopped: the file was not written."
    dialog.reject()


def test_there_is_one_bar_for_all_work() -> None:
    """Others would look and sound different, and tell no time left."""
    made = {path.name for path in GUI.rglob("*.py") if "QProgressBar(" in path.read_text("utf-8")}
    assert made == {"working.py"}
