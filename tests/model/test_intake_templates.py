"""What the program writes it reads back, and Excel takes no text of it for a formula."""

import csv
import datetime as dt
import os
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from model.errors import InputError
from model.fields import clean, is_empty, share, tags
from model.fields import names as read_names
from model.intake.files.files import read_grids
from model.intake.files.tables import TOTALS, read_table
from model.intake.layouts.layouts import template_layout
from model.intake.lists.choices import read_choices
from model.intake.lists.products import read_products
from model.intake.lists.results import read_results
from model.intake.lists.rosters import read_roster
from model.intake.lists.terms import terms_of
from model.intake.orders import read_orders
from model.intake.out import out
from model.intake.out.templates import table_of, template_columns, write_rows, write_template
from model.policy import load_categories
from model.records import (
    AGES,
    CITIES,
    INFLUENCER_RULES,
    OFFER_RULES,
    PLATFORMS,
    PRODUCT_RULES,
    Audience,
    Form,
    Influencer,
    Kind,
    Offer,
    Product,
)

READERS = {
    "products": read_products,
    "roster": read_roster,
    "choices": read_choices,
    "results": read_results,
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
    assert sheet.count("<dataValidation ") == 4
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
    ("error", "there", "code"),
    [
        (PermissionError(13, "x"), True, "file_locked"),
        (PermissionError(13, "x"), False, "cannot_write"),
        (OSError(28, "x"), True, "cannot_write"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_and_left_as_it_was(tmp_path, monkeypatch, error, there, code):
    path = tmp_path / "out.xlsx"
    if there:
        path.write_bytes(b"old")

    def fail(*_):
        raise error

    monkeypatch.setattr(type(path), "replace", fail)
    with pytest.raises(InputError) as caught:
        write_rows(path, ["a"], [])
    assert caught.value.problems[0].code == code
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("out.xlsx", b"old")] * there


def test_a_workbook_that_excel_could_not_hold_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(out, "MOST_ROWS", 2)
    with pytest.raises(InputError) as caught:
        write_rows(tmp_path / "out.xlsx", ["a"], [["x"]] * 3)
    assert caught.value.problems[0].values == {"rows": 3, "most": 2}
    write_rows(tmp_path / "out.csv", ["a", "b"], [["x", 1]] * 3)
    assert len(read_table(tmp_path / "out.csv").rows) == 3


def test_typed_columns_keep_what_they_hold(tmp_path):
    kinds = ("text", "number", "money", "share", "date", "date", "count")
    columns = tuple(out.Column(f"栏{kind}{n}", kind) for n, kind in enumerate(kinds))
    moment = dt.datetime(2026, 7, 22, 11, 0, 21)  # noqa: DTZ001
    rows = (
        ("1-12", 0.1 + 0.2, -0.5, 1.2, dt.date(2026, 7, 22), moment, 10**16),
        ("1e5", None, 0, 0.15, dt.date(1890, 1, 2), None, True),
    )
    for ending in ("xlsx", "csv"):
        path = tmp_path / f"a.{ending}"
        out.write_table(path, out.OutTable(columns, rows))
        first, second = ([clean(cell) for cell in row] for row in read_table(path).rows)
        assert first[:1] + first[4:] == ["1-12", "2026-07-22", "2026-07-22 11:00:21", str(10**16)]
        assert list(map(share, first[1:4])) == [0.1 + 0.2, -0.5, 1.2]
        assert second == ["1e5", "", "0", "0.15" if ending == "xlsx" else "15%", "1890-01-02", "", "True"]


@pytest.mark.parametrize("text", ["=1+1", "'x", "''x", "<r>&</r>", "@x", "＝1", "-", '"x', "_x0041_", "a\nb"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_text_is_read_as_it_was_written(tmp_path, text, ending):
    path = tmp_path / f"a.{ending}"
    write_rows(path, ["名称", "备注"], [["甲", text], ["乙", "x"]])
    read = clean(read_table(path).rows[0][1])
    assert read == (clean(text) if clean(f"'{text}") != text else text)


def test_a_long_list_to_choose_from_stands_on_a_hidden_sheet(tmp_path):
    path = tmp_path / "products.xlsx"
    write_template("products", path, "en")
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["Sheet1", "Lists"]
    assert len(book.get_sheet_by_index(1).to_python()) == len(load_categories())
    assert [grid.name for grid in read_grids(path)] == ["Sheet1"]


@pytest.mark.parametrize("kind", ["products", "roster", "choices", "orders", "results"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_column_of_a_template_is_explained_or_plain(kind, language):
    silent = {"choices": 0, "results": 5}.get(kind, 0)
    columns = template_columns(kind, language)
    plain = [column.heading for column in columns if not column.note]
    assert len(plain) <= silent + 1, plain


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


def plain(text):
    """A text as a field of a record may hold it and our own reader tells it from an empty one."""
    kept = " ".join(clean(text).split())
    seen = any(unicodedata.category(sign)[0] in "LN" for sign in kept)
    if terms_of(kept):  # 一口价 says that there is no commission, whoever writes it
        return "名"
    taken_for_sums = "".join(kept.lower().split()).rstrip(":：") in TOTALS
    return kept if seen and not is_empty(kept) and not kept.endswith('"') and not taken_for_sums else "名"


any_text = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=25
).map(plain)  # fmt: skip
texts = st.one_of(
    any_text, st.sampled_from(["=1+1", "-5", "'x", "1-12", "007", "6989498676599062565", "a,b;c"]).map(plain)
)
fen = st.integers(0, 10**10).map(lambda value: value / 100)
parts = st.floats(0, 0.9)
audiences = st.builds(
    Audience,
    st.sampled_from(["", "female", "male"]),
    st.sets(st.sampled_from(AGES)).map(lambda found: tuple(age for age in AGES if age in found)),
    st.sets(st.sampled_from(CITIES)).map(lambda found: tuple(city for city in CITIES if city in found)),
)
tones = st.lists(texts, max_size=4).map(lambda found: tags("、".join(found)))
shop_names = st.lists(texts, max_size=4).map(lambda found: read_names("；".join(found)))
bands = st.tuples(fen, fen | st.just(float("inf"))).filter(lambda band: band[0] <= band[1])


def maybe(strategy):
    return st.none() | strategy


products = st.builds(
    Product, name=texts, price=st.integers(1, 10**10).map(lambda value: value / 100),
    category=texts | st.just(""), unit_cost=maybe(fen), ship_cost=maybe(fen), platform_fee=maybe(parts),
    return_rate=maybe(parts), stock=maybe(st.integers(0, 10**9)), use_days=maybe(st.floats(0.2, 36500)),
    occasion=maybe(st.booleans()), tone=tones, audience=audiences, shop_names=shop_names,
)  # fmt: skip
ladders = st.dictionaries(
    st.integers(1, 10**9).map(lambda value: value / 100),
    st.integers(0, 1000).map(lambda value: value / 1000),
    max_size=3,
).map(lambda found: tuple(sorted(found.items())))
offer_lists = st.lists(
    st.builds(
        Offer, name=texts, slot_fee=maybe(fen), commission=maybe(parts), guarantee=maybe(st.floats(0, 1000)),
        sessions=st.integers(1, 365), form=st.sampled_from(Form), steps=ladders,
    ),
    max_size=3,
    unique_by=lambda offer: offer.name,
).map(tuple)  # fmt: skip
hosts = st.builds(
    Influencer, id=st.from_regex(r"[0-9]{1,19}|h[a-z]{1,8}", fullmatch=True), name=texts,
    platform=st.sampled_from(PLATFORMS), kind=st.sampled_from(Kind), followers=maybe(st.integers(0, 2 * 10**9)),
    views=maybe(st.floats(0, 1e10)), engagement_rate=maybe(st.floats(0, 5)), category=texts | st.just(""),
    price_band=maybe(bands), tone=tones, audience=audiences, mcn=texts | st.just(""), offers=offer_lists,
)  # fmt: skip


def exported(kind, records, suffix, language, read):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{suffix}"
        out.write_table(path, table_of(kind, records, language))
        return read(path)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(products, min_size=1, max_size=4, unique_by=lambda one: "".join(one.name.casefold().split())),
    st.sampled_from(["csv", "xlsx"]),
    st.sampled_from(["zh_CN", "en"]),
)
def test_products_that_are_exported_are_read_back_equal(records, suffix, language):
    taken = exported("products", records, suffix, language, read_products)
    assert (taken.problems, list(taken.records)) == ((), records)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(hosts, min_size=1, max_size=4, unique_by=lambda one: one.id),
    st.sampled_from(["csv", "xlsx"]),
    st.sampled_from(["zh_CN", "en"]),
)
def test_hosts_that_are_exported_are_read_back_equal(records, suffix, language):
    taken = exported("roster", records, suffix, language, read_roster)
    assert (taken.problems, list(taken.records)) == ((), records)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(texts, texts, fen, st.integers(1, 10**6), st.dates(dt.date(1990, 1, 1))),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["csv", "xlsx"]),
    st.sampled_from(["orders", "results"]),
)
def test_orders_and_results_that_are_exported_are_read_back_equal(rows, suffix, kind):
    codes = {
        "orders": ("order_id", "product", "paid", "quantity", "paid_at"),
        "results": ("id", "product", "gmv", "orders", "date"),
    }[kind]
    records = [dict(zip(codes, row, strict=True)) for row in rows]
    table = exported(kind, records, suffix, "en", read_table)
    places = [table.header.index(code) for code in codes]
    read = [[clean(row[place]) for place in places] for row in table.rows]
    assert [(a, b, float(c), float(d), e) for a, b, c, d, e in read] == [
        (a, b, c, d, e.isoformat()) for a, b, c, d, e in rows
    ]


@pytest.mark.skipif(os.name == "nt", reason="pipes have no place among files there")
def test_a_pipe_is_written_to_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    out.save(pipe, b"told")
    assert os.read(reading, 10) == b"told"
    os.close(reading)
    assert pipe.is_fifo()
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]


def test_a_folder_in_place_of_a_file_is_told_and_stays(tmp_path):
    (tmp_path / "plan.xlsx").mkdir()
    with pytest.raises(InputError) as caught:
        out.save(tmp_path / "plan.xlsx", b"x")
    assert caught.value.problems[0].code == "cannot_write"
    assert (tmp_path / "plan.xlsx").is_dir()
