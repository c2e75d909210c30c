"""Which pages there are, and how they are made: at once for who looks, or part by part while the window rests."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from gui.pages.base import Page
from gui.session import Session

__all__ = ["AHEAD", "PAGES", "Making", "PageSpec"]


@dataclass(frozen=True)
class PageSpec:
    """A page of the sidebar: its name, its icon, and where its class is found when it is first looked at."""

    name: str
    icon: str
    module: str
    kind: str

    def parts(self, session: Session) -> Iterator[Page | None]:
        """Makes a part of the page at each step; the last gives the page itself."""
        kind: type[Page] = getattr(import_module(self.module), self.kind)
        return kind.in_parts(session)


PAGES: Final = (
    PageSpec("overview", "overview", "gui.pages.overview", "OverviewPage"),
    PageSpec("products", "product", "gui.pages.products", "ProductsPage"),
    PageSpec("roster", "roster", "gui.pages.roster", "RosterPage"),
    PageSpec("orders", "orders", "gui.pages.orders", "OrdersPage"),
    PageSpec("matrix", "matrix", "gui.pages.matrix", "MatrixPage"),
    PageSpec("launch", "launch", "gui.pages.launch", "LaunchPage"),
    PageSpec("results", "results", "gui.pages.results", "ResultsPage"),
    PageSpec("settings", "settings", "gui.pages.settings", "SettingsPage"),
)
AHEAD: Final = ("roster", "orders", "matrix", "results")
"""Pages whose first look would be felt: made before it. All of them would take 15 MB more, products alone 8."""


class Making:
    """Makes pages; one that is half made is finished when it is asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._begun: dict[str, Iterator[Page | None]] = {}
        self.made: dict[str, Page] = {}
        """Whole, and not asked for yet."""

    def take(self, spec: PageSpec) -> Page:
        """The page, whatever there is of it so far. Raises what its class does."""
        if (ready := self.made.pop(spec.name, None)) is not None:
            return ready
        parts = self._begun.pop(spec.name, None) or spec.parts(self._session)
        return next(page for page in parts if page is not None)

    def go_on(self, spec: PageSpec) -> None:
        """Make a part of a page. Raises what its class does."""
        if spec.module not in sys.modules:
            import_module(spec.module)
            return
        parts = self._begun.pop(spec.name, None) or spec.parts(self._session)
        if (page := next(parts)) is None:
            self._begun[spec.name] = parts
        else:
            self.made[spec.name] = page
