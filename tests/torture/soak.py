"""A working day of eight hours compressed: ``soak.py [ROUNDS]``, by itself 96 rounds, one for every five minutes.

Each round on the real window: an order file imported, a product, a host and the budget changed, a plan, every page and tab, a
report and a backup, and all undone. After each tenth memory, open files, threads, timers' owners and widgets are counted at rest.
It ends with status 1 when memory grew by more than 5 % after the first tenth, or any of the others grew at all.
"""

import os
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from steady import load_everything, memory, steady

if __name__ == "__main__":
    steady()

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import screens
from PySide6.QtCore import QObject, QSettings, QThreadPool
from PySide6.QtWidgets import QApplication, QTabWidget

from gui import app as program
from gui import jobs
from gui.pages.printable import plan_paper
from gui.press import printed_to

GROWTH = 0.05
PAGES = ("overview", "products", "roster", "orders", "matrix", "launch", "results", "settings")
HEADER = "订单编号,买家,付款时间,商品,数量,实付金额,退款金额,达人ID\n"


def orders(folder: Path, round_: int) -> Path:
    """Three hundred lines that were not there before."""
    path = folder / f"orders{round_}.csv"
    path.write_text(
        HEADER
        + "".join(
            f"{7_000_000_000_000_000_000 + round_ * 1000 + n},k{n % 90},2026-0{1 + n % 9}-1{n % 10} 12:00:00,咖啡,1,{39 + n % 30},0,\n"
            for n in range(300)
        ),
        "utf-8",
    )
    return path


def imported(window: Any, file: Path) -> None:
    """Through the wizard, as a merchant does it."""
    dialog = window.import_files([file])
    screens.until(lambda: bool(dialog.importer.entries) and not dialog.importer.is_busy())
    screens.until(lambda: dialog.steps.button("start").isEnabled())
    dialog.steps.button("start").click()
    screens.until(lambda: not dialog.importer.is_busy() and not dialog.importer.count("ready"))
    dialog.close()
    screens.settled()


def edited(session: Any, round_: int) -> None:
    """A price, a host's agency, the budget: each other than before."""
    snapshot = session.snapshot()
    product, host = snapshot.products[0], snapshot.influencers[round_ % len(snapshot.influencers)]
    session.save_product(replace(product, price=product.price + 1 + round_ % 3), None)
    session.save_influencer(replace(host, mcn=f"机构{round_}"), None)
    session.save_request(replace(snapshot.request, budget=30_000.0 + 500 * (round_ % 7)), None)


def seen(window: Any) -> None:
    """Every page with all its tabs."""
    for name in PAGES:
        page = window.show_page(name)
        screens.settled()
        for tabs in page.findChildren(QTabWidget):
            for tab in filter(tabs.isTabVisible, range(tabs.count())):
                tabs.setCurrentIndex(tab)
                screens.pause(20)
    screens.settled()


def a_round(running: program.Program, folder: Path, round_: int) -> None:
    """Five minutes of a merchant, and back to where he was."""
    window, session = running.window, running.session
    imported(window, orders(folder, round_))
    edited(session, round_)
    page = window.show_page("matrix")
    page.recommend()
    screens.until(lambda: not page._job.is_running())
    seen(window)
    if (make := plan_paper(session)) is not None:
        printed_to(make, folder / "report.pdf", progress=lambda _code, _share: None, cancelled=lambda: False)
    work = session.backup_work("asked")
    if work is not None:
        work(lambda _code, _share: None, lambda: False)
    if round_ % 4 == 3:
        running.choose_language("en" if running.language == "zh_CN" else "zh_CN")
        running.choose_theme("dark" if round_ % 8 == 7 else "light")
    while session.undo_code() is not None:
        session.undo()
    screens.settled()


def counted(running: program.Program) -> dict[str, int]:
    """What the program holds while nobody works: megabytes, files, threads, objects."""
    jobs.drain()
    screens.settled()
    jobs.tidy()
    return {
        "MB": memory() >> 10,
        "files": len(list(Path("/proc/self/fd").iterdir())),
        "threads": threading.active_count(),
        "objects": len(running.window.findChildren(QObject)),
        "windows": len(QApplication.topLevelWidgets()),
    }


def main(rounds: int) -> int:
    """The whole day; the exit status."""
    app = program.prepare(["soak"])
    load_everything()
    app.setQuitOnLastWindowClosed(False)
    running = program.Program(app, QSettings(str(screens.HOME / "own.ini"), QSettings.Format.IniFormat))
    screens.fill(running, None)
    folder = screens.HOME / "files"
    folder.mkdir(exist_ok=True)
    begin, told = time.monotonic(), []
    for round_ in range(rounds):
        a_round(running, folder, round_)
        if (round_ + 1) % max(rounds // 10, 1) == 0:
            told.append(counted(running))
            print(f"round {round_ + 1}: {told[-1]}, {time.monotonic() - begin:.0f} s", flush=True)
    first, last = told[0], told[-1]
    allowed = first | {
        "MB": first["MB"] * (1 + GROWTH),
        "threads": first["threads"]
        + QThreadPool.globalInstance().maxThreadCount(),  # it may not have been full
    }
    grown = [name for name, count in last.items() if count > allowed[name]]
    print(
        f"{rounds} rounds, memory {last['MB'] / first['MB'] - 1:+.1%}, grown: {', '.join(grown) or 'nothing'}"
    )
    jobs.drain()
    running.session.close()
    return 1 if grown else 0


if __name__ == "__main__":
    status = main(int(sys.argv[1]) if len(sys.argv) > 1 else 96)
    sys.stdout.flush()
    os._exit(status)
