"""Heartbeat of the real window: prints the longest gaps in ms — idle, while recommending, when the plan appears."""

import sys
import tempfile
import time
from pathlib import Path

from bench import thousand
from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, QTimer

from gui import app as program
from gui import jobs


class Heartbeat(QObject):
    """A 2 ms timer that remembers the longest time between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def take(self) -> float:
        """The longest gap since the last question."""
        longest, self.longest = self.longest, 0.0
        return longest


def wait(milliseconds: int) -> None:
    """Let the event loop turn."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Open the window on 1,000 hosts, recommend, and tell."""
    app = program.prepare(["stalls"])
    folder = Path(tempfile.mkdtemp())
    running = program.Program(app, QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    running.start(folder / "none.rmx", demo=False)
    running.session.open(folder / "thousand.rmx", create=True)
    snapshot, _ = thousand()
    running.session.fill(snapshot)
    running.warmup.wait()
    page = running.window.show_page("matrix")
    wait(1500)
    beat = Heartbeat()
    wait(500)
    idle = beat.take()
    gaps = []
    for _ in range(3):
        loop = QEventLoop()
        page._job.running.connect(
            lambda on, loop=loop: None if on else (gaps.append(beat.take()), loop.quit())
        )
        page.recommend()
        loop.exec()
        page._job.running.disconnect()
        page._job.running.connect(page.limits.set_running)
        wait(1500)
        gaps.append(beat.take())
    print(idle, max(gaps[::2]), max(gaps[1::2]), flush=True)
    jobs.drain()
    running.session.close()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main()
