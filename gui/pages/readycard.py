"""The card below the product form: whether paid first orders come back, from which rate on, and what to try first."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.gauges import RateGauge
from gui.pages.base import text_label
from gui.pages.whatif import WhatIf
from gui.parts import set_tone
from gui.words.labels import label
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.advice import ProductAdvice
    from model.readiness.remedies import Remedy
    from model.readiness.verdict import Readiness

TONES: Final = {
    "ready": "good",
    "pays_at_once": "good",
    "unclear": "warn",
    "not_ready": "bad",
    "never": "bad",
}
MOST: Final = 3
"""Remedies shown."""


class ReadyCard(QFrame):
    """Shows the readiness of one :class:`ProductAdvice`, and asks at what fee and commission to judge."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice: ProductAdvice | None = None
        self._missing = ""
        self.setProperty("card", True)
        self.title = text_label("section", wrap=False)
        self.badge = text_label("badge", wrap=False)
        self.verdict = text_label()
        self.gauge = RateGauge()
        self.most = text_label()
        self.what_if = WhatIf()
        self.rests = text_label("hint")
        self.try_first = text_label("section", wrap=False)
        self.guess = text_label("hint")
        self.steps = [(text_label(), text_label("hint")) for _ in range(MOST)]
        self._arrange()
        self.what_if.edited.connect(self._ask)
        self.retranslate()

    def show_advice(self, advice: "ProductAdvice | None", missing: str = "") -> None:
        """Show what the model says, or the sentence that says what it needs."""
        self._advice, self._missing = advice, missing
        if advice is not None:
            self.what_if.show_usual(advice.usual, advice.from_roster)
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(self.tr("Ready to go live?"))
        self.try_first.setText(self.tr("Try first"))
        self.guess.setText(
            self.tr(
                "What each of them does is our guess (Settings → {0}): test it before you rely on it."
            ).format(label("readiness"))
        )
        self.what_if.retranslate()
        self._show()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.badge)
        column.addLayout(top)
        for part in (
            self.verdict,
            self.gauge,
            self.most,
            self.what_if,
            self.rests,
            self.try_first,
            self.guess,
        ):
            column.addWidget(part)
        for sentence, effect in self.steps:
            step = QVBoxLayout()
            step.setSpacing(1)
            step.addWidget(sentence)
            step.addWidget(effect)
            column.addLayout(step)

    def _ask(self) -> None:
        """Other figures: until the model has judged them, nothing is said of the old ones that are wrong."""
        if not self.what_if.is_right():
            self._show()
        self.edited.emit()

    def _show(self) -> None:
        found = self._advice.readiness if self._advice and self.what_if.is_right() else None
        self.what_if.setVisible(self._advice is not None)
        for part in (self.badge, self.gauge, self.most, self.rests):
            part.setVisible(found is not None)
        self._show_steps(found)
        if found is None:
            mend = self.tr("Correct the marked figure to see the verdict.")
            self.verdict.setText(mend if self._advice else self._missing)
        else:
            self._fill(found)

    def _fill(self, found: "Readiness") -> None:
        self.badge.setText(self._name(found.verdict))
        set_tone(self.badge, TONES[found.verdict])
        said, *rests = map(reason, found.reasons)
        self.verdict.setText(said)
        self.gauge.show_rates(found.rate, found.needed)
        self.most.setText(self._most(found))
        self.rests.setText("\n".join(rests))

    def _name(self, verdict: str) -> str:
        return {
            "ready": self.tr("Ready"),
            "pays_at_once": self.tr("Pays at once"),
            "unclear": self.tr("Unclear"),
            "not_ready": self.tr("Not ready"),
            "never": self.tr("Never pays back"),
        }[verdict]

    def _most(self, found: "Readiness") -> str:
        if found.most_fee < 0:
            return self.tr(
                "At your repurchase rate an order loses even without a fee: the commission takes it all."
            )
        text = self.tr(
            "At your repurchase rate an order may cost up to {0} in fees. Bargain with that figure."
        )
        return text.format(words.money(found.most_fee, 2))

    def _show_steps(self, found: "Readiness | None") -> None:
        steps = found.remedies[:MOST] if found else ()
        for part in (self.try_first, self.guess):
            part.setVisible(bool(steps))
        for place, labels in enumerate(self.steps):
            for part in labels:
                part.setVisible(place < len(steps))
        for number, ((sentence, effect), step) in enumerate(zip(self.steps, steps, strict=False), 1):
            if found is not None:
                sentence.setText(f"{number}. {reason(step.reason)}")
                effect.setText(self._effect(found, step))

    def _effect(self, found: "Readiness", step: "Remedy") -> str:
        rates = [self._rate(found.needed), self._rate(step.needed)]
        rates += [words.percent(rate) for rate in (found.rate.value, step.rate)]
        if found.needed is None and step.needed is None:
            text = self.tr("Break-even rate still {0} · yours {2} → {3}")
        else:
            text = self.tr("Break-even rate {0} → {1} · yours {2} → {3}")
        leaves = (found.first_value + found.repeat_value, step.value)
        before, after = (words.money(value, 2) for value in leaves)
        end = self.tr("A first order leaves in the end {0} → {1}").format(before, after)
        return text.format(*rates) + "\n" + end

    def _rate(self, needed: float | None) -> str:
        return self.tr("out of reach") if needed is None else words.percent(needed)
