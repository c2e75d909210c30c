"""What a host claims before an order, typed as it was said: what would have to be true, and how likely that is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.helpkey import help_on
from gui.parts import card, make_button, set_tone, text_label
from gui.peerbar import PeerBar
from gui.scale import Space
from gui.words import claimwords

if TYPE_CHECKING:
    from model.authenticity.claims import OwnFigures
    from model.policy import Policy

__all__ = ["ClaimDialog", "open_claims"]

WIDTH = 640


def open_claims(parent: QWidget, policy: "Policy", own: "OwnFigures") -> "ClaimDialog":
    """The dialog over a window; ``own`` is what the shop has seen, where it has orders."""
    dialog = ClaimDialog(policy, own, parent.window())
    dialog.open()
    return dialog


class ClaimDialog(QDialog):
    """One claim at a time: the verdict, what was claimed beside what is likely, and what it would need."""

    def __init__(self, policy: "Policy", own: "OwnFigures", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.dress(self)
        self._policy, self._own = policy, own
        self.claim = QLineEdit()
        self.examples = [
            make_button("search", partial(self._take, n)) for n in range(len(claimwords.EXAMPLES))
        ]
        self.verdict, self.read, self.told = text_label("section"), text_label(), text_label()
        self.bar = PeerBar()
        self._about = text_label("muted")
        self._frame, self._column = card()
        self._check, self._close = (
            make_button("check", self.check, primary=True),
            make_button("close", self.reject),
        )
        self._arrange()
        help_on(self, "roster#claims")
        self._say()
        self._show_nothing(typed=False)

    def check(self) -> None:
        """Judge what is typed."""
        from model.authenticity.claims import check_claim
        from model.authenticity.claimtext import parse_claim

        text = self.claim.text().strip()
        claim = parse_claim(text)
        if claim is None:
            self._show_nothing(bool(text))
            return
        found = check_claim(claim, self._policy, self._own)
        verdict = claimwords.place(found)
        lines = [line for line in claimwords.claim_lines(found) if line != verdict]
        self._show(verdict, claimwords.understood(claim), "\n".join(lines), claimwords.TONES[found.code])
        piece = found.piece()
        self.bar.setVisible(piece is not None)
        if piece is not None:
            self.bar.show_piece(piece, self.tr("What is claimed (dot) beside what four in five reach (band)"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is pasted beside the field is meant for it: there is no table here."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.claim.setFocus()
            self.claim.paste()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.check()
        super().changeEvent(event)

    # ── inside ──

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.claim, 1)
        row.addWidget(self._check)
        few = QGridLayout()
        few.setSpacing(Space.NEAR)
        for place, button in enumerate(self.examples):
            few.addWidget(button, place // 2, place % 2)
        few.setColumnStretch(2, 1)
        for part in (self.verdict, self.read, self.bar, self.told):
            self._column.addWidget(part)
        self._column.addStretch(1)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        whole.setSpacing(Space.APART)
        whole.addWidget(self._about)
        whole.addLayout(row)
        whole.addLayout(few)
        whole.addWidget(self._frame, 1)
        whole.addLayout(last)
        self.bar.hide()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._check.setDefault(True)
        self.resize(WIDTH, 420)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Check a claim"))
        self._about.setText(
            self.tr(
                "Type what a host or an agency claims, as it was said. Add followers, views, the price or proven sales where you know them: the answer becomes sharper."
            )
        )
        self.claim.setPlaceholderText(claimwords.examples()[0])
        self.claim.setAccessibleName(self.tr("The claim"))
        self._check.setText(self.tr("Check"))
        self._close.setText(self.tr("Close"))
        for button, text in zip(self.examples, claimwords.examples(), strict=True):
            button.setText(text)

    def _show_nothing(self, typed: bool) -> None:
        what = self.tr("There is nothing here that could be checked.")
        how = self.tr(
            "Name a figure: what is earned a day, what is sold in how many days (GMV), how many are sold in how long, or what an account is worth."
        )
        waiting = self.tr(
            "The answer comes here: whether to believe it, what would have to be true, and what to ask for."
        )
        self._show(what if typed else "", "" if typed else waiting, how if typed else "", "")
        self.bar.hide()

    def _show(self, verdict: str, read: str, told: str, tone: str) -> None:
        for label, text in ((self.verdict, verdict), (self.read, read), (self.told, told)):
            label.setText(text)
            label.setVisible(bool(text))
        set_tone(self._frame, tone)

    def _take(self, example: int) -> None:
        self.claim.setText(claimwords.examples()[example])
        self.check()
