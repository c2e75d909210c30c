"""What one sheet of an export gives: an Arrow table of a fixed shape, and what was understood of it.

Money is whole fen, ids are text (19 digits fit no float), times have no zone. A buyer, and where he had it sent, is only
a keyed number.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    import pyarrow as pa


class BatchKind(StrEnum):
    """What the lines of a batch are."""

    ORDERS = "orders"
    REFUNDS = "refunds"
    SETTLEMENT = "settlement"
    COMMISSION = "commission"
    SESSIONS = "sessions"
    FIGURES = "figures"


LINES: Final = frozenset(BatchKind) - {BatchKind.FIGURES}
"""The kinds that hold the lines of a shop's own exports, not figures of hosts."""
BESIDE: Final = frozenset({BatchKind.REFUNDS, BatchKind.SESSIONS})
"""What the check of orders reads beside the joined lines: when money went back, and what sessions show."""


class OrderState(StrEnum):
    """What became of an order line: only ``PAID`` lines are sales (a part of them may have been refunded)."""

    PAID = "paid"
    UNPAID = "unpaid"
    CLOSED = "closed"
    REFUNDED = "refunded"
    GIFT = "gift"
    BRUSHED = "brushed"


class Buyers(StrEnum):
    """Whether the buyers of a file can be told apart: known, masked beyond recognition, or not in the file."""

    KNOWN = "known"
    MASKED = "masked"
    ABSENT = "absent"


_WORD: Final = "word"
_SHAPES: Final[Mapping[BatchKind, Mapping[str, str]]] = {
    BatchKind.ORDERS: {
        "row": "int32", "order_id": "string", "sub_id": "string", "state": _WORD, "paid_at": "timestamp[s]",
        "product_id": _WORD, "product": _WORD, "sku": _WORD, "quantity": "int32", "paid_fen": "int64",
        "refunded_fen": "int64", "buyer": "uint64", "host_id": _WORD, "host": _WORD, "commission_fen": "int64",
        "fee_fen": "int64", "shipped": "bool", "address": "uint64",
    },
    BatchKind.REFUNDS: {
        "row": "int32", "order_id": "string", "sub_id": "string", "at": "timestamp[s]", "refund_fen": "int64",
        "done": "bool", "case_id": "string",
    },
    BatchKind.SETTLEMENT: {
        "row": "int32", "order_id": "string", "sub_id": "string", "at": "timestamp[s]", "settled_fen": "int64",
        "paid_fen": "int64", "refund_fen": "int64", "commission_fen": "int64", "fee_fen": "int64",
        "host_id": _WORD, "host": _WORD, "case_id": "string", "product_id": _WORD,
    },
    BatchKind.COMMISSION: {
        "row": "int32", "order_id": "string", "sub_id": "string", "at": "timestamp[s]", "product_id": _WORD,
        "product": _WORD, "host_id": _WORD, "host": _WORD, "paid_fen": "int64", "rate": "float64",
        "commission_fen": "int64",
    },
    BatchKind.SESSIONS: {
        "row": "int32", "host_id": _WORD, "host": _WORD, "start": "timestamp[s]", "end": "timestamp[s]",
        "minutes": "float64", "impressions": "int64", "views": "int64", "visitors": "int64",
        "product_visitors": "int64", "product_clicks": "int64", "orders": "int64", "quantity": "int64",
        "buyers": "int64", "gmv_fen": "int64", "net_gmv_fen": "int64", "refund_orders": "int64",
        "refund_fen": "int64", "hour_refund_orders": "int64", "hour_refund_fen": "int64",
        "commission_fen": "int64", "ad_fen": "int64", "new_fans": "int64",
    },
    BatchKind.FIGURES: {
        "host_id": "string", "gain": "float64", "gmv": "float64", "gpm": "float64", "interactions": "float64",
        "likes": "float64", "comments": "float64", "saves": "float64", "shares": "float64", "posts": "int32",
        "view_spread": "float64", "rate_spread": "float64", "like_spread": "float64", "post_views": "float64",
        "post_rate": "float64", "impossible": "float64",
    },
}  # fmt: skip


@cache
def schema(kind: BatchKind) -> "pa.Schema":
    """The columns of a kind of batch. Words are dictionary coded (int32); every column may hold nulls: unknown."""
    import pyarrow as pa

    types = {
        _WORD: pa.dictionary(pa.int32(), pa.string()),
        "bool": pa.bool_(),
        "timestamp[s]": pa.timestamp("s"),
    }
    fields = [(name, types.get(kept) or pa.type_for_alias(kept)) for name, kept in _SHAPES[kind].items()]
    return pa.schema(fields)


CNY: Final = "CNY"
"""The money all sums are in."""


@dataclass(frozen=True)
class Facts:
    """What was understood of a sheet, to be said to the merchant before and after it is taken.

    ``lines`` are data rows seen; ``set_aside`` those not used, ``repeated`` those of them that were the same line
    once more; ``states`` counts lines by :class:`OrderState`; money in fen over paid lines. ``total_off_fen`` is
    our sum less the file's own total line, None when it has none. ``currency`` is an ISO code; another one than
    CNY is told on screen.
    """

    lines: int
    set_aside: int = 0
    repeated: int = 0
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    states: Mapping[str, int] = field(default_factory=dict)
    refunded_lines: int = 0
    paid_fen: int = 0
    refunded_fen: int = 0
    hosts: int = 0
    products: int = 0
    buyers: Buyers = Buyers.ABSENT
    customers: int = 0
    currency: str = CNY
    total_off_fen: int | None = None


class Understood(Protocol):
    """A sheet of which is known what it is and what it says, with its lines or without."""

    @property
    def kind(self) -> BatchKind:
        """What its lines are."""

    @property
    def facts(self) -> Facts:
        """What was understood of them."""


@dataclass(frozen=True, eq=False)
class Batch:
    """The lines of one sheet as they are kept. ``digest`` (hex) is the same for the same content of a file."""

    kind: BatchKind
    platform: str
    layout: str
    file: str
    sheet: str
    digest: str
    facts: Facts
    table: "pa.Table"
