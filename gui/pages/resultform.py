"""Results typed by hand: what no file tells (the slot fee above all), saved as soon as a field is left."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import clock
from gui.forms import FieldSpec, Form
from gui.pages.texts import plain
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.session import Session
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.labels import FIELDS, label
from model.campaigns.typed import day_to_come, host_meant
from model.errors import InvalidRecord, Problem, UserError
from model.records import field_problem
from model.results import RESULT_RULES, Result

if TYPE_CHECKING:
    from model.campaigns.review import Row
    from model.records import Influencer, Snapshot

MOST_HOSTS: Final = 1000
"""More names would take the window too long to fill in; any id can be typed."""
KEY: Final = ("id", "product", "date")
FIGURES: Final = tuple(one.name for one in fields(Result) if one.name not in KEY)
SPECS: Final = (
    FieldSpec("id", FIELDS["host"], "choice", wide=True),
    FieldSpec("product", FIELDS["product"], "choice", wide=True),
    FieldSpec(
        "date",
        QT_TRANSLATE_NOOP("Fields", "First day"),
        placeholder=QT_TRANSLATE_NOOP("Fields", "e.g. 2026-03-08"),
    ),
    FieldSpec("slot_fee_paid", FIELDS["slot_fee_paid"], "money"),
    FieldSpec("sessions", QT_TRANSLATE_NOOP("Fields", "Sessions held"), "number"),
    FieldSpec("commission_paid", FIELDS["commission_paid"], "money"),
    FieldSpec("views", QT_TRANSLATE_NOOP("Fields", "Views"), "number"),
    FieldSpec("visits", FIELDS["visits"], "number"),
    FieldSpec("orders", FIELDS["orders"], "number"),
    FieldSpec("refunded_orders", FIELDS["refunded_orders"], "number"),
    FieldSpec("gmv", FIELDS["gmv"], "money"),
    FieldSpec("net_gmv", FIELDS["net_gmv"], "money"),
)


class ResultForm(QWidget):
    """The figures the merchant gave for one campaign; ``failed`` when they could not be saved, ``kept`` with a row's key."""

    failed = Signal(object)
    kept = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._own: Result | None = None
        self._shown = ""
        self._rows: tuple[Row, ...] = ()
        self._stale = False
        self._questioned = self._accepted = ""  # hosts nobody knows: asked about, and meant all the same
        self.about = text_label("muted")
        self.form = Form(SPECS, columns=2)
        self.save = make_button("check", self._save, primary=True)
        self.forget = make_button("delete", self._forget)
        self._arrange()
        self.form.left.connect(self._leave)
        self.start_new()

    def show_row(self, row: "Row | None") -> None:
        """What was given for this campaign; what is typed for the same one stays."""
        if row is None or (row.key == self._shown and (row.own == self._own or self._is_ahead())):
            return
        self._shown, self._own = row.key, row.own
        one = row.own or row.result
        self._fill({"id": one.id, "product": one.product, "date": one.date.isoformat()}, row.own)

    def _is_ahead(self) -> bool:
        """Whether what was kept from here is what the project holds: a row that says otherwise was worked out before."""
        return self._own is not None and self._own in self.session.results()

    def start_new(self) -> None:
        """An empty form for a campaign no file knows of."""
        self._shown, self._own = "", None
        self._fill({}, None)

    def is_typed(self) -> bool:
        """Whether a campaign is being typed that is not in the table."""
        return not self._shown and any(self.form.values().values())

    def offer(self, rows: "Iterable[Row]") -> None:
        """The hosts and products to choose from: those of the table, of the roster and of the catalogue."""
        self._rows, self._stale = tuple(rows), True
        if self.isVisible():
            self._fill_choices()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: now the lists are filled."""
        super().showEvent(event)
        if self._stale:
            self._fill_choices()

    def _fill_choices(self) -> None:
        self._stale = False
        snapshot, rows = self.session.snapshot(), self._rows
        hosts = {row.result.id: (row.seller.name, row.seller.platform) for row in rows}
        hosts |= {host.id: (host.name, host.platform) for host in _booked_first(snapshot)[:MOST_HOSTS]}
        names = [row.result.product for row in rows] + [one.name for one in snapshot.products]
        self.form.set_choices("id", lambda: _told_apart(hosts))
        self.form.set_choices("product", lambda: [(name, name) for name in dict.fromkeys(names) if name])

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.about.setText(
            self.tr(
                "Enter what no file contains, above all the slot fee. What you enter counts; empty = as the files say."
            )
        )
        self.save.setText(self.tr("Check and save"))
        self.forget.setText(self.tr("Delete entry"))
        self.form.retranslate()

    # ── inside ──

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.APART, Space.NEAR, 0)
        column.setSpacing(Space.APART)
        column.addWidget(self.about)
        column.addWidget(self.form)
        column.addWidget(self.save)  # below each other: side by side they are wider than the sheet
        column.addWidget(self.forget)
        column.addStretch(1)

    def _fill(self, key: dict[str, str], own: Result | None) -> None:
        self.form.set_values({**dict.fromkeys((*KEY, *FIGURES), ""), **key, **(figures(own) if own else {})})
        self.form.clear_problems()
        self.forget.setEnabled(own is not None)

    def _leave(self, name: str) -> None:
        problem = field_problem(RESULT_RULES, name, self.form.values()[name])
        self.form.set_problem(name, problems.teller(problem))
        if problem is None:
            self._commit(quiet=True)

    def _save(self) -> None:
        self._accepted = self._questioned
        if not self._commit(quiet=False):
            self.form.focus_first_problem()

    def _commit(self, quiet: bool) -> bool:
        """Save what is typed if it is right; ``quiet`` marks nothing that was not reached yet."""
        try:
            result = Result.parse(**self.form.values())
        except InvalidRecord as error:
            if not quiet:
                self.form.set_problems(problems.by_field(error.problems))
            return False
        if is_empty(result):
            if not quiet:
                self.form.set_problem("slot_fee_paid", lambda: self.tr("Enter at least one figure."))
            return False
        if (found := self._meant(result)) is None:
            return False
        if found != self._own:
            self._keep(found)
        return True

    def _meant(self, result: Result) -> Result | None:
        """The result with the host who was meant; None, and a word under the field, where that is to be asked first."""
        snapshot, known = self.session.snapshot(), {row.result.id for row in self._rows}
        known |= {one.id for one in self.session.results()} | {self._accepted}
        host = host_meant(result.id, snapshot.influencers, known)
        if isinstance(host, Problem):
            self._questioned = result.id if host.code.startswith("host_nobody") else ""
        late = day_to_come(result, clock.today())
        doubts = [one for one in (host, late) if isinstance(one, Problem)]
        for one in doubts:
            self.form.set_problem(one.column, problems.teller(one))
        return None if doubts or isinstance(host, Problem) else replace(result, id=host)

    def _keep(self, result: Result) -> None:
        old, before = self._own.key if self._own else "", self._own
        name = next(
            (host.name for host in self.session.snapshot().influencers if host.id == result.id), result.id
        )
        self._own = result
        try:
            self.session.save_result(result, name, by=self, old=old)
        except UserError as error:
            self._own = before
            self.failed.emit(error)
            return
        self.forget.setEnabled(True)
        self._shown = f"{result.id}/{result.product}/{result.date.isoformat()}"
        self.kept.emit(self._shown)

    def _forget(self) -> None:
        if self._own is None:
            return
        try:
            self.session.delete_results([self._own.key], by=None)
        except UserError as error:
            self.failed.emit(error)


def figures(own: Result) -> dict[str, str]:
    """The figures of a result as the texts they are read back from."""
    return {name: plain(getattr(own, name)) for name in FIGURES}


def parsed(own: Result, typed: Mapping[str, str]) -> Result:
    """What the merchant gave, with these figures as they were typed.

    Raises:
        InvalidRecord: with a problem for each that is wrong.
    """
    return Result.parse(
        id=own.id, product=own.product, date=own.date.isoformat(), **figures(own) | dict(typed)
    )


def is_empty(own: Result) -> bool:
    """Whether nothing is given any more."""
    return all(getattr(own, name) is None for name in FIGURES)


def _booked_first(snapshot: "Snapshot") -> "list[Influencer]":
    """The roster with the hosts first whose sessions are booked: theirs are the results to come."""
    booked = {host for host, _, _ in snapshot.request.limits.booked}
    return sorted(snapshot.influencers, key=lambda one: one.id not in booked)


def _called(id_: str, name: str, platform: str) -> str:
    return " · ".join(part for part in (name or id_, label(platform)) if part)


def _told_apart(hosts: Mapping[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """Ids with what each is called: of hosts with one name on one platform the id tells whose result it is."""
    found = {id_: _called(id_, *of) for id_, of in hosts.items()}
    often = Counter(found.values())
    return [(id_, f"{text} · {id_}" if often[text] > 1 else text) for id_, text in found.items()]
