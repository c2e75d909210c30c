"""Who comes back, in sentences: beside each picture of the orders page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.filled import fill
from gui.words.imports import CUSTOMERS, counted
from gui.words.labels import label
from gui.words.reasons import reason
from model.records import Tier

if TYPE_CHECKING:
    from model.insight import Portrait
    from model.repurchase.customers import CustomerStudy
    from model.repurchase.rates import Rate

YEAR = 365


def shop_or(name: str) -> str:
    """The name of a product, or what the whole shop is called."""
    return name or words.say(QT_TRANSLATE_NOOP("Words", "The whole shop"))


def followed(one: "Portrait") -> str:
    """Who was followed, for how long, the share nobody should compare, and how much longer to wait."""
    return _followed(one) if one.wait is None else joined(_followed(one), reason(one.wait))


def _followed(one: "Portrait") -> str:
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "{customers} customers, followed for {days} at most. So far {seen} of them were seen to buy again: that share only grows with the day of the export, so do not compare it between exports.",
        ),
        customers=words.number(one.customers),
        days=words.days(one.days),
        seen=words.percent(one.seen, 1),
    )


def class_change(one: "Portrait") -> str:
    """What the orders made of the class."""
    before, after = one.before, one.after
    old, new = (max(odds, key=lambda k: odds[k]) for odds in (before, after))
    values = {"klass": label(new.value), "odds": class_odds(after[new])}
    if not one.name:
        text = QT_TRANSLATE_NOOP("Words", "From the orders alone: {klass} ({odds}).")
    elif old is new:
        text = QT_TRANSLATE_NOOP("Words", "The orders confirm {klass}: {was} before, {odds} now.")
    else:
        text = QT_TRANSLATE_NOOP(
            "Words", "By its facts it was {old} ({was}); the orders make it {klass} ({odds})."
        )
    return joined(
        fill("Words", text, {**values, "old": label(old.value), "was": class_odds(before[old])}), _why(one)
    )


def _why(one: "Portrait") -> str:
    """What the class stands for, beside what is known of the rate."""
    low, high = one.bounds
    values = {"low": low, "high": high, "rate": one.rate.value, "from": one.rate.low, "to": one.rate.high}
    if low <= 0:
        text = QT_TRANSLATE_NOOP(
            "Words",
            "It stands for less than {high:percent} who come back within a year; weighed with what is usual elsewhere, here it is {rate:tenth} ({from:tenth} – {to:tenth}).",
        )
    elif high >= 1:
        text = QT_TRANSLATE_NOOP(
            "Words",
            "It stands for more than {low:percent} who come back within a year; weighed with what is usual elsewhere, here it is {rate:tenth} ({from:tenth} – {to:tenth}).",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "Words",
            "It stands for {low:percent} to {high:percent} who come back within a year; weighed with what is usual elsewhere, here it is {rate:tenth} ({from:tenth} – {to:tenth}).",
        )
    return joined(fill("Words", text, values), _alone(one))


def _alone(one: "Portrait") -> str:
    """The rate below, where it is another: two figures for one question are believed neither."""
    year = one.rates[-1]
    if year.rate is None or words.percent(year.rate.value, 1) == words.percent(one.rate.value, 1):
        return ""
    text = QT_TRANSLATE_NOOP(
        "Words", "The orders alone, as below, say {rate}: the fewer came back, the more what is usual counts."
    )
    return words.say(text, rate=rate(year))


def class_odds(share: float) -> str:
    """The odds of a class: none is ever quite certain or ruled out, whatever a figure is rounded to."""
    return words.odds(min(max(share, 1e-9), 1 - 1e-9))


def joined(*sentences: str) -> str:
    """Sentences one after another: Chinese ones need no blank between them."""
    return ("" if words.is_chinese() else " ").join(filter(None, sentences))


def odds(one: "Portrait") -> str:
    """What the pale and the full bars are."""
    if one.name:
        text = QT_TRANSLATE_NOOP("Words", "Pale: by its facts alone. Full: with the orders.")
    else:
        text = QT_TRANSLATE_NOOP(
            "Words", "Pale: before any order every class is as likely. Full: with the orders."
        )
    likely = max(one.after, key=lambda klass: one.after[klass])
    first = words.say(
        QT_TRANSLATE_NOOP("Words", "Most likely with your orders: {klass} ({odds})."),
        klass=label(likely.value),
        odds=class_odds(one.after[likely]),
    )
    return words.sentences([first, words.say(text)])


def curve(one: "Portrait") -> str:
    """The two rates that matter, and where they come from."""
    quarter, year = (rate(found) for found in one.rates if found.days in (90, YEAR))
    text = QT_TRANSLATE_NOOP("Words", "Within 90 days {quarter} come back, within a year {year}. {basis}")
    return words.say(text, quarter=quarter, year=year, basis=basis(one.rates[-1]))


def rate(found: "Rate") -> str:
    """A rate with its range; a model's carries a ≈."""
    if found.rate is None:
        return words.UNKNOWN
    about = "≈" if found.basis == "model" else ""
    return f"{about}{words.percent(found.rate.value, 1)}"


def rate_range(found: "Rate") -> str:
    """The range in which it lies eight times in ten."""
    if found.rate is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "not followed that long"))
    return words.span(found.rate.low, found.rate.high, lambda share: words.percent(share, 1))


def basis(year: "Rate") -> str:
    """What a yearly rate rests on."""
    if year.basis == "orders":
        text = QT_TRANSLATE_NOOP(
            "Words",
            "Counted: {customers} customers were followed that long, all others as far as the orders reach.",
        )
        return words.say(text, customers=words.number(year.followed))
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "The orders do not reach a year yet, so a purchase model carries them on (≈); a later export makes it more certain.",
        )
    )


def cohorts(one: "Portrait") -> str:
    """Whether newer customers come back like older ones in their first 30 days."""
    firsts = [
        (c.month, c.shares[0], c.customers) for c in one.cohorts if c.shares and c.shares[0] is not None
    ]
    if len(firsts) < 2:
        few = QT_TRANSLATE_NOOP(
            "Words", "One month of new customers so far: a trend shows from the second on."
        )
        first = QT_TRANSLATE_NOOP(
            "Words", "Of %n new customer(s) {share} bought again within 30 days.", "", 1
        )
        told = [words.say(first, n=count, share=words.percent(share, 1)) for _, share, count in firsts]
        return words.sentences([*told, words.say(few)])
    half = len(firsts) // 2
    older, newer = (_mean(part) for part in (firsts[:half], firsts[half:]))
    text = QT_TRANSLATE_NOOP(
        "Words",
        "Share of each month's new customers who bought in each 30 days after. In the first 30 days: {older} of the older half, {newer} of the newer.",
    )
    return words.say(text, older=words.percent(older, 1), newer=words.percent(newer, 1))


def gaps(one: "Portrait") -> str:
    """Whether festivals bring more than their share of days."""
    found = one.gaps
    if found is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "Nobody has bought twice yet."))
    values = {
        "middle": words.days(found.median),
        "share": words.percent(found.festival_share),
        "days": words.percent(found.day_share),
    }
    if found.festival_share > 1.25 * found.day_share:
        text = QT_TRANSLATE_NOOP(
            "Words",
            "Of the gaps seen so far half are within {middle} (regulars count several times). {share} of repeat purchases fall into festivals, which are {days} of the days: people come back for occasions, so plan waves before them.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "Words",
            "Of the gaps seen so far half are within {middle} (regulars count several times). {share} of repeat purchases fall into festivals, which are {days} of the days: people come back by need, not for occasions.",
        )
    return fill("Words", text, values)


def _mean(cohorts_: Sequence[tuple[object, float | None, int]]) -> float:
    weights = sum(size for _, _, size in cohorts_)
    return sum((share or 0.0) * size for _, share, size in cohorts_) / weights


# ── levels of customers and orders ──

LEVELS = {
    (Tier.HEAD, False): QT_TRANSLATE_NOOP("Words", "Head customers"),
    (Tier.WAIST, False): QT_TRANSLATE_NOOP("Words", "Waist customers"),
    (Tier.TAIL, False): QT_TRANSLATE_NOOP("Words", "Tail customers"),
    (Tier.HEAD, True): QT_TRANSLATE_NOOP("Words", "Head orders"),
    (Tier.WAIST, True): QT_TRANSLATE_NOOP("Words", "Waist orders"),
    (Tier.TAIL, True): QT_TRANSLATE_NOOP("Words", "Tail orders"),
}


def level(tier: Tier, of_orders: bool) -> str:
    """What a level of customers or of orders is called."""
    return words.say(LEVELS[tier, of_orders])


def levels(found: "CustomerStudy") -> str:
    """Who brings half of the money, of customers where they can be told apart, else of orders."""
    spread, of_orders = (found.customers, False) if found.customers else (found.orders, True)
    if spread is None:
        return words.say(QT_TRANSLATE_NOOP("Words", "No sale was found in these files."))
    head, waist, tail = spread.tiers
    text = QT_TRANSLATE_NOOP(
        "Words",
        "{head} ({head_share:percent} of all) bring {head_net:percent} of the money, {waist} ({waist_share:percent}) another {waist_net:percent}; the tail is {tail_share:percent} and brings {tail_net:percent}.",
    )
    values = {"head": level(head.tier, of_orders), "waist": level(waist.tier, of_orders).lower()}
    shares = {
        f"{one.tier.value}_{name}": share
        for one in (head, waist, tail)
        for name, share in (("share", one.members_share), ("net", one.net_share))
    }
    return fill("Words", text, {**values, **shares})


def lorenz(found: "CustomerStudy") -> str:
    """What the curve says of a shop that leans on few."""
    spread = found.customers or found.orders
    gini = 0.0 if spread is None else spread.gini
    text = QT_TRANSLATE_NOOP(
        "Words",
        "The further the curve hangs below the dashed line, the more you depend on few (concentration {gini}: 0 is all alike, 1 all on one). Bands: tail, waist and head.",
    )
    return words.say(text, gini=words.number(gini, 2))


def overdue(found: "CustomerStudy") -> str:
    """How many are overdue, and what they may still spend."""
    if found.outlook is None:
        return words.say(
            QT_TRANSLATE_NOOP("Words", "Too little is known to say who should have been back by now.")
        )
    late = found.outlook.overdue
    if not late.any():
        return words.say(QT_TRANSLATE_NOOP("Words", "Nobody has waited longer than is usual for them."))
    text = QT_TRANSLATE_NOOP(
        "Words",
        "{customers} have waited longer than is usual for them and are probably still yours; {back} may be expected back by themselves. The list holds hashed customers and their last order numbers: look up whom to call in your shop's back end.",
    )
    shown = counted(CUSTOMERS, int(late.sum()))
    return words.say(text, customers=shown, back=words.percent(float(found.outlook.back[late].mean())))
