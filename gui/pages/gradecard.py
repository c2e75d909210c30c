"""The card beside the product form: letter, odds, cycle, price gauge, margin, and why."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.buttons import make_button
from gui.gauges import ClassBars, PriceGauge
from gui.parts import restyle, set_tone, text_label
from gui.scale import Space
from gui.why import why
from gui.words.labels import label
from gui.words.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.advice import ProductAdvice
    from model.errors import Reason

TOPICS: Final = {"gauge": "ideas#price-rule", "why": "products#grade"}
FIGURES = ("rate", "cycle", "orders", "margin", "roi", "repeat")


class GradeCard(QFrame):
    """Shows one :class:`ProductAdvice`, or what is missing for one; ``link`` asks which names in the orders are it."""

    link = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice: ProductAdvice | None = None
        self._silent: Reason | None = None
        self._missing: Callable[[], str] = str
        self.setProperty("card", True)
        self.letter = text_label("badge", wrap=False)
        self.title = text_label("section", wrap=False)
        self.verdict = text_label("muted")
        self.names = make_button("orders", self.link.emit)
        self.bars = ClassBars()
        self.gauge = PriceGauge()
        self.gauge_text = text_label("muted")
        self.why = text_label()
        self._names = {name: text_label("muted", wrap=False) for name in FIGURES}
        self._values = {name: text_label(wrap=False) for name in FIGURES}
        self._notes = {name: text_label("hint") for name in FIGURES}
        self._headings = {name: text_label("section", wrap=False) for name in ("gauge", "why")}
        self._arrange()
        self.retranslate()

    def show_advice(
        self,
        advice: "ProductAdvice | None",
        missing: "Callable[[], str]" = str,
        silent: "Reason | None" = None,
    ) -> None:
        """Show what the model says, or the sentence that says what it needs, in the language of the moment.

        ``silent``: why the orders say nothing of this product.
        """
        self._advice, self._missing, self._silent = advice, missing, silent
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(self.tr("Repurchase class"))
        self.names.setText(self.tr("Choose its names in the orders…"))
        self.names.setVisible(self._silent is not None and self._silent.code == "no_line_of_product")
        self._headings["gauge"].setText(self.tr("Price and the 69-yuan rule"))
        self._headings["why"].setText(self.tr("Why"))
        for name, text in zip(FIGURES, self._figure_names(), strict=True):
            self._names[name].setText(text)
        if self._advice is None:
            self._clear()
        else:
            self._fill(self._advice)

    def _figure_names(self) -> tuple[str, ...]:
        return (
            self.tr("Buys again within a year"),
            self.tr("Purchase cycle"),
            self.tr("Purchases in the first year"),
            self.tr("Margin of one order"),
            self.tr("Break-even ROI"),
            self.tr("A new customer brings later"),
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSIDE, Space.APART, Space.INSIDE, Space.APART)
        column.setSpacing(Space.NEAR)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(why("ideas#classes"))
        top.addStretch(1)
        top.addWidget(self.letter)
        column.addLayout(top)
        column.addWidget(self.verdict)
        column.addWidget(self.names, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.bars)
        column.addLayout(self._figures())
        for heading, parts in (("gauge", (self.gauge, self.gauge_text)), ("why", (self.why,))):
            column.addSpacing(Space.TIGHT)
            line = QHBoxLayout()
            line.addWidget(self._headings[heading])
            line.addWidget(why(TOPICS[heading]))
            line.addStretch(1)
            column.addLayout(line)
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.APART)
        grid.setVerticalSpacing(Space.HAIR)
        grid.setColumnStretch(0, 1)
        for row, name in enumerate(FIGURES):
            self._values[name].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._names[name], 2 * row, 0)
            grid.addWidget(self._values[name], 2 * row, 1)
            grid.addWidget(self._notes[name], 2 * row + 1, 0, 1, 2)
        return grid

    def _clear(self) -> None:
        self.letter.hide()
        self.verdict.setText(self._missing())
        self.bars.show_shares({})
        self.gauge.show_price(1.0, 0.0)
        self.gauge_text.setText("")
        self.why.setText("")
        for name in FIGURES:
            self._values[name].setText(words.UNKNOWN)
            self._notes[name].hide()

    def _fill(self, advice: "ProductAdvice") -> None:
        grade = advice.grade
        odds = grade.probabilities[grade.letter]
        self._badge(grade.letter.value)
        self.verdict.setText(self._verdict(odds, grade.customers))
        self.bars.show_shares({k.value: v for k, v in grade.probabilities.items()})
        self.gauge.show_price(grade.price.price, grade.price.threshold)
        self.gauge_text.setText(self._gauge_text(advice))
        self.why.setText("\n".join(f"· {reason(one)}" for one in grade.reasons))
        self._show_figures(advice)

    def _badge(self, letter: str) -> None:
        self.letter.setText(label(letter))
        set_tone(self.letter, f"class_{letter.lower()}")
        self.letter.show()

    def _verdict(self, odds: float, customers: int) -> str:
        if odds < 0.5:
            text = self.tr("No class is likelier than the rest.")
        elif odds < 0.75:
            text = self.tr("Probably so ({0}).")
        else:
            text = self.tr("Very probably so ({0}).")
        if customers:
            basis = self.tr("From its facts and %n customer(s) in your orders.", "", customers)
        elif self._silent is not None:
            basis = reason(self._silent)
        else:
            basis = self.tr("From the product's facts only; orders will make it more certain.")
        space = "" if words.is_chinese() else " "
        return text.format(words.odds(odds)) + space + basis

    def _show_figures(self, advice: "ProductAdvice") -> None:
        grade = advice.grade
        rate, cycle = grade.rate, grade.interval
        self._put("rate", words.percent(rate.value), words.span(rate.low, rate.high, words.percent))
        self._put("cycle", words.days(cycle.value), words.span(cycle.low, cycle.high, words.days))
        self._put("orders", words.number(grade.orders_per_year, 1))
        self._put("margin", words.money(advice.unit_margin, 2), self._margin_note(advice))
        self._put(
            "roi",
            words.number(advice.break_even_roi, 2),
            self.tr("sales per yuan of promotion at which nothing is earned"),
        )
        self._put(
            "repeat",
            words.money(words.rough(advice.repeat_value)),
            self.tr("by buying again within the horizon, discounted; eight times in ten {0}").format(
                words.span(advice.customer_value.low, advice.customer_value.high, words.money)
            ),
        )
        restyle(self._values["margin"], "role", "problem" if advice.unit_margin <= 0 else "")

    def _put(self, name: str, value: str, note: str = "") -> None:
        self._values[name].setText(value)
        is_range = name in ("rate", "cycle")
        self._notes[name].setText(self.tr("eight times in ten: {0}").format(note) if is_range else note)
        self._notes[name].setVisible(bool(note))

    def _margin_note(self, advice: "ProductAdvice") -> str:
        if advice.unit_margin <= 0:
            return self.tr("Every order loses before any host is paid: correct price or cost.")
        note = self.tr("per kept order, after platform fee, goods and shipping, before commission")
        if "unit_cost" in advice.basis.estimated:
            note = self.tr("≈ unit cost estimated from the category") + " · " + note
        return note

    def _gauge_text(self, advice: "ProductAdvice") -> str:
        effect = advice.grade.price
        limit, price = words.money(effect.threshold), words.money(effect.price, 2)
        ratio = words.number(effect.orders_at_threshold_ratio, 1)
        if advice.grade.letter in ("A", "B") and effect.over:
            text = self.tr(
                "Far above {0}, few people buy on impulse in a live session ({1}). For class A and B that is normal: count on reputation and thorough explanation, not on impulse. (Our guess.)"
            )
            return text.format(limit, price)
        if effect.over:
            text = self.tr(
                "Above {0} live sales fall off. At {0} about {2} times as many live orders as at {1}: think of a trial pack under {0}. (Our guess.)"
            )
            return text.format(limit, price, ratio)
        return self.tr("Below {0}: good for impulse buying in a live session. (Our guess.)").format(limit)
