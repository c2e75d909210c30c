"""The bytes of one cell to its text. One file may mix UTF-8 with GB18030, so every cell is decided alone."""

import re
from collections.abc import Iterable
from typing import Final

UTF8: Final = "utf-8"
GB18030: Final = "gb18030"
UTF16: Final = "utf-16"
ASCII: Final = "ascii"
"""What :func:`encoding_of` says of a head without a single foreign letter: the rest may still be either."""

_LATIN_TO_ARABIC: Final = range(0x80, 0x800)
_BESIDE_LETTERS: Final = re.compile(r"[A-Za-z][\x80-\u07ff]|[\x80-\u07ff][A-Za-z]")
_REPLACED: Final = "\ufffd"


def encoding_of(head: bytes) -> str:
    """The encoding of a text by its first bytes, which may end amid a character; empty when it is none.

    UTF-16 only by its mark. Lines that are not UTF-8 are taken to be GB18030 (plain GBK lacks the ¥ sign);
    where a file mixes the two, the one of more lines is its encoding.
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return UTF16
    if head.isascii():
        return ASCII
    if _is(head, UTF8):
        return GB18030 if _is(head, GB18030) and _by_chance(head.decode(UTF8, "ignore")) else UTF8
    lines = [line for line in head.splitlines()[:-1] if not line.isascii()] or [head]
    ours = sum(1 for line in lines if _is(line, UTF8))
    theirs = sum(1 for line in lines if not _is(line, UTF8) and _is(line, GB18030))
    if (ours + theirs) * 2 < len(lines):
        return ""
    return UTF8 if ours > theirs else GB18030


def decoded(cells: Iterable[bytes], encoding: str) -> tuple[tuple[str, ...], int]:
    """The texts of distinct cells, and in how many of them something had to be replaced.

    After a head of plain ASCII the cells themselves decide: GB18030 when one is no UTF-8, or all are by chance.
    """
    cells = tuple(cells)
    if encoding in {UTF8, ASCII}:
        texts = _all_utf8(cells)
        if texts is not None and (encoding == UTF8 or not _by_chance("\n".join(texts))):
            return texts, 0
    prefer = UTF8 if encoding == UTF8 else GB18030
    texts = tuple(cell.decode() if cell.isascii() else text_of(cell, prefer) for cell in cells)
    return texts, sum(1 for text in texts if _REPLACED in text)


def _all_utf8(cells: Iterable[bytes]) -> tuple[str, ...] | None:
    try:
        return tuple(cell.decode() for cell in cells)
    except UnicodeDecodeError:
        return None


def text_of(cell: bytes, encoding: str) -> str:
    """The text of a cell; bytes that are good in both encodings are read in the one of the file.

    Short Chinese words of GB18030 are now and then good UTF-8 by chance, yet then of Latin to Arabic letters
    (女 would be Ů), while words of UTF-8 that are Chinese are hardly ever so by chance.
    """
    ours, theirs = _or_none(cell, UTF8), _or_none(cell, GB18030)
    if ours is None:
        return cell.decode(encoding, "replace") if theirs is None else theirs
    by_chance = (
        encoding != UTF8 and theirs is not None and any(ord(sign) in _LATIN_TO_ARABIC for sign in ours)
    )
    return theirs if by_chance and theirs is not None else ours


def _by_chance(text: str) -> bool:
    """Whether a text read as UTF-8 has foreign letters, but only such as short words of GB18030 give by chance.

    They stand by themselves, while those of Café stand beside plain letters.
    """
    foreign = {sign for sign in text if sign > "\x7f"}
    return (
        bool(foreign)
        and all(ord(sign) in _LATIN_TO_ARABIC for sign in foreign)
        and not _BESIDE_LETTERS.search(text)
    )


def _or_none(cell: bytes, encoding: str) -> str | None:
    try:
        return cell.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is(data: bytes, encoding: str) -> bool:
    """Whether bytes are text in an encoding, but for a character cut off at their end."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return len(data) - error.start < 4 and error.reason in {
            "unexpected end of data",
            "incomplete multibyte sequence",
        }
    return True
