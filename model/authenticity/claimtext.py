"""Claims as people write them, in Chinese and English: simple patterns for three kinds."""

import re
from typing import Final

from model.authenticity.claims import Claim, ClaimKind
from model.fields import BadCell, number
from model.records import Form

_N: Final = r"(?P<{0}>\d[\d,]*(?:\.\d+)?\s*(?:百万|千万|万|亿|千|[wkmWKM](?![a-zA-Z]))?|[一二两三四五六七八九十百千万]*[十百千万])"
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
_VIEWS: Final = tuple(
    re.compile(pattern.replace("{n}", _N.format("views")), re.IGNORECASE)
    for pattern in (
        r"(?:观看|场观|播放)(?:数|量|人数)?\D{0,3}?{n}",
        r"{n}\s*(?:次|人)?\s*(?:观看|播放)",
        r"{n}\s*views",
    )
)
_LIVE: Final = re.compile(r"直播|live", re.IGNORECASE)
_SECONDS: Final = {"秒": 1, "s": 1, "分": 60, "m": 60, "小": 3600, "h": 3600}
_DIGITS: Final = {d: n for n, d in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_POWERS: Final = {"十": 10, "百": 100, "千": 1000}
_TIMES: Final = {**_DIGITS, "十": 10, "半": 0.5}


def parse_claim(text: str) -> Claim | None:
    """The claim a sentence makes, None when it is of none of the three kinds.

    >>> parse_claim("万粉账号日入500").followers, parse_claim("15秒卖出1.5万单").count
    (10000.0, 15000.0)
    """
    followers, form = _first(_FOLLOWERS, text, "followers"), Form.LIVE if _LIVE.search(text) else Form.POST
    price, sales = _first((_PRICE,), text, "price"), _first((_SALES,), text, "sales")
    views = _first(_VIEWS, text, "views")
    speed = next((found for pattern in _SPEED if (found := pattern.search(text))), None)
    if speed:
        count, seconds = _number(speed["count"]), _seconds(speed["time"], speed["unit"])
        return Claim(ClaimKind.SPEED, followers, None, count, seconds, price, views, form=Form.LIVE)
    day, month = _first(_DAY, text, "amount"), _first(_MONTH, text, "amount")
    if day or month:
        amount = day or (month or 0.0) / 30
        return Claim(ClaimKind.INCOME, followers, amount, price=price, views=views, form=form)
    worth = _first(_WORTH, text, "amount")
    claim = Claim(ClaimKind.WORTH, followers, worth, price=price, views=views, sales=sales, form=form)
    return claim if worth else None


def _first(patterns: tuple[re.Pattern[str], ...], text: str, name: str) -> float | None:
    found = next((match for pattern in patterns if (match := pattern.search(text))), None)
    return _number(found[name]) if found else None


def _number(text: str) -> float | None:
    """A figure as merchants write it; ``万`` alone is ten thousand."""
    text = text.strip()
    if not text[:1].isdigit():
        return _spelled(text)
    try:
        return number(text)
    except BadCell:
        return None


def _spelled(text: str) -> float:
    """A figure in Chinese numerals.

    >>> _spelled("五十万"), _spelled("一千二百"), _spelled("百万"), _spelled("万")
    (500000.0, 1200.0, 1000000.0, 10000.0)
    """
    whole = part = digit = 0
    for sign in text:
        if sign == "万":
            whole, part, digit = (whole + part + digit or 1) * 10_000, 0, 0
        elif sign in _POWERS:
            part, digit = part + (digit or 1) * _POWERS[sign], 0
        else:
            digit = _DIGITS[sign]
    return float(whole + part + digit)


def _seconds(time: str, unit: str) -> float:
    amount = _TIMES[time] if time in _TIMES else float(time)
    return amount * _SECONDS[unit[0].lower()]
