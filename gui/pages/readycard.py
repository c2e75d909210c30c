"""The card below the product form: whether paid first orders come back, from which rate on, and what to try first."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.pages.whatif import OwnOffer
from gui.parts import set_tone, text_label
from gui.scale import Space
from gui.why import why
from gui.words.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.pages.readydetail import ReadyDetail
    from model.advice import ProductAdvice
    from model.readiness.verdict import Readiness

TONES: Final = {
    "ready": "good",
    "pays_at_once": "good",
    "unclear": "warn",
    "not_ready": "bad",
    "never": "bad",
}


class ReadyCard(QFrame):
    """Shows the readiness of one :class:`ProductAdvice`, and asks at what fee and commission to judge.

    ``detail`` is built with the first verdict, so that the form above is there sooner.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own = OwnOffer()
        self.detail: ReadyDetail | None = None
        self._advice: ProductAdvice | None = None
        self._missing: Callable[[], str] = str
        self.setProperty("card", True)
        self.title = text_label("section", wrap=False)
        self.badge = text_label("badge", wrap=False)
        self.verdict = text_label()
        self._column = QVBoxLayout(self)
        self._arrange()
        self.retranslate()

    def show_advice(self, advice: "ProductAdvice | None", missing: "Callable[[], str]" = str) -> None:
        """Show what the model says, or the sentence that says what it needs, in the language of the moment."""
        self._advice, self._missing = advice, missing
        if advice is not None:
            self.detail = self.detail or self._make_detail()
            self.detail.what_if.show_usual(advice.usual)
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(self.tr("Ready to go live?"))
        if self.detail is not None:
            self.detail.retranslate()
        self._show()

    def _arrange(self) -> None:
        self._column.setContentsMargins(Space.INSIDE, Space.APART, Space.INSIDE, Space.APART)
        self._column.setSpacing(Space.NEAR)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(why("products#ready"))
        top.addStretch(1)
        top.addWidget(self.badge)
        self._column.addLayout(top)
        self._column.addWidget(self.verdict)

    def _make_detail(self) -> "ReadyDetail":
        from gui.pages.readydetail import ReadyDetail

        detail = ReadyDetail(self.own)
        detail.what_if.edited.connect(self._ask)
        self._column.addWidget(detail)
        return detail

    def _ask(self) -> None:
        """Other figures: while they cannot be read, nothing is said of those before."""
        if not self.own.is_right():
            self._show()
        self.edited.emit()

    def _show(self) -> None:
        found = self._advice.readiness if self._advice and self.own.is_right() else None
        self.badge.setVisible(found is not None)
        if self.detail is not None:
            self.detail.setVisible(self._advice is not None)
            self.detail.show_readiness(found)
        if found is None:
            mend = self.tr("Correct the marked figure to see the verdict.")
            self.verdict.setText(mend if self._advice else self._missing())
        else:
            self._fill(found)

    def _fill(self, found: "Readiness") -> None:
        self.badge.setText(self._name(found.verdict))
        set_tone(self.badge, TONES[found.verdict])
        self.verdict.setText(reason(found.reasons[0]))

    def _name(self, verdict: str) -> str:
        return {
            "ready": self.tr("Ready"),
            "pays_at_once": self.tr("Pays at once"),
            "unclear": self.tr("Unclear"),
            "not_ready": self.tr("Not ready"),
            "never": self.tr("Never pays back"),
        }[verdict]
