"""A column of ids: the text they are, whatever exports and spreadsheets have done to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeGuard

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from model.fields import clean
from model.intake.cells.shapes import Ints, Words, is_missing, texts_of

_KEPT_DIGITS: Final = 15
"""So many digits of a number survive a spreadsheet; the others become zeros."""
_FEWEST_ROUNDED: Final = 3
"""Fewer ids that end in zeros may do so by chance."""
_LONGEST_ID: Final = 200
_AROUND: Final = '\t\r\n "'
_BEFORE: Final = "='\"\t "
_SPECIAL: Final = r"(?i)^(?:\de\d+|na|nan|nat|nil|none|null|undefined)$"
"""Texts of letters and digits that are no ids: rounded numbers, and words for "none"."""
_LOST = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{2,}|\d{16,}\.0")


@dataclass(frozen=True, eq=False)
class Ids:
    """Ids as Arrow text, null when missing or lost; ``bad`` gives codes by place."""

    texts: pa.StringArray
    bad: Mapping[int, str]


def ids(words: Words) -> Ids:
    """Ids as the text they are, freed of what exports wrap around them; 19 digits stay 19 digits.

    Codes: ``id_lost_digits`` (6.98E+18, or digits of which only 15 are left and the rest are zeros, when most of
    the column's long ids look so), ``too_long`` (over 200 signs).
    """
    if _are_digits(words) and not len(_rounded_ids(words)):
        return Ids(words, {})
    texts = texts_of(words)
    cut = pc.ascii_ltrim(pc.ascii_trim(texts, characters=_AROUND), characters=_BEFORE)
    odd = np.flatnonzero(~_plain_ids(cut))
    bad: dict[int, str] = {}
    if odd.size:
        read = [
            _id(text, place, bad)
            for place, text in zip(odd.tolist(), texts.take(pa.array(odd)).to_pylist(), strict=True)
        ]
        cut = _replaced(cut, odd, pa.array(read, pa.large_string()))
    rounded = _rounded_ids(cut)
    bad |= dict.fromkeys(rounded.tolist(), "id_lost_digits")
    return Ids(_replaced(cut, rounded, pa.nulls(len(rounded), pa.large_string())).cast(pa.string()), bad)


def _are_digits(words: Words) -> TypeGuard[pa.StringArray]:
    """Whether a column is text of digits alone or says nothing."""
    return isinstance(words, pa.StringArray) and bool(
        pc.all(pc.ascii_is_decimal(words).fill_null(True)).as_py()
    )


def _plain_ids(texts: pa.LargeStringArray) -> NDArray[np.bool_]:
    """Letters and digits of no special meaning, which need no second look."""
    digits: NDArray[np.bool_] = np.asarray(pc.ascii_is_decimal(texts).fill_null(False))
    if digits.all():
        return digits
    plain = pc.and_(pc.ascii_is_alnum(texts), pc.invert(pc.match_substring_regex(texts, _SPECIAL)))
    short = pc.less_equal(pc.binary_length(texts), _LONGEST_ID)
    found: NDArray[np.bool_] = np.asarray(pc.and_(plain, short).fill_null(False))
    return found


def _id(text: str | None, place: int, bad: dict[int, str]) -> str | None:
    """One odd id: null when missing or unusable, which ``bad`` then tells."""
    cut = " ".join(clean(text).lstrip(_BEFORE).split())
    if is_missing(cut):
        return None
    if _LOST.fullmatch(cut) or len(cut) > _LONGEST_ID:
        bad[place] = "too_long" if len(cut) > _LONGEST_ID else "id_lost_digits"
        return None
    return cut


def _rounded_ids(texts: pa.StringArray | pa.LargeStringArray) -> Ints:
    """Places of long ids that end in zeros from the 16th digit on, when most long ids of the column do."""
    long = pc.fill_null(pc.greater_equal(pc.binary_length(texts), _KEPT_DIGITS + 2), False)
    zeros = pc.and_(long, pc.fill_null(pc.ends_with(texts, "00"), False))
    places: Ints = np.flatnonzero(np.asarray(zeros))
    found = pc.match_substring_regex(texts.take(pa.array(places)), f"^[0-9]{{{_KEPT_DIGITS}}}0+$")
    places = places[np.asarray(found)]
    few = len(places) < _FEWEST_ROUNDED or 2 * len(places) <= pc.sum(long).as_py()
    return places[:0] if few else places


def _replaced(texts: pa.LargeStringArray, places: Ints, new: pa.LargeStringArray) -> pa.LargeStringArray:
    """The texts with others at these places."""
    if not len(places):
        return texts
    mask = np.zeros(len(texts), bool)
    mask[places] = True
    return pc.replace_with_mask(texts, pa.array(mask), new)
