"""Every page of the real window as pictures: ``screens.py FOLDER [ROSTER]``; the README's picture is one of them.

Both languages, both looks, 1366x768 and 1920x1080; on the demo project, or on a real roster when one is given.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = Path(tempfile.mkdtemp())
os.environ |= {"HOME": str(HOME), "XDG_DATA_HOME": str(HOME / "data"), "XDG_CACHE_HOME": str(HOME / "cache")}

from PySide6.QtCore import QEventLoop, QObject, QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui import app as program  # noqa: E402
from gui import jobs  # noqa: E402
from gui.charts.view import ChartView, chart_pool  # noqa: E402

SIZES = ((1366, 768), (1920, 1080))
LONGEST = 600_000
"""Milliseconds until work counts as stuck; a comparison of twenty plans takes minutes where others work too."""
README = ROOT / "resources" / "help" / "pictures" / "matrix.png"


def until(condition: Callable[[], bool], milliseconds: int = 90_000) -> None:
    """Let the event loop turn until something holds."""
    loop, poll = QEventLoop(), QTimer(interval=20)
    met: list[bool] = []  # once is enough: it may be over again before the loop has ended

    def look() -> None:
        if condition():
            met.append(True)
            loop.quit()

    poll.timeout.connect(look)
    poll.start()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    if not met:
        raise TimeoutError("the window did not get ready")


def pause(milliseconds: int) -> None:
    """Let the event loop turn for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settled() -> None:
    """Wait until nothing is being computed or drawn: some work begins only when a page is seen, some after other work."""
    pause(300)
    until(lambda: not at_work(), LONGEST)
    pause(150)
    until(lambda: not at_work(), LONGEST)


def at_work() -> bool:
    """Whether anything shown is still to change: work in any window, a chart in the making or about to be."""
    parts = [part for top in QApplication.topLevelWidgets() for part in (top, *top.findChildren(QObject))]
    busy = any(part.is_running() for part in parts if isinstance(part, jobs.Job))
    awaited = any(part._pause.isActive() for part in parts if isinstance(part, ChartView))
    return busy or awaited or chart_pool().activeThreadCount() > 0


def fill(running: program.Program, roster: str | None) -> None:
    """The demo project, or a real roster with one product."""
    running.start(None, demo=roster is None)
    if roster is not None:
        from model.intake.lists.rosters import read_roster
        from model.records import Product, Request

        running.session.open(HOME / "xingtu.rmx", create=True)
        running.session.save_product(
            Product("氨基酸洁面乳", 59.0, "cleanser", 14.0, 3.5, 0.05, 0.12, 5000, 60.0, tone=("温和",)), None
        )
        running.session.save_influencers(read_roster(Path(roster)).records, None)
        running.session.save_request(Request(50000.0), None)
    running.warmup.wait()
    until(lambda: running.session.policy is not None)


def launch(running: program.Program) -> None:
    """The plan over the first quarter of 2027, the Spring Festival inside, with four people to carry it."""
    from datetime import date

    from model.launch.hands import Hand, Role
    from model.launch.setup import Setup

    hands = (
        Hand("老板", frozenset(Role), 4.0),
        Hand("小王", frozenset({Role.PACKING, Role.AFTER_SALES}), days_off=frozenset({7})),
        Hand("小李", frozenset({Role.SERVICE, Role.LISTING}), days_off=frozenset({6})),
        Hand("小陈", frozenset({Role.PROMOTION, Role.SERVICE})),
    )
    running.session.save_launch(Setup(date(2027, 1, 1), date(2027, 3, 31), hands=hands).packed(), None)
    page = running.window.show_page("launch")
    page.place()
    until(lambda: page.calendar.grid.sizeHint().height() > 300)


def look_like(running: program.Program, language: str, look: str) -> None:
    """The whole window in this language and look."""
    running.choose_language(language)
    running.choose_theme(look)
    until(running.watcher.dressing.is_done)


def shoot(running: program.Program, folder: Path) -> None:
    """Every page, and every tab of the pages of the matrix and the launch."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("overview", "products", "roster", "orders", "matrix", "launch", "results", "settings"):
        page = running.window.show_page(name)
        settled()
        tabs = {"matrix": "plan", "launch": "tabs"}.get(name)
        if tabs is None:
            running.window.grab().save(str(folder / f"{name}.png"))
            continue
        views = getattr(page, tabs)
        for tab in filter(views.isTabVisible, range(views.count())):
            views.setCurrentIndex(tab)
            settled()
            running.window.grab().save(str(folder / f"{name}{tab}.png"))
        views.setCurrentIndex(0)


def main(folder: Path, roster: str | None) -> None:
    """All pictures of one project."""
    app = program.prepare(["screens"])
    running = program.Program(app, QSettings(str(HOME / "settings.ini"), QSettings.Format.IniFormat))
    fill(running, roster)
    page = running.window.show_page("matrix")
    page.recommend()
    until(lambda: page.plan.choices.model.rowCount() > 0)
    launch(running)
    for language in ("zh_CN", "en"):
        for look in ("light", "dark"):
            look_like(running, language, look)
            for width, height in SIZES:
                running.window.resize(width, height)
                shoot(running, folder / f"{language}-{look}-{width}")
    if roster is None:
        README.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / "zh_CN-light-1366" / "matrix0.png", README)
    print(folder)
    jobs.drain()
    running.session.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
