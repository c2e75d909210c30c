"""One file of the wizard: what it is taken as, its first rows, and its columns."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from gui.dialogs.entries import OWN, Entry, Plan
from gui.dialogs.mapping import MappingPanel
from gui.dialogs.preview import Preview, short
from gui.parts import Elided, card, text_label
from gui.scale import Space
from gui.words import imports, listed
from gui.words.labels import column as column_name

__all__ = ["FileDetail"]

ORDERS_OF_DATES = ("mdy", "dmy")
Choice = tuple[str, str]


class FileDetail(QWidget):
    """Shows one file; what the merchant changes is told, and comes back as a changed file."""

    planned = Signal(int, str, str)
    """Sheet, kind (empty: not wanted), layout."""
    mapped = Signal(int, str, str)
    """Sheet, field, heading."""
    dated = Signal(int, str)
    """Sheet, order of the parts of a date."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._place = 0
        self._shown: Plan | None = None
        self.name = Elided("section")
        self.facts = text_label("hint")
        self.need = text_label("problem")
        self.sheet, self.kind, self.dates = (_drop_down() for _ in range(3))
        self.preview = Preview()
        self.mapping = MappingPanel()
        self.tabs = QTabWidget()
        self._sheet_label, self._kind_label, self._dates_label = (text_label(wrap=False) for _ in range(3))
        self._arrange()
        self.sheet.activated.connect(self._choose_sheet)
        self.kind.activated.connect(self._choose_kind)
        self.dates.activated.connect(self._choose_order)
        self.mapping.mapped.connect(lambda name, heading: self.mapped.emit(self._place, name, heading))
        self.retranslate()

    def show_entry(self, entry: Entry | None) -> None:
        """Show a file, or nothing."""
        if entry is None or self._entry is None or entry.key != self._entry.key:
            wanted = next((n for n, plan in enumerate(entry.plans) if plan.kind), 0) if entry else 0
            self._place, self._shown = wanted, None
        self._entry = entry
        self._place = min(self._place, max(len(entry.plans) - 1, 0)) if entry else 0
        self._show()

    def plan(self) -> Plan | None:
        """The sheet that is shown."""
        return self._entry.plans[self._place] if self._entry and self._entry.plans else None

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._sheet_label.setText(self.tr("Sheet"))
        self._kind_label.setText(self.tr("Take it as"))
        self._dates_label.setText(self.tr("Dates are written"))
        for label, box in self._rows():
            box.setAccessibleName(label.text())
        self.tabs.setTabText(0, self.tr("First rows"))
        self.tabs.setTabText(1, self.tr("Columns"))
        self._shown = None
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ── layout ──

    def _arrange(self) -> None:
        frame, column = card()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        form = QFormLayout()
        form.setHorizontalSpacing(Space.APART)
        form.setVerticalSpacing(Space.NEAR)
        for label, box in self._rows():
            form.addRow(label, box)
        self._form = form
        self.tabs.addTab(self.preview, "")
        self.tabs.addTab(self.mapping, "")
        for part in (self.name, self.facts, self.need):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.tabs, 1)
        column.addStretch()  # takes the room of the tabs where a refused file has none

    def _rows(self) -> Sequence[tuple[QLabel, QComboBox]]:
        return (
            (self._sheet_label, self.sheet),
            (self._kind_label, self.kind),
            (self._dates_label, self.dates),
        )

    # ── what is shown ──

    def _show(self) -> None:
        entry, plan = self._entry, self.plan()
        self.name.tell(entry.path.name if entry else self.tr("No file chosen"))
        self.facts.setText(imports.size_and_place(entry.size, entry.folder) if entry else "")
        self._show_need(entry, plan)
        self._form.setRowVisible(self.sheet, entry is not None and len(entry.plans) > 1)
        self._form.setRowVisible(self.kind, plan is not None)
        self._form.setRowVisible(self.dates, plan is not None and bool(plan.asked or plan.date_order))
        self.tabs.setVisible(plan is not None)
        if entry is not None and plan is not None and plan is not self._shown:
            self._show_plan(entry, plan)

    def _show_plan(self, entry: Entry, plan: Plan) -> None:
        fill(self.sheet, [(one.sheet or "–", str(n)) for n, one in enumerate(entry.plans)], str(self._place))
        asked = [] if plan.kind or plan.by_hand else [(self.tr("– choose –"), "")]
        fill(self.kind, [*asked, *kinds_of(plan, self.tr("not wanted"))], chosen_kind(plan))
        names = (self.tr("month first: 3/8 is 8 March"), self.tr("day first: 3/8 is 3 August"))
        orders = list(zip(names, ORDERS_OF_DATES, strict=True))
        fill(
            self.dates, orders if plan.date_order else [(self.tr("– choose –"), ""), *orders], plan.date_order
        )
        before = self._shown
        self._shown = plan
        if before is None or before.rows is not plan.rows:
            self.preview.show_sheet(plan.header, plan.rows)
        self.preview.name_columns({place: column_name(plan.kind, n) for n, place in places(plan).items()})
        fields = {name: column_name(plan.kind, name) for name in plan.fields}
        self.mapping.show_fields(fields, either(plan), plan.header)
        missing = {name for group in plan.missing for name in group}
        self.mapping.show_mapping(plan.mapping, missing, examples(plan), likely(plan))
        self.tabs.setTabEnabled(1, bool(plan.kind))
        self.tabs.setCurrentIndex(self.tabs.currentIndex() if plan.kind else 0)

    def _show_need(self, entry: Entry | None, plan: Plan | None) -> None:
        text = "\n".join(line.text for line in entry.refusal) if entry else ""
        if not text and plan is not None and entry is not None and not entry.wanted and not plan.by_hand:
            text = self.tr("The program does not know this table. Say what it is under “Take it as”.")
        elif not text and plan is not None and plan.kind and plan.missing:
            text = self.tr("Still needed: {0}. Choose the columns below.").format(
                listed(self._wanted(plan, group) for group in plan.missing)
            )
        elif not text and plan is not None and plan.kind and plan.asked and not plan.date_order:
            text = self.tr("Day and month cannot be told apart in {0}. Say which comes first.").format(
                listed(plan.asked)
            )
        self.need.setText(text)
        self.need.setVisible(bool(text))

    def _wanted(self, plan: Plan, group: Sequence[str]) -> str:
        """Fields of which one is needed, and the column that looks like one of them."""
        names, seen = either_of(plan.kind, group), likely(plan)
        guess = next((short(seen[name]) for name in group if name in seen), "")
        return self.tr("{0} (perhaps the column “{1}”)").format(names, guess) if guess else names

    # ── what is chosen ──

    def _choose_sheet(self, place: int) -> None:
        self._place = place
        self._show()

    def _choose_kind(self, _place: int) -> None:
        chosen, plan = str(self.kind.currentData()), self.plan()
        kind, _, layout = chosen.partition("/")
        if plan is not None and chosen and chosen != chosen_kind(plan):
            self.planned.emit(self._place, kind, layout)
            if layout == OWN:
                self.tabs.setCurrentIndex(1)

    def _choose_order(self, _place: int) -> None:
        if order := str(self.dates.currentData()):
            self.dated.emit(self._place, order)


def kinds_of(plan: Plan, unwanted: str) -> list[Choice]:
    """All a sheet may be taken as: the exports it looks like, then each kind with the merchant's own columns."""
    likely = [(plan.title(layout, kind), f"{kind}/{layout}") for kind, layout, _ in plan.guesses]
    plain = [(imports.own_columns(kind), f"{kind}/{OWN}") for kind in imports.KINDS]
    return [*likely, *plain, (unwanted, "/")]


def chosen_kind(plan: Plan) -> str:
    """What a sheet is taken as, as one of the choices; empty while nobody knows."""
    return f"{plan.kind}/{plan.layout}" if plan.kind or plan.by_hand else ""


def places(plan: Plan) -> Mapping[str, int]:
    """The column of each field that has one."""
    found = {heading: place for place, heading in reversed(list(enumerate(plan.header)))}
    return {name: found[heading] for name, heading in plan.mapping.items() if heading in found}


def examples(plan: Plan) -> Mapping[str, str]:
    """The first cell that holds something, by field."""
    return {name: _first_filled(plan, place) for name, place in places(plan).items()}


def _first_filled(plan: Plan, place: int) -> str:
    return next((row[place] for row in plan.rows if len(row) > place and row[place].strip()), "")


def fill(box: QComboBox, choices: Sequence[Choice], chosen: str) -> None:
    """Offer these choices (text, value) and choose one; nobody is told."""
    with QSignalBlocker(box):
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))


def either_of(kind: str, group: Sequence[str]) -> str:
    """The names of fields of which one is enough."""
    return " / ".join(column_name(kind, name) for name in group)


def either(plan: Plan) -> Mapping[str, str]:
    """The fields that are to be starred, each with what else would do: of those that stand for the same the chosen one."""
    starred: dict[str, str] = {}
    for group in plan.needed:
        chosen = [name for name in group if plan.mapping.get(name)]
        told = either_of(plan.kind, group) if len(group) > 1 else ""
        starred |= dict.fromkeys(chosen[:1] or group, told)
    return starred


def likely(plan: Plan) -> Mapping[str, str]:
    """The heading that a needed field without one may be under, where no other field has it."""
    taken = set(plan.mapping.values())
    return {n: text for n, text in plan.likely.items() if not plan.mapping.get(n) and text not in taken}


def _drop_down() -> QComboBox:
    box = QComboBox()
    box.setMinimumContentsLength(16)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
