"""Which column of the file is which field of ours, by drop-down."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.dialogs.preview import short
from gui.parts import Elided, restyle, text_label
from gui.scale import Space
from gui.tips import tip

__all__ = ["MappingPanel"]

EXAMPLE_WIDTH = 110
AT_ONCE, MANY = 4, 1000
"""Rows made in one turn of the window; all of them."""


class MappingPanel(QScrollArea):
    """One drop-down per field. All of them share one list of headings, as there may be thousands."""

    mapped = Signal(str, str)
    """The field, and the heading chosen for it (empty: not in this file)."""

    def __init__(self) -> None:
        super().__init__()
        self._headings = QStringListModel(self)
        self._header: tuple[str, ...] = ()
        self._fields: dict[str, str] = {}
        self._required: dict[str, str] = {}
        self._mapping: Mapping[str, str] = {}
        self._missing: frozenset[str] = frozenset()
        self._examples: Mapping[str, str] = {}
        self._likely: Mapping[str, str] = {}
        self._stale, self._done = False, 0
        self._rows: list[_Row] = []
        self._hint = text_label("hint")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.APART)
        self._grid.setVerticalSpacing(Space.NEAR)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(2, EXAMPLE_WIDTH)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.HAIR, Space.APART, Space.APART, Space.TIGHT)
        column.setSpacing(Space.APART)
        column.addWidget(self._hint)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retranslate()

    def show_fields(
        self,
        fields: Mapping[str, str],
        required: Mapping[str, str],
        header: Sequence[str],
    ) -> None:
        """Show these fields (and their names) over these headings; ``required`` ones have a star.

        Of each of them is told which fields would do instead, empty: none.
        """
        if tuple(header) != self._header:
            self._header = tuple(header)
            self._fill_headings()
        self._fields, self._required = dict(fields), dict(required)
        self._mapping, self._missing, self._examples, self._likely = {}, frozenset(), {}, {}
        self._changed()

    def show_mapping(
        self,
        mapping: Mapping[str, str],
        missing: Collection[str],
        examples: Mapping[str, str],
        likely: Mapping[str, str],
    ) -> None:
        """Choose these headings, with a cell of each beside it, or the ``likely`` heading of a field without one.

        The fields that are missing are marked.
        """
        self._mapping, self._missing = mapping, frozenset(missing)
        self._examples, self._likely = examples, likely
        self._changed()

    def box(self, name: str) -> QComboBox:
        """The drop-down of a field."""
        self._complete()
        return self._rows[list(self._fields).index(name)].box

    def fields(self) -> tuple[str, ...]:
        """The fields that are shown."""
        return tuple(self._fields)

    def showEvent(self, event: QShowEvent) -> None:
        """The rows are made when somebody looks at them: thirty drop-downs take a moment."""
        super().showEvent(event)
        self._complete(AT_ONCE)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._hint.setText(
            self.tr(
                "Say which column is which; it is remembered for every file with these headings. Fields with a * are needed; where two stand for the same, one is enough."
            )
        )
        self._fill_headings()
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the panel, and never changes a choice by mistake."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _fill_headings(self) -> None:
        chosen = [row.box.currentIndex() for row in self._rows]
        self._headings.setStringList([self.tr("– not in this file –"), *map(short, self._header)])
        for row, place in zip(self._rows, chosen, strict=True):
            with QSignalBlocker(row.box):
                row.box.setCurrentIndex(place)

    def _changed(self) -> None:
        self._stale, self._done = True, 0
        if self.isVisible():
            self._complete(AT_ONCE)

    def _complete(self, most: int = MANY) -> None:
        """Make the rows anew, so many at once: the window has its turn before the next ones are made."""
        if not self._stale:
            return
        names = list(self._fields)
        places = {heading: place for place, heading in reversed(list(enumerate(self._header, 1)))}
        upto = min(self._done + most, len(names))
        for number in range(self._done, upto):
            if number == len(self._rows):
                self._add_row()
            self._fill(self._rows[number], names[number], places)
        self._done = upto
        if upto < len(names):
            QTimer.singleShot(0, self, self._go_on)
            return
        self._stale = False
        for row in self._rows[len(names) :]:
            row.show(False)

    def _go_on(self) -> None:
        self._complete(AT_ONCE)

    def _fill(self, row: "_Row", name: str, places: Mapping[str, int]) -> None:
        row.tell(self._fields[name], name in self._required, name in self._missing)
        row.label.setToolTip(tip(self._instead(name)))
        with QSignalBlocker(row.box):
            row.box.setCurrentIndex(places.get(self._mapping.get(name, ""), 0))
        row.cell.tell(self._beside(name))
        row.show(True)

    def _instead(self, name: str) -> str:
        others = self._required.get(name, "")
        return self.tr("One of these is enough: {0}").format(others) if others else ""

    def _beside(self, name: str) -> str:
        if name in self._likely:
            return self.tr("perhaps “{0}”?").format(short(self._likely[name]))
        return short(self._examples.get(name, ""))

    def _add_row(self) -> None:
        """One more row; rows are never taken away, as making them is what takes long."""
        number = len(self._rows)
        row = _Row(text_label(wrap=False), QComboBox(), Elided("hint"))
        for place, part in enumerate((row.label, row.box, row.cell)):
            self._grid.addWidget(part, number, place)
        row.box.setModel(self._headings)
        row.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.box.setMinimumContentsLength(10)
        row.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.box.installEventFilter(self)
        row.box.activated.connect(lambda place: self._choose(number, place))
        self._rows.append(row)

    def _choose(self, number: int, place: int) -> None:
        name = list(self._fields)[number]
        self.mapped.emit(name, self._header[place - 1] if place else "")


@dataclass(frozen=True)
class _Row:
    """The name of a field, its drop-down, and a cell of the column chosen."""

    label: QLabel
    box: QComboBox
    cell: Elided

    def tell(self, text: str, needed: bool, missing: bool) -> None:
        """Name the field; one that is needed has a star, one that is missing is marked."""
        self.label.setText(text + (" *" if needed else ""))
        self.box.setAccessibleName(text)
        restyle(self.box, "problem", missing)

    def show(self, shown: bool) -> None:
        """Show the row, or keep it for later."""
        for part in (self.label, self.box, self.cell):
            part.setVisible(shown)
