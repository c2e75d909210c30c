"""After the session: whose orders are unlike the rest of the shop's, why, which orders, and a sheet for a dispute."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gui import words
from gui.clock import today
from gui.orderchecks import HostOrders, order_checks_of
from gui.pages.evidencerows import EvidenceRows
from gui.pages.waterview import TONES, short, shorts
from gui.parts import Elided, card, make_button, scrolled, text_label
from gui.press import printed_to
from gui.saving import ask_pdf
from gui.scale import Space
from gui.session import Session
from gui.splitter import Splitter
from gui.tables import Column, RecordTable
from gui.words import QT_TRANSLATE_NOOP, orderwater, water
from gui.words.labels import label, labels
from gui.words.reasons import progress
from gui.working import Working
from gui.workstrip import WorkStrip
from model.intake.out.pasted import pasted
from model.records import PLATFORMS

if TYPE_CHECKING:
    from gui.paper import Paper
    from model.authenticity.orderaudit import OrderAudit
    from model.authenticity.suspects import Suspect

__all__ = ["OrderCheckView"]

ORDER: Final = ("padded", "doubtful", "unknown", "clean")
SIZES: Final = [505, 633]
LIST_HEIGHT: Final = 146
_HEAVY: Final = 0.2
_TIMES: Final = "%m-%d %H:%M:%S"


def _standing_out(row: HostOrders) -> str:
    """The heaviest finding, where there is any."""
    first = max(row.found.evidence, key=lambda one: one.weight, default=None)
    return water.subject(first.code) if first and first.weight >= _HEAVY else ""


def _signs(order: "Suspect") -> str:
    return words.listed(map(orderwater.sign, order.signs))


HOSTS: Final[tuple[Column[HostOrders], ...]] = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), lambda r: r.name, lambda r: r.name, width=0, least=150, narrow=120, free=True),
    Column("platform", QT_TRANSLATE_NOOP("Columns", "Platform"), lambda r: label(r.platform), lambda r: label(r.platform), width=86, spare=True, among=labels(*PLATFORMS)),
    Column("orders", QT_TRANSLATE_NOOP("Columns", "Paid orders"), lambda r: r.found.orders, lambda r: words.number(r.found.orders), "right", 100, narrow=80),
    Column("verdict", QT_TRANSLATE_NOOP("Columns", "Inflated?"), lambda r: ORDER.index(r.found.verdict.value), lambda r: short(r.found.verdict.value), width=104, among=shorts, badge=lambda r: TONES[r.found.verdict.value]),
    Column("why", QT_TRANSLATE_NOOP("Columns", "Stands out"), _standing_out, _standing_out, width=0, least=150, narrow=120, free=True),
)  # fmt: skip
SUSPECTS: Final[tuple[Column["Suspect"], ...]] = (
    Column("order", QT_TRANSLATE_NOOP("Columns", "Order number"), lambda s: s.order_id, lambda s: s.order_id, width=168),
    Column("at", QT_TRANSLATE_NOOP("Columns", "Paid at"), lambda s: s.paid_at, lambda s: s.paid_at.strftime(_TIMES) if s.paid_at else words.UNKNOWN, width=124),
    Column("paid", QT_TRANSLATE_NOOP("Columns", "Paid"), lambda s: s.paid, lambda s: words.number(s.paid, 2), "right", 78),
    Column("signs", QT_TRANSLATE_NOOP("Columns", "What it shows"), _signs, _signs, width=0, free=True),
)  # fmt: skip


class OrderCheckView(QWidget):
    """Hosts by their orders on the left, what was found of the chosen one on the right."""

    failed = Signal(object)
    saved = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks = order_checks_of(session)
        self.verdict = text_label("section")
        self.work, self.again = Working(), make_button("play", self.checks.start)
        self.hosts: RecordTable[HostOrders] = RecordTable(HOSTS, lambda row: row.key)
        self.name, self.facts, self.said = Elided("section"), text_label("muted"), text_label()
        self.evidence = EvidenceRows()
        self.behind = text_label("section", wrap=False)
        self.orders: RecordTable[Suspect] = RecordTable(SUSPECTS, lambda s: s.order_id)
        self.copy, self.sheet = make_button("copy", self._copy), make_button("file", self._save)
        self.writing = WorkStrip()
        self._arrange()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.again.setText(self.tr("Check the orders"))
        self.behind.setText(self.tr("The orders that show it"))
        self.orders.setAccessibleName(self.behind.text())
        self.copy.setText(self.tr("Copy as text"))
        self.sheet.setText(self.tr("Sheet for a dispute…"))
        self.sheet.setToolTip(
            self.tr("A PDF with figures, times and order numbers; nothing of any buyer is in it")
        )
        self.hosts.set_empty(
            self.tr(
                "Cannot be told: no sale in these files names its host.\nThe order exports of Doudian, Kuaishou, WeChat and Xiaohongshu do; so does the commission file."
            )
        )
        self._show()

    # ── layout ──

    def _arrange(self) -> None:
        self.orders.search_when_long()
        self.orders.setFixedHeight(LIST_HEIGHT)
        top = QHBoxLayout()
        top.addWidget(self.verdict, 1)
        top.addWidget(self.work, 1)
        top.addWidget(self.again)
        frame, column = card()
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.copy)
        row.addWidget(self.sheet)
        column.addLayout(row)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, Space.NEAR, 0)
        inner.setSpacing(Space.APART)
        for part in (self.facts, self.said, self.evidence):
            inner.addWidget(part)
        inner.addStretch(1)
        column.addWidget(scrolled(page), 1)
        column.addWidget(self.behind)
        column.addWidget(self.orders)
        split = Splitter(Qt.Orientation.Horizontal)
        split.addWidget(self.hosts)
        split.addWidget(frame)
        split.setSizes(SIZES)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.APART)
        whole.addLayout(top)
        whole.addWidget(self.writing)
        whole.addWidget(split, 1)

    def _connect(self) -> None:
        self.checks.changed.connect(self._show)
        self.checks.failed.connect(self.failed)
        self.checks.progressed.connect(self._tell_progress)
        self.work.stopped.connect(self.checks.stop)
        self.hosts.selected.connect(lambda _row: self._tell())
        self.writing.done.connect(self.saved)
        self.writing.failed.connect(self.failed)
        self.writing.running.connect(
            lambda busy: self.sheet.setEnabled(not busy and self._shown() is not None)
        )

    # ── showing ──

    def _tell_progress(self, code: str, share: float) -> None:
        self.work.tell(progress(code), share)

    def _show(self) -> None:
        checked, running = self.checks.checked, self.checks.is_running()
        self.work.set_running(running, progress("checking_orders"))
        self.verdict.setVisible(not running)
        self.again.setVisible(checked is None and not running and self.checks.studies.study is not None)
        self.hosts.set_rows(checked.rows if checked else ())
        if checked and checked.rows and self.hosts.current() is None:
            self.hosts.choose(checked.rows[0].key)
        if checked is None:
            self.verdict.setText("")
        elif checked.audit is None:
            self.verdict.setText(self.tr("Cannot be told: no sale in these files names its host."))
        else:
            self.verdict.setText(orderwater.summary([row.found.verdict.value for row in checked.rows]))
        self._tell()

    def _shown(self) -> "tuple[OrderAudit, HostOrders] | None":
        audit, row = self.checks.audit, self.hosts.current()
        return (audit, row) if audit is not None and row is not None else None

    def _tell(self) -> None:
        shown = self._shown()
        self.copy.setEnabled(shown is not None)
        self.sheet.setEnabled(shown is not None and not self.writing.is_running())
        behind = shown[0].suspects.get(shown[1].place, ()) if shown else ()
        self.behind.setVisible(bool(behind))
        self.orders.setVisible(bool(behind))
        self.orders.set_rows(behind)
        self.evidence.show_pieces(shown[1].found.evidence if shown else ())
        if shown is None:
            self.name.tell("")
            self.facts.setText("")
            self.said.setText("")
            return
        audit, row = shown
        self.name.tell(row.name)
        self.facts.setText(orderwater.facts(audit, row.place))
        self.said.setText(orderwater.verdict(row.found.verdict.value))

    # ── what is done ──

    def printable(self) -> "Callable[[], Paper] | None":
        """The sheet of the chosen host; None without one."""
        shown = self._shown()
        return partial(_paper, shown[0], shown[1].place) if shown else None

    def _copy(self) -> None:
        if shown := self._shown():
            QApplication.clipboard().setText(pasted("\n".join(orderwater.lines(shown[0], shown[1].place))))

    def _save(self) -> None:
        shown = self._shown()
        if shown is None:
            return
        suggestion = self.tr("orders of {0}.pdf").format(shown[1].name)
        if path := ask_pdf(self, self.tr("Sheet for a dispute"), suggestion):
            audit, row = shown
            self.writing.run(printed_to, partial(_paper, audit, row.place), path)


def _paper(audit: "OrderAudit", place: int) -> "Paper":
    from gui.disputesheet import sheet

    return sheet(audit, [place], today())
