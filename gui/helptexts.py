"""The offline help as it lies in ``resources/help/<language>``: files, each with headings that have a key."""

import functools
import re
from dataclasses import dataclass
from typing import Final

import resources
from gui import words
from gui.helpfigures import filled

__all__ = ["FILES", "GLOSSARY", "Section", "find", "of_file", "sections", "shown", "spoken"]

FILES: Final = (
    "start",
    "pages",
    "overview",
    "products",
    "roster",
    "orders",
    "matrix",
    "launch",
    "results",
    "settings",
    "numbers",
    "ideas",
    "files",
    "templates",
    "sources",
    "limits",
    "privacy",
    "trouble",
    "glossary",
)
"""In reading order."""
GLOSSARY: Final = "glossary"
"""The file with a heading for each term of the trade."""
HEADING: Final = re.compile(r"^#{1,2} (?P<title>.+?)(?: \{#(?P<anchor>[a-z0-9-]+)\})?$", re.MULTILINE)
KEY: Final = re.compile(r" \{#[a-z0-9-]+\}$", re.MULTILINE)
BESIDE: Final = ("![", "|", "#", "{{figures:", "{{columns:")
"""What a paragraph begins with that has no room on a card."""
ON_A_CARD: Final = 2
"""Paragraphs shown on a card at most."""


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it, as Markdown; ``topic`` is ``file``, or ``file#anchor``."""

    topic: str
    title: str
    text: str

    def brief(self) -> str:
        """Its first paragraphs, without pictures and tables: what a card beside a number has room for."""
        found = [part for part in self.text.split("\n\n") if not part.startswith(BESIDE)]
        return filled("\n\n".join(found[:ON_A_CARD]))


@functools.cache
def of_file(file: str, language: str) -> tuple[Section, ...]:
    """The sections of one file, in reading order."""
    whole = resources.text("help", language, f"{file}.md")
    found = list(HEADING.finditer(whole))
    ends = [*(one.start() for one in found[1:]), len(whole)]
    return tuple(
        Section(f"{file}#{one['anchor']}" if one["anchor"] else file, one["title"], whole[one.end() : end].strip())
        for one, end in zip(found, ends, strict=True)
    )  # fmt: skip


@functools.cache
def sections(language: str) -> tuple[Section, ...]:
    """All sections in a language, in reading order."""
    return tuple(section for file in FILES for section in of_file(file, language))


def find(topic: str, language: str) -> Section:
    """The section of a topic.

    Raises:
        KeyError: there is none.
    """
    for one in of_file(topic.partition("#")[0], language):
        if one.topic == topic:
            return one
    raise KeyError(topic)


def shown(file: str, language: str) -> str:
    """A file as Markdown, without the keys and with the figures it tells of."""
    return filled(KEY.sub("", resources.text("help", language, f"{file}.md")))


def spoken() -> str:
    """The language of the moment, as the folders are called."""
    return "zh_CN" if words.is_chinese() else "en"
