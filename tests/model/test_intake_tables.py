"""Any table file is read as the merchant sees it; anything else is refused by code."""

import datetime as dt
import zipfile

import pytest
import xlsxwriter

from model.errors import InputError
from model.intake.files import tables
from model.intake.files.files import read_grids
from model.intake.files.heads import LONGEST_CELL, head_rows
from model.intake.files.tables import is_plain_number, read_table, read_tables
from model.intake.layouts.layouts import normal, scale_of

TEXT = "达人昵称,粉丝数,报价\n小美¥,1.2万,3000\n"


@pytest.fixture
def write(tmp_path):
    def put(data, name="名单.csv"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return put


@pytest.fixture
def book(tmp_path):
    def put(sheets, name="名单.xlsx", merged=(), hidden=()):
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm:ss"}) as out:
            for sheet_name, rows in sheets.items():
                sheet = out.add_worksheet(sheet_name)
                for line, row in enumerate(rows):
                    sheet.write_row(line, 0, row)
                for area in merged:
                    sheet.merge_range(area, sheet_text(rows, area))
                if sheet_name in hidden:
                    sheet.hide()
        return path

    def sheet_text(rows, area):
        return rows[int(area[1]) - 1][ord(area[0]) - 65]

    return put


def refusal(call, *args):
    with pytest.raises(InputError) as caught:
        call(*args)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_of_exports_gives_the_same_table(write, encoding):
    table = read_table(write(TEXT.encode(encoding)))
    assert table.header == ("达人昵称", "粉丝数", "报价")
    assert table.rows == (("小美¥", "1.2万", "3000"),)
    assert table.file == "名单.csv"


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_the_sign_between_cells_is_seen_from_the_lines(write, sign):
    table = read_table(write(f'名称{sign}说明{sign}价格\n面膜{sign}"一,二;三\t四"{sign}9\n'))
    assert table.rows == (("面膜", "一,二;三\t四", "9"),)


def test_a_quoted_line_break_is_one_line_of_the_spreadsheet(write):
    table = read_table(write('名称,说明\n甲,"一\n二"\n\n乙,三\n'))
    assert table.lines == (2, 4)
    assert table.first_row == 2


def test_line_numbers_stay_right_after_a_preface_and_blank_lines(write):
    table = read_table(write("店铺：小美\n\n导出时间：今天\n达人昵称,粉丝数\n甲,1\n,\n乙,2\n合计,\n"))
    assert table.header == ("达人昵称", "粉丝数")
    assert table.lines == (5, 7)
    assert table.totals == (8,)


def test_a_host_named_total_is_no_sum(write):
    table = read_table(write("name,followers,views\nTotal,1,2\n总计：,9,\n"))
    assert table.rows == (("Total", "1", "2"),)
    assert table.totals == (3,)


def test_a_header_that_comes_again_is_no_data(write):
    assert read_table(write("名称,价格\n甲,1\n名称,价格\n乙,2\n")).lines == (2, 4)


def test_short_and_long_lines_get_the_width_of_the_header(write):
    assert read_table(write("a,b,c\nx\nx,y,z,w\n")).rows == (("x", "", ""), ("x", "y", "z"))


def test_blank_lines_under_a_wide_header_are_passed_over(write, monkeypatch):
    monkeypatch.setattr(tables, "MOST_CELLS", 10_000)
    header = ["昵称", "粉丝数", *(f"列{n}" for n in range(4_998))]
    found = read_table(write(",".join(header) + "\n" * 2_000 + "小红,5\n"))
    assert found.lines == (2_001,)
    assert found.rows == (("小红", "5", *[""] * 4_998),)


def test_short_lines_under_a_wide_header_are_bounded(write, monkeypatch):
    monkeypatch.setattr(tables, "MOST_CELLS", 10_000)
    header = ["昵称", "粉丝数", *(f"列{n}" for n in range(4_998))]
    with pytest.raises(InputError) as error:
        read_table(write(",".join(header) + "\n小红,5" * 3))
    assert error.value.problems[0].code == "sheet_too_big"
    assert error.value.problems[0].values == {"cells": 20_000, "most": 10_000}


@pytest.mark.parametrize("whole", [True, False])
def test_a_head_that_begins_with_an_endless_cell_has_no_rows(whole):
    assert head_rows('"' + "x" * (LONGEST_CELL + 1), ",", whole, 5) == ()


def test_a_table_without_data_lines_is_empty(write):
    table = read_table(write("名称,价格\n"))
    assert (table.rows, table.first_row) == ((), 0)


def test_text_after_a_closing_quote_is_read_as_excel_reads_it(write):
    assert read_table(write('名称,价格\n"甲"乙,1\n')).rows == (("甲乙", "1"),)


def test_the_wanted_headings_decide_where_the_header_is(write):
    path = write("说明,请勿,修改,本表\n昵称,粉丝,2,3\n甲,乙,丙,丁\n")
    assert read_table(path, lambda header: "昵称" in header).header == ("昵称", "粉丝", "2", "3")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "名单.csv", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "名单.xlsx", "picture"),
        (b"BM\x00\x00\x00\x00", "a.csv", "picture"),
        (b"a,b\n\x00\x01\x02,c\n", "a.csv", "binary"),
        (b"\x81\xff\xff,b\n", "a.csv", "encoding"),
        (b"\xff\xfea\x00\x00\xd8", "a.csv", "encoding"),
        (b"<html><table><tr>", "orders.xls", "web_page"),
        (b"Rar!\x1a\x07", "a.csv", "archive"),
        (b"a,b\n" + b"x" * 4_100_000 + b",1\n", "a.csv", "long_cell"),
    ],
)
def test_what_is_no_table_is_named_for_what_it_is(write, data, name, kind):
    problem = refusal(read_table, write(data, name))
    assert (problem.code, problem.values) == ("not_a_table", {"kind": kind})


@pytest.mark.parametrize(("member", "kind"), [("word/document.xml", "document"), ("photo.jpg", "archive")])
def test_other_packed_files_are_told_from_workbooks(tmp_path, member, kind):
    path = tmp_path / "名单.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(member, "x")
    assert refusal(read_table, path).values == {"kind": kind}


def test_a_folder_is_no_table(tmp_path):
    assert refusal(read_table, tmp_path).values == {"kind": "folder"}


def test_a_missing_file_is_told(tmp_path):
    assert refusal(read_table, tmp_path / "没有.csv").code == "file_missing"


@pytest.mark.parametrize("data", [b"", b" \r\n\r\n", b",,\n,,\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(write, data):
    assert refusal(read_table, write(data)).code == "file_empty"


def test_an_empty_workbook_is_told(book):
    assert refusal(read_table, book({"一": []})).code == "file_empty"


@pytest.mark.parametrize(
    ("error", "code"), [(PermissionError(13, "x"), "file_locked"), (OSError(5, "x"), "file_unreadable")]
)
def test_a_file_that_cannot_be_opened_is_told(write, monkeypatch, error, code):
    path = write(TEXT)

    def fail(_):
        raise error

    monkeypatch.setattr(type(path), "read_bytes", fail)
    assert refusal(read_table, path).code == code


@pytest.mark.parametrize("cut", [30, 400, 2000])
def test_a_damaged_workbook_is_told(book, cut):
    path = book({"一": [["名称", "价格"], ["甲", 1]]})
    path.write_bytes(path.read_bytes()[:cut])
    problem = refusal(read_table, path)
    assert (problem.code, problem.values) == ("unreadable_workbook", {"detail": "damaged"})


def test_an_old_workbook_that_is_none_is_damaged(write):
    path = write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.xls")
    assert refusal(read_table, path).code == "unreadable_workbook"


def test_numbers_alone_have_no_header(write):
    assert refusal(read_table, write("1,2\n3,4\n")).code == "no_header"


def test_a_quote_that_never_closes_is_found_at_its_line(write):
    problem = refusal(read_table, write('名称,价格\n甲,1\n"乙,2\n丙,3\n'))
    assert (problem.code, problem.row) == ("open_quote", 3)


def test_each_sheet_in_sight_is_a_table(book):
    path = book(
        {
            "甲": [["名称", "价格"], ["a", 1]],
            "空": [],
            "乙": [["昵称", "粉丝"], ["b", 2]],
            "藏": [["x", "y"]],
        },
        hidden=("藏",),
    )
    assert [table.sheet for table in read_tables(path)] == ["甲", "乙"]
    assert read_table(path, lambda header: "昵称" in header).rows == (("b", 2.0),)


def test_dates_and_truths_of_a_workbook_come_as_texts_and_truths(book):
    path = book(
        {
            "甲": [
                ["日期", "节日", "空"],
                [dt.datetime.fromisoformat("2026-07-22T11:00:21"), True, None],
                ["", "x", ""],
            ]
        }
    )
    assert read_table(path).rows[0] == ("2026-07-22 11:00:21", True, "")


def test_two_header_lines_are_read_as_one(book):
    rows = [["昵称", "30天", "", "90天", ""], ["", "观看", "成交", "观看", "成交"], ["甲", 1, 2, 3, 4]]
    table = read_table(book({"甲": rows}, merged=("B1:C1", "D1:E1")))
    assert table.header == ("昵称", "30天 观看", "30天 成交", "90天 观看", "90天 成交")
    assert table.lines == (3,)


def test_a_cell_merged_over_lines_counts_for_each_of_them(book):
    rows = [["昵称", "报价方式"], ["甲", "坑位"], ["", "纯佣"], ["乙", "纯佣"]]
    path = book({"甲": rows}, merged=("A2:A3",))
    assert [row[0] for row in read_table(path).rows] == ["甲", "甲", "乙"]
    assert [row[0] for row in read_grids(path, unmerge=False)[0].rows] == ["昵称", "甲", "", "乙"]


@pytest.mark.parametrize(
    ("cell", "plain"), [("13800000", True), ("1,327", True), (3.5, True), ("13.8M", False), (True, False)]
)
def test_a_number_with_a_unit_is_not_plain(cell, plain):
    assert is_plain_number(cell) is plain


@pytest.mark.parametrize(
    ("heading", "same"),
    [
        ("粉丝数（万）", "粉丝数"),
        (" Views\n avg. ", "viewsavg."),
        ("20–60秒", "20-60秒"),
        ("报价（一口价）", "报价(一口价)"),
    ],
)
def test_headings_are_compared_without_blanks_and_units(heading, same):
    assert normal(heading) == same


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("粉丝数(万)", "万"), ("GMV（万元）", "万"), ("量[百万]", "百万"), ("报价（元）", ""), ("率(%)", "%")],
)
def test_the_unit_of_a_heading_is_known(heading, unit):
    assert scale_of(heading) == unit
