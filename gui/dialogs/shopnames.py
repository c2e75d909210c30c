"""Under which names a product is sold in the shop's orders: chosen from those that belong to no product yet."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui import theme, words
from gui.helpkey import help_on
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.tables import Column, RecordTable
from gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.repurchase.strangers import Stranger

__all__ = ["ShopNames"]


def _name(one: "Stranger") -> str:
    return one.name or words.say(QT_TRANSLATE_NOOP("Words", "(lines that name no product)"))


COLUMNS: "tuple[Column[Stranger], ...]" = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "Name in the orders"), lambda one: one.name, _name, width=0, free=True),
    Column("lines", QT_TRANSLATE_NOOP("Columns", "Lines"), lambda one: one.lines, lambda one: words.number(one.lines), "right", 80),
    Column("paid", QT_TRANSLATE_NOOP("Columns", "Paid"), lambda one: one.paid, lambda one: words.money(one.paid), "right", 110),
)  # fmt: skip


class ShopNames(QDialog):
    """Lists the names; those that are chosen and taken are handed to ``take``."""

    def __init__(
        self,
        product: str,
        found: "Sequence[Stranger]",
        take: Callable[[tuple[str, ...]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.dress(self)
        self._product, self._take = product, take
        self._about = text_label("muted")
        self.table: RecordTable[Stranger] = RecordTable(COLUMNS, lambda one: one.name)
        self.table.search_when_long()
        self.table.set_rows(found)
        self.link = make_button("check", self._link, primary=True)
        self._close = make_button("close", self.reject)
        self.table.selected.connect(lambda _row: self._allow())
        self.table.activated.connect(lambda _row: self._link())
        self._arrange()
        help_on(self, "products#names")
        self._say()
        if len(found) == 1:  # nothing to choose among: the button is all there is to press
            self.table.choose(found[0].name)
        self._allow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._close, self.link):
            button.setAutoDefault(False)
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        whole.setSpacing(Space.APART)
        whole.addWidget(self._about)
        whole.addWidget(self.table, 1)
        whole.addLayout(row)
        self.resize(720, 460)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Names in the orders"))
        self._about.setText(
            self.tr(
                "These names in your orders belong to none of your products. Choose those that are “{0}” (Ctrl for several): its orders then count for it."
            ).format(self._product)
        )
        self.table.set_empty(self.tr("Every name in the orders belongs to a product already."))
        self.link.setText(self.tr("Use these names"))
        self._close.setText(self.tr("Cancel"))

    def _allow(self) -> None:
        self.link.setEnabled(bool(self.table.chosen()))

    def _link(self) -> None:
        if chosen := self.table.chosen():
            self._take(tuple(one.name for one in chosen))
            self.accept()
