"""Columns of cells coded by their distinct words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, overload

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from model.fields import Raw, clean
from model.intake.files.decoding import decoded
from model.intake.sheets.texts import as_utf8

Codes = npt.NDArray[np.int32]

_MANY: Final = 50_000
"""Words from which on making Python's texts of them all takes longer than the rest of the column."""


class ManyWords(Sequence[str]):
    """Very many words (buyers, say), left in Arrow until one is looked at; the same one may be there more than once."""

    def __init__(self, array: pa.StringArray) -> None:
        self.array = array

    def __len__(self) -> int:
        return len(self.array)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> "ManyWords": ...
    def __getitem__(self, place: int | slice) -> "str | ManyWords":
        if isinstance(place, slice):
            start, stop, _ = place.indices(len(self.array))
            return ManyWords(self.array.slice(start, max(stop - start, 0)))
        return str(self.array[place].as_py())

    def __iter__(self) -> Iterator[str]:
        return iter(self.array.to_pylist())

    def kept(self, used: npt.NDArray[np.bool_]) -> "ManyWords":
        """Some of the words."""
        return ManyWords(self.array.filter(pa.array(used)))


@dataclass(frozen=True, eq=False)
class Coded:
    """A column as read: ``codes`` (one per data row) into ``words``, its distinct cells, stripped of nothing.

    Only :class:`ManyWords` need not be distinct: finding out takes as long as reading them.

    A text cell is ``str``, an empty one ``""``; cells of workbooks may be numbers and flags.
    """

    codes: Codes
    words: Sequence[Raw]

    def distinct(self) -> "Coded":
        """The same column with every word once."""
        if not isinstance(self.words, ManyWords):
            return self
        found = self.words.array.dictionary_encode()
        return Coded(found.indices.to_numpy()[self.codes], ManyWords(found.dictionary))

    def texts(self) -> tuple[str, ...]:
        """Every word without what exports wrap around it."""
        return tuple(clean(word) for word in self.words)


def coded_cells(cells: Sequence[Raw]) -> Coded:
    """A list of cells by its distinct words, in the order they come up. 1 and True stay two words."""
    try:
        column = pa.array(cells, pa.string())
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        if set(map(type, cells)) != {float}:
            return _coded_mixed(cells)
        column = pa.array(cells, pa.float64())
    return coded_values(column)


def coded_values(column: pa.StringArray | pa.DoubleArray) -> Coded:
    """Texts or numbers by the distinct ones, in the order they come up."""
    distinct = column.dictionary_encode()
    return Coded(distinct.indices.to_numpy(), tuple(distinct.dictionary.to_pylist()))


def _coded_mixed(cells: Sequence[Raw]) -> Coded:
    keys: Sequence[Any] = cells
    if bool in set(map(type, cells)):
        keys = [(isinstance(cell, bool), cell) for cell in cells]
    places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    codes = np.fromiter(map(places.__getitem__, keys), np.int32, len(keys))
    return Coded(codes, tuple(key[1] if isinstance(key, tuple) else key for key in places))


def coded_bytes(cells: pa.DictionaryArray | pa.BinaryArray, encoding: str) -> tuple[Coded, int]:
    """Bytes by their distinct words as a coded column, and how many words had bytes of no encoding.

    Of bytes that were given no dictionary every line is a word by itself, if that can be.
    """
    if cells.type == pa.binary():
        if (texts := as_utf8(cells, encoding)) is not None:
            return Coded(np.arange(len(cells), dtype=np.int32), ManyWords(texts)), 0
        cells = cells.dictionary_encode()
    codes, bytes_of = cells.indices.to_numpy(), cells.dictionary
    if (texts := as_utf8(bytes_of, encoding)) is not None:
        return Coded(codes, ManyWords(texts) if len(texts) > _MANY else tuple(texts.to_pylist())), 0
    words, replaced = decoded(bytes_of.to_pylist(), encoding)
    foreign = [word for word in words if not word.isascii()]
    if len(set(foreign)) == len(foreign):
        return Coded(codes, words), replaced
    places = {word: place for place, word in enumerate(dict.fromkeys(words))}  # one word in two encodings
    return Coded(np.array([places[word] for word in words], np.int32)[codes], tuple(places)), replaced
