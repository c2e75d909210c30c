"""Whether the window answers all through an import: its longest gaps, step by step, and how soon a stop stops.

``importing.py [LINES] [--files FOLDER] [--only NAME] [--stacks]``. Opens the real window on the demo project in a home of
its own, takes three order files of 100,000 lines, a list of 2,000 hosts, the files of a folder where one is given, and
stops in the middle of a file of LINES (a million; 0: none) lines. Of each gap is told how long the window's thread worked
and how long the machine gave it nothing to run on: the promise is on the rest, which is our own.
``--stacks`` prints where all threads were in each gap that is too long.
"""

import argparse
import csv
import gc
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import reading  # noqa: E402

LONGEST = 50
"""Milliseconds the window may be away."""
SOONEST = 0.5
"""Seconds in which a stop must stop."""
ORDER_LINES, ORDER_FILES, HOSTS = 100_000, 3, 2_000
SETTLED = 0.6
"""Seconds without work after which nothing more is to come."""
TOO_LONG = 600.0
STOPS = (0.2, 1.0, 2.0, 3.0, 4.0, 6.0)
"""Seconds into the reading at which it is stopped."""
PROBLEMS = 2
PAGES = ("products", "roster", "orders", "matrix", "settings")


# ── the watch ──


def starved() -> float:
    """Seconds this thread could have run but had no processor (Linux; 0 elsewhere)."""
    try:
        with open(f"/proc/self/task/{threading.get_native_id()}/schedstat", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[1]) / 1e9
    except OSError:
        return 0.0


@dataclass(frozen=True)
class Gap:
    """A time the window was away, in ms: all of it, its own work, and what it waited for a processor."""

    whole: float = 0.0
    work: float = 0.0
    starved: float = 0.0

    @property
    def own(self) -> float:
        """What is not the fault of other programs."""
        return self.whole - self.starved


class Watch:
    """A 2 ms timer in the window's thread that remembers how long it stayed away at most."""

    def __init__(self) -> None:
        from PySide6.QtCore import QObject, Qt, QTimer

        self.last = (time.perf_counter(), time.thread_time(), starved())
        self._longest, self._count = Gap(), 0
        self._owner = QObject()
        self._timer = QTimer(self._owner, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time(), starved())
        gap = Gap(*((b - a) * 1000 for a, b in zip(self.last, now, strict=True)))
        self._longest = max(gap, self._longest, key=lambda one: one.own)
        self._count += gap.own > LONGEST
        self.last = now

    def forget(self) -> None:
        """What was done until now is not the window's."""
        self.last = (time.perf_counter(), time.thread_time(), starved())

    def take(self) -> tuple[Gap, int]:
        """The longest gap since the last question, and how many were too long."""
        told = self._longest, self._count
        self._longest, self._count = Gap(), 0
        return told


def report_gaps(watch: Watch) -> None:
    """Print where all threads are whenever the window stays away too long."""
    window = threading.get_ident()

    def where(frame: FrameType) -> str:
        lines = traceback.extract_stack(frame)[-8:]
        return " > ".join(f"{Path(line.filename).name}:{line.lineno} {line.name}" for line in lines)

    def look() -> None:
        me, told = threading.get_ident(), 0.0
        while True:
            time.sleep(0.004)
            beaten = watch.last[0]
            if time.perf_counter() - beaten > LONGEST * 0.0006 and told != beaten:
                told = beaten
                for name, frame in sys._current_frames().items():
                    if name != me:
                        print("   ", "window" if name == window else "other ", where(frame), file=sys.stderr)

    threading.Thread(target=look, daemon=True).start()


# ── waiting ──


@cache
def _loop() -> tuple[Any, Any, list[Callable[[], object]]]:
    """One event loop and one timer for the whole run: a collection in a worker must find none to throw away."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, timer, asked = QEventLoop(), QTimer(interval=5), []
    timer.timeout.connect(lambda: [ask() for ask in asked])
    return loop, timer, asked


def until(done: Callable[[], bool], seconds: float = TOO_LONG) -> float:
    """Let the window work until something is so; the seconds that took."""
    loop, timer, asked = _loop()
    start = time.perf_counter()
    asked[:] = [lambda: (done() or time.perf_counter() - start > seconds) and loop.quit()]
    timer.start()
    loop.exec()
    timer.stop()
    asked.clear()
    if not done():
        raise TimeoutError(f"nothing came of it in {seconds} seconds")
    return time.perf_counter() - start


def settle() -> None:
    """Until nothing has worked for a while."""
    from PySide6.QtCore import QThreadPool

    from gui.charts.view import chart_pool

    last = time.perf_counter()

    def quiet() -> bool:
        nonlocal last
        now = time.perf_counter()
        if any(pool.activeThreadCount() for pool in (QThreadPool.globalInstance(), chart_pool())):
            last = now
        return now - last > SETTLED

    until(quiet)


# ── the program ──


@contextmanager
def started(home: Path, project: Path | None = None, pages: Sequence[str] = PAGES) -> Iterator[Any]:
    """The program as a merchant has it, these pages looked at once, on a project or the demo."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(home)
    gc.disable()  # as gui.__main__ starts it
    from PySide6.QtCore import QSettings

    from gui import app as program
    from gui import jobs
    from gui.charts.view import chart_pool

    app = program.prepare(["importing"])
    settings = QSettings(str(home / "own.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "zh_CN")
    running = program.Program(app, settings)
    running.start(project, demo=project is None)
    running.warmup.wait()
    until(lambda: running.session.policy is not None)
    for name in pages:
        running.window.show_page(name)
        settle()
    yield running
    running.session.close()
    running.window.close()
    for pool in (None, chart_pool()):
        jobs.drain(pool=pool)


class Told:
    """Prints each step's longest gap, and remembers whether a promise was broken."""

    def __init__(self, watch: Watch, quiet: bool = False) -> None:
        self._watch = watch
        self._quiet = quiet
        self.good = True

    def step(self, name: str, work: Callable[[], object]) -> None:
        """Do one thing and wait until nothing more comes of it."""
        self._watch.take()
        start = time.perf_counter()
        work()
        seconds = time.perf_counter() - start
        settle()
        self.tell(name, f"{seconds:6.2f} s")

    def tell(self, name: str, more: str) -> None:
        """The longest gap since the last step, as a line."""
        gap, count = self._watch.take()
        if not self._quiet:
            self.good &= gap.own <= LONGEST
            figures = f"longest gap {gap.own:6.1f} ms (work {gap.work:5.1f}, and {gap.starved:5.1f} without a processor)"
            print(f"  {name:16} {figures}  {count:2} over {LONGEST} ms  {more}", flush=True)


def take(running: Any, told: Told, paths: Sequence[Path], page: str) -> None:
    """Drop files, look, import, look at a page, undo, redo, undo."""
    window = running.window
    window.show_page(page)
    settle()
    opened: list[Any] = []

    def look() -> None:
        opened.append(window.import_files(paths))
        until(lambda: bool(opened[0].importer.entries) and not opened[0].importer.is_busy())

    def read() -> None:
        dialog.steps.button("start").click()
        until(lambda: not dialog.importer.is_busy())

    told.step("look", look)
    dialog = opened.pop()
    told.step("columns", lambda: dialog.detail.tabs.setCurrentIndex(1))
    told.step("read and take", read)
    if dialog.importer.count("read"):
        told.step("take the rest", dialog.steps.button("rest").click)
    if dialog.tabs.isTabEnabled(PROBLEMS):
        told.step("problems", lambda: dialog.tabs.setCurrentIndex(PROBLEMS))
    told.step("close", dialog.close)
    told.step(f"page {page}", lambda: (window.show_page("products"), window.show_page(page)))
    for name in ("undo", "redo", "undo"):
        told.step(name, window._actions[name].trigger)


def stops(running: Any, told: Told, path: Path) -> None:
    """Close the wizard while it looks at one long file, and stop the reading of it at several moments."""
    from PySide6.QtCore import QThreadPool

    def idle() -> bool:
        return QThreadPool.globalInstance().activeThreadCount() == 0

    dialog = running.window.import_files([path])
    until(lambda: dialog.importer.count("looking") == 1)
    dialog.close()
    late = [until(idle)]
    dialog = running.window.import_files([path])
    until(lambda: bool(dialog.importer.entries) and not dialog.importer.is_busy())
    settle()
    told.tell("look, closed", f"gone after {late[0]:.2f} s")
    for moment in STOPS:
        dialog.steps.button("start").click()
        end = time.perf_counter() + moment
        until(lambda end=end: time.perf_counter() > end or not dialog.importer.is_busy())
        if not dialog.importer.is_busy():
            break
        code = dialog.steps.work.doing.text()
        dialog.steps.work.stop.click()
        late.append(until(idle))
        settle()
        told.tell(f"stop at {moment:.1f} s", f"gone after {late[-1]:.2f} s  ({code})")
    dialog.close()
    told.good &= max(late) <= SOONEST


# ── files ──


def make_hosts(path: Path, count: int, seed: int = 5) -> None:
    """A list of hosts under the headings of our template, one to three offers each."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(
            [
                "达人ID",
                "达人昵称",
                "平台",
                "粉丝数",
                "场均观看",
                "互动率",
                "类目",
                "合作方式",
                "坑位费",
                "佣金率",
                "保量",
                "可约场次",
                "机构",
            ]
        )
        for number in range(count):
            fans = int(10 ** chance.uniform(3, 7))
            who = (6_900_000_000_000_000_000 + number * 7919, f"达人{number}号", chance.choice(["抖音", "快手", "小红书"]), fans,
                   fans // 20, f"{chance.uniform(0.5, 9):.2f}%", chance.choice(["美妆", "个护", "母婴", "食品"]))  # fmt: skip
            for offer in range(chance.choice([1, 1, 2, 3])):
                terms = (
                    f"方案{offer + 1}",
                    chance.choice([0, 500, 3000, 12000]),
                    f"{chance.choice([10, 20, 30])}%",
                    2,
                    1 + offer,
                )
                out.writerow([*who, *terms, f"机构{number % 40}"])


def inside(folder: Path) -> dict[str, tuple[str, list[Path]]]:
    """The tables of a folder: an import for each folder in it, and the page to look at."""
    tables = {
        one.name: sorted(p for p in one.rglob("*") if p.suffix in {".csv", ".txt", ".xlsx"})
        for one in sorted(folder.iterdir())
        if one.is_dir()
    }
    return {
        f"{folder.name}/{name}": ("roster" if "roster" in name else "orders", found)
        for name, found in tables.items()
        if found
    }


def made(folder: Path) -> dict[str, tuple[str, list[Path]]]:
    """Three order files, and a list of hosts."""
    orders = [folder / f"{number}.csv" for number in range(ORDER_FILES)]
    for number, path in enumerate(orders):
        reading.make(path, ORDER_LINES, seed=10 + number)
    make_hosts(folder / "达人.csv", HOSTS)
    return {"orders": ("orders", orders), "hosts": ("roster", [folder / "达人.csv"])}


def measure(folder: Path, args: argparse.Namespace) -> bool:
    """Every import in one window; whether all promises are kept."""
    sets = made(folder) | (inside(args.files) if args.files else {})
    (folder / "home").mkdir()
    reading.make(folder / "few.csv", 2_000, seed=1)
    make_hosts(folder / "few hosts.csv", 300, seed=1)
    with started(folder / "home") as running:
        watch = Watch()
        take(running, Told(watch, quiet=True), [folder / "few.csv", folder / "few hosts.csv"], "roster")
        if args.stacks:
            report_gaps(watch)
        told = Told(watch)
        told.step("idle", settle)
        for name, (page, paths) in sets.items():
            if args.only in name:
                print(f"{name}: {len(paths)} file(s)")
                take(running, told, paths, page)
        if args.lines:
            reading.make(folder / "long.csv", args.lines)
            watch.forget()
            print(
                f"{args.lines:,} lines, {len(reading.HEADER)} columns: {(folder / 'long.csv').stat().st_size / 1e6:.0f} MB"
            )
            stops(running, told, folder / "long.csv")
    return told.good


def main() -> int:
    """Measure everything; 1 when a promise is broken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lines", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--stacks", action="store_true")
    with tempfile.TemporaryDirectory() as name:
        return 0 if measure(Path(name), parser.parse_args()) else 1


if __name__ == "__main__":
    sys.exit(main())
