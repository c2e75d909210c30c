"""How many times the usual orders products sell on a day: goods for an occasion sell more before its festival."""

import datetime as dt
from collections.abc import Iterable

from model.launch.calendar import festivals
from model.policy import Policy
from model.records import Product
from model.repurchase.attributes import attributes


def lifts(products: Iterable[Product], day: dt.date | None, policy: Policy) -> dict[str, float]:
    """The lift of each product's name on one day, for :class:`model.beliefs.Knowledge`; none without a day or a festival.

    Only the share of purchases that are made for an occasion is lifted: 1 + occasion x (lift - 1).
    """
    if day is None or not festivals(day, day, policy.festivals):
        return {}
    more = policy.reach.festival_lift - 1
    return {product.name: 1 + attributes(product, policy).occasion * more for product in products}
