"""One product: name, buttons and fields, and below whether it can go live."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import make_button
from gui.forms import Form
from gui.pages.productform import specs
from gui.pages.readycard import ReadyCard
from gui.parts import Elided, card, scrolled
from gui.scale import Space
from gui.splitter import Splitter


class ProductSheet(QWidget):
    """The middle of the products page."""

    def __init__(
        self,
        categories: Callable[[], Sequence[tuple[str, str]]],
        save: Callable[[], None],
        delete: Callable[[], None],
        choose_names: Callable[[], None],
    ) -> None:
        super().__init__()
        self.heading = Elided("section")
        self.save = make_button("check", save, primary=True)
        self.delete = make_button("delete", delete)
        self.form = Form(specs(categories), columns=2)
        self.names = make_button("orders", choose_names)
        self.form.put_under("shop_names", self.names)
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

    def beside(self, splitter: Splitter, grade: QWidget) -> None:
        """Take the middle of the page, the grade at the right."""
        for part in (self, grade):
            splitter.addWidget(scrolled(part))
        for place, stretch in enumerate((5, 7, 5)):
            splitter.setStretchFactor(place, stretch)
        splitter.setSizes([340, 470, 340])

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.save.setText(self.tr("Check and save"))
        self.delete.setText(self.tr("Delete"))
        self.names.setText(self.tr("Choose from the orders…"))
        self.ready.retranslate()

    def tell(self, name: str, orders: bool) -> None:
        """The product that is shown; a new one (no name) cannot be deleted, nor without orders be found in them."""
        self.heading.tell(name or self.tr("New product"))
        self.names.setVisible(orders and bool(name))
        self.delete.setEnabled(bool(name))
