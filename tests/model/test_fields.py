"""From what a merchant types to numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.fields import BadCell, Raw, Rule, clean, flag, is_empty, number, one_of, parse, share, span, tags


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1.2万", 12000.0),
        ("1,327w", 13_270_000.0),
        ("¥86元", 86.0),
        ("￥1,299", 1299.0),
        ("32%", 0.32),
        ("３２％", 0.32),
        ("8.04万", 80400.0),
        ("3.5k", 3500.0),
        ("2亿", 2e8),
        ("1.5百万", 1.5e6),
        ("2千万", 2e7),
        ("5千", 5000.0),
        ("1m", 1e6),
        ("10w+", 100_000.0),
        ("30天", 30.0),
        ("12 场", 12.0),
        ("-5", -5.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ('="7592"', 7592.0),
        ("\t42\t", 42.0),
        (7, 7.0),
        (7.25, 7.25),
        ("−4.4", -4.4),
    ],
)
def test_a_number_is_read_as_merchants_write_it(raw: Raw, value: float) -> None:
    assert number(raw) == value


@pytest.mark.parametrize(
    "raw", ["", "-", "—", "未知", "暂无数据", "#N/A", "N/A", None, math.nan, '=""', " / "]
)
def test_every_way_of_saying_unknown_is_unknown(raw: Raw) -> None:
    assert is_empty(raw)
    assert number(raw) is None
    assert share(raw) is None
    assert span(raw) is None
    assert flag(raw) is None
    assert tags(raw) == ()


@pytest.mark.parametrize("raw", ["abc", "1.2.3", "12万吨", "(5)", "1-2", True])
def test_a_text_that_is_no_number_is_refused(raw: Raw) -> None:
    with pytest.raises(BadCell, match="not_a_number"):
        number(raw)


@pytest.mark.parametrize("raw", [math.inf, -math.inf, "1e999"])
def test_an_infinite_number_is_refused(raw: Raw) -> None:
    with pytest.raises(BadCell, match="not_finite"):
        number(raw)


@given(st.floats(min_value=0.01, max_value=9999.99).map(lambda v: round(v, 2)))
def test_ten_thousands_are_scaled_without_rounding_twice(value: float) -> None:
    assert number(f"{value}万") == float(f"{value}e4")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0.15", 0.15),
        ("15%", 0.15),
        ("15", 0.15),
        ("15％", 0.15),
        ("100", 1.0),
        ("0", 0.0),
        (0.2, 0.2),
        ("250%", 2.5),
        ("150", 1.5),
        ("-3", -0.03),
    ],
)
def test_a_share_is_read_with_or_without_its_sign(raw: Raw, value: float) -> None:
    assert share(raw) == pytest.approx(value)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("¥5,000-2万", (5000.0, 20000.0)),
        ("10-50万", (100_000.0, 500_000.0)),
        ("10-50", (10.0, 50.0)),
        ("50~10", (10.0, 50.0)),
        ("10至20元", (10.0, 20.0)),
        ("<=80", (0.0, 80.0)),
        ("≤80", (0.0, 80.0)),
        (">100", (100.0, math.inf)),
        ("66", (66.0, 66.0)),
        ("5千-2万", (5000.0, 20000.0)),
        ("¥100万-500万", (1e6, 5e6)),
        ("7.5w~10w", (75_000.0, 100_000.0)),
        ("10-15%", (0.1, 0.15)),
        ("10%~15%", (0.1, 0.15)),
        ("<", (0.0, 0.0)),
        (">=", (0.0, math.inf)),
    ],
)
def test_a_range_is_read_with_its_units(raw: Raw, value: tuple[float, float]) -> None:
    assert span(raw) == value


@pytest.mark.parametrize(
    ("raw", "value"), [("是", True), ("YES", True), (True, True), ("否", False), ("×", False), (0, False)]
)
def test_yes_and_no_are_read_in_both_languages(raw: Raw, value: bool) -> None:
    assert flag(raw) is value


def test_any_other_word_is_no_flag() -> None:
    with pytest.raises(BadCell, match="not_a_flag"):
        flag("maybe")


def test_words_are_split_at_any_separator_and_kept_once() -> None:
    assert tags("极简、治愈, 平价/极简；A|B") == ("极简", "治愈", "平价", "A", "B")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("'7592", "7592"),
        (3.0, "3"),
        (2.5, "2.5"),
        (1e20, "1e+20"),
        ("\ufeffa\u200b", "a"),
        ("a\xa0b", "a b"),
        (math.nan, ""),
    ],
)
def test_what_exports_wrap_around_a_cell_is_taken_off(raw: Raw, text: str) -> None:
    assert clean(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("''x", "x"),
        ("'=1+1", "=1+1"),
        ('\'="x" ', "x"),
        ('="a"&B1', '="a"&B1'),
        ('" "a" "', "a"),
        ('=""', ""),
    ],
)
def test_everything_that_is_wrapped_around_a_cell_is_taken_off_at_once(raw: str, text: str) -> None:
    assert clean(raw) == text


@given(st.text(st.sampled_from(" \t\r\n\u3000\x1c\ufeff\xa0'\"=ax")))
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_every_kind_of_blank_behind_a_quote_is_taken_off() -> None:
    blanks = "".join(filter(str.isspace, map(chr, range(0x110000))))
    assert clean(f'"a{blanks}"') == "a"


@pytest.mark.timeout(5)
@pytest.mark.parametrize("piece", ["'", '" ', '="', "1-", " ", "9", "1,"])
@pytest.mark.parametrize("read", [number, share, span, flag, one_of(("a",))])
def test_a_cell_of_half_a_million_signs_is_refused_at_once_and_quoted_short(read, piece) -> None:  # type: ignore[no-untyped-def]
    text = "1" + piece * (500_000 // len(piece)) + "x"
    with pytest.raises(BadCell) as caught:
        read(text)
    assert len(caught.value.text) < 50


def test_a_choice_is_known_by_code_or_alias_whatever_the_case() -> None:
    read = one_of(("live", "post"), "live", {"直播": "live"})
    assert (read("POST"), read("直播"), read(""), read(None)) == ("post", "live", "live", "live")
    with pytest.raises(BadCell, match="not_a_choice"):
        read("radio")


RULES = {
    "a": Rule(number, required=True, low=0, high=10),
    "b": Rule(number, whole=True),
    "c": Rule(number, fen=True),
}


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ({}, ["required"]),
        ({"a": ""}, ["required"]),
        ({"a": -1}, ["too_low"]),
        ({"a": 11, "b": 1.5}, ["too_high", "not_whole"]),
        ({"a": "x", "b": "y", "c": "z"}, ["not_a_number"] * 3),
        ({"a": 0, "b": 10}, []),
        ({"a": 10}, []),
    ],
)
def test_all_problems_of_a_record_are_found_at_once(raw: dict[str, Raw], codes: list[str]) -> None:
    assert [p.code for p in parse(RULES, raw)[1]] == codes


def test_whole_numbers_are_integers_and_money_is_rounded_to_the_fen() -> None:
    values, _ = parse(RULES, {"a": 1, "b": "1.2万", "c": "3.14159"})
    assert values == {"a": 1.0, "b": 12000, "c": 3.14}
    assert isinstance(values["b"], int)


def test_a_field_no_rule_knows_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="no such field"):
        parse(RULES, {"a": 1, "d": 2})
