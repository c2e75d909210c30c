"""Names of things: levels, classes, platforms, kinds, fields, terms of an offer."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.fieldnames import COLUMNS, FIELDS
from gui.words.launching import LAUNCH_NAMES
from model.ladder import Steps, steps_text

if TYPE_CHECKING:
    from model.estimates import OfferFacts

__all__ = [
    "FIELDS",
    "NAMES",
    "agreed",
    "column",
    "deal",
    "field",
    "label",
    "labels",
    "shops",
    "steps",
    "terms",
]

CONTEXT = "Labels"
SHOPS: Final = ("douyin", "kuaishou", "xiaohongshu", "weixin", "taobao", "pinduoduo", "jd", "youzan", "other")

NAMES: Final[Mapping[str, str]] = {
    "head": QT_TRANSLATE_NOOP("Labels", "head"),
    "waist": QT_TRANSLATE_NOOP("Labels", "waist"),
    "tail": QT_TRANSLATE_NOOP("Labels", "tail"),
    "amateur": QT_TRANSLATE_NOOP("Labels", "amateur"),
    "A": QT_TRANSLATE_NOOP("Labels", "A · durable"),
    "B": QT_TRANSLATE_NOOP("Labels", "B · every year or two"),
    "C": QT_TRANSLATE_NOOP("Labels", "C · at occasions"),
    "D": QT_TRANSLATE_NOOP("Labels", "D · again and again"),
    "shop.douyin": QT_TRANSLATE_NOOP("Labels", "Douyin shop"),
    "shop.kuaishou": QT_TRANSLATE_NOOP("Labels", "Kuaishou shop"),
    "shop.weixin": QT_TRANSLATE_NOOP("Labels", "WeChat shop"),
    "shop.taobao": QT_TRANSLATE_NOOP("Labels", "Taobao / Tmall"),
    "douyin": QT_TRANSLATE_NOOP("Labels", "Douyin"),
    "kuaishou": QT_TRANSLATE_NOOP("Labels", "Kuaishou"),
    "xiaohongshu": QT_TRANSLATE_NOOP("Labels", "Xiaohongshu"),
    "weixin": QT_TRANSLATE_NOOP("Labels", "WeChat"),
    "taobao": QT_TRANSLATE_NOOP("Labels", "Taobao Live"),
    "bilibili": QT_TRANSLATE_NOOP("Labels", "Bilibili"),
    "weibo": QT_TRANSLATE_NOOP("Labels", "Weibo"),
    "tiktok": QT_TRANSLATE_NOOP("Labels", "TikTok"),
    "instagram": QT_TRANSLATE_NOOP("Labels", "Instagram"),
    "youtube": QT_TRANSLATE_NOOP("Labels", "YouTube"),
    "pinduoduo": QT_TRANSLATE_NOOP("Labels", "Pinduoduo"),
    "jd": QT_TRANSLATE_NOOP("Labels", "JD"),
    "youzan": QT_TRANSLATE_NOOP("Labels", "Youzan"),
    "other": QT_TRANSLATE_NOOP("Labels", "other"),
    "host": QT_TRANSLATE_NOOP("Labels", "outside host"),
    "own_room": QT_TRANSLATE_NOOP("Labels", "own live room"),
    "level.own_room": QT_TRANSLATE_NOOP("Labels", "own room"),
    "founder": QT_TRANSLATE_NOOP("Labels", "founder"),
    "staff": QT_TRANSLATE_NOOP("Labels", "staff"),
    "live": QT_TRANSLATE_NOOP("Labels", "live session"),
    "post": QT_TRANSLATE_NOOP("Labels", "post or video"),
    "female": QT_TRANSLATE_NOOP("Labels", "women"),
    "male": QT_TRANSLATE_NOOP("Labels", "men"),
    "city1": QT_TRANSLATE_NOOP("Labels", "first-tier cities"),
    "new1": QT_TRANSLATE_NOOP("Labels", "new first-tier cities"),
    "city2": QT_TRANSLATE_NOOP("Labels", "second-tier cities"),
    "city3": QT_TRANSLATE_NOOP("Labels", "third-tier cities"),
    "city4": QT_TRANSLATE_NOOP("Labels", "fourth-tier cities and below"),
    "high": QT_TRANSLATE_NOOP("Labels", "well sourced"),
    "medium": QT_TRANSLATE_NOOP("Labels", "fairly sourced"),
    "low": QT_TRANSLATE_NOOP("Labels", "weakly sourced"),
    "guess": QT_TRANSLATE_NOOP("Labels", "our guess"),
    "views": QT_TRANSLATE_NOOP("Labels", "views"),
    "followers": QT_TRANSLATE_NOOP("Labels", "followers"),
    "authenticity": QT_TRANSLATE_NOOP("Labels", "authenticity"),
    "visit": QT_TRANSLATE_NOOP("Labels", "visits per view"),
    "buy": QT_TRANSLATE_NOOP("Labels", "orders per visit"),
    "results": QT_TRANSLATE_NOOP("Labels", "own results with the host"),
    "festival": QT_TRANSLATE_NOOP("Labels", "festival"),
    "size": QT_TRANSLATE_NOOP("Labels", "size of the host"),
    "fit": QT_TRANSLATE_NOOP("Labels", "fit"),
    "pull": QT_TRANSLATE_NOOP("Labels", "pull of the level"),
    "price": QT_TRANSLATE_NOOP("Labels", "price"),
    "grading": QT_TRANSLATE_NOOP("Labels", "Repurchase class"),
    "price_rule": QT_TRANSLATE_NOOP("Labels", "The 69-yuan rule"),
    "tiers": QT_TRANSLATE_NOOP("Labels", "Levels of hosts"),
    "estimates": QT_TRANSLATE_NOOP("Labels", "Estimates for missing figures"),
    "response": QT_TRANSLATE_NOOP("Labels", "What an offer brings"),
    "economics": QT_TRANSLATE_NOOP("Labels", "Costs and horizon"),
    "matrix": QT_TRANSLATE_NOOP("Labels", "Host matrix"),
    "risk": QT_TRANSLATE_NOOP("Labels", "Risk"),
    "purchasing": QT_TRANSLATE_NOOP("Labels", "Buying again, from orders"),
    "festivals": QT_TRANSLATE_NOOP("Labels", "Festivals"),
    "before": QT_TRANSLATE_NOOP("Labels", "days before"),
    "after": QT_TRANSLATE_NOOP("Labels", "days after"),
    "customers": QT_TRANSLATE_NOOP("Labels", "Levels of customers and orders"),
    "readiness": QT_TRANSLATE_NOOP("Labels", "Ready to go live?"),
    "own_people": QT_TRANSLATE_NOOP("Labels", "Own people: hours and their cost"),
    "own_price": QT_TRANSLATE_NOOP("Labels", "Price rule from own orders"),
    "reach": QT_TRANSLATE_NOOP("Labels", "Views to orders"),
    "shocks": QT_TRANSLATE_NOOP("Labels", "Ups and downs"),
    "offers": QT_TRANSLATE_NOOP("Labels", "Samples and deals"),
    "trial": QT_TRANSLATE_NOOP("Labels", "Small tests"),
    "lifts": QT_TRANSLATE_NOOP("Labels", "Lift of festivals"),
    "gift": QT_TRANSLATE_NOOP("Labels", "festival goods (C)"),
    "daily": QT_TRANSLATE_NOOP("Labels", "other goods"),
    "delivery": QT_TRANSLATE_NOOP("Labels", "Parcels around the Spring Festival"),
    "capacity": QT_TRANSLATE_NOOP("Labels", "What your people can carry"),
    "spreading": QT_TRANSLATE_NOOP("Labels", "Word of mouth"),
    "waves": QT_TRANSLATE_NOOP("Labels", "Waves of sessions"),
    "work": QT_TRANSLATE_NOOP("Labels", "Worth of the operator's work"),
    "deals": QT_TRANSLATE_NOOP("Labels", "Long-term deals"),
    **LAUNCH_NAMES,
    "water": QT_TRANSLATE_NOOP("Labels", "Inflated figures of hosts"),
    "fair_fee": QT_TRANSLATE_NOOP("Labels", "Fair fee"),
    "order_water": QT_TRANSLATE_NOOP("Labels", "Fake orders of a host"),
    "learning": QT_TRANSLATE_NOOP("Labels", "Learning from results"),
    "claims": QT_TRANSLATE_NOOP("Labels", "What hosts claim"),
    "signing": QT_TRANSLATE_NOOP("Labels", "Before and after signing"),
    "audiences": QT_TRANSLATE_NOOP("Labels", "Shared audiences"),
    # why hosts are left out, and money with them
    "left_no_gain": QT_TRANSLATE_NOOP("Labels", "would lose money or add too little"),
    "left_too_dear": QT_TRANSLATE_NOOP("Labels", "ask for more than the budget or the most for one host"),
    "left_stock": QT_TRANSLATE_NOOP("Labels", "would find no stock left to sell"),
    "left_risk": QT_TRANSLATE_NOOP("Labels", "would make bad cases worse than you allow"),
    "left_audience": QT_TRANSLATE_NOOP("Labels", "reach viewers whom chosen hosts reach already"),
    "left_mix": QT_TRANSLATE_NOOP("Labels", "find no place in the mix of levels"),
    "left_platform": QT_TRANSLATE_NOOP("Labels", "are beyond the most for their platform"),
    "left_agency": QT_TRANSLATE_NOOP("Labels", "are beyond the most for their agency"),
    "left_hands": QT_TRANSLATE_NOOP("Labels", "would bring more orders a day than you can send"),
    "left_cash": QT_TRANSLATE_NOOP("Labels", "would tie up more cash than you allow"),
    "left_hours": QT_TRANSLATE_NOOP("Labels", "need more hours of your people than there are"),
    "left_outbid": QT_TRANSLATE_NOOP("Labels", "ask for more than is left, or bring less for the money"),
    "18-23": QT_TRANSLATE_NOOP("Labels", "aged 18 to 23"),
    "24-30": QT_TRANSLATE_NOOP("Labels", "aged 24 to 30"),
    "31-40": QT_TRANSLATE_NOOP("Labels", "aged 31 to 40"),
    "41-50": QT_TRANSLATE_NOOP("Labels", "aged 41 to 50"),
    "50+": QT_TRANSLATE_NOOP("Labels", "aged over 50"),
}

_DEALS: Final = {
    "坑位费+佣金": QT_TRANSLATE_NOOP("Labels", "fee + commission"),
    "保量": QT_TRANSLATE_NOOP("Labels", "with guarantee"),
    "纯佣": QT_TRANSLATE_NOOP("Labels", "commission only"),
    "自播": QT_TRANSLATE_NOOP("Labels", "own session"),
}


def deal(name: str) -> str:
    """What an offer is called: the trade's own words for a way to pay are no names, and are said in any language."""
    return words.term(CONTEXT, _DEALS[name]) if name in _DEALS else name


def label(code: str) -> str:
    """The name of a level, class, platform, kind, form, reliability, factor or policy group."""
    return words.term(CONTEXT, NAMES[code])


def labels(*codes: str) -> Callable[[], list[str]]:
    """What makes the names of several: those a column of a table chooses from."""
    return lambda: [label(code) for code in codes]


def shop(platform: str) -> str:
    """The name of a platform as the place where a shop is, not as the place where a host is seen."""
    return label(f"shop.{platform}" if f"shop.{platform}" in NAMES else platform)


def shops() -> list[str]:
    """What all of them are called."""
    return [shop(platform) for platform in SHOPS]


def field(name: str) -> str:
    """The name of a record's field; a heading of a file is left as the merchant has it."""
    return words.term("Fields", FIELDS[name]) if name in FIELDS else name


def column(kind: str, name: str) -> str:
    """The name of a field in files of one kind (``orders``, ``sessions`` …)."""
    own = COLUMNS.get(f"{kind}.{name}")
    return words.term("Fields", own) if own else field(name)


def terms(
    slot_fee: float,
    commission: float,
    guarantee: float | None,
    estimated: frozenset[str],
    rungs: Iterable[tuple[float, float]] = (),
) -> str:
    """The terms of an offer in words; estimated figures carry a ≈."""
    fee = ("≈" if "slot_fee" in estimated else "") + words.money(slot_fee)
    share = ("≈" if "commission" in estimated else "") + words.percent(commission)
    share += "".join(map(_step, rungs))
    if share == words.percent(0):
        text = words.say(QT_TRANSLATE_NOOP("Words", "{fee}, no commission"), fee=fee)
    elif slot_fee == 0:
        text = words.say(QT_TRANSLATE_NOOP("Words", "no fee + {share}"), share=share)
    else:
        text = words.say(QT_TRANSLATE_NOOP("Words", "{fee} + {share}"), fee=fee, share=share)
    if guarantee:
        times = words.number(guarantee, 0 if float(guarantee).is_integer() else 1)
        text += words.say(QT_TRANSLATE_NOOP("Words", ", guarantee 1:{times}"), times=times)
    return text


def agreed(facts: "OfferFacts") -> str:
    """The terms of an offer; of one's own people the hours of a session, too."""
    offer = facts.offer
    text = terms(facts.slot_fee, facts.commission, offer.guarantee, facts.estimated, offer.steps)
    if not facts.hours:
        return text
    own = words.say(QT_TRANSLATE_NOOP("Words", "own time, {cost} a session"), cost=words.money(facts.labour))
    return words.listed((text, own)) if facts.slot_fee or facts.commission else own


def steps(rungs: Steps) -> str:
    """Steps of a commission as they are typed."""
    return steps_text(rungs, words.term("Words", QT_TRANSLATE_NOOP("Words", "{share} above {at}")))


def _step(step: tuple[float, float]) -> str:
    at, share = step
    text = QT_TRANSLATE_NOOP("Words", " ({share} of what is above {sales})")
    return words.say(text, share=words.percent(share), sales=words.money_short(at))
