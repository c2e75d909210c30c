"""The list of products: what a line of it knows, and its columns."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui import words
from gui.columns import Column
from gui.pages.texts import audience_text, plain, shares
from gui.words import QT_TRANSLATE_NOOP
from model.records import Product

if TYPE_CHECKING:
    from model.policy import Category
    from model.repurchase.grading import Grade

__all__ = ["COLUMNS", "Row"]


@dataclass(frozen=True)
class Row:
    """One line of the list: the product, its category where it is one of ours, its grade when it is known."""

    product: Product
    known: "Category | None" = None
    grade: "Grade | None" = None

    @property
    def category(self) -> str:
        """What the category is called in the language of the moment; else as the merchant has it."""
        if self.known is None:
            return self.product.category
        return self.known.zh if words.is_chinese() else self.known.en

    @property
    def letter(self) -> str:
        """The class, or nothing yet."""
        return self.grade.letter.value if self.grade else ""


def _said(value: bool | None) -> str:
    from gui.fields import FLAGS  # its editors are more than the first look needs

    return words.UNKNOWN if value is None else words.say(dict(FLAGS)["yes" if value else "no"])


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "Product"), lambda r: r.product.name, lambda r: r.product.name, width=0, narrow=92, editable=True, free=True),
    Column(
        "class", QT_TRANSLATE_NOOP("Columns", "Class"), lambda r: r.letter or None, lambda r: r.letter or "…",
        width=62, narrow=56, badge=lambda r: f"class_{r.letter.lower()}" if r.letter else None,
        hint=QT_TRANSLATE_NOOP("Columns", "Repurchase class: A durable, B every year or two, C at occasions, D again and again"),
    ),
    Column("price", QT_TRANSLATE_NOOP("Columns", "Price"), lambda r: r.product.price, lambda r: words.money(r.product.price, 2), "right", 92, narrow=80, editable=True,
           edit=lambda r: plain(r.product.price)),
    Column("category", QT_TRANSLATE_NOOP("Columns", "Category"), lambda r: r.category, lambda r: r.category, width=120, editable=True, put_away=True, free=True),
    Column("unit_cost", QT_TRANSLATE_NOOP("Columns", "Unit cost"), lambda r: r.product.unit_cost, lambda r: words.money(r.product.unit_cost, 2), "right", 96, editable=True, put_away=True,
           edit=lambda r: plain(r.product.unit_cost)),
    Column("ship_cost", QT_TRANSLATE_NOOP("Columns", "Shipping and packing"), lambda r: r.product.ship_cost, lambda r: words.money(r.product.ship_cost, 2), "right", 150, editable=True, put_away=True,
           edit=lambda r: plain(r.product.ship_cost)),
    Column("platform_fee", QT_TRANSLATE_NOOP("Columns", "Platform fee"), lambda r: r.product.platform_fee, lambda r: words.percent(r.product.platform_fee, 1), "right", 100, editable=True, put_away=True,
           edit=lambda r: shares(r.product.platform_fee)),
    Column("return_rate", QT_TRANSLATE_NOOP("Columns", "Return rate"), lambda r: r.product.return_rate, lambda r: words.percent(r.product.return_rate, 1), "right", 96, editable=True, put_away=True,
           edit=lambda r: shares(r.product.return_rate)),
    Column("stock", QT_TRANSLATE_NOOP("Columns", "Stock"), lambda r: r.product.stock, lambda r: words.number(r.product.stock), "right", 84, editable=True, put_away=True,
           edit=lambda r: plain(r.product.stock)),
    Column("use_days", QT_TRANSLATE_NOOP("Columns", "Days of use"), lambda r: r.product.use_days, lambda r: words.number(r.product.use_days), "right", 96, editable=True, put_away=True,
           edit=lambda r: plain(r.product.use_days)),
    Column("occasion", QT_TRANSLATE_NOOP("Columns", "Occasion-bought"), lambda r: r.product.occasion, lambda r: _said(r.product.occasion), width=120, editable=True, put_away=True, free=True),
    Column("tone", QT_TRANSLATE_NOOP("Columns", "Tone"), lambda r: "、".join(r.product.tone) or None, lambda r: "、".join(r.product.tone), width=120, editable=True, put_away=True, free=True),
    Column("audience", QT_TRANSLATE_NOOP("Columns", "Audience"), lambda r: audience_text(r.product.audience) or None, lambda r: audience_text(r.product.audience), width=160, editable=True, put_away=True, free=True),
)  # fmt: skip
