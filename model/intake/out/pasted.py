"""Texts for the clipboard: pasted into a spreadsheet, no name becomes a formula."""

import re
from typing import Final

__all__ = ["FORMULA_SIGNS", "pasted", "pasted_cell"]

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Texts that begin so are, or once were, taken for a formula by some spreadsheet."""
_FIGURE: Final = re.compile(r"[+-]?[¥$]?[\d.,]*[%万亿]?")
"""What may begin with a sign and is a number all the same, or nothing at all."""


def pasted_cell(text: str) -> str:
    """A cell for the clipboard: no formula where it is pasted into a spreadsheet, while a figure stays one."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) and not _FIGURE.fullmatch(text) else text


def pasted(text: str) -> str:
    """The same for lines of cells with tabs between them."""
    return "\n".join("\t".join(map(pasted_cell, line.split("\t"))) for line in text.split("\n"))
