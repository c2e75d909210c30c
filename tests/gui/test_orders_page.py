"""The orders page: what to do without files, the sums over all of them, hosts and products, and taking files out."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.pages.orders import OrdersPage
from model.intake.files.tables import read_table

HEADER = "主订单编号,子订单编号,选购商品,商品数量,商品ID,订单应付金额,收件人手机号,订单提交时间,支付完成时间,流量来源,订单状态,达人ID,达人昵称,售后状态,鲁班落地页ID"
HOSTS = (("7000000000000000001", "小美"), ("7000000000000000002", "阿强"))


def line(number: int, buyer: str = "##密文", state: str = "已完成") -> list[str]:
    """An order line of 59 yuan; of every four one is refunded, of every two hosts each sells one."""
    host, name = HOSTS[number % 2]
    day = f"2025-03-{1 + number % 28:02}"
    after = "退款成功" if number % 4 == 0 else "-"
    return [f"69{number:014}", f"69{number:014}", "洁面乳", "1", "3600000000000000001", "59.00", buyer, f"{day} 10:00:00",
            f"{day} 10:01:00", "精选联盟", state, host, name, after, ""]  # fmt: skip


def write(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    path.write_text("\n".join([HEADER, *(",".join(row) for row in rows)]) + "\n", "utf-8-sig")
    return path


@pytest.fixture
def page(program: Program) -> OrdersPage:
    page = program.window.show_page("orders")
    assert isinstance(page, OrdersPage)
    return page


@pytest.fixture
def filled(qtbot: QtBot, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]) -> OrdersPage:
    """Two files: masked buyers, and five buyers of four orders each."""
    masked = write(tmp_path / "masked.csv", (line(n) for n in range(1, 41)))
    known = write(tmp_path / "known.csv", (line(n, f"1380013800{n % 5}") for n in range(101, 121)))
    bring_in(masked, known).close()
    summed(qtbot, page)
    return page


def summed(qtbot: QtBot, page: OrdersPage) -> None:
    qtbot.waitUntil(lambda: page.studies.study is not None and not page.studies.is_running(), timeout=20_000)
    qtbot.waitUntil(lambda: not page.customers.is_running(), timeout=20_000)


def cells(table: Any) -> list[dict[str, str]]:
    model = table.model
    return [
        dict(zip((c.key for c in model.columns), model.texts(row), strict=True))
        for row in range(model.rowCount())
    ]


def test_without_files_the_page_says_what_to_export_and_where(program: Program, page: OrdersPage) -> None:
    assert page.guide.isVisible()
    assert not page.content.isVisible()
    told = " ".join(where.text() for _, where in page._guide)
    names = " ".join(name.text() for name, _ in page._guide)
    for shop in ("Doudian", "Kuaishou", "WeChat", "Xiaohongshu"):
        assert shop in names
    assert told.count("host") >= 4


def test_the_sentence_counts_all_files(filled: OrdersPage) -> None:
    said = filled.said.text()
    assert "60 orders" in said
    assert "paid ¥3,540.00" in said
    assert "kept after refunds ¥2,655.00" in said
    assert "2 hosts" in said
    assert "Hosts sold 100.0% of it" in filled.more.text()
    assert "5 customers could be told apart" in filled.more.text()


def test_every_file_is_a_row_with_what_was_understood(filled: OrdersPage) -> None:
    rows = {row["file"]: row for row in cells(filled.files)}
    assert rows["masked.csv"]["what"] == "Doudian orders"
    assert (rows["masked.csv"]["lines"], rows["masked.csv"]["refunded"]) == ("40", "10")
    assert rows["masked.csv"]["buyers"] == "masked"
    assert rows["known.csv"]["buyers"] == "5"


def test_hosts_and_products_come_from_the_orders_with_no_typing(filled: OrdersPage) -> None:
    hosts = {row["host"]: row for row in cells(filled.hosts)}
    assert set(hosts) == {"小美", "阿强"}
    assert hosts["小美"]["orders"] == "30"
    assert hosts["小美"]["paid"] == "¥1,770.00"
    assert hosts["小美"]["refunded"] == "50.0%"
    assert hosts["阿强"]["refunded"] == "0.0%"
    assert hosts["小美"]["commission"] == "—"
    assert hosts["小美"]["platform"] == "Douyin"  # as on the roster: the shop there has another name
    (product,) = cells(filled.products)
    assert (product["product"], product["orders"], product["quantity"]) == ("洁面乳", "60", "60")
    assert product["platform"] == "Douyin shop"


@pytest.fixture
def checked(qtbot: QtBot, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]) -> OrdersPage:
    """Orders, a settlement that differs on one of two and tells of a third, commission under other ids, and dollars."""
    orders = write(tmp_path / "orders.csv", [line(1), line(2), [*line(3)[:11], "", "", "-", ""]])
    settlement = tmp_path / "settlement.csv"
    settlement.write_text(
        "结算时间,订单号,子订单号,结算金额,用户实付,平台服务费,佣金,收入合计,支出合计,结算单类型\n"
        f"2025-03-20 12:00:00,69{1:014},69{1:014},59.00,59.00,0.00,0.00,59.00,0.00,x\n"
        f"2025-03-20 12:00:00,69{2:014},69{2:014},50.00,50.00,0.00,0.00,50.00,0.00,x\n"
        "2025-03-20 12:00:00,777,777,50.00,50.00,0.00,0.00,50.00,0.00,x\n",
        "utf-8",
    )
    alliance = tmp_path / "alliance.csv"
    alliance.write_text(
        "订单id,商品id,商品名称,作者账号,抖音/火山号,支付金额,佣金率,预估佣金支出,订单状态,付款时间\n"
        f"69{3:014},36,洁面乳,阿强,qiang66,59.00,10%,5.90,订单付款,2025-03-04 10:01:00\n",
        "utf-8",
    )
    dollars = tmp_path / "dollars.csv"
    dollars.write_text("order id,paid time,product name,paid amount\n9,2025-03-04,Soap,$9.00\n", "utf-8")
    bring_in(orders, settlement, alliance, dollars).close()
    summed(qtbot, page)
    return page


def test_what_was_compared_and_differs_is_shown(checked: OrdersPage) -> None:
    rows = {row["file"]: row for row in cells(checked.files)}
    assert rows["settlement.csv"]["off"] == "−¥9.00"
    assert rows["alliance.csv"]["off"] == "agrees"
    assert rows["orders.csv"]["off"] == ""
    told = checked.more.text()
    assert "say something else than the orders on 1 of 3 orders compared" in told
    assert "1 row of refund, settlement and commission files speak of orders that no order file holds" in told


def test_lines_in_other_money_are_said_to_be_left_out(checked: OrdersPage) -> None:
    assert "1 line not in yuan" in checked.more.text()
    assert "¥9.00" not in checked.said.text()


def test_a_host_known_by_two_ids_is_one_and_it_is_said(checked: OrdersPage) -> None:
    hosts = {row["host"]: row for row in cells(checked.hosts)}
    assert hosts["阿强"]["orders"] == "2"
    assert f"阿强 ({HOSTS[1][0]}, qiang66)" in checked.more.text()


def test_a_list_of_hosts_with_both_ids_joins_them(
    qtbot: QtBot, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    roster = tmp_path / "hosts.csv"
    roster.write_text(f"达人ID,抖音号,达人昵称,平台,粉丝数\n{HOSTS[1][0]},qiang66,阿强,抖音,10万\n", "utf-8")
    alliance = tmp_path / "alliance.csv"
    alliance.write_text(
        "订单id,商品id,商品名称,作者账号,抖音/火山号,支付金额,佣金率,预估佣金支出,订单状态,付款时间\n"
        f"69{2:014},36,洁面乳,强哥,qiang66,59.00,10%,5.90,订单付款,2025-03-04 10:01:00\n",
        "utf-8",
    )
    orders = write(tmp_path / "orders.csv", [line(1), [*line(2)[:11], "", "", "-", ""]])
    bring_in(roster, orders, alliance).close()
    summed(qtbot, page)
    assert [row["orders"] for row in cells(page.hosts)] == ["2"]
    assert "your list of hosts name both" in page.more.text()


def test_files_are_taken_out_and_come_back(qtbot: QtBot, program: Program, filled: OrdersPage) -> None:
    assert not filled.remove.isEnabled()
    filled.files.choose(next(row.key for row in filled.files.model.rows if row.head.file == "masked.csv"))
    qtbot.mouseClick(filled.remove, Qt.MouseButton.LeftButton)
    summed(qtbot, filled)
    assert "20 orders" in filled.said.text()
    program.session.undo()
    summed(qtbot, filled)
    assert "60 orders" in filled.said.text()
    program.session.undo()
    assert filled.guide.isVisible()
    assert filled.files.model.rowCount() == filled.hosts.model.rowCount() == 0


def test_sums_are_worked_out_whatever_page_is_open_as_grades_rest_on_them(
    qtbot: QtBot, program: Program, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    program.window.show_page("products")
    bring_in(write(tmp_path / "a.csv", (line(n) for n in range(1, 11)))).close()
    summed(qtbot, page)
    program.window.show_page("orders")
    assert page.hosts.model.rowCount() == 2


def test_another_project_has_its_own_files(
    qtbot: QtBot, program: Program, filled: OrdersPage, tmp_path: Path
) -> None:
    first = program.session.path
    program.session.new(tmp_path / "other.rmx")
    assert filled.guide.isVisible()
    assert first is not None
    program.session.open(first)
    summed(qtbot, filled)
    assert "60 orders" in filled.said.text()


@pytest.mark.parametrize("name", ["hosts.xlsx", "hosts.csv"])
def test_a_table_is_written_to_a_file(
    qtbot: QtBot, filled: OrdersPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / name), ""))
    assert not filled._save_button.isEnabled()  # the first tab is no table
    filled.tabs.setCurrentIndex(4)
    with qtbot.waitSignal(filled.writing.done):
        filled._save()
    written = read_table(tmp_path / name)
    assert len(written.rows) == 2
    row = dict(zip(written.header, written.rows[0], strict=True))
    assert str(row["Id"]).strip().lstrip("'") in {host for host, _ in HOSTS}
    assert float(row["Paid"]) == 1770.0
    assert name in filled.notice.text.text()
