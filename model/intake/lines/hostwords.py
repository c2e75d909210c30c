"""Through whom each line was sold, by the pairs of columns of the layout."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from model.intake.lines.source import Source, Words

_NOBODY: Final = "0"


def hosts(source: Source) -> tuple[Words, Words]:
    """Id and name of the host of each line: the first of the layout's pairs that holds either."""
    allowed = np.ones(source.rows, bool)
    for name, words in source.layout.only_when.items():
        if source.has(name):
            allowed &= source.groups(name, {"host": words}).codes > 0
    chosen: list[tuple[Words, Words]] = []
    for id_field, name_field in source.layout.host_pairs:
        if source.has(id_field, name_field):
            ids, names = _named(source.words(id_field)), _named(source.words(name_field))
            mine = allowed & (ids.known | names.known)
            chosen.append((ids.where(mine), names.where(mine)))
            allowed &= ~mine
    nobody = Words(np.full(source.rows, -1, np.int32), ())
    return _together([nobody, *(ids for ids, _ in chosen)]), _together(
        [nobody, *(names for _, names in chosen)]
    )


def _named(words: Words) -> Words:
    """Words without the zero that some exports write for nobody."""
    if _NOBODY not in words.texts:
        return words
    return words.where(words.codes != words.texts.index(_NOBODY))


def _together(parts: Sequence[Words]) -> Words:
    """Words that stand on different lines as one column."""
    if len(parts) == 2:
        return parts[1]
    texts: dict[str, int] = {}
    codes = np.full(len(parts[0].codes), -1, np.int32)
    for part in parts:
        renumbered = np.array([texts.setdefault(text, len(texts)) for text in part.texts] or [0], np.int32)
        codes = np.where(part.known, renumbered[part.codes], codes)
    return Words(codes, tuple(texts))
