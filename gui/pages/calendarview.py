"""Sessions on the days of a launch: the weeks on the left, the chosen session and what is to be minded on the right."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui import words
from gui.pages.calendargrid import CalendarGrid, Cell, Chip
from gui.pages.points import Points
from gui.parts import Elided, card, date_field, lay_out, make_button, scrolled, text_label
from gui.scale import Space
from gui.splitter import Splitter
from gui.words import launchwords
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.launch.overview import Launch
    from model.launch.season import Booking, Conflict, Schedule
    from model.launch.sessions import Session
    from model.policy import Policy

SIDE: Final = 316
MOST_POINTS: Final = 40
"""Sentences shown at once; who has mended these sees the next."""


class CalendarView(Splitter):
    """``moved``: a session is wanted on another day (None: where the program would place it)."""

    moved = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._found: Launch | None = None
        self._schedule: Schedule | None = None
        self._policy: Policy | None = None
        self._fixed: frozenset[str] = frozenset()
        self.grid = CalendarGrid()
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = Elided("section")
        self.facts, self.day_name = text_label("muted"), text_label(wrap=False)
        self.day = date_field()
        self.back = make_button("undo", self._release)
        self.against, self.mind = Points(), Points()
        self.side = QWidget()
        self.nothing = text_label("empty")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._begun: dt.date | None = None
        self._arrange()
        self._connect()
        self.retranslate()

    def show_launch(self, found: "Launch | None", fixed: frozenset[str], policy: "Policy | None") -> None:
        """Show this schedule; ``fixed`` names the sessions moved by hand."""
        self._found, self._fixed, self._policy = found, fixed, policy
        self._schedule = found.schedule if found else None
        self._show()
        self._go_to_first()

    def _go_to_first(self) -> None:
        """Bring the first session into sight when it lies on another day than before: the season may begin weeks earlier."""
        bookings = self._schedule.bookings if self._schedule else ()
        begun, self._begun = self._begun, min((one.day for one in bookings), default=None)
        if self._begun not in (None, begun):
            lay_out()
            self._bring(self.grid.rect_of(self._begun).toRect())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.grid.setAccessibleName(self.tr("Calendar of sessions"))
        self.grid.setAccessibleDescription(
            self.tr("Arrows choose a session, with Ctrl they move it by a day or a week.")
        )
        self.nothing.setText(
            self.tr("The days with their sessions, holidays and festivals appear once the plan is placed.")
        )
        self.day_name.setText(self.tr("Day"))
        self.day.setAccessibleName(self.tr("Day of the session"))
        self.back.setText(self.tr("Back to the proposed day"))
        self._show()

    # ── layout ──

    def _arrange(self) -> None:
        self.area.setWidget(self.grid)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.addWidget(self.area)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.APART)
        self._frame, inner = card()
        inner.addWidget(self.name)
        inner.addWidget(self.facts)
        row = QHBoxLayout()
        self.day_name.setBuddy(self.day)
        row.addWidget(self.day_name)
        row.addWidget(self.day, 1)
        inner.addLayout(row)
        inner.addWidget(self.back)
        inner.addWidget(self.against)
        column.addWidget(self._frame)
        column.addWidget(scrolled(self.mind), 1)
        self.addWidget(self.side)
        self.addWidget(self.nothing)
        self.setSizes([820, SIDE, 0])
        self.setStretchFactor(0, 1)

    def _connect(self) -> None:
        self.grid.picked.connect(lambda _id: self._tell())
        self.grid.tried.connect(self._judge)
        self.grid.moved.connect(self.moved)
        self.grid.seen.connect(self._bring)
        self.day.dateChanged.connect(self._typed)

    def _bring(self, place: QRect) -> None:
        self.area.ensureVisible(place.center().x(), place.center().y(), 0, max(place.height(), 30))

    # ── hands ──

    def _judge(self, session: str, day: dt.date | None) -> None:
        """Say what would speak against this day, while the session is held over it."""
        if self._schedule is None or self._policy is None or day is None:
            self.grid.show_verdict("", "")
            return
        from model.launch.waves import tried

        found = tried(self._schedule, session, day, self._policy)
        tone = "bad" if any(one.hard for one in found) else "warn" if found else "good"
        lines = [reason(one.reason) for one in found[:4]] or [self.tr("Nothing speaks against this day.")]
        self.grid.show_verdict(tone, "\n".join(lines))

    def _typed(self, day: QDate) -> None:
        if self._booking() is not None:
            self.moved.emit(self.grid.current, dt.date(day.year(), day.month(), day.day()))

    def _release(self) -> None:
        self.moved.emit(self.grid.current, None)

    def show_moved(self, session: str, day: dt.date) -> None:
        """Show a session on its new day at once; the figures follow."""
        if self._schedule is None or self._policy is None:
            return
        from model.launch.waves import move

        self._schedule = move(self._schedule, session, day, self._policy)
        self._fixed |= {session}
        self._show()

    # ── showing ──

    def _booking(self) -> "Booking | None":
        bookings = self._schedule.bookings if self._schedule else ()
        return next((one for one in bookings if one.session.id == self.grid.current), None)

    def _show(self) -> None:
        for part in (self.area, self.side):
            part.setVisible(self._found is not None)
        self.nothing.setVisible(self._found is None)
        if self._found is None or self._schedule is None:
            self.grid.show_days((), ())
            return
        names = festival_names(self._policy)
        against = _by_session(self._schedule)
        cells = [
            Cell(
                one.day,
                launchwords.day_mark(one, names),
                "muted" if one.closed else "warn" if one.lift > 1 else "",
                launchwords.day_tip(one, names),
                one.kind.value in ("weekend", "holiday"),
            )
            for one in self._found.days
        ]
        chips = [self._chip(one, against.get(one.session.id, ())) for one in self._schedule.bookings]
        self.grid.show_days(cells, chips)
        told = launchwords.conflicts_told(self._found, self._schedule)
        self.mind.tell(self.tr("Please note") if told else "", told[:MOST_POINTS])
        self._tell()

    def _chip(self, one: "Booking", against: "tuple[Conflict, ...]") -> Chip:
        session = one.session
        tone = "bad" if any(c.hard for c in against) else "warn" if against else ""
        tip = partial(_told, session, against)
        fixed = session.id in self._fixed
        return Chip(session.id, one.day, session.name, session.tier.value, tip, tone, fixed)

    def _tell(self) -> None:
        """Everything about the chosen session."""
        booking = self._booking()
        for part in (self.day_name, self.day):
            part.setVisible(booking is not None)
        self.back.setVisible(self.grid.current in self._fixed)
        if booking is None or self._schedule is None:
            self.name.tell(self.tr("Choose a session"))
            self.facts.setText(
                self.tr(
                    "Drag it to another day, or press Ctrl and an arrow key; while you hold it, each day says what speaks against it."
                )
            )
            self.against.tell("")
            return
        session = booking.session
        self.name.tell(session.name)
        self.facts.setText(launchwords.session_facts(session))
        with QSignalBlocker(self.day):
            self.day.setDate(QDate(booking.day.year, booking.day.month, booking.day.day))
        found = _by_session(self._schedule).get(session.id, ())
        lines = [reason(one.reason) for one in found]
        self.against.tell(self.tr("Against this day") if lines else "", lines)


def _told(session: "Session", against: "tuple[Conflict, ...]") -> str:
    """All of a session, and what speaks against its day."""
    facts = f"{session.name} · {launchwords.session_facts(session)}"
    return "\n".join([facts, *(reason(one.reason) for one in against)])


def _by_session(schedule: "Schedule") -> "dict[str, tuple[Conflict, ...]]":
    found: dict[str, tuple[Conflict, ...]] = {}
    for one in schedule.conflicts:
        found[one.session] = (*found.get(one.session, ()), one)
    return found


def festival_names(policy: "Policy | None") -> Mapping[str, str]:
    """What each festival is called, in the language of the moment."""
    chinese = words.is_chinese()
    return {
        key.split(".")[1]: entry.zh if chinese else entry.en
        for key, entry in (policy.entries.items() if policy else ())
        if key.startswith("festivals.")
    }
