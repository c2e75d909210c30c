"""What a plan may earn and lose, what makes the bad cases bad, and what one lost host costs."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import words
from gui.charts.view import ChartView
from gui.pages.points import Points, side_by_side
from gui.parts import in_card
from gui.scale import Space, grown
from gui.words.reasons import reason
from gui.words.risks import beyond, most_told, one_in_twenty, shared_stock

if TYPE_CHECKING:
    from model.matrix.plan import Plan, Risk


LEAST_CHART: Final = 190
"""Where a small window leaves less, the page scrolls."""


def _may_lose(risk: "Risk") -> str:
    """The figure that is said everywhere, and the detail beside it."""
    return words.raised(words.listed((one_in_twenty(risk), beyond(risk)))) + (
        "。" if words.is_chinese() else "."
    )


class RiskView(QWidget):
    """A picture and two columns of sentences under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = ChartView()
        self.chart.canvas.setMinimumHeight(grown(LEAST_CHART))
        self.causes, self.lost = Points(), Points()
        self._frame = side_by_side(self.causes, self.lost)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.APART)
        column.addWidget(in_card(self.chart), 1)
        column.addWidget(self._frame)
        self.show_plan(None)

    def show_plan(self, plan: "Plan | None") -> None:
        """Show the risk of this plan."""
        risk = plan.risk if plan else None
        self._tell(risk)
        self._frame.setVisible(bool(self.causes.text() or self.lost.text()))
        if risk is None:
            self.chart.clear(self.tr("The chart appears with the plan."))
            return
        from gui.charts.matrix import draw_risk

        self.chart.show_chart(
            partial(draw_risk, risk=risk),
            self.tr("What may I earn, and lose?"),
            words.sentences([
                self.tr(
                    "In {0} of 100 cases the plan loses money within the horizon; on first sales alone in {1} of 100. From {2} simulated runs."
                ).format(
                    round(risk.loss_probability * 100),
                    round(risk.first_loss_probability * 100),
                    words.number(risk.draws),
                ),
                _may_lose(risk),
                most_told(risk),
                shared_stock(risk),
            ]),
        )  # fmt: skip

    def _tell(self, risk: "Risk | None") -> None:
        from model.matrix.dangers import dangers

        found = dangers(risk) if risk else ()
        causes = [reason(one) for one in found if one.code.startswith("worst_")]
        lost = [reason(one) for one in found if one.code.startswith("if_")]
        for label, title, lines in (
            (self.causes, self.tr("What makes bad cases bad"), causes),
            (self.lost, self.tr("When one host lets you down"), lost),
        ):
            label.tell(title if lines else "", lines)
