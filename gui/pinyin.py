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
"""Letters of the longest syllable, zhuang; of a longer word the first letters alone are not tried."""
MOST_WAYS: Final = 4
"""So many ways to cut the letters are tried, those of the fewest characters first."""
KEYS: Final = re.compile("[a-z]{1,48}")
"""What may be a sound: nobody types more of a name, and the expression for 5,000 letters took 10 MB."""


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
    letter also for itself. The rest of its line comes with a find.
    """
    if not KEYS.fullmatch(needle):
        return None
    initials = [tuple(needle)] if len(needle) <= LONGEST else []
    ways = dict.fromkeys([*initials, *_ways(needle)])
    # One class comes first, as an expression that begins so is looked for three times as fast.
    made = re.compile(_class(needle[0]) + "(?:" + "|".join(map(_after_first, ways)) + ")[^\\n]*")
    re.purge()  # it would keep the last 512 of these, 0.1 MB each, beside the eight kept here
    return made


def _after_first(way: Sequence[str]) -> str:
    first, *others = way
    rest = "".join(map(_class, others))
    return rest if len(first) == 1 else f"(?<={_class(first)}){rest}"


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
