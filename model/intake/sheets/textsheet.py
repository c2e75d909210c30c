"""The wanted columns of a text file, read in pieces from its raw bytes; :mod:`model.intake.sheets.cutting` cuts them."""

import codecs
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from io import BufferedIOBase
from typing import Final

import numpy as np
import numpy.typing as npt

from model.errors import Cancelled
from model.intake.files.decoding import UTF16
from model.intake.files.files import check_path, refuse
from model.intake.files.heads import opened
from model.intake.sheets.coded import Coded
from model.intake.sheets.cutting import UNEVEN, Cut, Cutter, below_header, end_of_lines
from model.intake.sheets.gathering import CodedPieces, OddPieces, TextPieces, pieces_of
from model.intake.sheets.texts import Texts
from model.intake.sheets.wanted import Columns, Read
from model.watching import Progress

PIECE: Final = 1 << 22
"""4 MB: pyarrow takes a piece as one block, and what it works on should stay in the cache."""
_THREADS: Final = 2
_AHEAD: Final = 3
"""Pieces under way at a time: one for each thread and one that waits."""
_LONGEST_RECORD: Final = 1 << 24
"""A line whose quoted cell does not end within 16 MB has a quote that was never meant to be one."""
_MARK: Final = b"\xef\xbb\xbf"


class _Window:
    """A piece of a file at a time, without mark and zeros, UTF-16 turned into UTF-8.

    Plain bytes are read into the same memory over and over: new memory for each piece takes as long as reading.
    """

    def __init__(self, file: BufferedIOBase, columns: Columns, size: int) -> None:
        wide = columns.encoding.startswith(UTF16)
        self._file = file
        self._name = columns.path.name
        self.total = max(check_path(columns.path), 1)
        self._decoder = codecs.getincrementaldecoder(columns.encoding)("replace") if wide else None
        self._size = size
        self._memory = bytearray(size)
        self._start = self._end = 0
        self.ended = False
        self.more()
        if bytes(self.data[:3]) == _MARK:
            self.drop(3)

    @property
    def data(self) -> memoryview:
        """What has been read and not been dropped; it is overwritten when more is read."""
        return memoryview(self._memory)[self._start : self._end]

    @property
    def share(self) -> float:
        """How much of the file has been read, 0-1."""
        return min(self._file.tell() / self.total, 1.0)

    def drop(self, used: int) -> None:
        """Forget the first bytes."""
        self._start += used

    def more(self) -> None:
        """Fill the memory up behind what is left, with at least half a piece."""
        left = bytes(self.data)
        free = max(self._size - len(left), self._size // 2)
        if len(left) + free > len(self._memory):
            self._memory = bytearray(len(left) + free)
        self._memory[: len(left)] = left
        count = self._filled(memoryview(self._memory)[len(left) : len(left) + free])
        self.ended = count < free
        self._start, self._end = 0, len(left) + count
        fresh = self.data[len(left) :]
        if self._decoder:
            self._replace(left, self._decoder.decode(fresh, final=self.ended).encode("utf-8", "replace"))
        elif self._memory.find(0, len(left), self._end) >= 0:
            self._replace(left, bytes(fresh))

    def take_lines(self, memory: bytearray) -> memoryview:
        """The whole lines there are, in the memory they were read into; nothing when there is none within reach.

        What is left moves to ``memory``, into which the next ones are read.
        """
        if not self.ended and len(self.data) < self._size // 2:
            self.more()
        end = len(self.data) if self.ended else end_of_lines(self.data)
        if not end:
            return self.data[:0]
        lines, left = self.data[:end], self.data[end:]
        self._memory = (
            memory if len(memory) >= max(len(left), self._size) else bytearray(self._size + len(left))
        )
        self._memory[: len(left)] = left
        self._start, self._end = 0, len(left)
        return lines

    def put_back(self, pieces: Sequence[memoryview]) -> None:
        """Lines that were taken too early, in their order, before what is left."""
        self._memory = bytearray(b"".join((*pieces, self.data)))
        self._start, self._end = 0, len(self._memory)

    def _replace(self, left: bytes, fresh: bytes) -> None:
        self._memory = bytearray(left + fresh.replace(b"\0", b""))
        self._end = len(self._memory)

    def _filled(self, memory: memoryview) -> int:
        try:
            return self._file.readinto(memory) or 0
        except OSError as error:
            raise refuse("file_unreadable", self._name, detail=str(error.errno)) from None


def read_text(
    columns: Columns,
    progress: Progress,
    cancelled: Callable[[], bool],
    piece: int = PIECE,
) -> Read:
    """The wanted columns of a text file.

    Raises:
        InputError: those of :func:`model.intake.files.heads.opened`; ``open_quote`` with the line it begins in.
        Cancelled: when ``cancelled()`` turns true; it is asked at every piece and every column.
    """
    gathered: _Gathered | None = None
    with opened(columns.path) as file:
        window = _Window(file, columns, piece)
        start, width = below_header(window.data, columns.header_line, columns.delimiter)
        window.drop(start)
        for cut, rows, size in _cuts(columns, window, Cutter(columns, width)):
            if cancelled():
                raise Cancelled
            progress("reading", window.share)
            gathered = gathered or _Gathered(columns, pieces_of(window.total, size, rows))
            gathered.add(cut, rows)
    return (gathered or _Gathered(columns, 1)).read(cancelled)


@dataclass(frozen=True)
class _Ahead:
    """Lines that a thread is cutting."""

    lines: memoryview
    answer: "Future[tuple[Cut, int] | None]"

    @property
    def memory(self) -> bytearray:
        """Where the lines lie."""
        held = self.lines.obj
        return held if isinstance(held, bytearray) else bytearray()


def _cuts(columns: Columns, window: _Window, cutter: Cutter) -> Iterator[tuple[Cut, int, int]]:
    """The cells of one piece after another, each with its number of records and how many bytes they were.

    Threads cut pieces ahead as long as pyarrow is sure of them; at the first that is not, the rest is put back and
    one step is made slowly. Pyarrow's own threads leave half of the second core idle.
    """
    line, most, free = columns.header_line, 1, [bytearray()] * _AHEAD
    waiting: deque[_Ahead] = deque()
    with ThreadPoolExecutor(_THREADS) as pool:
        while window.data or waiting or not window.ended:
            while len(waiting) < most and free and (lines := window.take_lines(free[-1])):
                free.pop()
                waiting.append(_Ahead(lines, pool.submit(cutter.cut_lines, lines)))
            first = waiting.popleft() if waiting else None
            if first and (sure := first.answer.result()):
                cut, rows, size, most = *sure, len(first.lines), _AHEAD
                free.append(first.memory)
            else:
                _give_back(window, [first, *waiting] if first else [])
                free += [one.memory for one in ([first] if first else []) + list(waiting)]
                waiting.clear()
                cut, rows, size = _step(columns, window, cutter, line)
                most = 1
            line += rows
            if rows:
                yield cut, rows, size


def _give_back(window: _Window, early: Sequence[_Ahead]) -> None:
    for one in early:
        one.answer.cancel() or one.answer.exception()
    window.put_back([one.lines for one in early])


def _step(columns: Columns, window: _Window, cutter: Cutter, line: int) -> tuple[Cut, int, int]:
    """The next records, whatever it takes."""
    cut, rows, used = cutter.cut(window.data, window.ended)
    if window.data and not used and (window.ended or len(window.data) >= _LONGEST_RECORD):
        raise refuse("open_quote", columns.path.name, line + 1)
    window.drop(used)
    if not window.ended:
        window.more()
    return cut, rows, used


class _Gathered:
    """The columns of a file as far as it was cut; ``pieces`` tells about how many times as long as the first piece it is."""

    def __init__(self, columns: Columns, pieces: float) -> None:
        self._encoding = columns.of_bytes
        self._columns = {
            place: TextPieces(pieces) if place in columns.id_places else CodedPieces(pieces)
            for place in sorted(columns.wanted)
        }
        self._uneven = OddPieces()
        self._rows = 0

    def add(self, cut: Cut, rows: int) -> None:
        """Put a piece below the others."""
        for place, column in self._columns.items():
            for chunk in cut.pop(place):
                column.add(chunk)
        for chunk in cut.pop(UNEVEN):
            self._uneven.add(chunk)
        self._rows += rows

    def read(self, cancelled: Callable[[], bool]) -> Read:
        """All of it."""

        def joined(column: CodedPieces | TextPieces) -> tuple[Coded | Texts, int]:
            if cancelled():
                raise Cancelled
            return column.joined(self._encoding)

        with ThreadPoolExecutor(_THREADS) as pool:
            made = list(pool.map(joined, self._columns.values()))
        read = {place: values for place, (values, _) in zip(self._columns, made, strict=True)}
        uneven = self._uneven.joined()
        cells = None if uneven is None else _odd_ones(uneven)
        return Read(self._rows, read, sum(bad for _, bad in made), cells)


def _odd_ones(cells: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The number of cells of uneven records. Where most records end in as many empty cells, that is the file's way."""
    usual = np.bincount(np.maximum(-cells, 0)).argmax()
    return np.where(cells == -usual, 0, np.abs(cells)) if usual else np.abs(cells)
