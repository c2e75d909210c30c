"""The distinct cells of a column to values: money, counts, shares, ranges, dates, ids, decided over the whole column.

Nothing is guessed cell by cell that the column can tell: its currency, percent or share, decimal comma or point,
day or month first, and whether a spreadsheet has rounded its ids.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from model.fields import BadCell, span
from model.intake.cells.figures import MOST, Figure, figures
from model.intake.cells.ids import Ids, ids
from model.intake.cells.moments import Moments, moments
from model.intake.cells.shapes import Apart, Decoded, Group, Ints, Whole, Words, filled, texts_of

__all__ = [
    "Amounts", "Decoded", "Ids", "Moments", "Ranges", "Shares", "Words", "amounts", "counts", "ids", "moments",
    "numbers", "ranges", "shares",
]  # fmt: skip

D = TypeVar("D", bound=Decoded)
Floats = NDArray[np.float64]

_CNY: Final = "CNY"
_FEN: Final = 2
_LONGEST_RANGE: Final = 60
_OPEN_END = re.compile(r"(?P<figure>.*\d\D{0,4}?)\s*(?P<way>(?:及|或)?以[上下内]|\+)")


@dataclass(frozen=True, eq=False)
class Amounts(Decoded):
    """Hundredths of ``currency`` (fen), int64. ``currency`` is an ISO code, empty when no cell names one."""

    currency: str = ""


@dataclass(frozen=True, eq=False)
class Shares(Decoded):
    """Shares 0-1 as float64; ``percent`` tells how cells without a sign were read."""

    percent: bool = False


@dataclass(frozen=True, eq=False)
class Ranges(Decoded):
    """Ranges as float64: ``values`` are the low ends, ``high`` the high ones (infinite when open)."""

    high: Floats = field(default_factory=lambda: np.zeros(0))


def amounts(words: Words) -> Amounts:
    """Money in whole fen, exact; half a fen goes away from zero, as in bookkeeping (1.005 is 1.01).

    The column's currency is CNY if any cell names it, else the one most cells can be told in (of equals, the
    first named): ``€ 1.28万($ 1.48万)`` alone is euros, beside ``$ 0.00`` it is dollars. Cells without a sign are of
    the column's currency. Codes: ``not_a_number``, ``not_finite`` (beyond 10^13 fen), ``other_currency``.
    """
    return _by_fewest_wrong(words, _amounts)


def counts(words: Words) -> Decoded:
    """Whole numbers (int64): ``1.2万 3.4w 1,327w 1.5亿 13.8M 1473个``.

    Codes: ``not_a_number``, ``not_finite`` (beyond 10^13), ``not_whole`` (without a unit; ``1.23456万`` is rounded).
    """
    return _by_fewest_wrong(words, _counts)


def numbers(words: Words) -> Decoded:
    """Any numbers (float64), with units as in :func:`counts`. Codes: ``not_a_number``, ``not_finite``."""
    return _by_fewest_wrong(words, _numbers)


def shares(words: Words, percent: bool | None = None) -> Shares:
    """Shares 0-1 from ``32.00% 0.32 32``: a cell with a sign is percent, the others by the whole column.

    They are percent when one of them exceeds 1 or, being text, they stand beside cells with a sign (a number cell
    of a workbook that shows 32 % holds 0.32). ``percent`` overrules that. Codes: ``not_a_number``, ``not_finite``.
    """
    return _by_fewest_wrong(words, lambda some, comma: _shares(some, comma, percent))


def ranges(words: Words) -> Ranges:
    """Ranges kept as such: ``¥5,000-2万``, ``10-50万``, ``<=80``, ``10万以上``; a single number is both its ends.

    Codes: ``not_a_number``, ``not_finite``.
    """
    low, high = np.zeros(len(words)), np.zeros(len(words))

    def kept(group: Group, found: tuple[float, float]) -> None:
        low[group.places], high[group.places] = found

    known, bad = filled(words, _range, kept)
    return Ranges(low, known, bad, high)


def _by_fewest_wrong(words: Words, read: Callable[[Words, bool], D]) -> D:
    """The column read with decimal points, or with decimal commas when fewer of its cells are wrong then."""
    pointed = read(words, False)
    wrong = texts_of(words).take(pa.array(list(pointed.bad), pa.int64()))
    if not pc.any(pc.match_substring_regex(wrong, r"\d,\d")).as_py():
        return pointed
    with_commas = read(words, True)
    return with_commas if len(with_commas.bad) < len(pointed.bad) else pointed


def _amounts(words: Words, comma: bool) -> Amounts:
    found: list[tuple[int | Ints, dict[str, Whole]]] = []

    def read(group: Group) -> dict[str, Whole]:
        options: dict[str, Whole] = {}
        for figure in figures(group, comma):
            if figure.percent or figure.counted:
                raise BadCell("not_a_number", group.raw)
            options.setdefault(figure.currency, figure.rounded(_FEN))
        return options

    def kept(group: Group, options: dict[str, Whole]) -> None:
        found.append((group.places, options))

    known, bad = filled(words, read, kept)
    taken = _currency(found)
    values = np.zeros(len(words), np.int64)
    for places, options in found:
        value = options.get(taken, options.get(""))
        if value is None:
            known[places] = False
            bad |= dict.fromkeys(np.atleast_1d(places).tolist(), "other_currency")
        else:
            values[places] = value
    return Amounts(values, *_bounded(values, known, bad), taken)


def _currency(found: list[tuple[int | Ints, dict[str, Whole]]]) -> str:
    """CNY if any cell names it, else the currency most cells can be told in, the first named of equals."""
    named = Counter[str]()
    for places, options in sorted(found, key=lambda pair: int(np.min(pair[0]))):
        for currency in filter(None, options):
            named[currency] += np.size(places)
    return _CNY if _CNY in named else max(named, key=named.__getitem__, default="")


def _counts(words: Words, comma: bool) -> Decoded:
    values, broken = np.zeros(len(words), np.int64), np.zeros(len(words), bool)

    def read(group: Group) -> tuple[Whole, bool | NDArray[np.bool_]]:
        figure = _only(group, comma)
        parts = not figure.unit and figure.power < 0 and figure.digits % 10**-figure.power != 0
        return figure.rounded(0), parts

    def kept(group: Group, found: tuple[Whole, bool | NDArray[np.bool_]]) -> None:
        values[group.places], broken[group.places] = found

    known, bad = filled(words, read, kept)
    bad |= dict.fromkeys(np.flatnonzero(broken).tolist(), "not_whole")
    return Decoded(values, *_bounded(values, known & ~broken, bad))


def _numbers(words: Words, comma: bool) -> Decoded:
    values = np.zeros(len(words))

    def read(group: Group) -> float | Floats:
        return _only(group, comma).real()

    def kept(group: Group, value: float | Floats) -> None:
        values[group.places] = value

    known, bad = filled(words, read, kept)
    return Decoded(values, known, bad)


def _shares(words: Words, comma: bool, percent: bool | None) -> Shares:
    values, bare = np.zeros((2, len(words))), np.zeros(len(words), bool)

    def read(group: Group) -> tuple[Figure, ...]:
        figure = _only(group, comma, percent=True)
        if figure.unit or figure.counted:
            raise BadCell("not_a_number", group.raw)
        return figure, replace(figure, power=figure.power - 2)

    def kept(group: Group, found: tuple[Figure, ...]) -> None:
        bare[group.places] = not found[0].percent
        for row, figure in zip(values, found, strict=True):
            row[group.places] = figure.real()

    known, bad = filled(words, read, kept)
    signed = bool(np.any(known & ~bare))
    meant = _percents(words, values[0], bare, signed) if percent is None else bare & percent
    return Shares(np.where(meant, values[1], values[0]), known, bad, bool(meant.any()))


def _percents(words: Words, values: Floats, bare: NDArray[np.bool_], signed: bool) -> NDArray[np.bool_]:
    """Which cells without a sign are percent all the same."""
    if np.any(np.abs(values[bare]) > 1):
        return bare
    if not signed or not bare.any():
        return np.zeros(len(words), bool)
    if isinstance(words, pa.Array):
        return bare
    texts: NDArray[np.bool_] = np.fromiter((isinstance(word, str) for word in words), bool, len(words))
    return bare & texts


def _only(group: Group, comma: bool, percent: bool = False) -> Figure:
    """The one figure of cells that hold no money."""
    figure, *more = figures(group, comma)
    if more or figure.currency or figure.percent > percent:
        raise BadCell("not_a_number", group.raw)
    return figure


def _bounded(
    values: Ints, known: NDArray[np.bool_], bad: dict[int, str]
) -> tuple[NDArray[np.bool_], dict[int, str]]:
    """Known and bad once more, with what is too large for the sums to come."""
    large = known & (np.abs(values) > MOST)
    return known & ~large, bad | dict.fromkeys(np.flatnonzero(large).tolist(), "not_finite")


def _range(group: Group) -> tuple[float, float]:
    if group.body is not None:
        raise Apart
    if len(group.text) > _LONGEST_RANGE:
        raise BadCell("not_a_number", group.raw)
    open_end = _OPEN_END.fullmatch(group.text)
    text = group.text
    if open_end:
        text = (">" if open_end["way"][-1] in "上+" else "<") + open_end["figure"]
    found = span(text)
    if found is None:
        raise BadCell("not_a_number", group.raw)
    return found
