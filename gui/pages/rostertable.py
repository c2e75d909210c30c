"""The columns of the roster: who a host is, how far he reaches, what he asks, and whether his figures hold water."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from gui import words
from gui.columns import Column
from gui.pages.texts import plain, shares
from gui.pages.waterview import TONES, short, shorts
from gui.words import QT_TRANSLATE_NOOP
from gui.words.goods import goods
from gui.words.labels import agreed, label, labels
from model.records import PLATFORMS, Kind, Tier

if TYPE_CHECKING:
    from model.estimates import HostFacts

GUESSED = "≈"
OWN: Final = {Kind.OWN_ROOM: "level.own_room", Kind.FOUNDER: "founder", Kind.STAFF: "staff"}


def _marked(facts: "HostFacts", name: str, text: str) -> str:
    return GUESSED + text if name in facts.estimated else text


def _cheapest(facts: "HostFacts") -> Any:
    return min(facts.offers, key=lambda offer: offer.slot_fee)


def _offer_text(facts: "HostFacts") -> str:
    first = _cheapest(facts)
    text = agreed(first)
    more = len(facts.offers) - 1
    return text + words.say(QT_TRANSLATE_NOOP("Words", " (+{count})"), count=more) if more else text


def _level(facts: "HostFacts") -> str:
    own = facts.influencer.kind is not Kind.HOST
    return label(OWN[facts.influencer.kind] if own else "amateur" if facts.amateur else facts.tier)


COLUMNS: Final[tuple[Column["HostFacts"], ...]] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "Host"), lambda f: f.influencer.name, lambda f: f.influencer.name, width=0, editable=True, least=170, narrow=124, free=True),
    Column("platform", QT_TRANSLATE_NOOP("Columns", "Platform"), lambda f: label(f.influencer.platform), lambda f: label(f.influencer.platform), width=82, narrow=78, editable=True, among=labels(*PLATFORMS)),
    Column("tier", QT_TRANSLATE_NOOP("Columns", "Level"), lambda f: f.followers, _level, width=80, narrow=70, among=labels(*Tier, "amateur", *OWN.values()), badge=lambda f: f.tier.value,
           hint=QT_TRANSLATE_NOOP("Columns", "By followers on the platform; thresholds under Settings")),
    Column("followers", QT_TRANSLATE_NOOP("Columns", "Followers"), lambda f: f.followers, lambda f: _marked(f, "followers", words.count_short(f.followers)), "right", 84, narrow=78, editable=True, edit=lambda f: plain(f.influencer.followers)),
    Column("views", QT_TRANSLATE_NOOP("Columns", "Views"), lambda f: f.views, lambda f: _marked(f, "views", words.count_short(f.views)), "right", 80,
           hint=QT_TRANSLATE_NOOP("Columns", "Views of one session or post; ≈ estimated from followers"), colour=lambda f: "muted" if "views" in f.estimated else None, editable=True, edit=lambda f: plain(f.influencer.views), spare=True),
    Column("engagement_rate", QT_TRANSLATE_NOOP("Columns", "Engagement"), lambda f: f.engagement_rate, lambda f: _marked(f, "engagement_rate", words.percent(f.engagement_rate, 1)), "right", 106,
           colour=lambda f: "muted" if "engagement_rate" in f.estimated else None, editable=True, edit=lambda f: shares(f.influencer.engagement_rate), spare=True),
    Column("offer", QT_TRANSLATE_NOOP("Columns", "Cheapest offer"), lambda f: _cheapest(f).slot_fee, _offer_text, width=166, narrow=132, free=True, whole=True,
           hint=QT_TRANSLATE_NOOP("Columns", "Slot fee and commission; ≈ estimated, ask for a quote. (+2): two offers more"), colour=lambda f: "muted" if _cheapest(f).estimated else None),
    Column("category", QT_TRANSLATE_NOOP("Columns", "Category"), lambda f: f.influencer.category or None, lambda f: goods(f.influencer.category), width=126, editable=True, edit=lambda f: f.influencer.category, spare=True, free=True),
    Column("mcn", QT_TRANSLATE_NOOP("Columns", "Agency"), lambda f: f.influencer.mcn or None, lambda f: f.influencer.mcn, width=110, editable=True, spare=True, free=True),
)  # fmt: skip

ORDER: Final = ("padded", "doubtful", "unknown", "clean")
BEFORE: Final = "offer"


def columns(verdict: Callable[[str], str]) -> tuple[Column["HostFacts"], ...]:
    """All columns; ``verdict`` tells what the check for water found of a host by id ("" while it runs)."""

    def found(facts: "HostFacts") -> str:
        return verdict(facts.influencer.id) if facts.influencer.kind is Kind.HOST else ""

    water: Column[HostFacts] = Column(
        "water",
        QT_TRANSLATE_NOOP("Columns", "Inflated?"),
        lambda f: ORDER.index(found(f)) if found(f) else None,
        lambda f: short(found(f)) if found(f) else "",
        width=104,
        narrow=92,
        among=shorts,
        badge=lambda f: TONES.get(found(f)),
        hint=QT_TRANSLATE_NOOP(
            "Columns",
            "Figures beside those of peers of the same platform, category and size; the tab tells which",
        ),
    )
    place = next(n for n, column in enumerate(COLUMNS) if column.key == BEFORE)
    return (*COLUMNS[:place], water, *COLUMNS[place:])
