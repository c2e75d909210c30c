"""One chosen host: from reach to profit, how well he fits, and why he is in."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from gui.charts.view import ChartView
from gui.pages.points import Points
from gui.parts import Elided, story_column, text_label
from gui.scale import Space, grown
from gui.words import charts as chartwords
from gui.words import learned as learnt
from gui.words import plans
from gui.words import story as told
from gui.words.labels import agreed, label
from gui.words.reasons import reason
from gui.words.single import without

if TYPE_CHECKING:
    from model.learning.learned import Change
    from model.matrix.plan import Choice
    from model.matrix.single import Without
    from model.policy import Policy

STEPS: Final = 5
CHART_HEIGHT: Final = 200
"""Of the drawing alone: the sentence above it takes three lines in Chinese and five in English."""
OFFERS_HEIGHT: Final = 200


class HostStory(QFrame):
    """Beside the plan's table; follows the row that is chosen there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._choice: Choice | None = None
        self._policy: Policy | None = None
        self._without: Without | None = None
        self.without = text_label("hint")
        self._change: Change | None = None
        self.name = Elided("section")
        self.tier = text_label("badge", wrap=False)
        self.offer, self.fit = text_label("muted"), text_label("hint")
        self.learned = text_label()
        self.reasons, self.empty = Points(), text_label("muted")
        self.chart, self.offers = ChartView(), ChartView()
        self.steps = [tuple(text_label(role, wrap=False) for role in ("", "", "hint")) for _ in range(STEPS)]
        self._room = QWidget()
        self._arrange()

    def show_choice(
        self, choice: "Choice | None", policy: "Policy | None", change: "Change | None" = None
    ) -> None:
        """Tell the story of this host, with what his results changed in mind; None: no host is chosen."""
        if choice is not self._choice or policy is not self._policy or change is not self._change:
            self._choice, self._policy, self._change, self._without = choice, policy, change, None
            self._tell()

    def show_without(self, found: "Without") -> None:
        """Tell what the plan would be without this host."""
        self._without = found
        self._tell_without()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.empty.setText(self.tr("Choose a host in the table to see why they are in."))
        self._tell()

    # ── inside ──

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.tier, 0, Qt.AlignmentFlag.AlignVCenter)
        funnel = QGridLayout()
        funnel.setVerticalSpacing(Space.HAIR)
        funnel.setColumnStretch(0, 1)
        for row, parts in enumerate(self.steps):
            for place, part in enumerate(parts):
                side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
                funnel.addWidget(part, row, place, side)
        self.chart.canvas.setFixedHeight(grown(CHART_HEIGHT))
        inner = story_column(self, self.empty, self._room)
        inner.addLayout(head)
        inner.addWidget(self.offer)
        inner.addWidget(self.learned)
        inner.addWidget(self.reasons)
        inner.addWidget(self.without)
        inner.addLayout(funnel)
        inner.addWidget(self.fit)
        inner.addWidget(self.chart)
        self.offers.canvas.setFixedHeight(grown(OFFERS_HEIGHT))
        inner.addWidget(self.offers)

    def _tell(self) -> None:
        choice, policy = self._choice, self._policy
        known = choice is not None and policy is not None
        self._room.setVisible(known)
        self.empty.setVisible(not known)
        if choice is None or policy is None:
            self.chart.clear()
            self.offers.clear()
            return
        facts = choice.candidate.offer
        self.name.tell(choice.candidate.host.influencer.name)
        self.tier.setText(label(choice.candidate.host.tier))
        self.offer.setText(f"{plans.sessions(choice.candidate.sessions, facts.offer.form)} · {agreed(facts)}")
        self.learned.setText(learnt.change(self._change) if self._change else "")
        self.learned.setVisible(self._change is not None)
        self.reasons.tell("", [reason(one) for one in choice.reasons])
        self._tell_without()
        self._tell_steps(choice, policy)
        self._tell_offers(choice)

    def _tell_without(self) -> None:
        waiting = self.tr("Working out the plan without this host…")
        self.without.setText(without(self._without) if self._without else waiting)

    def _tell_steps(self, choice: "Choice", policy: "Policy") -> None:
        from gui.charts.story import draw_waterfall
        from model.matrix.story import story_of

        story = story_of(choice, policy)
        for parts, step in zip(self.steps, story.reach, strict=True):
            name, count, share = parts
            name.setText(told.reach(step.code))
            count.setText(told.count(step.count))
            share.setText(told.share(step.share) if step.code != "views" else "")
            share.setHidden(step.code == "views")  # the first step is a share of nothing
            share.setAccessibleName(told.of_the_step_before(share.text()))
        self.fit.setText(told.fit(story))
        self.chart.show_chart(
            partial(draw_waterfall, story=story),
            self.tr("Where does the money go?"),
            chartwords.waterfall(story),
            patient=True,
        )

    def _tell_offers(self, choice: "Choice") -> None:
        from gui.charts.story import draw_offers
        from model.matrix.sidebyside import offers_beside

        found = offers_beside(choice.candidate, choice.orders.value)
        self.offers.setVisible(len(found.lines) > 1)
        if len(found.lines) < 2:
            self.offers.clear()
            return
        drawn = partial(
            draw_offers,
            offers=found,
            chosen=choice.candidate.offer.offer.name,
            expected=choice.orders.value,
        )
        self.offers.show_chart(
            drawn, self.tr("Which of the host's offers is better?"), told.offers(found), patient=True
        )
