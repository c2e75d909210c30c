"""Sliders beside number fields: a limit is moved instead of typed, through round figures."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from gui import words
from gui.forms import Form
from gui.pages.texts import plain, shares
from gui.words.labels import FIELDS
from model.fields import Rule

STEPS: Final = (1.0, 1.2, 1.5, 1.8, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0)
BUDGETS: Final = tuple(s * 10.0**n for n in range(2, 7) for s in STEPS if 500 <= s * 10.0**n <= 5e6)
SHARES: Final = (0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, None)
ODDS: Final = (0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, None)
"""Places of the sliders from left to right; None is an empty field, which limits nothing by itself: so it is the last."""
HEIGHT: Final = 22
"""Pixels that show the whole handle."""
REST: Final = 350
"""Milliseconds without a move after which a slider rests."""
Stop = float | None


class StopSlider(QSlider):
    """A slider over given figures. The wheel scrolls what it lies in, unless it has the keyboard."""

    moved = Signal(object)

    def __init__(self, stops: Sequence[Stop], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._stops = tuple(stops)
        self.setRange(0, len(self._stops) - 1)
        self.setPageStep(3)
        self.setMinimumHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(lambda place: self.moved.emit(self._stops[place]))

    def stop(self) -> Stop:
        """The figure it stands at."""
        return self._stops[self.value()]

    def put(self, value: Stop) -> None:
        """Go to the stop nearest to a figure; nobody is told."""
        places = range(len(self._stops))
        if value is None:
            place = self._stops.index(None) if None in self._stops else 0
        else:
            place = min(places, key=lambda i: abs((self._stops[i] or 0.0) - value))
        blocked = self.blockSignals(True)
        self.setValue(place)
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LimitSliders(QObject):
    """Ties sliders to the fields of forms. ``moved``: a limit moves; ``rested``: it has come to rest."""

    moved = Signal()
    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.of: dict[str, StopSlider] = {}
        self._fields: dict[str, tuple[Form, Rule]] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.rested)

    def add(self, form: Form, rules: Mapping[str, Rule], name: str, stops: Sequence[Stop]) -> None:
        """Put a slider under a field."""
        slider = self.of[name] = StopSlider(stops)
        self._fields[name] = (form, rules[name])
        form.put_under(name, slider)
        form.edited.connect(self._follow)
        slider.moved.connect(partial(self._move, name))
        slider.valueChanged.connect(partial(self._say, name))

    def follow(self) -> None:
        """Go where the fields are."""
        for name in self.of:
            self._follow(name)

    def stay(self) -> None:
        """What was moved last asks for nothing more."""
        self._rest.stop()

    def retranslate(self) -> None:
        """Name the sliders in the language of the moment."""
        for name, slider in self.of.items():
            slider.setAccessibleName(words.term("Fields", FIELDS[name]))
            slider.setToolTip(self.tr("Move it: a quick estimate follows, and the exact plan when you stop."))
            self._say(name)

    def _follow(self, name: str) -> None:
        if name not in self.of:
            return
        form, rule = self._fields[name]
        text = form.values()[name]
        value, problem = rule.check(name, text)
        if problem is None or not text.strip():  # the slider of an empty field stands at no figure of before
            self.of[name].put(value if isinstance(value, float) else None)
            self._say(name)

    def _say(self, name: str, *_place: int) -> None:
        """What a slider stands at: its own figure is only its place."""
        slider = self.of[name]
        stop = slider.stop()
        if stop is None:
            told = self.tr("no limit")
        elif not self._fields[name][0].values()[name].strip():
            told = self.tr("not set")
        else:
            told = words.money_short(stop) if name == "budget" else words.percent(stop)
        slider.setAccessibleDescription(
            f"{told}. {slider.toolTip()}" if not words.is_chinese() else f"{told}。{slider.toolTip()}"
        )

    def _move(self, name: str, value: Stop) -> None:
        form, _ = self._fields[name]
        form.set_values({name: plain(value) if name == "budget" else shares(value)})
        form.set_problem(name, None)
        self._rest.start()
        self.moved.emit()
