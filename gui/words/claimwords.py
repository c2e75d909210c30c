"""What a claim would need and where it lies, in sentences."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.filled import Value, fill

if TYPE_CHECKING:
    from model.authenticity.claims import Claim, ClaimCheck

__all__ = ["TONES", "claim_lines", "examples", "place", "understood"]

CONTEXT: Final = "Water"
NEEDS: Final[Mapping[str, str]] = {
    "income": QT_TRANSLATE_NOOP(
        "Water",
        "For {amount:money} a day it takes {orders:count} orders a day at {price:money} ({sales:money} of sales). At the usual {usual_rate:share} orders per view that is {views:count} views a day; the middle account of this size has {usual_views:count}, and of its real viewers {rate:share} would have to buy.",
    ),
    "sales": QT_TRANSLATE_NOOP(
        "Water",
        "{amount:money} of sales are {orders:count} orders at {price:money}, those that come back later counted in. At the usual {usual_rate:share} orders per view that is {views:count} views; the middle account of this size has {usual_views:count} in that time, of which {rate:share} would have to buy.",
    ),
    "speed": QT_TRANSLATE_NOOP(
        "Water",
        "{count:count} orders in {seconds:count} seconds are {a_second:plain} a second. Even if all who buy at all did so at that moment, {room:count} viewers would have to be in the room at once, {views:count} in the whole session; a room like this usually holds {usual_room:count}.",
    ),
    "worth": QT_TRANSLATE_NOOP(
        "Water",
        "Such an account brings {month:money} of commission a month and loses viewers with its owner: over {months:count} months about {gross:money} (eight times in ten between {low:money} and {high:money}). The work on it would cost {work:money} in the same time. Platforms forbid the sale of accounts and may take them back.",
    ),
}
PLACES: Final[Mapping[str, str]] = {
    "usual": QT_TRANSLATE_NOOP("Water", "That is possible: {share:odds} of like accounts stay below it."),
    "low": QT_TRANSLATE_NOOP("Water", "That is little: {over:odds} of like accounts are above it. Ask why."),
    "rare": QT_TRANSLATE_NOOP(
        "Water", "That is rare: {over:odds} of like accounts reach it. Ask for a recording of the back end."
    ),
    "beyond": QT_TRANSLATE_NOOP(
        "Water", "Hardly any like account reaches it ({over:odds}). Believe it only with order files."
    ),
    "untold": QT_TRANSLATE_NOOP("Water", "The claim names no figure to compare."),
}
TONES: Final[Mapping[str, str]] = {
    "usual": "good",
    "low": "warn",
    "rare": "warn",
    "beyond": "bad",
    "untold": "",
}
"""The colour of each verdict."""
KINDS: Final[Mapping[str, str]] = {
    "income": QT_TRANSLATE_NOOP("Water", "Read as: {who} earns {amount:money} a day."),
    "sales": QT_TRANSLATE_NOOP(
        "Water",
        "Read as: {who} sells {amount:money} within {days:days} ({form:label}).",
    ),
    "session": QT_TRANSLATE_NOOP("Water", "Read as: {who} sells {amount:money} in one session."),
    "speed": QT_TRANSLATE_NOOP(
        "Water", "Read as: {count:count} orders within {seconds:count} seconds of a live session."
    ),
    "worth": QT_TRANSLATE_NOOP("Water", "Read as: {who} is worth {amount:money}."),
}
_SIZED: Final = QT_TRANSLATE_NOOP("Water", "an account of {followers:count} followers")
_UNSIZED: Final = QT_TRANSLATE_NOOP("Water", "an account, how large is not said (taken for a usual one),")
EXAMPLES: Final = (
    QT_TRANSLATE_NOOP("Water", "10k followers earn 500 yuan a day"),
    QT_TRANSLATE_NOOP("Water", "sold 15,000 in 15 seconds"),
    QT_TRANSLATE_NOOP("Water", "account worth 300 yuan, 10k followers"),
    QT_TRANSLATE_NOOP("Water", "GMV of 500k in 30 days, 200k followers"),
)
_OWN: Final = QT_TRANSLATE_NOOP(
    "Water", "Of your own campaigns {own:percent} sold less per view than this needs."
)
_LIKELY: Final[Mapping[str, str]] = {
    "income": QT_TRANSLATE_NOOP(
        "Water", "Eight in ten such accounts lie between {low:money} and {high:money} a day."
    ),
    "sales": QT_TRANSLATE_NOOP(
        "Water", "Eight in ten such accounts sell between {low:money} and {high:money} in that time."
    ),
}


def examples() -> tuple[str, ...]:
    """Claims as they are heard, one of each kind."""
    return tuple(words.term(CONTEXT, text) for text in EXAMPLES)


def understood(claim: "Claim") -> str:
    """What a sentence was taken for."""
    values: dict[str, Value] = {"amount": claim.amount, "count": claim.count, "seconds": claim.seconds}
    who = fill(CONTEXT, _SIZED if claim.followers else _UNSIZED, {"followers": claim.followers or 0.0})
    values |= {"who": who, "days": claim.days, "form": claim.form.value}
    in_session = claim.kind.value == "sales" and not claim.days
    return fill(CONTEXT, KINDS["session" if in_session else claim.kind.value], values)


def place(found: "ClaimCheck") -> str:
    """Where a claim lies among like accounts: the verdict."""
    share = found.percentile or 0.0
    return fill(CONTEXT, PLACES[found.code], {"share": share, "over": 1 - share})


def claim_lines(found: "ClaimCheck") -> Iterator[str]:
    """What would have to be true, where that lies, and what the shop itself has seen."""
    kind = found.claim.kind.value
    values: dict[str, Value] = {
        name: value if name == "price" else _known(value) for name, value in found.needs.items()
    }
    claim = found.claim
    values |= {"amount": claim.amount, "count": claim.count, "seconds": claim.seconds}
    if found.likely:
        values |= {"low": _known(found.likely.low), "high": _known(found.likely.high)}
    if found.needs:
        yield fill(CONTEXT, NEEDS[kind], values)
    if kind in _LIKELY and found.likely:
        yield fill(CONTEXT, _LIKELY[kind], values)
    yield place(found)
    if found.own is not None:
        yield fill(CONTEXT, _OWN, {"own": found.own})


def _known(value: float) -> float:
    """Two digits are all that is known of an estimate."""
    return float(f"{value:.2g}")
