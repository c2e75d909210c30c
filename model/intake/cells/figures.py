"""The grammar of one figure in a cell: sign, currency, digits, unit, what is counted, and a remark behind it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.fields import BadCell
from model.intake.cells.shapes import Apart, Group, Whole

MOST: Final = 10**13
"""Larger whole figures are refused: with this bound the sum of 900,000 of them still fits 64 bits."""
_CURRENCIES: Final[Mapping[str, str]] = {
    "¥": "CNY", "￥": "CNY", "元": "CNY", "圆": "CNY", "块": "CNY", "rmb": "CNY", "cny": "CNY", "cn¥": "CNY",
    "rmb¥": "CNY", "人民币": "CNY", "yuan": "CNY", "$": "USD", "us$": "USD", "usd": "USD", "美元": "USD",
    "€": "EUR", "eur": "EUR", "欧元": "EUR", "£": "GBP", "gbp": "GBP", "英镑": "GBP", "hk$": "HKD", "hkd": "HKD",
    "港元": "HKD", "港币": "HKD", "nt$": "TWD", "twd": "TWD", "s$": "SGD", "sgd": "SGD", "rm": "MYR", "myr": "MYR",
    "rp": "IDR", "idr": "IDR", "฿": "THB", "thb": "THB", "₫": "VND", "đ": "VND", "vnd": "VND", "₱": "PHP",
    "php": "PHP", "jp¥": "JPY", "jpy": "JPY", "円": "JPY", "日元": "JPY", "₩": "KRW", "krw": "KRW", "r$": "BRL",
    "brl": "BRL", "mx$": "MXN", "mxn": "MXN", "a$": "AUD", "aud": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD",
    "₹": "INR", "inr": "INR", "₽": "RUB", "rub": "RUB", "zł": "PLN", "pln": "PLN",
}  # fmt: skip
"""Signs and codes of money, as ISO 4217. A bare ¥ is the yuan: Japan's own is read as JP¥, 円 or JPY."""
_UNITS: Final[Mapping[str, int]] = {
    "": 0, "千": 3, "k": 3, "万": 4, "w": 4, "百万": 6, "m": 6, "千万": 7, "亿": 8, "b": 9,
}  # fmt: skip
_PERCENT: Final = {"": 0, "%": 2, "‰": 3}
_COUNTED = r"小时|分钟|[个件人次场天岁单条位台套盒瓶支包双份笔粉秒分]|pcs"


def _grammar(group: str, point: str) -> re.Pattern[str]:
    money = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
    units = "|".join(sorted(filter(None, _UNITS), key=len, reverse=True))
    return re.compile(
        rf"\s*+(?P<sign>[+-])?\s*+(?P<before>{money})?\s*+(?P<sign2>[+-])?\s*+(?={point}?\d)"
        rf"(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+|\d+)?(?:{point}(?P<part>\d*))?(?:e(?P<power>[+-]?\d{{1,3}}))?"
        rf"\s*+(?P<unit>{units})?\s*+(?P<percent>[%‰])?\s*+(?:(?P<after>{money})|(?P<counted>{_COUNTED}))?\s*+\+?\s*+",
        re.ASCII,
    )


_POINT = _grammar(",", r"\.")
_COMMA = _grammar(r"\.", ",")
_ASIDE = re.compile(r"(?P<main>[^()]+)\((?P<aside>.*)\)", re.DOTALL)


@dataclass(frozen=True)
class Figure:
    """``digits`` × 10 ^ ``power``, for one cell or for all of a shape; ``size`` is how many digits are written."""

    digits: Whole
    power: int
    size: int
    negative: bool = False
    currency: str = ""
    percent: bool = False
    unit: bool = False
    counted: bool = False

    def rounded(self, places: int) -> Whole:
        """The figure × 10 ^ ``places`` as a whole number, exact; halves go away from zero, as in bookkeeping.

        Raises:
            BadCell: ``not_finite`` beyond :data:`MOST`; of a shape, those cells hold more than MOST instead.
        """
        scale = self.power + places
        if not isinstance(self.digits, int) and (self.size + scale > 18 or scale < -17):
            raise Apart
        step = 10 ** abs(scale)
        value: Whole = self.digits * step if scale >= 0 else (2 * self.digits + step) // (2 * step)
        if isinstance(value, int) and value > MOST:
            raise BadCell("not_finite", "")
        return -value if self.negative else value

    def real(self) -> float | NDArray[np.float64]:
        """The figure as a float, rounded once."""
        step = 10 ** abs(self.power)
        if not isinstance(self.digits, int):
            if abs(self.power) > 22:  # the largest power of ten that a float holds exactly
                raise Apart
            digits = self.digits.astype(np.float64)
            value = digits * float(step) if self.power >= 0 else digits / float(step)
            return -value if self.negative else value
        try:
            exact = float(self.digits * step) if self.power >= 0 else self.digits / step
        except OverflowError:
            raise BadCell("not_finite", "") from None
        return -exact if self.negative else exact


def figures(group: Group, comma: bool = False) -> tuple[Figure, ...]:
    """The figure of a cell, and a second one in brackets when it names a currency; other remarks are passed over.

    ``comma``: 1.234,50 instead of 1,234.50. ``(12.50)`` is less than zero.

    Raises:
        BadCell: ``not_a_number``.
        Apart: a shape whose cells must be read one by one.
    """
    text, grammar = group.text, _COMMA if comma else _POINT
    if text.startswith("(") and text.endswith(")"):
        return (_figure(group, grammar.fullmatch(text, 1, len(text) - 1), owed=True),)
    split = _ASIDE.fullmatch(text)
    if split is None:
        return (_figure(group, grammar.fullmatch(text)),)
    first = _figure(group, grammar.fullmatch(text, *split.span("main")))
    second = grammar.fullmatch(text, *split.span("aside"))
    if second and (second["before"] or second["after"]):
        return first, _figure(group, second)
    if not any(sign.isalpha() for sign in split["aside"]):
        raise BadCell("not_a_number", group.raw)
    return (first,)


def _figure(group: Group, match: re.Match[str] | None, owed: bool = False) -> Figure:
    named = [_CURRENCIES[match[side]] for side in ("before", "after") if match and match[side]]
    if match is None or len(set(named)) > 1:
        raise BadCell("not_a_number", group.raw)
    if match["power"] and group.body is not None:
        raise Apart
    part = match["part"] or ""
    first = match.start("whole") if match["whole"] else match.start("part")
    last = match.end("part") if part else match.end("whole")
    power = (
        _UNITS[match["unit"] or ""] - len(part) - _PERCENT[match["percent"] or ""] + int(match["power"] or 0)
    )
    return Figure(
        group.number(first, last),
        power,
        sum(sign.isdigit() for sign in group.text[first:last]),
        ((match["sign"] == "-") != (match["sign2"] == "-")) != owed,
        named[0] if named else "",
        bool(match["percent"]),
        bool(match["unit"]),
        bool(match["counted"]),
    )
