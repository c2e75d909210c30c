"""One product: name, buttons and fields, and below whether it can go live."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import make_button
from gui.forms import Form
from gui.pages.productform import specs
from gui.pages.readycard import ReadyCard
from gui.parts import Elided, card
from gui.scale import Space


class ProductSheet(QWidget):
    """The middle of the products page."""

    def __init__(
        self,
        categories: Callable[[], Sequence[tuple[str, str]]],
        save: Callable[[], None],
        delete: Callable[[], None],
    ) -> None:
        super().__init__()
        self.heading = Elided("section")
        self.save = make_button("check", save, primary=True)
        self.delete = make_button("delete", delete)
        self.form = Form(specs(categories), columns=2)
        self.ready = ReadyCard()
        fields, column = card()
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.delete)
        top.addWidget(self.save)
        column.addLayout(top)
        column.addWidget(self.form, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(Space.APART)
        stack.addWidget(fields)
        stack.addWidget(self.ready)
        stack.addStretch(1)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.save.setText(self.tr("Check and save"))
        self.delete.setText(self.tr("Delete"))
        self.ready.retranslate()

    def tell(self, name: str, new: bool) -> None:
        """The name of the product that is shown; a new one cannot be deleted."""
        self.heading.tell(name)
        self.delete.setEnabled(not new)
