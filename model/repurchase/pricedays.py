"""Order lines as days of one price: orders of a product on a day, live or from the shop, and the price they paid."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.intake.joined.arrays import NO_DAY, NONE, Ints, ranked, runs
from model.intake.joined.sales import Sales
from model.shoprules import OwnPriceRule

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class PriceDays:
    """Days on which products of several prices were sold, arrays of one length.

    ``product`` numbers them without gaps (packs and live sales apart), ``spell`` the periods of one price of each,
    ``day`` counts from 1970-01-01, ``price`` is the median yuan per piece of the day, ``orders`` its order lines.
    """

    product: Ints
    spell: Ints
    day: Ints
    price: Floats
    orders: Ints
    products: int
    spells: int

    @property
    def lines(self) -> int:
        """Order lines in all."""
        return int(self.orders.sum())

    @property
    def changes(self) -> int:
        """Changes of price."""
        return self.spells - self.products


def price_days(sales: Sales, rule: OwnPriceRule, festivals: Collection[int] = ()) -> PriceDays:
    """Days of all products whose price changed by more than ``least_change`` at least once, but for festivals.

    The price is what was paid ÷ quantity, as coupons make it; refunds take nothing off, as they come later.
    """
    product, day, price = _lines(sales)
    if len(festivals):
        usual = ~np.isin(day, list(festivals))
        product, day, price = product[usual], day[usual], price[usual]
    order = np.lexsort((price, day, product))
    product, day, price = product[order], day[order], price[order]
    starts = runs(_numbers(product, day))
    orders = np.diff(np.append(starts, len(product)))
    # The upper middle of an even number: a price that was paid, never one between two.
    middle = price[starts + orders // 2] if len(starts) else price
    return _several(product[starts], day[starts], middle, orders, rule.least_change)


def _lines(sales: Sales) -> tuple[Ints, Ints, Floats]:
    """Product with pack and way of sale, day, and yuan per piece of every line that has them."""
    packs, words = sales.words("sku")
    live = sales.hosts.codes != NONE
    quantity, paid = sales.number("quantity"), sales.number("paid_fen")
    named = sales.products
    nameless = np.array([not (name or id_) for name, id_ in zip(named.names, named.ids, strict=True)], bool)
    usable = (sales.day != NO_DAY) & (quantity > 0) & (paid > 0)
    if len(nameless):
        usable &= ~nameless[named.codes]
    thing = (named.codes * (len(words) + 1) + packs + 1) * 2 + live
    return thing[usable], sales.day[usable], paid[usable] / quantity[usable] / 100


def _several(product: Ints, day: Ints, price: Floats, orders: Ints, least: float) -> PriceDays:
    """Only products of several prices, with the periods of one price numbered."""
    new = np.ones(len(product), bool)
    new[1:] = product[1:] != product[:-1]
    changed = ~new
    changed[1:] &= np.abs(np.diff(np.log(price))) > least
    owner = np.cumsum(new) - 1
    often = np.bincount(owner, changed, int(new.sum())) > 0
    kept = often[owner] if len(owner) else changed
    codes, products = ranked(product[kept])
    spell = np.cumsum((new | changed)[kept]) - 1
    return PriceDays(
        codes,
        spell,
        day[kept],
        price[kept],
        orders[kept],
        products,
        int(spell[-1]) + 1 if len(spell) else 0,
    )


def _numbers(product: Ints, day: Ints) -> Ints:
    """One number for each product and day, rising as they do."""
    new = np.ones(len(product), np.int64)
    new[1:] = (product[1:] != product[:-1]) | (day[1:] != day[:-1])
    return np.cumsum(new)
