"""Columns of ids and times: one clean text a line, or a time where all are written alike."""

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from model.fields import clean, is_empty
from model.intake.files.decoding import UTF8, decoded

Texts: TypeAlias = pa.StringArray | pa.TimestampArray
"""One clean text a line, null where it is empty or says "unknown"; or times, see :func:`timed`."""

_BLANKS: Final = "\t\n\v\f\r "
_WRAPPERS: Final = '\t\r\n "'
_LAST_ASCII: Final = 0x7F
_CONTROL: Final = r"[\x00-\x08\x0e-\x1f]"
_TWICE_WRAPPED: Final = r'[^\t\n\v\f\r ][\t\n\v\f\r ]*="'
_ALSO_APOSTROPHE: Final = r"""^[\s"'=]*(?:'[\s"'=]*["'=]|["'=][\s"'=]*')"""
"""Ends that are wrapped in more than one way, which are undone one by one."""
_LONGEST_MISSING: Final = 12
"""Bytes of the longest word that says "unknown" (暂无数据)."""
_TAB: Final = np.uint8(ord("\t"))
_ZERO: Final = np.uint8(ord("0"))
_NINE: Final = np.uint8(9)
_TIME_SIGNS: Final = len("2026-07-22 11:00:21")
_TIME_MARKS: Final = ((4, "-"), (7, "-"), (10, " "), (13, ":"), (16, ":"))


def joined_texts(chunks: Sequence[pa.BinaryArray | Texts], encoding: str) -> tuple[Texts, int]:
    """Chunks of clean texts, of times, and of bytes that are yet to be read, as one column.

    Also tells how many distinct cells had bytes of no encoding.
    """
    if len({chunk.type for chunk in chunks}) == 1 and chunks[0].type != pa.binary():
        return chunks[0] if len(chunks) == 1 else pa.concat_arrays(chunks), 0
    late = [chunk for chunk in chunks if chunk.type == pa.binary()]
    distinct = pa.chunked_array(late, pa.binary()).combine_chunks().dictionary_encode()
    words, replaced = decoded(distinct.dictionary.to_pylist(), encoding)
    texts, at = cleaned(pa.array(words, pa.string()).take(distinct.indices)), 0
    made: list[pa.StringArray] = [texts[:0]]
    for chunk in chunks:
        read = chunk.type != pa.binary()
        made.append(texts_of(chunk) if read else texts.slice(at, len(chunk)))
        at += 0 if read else len(chunk)
    return pa.concat_arrays(made), replaced


def texts_of(column: Texts) -> pa.StringArray:
    """The texts of a column, of times as they were written."""
    return column if column.type == pa.string() else column.cast(pa.string())


def timed(texts: pa.StringArray) -> Texts:
    """Clean texts as times (seconds, no zone) where all are written ``2026-07-22 11:00:21``, else as they are.

    Times take a third of the memory, and memory that is new takes longer than reading does.
    """
    data = _bytes(texts)
    if len(data) != (len(texts) - texts.null_count) * _TIME_SIGNS:
        return texts
    signs = data.reshape(-1, _TIME_SIGNS)
    if not all((signs[:, place] == ord(sign)).all() for place, sign in _TIME_MARKS):
        return texts
    try:
        return texts.cast(pa.timestamp("s"))
    except pa.ArrowInvalid:
        return texts


def even_texts(cells: pa.BinaryArray, times: bool) -> Texts | None:
    """What :func:`cleaned` and :func:`timed` give of cells of one length that are digits, perhaps between tabs, or times.

    Most ids and times are such cells, and nothing needs to be looked for in them. None for all others.
    """
    signs, place = _signs(cells), 0
    if signs is None:
        return None
    if times and signs.shape[1] == _TIME_SIGNS:
        return _times_of(signs)
    end = signs.shape[1]
    while place < end and (signs[:, place] == _TAB).all():
        place += 1
    while place < end and (signs[:, end - 1] == _TAB).all():
        end -= 1
    digits = np.ascontiguousarray(signs[:, place:end])
    if place == end or (digits - _ZERO > _NINE).any():
        return None
    return _even(digits)


def _signs(cells: pa.BinaryArray) -> npt.NDArray[np.uint8] | None:
    """The bytes of cells of one length, a row for each; None for others."""
    if not len(cells) or cells.null_count:
        return None
    _, offsets, data = cells.buffers()
    ends = np.frombuffer(offsets, np.int32)[cells.offset : cells.offset + len(cells) + 1]
    width = int(ends[1] - ends[0])
    if not width or not (np.diff(ends) == width).all():
        return None
    return np.frombuffer(data, np.uint8)[ends[0] : ends[-1]].reshape(-1, width)


def _even(signs: npt.NDArray[np.uint8]) -> pa.StringArray:
    count, width = signs.shape
    ends = np.arange(0, (count + 1) * width, width, dtype=np.int32)
    return pa.StringArray.from_buffers(count, pa.py_buffer(ends), pa.py_buffer(signs))


def _times_of(signs: npt.NDArray[np.uint8]) -> pa.TimestampArray | None:
    """Times written ``2026-07-22 11:00:21``, None when any is not."""
    digits = np.count_nonzero(signs - _ZERO <= _NINE)
    if digits != len(signs) * (_TIME_SIGNS - len(_TIME_MARKS)):
        return None
    found = timed(_even(signs))
    return found if pa.types.is_timestamp(found.type) else None


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


def instants(texts: Texts) -> pa.TimestampArray | None:
    """The times (seconds, no zone) of texts that are all ``2026-07-22 11:00:21``, with ``/`` or ``T``, or days.

    None when one is written in any other way: then each distinct word is to be read by itself.
    """
    if texts.type != pa.string():
        return texts
    try:
        return texts.cast(pa.timestamp("s"))
    except pa.ArrowInvalid:
        pass
    try:
        return pc.replace_substring(texts, pattern="/", replacement="-").cast(pa.timestamp("s"))
    except pa.ArrowInvalid:
        return None
