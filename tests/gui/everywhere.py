"""The real window with everything in it, and a walk through every page, tab and dialog of it."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from campaigns_data import LIPSTICK, MING, batch, line, session, settled
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.charts.astext import TextDialog
from gui.charts.view import ChartView, chart_pool
from gui.crashdialog import CrashDialog
from gui.dialogs.about import AboutDialog, about
from gui.dialogs.claim import ClaimDialog, open_claims
from gui.dialogs.shopnames import ShopNames
from gui.helpview import HelpWindow, show_help
from gui.pages.launch import LaunchPage
from gui.pages.matrix import MatrixPage
from gui.pages.products import ProductsPage
from gui.pages.results import ResultsPage
from gui.window import PAGES
from model.advice import Advice, advise
from model.batches import Batch, BatchKind
from model.demo import demo_snapshot
from model.intake.out.templates import write_template
from model.policy import load
from model.records import Influencer, Product, Snapshot
from tests.gui.launching import placed_in_spring


class Shop(NamedTuple):
    """What a project is filled with: the market and a plan for it, and a product and a host with their imported sheets."""

    market: Snapshot
    advice: Advice
    product: Product
    host: Influencer
    sheets: tuple[Batch, ...]


@cache
def usual() -> Shop:
    """The demo shop with a small campaign."""
    demo = demo_snapshot(load())
    bill = batch(BatchKind.SETTLEMENT, settled(1), settled(2, commission=2100), file="bill.csv")
    seen = batch(BatchKind.SESSIONS, session("03-01T19:00:00", views=9000, product_visitors=700))
    orders = batch(BatchKind.ORDERS, *_orders())
    return Shop(demo, advise(demo, load()), LIPSTICK, MING, (orders, seen, bill))


def _orders() -> list[dict[str, Any]]:
    """Customers of a host and of the shop, some of whom come back, over half a year."""
    first = dt.datetime.fromisoformat("2026-03-01T20:00:00")
    his = [line(n, "03-01T20:00:00", n, commission_fen=2000) for n in range(1, 61)]
    again = [line(100 + n, f"03-{15 + n % 12:02}T12:00:00", n, host="") for n in range(1, 41)]
    rest = [line(200 + n, "03-01T12:00:00", 500 + n, host="", paid_at=first) for n in range(60)]
    return [*his, *again, *rest, line(900, "09-01T12:00:00", 999, host="")]


def settle(qtbot: QtBot) -> None:
    """Wait until nothing is computed, drawn or laid out any more."""
    for _ in range(3):
        for pool in (QThreadPool.globalInstance(), chart_pool()):
            pool.waitForDone()
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not any(map(_is_awaited, QApplication.allWidgets())), timeout=20_000)


def _is_awaited(widget: QWidget) -> bool:
    if not isinstance(widget, ChartView) or not widget.isVisible():
        return False
    return widget._pause.isActive() or widget._drawer.is_running()


def furnish(qtbot: QtBot, program: Program, shop: Shop | None = None) -> Program:
    """Fill a program: the usual shop or another with plan and launch, orders, a host's campaigns, every page built."""
    HELD.clear()  # the window they were in is gone
    shop = shop or usual()
    program.session.fill(shop.market)
    program.session.save_product(shop.product, None)
    program.session.save_influencer(shop.host, None)
    writer = program.session.writer()
    program.session.take_import(list(map(writer.write, shop.sheets)))
    for spec in PAGES:
        page = program.window.show_page(spec.name)
        if isinstance(page, ProductsPage):
            page.complete()
        for piece in page.pieces():
            piece()
        if isinstance(page, MatrixPage):
            page._take(shop.advice)
        if isinstance(page, LaunchPage):
            page._take(placed_in_spring(shop.market, shop.advice))
        if isinstance(page, ResultsPage):
            qtbot.waitUntil(
                lambda page=page: page._review is not None and not page._job.is_running(), timeout=20_000
            )
        settle(qtbot)
    return program


def places(qtbot: QtBot, program: Program) -> Iterator[tuple[str, QWidget]]:
    """Go to every page and every tab in it; its name, and what is shown."""
    for spec in PAGES:
        page = program.window.show_page(spec.name)
        settle(qtbot)
        HELD.append(page.findChildren(QWidget))
        for name in _tabs(qtbot, page, frozenset()):
            yield f"{spec.name}{name}", page


def _tabs(qtbot: QtBot, page: QWidget, walked: frozenset[QTabBar]) -> Iterator[str]:
    bars = [
        bar for bar in page.findChildren(QTabBar) if bar.isVisible() and bar not in walked and bar.count() > 1
    ]
    if not bars:
        yield ""
    for bar in bars:
        for place in filter(bar.isTabVisible, range(bar.count())):
            bar.setCurrentIndex(place)
            settle(qtbot)
            for name in _tabs(qtbot, page, walked | set(bars)):
                yield f"/{place}{name}"
        bar.setCurrentIndex(0)


def dialogs(
    qtbot: QtBot, program: Program, folder: Path, files: tuple[Path, ...] = ()
) -> Iterator[tuple[str, QWidget]]:
    """Open every dialog in turn, and the wizard at every step (with these files or usual ones): its name, and the dialog."""
    about(program.window)
    yield from _opened(program, "about", AboutDialog)
    show_help(program.window, "start").later.finish()
    yield from _opened(program, "help", HelpWindow)
    open_claims(program.window, load(), None)
    yield from _opened(program, "claim", ClaimDialog)
    ShopNames("Tea", (), tuple, program.window).open()
    yield from _opened(program, "shop names", ShopNames)
    page = program.window.show_page("matrix")
    chart = page.findChild(ChartView)
    assert chart is not None
    chart.show_text()
    yield from _opened(program, "text", TextDialog)
    crash = CrashDialog("Traceback", program.window)
    crash.open()
    yield from _opened(program, "crash", CrashDialog)
    yield from _wizard(qtbot, program, files or _files(folder))


def _opened(program: Program, name: str, kind: type[QWidget]) -> Iterator[tuple[str, QWidget]]:
    found = [one for one in program.window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1, name
    yield name, found[0]
    found[0].close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _files(folder: Path) -> tuple[Path, Path]:
    roster, odd = folder / "roster.csv", folder / "odd.csv"
    write_template("roster", roster, "en")
    odd.write_text("a,b,c\n1,2,3\n", "utf-8")
    return roster, odd


def _wizard(qtbot: QtBot, program: Program, files: tuple[Path, ...]) -> Iterator[tuple[str, QWidget]]:
    dialog = program.window.import_files(files)
    assert dialog is not None
    qtbot.waitUntil(
        lambda: (
            bool(dialog.importer.entries) and not dialog.importer.is_busy() and not dialog._later.isActive()
        ),
        timeout=20_000,
    )
    for name in _tabs(qtbot, dialog, frozenset()):
        yield f"wizard{name}", dialog
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


HELD: list[list[QWidget]] = []
"""Every widget looked at: when PySide lets the wrapper of a widget of Qt's own go, it gives up those of the widgets in it."""


def controls(root: QWidget) -> list[QWidget]:
    """What the Tab key comes to in a page or dialog: without the inner parts of larger controls."""
    HELD.append(root.window().findChildren(QWidget))
    found = [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [
        widget
        for widget in found
        if not isinstance(widget, QHeaderView | QScrollBar) and not _is_inner(widget)
    ]


def _is_inner(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QComboBox | QAbstractSpinBox) or (
        isinstance(above, QAbstractScrollArea) and above.viewport() is widget
    )


def called(widget: QWidget) -> str:
    """A widget for the message of a test."""
    way, one = [], widget
    while one is not None and not isinstance(one, QDialog) and len(way) < 5:
        way.append(type(one).__name__)
        one = one.parentWidget()
    text = getattr(widget, "text", lambda: "")
    return (
        " < ".join(way) + f" {text()!r}"
        if callable(text) and not way[0].startswith("QPlain")
        else " < ".join(way)
    )
