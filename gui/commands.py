"""Commands for the palette: what can be done, and which of it somebody means by a few letters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gui import pinyin

__all__ = ["Command", "found", "holds", "plain"]


@dataclass(frozen=True)
class Command:
    """Something that can be done by name. ``key`` stays the same in every language, ``place`` says where it belongs.

    One that is not ``remembered`` leaves no trace among those used lately: these outlive a host who is forgotten.
    """

    key: str
    text: str
    run: Callable[[], object]
    place: str = ""
    shortcut: str = ""
    remembered: bool = True


def found(commands: Iterable[Command], asked: str, lately: Sequence[str]) -> list[Command]:
    """Those that have every word asked for, in letters or in sound: best first.

    The best begin with the first word; then come those whose own name has all of them, then as used lately, then as given.
    """
    words = asked.casefold().split()
    ranks = {key: place for place, key in enumerate(lately)}
    hits = []
    for command in commands:
        if all(holds(word, f"{command.text} {command.place}") for word in words):
            begins = bool(words) and command.text.casefold().startswith(words[0])
            named = all(holds(word, command.text) for word in words)
            hits.append(((not begins, not named, ranks.get(command.key, len(ranks))), command))
    return [command for _rank, command in sorted(hits, key=lambda hit: hit[0])]


def holds(word: str, text: str) -> bool:
    """Whether a text has a word; by its sound only once the pronunciations are read, as that takes a moment."""
    return pinyin.found(word, text) if pinyin.is_ready() else word in text.casefold()


def plain(text: str) -> str:
    """The name of an action or a button without the marks of menus."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
