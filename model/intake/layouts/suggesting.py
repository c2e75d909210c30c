"""For a field that no heading is known to hold: the column that looks most like it, by its heading and first cells."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from model.fields import BadCell, clean, is_empty, number
from model.intake.cells.dates import parts, serial_days
from model.intake.layouts.headings import normal
from model.intake.layouts.layout import Layout

_TIMES: Final = frozenset({"paid_at", "created_at", "shipped_at", "at", "start", "end", "date", "published"})
_IDS: Final = frozenset({"order_id", "sub_id", "id", "host_id", "post_id"})
_MONEY: Final = frozenset({
    "paid", "unit_price", "refunded", "settled", "income", "expense", "commission", "commission_expected", "gmv",
    "price", "slot_fee", "fee",
})  # fmt: skip
_COUNTS: Final = frozenset({"quantity", "followers", "views", "likes", "comments", "visitors", "orders"})
_MOST: Final = 0.8
"""So many of the filled cells must be of the field's kind."""
_LEAST_SHARED: Final = 2
"""Signs that a heading must share with a known one to be like it."""
_LONGEST_FIGURE: Final = 9
"""A longer plain number is an id."""
_ID: Final = re.compile(r"[\w\-]{3,}", re.ASCII)


def suggestions(
    layout: Layout, header: Sequence[str], rows: Sequence[Sequence[str]], used: Collection[str]
) -> Mapping[str, str]:
    """The heading that each field a layout requires may be found under; each heading is suggested once at most.

    Args:
        layout: whose required fields are looked for, in the order in which they are required.
        header: the headings of the sheet.
        rows: its first rows as text; hidden cells say nothing.
        used: headings that hold a field already.
    """
    free = {place: text for place, text in enumerate(header) if text and text not in used}
    found: dict[str, str] = {}
    for name in dict.fromkeys(name for group in layout.required for name in group):
        fits = {place: _fit(layout, name, text, _cells(rows, place)) for place, text in free.items()}
        best = max(fits, key=lambda place: (fits[place], -place), default=None)
        if best is not None and fits[best] > 0:
            found[name] = free.pop(best)
    return found


def _fit(layout: Layout, name: str, heading: str, cells: Sequence[str]) -> float:
    """How likely a column holds a field: its cells must be of the kind, a like heading makes it likelier."""
    known = map(normal, layout.columns.get(name, ()))
    like = max((_likeness(normal(heading), one) for one in known), default=0.0)
    looks = next((look for names, look in _LOOKS if name in names), None)
    if looks is None:
        return like if like == 1.0 else 0.0
    share = sum(map(looks, cells)) / len(cells) if cells else 0.0
    return share + like if share >= _MOST else 0.0


def _likeness(heading: str, known: str) -> float:
    """1 where one holds the other (and that is no single sign), else 0."""
    shorter = min(len(heading), len(known))
    return float(shorter >= _LEAST_SHARED and (heading in known or known in heading))


def _cells(rows: Sequence[Sequence[str]], place: int) -> Sequence[str]:
    return [clean(row[place]) for row in rows if place < len(row) and not is_empty(row[place])]


def _is_time(text: str) -> bool:
    return parts(text.lower(), lambda first, last: int(text[first:last])) is not None or bool(
        serial_days(text)
    )


def _is_figure(text: str) -> bool:
    if len(text) > _LONGEST_FIGURE and text.isdigit():
        return False
    try:
        return number(text) is not None and not _is_day(text)
    except BadCell:
        return False


def _is_money(text: str) -> float:
    """Amounts mostly have decimals or a sign of money; whole numbers may be, but are anything else as well."""
    return _is_figure(text) * (1.0 if not text.isdigit() else _MOST)


def _is_count(text: str) -> bool:
    return _is_figure(text) and not text.startswith(("¥", "￥"))


def _is_day(text: str) -> bool:
    return len(text) == len("20250301") and text.isdigit() and _is_time(text)


def _is_id(text: str) -> bool:
    return bool(_ID.fullmatch(text)) and any(sign.isdigit() for sign in text) and not _is_time(text)


_LOOKS: Final[Sequence[tuple[frozenset[str], Callable[[str], float]]]] = (
    (_TIMES, _is_time),
    (_IDS, _is_id),
    (_MONEY, _is_money),
    (_COUNTS, _is_count),
)
