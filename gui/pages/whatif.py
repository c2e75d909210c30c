"""What a paid first order is bought at: the usual figures until the merchant types his own, which are not stored."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import words
from gui.forms import FieldSpec, Form
from gui.pages.texts import plain, shares
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.reasons import reason
from model.fields import is_empty
from model.records import OFFER_RULES, field_problem

if TYPE_CHECKING:
    from model.readiness.offers import UsualOffer

FIELDS: Final = ("slot_fee", "commission")


def specs() -> tuple[FieldSpec, ...]:
    """The two fields."""
    return (
        FieldSpec(
            "slot_fee",
            QT_TRANSLATE_NOOP("Fields", "Fee per first order"),
            "money",
            help=QT_TRANSLATE_NOOP("Fields", "slot fee ÷ orders the session brings"),
        ),
        FieldSpec(
            "commission",
            QT_TRANSLATE_NOOP("Fields", "Commission"),
            "percent",
            help=QT_TRANSLATE_NOOP("Fields", "of kept sales"),
        ),
    )


class OwnOffer:
    """What the merchant typed of fee and commission, for each product, as long as the window is open."""

    def __init__(self) -> None:
        self._typed: dict[int, dict[str, str]] = {}
        self._key = 0

    def follow(self, key: int, carry: bool = False) -> None:
        """Another product is shown (0: a new one, for which nothing was typed).

        ``carry``: what was typed belongs to this product from now on.
        """
        if carry:
            self._typed[key] = self._typed.pop(self._key, {})
        if not key:
            self._typed.pop(key, None)
        self._key = key

    def forget(self) -> None:
        """Another project: nothing was typed."""
        self._typed.clear()

    def put(self, name: str, text: str) -> None:
        """Keep the text of a field; an empty one goes back to the usual."""
        own = self._typed.setdefault(self._key, {})
        own.pop(name, None)
        if not is_empty(text):
            own[name] = text

    def clear(self) -> None:
        """The usual offer again for the product shown."""
        self._typed.pop(self._key, None)

    def texts(self) -> Mapping[str, str]:
        """What was typed for the product shown, by field."""
        return self._typed.get(self._key, {})

    def problems(self) -> Mapping[str, Callable[[], str]]:
        """What says why, for each field that cannot be read."""
        found = {name: field_problem(OFFER_RULES, name, text) for name, text in self.texts().items()}
        return {name: partial(problems.sentence, one) for name, one in found.items() if one}

    def is_right(self) -> bool:
        """Whether everything typed can be read."""
        return not self.problems()

    def asked(self) -> tuple[float | None, float | None]:
        """Fee and commission, None for each that is not typed or cannot be read."""
        own = self.texts()
        fee, share = (OFFER_RULES[name].check(name, own.get(name))[0] for name in FIELDS)
        return fee if isinstance(fee, float) else None, share if isinstance(share, float) else None


class WhatIf(QWidget):
    """Fee and commission: the usual ones until the merchant types his own."""

    edited = Signal()

    def __init__(self, own: OwnOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._usual: UsualOffer | None = None
        self.form = Form(specs(), columns=2)
        self.hint = text_label("hint")
        self.back = make_button("undo", self._go_back)
        self.back.setProperty("flat", True)
        self._arrange()
        self.form.edited.connect(self._edit)
        self.form.left.connect(lambda _name: self._fill())

    def show_usual(self, usual: "UsualOffer") -> None:
        """Take on the figures that stand where nothing is typed, and what is typed for the product shown."""
        self._usual = usual
        self._fill()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.back.setText(self.tr("Back to the usual"))
        self._fill()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _edit(self, name: str) -> None:
        self._own.put(name, self.form.values()[name])
        self._fill()
        self.edited.emit()

    def _go_back(self) -> None:
        self._own.clear()
        # The button is about to go away, and the cursor would jump to another page's field.
        self.form.editor("slot_fee").setFocus()
        self._fill()
        self.edited.emit()

    def _fill(self) -> None:
        own, usual = self._own.texts(), self._usual and self._usual.order
        fee, share = (plain(round(usual.fee, 2)), shares(usual.commission)) if usual else ("", "")
        texts = {"slot_fee": fee, "commission": share} | dict(own)
        # Who empties a field to type anew shall not find it filled again under the cursor.
        empty = [name for name in texts if name not in own and self._is_emptied(name)]
        self.form.set_values({name: text for name, text in texts.items() if name not in empty})
        self.back.setVisible(bool(own))
        self.hint.setText(self._hint())
        self.form.set_problems(self._own.problems())

    def _is_emptied(self, name: str) -> bool:
        return self.form.editor(name).hasFocus() and is_empty(self.form.values()[name])

    def _hint(self) -> str:
        if self._usual is None:
            return ""
        if self._own.texts():
            usual = self._usual.order
            fee, commission = words.money(usual.fee, 2), words.percent(usual.commission)
            text = self.tr("Your own what-if, kept until the window closes. The usual: {0} and {1}.")
            return text.format(fee, commission)
        return reason(self._usual.said())
