"""What a table is declared by: its columns. Apart from the model, which needs more of Qt than a first look does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from gui.numbers import LEFT, RIGHT

__all__ = ["Column"]

T = TypeVar("T")


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: what it is called, what it sorts by, what it shows. Width 0 takes the room that is left, and ``least``.

    heading and hint are marked texts of context "Columns"; colour and badge give a theme token, icon a name.
    ``edit`` gives the text an editor starts with, where what is shown is rounded. A ``spare`` column is shown only where
    there is room for it: it is also told elsewhere. Where all do not fit, those with a ``narrow`` width take
    that, but no less than their heading; those of width 0 come last, and take it for their ``least``. A column that is
    ``put_away`` is seen when it is chosen.

    ``among`` gives the words a column chooses from, in the language of the moment: it is no narrower than the longest.
    Only ``free`` text, which people write or which is a sentence or a list, may be cut; its tip has it whole. Figures (on
    the right) are never cut, nor is free text that is ``whole``: such a column is as wide as the longest of them.
    """

    key: str
    heading: str
    value: Callable[[T], object]
    show: Callable[[T], str]
    align: Literal["left", "right"] = "left"
    width: int = 110
    hint: str = ""
    colour: Callable[[T], str | None] | None = None
    badge: Callable[[T], str | None] | None = None
    icon: Callable[[T], str | None] | None = None
    editable: bool = False
    edit: Callable[[T], str] | None = None
    spare: bool = False
    least: int = 120
    narrow: int = 0
    put_away: bool = False
    among: Callable[[], Iterable[str]] | None = None
    free: bool = False
    whole: bool = False

    @property
    def is_uncut(self) -> bool:
        """Whether the column is as wide as the longest text in it."""
        return self.whole or (self.align == "right" and not self.free)

    @property
    def alignment(self) -> int:
        """Where its texts stand, as a number of Qt."""
        return RIGHT if self.align == "right" else LEFT
