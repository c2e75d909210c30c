"""Buyers become keyed numbers; cells that hide the buyer are told apart, and quoted nowhere."""

import string
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.intake.importing import Wanted, import_file
from model.intake.lines.privacy import (
    FAIR_CIPHERS,
    FAIR_ORDERS,
    buyer_key,
    buyer_keys,
    is_masked,
    is_per_order,
    normal_buyer,
    normal_buyers,
)

KEY = b"a shop's own key"
WORDS = st.text(string.ascii_letters + string.digits + "买家小王 -", min_size=1, max_size=20)


@pytest.mark.parametrize(
    "cell", ["##密文", "$$abc", "1******6198", "138****0000", "张*", "*明", "李**", "匿名用户"]
)
def test_a_masked_cell_tells_no_buyer(cell):
    assert is_masked(cell)
    assert buyer_key(cell, KEY) == ""


@pytest.mark.parametrize("cell", ["", "-", "--", "null", "无", " \t", None, "N/A"])
def test_an_empty_cell_tells_no_buyer(cell):
    assert normal_buyer(cell) == ""


@pytest.mark.parametrize(
    ("cell", "other"),
    [
        (" Wang ", "wang"),
        ('"\tTB1234567"', "tb1234567"),
        ("+86 138-0013-8000", "13800138000"),
        ("8613800138000", "13800138000"),
        (13047.0, "13047"),
        ("'0012", "0012"),
    ],
)
def test_two_ways_to_write_a_buyer_are_one(cell, other):
    assert buyer_key(cell, KEY) == buyer_key(other, KEY) != ""


def test_leading_zeros_keep_two_buyers_apart():
    assert buyer_key("0012", KEY) != buyer_key("12", KEY)


@given(st.lists(WORDS, max_size=30))
def test_keys_of_a_column_are_those_of_its_cells(words):
    keys, known = buyer_keys(words, KEY)
    assert [f"{key:016x}" if there else "" for key, there in zip(keys, known, strict=True)] == [
        buyer_key(word, KEY) for word in words
    ]


@given(WORDS)
def test_another_secret_hides_a_buyer_anew_and_the_key_is_not_the_text(word):
    key = buyer_key(word, KEY)
    assert key == buyer_key(word, KEY)
    assert not key or key != buyer_key(word, b"other")
    assert word not in key or len(word) == 1 or word.isalnum()


@pytest.mark.parametrize("key", [b"", b"x" * 65])
def test_a_secret_that_hides_nothing_is_refused(key):
    with pytest.raises(ValueError, match="1 to 64 bytes"):
        buyer_keys(["a"], key)


def test_text_that_is_no_unicode_still_has_a_key():
    keys, known = buyer_keys(["\ud800abc"], KEY)
    assert known.all()
    assert keys.dtype == np.uint64


@pytest.mark.parametrize(
    ("buyers", "orders", "sample", "masked"),
    [
        (FAIR_ORDERS, FAIR_ORDERS, ["小王"], True),
        (FAIR_ORDERS - 1, FAIR_ORDERS - 1, ["小王"], False),
        (FAIR_ORDERS, FAIR_ORDERS + 1, ["小王"], False),
        (FAIR_CIPHERS, FAIR_CIPHERS, ["aGVsbG8xMjM0NTY3ODkw"], True),
        (FAIR_CIPHERS, FAIR_CIPHERS, ["aGVsbG8xMjM0NTY3ODkw", "小王"], False),
    ],
)
def test_cells_that_never_come_again_over_many_orders_are_of_the_order(buyers, orders, sample, masked):
    assert is_per_order(buyers, orders, sample) is masked


@given(
    st.lists(
        st.one_of(
            WORDS,
            st.sampled_from(
                ["##x", "$$y", "8613800138000", "TB12345678", "无", "张*", '"\tabc"', "ＡＢＣ１２３"]
            ),
        )
    )
)
def test_all_cells_at_once_are_read_like_each_alone(words):
    assert normal_buyers(words).to_pylist() == [normal_buyer(word) for word in words]


def test_numbers_among_the_cells_are_read_like_texts():
    assert normal_buyers([13047.0, "13047", 5, None]).to_pylist() == ["13047", "13047", "5", ""]


def test_an_address_is_kept_as_a_key_that_hides_it(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    rows = ["幸福小区3栋502", "幸福小区3栋502 ", "光明路1号", "光明路***", ""]
    path.write_text(
        "订单编号,买家,付款时间,商品,数量,实付金额,收货地址\n"
        + "".join(
            f"o{n},1380013800{n},2026-03-01 20:0{n}:00,面膜,1,69,{text}\n" for n, text in enumerate(rows)
        ),
        "utf-8",
    )
    wanted = [Wanted("", "orders", "orders_any")]
    batch = import_file(path, wanted, b"k" * 16).batches[0]
    first, same, other, masked, empty = batch.table["address"].to_pylist()
    assert first == same != other
    assert (masked, empty) == (None, None)
    assert "幸福" not in str(batch.table.to_pylist())
    again = import_file(path, wanted, b"j" * 16).batches[0]
    assert again.table["address"][0].as_py() != first
