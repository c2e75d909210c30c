"""Names in orders that belong to no product of the catalogue: exports have the shop's own titles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from model.fields import folded, whole
from model.intake.joined.summaries import ProductSales
from model.records import NAMELESS, Product


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name of the orders (empty: lines that name no product) and the lines and yuan of it, over all ids and platforms."""

    name: str
    lines: int
    paid: float


def strangers(sold: Iterable[ProductSales], products: Iterable[Product]) -> tuple[Stranger, ...]:
    """The names that no product of the catalogue goes by, those with the most lines first."""
    known = {folded(name) for product in products for name in product.called}
    found: dict[str, Stranger] = {}
    for one in sold:
        key = folded(one.product)
        if key not in known:
            sum_ = found.get(key, Stranger(one.product, 0, 0.0))
            found[key] = Stranger(sum_.name, sum_.lines + one.lines, sum_.paid + one.paid_fen / 100)
    return tuple(sorted(found.values(), key=lambda one: (-one.lines, one.name)))


def is_sold(sold: Iterable[ProductSales], product: Product) -> bool:
    """Whether any line of the orders is of this product, by its name or another it has there."""
    known = {folded(name) for name in product.called}
    return any(folded(one.product) in known for one in sold)


def linked(product: Product, found: Iterable[str]) -> Product:
    """The product with these names of the orders beside those it has; signs that part names are left out of them."""
    more = (whole(name) or NAMELESS for name in found)
    return replace(product, shop_names=tuple(dict.fromkeys((*product.shop_names, *more))))
