"""What the program writes it reads back, and Excel takes no text of it for a formula."""

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from model.errors import InputError
from model.fields import clean
from model.intake.choices import read_choices
from model.intake.layouts import template_layout
from model.intake.orders import read_orders
from model.intake.products import read_products
from model.intake.rosters import read_roster
from model.intake.tables import read_table
from model.intake.templates import write_rows, write_template
from model.records import INFLUENCER_RULES, OFFER_RULES, PRODUCT_RULES

READERS = {
    "products": read_products,
    "roster": read_roster,
    "choices": read_choices,
    "orders": lambda path: read_orders(path, b"key"),
}
RULES = {**PRODUCT_RULES, **INFLUENCER_RULES, "form": OFFER_RULES["form"]}


def cells_of(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_template_is_read_back_without_a_problem(tmp_path, kind, language, suffix):
    path = tmp_path / f"template.{suffix}"
    write_template(kind, path, language)
    taken = READERS[kind](path)
    assert (taken.layout, len(taken.records), taken.problems) == (kind, 1, ())


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_results_template_has_its_columns(tmp_path, language):
    path = tmp_path / "results.xlsx"
    write_template("results", path, language)
    table = read_table(path)
    assert table.header[0] == {"zh_CN": "达人ID", "en": "id"}[language]
    assert (len(table.header), len(table.rows)) == (12, 1)


@pytest.mark.parametrize("kind", ["roster", "products"])
def test_every_word_to_choose_from_is_understood(kind):
    for choices in template_layout(kind).choices.values():
        for column, words in choices.items():
            read = [RULES[column].check(column, word) for word in words]
            assert [problem for _, problem in read if problem] == []
            assert len({value for value, _ in read}) == len(words)


def test_the_template_offers_lists_to_choose_from(tmp_path):
    import zipfile

    path = tmp_path / "roster.xlsx"
    write_template("roster", path, "zh_CN")
    with zipfile.ZipFile(path) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<dataValidation ") == 3
    assert "抖音,快手" in sheet


def test_the_same_template_is_the_same_file(tmp_path):
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        write_template("roster", path, "en")
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_no_text_starts_a_formula_in_a_text_file(tmp_path):
    path = tmp_path / "out.csv"
    write_rows(
        path, ["=a", "b"], [["=1+1", -5], ["+86", 1.5], ["@x", None], ["-y", True], ["ok", float("inf")]]
    )
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert rows == [
        ["'=a", "b"],
        ["'=1+1", "-5"],
        ["'+86", "1.5"],
        ["'@x", ""],
        ["'-y", "True"],
        ["ok", ""],
    ]


def test_long_ids_and_leading_zeros_outlive_a_spreadsheet(tmp_path):
    path = tmp_path / "out.csv"
    write_rows(path, ["id", "名称"], [["6989498676599062565", "a"], ["007", "b"], [10**18, "c"]])
    assert "\t6989498676599062565,a" in path.read_text("utf-8-sig")
    assert [clean(row[0]) for row in read_table(path).rows] == ["6989498676599062565", "007", str(10**18)]


def test_a_workbook_keeps_texts_as_texts_and_numbers_as_numbers(tmp_path):
    path = tmp_path / "out.xlsx"
    rows = [["=1+1", -5, 1.5], ["6989498676599062565", 10**18, True], [None, float("nan"), "http://a.b"]]
    write_rows(path, ["甲", "乙", "丙"], rows)
    assert cells_of(path)[1:] == [
        ["=1+1", -5.0, 1.5],
        ["6989498676599062565", str(10**18), True],
        ["", "", "http://a.b"],
    ]


@pytest.mark.parametrize(
    ("error", "code"), [(PermissionError(13, "x"), "file_locked"), (OSError(28, "x"), "cannot_write")]
)
def test_a_place_that_cannot_be_written_is_told(tmp_path, monkeypatch, error, code):
    path = tmp_path / "out.xlsx"

    def fail(*_):
        raise error

    monkeypatch.setattr(type(path), "write_bytes", fail)
    with pytest.raises(InputError) as caught:
        write_rows(path, ["a"], [])
    assert caught.value.problems[0].code == code


words = st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters="'\"\ufeff"), max_size=30)
names = words.map(lambda text: f"名{text}x")
money = st.one_of(st.none(), st.integers(0, 10**9).map(lambda fen: fen / 100))
shares = st.one_of(st.none(), st.integers(0, 900).map(lambda part: part / 1000))
prices = st.integers(1, 10**9).map(lambda fen: fen / 100)
catalogue = st.lists(
    st.tuples(names, prices, money, shares, st.one_of(st.none(), st.integers(0, 10**6))),
    min_size=1,
    max_size=8,
    unique_by=lambda row: "".join(row[0].casefold().split()),
)
offers = st.lists(
    st.tuples(
        st.from_regex(r"[0-9]{1,19}", fullmatch=True).map(lambda d: "h" + d),
        names,
        money,
        shares,
        st.integers(1, 365),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda row: row[0],
)


def written(rows, headings, suffix, read):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{suffix}"
        write_rows(path, headings, rows)
        return read(path)


@settings(deadline=None, max_examples=40)
@given(catalogue, st.sampled_from(["csv", "xlsx"]), st.sampled_from(["zh_CN", "en"]))
def test_a_catalogue_that_is_written_is_read_back_the_same(rows, suffix, language):
    fields = ["name", "price", "unit_cost", "return_rate", "stock"]
    layout = template_layout("products")
    titles = dict(zip(layout.columns, layout.headings(language), strict=True))
    taken = written(rows, [titles[name] for name in fields], suffix, read_products)
    assert taken.problems == ()
    assert [tuple(getattr(p, name) for name in fields) for p in taken.records] == rows


@settings(deadline=None, max_examples=40)
@given(offers, st.sampled_from(["csv", "xlsx"]), st.sampled_from(["zh_CN", "en"]))
def test_a_roster_that_is_written_is_read_back_the_same(rows, suffix, language):
    layout = template_layout("roster")
    titles = dict(zip(layout.columns, layout.headings(language), strict=True))
    fields = ["id", "offer", "slot_fee", "commission", "sessions"]
    taken = written(rows, [titles[name] for name in fields], suffix, read_roster)
    assert taken.problems == ()
    assert [
        (h.id, o.name, o.slot_fee, o.commission, o.sessions) for h in taken.records for o in h.offers
    ] == rows
