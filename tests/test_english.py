"""The English of the program is plain: a host or buyer is nobody's "he", and no word is of another century."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
SEXED = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
TRADE = re.compile(r"\bwater\b|\bpadd(ed|ing)\b", re.IGNORECASE)
DRUNK = ("drinking water", "water flosser", "water heater", "water purifier", "pet water fountain")
DATED = re.compile(r"\b(mend|mended|surer|anew)\b", re.IGNORECASE)


def english() -> Iterator[tuple[str, str]]:
    """Every English text of the window, the figures and the help, with the place it is from."""
    for source in ElementTree.parse(ROOT / "resources/i18n/app_zh_CN.ts").iter("source"):
        yield "window", source.text or ""
    for file in sorted((ROOT / "resources/policy").rglob("*.toml")):
        for text in re.findall(r'\ben = "([^"]*)"', file.read_text("utf-8")):
            yield file.name, text
    for file in sorted((ROOT / "resources/help/en").glob("*.md")):
        yield from ((file.name, line) for line in file.read_text("utf-8").splitlines())


def test_nobody_is_taken_for_a_man_or_a_woman() -> None:
    assert [found for found in english() if SEXED.search(found[1])] == []


def test_no_word_is_out_of_use() -> None:
    assert [found for found in english() if DATED.search(found[1])] == []


def test_figures_are_inflated_and_nobody_has_to_know_what_water_is() -> None:
    """The trade's word stands in inverted commas beside the plain one, in the text that explains it."""
    plain = [
        (place, re.sub(r"“water”|\{[^}]*\}|\(pictures/\S*|\(ideas.md#\S*", "", text))
        for place, text in english()
    ]
    assert [one for one in plain if TRADE.search(one[1]) and not one[1].strip().endswith(DRUNK)] == []


def test_there_is_english_to_read() -> None:
    assert len({place for place, _ in english()}) > 30
    assert sum(1 for _ in english()) > 3_000
