"""A line under a host's category where it is another trade than all the shop sells."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy

from gui.pages.texts import tone_text
from gui.parts import set_tone
from gui.words.goods import goods
from gui.words.reasons import reason
from gui.wrapping import Wrapped
from model.errors import Reason

if TYPE_CHECKING:
    from model.policy import Policy
    from model.records import Product

MOST: Final = 3
"""So many of the shop's categories are named."""


class OtherGoods(Wrapped):
    """Told as the matrix tells it of a chosen host, before he is chosen; hidden where it does not hold."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[str, Sequence[str]] = ("", ())
        self.setProperty("role", "hint")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_tone(self, "warn")
        self.hide()

    def tell(self, category: str, products: "Sequence[Product]", policy: "Policy | None") -> None:
        """Look at a host of this category; an empty one is nobody's trade."""
        from model.response import other_goods

        self._found = (category, other_goods(category, products, policy) if policy and category else ())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        theirs, ours = self._found
        told = tone_text(map(goods, ours[:MOST])) + ("…" if len(ours) > MOST else "")
        self.setText(reason(Reason("sells_other", {"theirs": theirs, "ours": told})) if ours else "")
        self.setVisible(bool(ours))
