"""Workbooks written by hand, byte by byte: wrong ones no library writes, and old ones none here can write."""

import io
import struct
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF


def workbook(cells, shared="", styles="", mode=zipfile.ZIP_DEFLATED):
    """The bytes of an .xlsx with one sheet of these XML rows."""
    wanted = {
        "worksheet": "worksheets/sheet1.xml",
        "sharedStrings": "sharedStrings.xml",
        "styles": "styles.xml",
    }
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(wanted.items())
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r0" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="表" sheetId="1" '
        'r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }  # fmt: skip
    return packed({name: f'<?xml version="1.0"?>{text}' for name, text in parts.items()}, mode)


def packed(parts, mode=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", mode) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def texts(row, *cells):
    """A row of inline texts: ``texts(1, "昵称", "粉丝")``."""
    written = "".join(
        f'<c r="{chr(65 + n)}{row}" t="inlineStr"><is><t>{text}</t></is></c>' for n, text in enumerate(cells)
    )
    return f'<row r="{row}">{written}</row>'


def ole(streams):
    """The bytes of an OLE container: header, tables of sectors, one directory sector, the streams."""
    bodies = [body.ljust(4096, b"\0") + b"\0" * (-max(len(body), 4096) % 512) for body in streams.values()]
    sectors = sum(map(len, bodies)) // 512 + 1
    tables = -(-sectors // 127)
    entries, table = [("Root Entry", 5, END, 0)], [0xFFFFFFFD] * tables + [END]
    for name, body in zip(streams, bodies, strict=True):
        first, count = len(table), len(body) // 512
        entries.append((name, 2, first, len(body)))
        table += [*range(first + 1, first + count), END]
    directory = b"".join(_entry(n, len(entries), *entry) for n, entry in enumerate(entries)).ljust(512, b"\0")
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    )
    head += struct.pack("<9I", 0, tables, tables, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", *range(tables), *[0xFFFFFFFF] * (109 - tables))
    table += [FREE] * (128 * tables - len(table))
    return head + struct.pack(f"<{len(table)}I", *table) + directory + b"".join(bodies)


def _entry(place, count, name, kind, start, size):
    text = name.encode("utf-16-le") + b"\0\0"
    child, right = (1, FREE) if place == 0 else (FREE, place + 1 if place + 1 < count else FREE)
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def old_book(*rows, dimensions=None):
    """The bytes of an .xls (BIFF8) with one sheet of these rows."""
    codepage = _record(0x42, struct.pack("<H", 1200))
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + codepage
    title = "表".encode("utf-16-le")

    def sheet_at(place):
        return _record(0x85, struct.pack("<IBBBB", place, 0, 0, 1, 1) + title)

    start += sheet_at(len(start) + len(sheet_at(0)) + 4) + _record(0x0A, b"")
    shape = dimensions or (0, len(rows), 0, max(map(len, rows)))
    sheet = [_record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))]
    sheet.append(_record(0x200, struct.pack("<IIHHH", *shape, 0)))
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            place = struct.pack("<HHH", line, column, 0)
            sheet.append(
                _record(0x204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
                if isinstance(cell, str)
                else _record(0x203, place + struct.pack("<d", cell))
            )
    return ole({"Workbook": start + b"".join(sheet) + _record(0x0A, b"")})


def _record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body
