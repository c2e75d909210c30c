"""The fields of a product's form, and a product as their texts."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from gui.forms import FieldSpec
from gui.pages.productrows import COLUMNS, Row
from gui.pages.rowedit import edited, template_headings
from gui.pages.texts import audience_again, audience_text, plain, shares, tone_again, tone_text
from gui.pasting import Known
from gui.tables import RecordTable
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import FIELDS
from model.records import Product

if TYPE_CHECKING:
    from gui.tables import Change
    from model.policy import Policy

Choices = Callable[[], Sequence[tuple[str, str]]]


def specs(categories: Choices) -> tuple[FieldSpec, ...]:
    """The fields of a product."""

    def spec(name: str, kind: Any, help_: str = "", **more: Any) -> FieldSpec:
        return FieldSpec(name, FIELDS[name], kind, help=help_, **more)

    return (
        spec("name", "text"),
        spec("category", "choice", QT_TRANSLATE_NOOP("Fields", "stands in for what you leave empty"), choices=categories,
             placeholder=QT_TRANSLATE_NOOP("Fields", "search, e.g. coffee")),
        spec("price", "money", QT_TRANSLATE_NOOP("Fields", "what the customer pays in the live session")),
        spec("unit_cost", "money", QT_TRANSLATE_NOOP("Fields", "goods, tax included; empty = category's usual margin")),
        spec("ship_cost", "money", QT_TRANSLATE_NOOP("Fields", "per order; empty = usual")),
        spec("platform_fee", "percent", QT_TRANSLATE_NOOP("Fields", "of kept sales; empty = usual")),
        spec("return_rate", "percent", QT_TRANSLATE_NOOP("Fields", "in live sale; empty = category's")),
        spec("stock", "number", QT_TRANSLATE_NOOP("Fields", "pieces that can be sold; empty = no limit")),
        spec("use_days", "number", QT_TRANSLATE_NOOP("Fields", "days one piece or pack lasts; empty = category's")),
        spec("occasion", "flag", QT_TRANSLATE_NOOP("Fields", "bought mostly for holidays or as a gift")),
        spec("tone", "tags", QT_TRANSLATE_NOOP("Fields", "words for the brand, e.g. healthy, young"), reword=tone_again),
        spec("audience", "tags", QT_TRANSLATE_NOOP("Fields", "sex, ages, cities, e.g. women, 24-30, first-tier cities"),
             reword=audience_again),
        spec("shop_names", "text", QT_TRANSLATE_NOOP("Fields", "its titles in your order files, where they differ; several with ; between them; * for lines without a title")),
    )  # fmt: skip


def parsed(product: Product, typed: Mapping[str, str]) -> Product:
    """The product with these cells as they were typed.

    Raises:
        InvalidRecord: with a problem for each cell that is wrong.
    """
    return Product.parse(id=product.id, **{**texts(product, None), **typed})


def new_table(save: Callable[[Sequence[Product]], object]) -> RecordTable[Row]:
    """The list of products; cells that are changed or pasted in it go to ``save``, all at once."""
    known = Known(_key, template_headings("products"))
    table = RecordTable(COLUMNS, _key, take=partial(edit_rows, save), known=known)
    table.takes_sheets = True
    return table


def _key(row: Row) -> str:
    return str(row.product.id)


def edit_rows(save: Callable[[Sequence[Product]], object], changes: "Sequence[Change[Row]]") -> Sequence[str]:
    """Cells of several products as one step; what is wrong stays as it was and is told."""
    found, refused = edited(changes, lambda row: row.product, lambda product: product.name, parsed)
    if found:
        save([product for _, product in found])
    return refused


def texts(product: Product, policy: "Policy | None") -> dict[str, str]:
    """A product as its form's texts."""
    found = policy.category(product.category) if policy and product.category else None
    return {
        "name": product.name,
        "category": found.code if found else product.category,
        "price": plain(product.price),
        "unit_cost": plain(product.unit_cost),
        "ship_cost": plain(product.ship_cost),
        "platform_fee": shares(product.platform_fee),
        "return_rate": shares(product.return_rate),
        "stock": plain(product.stock),
        "use_days": plain(product.use_days),
        "occasion": "" if product.occasion is None else "yes" if product.occasion else "no",
        "tone": tone_text(product.tone),
        "audience": audience_text(product.audience),
        "shop_names": "；".join(product.shop_names),
    }
