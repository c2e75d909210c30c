"""“Save table…” of a very long table: how far it is is told, the window goes on, and who stops it keeps the file he had."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.jobs import drain
from gui.pages.orders import OrdersPage
from model.errors import Cancelled
from model.intake.files.tables import read_table
from model.intake.joined.summaries import HostSales
from model.intake.out.out import Column, OutTable, write_table
from tests.guards import WORKED

MANY = 20_000
OLD = b"what was there before"
A_HOST = HostSales("1", "小美", "douyin", 9, 8, 9, 59_00, 0, 59_00, 0, 9, 9, 5, 2, None, None)


@pytest.fixture
def page(program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> OrdersPage:
    """The tab of hosts, with very many of them; the file asked for is a.xlsx."""
    page = program.window.show_page("orders")
    assert isinstance(page, OrdersPage)
    page.content.show()
    page.guide.hide()
    page.tabs.setCurrentIndex(4)
    page.hosts.set_rows(replace(A_HOST, host_id=f"{n:08}") for n in range(MANY))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "a.xlsx"), ""))
    return page


def under_way(qtbot: QtBot, page: OrdersPage) -> None:
    page._save()
    qtbot.waitUntil(lambda: page.writing.isVisible() and page.writing.bar.value() > 0, timeout=20_000)
    assert page.writing.doing.text().startswith("Writing the table")


def test_a_long_table_tells_how_far_it_is_and_the_window_goes_on(
    qtbot: QtBot, page: OrdersPage, tmp_path: Path, heartbeat: Callable[[], Any]
) -> None:
    shares: list[float] = []
    page.writing._job.progressed.connect(lambda _code, share: shares.append(share))
    under_way(qtbot, page)
    with heartbeat() as beat, qtbot.waitSignal(page.writing.done, timeout=120_000):
        pass
    assert beat.busiest < WORKED
    assert len(shares) > 10
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    # the cells and the putting together are both told
    assert any(share < 0.25 for share in shares)
    assert any(0.6 < share < 0.95 for share in shares)
    assert not page.writing.isVisible()
    assert "a.xlsx" in page.notice.text.text()
    assert len(read_table(tmp_path / "a.xlsx").rows) == MANY


@pytest.mark.parametrize("old", [None, OLD])
def test_a_long_table_that_is_stopped_leaves_what_was_there(
    qtbot: QtBot, page: OrdersPage, tmp_path: Path, old: bytes | None
) -> None:
    path = tmp_path / "a.xlsx"
    if old is not None:
        path.write_bytes(old)
    before = set(tmp_path.iterdir())
    under_way(qtbot, page)
    with qtbot.waitSignal(page.writing.stopped):
        qtbot.mouseClick(page.writing.stop, Qt.MouseButton.LeftButton)
    assert not page.writing.isVisible()
    assert page.notice.text.text() == "Stopped: the file was not written."
    assert drain(3_000), "the worker goes on although nobody waits"
    assert set(tmp_path.iterdir()) == before
    assert old is None or path.read_bytes() == old


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_stopped_at_any_step_no_part_of_the_table_is_left(tmp_path: Path, name: str) -> None:
    table = OutTable((Column("A"), Column("B")), tuple((n, f"b{n}") for n in range(200)))
    steps: list[float] = []
    write_table(tmp_path / name, table, lambda _code, share: steps.append(share))
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    whole = (tmp_path / name).read_bytes()
    for last in range(len(steps)):
        left = [None] * last

        def step(_code: str, _share: float, left: list[None] = left) -> None:
            if not left:
                raise Cancelled
            left.pop()

        with pytest.raises(Cancelled):
            write_table(tmp_path / name, table, step)
        assert (tmp_path / name).read_bytes() == whole
        assert [one.name for one in tmp_path.glob("*a.*")] == [name]
