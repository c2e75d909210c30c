"""Whatever leaves the program for a spreadsheet goes through one guard, so that no name in it becomes a formula."""

import ast
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.fields import clean
from model.intake.out.out import Column, ColumnKind, OutTable, write_rows, write_table
from model.intake.out.pasted import FORMULA_SIGNS, pasted, pasted_cell

ROOT = Path(__file__).resolve().parents[1]
NASTY = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+HYPERLINK(1)",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "+86 138",
    "-=1",
)


def trees() -> Iterator[tuple[str, ast.AST]]:
    for folder in ("gui", "model"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), ast.parse(file.read_text("utf-8"))


def calls(tree: ast.AST, name: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == name
    ]


def imports(tree: ast.AST) -> set[str]:
    found = {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
    return found | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_tables_are_written_in_one_place_only() -> None:
    writers, workbooks = set(), set()
    for name, tree in trees():
        writers |= {name for call in calls(tree, "writer") if ast.unparse(call.func) == "csv.writer"} | {
            name for _ in calls(tree, "DictWriter")
        }
        workbooks |= {name for module in imports(tree) if module == "xlsxwriter"}
    assert writers == {"model/intake/out/out.py"}
    assert workbooks == {"model/intake/out/out.py", "model/intake/out/book.py"}


def test_cells_of_workbooks_say_what_they_are() -> None:
    """XlsxWriter's plain ``write`` makes a formula or a link of what looks like one."""
    guessing = {"write", "write_row", "write_url", "write_rich_string", "write_array_formula"}
    found = {
        (name, call.func.attr)
        for name, tree in trees()
        if name.startswith("model/intake/out/")
        for word in guessing
        for call in calls(tree, word)
        if isinstance(call.func, ast.Attribute)
    }
    assert found == set()


def test_texts_for_the_clipboard_are_guarded() -> None:
    told = [
        (name, ast.unparse(call.args[0]))
        for name, tree in trees()
        for call in calls(tree, "setText")
        if "clipboard()" in ast.unparse(call.func)
    ]
    bare = sorted((name, text) for name, text in told if not text.startswith("pasted("))
    assert len(told) > len(bare)
    assert bare == [
        ("gui/crashdialog.py", "self.text.toPlainText()"),  # a report of the program: no names in it
        ("gui/tables.py", "cell(column, self.model.record(index.row()))"),  # these two guard cell by cell
        ("gui/tables.py", "text"),
    ]


@pytest.mark.parametrize("nasty", NASTY)
def test_a_copied_cell_is_no_formula_and_reads_back(nasty: str) -> None:
    assert pasted_cell(nasty) == f"'{nasty}"
    assert clean(pasted_cell(nasty)) == clean(nasty)


@pytest.mark.parametrize("figure", ["-5", "+3.5%", "-¥1,234.50", "-1.2万", "-", "", "12", "张三 =1"])
def test_figures_are_copied_as_they_are(figure: str) -> None:
    assert pasted_cell(figure) == figure


@given(
    st.lists(st.lists(st.text("=+-@'\t 1a张%¥.", max_size=6), min_size=1, max_size=3), min_size=1, max_size=3)
)
def test_no_cell_of_a_copied_text_begins_a_formula(rows: list[list[str]]) -> None:
    said = "\n".join("\t".join(row) for row in rows)
    for cell, before in zip(
        pasted(said).replace("\n", "\t").split("\t"), said.replace("\n", "\t").split("\t"), strict=True
    ):
        assert cell.removeprefix("'") == before.removeprefix("'")
        assert not cell.startswith(FORMULA_SIGNS) or not any(sign.isalpha() for sign in cell)


@pytest.mark.parametrize("kind", ["any", "text", "number", "money", "share", "date", "count", "tenth"])
def test_no_kind_of_column_lets_a_formula_out(tmp_path: Path, kind: ColumnKind) -> None:
    table = OutTable((Column("=1+1", kind),), tuple((text,) for text in NASTY))
    write_table(tmp_path / "a.csv", table)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert all(cell.startswith("'") for row in csv.reader(file) for cell in row)
    write_table(tmp_path / "a.xlsx", table)
    assert b"<f>" not in parts(tmp_path / "a.xlsx")


def test_remarks_and_sheets_are_no_formulas_either(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", OutTable((Column("a", note="=1+1"),), (("=1+1",),), sheet="=1+1"))
    assert b"<f>" not in parts(tmp_path / "a.xlsx")
    write_rows(tmp_path / "b.xlsx", NASTY, [NASTY])
    assert b"<f>" not in parts(tmp_path / "b.xlsx")


def parts(path: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return b"".join(map(archive.read, archive.namelist()))
