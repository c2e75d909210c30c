"""The offers of one host: a small table edited in place, and the terms of the chosen one as fields below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.forms import Form
from gui.notice import Notice
from gui.pages.offerform import SPECS, texts, with_texts
from gui.pages.rowedit import edited
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.tables import Change, Column, RecordTable
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.labels import deal, label, labels, steps
from model.errors import InvalidRecord
from model.records import Offer


@dataclass(frozen=True)
class OfferRow:
    """An offer and its place in the host's list."""

    place: int
    offer: Offer


def _percent(value: float | None) -> str:
    return words.percent(value, 1).replace(".0%", "%") if value is not None else words.UNKNOWN


def _promised(offer: Offer) -> str:
    """As the trade writes it: 1:2, or 1:1.5."""
    return words.UNKNOWN if offer.guarantee is None else f"1:{offer.guarantee:g}"


def _tiered(offer: Offer) -> str:
    return "; ".join(filter(None, (_percent(offer.commission), steps(offer.steps))))


COLUMNS: Final[tuple[Column[OfferRow], ...]] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "Offer"), lambda r: r.offer.name, lambda r: deal(r.offer.name), width=0, least=132, narrow=76, editable=True, free=True, edit=lambda r: r.offer.name),
    Column("slot_fee", QT_TRANSLATE_NOOP("Columns", "Slot fee"), lambda r: r.offer.slot_fee, lambda r: words.money(r.offer.slot_fee), "right", 76, editable=True),
    Column("commission", QT_TRANSLATE_NOOP("Columns", "Commission"), lambda r: r.offer.commission, lambda r: _tiered(r.offer), "right", 108, narrow=92, editable=True, free=True,
           hint=QT_TRANSLATE_NOOP("Columns", "Of kept sales. Tiered: 20%; 25% above 10000")),
    Column("guarantee", QT_TRANSLATE_NOOP("Columns", "Guarantee"), lambda r: r.offer.guarantee, lambda r: _promised(r.offer), "right", 84, editable=True, spare=True,
           hint=QT_TRANSLATE_NOOP("Columns", "Promised sales ÷ slot fee, e.g. 2 for 1:2")),
    Column("sessions", QT_TRANSLATE_NOOP("Columns", "Sessions"), lambda r: r.offer.sessions, lambda r: words.number(r.offer.sessions), "right", 90, narrow=76, editable=True, spare=True),
    Column("form", QT_TRANSLATE_NOOP("Columns", "Form"), lambda r: label(r.offer.form), lambda r: label(r.offer.form), width=66, editable=True, spare=True, among=labels("live", "post"),
           hint=QT_TRANSLATE_NOOP("Columns", "live session or post")),
)  # fmt: skip
LEAST_ROWS: Final = 130
"""Pixels of the table, heading and all, that are seen above the fields on the lowest screen."""


class OfferTable(QWidget):
    """Shows offers; every finished edit goes to ``save`` as the whole new list (True: it was kept)."""

    def __init__(self, save: Callable[[tuple[Offer, ...]], bool], notice: Notice) -> None:
        super().__init__()
        self._save = save
        self._notice = notice
        self._offers: tuple[Offer, ...] = ()
        self.table: RecordTable[OfferRow] = RecordTable(COLUMNS, lambda r: str(r.place), take=self._edit)
        self.table.refused.connect(self._notice.say)
        self.table.search_when_long()
        self.table.setMinimumHeight(LEAST_ROWS)
        self.form = Form(SPECS, columns=2)
        self.table.selected.connect(self._show)
        self.form.left.connect(self._leave)
        self.add = make_button("add", self._add)
        self.remove = make_button("delete", self._remove)
        self.hint = text_label("hint")
        self._arrange()

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show these offers."""
        self._offers = offers
        self.table.set_rows(OfferRow(i, offer) for i, offer in enumerate(offers))
        if offers and self.table.current() is None:
            self.table.choose("0")
        self._show(self.table.current())
        self.remove.setEnabled(bool(offers))

    def choose(self, name: str) -> None:
        """Choose the offer of this name, which no other of a host has."""
        names = [offer.name for offer in self._offers]
        self.table.reveal(str(names.index(name)))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add.setText(self.tr("Add offer"))
        self.remove.setText(self.tr("Remove"))
        self.hint.setText(self.tr("Change it below, or double-click a cell."))
        self.table.set_empty(
            self.tr("No offer known: fee and commission are estimated.\nAdd what the host asks for.")
        )
        self.table.retranslate()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.APART, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        column.addLayout(buttons)
        column.addWidget(self.form)

    def _edit(self, changes: Sequence[Change[OfferRow]]) -> Sequence[str]:
        """Cells of several offers as one step; what is wrong stays as it was and is told."""
        found, refused = edited(changes, lambda row: row.offer, lambda offer: offer.name, with_texts)
        if found:
            offers = list(self._offers)
            for row, offer in found:
                offers[row.place] = offer
            self._put(tuple(offers))
        return refused

    def _show(self, row: OfferRow | None) -> None:
        self.form.setEnabled(row is not None)
        self.form.set_values(
            dict.fromkeys((spec.name for spec in SPECS), "") if row is None else texts(row.offer)
        )
        self.form.clear_problems()

    def _leave(self, name: str) -> None:
        row = self.table.current()
        if row is None:
            return
        try:
            offer = with_texts(row.offer, {name: self.form.values()[name]})
        except InvalidRecord as error:
            self.form.set_problems(problems.by_field(error.problems))
            return
        offers = list(self._offers)
        offers[row.place] = offer
        self._put(tuple(offers))

    def _add(self) -> None:
        place = len(self._offers)
        self._put((*self._offers, Offer.parse(name=self._free_name())))
        self.table.choose(str(place))

    def _free_name(self) -> str:
        taken = {offer.name for offer in self._offers}
        names = (self.tr("Offer {0}").format(n) for n in range(1, len(taken) + 2))
        return next(name for name in names if name not in taken)

    def _remove(self) -> None:
        gone = {row.place for row in self.table.chosen()}
        self._put(tuple(o for i, o in enumerate(self._offers) if i not in gone))

    def _put(self, offers: tuple[Offer, ...]) -> None:
        if len({offer.name for offer in offers}) < len(offers):
            self._notice.say(lambda: self.tr("Two offers of a host cannot have the same name."))
        elif offers != self._offers and self._save(offers):
            self._notice.hide()
            self.show_offers(offers)
