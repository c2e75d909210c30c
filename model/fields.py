"""From what a merchant types or exports to numbers, and the rules a field must keep."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from model.errors import Problem, Value

Raw = str | int | float | bool | None
"""What a widget, a cell or a caller may hand in for a field."""

_EMPTY: Final = frozenset(
    {
        "",
        "-",
        "--",
        "—",
        "/",
        "-(-)",
        "n/a",
        "n/a'",
        "na",
        "nan",
        "null",
        "none",
        "未知",
        "无",
        "不详",
        "暂无",
        "暂无数据",
        "#value!",
        "#valor!",
        "#n/a",
        "#ref!",
    }
)
_UNITS: Final[Mapping[str, int]] = {
    "": 0, "万": 4, "w": 4, "亿": 8, "千": 3, "k": 3, "m": 6, "b": 9, "百万": 6, "千万": 7,
}  # fmt: skip
"""Units of counting, as powers of ten."""
_NUMBER: Final = r"^[¥￥$€]?\s*+([+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:e[+-]?\d{1,4})?)\s*+(百万|千万|万|亿|千|[wkmb])?\s*+(%|％)?\s*+(?:元|个|件|人|天|次|场|岁|yuan)?\+?$"
_LONGEST_FIGURE: Final = 400
"""No figure and no range is written longer: a float has at most some 330 signs, and a range two of them."""
_LONGEST_QUOTE: Final = 40
"""So much of a cell is quoted where it is told to be wrong."""
_BLANKS: Final = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_WRAPPED: Final = frozenset("\"'=")
_LEAD: Final = r"[\s\"']*+"
_QUOTED_LEAD: Final = r"(?:[\s\"']|=(?=\"))*+"
_YES: Final = frozenset({"yes", "y", "true", "1", "是", "有", "对", "节日", "√"})
_NO: Final = frozenset({"no", "n", "false", "0", "否", "没有", "不", "非节日", "×"})
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("−"): "-"}
_PARTED: Final = r"[;；\r\n]"
_SPLIT: Final = r"[,，、;；|/\s]+"


@cache
def pattern(form: str) -> re.Pattern[str]:
    """A regular expression compiled when it is first used: the first window reads no cell, and would wait 5 ms for them."""
    return re.compile(form)


class BadCell(ValueError):
    """A text that is not of the kind its field needs; ``code`` says why, ``text`` quotes it (:func:`shortened`)."""

    def __init__(self, code: str, text: str) -> None:
        self.code = code
        self.text = shortened(text)
        super().__init__(f"{code}: {self.text!r}")


def shortened(text: str) -> str:
    """A cell as it is quoted: a long one by its beginning, as some hold half a million signs."""
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"


def clean(raw: Raw) -> str:
    """The text of a cell without what exports wrap around it (tabs, quotes, ``="…"``, leading apostrophes).

    What is clean stays as it is: ``clean(clean(raw)) == clean(raw)``.

    >>> clean('="7592"'), clean("'7592"), clean(" \\t7592 "), clean(3.0)
    ('7592', '7592', '7592', '3')
    """
    if raw is None:
        return ""
    if isinstance(raw, float):
        return (
            "" if math.isnan(raw) else repr(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else repr(raw)
        )
    text = str(raw).replace("\ufeff", "").replace("\u200b", "").replace("\xa0", " ").strip()
    if not text or (text[0] not in _WRAPPED and text[-1] != '"'):
        return text
    lead = pattern(_QUOTED_LEAD if text[-1] == '"' else _LEAD).match(text)
    return text[lead.end() if lead else 0 : len(text.rstrip(_BLANKS + '"'))]


def is_empty(raw: Raw) -> bool:
    """Whether a cell says "unknown" in any of the ways exports say it."""
    return clean(raw).lower() in _EMPTY


def number(raw: Raw) -> float | None:
    """A number as merchants write it (``1.2万``, ``1,327w``, ``¥86元``, ``32%``); None when unknown.

    Raises:
        BadCell: ``not_a_number`` for a text that is none, ``not_finite`` for infinities.
    """
    if is_empty(raw):
        return None
    if isinstance(raw, bool):
        raise BadCell("not_a_number", str(raw))
    if isinstance(raw, int | float):
        return _finite(float(raw), str(raw))
    text = clean(raw).translate(_FULL_WIDTH).replace(",", "").lower().strip()
    match = pattern(_NUMBER).match(text) if len(text) <= _LONGEST_FIGURE else None
    if match is None:
        raise BadCell("not_a_number", clean(raw))
    digits, unit, percent = match.groups()
    return _finite(_scaled(digits, _UNITS[unit or ""] - (2 if percent else 0)), text)


def _scaled(digits: str, power: int) -> float:
    """``digits`` times ten to the ``power``, rounded once: 8.04 × 10000 in floats is 80399.99999999999."""
    mantissa, _, exponent = digits.partition("e")
    return float(f"{mantissa}e{int(exponent or 0) + power}")


def share(raw: Raw) -> float | None:
    """A share 0-1 written as ``0.15``, ``15%`` or ``15`` (from ±1 on and without a sign it is read as percent)."""
    value = number(raw)
    if value is None or isinstance(raw, int | float):
        return value
    has_sign = "%" in clean(raw).translate(_FULL_WIDTH)
    return value / 100 if not has_sign and abs(value) >= 1 else value


def span(raw: Raw) -> tuple[float, float] | None:
    """A range such as ``¥5,000-2万``, ``10-50``, ``<=80`` or a single number, as (low, high); None when unknown."""
    if is_empty(raw):
        return None
    text = clean(raw).translate(_FULL_WIDTH)
    if len(text) > _LONGEST_FIGURE:
        raise BadCell("not_a_number", text)
    if text[:1] in "<≤":
        return 0.0, number(text.lstrip("<≤=")) or 0.0
    if text[:1] in ">≥":
        low = number(text.lstrip(">≥=")) or 0.0
        return low, math.inf
    parts = [p for p in re.split(r"(?<=[\d万w亿千kKmM%元])\s*+[-~—–至到]\s*+", text) if p]
    if len(parts) == 2:
        low, high = (number(part) or 0.0 for part in _share_unit(*parts))
        return (low, high) if low <= high else (high, low)
    single = number(text)
    return None if single is None else (single, single)


def _share_unit(low: str, high: str) -> tuple[str, str]:
    """``10-50万`` means 100,000 to 500,000, but ``¥5,000-2万`` is 5,000 to 20,000."""
    unit = re.search(r"(百万|千万|万|亿|千|[wkmWKM%])元?$", high)
    bare = re.fullmatch(r"[¥$€]?\s*([\d.,]+)", low)
    if not unit or not bare:
        return low, high
    digits = number(bare.group(1)) or 0.0
    return (low + unit.group(1), high) if digits < (number(high[: unit.start()]) or 0.0) else (low, high)


def flag(raw: Raw) -> bool | None:
    """Yes, no or unknown.

    Raises:
        BadCell: ``not_a_flag`` for any other word.
    """
    if isinstance(raw, bool):
        return raw
    text = clean(raw).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    if is_empty(raw):
        return None
    raise BadCell("not_a_flag", clean(raw))


def tags(raw: Raw) -> tuple[str, ...]:
    """Words separated by commas, 、, spaces, slashes or bars, each once, in the order written."""
    if is_empty(raw):
        return ()
    return tuple(dict.fromkeys(t for t in pattern(_SPLIT).split(clean(raw)) if t))


def names(raw: Raw) -> tuple[str, ...]:
    """Names parted by semicolons or on lines of their own, each once; unlike :func:`tags` they may hold blanks and commas.

    Raises:
        BadCell: ``too_long`` for a name above 200 characters.
    """
    if is_empty(raw):
        return ()
    found = (" ".join(part.split()) for part in pattern(_PARTED).split(clean(raw)))
    return tuple(dict.fromkeys(_short(name) for name in found if name))


def whole(name: str) -> str:
    """A name that :func:`names` takes for one: without the signs that part names."""
    return " ".join(pattern(_PARTED).sub(" ", name).split())


def folded(name: str) -> str:
    """A name as it is compared: case, blanks and the signs that part names do not count."""
    return "".join(pattern(_PARTED).sub("", name).casefold().split())


def plain_text(raw: Raw) -> str:
    """A name or other short text on one line.

    Raises:
        BadCell: ``too_long`` above 200 characters.
    """
    return _short(" ".join(clean(raw).split()))


def _short(text: str) -> str:
    if len(text) > 200:
        raise BadCell("too_long", text[:20] + "…")
    return text


def _finite(value: float, text: str) -> float:
    if not math.isfinite(value):
        raise BadCell("not_finite", text)
    return value


@dataclass(frozen=True)
class Rule:
    """What one field must be: how its text is read, whether it may be unknown, and its bounds (inclusive)."""

    read: Callable[[Raw], object]
    required: bool = False
    low: float | None = None
    high: float | None = None
    whole: bool = False
    fen: bool = False

    def check(self, name: str, raw: Raw) -> tuple[object, Problem | None]:
        """The value of the field, or the first thing wrong with it."""
        try:
            value = self.read(raw)
        except BadCell as bad:
            return None, _problem(bad.code, name, text=bad.text)
        if value is None or value == "":
            return value, _problem("required", name) if self.required else None
        if isinstance(value, float):
            return self._bounded(name, value)
        return value, None

    def _bounded(self, name: str, value: float) -> tuple[object, Problem | None]:
        if self.low is not None and value < self.low:
            return None, _problem("too_low", name, value=value, low=self.low)
        if self.high is not None and value > self.high:
            return None, _problem("too_high", name, value=value, high=self.high)
        if self.whole:
            return (
                (round(value), None)
                if value == round(value)
                else (None, _problem("not_whole", name, value=value))
            )
        return round(value, 2) if self.fen else value, None


def parse(rules: Mapping[str, Rule], raw: Mapping[str, Raw]) -> tuple[dict[str, Any], list[Problem]]:
    """Read every field of ``rules`` from ``raw`` (a missing key is unknown); all problems, not only the first.

    A key of ``raw`` that no rule knows is a programming error: ``TypeError``.
    """
    if unknown := set(raw) - set(rules):
        raise TypeError(f"no such field: {sorted(unknown)}")
    checked = {name: rule.check(name, raw.get(name)) for name, rule in rules.items()}
    values = {name: value for name, (value, _) in checked.items()}
    return values, [problem for _, problem in checked.values() if problem]


def one_of(
    codes: Iterable[str], default: str = "", aliases: Mapping[str, str] | None = None
) -> Callable[[Raw], str]:
    """A reader that accepts any of ``codes``, or an alias of one, whatever the case; empty gives ``default``."""
    known = {code.lower(): code for code in codes} | {k.lower(): v for k, v in (aliases or {}).items()}

    def read(raw: Raw) -> str:
        if is_empty(raw):
            return default
        text = clean(raw).lower()
        if text not in known:
            raise BadCell("not_a_choice", clean(raw))
        return known[text]

    return read


def _problem(code: str, name: str, **values: Value) -> Problem:
    return Problem(code, column=name, values=values)
