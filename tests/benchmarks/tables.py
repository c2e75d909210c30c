"""The table of the hosts' page with 100,000 of them: to open, sort, filter, scroll, choose all and copy.

``tables.py [HOSTS]``: milliseconds of the window, medians of five; the longest stall where the work is done in turns.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = Path(tempfile.mkdtemp())
os.environ |= {"HOME": str(HOME), "XDG_DATA_HOME": str(HOME / "data"), "XDG_CACHE_HOME": str(HOME / "cache")}

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui import app as program  # noqa: E402
from gui.pages.tasks import all_facts  # noqa: E402
from model.policy import load  # noqa: E402
from model.records import Influencer, Offer  # noqa: E402

OPEN, SORT, SORT_TEXT, FILTER, STALL = 150.0, 100.0, 250.0, 100.0, 50.0
FAMILY, GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰小晓文重行单",
)
PLATFORMS, CATEGORIES = (
    ("douyin", "kuaishou", "xiaohongshu", "taobao"),
    ("美妆", "食品", "母婴", "服饰", "家居"),
)


def hosts(many: int) -> list[Influencer]:
    """So many hosts, each with a name of its own."""
    size = len(GIVEN)
    return [
        Influencer(
            f"h{n}",
            FAMILY[n % 20] + GIVEN[n // 20 % size] + GIVEN[n // 20 // size % size] + str(n % 97),
            PLATFORMS[n % 4],
            followers=1000 + n * 7919 % 5_000_003,
            views=None if n % 5 == 0 else float(n * 104_729 % 300_007),
            engagement_rate=None if n % 3 == 0 else n * 31 % 1000 / 9000,
            category=CATEGORIES[n % 5],
            mcn=f"机构{n % 300}",
            offers=(Offer("fee", 300.0 + n * 13 % 9000, 0.2, None, 2),),
        )
        for n in range(many)
    ]


def timed(action) -> float:
    """Milliseconds of an action with the painting that follows."""
    QApplication.processEvents()
    start = time.perf_counter()
    action()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1e3


def stall(action, over, timeout: float = 60.0) -> tuple[float, float]:
    """The longest gap between two turns of the event loop, and milliseconds until ``over`` holds."""
    gaps, clock, whole = [], QElapsedTimer(), time.perf_counter()
    beat = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)

    def tick() -> None:
        gaps.append(clock.nsecsElapsed() / 1e6)
        clock.restart()
        if over() or time.perf_counter() - whole > timeout:
            loop.quit()

    loop = QEventLoop()
    beat.timeout.connect(tick)
    clock.start()
    beat.start()
    QTimer.singleShot(0, action)
    loop.exec()
    return max(gaps[1:], default=0.0), (time.perf_counter() - whole) * 1e3


def scrolled(table) -> float:
    """The longest repaint of a hundred jumps."""
    bar = table.view.verticalScrollBar()
    step = max(bar.maximum() // 100, 1)
    return statistics.quantiles(
        [timed(lambda at=n * 37 % 100 * step: bar.setValue(at)) for n in range(100)], n=20
    )[-1]


def filtered(table, text: str) -> float:
    """To filter by a text, once the typist has paused."""
    table.filter.setText(text)
    QApplication.processEvents()
    spent = timed(table._filter_now)
    assert table.model.rowCount() < len(table.model.rows) or text == "dy"
    table.filter.clear()
    QApplication.processEvents()
    return spent


def sorts(table, key: str) -> tuple[float, float]:
    """To sort by a column for the first time, and again."""
    column = [one.key for one in table.model.columns].index(key)
    first = timed(lambda: table.view.sortByColumn(column, Qt.SortOrder.AscendingOrder))
    again = [
        timed(lambda order=order: table.view.sortByColumn(column, order)) for order in list(Qt.SortOrder) * 2
    ]
    return first, statistics.median(again)


def told(name: str, value: float, limit: float) -> bool:
    """One line of the report."""
    print(f"{name:<32}{value:8.0f} ms   [<= {limit:.0f} ms: {'kept' if value <= limit else 'MISSED'}]")
    return value <= limit


def main(many: int) -> int:
    """Print the figures; 1 when a promise is missed."""
    app = program.prepare(["tables"])
    running = program.Program(app, QSettings(str(HOME / "own.ini"), QSettings.Format.IniFormat))
    running.session.new(HOME / "many.rmx")
    sys.excepthook = sys.__excepthook__
    policy = load()
    running.session.use_policy(policy)
    running.window.resize(1366, 738)
    running.window.show()
    page = running.window.show_page("roster")
    running.warmup.wait()
    stall(lambda: None, lambda: False, 1.0)
    rows = tuple(all_facts(hosts(many), policy))
    table = page.table
    first = timed(lambda: table.set_rows(rows))
    opened = statistics.median([first, *(timed(lambda: table.set_rows(rows)) for _ in range(4))])
    print(f"{many:,} hosts; opened the first time in {first:.0f} ms")
    done = [told("open", opened, OPEN)]
    waited, spent = stall(lambda: None, lambda: not table._reading.isActive())
    done.append(told(f"texts made in {spent / 1000:.1f} s, stall", waited, STALL))
    done.append(told("scroll, 95th of 100 jumps", scrolled(table), STALL))
    for key, limit in (("followers", SORT), ("views", SORT), ("name", SORT_TEXT), ("mcn", SORT_TEXT)):
        once, again = sorts(table, key)
        done += [told(f"sort by {key}, first", once, limit), told(f"sort by {key}, again", again, limit)]
    table.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    table.filter.textEdited.emit("zx")  # the pronunciations are read in a worker
    stall(lambda: None, lambda: False, 2.0)
    assert table.model.rowCount() == many
    for text in ("王伟", "机构 1", "99", "wxj", "zhangxiao", "dy"):
        done.append(told(f"filter “{text}”", filtered(table, text), FILTER))
    done.append(told("choose all", timed(table.view.selectAll), STALL))
    copied = []
    table.copying.done.connect(copied.append)
    waited, spent = stall(table.copy, lambda: bool(copied))
    assert copied[0].count("\n") == many
    done.append(told(f"copy all in {spent / 1000:.1f} s, stall", waited, STALL))
    running.session.close()
    running.window.close()
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
