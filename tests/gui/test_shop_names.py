"""Orders have the titles of the shop: where none fits a product that is said, and what it is called there is chosen."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.dialogs.shopnames import ShopNames
from gui.pages.products import ProductsPage
from gui.session import Session
from model.records import Product

HEADER = "主订单编号,子订单编号,选购商品,商品数量,商品ID,订单应付金额,收件人手机号,订单提交时间,支付完成时间,流量来源,订单状态,达人ID,达人昵称,售后状态,鲁班落地页ID"
BEANS, CUP = "【旗舰店】意式拼配咖啡豆; 500g", "手冲壶"
LINES = 120


def line(number: int, buyer: int, day: int, product: str) -> list[str]:
    when = f"2025-{1 + day // 28:02}-{1 + day % 28:02}"
    return [f"69{number:014}", f"69{number:014}", product, "1", "", "59.00", f"138{buyer:08}", f"{when} 10:00:00",
            f"{when} 10:01:00", "精选联盟", "已完成", "", "", "-", ""]  # fmt: skip


def write(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    path.write_text("\n".join([HEADER, *(",".join(row) for row in rows)]) + "\n", "utf-8-sig")
    return path


@pytest.fixture
def page(qtbot: QtBot, program: Program, tmp_path: Path, bring_in: Callable[..., Any]) -> ProductsPage:
    """One product, and a year of orders under other names: sixty customers twice, and some of another thing."""
    rows = [line(n, n % 60, n % 60 + 90 * (n // 60), BEANS) for n in range(LINES)]
    rows += [line(n, n, 330, CUP) for n in range(LINES, LINES + 10)]
    program.session.save_product(Product("咖啡豆", 59.0, "coffee", 20.0), None)
    bring_in(write(tmp_path / "orders.csv", rows)).close()
    page = program.window.show_page("products")
    assert isinstance(page, ProductsPage)
    page.complete()
    qtbot.waitUntil(lambda: page.studies.study is not None and not page.studies.is_running(), timeout=20_000)
    qtbot.waitUntil(page.grade.names.isVisible, timeout=20_000)
    return page


def dialog_of(page: ProductsPage) -> ShopNames:
    (found,) = [one for one in page.window().findChildren(ShopNames) if one.isVisible()]
    return found


def test_the_card_says_that_no_order_is_of_the_product_and_leads_on(qtbot: QtBot, page: ProductsPage) -> None:
    told = page.grade.verdict.text()
    assert "No order line belongs to “咖啡豆”" in told
    assert f"{LINES + 10} lines belong to none of your products" in told
    assert "surer" not in told
    qtbot.mouseClick(page.grade.names, Qt.MouseButton.LeftButton)
    assert [row.name for row in dialog_of(page).table.model.rows] == [BEANS, CUP]
    dialog_of(page).reject()


def test_names_that_are_chosen_make_the_orders_count_and_can_be_undone(
    qtbot: QtBot, page: ProductsPage
) -> None:
    session: Session = page.session
    qtbot.mouseClick(page.grade.names, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    assert not dialog.link.isEnabled()
    dialog.table.choose(BEANS)
    qtbot.mouseClick(dialog.link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "60 customers" in page.grade.verdict.text(), timeout=20_000)
    (kept,) = session.products()
    assert kept.shop_names == (
        "【旗舰店】意式拼配咖啡豆 500g",
    )  # the sign that parts names is no part of one
    assert page.form.values()["shop_names"] == kept.shop_names[0]
    assert not page.grade.names.isVisible()
    assert page.sheet.names.isVisible()  # more names may be his
    session.undo()
    qtbot.waitUntil(lambda: "No order line" in page.grade.verdict.text(), timeout=20_000)


def test_names_can_be_typed_as_well(qtbot: QtBot, page: ProductsPage) -> None:
    page.form.set_values({"shop_names": f"别的；{CUP}"})
    qtbot.mouseClick(page.sheet.save, Qt.MouseButton.LeftButton)
    assert page.session.products()[0].shop_names == ("别的", CUP)
    qtbot.waitUntil(lambda: "咖啡豆: the orders span" in page.grade.verdict.text(), timeout=20_000)


def test_a_product_that_is_new_is_not_asked_for_in_the_orders(page: ProductsPage) -> None:
    page.start_new()
    assert not page.grade.names.isVisible()
    assert not page.sheet.names.isVisible()


def test_saving_warns_while_no_order_is_found_and_leads_to_the_names(
    qtbot: QtBot, page: ProductsPage
) -> None:
    qtbot.mouseClick(page.sheet.save, Qt.MouseButton.LeftButton)
    assert "no order line belongs to it" in page.notice.text.text()
    qtbot.mouseClick(page.notice.action, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    dialog.table.choose(BEANS)
    qtbot.mouseClick(dialog.link, Qt.MouseButton.LeftButton)
    assert page.notice.text.text() == "“咖啡豆” is saved."
