"""The fields of a host's form, and a host as their texts."""

from collections.abc import Mapping

from gui.forms import FieldSpec
from gui.pages.texts import audience_again, audience_text, codes, plain, shares, tone_again, tone_text
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import FIELDS, label
from model.records import PLATFORMS, Influencer, Kind

SPECS: tuple[FieldSpec, ...] = (
    FieldSpec("name", FIELDS["name"]),
    FieldSpec("platform", FIELDS["platform"], "choice", choices=lambda: [(p, label(p)) for p in PLATFORMS]),
    FieldSpec("kind", FIELDS["kind"], "choice", choices=lambda: [(k.value, label(k)) for k in Kind]),
    FieldSpec(
        "id",
        FIELDS["id"],
        help=QT_TRANSLATE_NOOP("Fields", "as the platform has it; empty = platform and name"),
    ),
    FieldSpec(
        "followers", FIELDS["followers"], "number", placeholder=QT_TRANSLATE_NOOP("Fields", "e.g. 123k")
    ),
    FieldSpec(
        "views",
        FIELDS["views"],
        "number",
        help=QT_TRANSLATE_NOOP("Fields", "of one session or post; empty = estimated"),
    ),
    FieldSpec("engagement_rate", FIELDS["engagement_rate"], "percent"),
    FieldSpec(
        "price_band",
        FIELDS["price_band"],
        help=QT_TRANSLATE_NOOP("Fields", "what the host's buyers usually pay, e.g. 50-200"),
    ),
    FieldSpec(
        "category",
        FIELDS["category"],
        help=QT_TRANSLATE_NOOP("Fields", "what the host talks about, e.g. beauty"),
    ),
    FieldSpec("mcn", FIELDS["mcn"]),
    FieldSpec("tone", FIELDS["tone"], "tags", reword=tone_again),
    FieldSpec(
        "audience",
        FIELDS["audience"],
        "tags",
        help=QT_TRANSLATE_NOOP("Fields", "e.g. women, 24-30, first-tier cities"),
        reword=audience_again,
    ),
)


def texts(host: Influencer) -> dict[str, str]:
    """A host as his form's texts."""
    return {
        "id": host.id,
        "name": host.name,
        "platform": host.platform,
        "kind": host.kind.value,
        "followers": plain(host.followers),
        "views": plain(host.views),
        "engagement_rate": shares(host.engagement_rate),
        "price_band": "" if host.price_band is None else band_text(*host.price_band),
        "category": host.category,
        "mcn": host.mcn,
        "tone": tone_text(host.tone),
        "audience": audience_text(host.audience),
    }


def parsed(host: Influencer, typed: Mapping[str, str]) -> Influencer:
    """The host with these cells as they were typed.

    Raises:
        InvalidRecord: with a problem for each cell that is wrong.
    """
    shown = codes(PLATFORMS)
    raw = texts(host) | {
        key: shown.get(text.strip(), text) if key == "platform" else text for key, text in typed.items()
    }
    return Influencer.parse(offers=host.offers, **raw)


def band_text(low: float, high: float) -> str:
    """A price band as it is typed."""
    return (
        f">={plain(low)}"
        if high == float("inf")
        else plain(low)
        if low == high
        else f"{plain(low)}-{plain(high)}"
    )
