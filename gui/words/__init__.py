"""How the program speaks: words, money, counts, shares, spans, in the language of the moment. No Qt here."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

__all__ = [
    "QT_TRANSLATE_NOOP",
    "Voice",
    "closed",
    "count_short",
    "days",
    "english",
    "glued",
    "is_chinese",
    "language",
    "listed",
    "money",
    "money_rough",
    "money_short",
    "number",
    "odds",
    "percent",
    "plural",
    "raised",
    "rough",
    "say",
    "sentences",
    "series",
    "span",
    "speaking",
    "term",
    "use",
]

UNKNOWN = "—"
MINUS = "\u2212"
NEAR = 0.005
SHORT_FROM = 1e5
ABSURD = 1e15
"""From here on a figure is a slip of the keys, and a hundred digits of it tell nobody more than 1e99."""
GAP = re.compile(r"(?<=\d[万亿])[ ](?=[\u4e00-\u9fff])|(?<=\d [天年])[ ](?=[\u4e00-\u9fff])")
JOINER = "\u2060"
"""Has no width and no ink, and no line ends at it. It stays out of files and charts, whose font has no such sign."""
SEAM = re.compile(r"(?<=\u2212)(?=¥)|(?<=\d)(?=[万亿])")
SHORT_UNITS = {
    "zh": ((1e8, "亿"), (1e4, "万")),
    "en": ((1e9, "B"), (1e6, "M"), (1e3, "k")),
}


def QT_TRANSLATE_NOOP(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """Mark a text for translation (lupdate knows this name); the text comes back as it is.

    Give comment "" and any n where the text holds %n (%Ln: with grouping), so that plural forms are asked of the translator.
    """
    return text


@dataclass(frozen=True)
class Voice:
    """One language: translate(context, text, n) and number(value, decimals)."""

    translate: Callable[[str, str, int], str]
    number: Callable[[float, int], str]
    language: str


def plural(text: str, n: int) -> str:
    """The English source with %n and "(s)" filled in, for texts nobody has translated."""
    if n < 0:
        return text
    return text.replace("%Ln", f"{n:,}").replace("%n", str(n)).replace("(s)", "" if n == 1 else "s")


def english() -> Voice:
    """Plain English, from nothing but Python."""
    return Voice(
        lambda _context, text, n: plural(text, n), lambda value, places: f"{value:,.{places}f}", "en"
    )


@dataclass
class _Speaker:
    voice: Voice


_speaker = _Speaker(english())
_aside: ContextVar[Voice | None] = ContextVar("aside", default=None)
"""Who speaks instead for a moment, to this thread alone."""


def use(voice: Voice) -> None:
    """Speak with this voice from now on."""
    _speaker.voice = voice


@contextmanager
def speaking(voice: Voice) -> Iterator[None]:
    """Speak with this voice meanwhile; other threads do not notice."""
    before = _aside.set(voice)
    try:
        yield
    finally:
        _aside.reset(before)


def _voice() -> Voice:
    return _aside.get() or _speaker.voice


def language() -> str:
    """The language spoken now: "zh_CN" or "en"."""
    return _voice().language


def is_chinese() -> bool:
    """Whether Chinese is spoken now."""
    return language().startswith("zh")


def term(context: str, text: str, n: int = -1) -> str:
    """A marked text of any context in the language of the moment; empty stays empty."""
    return _voice().translate(context, text, n) if text else ""


def say(text: str, /, n: int = -1, **values: object) -> str:
    """A marked text of context "Words", translated and filled in."""
    return closed(term("Words", text, n).format(**values))


def closed(text: str) -> str:
    """A filled sentence without the gap that a figure ending in a Chinese sign leaves: ¥44万之间, 37 天这样."""
    return GAP.sub("", text) if is_chinese() else text


def glued(text: str) -> str:
    """A text as it is laid out in lines: none ends between minus and ¥4,500, or between 12 and 万."""
    return SEAM.sub(JOINER, text)


def number(value: float | None, decimals: int = 0) -> str:
    """A figure with grouping: 1,234.5."""
    return UNKNOWN if _unknown(value) else _signed(value or 0.0, decimals, "{}")


def money(yuan: float | None, decimals: int = 0) -> str:
    """An amount: ¥1,234, −¥1,234."""
    return UNKNOWN if _unknown(yuan) else _signed(yuan or 0.0, decimals, "¥{}")


def money_short(yuan: float | None) -> str:
    """An amount where room is scarce: ¥12.3万, ¥123k; below 100,000 in full."""
    return _short(yuan, "¥{}")


def count_short(value: float | None) -> str:
    """A count where room is scarce: 12.3万, 123k; below 100,000 in full."""
    return _short(value, "{}")


def percent(share: float | None, decimals: int = 0) -> str:
    """A share of 0-1 as 15%."""
    return UNKNOWN if _unknown(share) else _signed((share or 0.0) * 100, decimals, "{}%")


def odds(probability: float | None) -> str:
    """A probability as 15%; never 0% or 100% where it is only near them."""
    if probability is None or not 0 < probability < 1 or NEAR <= probability <= 1 - NEAR:
        return percent(probability)
    return "<1%" if probability < NEAR else ">99%"


def times(value: float | None) -> str:
    """How many times as much: 2.8 ×, 0.35 ×; in Chinese 2.8 倍."""
    if _unknown(value):
        return UNKNOWN
    figure = number(value, 1 if (value or 0.0) >= 1 else 2)
    return say(QT_TRANSLATE_NOOP("Words", "{times} ×"), times=figure)


def days(value: float | None) -> str:
    """A time: 45 days; years beyond two of them."""
    if value is None or _unknown(value):
        return UNKNOWN
    if value > 730:
        return say(QT_TRANSLATE_NOOP("Words", "{years} years"), years=number(value / 365.25, 1))
    return say(QT_TRANSLATE_NOOP("Words", "%n day(s)", "", 1), n=max(0, round(value)))


def rough(value: float) -> float:
    """A forecast as far as it is known: its two leading digits."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, 1 - math.floor(math.log10(abs(value))))


def money_rough(yuan: float) -> str:
    """A forecast in money as far as it is known, where room is scarce: ¥12万."""
    return money_short(rough(yuan))


def listed(parts: Iterable[str]) -> str:
    """Several things in one sentence, with the commas of the language."""
    return ("，" if _family() == "zh" else ", ").join(parts)


def series(names: Iterable[str]) -> str:
    """Several names or words of one kind, with what stands between them in the language."""
    return ("、" if _family() == "zh" else ", ").join(names)


def sentences(parts: Iterable[str]) -> str:
    """Several sentences as one text; empty ones are left out."""
    return ("" if _family() == "zh" else " ").join(part for part in parts if part)


def raised(text: str) -> str:
    """A text as it stands at the head of a sentence."""
    return text[:1].upper() + text[1:]


def span(low: float | None, high: float | None, fmt: Callable[[float], str]) -> str:
    """A range: "low – high", one figure where both read the same; a unit that follows both is said once."""
    if low is None or high is None or _unknown(low) or _unknown(high):
        return UNKNOWN
    first, last = fmt(low), fmt(high)
    if first == last:
        return first
    figure, _, unit = first.partition(" ")
    is_shared = figure[:1].isdigit() and bool(unit) and last.endswith(f" {unit}")
    between = "to" if last.startswith(MINUS) and not is_chinese() else "–"  # "– −¥9" reads as two dashes
    return f"{figure if is_shared else first} {between} {last}"


def _unknown(value: float | None) -> bool:
    return value is None or math.isnan(value)


def _signed(value: float, decimals: int, pattern: str) -> str:
    if math.isinf(value):
        return (MINUS if value < 0 else "") + pattern.format("∞")
    if abs(value) >= ABSURD:
        return (MINUS if value < 0 else "") + pattern.format(f"{abs(value):.3g}".replace("e+", "e"))
    rounded = round(value, decimals)
    shown = pattern.format(_voice().number(abs(rounded), decimals))
    return MINUS + shown if rounded < 0 else shown


def _short(value: float | None, pattern: str) -> str:
    if value is None or _unknown(value):
        return UNKNOWN
    if round(min(abs(value), SHORT_FROM)) < SHORT_FROM or math.isinf(value):
        return _signed(value, 0, pattern)
    # Three digits decide the unit, so that 999,999 is 1M and never 1,000k.
    size = float(f"{abs(value):.3g}")
    divisor, unit = next(step for step in SHORT_UNITS[_family()] if size >= step[0])
    scaled = value / divisor
    whole = abs(scaled) >= 99.95 or abs(scaled - round(scaled)) < 0.05
    return _signed(scaled, 0 if whole else 1, pattern + unit)


def _family() -> str:
    return "zh" if is_chinese() else "en"
