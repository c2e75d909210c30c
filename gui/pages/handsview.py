"""Who works, how long a parcel takes, who is free and when goods arrive: what the schedule starts from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import language, words
from gui.columns import Column
from gui.pages.figuretable import COLUMNS as FIGURES
from gui.pages.figuretable import FigureTable
from gui.pages.rowedit import edited
from gui.pages.texts import plain
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.session import Session
from gui.splitter import Splitter
from gui.tables import Change, RecordTable
from gui.words import QT_TRANSLATE_NOOP, launchwords, problems
from model.errors import Problem
from model.fields import BadCell
from model.launch.hands import Hand, Role
from model.records import Influencer, Kind

if TYPE_CHECKING:
    from model.launch.setup import Setup

SHOWN: Final = {"name": 0, "value": 76, "unit": 156, "reliability": 124}
"""Columns of the figures shown here, and their widths."""
YES: Final = QT_TRANSLATE_NOOP("Words", "yes")
NO: Final = QT_TRANSLATE_NOOP("Words", "no")


@dataclass(frozen=True)
class Person:
    """One line of the table of people; ``names`` of the shop's own hosts by their id."""

    place: int
    hand: Hand
    names: Mapping[str, str]

    def texts(self) -> dict[str, str]:
        """Every field as it is typed."""
        hand = self.hand
        return {
            "name": hand.name,
            "roles": launchwords.roles(hand),
            "hours": plain(hand.hours),
            "days_off": launchwords.days_off(hand),
            "holidays": words.say(YES if hand.holidays else NO),
            "host": self.names.get(hand.host, hand.host),
        }


def _person(key: str, heading: str, width: int, narrow: int, hint: str = "", show: Callable[[Person], str] | None = None, least: int = 120) -> Column[Person]:  # fmt: skip
    def text(row: Person) -> str:
        return row.texts()[key]

    return Column(
        key,
        heading,
        text,
        show or text,
        width=width,
        narrow=narrow,
        hint=hint,
        editable=True,
        edit=text,
        least=least,
    )


PEOPLE: Final = (
    _person("name", QT_TRANSLATE_NOOP("Columns", "Person"), 100, 80),
    _person("roles", QT_TRANSLATE_NOOP("Columns", "Work"), 0, 100, QT_TRANSLATE_NOOP("Columns", "listing, promotion, customer service, packing, after-sales: one or several"), least=190),
    _person("hours", QT_TRANSLATE_NOOP("Columns", "Hours"), 66, 56, QT_TRANSLATE_NOOP("Columns", "Hours a day")),
    _person("days_off", QT_TRANSLATE_NOOP("Columns", "Days off"), 84, 64, QT_TRANSLATE_NOOP("Columns", "Days of the week: Sat, Sun")),
    _person("holidays", QT_TRANSLATE_NOOP("Columns", "Holidays"), 84, 64, QT_TRANSLATE_NOOP("Columns", "Whether this person works on public holidays")),
    _person("host", QT_TRANSLATE_NOOP("Columns", "Live as"), 106, 64, QT_TRANSLATE_NOOP("Columns", "The shop's own host whose sessions take this person's hours")),
)  # fmt: skip


@dataclass(frozen=True)
class Free:
    """When a host can go live, or a product arrives."""

    key: str
    name: str
    is_host: bool
    days: str


def _kind(row: Free) -> str:
    text = (
        QT_TRANSLATE_NOOP("Words", "host is free")
        if row.is_host
        else QT_TRANSLATE_NOOP("Words", "goods arrive")
    )
    return words.say(text)  # fmt: skip


ALWAYS: Final = QT_TRANSLATE_NOOP("Words", "always")
THERE: Final = QT_TRANSLATE_NOOP("Words", "are there")


def _days(row: Free) -> str:
    return row.days or words.say(ALWAYS if row.is_host else THERE)


def _typed_days(text: str) -> str:
    """Days as they are typed; what stands for none of them, in either language, is nothing."""
    none = {name for always in (ALWAYS, THERE) for name in language.headings("Words", always)}
    return "" if text.strip() in none else text


FREE: Final[tuple[Column[Free], ...]] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "Host or goods"), lambda r: r.name, lambda r: r.name, width=200, free=True),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "What"), _kind, _kind, width=110),
    Column("days", QT_TRANSLATE_NOOP("Columns", "Days"), lambda r: r.days, _days, width=0, free=True, editable=True, edit=lambda r: r.days,
           hint=QT_TRANSLATE_NOOP("Columns", "2027-01-05 – 2027-01-20, 2027-02-01; empty: always, or there already")),
)  # fmt: skip


class HandsView(QWidget):
    """``wanted``: the setup is to be as told; ``refused``: what is typed is wrong, in a sentence."""

    wanted = Signal(object)
    refused = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup: Setup | None = None
        self._names: Mapping[str, str] = {}
        self._titles = [text_label("section", wrap=False) for _ in range(3)]
        self.people: RecordTable[Person] = RecordTable(PEOPLE, lambda r: str(r.place), take=self._edit_people)
        self.free: RecordTable[Free] = RecordTable(
            FREE, lambda r: f"{r.is_host}{r.key}", take=self._edit_days
        )
        shown = [replace(column, width=SHOWN[column.key]) for column in FIGURES if column.key in SHOWN]
        self.figures = FigureTable(session, shown, lambda entry: entry.key.startswith("capacity."))
        self.add = make_button("add", self._add)
        self.drop = make_button("delete", self._drop)
        self.reset = make_button("undo", self.figures.reset)
        self._arrange()
        for table in (self.people, self.free, self.figures):
            table.refused.connect(self.refused)
        self.people.selected.connect(lambda row: self.drop.setEnabled(row is not None))
        self.figures.failed.connect(self.failed)
        self.retranslate()

    def show_setup(
        self, setup: "Setup", hosts: Sequence[Influencer], products: Sequence[str], chosen: frozenset[str]
    ) -> None:
        """Show people and free days; ``chosen`` names the hosts of the plan, all outside ones when there is none."""
        from model.launch.setup import days_text

        self._setup = setup
        self._names = {host.id: host.name for host in hosts if host.kind is not Kind.HOST}
        self.people.set_rows(Person(place, hand, self._names) for place, hand in enumerate(setup.hands))
        rows = [
            Free(host.id, host.name, True, days_text(setup.free.get(host.id, ())))
            for host in hosts
            if host.id in chosen or host.id in setup.free
        ]
        goods = [
            Free(name, name, False, setup.stock[name].isoformat() if name in setup.stock else "")
            for name in products
        ]
        self.free.set_rows([*goods, *rows])
        self.drop.setEnabled(self.people.current() is not None)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        texts = (
            self.tr("Your people"),
            self.tr("Who is free when, and when goods arrive"),
            self.tr("Minutes, promises and wages"),
        )
        tables: tuple[QWidget, ...] = (self.people, self.free, self.figures)
        for title, table, text in zip(self._titles, tables, texts, strict=True):
            title.setText(text)
            table.setAccessibleName(text)
        self.add.setText(self.tr("Add a person"))
        self.drop.setText(self.tr("Remove"))
        self.reset.setText(self.tr("Back to the default"))
        self.people.set_empty(
            self.tr("Add everybody who packs, answers or takes parcels back, yourself too.")
        )
        self.free.set_empty(self.tr("Hosts appear here with the plan, products once there are any."))
        self.figures.set_empty(self.tr("The figures are being read…"))

    # ── layout ──

    def _arrange(self) -> None:
        left, right = QWidget(), QWidget()
        columns = [QVBoxLayout(part) for part in (left, right)]
        for column in columns:
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.NEAR)
        for table in (self.people, self.free, self.figures):
            table.search_when_long()
        columns[0].addLayout(_row(self._titles[0], self.add, self.drop))
        columns[0].addWidget(self.people, 2)
        columns[0].addWidget(self._titles[1])
        columns[0].addWidget(self.free, 3)
        columns[1].addLayout(_row(self._titles[2], self.reset))
        columns[1].addWidget(self.figures, 1)
        split = Splitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([560, 560])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    # ── people ──

    def _add(self) -> None:
        if self._setup is not None:
            name = self.tr("Person {0}").format(len(self._setup.hands) + 1)
            self._keep(hands=(*self._setup.hands, Hand(name, frozenset({Role.PACKING}))))

    def _drop(self) -> None:
        if self._setup is not None:
            gone = {row.place for row in self.people.chosen()}
            self._keep(hands=tuple(h for n, h in enumerate(self._setup.hands) if n not in gone))

    def _edit_people(self, changes: Sequence[Change[Person]]) -> Sequence[str]:
        """Cells of several people as one step; what is wrong stays as it was and is told."""
        if self._setup is None:
            return ()
        found, refused = edited(changes, lambda row: row, lambda row: row.hand.name, _person_with)
        if found:
            people = list(self._setup.hands)
            for row, person in found:
                people[row.place] = person.hand
            self._keep(hands=tuple(people))
        return refused

    # ── free days ──

    def _edit_days(self, changes: Sequence[Change[Free]]) -> Sequence[str]:
        """Days of several hosts and goods as one step; what is no day stays as it was and is told."""
        from model.intake.cells.dates import day
        from model.launch.setup import read_days

        if self._setup is None:
            return ()
        free, stock, refused = self._setup.free, self._setup.stock, list[str]()
        for row, text in ((change.record, _typed_days(change.texts["days"])) for change in changes):
            try:
                if row.is_host:
                    free = _with(free, row.key, read_days(text))
                else:
                    stock = _with(stock, row.key, day(text))
            except BadCell as bad:
                refused.append(problems.sentence(Problem(bad.code, values={"text": bad.text})))
        if (free, stock) != (self._setup.free, self._setup.stock):
            self._keep(free=free, stock=stock)
        return refused

    def _keep(self, **changes: Any) -> None:
        if self._setup is not None:
            self.wanted.emit(replace(self._setup, **changes))


def _person_with(row: Person, typed: Mapping[str, str]) -> Person:
    """The person with these cells as they were typed.

    Raises:
        InvalidRecord: with a problem for each cell that is wrong.
    """
    texts = {**row.texts(), **typed}
    ids = {name: id_ for id_, name in row.names.items()}
    texts["host"] = ids.get(texts["host"].strip(), texts["host"])
    return replace(row, hand=Hand.parse(**texts))


def _with(table: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    """The table with this value, or without the key where there is none."""
    rest = {name: one for name, one in table.items() if name != key}
    return {**rest, key: value} if value else rest


def _row(title: QWidget, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(title)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
