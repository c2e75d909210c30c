"""Who bought, as a keyed number: hashed while a column is read, and kept nowhere else.

A key stays the same under the same secret only, and cannot be turned back. Cells in which the export hides the
buyer give no key at all, so that nobody is counted as a customer of one purchase who may be a regular.
"""

import re
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from model.fields import Raw, clean, is_empty
from model.intake.lines.siphash import KEY_BYTES as SIP_KEY
from model.intake.lines.siphash import siphash

if TYPE_CHECKING:
    import pyarrow as pa

KEY_BYTES: Final = range(1, 65)
"""How long the secret of a project may be (BLAKE2b takes 64 bytes at most)."""
FAIR_ORDERS: Final = 300
"""So many orders without one buyer in two of them: by the rule of three fewer than 1 % come back (95 %), which
no shop has; the cells then are of the order, not of the buyer."""
FAIR_CIPHERS: Final = 60
"""The same for cells that look like ciphertext."""

_MASKED = re.compile(r"[*＊●•]|^(?:##|\$\$|~)|^(?:匿名|已脱敏|隐私)")
_CIPHER = re.compile(r"(?=.*\d)(?=.*[a-z])[\w+/=\-]{16,}", re.ASCII | re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s-]{11,20}")
_WITH_COUNTRY: Final = 13
_AT_ONCE: Final = 100_000
_LONGEST_BUYER: Final = 1024
"""Bytes hashed as they are, for each eight of them take a step of their own: longer than any name and address."""
_LONGEST_NONE: Final = 4
"""Letters of the longest word that says "unknown" (暂无数据)."""


def is_masked(text: str) -> bool:
    """Whether an export hides the buyer in this cell (``##密文``, ``$$…``, ``1******6198``, ``张*``)."""
    return bool(_MASKED.search(text))


def normal_buyer(raw: Raw) -> str:
    """The text two cells of one buyer have in common; empty when unknown or masked.

    >>> normal_buyer(" Wang "), normal_buyer("+86 138-0013-8000"), normal_buyer("张*")
    ('wang', '13800138000', '')
    """
    if isinstance(raw, str):
        if raw.isalnum() and len(raw) > _LONGEST_NONE:
            return _without_country(raw) if raw.isdigit() else raw.casefold()
        if is_masked(raw):
            return ""
    if is_empty(raw):
        return ""
    text = clean(raw).casefold()
    if is_masked(text):
        return ""
    return _without_country("".join(filter(str.isdigit, text))) if _PHONE.fullmatch(text) else text


def _without_country(digits: str) -> str:
    """A phone number without the 86 of China before its eleven digits."""
    return digits[2:] if len(digits) == _WITH_COUNTRY and digits.startswith("86") else digits


def buyer_keys(
    words: Sequence[Raw], key: bytes, step: Callable[[], None] = lambda: None
) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """A number for each distinct cell, and whether the cell tells a buyer apart at all.

    ``step`` is called every hundred thousand cells and may raise :class:`model.errors.Cancelled`.

    Raises:
        ValueError: the key is empty or longer than 64 bytes.
    """
    if len(key) not in KEY_BYTES:
        raise ValueError("the key of the buyers must have 1 to 64 bytes")
    secret = blake2b(key=key, digest_size=SIP_KEY, person=b"buyers").digest()
    keys, known = np.zeros(len(words), np.uint64), np.zeros(len(words), bool)
    for start in range(0, len(words), _AT_ONCE):
        step()
        some = slice(start, start + _AT_ONCE)
        texts = _shortened(normal_buyers(words[some]))
        data, offsets = bytes_of(texts)
        known[some] = np.diff(offsets) > 0
        keys[some] = np.where(known[some], siphash(data, offsets, secret), 0)
    return keys, known


def normal_buyers(words: Sequence[Raw]) -> "pa.StringArray":
    """What :func:`normal_buyer` gives for every cell; plain ids and phones, which most are, all at once."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from model.intake.sheets.coded import ManyWords

    try:
        texts = words.array if isinstance(words, ManyWords) else pa.array(words, pa.string())
    except (pa.ArrowTypeError, pa.ArrowInvalid, UnicodeEncodeError):
        return pa.array(
            [normal_buyer(word).encode("utf-8", "replace").decode() for word in words], pa.string()
        )
    if _are_numbers(texts):
        return texts
    length = pc.binary_length(texts)
    plain = pc.and_(pc.ascii_is_alnum(texts), pc.greater(length, _LONGEST_NONE))
    plain = pc.and_not(plain, pc.and_(pc.equal(length, _WITH_COUNTRY), pc.ascii_is_decimal(texts)))
    plain = plain.fill_null(False)
    hidden = pc.or_(pc.starts_with(texts, "##"), pc.starts_with(texts, "$$")).fill_null(False)
    odd = pc.invert(pc.or_(plain, hidden))
    one_by_one = [normal_buyer(words[place]) for place in np.flatnonzero(np.asarray(odd)).tolist()]
    found = pc.if_else(plain, pc.ascii_lower(texts), "")
    return pc.replace_with_mask(found, odd, pa.array(one_by_one, pa.string()))


def _are_numbers(texts: "pa.StringArray") -> bool:
    """Whether all are phones or ids of digits alone, of which nothing is to be taken away."""
    data, offsets = bytes_of(texts)
    lengths = np.diff(offsets)
    if not len(lengths) or lengths.min() <= _LONGEST_NONE or (lengths == _WITH_COUNTRY).any():
        return False
    return bool((data[offsets[0] : offsets[-1]] - np.uint8(ord("0")) <= 9).all())


def _shortened(texts: "pa.StringArray") -> "pa.StringArray":
    """The texts, those longer than any buyer replaced by their digests."""
    import pyarrow as pa
    import pyarrow.compute as pc

    long = pc.greater(pc.binary_length(texts), _LONGEST_BUYER)
    if not pc.any(long).as_py():
        return texts
    digests = [blake2b(text.encode(), digest_size=32).hexdigest() for text in texts.filter(long).to_pylist()]
    return pc.replace_with_mask(texts, long, pa.array(digests, pa.string()))


def bytes_of(texts: "pa.StringArray") -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The bytes of texts one after another, and where each begins (and the last ends)."""
    _, offsets, data = texts.buffers()
    places = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1].astype(np.int64)
    return np.frombuffer(data or b"", np.uint8), places


def buyer_key(raw: Raw, key: bytes) -> str:
    """Sixteen hexadecimal digits for a buyer, the same under the same key; empty for a masked one."""
    keys, known = buyer_keys([raw], key)
    return f"{keys[0]:016x}" if known[0] else ""


def is_per_order(buyers: int, orders: int, sample: Sequence[Raw] = ()) -> bool:
    """Whether the known buyers of a file are one per order, so that the cells tell no buyer apart.

    ``sample`` are some of the cells, to see whether they look like ciphertext: then fewer orders are proof.
    """
    ciphers = bool(sample) and all(_CIPHER.fullmatch(clean(word)) for word in sample)
    return buyers >= orders >= (FAIR_CIPHERS if ciphers else FAIR_ORDERS)
