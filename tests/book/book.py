"""The screenshot book: ``book.py FOLDER [--only WORD] [--quick]``. Every page, tab and dialog of the real window as pictures.

Both languages, both looks, two sizes, with a contact sheet ``index.html`` that needs no network, and what a program
can see wrong under each picture and in ``flaws.txt``. Scenes stand in ``scenes.py``; ``--quick`` takes Chinese, light, small.
"""

import argparse
import html
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import screens  # noqa: E402  (it gives this process a home of its own)
from flaws import flaws  # noqa: E402
from PySide6.QtCore import QSettings, QSizeF, QTimer  # noqa: E402
from PySide6.QtGui import QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QTabWidget, QWidget  # noqa: E402
from scenes import SCENES, STATES, Scene  # noqa: E402

from gui import app as program  # noqa: E402
from gui import jobs  # noqa: E402

LOOKS = [f"{code}-{look}" for code in ("zh_CN", "en") for look in ("light", "dark")]
TODAY = date(2027, 1, 1)
BUYERS = 2_400


class Book:
    """Takes the pictures and remembers what is wrong with them."""

    def __init__(self, running: program.Program, folder: Path, only: str) -> None:
        self.running, self.window = running, running.window
        self.folder, self.only = folder, only
        self.shots: list[tuple[Path, list[str]]] = []
        self.place = folder

    def wants(self, name: str) -> bool:
        """Whether this picture was asked for."""
        return self.only in name

    def shoot(self, name: str) -> None:
        """The window, and all that is open over it."""
        over = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.window]
        scale = self.window.devicePixelRatioF()
        picture = QPixmap((QSizeF(self.window.size()) * scale).toSize())
        picture.setDevicePixelRatio(scale)
        shots = [(widget, widget.grab()) for widget in (self.window, *over)]
        found: list[str] = []
        with QPainter(picture) as painter:
            for widget, shot in shots:
                painter.drawPixmap(widget.pos() - self.window.pos(), shot)
        for widget, shot in shots:
            found += flaws(widget, shot.toImage(), self.running.language == "zh_CN")
        file = self.place / f"{name.replace('/', ' ')}.png"
        picture.save(str(file))
        self.shots.append((file, list(dict.fromkeys(found))))

    def pages(self, state: str) -> None:
        """Every page with all its tabs and sections."""
        for spec in self.window.specs:
            if not self.wants(f"{state} {spec.name}"):
                continue
            page = self.window.show_page(spec.name)
            work = page.findChildren(jobs.Job)
            screens.until(
                lambda work=work: not any(job.is_running() for job in work)
            )  # what is shown is of now
            screens.settled()
            turns = list(turns_of(page))
            for number, turn in enumerate(turns or [lambda: None], 1):
                turn()
                screens.settled()
                self.shoot(f"{state} {spec.name}" + (f" {number}" if turns else ""))
            if turns:
                turns[0]()

    def scene(self, scene: Scene, files: Path) -> None:
        """Something that opens over the window, which is closed again."""
        shot = False

        def look() -> None:
            nonlocal shot
            screens.settled()
            self.shoot(f"{scene.state} {scene.name}")
            shot = True
            close_all(self.window)

        if scene.blocks:
            QTimer.singleShot(300, look)
            scene.way(self.window, files)
            screens.until(lambda: shot)
        else:
            scene.way(self.window, files)
            look()
        if scene.after is not None:
            scene.after(self.window, files)
        screens.settled()


def turns_of(page: QWidget) -> Iterator[Callable[[], None]]:
    """What shows each tab of the widest row of tabs of a page, or each section of its list."""
    rows = [tabs for tabs in page.findChildren(QTabWidget) if tabs.isVisible()]
    if rows:
        tabs = max(rows, key=QTabWidget.count)
        for place in range(tabs.count()):
            if tabs.isTabVisible(place) and tabs.isTabEnabled(place):
                yield lambda place=place: tabs.setCurrentIndex(place)  # type: ignore[misc]
    elif isinstance(sections := getattr(page, "sections", None), QListWidget):
        for place in range(sections.count()):
            yield lambda place=place: sections.setCurrentRow(place)  # type: ignore[misc]


def close_all(window: QWidget) -> None:
    """Everything that is open over the window."""
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget is not window:
            widget.reject() if isinstance(widget, QDialog) else widget.close()
    for page in window.pages.values():
        page.hush()


# ── states ──


def settle_studies(running: program.Program) -> None:
    from gui.studies import studies_of

    screens.settled()
    screens.until(lambda: not studies_of(running.session).is_running())
    screens.settled()


def empty(running: program.Program) -> None:
    """A new project."""
    fresh(running, "my-shop")


def demo(running: program.Program) -> None:
    """The demo's people and products, no plan."""
    from model.demo import demo_snapshot
    from model.policy import load

    fresh(running, "demo-shop")
    running.session.fill(demo_snapshot(load()))


def planned(running: program.Program) -> None:
    """With orders of other products, results, a plan and a launch."""
    with_orders(running, lambda batch, _hosts, _products: batch)


def matched(running: program.Program) -> None:
    """The same with orders of its own products and hosts, from customers who come back."""
    with_orders(running, of_shop)


def with_orders(running: program.Program, of: Callable[[Any, Any, Any], Any]) -> None:
    sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))
    from resultspage import made

    from model.results import Result

    demo(running)
    session = running.session
    hosts, products = session.snapshot().influencers, session.products()
    writer = session.writer()
    session.take_import([writer.write(of(one, hosts, products)) for one in made(4_000)])
    session.save_result(
        Result(hosts[0].id, products[6].name, date(2026, 10, 1), 2, 520, 96, 14, 2, 966.0, 828.0, 124.2, 600.0),
        hosts[0].name,
        None,
    )  # fmt: skip
    settle_studies(running)
    plan(running)
    screens.launch(running)


def of_shop(batch: Any, hosts: Any, products: Any) -> Any:
    """Lines as the demo's shop would have them: of its hosts and products, by buyers some of whom come back."""
    import pyarrow as pa

    def renamed(name: str, names: list[str]) -> Any:
        place = batch.table[name].combine_chunks()
        codes = [None if code is None else names[code % len(names)] for code in place.indices.to_pylist()]
        return pa.array(codes, pa.string()).dictionary_encode()

    if batch.kind != "orders":
        return batch
    buyers = pa.array([int(one) % BUYERS for one in batch.table["buyer"].to_pylist()], pa.uint64())
    new = {
        "product": renamed("product", [*(one.name for one in products), "赠品小样"]),
        "host_id": renamed("host_id", [one.id for one in hosts]),
        "host": renamed("host", [one.name for one in hosts]),
        "buyer": buyers,
    }
    table = batch.table
    for name, column in new.items():
        table = table.set_column(table.column_names.index(name), table.schema.field(name), column)
    paid = int(sum(table["paid_fen"].to_pylist()))
    days = [one.date() for one in table["paid_at"].to_pylist()]
    facts = replace(
        batch.facts, first_day=min(days), last_day=max(days), paid_fen=paid, hosts=len(hosts), states={"paid": table.num_rows},
        products=len(products) + 1, customers=len(set(buyers.to_pylist())),
    )  # fmt: skip
    return replace(batch, table=table, facts=facts)


def stale(running: program.Program) -> None:
    """The plan before a host was taken out."""
    planned(running)
    running.session.delete_influencers([running.session.snapshot().influencers[3].id], by=None)


def nobody(running: program.Program) -> None:
    """A budget that is enough for nobody, and no host without a fee."""
    from model.records import Offer, Request

    demo(running)
    dear = (Offer("9000万", 9e7, 0.5),)
    hosts = [replace(h, offers=dear) for h in running.session.snapshot().influencers]
    running.session.save_influencers(hosts, None)
    running.session.save_request(Request(500.0), None)
    plan(running)


def plan(running: program.Program) -> None:
    """A plan, or the notice that there is none."""
    page = running.window.show_page("matrix")
    settle_studies(running)
    page.recommend()
    screens.settled()
    work = page.findChildren(jobs.Job)
    screens.until(lambda: not any(job.is_running() for job in work))


def fresh(running: program.Program, name: str) -> None:
    running.session.close()
    path = screens.HOME / f"{name}.rmx"
    path.unlink(missing_ok=True)
    running.session.open(path, create=True)


# ── files ──


def make_files(folder: Path) -> Path:
    """Good files to import, bad ones, and half bad ones."""
    folder.mkdir(parents=True, exist_ok=True)
    head = "主订单编号,子订单编号,选购商品,商品数量,商品ID,订单应付金额,收件人手机号,订单提交时间,支付完成时间,流量来源,订单状态,达人ID,达人昵称,售后状态,鲁班落地页ID"
    lines = [
        f"69{n:014},69{n:014},洁面乳,1,3600000000000000001,59.00,1380013{n % 40:04},2026-03-{1 + n % 28:02} 10:00:00,"
        f"2026-03-{1 + n % 28:02} 10:01:00,精选联盟,已完成,700000000000000000{n % 3},小美{n % 3},{'退款成功' if n % 9 == 0 else '-'},"
        for n in range(200)
    ]
    half = [line.replace("59.00", "很多钱") if n % 7 == 0 else line for n, line in enumerate(lines)]
    texts = {
        "orders.csv": [head, *lines],
        "halfbad.csv": [head, *half],
        "empty.csv": [],
        "strange.csv": ["甲,乙,丙", "1,2026-01-02,5", "2,2026-01-03,6"],
        "broken.rmx": ["no project"],
    }
    for name, rows in texts.items():
        (folder / name).write_text("\n".join(rows), "utf-8-sig")
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    return folder


# ── the sheet ──


def write_index(folder: Path, shots: list[tuple[Path, list[str]]]) -> int:
    """The contact sheets and the list of flaws; how many there are."""
    parts = ["<!doctype html><meta charset=utf-8><title>Screens</title><style>body{font:14px sans-serif;margin:20px;background:#ddd}figure{display:inline-block;vertical-align:top;width:420px;margin:6px;padding:8px;background:#fff}img{width:100%}li{color:#a00}</style>"]  # fmt: skip
    last, lines = None, []
    for file, found in shots:
        if file.parent != last:
            parts.append(f"<h2>{html.escape(file.parent.name)}</h2>")
            last = file.parent
        link = f"{file.parent.name}/{file.name}"
        flaws_told = "".join(f"<li>{html.escape(one)}" for one in found)
        parts.append(
            f'<figure><a href="{html.escape(link)}"><img loading=lazy src="{html.escape(link)}"></a>'
            f"<figcaption>{html.escape(file.stem)}<ul>{flaws_told}</ul></figcaption></figure>"
        )
        lines += [f"{link}: {one}" for one in found]
    (folder / "index.html").write_text("\n".join(parts), "utf-8")
    (folder / "flaws.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return len(lines)


def main() -> int:
    """All pictures; 1 when something is seen to be wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="names with this in them")
    parser.add_argument("--states", nargs="*", default=STATES)
    parser.add_argument("--looks", nargs="*", default=LOOKS, choices=LOOKS, help="languages and looks")
    parser.add_argument("--quick", action="store_true", help="Chinese, light, 1366x768 only")
    args = parser.parse_args()
    running = opened()
    files = make_files(screens.HOME / "files")
    book = Book(running, args.folder, args.only)
    try:
        fill(book, args, files)
    finally:  # what there is so far is worth seeing
        count = write_index(args.folder, book.shots)
    print(f"{len(book.shots)} pictures, {count} flaws seen by the program: {args.folder / 'index.html'}")
    jobs.drain()
    running.session.close()
    return 1 if count else 0


def fill(book: Book, args: argparse.Namespace, files: Path) -> None:
    """Take all pictures that were asked for."""
    running = book.running
    for state in args.states:
        globals()[state](running)
        settle_studies(running)
        for both in LOOKS[:1] if args.quick else args.looks:
            screens.look_like(running, *both.split("-"))
            for width, height in screens.SIZES[:1] if args.quick else screens.SIZES:
                running.window.resize(width, height)
                book.place = args.folder / f"{both}-{width}"
                book.place.mkdir(parents=True, exist_ok=True)
                book.pages(state)
                for scene in SCENES:
                    if scene.state == state and book.wants(f"{state} {scene.name}"):
                        book.scene(scene, files)


def opened() -> program.Program:
    """The program in Chinese, all its libraries there."""
    app: Any = program.prepare(["book"])
    sys.excepthook = sys.__excepthook__  # a fault is to be seen here, not in a dialog
    settings = QSettings(str(screens.HOME / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "zh_CN")
    running = program.Program(app, settings)
    running.start(screens.HOME / "none.rmx", demo=False)
    running.warmup.wait()
    with suppress(TimeoutError):
        screens.until(lambda: running.session.policy is not None)
    return running


if __name__ == "__main__":
    sys.exit(main())
