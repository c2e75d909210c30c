"""Cell tags looked at all together, against a slow second way that looks at one after another."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.intake.files.corners import count_of, places_of, usual_corner

TAG = re.compile(rb"<c(?=[\t\n\r />])")
USUAL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')


def slowly(chunk):
    """What each tag names, one by one; None at the first that is not as usual."""
    rows = columns = count = 0
    for tag in TAG.finditer(chunk):
        usual = USUAL.match(chunk, tag.start())
        if usual is None:
            return None
        number = 0
        for letter in usual[1]:
            number = number * 26 + letter - 64
        rows, columns, count = max(rows, int(usual[2])), max(columns, number), count + 1
    return None if b":c" in chunk else (rows, columns, count)


places = st.builds(
    "{}{}".format, st.text("ABXYZ", min_size=1, max_size=4), st.integers(0, 99_999_999) | st.just("007")
)
usual_cells = st.builds(
    '<c r="{}{}" s="2"><v>{}</v></c>'.format,
    st.sampled_from(["A", "Z", "AA", "BZ", "XFD"]),
    st.integers(1, 1_048_576),
    st.integers(0, 99),
)
cells = usual_cells | st.builds('<c r="{}"/>'.format, places)
others = st.sampled_from(
    ["<row r='3'>", "<cols>", "<col max='9'/>", "<c\tr='A1'/>", "<c/>", "<c>", '<c r="a1"/>', "<x:c r='B2'/>", "<x:cols>", "<cc ",
     '<c r="A"/>', '<c s="1" r="A1"/>', "</c>", '<c r="1"/>', '<c r="A1', "<c r=", "<c ", "<c", "中<v>:</v>"]
)  # fmt: skip


@given(st.lists(cells | others, max_size=12).map("".join).map(str.encode))
def test_all_tags_together_say_what_they_say_one_by_one(chunk):
    assert usual_corner(chunk) == slowly(chunk)
    assert usual_corner(memoryview(chunk)) == slowly(chunk)


@given(st.lists(usual_cells, min_size=1, max_size=40).map("<row>".join).map(str.encode))
def test_cells_written_as_usual_need_no_second_look(chunk):
    found = usual_corner(chunk)
    assert found is not None
    assert found == slowly(chunk)


@given(st.text("ci<:>/").map(str.encode), st.sampled_from([b"<c", b":c", b"/>", b"i>"]))
def test_two_signs_are_found_at_even_and_odd_places(chunk, pair):
    expected = [at for at in range(len(chunk)) if chunk.startswith(pair, at)]
    assert np.sort(places_of(chunk, pair)).tolist() == expected
    assert count_of(chunk, pair) == len(expected)


@pytest.mark.parametrize(
    ("last", "corner"),
    [("A1", (1, 1, 2)), ("Z9", (9, 26, 2)), ("AA10", (10, 27, 2)), ("XFD1048576", (1_048_576, 16_384, 2))],
)
def test_excels_own_places(last, corner):
    assert usual_corner(f'<c r="A1"/><c r="{last}"><v>1</v></c>'.encode()) == corner
