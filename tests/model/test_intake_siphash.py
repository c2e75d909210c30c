"""SipHash-2-4 against the vectors of its authors and against a plain reading of their paper."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.intake.lines.siphash import siphash

MASK = (1 << 64) - 1
# Aumasson & Bernstein, appendix A and the vectors of their reference code: key 00 … 0f, text 00 … n-1.
VECTORS = {0: 0x726FDB47DD0E0E31, 7: 0xAB0200F58B01D137, 8: 0x93F5F5799A932462, 15: 0xA129CA6149BE45E5, 63: 0x958A324CEB064572}  # fmt: skip


def many(texts, key):
    data = np.frombuffer(b"".join(texts), np.uint8)
    return siphash(data, np.concatenate(([0], np.cumsum([len(t) for t in texts]))).astype(np.int64), key)


def turned(word, bits):
    return ((word << bits) | (word >> (64 - bits))) & MASK


def rounds(v, count):
    for _ in range(count):
        v[0] = (v[0] + v[1]) & MASK
        v[1] = turned(v[1], 13) ^ v[0]
        v[0] = turned(v[0], 32)
        v[2] = (v[2] + v[3]) & MASK
        v[3] = turned(v[3], 16) ^ v[2]
        v[0] = (v[0] + v[3]) & MASK
        v[3] = turned(v[3], 21) ^ v[0]
        v[2] = (v[2] + v[1]) & MASK
        v[1] = turned(v[1], 17) ^ v[2]
        v[2] = turned(v[2], 32)


def slowly(text, key):
    k0, k1 = (int.from_bytes(key[at : at + 8], "little") for at in (0, 8))
    v = [k0 ^ 0x736F6D6570736575, k1 ^ 0x646F72616E646F6D, k0 ^ 0x6C7967656E657261, k1 ^ 0x7465646279746573]
    padded = text + bytes(7 - len(text) % 8) + bytes([len(text) % 256])
    for at in range(0, len(padded), 8):
        word = int.from_bytes(padded[at : at + 8], "little")
        v[3] ^= word
        rounds(v, 2)
        v[0] ^= word
    v[2] ^= 0xFF
    rounds(v, 4)
    return v[0] ^ v[1] ^ v[2] ^ v[3]


def test_the_vectors_of_the_authors():
    found = many([bytes(range(length)) for length in VECTORS], bytes(range(16)))
    assert [int(value) for value in found] == list(VECTORS.values())


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=30), st.binary(min_size=16, max_size=16))
def test_all_at_once_is_each_alone(texts, key):
    assert [int(value) for value in many(texts, key)] == [slowly(text, key) for text in texts]


def test_more_texts_than_fit_into_the_cache_and_none():
    texts = [b"%d" % (n % 997) for n in range(40_000)]
    found = many(texts, b"k" * 16)
    assert int(found[39_999]) == slowly(texts[39_999], b"k" * 16)
    assert len(np.unique(found)) == 997
    assert len(many([], b"k" * 16)) == 0


def test_a_key_of_another_length_is_refused():
    with pytest.raises(ValueError, match="sixteen"):
        many([b"x"], b"short")
