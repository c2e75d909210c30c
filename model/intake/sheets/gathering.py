"""Pieces of columns put one behind another as they come, in memory that is taken once.

Memory that is new takes longer than the copying: what a piece was made in serves the next one.
"""

from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from model.intake.sheets.coded import Coded, coded_bytes
from model.intake.sheets.texts import Texts, joined_texts, texts_of

Piece: TypeAlias = pa.DictionaryArray | pa.BinaryArray | pa.StringArray | pa.TimestampArray

_SPARE: Final = 1.05
"""Pieces differ in their lines: a little more memory is taken at once than the first one lets expect."""
_MOST_BYTES: Final = 2**31 - 1
_FEWEST_BYTES: Final = 1 << 20
_SHORTEST_LINE: Final = 32
"""Bytes of the lines of a file whose first lines are shorter, for all that is expected of it."""


def pieces_of(total: int, size: int, rows: int) -> float:
    """How many pieces like the first (so many bytes and lines) a file will have, as far as one may rely on it."""
    return 1.0 if size < _FEWEST_BYTES else max(min(total / size, total / _SHORTEST_LINE / max(rows, 1)), 1.0)


class _Growing:
    """Numbers one behind another; ``pieces`` says for how many of the first ones memory is taken."""

    def __init__(self, kind: npt.DTypeLike, pieces: float) -> None:
        self._pieces = pieces
        self._memory: npt.NDArray[Any] = np.empty(0, kind)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    def add(self, values: npt.NDArray[Any]) -> None:
        """Put these behind the others."""
        end = self._used + len(values)
        if end > len(self._memory):
            size = end + self._used // 4 if self._used else int(end * self._pieces * _SPARE)
            memory = np.empty(max(size, end), self._memory.dtype)
            memory[: self._used] = self.all()
            self._memory = memory
        self._memory[self._used : end] = values
        self._used = end

    def all(self) -> npt.NDArray[Any]:
        """Everything there is."""
        return self._memory[: self._used]


class _Words:
    """Dictionaries of bytes; the codes of each stand behind those of the ones before."""

    def __init__(self, pieces: float) -> None:
        self._codes = _Growing(np.int32, pieces)
        self._words: list[pa.BinaryArray] = []
        self._count = 0

    def add(self, piece: pa.DictionaryArray) -> None:
        self._codes.add(piece.indices.to_numpy() + np.int32(self._count))
        self._words.append(piece.dictionary)
        self._count += len(piece.dictionary)

    def all(self) -> pa.DictionaryArray:
        """All pieces as one, each word once."""
        words = pa.chunked_array(self._words, pa.binary()).combine_chunks().dictionary_encode()
        codes = self._codes.all()
        if len(words.dictionary) < self._count:
            np.take(words.indices.to_numpy(), codes, out=codes, mode="clip")
        return pa.DictionaryArray.from_arrays(pa.array(codes), words.dictionary)


class _Cells:
    """Bytes or texts."""

    def __init__(self, kind: pa.DataType, pieces: float) -> None:
        self._kind = kind
        self._ends, self._data = _Growing(np.int32, pieces), _Growing(np.uint8, pieces)
        self._known = _Known()

    def add(self, piece: pa.BinaryArray | pa.StringArray) -> None:
        _, offsets, data = piece.buffers()
        ends = np.frombuffer(offsets, np.int32)[piece.offset : piece.offset + len(piece) + 1]
        if len(self._data) + int(ends[-1]) - int(ends[0]) > _MOST_BYTES:
            raise OverflowError("a column of more than 2 GB")
        self._known.add(piece, len(self._ends))
        self._ends.add(ends[1:] + np.int32(len(self._data) - int(ends[0])))
        self._data.add(np.frombuffer(data or b"", np.uint8)[ends[0] : ends[-1]])

    def all(self) -> pa.BinaryArray | pa.StringArray:
        ends = np.concatenate((np.zeros(1, np.int32), self._ends.all()))
        buffers = [self._known.buffer(len(self._ends)), pa.py_buffer(ends), pa.py_buffer(self._data.all())]
        return pa.Array.from_buffers(self._kind, len(self._ends), buffers)


class _Times:
    """Seconds since 1970."""

    def __init__(self, pieces: float) -> None:
        self._seconds, self._known = _Growing(np.int64, pieces), _Known()

    def add(self, piece: pa.TimestampArray) -> None:
        self._known.add(piece, len(self._seconds))
        seconds = np.frombuffer(piece.buffers()[1], np.int64)
        self._seconds.add(seconds[piece.offset : piece.offset + len(piece)])

    def all(self) -> pa.TimestampArray:
        buffers = [self._known.buffer(len(self._seconds)), pa.py_buffer(self._seconds.all())]
        return pa.Array.from_buffers(pa.timestamp("s"), len(self._seconds), buffers)


class _Known:
    """Where pieces say something; nothing is kept of those that do everywhere."""

    def __init__(self) -> None:
        self._parts: list[tuple[int, npt.NDArray[np.bool_]]] = []

    def add(self, piece: pa.Array, start: int) -> None:
        if piece.null_count:
            self._parts.append((start, piece.is_valid().to_numpy(zero_copy_only=False)))

    def buffer(self, rows: int) -> pa.Buffer | None:
        """The bits Arrow wants of so many rows."""
        if not self._parts:
            return None
        known = np.ones(rows, bool)
        for start, part in self._parts:
            known[start : start + len(part)] = part
        return pa.py_buffer(np.packbits(known, bitorder="little"))


class CodedPieces:
    """A column of dictionaries of bytes; from the first piece on that is none, of bytes."""

    def __init__(self, pieces: float) -> None:
        self._pieces = pieces
        self._words: _Words | None = _Words(pieces)
        self._cells = _Cells(pa.binary(), pieces)

    def add(self, piece: Piece) -> None:
        """Put a piece behind the others."""
        if piece.type == pa.binary() and self._words:
            early, self._words = self._words, None
            if len(early.all()):
                self._cells = _Cells(pa.binary(), self._pieces)
                self._cells.add(early.all().cast(pa.binary()))
        if self._words:
            self._words.add(piece)
        else:
            self._cells.add(piece.cast(pa.binary()))

    def joined(self, encoding: str) -> tuple[Coded, int]:
        """The column, and how many words had bytes of no encoding."""
        return coded_bytes(self._words.all() if self._words else self._cells.all(), encoding)


class TextPieces:
    """A column of clean texts or times, or of bytes to be read when all are there; pieces of several kinds are kept."""

    def __init__(self, pieces: float) -> None:
        self._pieces = pieces
        self._kind: pa.DataType | None = None
        self._same: _Cells | _Times = _Times(pieces)
        self._late: list[pa.BinaryArray | Texts] = []

    def add(self, piece: Piece) -> None:
        """Put a piece behind the others."""
        if self._kind is None and not self._late:
            self._kind = piece.type
            if not pa.types.is_timestamp(piece.type):
                self._same = _Cells(piece.type, self._pieces)
        if piece.type == self._kind:
            self._same.add(piece)
        elif self._kind == pa.string() and pa.types.is_timestamp(piece.type):
            self._same.add(texts_of(piece))
        else:
            self._late += [self._same.all()] if self._kind else []
            self._late.append(piece)
            self._kind = None

    def joined(self, encoding: str) -> tuple[Texts, int]:
        """The column, and how many distinct cells had bytes of no encoding."""
        return joined_texts([self._same.all()] if self._kind else self._late, encoding)


class OddPieces:
    """A column of numbers that are 0 nearly everywhere."""

    def __init__(self) -> None:
        self._parts: list[tuple[int, npt.NDArray[np.int32]]] = []
        self._rows = 0

    def add(self, piece: pa.Int32Array) -> None:
        """Put a piece behind the others."""
        values = piece.to_numpy()
        self._parts += [(self._rows, values)] if values.any() else []
        self._rows += len(values)

    def joined(self) -> npt.NDArray[np.int32] | None:
        """The column, None where all of it is 0."""
        if not self._parts:
            return None
        whole = np.zeros(self._rows, np.int32)
        for start, values in self._parts:
            whole[start : start + len(values)] = values
        return whole
