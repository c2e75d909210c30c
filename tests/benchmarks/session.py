"""A whole session on a shop of 5,000 hosts and 100,000 order lines: the window's longest gap, and which action made it.

``session.py [--stacks] [--only WORD] [--hosts N] [--lines N]`` opens the project, looks at every page and tab twice, imports,
edits, plans, moves sliders, sorts, filters, undoes, prints, and changes language and look. Promises: a page is
shown within 100 ms at the first visit and at later ones; no gap over 100 ms in all; no chart and no language over 50 ms.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import importing
from bigshop import HOSTS, LINES, make_project
from importing import Gap, Watch, settle, started, until
from matrixpage import moved, rested, wait

STALL, SWITCH = 100.0, 100.0
FINE = 50.0
"""Milliseconds of one turn for charts and languages."""
PAGES = ("overview", "products", "roster", "orders", "matrix", "launch", "results", "settings")
IMPORTED = 20_000


class Session:
    """The steps of a session, each with its longest gap."""

    def __init__(self, running: Any, watch: Watch, only: str = "") -> None:
        self.running, self.window = running, running.window
        self._watch, self._only = watch, only
        self.gaps: dict[str, Gap] = {}
        self.switches: dict[str, float] = {}

    def step(self, name: str, work: Callable[[], object]) -> None:
        """Do one thing, wait until nothing more comes of it, and tell the longest gap."""
        self._watch.take()
        self._watch.forget()
        work()
        settle()
        gap = self.gaps[name] = self._watch.take()[0]
        if self._only in name:
            print(
                f"  {name:34} {gap.own:6.1f} ms (work {gap.work:5.1f}, no processor {gap.starved:5.1f})",
                flush=True,
            )

    def visit(self, name: str, which: str) -> None:
        """Go to a page; the time until it has been painted."""

        def work() -> None:
            before, lost = time.perf_counter(), importing.starved()
            self.window.show_page(name)
            self.running.app.sendPostedEvents()  # layouts, and what is to be painted, once: as for who clicks
            took = (time.perf_counter() - before - importing.starved() + lost) * 1000
            self.switches[f"{which} visit of {name}"] = took

        self.step(f"{which} visit of {name}", work)


def tabs_of(page: Any) -> Iterator[tuple[Any, int]]:
    """All tabs of a page that can be looked at."""
    from PySide6.QtWidgets import QTabWidget

    for tabs in page.findChildren(QTabWidget):
        for place in range(tabs.count()):
            if tabs.isTabVisible(place) and tabs.isTabEnabled(place):
                yield tabs, place


def plan(session: Session) -> None:
    """A plan, every tab of it, the sliders."""
    page = session.window.show_page("matrix")

    def planned() -> None:
        page.recommend()
        until(lambda: not page._job.is_running())

    session.step("plan", planned)
    session.step("sliders", lambda: moved(page))
    session.step("and they rest", lambda: rested(page))
    launch = session.window.show_page("launch")

    def placed() -> None:
        launch.place()
        wait(0.5)

    session.step("launch", placed)


def every_tab(session: Session) -> None:
    """Each tab of each page, with the charts on it."""
    for name in PAGES:
        page = session.window.show_page(name)
        settle()
        for tabs, place in tabs_of(page):
            if tabs.isVisible():
                session.step(
                    f"tab {name} {tabs.tabText(place)}",
                    lambda tabs=tabs, place=place: tabs.setCurrentIndex(place),
                )


def handle(session: Session, home: Path) -> None:
    """Sort, filter, edit, undo, import, report, language and look."""
    running, window = session.running, session.window
    table = window.show_page("roster").table
    settle()
    for column in (0, 3):
        session.step(
            f"sort by column {column}", lambda column=column: table.view.sortByColumn(column, _order())
        )

    def typed(text: str) -> None:
        table.filter.setText(text)
        table.filter.textEdited.emit(text)
        wait(0.6)

    session.step("filter", lambda: typed("柚"))
    session.step("filter off", lambda: typed(""))
    session.step("edit", lambda: table.model.setData(table.model.index(2, 3), "123456", 2))
    host = running.session.snapshot().influencers[7]
    session.step("delete a host", lambda: running.session.delete_influencers([host.id], by=None))
    for name in ("undo", "redo", "undo"):
        session.step(name, window._actions[name].trigger)
    brought_in(session, home)
    page = window.show_page("matrix")
    settle()

    def printed() -> None:
        page.write_report(home / "report.pdf")
        until(lambda: not page.writing.is_running())

    session.step("report", printed)
    for code in ("en", "zh_CN", "en", "zh_CN"):
        session.step(f"language {code}", lambda code=code: running.choose_language(code))
    for look in ("dark", "light"):
        session.step(f"look {look}", lambda look=look: running.choose_theme(look))


def _order() -> Any:
    from PySide6.QtCore import Qt

    return Qt.SortOrder.DescendingOrder


def brought_in(session: Session, home: Path) -> None:
    """A file of orders through the wizard."""
    path = home / "orders.csv"
    importing.reading.make(path, IMPORTED)
    opened: list[Any] = []

    def look() -> None:
        opened.append(session.window.import_files([path]))
        until(lambda: bool(opened[0].importer.entries) and not opened[0].importer.is_busy())

    def read() -> None:
        opened[0].steps.button("start").click()
        until(lambda: not opened[0].importer.is_busy())

    session.step("import: look", look)
    session.step("import: read", read)
    session.step("import: close", lambda: opened.pop().close())


def verdict(session: Session) -> bool:
    """The longest of each kind, and whether the promises hold."""
    switch = max(session.switches, key=session.switches.__getitem__)
    gap = max(session.gaps, key=lambda name: session.gaps[name].own)
    fine = {n: g.own for n, g in session.gaps.items() if n.startswith(("tab ", "language "))}
    turn = max(fine, key=fine.__getitem__)
    lines = (
        ("slowest page", switch, session.switches[switch], SWITCH),
        ("longest gap", gap, session.gaps[gap].own, STALL),
        ("tabs, charts, languages", turn, fine[turn], FINE),
    )
    for what, name, took, most in lines:
        print(f"{what}: {took:.0f} ms ({name})   [<= {most:.0f} ms: {'kept' if took <= most else 'MISSED'}]")
    return all(took <= most for _, _, took, most in lines)


def main() -> int:
    """Measure; 1 when a promise is broken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hosts", type=int, default=HOSTS)
    parser.add_argument("--lines", type=int, default=LINES)
    parser.add_argument("--only", default="")
    parser.add_argument("--stacks", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        project = make_project(home / "big.rmx", args.hosts, args.lines)
        with started(home, project, ()) as running:
            settle()
            watch = Watch()
            if args.stacks:
                importing.report_gaps(watch)
            session = Session(running, watch, args.only)
            session.step("open the project", lambda: running.window.open_project(project))
            session.step("pages made ahead", lambda: until(running.ahead.is_done))
            for which in ("first", "later"):
                for page in PAGES:
                    session.visit(page, which)
            plan(session)
            every_tab(session)
            handle(session, home)
            return 0 if verdict(session) else 1


if __name__ == "__main__":
    sys.exit(main())
