"""A sheet off the clipboard is read like the file it came from, and whether its first line is headings is told."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import InputError
from model.intake.files import files
from model.intake.files.source import PastedSheet, pasted_sheet
from model.intake.importing import Wanted, import_file, look_at, wanted_of
from model.intake.layouts.firstline import DATA, HEADINGS, UNCLEAR, first_line

KEY = b"k" * 32
ROSTER = ("达人昵称", "平台", "粉丝数", "坑位费", "佣金率", "调性")
ORDERS = ("订单号", "买家昵称", "付款时间", "实付金额", "商品名称")
WORDS = st.text("小美强阿abc ,'0", min_size=1, max_size=8).map(str.strip).filter(bool)
HOSTS = st.tuples(
    WORDS, st.sampled_from(["抖音", "快手", "?"]), st.sampled_from(["1.2万", "800", "many", ""]),
    st.sampled_from(["5000", "¥1,200", ""]), st.sampled_from(["20%", "0.3", "200%"]), st.sampled_from(["温和、健康", "a,b,c", 'say "x"', "two\nlines"]),
)  # fmt: skip
LINES = st.tuples(
    st.integers(1, 9).map("69000000000000{}".format), WORDS, st.sampled_from(["2025-03-01 10:00:00", "2025/3/2", "soon"]),
    st.sampled_from(["5.00", "¥1,200", "free"]), WORDS,
)  # fmt: skip


def tsv(rows):
    """Cells as a spreadsheet puts them on the clipboard."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def told(source):
    """What a source gives, but for its name and digest."""
    found = import_file(source, wanted_of(look_at(source)), KEY)
    lines = [(str(batch.kind), batch.facts, batch.table.to_pydict()) for batch in found.batches]
    problems = [(one.code, one.row, one.column, one.values) for one in found.problems]
    return found.hosts, found.products, lines, problems


@given(st.lists(HOSTS, min_size=1, max_size=12) | st.lists(LINES, min_size=1, max_size=12))
def test_pasted_cells_give_the_records_and_problems_of_their_file(tmp_path_factory, rows):
    header = ROSTER if len(rows[0]) == len(ROSTER) else ORDERS
    path = tmp_path_factory.mktemp("sheet") / "a.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows((header, *rows))
    assert told(pasted_sheet("pasted", tsv((header, *rows)))) == told(path)


def test_commas_in_the_cells_do_not_part_them():
    rows = [("达人昵称", "平台"), *((f"a,b,c,{n}", "抖音") for n in range(5))]
    hosts = told(pasted_sheet("pasted", tsv(rows)))[0]
    assert [host.name for host in hosts] == [f"a,b,c,{n}" for n in range(5)]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_end_of_lines_is_one(end):
    text = end.join(["达人昵称\t平台\t粉丝数", "小美\t抖音\t1.2万", "阿强\t快手\tmany", ""])
    hosts, _, _, problems = told(pasted_sheet("pasted", text))
    assert [host.name for host in hosts] == ["小美", "阿强"]
    assert [(row, column) for _, row, column, _ in problems if row] == [(3, "粉丝数")]


@pytest.mark.parametrize(
    ("kind", "columns", "row", "bad"),
    [
        ("roster", {"name": "C1", "platform": "C2", "followers": "C3"}, "小美\t抖音\t1.2万", "阿强\t抖音\tmany"),
        ("orders", {"order_id": "C1", "paid_at": "C2", "paid": "C3"}, "690000000000001\t2025-03-01 10:00:00\t5", "2\t2025-03-01\tfree"),
        ("products", {"name": "C1", "category": "C2", "price": "C3"}, "Tea\tfood\t88", "Mask\tmask\tmuch"),
    ],
)  # fmt: skip
def test_cells_without_headings_are_all_data_and_counted_from_one(kind, columns, row, bad):
    sheet = pasted_sheet("pasted", f"{row}\n{bad}\n", ("C1", "C2", "C3"))
    look = look_at(sheet)
    assert look.sheets[0].header == ("C1", "C2", "C3")
    assert len(look.sheets[0].preview) == 2
    found = import_file(sheet, [Wanted("", kind, "own", columns)], KEY)
    count = len(found.hosts) or len(found.products) or sum(batch.facts.lines for batch in found.batches)
    assert count >= 1
    assert {problem.row for problem in found.problems if problem.column == "C3"} == {2}


def test_a_sheet_is_bounded_as_a_file_is(monkeypatch):
    monkeypatch.setattr(files, "MOST_TEXT_BYTES", 100)
    with pytest.raises(InputError, match="file_too_big"):
        look_at(pasted_sheet("pasted", "达人昵称\t平台\n" * 20))


def test_nothing_of_the_cells_is_in_its_name():
    sheet = pasted_sheet("pasted", "收件人\t手机号\n王小明\t13800001111\n")
    assert isinstance(sheet, PastedSheet)
    assert all(part not in f"{sheet!r}{sheet}" for part in ("王小明", "13800001111"))


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("达人昵称\t平台\t粉丝数\n小美\t抖音\t1.2万", HEADINGS),
        ("我们的名单\n达人昵称\t平台\t粉丝数\n小美\t抖音\t1.2万", HEADINGS),
        ("谁\t哪里\t多少人看\n小美\t抖音\t1.2万\n阿强\t快手\t8000", HEADINGS),
        ("小美\t抖音\t1.2万\n阿强\t快手\t8000", DATA),
        ("小美\t抖音\t2025-03-01\n阿强\t快手\t2025-03-02", DATA),
        ("小美\t抖音\n阿强\t快手", UNCLEAR),
        ("谁\t哪里\n小美\t抖音", UNCLEAR),
        ("30天销量\t谁\n12\t小美\n13\t阿强", HEADINGS),
        ("", UNCLEAR),
    ],
)
def test_the_first_line(text, is_):
    assert first_line([line.split("\t") for line in text.split("\n") if line]) == is_
