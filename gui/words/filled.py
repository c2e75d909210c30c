"""Sentences with figures: ``{price:money}`` says by itself how the figure is shown."""

from collections.abc import Callable, Mapping
from typing import Final

from gui import words
from gui.words.goods import goods
from gui.words.labels import deal, label

Value = str | int | float | None


def _plain(value: Value) -> str:
    """A figure as a person would write it: whole without decimals, else two."""
    if not isinstance(value, int | float):
        return words.UNKNOWN if value is None else str(value)
    return words.number(float(value), 0 if float(value).is_integer() else 2)


def _number(format_: Callable[[float], str]) -> Callable[[Value], str]:
    return lambda value: format_(float(value)) if isinstance(value, int | float) else _plain(value)


def _about(yuan: float) -> str:
    """A forecast of what one order costs or brings: ¥110, ¥9.40."""
    known = words.rough(yuan)
    return words.money(known, 2 if abs(known) < 10 else 0)


def _share(part: float) -> str:
    """A share of few cases: 0%, 0.31%, 1.1%, 20%."""
    if round(part * 100, 6).is_integer():
        return words.percent(part)
    return words.percent(part, 1 if abs(part) >= 0.01 else 2)


FORMS: Final[Mapping[str, Callable[[Value], str]]] = {
    "money": _number(words.money_short),
    "rough": _number(words.money_rough),
    "about": _number(_about),
    "fen": _number(lambda v: words.money(v, 2)),
    "percent": _number(words.percent),
    "share": _number(_share),
    "tenth": _number(lambda v: words.percent(v, 1)),
    "times": _number(words.times),
    "odds": _number(words.odds),
    "days": _number(words.days),
    "count": _number(lambda v: words.count_short(round(v))),
    "plain": _plain,
    "deal": lambda value: deal(str(value)),
    "goods": lambda value: goods(str(value)),
    "label": lambda value: label(str(value)),
    "": _plain,
}


class Shown:
    """One value of a sentence; its format spec is a key of :data:`FORMS`."""

    def __init__(self, value: Value) -> None:
        self.value = value

    def __format__(self, spec: str) -> str:
        return FORMS[spec](self.value)


def fill(context: str, text: str, values: Mapping[str, Value]) -> str:
    """A marked text translated and filled; ``name_zh`` and ``name_en`` give ``name`` in the language of the moment."""
    suffix = "_zh" if words.is_chinese() else "_en"
    chosen = {key.removesuffix(suffix): value for key, value in values.items() if key.endswith(suffix)}
    shown = {key: Shown(value) for key, value in {**values, **chosen}.items()}
    return words.closed(words.term(context, text).format(**shown))
