"""The pictures of the help, in both languages: ``pictures.py``. Parts of the real window on the demo shop, in few colours.

A new picture is one line in ``PICTURES``, and a place in the text of each language; a test finds those that are not used.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import book
import screens
from PIL import Image, ImageChops
from PySide6.QtWidgets import QLabel, QWidget
from scenes import claim, wizard

from gui import jobs

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
SIZE = (1280, 800)
"""Of the window: as narrow as it can be with no table scrolled sideways, so that its letters stay large."""
TALL = 960
"""For a table and a picture below each other."""
COLOURS = 96
EDGE = 12
FOLDER = "D:\\shop"
COFFEE = 5
"""The row of the coffee on the products page: the help takes it as its example."""

Part = Callable[[Any, Path], QWidget]
"""What is shown: found in the window, once it has been brought to the front."""


@dataclass(frozen=True)
class Picture:
    """A part of the window in one of the states of the book."""

    state: str
    name: str
    part: Part


def page(name: str, tab: int | None = None, inner: Callable[[Any], QWidget] | None = None) -> Part:
    """A page, at one of its tabs, or a part of it."""

    def find(window: Any, _files: Path) -> QWidget:
        shown: Any = window.show_page(name)
        screens.settled()
        tabs = getattr(shown, "plan", None) or getattr(shown, "tabs", None)
        if tabs is not None:
            tabs.setCurrentIndex(tab or 0)
        screens.settled()
        found: QWidget = inner(shown) if inner else shown
        return found

    return find


def over(way: Callable[[Any, Path], object]) -> Part:
    """A dialog, without the path of this machine."""

    def find(window: Any, files: Path) -> QWidget:
        way(window, files)
        screens.settled()
        top = book.QApplication.topLevelWidgets()
        shown = next(one for one in top if one.isVisible() and one is not window)
        for label in shown.findChildren(QLabel):
            label.setText(label.text().replace(str(files), FOLDER))
        return shown

    return find


def product(place: int) -> Part:
    """The products page with one of the demo's products."""

    def choose(shown: Any) -> QWidget:
        shown.table.choose(str(shown.table.model.record(place).product.id))
        screens.settled()
        found: QWidget = shown
        return found

    return page("products", inner=choose)


def compared(shown: Any) -> QWidget:
    """The comparison, once it is made."""
    shown.window().resize(SIZE[0], TALL)
    screens.settled()
    found: QWidget = shown.plan.compare
    return found


def welcome(window: Any, _files: Path) -> QWidget:
    """The first thing seen."""
    window.welcome.show()
    screens.settled()
    found: QWidget = window.welcome.page
    return found


def open_section(name: str) -> Part:
    """A section of the settings."""
    return page("settings", inner=lambda shown: (shown.open_section(name), shown)[1])


PICTURES = (
    Picture("empty", "welcome", welcome),
    Picture("empty", "import", over(wizard("orders.csv"))),
    Picture("demo", "products", product(COFFEE)),
    Picture("demo", "roster", page("roster")),
    Picture("demo", "claim", over(claim("万粉账号日入500"))),
    Picture("planned", "overview", page("overview")),
    Picture("planned", "water", page("roster", 2, lambda shown: shown.tabs)),
    Picture("planned", "orders", page("orders")),
    Picture("planned", "matrix", page("matrix")),
    Picture("planned", "pyramid", page("matrix", 1, lambda shown: shown.plan.pyramid)),
    Picture("planned", "risk", page("matrix", 3, lambda shown: shown.plan.risk)),
    Picture("planned", "concentration", page("matrix", 4, lambda shown: shown.plan.spread)),
    Picture("planned", "compare", page("matrix", 5, compared)),
    Picture("planned", "launch", page("launch")),
    Picture("planned", "load", page("launch", 1, lambda shown: shown.tabs)),
    Picture("planned", "results", page("results")),
    Picture("planned", "figures", open_section("figures")),
)


def write(picture: QWidget, file: Path) -> None:
    """Save a part of the window in few colours, which halves the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.grab().save(str(file))
    with Image.open(file) as whole:
        few = trimmed(whole.convert("RGB")).quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def trimmed(picture: Image.Image) -> Image.Image:
    """Without the empty ground around it."""
    ground = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    left, top, right, bottom = ImageChops.difference(picture, ground).getbbox() or (0, 0, *picture.size)
    wide, high = picture.size
    return picture.crop(
        (max(left - EDGE, 0), max(top - EDGE, 0), min(right + EDGE, wide), min(bottom + EDGE, high))
    )


def main() -> None:
    """Take all pictures."""
    running = book.opened()
    files = book.make_files(screens.HOME / "files")
    wanted = set(sys.argv[1:])
    for state in dict.fromkeys(one.state for one in PICTURES):
        getattr(book, state)(running)
        book.settle_studies(running)
        for code in ("zh_CN", "en"):
            screens.look_like(running, code, "light")
            for one in (one for one in PICTURES if one.state == state and (not wanted or one.name in wanted)):
                running.window.resize(*SIZE)
                screens.settled()
                write(one.part(running.window, files), HELP / code / "pictures" / f"{one.name}.png")
                book.close_all(running.window)
                screens.settled()
    jobs.drain()
    running.session.close()


if __name__ == "__main__":
    main()
