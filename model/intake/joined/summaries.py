"""What is said of customers, products, hosts and the shop as a whole: records."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.batches import OrderState

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Customers:
    """Known buyers with at least one purchase occasion (a day with positive net spend), arrays of one length.

    The shape purchase models want: ``x`` occasions after the first, ``t_x`` days from the first to the last, ``T``
    days from the first to ``last_day``, the last day of the sales. Money is fen: ``net_fen`` over all occasions,
    ``again_fen`` over those after the first.
    """

    buyer: NDArray[np.uint64]
    x: Ints
    t_x: Ints
    T: Ints
    net_fen: Ints
    again_fen: Ints
    first_day: NDArray[np.datetime64]
    last_day: dt.date | None

    def __len__(self) -> int:
        return len(self.buyer)


@dataclass(frozen=True, slots=True)
class ProductSales:
    """One product: lines that were paid for, and who bought it.

    Of ``customers`` with an occasion for it ``customers_again`` had two or more, ``again_occasions`` in all beyond
    the first; all None where no buyer is known. They say what was seen, whatever time a customer had to come back:
    no repurchase rate. ``buyer_lines`` are the lines whose buyer is known.
    """

    product_id: str
    product: str
    platform: str
    lines: int
    orders: int
    quantity: int
    paid_fen: int
    refunded_fen: int
    buyer_lines: int
    customers: int | None
    customers_again: int | None
    again_occasions: int | None


@dataclass(frozen=True, slots=True)
class HostSales:
    """One host: lines that were paid for and came from him, and what became of his customers.

    ``net_fen`` is paid less refunded; ``commission_fen`` what is known of it, unknown for ``commission_unknown``
    lines. Of ``customers`` who bought from him ``customers_again`` had two or more occasions in the shop, from
    whomever; None where no buyer is known. What was seen, no repurchase rate.
    """

    host_id: str
    host: str
    platform: str
    lines: int
    orders: int
    quantity: int
    paid_fen: int
    refunded_fen: int
    net_fen: int
    commission_fen: int
    commission_unknown: int
    buyer_lines: int
    customers: int | None
    customers_again: int | None
    first_day: dt.date | None
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Known buyers of lines that stand as paid (none refunded in whole), and how many of them have two or more.

    Plain counts to be compared with other programs. Who came late had no time to come back, so their share is
    below any repurchase rate of a stated window: never show it as the rate.
    """

    buyers: int
    with_two_lines: int
    with_two_orders: int
    with_two_days: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All lines in one record. ``states`` counts them by state; the rest is of lines that were paid for.

    ``later`` lines were left out as they are of a day that has not come, ``foreign`` lines as their money
    is no yuan; ``undated`` have no time of payment.
    """

    lines: int
    states: Mapping[OrderState, int]
    later: int
    undated: int
    first_day: dt.date | None
    last_day: dt.date | None
    orders: int
    paid_fen: int
    refunded_fen: int
    commission_fen: int
    fee_fen: int
    hosts: int
    host_lines: int
    host_paid_fen: int
    products: int
    buyer_lines: int
    customers: int
    counted: Counted
    foreign: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything at once; what the parts have in common is worked out once."""

    customers: Customers
    products: tuple[ProductSales, ...]
    hosts: tuple[HostSales, ...]
    overview: Overview
