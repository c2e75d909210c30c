"""Files as they should not be: each is read, or refused with a code, and never takes more memory than there is."""

import importlib.util
import os
import random
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from model.errors import InputError
from model.intake.files import books, extents, files, ole, packed
from model.intake.files.extents import MOST_THIN, Extent, sheet_extent
from model.intake.files.files import Grid, check_path, read_bytes, read_grids, utf16_of
from model.intake.files.tables import read_table

_SPEC = importlib.util.spec_from_file_location("bad_files", Path(__file__).with_name("bad_files.py"))
bad = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(bad)

ROWS = (("昵称", "粉丝"), ("小美", "12"))
SIMPLE = bad.texts(1, *ROWS[0]) + bad.texts(2, *ROWS[1])


@pytest.fixture
def write(tmp_path):
    def put(data, name="名单.xlsx"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return put


def refusal(path, call=read_grids):
    with pytest.raises(InputError) as caught:
        call(path)
    (problem,) = caught.value.problems
    assert problem.file == path.name
    return problem.code, problem.values


# ── workbooks that are only odd ──


@pytest.mark.parametrize("name", ["名单.xlsx", "名单.xlsm", "名单.xls", "名单.csv"])
def test_a_workbook_is_known_by_its_bytes_whatever_its_name(write, name):
    assert read_grids(write(bad.workbook(SIMPLE), name)) == (Grid("表", ROWS),)


def test_a_sheet_that_begins_further_in_is_read_from_its_very_first_cell(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("表")
        sheet.merge_range("B2:B4", "合")
        sheet.write("D4", 2.5)
    assert read_grids(path) == (
        Grid("表", (("",) * 4, ("", "合", "", ""), ("", "合", "", ""), ("", "合", "", 2.5))),
    )
    assert read_grids(path, unmerge=False)[0].rows[2] == ("",) * 4


def test_an_empty_fill_as_third_party_tools_write_it_does_no_harm(write):
    styles = '<fills count="1"><fill/></fills><cellXfs count="1"><xf numFmtId="0" fillId="0"/></cellXfs>'
    assert read_grids(write(bad.workbook(SIMPLE, styles=styles)))[0].rows == ROWS


@pytest.mark.parametrize(
    "cells",
    [
        SIMPLE.replace("<c ", "<x:c ").replace("</c>", "</x:c>"),
        SIMPLE.replace('"', "'"),
        SIMPLE.replace(' r="A1"', "").replace(' r="B1"', "").replace(' r="B2"', ""),
        SIMPLE + '<row r="3"><c r="XFD3" s="1"/></row>',
    ],
    ids=["prefix", "apostrophes", "no places", "an empty cell far away"],
)
def test_a_sheet_written_in_another_way_is_read_all_the_same(write, cells):
    assert read_grids(write(bad.workbook(cells)))[0].rows[:2] == ROWS


def test_an_old_workbook_is_read(write):
    path = write(bad.old_book(("昵称", "粉丝"), ("小美", 12.0)), "名单.xls")
    assert read_grids(path) == (Grid("表", (("昵称", "粉丝"), ("小美", 12.0))),)


def test_merged_ranges_beyond_the_sheet_are_cut_short(write):
    merges = "".join(f'<mergeCell ref="A1:A{1048576 - n}"/>' for n in range(50))
    cells = f'{SIMPLE}</sheetData><mergeCells count="50">{merges}</mergeCells><sheetData>'
    assert read_grids(write(bad.workbook(cells)))[0].rows[1][0] == "昵称"


# ── workbooks that would fill the memory ──


@pytest.mark.parametrize(
    "last",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        '<x:c r="XFD1048576"><v>1</v></x:c>',
        "<c r='xfd1048576' ><v>1</v></c>",
    ],
)
def test_a_cell_at_the_far_end_is_refused_before_memory_is_asked_for(write, last):
    path = write(bad.workbook(f'{SIMPLE}<row r="1048576">{last}</row>'))
    assert refusal(path) == ("sheet_too_big", {"cells": 1048576 * 16384, "most": packed.MOST_CELLS})


def test_cells_without_places_are_counted_too(write):
    cells = SIMPLE + "<row/>" * 200_000 + "<row>" + "<c><v>1</v></c>" * 2000 + "</row>"
    assert refusal(write(bad.workbook(cells)))[0] == "sheet_too_big"


def test_a_stray_cell_below_a_long_table_is_found_in_any_piece(monkeypatch):
    rows = [
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="B{n}"><v>1</v></c></row>'.encode()
        for n in range(1, 9000)
    ]
    plain = sheet_extent(lambda: rows, 1_000_000)
    assert plain.cells <= 1_000_000
    rows.insert(6000, b'<row r="5"><c r="ZZ700000"><v>1</v></c></row>')
    assert sheet_extent(lambda: rows, 1_000_000).cells == 702 * 700_000


@pytest.mark.parametrize(
    ("rows", "stretched"), [(100, True), (5_000, True), (5_900, True), (6_100, False), (30_000, False)]
)
def test_a_stray_cell_is_borne_by_a_table_of_some_size(rows, stretched):
    row = "".join(f'<c r="{column}%d"><v>1</v></c>' for column in "ABCDEFGH")
    pieces = [f'<row r="{n}">{row.replace("%d", str(n))}</row>'.encode() for n in range(1, rows + 1)]
    chunks = [b"".join(pieces[at : at + 1000]) for at in range(0, rows, 1000)]
    extent = sheet_extent(lambda: [*chunks, b'<row r="600000"><c r="H600000"><v>1</v></c></row>'], 20_000_000)
    assert extent.stretched is stretched
    assert extent.cells == 4_800_000 or not stretched


@pytest.mark.parametrize(
    ("extent", "stretched"),
    [
        (Extent(2_000_000), False),
        (Extent(2_000_001), True),
        (Extent(3_000_000, written=29_999), True),
        (Extent(3_000_000, written=30_000), False),
    ],
)
def test_two_million_cells_are_borne_whatever_they_hold_and_more_when_one_in_a_hundred_does(
    extent, stretched
):
    assert extent.stretched is stretched


def test_a_small_workbook_with_a_stray_cell_takes_no_gigabyte(write):
    cells = f'{SIMPLE}<row r="300000"><c r="H300000"><v>1</v></c></row>'
    assert refusal(write(bad.workbook(cells))) == ("sheet_too_big", {"cells": 2_400_000, "most": MOST_THIN})


def test_nor_does_a_small_old_one(write):
    data = bad.old_book(*ROWS, *[()] * 64_998, ("",) * 255 + ("x",))
    assert refusal(write(data, "名单.xls")) == (
        "sheet_too_big",
        {"cells": 65_001 * 256, "most": ole.MOST_CELLS},
    )


def test_nor_does_an_old_one_with_just_over_a_hundredth_filled(write):
    header = tuple(f"栏{n}" for n in range(123))
    data = bad.old_book(header, *[(1.0, 2.0)] * 65_535)
    assert refusal(write(data, "名单.xls")) == (
        "sheet_too_big",
        {"cells": 65_536 * 123, "most": ole.MOST_CELLS},
    )


def test_nor_does_a_small_open_document():
    cell = '<table:table-cell office:value="1"/>'
    rows = f'<table:table-row>{cell * 10}</table:table-row><table:table-row table:number-rows-repeated="300000"/>'
    sheet = f"<table:table>{rows}<table:table-row>{cell}</table:table-row></table:table>"
    assert extents.ods_extent([sheet.encode()]) == Extent(3_000_020, written=11)
    assert extents.ods_extent([(sheet * 2).encode()]).cells == 2 * 3_000_020


@pytest.mark.parametrize(
    "promise",
    [
        '<sst uniqueCount="4294967296">',
        "<sst count='1' uniqueCount = '100000000'>",
        '<x:sst a=">" uniqueCount="1000001">',
        f'<!--{"-" * 300_000}--><sst uniqueCount="99999999999999999999">',
    ],
    ids=["as usual", "apostrophes", "prefix", "late"],
)
def test_more_shared_texts_promised_than_the_part_has_room_for_are_damage(write, promise):
    parts = _parts(bad.workbook(SIMPLE, "<si><t>短</t></si>"))
    parts["xl/sharedStrings.xml"] = f"{promise}<si><t>短</t></si></sst>"
    assert refusal(write(bad.packed(parts))) == ("unreadable_workbook", {"detail": "damaged"})


def test_a_careless_count_of_shared_texts_is_forgiven(write):
    parts = _parts(bad.workbook(SIMPLE))
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{bad.MAIN}" count="9" uniqueCount="1000000"/>'
    assert read_grids(write(bad.packed(parts)))[0].rows == ROWS


def test_a_bomb_is_refused_by_the_size_it_tells(write, monkeypatch):
    monkeypatch.setattr(packed, "MOST_UNPACKED", 1 << 20)
    assert refusal(write(bad.packed({"xl/workbook.xml": bytes(1 << 21)}))) == ("zip_bomb", {})


def test_a_bomb_is_refused_by_its_ratio(write):
    parts = {"xl/workbook.xml": "", "xl/worksheets/sheet1.xml": bytes(packed.HARMLESS + 1)}
    assert refusal(write(bad.packed(parts))) == ("zip_bomb", {})


def test_a_bomb_that_tells_a_lie_is_refused_where_the_lie_ends(write):
    data = bytearray(bad.packed({"xl/workbook.xml": bytes(1 << 20)}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + place
        data[at : at + 4] = struct.pack("<I", 100)
    assert refusal(write(bytes(data))) == ("zip_bomb", {})


def test_a_long_text_shared_by_very_many_cells_is_refused(write, monkeypatch):
    monkeypatch.setattr(packed, "MOST_SHARED", 1 << 20)
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 2}</v></c></row>' for n in range(1, 200))
    short, long = "<si><t>短</t></si>", f"<si><t>{'长' * 10_000}</t></si>"
    assert refusal(write(bad.workbook(rows, short + long))) == ("zip_bomb", {})
    monkeypatch.setattr(packed, "MOST_SHARED", 8 << 20)
    assert len(read_grids(write(bad.workbook(rows, short + long)))[0].rows) == 199


def test_entities_are_not_expanded(write):
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(9))
    data = bad.packed(
        {
            **_parts(bad.workbook(bad.texts(1, "&e8;", "x"))),
            "xl/workbook.xml": f"<!DOCTYPE w [{bomb}]><w>&e8;</w>",
        }
    )
    assert refusal(write(data))[0] in ("unreadable_workbook", "file_empty")


def _parts(data):
    import io

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(("repeated", "code"), [(1_048_000, "sheet_too_big"), (3, "")])
def test_cells_of_an_open_document_that_stand_for_many_are_counted(write, repeated, code):
    cell = (
        '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="900"/>'
    )
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    content = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
        f'<table:table table:name="表"><table:table-row table:number-rows-repeated="{repeated}">{cell}'
        f"</table:table-row>{empty}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = write(
        bad.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}),
        "a.ods",
    )
    if code:
        assert refusal(path)[0] == code
    else:
        assert packed.packed_kind(path.read_bytes()) == "ods"
        assert extents.ods_extent([content.encode()]).cells == 2700


def test_all_sheets_together_must_fit(write, monkeypatch):
    monkeypatch.setattr(books, "MOST_GRID_CELLS", 3)
    assert refusal(write(bad.workbook(SIMPLE)))[0] == "sheet_too_big"


# ── workbooks that are none ──


def test_a_protected_workbook_wants_its_password_off(write):
    path = write(bad.ole({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}))
    assert refusal(path) == ("password", {})


def test_a_zip_with_a_password_is_told_too(write):
    data = bytearray(bad.workbook(SIMPLE))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(write(bytes(data))) == ("password", {})


@pytest.mark.parametrize("stream", ["WordDocument", "PowerPoint Document"])
def test_an_old_text_is_no_workbook(write, stream):
    assert refusal(write(bad.ole({stream: b"x"}), "a.xls")) == ("not_a_table", {"kind": "document"})


def test_the_binary_kind_of_workbook_is_named(write):
    assert refusal(write(bad.packed({"xl/workbook.bin": b"x"}), "a.xlsb")) == ("old_binary_workbook", {})


@pytest.mark.parametrize("head", [b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xd8\xff\xe0"])
def test_a_picture_renamed_is_seen_through(write, head):
    assert refusal(write(head + bytes(range(256))))[0] == "not_a_table"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_workbook_cut_off_anywhere_is_damaged(write, share):
    data = bad.workbook(SIMPLE)
    assert refusal(write(data[: int(len(data) * share)])) == ("unreadable_workbook", {"detail": "damaged"})


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (512 + 4, 1),
        (512 + 8, 2),
        (68, 1),
        (48, 5000),
        (1024 + 128 + 120, 0x7FFFFFFF),
        (1024 + 128 + 116, 4000),
    ],
    ids=["directory bites its tail", "so does a stream", "so do the tables", "no directory", "size", "start"],
)
def test_an_old_workbook_whose_figures_cannot_be_true_is_damaged(write, at, value):
    data = bytearray(bad.old_book(("昵称", "粉丝"), ("小美", 12.0)))
    data[at : at + 4] = struct.pack("<I", value)
    assert refusal(write(bytes(data), "a.xls")) == ("unreadable_workbook", {"detail": "damaged"})


def test_an_old_sheet_larger_than_any_is_damaged(write):
    data = bad.old_book(("a", "b"), dimensions=(0, 0xFFFFFFF, 0, 0xFFFF))
    assert refusal(write(data, "a.xls"))[0] == "unreadable_workbook"


# ── places that cannot be read ──


@pytest.mark.parametrize("name", ["~$名单.xlsx", ".~lock.名单.xlsx#"])
def test_the_mark_beside_an_open_file_is_told_from_the_file(write, name):
    assert refusal(write(b"x" * 165, name))[0] == "lock_file"


def test_a_file_that_grows_while_it_is_read_is_told(write, monkeypatch):
    path = write("a,b\n1,2\n", "a.csv")
    monkeypatch.setattr(type(path), "read_bytes", lambda _: b"a,b\n")
    assert refusal(path)[0] == "file_changed"


def test_a_file_that_goes_away_while_it_is_read_is_told(write, monkeypatch):
    path = write("a,b\n1,2\n", "a.csv")

    def gone(_):
        path.unlink()
        raise FileNotFoundError

    monkeypatch.setattr(type(path), "read_bytes", gone)
    assert refusal(path)[0] == "file_missing"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "x"), "file_locked"),
        (OSError(5, "x"), "file_unreadable"),
        (ValueError("null"), "file_missing"),
    ],
)
def test_a_place_that_cannot_be_asked_is_told(write, monkeypatch, error, code):
    path = write("a,b\n1,2\n", "a.csv")

    def fail(*_, **__):
        raise error

    monkeypatch.setattr(type(path), "stat", fail)
    assert refusal(path, check_path)[0] == code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    assert refusal(tmp_path / "pipe.csv") == ("not_a_table", {"kind": "device"})


def test_a_file_too_big_is_not_even_opened(write, monkeypatch):
    path = write(b"x" * 2_000_000, "a.csv")
    assert refusal(path, lambda p: read_bytes(p, 1 << 20)) == ("file_too_big", {"megabytes": 2, "most": 1})
    monkeypatch.setattr(files, "MOST_TEXT_BYTES", 1 << 20)
    assert refusal(path) == ("file_too_big", {"megabytes": 2, "most": 1})


# ── texts ──


def test_one_line_alone_is_a_header_without_rows(write):
    assert read_table(write("昵称,粉丝数\n", "a.csv")).rows == ()


def test_five_thousand_columns_are_read(write):
    header = ",".join(f"栏{n}" for n in range(5000))
    row = ",".join(str(n) for n in range(5000))
    table = read_table(write(f"{header}\n{row}\n", "a.csv"))
    assert (len(table.header), table.rows[0][4999]) == (5000, "4999")


def test_more_columns_than_excel_has_are_refused(write):
    path = write("昵称,粉丝\n" + "," * 20_000 + "\n", "a.csv")
    assert refusal(path) == ("too_many_columns", {"columns": 20_001, "most": 16_384})


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_cell_of_half_a_million_signs_is_read(write, ending):
    long = "长" * 500_000
    data = (
        f"昵称,备注\n小美,{long}\n"
        if ending == "csv"
        else bad.workbook(bad.texts(1, "昵称", "备注") + bad.texts(2, "小美", long))
    )
    assert read_table(write(data, f"a.{ending}")).rows == (("小美", long),)


def test_zeros_are_dropped_and_stray_control_signs_forgiven(write):
    body = "昵称,粉丝数\n" + "".join(f"达人{n},{n}\n" for n in range(50))
    path = write(body.replace("达人7,", "达\0人7\x07,").encode() + bytes(4096), "a.csv")
    table = read_table(path)
    assert table.rows[7] == ("达人7\x07", "7")
    assert len(table.rows) == 50


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(write, encoding):
    text = "达人昵称\t粉丝数\t报价\r\n小美¥\t1.2万\t3000\r\n"
    data = text.encode(encoding)
    assert utf16_of(data) == encoding
    assert read_table(write(data, "a.txt")).rows == (("小美¥", "1.2万", "3000"),)
    assert read_table(write(data[:-1], "a.txt")).header == ("达人昵称", "粉丝数", "报价")


@pytest.mark.parametrize(
    "data", [b"a,b\n\x00\x01\x02,c\n", "昵称,粉丝\n小美,1\n".encode(), b"", b"a", b"a\0b"]
)
def test_other_texts_are_no_utf_16(data):
    assert utf16_of(data) == ""


def test_a_file_that_mixes_two_encodings_is_read_cell_by_cell(write):
    lines = ["昵称,类目,备注", "小美,女,说明文字", "大雷,男,说明文字"] * 3
    data = b"\n".join(line.encode("gb18030" if n % 2 else "utf-8") for n, line in enumerate(lines))
    assert read_grids(write(data, "a.csv"))[0].rows[1:3] == (
        ("小美", "女", "说明文字"),
        ("大雷", "男", "说明文字"),
    )


def test_a_broken_sign_costs_one_cell_not_the_file(write):
    data = "昵称,备注\n小美,好\n".encode() + "名字很长被截断".encode()[:-1] + b",1\n"
    assert read_grids(write(data, "a.csv"))[0].rows[1] == ("小美", "好")


def test_headings_lose_trailing_blanks_and_line_breaks(write):
    table = read_table(write('"达人\n昵称 ",粉丝数  ,\t报价\n小美,1,2\n', "a.csv"))
    assert table.header == ("达人 昵称", "粉丝数", "报价")


def test_a_text_with_semicolons_and_another_with_carriage_returns_alone(write):
    assert read_table(write("昵称;粉丝\r小美;1,5\r", "a.csv")).rows == (("小美", "1,5"),)


# ── anything at all ──


def survives(path):
    try:
        return bool(read_grids(path))
    except InputError as error:
        return bool(error.problems)


@settings(deadline=None, max_examples=80)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
)
def test_any_bytes_are_read_or_refused(tmp_path_factory, data, start):
    path = tmp_path_factory.getbasetemp() / "any.bin"
    path.write_bytes(start + data)
    assert survives(path)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "stored"])
def test_a_workbook_with_some_wrong_bytes_is_read_or_refused(tmp_path, kind):
    if kind == "xls":
        good = bad.old_book(*[(f"达人{n}", float(n)) for n in range(30)])
    else:
        good = bad.workbook(SIMPLE * 5, mode=zipfile.ZIP_STORED if kind == "stored" else zipfile.ZIP_DEFLATED)
    chance, path = random.Random(1), tmp_path / "a.xls"
    for _ in range(150):
        data = bytearray(good)
        for _ in range(chance.choice([1, 3, 20])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        assert survives(path)


def test_a_workbook_of_a_library_passes_the_measure(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for line in range(3000):
            sheet.write_row(line, 0, [f"达人{line}" if line else "昵称", *range(40)])
    assert len(read_grids(path)[0].rows) == 3000
