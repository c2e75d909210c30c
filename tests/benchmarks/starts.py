"""Start and memory of a bundle beside the source and a floor: ``starts.py PROGRAM [ROUNDS] [FOLDER OF PANDAS]``; Linux, needs Xvfb and xwininfo.

One after the other in each round, so that a busy machine is busy for all; of each the least is told. Wall and processor seconds
until the window is mapped, then the resident memory once nothing moves any more (the slow libraries are loaded behind the window).
Cold: the files are taken out of the page cache first. The floor is an empty window with pandas and a drawn matplotlib canvas.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOOR = """
import sys
import PySide6.QtCore
feature = sys.modules.get("shibokensupport.feature")
if feature is not None: feature._mod_uses_pyside = lambda module: False
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
from PySide6.QtGui import QImage, QPixmap
app = QApplication(["floor"])
window = QMainWindow()
window.resize(1180, 720)
window.show()
app.processEvents()
import pandas
from matplotlib.figure import Figure
from matplotlib.backends.backend_agg import FigureCanvasAgg
figure = Figure((8, 4.5))
figure.add_subplot().plot(range(12))
canvas = FigureCanvasAgg(figure)
canvas.draw()
width, height = canvas.get_width_height()
label = QLabel()
label.setPixmap(QPixmap.fromImage(QImage(canvas.buffer_rgba(), width, height, QImage.Format.Format_RGBA8888)))
window.setCentralWidget(label)
app.exec()
"""
STILL = 3.0
"""Seconds with less than a hundredth of a processor: it has settled."""
SCREEN = ":88"


@dataclass(frozen=True)
class Start:
    """One start: seconds to the window by the clock and by the processor, and MiB when settled."""

    wall: float
    processor: float
    memory: float


def processor(pid: int) -> float:
    """Seconds of user and system so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Resident MiB."""
    line = next(
        x for x in Path(f"/proc/{pid}/status").read_text("ascii").splitlines() if x.startswith("VmRSS")
    )
    return int(line.split()[1]) / 1024


def shown() -> bool:
    """Whether a window of a program's size is there."""
    told = subprocess.run(
        ["xwininfo", "-display", SCREEN, "-root", "-tree"], capture_output=True, text=True, check=False
    ).stdout
    sizes = [
        part.split("+")[0].split("x") for part in told.split() if "+" in part and "x" in part.split("+")[0]
    ]
    return any(
        len(size) == 2 and size[0].isdigit() and int(size[0]) > 600 and int(size[1]) > 400 for size in sizes
    )


def forget(folder: Path) -> None:
    """Take what lies there out of the page cache."""
    os.sync()
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as opened:
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def start(command: list[str], cold: tuple[Path, ...] = (), settle: bool = False) -> Start:
    """Start once in a home of its own, wait for the window, and end it."""
    for folder in cold:
        forget(folder)
    with tempfile.TemporaryDirectory() as home:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_"))}
        environment = kept | {
            "HOME": home,
            "DISPLAY": SCREEN,
            "PYTHONPATH": str(ROOT),
            "OPENBLAS_NUM_THREADS": "1",
        }
        begin = time.perf_counter()
        program = subprocess.Popen(command, env=environment, cwd=home, stderr=subprocess.DEVNULL)
        try:
            while not shown():
                if program.poll() is not None:
                    sys.exit(f"{' '.join(command)[:80]}: ended before it had a window")
                time.sleep(0.005)
            wall, used = time.perf_counter() - begin, processor(program.pid)
            if settle:
                before, at = processor(program.pid), time.perf_counter()
                while time.perf_counter() - at < STILL:
                    time.sleep(0.5)
                    if (now := processor(program.pid)) - before > 0.02:
                        before, at = now, time.perf_counter()
            return Start(wall, used, memory(program.pid))
        finally:
            program.kill()
            program.wait()


def main(bundled: Path, rounds: int, pandas: Path | None) -> None:
    """The table."""
    screen = subprocess.Popen(
        ["Xvfb", SCREEN, "-screen", "0", "1366x768x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL
    )
    time.sleep(1)
    libraries = (Path(sys.prefix) / "lib", Path(sys.base_prefix) / "lib")
    floor = FLOOR if pandas is None else f"import sys; sys.path.append({str(pandas)!r})\n{FLOOR}"
    ways = {
        "bundle": ([str(bundled)], (bundled.parent,)),
        "source": ([sys.executable, "-m", "gui"], (*libraries, ROOT / "gui", ROOT / "model")),
        "floor": ([sys.executable, "-c", floor], ()),
    }
    try:
        warm = {name: [start(command) for _ in range(2)][1:] for name, (command, _) in ways.items()}
        cold: dict[str, list[Start]] = {name: [] for name in ways}
        for number in range(rounds):
            for name, (command, folders) in ways.items():
                warm[name].append(start(command, settle=number == 0))
                if folders and number < 3:
                    cold[name].append(start(command, folders))
    finally:
        screen.kill()
    print("          warm s  (processor)   cold s   MiB at the window   settled")
    for name in ways:
        least = min(run.wall for run in warm[name]), min(run.processor for run in warm[name])
        first = f"{min(run.wall for run in cold[name]):8.2f}" if cold[name] else "       –"
        print(
            f"{name:8} {least[0]:7.3f}  ({least[1]:9.3f}) {first}"
            f"   {min(run.memory for run in warm[name]):17.0f}   {max(run.memory for run in warm[name]):7.0f}"
        )


if __name__ == "__main__":
    main(
        Path(sys.argv[1]).resolve(),
        int(sys.argv[2]) if len(sys.argv) > 2 else 7,
        Path(sys.argv[3]) if len(sys.argv) > 3 else None,
    )
