"""Names of goods in the language of the moment: what merchants and lists call a category, where the program knows it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gui import words

if TYPE_CHECKING:
    from model.policy import Category

__all__ = ["goods", "know"]

_english: dict[str, str] = {}
"""Of each name of a category; what stays shipped, so it is never emptied."""


def goods(name: str) -> str:
    """A category as it was typed or read; in English by its English name, where it is one of those known."""
    if words.is_chinese():
        return name
    if not _english:
        from model.policy import load_categories

        know(load_categories())
    return _english.get(name, name)


def know(categories: Iterable["Category"]) -> None:
    """Take on the names of these. Whoever reads the policy tells: to read it once more took a change of language 100 ms."""
    for one in categories:
        _english.update(dict.fromkeys((*one.aliases, one.zh), one.en))
