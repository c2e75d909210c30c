"""The shipped font is there, whichever way it is loaded, and options of Qt reach it."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.shippedfont import shipped_families

ROOT = Path(__file__).resolve().parents[2]
ASKED = """
from PySide6.QtCore import QTimer
from gui import app
from gui.__main__ import main

def start(program, *_asked):
    print(program.app.platformName(), program.app.style().name(), program.app.arguments())
    QTimer.singleShot(0, program.app.quit)

app.Program.start = start
main(["-platform", "offscreen"])
"""


def test_a_file_and_its_bytes_are_the_same_font(qapp: QApplication) -> None:
    assert shipped_families(by_bytes=False) == shipped_families(by_bytes=True) == ["Noto Sans SC"]


def test_the_first_option_reaches_qt(tmp_path: Path) -> None:
    folders = {
        key: str(tmp_path)
        for key in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA")
    }
    done = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=ROOT, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)} | folders,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "offscreen fusion ['repurchase-matrix']"
