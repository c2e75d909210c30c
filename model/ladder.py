"""Tiered commission as merchants write it: ``20%; 1万以上25%`` is 20 % at first, and 25 % of what is sold beyond 10,000 yuan."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from model.fields import BadCell, Raw, clean, is_empty, number, pattern, share, span

Steps = tuple[tuple[float, float], ...]
"""(Yuan of kept sales, share of what is sold beyond), rising in yuan."""

_MOST: Final = 10
_LONGEST: Final = 200
_THOUSANDS: Final = r"(?<=\d)[,，](?=\d{3}(?!\d))"
_PARTS: Final = r"[;；,，、|\n]+"
_BEFORE: Final = r"(?:阶梯(?:佣金)?|纯佣金?|返佣|佣金(?:率|比例)?|gmv|销售额|成交额)*[:：\s]*"
_AMOUNT: Final = r"[¥￥]?\s*(?P<at>\d[\d.]*\s*(?:百万|万|千|[wk])?)\s*(?:元|块|yuan)?"
_SHARE: Final = r"(?P<share>\d+(?:\.\d+)?\s*[%％]?)"
_BEYOND: Final = tuple(
    _BEFORE + form
    for form in (
        rf"{_AMOUNT}\s*(?:以上|以外|之上|以后|之后|起|\+|and above|or more)\s*的?部?分?\s*[:：按]?\s*{_SHARE}",
        rf"(?:超过|超出|超|满|大于|>=?|≥|over|above|beyond|from)\s*{_AMOUNT}\s*(?:以上|之后|后)?\s*的?部?分?\s*[:：按]?\s*{_SHARE}",
        rf"{_SHARE}\s*(?:over|above|beyond|from|on)\s*{_AMOUNT}(?:\s*on)?",
    )
)
_BAND: Final = rf"{_BEFORE}(?P<span>[¥￥]?\d[^%:：]*?[-~—–至到][^%:：]*?)(?:元|块)?\s*[:：\s]\s*{_SHARE}"
_TIGHT: Final = rf"{_BEFORE}(?P<span>[¥￥]?\d[\d.]*[万千wk]?元?\s*[-~—–至到]\s*\d[\d.]*[万千wk])元?{_SHARE}"
_FIRST: Final = rf"{_BEFORE}(?:{_AMOUNT}\s*(?:以下|以内|之内)\s*[:：]?\s*|(?:up to|below|under)\s*{_AMOUNT.replace('at', 'upto')}\s*[:：]?\s*)?{_SHARE}"

RUNG: Final[Mapping[str, str]] = {"zh": "{at}以上{share}", "en": "{share} above {at}"}
"""How a step is written."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """A share to begin with (None: not said) and steps."""

    base: float | None
    steps: Steps


def ladder_of(raw: Raw) -> Ladder | None:
    """What a text says of a tiered commission; None unless every part of it is understood and one is a step."""
    text = pattern(_THOUSANDS).sub("", clean(raw).lower())
    if not isinstance(raw, str) or len(text) > _LONGEST:
        return None
    base: float | None = None
    steps: dict[float, float] = {}
    for part in filter(None, (one.strip() for one in pattern(_PARTS).split(text))):
        try:
            found = _rung(part)
        except BadCell:
            return None
        if found is None:
            return None
        at, rate = found
        if (at in steps) or (at == 0 and base is not None):
            return None
        if at > 0:
            steps[at] = rate
        else:
            base = rate
    right = 0 < len(steps) <= _MOST and all(0 <= rate <= 1 for rate in (base or 0.0, *steps.values()))
    return Ladder(base, tuple(sorted(steps.items()))) if right else None


def read_steps(raw: Raw) -> Steps:
    """The steps of a text that says nothing of the share to begin with; empty when there are none.

    Raises:
        BadCell: ``not_steps``.
    """
    if is_empty(raw):
        return ()
    found = ladder_of(raw)
    if found is None or found.base is not None:
        raise BadCell("not_steps", clean(raw))
    return found.steps


def apart(raw: Mapping[str, Raw]) -> dict[str, Raw]:
    """``commission`` and ``steps`` of an offer each by itself, where one of the two texts says both."""
    found = dict(raw)
    for name, other in (("commission", "steps"), ("steps", "commission")):
        ladder = ladder_of(found.get(name))
        if ladder and (is_empty(found.get(other)) or _says(found.get(other), ladder.base)):
            base = found.get("commission") if ladder.base is None and name == "steps" else ladder.base
            return {**found, "commission": base, "steps": steps_text(ladder.steps)}
    return found


def steps_text(steps: Steps, rung: str = RUNG["zh"]) -> str:
    """Steps as :func:`read_steps` reads them back, each in the words of ``rung``."""
    return "; ".join(
        rung.format(at=_plain(at), share=f"{_plain(round(rate * 100, 10))}%") for at, rate in steps
    )


def _says(raw: Raw, rate: float | None) -> bool:
    """Whether a cell says this very share."""
    try:
        return rate is not None and share(raw) == rate
    except BadCell:
        return False


def _rung(part: str) -> tuple[float, float] | None:
    """From which sales on which share holds; sales of 0 for the share to begin with."""
    for form in _BEYOND:
        if match := pattern(form).fullmatch(part):
            return _figure(match["at"]), _rate(match["share"])
    for form in (_TIGHT, _BAND):
        if match := pattern(form).fullmatch(part):
            band = span(match["span"])
            return (band[0], _rate(match["share"])) if band else None
    match = pattern(_FIRST).fullmatch(part)
    return (0.0, _rate(match["share"])) if match else None


def _figure(text: str) -> float:
    return round(number(text.replace(" ", "")) or 0.0, 2)


def _rate(text: str) -> float:
    return share(text) or 0.0


def _plain(value: float) -> str:
    return repr(int(value)) if value == int(value) else repr(value)
