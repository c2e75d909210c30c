"""Columns of cells in two shapes: coded by their distinct words, or one text a row for ids and times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, overload

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from model.fields import Raw, clean, is_empty
from model.intake.files.decoding import UTF8, decoded

Codes = npt.NDArray[np.int32]

_BLANKS: Final = "\t\n\v\f\r "
_WRAPPERS: Final = '\t\r\n "'
_LAST_ASCII: Final = 0x7F
_CONTROL: Final = r"[\x00-\x08\x0e-\x1f]"
_TWICE_WRAPPED: Final = r'[^\t\n\v\f\r ][\t\n\v\f\r ]*="'
_ALSO_APOSTROPHE: Final = r"""^[\s"'=]*(?:'[\s"'=]*["'=]|["'=][\s"'=]*')"""
"""Ends that are wrapped in more than one way, which are undone one by one."""
_MANY: Final = 50_000
"""Words from which on making Python's texts of them all takes longer than the rest of the column."""
_LONGEST_MISSING: Final = 12
"""Bytes of the longest word that says "unknown" (暂无数据)."""


class ManyWords(Sequence[str]):
    """Very many distinct words (buyers, say), left in Arrow until one is looked at."""

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


@dataclass(frozen=True, eq=False)
class Coded:
    """A column as read: ``codes`` (one per data row) into ``words``, its distinct cells, stripped of nothing.

    A text cell is ``str``, an empty one ``""``; cells of workbooks may be numbers and flags.
    """

    codes: Codes
    words: Sequence[Raw]

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
    distinct = column.dictionary_encode()
    return Coded(distinct.indices.to_numpy(), tuple(distinct.dictionary.to_pylist()))


def _coded_mixed(cells: Sequence[Raw]) -> Coded:
    keys: Sequence[Any] = cells
    if bool in set(map(type, cells)):
        keys = [(isinstance(cell, bool), cell) for cell in cells]
    places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    codes = np.fromiter(map(places.__getitem__, keys), np.int32, len(keys))
    return Coded(codes, tuple(key[1] if isinstance(key, tuple) else key for key in places))


def coded_bytes(column: pa.ChunkedArray, encoding: str) -> tuple[Coded, int]:
    """Dictionary chunks of bytes as one coded column, and how many words had bytes of no encoding."""
    chunks = column.unify_dictionaries().chunks
    if not chunks:
        return Coded(np.zeros(0, np.int32), ()), 0
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in chunks])
    if (texts := as_utf8(chunks[0].dictionary, encoding)) is not None:
        return Coded(codes, ManyWords(texts) if len(texts) > _MANY else tuple(texts.to_pylist())), 0
    words, replaced = decoded(chunks[0].dictionary.to_pylist(), encoding)
    foreign = [word for word in words if not word.isascii()]
    if len(set(foreign)) == len(foreign):
        return Coded(codes, words), replaced
    places = {word: place for place, word in enumerate(dict.fromkeys(words))}  # one word in two encodings
    return Coded(np.array([places[word] for word in words], np.int32)[codes], tuple(places)), replaced


def joined_texts(
    chunks: Sequence[pa.BinaryArray | pa.StringArray], encoding: str
) -> tuple[pa.StringArray, int]:
    """Chunks of clean texts, and of bytes yet to be read, as one clean column.

    Also tells how many distinct cells had bytes of no encoding.
    """
    if not chunks:
        return pa.array([], pa.string()), 0
    raw = [chunk for chunk in chunks if chunk.type == pa.binary()]
    if not raw:
        return pa.concat_arrays(chunks), 0
    distinct = pa.concat_arrays(raw).dictionary_encode()
    words, replaced = decoded(distinct.dictionary.to_pylist(), encoding)
    texts, at = cleaned(pa.array(words, pa.string()).take(distinct.indices)), 0
    made: list[pa.StringArray] = []
    for chunk in chunks:
        late = chunk.type == pa.binary()
        made.append(texts.slice(at, len(chunk)) if late else chunk)
        at += len(chunk) if late else 0
    return pa.concat_arrays(made), replaced


def as_utf8(cells: pa.BinaryArray, encoding: str) -> pa.StringArray | None:
    """The texts of cells at once when all are sure to be UTF-8: unless the file is, only plain ASCII is."""
    if encoding != UTF8 and (_bytes(cells) > _LAST_ASCII).any():
        return None
    try:
        return cells.cast(pa.string())
    except pa.ArrowInvalid:
        return None


def _bytes(cells: pa.BinaryArray | pa.StringArray) -> npt.NDArray[np.uint8]:
    return np.frombuffer(cells.buffers()[2] or b"", np.uint8)


def cleaned(texts: pa.StringArray) -> pa.StringArray:
    """What :func:`model.fields.clean` leaves of every text, null where that is empty or says "unknown"."""
    if len(texts) == 0:
        return texts
    odd = np.flatnonzero(~_is_plain(texts))
    if len(odd) * 4 > len(texts):
        return _known(_each_cleaned(texts))
    tidy = _plainly_cleaned(texts)
    if len(odd):
        mended = _each_cleaned(texts.take(pa.array(odd)))
        mask = np.zeros(len(texts), bool)
        mask[odd] = True
        tidy = pc.replace_with_mask(tidy, pa.array(mask), mended)
    return _known(tidy)


def _is_plain(texts: pa.StringArray) -> npt.NDArray[np.bool_]:
    """Which texts are of printable ASCII, usual blanks and one kind of wrapping, so that all are cleaned at once."""
    data = _bytes(texts)
    plain = np.ones(len(texts), bool)
    if (data > _LAST_ASCII).any():
        plain &= pc.string_is_ascii(texts).fill_null(True).to_numpy(zero_copy_only=False)
    equals, double, single = ((data == ord(sign)).any() for sign in "=\"'")
    control = np.count_nonzero(data < ord(" ")) != np.count_nonzero(data == ord("\t"))
    for pattern, needed in (
        (_CONTROL, control),
        (_TWICE_WRAPPED, equals and double),
        (_ALSO_APOSTROPHE, single),
    ):
        if needed:
            plain &= ~pc.match_substring_regex(texts, pattern).fill_null(False).to_numpy(zero_copy_only=False)
    return plain


def _plainly_cleaned(texts: pa.StringArray) -> pa.StringArray:
    """The steps of ``clean`` one after another over a whole column; some are skipped where no sign needs them."""
    data = _bytes(texts)
    tidy = pc.ascii_trim(texts, characters=_BLANKS)
    equals, double, single = ((data == ord(sign)).any() for sign in "=\"'")
    if equals:
        tidy = pc.replace_substring_regex(tidy, pattern=r'(?s)^="(?:(.*)")?$', replacement=r"\1")
    if double:
        tidy = pc.ascii_trim(tidy, characters=_WRAPPERS)
    if single:
        tidy = pc.replace_substring_regex(tidy, pattern="^'", replacement="")
    return pc.ascii_trim(tidy, characters=_BLANKS) if double or single else tidy


def _each_cleaned(texts: pa.StringArray) -> pa.StringArray:
    distinct = texts.dictionary_encode()
    words = pa.array([clean(word) for word in distinct.dictionary.to_pylist()], pa.string())
    return words.take(distinct.indices)


def _known(texts: pa.StringArray) -> pa.StringArray:
    """Nulls for the texts that say "unknown"; only short ones can."""
    short = pc.less_equal(pc.binary_length(texts), _LONGEST_MISSING)
    missing = [word for word in pc.unique(texts.filter(short)).to_pylist() if word is None or is_empty(word)]
    if not missing:
        return texts
    gone = pc.is_in(texts, value_set=pa.array([word for word in missing if word is not None], pa.string()))
    return pc.if_else(gone, pa.scalar(None, pa.string()), texts)


def instants(texts: pa.StringArray) -> pa.TimestampArray | None:
    """The times (seconds, no zone) of texts that are all ``2026-07-22 11:00:21``, with ``/`` or ``T``, or days.

    None when one is written in any other way: then each distinct word is to be read by itself.
    """
    try:
        return texts.cast(pa.timestamp("s"))
    except pa.ArrowInvalid:
        pass
    try:
        return pc.replace_substring(texts, pattern="/", replacement="-").cast(pa.timestamp("s"))
    except pa.ArrowInvalid:
        return None
