"""Whether the window answers all through an import: its longest gaps, step by step, and how soon a stop stops.

``importing.py [LINES] [--shared FOLDER] [--stacks]``. Opens the real window on the demo project in a home of its own, takes
three order files of 100,000 lines, a list of 2,000 hosts, the real files where a folder of them is given, and stops in
the middle of a file of LINES (a million) lines. ``--stacks`` prints where the window was in each gap that is too long.
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
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LONGEST = 50
"""Milliseconds the window may be away."""
SOONEST = 0.5
"""Seconds in which a stop must stop."""
ORDER_LINES, ORDER_FILES, HOSTS = 100_000, 3, 2_000
ROUNDS = 3
SETTLED = 0.6
"""Seconds without work after which nothing more is to come."""
TOO_LONG = 600.0
STOPS = (0.2, 1.0, 2.0, 3.0, 4.0, 6.0)
"""Seconds into the reading at which it is stopped."""
PAGES = ("products", "roster", "orders", "matrix", "settings")


# ── the watch ──


class Watch:
    """A 2 ms timer in the window's thread: how long it stayed away at most, and what of that was its own work."""

    def __init__(self) -> None:
        from PySide6.QtCore import QObject, Qt, QTimer

        self._owner = QObject()
        self._timer = QTimer(self._owner, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.beaten, self._busy = time.perf_counter(), time.thread_time()
        self.take()
        self._timer.start()

    def _beat(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        gap = (now - self.beaten) * 1000
        if gap > self._longest[0]:
            self._longest = (gap, (busy - self._busy) * 1000)
        self._over += gap > LONGEST
        self.beaten, self._busy = now, busy

    def take(self) -> tuple[float, float, int]:
        """The longest gap since the last question and the work in it, in ms; how many were too long."""
        told = (*getattr(self, "_longest", (0.0, 0.0)), getattr(self, "_over", 0))
        self._longest, self._over = (0.0, 0.0), 0
        return told


def report_gaps(watch: Watch) -> None:
    """Print where the window's thread is whenever it stays away too long (a second thread looks)."""
    window = threading.get_ident()

    def look() -> None:
        told = 0.0
        while True:
            time.sleep(0.004)
            away = (time.perf_counter() - watch.beaten) * 1000
            if away > LONGEST * 0.6 and watch.beaten != told:
                told = watch.beaten
                frames = traceback.extract_stack(sys._current_frames()[window])
                ours = [
                    f"{Path(f.filename).name}:{f.lineno} {f.name}"
                    for f in frames
                    if "gui" in f.filename or "model" in f.filename
                ]
                print(f"    away {away:.0f} ms: {' > '.join(ours[-7:])}", file=sys.stderr, flush=True)

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
def started(home: Path) -> Iterator[Any]:
    """The program as a merchant has it, every page looked at once, on a project with products and a few hosts."""
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
    running.start(None, demo=True)
    running.warmup.wait()
    until(lambda: running.session.policy is not None)
    for name in PAGES:
        running.window.show_page(name)
        settle()
    yield running
    running.session.close()
    running.window.close()
    for pool in (None, chart_pool()):
        jobs.drain(pool=pool)


class Told:
    """Prints each step's longest gap, and remembers whether a promise was broken."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.good = True
        self.gaps: dict[str, list[float]] = {}

    def step(self, name: str, work: Callable[[], object], rest: bool = True) -> None:
        """Do one thing and wait until nothing more comes of it."""
        self._watch.take()
        start = time.perf_counter()
        work()
        seconds = time.perf_counter() - start
        if rest:
            settle()
        gap, busy, count = self._watch.take()
        self.gaps.setdefault(name, []).append(gap)
        self.good &= gap <= LONGEST
        print(
            f"  {name:22} longest gap {gap:6.1f} ms (work {busy:5.1f} ms, {count} too long)  {seconds:6.2f} s",
            flush=True,
        )


def warm_up(running: Any, folder: Path) -> None:
    """What happens once in a run only: fonts of the wizard, first use of each library."""
    take(running, Told(Watch()), list(folder.iterdir()), "orders", quiet=True)


def take(running: Any, told: Told, paths: Sequence[Path], page: str, quiet: bool = False) -> None:
    """Drop files, look, import, look at a page, undo, redo, undo."""
    step = (lambda _name, work: (work(), settle())) if quiet else told.step
    window, session = running.window, running.session
    window.show_page(page)
    settle()
    dialog: Any = None

    def look() -> None:
        nonlocal dialog
        dialog = window.import_files(paths)
        until(lambda: bool(dialog.importer.entries) and not dialog.importer.is_busy())

    def read() -> None:
        dialog.steps.button("start").click()
        until(lambda: not dialog.importer.is_busy())

    step("look", look)
    step("read", read)
    if dialog.importer.count("read"):
        step("take the rest", dialog.steps.button("rest").click)
    if dialog.tabs.isTabEnabled(2):
        step("problems", lambda: dialog.tabs.setCurrentIndex(2))
    step("close", dialog.close)
    step(f"page {page}", lambda: (window.show_page("products"), window.show_page(page)))
    for name in ("undo", "redo", "undo"):
        step(name, lambda name=name: window._actions[name].trigger())


def stops(running: Any, told: Told, path: Path) -> None:
    """Stop the reading of one long file at several moments, and close the wizard while it looks."""
    from PySide6.QtCore import QThreadPool

    idle = lambda: QThreadPool.globalInstance().activeThreadCount() == 0  # noqa: E731
    dialog = running.window.import_files([path])
    until(lambda: bool(dialog.importer.entries))
    dialog.close()
    late = [until(idle)]
    dialog = running.window.import_files([path])
    until(lambda: bool(dialog.importer.entries) and not dialog.importer.is_busy())
    settle()
    told._watch.take()
    for moment in STOPS:
        dialog.steps.button("start").click()
        start = time.perf_counter()
        until(
            lambda start=start, moment=moment: (
                time.perf_counter() - start > moment or not dialog.importer.is_busy()
            )
        )
        if not dialog.importer.is_busy():
            break
        dialog.steps.button("cancel").click()
        late.append(until(idle))
        settle()
    gap, busy, count = told._watch.take()
    dialog.close()
    told.good &= max(late) <= SOONEST and gap <= LONGEST
    print(
        f"  stop: worker gone after {', '.join(f'{one:.2f}' for one in late)} s; longest gap {gap:.1f} ms (work {busy:.1f} ms, {count} too long)"
    )


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


def shared(folder: Path) -> dict[str, list[Path]]:
    """The real files of a folder, as three imports."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in {".csv", ".txt", ".xlsx"})
    inside = lambda name: [path for path in found if name in path.relative_to(folder).parts[:-1]]  # noqa: E731
    return {
        "rosters": inside("rosters"),
        "orders": [*inside("orders"), *inside("dirt")],
        "results": inside("results"),
    }


def main() -> int:
    """Measure everything; 1 when a promise is broken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lines", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--stacks", action="store_true")
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    import reading

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("home", "warm", "orders", "hosts"):
            (folder / part).mkdir()
        reading.make(folder / "warm" / "w.csv", 2_000, seed=1)
        make_hosts(folder / "warm" / "达人.csv", 20, seed=1)
        for number in range(ORDER_FILES):
            reading.make(folder / "orders" / f"{number}.csv", ORDER_LINES, seed=10 + number)
        make_hosts(folder / "hosts" / "达人.csv", HOSTS)
        sets = {
            "orders": ("orders", sorted((folder / "orders").iterdir())),
            "hosts": ("roster", list((folder / "hosts").iterdir())),
        }
        if args.shared and args.shared.is_dir():
            for name, paths in shared(args.shared).items():
                sets[f"real {name}"] = ("orders" if name == "orders" else "roster", paths)
        with started(folder / "home") as running:
            warm_up(running, folder / "warm")
            watch = Watch()
            if args.stacks:
                report_gaps(watch)
            told = Told(watch)
            print("idle")
            told.step("idle", settle)
            for name, (page, paths) in sets.items():
                if args.only in name:
                    print(f"{name}: {len(paths)} file(s)")
                    take(running, told, paths, page)
            if args.lines:
                reading.make(folder / "long.csv", args.lines)
                print(f"{args.lines:,} lines")
                stops(running, told, folder / "long.csv")
        return 0 if told.good else 1


if __name__ == "__main__":
    sys.exit(main())
