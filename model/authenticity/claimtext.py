"""Claims as people write them, in Chinese and English: simple patterns for each kind."""

import re
from itertools import zip_longest
from typing import Final

from model.authenticity.claims import Claim, ClaimKind
from model.fields import BadCell, number
from model.records import Form

_N: Final = r"(?P<{0}>\d[\d,]*(?:\.\d+)?\s*(?:百万|千万|万|亿|千|million|[wkmWKM](?![a-zA-Z]))?|[一二两三四五六七八九十百千万]*[十百千万])"
_FOLLOWERS: Final = tuple(
    re.compile(pattern.replace("{n}", _N.format("followers")), re.IGNORECASE)
    for pattern in (
        r"{n}个?粉",
        r"粉丝(?:数|量)?\s*(?:有|是|为|:|：)?\s*{n}",
        r"{n}\s*个?\s*粉",
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
_SOLD: Final = r"(?:带货|直播|视频|总)?(?:GMV|成交额|成交金额|销售额|流水|sales)"
_UP_TO: Final = r"(?:\d[\d.,]*\s*[万千亿wk]?\s*[-~–—至到]\s*)?"
"""The lower end of a range: a claim is judged by its upper one, 50-75万."""
_WITHIN: Final = tuple(
    (re.compile(pattern.format(n=_UP_TO + _N.format("amount"), sold=_SOLD), re.IGNORECASE), days)
    for pattern, days in (
        (r"(?P<days>\d+)[\s-]*(?:天|日|days?)[的内总]?\s*{sold}\D{{0,6}}?{n}", None),
        (r"{sold}\s*[（(]\s*近?(?P<days>\d+)\s*(?:天|日|days?)\s*[)）]\D{{0,4}}?{n}", None),
        (r"{sold}\D{{0,6}}?{n}\D{{0,16}}?(?:in|within|over)\D{{0,10}}?(?P<days>\d+)\s*days", None),
        (
            r"{n}\s*(?:yuan|rmb|cny)?\s*(?:of|in)?\s*{sold}\s*(?:in|within|over)\D{{0,10}}?(?P<days>\d+)\s*days",
            None,
        ),
        (r"(?:单场|场均|每场|一场)(?:直播)?的?{sold}\D{{0,6}}?{n}", 0),
        (r"(?:日均|每天|每日|一天|日){sold}\D{{0,6}}?{n}", 1),
        (r"(?:周均|每周|一周|近一周){sold}\D{{0,6}}?{n}", 7),
        (r"(?:月销|月成交|monthly sales(?: of)?|sells? monthly)\D{{0,6}}?{n}", 30),
        (r"{sold}\D{{0,6}}?{n}(?![\d.]*\s*(?:天|日|days?))", 30),
    )
)
"""Sales with the days they took; where none are told, the platforms' usual 30."""
_POST: Final = re.compile(r"视频|图文|笔记|posts?|videos?", re.IGNORECASE)
_PRICE: Final = re.compile(r"(?:客单价|单价|每单|price(?: of)?)\D{0,4}?" + _N.format("price"), re.IGNORECASE)
_VIEWS: Final = tuple(
    re.compile(pattern.replace("{n}", _N.format("views")), re.IGNORECASE)
    for pattern in (
        r"(?:观看|场观|播放)(?:数|量|人数)?\D{0,3}?{n}",
        r"{n}\s*(?:次|人)?\s*(?:观看|播放)",
        r"{n}\s*views",
    )
)
_LIVE: Final = re.compile(r"直播|live", re.IGNORECASE)
_FIGURE: Final = re.compile(r"[¥￥]?\s*\d")
_SECONDS: Final = {"秒": 1, "s": 1, "分": 60, "m": 60, "小": 3600, "h": 3600}
_DIGITS: Final = {d: n for n, d in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_POWERS: Final = {"十": 10, "百": 100, "千": 1000}
_TIMES: Final = {**_DIGITS, "十": 10, "半": 0.5}


def in_a_line(text: str) -> str:
    r"""Cells of a sheet as a sentence, each figure beside its heading; of several lines the first.

    >>> in_a_line("昵称\t粉丝数\t日收入\r\n小红\t10000\t500")
    '昵称 小红，粉丝数 10000，日收入 500'
    """
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines() if line.strip()]
    if "\t" not in text or not rows:
        return text.strip()
    head, below = rows[0], rows[1:]
    if not below or any(_FIGURE.match(cell) for cell in head):
        return "，".join(cell for cell in head if cell)
    return "，".join(
        f"{name} {cell}".strip() for name, cell in zip_longest(head, below[0], fillvalue="") if cell
    )


def parse_claim(text: str) -> Claim | None:
    """The claim a sentence makes, or a line of a sheet below its headings; None when it is of none of the four kinds.

    >>> parse_claim("万粉账号日入500").followers, parse_claim("15秒卖出1.5万单").count
    (10000.0, 15000.0)
    >>> parse_claim("近30天GMV 50万，粉丝20万").amount
    500000.0
    """
    text = in_a_line(text)
    followers, form = _first(_FOLLOWERS, text, "followers"), Form.LIVE if _LIVE.search(text) else Form.POST
    price, views = _first((_PRICE,), text, "price"), _first(_VIEWS, text, "views")
    speed = next((found for pattern in _SPEED if (found := pattern.search(text))), None)
    if speed:
        count, seconds = _number(speed["count"]), _seconds(speed["time"], speed["unit"])
        return Claim(ClaimKind.SPEED, followers, None, count, seconds, price, views, form=Form.LIVE)
    sold, within = _sold(text)
    worth = _first(_WORTH, text, "amount")
    day, month = _first(_DAY, text, "amount"), _first(_MONTH, text, "amount")
    if (day or month) and not sold:
        amount = day or (month or 0.0) / 30
        return Claim(ClaimKind.INCOME, followers, amount, price=price, views=views, form=form)
    if worth:
        month_sold = sold / within * 30 if sold and within else None
        return Claim(ClaimKind.WORTH, followers, worth, price=price, views=views, sales=month_sold, form=form)
    form = Form.POST if _POST.search(text) and not _LIVE.search(text) else Form.LIVE
    claim = Claim(ClaimKind.SALES, followers, sold, price=price, views=views, days=within, form=form)
    return claim if sold else None


def _sold(text: str) -> tuple[float | None, float]:
    """Yuan that are said to have been sold, and within how many days."""
    for pattern, days in _WITHIN:
        if found := pattern.search(text):
            return _number(found["amount"]), float(found["days"]) if days is None else days
    return None, 0.0


def _first(patterns: tuple[re.Pattern[str], ...], text: str, name: str) -> float | None:
    found = next((match for pattern in patterns if (match := pattern.search(text))), None)
    return _number(found[name]) if found else None


def _number(text: str) -> float | None:
    """A figure as merchants write it; ``万`` alone is ten thousand."""
    text = text.strip().replace("million", "m")
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
