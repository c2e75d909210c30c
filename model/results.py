"""What came of campaigns, as records: apart from :mod:`model.records`, as nothing at the start of the program needs it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Self

from model.errors import InvalidRecord
from model.fields import BadCell, Raw, Rule, clean, is_empty, number, parse, plain_text

JOINT: Final = "\x1f"
"""Stands in no name."""
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

    @property
    def key(self) -> str:
        """By what it is known: there is one result of a host with a product begun on a day."""
        return JOINT.join((self.date.isoformat(), self.id, self.product))

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


def added_up(results: Iterable[Result]) -> tuple[Result, ...]:
    """Each host, product and day once: several rows of it (two sessions on one day) are added up, as far as they are known."""
    found: dict[str, Result] = {}
    for one in results:
        known = found.get(one.key)
        found[one.key] = one if known is None else replace(known, **_sums(known, one))
    return tuple(found.values())


def _sums(first: Result, second: Result) -> dict[str, Any]:
    figures = (one.name for one in fields(Result) if one.name not in ("id", "product", "date"))
    pairs = {name: (getattr(first, name), getattr(second, name)) for name in figures}
    sums = {name: [value for value in pair if value is not None] for name, pair in pairs.items()}
    return {name: round(sum(values), 2) for name, values in sums.items() if values}
