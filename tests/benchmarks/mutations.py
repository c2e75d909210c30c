"""Broken files for the fuzz: small real and made-up exports, and what can happen to their bytes."""

import io
import random
import re
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "model"))

from bad_files import old_book  # noqa: E402 - the path is made above

SHARED = ROOT.parent / "shared" / "data"
HEADERS = ROOT / "tests" / "data" / "export_headers.toml"
SMALL = 6_000
"""Bytes kept of a real text: what breaks a reader breaks it in a few lines."""
SMALL_BOOK = 40_000
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "big5")
TOKENS = (
    "1.2万", "3.4w", "1,327w", "1.5亿", "13.8M", "¥5,000-2万", "32.00%", "0.32", "-", "-(-)", "#VALOR!", "N/A'",
    '"\t7592255573464597541"', '="7592255573464597541"', "'7592255573464597541", "6.98E+18", "1473个", "86元",
    "€ 1.28万($ 1.48万)", "499.00（系统计算中，该值仅供参考）", "2019#3#11", "20140919", "2026/07/22 11:00:21",
    "3/8/2026", "13/8/2026", "8/13/2026", "46225.45", "0000-00-00", "99999999999999999999", "1e999", "-1e308",
    "NaN", "inf", "1e-400", "=1+1", "@SUM(A1)", "\\N", "合计", "##密文", "1******6198", "a,b", 'a"b', "a\nb", "\r",
    "\0", "\ufeff", "\u200b", "\u202e", "😀", "\ud7ff", "٣", "３", "—", ";", "\t", '""', '"', "1 " * 300 + "x",
    "1;2;3", '{"美妆": ["护肤"]}', "[" * 3000, "(" * 500, "9" * 5000, "0." + "0" * 400 + "1", "2026-07-22 25:61",
    "1,1,1,1", "1.1.1.1", "%", "万", "¥", "True", "24:00", "2100-01-01", "0001-01-01", "253402300800", "5月3日",
)  # fmt: skip
BLOCKS = (
    b"\0", b"\xff", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b'"', b'""', b'"\n', b",", b"\t", b";", b"\r", b"\r\n",
    b"\n\n\n", b'="', b"\x1a", b"\x80", b"\x81\x30\x81\x30", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7", b"<html>", b"<table><tr><td>", b"\x1f\x8b\x08", b",,,,,,,,,,\n",
)  # fmt: skip
XML = (
    b'<c r="XFD1048576"><v>1</v></c>', b'<c r="A0"><v>1</v></c>', b'<c r=""><v/></c>', b'<c t="s"><v>99999999</v></c>',
    b'<c t="s"><v>-1</v></c>', b'<c t="e"><v>#REF!</v></c>', b'<c t="b"><v>7</v></c>', b'<c t="d"><v>later</v></c>',
    b'<c s="65535"><v>1e999</v></c>', b"<c><v>1e400</v></c>", b"<fill/>", b'<mergeCell ref="A1:XFD1048576"/>',
    b'<mergeCell ref="A5:A1"/>', b'<dimension ref="A1:XFD1048576"/>', b'<row r="1048577"/>', b'<row r="0"/>',
    b"&unknown;", b"&#0;", b"]]>", b"<!--", b'<!DOCTYPE a [<!ENTITY b "c">]>', b"<is><t>x</t></is>", b"<v>46225.4</v>",
    b"<v>-1</v>", b"<v>99999999999</v>", b'<t xml:space="preserve"> </t>',
)  # fmt: skip


Change = Callable[[random.Random, bytes], bytes]


@dataclass(frozen=True)
class Seed:
    """A file to be broken."""

    name: str
    suffix: str
    data: bytes

    @property
    def changes(self) -> tuple[Change, ...]:
        """What may happen to a file of this kind."""
        if self.data.startswith(b"PK"):
            return _BOOK_CHANGES
        return _OLD_BOOK_CHANGES if self.data.startswith(b"\xd0\xcf") else _CHANGES


def seeds() -> tuple[Seed, ...]:
    """Made-up exports of every known header, and pieces of the real files when they lie beside the project."""
    return (*_made_up(), *_real())


def _real() -> Iterator[Seed]:
    for path in sorted(SHARED.rglob("*")) if SHARED.is_dir() else ():
        if path.suffix in {".csv", ".txt"}:
            data = path.read_bytes()
            cut = data[:SMALL]
            yield Seed(path.name, path.suffix, cut[: cut.rfind(b"\n") + 1] or cut)
        elif path.suffix == ".xlsx" and path.stat().st_size <= SMALL_BOOK:
            yield Seed(path.name, ".xlsx", path.read_bytes())


def _made_up() -> Iterator[Seed]:
    rng = random.Random(0)
    for number, export in enumerate(tomllib.loads(HEADERS.read_text("utf-8"))["export"]):
        header = export["header"].split(",") if isinstance(export["header"], str) else export["header"]
        rows = [header, *([cell(rng, heading) for heading in header] for _ in range(rng.randint(1, 8)))]
        yield Seed(export["seen"], ".csv", table(rows).encode("utf-8-sig"))
        if number % 3 == 0:
            yield Seed(export["seen"], ".xlsx", book(rows))
        if number % 3 == 1:
            yield Seed(
                export["seen"], ".xls", old_book(*([_number(text) for text in row] for row in rows[:4]))
            )


def table(rows: list[list[str]], sign: str = ",", line: str = "\n") -> str:
    """Rows as a text, quoted where needed."""
    return "".join(sign.join(_quoted(cell, sign) for cell in row) + line for row in rows)


def _quoted(cell: str, sign: str) -> str:
    return (
        '"' + cell.replace('"', '""') + '"' if any(odd in cell for odd in (sign, '"', "\n", "\r")) else cell
    )


def book(rows: list[list[str]]) -> bytes:
    """Rows as a small workbook of one sheet."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as made:
        sheet = made.add_worksheet("订单")
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write(line, column, _number(text))
    return out.getvalue()


def _number(text: str) -> str | float:
    return float(text) if re.fullmatch(r"\d{1,9}(\.\d+)?", text) else text


def cell(rng: random.Random, heading: str) -> str:
    """A cell that may well stand under this heading."""
    low = heading.lower()
    kinds: tuple[tuple[tuple[str, ...], Callable[[], str]], ...] = (
        (("状态", "status"), lambda: rng.choice(["已完成", "已关闭", "已发货", "退款成功", "待付款", "交易成功", "已结算"])),
        (("时间", "日期", "time"), lambda: f"2026-0{rng.randint(1, 9)}-{rng.randint(10, 28)} 1{rng.randint(0, 9)}:05:21"),
        (("率", "占比", "rate"), lambda: rng.choice([f"{rng.uniform(0, 90):.2f}%", f"{rng.random():.4f}", "-"])),
        (("额", "价", "费", "佣金", "金", "优惠", "付", "amount"), lambda: f"{rng.uniform(0, 9999):,.2f}"),
        (("编号", "单号", "id"), lambda: str(rng.randint(10**17, 10**18)) + rng.choice(["", "\t"])),
        (("数", "量", "quantity"), lambda: rng.choice([str(rng.randint(0, 99)), "1.2万", "3w"])),
        (("手机", "电话"), lambda: rng.choice(["1******6198", "##密文", "13912345678"])),
    )  # fmt: skip
    for words, make in kinds:
        if any(word in low for word in words):
            return make()
    return rng.choice(["", "-", "面霜", "小美", f"名称{rng.randint(0, 9)}"])


@dataclass(frozen=True)
class Case:
    """The bytes of one file and its name's end; ``story`` tells what was done to it."""

    suffix: str
    data: bytes
    story: str


def case(seed: int, number: int, files: tuple[Seed, ...]) -> Case:
    """The same case for the same numbers."""
    rng = random.Random(f"{seed}:{number}")
    if rng.random() < 0.03:
        data = rng.choice((b"", *BLOCKS)) + rng.randbytes(int(10 ** rng.uniform(0, 4)))
        return Case(rng.choice([".csv", ".txt", ".xlsx", ".xls", ".xlsm"]), data, "random bytes")
    file = rng.choice(files)
    data, told = file.data, [file.name]
    for _ in range(rng.choice([0, 1, 1, 1, 2, 2, 3, 5])):
        change = rng.choice(file.changes)
        data = change(rng, data)
        told.append(change.__name__)
    suffix = file.suffix if rng.random() < 0.95 else rng.choice([".csv", ".xlsx", ".xls", ".txt"])
    return Case(suffix, data, ", ".join(told))


# ── bytes ──


def flipped(rng: random.Random, data: bytes) -> bytes:
    """Some bits the other way."""
    out = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 8, 64]) if out else 0):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def cut(rng: random.Random, data: bytes) -> bytes:
    """Only the beginning, or the end."""
    place = rng.randrange(len(data) + 1)
    return data[:place] if rng.random() < 0.8 else data[place:]


def inserted(rng: random.Random, data: bytes) -> bytes:
    """A block in between, perhaps many times."""
    place = rng.randrange(len(data) + 1)
    block = rng.choice([rng.choice(BLOCKS), rng.randbytes(rng.randint(1, 40))])
    return data[:place] + block * rng.choice([1, 1, 1, 3, 200]) + data[place:]


def repeated(rng: random.Random, data: bytes) -> bytes:
    """A part once more, or somewhere else."""
    first, last = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    place = rng.randrange(len(data) + 1)
    return data[:place] + data[first:last] * rng.choice([1, 1, 2, 5]) + data[place:]


def dropped(rng: random.Random, data: bytes) -> bytes:
    """Without a part."""
    first, last = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:first] + data[min(last, first + rng.choice([1, 10, 10_000])) :]


def struck(rng: random.Random, data: bytes) -> bytes:
    """Numbers of the binary form that are not so."""
    out = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 6])):
        size, place = rng.choice([1, 2, 4, 8]), rng.randrange(max(1, len(data) // 2)) * 2
        odd = [
            0,
            1,
            2,
            0x7F,
            0xFF,
            0x7FFF,
            0xFFFE,
            0xFFFF,
            0x7FFFFFFF,
            0xFFFFFFFE,
            2**63,
            rng.getrandbits(32),
        ]
        out[place : place + size] = (rng.choice(odd) % 256**size).to_bytes(size, "little")
    return bytes(out)


# ── texts ──


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030", "latin-1"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def recoded(rng: random.Random, data: bytes) -> bytes:
    """Another encoding, from one place on perhaps."""
    text, encoding = _text(data), rng.choice(ENCODINGS)
    place = rng.choice([0, 0, rng.randrange(len(text) + 1)])
    return text[:place].encode("utf-8", "replace") + text[place:].encode(encoding, "replace")


def celled(rng: random.Random, data: bytes) -> bytes:
    """Some cells say something else."""
    text = _text(data)
    places = [hit.span() for hit in re.finditer(r"[^,\n]+", text)]
    for first, last in sorted(rng.sample(places, min(len(places), rng.choice([1, 3, 20]))), reverse=True):
        text = text[:first] + _quoted(rng.choice(TOKENS), ",") + text[last:]
    return text.encode("utf-8", "replace")


def columned(rng: random.Random, data: bytes) -> bytes:
    """Every cell of some columns says something else, so that the whole column must be understood."""
    rows = [line.split(",") for line in _text(data).split("\n")]
    for place in rng.sample(range(len(rows[0])), min(len(rows[0]), rng.choice([1, 2, 5]))):
        tokens = rng.choices(TOKENS, k=rng.choice([1, 2, 4]))
        for row in rows[1:]:
            if place < len(row):
                row[place] = _quoted(rng.choice(tokens), ",")
    return "\n".join(",".join(row) for row in rows).encode("utf-8", "replace")


def extreme(rng: random.Random, data: bytes) -> bytes:
    """One cell of extreme size."""
    text = _text(data)
    sign = rng.choice(
        [
            "9",
            " ",
            "x",
            "\t",
            "1 ",
            "1,",
            "-",
            "　",
            "(",
            "[",
            '""',
            "1-",
            "a ",
            "万",
            "\n",
            "a\n",
            "=",
            "'",
            "\ufeff",
        ]
    )
    big = sign * (rng.choice([3_000, 50_000, 50_000 if "\n" in sign else 500_000]) // len(sign))
    big = rng.choice(["", "1", "x", "2026-07-22"]) + big + rng.choice(["", "x", "1"])
    place = rng.choice([hit.start() for hit in re.finditer(r"[,\n]|$", text)])
    quoted = '"' + big + '"' if rng.random() < 0.7 else big
    return (text[:place] + "," + quoted + text[place:]).encode("utf-8", "replace")


def lined(rng: random.Random, data: bytes) -> bytes:
    """Other line ends, another sign between the cells, or lines in another order."""
    text = _text(data)
    way = rng.randrange(4)
    if way == 0:
        return text.replace("\n", rng.choice(["\r", "\r\n", "\r\r\n", "\n\n", "\u2028", "\v"])).encode(
            "utf-8", "replace"
        )
    if way == 1:
        return text.replace(",", rng.choice(["\t", ";", "|", "，", " ", ",,", "\0"])).encode(
            "utf-8", "replace"
        )
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines * rng.choice([1, 1, 3, 20])).encode("utf-8", "replace")


def widened(rng: random.Random, data: bytes) -> bytes:
    """Thousands of columns."""
    lines = _text(data).split("\n")
    more = ("," + rng.choice(["", "x", "订单编号", "1"])) * rng.choice([300, 5_000, 16_384])
    chosen = range(len(lines)) if rng.random() < 0.3 and len(lines) < 10 else [rng.randrange(len(lines))]
    for place in chosen:
        lines[place] += more
    return "\n".join(lines).encode("utf-8", "replace")


# ── workbooks ──


def _members(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return {one.filename: packed.read(one) for one in packed.infolist() if one.file_size < 1 << 20}
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        zipfile.zlib.error,
    ):
        return {}


def _packed(members: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


def operated(rng: random.Random, data: bytes) -> bytes:
    """One member changed and packed again, so that the zip itself is sound."""
    members = _members(data)
    if not members:
        return flipped(rng, data)
    name = rng.choice(
        [name for name in members if "sheet" in name.lower() or rng.random() < 0.4] or list(members)
    )
    members[name] = rng.choice(
        [_marked, _marked, _tokened, _tokened, flipped, cut, inserted, repeated, dropped]
    )(rng, members[name])
    return _packed(
        members,
        rng.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2]),
    )


def _marked(rng: random.Random, data: bytes) -> bytes:
    """A piece of XML where a tag begins."""
    places = [hit.start() for hit in re.finditer(rb"<", data)] or [0]
    place = rng.choice(places)
    return data[:place] + rng.choice(XML) * rng.choice([1, 1, 50]) + data[place:]


def _tokened(rng: random.Random, data: bytes) -> bytes:
    """Values, references or attributes say something else."""
    hits = list(re.finditer(rb'>[^<]+<|="[^"]*"', data))
    for hit in sorted(rng.sample(hits, min(len(hits), rng.choice([1, 4]))), key=lambda one: -one.start()):
        token = rng.choice(
            [*TOKENS, "A1:XFD1048576", "XFD1048576", "-1", "0", "4294967296", "ZZZZ9", "sheet1.xml", "../x"]
        )
        token *= 20_000 if rng.random() < 0.01 else 1
        clean = re.sub(r"[<>&\"\0]", "", token).encode("utf-8", "replace")
        data = (
            data[: hit.start()]
            + hit[0][:1]
            + (b'"' if hit[0][:1] == b"=" else b"")
            + clean
            + hit[0][-1:]
            + data[hit.end() :]
        )
    return data


def robbed(rng: random.Random, data: bytes) -> bytes:
    """A member missing, renamed or there twice."""
    members = _members(data)
    if not members:
        return cut(rng, data)
    name = rng.choice(list(members))
    way = rng.randrange(3)
    if way == 0:
        del members[name]
    elif way == 1:
        members[rng.choice(["xl/x.xml", "../" + name, name.upper(), "/" + name, name + "\0"])] = members.pop(
            name
        )
    else:
        members["xl/worksheets/sheet9.xml"] = members[name]
    return _packed(members)


def lied(rng: random.Random, data: bytes) -> bytes:
    """Sizes, sums, methods or flags in the headers of the zip that are not so."""
    places = [
        hit.start()
        for sign in (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")
        for hit in re.finditer(re.escape(sign), data)
    ]
    if not places:
        return flipped(rng, data)
    out = bytearray(data)
    place = rng.choice(places) + rng.randrange(4, 30)
    for offset in range(rng.choice([1, 2, 4])):
        if place + offset < len(out):
            out[place + offset] = rng.choice([0, 1, 0xFF, 0x7F, rng.randrange(256)])
    return bytes(out)


def bombed(rng: random.Random, data: bytes) -> bytes:
    """A member that is small here and huge when unpacked."""
    members = _members(data) or {"xl/workbook.xml": b""}
    name = rng.choice([name for name in members if name.endswith(".xml")] or list(members))
    fill = rng.choice([b" ", b"<row><c><v>1</v></c></row>", b"<si><t>a</t></si>", b"\0"])
    size = rng.choice([1 << 20, 1 << 22, 40 << 20])
    half = members[name].rfind(b"</")
    members[name] = members[name][:half] + fill * (size // len(fill)) + members[name][half:]
    return _packed(members)


_CHANGES: tuple[Change, ...] = (
    flipped, cut, inserted, repeated, dropped, recoded, celled, celled, columned, columned, extreme, lined, widened,
)  # fmt: skip
_OLD_BOOK_CHANGES: tuple[Change, ...] = (
    struck,
    struck,
    struck,
    flipped,
    flipped,
    cut,
    inserted,
    repeated,
    dropped,
)
_BOOK_CHANGES: tuple[Change, ...] = (
    *(operated,) * 20, *(lied,) * 3, *(robbed,) * 2, struck, flipped, cut, bombed,
)  # fmt: skip
