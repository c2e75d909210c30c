"""Orders checked in the window: who stands out and why, the sheet for a dispute, and what a host's own orders do to him."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui import language, words
from gui.app import Program
from gui.disputesheet import write_sheet
from gui.pages.ordercheckview import OrderCheckView
from gui.pages.orders import OrdersPage
from gui.pages.roster import RosterPage
from gui.words import orderwater, water
from model.intake.out.templates import write_rows
from model.records import Influencer

HEADER = ("订单编号", "买家", "付款时间", "商品", "数量", "实付金额", "退款金额", "达人ID")


def orders(path: Path) -> Path:
    """A host whose buyers are many, one whose fifty orders come from three accounts at once and go back, and the shop's own."""
    rows: list[tuple[object, ...]] = [
        (f"o{n}", f"u{n}", f"2026-03-01 20:{n % 60:02d}:00", "面膜", 1, 69, 0, "h1") for n in range(40)
    ]
    rows += [(f"p{n}", f"w{n}", f"2026-03-01 21:{n % 60:02d}:00", "面膜", 1, 69, 0, "") for n in range(60)]
    rows += [
        (f"q{n}", f"13800138{n % 3:03d}", "2026-03-01 20:30:00", "面膜", 1, 69, 69 if n % 5 else 0, "h2")
        for n in range(50)
    ]
    rows += [(f"r{n}", f"v{n}", "2026-03-01 20:30:00", "面膜", 1, 69, 0, "h3") for n in range(5)]
    write_rows(path, HEADER, rows)
    return path


@pytest.fixture
def view(qtbot: QtBot, program: Program, tmp_path: Path, bring_in: Callable[..., Any]) -> OrderCheckView:
    page = program.window.show_page("orders")
    assert isinstance(page, OrdersPage)
    bring_in(orders(tmp_path / "订单.csv")).close()
    qtbot.waitUntil(lambda: page.check.checks.audit is not None, timeout=20_000)
    page.tabs.setCurrentIndex(2)
    return page.check


def test_the_host_who_stands_out_comes_first_with_every_piece_and_its_orders(view: OrderCheckView) -> None:
    rows = [(row.name, row.found.orders, row.found.verdict.value) for row in view.hosts.model.rows]
    assert rows[0] == ("h2", 50, "padded")
    assert set(rows[1:]) == {("h1", 40, rows[1 + (rows[1][0] != "h1")][2]), ("h3", 5, "unknown")}
    assert {row.found.verdict.value for row in view.hosts.model.rows if row.name == "h1"} <= {
        "clean",
        "unknown",
    }
    audit = view.checks.audit
    assert audit is not None
    assert view.verdict.text() == orderwater.summary([row[2] for row in rows])
    assert "1 have orders that look inflated" in view.verdict.text()
    assert view.said.text().startswith("A good part of the orders looks inflated")
    assert "50 orders" in view.facts.text()
    pieces = view.hosts.model.rows[0].found.evidence
    shown = [row.fact.text() for row in view.evidence.rows if not row.isHidden()]
    assert shown == [water.evidence(piece) for piece in pieces]
    assert view.orders.model.rowCount() == 50
    assert view.orders.model.texts(0)[:3] == ("q0", "03-01 20:30:00", "69.00")
    view.hosts.choose(next(row.key for row in view.hosts.model.rows if row.name == "h3"))
    assert view.said.text().startswith("Cannot be told")
    assert view.orders.isHidden()


def printed(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_text_is_copied_and_the_sheet_printed_without_any_buyer(
    qtbot: QtBot, view: OrderCheckView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.mouseClick(view.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert copied.startswith("h2: 50 orders")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "h2"), ""))
    with qtbot.waitSignal(view.saved, timeout=20_000) as told:
        qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton)
    assert told.args == [tmp_path / "h2.pdf"]
    text = printed(tmp_path / "h2.pdf")
    for part in ("q0", "q49", "2026-03-01 20:30:00", "What we ask for", "50 of 50 orders"):
        assert part in text
    for said in (copied, text):
        assert "13800138" not in said
        assert not any(word in said.lower() for word in ("fraud", "cheat", "fake"))


def test_the_sheet_speaks_chinese_and_accuses_nobody(view: OrderCheckView, tmp_path: Path) -> None:
    audit = view.checks.audit
    assert audit is not None
    write_sheet(audit, [view.hosts.model.rows[0].place], tmp_path / "a.pdf", "zh_CN", date(2026, 3, 2))
    text = printed(tmp_path / "a.pdf")
    assert "2026-03-02" in text
    assert "订单" in text
    assert not any(word in text for word in ("造假", "欺诈", "骗", "作弊", "刷单"))
    assert words.language() == "en"


def test_a_check_that_is_stopped_can_be_begun_again(qtbot: QtBot, view: OrderCheckView) -> None:
    view.checks.start()
    view.checks.stop()
    assert not view.checks.is_running()
    assert view.hosts.model.rowCount() == 0
    assert view.again.isVisible()
    with qtbot.waitSignal(view.checks.changed, timeout=20_000, check_params_cb=lambda *_: True):
        qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.checks.audit is not None, timeout=20_000)
    assert view.hosts.model.rowCount() == 3


def test_orders_that_name_no_host_cannot_be_told(
    qtbot: QtBot, program: Program, tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    page = program.window.show_page("orders")
    write_rows(
        tmp_path / "a.csv",
        HEADER[:-1],
        [(f"o{n}", f"u{n}", "2026-03-01 20:00:00", "面膜", 1, 69, 0) for n in range(9)],
    )
    bring_in(tmp_path / "a.csv").close()
    qtbot.waitUntil(lambda: page.check.checks.checked is not None, timeout=20_000)
    assert page.check.verdict.text().startswith("Cannot be told")
    assert not page.check.sheet.isEnabled()


def test_the_language_changes_without_checking_again(qapp: QApplication, view: OrderCheckView) -> None:
    before = view.checks.checked
    language.apply(qapp, "zh_CN")
    assert view.checks.checked is before
    assert "位达人" in view.verdict.text()


def test_own_orders_reach_the_water_check_of_the_roster(
    qtbot: QtBot, program: Program, view: OrderCheckView
) -> None:
    program.session.save_influencers([Influencer("h2", "阿水", "douyin")], None)
    page = program.window.show_page("roster")
    assert isinstance(page, RosterPage)
    qtbot.waitUntil(lambda: page._verdict("h2") == "padded", timeout=20_000)
    page.choose("h2")
    page.tabs.setCurrentIndex(2)
    shown = [row.fact.text() for row in page.water.evidence.rows if not row.isHidden()]
    assert any("the rest of your shop" in text for text in shown)
