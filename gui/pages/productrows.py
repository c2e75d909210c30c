"""The list of products: what a line of it knows, and its columns."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui import words
from gui.columns import Column
from gui.pages.texts import plain
from gui.words import QT_TRANSLATE_NOOP
from model.records import Product

if TYPE_CHECKING:
    from model.repurchase.grading import Grade

__all__ = ["COLUMNS", "Row"]


@dataclass(frozen=True)
class Row:
    """One line of the list: the product, its category's name, its grade when it is known."""

    product: Product
    category: str
    grade: "Grade | None" = None

    @property
    def letter(self) -> str:
        """The class, or nothing yet."""
        return self.grade.letter.value if self.grade else ""


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "Product"), lambda r: r.product.name, lambda r: r.product.name, width=0, editable=True),
    Column(
        "class", QT_TRANSLATE_NOOP("Columns", "Class"), lambda r: r.letter or None, lambda r: r.letter or "…",
        width=62, badge=lambda r: f"class_{r.letter.lower()}" if r.letter else None,
        hint=QT_TRANSLATE_NOOP("Columns", "Repurchase class: A durable, B every year or two, C at occasions, D again and again"),
    ),
    Column("price", QT_TRANSLATE_NOOP("Columns", "Price"), lambda r: r.product.price, lambda r: words.money(r.product.price, 2), "right", 92, editable=True,
           edit=lambda r: plain(r.product.price)),
)  # fmt: skip
