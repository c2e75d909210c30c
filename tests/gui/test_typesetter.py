"""Texts for paper are laid out beside a window that lets go of receivers all the time, and neither waits for the other."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QImage, QPainter, QPdfWriter

from gui import typesetter
from gui.typesetter import lent, prepare

pytestmark = pytest.mark.usefixtures("qapp")

HOLD_EACH_OTHER_UP = """
import sys, threading, time, datetime as dt
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from gui import press, typesetter
from gui.paper import Block, Paper

app = QGuiApplication([])
typesetter.prepare()
paper = Paper("纸", dt.date(2026, 1, 1), tuple(Block(f"<p>第{n}段</p>") for n in range(60)), {})
made = []

class Receiver:
    def come(self): pass

def work():
    for _ in range(40):
        made.append(len(press.pdf(paper)))

worker = threading.Thread(target=work)
worker.start()
while worker.is_alive():
    timer, receiver = QTimer(), Receiver()
    timer.timeout.connect(receiver.come)
    del receiver
    app.processEvents()
print(len(made), min(made) > 1000)
"""


def test_a_window_that_lets_go_of_receivers_and_a_worker_that_prints_do_not_hold_each_other_up() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", HOLD_EACH_OTHER_UP],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == (["40", "True"], "")


def painted(html: str, width: float = 400) -> QImage:
    """What one that is lent paints."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(100)
    image = QImage(500, 300, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    with lent() as setter:
        setter.begin(writer, QFont(), width)
        assert setter.height(html) > 0
        setter.paint(painter, html)
    painter.end()
    return image


def test_nothing_of_the_text_before_is_left() -> None:
    plain = painted("<p>茶</p>")
    painted("<h1 style='color: red'>咖啡</h1><table border='1'><tr><td>豆</td></tr></table>", 200)
    assert painted("<p>茶</p>") == plain != painted("<p>茶茶</p>")


def test_every_worker_has_its_own_and_none_is_made_beside_the_window(
    caplog: pytest.LogCaptureFixture,
) -> None:
    prepare()
    known = list(typesetter._made)
    meeting, kept = threading.Barrier(2), list[object]()

    def work() -> None:
        with lent() as setter:
            kept.append(setter)
            meeting.wait(20)

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert kept[0] is not kept[1]
    assert typesetter._made == known
    assert sorted(map(id, typesetter._idle)) == sorted(map(id, known))
    assert caplog.messages == []
