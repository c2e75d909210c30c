"""The bands of age an audience is told in, and which of them are meant by ages said in any way."""

from typing import Final

from model.fields import pattern

__all__ = ["AGES", "bands"]

OLDEST: Final = 120
_BANDS: Final = {
    "18-23": (18, 23),
    "24-30": (24, 30),
    "31-40": (31, 40),
    "41-50": (41, 50),
    "50+": (51, OLDEST),
}
AGES: Final = tuple(_BANDS)
_YOUNG: Final = frozenset({"young", "youth", "年轻", "年轻人", "青年"})
_RANGE: Final = r"(>)?(\d{1,3})(?:-(\d{1,3})|(\+|岁?以上))?"
_DASHES: Final = str.maketrans("~—–至", "----")
_TOUCHED: Final = 2
"""So many years of a band must be meant: 25-31 says nothing of people of forty."""


def bands(text: str) -> tuple[str, ...]:
    """The bands in which the ages lie (``22-30``, ``25+``, ``35``, ``young``); none where no age is said."""
    said = text.lower().removesuffix("岁").translate(_DASHES)
    if said in AGES:
        return (said,)
    if said in _YOUNG:
        return AGES[:2]
    found = pattern(_RANGE).fullmatch(said)
    if found is None:
        return ()
    above, first, last, open_end = found.groups()
    low = int(first) + (above is not None)
    high = int(last) if last else OLDEST if above or open_end else low
    least = min(_TOUCHED, high - low + 1)
    shared = {band: min(high, end) - max(low, begin) + 1 for band, (begin, end) in _BANDS.items()}
    return tuple(band for band, years in shared.items() if years >= least > 0)
