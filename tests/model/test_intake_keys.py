"""Hashes numbered by sorting, against Arrow's table of them."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.intake.joined.vectors import distinct, distinct_keys

HASHES = st.integers(0, 2**64 - 1)
NEAR = st.builds(lambda high, low: (high << 60) + low, st.integers(0, 15), st.integers(0, 3))
"""Keys that differ in their lowest or their highest bits alone."""


@given(st.lists(st.none() | HASHES | NEAR, max_size=60), st.integers(1, 3))
def test_keys_are_numbered_as_they_first_appear(keys, chunks):
    column = pa.chunked_array([pa.array(keys[at::chunks], pa.uint64()) for at in range(chunks)])
    codes, words = distinct(column)
    found, found_words = distinct_keys(column)
    assert found.tolist() == codes.tolist()
    assert found_words.tolist() == words.to_pylist()


@pytest.mark.parametrize("kind", ["hashes", "near", "one"])
def test_many_keys_are_numbered_likewise(kind):
    random = np.random.default_rng(5)
    most = {"hashes": 2**63, "near": 900, "one": 1}[kind]
    pool = random.integers(0, most, 5_000, dtype=np.uint64) * np.uint64(2)
    column = pa.chunked_array([pa.array(pool[random.integers(0, len(pool), 20_000)])])
    codes, words = distinct(column)
    found, found_words = distinct_keys(column)
    assert (found == codes).all()
    assert found_words.tolist() == words.to_pylist()
