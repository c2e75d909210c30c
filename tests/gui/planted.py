"""A shop whose every name looks like HTML, and what of its texts Qt would take for such."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from campaigns_data import LIPSTICK, MING, batch, line, session, settled
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from gui.app import Program
from model.advice import advise
from model.batches import BatchKind
from model.demo import demo_snapshot
from model.launch.hands import Hand, Role
from model.matrix.kept import SETTING, Kept
from model.policy import load
from model.records import Snapshot
from model.results import Result
from tests.gui.everywhere import Shop
from tests.gui.launching import SETUP

CORE = "Qzx"
PICTURE = "\ufffc"
TIP = Qt.ItemDataRole.ToolTipRole
ROWS = 4
"""Rows looked at of each table: the others are made in the same way."""


def wild(name: str) -> str:
    """A name that is a picture in bold where it is taken for HTML, and a formula where for TeX."""
    return f"<b>{CORE}{name}<img src=x>&amp;$x^$"


@cache
def wild_shop() -> Shop:
    """The demo's market and a small campaign under such names."""
    market = _renamed(demo_snapshot(load()))
    product = dataclasses.replace(LIPSTICK, name=wild("口红"), tone=(wild("调"),))
    offer = dataclasses.replace(MING.offers[0], name=wild("坑位"))
    host = dataclasses.replace(MING, name=wild("小明"), mcn=wild("机构"), offers=(offer,))
    told = {"name": host.name, "product": product.name}
    first = dt.datetime.fromisoformat("2026-03-01T20:00:00")
    orders = [line(n, "03-01T20:00:00", n, commission_fen=2000, **told) for n in range(1, 61)]
    orders += [
        line(100 + n, f"03-{15 + n % 12:02}T12:00:00", n, host="", **_of(product)) for n in range(1, 41)
    ]
    orders += [
        line(200 + n, "03-01T12:00:00", 500 + n, host="", paid_at=first, **_of(product)) for n in range(60)
    ]
    orders += [line(900, "09-01T12:00:00", 999, host="", **_of(product))]
    sheets = (
        batch(BatchKind.ORDERS, *orders, file=wild("订单.csv")),
        batch(
            BatchKind.SESSIONS, session("03-01T19:00:00", host=host.name, views=9000, product_visitors=700)
        ),
        batch(BatchKind.SETTLEMENT, settled(1), settled(2, commission=2100), file=wild("账单.csv")),
    )
    return Shop(market, advise(market, load()), product, host, sheets)


def _of(product: Any) -> dict[str, str]:
    return {"product": product.name}


def _renamed(demo: Snapshot) -> Snapshot:
    change = dataclasses.replace
    hosts = tuple(
        change(
            host,
            name=wild(host.name),
            mcn=wild(host.mcn),
            tone=(*host.tone, wild("调")),
            category=wild(host.category) if place % 3 == 0 else host.category,
            offers=tuple(change(offer, name=wild(f"{offer.name}{n}")) for n, offer in enumerate(host.offers)),
        )
        for place, host in enumerate(demo.influencers)
    )
    products = tuple(
        change(
            p, name=wild(p.name), tone=(*p.tone, wild("调")), category=p.category if n else wild(p.category)
        )
        for n, p in enumerate(demo.products)
    )
    return change(demo, influencers=hosts, products=products)


def plant(program: Program) -> None:
    """Put such names where a merchant types them: people, kept plans, results."""
    shop, session_ = wild_shop(), program.session
    hands = (Hand(wild("老板"), frozenset(Role), 4.0), Hand(wild("打包"), frozenset({Role.PACKING})))
    session_.save_launch(dataclasses.replace(SETUP, hands=hands).packed(), None)
    kept = Kept.of(wild("计划"), shop.advice.plan, dt.date(2026, 11, 1))
    session_.put_setting(SETTING, [kept.packed()])
    result = Result(shop.host.id, shop.product.name, dt.date(2026, 3, 1), 2, orders=9, gmv=900.0)
    session_.save_result(result, shop.host.name, None)


def wild_files(folder: Path) -> tuple[Path, ...]:
    """Files of hosts and of anything, with such headings and cells."""
    roster, odd = folder / wild("名单.csv"), folder / wild("其他.csv")
    cells = ",".join((wild("甲"), "抖音", wild("粉"), wild("价")))
    roster.write_text(f"昵称,平台,粉丝数,坑位费\n{cells}\n{wild('乙')},抖音,2000,300\n", "utf-8")
    odd.write_text(f"{wild('a')},{wild('b')}\n{wild('1')},2\n", "utf-8")
    return roster, odd


# ── what would be seen ──


def read(said: str) -> str:
    """What a person reads where Qt decides by itself whether a text is HTML."""
    return document(said) if GuiQt.mightBeRichText(said) else said


def document(said: str) -> str:
    """What a person reads of HTML."""
    document = QTextDocument()
    document.setHtml(said)
    return document.toPlainText()


def is_lost(seen: str) -> bool:
    """Whether letters of a planted name are not seen, or its picture is."""
    *before, _ = seen.split(CORE)
    return any(not part.endswith("<b>") for part in before) or (bool(before) and PICTURE in seen)


def lost_in(root: QObject) -> Iterator[tuple[str, str]]:
    """Everything in a window that shows a planted name otherwise than letter by letter: by whom, and the text."""
    for action in root.findChildren(QAction):
        yield from _marked("action", action.text())
        yield from _tips("action", action)
    for widget in (root, *root.findChildren(QWidget)):
        yield from _tips(type(widget).__name__, widget)
        yield from _shown(type(widget).__name__, widget)


def _shown(name: str, widget: QObject) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QTextEdit) and is_lost(widget.toPlainText()):  # a QTextBrowser too
        yield name, widget.toPlainText()
    elif isinstance(widget, QAbstractItemView | QComboBox):
        yield from _items(name, widget.model())
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield from _marked(name, widget.tabText(place))
            yield from _tip(name, widget.tabToolTip(place))
    elif isinstance(widget, QAbstractButton):
        yield from _marked(name, widget.text())
    elif isinstance(widget, QGroupBox | QMenu):
        yield from _marked(name, widget.title())


def _label(label: QLabel) -> Iterator[tuple[str, str]]:
    text, form = label.text(), label.textFormat()
    if label.objectName() == "qtooltip_label":  # of Qt's own
        yield from _tip("QToolTip", text)
        return
    if CORE not in text:
        return
    if form == Qt.TextFormat.PlainText:
        yield from _marked("label with a buddy", text) if label.buddy() else ()
    elif form == Qt.TextFormat.AutoText or is_lost(document(text)):
        yield f"label {form.name}", text


def _tips(name: str, thing: Any) -> Iterator[tuple[str, str]]:
    for text in (thing.toolTip(), thing.statusTip(), thing.whatsThis()):
        yield from _tip(name, text)


def _tip(name: str, text: str) -> Iterator[tuple[str, str]]:
    if CORE in text and is_lost(read(text)):
        yield f"tip of {name}", text


def _marked(name: str, text: str) -> Iterator[tuple[str, str]]:
    """A single & is no letter there but marks the key of the next one; a number before the name may have one."""
    if CORE in text and "&" in re.sub(r"^&\d|&&", "", text):
        yield f"key of {name}", text


def _items(name: str, model: QAbstractItemModel | None) -> Iterator[tuple[str, str]]:
    if model is None:
        return
    wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for way, count in ((Qt.Orientation.Horizontal, wide), (Qt.Orientation.Vertical, ROWS)):
        for place in range(count):
            yield from _tip(f"heading of {name}", str(model.headerData(place, way, TIP) or ""))
    for row in range(min(model.rowCount(QModelIndex()), ROWS)):
        for column in range(wide):
            yield from _tip(f"item of {name}", str(model.index(row, column).data(TIP) or ""))
