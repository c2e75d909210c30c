"""Figures of the model in a table, to be changed by the merchant: all of them under Settings, a group where it is used."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal

from gui import words
from gui.columns import Column
from gui.pages.texts import plain
from gui.session import Changed, Session
from gui.tables import Change, RecordTable
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.grounds import ground_source, ground_unit
from gui.words.labels import label, labels
from model.errors import UserError
from model.fields import BadCell, number

if TYPE_CHECKING:
    from model.entries import Entry

__all__ = ["COLUMNS", "TONES", "FigureTable", "figure_name", "shown"]

GROUPED: Final = 1_000
TONES: Final = {"high": "good", "medium": "accent", "low": "warn", "guess": "warn"}


def figure_name(entry: "Entry") -> str:
    """What a figure is called."""
    text = entry.zh if words.is_chinese() else entry.en
    part = entry.key.split(".")[2:]
    return f"{text} · {label(part[0])}" if part else text


def shown(value: float) -> str:
    """As its editor takes it; long ones in groups, or nobody could count the noughts."""
    text = words.number(value) if value >= GROUPED and value.is_integer() else plain(value)
    return text.replace("-", "−", 1) if value < 0 else text


def _group(entry: "Entry") -> str:
    return label(entry.key.split(".", maxsplit=1)[0])


COLUMNS: Final[tuple[Column["Entry"], ...]] = (
    Column("group", QT_TRANSLATE_NOOP("Columns", "Belongs to"), _group, _group, width=140),
    Column("name", QT_TRANSLATE_NOOP("Columns", "Figure"), figure_name, figure_name, width=0, least=300, narrow=120, free=True),
    Column("value", QT_TRANSLATE_NOOP("Columns", "Value"), lambda e: e.value, lambda e: shown(e.value), "right", 96, narrow=72, editable=True,
           colour=lambda e: "accent" if e.value != e.default else None, hint=QT_TRANSLATE_NOOP("Columns", "Double-click to change; your own figures are blue")),
    Column("default", QT_TRANSLATE_NOOP("Columns", "Default"), lambda e: e.default, lambda e: shown(e.default), "right", 96, narrow=72),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "Unit"), ground_unit, ground_unit, width=150),
    Column("reliability", QT_TRANSLATE_NOOP("Columns", "Reliability"), lambda e: e.reliability, lambda e: label(e.reliability), width=104, among=labels(*TONES), badge=lambda e: TONES[e.reliability]),
    Column("source", QT_TRANSLATE_NOOP("Columns", "Source"), ground_source, ground_source, width=190, free=True),
)  # fmt: skip


class FigureTable(RecordTable[Any]):
    """``kept``: a figure was taken; ``failed``: not stored; ``refused``, as of any table: none, or out of bounds.

    ``altered``: figures were changed in the table itself, with what they were before (None: as shipped).
    """

    kept = Signal()
    failed = Signal(object)
    altered = Signal(object)

    def __init__(
        self,
        session: Session,
        columns: Sequence[Column[Any]] = COLUMNS,
        wanted: Callable[["Entry"], bool] = lambda _entry: True,
    ) -> None:
        super().__init__(columns, lambda e: e.key, take=self._edit_many)
        self.session = session
        self._wanted_entry = wanted
        session.changed.connect(self._reload)
        self._reload(Changed.POLICY, None)

    def reset(self) -> None:
        """Put the chosen figures back to what is shipped."""
        self.alter({entry.key: None for entry in self.chosen() if entry.value != entry.default})

    def show_only(self, wanted: Callable[["Entry"], bool]) -> None:
        """Show those figures only."""
        self._wanted_entry = wanted
        self._reload(Changed.POLICY, None)

    def take(self, values: Mapping[str, float | None]) -> bool:
        """Keep figures as one step (None: back to the shipped one); whether they were stored."""
        if values:
            try:
                self.session.set_overrides(values, by=None)
            except UserError as error:
                self.failed.emit(error)
                return False
            self.kept.emit()
        return True

    def alter(self, values: Mapping[str, float | None]) -> None:
        """Keep figures nobody has seen the effect of, and tell what they were."""
        policy = self.session.policy
        entries = [policy.entries[key] for key in values] if policy is not None else []
        former = {e.key: e.value if e.value != e.default else None for e in entries}
        if self.take(values) and former != values:
            self.altered.emit(former)

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.POLICY and self.session.policy is not None:
            self.set_rows(filter(self._wanted_entry, self.session.policy.entries.values()))

    def _edit_many(self, changes: "Sequence[Change[Entry]]") -> Sequence[str]:
        """Own figures as one step: checked by the policy itself; nothing typed goes back to the shipped one."""
        values, refused = dict[str, float | None](), list[str]()
        for entry, text in ((change.record, change.texts["value"]) for change in changes):
            try:
                values[entry.key] = self.checked(entry, text)
            except ValueError as wrong:
                refused.append(str(wrong))
        self.alter(values)
        return refused

    def checked(self, entry: "Entry", text: str) -> float | None:
        """What was typed for a figure; None for the shipped one.

        Raises:
            ValueError: it is none or cannot be, in a sentence.
        """
        try:
            typed = number(text)
        except BadCell:
            raise ValueError(
                words.say(QT_TRANSLATE_NOOP("Words", "“{text}” is not a number."), text=text)
            ) from None
        value = entry.default if typed is None else typed
        policy = self.session.policy
        fault = policy.fault(entry.key, value) if policy else None
        if fault is not None:
            raise ValueError(problems.sentence(fault))
        return None if value == entry.default else value
