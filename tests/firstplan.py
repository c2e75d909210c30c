"""The first plan in pictures, for the README: ``firstplan.py FOLDER``. Made-up hosts, the real window, the Chinese a merchant sees."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from screens import HOME, QSettings, jobs, program, settled, until

HEADER = "达人ID,达人昵称,平台,粉丝数,平均播放量,坑位费,佣金比例"
NAMES = [
    "阿May爱生活",
    "小满测评",
    "老陈说好物",
    "一只橙子",
    "南南的家",
    "大山里的茶",
    "豆豆妈",
    "阿泽开箱",
    "北岸花园",
    "甜糯团子",
]
LEVELS = ("", "·清晨", "·周末")
WIDTH = 1000
"""Pixels of a picture: the README shows no more."""


def roster() -> Path:
    """Thirty hosts of all sizes, as a merchant writes them down."""
    rows = []
    for n, name in enumerate(f"{name}{level}" for level in LEVELS for name in NAMES):
        followers = round(4_000 * 1.22**n, -2)
        rows.append(
            f"dy{n:03},{name},抖音,{followers:.0f},{followers * (0.5 - n / 120):.0f},{60 + followers * 0.012:.0f},{15 + n % 3 * 5}%"
        )
    file = HOME / "达人名单.csv"
    file.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8-sig")
    return file


def save(widget: QWidget, folder: Path, name: str) -> None:
    """One picture, no wider than is shown."""
    settled()
    seen = widget.grab()
    smooth = Qt.TransformationMode.SmoothTransformation
    seen = seen.scaledToWidth(WIDTH, smooth) if seen.width() > WIDTH else seen
    seen.save(str(folder / f"{name}.png"), "PNG", 0)


def steps(running: program.Program, folder: Path) -> None:
    """From the welcome to the verdict, as the tests click it."""
    window = running.window
    save(window, folder, "1-welcome")
    dialog: Any = window.import_files([roster()])
    until(lambda: dialog.importer.count("ready") == 1 and not dialog.importer.is_busy())
    save(dialog, folder, "2-hosts")
    dialog.steps.button("start").click()
    until(lambda: len(running.session.snapshot().influencers) == 30)
    dialog.steps.button("next").click()
    products: Any = window.pages["products"]
    until(lambda: products._complete)
    for field, text in (("name", "氨基酸洁面乳"), ("price", "59"), ("unit_cost", "14")):
        products.form.editor(field).setText(text)
    category: Any = products.form.editor("category")
    category.setCurrentIndex(category.findData("cleanser"))
    products.form.edited.emit("category")
    until(lambda: bool(products.grade.why.text()))
    save(window, folder, "3-product")
    products.sheet.save.click()
    matrix: Any = window.show_page("matrix")
    matrix.limits.form.editor("budget").setText("20000")
    matrix.recommend()
    until(lambda: matrix.plan.choices.model.rowCount() > 0)
    save(window, folder, "4-plan")
    overview: Any = window.show_page("overview")
    until(lambda: overview.pyramid.canvas.picture is not None)
    save(window, folder, "5-verdict")


def main(folder: Path) -> None:
    """All five."""
    folder.mkdir(parents=True, exist_ok=True)
    app = program.prepare(["first plan"])
    settings = QSettings(str(HOME / "first.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "zh_CN")
    settings.setValue("theme", "light")
    running = program.Program(app, settings)
    running.window.resize(1366, 768)
    running.start(None, demo=False)
    running.warmup.wait()
    until(lambda: running.session.policy is not None)
    steps(running, folder)
    print(folder)
    jobs.drain()
    running.session.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
