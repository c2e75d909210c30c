"""Buyers' names, phones and addresses of every kind of export leave no trace in anything the program writes."""

import random
import re
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from pytestqt.qtbot import QtBot

from gui import crash
from gui.app import Program
from gui.dialogs.importing import ImportDialog
from model.records import Influencer, Offer, Product, Request
from model.store import Store

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))
sys.path.insert(0, str(ROOT / "tests" / "model"))

from mutations import cell, table  # noqa: E402 - the path is made above

PERSONAL: Final = re.compile(
    r"买家(昵称|会员名|支付宝账号|留言|备注)|收[件货]人|收货地址|姓名|手机号|电话|联系手机|地址$|详细.*地址|留言|备注|身份证|用户编号|用户备注"
    r"|用户售后说明|客户(姓名|编码|地址)|旺旺|会员名|邮箱|Full name|^Name$|Email|街道"
)
"""Headings under which platforms name buyers, and those of free texts in which they are named all the same."""
NOBODY: Final = re.compile(
    r"时间|金额|是否|达人|商家退货|服务门店|仓库|产品|商品|备注标|等级|城市|省份|包裹备注标记|地区|-[省市]"
)
LINES: Final = 12


def exports() -> list[dict[str, Any]]:
    return tomllib.loads((ROOT / "tests" / "data" / "export_headers.toml").read_text("utf-8"))["export"]


class Planter:
    """Makes names, phones and addresses that nobody has, each once."""

    def __init__(self) -> None:
        self.planted: list[str] = []

    def plant(self, heading: str, number: int) -> str:
        serial = len(self.planted) + 1000
        if re.search(r"手机|电话", heading):
            told = f"1987{serial:07}"
        elif re.search(r"身份证号", heading):
            told = f"33010619{serial:010}"
        elif re.search(r"地址|街道", heading):
            told = f"杭州市西湖区灵隐路{serial}弄{number}号"
        elif re.search(r"备注|留言|说明", heading):
            told = f"请给裘千丈{serial}送到北门电话1986{serial:07}"
        else:
            told = f"裘千仞{serial}"
        self.planted.append(told)
        return told


def planted_files(folder: Path, planter: Planter) -> list[Path]:
    """One file of each known export, with somebody's data in every column that is made for it."""
    folder.mkdir()
    chance, made = random.Random(1), []
    for number, export in enumerate(exports()):
        header = export["header"].split(",") if isinstance(export["header"], str) else export["header"]
        rows = [
            [
                planter.plant(heading, line)
                if PERSONAL.search(heading)
                and not NOBODY.search(heading)
                and export["kind"] not in ("roster", "products")
                else cell(chance, heading)
                for heading in header
            ]
            for line in range(LINES)
        ]
        path = folder / f"{number}.csv"
        path.write_text(table([header, *rows]), "utf-8-sig")
        made.append(path)
    return made


def traces(planted: list[str], home: Path, but: Path) -> Iterator[tuple[str, str]]:
    """Which planted word lies in which file, whatever it is written in; workbooks are unpacked."""
    words = {one.encode(code): one for one in planted for code in ("utf-8", "gb18030", "utf-16-le")}
    hits = re.compile(b"|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
    for path in home.rglob("*"):
        if path.is_file() and but not in path.parents:
            data = path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as packed:
                    data += b"".join(packed.read(name) for name in packed.namelist())
            yield from ((str(path), words[hit]) for hit in set(hits.findall(data)))


@pytest.mark.timeout(240)
def test_no_buyer_of_any_export_is_in_anything_that_is_written(
    qtbot: QtBot,
    program: Program,
    tmp_path: Path,
    bring_in: Callable[..., ImportDialog],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    planter, folder = Planter(), tmp_path / "exports"
    files = planted_files(folder, planter)
    assert len(planter.planted) >= 1500
    dialog = bring_in(*files)
    states = [entry.state for entry in dialog.importer.entries.values()]
    assert states.count("taken") > 40
    shown = dialog.problems.table.model
    said = [" ".join(shown.texts(row)) for row in range(shown.rowCount())]
    said += [dialog.understood.toPlainText(), caplog.text]
    session = program.session
    session.save_product(Product("面霜", 59.0, "cream", 12.0, stock=500), None)
    session.save_influencers([Influencer("1", "小美", followers=9000, offers=(Offer("a", 90.0, 0.2),))], None)
    session.save_request(Request(5000.0), None)
    assert session.path is not None
    work = session.backup_work("asked")
    assert work is not None
    assert work(lambda _code, _share: None, lambda: False) is not None
    said += written(session.path, tmp_path / "out")
    said.append(crash.report("1", RuntimeError(planter.planted[0])))
    with Store.open(session.path) as store:
        said += [repr(batch.table.to_pylist()) for batch in store.loader()().batches]
    assert list(traces(planter.planted, tmp_path, folder)) == []
    (tmp_path / "said.txt").write_text("\n".join(said), "utf-8")
    assert list(traces(planter.planted, tmp_path, folder)) == []


def written(project: Path, folder: Path) -> list[str]:
    """Everything the command line writes of a project, and what it says."""
    import contextlib
    import io

    from gui.__main__ import main

    folder.mkdir()
    said = io.StringIO()
    calls = (
        ["grade", "--project", project, "--json", folder / "grade.json"],
        ["audit", "--project", project, "--json", folder / "audit.json"],
        ["audit", "--project", project, "--pdf", folder / "dispute.pdf"],
        ["plan", "--project", project, "--out", folder / "plan", "--json", folder / "plan.json"],
        ["report", "--project", project, "--pdf", folder / "report.pdf"],
    )
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        for call in calls:
            with contextlib.suppress(SystemExit):
                main([str(part) for part in call])
    assert (folder / "plan.json").exists()
    return [said.getvalue()]
