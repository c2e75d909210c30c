"""Locking and banning hosts: two buttons above a table, keys for them, and what they make of the request."""

from dataclasses import replace
from typing import Any, Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from gui.parts import make_button
from gui.tables import RecordTable
from model.records import Request

__all__ = ["Kind", "Marks", "booked", "toggled"]

Kind = Literal["locks", "bans"]
KINDS: Final[tuple[tuple[Kind, str, str], ...]] = (("locks", "lock", "Ctrl+L"), ("bans", "ban", "Ctrl+B"))


def toggled(request: Request, hosts: frozenset[str], kind: Kind) -> Request:
    """Lock (or ban) these hosts, never both; where all of them are marked already, let them free."""
    locks, bans = request.locks - hosts, request.bans - hosts
    if hosts <= (request.locks if kind == "locks" else request.bans):
        return replace(request, locks=locks, bans=bans)
    return replace(request, **{"locks": locks, "bans": bans, kind: getattr(request, kind) | hosts})


def booked(request: Request, host: str, deal: tuple[str, int] | None) -> Request:
    """Book a host on an offer for so many sessions in place of what was booked with him (None: let him free)."""
    others = tuple(one for one in request.limits.booked if one[0] != host)
    deals = others if deal is None else (*others, (host, *deal))
    bans = request.bans if deal is None else request.bans - {host}
    return replace(request, bans=bans, limits=replace(request.limits, booked=deals))


class Marks(QObject):
    """The buttons of one table, whose records have the host's ``id``; ``wanted`` tells which hosts and which mark."""

    wanted = Signal(object, str)

    def __init__(self, table: RecordTable[Any]) -> None:
        super().__init__(table)
        self._table = table
        self._request = Request(0.0)
        self.buttons: dict[Kind, QPushButton] = {}
        for kind, icon, keys in KINDS:
            self._add(kind, icon, keys)
        table.view.selectionModel().selectionChanged.connect(self._show)
        table.view.everything.connect(self._show)
        table.model.modelReset.connect(self._show)

    def show_request(self, request: Request) -> None:
        """Tell which hosts are marked now."""
        self._request = request
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        texts = {
            "locks": (self.tr("Lock"), self.tr("The chosen hosts must be in the plan")),
            "bans": (self.tr("Ban"), self.tr("The chosen hosts must not be in the plan")),
        }
        for kind, _icon, keys in KINDS:
            text, tip = texts[kind]
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            self.buttons[kind].setText(text)
            self.buttons[kind].setToolTip(f"{tip} ({shown})")

    def _add(self, kind: Kind, icon: str, keys: str) -> None:
        before = next(reversed(self.buttons.values()), self._table.columns)
        button = self.buttons[kind] = make_button(icon, lambda: self._ask(kind))
        button.setCheckable(True)
        self._table.bar.addWidget(button)
        QWidget.setTabOrder(before, button)
        action = QAction(self._table, shortcut=QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self._ask(kind))
        self._table.addAction(action)

    def _chosen(self) -> frozenset[str]:
        return frozenset(row.id for row in self._table.chosen())

    def _ask(self, kind: Kind) -> None:
        if hosts := self._chosen():
            self.wanted.emit(hosts, kind)
        self._show()

    def _show(self, *_change: object) -> None:
        hosts = self._chosen()
        for kind, button in self.buttons.items():
            button.setEnabled(bool(hosts))
            button.setChecked(bool(hosts) and hosts <= getattr(self._request, kind))
