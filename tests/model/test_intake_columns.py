"""Columns of a sheet, whichever engine reads them: same cells, same lines, nothing lost and nothing made up."""

import csv
import datetime as dt
import io

import numpy as np
import pyarrow as pa
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from model.errors import Cancelled, InputError
from model.fields import clean, is_empty
from model.intake.files.decoding import decoded, encoding_of, text_of
from model.intake.files.files import read_grids
from model.intake.files.heads import read_head
from model.intake.sheets.coded import coded_cells
from model.intake.sheets.columns import instants, open_sheet
from model.intake.sheets.cutting import Cutter
from model.intake.sheets.texts import cleaned, even_texts, texts_of, timed
from model.intake.sheets.textsheet import read_text
from model.intake.sheets.wanted import Columns

HEADER = ("子订单编号", "商品", "实付", "状态")
ROWS = (
    ("\t6953547102608758621", "面霜,大", "1,033.10", "已完成"),
    ("\t6953547102608758622", "面霜,大", "86元", "已关闭"),
    ("\t6953547102608758623", "口红", "86元", "已完成"),
)


def text_of_rows(*rows, header=HEADER, end="\r\n", delimiter=","):
    out = io.StringIO()
    csv.writer(out, lineterminator=end, delimiter=delimiter).writerows([header, *rows])
    return out.getvalue()


@pytest.fixture
def written(tmp_path):
    def write(content, name="orders.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


def opened(path, places=(1, 2, 3), texts=(0,), header=HEADER, header_line=1, **how):
    head = read_head(path)
    return open_sheet(
        path, head.grids[0].name, header_line, header, places, texts, head.encoding, head.delimiter, **how
    )


def cells(sheet, place):
    coded = sheet.coded(place)
    return [coded.words[code] for code in coded.codes]


# ── text files ──


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_text_file_gives_its_columns_in_every_encoding(written, encoding, delimiter):
    sheet = opened(written(text_of_rows(*ROWS, delimiter=delimiter), encoding=encoding))
    assert sheet.ids(0).to_pylist() == [row[0].strip() for row in ROWS]
    for place in (1, 2, 3):
        assert cells(sheet, place) == [row[place] for row in ROWS]
    assert sheet.coded(1).words == ("面霜,大", "口红")
    assert (sheet.rows, sheet.lines.tolist(), sheet.replaced) == (3, [2, 3, 4], 0)


def test_each_cell_is_decoded_alone_where_a_file_mixes_encodings(written):
    ours, theirs = "1,面霜,男,已完成\n", "2,口红,男,已完成\n"
    content = (",".join(HEADER) + "\n" + ours).encode() + theirs.encode("gb18030")
    sheet = opened(written(content))
    assert [cells(sheet, place) for place in (1, 2, 3)] == [["面霜", "口红"], ["男", "男"], ["已完成"] * 2]
    assert len(sheet.coded(2).words) == len(sheet.coded(3).words) == 1
    turned = opened(written((",".join(HEADER) + "\n" + theirs).encode("gb18030") + ours.encode()))
    assert [cells(turned, place) for place in (1, 2)] == [["口红", "面霜"], ["男", "男"]]


def test_bytes_of_no_encoding_are_replaced_and_counted(written):
    content = text_of_rows(*ROWS).encode() + b"4,\xff\xff\xff,\xff\xff,x\n"
    sheet = opened(written(content))
    assert sheet.replaced == 2
    assert "\ufffd" in cells(sheet, 1)[-1]


def test_lines_keep_the_numbers_they_have_in_the_spreadsheet(written):
    content = '我的店铺,,,\n\n子订单编号,商品,实付,状态\n,,,\n1,a,2.5,x\n\n2,"b\nc",3,y\n 3 ,d,4,z\n\n'
    sheet = opened(written(content), header_line=3)
    assert sheet.lines.tolist() == [5, 7, 8]
    assert sheet.ids(0).to_pylist() == ["1", "2", "3"]
    assert cells(sheet, 1) == ["a", "b\nc", "d"]


def test_sums_second_headers_and_the_header_once_more_are_no_data(written):
    again = ",".join(HEADER)
    content = f"{again}\n,,收入+支出,\n1,a,2.5,x\n{again}\n2,b,3,y\n合计：,,5.5,\n"
    sheet = opened(written(content))
    assert sheet.lines.tolist() == [3, 5]
    assert (sheet.totals, sheet.total_cells) == ((6,), (("合计：", "", "5.5", ""),))
    assert sheet.coded(2).words == ("2.5", "3")


def test_a_sum_is_found_behind_an_empty_first_cell_and_its_unread_cells_are_empty(written):
    sheet = opened(written(text_of_rows(*ROWS, ("", "总计", "1205.10", ""))), places=(2,))
    assert (sheet.rows, sheet.totals, sheet.total_cells) == (3, (5,), (("", "总计", "1205.10", ""),))
    named = opened(written(text_of_rows(*ROWS, ("7", "Total", "8", "x"))))
    assert (named.rows, named.totals) == (4, ())


def test_uneven_lines_are_filled_up_and_trailing_cells_left(written):
    sheet = opened(written("子订单编号,商品,实付,状态\n1,a,2\n2,b,3,x,,\n3\n4,d,5,y\n"))
    assert [cells(sheet, place) for place in (1, 2, 3)] == [
        ["a", "b", "", "d"], ["2", "3", "", "5"], ["", "x", "", "y"],
    ]  # fmt: skip
    assert cells(opened(written("子订单编号,商品,实付,状态\n1,a\n2,b\n")), 3) == ["", ""]


def test_text_after_a_closing_quote_is_kept(written):
    sheet = opened(written('子订单编号,商品,实付,状态\n1,"a"b,2,x\n2,c"d",3,y\n'))
    assert cells(sheet, 1) == ["ab", 'c"d"']


@pytest.mark.parametrize("rest", ["", "2,b,3,x\n3,c,4,y\n"])
def test_a_quote_left_open_is_refused_with_its_line(written, rest):
    path = written('子订单编号,商品,实付,状态\n1,a,2,x\n9,b,2,"x\n' + rest)
    with pytest.raises(InputError) as refused:
        opened(path)
    assert [(p.code, p.row) for p in refused.value.problems] == [("open_quote", 3)]


def test_a_quote_left_open_early_in_a_long_file_is_refused_without_reading_all_of_it(written):
    line = b"1,a,2,x\n"
    content = ",".join(HEADER).encode() + b"\n" + line * 5 + b'7,"open,2,x\n' + line * (3 << 20)
    told = []
    with pytest.raises(InputError) as refused:
        opened(written(content), progress=lambda _code, share: told.append(share))
    assert [(p.code, p.row) for p in refused.value.problems] == [("open_quote", 7)]
    assert max(told) < 1


def test_a_cell_of_half_a_million_signs_is_read(written):
    sheet = opened(written(text_of_rows(*ROWS, ("4", "长" * 500_000, "1", "x"))))
    assert [len(cell) for cell in cells(sheet, 1)[2:]] == [2, 500_000]


def test_a_file_of_a_header_alone_has_no_rows(written):
    sheet = opened(written("子订单编号,商品,实付,状态"))
    assert (sheet.rows, len(sheet.ids(0)), cells(sheet, 1), sheet.totals) == (0, 0, [], ())


def test_zeros_in_a_text_are_dropped(written):
    sheet = opened(
        written(text_of_rows(*ROWS).encode().replace("口红".encode(), "口\0红".encode()) + b"\0\0")
    )
    assert cells(sheet, 1)[2] == "口红"


def test_reading_stops_when_nobody_waits_and_tells_how_far_it_is(written):
    path, told = written(text_of_rows(*ROWS)), []
    opened(path, progress=lambda code, share: told.append((code, share)))
    assert told[-1] == ("reading", 1.0)
    with pytest.raises(Cancelled):
        opened(path, cancelled=lambda: True)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(InputError, match="file_missing"):
        open_sheet(tmp_path / "no.csv", "", 1, HEADER, (1,), (0,), "utf-8", ",")
    with pytest.raises(InputError, match="not_a_table"):
        read_head(tmp_path)


class NoArrow(Cutter):
    """Everything by the csv module."""

    def _table(self, piece):
        return None


def all_cells(path, texts, piece, encoding="utf-8"):
    """What :func:`read_text` gives, each column as a list, or the code and line of its refusal."""
    width = path.read_bytes().split(b"\n")[0].count(b",") + 1
    columns = Columns(path, 1, frozenset(range(width)) - texts, texts, encoding, ",")
    try:
        read = read_text(columns, lambda _code, _share: None, lambda: False, piece)
    except InputError as refused:
        return [(p.code, p.row) for p in refused.problems]
    return read.count, {
        place: column.to_pylist()
        if isinstance(column, pa.Array)
        else [column.words[code] for code in column.codes]
        for place, column in read.columns.items()
    }


PIECES = st.sampled_from(
    [
        ",",
        "\n",
        "\r\n",
        '"',
        '""',
        "\t",
        "a",
        "女",
        "二十三",
        " ",
        '"x\ny"',
        '",',
        "\r",
        "=",
        '"1,2"',
        "a,b\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=60).map("".join),
    st.sampled_from(["utf-8", "gb18030"]),
    st.sets(st.integers(0, 2)),
    st.sampled_from([16, 40, 64, 1 << 20]),
)
def test_both_engines_agree_with_the_csv_module(tmp_path_factory, body, encoding, texts, piece):
    path = tmp_path_factory.mktemp("cut") / "a.csv"
    path.write_bytes(("头0,头1,头2\n" + body).encode(encoding))
    rows = list(
        csv.reader(io.StringIO(body + ("" if body.endswith(("\n", "\r")) else "\n") + "ZZ", newline=""))
    )
    found = all_cells(path, frozenset(texts), piece, encoding)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("model.intake.sheets.textsheet.Cutter", NoArrow)
        assert all_cells(path, frozenset(texts), piece, encoding) == found
    if rows[-1] != ["ZZ"]:
        assert found[0][0] == "open_quote"
    elif body:
        columns = {k: [row[k] if k < len(row) else "" for row in rows[:-1]] for k in range(3)}
        clear = {k: [None if is_empty(cell) else clean(cell) for cell in columns[k]] for k in texts}
        assert found == (len(rows) - 1, columns | clear)


def test_a_line_break_in_a_cell_between_two_pieces_loses_nothing(written):
    rows = [(str(n), f"a\nb{n}" if n % 7 == 0 else f"c{n}", "1.5", "x") for n in range(3000)]
    path = written(text_of_rows(*rows, end="\n"))
    found = all_cells(path, frozenset({0}), 1 << 12)
    assert found == (3000, {k: [row[k] for row in rows] for k in range(4)})


def test_the_columns_of_a_text_are_those_of_the_tolerant_reader(written):
    path = written(text_of_rows(*ROWS, ("", "", "", ""), ("4", "x y", "", "")), encoding="gb18030")
    rows = read_grids(path)[0].rows
    sheet = opened(path, places=range(4), texts=())
    assert [tuple(cells(sheet, k)[n] for k in range(4)) for n in range(sheet.rows)] == [*rows[1:4], rows[5]]


# ── workbooks ──


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "orders.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("订单")
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    sheet.write_row(2, 1, ["编号", "品名", "实付", "时间", "旗"])
    sheet.merge_range(3, 1, 4, 1, "6953547102608758621")
    sheet.write_row(3, 2, ["面霜", 86, None, True])
    sheet.write_datetime(3, 4, dt.datetime(2026, 7, 22, 11, 0, 21), moment)  # noqa: DTZ001
    sheet.write_row(4, 2, ["口红", 12.5, "2026-07-23", 1])
    sheet.write_row(6, 1, ["合计", None, 98.5])
    sheet.write_row(7, 1, [6953547102608758622, "面霜", "86元", "", 1.0])
    book.add_worksheet("说明").write(0, 0, "x")
    book.close()
    return path


def book_sheet(path, **how):
    return open_sheet(path, "订单", 3, ("", "编号", "品名", "实付", "时间", "旗"), (2, 3, 4, 5), (1,), **how)


def test_cells_of_a_workbook_keep_their_kind(workbook):
    sheet = book_sheet(workbook)
    assert sheet.lines.tolist() == [4, 5, 8]
    assert cells(sheet, 2) == ["面霜", "口红", "面霜"]
    assert cells(sheet, 3) == [86, 12.5, "86元"]
    assert cells(sheet, 4) == ["2026-07-22 11:00:21", "2026-07-23", ""]
    assert [(type(cell), cell) for cell in cells(sheet, 5)] == [(bool, True), (float, 1.0), (float, 1.0)]
    assert (sheet.totals, sheet.total_cells) == ((7,), (("", "合计", "", 98.5, "", ""),))


def test_an_id_merged_over_lines_is_repeated_and_a_rounded_one_shows(workbook):
    assert book_sheet(workbook).ids(1).to_pylist() == ["6953547102608758621"] * 2 + ["6.953547102608759e+18"]


def test_the_head_of_a_workbook_is_the_beginning_of_its_grids(workbook):
    head, grids = read_head(workbook, lines=5), read_grids(workbook)
    assert (head.encoding, head.delimiter) == ("", "")
    assert [(g.name, g.rows) for g in head.grids] == [(g.name, g.rows[:5]) for g in grids]


def test_a_workbook_stops_when_nobody_waits(workbook):
    with pytest.raises(Cancelled):
        book_sheet(workbook, cancelled=lambda: True)


def test_a_sheet_that_is_not_there_is_refused(workbook):
    with pytest.raises(InputError, match="unreadable_workbook"):
        open_sheet(workbook, "无", 1, ("a",), (0,))


# ── heads, words, ids, times ──


def test_a_head_of_a_long_file_is_its_first_lines(written):
    rows = [(str(n), "面霜" * 20, "1", "x\ny") for n in range(9000)]
    path = written(text_of_rows(*rows), encoding="gb18030")
    head = read_head(path)
    assert (head.encoding, head.delimiter) == ("gb18030", ",")
    assert head.grids[0].rows == read_grids(path)[0].rows[:60]


def test_a_head_of_ascii_leaves_the_encoding_open(written):
    plain = "id,name\n" + "1,a\n" * 80_000
    for encoding in ("utf-8", "gb18030"):
        path = written(plain + "2,女\n", encoding=encoding)
        assert read_head(path).encoding == "ascii"
        assert cells(opened(path, (1,), (0,), ("id", "name")), 1)[-1] == "女"


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "file_empty"), (b" \n,,\n", "file_empty"), (b"%PDF-1.7 x", "not_a_table")]
)
def test_a_head_of_no_table_is_refused(written, content, code):
    with pytest.raises(InputError, match=code):
        read_head(written(content))


@given(st.lists(st.text("女男是否口红面霜abc1é", min_size=1), min_size=1))
def test_words_of_one_encoding_come_back_as_they_were(words):
    for encoding in ("utf-8", "gb18030"):
        texts, replaced = decoded([word.encode(encoding) for word in words], encoding)
        assert (texts, replaced) == (tuple(words), 0)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"id,name", "ascii"),
        ("女".encode("gb18030"), "gb18030"),
        ("Café".encode(), "utf-8"),
        (b"\xff\xff\xff", ""),
    ],
)
def test_the_encoding_of_a_head_is_guessed_from_its_letters(head, encoding):
    assert encoding_of(head) == encoding


def test_short_chinese_words_are_not_taken_for_latin_letters():
    assert text_of("女".encode("gb18030"), "gb18030") == "女"
    assert text_of("口红".encode(), "gb18030") == "口红"
    assert text_of("Café".encode(), "utf-8") == "Café"


TEXTS = st.text(st.sampled_from("0a-_ \t\n\"'=é女\ufeff\xa0\x1f") | st.characters(codec="utf-8"), max_size=8)


@settings(max_examples=200)
@given(st.lists(TEXTS | st.sampled_from(['="7592"', "'7592", "\t7592", "-", "N/A'", "#VALUE!", "暂无数据"])))
def test_ids_are_cleaned_like_any_cell(texts):
    expected = [None if is_empty(clean(text)) else clean(text) for text in texts]
    assert cleaned(pa.array(texts, pa.string())).to_pylist() == expected


@pytest.mark.parametrize("text", ["''x", '"="', '="="7"', "'\"7", "\"'7"])
def test_what_is_wrapped_more_than_once_is_cleaned_like_any_cell(text):
    plain = ["7592"] * 9
    assert cleaned(pa.array([text, *plain])).to_pylist() == [clean(text) or None, *plain]


EVEN = st.sampled_from(["2026-07-22 11:00:21", "2026-13-22 11:00:21", "2026/07/22 11:00:21", "\t12345", "12345\t", "123456", "\t\t\t\t\t\t"])  # fmt: skip


@given(st.lists(EVEN, min_size=1, max_size=3), st.booleans())
def test_cells_of_one_length_are_read_like_all_others(texts, times):
    found = even_texts(pa.array([text.encode() for text in texts], pa.binary()), times)
    slow = cleaned(pa.array(texts, pa.string()))
    assert found is None or found.equals(timed(slow) if times else slow)
    assert texts_of(timed(slow)).equals(slow)
    assert found is not None or not all(text.isdigit() for text in texts) or len({*map(len, texts)}) > 1


@given(st.lists(st.sampled_from(["", "a", 1, 1.0, True, False, 0, 2.5, "1"])))
def test_coded_cells_are_the_cells(given_cells):
    coded = coded_cells(given_cells)
    back = [coded.words[code] for code in coded.codes]
    assert [(cell, isinstance(cell, bool)) for cell in back] == [
        (c, isinstance(c, bool)) for c in given_cells
    ]
    assert len(coded.words) == len(set(coded.codes.tolist()))


def test_times_are_read_at_once_when_all_are_written_alike():
    texts = ["2026-07-22 11:00:21", None, "2026-07-22"]
    moments = instants(pa.array(texts))
    expected = [np.datetime64("2026-07-22T11:00:21"), None, np.datetime64("2026-07-22T00:00:00")]
    assert moments.to_pylist() == [None if m is None else m.astype(dt.datetime) for m in expected]
    assert instants(pa.array([t and t.replace("-", "/") for t in texts])).equals(moments)
    assert instants(pa.array(["2026-07-22 11:00:21", "22.7.2026"])) is None


def test_a_column_may_be_asked_for_in_the_other_shape(written):
    sheet = opened(written(text_of_rows(*ROWS, ("-", "-", "", "x"))))
    assert cells(sheet, 0) == [*(row[0].strip() for row in ROWS), ""]
    assert sheet.ids(1).to_pylist() == ["面霜,大", "面霜,大", "口红", None]
    with pytest.raises(KeyError):
        sheet.coded(9)
