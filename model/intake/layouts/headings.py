"""Headings and words of exports as they are compared: without case, blanks, line breaks and bracketed units."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SCALES: Final = ("万", "w", "亿", "千", "k", "m", "百万", "千万", "%")
_UNITS: Final = frozenset({
    "元", "人", "天", "日", "次", "件", "个", "场", "秒", "s", "分钟", "人民币", "rmb", "cny", "yuan", "¥",
    "￥", "选填", "必填", "可选", *_SCALES,
    *(scale + unit for scale in _SCALES for unit in ("元", "人", "次", "粉")),
})  # fmt: skip
_NOISE = re.compile(r"[\s_:*'\"\u200b\ufeff]+")


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """A heading as it is compared: no case, blanks, line breaks, stars or bracketed units; half-width signs.

    >>> normal("粉丝数（万）"), normal("Views\\navg."), normal("unit_cost*")
    ('粉丝数', 'viewsavg.', 'unitcost')
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate({0x2013: "-", 0x2014: "-", 0x7E: "-"})
    return _NOISE.sub("", _BRACKETS.sub(lambda m: "" if _NOISE.sub("", m[1]) in _UNITS else m[0], folded))


def scale_of(heading: str) -> str:
    """The unit of counting a heading promises (``粉丝数（万）``), or an empty text."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    for inside in _BRACKETS.findall(folded):
        if inside in _UNITS and (unit := next((s for s in reversed(_SCALES) if inside.startswith(s)), "")):
            return unit
    return ""


def normals(header: Iterable[str]) -> frozenset[str]:
    """The headings of a row as they are compared, each once."""
    return frozenset(map(normal, header))


def group_of(groups: Mapping[str, Sequence[str]], text: str) -> str:
    """The group whose word a cell is, else whose word it holds (the longest one); empty when it is none.

    >>> group_of({"refunded": ["退款成功"], "closed": ["关闭", "交易关闭"]}, "同意退款，退款成功")
    'refunded'
    """
    cell = normal(text)
    words = [(normal(word), group) for group, listed in groups.items() for word in listed]
    held = [(word, group) for word, group in words if word and (word == cell or word in cell)]
    best = max(held, key=lambda pair: len(pair[0]), default=("", ""))
    return best[1]
