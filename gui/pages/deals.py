"""Further limits that are lists: the most for each platform, and deals that are made already."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QToolButton, QVBoxLayout, QWidget

from gui import clock, theme, words
from gui.fields import Editor, FieldSpec, editor
from gui.pages.platformrows import RowPaste, left_out, platform_figures
from gui.pages.texts import shares
from gui.parts import Elided, date_field, make_button, text_label
from gui.scale import Space
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.labels import label
from model.limits import SHARE_RULE, Booking, Limits
from model.records import PLATFORMS, Influencer

FIRST, WIDTH, TIMES = "douyin", 46, 70
"""Pixels of a share and of a number of sessions: the panel is narrow."""
MOST_SESSIONS = 365
"""Of an offer that the roster does not know any more."""


class _Rows(QWidget):
    """A heading, a line for each entry with a button that takes it away, and a hint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.hint = text_label(wrap=False), text_label("hint")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.TIGHT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.NEAR, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.hint)
        self._made: list[QWidget] = []

    def _clear(self) -> None:
        for line in self._made:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._made = []

    def _line(self, parts: Sequence[QWidget], drop: Callable[[], object], tip: str) -> QWidget:
        """One more line of these parts, the first of which takes all the room there is."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        gone = QToolButton()
        gone.setIcon(theme.icon("close"))
        gone.setIconSize(QSize(14, 14))
        gone.clicked.connect(lambda: drop())  # noqa: PLW0108 - the signal would hand over "checked"
        gone.setToolTip(tip)
        gone.setAccessibleName(tip)
        for place, part in enumerate((*parts, gone)):
            row.addWidget(part, int(place == 0))
        self._lines.addWidget(line)
        self._made.append(line)
        return line


class PlatformCaps(_Rows):
    """Which share of the budget each platform may take; ``changed`` when a right figure is left or a line goes."""

    def __init__(self) -> None:
        super().__init__()
        self.add = make_button("add", self._add)
        self.add.setProperty("flat", True)
        self._column.addWidget(self.add)
        self._editors: list[tuple[Editor, Editor]] = []
        self._left_out = ""
        self._paste = RowPaste(self.take, self)
        self.retranslate()

    def take(self, cells: Sequence[Sequence[str]]) -> None:
        """Put in lines of a spreadsheet: a platform and its share each; those of platforms that are there are changed."""
        columns = {"platform_share": QT_TRANSLATE_NOOP("PlatformCaps", "Most for one platform")}
        figures, strange = platform_figures(cells, columns, "PlatformCaps")
        texts = {platform.text(): most.text() for platform, most in self._editors}
        texts |= {platform: text for (platform, _code), text in figures.items()}
        self._show([*texts.items()])
        self._left_out = left_out(figures, strange)
        self._leave()

    def show_shares(self, found: Iterable[tuple[str, float]]) -> None:
        """Show these, as they are stored."""
        self._show([(platform, shares(most)) for platform, most in found])

    def shares(self) -> tuple[tuple[str, float], ...] | None:
        """What is typed; lines without a figure say nothing, None when one of them is wrong."""
        found: dict[str, float] = {}
        for platform, most in self._editors:
            value, problem = SHARE_RULE.check("platform_share", most.text())
            if problem:
                return None
            if isinstance(value, float):
                found[platform.text()] = value
        return tuple(found.items())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.heading.setText(self.tr("Most for one platform"))
        self.add.setText(self.tr("Add a platform"))
        self._tell()
        self._show([(platform.text(), most.text()) for platform, most in self._editors])

    def _show(self, texts: Sequence[tuple[str, str]]) -> None:
        self._clear()
        self._editors = []
        for platform, most in texts:
            self._append(platform, most)

    def _append(self, platform: str, most: str) -> None:
        where = editor(FieldSpec("platform", "", "choice", choices=_platforms))
        share = editor(FieldSpec("platform_share", "", "percent"))
        where.put(platform)
        share.put(most)
        where.widget.setAccessibleName(self.tr("Platform"))
        share.widget.setAccessibleName(self.tr("Most of the budget, in percent"))
        share.widget.setFixedWidth(WIDTH)
        if isinstance(where.widget, QComboBox):
            where.widget.setMinimumContentsLength(4)
        pair = (where, share)
        self._editors.append(pair)
        unit = text_label("hint")
        unit.setText("%")
        self._line([where.widget, share.widget, unit], lambda: self._drop(pair), self.tr("Remove this line"))
        for one in pair:
            one.finished.connect(self._left)
        if isinstance(share.widget, QLineEdit):
            self._paste.watch(share.widget)

    def _add(self) -> None:
        used = {platform.text() for platform, _ in self._editors}
        self._append(next((name for name in PLATFORMS if name not in used), FIRST), "")
        self._editors[-1][1].widget.setFocus()

    def _drop(self, pair: tuple[Editor, Editor]) -> None:
        place = self._editors.index(pair)
        texts = [(platform.text(), most.text()) for platform, most in self._editors]
        self._show([*texts[:place], *texts[place + 1 :]])
        self._leave()

    def _left(self) -> None:
        self._left_out = ""
        self._leave()

    def _leave(self) -> None:
        self._tell()
        if self.shares() is not None:
            self.changed.emit()

    def _tell(self) -> None:
        """Beside them: what is wrong, or what they mean."""
        checked = (SHARE_RULE.check("platform_share", most.text())[1] for _, most in self._editors)
        problem = next((one for one in checked if one), None)
        meaning = self._left_out or self.tr("of the budget, in percent; lines from Excel can be pasted")
        self.hint.setText(problems.sentence(problem) if problem else meaning)


def _platforms() -> Sequence[tuple[str, str]]:
    return [(name, label(name)) for name in PLATFORMS]


class Bookings(_Rows):
    """Deals that are made already: whom, on which offer, and how many sessions, which can be changed."""

    def __init__(self) -> None:
        super().__init__()
        self._hosts: Mapping[str, Influencer] = {}
        self._booked: tuple[Booking, ...] = ()
        self._days: dict[str, str] = {}
        self.ask = text_label("hint")
        self.since, self.count = date_field(), make_button("check", self._date)
        for part in (self.ask, self.since, self.count):
            self._column.addWidget(part)
        self.retranslate()

    def show_booked(self, limits: Limits, hosts: Iterable[Influencer]) -> None:
        """Show these deals of a roster."""
        if limits.booked:
            self._hosts = {host.id: host for host in hosts}
        self._booked, self._days = limits.booked, dict(limits.booked_on)
        day = clock.today()
        self.since.setDate(QDate(day.year, day.month, day.day))
        self._show()

    def booked(self) -> tuple[Booking, ...]:
        """The deals as they stand."""
        return self._booked

    def booked_on(self, stored: Limits) -> tuple[tuple[str, str], ...]:
        """From which day on the results of each are those of its deal: as stored, else as told here."""
        days = self._days | dict(stored.booked_on)
        return tuple((host, days[host]) for host, _, _ in self._booked if host in days)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.heading.setText(self.tr("Booked already"))
        self.hint.setText(
            self.tr(
                "Choose a host of the plan and press “Booked…”: the plan is made around this host. Once a session has run, enter its results: the next plan does not count it any more."
            )
        )
        self.count.setText(self.tr("Count from this day"))
        self.since.setAccessibleName(self.tr("First day of the results that count"))
        self._show()

    def _show(self) -> None:
        self._clear()
        for deal in self._booked:
            self._append(deal)
        undated = [self._name(host) for host, _, _ in self._booked if host not in self._days]
        for part in (self.ask, self.since, self.count):
            part.setHidden(not undated)
        text = self.tr(
            "When these were booked is not known, so no result takes them off: {0}. Is one over, press × beside it; else say from which day on results are theirs."
        )
        self.ask.setText(text.format(words.listed(undated)))

    def _date(self) -> None:
        """The deals whose day nobody knew are of this day."""
        day = self.since.date().toString("yyyy-MM-dd")
        self._days |= {host: day for host, _, _ in self._booked if host not in self._days}
        self._show()
        self.changed.emit()

    def _name(self, host: str) -> str:
        known = self._hosts.get(host)
        return known.name if known else host

    def _append(self, deal: Booking) -> None:
        host, offer, sessions = deal
        known = self._hosts.get(host)
        name = Elided("")
        name.tell(f"{self._name(host)} · {offer}")
        offers = known.offers if known else ()
        most = next((one.sessions for one in offers if one.name == offer), MOST_SESSIONS)
        times = QSpinBox(minimum=1, maximum=max(most, sessions), value=sessions)
        times.setAccessibleName(self.tr("Sessions booked"))
        times.setToolTip(times.accessibleName())
        times.setSuffix(" ×")
        times.setFixedWidth(TIMES)
        times.editingFinished.connect(lambda: self._put(deal, times.value()))
        self._line([name, times], lambda: self._put(deal, 0), self.tr("No longer booked"))

    def _put(self, deal: Booking, sessions: int) -> None:
        if deal not in self._booked or sessions == deal[2]:
            return
        kept = [(*deal[:2], sessions) if one == deal else one for one in self._booked]
        self._booked = tuple(one for one in kept if one[2])
        self._show()
        self.changed.emit()
