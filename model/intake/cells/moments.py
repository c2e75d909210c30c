"""A column of dates and times: the order of day and month is settled by the whole column, or asked for."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.fields import BadCell
from model.intake.cells.dates import (
    DAY_FIRST,
    FIRST_YEAR,
    LAST_YEAR,
    MONTH_FIRST,
    SERIALS,
    Parts,
    parts,
    serial_days,
)
from model.intake.cells.shapes import Apart, Decoded, Group, Ints, Whole, Words, filled

Floats = NDArray[np.float64]

_DAY: Final = 86_400
_WHOLE_DAYS: Final = 5
"""Digits of a spreadsheet's day number."""
_EPOCH_SERIAL: Final = 25_569
"""The spreadsheet's day number of 1970-01-01."""
_NEVER: Final = (0, 101, 10101, 1899_12_30, 1899_12_31, 1900_01_00, 1900_01_01, 1970_01_01)
"""Days (YYYYMMDD) that data bases write for "not yet"; no shop sold on the 1st of January 1970."""
_BOUNDS: Final = np.arange(f"{FIRST_YEAR}-01", f"{LAST_YEAR + 1}-02", dtype="datetime64[M]").astype(
    "datetime64[D]"
)
_STARTS: Final = _BOUNDS[:-1].astype(np.int64)
"""The first day of each month as a count from 1970-01-01."""
_LENGTHS: Final = np.diff(_BOUNDS).astype(np.int64)
_YEAR, _MONTH, _DATE, _HOUR, _MINUTE, _SECOND = range(6)


@dataclass(frozen=True, eq=False)
class Moments(Decoded):
    """Seconds since 1970-01-01 00:00 (int64, no zone). ``order`` is how 3/8/2026 was read: dmy, mdy, empty: none.

    ``ambiguous`` when cells can be read both ways and no cell settles it (or two contradict each other): these
    cells are bad with ``date_order_unknown``, and giving an order reads them.
    """

    order: str = ""
    ambiguous: bool = False


def moments(words: Words, order: str = "") -> Moments:
    """The times of a column; ``order`` (``dmy`` or ``mdy``) counts only where no cell of the column settles it.

    A year of two digits (4/11/18) is read only when the order is given or other cells with four settle it: alone,
    26/7/22 might as well begin with the year.

    Codes: ``not_a_date``, ``date_out_of_range`` (before 1990 or after 2099), ``date_order_unknown``. Days that
    mean "not yet" (0000-00-00, 1970-01-01, 1900-01-01 …) are missing.
    """
    if order not in {"", DAY_FIRST, MONTH_FIRST}:
        raise ValueError(order)
    table = np.zeros((6, len(words)), np.int64)
    loose, days = np.zeros(len(words), bool), np.full(len(words), np.nan)

    def kept(group: Group, found: Parts[Whole] | float | Floats) -> None:
        if not isinstance(found, Parts):
            days[group.places] = found
            return
        row = (found.year, found.month, found.day, found.hour, found.minute, found.second)
        for place, value in enumerate(row):
            table[place, group.places] = value
        loose[group.places] = found.loose

    known, bad = filled(words, _read, kept)
    short = loose & (table[_YEAR] < 100)
    settled = _order(table, loose & known & ~short) or order
    unsettled = loose & (short | _both_ways(table)) & (not settled)
    table[_YEAR, short] += np.where(table[_YEAR, short] < FIRST_YEAR % 100, 2000, 1900)
    _turned(table, loose, settled)
    values, code = _seconds(table)
    serials = ~np.isnan(days)
    values[serials] = np.rint((days[serials] - _EPOCH_SERIAL) * _DAY).astype(np.int64)
    code = np.where(serials | ~known, 0, np.where(unsettled, _UNKNOWN, code))
    bad |= {place: _CODES[code[place]] for place in np.flatnonzero(code > 0).tolist()}
    return Moments(values, known & (code == 0), bad, settled, bool(unsettled.any()))


_CODES: Final = ("", "not_a_date", "date_out_of_range", "date_order_unknown")
_WRONG, _OUTSIDE, _UNKNOWN, _MISSING = 1, 2, 3, -1


def _read(group: Group) -> Parts[Whole] | float | Floats:
    """What one cell or shape says: the parts of a date, or day numbers of a spreadsheet."""
    if group.body is not None and serial_days(group.text.replace("0", "4", 1)) is not None:
        return _serials(group)
    if group.text == "0":
        if group.body is not None:
            raise Apart
        return Parts(0, 0, 0)
    serial = serial_days(group.text)
    found = serial if serial is not None else parts(group.text, group.number)
    if found is None:
        raise BadCell("not_a_date", group.raw)
    return found


def _serials(group: Group) -> Floats:
    """The day numbers of a shape, to 9 places of the day (0.0001 s)."""
    last = min(len(group.text), _WHOLE_DAYS + 1 + 9)
    part = (
        group.number(_WHOLE_DAYS + 1, last) / 10.0 ** (last - _WHOLE_DAYS - 1) if last > _WHOLE_DAYS else 0.0
    )
    days: Floats = np.asarray(group.number(0, _WHOLE_DAYS) + part)
    if np.any((days < SERIALS.start) | (days >= SERIALS.stop)):
        raise Apart
    return days


def _both_ways(table: Ints) -> NDArray[np.bool_]:
    """Where month and day could change places and make another date."""
    first, second = table[_MONTH], table[_DATE]
    possible: NDArray[np.bool_] = (first <= 12) & (second <= 12) & (first != second)
    return possible


def _order(table: Ints, loose: NDArray[np.bool_]) -> str:
    """What the loose dates say together; empty when none tells or they contradict each other."""
    first, second = table[_MONTH][loose], table[_DATE][loose]
    day_first = bool(np.any((first > 12) & (second <= 12)))
    month_first = bool(np.any((second > 12) & (first <= 12)))
    if day_first == month_first:
        return ""
    return DAY_FIRST if day_first else MONTH_FIRST


def _turned(table: Ints, loose: NDArray[np.bool_], order: str) -> None:
    """Put the month of loose dates in its row, in place."""
    turn = loose & ((table[_MONTH] > 12) | (_both_ways(table) & (order == DAY_FIRST)))
    table[_MONTH, turn], table[_DATE, turn] = table[_DATE, turn], table[_MONTH, turn]


def _seconds(table: Ints) -> tuple[Ints, NDArray[np.int8]]:
    """Seconds since 1970 of every column of the table, and what is wrong with it (0: nothing)."""
    year, month, date, hour, minute, second = table
    packed = year * 10_000 + month * 100 + date
    place = (np.clip(year, FIRST_YEAR, LAST_YEAR) - FIRST_YEAR) * 12 + np.clip(month, 1, 12) - 1
    first, last = _STARTS[place], _LENGTHS[place]
    midnight = (hour == 24) & (minute == 0) & (second == 0)
    clock = ((hour < 24) | midnight) & (minute < 60) & (second < 60)
    right = (month >= 1) & (month <= 12) & (date >= 1) & (date <= last) & clock
    inside = (year >= FIRST_YEAR) & (year <= LAST_YEAR)
    code = np.where(right, np.where(inside, 0, _OUTSIDE), _WRONG)
    code = np.where(np.isin(packed, _NEVER), _MISSING, code).astype(np.int8)
    return (first + date - 1) * _DAY + hour * 3600 + minute * 60 + second, code
