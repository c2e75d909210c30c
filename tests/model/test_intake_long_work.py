"""Files made to take long (they once took seconds to minutes): each is read, or told to be odd, in a moment."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.fields import BadCell, number, share, span
from model.intake.files.heads import read_head
from model.intake.files.tables import is_plain_number, read_table
from model.intake.lines.privacy import buyer_key, buyer_keys
from model.intake.sheets.columns import open_sheet

MOST = 5.0
"""Seconds of the processor: many times what each takes here, a fraction of what it took."""


@pytest.fixture(autouse=True)
def in_a_moment() -> Iterator[None]:
    before = time.process_time()
    yield
    assert time.process_time() - before < MOST


def test_five_thousand_wanted_columns_are_cut(tmp_path: Path) -> None:
    header = tuple(f"栏{n}" for n in range(5000))
    path = tmp_path / "a.csv"
    path.write_text(",".join(header) + "\n" + ",".join(map(str, range(5000))) + "\n", "utf-8")
    head = read_head(path)
    sheet = open_sheet(
        path, "", 1, header, range(0, 5000, 2), range(1, 5000, 2), head.encoding, head.delimiter
    )
    assert sheet.rows == 1
    assert sheet.coded(4998).words == ("4998",)
    assert sheet.ids(4999).to_pylist() == ["4999"]


@pytest.mark.parametrize("end", ["x", "", "%", ",", "."])
def test_half_a_million_digits_are_looked_at_once(end: str) -> None:
    assert is_plain_number("1" * 500_000 + end) is (end in {"", "%"})


def test_header_lines_as_wide_as_a_sheet_can_be_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    words = [",".join(f"{sign}{n}" for n in range(16_384)) for sign in "甲乙丙丁戊己庚辛"]
    path.write_text("\n".join([*words, ",".join(["1"] * 16_384)]) + "\n", "utf-8")
    assert len(read_table(path).header) == 16_384


@pytest.mark.parametrize("more", ["", "张三"])
def test_a_buyer_of_half_a_million_signs_is_one_too(more: str) -> None:
    words = [sign * size + more for sign in "ab" for size in (500, 1_025, 500_000)]
    keys, known = buyer_keys([*words, "c"], b"k")
    assert known.all()
    assert len(set(keys.tolist())) == 7
    assert [buyer_key(word, b"k") for word in words] == [f"{key:016x}" for key in keys[:6]]
    assert buyer_key(words[-1], b"other") != buyer_key(words[-1], b"k")


@pytest.mark.parametrize("read", [number, share, span])
@pytest.mark.parametrize("size", [130, 5_000])
def test_figures_parted_by_many_blanks_are_none(read: Callable[[str], object], size: int) -> None:
    for text in ("1" + " " * size + "x", "1" + " " * size + "万" + " " * size + "x", "1 -" * size):
        with pytest.raises(BadCell, match="not_a_number"):
            read(text)
