"""What the engines are asked for and what they answer, the same for text files and workbooks."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from model.intake.files.decoding import UTF8, UTF16
from model.intake.files.source import Source
from model.intake.sheets.coded import Coded
from model.intake.sheets.texts import Texts


@dataclass(frozen=True)
class Columns:
    """Columns of a file below line ``header_line`` (from 1): ``places`` coded, ``id_places`` as texts.

    ``times`` are those of the texts that should be times, ``many`` those of the coded ones that may hardly have a word
    twice (buyers).
    ``encoding`` and ``delimiter`` as :class:`model.intake.files.heads.Head` gives them, empty for a workbook.
    """

    path: Source
    header_line: int
    places: frozenset[int]
    id_places: frozenset[int]
    encoding: str = ""
    delimiter: str = ""
    times: frozenset[int] = frozenset()
    many: frozenset[int] = frozenset()

    @property
    def wanted(self) -> frozenset[int]:
        """All columns to be read."""
        return self.places | self.id_places

    @property
    def of_bytes(self) -> str:
        """The encoding of the cells once they are cut: UTF-16 becomes UTF-8 before."""
        return UTF8 if self.encoding.startswith(UTF16) else self.encoding


@dataclass(frozen=True, eq=False)
class Read:
    """The records below the header, blank ones too: coded cells as they stand, texts clean and null where unknown.

       ``replaced`` words had undecodable bytes.
    ``cells`` counts the cells of records that have fewer than the header, or text beyond it; 0 for all others.
       None when all are even.
    """

    count: int
    columns: Mapping[int, Coded | Texts]
    replaced: int = 0
    cells: npt.NDArray[np.int32] | None = None
