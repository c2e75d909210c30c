"""The frozen records everything is said in: a record is right once it exists.

Money is in yuan (whole fen), shares are 0-1, ``None`` is "unknown": it is estimated later and marked as such.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Self

from model.agebands import AGES, bands
from model.errors import InvalidRecord, Problem
from model.fields import (
    BadCell,
    Raw,
    Rule,
    clean,
    flag,
    is_empty,
    names,
    number,
    one_of,
    parse,
    pattern,
    plain_text,
    share,
    span,
    tags,
)
from model.ladder import Steps, apart, read_steps
from model.limits import NO_LIMITS, Limits

PLATFORMS: Final = (
    "douyin", "kuaishou", "xiaohongshu", "weixin", "taobao", "bilibili", "weibo", "tiktok", "instagram", "youtube", "other",
)  # fmt: skip
CITIES: Final = ("city1", "new1", "city2", "city3", "city4")
NAMELESS: Final = "*"
"""Among the names a product has in orders: the lines that name no product, where the shop sells but one."""
MOST_YUAN: Final = 1e8
"""Above a hundred million yuan a price or a fee is taken for a typing error."""


class RepurchaseClass(StrEnum):
    """How often the same customer buys again: A rarest … D most often."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Tier(StrEnum):
    """Level of a host by followers on his platform (thresholds in policy ``tiers``)."""

    HEAD = "head"
    WAIST = "waist"
    TAIL = "tail"


class Kind(StrEnum):
    """Who sells: an outside host, the shop's own live room, its founder, or its staff."""

    HOST = "host"
    OWN_ROOM = "own_room"
    FOUNDER = "founder"
    STAFF = "staff"


class Form(StrEnum):
    """How he sells: in a live session, or by a post (short video, note, picture)."""

    LIVE = "live"
    POST = "post"


_PLATFORM_WORDS: Final = {
    "抖音": "douyin", "抖音电商": "douyin", "快手": "kuaishou", "小红书": "xiaohongshu", "红书": "xiaohongshu", "视频号": "weixin",
    "微信": "weixin", "微信视频号": "weixin", "淘宝": "taobao", "淘宝直播": "taobao", "天猫": "taobao", "点淘": "taobao", "b站": "bilibili",
    "哔哩哔哩": "bilibili", "微博": "weibo", "tik tok": "tiktok", "ins": "instagram", "油管": "youtube", "其他": "other", "其它": "other",
}  # fmt: skip
_KIND_WORDS: Final = {
    "达人": "host", "主播": "host", "店播": "own_room", "自播": "own_room", "自营直播间": "own_room", "直播间": "own_room", "own room": "own_room",
    "创始人": "founder", "老板": "founder", "创始人自播": "founder", "导购": "staff", "员工": "staff", "店员": "staff",
}  # fmt: skip
_FORM_WORDS: Final = {
    "直播": "live",
    "短视频/图文": "post",
    "短视频": "post",
    "视频": "post",
    "图文": "post",
    "笔记": "post",
    "video": "post",
    "note": "post",
}
_SEX_WORDS: Final = {
    "女": "female", "女性": "female", "女生": "female", "female": "female", "宝妈": "female", "男": "male", "男性": "male", "男生": "male", "male": "male",
    "women": "female", "woman": "female", "girls": "female", "ladies": "female", "men": "male", "man": "male", "boys": "male",
}  # fmt: skip
_CITY_WORDS: Final = {
    "一线": "city1", "一线城市": "city1", "新一线": "new1", "新一线城市": "new1", "二线": "city2", "二线城市": "city2", "三线": "city3",
    "三线城市": "city3", "四线": "city4", "四线及以下": "city4", "四线及以下城市": "city4", "五线": "city4", "下沉": "city4", "县城": "city4",
}  # fmt: skip
_TIERS: Final = r"(?i)\b(new[ -])?(?:(first|second|third|fourth)[ -]tier|tier[ -]?([1-4]))(?: cit(?:y|ies))?(?: and below)?"
"""Kinds of cities as they are said in English, in several words each."""
_TIER_WORDS: Final = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 80 % range; ``low <= value <= high`` except for very skewed distributions."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Audience:
    """Who buys or watches. Empty parts mean "anyone" or "unknown"."""

    sex: str = ""
    ages: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()

    @classmethod
    def parse(cls, raw: Raw) -> Self:
        """Read words such as ``女 24-30 一线`` or ``women, 24-30, first-tier cities``.

        Raises:
            BadCell: ``not_an_audience`` with the first word that is none.
        """
        said = tags(pattern(_TIERS).sub(_tier_code, clean(raw)))
        words = [meant for word in said for meant in _audience_word(word)]
        sexes = {word for kind, word in words if kind == "sex"}
        return cls(
            sexes.pop() if len(sexes) == 1 else "",
            tuple(a for a in AGES if ("age", a) in words),
            tuple(c for c in CITIES if ("city", c) in words),
        )

    def words(self) -> tuple[str, ...]:
        """The codes :meth:`parse` reads back."""
        return (*((self.sex,) if self.sex else ()), *self.ages, *self.cities)


def _tier_code(found: re.Match[str]) -> str:
    new, word, digit = found.groups()
    place = int(digit) if digit else _TIER_WORDS.index(word.lower()) + 1
    return "new1" if new and place == 1 else f"city{place}"


def _audience_word(word: str) -> list[tuple[str, str]]:
    text = word.lower()
    if text in _SEX_WORDS:
        return [("sex", _SEX_WORDS[text])]
    if text in CITIES or text in _CITY_WORDS:
        return [("city", _CITY_WORDS.get(text, text))]
    if ages := bands(text):
        return [("age", one) for one in ages]
    raise BadCell("not_an_audience", word)


def _ratio(raw: Raw) -> float | None:
    """A sales guarantee as ``2`` or as merchants say it, ``1:2``."""
    return number(re.sub(r"^\s*1\s*[:：]", "", raw)) if isinstance(raw, str) else number(raw)


@dataclass(frozen=True, slots=True)
class Product:
    """What is sold: one line of the catalogue. ``id`` 0 is a product not stored yet."""

    name: str
    price: float
    category: str = ""
    unit_cost: float | None = None
    ship_cost: float | None = None
    platform_fee: float | None = None
    return_rate: float | None = None
    stock: int | None = None
    use_days: float | None = None
    occasion: bool | None = None
    tone: tuple[str, ...] = ()
    audience: Audience = Audience()
    id: int = 0
    shop_names: tuple[str, ...] = ()

    @property
    def called(self) -> tuple[str, ...]:
        """All it is called in order files: its own name, and the others it has there; nothing for :data:`NAMELESS`."""
        return (self.name, *self.shop_names, *([""] if NAMELESS in self.shop_names else ()))

    @classmethod
    def parse(cls, id: int = 0, **raw: Raw) -> Self:  # noqa: A002
        """A product from what was typed or read.

        Raises:
            InvalidRecord: every field that is wrong, not only the first.
        """
        values, problems = parse(PRODUCT_RULES, raw)
        if problems:
            raise InvalidRecord(problems)
        return cls(id=id, **values)


PRODUCT_RULES: Final[Mapping[str, Rule]] = {
    "name": Rule(plain_text, required=True),
    "category": Rule(plain_text),
    "price": Rule(number, required=True, low=0.01, high=MOST_YUAN, fen=True),
    "unit_cost": Rule(number, low=0, high=MOST_YUAN, fen=True),
    "ship_cost": Rule(number, low=0, high=MOST_YUAN, fen=True),
    "platform_fee": Rule(share, low=0, high=0.9),
    "return_rate": Rule(share, low=0, high=0.99),
    "stock": Rule(number, low=0, high=1e9, whole=True),
    "use_days": Rule(number, low=0.2, high=36500),
    "occasion": Rule(flag),
    "tone": Rule(tags),
    "audience": Rule(Audience.parse),
    "shop_names": Rule(names),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to hire one host.

    ``slot_fee`` yuan per session, ``commission`` share of kept sales, ``guarantee`` promised GMV ÷ slot fee,
    ``sessions`` the most that can be booked. ``steps`` say from which kept sales (yuan, over all sessions) on another
    commission holds for what is sold beyond.
    """

    name: str = ""
    slot_fee: float | None = None
    commission: float | None = None
    guarantee: float | None = None
    sessions: int = 1
    form: Form = Form.LIVE
    steps: Steps = ()

    @classmethod
    def parse(cls, **raw: Raw) -> Self:
        """An offer from what was typed or read; without a name it is named by its terms (:class:`InvalidRecord`)."""
        values, problems = parse(OFFER_RULES, apart(raw))
        if problems:
            raise InvalidRecord(problems)
        values |= {"form": Form(values["form"]), "sessions": values["sessions"] or 1}
        offer = cls(**values)
        return replace(offer, name=offer.name or offer.terms())

    def terms(self) -> str:
        """A short name made from the terms: ``3000+20%``, ``20%→25%@10000``, ``?`` for an unknown fee."""
        fee = "?" if self.slot_fee is None else f"{self.slot_fee:g}"
        first = () if self.commission is None else (f"{self.commission * 100:g}%",)
        commission = "→".join((*first, *(f"{share * 100:g}%@{at:.10g}" for at, share in self.steps)))
        promise = f" x{self.guarantee:g}" if self.guarantee else ""
        body = (
            commission if self.slot_fee == 0 and commission else "+".join(p for p in (fee, commission) if p)
        )
        return body + promise


OFFER_RULES: Final[Mapping[str, Rule]] = {
    "name": Rule(plain_text),
    "slot_fee": Rule(number, low=0, high=MOST_YUAN, fen=True),
    "commission": Rule(share, low=0, high=1),
    "guarantee": Rule(_ratio, low=0, high=1000),
    "sessions": Rule(number, low=1, high=365, whole=True),
    "form": Rule(one_of(tuple(Form), Form.LIVE, _FORM_WORDS)),
    "steps": Rule(read_steps),
}


@dataclass(frozen=True, slots=True)
class Influencer:
    """Anyone who sells for the shop, with the offers he may be hired on. ``id`` is text: 19 digits fit no float."""

    id: str
    name: str
    platform: str = "other"
    kind: Kind = Kind.HOST
    followers: int | None = None
    views: float | None = None
    engagement_rate: float | None = None
    category: str = ""
    price_band: tuple[float, float] | None = None
    tone: tuple[str, ...] = ()
    audience: Audience = Audience()
    mcn: str = ""
    offers: tuple[Offer, ...] = ()

    @classmethod
    def parse(cls, offers: tuple[Offer, ...] = (), **raw: Raw) -> Self:
        """A host from what was typed or read; without an id it is known by platform and name.

        Raises:
            InvalidRecord: every field that is wrong, not only the first.
        """
        values, problems = parse(INFLUENCER_RULES, raw)
        if problems:
            raise InvalidRecord(problems)
        values["id"] = values["id"] or f"{values['platform']}:{values['name']}"
        values["kind"] = Kind(str(values["kind"]))
        return cls(offers=offers, **values)


INFLUENCER_RULES: Final[Mapping[str, Rule]] = {
    "id": Rule(plain_text),
    "name": Rule(plain_text, required=True),
    "platform": Rule(one_of(PLATFORMS, "other", _PLATFORM_WORDS)),
    "kind": Rule(one_of(tuple(Kind), Kind.HOST, _KIND_WORDS)),
    "followers": Rule(number, low=0, high=2e9, whole=True),
    "views": Rule(number, low=0, high=1e10),
    "engagement_rate": Rule(share, low=0, high=5),
    "category": Rule(plain_text),
    "price_band": Rule(span),
    "tone": Rule(tags),
    "audience": Rule(Audience.parse),
    "mcn": Rule(plain_text),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a plan. ``products`` empty means all; shares are of the budget."""

    budget: float = 0.0
    products: tuple[int, ...] = ()
    free_mix: bool = False
    max_share: float | None = None
    locks: frozenset[str] = frozenset()
    bans: frozenset[str] = frozenset()
    seed: int = 1
    limits: Limits = NO_LIMITS

    @property
    def musts(self) -> frozenset[str]:
        """Hosts that have to be in: locked, or booked already."""
        return self.locks | {host for host, _, _ in self.limits.booked}

    @classmethod
    def parse(cls, budget: Raw, max_share: Raw = None, **rest: Any) -> Self:
        """Check what is typed (budget, largest share); the rest comes from switches and needs no check."""
        values, problems = parse(REQUEST_RULES, {"budget": budget, "max_share": max_share})
        if problems:
            raise InvalidRecord(problems)
        return cls(**values, **rest)


REQUEST_RULES: Final[Mapping[str, Rule]] = {
    "budget": Rule(number, required=True, low=0, high=1e10, fen=True),
    "max_share": Rule(share, low=0.01, high=1),
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All the shop's data at one moment: what a job works on."""

    products: tuple[Product, ...] = ()
    influencers: tuple[Influencer, ...] = ()
    overrides: Mapping[str, float] = field(default_factory=dict)
    request: Request = Request()


def field_problem(rules: Mapping[str, Rule], name: str, raw: Raw) -> Problem | None:
    """What is wrong with one field as it is left, or None."""
    return rules[name].check(name, raw)[1]


def same_text(a: str, b: str) -> bool:
    """Whether two names are the same to a merchant: case, blanks and full width do not count."""
    return _folded(a) == _folded(b)


def _folded(text: str) -> str:
    return "" if is_empty(text) else "".join(text.casefold().split())
