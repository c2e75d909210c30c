"""Whether the window answers while limits are moved, it speaks another language, prints and filters.

``matrixpage.py [FOLDER] [--hosts N] [--stacks]`` opens the real window with 4,000 made hosts (or so many), or with the
rosters of a folder, and prints the longest gap of each step: a slider that moves through many budgets and rests, the
questions about a chosen and a rejected host, a change of language while nothing runs and in the middle of a plan, the
report, and the first search in the roster and in the list of those left out. The promise: no gap over 50 ms of our own; with
1,000 hosts the figures follow a slider within 50 ms (median, from the move to the labels).
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import importing
from importing import LONGEST, Told, Watch, started, until

HOSTS = 4_000
BUDGET = 300_000.0
MOMENTS = (0.15, 0.4, 0.7, 1.5)
"""Seconds into a plan at which the language is changed."""
ENOUGH = 3.0
TYPED = 0.6
MOVES = range(20, 50)
"""Places of the budget's slider that it moves through."""


def roster(folder: Path | None, home: Path, count: int) -> list[Any]:
    """The hosts of all tables in a folder, or made ones."""
    from model.intake.lists.rosters import read_roster

    made = home / "hosts.csv"
    if folder is None:
        importing.make_hosts(made, count)
    files = sorted(folder.rglob("*.csv")) if folder else [made]
    return list({host.id: host for file in files for host in read_roster(file).records}.values())


def wait(seconds: float) -> None:
    """Let the window work for a while."""
    end = time.perf_counter() + seconds
    until(lambda: time.perf_counter() > end)


def moved(page: Any) -> None:
    """The budget's slider moves through many places; the figures follow."""
    answers: list[float] = []
    heard = page.quick.found.connect(lambda _glance: answers.append(time.perf_counter()))
    waited = []
    for place in MOVES:
        before, count = time.perf_counter(), len(answers)
        page.limits.sliders.of["budget"].setValue(place)
        page.limits.sliders.stay()
        until(lambda count=count: len(answers) > count)
        waited.append((answers[-1] - before) * 1000)
    page.quick.found.disconnect(heard)
    print(f"  figures after a move: median {statistics.median(waited):.0f} ms, longest {max(waited):.0f} ms")


def rested(page: Any) -> None:
    """It comes to rest: the exact plan replaces the estimate."""
    page.limits.sliders.of["budget"].setValue(MOVES[0])
    until(lambda: page._glance is not None)
    until(lambda: page._glance is None)


def asked(table: Any, questions: Any) -> None:
    """What hangs on one host."""
    answers: list[object] = []
    heard = questions.told.connect(lambda *answer: answers.append(answer))
    before = time.perf_counter()
    table.view.selectRow(3)
    until(lambda: bool(answers))
    questions.told.disconnect(heard)
    print(f"  answered after {time.perf_counter() - before:.1f} s")


def measure(running: Any, told: Told, home: Path) -> None:
    """Every step on the matrix and the roster page."""
    page = running.window.show_page("matrix")

    def planned() -> None:
        page.recommend()
        until(lambda: not page._job.is_running())

    def switched(moment: float, code: str) -> Callable[[], None]:
        def work() -> None:
            page.recommend()
            wait(moment)
            running.choose_language(code)
            wait(ENOUGH - moment)
            page.limits.work.stop.click()

        return work

    def printed() -> None:
        page.write_report(home / "report.pdf")
        until(lambda: not page.writing.is_running())

    def typed(table: Any, text: str) -> Callable[[], None]:
        def work() -> None:
            table.filter.setText(text)
            table.filter.textEdited.emit(text)
            wait(TYPED)

        return work

    told.step("recommend", planned)
    told.step("slider", lambda: moved(page))
    told.step("and rests", lambda: rested(page))
    told.step("without one host", lambda: asked(page.plan.choices, page.plan.without))
    page.plan.setCurrentIndex(page.plan.count() - 1)
    told.step("what brings one in", lambda: asked(page.plan.rejected, page.plan.ways_in))
    page.plan.setCurrentIndex(0)
    print(f"  {len(page._advice.plan.choices)} offers chosen")
    for code in ("en", "zh_CN"):
        told.step(f"language {code}", lambda code=code: running.choose_language(code))
    for moment, code in zip(MOMENTS, ("en", "zh_CN") * 2, strict=True):
        told.step(f"plan, {moment} s", switched(moment, code))
    for name in ("report", "report again"):
        told.step(name, printed)
    page.plan.setCurrentIndex(page.plan.count() - 1)
    told.step("search left out", typed(page.plan.rejected, "1"))
    table = running.window.show_page("roster").table
    importing.settle()
    told.step("search roster", typed(table, "1"))
    told.step("and shorter", typed(table, ""))


def main() -> int:
    """Measure; 1 when the promise is broken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--hosts", type=int, default=HOSTS)
    parser.add_argument("--stacks", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, started(Path(name)) as running:
        from model.records import Request

        hosts = roster(args.folder, Path(name), args.hosts)
        running.session.save_influencers(hosts, None)
        running.session.save_request(Request(BUDGET), None)
        importing.settle()
        watch = Watch()
        if args.stacks:
            importing.report_gaps(watch)
        print(f"{len(hosts):,} hosts, at most {LONGEST} ms")
        told = Told(watch)
        measure(running, told, Path(name))
        return 0 if told.good else 1


if __name__ == "__main__":
    sys.exit(main())
