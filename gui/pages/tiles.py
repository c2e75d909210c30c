"""The ten numbers that decide, each on a card: what it is, the figure, and what it means."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.parts import restyle, set_tone, text_label
from gui.scale import Space
from gui.tips import tip
from gui.why import why
from gui.words import overview as said

__all__ = ["Tiles"]

ACROSS: Final = 5


class Tile(QFrame):
    """One number. What it rests on is its tip; for one that is not known it says what to do."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.code = code
        self.name, self.figure, self.meaning = text_label("hint", wrap=False), text_label("figure"), text_label("hint")  # fmt: skip
        self.why = why(f"numbers#{code.replace('_', '-')}")
        top = QHBoxLayout()
        top.setSpacing(Space.TIGHT)
        top.addWidget(self.name, 1)
        top.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.APART, Space.TIGHT, Space.NEAR, Space.NEAR)
        column.setSpacing(Space.HAIR)
        column.addLayout(top)
        column.addWidget(self.figure)
        column.addWidget(self.meaning)
        column.addStretch(1)

    def show_told(self, told: said.Told, tone: str) -> None:
        """Show a number as the words tell it."""
        restyle(self.figure, "role", "figure" if told.is_known else "todo")
        set_tone(self.figure, tone)
        self.name.setText(told.name)
        self.figure.setText(told.figure)
        self.meaning.setText(told.meaning)
        self.setToolTip(tip(told.rests))
        # Readers name a group and pass over short texts in it: of these the figure is one.
        self.setAccessibleName(words.listed([told.name, told.figure]))
        self.setAccessibleDescription(f"{told.aloud()}\n{told.rests}")


class Tiles(QWidget):
    """All ten, five in a row."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: Mapping[str, Tile] = {code: Tile(code) for code in said.NAMES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.APART)
        for place, tile in enumerate(self.tiles.values()):
            grid.addWidget(tile, place // ACROSS, place % ACROSS)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)

    def show_told(self, told: Mapping[str, said.Told], tones: Mapping[str, str]) -> None:
        """Show these numbers by code; those with a tone are coloured by it."""
        for code, tile in self.tiles.items():
            tile.show_told(told[code], tones.get(code, ""))
