"""Columns of Arrow tables as arrays of whole numbers, and ids as numbers that can be compared across tables."""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from model.intake.joined.arrays import NO_DAY, NONE, Ints, Mask, runs

Keys = NDArray[np.uint64]

_PROBES: Final = 64
_POWERS: Final = 10 ** np.arange(19, dtype=np.int64)


def whole(column: pa.ChunkedArray) -> pa.Array:
    """The column in one piece, the words of all pieces numbered alike."""
    if column.num_chunks == 1:
        return column.chunk(0)
    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
    return column.combine_chunks()


def known(column: pa.ChunkedArray) -> Mask:
    """Where the column says something."""
    if column.null_count in {0, len(column)}:
        return np.full(len(column), column.null_count == 0)
    return np.asarray(whole(column.is_valid()).to_numpy(zero_copy_only=False), bool)


def numbers(column: pa.ChunkedArray, missing: int = 0) -> Ints:
    """Whole numbers, ``missing`` where the column says nothing."""
    if column.null_count == len(column):
        return np.full(len(column), missing, np.int64) if missing else np.zeros(len(column), np.int64)
    filled = column.fill_null(missing) if column.null_count else column
    return np.asarray(whole(filled).to_numpy(zero_copy_only=False)).astype(np.int64, copy=False)


def yes(column: pa.ChunkedArray) -> Mask:
    """Where a column of yes and no says yes."""
    return np.asarray(whole(column.fill_null(False)).to_numpy(zero_copy_only=False), bool)


def times(column: pa.ChunkedArray) -> Ints:
    """Seconds since 1970, ``NO_DAY`` where the column says nothing."""
    return numbers(column.cast(pa.int64()), NO_DAY)


def days(column: pa.ChunkedArray) -> Ints:
    """Days since 1970, ``NO_DAY`` where the column says nothing."""
    seconds = times(column)
    day = seconds // 86400
    if column.null_count:
        day[seconds == NO_DAY] = NO_DAY
    return day


def coded(column: pa.ChunkedArray) -> tuple[Ints, pa.Array]:
    """A column of words as numbers into its distinct words, ``NONE`` where it says nothing."""
    array = whole(column)
    codes = array.indices
    if codes.null_count:
        codes = codes.fill_null(NONE)
    return codes.to_numpy(zero_copy_only=False).astype(np.int64), array.dictionary


def distinct(column: pa.ChunkedArray) -> tuple[Ints, pa.Array]:
    """Any column as numbers into its distinct values in order of appearance, ``NONE`` where it says nothing."""
    return coded(column.dictionary_encode())


def distinct_keys(column: pa.ChunkedArray) -> tuple[Ints, Keys]:
    """The same of a column of hashes: sorted, which is quicker than a table of half a million of them."""
    there = known(column)
    keys: Keys = whole(column.drop_null()).to_numpy(zero_copy_only=False).astype(np.uint64, copy=False)
    codes, distinct_ones = _numbered(keys)
    if there.all():
        return codes, distinct_ones
    of_all = np.full(len(there), NONE)
    of_all[there] = codes
    return of_all, distinct_ones


def _numbered(keys: Keys) -> tuple[Ints, Keys]:
    rows = _by_key(keys)
    ordered = keys[rows]
    starts = runs(ordered)
    first = rows[starts]
    new = np.zeros(len(keys), bool)
    new[first] = True
    codes = np.empty(len(keys), np.int64)
    codes[rows] = np.repeat((np.cumsum(new) - 1)[first], np.diff(np.append(starts, len(keys))))
    return codes, keys[new]


def _by_key(keys: Keys) -> Ints:
    """The rows of keys by these, and rows of one key as they stand: a plain sort with the row in the lowest bits."""
    bits = np.uint64(len(keys).bit_length())
    packed = keys >> bits << bits
    packed |= np.arange(len(keys), dtype=np.uint64)
    packed.sort()
    rows = (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    packed >>= bits
    ordered = keys[rows]
    # Of keys that differ in the lowest bits alone the rows are mixed: those are put in order by themselves.
    starts = runs(packed)
    mixed = np.zeros(len(starts), bool)
    odd = np.flatnonzero((packed[1:] == packed[:-1]) & (ordered[1:] != ordered[:-1]))
    if len(odd):
        mixed[np.searchsorted(starts, odd, "right") - 1] = True
        there = np.flatnonzero(np.repeat(mixed, np.diff(np.append(starts, len(keys)))))
        rows[there] = rows[there][np.lexsort((rows[there], ordered[there]))]
    return rows


def digits(ids: pa.ChunkedArray) -> Ints | None:
    """Ids that are plain whole numbers as those numbers (``NONE`` for none); None when any is something else.

    An id with a leading zero, a sign or more than 18 to 19 digits is something else: two ids must stay two.
    """
    try:
        # Refusing a million words one by one is dear: a few tell enough most of the time.
        ids.take(
            pa.array(np.linspace(0, max(len(ids) - 1, 0), min(len(ids), _PROBES)).astype(np.int64))
        ).cast(pa.int64())
        values = numbers(ids.cast(pa.int64()), NONE)
    except pa.ArrowInvalid:
        return None
    length = numbers(pc.binary_length(ids), 1)
    if not ids.null_count and len(ids) and (longest := int(length.max())) == length.min() <= len(_POWERS):
        return values if values.min() >= _POWERS[longest - 1] else None
    there = known(ids)
    plain = (
        (values >= 0)
        & (length <= len(_POWERS))
        & ((length == 1) | (values >= _POWERS.take(length - 1, mode="clip")))
    )
    return values if bool(np.all(plain | ~there)) else None


def alike(left: pa.ChunkedArray, right: pa.ChunkedArray) -> tuple[Ints, Ints]:
    """Two columns of ids as numbers: the same id has the same number in both, no id is ``NONE``.

    Ids of ``left`` that ``right`` does not hold may be ``NONE`` too.
    """
    plain_left, plain_right = digits(left), digits(right)
    if plain_left is not None and plain_right is not None:
        return plain_left, plain_right
    numbered, words = distinct(right)
    found = whole(pc.index_in(left, value_set=words, skip_nulls=True))
    return numbers(pa.chunked_array([found]), NONE), numbered


def places(keys: Ints, among: Ints) -> Ints:
    """For every key its place among distinct other keys, ``NONE`` where it is not there; ``NONE`` is nowhere."""
    found = pc.index_in(pa.array(keys), value_set=pa.array(among)).fill_null(NONE)
    place = found.to_numpy(zero_copy_only=False).astype(np.int64)
    return np.where(keys == NONE, NONE, place)
