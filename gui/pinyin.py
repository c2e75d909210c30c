"""Chinese found by its sound: "zxx", "zhangxiao" or "zhangxx" find 张小小, whichever way a character may be read."""

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

__all__ = ["found", "is_ready", "prepare", "sound"]

LAST: Final = 0x9FFF
"""The last of the common characters: an expression with rarer ones in it looks for them one by one, in seconds."""
LONGEST: Final = 6
"""Letters of the longest syllable, zhuang."""
MOST_WAYS: Final = 6
"""So many ways to cut the letters are tried, those of the fewest characters first."""
KEYS: Final = re.compile("[a-z]+")


def prepare() -> None:
    """Read the pronunciations, 0.1 s and 12 MB; to be called in a worker before anybody types."""
    _begun()


def is_ready() -> bool:
    """Whether the pronunciations have been read, so that to ask for a sound takes no time."""
    return bool(_begun.cache_info().currsize)


def found(needle: str, text: str) -> bool:
    """Whether the text holds the needle, by its letters or by its sound, in upper or lower case."""
    needle, text = needle.casefold(), text.casefold()
    if needle in text:
        return True
    pattern = sound(needle)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=8)
def sound(needle: str) -> re.Pattern[str] | None:
    """What finds texts (in lower case) that sound like these letters; None where they are not letters a to z alone.

    The letters are cut into beginnings of syllables, each of which stands for any character that may be read so; one
    letter also for itself.
    """
    if not KEYS.fullmatch(needle):
        return None
    ways = dict.fromkeys([tuple(needle), *_ways(needle)])
    return re.compile("|".join("".join(map(_class, way)) for way in ways))


def _ways(needle: str) -> Sequence[tuple[str, ...]]:
    """The ways to cut the letters, those of the fewest pieces first."""
    known = _begun()
    cut: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(needle) + 1):
        here = [
            (*before, needle[start:end])
            for start in range(max(0, end - LONGEST), end)
            if needle[start:end] in known
            for before in cut[start]
        ]
        cut.append(sorted(here, key=len)[:MOST_WAYS])
    return cut[-1]


def _class(piece: str) -> str:
    return f"[{piece if len(piece) == 1 else ''}{_begun().get(piece, '')}]"


@lru_cache(maxsize=1)
def _begun() -> Mapping[str, str]:
    """By the beginning of a syllable, without tones: the characters that may be read so."""
    # Both are in the library's manual: without its phrases it takes 12 MB and not 55.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.constants import PINYIN_DICT

    heard: defaultdict[str, list[str]] = defaultdict(list)
    for code, readings in PINYIN_DICT.items():
        if code <= LAST:
            plain = {_toneless(reading) for reading in readings.split(",")}
            for piece in {one[:size] for one in plain for size in range(1, len(one) + 1)}:
                heard[piece].append(chr(code))
    return {piece: "".join(characters) for piece, characters in heard.items()}


@lru_cache(maxsize=2048)
def _toneless(reading: str) -> str:
    """A reading as it is typed: no tone, v for ü."""
    letters = [unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", reading)]
    return "".join("v" if "\u0308" in letter else letter[0] for letter in letters if letter[0].isascii())
