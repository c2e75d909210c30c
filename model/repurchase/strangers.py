"""Names in orders that belong to no product of the catalogue: exports have the shop's own titles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from model.fields import folded, names
from model.intake.joined.summaries import ProductSales
from model.records import Product


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name of the orders and how many lines and yuan it stands for, over all ids and platforms it is sold under."""

    name: str
    lines: int
    paid: float


def strangers(sold: Iterable[ProductSales], products: Iterable[Product]) -> tuple[Stranger, ...]:
    """The names that no product of the catalogue goes by, those with the most lines first; nameless lines are none."""
    known = {folded(name) for product in products for name in product.called}
    found: dict[str, Stranger] = {}
    for one in sold:
        key = folded(one.product)
        if key and key not in known:
            sum_ = found.get(key, Stranger(one.product, 0, 0.0))
            found[key] = Stranger(sum_.name, sum_.lines + one.lines, sum_.paid + one.paid_fen / 100)
    return tuple(sorted(found.values(), key=lambda one: (-one.lines, one.name)))


def linked(product: Product, found: Iterable[str]) -> Product:
    """The product with these names of the orders beside those it has; signs that part names are left out of them."""
    more = (" ".join(names(name)) for name in found)
    return replace(product, shop_names=tuple(dict.fromkeys((*product.shop_names, *more))))
