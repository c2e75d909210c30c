"""What is written for people stays true: links lead somewhere, pictures are shown, counts are about right."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "resources" / "docs"
PAGES = (ROOT / "README.md", ROOT / ".github" / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md")))
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
RELIABILITY = re.compile(r'reliability = "(\w+)"')


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    assert [
        link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).is_file()
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_named_in_code_exist(page: Path) -> None:
    named = re.findall(r"`((?:gui|model|resources|tests|\.ci)/[\w./\-]+)`", page.read_text("utf-8"))
    assert [
        name
        for name in named
        if "NNNN" not in name and not any((ROOT / f"{name}{end}").exists() for end in ("", ".py"))
    ] == []


def test_every_picture_of_the_first_plan_is_shown_and_small() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    pictures = sorted((DOCS / "first-plan").glob("*.png"))
    assert len(pictures) == 5
    assert all(f"(resources/docs/first-plan/{picture.name})" in readme for picture in pictures)
    assert sum(picture.stat().st_size for picture in pictures) < 1_000_000


def test_every_page_is_reached_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for page in (".github/CONTRIBUTING.md", *(f"resources/docs/{page.name}" for page in DOCS.glob("*.md"))):
        assert f"({page})" in readme


def test_the_share_of_guesses_is_told_as_it_is() -> None:
    marks = [
        mark
        for file in (ROOT / "resources" / "policy").glob("*.toml")
        for mark in RELIABILITY.findall(file.read_text("utf-8"))
    ]
    guesses = marks.count("guess")
    for page in (ROOT / "README.md", DOCS / "priors.md"):
        text = " ".join(page.read_text("utf-8").split())
        told = re.search(r"Of about (\d+) figures.*?some (\d+)", text)
        assert told is not None, page
        assert int(told[1]) == pytest.approx(len(marks), rel=0.05)
        assert int(told[2]) == pytest.approx(guesses, rel=0.05)
