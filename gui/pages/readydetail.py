"""What the verdict before going live rests on: the two rates painted, the offer judged, and what to try first."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import words
from gui.gauges import RateGauge
from gui.pages.whatif import OwnOffer, WhatIf
from gui.parts import text_label
from gui.scale import Space
from gui.words.labels import label
from gui.words.reasons import reason

if TYPE_CHECKING:
    from model.readiness.remedies import Remedy
    from model.readiness.verdict import Readiness

MOST: Final = 3
"""Remedies shown."""


class ReadyDetail(QWidget):
    """Everything below the sentence of the verdict."""

    def __init__(self, own: OwnOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gauge = RateGauge()
        self.most = text_label()
        self.what_if = WhatIf(own)
        self.rests = text_label("hint")
        self.try_first = text_label("section", wrap=False)
        self.guess = text_label("hint")
        self.steps = [(text_label(), text_label("hint")) for _ in range(MOST)]
        self._arrange()
        self.retranslate()

    def retranslate(self) -> None:
        """Say what stays the same in the language of the moment; :meth:`show_readiness` says the rest."""
        self.try_first.setText(self.tr("Try first"))
        guess = self.tr(
            "What each of them does is our guess (Settings → {0}): test it before you rely on it."
        )
        self.guess.setText(guess.format(label("readiness")))
        self.what_if.retranslate()

    def show_readiness(self, found: "Readiness | None") -> None:
        """Show what the model says; without a verdict only fee and commission stay, to be mended."""
        for part in (self.gauge, self.most, self.rests):
            part.setVisible(found is not None)
        if found is not None:
            self.gauge.show_rates(found.rate, found.needed)
            self.most.setText(self._most(found))
            self.rests.setText("\n".join(map(reason, found.reasons[1:])))
        self._show_steps(found)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        for part in (self.gauge, self.most, self.what_if, self.rests, self.try_first, self.guess):
            column.addWidget(part)
        for sentence, effect in self.steps:
            step = QVBoxLayout()
            step.setSpacing(Space.HAIR)
            step.addWidget(sentence)
            step.addWidget(effect)
            column.addLayout(step)

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
