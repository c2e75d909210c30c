"""A monkey at the real window: ``monkey.py SEED [ACTIONS]``, by itself 20,000 actions.

Clicks, keys, wheels, drags, pastes, drops, sizes, languages and looks at random, seeded. It stops with status 1 when something was
raised or Qt complained, when in a long run memory grew by more than 5 % after the first tenth, or when undoing everything does not give back
the state the project was opened in. File dialogs answer at random with files good and bad. Memory is measured with the project
closed, as what the monkey imports makes the project itself larger.
"""

import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from steady import census, load_everything, memory, steady

if __name__ == "__main__":
    steady()

HOME = Path(tempfile.mkdtemp(prefix="monkey-"))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
for key in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
    os.environ[key] = str(HOME)

from PySide6.QtCore import (  # noqa: E402
    QEvent,
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    QSettings,
    Qt,
    QThreadPool,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QDrag, QDropEvent, QKeyEvent, QWheelEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget  # noqa: E402

from gui import app as program  # noqa: E402
from gui import jobs  # noqa: E402
from gui.charts.view import chart_pool  # noqa: E402

GROWTH = 0.05
LONG = 10_000
"""Actions from which on memory is judged: in the first hundreds pages are still being made."""
QUIET = ("This plugin does not support",)
KEYS = (
    *(
        Qt.Key[f"Key_{name}"]
        for name in [
            "Tab",
            "Backtab",
            "Return",
            "Escape",
            "Left",
            "Right",
            "Up",
            "Down",
            "Home",
            "End",
            "PageUp",
            "PageDown",
            "Delete",
            "Backspace",
            "Space",
            "F1",
            "F2",
        ]
    ),
    *(Qt.Key(code) for code in range(ord("0"), ord("9") + 1)),
    *(Qt.Key(code) for code in range(ord("A"), ord("Z") + 1)),
    Qt.Key.Key_Period,
    Qt.Key.Key_Minus,
)
CHORDS = [
    "Z",
    "Y",
    "A",
    "C",
    "V",
    "X",
    "K",
    "F",
    "I",
    "S",
    "P",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "PageUp",
    "PageDown",
    "Home",
    "End",
    "Slash",
]
PASTES = (
    "", "0", "-1", "1e308", "nan", "12,5", "１２３", "¥59.9", "15%", "演示\t59\t20\n咖啡\t39\t12", "a\tb\tc\n1\t2", "x" * 5000, "=1+1",
    "<b>粗</b>", "\x00\x07", "👩\u200d👩\u200d👧", "1.2万", "达人ID\t达人昵称\t粉丝数\n1\t王\t1万\n", "\n\n\t\t", "\u202eabc", "99999999999999999999",
)  # fmt: skip


class Monkey:
    """Does one thing after the other on whatever window is in front."""

    def __init__(self, running: program.Program, seed: int, files: list[Path]) -> None:
        self.dice = random.Random(seed)
        self.running = running
        self.files = files
        self.done: Counter[str] = Counter()
        self.faults: list[str] = []
        self.last = ""
        self._held: list[QWidget] = []
        self._first = self.state()
        running.session.changed.connect(self._watch)
        self._ways: tuple[tuple[int, str, Callable[[], None]], ...] = (
            (30, "click", self.click),
            (22, "key", self.key),
            (6, "chord", self.chord),
            (6, "type", self.type_text),
            (4, "paste", self.paste),
            (4, "wheel", self.wheel),
            (3, "drag", self.drag),
            (4, "page", self.page),
            (3, "context", self.context),
            (2, "double", self.double),
            (1, "drop", self.drop),
            (1, "resize", self.resize),
            (1, "language", self.language),
            (1, "look", self.look),
            (3, "undo", lambda: self.window.attempt(self.running.session.undo)),
            (2, "redo", lambda: self.window.attempt(self.running.session.redo)),
            (3, "close", self.close),
        )

    @property
    def window(self) -> Any:
        return self.running.window

    def state(self) -> object:
        """All of the project that can be undone."""
        session = self.running.session
        if session.path is None:
            return None
        heads = sorted((head.digest, head.sheet, str(head.kind)) for head in session.batches())
        return session.snapshot(), sorted(session.results(), key=repr), heads

    def _watch(self, what: Any, by: object) -> None:
        from gui.session import Changed

        if what & Changed.PROJECT:
            self._first = self.state()

    def act(self) -> None:
        """One action; what it raises is kept."""
        weights = [weight for weight, _, _ in self._ways]
        _, name, way = self.dice.choices(self._ways, weights)[0]
        self.done[name] += 1
        self.last = name
        try:
            way()
        except Exception as error:  # noqa: BLE001 - that is what it looks for
            place = traceback.extract_tb(error.__traceback__)[-1].filename
            if place != __file__ or not isinstance(
                error, RuntimeError
            ):  # what it hit went away under its hand
                self.faults.append(f"{name}\n{traceback.format_exc()}")

    # ── what it does ──

    def front(self) -> QWidget:
        """The window a person would see in front."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._free()

    def _free(self) -> QWidget:
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and isinstance(w, QDialog)]
        return self.dice.choice(others) if others and self.dice.random() < 0.6 else self.window

    def target(self) -> tuple[QWidget, QPoint]:
        """A widget one can see and hit, and a place on it."""
        front = self.front()
        seen = [
            w
            for w in front.findChildren(QWidget)
            if w.isVisible() and w.isEnabled() and not w.visibleRegion().isEmpty()
        ]
        self._held = seen  # a wrapper whose parent's wrapper is let go is dead, though the widget lives
        hit = self.dice.choice(seen) if seen else front
        rect = hit.rect()
        return hit, QPoint(
            self.dice.randint(0, max(rect.width() - 1, 0)), self.dice.randint(0, max(rect.height() - 1, 0))
        )

    def click(self) -> None:
        hit, place = self.target()
        held = self.dice.choice(
            (Qt.KeyboardModifier.NoModifier,) * 6
            + (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
        )
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, held, place)

    def double(self) -> None:
        hit, place = self.target()
        QTest.mouseDClick(hit, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def context(self) -> None:
        from PySide6.QtGui import QContextMenuEvent

        hit, place = self.target()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, hit.mapToGlobal(place))
        QApplication.postEvent(hit, event)

    def wheel(self) -> None:
        hit, place = self.target()
        turn = QPoint(0, self.dice.choice((-360, -120, 120, 360)))
        QApplication.sendEvent(
            hit,
            QWheelEvent(
                QPointF(place), QPointF(hit.mapToGlobal(place)), QPoint(), turn, Qt.MouseButton.NoButton,
                self.dice.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)), Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip

    def drag(self) -> None:
        hit, place = self.target()
        QTest.mousePress(hit, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        for _ in range(3):
            place += QPoint(self.dice.randint(-80, 80), self.dice.randint(-60, 60))
            QTest.mouseMove(hit, place)
        QTest.mouseRelease(hit, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def key(self) -> None:
        self._press(self.dice.choice(KEYS), Qt.KeyboardModifier.NoModifier)

    def chord(self) -> None:
        self._press(Qt.Key[f"Key_{self.dice.choice(CHORDS)}"], Qt.KeyboardModifier.ControlModifier)

    def _press(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        hit = QApplication.focusWidget() or self.front()
        text = chr(key.value) if key.value < 128 and held == Qt.KeyboardModifier.NoModifier else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(hit, QKeyEvent(kind, key.value, held, text.lower()))

    def type_text(self) -> None:
        from PySide6.QtGui import QInputMethodEvent

        hit = QApplication.focusWidget()
        if hit is not None:
            event = QInputMethodEvent()
            event.setCommitString(self.dice.choice(PASTES))
            QApplication.sendEvent(hit, event)

    def paste(self) -> None:
        QApplication.clipboard().setText(self.dice.choice(PASTES))
        self._press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def page(self) -> None:
        if QApplication.activeModalWidget() is None:
            self.window.nav.setCurrentRow(self.dice.randrange(self.window.nav.count()))

    def drop(self) -> None:
        data = QMimeData()
        data.setUrls(
            [QUrl.fromLocalFile(str(file)) for file in self.dice.sample(self.files, self.dice.randint(1, 2))]
        )
        hit, place = self.target()
        event = QDropEvent(
            QPointF(place),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(hit if self.dice.random() < 0.5 else self.window, event)

    def resize(self) -> None:
        self.window.resize(self.dice.randint(900, 2000), self.dice.randint(500, 1200))

    def language(self) -> None:
        self.running.choose_language(self.dice.choice(("zh_CN", "en")))

    def look(self) -> None:
        self.running.choose_theme(self.dice.choice(("light", "dark")))

    def close(self) -> None:
        """Close what is in front, or bring the window back."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if front is not None:
            front.close()
        elif not self.window.isVisible():
            self.window.show()

    def undo_everything(self) -> None:
        """Back to how the project was opened."""
        session = self.running.session
        while session.undo_code() is not None:
            session.undo()
            pump(5)  # a thousand steps in one turn of the window would pile up what each begins
        if self.state() != self._first:
            self.faults.append("undoing everything does not give the first state back")


def pump(milliseconds: int) -> None:
    """Let the event loop turn."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def finish() -> None:
    """Wait for all work: what is thrown away before it began is kept by its pool."""
    for pool in (QThreadPool.globalInstance(), chart_pool()):
        pool.waitForDone()


def at_rest(running: program.Program) -> int:
    """Kilobytes in memory with the project closed and nobody at the window, which has its first size; it is opened again."""
    session, path = running.session, running.session.path
    running.window.resize(1280, 720)  # what is painted on is as large as the window
    session.close()
    finish()
    pump(500)
    jobs.tidy()
    kilobytes = memory()
    if path is not None:
        session.open(path)
    pump(500)
    return kilobytes


def material(folder: Path) -> list[Path]:
    """Files to drop: good, odd and broken."""
    good = "达人ID,达人昵称,平台,粉丝数,场均观看,坑位费,佣金率\n" + "".join(
        f"m{n},猴子{n},抖音,{n * 731 + 900},{n * 37 + 50},{n * 90},{10 + n % 15}%\n" for n in range(40)
    )
    orders = "订单编号,买家,付款时间,商品,数量,实付金额,退款金额,达人ID\n" + "".join(
        f"{6900000000000000000 + n},k{n % 90},2026-0{1 + n % 9}-1{n % 10} 12:00:00,咖啡,1,{39 + n % 30},0,m{n % 40}\n"
        for n in range(600)
    )
    texts = {
        "roster.csv": good, "orders.csv": orders, "products.csv": "商品名称,类目,售价,单件成本\n猴子咖啡,coffee,39,12\n坏行,,abc,\n",
        "empty.csv": "", "broken.csv": '"a,b\n1,2\x00\n', "odd.txt": "一\t二\n三\n", "not.rmx": "no project",
    }  # fmt: skip
    made = []
    for name, text in texts.items():
        made.append(folder / name)
        made[-1].write_text(text, "utf-8")
    return made


def tame(dice: random.Random, files: list[Path], folder: Path) -> None:
    """File dialogs answer by themselves, and nothing opens outside."""
    counter = iter(range(10**9))

    def save(*_a: object, **_k: object) -> tuple[str, str]:
        names = (
            "",
            str(
                folder
                / f"out{next(counter) % 50}{dice.choice(('.csv', '.xlsx', '.pdf', '.rmx', '.ics', '.png'))}"
            ),
            str(folder / "no" / "where.pdf"),
        )
        return dice.choice(names), ""

    def load(*_a: object, **_k: object) -> tuple[str, str]:
        return (dice.choice(("", *map(str, files))), "")

    QFileDialog.getSaveFileName = staticmethod(save)
    QFileDialog.getOpenFileName = staticmethod(load)
    QFileDialog.getOpenFileNames = staticmethod(
        lambda *_a, **_k: ([load()[0]] if dice.random() < 0.7 else [], "")
    )
    QFileDialog.getExistingDirectory = staticmethod(lambda *_a, **_k: dice.choice(("", str(folder))))
    QFileDialog.exec = lambda _self: 0
    QDrag.exec = lambda *_a, **_k: Qt.DropAction.IgnoreAction  # without a pointer it would wait for ever
    QDesktopServices.openUrl = staticmethod(lambda _url: True)


def play(monkey: Monkey, actions: int) -> tuple[int, Counter[str]]:
    """All actions, each from a timer of its own, so that they go on inside of menus; memory and objects after a tenth of them."""
    loop, begin, marks = QEventLoop(), time.monotonic(), [(0, Counter[str]())]

    def beat() -> None:
        n = sum(monkey.done.values())
        if n >= actions or len(monkey.faults) > 20:
            for popup in iter(QApplication.activePopupWidget, None):
                popup.close()
            loop.quit()
            return
        QTimer.singleShot(1, beat)
        monkey.act()
        if n == actions // 10:
            marks[0] = at_rest(monkey.running), census()
        if n % 1000 == 999:
            told = f"{n + 1} actions, {memory() // 1024} MB, {len(monkey.faults)} faults, {time.monotonic() - begin:.0f} s"
            print(told, flush=True)

    QTimer.singleShot(1, beat)
    loop.exec()
    return marks[0]


def main(seed: int, actions: int) -> int:
    """One run; the exit status."""
    dice = random.Random(seed + 1)
    app = program.prepare(["monkey"])
    load_everything()
    app.setQuitOnLastWindowClosed(False)
    folder = HOME / "files"
    folder.mkdir()
    files = material(folder)
    tame(dice, files, folder)
    running = program.Program(app, QSettings(str(HOME / "own.ini"), QSettings.Format.IniFormat))
    running.start(None, demo=True)
    running.warmup.wait()
    pump(500)
    monkey = Monkey(running, seed, files)
    sys.excepthook = lambda kind, error, trace: monkey.faults.append(
        f"{monkey.last}\n{''.join(traceback.format_exception(kind, error, trace))}"
    )

    def told(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith(QUIET):
            monkey.faults.append(f"{monkey.last}: Qt: {text}")

    qInstallMessageHandler(told)
    start, known = play(monkey, actions)
    for widget in QApplication.topLevelWidgets():
        if widget is not running.window and widget.isVisible():
            widget.close()
    finish()
    pump(1500)
    monkey.undo_everything()
    pump(500)
    end = at_rest(running)
    grown = end / start - 1 if start else 0.0
    if actions >= LONG and grown > GROWTH:
        monkey.faults.append(f"memory grew by {grown:.1%}: {(census() - known).most_common(25)}")
    print(
        f"seed {seed}: {sum(monkey.done.values())} actions {dict(monkey.done)}, memory {grown:+.1%} to {end // 1024} MB, {len(monkey.faults)} faults"
    )
    for fault, times in Counter(monkey.faults).most_common(8):
        print(f"── {times}×\n{fault}")
    qInstallMessageHandler(None)
    jobs.drain()
    running.session.close()
    shutil.rmtree(HOME, ignore_errors=True)
    return 1 if monkey.faults else 0


if __name__ == "__main__":
    status = main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
    sys.stdout.flush()
    os._exit(status)
