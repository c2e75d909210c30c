"""What merchants write of a deal in one cell (``纯佣 20%``, ``坑位费3000+佣金20%``, ``一口价5000元``) as terms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from model.fields import Raw, clean
from model.records import Form

_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "pure": ("纯佣金", "纯佣", "pure commission", "commission only", "commission-only", "cps"),
    "flat": ("一口价", "买断", "flat fee", "flat rate"),
    "barter": ("样品置换", "产品置换", "免费置换", "免费寄样", "置换", "barter", "gifted"),
    "fee": ("坑位费", "坑位", "坑", "服务费", "固定费用", "链接费", "保底费", "保底", "slot fee", "fee"),
    "commission": ("佣金比例", "佣金率", "返佣", "佣金", "佣", "commission"),
    "guarantee": ("保roi", "保量", "坑产比", "roi"),
    "post": ("付费视频", "短视频", "视频", "图文", "笔记", "video", "post"),
    "live": ("直播专场", "直播混场", "直播", "专场", "混场", "live"),
    "nothing": ("合作", "模式", "达人", "付费"),
}
_KINDS: Final[Mapping[str, Mapping[str, float]]] = {
    "pure": {"slot_fee": 0.0},
    "flat": {"commission": 0.0},
    "barter": {"slot_fee": 0.0, "commission": 0.0},
}
"""What a kind of deal leaves unpaid."""
_OF_MONEY: Final = frozenset({"fee", "flat", "money"})
_OF_DEALS: Final = _OF_MONEY | {"commission", "said_commission"}
"""Words beside which a bare figure is a fee: that of 618专场 is a day."""
_LONGEST: Final = 60
_MOST_DEALS: Final = 6
_PARTS: Final = re.compile(r"[;；\n|、]|或者?|\bor\b|/(?![条场次个篇月])", re.IGNORECASE)
_WORD: Final = "|".join(
    f"(?P<{kind}>{'|'.join(re.escape(word) for word in words)})" for kind, words in _WORDS.items()
)
_TOKEN: Final = re.compile(
    rf"(?P<join>[\s+＋&,，:：()（）]+|加|和)|(?P<ratio>1\s*[:：比]\s*\d+(?:\.\d+)?)|(?P<percent>\d+(?:\.\d+)?\s*[%％])"
    r"|(?P<sign>[¥￥])?(?P<figure>\d[\d,]*(?:\.\d+)?\s*(?:万|千|[wk])?)(?P<yuan>元|块)?(?:[/每][条场次个篇月])?"
    rf"|{_WORD}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Terms:
    """One deal as it was written: raw figures by field of an offer, the ``form``, and what its kind leaves unpaid."""

    text: str
    figures: Mapping[str, Raw] = field(default_factory=dict)
    unpaid: Mapping[str, float] = field(default_factory=dict)
    form: Form | None = None


def terms_of(raw: Raw) -> tuple[Terms, ...]:
    """The deals of a cell, none unless every sign of it is understood: ``618活动`` names an offer and no fee."""
    text = clean(raw)
    if not isinstance(raw, str) or not text or len(text) > _LONGEST:
        return ()
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    found = [_terms(part) for part in parts[: _MOST_DEALS + 1]]
    deals = tuple(one for one in found if one is not None)
    return deals if len(deals) == len(parts) else ()


def _terms(text: str) -> Terms | None:
    tokens = _tokens(text)
    if tokens is None:
        return None
    figures: dict[str, Raw] = {}
    for name, said in tokens:
        if name in {"slot_fee", "commission", "guarantee"}:
            if name in figures:
                return None
            figures[name] = said
    kinds = {kind for kind, _ in tokens}
    if "slot_fee" in figures and not kinds & (_OF_MONEY if kinds & {"live", "post"} else _OF_DEALS):
        return None
    unpaid = {name: 0.0 for kind in kinds & _KINDS.keys() for name in _KINDS[kind]}
    if "commission" in figures and "slot_fee" not in figures and "fee" not in kinds:
        unpaid["slot_fee"] = 0.0
    form = Form.POST if "post" in kinds else Form.LIVE if "live" in kinds else None
    unpaid = {name: value for name, value in unpaid.items() if name not in figures}
    return Terms(text, figures, unpaid, form) if kinds - {"nothing"} else None


def _tokens(text: str) -> list[tuple[str, str]] | None:
    """The text as words by kind and figures by field; None when there is anything else in it."""
    tokens: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            return None
        place = match.end()
        tokens += _token(match)
    return tokens


def _token(match: re.Match[str]) -> list[tuple[str, str]]:
    if match["join"]:
        return []
    if match["ratio"]:
        return [("guarantee", re.sub("[:：比]", ":", match["ratio"]))]
    if match["percent"]:
        return [("commission", match["percent"])]
    if match["figure"]:
        money = [("money", "")] if match["sign"] or match["yuan"] else []
        return [("slot_fee", match["figure"]), *money]
    kind = next(kind for kind in _WORDS if match[kind])
    return [(f"said_{kind}" if kind in {"commission", "guarantee"} else kind, "")]
