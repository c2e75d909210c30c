"""The demo project: made-up products and hosts, the same for the same seed.

Every nickname starts with ``演示·`` and is put together from word lists: no person is meant. The figures are drawn
around the policy's own estimates, so that the demo looks like what the program expects of a market, with gaps
(unknown views, unknown fees) and a few padded accounts as in any real roster.
"""

from dataclasses import dataclass
from random import Random
from typing import Final

from model.estimates import fair_fee, tier_of
from model.policy import Policy
from model.records import Audience, Form, Influencer, Kind, Offer, Product, Request, Snapshot, Tier

PREFIX: Final = "演示·"
"""How every made-up name starts."""
BUDGET: Final = 50_000.0
"""Yuan of the demo's campaign."""

_LEVELS: Final = {Tier.HEAD: 9, Tier.WAIST: 75, Tier.TAIL: 216}
"""Hosts by level: 3 %, 25 % and 72 % of 300."""
_PLATFORMS: Final = ("douyin", "kuaishou", "xiaohongshu", "weixin", "taobao")
_SHARES: Final = (34, 18, 24, 12, 12)
_FORM_ODDS: Final = {"douyin": 0.65, "kuaishou": 0.75, "xiaohongshu": 0.25, "weixin": 0.6, "taobao": 0.9}
"""Odds that a host of a platform sells live."""
_LOG_MEDIAN: Final = 10.48
_LOG_SD: Final = 1.77
"""Followers are log-normal: a median of 35,600 where a head starts at a million (science of the house, section 2)."""

_MOODS: Final = (
    "慢半拍的", "爱早起的", "会过日子的", "不打烊的", "认真吃饭的", "精打细算的", "住在巷口的", "阳台上的", "下雨天的", "周末的", "三点钟的", "攒快乐的",
)  # fmt: skip
_THINGS: Final = (
    "柚子", "青团", "纸飞机", "小陶罐", "汽水", "山雀", "芋圆", "栗子", "云朵", "麦穗", "橘猫", "灯塔", "布丁", "豆包", "海盐", "石榴",
)  # fmt: skip
_ROOMS: Final = ("", "", "", "好物铺", "直播间", "日记", "选品室", "优选")
_AGENCIES: Final = ("演示机构·青禾", "演示机构·远帆", "演示机构·半糖", "演示机构·北辰")


@dataclass(frozen=True, slots=True)
class _Niche:
    """What one sort of host sells, and to whom."""

    weight: int
    categories: tuple[str, ...]
    tones: tuple[str, ...]
    sex: str
    ages: tuple[str, ...]
    band: tuple[float, float]


_NICHES: Final = (
    _Niche(24, ("美妆护肤", "面膜", "粉底液", "护肤"), ("精致", "专业", "平价"), "female", ("18-23", "24-30"), (40, 260)),
    _Niche(22, ("零食", "坚果", "卤味", "糕点"), ("烟火气", "热闹", "平价"), "", ("18-23", "24-30", "31-40"), (20, 120)),
    _Niche(14, ("咖啡", "奶茶", "碳酸饮料", "牛奶"), ("极简", "治愈", "平价"), "", ("18-23", "24-30"), (20, 90)),
    _Niche(12, ("家居日用", "收纳用品", "清洁剂"), ("治愈", "实用", "平价"), "female", ("31-40", "41-50"), (20, 150)),
    _Niche(10, ("手机", "智能手表", "耳机"), ("科技", "专业"), "male", ("18-23", "24-30", "31-40"), (150, 3000)),
    _Niche(8, ("家电", "空气净化器", "扫地机器人"), ("科技", "实用"), "", ("31-40", "41-50"), (300, 4000)),
    _Niche(6, ("童装", "玩具", "纸尿裤"), ("治愈", "专业"), "female", ("24-30", "31-40"), (40, 300)),
    _Niche(4, ("电动牙刷", "吹风机"), ("实用", "科技"), "", ("24-30", "31-40"), (80, 600)),
)  # fmt: skip
_CITIES: Final = ("city1", "new1", "city2", "city3", "city4")


def demo_snapshot(policy: Policy, seed: int = 20) -> Snapshot:
    """Eight products over the four classes, 300 hosts on five platforms and the shop's own people."""
    rng = Random(seed)  # noqa: S311 - figures of a demo, no secret
    levels = [tier for tier, count in _LEVELS.items() for _ in range(count)]
    rng.shuffle(levels)
    names = _names(rng, len(levels))
    hosts = [
        _host(rng, policy, n, tier, name) for n, (tier, name) in enumerate(zip(levels, names, strict=True), 1)
    ]
    return Snapshot(_products(), (*hosts, *_own(len(hosts))), {}, Request(budget=BUDGET))


def _products() -> tuple[Product, ...]:
    young = Audience("female", ("18-23", "24-30"), ("city1", "new1", "city2"))
    office = Audience("", ("24-30", "31-40"), ("city1", "new1", "city2"))
    family = Audience("", ("31-40", "41-50"), ("new1", "city2", "city3"))
    return (
        Product(f"{PREFIX}空气净化器 X3", 1299, "空气净化器", 820, 35, 0.03, 0.10, 120, tone=("科技", "实用"), audience=family),
        Product(f"{PREFIX}声波电动牙刷", 199, "电动牙刷", 70, 6, 0.05, 0.10, 800, tone=("实用", "科技"), audience=office),
        Product(f"{PREFIX}智能手环 5", 229, "手环", 138, 6, 0.05, 0.12, 500, tone=("科技",), audience=Audience("", ("18-23", "24-30"))),
        Product(f"{PREFIX}每日坚果礼盒", 89, "坚果", 40, 6.5, 0.05, 0.07, 4000, 30, True, ("热闹", "烟火气"), family),
        Product(f"{PREFIX}卤味鸭脖大包", 39.9, "卤味", 15, 6, 0.05, 0.08, 6000, 3, None, ("烟火气", "平价"), Audience("", ("18-23", "24-30"))),
        Product(f"{PREFIX}挂耳咖啡 30 包", 59.9, "咖啡", 34.5, 4.5, 0.05, 0.06, 5000, 25, False, ("极简", "治愈"), office),
        Product(f"{PREFIX}玻尿酸补水面膜 20 片", 69, "面膜", 35.5, 4.5, 0.05, 0.13, 5000, 30, False, ("精致", "平价"), young),
        Product(f"{PREFIX}持妆粉底液", 129, "粉底液", 59, None, None, 0.18, 600, None, None, ("精致", "专业"), young),
    )  # fmt: skip


def _names(rng: Random, count: int) -> list[str]:
    every = [
        f"{PREFIX}{mood}{thing}{room}"
        for mood in _MOODS
        for thing in _THINGS
        for room in dict.fromkeys(_ROOMS)
    ]
    return rng.sample(every, count)


def _host(rng: Random, policy: Policy, number: int, tier: Tier, name: str) -> Influencer:
    platform = rng.choices(_PLATFORMS, _SHARES)[0]
    niche = rng.choices(_NICHES, [n.weight for n in _NICHES])[0]
    followers = _followers(rng, policy, platform, tier)
    live = rng.random() < _FORM_ODDS[platform]
    padded = rng.random() < 0.12
    rule = policy.estimates
    views = rule.views_factor * followers**rule.views_exponent * rng.lognormvariate(-1.5, 0.7)
    rate = (
        rule.engagement_at_100k * (followers / 1e5) ** rule.engagement_exponent * rng.lognormvariate(0, 0.35)
    )
    if padded:
        views, rate = views * 2.2, rate * rng.uniform(0.1, 0.3)
    seen = round(views) if rng.random() > 0.08 else None
    low = round(niche.band[0] * rng.uniform(0.7, 1.4))
    return Influencer(
        id=f"demo-{number:04d}",
        name=name,
        platform=platform,
        followers=followers,
        views=None if seen is None else float(seen),
        engagement_rate=round(rate, 4) if rng.random() > 0.1 else None,
        category=rng.choice(niche.categories) if rng.random() > 0.04 else "",
        price_band=(float(low), float(round(niche.band[1] * rng.uniform(0.7, 1.4)))),
        tone=tuple(t for t in niche.tones if rng.random() < 0.6),
        audience=_audience(rng, niche),
        mcn=rng.choice(_AGENCIES) if rng.random() < (0.7 if tier is not Tier.TAIL else 0.12) else "",
        offers=_offers(rng, policy, tier, followers, Form.LIVE if live else Form.POST),
    )


def _followers(rng: Random, policy: Policy, platform: str, tier: Tier) -> int:
    """A draw of the log-normal that falls into ``tier``; smaller platforms have smaller heads."""
    scale = policy.tiers.head.get(platform, 1e6) / 1e6
    drawn = 0
    for _ in range(2000):
        drawn = max(1000, round(rng.lognormvariate(_LOG_MEDIAN, _LOG_SD) * scale))
        if tier_of(drawn, platform, policy.tiers) is tier and drawn < 2e7:
            break
    step = int(10 ** (len(str(drawn)) - 3))
    return drawn // step * step


def _audience(rng: Random, niche: _Niche) -> Audience:
    if rng.random() < 0.15:
        return Audience()
    first = rng.randrange(3)
    return Audience(niche.sex if rng.random() < 0.9 else "", niche.ages, _CITIES[first : first + 3])


def _offers(rng: Random, policy: Policy, tier: Tier, followers: int, form: Form) -> tuple[Offer, ...]:
    """One to three ways to hire: slot fee and commission; the same with a guarantee; commission alone (small hosts)."""
    usual = (
        fair_fee(followers, policy.estimates)
        * rng.lognormvariate(0, 0.5)
        * (1.25 if form is Form.LIVE else 1.0)
    )
    fee = float(max(100, round(usual / 50) * 50))
    share = rng.choice((0.1, 0.15, 0.2, 0.2, 0.25))
    sessions = rng.choice((1, 1, 2, 3)) if form is Form.LIVE else 1
    offers = [Offer("坑位费+佣金", None if rng.random() < 0.06 else fee, share, None, sessions, form)]
    if (tier is not Tier.TAIL and rng.random() < 0.35) or (tier is Tier.TAIL and rng.random() < 0.1):
        promise = rng.choice((1.0, 1.5, 2.0))
        offers.append(Offer("保量", round(fee * 1.3 / 50) * 50.0, share, promise, 1, form))
    if tier is Tier.TAIL and followers < 30_000 and rng.random() < 0.2:
        alone = Offer("纯佣", 0.0, min(0.4, share + 0.15), None, 1, form)
        offers = [alone] if rng.random() < 0.35 else [*offers, alone]
    return tuple(offers)


def _own(count: int) -> tuple[Influencer, ...]:
    """The shop's own room, its founder and one of its staff."""
    rows = (
        (f"{PREFIX}本店直播间", "douyin", Kind.OWN_ROOM, 8200, 420.0, 12),
        (f"{PREFIX}本店创始人", "weixin", Kind.FOUNDER, 3100, None, 4),
        (f"{PREFIX}本店导购小组", "xiaohongshu", Kind.STAFF, None, 150.0, 6),
    )
    return tuple(
        Influencer(
            id=f"demo-{count + n:04d}", name=name, platform=platform, kind=kind, followers=followers, views=views,
            offers=(Offer("自播", None, 0.0, None, sessions),),
        )
        for n, (name, platform, kind, followers, views, sessions) in enumerate(rows, 1)
    )  # fmt: skip
