"""What came of campaigns, as records: apart from :mod:`model.records`, as nothing at the start of the program needs it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from model.errors import InvalidRecord
from model.fields import BadCell, Raw, Rule, clean, is_empty, number, parse, plain_text

MOST_RESULT: Final = 1e10
"""Above ten thousand million yuan what all sessions with one host brought is taken for a typing error."""


def _date(raw: Raw) -> dt.date | None:
    """A day as it stands in our files (``2026-03-08``, with a time or without)."""
    if is_empty(raw):
        return None
    try:
        return dt.datetime.fromisoformat(clean(raw)).date()
    except ValueError:
        raise BadCell("not_a_date", clean(raw)) from None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one host's sessions or posts for one product, begun on one day.

    Counts are whole, money is in yuan; ``net_gmv`` is paid less refunded, ``commission_paid`` and ``slot_fee_paid``
    are what was paid in the end.
    """

    id: str
    product: str
    date: dt.date
    sessions: int | None = None
    views: int | None = None
    visits: int | None = None
    orders: int | None = None
    refunded_orders: int | None = None
    gmv: float | None = None
    net_gmv: float | None = None
    commission_paid: float | None = None
    slot_fee_paid: float | None = None

    @classmethod
    def parse(cls, **raw: Raw) -> Self:
        """A result from what was typed or read.

        Raises:
            InvalidRecord: every field that is wrong, not only the first.
        """
        values, problems = parse(RESULT_RULES, raw)
        if problems:
            raise InvalidRecord(problems)
        return cls(**values)


_COUNT: Final = Rule(number, low=0, high=1e10, whole=True)
_PAID: Final = Rule(number, low=0, high=MOST_RESULT, fen=True)
RESULT_RULES: Final[Mapping[str, Rule]] = {
    "id": Rule(plain_text, required=True),
    "product": Rule(plain_text, required=True),
    "date": Rule(_date, required=True),
    "sessions": Rule(number, low=0, high=1000, whole=True),
    **dict.fromkeys(("views", "visits", "orders", "refunded_orders"), _COUNT),
    "gmv": _PAID,
    "net_gmv": Rule(number, low=-MOST_RESULT, high=MOST_RESULT, fen=True),
    "commission_paid": _PAID,
    "slot_fee_paid": _PAID,
}
