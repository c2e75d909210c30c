"""The widget around a record model: filter box, table, what to do when it is empty, and copying."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui import pinyin, words
from gui.columns import Column
from gui.face import ROWS, Face, Glance
from gui.jobs import Job
from gui.pasting import EMPTY, Known, headed, match, spread, told
from gui.sheetclip import MOST_EDITED, hand_over, surplus_of
from gui.spoken import place_of
from gui.tableclips import Change, Copying, block, cell
from gui.tablemodel import RECORD, Index, RecordModel
from gui.tableparts import MANY, Overlay, View
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["RECORD", "Change", "Column", "RecordModel", "RecordTable"]

T = TypeVar("T")

FILTER_PAUSE = 200
READING_TURN = 0.008
"""Seconds of one turn of the event loop in which texts are made for the filter."""
ROWS_OF = QT_TRANSLATE_NOOP("Words", "{shown} of {all} rows")
COPYING = QT_TRANSLATE_NOOP("Words", "Copying… {share} (Esc stops)")
SHORT: Final = 8
"""Rows that are seen at a glance: a box to search them would be in the way."""
MANY_KEYS: Final = "Ctrl+Shift+E"
ALL_CHOSEN = QT_TRANSLATE_NOOP("Words", "all {all} rows chosen")
Flag = QItemSelectionModel.SelectionFlag


class RecordTable(Face, Generic[T]):
    """A filter box over a sortable table of records."""

    selected = Signal(object)
    activated = Signal(object)
    context = Signal(object, QPoint)
    pasted = Signal(int, str)
    """So many records were changed at once, and what was refused, in sentences."""
    refused = Signal(str)
    """What of it was refused, where anything was."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], str],
        edited: Callable[[T, str, str], None] | None = None,
        parent: QWidget | None = None,
        take: Callable[[Sequence[Change[T]]], Sequence[str]] | None = None,
        known: Known[T] | None = None,
    ) -> None:
        """``take`` changes many records as one step and tells in sentences what it refused; one cell too without ``edited``.

        ``known`` tells how lines that are pasted with headings find their records, where ``key`` alone does not.
        """
        self.model: RecordModel[T] = RecordModel(columns, edited or (self._one if take else None))
        self.view = View(self.model)
        super().__init__(self.view, parent)
        self.model.setParent(self)
        self._key, self._take = key, take
        self._known = known or Known(key)
        self.copying = Copying(self)
        self.takes_sheets = False
        """Whether a block that is more than an edit is offered to the window as a whole sheet."""
        self.has_menu = True
        """Whether a right click opens the table's own menu, and not one of its page."""
        self._last: T | None = None
        self._restoring = False
        self._wanted = False
        self._short = False
        self._empty = Overlay(self.view)
        self._pause = QTimer(self, singleShot=True, interval=FILTER_PAUSE)
        self._reading = QTimer(self, interval=0)
        self._listening = Job(self)
        self._connect()
        self.retranslate()

    def set_rows(self, rows: Iterable[T]) -> None:
        """Show these records; the chosen ones stay chosen, by their key, and the view stays where it is."""
        self._keeping(lambda: self.model.set_rows(rows))
        self.view.fit_when_seen()
        if len(self.model.rows) > MANY:
            self._reading.start()

    def set_empty(self, text: str) -> None:
        """What to say, and what to do, where there is no record at all."""
        self._empty.nothing = text
        self._tell()

    def take_over(self, glance: Glance) -> None:
        """Go on where the glance at these rows was left: what was clicked, what was typed, where the keyboard is."""
        if glance.row() >= 0:
            self.view.selectRow(glance.row())
        if glance.filter.text():
            self.filter.setText(glance.filter.text())
            self._filter_now()
        if glance.columns_wanted:
            self._open_columns()
        for old, new in ((glance.filter, self.filter), (glance.view, self.view)):
            if old.hasFocus():
                new.setFocus()

    def search_when_long(self) -> None:
        """Show the filter box and the count of rows only where there are more than are seen at a glance."""
        self._short = True
        self._tell()

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide the column with this key."""
        self.view.want([column.key for column in self.model.columns].index(key), shown)

    def current(self) -> T | None:
        """The chosen record, the one with the focus where several are chosen."""
        rows = self._chosen_rows()
        if not rows:
            return None
        row = self.view.currentIndex().row()
        return self.model.record(row if row in rows else rows[0])

    def chosen(self) -> tuple[T, ...]:
        """All chosen records, from top to bottom."""
        return tuple(self.model.record(row) for row in self._chosen_rows())

    def choose(self, key: str) -> bool:
        """Choose the record with this key and bring it into sight."""
        name = self._key
        for row, record in enumerate(self.model.records()):
            if name(record) == key:
                self._choose_row(row)
                self.view.scrollTo(self.model.index(row, 0))
                return True
        return False

    def _choose_row(self, row: int) -> None:
        """The one that is chosen already keeps the cell with the focus: what is pasted goes there."""
        if self._chosen_rows() != [row]:
            self.view.selectRow(row)

    def reveal(self, key: str) -> bool:
        """Choose the record with this key; a filter that hides it is emptied."""
        if self.choose(key):
            return True
        self.filter.clear()
        return self.choose(key)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as a spreadsheet takes them, headings first; many of them turn by turn."""
        columns = self.view.seen()
        headings = "\t".join(words.term("Columns", column.heading) for column in columns)
        self.copying.start(columns, headings, self.chosen())

    def copy_cell(self) -> None:
        """Put the one cell with the focus on the clipboard."""
        if (index := self.view.currentIndex()).isValid():
            column = self.model.columns[index.column()]
            QApplication.clipboard().setText(cell(column, self.model.record(index.row())))

    def paste(self) -> None:
        """Lay the cells of the clipboard over the table, from the focused cell on; one cell into all chosen rows."""
        if self._take is None:
            return
        text = QApplication.clipboard().text()
        cells = block(text) if len(text) <= MOST_EDITED or not self.takes_sheets else []
        found = surplus_of(self, cells, self._known) if text.strip() else None
        if not (found and hand_over(self, text, found, lambda: self._lay(cells))):
            self._lay(cells)

    def _lay(self, cells: Sequence[Sequence[str]]) -> None:
        if cells and not self.model.rows:
            self._change([], [words.say(EMPTY)])
            return
        if headed(cells, self.model.columns, self._known.also):
            named = self.model.columns[self.view.named]
            self._change(*match(cells, self.model.rows, self.model.columns, named, self._known))
            return
        columns = self.view.seen(self.view.currentIndex().column())
        self._change(*spread(cells, self._below(alone=[*map(len, cells)] == [1]), columns))

    def edit_chosen(self) -> None:
        """Ask for one field that all chosen rows get."""
        from gui.bulkedit import BulkEdit

        rows = self.chosen()
        fields = [column for column in self.view.seen() if column.editable]
        if self._take is not None and rows and fields:
            BulkEdit(fields, len(rows), lambda key, text: self._fill(rows, key, text), self).open()

    def menu(self) -> QMenu:
        """What can be done with the rows that are chosen."""
        menu = QMenu(self)
        keys = QKeySequence.StandardKey
        menu.addAction(self.tr("Copy rows"), keys.Copy, self.copy)
        menu.addAction(self.tr("Copy cell"), self.copy_cell)
        if self._take is not None:
            menu.addAction(self.tr("Paste"), keys.Paste, self.paste)
            menu.addAction(
                self.tr("Change one field in all chosen rows…"), QKeySequence(MANY_KEYS), self.edit_chosen
            )
        menu.addSeparator()
        menu.addAction(self.tr("Columns…"), self._open_columns)
        return menu

    def _one(self, record: T, key: str, text: str) -> None:
        """A single cell was typed; ``pasted`` boasts of none."""
        if self._take is not None:
            self._report(0, self._take([Change(record, {key: text})]))

    def _fill(self, rows: Sequence[T], key: str, text: str) -> None:
        self._change([Change(record, {key: text}) for record in rows], [])

    def _change(self, changes: Sequence[Change[T]], left: Sequence[str]) -> None:
        refused = [*left, *(self._take(changes) if self._take is not None and changes else ())]
        self._report(len(changes), refused)

    def _report(self, changed: int, refused: Sequence[str]) -> None:
        self.pasted.emit(changed, told(refused))
        if refused:
            self.refused.emit(told(refused))

    def _below(self, alone: bool) -> list[T]:
        """The records a block is laid over: those from the cell with the focus down, or the chosen ones."""
        index = self.view.currentIndex()
        if not index.isValid():
            return []
        if alone:
            return list(self.chosen())
        return list(islice(self.model.records(), index.row(), None))

    def _stop_copying(self) -> None:
        self.copying.stop()
        self._stop.setEnabled(False)
        self._tell()

    def _tell_copying(self, share: float) -> None:
        self._stop.setEnabled(True)
        self.count.setText(words.say(COPYING, share=words.percent(share)))

    def _copied(self, text: str) -> None:
        self._stop.setEnabled(False)
        QApplication.clipboard().setText(text)
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._name_view()
        self._empty.no_match = self.tr("Nothing matches. Shorten the search text.")
        self._keeping(self.model.retranslate)
        self.view.fit_when_seen()
        if self.filter.text():
            self._filter_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """By now it is known where the table stands."""
        super().showEvent(event)
        self._name_view()

    def _name_view(self) -> None:
        """A table is called as it is told to be, else after its tab, page or dialog: a window has many."""
        self.view.setAccessibleName(self.accessibleName() or place_of(self) or self.tr("Table"))

    def _open_columns(self) -> None:
        self.view.arrangement.open_menu(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _connect(self) -> None:
        self.columns.clicked.connect(self._open_columns)
        self.filter.textEdited.connect(self._on_typed)
        self.filter.textChanged.connect(self._filter_cleared)
        self.filter.returnPressed.connect(self._filter_soon)
        self._pause.timeout.connect(self._filter_soon)
        self._reading.timeout.connect(self._read_on)
        self._listening.done.connect(self._heard)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.view.activated.connect(self._on_activated)
        self.view.customContextMenuRequested.connect(self._on_context)
        self.view.everything.connect(self._tell)
        self.copying.done.connect(self._copied)
        self.copying.moved.connect(self._tell_copying)
        keys = QKeySequence.StandardKey
        self._stop = self._add_key(QKeySequence(Qt.Key.Key_Escape), self._stop_copying)
        self._stop.setEnabled(False)
        self._add_key(QKeySequence(keys.Copy), self.copy)
        if self._take is not None:
            self._add_key(QKeySequence(keys.Paste), self.paste)
            self._add_key(QKeySequence(MANY_KEYS), self.edit_chosen)

    def _add_key(self, keys: QKeySequence, action: Callable[[], None]) -> QAction:
        made = QAction(self.view, shortcut=keys)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(action)
        self.view.addAction(made)
        return made

    def _filter_cleared(self, text: str) -> None:
        if not text:
            self._filter_now()

    def _on_typed(self, _text: str) -> None:
        self._pause.start()
        self._reading.start()
        if not pinyin.is_ready():
            self._listening.run(pinyin.prepare)

    def _heard(self, _nothing: object) -> None:
        """The pronunciations are there: what is typed may find more now."""
        if self.filter.text() and not self._pause.isActive():
            self._filter_soon()

    def _filter_soon(self) -> None:
        self._wanted = True
        self._reading.start()

    def _read_on(self) -> None:
        """The texts a filter looks through are made turn by turn, as thousands of them take longer than a blink."""
        if self.model.read_texts(READING_TURN):
            self._reading.stop()
            if self._wanted:
                self._filter_now()

    def _filter_now(self) -> None:
        self._pause.stop()
        self._wanted = False
        self._keeping(lambda: self.model.set_filter(self.filter.text()))

    def _keeping(self, change: Callable[[], None]) -> None:
        """Make a change that resets the model, and put selection, focus and scrolling back."""
        keys = {self._key(record) for record in self.chosen()}
        index = self.view.currentIndex()
        focus = self._key(self.model.record(index.row())) if index.isValid() else None
        height = self.view.verticalScrollBar().value()
        self._restoring = True
        change()
        self._choose_again(keys, focus, max(0, index.column()))
        self._restoring = False
        self.view.verticalScrollBar().setValue(height)
        self._tell()
        self._on_selection()

    def _choose_again(self, keys: set[str], focus: str | None, cell: int) -> None:
        if not keys and focus is None:
            return
        places = self.model.places(self._key, keys if focus is None else {*keys, focus})
        chosen = QItemSelection()
        for row in sorted(places[key] for key in keys if key in places):
            chosen.select(self.model.index(row, 0), self.model.index(row, len(self.model.columns) - 1))
        if focus in places:
            self.view.selectionModel().setCurrentIndex(self.model.index(places[focus], cell), Flag.NoUpdate)
        self.view.selectionModel().select(chosen, Flag.ClearAndSelect)

    def _chosen_rows(self) -> list[int]:
        if self.view.is_everything:
            return list(range(self.model.rowCount()))
        selection: Any = self.view.selectionModel().selection()
        return sorted({row for part in selection for row in range(part.top(), part.bottom() + 1)})

    def _tell(self) -> None:
        shown, everything = self.model.rowCount(), len(self.model.rows)
        self._empty.tell(shown, everything)
        if self._short:
            for part in (self.filter, self.count, self.columns):
                part.setVisible(everything > SHORT or bool(self.filter.text()))
        if self.view.is_everything:
            text = words.say(ALL_CHOSEN, all=words.number(shown))
        elif shown == everything:
            text = words.say(ROWS, n=shown)
        else:
            text = words.say(ROWS_OF, shown=words.number(shown), all=words.number(everything))
        self.count.setText(text)

    def _on_selection(self, *_change: object) -> None:
        if self._restoring:
            return
        self._tell()
        record = self.current()
        if record != self._last:
            self._last = record
            self.selected.emit(record)

    def _on_activated(self, index: Index) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.activated.emit(self.model.record(index.row()))

    def _on_context(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        record = self.model.record(index.row()) if index.isValid() else None
        here = self.view.viewport().mapToGlobal(place)
        self.context.emit(record, here)
        if self.has_menu:
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(here)
