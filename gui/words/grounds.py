"""How a figure of the policy is told where it stands as an assumption: on paper and in the workbook."""

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import NAMES, label

if TYPE_CHECKING:
    from model.entries import Entry

__all__ = [
    "ground_meaning",
    "ground_name",
    "ground_reliability",
    "ground_source",
    "ground_unit",
    "ground_value",
]


def ground_name(entry: "Entry") -> str:
    """What the figure is called, with its part where it is one of several."""
    name = entry.zh if words.is_chinese() else entry.en
    part = entry.key.split(".")[2:]
    shown = label(part[0]) if part and part[0] in NAMES else "".join(part)
    return f"{name} ({shown})" if shown else name


def ground_meaning(entry: "Entry") -> str:
    """What it means, which way it pulls, and by what a merchant finds his own."""
    group, name = entry.key.split(".")[:2]
    return _explained(group)[f"{group}.{name}"]["zh" if words.is_chinese() else "en"]


@functools.cache
def _explained(group: str) -> Mapping[str, Mapping[str, str]]:
    from model.entries import read_explanations  # not before somebody looks

    return read_explanations(group)


def ground_value(entry: "Entry") -> str:
    """Its value; shares as percent."""
    if entry.unit.startswith(("share", "probability")):
        return words.percent(entry.value, 0 if entry.value >= 0.1 else 1)
    return f"{entry.value:,.10g}"


def ground_reliability(entry: "Entry") -> str:
    """How sure it is; the merchant's own figures are his."""
    if entry.value != entry.default:
        return words.say(QT_TRANSLATE_NOOP("Words", "your own"))
    return label(entry.reliability)


def ground_source(entry: "Entry") -> str:
    """Where the shipped figure comes from."""
    return entry.source_zh if words.is_chinese() else entry.source


def ground_unit(entry: "Entry") -> str:
    """Its unit, in plain words."""
    return entry.unit_zh if words.is_chinese() else entry.unit_en
