"""Which column of the file is which field of ours, by drop-down."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.dialogs.preview import short
from gui.parts import Elided, text_label

__all__ = ["MappingPanel"]

EXAMPLE_WIDTH = 150


class MappingPanel(QScrollArea):
    """One drop-down per field. All of them share one list of headings, as there may be thousands."""

    mapped = Signal(str, str)
    """The field, and the heading chosen for it (empty: not in this file)."""

    def __init__(self) -> None:
        super().__init__()
        self._headings = QStringListModel(self)
        self._header: tuple[str, ...] = ()
        self._boxes: dict[str, QComboBox] = {}
        self._labels: dict[str, QLabel] = {}
        self._cells: dict[str, Elided] = {}
        self._hint = text_label("hint")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(2, EXAMPLE_WIDTH)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 10, 10, 4)
        column.setSpacing(10)
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
        required: Collection[str],
        header: Sequence[str],
    ) -> None:
        """Show these fields (and their names) over these headings."""
        if tuple(header) != self._header:
            self._header = tuple(header)
            self._fill_headings()
        if tuple(fields) != tuple(self._boxes):
            self._build(fields)
        for name, text in fields.items():
            self._labels[name].setText(text + (" *" if name in required else ""))
            self._boxes[name].setAccessibleName(text)

    def show_mapping(
        self, mapping: Mapping[str, str], missing: Collection[str], examples: Mapping[str, str]
    ) -> None:
        """Choose these headings, with a cell of each beside it; the fields that are missing are marked."""
        places = {heading: place for place, heading in reversed(list(enumerate(self._header, 1)))}
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(places.get(mapping.get(name, ""), 0))
            box.setProperty("problem", name in missing)
            box.style().unpolish(box)
            box.style().polish(box)
            self._cells[name].tell(short(examples.get(name, "")))

    def box(self, name: str) -> QComboBox:
        """The drop-down of a field."""
        return self._boxes[name]

    def fields(self) -> tuple[str, ...]:
        """The fields that are shown."""
        return tuple(self._boxes)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._hint.setText(
            self.tr(
                "Say which column is which. What you choose is remembered for every file with these headings. Fields with a * are needed."
            )
        )
        self._fill_headings()

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
        chosen = {name: box.currentIndex() for name, box in self._boxes.items()}
        self._headings.setStringList([self.tr("– not in this file –"), *map(short, self._header)])
        for name, place in chosen.items():
            with QSignalBlocker(self._boxes[name]):
                self._boxes[name].setCurrentIndex(place)

    def _build(self, fields: Iterable[str]) -> None:
        for part in (*self._boxes.values(), *self._labels.values(), *self._cells.values()):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._boxes, self._labels, self._cells = {}, {}, {}
        for row, name in enumerate(fields):
            self._labels[name] = text_label(wrap=False)
            self._boxes[name] = self._drop_down(name)
            self._cells[name] = Elided("hint")
            for place, part in enumerate((self._labels[name], self._boxes[name], self._cells[name])):
                self._grid.addWidget(part, row, place)

    def _drop_down(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setModel(self._headings)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumContentsLength(10)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.installEventFilter(self)
        box.activated.connect(lambda place: self.mapped.emit(name, self._header[place - 1] if place else ""))
        return box
