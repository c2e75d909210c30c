"""Evidence to be read: each figure with its peers drawn, and for an unusual one what it may be and what to ask for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import words
from gui.parts import text_label
from gui.peerbar import PeerBar
from gui.scale import Space
from gui.words import water

if TYPE_CHECKING:
    from model.authenticity.roster import Evidence

__all__ = ["EvidenceRows"]


class EvidenceRows(QWidget):
    """Pieces of evidence one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.APART)

    def show_pieces(self, pieces: "Sequence[Evidence]") -> None:
        """Show these pieces in the language of the moment."""
        while len(self.rows) < len(pieces):
            self.rows.append(_Row())
            self._column.addWidget(self.rows[-1])
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(pieces))
            if place < len(pieces):
                row.show_piece(pieces[place])


class _Row(QWidget):
    """One figure: its sentence, its peers, and for an unusual one what it may be and what to ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.fact, self._more, self._bar = text_label(), text_label("hint"), PeerBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for part in (self.fact, self._bar, self._more):
            column.addWidget(part)

    def show_piece(self, piece: "Evidence") -> None:
        """Show this piece of evidence."""
        fact = water.evidence(piece)
        self.fact.setText(fact)
        self._bar.show_piece(piece)
        self._more.setText(words.sentences([water.honest(piece), water.asked(piece)]))
        self._more.setVisible(bool(self._more.text()))
