"""Commands for the palette: what can be done, and which of it somebody means by a few letters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Command", "found", "plain", "spellings"]


@dataclass(frozen=True)
class Command:
    """Something that can be done by name. ``key`` stays the same in every language, ``place`` says where it belongs."""

    key: str
    text: str
    run: Callable[[], object]
    place: str = ""
    shortcut: str = ""


def found(commands: Iterable[Command], asked: str, lately: Sequence[str]) -> list[Command]:
    """Those that have every word asked for, best first: by the start of the name, then as used lately, then as given."""
    words = asked.casefold().split()
    ranks = {key: place for place, key in enumerate(lately)}
    hits = []
    for command in commands:
        names = spellings(command.text)
        places = spellings(command.place)
        if all(any(word in text for text in (*names, *places)) for word in words):
            begins = bool(words) and any(name.startswith(words[0]) for name in names)
            named = all(any(word in text for text in names) for word in words)
            hits.append(((not begins, not named, ranks.get(command.key, len(ranks))), command))
    return [command for _rank, command in sorted(hits, key=lambda hit: hit[0])]


def plain(text: str) -> str:
    """The name of an action or a button without the marks of menus."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def spellings(text: str) -> tuple[str, ...]:
    """How a name may be typed."""
    return (text.casefold(),)
