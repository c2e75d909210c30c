"""The cells of a column to values: every form exports write, alone and in bulk, decided over the column."""

import csv
import datetime as dt
import io
import math
import re
import time
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from model.fields import BadCell, number
from model.intake.cells.cells import amounts, counts, ids, moments, numbers, ranges, shares
from model.intake.cells.dates import day

DATA = Path(__file__).parents[2].parent / "shared/data"
shared = pytest.mark.skipif(not DATA.is_dir(), reason=f"the shared example data is not at {DATA}")
BULK = 20  # more cells of one shape than are read one by one

MISSING = [
    "",
    " ",
    "-",
    "--",
    "—",
    "-(-)",
    "#VALOR!",
    "#VALUE!",
    "#N/A",
    "#DIV/0!",
    "N/A",
    "N/A'",
    "null",
    "空",
]
MISSING += ["\t-", '=""', "暂无数据", "／", None, math.nan]
READERS = [amounts, counts, numbers, shares, ranges, moments]


def known(decoded):
    """The values of a column as a list, None where there is none."""
    return [
        value if there else None for value, there in zip(decoded.values.tolist(), decoded.known, strict=True)
    ]


def one(read, word, **how):
    """A cell read alone and among many of its shape: the value or the code, both ways the same."""
    alone, many = read([word], **how), read([word] * BULK, **how)
    answer = alone.bad.get(0, known(alone)[0])
    assert known(many) == [known(alone)[0]] * BULK
    assert many.bad == dict.fromkeys(range(BULK), alone.bad[0]) if alone.bad else many.bad == {}
    return answer


# ── missing ──


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("word", MISSING)
def test_every_way_of_saying_unknown_is_missing_and_not_wrong(read, word):
    assert one(read, word) is None


@pytest.mark.parametrize("word", MISSING)
def test_a_missing_id_is_null(word):
    found = ids([word])
    assert found.texts.to_pylist() == [None]
    assert found.bad == {}


@pytest.mark.parametrize("read", READERS)
def test_a_column_without_cells_has_no_values(read):
    for nothing in ([], (), pa.array([], pa.string())):
        assert known(read(nothing)) == []
    assert ids([]).texts.to_pylist() == []


# ── money ──


@pytest.mark.parametrize(
    ("word", "fen"),
    [
        ("0.29", 29),
        ("123.45", 12345),
        ("1.005", 101),
        ("-1.005", -101),
        ("1.00499", 100),
        ("0.005", 1),
        ("-12.5", -1250),
        ("+12.5", 1250),
        ("(12.50)", -1250),
        ("（12.50）", -1250),
        ("¥6,615.60", 661560),
        ("￥ 1,299", 129900),
        ("¥-12.50", -1250),
        ("-¥12.50", -1250),
        ("86元", 8600),
        ("¥86元", 8600),
        ("1.2万元", 1_200_000),
        ("1.5亿", 15_000_000_000),
        ("3.4w", 3_400_000),
        ("RMB 12", 1200),
        ("12 CNY", 1200),
        ("１，２３４．５６", 123456),
        ("−3.10", -310),
        ("499.00（系统计算中，该值仅供参考）", 49900),
        ("100(含运费10元)", 10000),
        ("\t12.30", 1230),
        ('="12.30"', 1230),
        ("'12.30", 1230),
        ("5.", 500),
        (".5", 50),
        ("1.2E+05", 12_000_000),
        ("12.340000000000000", 1234),
        ("123456789012345.6", "not_finite"),
        ("9" * 40, "not_finite"),
        ("1e999", "not_finite"),
        (12, 1200),
        (0.29, 29),
        (1.005, 101),
        (1e-7, 0),
        (86400.0, 8640000),
        (123456789.01, 12345678901),
        (True, "not_a_number"),
        ("1473个", "not_a_number"),
        ("12%", "not_a_number"),
        ("¥5,000-2万", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("12(3)", "not_a_number"),
        ("¥12$", "not_a_number"),
        ("已付", "not_a_number"),
        ("٣", "not_a_number"),
    ],
)
def test_an_amount_is_read_to_the_fen(word, fen):
    words = [word, "7,000.01"]  # a second cell with a point, so that 1,23 cannot be meant as 1.23
    found = amounts(words)
    assert (found.bad.get(0) or known(found)[0]) == fen
    assert known(found)[1] == 700001
    many = amounts([*[word] * BULK, "7,000.01"])
    assert [many.bad.get(n) or known(many)[n] for n in range(BULK)] == [fen] * BULK


@given(st.decimals(-(10**9), 10**9, places=None, allow_nan=False, allow_infinity=False))
def test_half_a_fen_goes_away_from_zero_as_in_bookkeeping(value):
    expected = int((value * 100).quantize(Decimal(1), ROUND_HALF_UP))
    assert one(amounts, f"{value:f}") == expected


@given(
    st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=60),
    st.sampled_from(["", "¥", "¥ ", "$", "\t"]),
)
def test_fen_written_in_any_way_come_back(fen, sign):
    exact = [Decimal(value) / 100 for value in fen]
    for form in ("{:.2f}", "{:,.2f}"):
        found = amounts([sign + form.format(value) for value in exact])
        assert known(found) == fen
        assert found.bad == {}
    assert known(amounts([f"{value:,.2f}元" for value in exact])) == fen
    assert known(amounts([float(value) for value in exact])) == fen


def test_the_currency_is_told_and_yuan_is_preferred():
    assert amounts(["12", "13"]).currency == ""
    assert amounts(["¥12", "13"]).currency == "CNY"
    assert amounts(["HK$12"]).currency == "HKD"
    assert amounts(["12 Ft", "£ 3"]).currency == "GBP"
    both = amounts(["€ 1.28万($ 1.48万)"])
    assert (both.currency, known(both)) == ("EUR", [1_280_000])
    ours = amounts(["€ 1.28万(¥ 10.5万)", "¥3"])
    assert (ours.currency, known(ours)) == ("CNY", [10_500_000, 300])


def test_two_currencies_are_never_mixed_in_a_column():
    found = amounts(["€ 2902.38($ 3378.79)", "$ 0.50", "-", "4", "£ 3"])
    assert (found.currency, known(found)) == ("USD", [337879, 50, None, 400, None])
    assert found.bad == {4: "other_currency"}


def test_a_decimal_comma_is_found_out_over_the_column():
    assert known(amounts(["1.234,50 €", "12,5 €", "1.000 €"])) == [123450, 1250, 100000]
    assert known(amounts(["1,234", "12.5"])) == [123400, 1250]
    assert amounts(["1,23", "7,000.01"]).bad == {0: "not_a_number"}
    assert known(shares(["12,5%", "3%"])) == [0.125, 0.03]
    clash = amounts(["12,5", "12.5", "13.5"])
    assert (known(clash), clash.bad) == ([None, 1250, 1350], {0: "not_a_number"})


# ── counts, numbers ──


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("1.2万", 12_000),
        ("3.4w", 34_000),
        ("3.4W", 34_000),
        ("1,327w", 13_270_000),
        ("7,398.2w", 73_982_000),
        ("1.5亿", 150_000_000),
        ("13.8M", 13_800_000),
        ("34.2K", 34_200),
        ("2千万", 20_000_000),
        ("10w+", 100_000),
        ("1473个", 1473),
        ("12 场", 12),
        ("1.23456万", 12_346),
        ("8.04万", 80_400),
        ("0", 0),
        (3.0, 3),
        (12345678901.0, 12345678901),
        ("2.0", 2),
        ("2.5", "not_whole"),
        (2.5, "not_whole"),
        ("86元", "not_a_number"),
        ("3%", "not_a_number"),
        ("1e20", "not_finite"),
        ("12万吨", "not_a_number"),
    ],
)
def test_a_count_is_read_with_its_unit(word, value):
    assert one(counts, word) == value


@given(
    st.integers(0, 10**8).map(lambda n: f"{n / 100:,.2f}"), st.sampled_from(["", "万", "w", "亿", "k", "m"])
)
def test_numbers_are_rounded_once_as_the_field_reader_does(text, unit):
    assert one(numbers, text + unit) == number(text + unit)


def test_whole_numbers_too_long_for_floats_are_refused_not_bent():
    assert one(numbers, "9" * 400) == "not_finite"
    assert one(numbers, "12345678901234567890") == 12345678901234567890.0


# ── shares ──


@pytest.mark.parametrize(
    ("words", "values", "percent"),
    [
        (["32.00%", "4.03%", "-"], [0.32, 0.0403, None], False),
        (["0.32", "1", "0"], [0.32, 1.0, 0.0], False),
        (["32", "0.5", "4.03"], [0.32, 0.005, 0.0403], True),
        (["32%", "0.5"], [0.32, 0.005], True),
        (["32%", 0.5], [0.32, 0.5], False),
        (["32%", 0.5, 32.0], [0.32, 0.005, 0.32], True),
        (["３２％", "5‰"], [0.32, 0.005], False),
        (["-3%", "250%"], [-0.03, 2.5], False),
        ([32.5, 4.03], [0.325, 0.0403], True),
        (["86元", "3万", "5个"], [None, None, None], False),
    ],
)
def test_percent_or_share_is_decided_by_the_column(words, values, percent):
    found = shares(words)
    assert (known(found), found.percent) == (values, percent)


def test_a_layout_that_knows_better_overrules_the_column():
    assert known(shares(["1.2", "0.3"], percent=False)) == [1.2, 0.3]
    assert known(shares(["0.2", "3%"], percent=True)) == [0.002, 0.03]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60))
def test_hundredths_of_a_percent_are_exact(parts):
    assert known(shares([f"{n / 100:.2f}%" for n in parts])) == [n / 10_000 for n in parts]
    assert known(shares([f"{n / 100:.2f}" for n in parts], percent=True)) == [n / 10_000 for n in parts]
    assert known(shares([f"{n / 10_000:.4f}" for n in parts], percent=False)) == [n / 10_000 for n in parts]


# ── ranges ──


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [
        ("¥5,000-2万", 5000.0, 20_000.0),
        ("¥100万-500万", 1e6, 5e6),
        ("10-50万", 100_000.0, 500_000.0),
        ("1k-3w", 1000.0, 30_000.0),
        ("10～20", 10.0, 20.0),
        ("<=80", 0.0, 80.0),
        ("10万以上", 100_000.0, math.inf),
        ("10万及以上", 100_000.0, math.inf),
        ("1000以下", 0.0, 1000.0),
        ("5000元以下", 0.0, 5000.0),
        ("10w+", 100_000.0, math.inf),
        ("66", 66.0, 66.0),
        (66.5, 66.5, 66.5),
    ],
)
def test_a_range_stays_a_range(word, low, high):
    found = ranges([word] * BULK)
    assert (known(found), found.high.tolist()) == ([low] * BULK, [high] * BULK)


def test_what_is_no_range_is_told():
    assert ranges(["abc", "-", "1-x"]).bad == {0: "not_a_number", 2: "not_a_number"}


# ── dates ──


def at(*parts):
    return int(dt.datetime(*parts, tzinfo=dt.UTC).timestamp())


DAY, MINUTE, SECOND = at(2026, 7, 22), at(2026, 7, 22, 11, 0), at(2026, 7, 22, 11, 0, 21)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("2026/07/22 11:00:21", SECOND),
        ("2026-07-22 11:00:21", SECOND),
        ("2026-07-22T11:00:21", SECOND),
        ("2026-07-22T11:00:21.178181", SECOND),
        ("2026-07-22T11:00:21Z", SECOND),
        ("2026-07-22 11:00:21+08:00", SECOND),
        ("\t2026-07-22 11:00:21\t", SECOND),
        ("2026-07-22  11:00:21", SECOND),
        ("2026.7.22 11:00", MINUTE),
        ("2026#7#22", DAY),
        ("2026#07#22", DAY),
        ("20260722", DAY),
        (20260722, DAY),
        (20260722.0, DAY),
        ("20260722110021", SECOND),
        ("202607221100", MINUTE),
        ("20260722 11:00:21", SECOND),
        ("2026年7月22日", DAY),
        ("2026年7月22日 11时00分21秒", SECOND),
        ("2026年7月22日 11点", MINUTE),
        ("2026年07月22日11:00", MINUTE),
        ("2026/7/22 上午11:00:21", SECOND),
        ("2026/7/22 下午 1:05", at(2026, 7, 22, 13, 5)),
        ("2026-07-22 12:30 AM", at(2026, 7, 22, 0, 30)),
        ("2026-07-22 12:30 pm", at(2026, 7, 22, 12, 30)),
        ("2026-07-22 星期三", DAY),
        ("２０２６－０７－２２", DAY),
        ("7/22/2026 11:00:21 AM", SECOND),
        ("22/7/2026 11:00", MINUTE),
        ("22.7.2026", DAY),
        ("03.08.2026", at(2026, 8, 3)),
        ("3/3/2026", at(2026, 3, 3)),
        ("22-Jul-2026", DAY),
        ("22 July 2026 11:00", MINUTE),
        ("Jul 22, 2026, 11:00:21 AM", SECOND),
        ("Wed, 22 Jul 2026 11:00:21", SECOND),
        ("2026-07-22 24:00:00", at(2026, 7, 23)),
        (46225, DAY),
        (46225.0, DAY),
        ("46225", DAY),
        (46225.45857638889, SECOND),
        ("46225.458576389", SECOND),
        (46225.458333333336, MINUTE),
        ("0000-00-00 00:00:00", None),
        ("1970-01-01 08:00:00", None),
        ("1900-01-00", None),
        ("0001-01-01T00:00:00", None),
        (0, None),
        ("1050-01-01", "date_out_of_range"),
        ("1989-12-31", "date_out_of_range"),
        ("1990-01-01", at(1990, 1, 1)),
        ("2099-12-31 23:59:59", at(2099, 12, 31, 23, 59, 59)),
        ("2100-01-01", "date_out_of_range"),
        ("2026-02-29", "not_a_date"),
        ("2024-02-29", at(2024, 2, 29)),
        ("2026-13-01", "not_a_date"),
        ("2026-07-32", "not_a_date"),
        ("2026-07-22 25:00", "not_a_date"),
        ("2026-07-22 11:60", "not_a_date"),
        ("2026-07-2211", "not_a_date"),
        ("13/13/2026", "not_a_date"),
        ("22.13.2026", "not_a_date"),
        ("2026-07", "not_a_date"),
        ("7月22日", "not_a_date"),
        ("7.0", "not_a_date"),
        ("12345678", "not_a_date"),
        ("2026-07-22 later", "not_a_date"),
        ("已付款", "not_a_date"),
        (True, "not_a_date"),
        ("3/8/2026", "date_order_unknown"),
    ],
)
def test_a_time_is_read_in_every_way_it_is_written(word, value):
    assert one(moments, word) == value


MARCH, AUGUST = at(2026, 3, 8), at(2026, 8, 3)


@pytest.mark.parametrize(
    ("others", "order", "value"),
    [(["4/22/2026"], "mdy", MARCH), (["22/4/2026"], "dmy", AUGUST), (["-"], "", None)],
)
def test_one_cell_over_twelve_settles_the_order_for_the_column(others, order, value):
    found = moments(["3/8/2026", *others, "2026-01-05"])
    assert (found.order, found.ambiguous, known(found)[0]) == (order, not order, value)
    assert found.bad == ({} if order else {0: "date_order_unknown"})


def test_cells_that_contradict_each_other_settle_nothing():
    found = moments(["22/4/2026", "4/23/2026", "3/8/2026"])
    assert (found.order, found.ambiguous) == ("", True)
    assert known(found) == [at(2026, 4, 22), at(2026, 4, 23), None]
    given_order = moments(["22/4/2026", "4/23/2026", "3/8/2026"], order="mdy")
    assert known(given_order) == [at(2026, 4, 22), at(2026, 4, 23), MARCH]
    assert (given_order.bad, given_order.ambiguous) == ({}, False)


def test_a_year_of_two_digits_needs_an_order_from_elsewhere():
    assert moments(["26/7/22", "4/11/18"]).bad == dict.fromkeys(range(2), "date_order_unknown")
    assert known(moments(["4/11/18 04:53", "4/22/2018"])) == [at(2018, 4, 11, 4, 53), at(2018, 4, 22)]
    assert known(moments(["26/7/99", "4/11/18"], order="dmy")) == [at(1999, 7, 26), at(2018, 11, 4)]


def test_a_given_order_reads_what_the_column_leaves_open():
    assert known(moments(["3/8/2026"], order="dmy")) == [AUGUST]
    assert known(moments(["3-8-2026 9:05"], order="mdy")) == [MARCH + 9 * 3600 + 300]
    with pytest.raises(ValueError, match="ymd"):
        moments([], order="ymd")


FORMS = [
    "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%S", "\t%Y-%m-%d %H:%M:%S",
    "%d.%m.%Y %H:%M:%S", "%b %d, %Y %I:%M:%S %p",
]  # fmt: skip
YEARS = {
    name: dt.datetime.fromisoformat(day)
    for name, day in (("min_value", "1990-01-02"), ("max_value", "2099-12-31"))
}
TIMES = st.datetimes(**YEARS).map(lambda time: time.replace(microsecond=0))


@given(st.lists(TIMES, min_size=1, max_size=60), st.sampled_from(FORMS))
def test_times_written_in_any_form_come_back(times, form):
    expected = np.array(times, "datetime64[s]").astype(np.int64).tolist()
    texts = [time.strftime(form) for time in times]
    for words in (texts, tuple(texts), pa.array(texts), pa.array(["x", *texts]).slice(1)):
        found = moments(words)
        assert (known(found), found.bad) == (expected, {})


@given(
    st.lists(TIMES.filter(lambda t: t.year > 1990), min_size=1, max_size=60), st.sampled_from(["mdy", "dmy"])
)
def test_the_given_order_reads_what_was_written_in_it(times, order):
    expected = np.array(times, "datetime64[s]").astype(np.int64).tolist()
    form = (
        "{0.month}/{0.day}/{0.year} {0:%H:%M:%S}"
        if order == "mdy"
        else "{0.day}/{0.month}/{0.year} {0:%H:%M:%S}"
    )
    assert known(moments([form.format(time) for time in times], order)) == expected


@given(st.lists(TIMES.filter(lambda t: t.year > 1990), min_size=1, max_size=60))
def test_day_numbers_of_a_spreadsheet_are_right_to_the_second(times):
    start = dt.datetime.fromisoformat("1899-12-30")
    serials = [(time - start) / dt.timedelta(days=1) for time in times]
    expected = np.array(times, "datetime64[s]").astype(np.int64).tolist()
    assert known(moments(serials)) == expected
    assert known(moments([f"{serial:.9f}" for serial in serials])) == expected


# ── ids ──

LONG = "7592255573464597541"


@pytest.mark.parametrize(
    "word",
    [
        LONG,
        f"\t{LONG}",
        f"{LONG}\t",
        f'="{LONG}"',
        f"'{LONG}",
        f'"\t{LONG}"',
        f'="\t{LONG}"',
        f"\ufeff{LONG}",
        int(LONG),
    ],
)
def test_nineteen_digits_stay_nineteen_digits(word):
    for words in ([word], [word] * BULK):
        found = ids(words)
        assert (set(found.texts.to_pylist()), found.bad) == ({LONG}, {})


@pytest.mark.parametrize("word", ["6.98E+18", "6.98e18", "6E18", 6.98e18, 1234567890123456.0])
def test_an_id_that_a_spreadsheet_has_rounded_is_lost(word):
    found = ids([word, "P1"])
    assert (found.texts.to_pylist(), found.bad) == ([None, "P1"], {0: "id_lost_digits"})


def test_ids_of_which_only_fifteen_digits_are_left_are_lost_when_most_are_so():
    rounded = [f"{n:015d}0000" for n in range(759225557346459, 759225557346463)]
    assert ids([*rounded, LONG]).bad == dict.fromkeys(range(4), "id_lost_digits")
    assert ids([*rounded, LONG]).texts.to_pylist() == [None] * 4 + [LONG]
    by_chance = [rounded[0], *(str(int(LONG) + n) for n in range(1, 9))]
    assert ids(by_chance).texts.to_pylist() == by_chance
    assert ids(["100000", "200000", "300000", "400000"]).bad == {}


@pytest.mark.parametrize(
    ("word", "text"),
    [("D31313", "D31313"), ("a  b", "a b"), (7592.0, "7592"), ("536367-1", "536367-1"), ("达人1", "达人1"), ("1E5X", "1E5X"),
     ("007", "007"), ("NAN", None), ("A" * 200, "A" * 200)],
)  # fmt: skip
def test_an_id_is_the_text_it_is(word, text):
    assert ids([word]).texts.to_pylist() == [text]


def test_a_text_too_long_for_an_id_is_told():
    words = ["A" * 201, "x y" * 100, "9" * 500_000, "(" * 100_000]
    assert ids(words).bad == dict.fromkeys(range(4), "too_long")
    assert ids(["1" + " " * 500_000 + "x"]).texts.to_pylist() == ["1 x"]


@given(
    st.lists(st.from_regex(r"[0-9A-Za-z]{1,22}", fullmatch=True), min_size=1, max_size=40),
    st.sampled_from(["{}", "\t{}", "'{}", '="{}"', " {} "]),
)
def test_ids_come_back_from_whatever_exports_wrap_around_them(texts, form):
    plain = ids(texts)
    wrapped = ids([form.format(text) for text in texts])
    assert wrapped.texts.to_pylist() == plain.texts.to_pylist()
    kept = [(a, b) for a, b in zip(plain.texts.to_pylist(), texts, strict=True) if a is not None]
    assert all(a == b for a, b in kept)


# ── anything ──

SIGNS = "0123456789" * 2 + ".,-+/:# ()%¥$€万w亿kMe年月日元个\t'\"=T（），。\ufeff３é\n"
ODD = (
    st.text(SIGNS, max_size=14)
    | st.text(max_size=30)
    | st.floats()
    | st.integers()
    | st.booleans()
    | st.none()
)


@pytest.mark.parametrize("read", READERS)
@given(words=st.lists(ODD, max_size=30))
def test_any_cells_are_read_or_told_never_a_crash(read, words):
    found = read(words)
    assert len(found.values) == len(found.known) == len(words)
    assert not any(found.known[place] for place in found.bad)
    assert all(re.fullmatch("[a-z_]+", code) for code in found.bad.values())
    assert len(found.array()) == len(words)


@given(words=st.lists(ODD | st.text("\ud800 1", max_size=3), max_size=30))
def test_any_ids_are_read_or_told(words):
    found = ids(words)
    assert len(found.texts) == len(words)
    assert all(found.texts[place].as_py() is None for place in found.bad)


@pytest.mark.parametrize("read", [amounts, counts, numbers, moments])
@given(word=st.text(SIGNS, max_size=14))
def test_a_shape_is_read_as_its_cells_are(read, word):
    one(read, word)


@pytest.mark.parametrize("read", READERS)
def test_a_cell_of_extreme_size_does_no_harm(read):
    words = [
        "9" * 500_000,
        "1" + " " * 500_000 + "x",
        "2026-07-22" + " " * 500_000 + "x",
        "x" * 500_000,
        "1 " * 250_000,
        "(" * 100_000,
        "1," * 100_000,
    ]
    assert set(read(words * 2).bad) == set(range(len(words) * 2))


def test_values_are_given_for_rows_by_their_codes():
    found = amounts(["1", "-", "2.5"])
    assert found.array(np.array([2, 0, 1, 2], np.int32)).to_pylist() == [250, 100, None, 250]
    assert found.array().type == pa.int64()


# ── speed ──


def fastest(read, words):
    times = []
    for _ in range(5):
        before = time.perf_counter()
        read(words)
        times.append(time.perf_counter() - before)
    return min(times)


def test_many_distinct_plain_cells_take_no_time():
    """Bounds are many times what is promised, for a busy machine; the bench measures them."""
    seconds = np.arange(200_000) * 157 + 1_700_000_000
    texts = np.datetime_as_string(seconds.astype("datetime64[s]"))
    assert fastest(moments, [text.replace("T", " ") for text in texts.tolist()]) < 2.0
    assert fastest(amounts, [f"{n / 100:.2f}" for n in seconds.tolist()]) < 2.0
    assert fastest(ids, [str(n) for n in seconds.tolist()]) < 2.0


# ── real files ──


def decoded(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def cells_of(path):
    """The rows of a real file as they stand, read without the program's own reader."""
    if path.suffix == ".xlsx":
        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        return [[word if isinstance(word, str | float) else str(word) for word in row] for row in sheet]
    return list(csv.reader(io.StringIO(decoded(path.read_bytes()), newline="")))


def columns_of(path, first=""):
    """The columns by heading; the header is the row that starts with ``first``."""
    rows = cells_of(DATA / path)
    start = next(n for n, row in enumerate(rows) if row and str(row[0]).startswith(first))
    header = [" ".join(str(cell).split()) for cell in rows[start]]
    body = [row for row in rows[start + 1 :] if any(row) and row[0] != "合计"]
    return header, [[row[place] for row in body] for place in range(len(header))]


@shared
def test_the_wholesale_workbook_is_read_with_its_odd_dates_and_units():
    columns = dict(zip(*columns_of("orders/cosmetics_wholesale_2019.xlsx"), strict=True))
    days = moments(columns["订单日期"])
    odd = [place for place, word in enumerate(columns["订单日期"]) if "#" in str(word)]
    assert (len(odd), days.bad, days.known.all()) == (2894, {}, True)
    assert sum(value >= at(2050, 1, 1) for value in days.values.tolist()) == 1
    quantity, price = counts(columns["订购数量"]), amounts(columns["订购单价"])
    assert (quantity.bad, price.bad) == ({}, {})
    total = amounts(columns["金额"])
    both = total.known & quantity.known & price.known
    assert (quantity.values * price.values)[both].tolist() == total.values[both].tolist()


@shared
def test_the_paid_sum_of_the_taobao_shop_is_right_to_the_fen():
    columns = dict(zip(*columns_of("orders/taobao_one_shop_2019.xlsx"), strict=True))
    paid = amounts(columns["实付金额"])
    kept = np.array([state == "交易成功" for state in columns["订单状态"]])
    refunded = np.array(["用户退款成功" in state for state in columns["订单状态"]])
    assert paid.bad == {}
    assert paid.values[~refunded].sum() == 351_130_500 or paid.values[kept].sum() == 351_130_500
    assert moments(columns["付款日期"]).known.all()


@shared
def test_cells_with_two_currencies_are_read_in_one():
    for path, head in (
        ("products_before_2026-01-20.csv", "总销售额"),
        ("video_results_before_2026-01-20.csv", "预估销售额"),
    ):
        columns = dict(zip(*columns_of(f"results/{path}"), strict=True))
        found = amounts(columns[head])
        assert found.bad == {}
        dollars = [re.search(r"\$ ?([\d.,]+万?)", word) for word in columns[head]]
        if found.currency == "USD":
            expected = [None if hit is None else round(number(hit[1]) * 100) for hit in dollars]
            assert known(found) == expected
        else:
            assert found.currency == "EUR"


@shared
@pytest.mark.parametrize("file", sorted(path.name for path in DATA.glob("rosters/top1000_2022/*.csv")))
def test_the_doubled_columns_of_the_top_lists_agree(file):
    header, columns = columns_of(f"rosters/top1000_2022/{file}")
    pairs = [(n, n + 1) for n in range(len(header) - 1) if twins(header[n], header[n + 1])]
    assert pairs
    for short, full in pairs:
        first, second = (counts(columns[place]) for place in (short, full))
        assert (first.bad, second.bad) == ({}, {})
        both = first.known & second.known
        assert first.values[both].tolist() == second.values[both].tolist()
        assert both.sum() > 700


def twins(first, second):
    return second.lower().startswith(first.lower()) and re.fullmatch(
        r"(?i)(values|numbers)?", second[len(first) :].strip()
    )


@shared
@pytest.mark.parametrize(
    "file",
    ["orders_gb18030_preface_total.csv", "orders_gbk_bare_equals.csv", "orders_utf8bom_leading_tab.csv"],
)
def test_the_dirty_orders_are_read_alike(file):
    columns = dict(zip(*columns_of(f"dirt/{file}", "订单编号"), strict=True))
    numbers_ = ids(columns["订单编号"])
    paid, made = amounts(columns["买家实际支付金额"]), moments(columns["订单创建时间"])
    assert (numbers_.bad, paid.bad, made.bad) == ({}, {}, {})
    assert paid.known.all()
    assert made.known.all()
    assert all(re.fullmatch(r"1\d{18}", text) for text in numbers_.texts.to_pylist())
    plain = columns["买家实际支付金额"]
    assert paid.values.tolist() == [round(float(text.strip("¥").replace(",", "")) * 100) for text in plain]
    assert paid.currency == ("CNY" if plain[0].startswith("¥") else "")


@shared
def test_the_american_dates_of_the_thai_sellers_are_settled_by_the_column():
    columns = dict(zip(*columns_of("results/facebook_live_sellers_thailand.csv"), strict=True))
    found = moments(columns["status_published"])
    assert (found.order, found.ambiguous, found.bad) == ("mdy", False, {})
    assert known(found)[0] == at(2018, 4, 22, 6, 0)
    assert known(found)[9] == at(2018, 4, 11, 4, 53)  # 4/11/18 04:53 in the file


# ── one day ──


@pytest.mark.parametrize(
    "raw", ["2026#7#22", "22/7/2026", "7/22/2026 9:05", "22.7.2026", "Jul 22, 2026", "46225.46"]
)
def test_a_single_day_is_read_by_the_same_rules(raw):
    assert day(raw) == dt.date(2026, 7, 22)


@pytest.mark.parametrize("raw", ["3/8/2026", "22/7/26", "13/13/2026", "2101-01-01"])
def test_a_single_day_that_its_cell_alone_does_not_tell_is_refused(raw):
    with pytest.raises(BadCell, match="not_a_date"):
        day(raw)
