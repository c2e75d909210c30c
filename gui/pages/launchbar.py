"""From when to when, who goes first, the button, and how far the work is."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.parts import date_field, make_button, text_label
from gui.scale import Space
from gui.working import Working
from model.launch.season import School
from model.launch.setup import Setup

ORDERS: Final = ("", School.HEAD_FIRST.value, School.TAIL_FIRST.value)


class LaunchBar(QFrame):
    """``wanted``: the button was pressed; ``stopped``: stop; ``changed``: a day or the order was chosen.

    ``freed``: no session is to stay on the day it was moved to by hand.
    """

    wanted = Signal()
    stopped = Signal()
    changed = Signal()
    freed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.first, self.last = date_field(), date_field()
        self.order = QComboBox()
        self._names = [text_label(wrap=False) for _ in range(3)]
        self.go = make_button("play", self.wanted.emit, primary=True)
        self.free = make_button("undo", self.freed.emit)
        self.work = Working()
        for code in ORDERS:
            self.order.addItem("", code)
        row = QHBoxLayout()
        row.setSpacing(Space.NEAR)
        for name, part in zip(self._names, (self.first, self.last, self.order), strict=True):
            name.setBuddy(part)
            row.addWidget(name)
            row.addWidget(part)
            row.addSpacing(Space.NEAR)
        row.addStretch(1)
        for button in (self.free, self.go):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSIDE, Space.APART, Space.INSIDE, Space.APART)
        column.setSpacing(Space.NEAR)
        column.addLayout(row)
        column.addWidget(self.work)
        self.work.stopped.connect(self.stopped)
        for box in (self.first, self.last):
            box.dateChanged.connect(lambda _day: self.changed.emit())
        self.order.activated.connect(lambda _place: self.changed.emit())
        self.set_running(False)

    def show_setup(self, setup: Setup) -> None:
        """Show days and order; nobody is told."""
        for box, day in ((self.first, setup.first), (self.last, setup.last)):
            with QSignalBlocker(box):
                box.setDate(QDate(day.year, day.month, day.day))
        self.order.setCurrentIndex(ORDERS.index(setup.school.value if setup.school else ""))

    def days(self) -> tuple[dt.date, dt.date]:
        """First and last day chosen."""
        first, last = (dt.date(d.year(), d.month(), d.day()) for d in (self.first.date(), self.last.date()))
        return first, last

    def school(self) -> School | None:
        """The order chosen, None for the better one."""
        code = str(self.order.currentData())
        return School(code) if code else None

    def set_running(self, running: bool) -> None:
        """While the work is done there is a bar and a stop button."""
        self.go.setEnabled(not running)
        self.work.set_running(running)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for name, text in zip(
            self._names, (self.tr("From"), self.tr("to"), self.tr("Who goes first")), strict=True
        ):
            name.setText(text)
        for place, text in enumerate(
            (self.tr("whichever is better"), self.tr("large hosts first"), self.tr("small hosts first"))
        ):
            self.order.setItemText(place, text)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.order.setAccessibleName(self.tr("Who goes first"))
        self.go.setText(self.tr("Place the sessions"))
        self.free.setText(self.tr("Move everything back to the proposed days"))
