"""Small files that would grow without end: entities in any part, parts that name places outside, cells past any sheet."""

import io
import resource
import time
import zipfile

import bad_files as bad
import pytest

from model.errors import InputError
from model.intake.files import books
from model.intake.files.tables import read_table

SIMPLE = bad.texts(1, "昵称", "粉丝") + bad.texts(2, "张三", "5")
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 50}">' for n in range(12))
"""Ten to the eleventh times a hundred letters, were they expanded."""
MOST_SECONDS = 20.0
MOST_MEGABYTES = 200


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def taken(path):
    """What is read of a file, "" where it is refused; in bounded time and memory."""
    begin, room = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        text = repr(read_table(path))
    except InputError:
        text = ""
    assert time.monotonic() - begin < MOST_SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - room) / 1024 < MOST_MEGABYTES
    return text


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)  # fmt: skip
def test_entities_are_expanded_in_no_part_of_a_workbook(tmp_path, part):
    parts = unpacked(bad.workbook(SIMPLE.replace("张三", "&e11;张"), "<si><t>&e11;</t></si>"))
    parts[part] = parts[part].replace(
        '<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE x [{ENTITIES}]>', 1
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(bad.packed(parts))
    assert "haha" not in taken(path)


@pytest.mark.parametrize("part", ["content.xml", "META-INF/manifest.xml"])
def test_nor_in_an_open_document(tmp_path, part):
    cell = '<t:table-cell o:value-type="string"><x:p>&e11;</x:p></t:table-cell>'
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "content.xml": '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<o:body><o:spreadsheet><t:table t:name="a"><t:table-row>{cell}</t:table-row></t:table>'
        "</o:spreadsheet></o:body></o:document-content>",
    }  # fmt: skip
    parts[part] = f'<?xml version="1.0"?><!DOCTYPE x [{ENTITIES}]>{parts[part]}'
    path = tmp_path / "a.ods"
    path.write_bytes(bad.packed(parts))
    assert "haha" not in taken(path)


@pytest.mark.parametrize(
    "where", ["../../evil.txt", "/tmp/evil.txt", "..\\..\\evil.txt", "C:\\evil.txt", "xl/../../../evil.txt"]
)
def test_parts_that_name_places_outside_are_written_nowhere(tmp_path, where):
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    path = folder / "a.xlsx"
    path.write_bytes(bad.packed({**unpacked(bad.workbook(SIMPLE)), where: "evil"}))
    assert "张三" in taken(path)
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == ["a.xlsx"]


@pytest.mark.parametrize("target", ["file://{0}", "{0}", "../../../../../../../..{0}", "http://192.0.2.1{0}"])
@pytest.mark.parametrize("mode", ['TargetMode="External"', ""])
def test_parts_elsewhere_are_not_looked_up(tmp_path, target, mode):
    secret, rels = tmp_path / "secret.xml", "xl/_rels/workbook.xml.rels"
    parts = unpacked(bad.workbook(SIMPLE))
    secret.write_text(parts["xl/worksheets/sheet1.xml"].replace("张三", "geheim"), "utf-8")
    where = f'Target="{target.format(secret)}" {mode}'
    parts[rels] = parts[rels].replace('Target="worksheets/sheet1.xml"', where)
    path = tmp_path / "a.xlsx"
    path.write_bytes(bad.packed(parts))
    assert "geheim" not in taken(path)


def test_an_entity_of_a_file_outside_is_not_looked_up(tmp_path):
    (tmp_path / "secret.txt").write_text("geheim")
    entity = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{tmp_path}/secret.txt">]>'
    parts = unpacked(bad.workbook(SIMPLE.replace("张三", "&s;张")))
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace('<?xml version="1.0"?>', f'<?xml version="1.0"?>{entity}', 1)
    path = tmp_path / "a.xlsx"
    path.write_bytes(bad.packed(parts))
    assert "geheim" not in taken(path)


@pytest.mark.parametrize(
    "place", ["ZZZZZZ1", "BDWGN2", "XFE1", "A99999999999", "ZZZZZZZZZZZZZZZ999999999999999", "A-1", "1A"]
)
def test_a_cell_past_any_sheet_takes_no_room(tmp_path, place):
    path = tmp_path / "a.xlsx"
    path.write_bytes(bad.workbook(f'{SIMPLE}<row r="3"><c r="{place}"><v>1</v></c></row>'))
    taken(path)


def test_a_million_columns_in_a_text_are_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(",".join(f"c{n}" for n in range(1_000_000)) + "\n" + "," * 999_999 + "\n", "utf-8")
    assert taken(path) == ""


def test_elements_in_elements_without_end_are_read_or_refused(tmp_path):
    deep = "<a>" * 200_000 + "</a>" * 200_000
    path = tmp_path / "a.xlsx"
    path.write_bytes(bad.workbook(f"{SIMPLE}<row r='3'>{deep}</row>"))
    taken(path)


def test_a_workbook_in_a_workbook_is_not_opened(tmp_path):
    inner = bad.workbook(SIMPLE)
    for _ in range(5):
        inner = bad.packed({"a.xlsx": inner})
    path = tmp_path / "a.xlsx"
    path.write_bytes(inner)
    assert taken(path) == ""


def test_one_sheet_named_very_often_counts_as_often(tmp_path, monkeypatch):
    monkeypatch.setattr(books, "MOST_GRID_CELLS", 100_000)
    many = 20_000
    rows = "".join(bad.texts(n, *(["张三"] * 20)) for n in range(1, 201))
    parts = unpacked(bad.workbook(rows))
    named = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="r0"/>' for n in range(1, many + 1))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        '<sheet name="表" sheetId="1" r:id="r0"/>', named
    )
    assert named in parts["xl/workbook.xml"]
    path = tmp_path / "a.xlsx"
    path.write_bytes(bad.packed(parts))
    assert taken(path) == ""


def test_very_many_parts_are_read_or_refused(tmp_path):
    parts = unpacked(bad.workbook(SIMPLE)) | {f"xl/media/image{n}.png": "" for n in range(60_000)}
    path = tmp_path / "a.xlsx"
    path.write_bytes(bad.packed(parts))
    taken(path)


def test_very_many_styles_are_read_or_refused(tmp_path):
    styles = '<cellXfs count="400000">' + '<xf numFmtId="14"/>' * 400_000 + "</cellXfs>"
    path = tmp_path / "a.xlsx"
    path.write_bytes(bad.workbook(SIMPLE, styles=styles))
    assert "张三" in taken(path)
