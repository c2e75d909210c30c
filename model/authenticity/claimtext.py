"""Claims as people write them, in Chinese and English: simple patterns for three kinds."""

import re
from typing import Final

from model.authenticity.claims import Claim, ClaimKind
from model.fields import BadCell, number
from model.records import Form

_N: Final = r"(?P<{0}>\d[\d,]*(?:\.\d+)?\s*(?:百万|千万|万|亿|千|[wkmWKM](?![a-zA-Z]))?|[一两二三五十]?[千万百](?:万)?)"
_FOLLOWERS: Final = tuple(
    re.compile(pattern.replace("{n}", _N.format("followers")), re.IGNORECASE)
    for pattern in (
        r"{n}\s*(?:个)?粉",
        r"粉丝(?:数|量)?\s*(?:有|是|为|:|：)?\s*{n}",
        r"{n}[\s-]*(?:followers?|fans)",
        r"followers?:?\s*{n}",
    )
)
_DAY: Final = tuple(
    re.compile(pattern.replace("{n}", _N.format("amount")), re.IGNORECASE)
    for pattern in (
        r"(?:日入|日赚|日收入|天赚|每天|一天|每日)\D{0,6}?{n}\s*(?:元|块)?",
        r"{n}\s*(?:元|块)?\s*(?:一天|每天|/天|/日|每日)",
        r"{n}\s*(?:yuan|rmb|cny)?\s*(?:a|per|each|every|/)\s*day",
    )
)
_MONTH: Final = tuple(
    re.compile(pattern.replace("{n}", _N.format("amount")), re.IGNORECASE)
    for pattern in (
        r"(?:月入|月赚|每月|一个月)\D{0,6}?{n}\s*(?:元|块)?",
        r"{n}\s*(?:yuan|rmb|cny)?\s*(?:a|per|/)\s*month",
    )
)
_TIME: Final = r"(?P<time>\d[\d.]*|[一两二三五十]|半)\s*(?P<unit>秒钟?|分钟|分|小时|seconds?|secs?|minutes?|mins?|hours?|s\b)"
_SPEED: Final = tuple(
    re.compile(pattern.replace("{n}", _N.format("count")).replace("{t}", _TIME), re.IGNORECASE)
    for pattern in (
        r"{t}\D{0,8}?(?:卖|售|成交|出单|抢|爆)\D{0,4}?{n}",
        r"(?:卖|售|成交)\D{0,4}?{n}\D{0,8}?{t}",
        r"(?:sold|sells?|selling)\s*{n}\D{0,20}?(?:in|within)\s*{t}",
        r"{n}\s*(?:orders|pieces|units|sold|sales)\D{0,12}?(?:in|within)\s*{t}",
    )
)
_WORTH: Final = tuple(
    re.compile(pattern.replace("{n}", _N.format("amount")), re.IGNORECASE)
    for pattern in (
        r"(?:账号|帐号|号)\D{0,8}?(?:价值|值|卖|估价|报价|转让)\D{0,4}?{n}",
        r"(?:价值|值)\s*{n}\s*(?:元|块)?的?(?:账号|帐号|号)",
        r"(?:account|page|channel)\D{0,20}?(?:worth|valued at|costs?|for)\D{0,6}?{n}",
    )
)
_PRICE: Final = re.compile(r"(?:客单价|单价|每单|price(?: of)?)\D{0,4}?" + _N.format("price"), re.IGNORECASE)
_SALES: Final = re.compile(
    r"(?:月销|月成交|月销售额|每月成交|monthly sales(?: of)?|sells? monthly)\D{0,6}?" + _N.format("sales"),
    re.IGNORECASE,
)
_LIVE: Final = re.compile(r"直播|live", re.IGNORECASE)
_SECONDS: Final = {"秒": 1, "s": 1, "分": 60, "m": 60, "小": 3600, "h": 3600}
_DIGITS: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "五": 5, "十": 10, "半": 0.5, "": 1}
_POWERS: Final = {"百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7}


def parse_claim(text: str) -> Claim | None:
    """The claim a sentence makes, None when it is of none of the three kinds.

    >>> parse_claim("万粉账号日入500").followers, parse_claim("15秒卖出1.5万单").count
    (10000.0, 15000.0)
    """
    followers, form = _first(_FOLLOWERS, text, "followers"), Form.LIVE if _LIVE.search(text) else Form.POST
    price, sales = _first((_PRICE,), text, "price"), _first((_SALES,), text, "sales")
    speed = next((found for pattern in _SPEED if (found := pattern.search(text))), None)
    if speed:
        count, seconds = _number(speed["count"]), _seconds(speed["time"], speed["unit"])
        return Claim(ClaimKind.SPEED, followers, count=count, seconds=seconds, price=price, form=Form.LIVE)
    day, month = _first(_DAY, text, "amount"), _first(_MONTH, text, "amount")
    if day or month:
        amount = day or (month or 0.0) / 30
        return Claim(ClaimKind.INCOME, followers, amount, price=price, form=form)
    worth = _first(_WORTH, text, "amount")
    return Claim(ClaimKind.WORTH, followers, worth, sales=sales, price=price, form=form) if worth else None


def _first(patterns: tuple[re.Pattern[str], ...], text: str, name: str) -> float | None:
    found = next((match for pattern in patterns if (match := pattern.search(text))), None)
    return _number(found[name]) if found else None


def _number(text: str) -> float | None:
    """A figure as merchants write it; ``万`` alone is ten thousand."""
    text = text.strip()
    if text[-1:] in _POWERS and not text[:1].isdigit():
        return _spelled(text)
    try:
        return number(text)
    except BadCell:
        return None


def _spelled(text: str) -> float:
    unit = next(one for one in ("百万", "千万", "百", "千", "万") if text.endswith(one))
    return _DIGITS.get(text.removesuffix(unit), 1) * _POWERS[unit]


def _seconds(time: str, unit: str) -> float:
    amount = _DIGITS[time] if time in _DIGITS else float(time)
    return amount * _SECONDS[unit[0].lower()]
