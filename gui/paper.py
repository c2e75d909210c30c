"""What goes on paper, as blocks of text, table rows and pictures: no page break cuts one. :mod:`gui.press` prints them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

__all__ = [
    "Block",
    "Paper",
    "figures",
    "form",
    "grid",
    "heading",
    "listed",
    "paragraph",
    "picture",
    "section",
    "table",
]

ROWS: Final = 3
"""Table rows that are kept together, where they are short."""
_TABLE: Final = '<table width="100%" cellpadding="3" cellspacing="0">'


@dataclass(frozen=True)
class Block:
    """What no page break cuts: its HTML; what to begin with on top of a page; whether the next one must be beside it.

    ``picture`` is the name of a drawing that stands there instead; ``fresh``: it begins a page.
    """

    body: str = ""
    head: str = ""
    keep: bool = False
    picture: str = ""
    fresh: bool = False

    def html(self, on_top: bool = False) -> str:
        """The block, with its head where it begins a page."""
        return f"{_TABLE}{self.head if on_top else ''}{self.body}</table>" if self.head else self.body


@dataclass(frozen=True)
class Paper:
    """All that is printed: its blocks, and SVG drawings by the names the blocks call them. Title and day stand on every page."""

    title: str
    made_on: dt.date
    blocks: Sequence[Block]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def table(head: str, rows: Sequence[str], kept: int = ROWS) -> list[Block]:
    """A table as blocks of ``kept`` rows, its head on every page; rows and head are <tr> elements."""
    parts = ["".join(rows[at : at + kept]) for at in range(0, len(rows), kept)] or [""]
    return [Block(part if place else head + part, head) for place, part in enumerate(parts)]


def heading(text: str) -> Block:
    """What the paper is called."""
    return Block(f"<h1>{escape(text)}</h1>")


def picture(name: str) -> Block:
    """A drawing over the whole width."""
    return Block(picture=name)


def figures(told: Sequence[tuple[str, str, str]], columns: int = 5) -> list[Block]:
    """Figures that decide, in rows: what each is called, the figure large, what it means."""
    rows = [told[at : at + columns] for at in range(0, len(told), columns)]
    room = Block('<p class="room">&nbsp;</p>')
    return [*(Block(f"{_TABLE}<tr>{_large(row, 100 // columns)}</tr></table>") for row in rows), room]


def _large(row: Sequence[tuple[str, str, str]], width: int) -> str:
    return "".join(
        f'<td class="figure" width="{width}%"><span class="name">{escape(name)}</span><br>'
        f'<span class="large">{escape(figure)}</span><br><span class="name">{escape(meaning)}</span></td>'
        for name, figure, meaning in row
    )


def section(text: str, level: int = 2, fresh: bool = False) -> Block:
    """A heading that stays beside what follows; ``fresh``: on a page of its own."""
    return Block(f"<h{level}>{escape(text)}</h{level}>", keep=True, fresh=fresh)


def paragraph(text: str, style: str = "", keep: bool = False) -> Block:
    """A text in one of the styles of the report's style sheet; ``keep``: it stays beside what follows."""
    return Block(f'<p class="{style}">{escape(text)}</p>', keep=keep)


def listed(texts: Iterable[str]) -> Block:
    """Texts as points. Qt sets the marks of its own lists without room before the text: they are cells of a table."""
    rows = (
        f'<tr><td class="dot" width="3%">•</td><td class="point" width="97%">{escape(text)}</td></tr>'
        for text in texts
    )
    return Block(f'<table width="100%" cellpadding="1" cellspacing="0">{"".join(rows)}</table>')


def grid(
    heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], kept: int = ROWS
) -> list[Block]:
    """A table of texts whose head is repeated on every page; ``kept`` rows are kept together.

    Widths in percent, below zero for figures set to the right.
    """
    head = "".join(_head(text, width) for width, text in zip(widths, heads, strict=True))
    return table(f"<tr>{head}</tr>", [f"<tr>{_cells(row, widths)}</tr>" for row in rows], kept)


def form(heads: tuple[str, str], names: Sequence[str]) -> list[Block]:
    """Lines to be filled in by hand, kept together: what each is called, and room to write."""
    head = f"<tr>{_head(heads[0], 40)}{_head(heads[1], 60)}</tr>"
    rows = [
        f'<tr><td>{escape(name)}<br><span class="room">&nbsp;</span></td><td>&nbsp;</td></tr>'
        for name in names
    ]
    return table(head, rows, max(len(rows), 1))


def _head(text: str, width: int) -> str:
    return f'<th width="{abs(width)}%" align="{_side(width)}">{escape(text)}</th>'


def _cells(row: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(
        f'<td width="{abs(width)}%" align="{_side(width)}">{escape(text)}</td>'
        for width, text in zip(widths, row, strict=True)
    )


def _side(width: int) -> str:
    return "right" if width < 0 else "left"
