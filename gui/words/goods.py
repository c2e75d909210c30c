"""Names of goods in the language of the moment: what merchants and lists call a category, where the program knows it."""

import tomllib
from collections.abc import Mapping
from functools import cache

import resources
from gui import words

__all__ = ["goods"]


def goods(name: str) -> str:
    """A category as it was typed or read; in English by its English name, where it is one of those known."""
    return name if words.is_chinese() else _english().get(name, name)


@cache
def _english() -> Mapping[str, str]:
    known = tomllib.loads(resources.text("policy", "categories.toml"))["category"]
    aliases = {alias: one["en"] for one in known for alias in one["aliases"]}
    return aliases | {one["zh"]: one["en"] for one in known}
