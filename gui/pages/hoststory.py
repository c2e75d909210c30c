"""One chosen host: what he is to bring, and why he is in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.parts import Elided, text_label
from gui.words.labels import label, terms
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.matrix.plan import Choice, Plan


class HostStory(QFrame):
    """Beside the plan's table; follows the row that is chosen there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._choice: Choice | None = None
        self._plan: Plan | None = None
        self.name = Elided("section")
        self.tier = text_label("badge", wrap=False)
        self.offer = text_label("muted")
        self.text = text_label()
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.tier, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.offer, self.text):
            column.addWidget(part)
        column.addStretch(1)

    def show_choice(self, choice: "Choice | None", plan: "Plan | None") -> None:
        """Tell the story of this host."""
        self._choice, self._plan = choice, plan
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._tell()

    def _tell(self) -> None:
        choice = self._choice
        self.tier.setVisible(choice is not None)
        self.offer.setVisible(choice is not None)
        if choice is None:
            self.name.tell("")
            self.text.setText(
                self.tr("Choose a host in the table to see why he is in.") if self._plan else ""
            )
            return
        facts = choice.candidate.offer
        self.name.tell(choice.candidate.host.influencer.name)
        self.tier.setText(label(choice.candidate.host.tier))
        agreed = terms(facts.slot_fee, facts.commission, facts.offer.guarantee, facts.estimated)
        self.offer.setText(self.tr("%n session(s)", "", choice.candidate.sessions) + f" · {agreed}")
        self.text.setText("\n".join(f"· {reason(one)}" for one in choice.reasons))
