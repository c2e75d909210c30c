"""From how many followers a host is head or waist on each platform, and how many hosts that makes of which level."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from gui import words
from gui.jobs import Job
from gui.pages.effect import EffectView
from gui.pages.figuretable import shown
from gui.pages.platformrows import RowPaste, left_out, platform_figures
from gui.parts import card, make_button, restyle, scrolled, text_label
from gui.scale import Space
from gui.session import Changed, Session
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.labels import label
from model.errors import UserError
from model.fields import BadCell, number
from model.records import PLATFORMS, Influencer, Tier

if TYPE_CHECKING:
    from model.policy import Policy

__all__ = ["TiersView"]

HEADINGS: Final = {
    "head": QT_TRANSLATE_NOOP("TiersView", "Head from"),
    "waist": QT_TRANSLATE_NOOP("TiersView", "Waist from"),
    "amateur": QT_TRANSLATE_NOOP("TiersView", "Tail from"),
}
BOUNDS: Final = tuple(HEADINGS)
Levels = Mapping[str, tuple[Counter[Tier], ...]]
FROM_TO: Final = QT_TRANSLATE_NOOP("Words", "head {head}, waist {waist}, tail {tail}")
PANEL: Final = 300


def count_levels(hosts: Sequence[Influencer], policies: "Sequence[Policy]") -> Levels:
    """How many hosts are on which level of which platform, by each policy (for a worker)."""
    from model.estimates import level_counts

    return level_counts(hosts, policies)


class TiersView(QWidget):
    """A grid of thresholds, tried before they are kept."""

    kept = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.hint, self.problem = text_label("muted"), text_label("problem")
        self.heads = [text_label("hint", wrap=False) for _ in range(len(BOUNDS) + 2)]
        self.names = {platform: text_label(wrap=False) for platform in PLATFORMS}
        self.boxes = {(p, b): QLineEdit() for p in PLATFORMS for b in BOUNDS}
        self.counts: dict[str, QLabel] = {platform: text_label("hint") for platform in PLATFORMS}
        self.effect = EffectView(session)
        self.keep = make_button("check", self._keep, primary=True)
        self.undo = make_button("close", self._drop)
        self.reset = make_button("undo", self._reset)
        self._levels: Levels = {}
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._count)
        self._arrange()
        self._paste = RowPaste(self.take, self)
        for box in self.boxes.values():
            box.textEdited.connect(self._typed)
            self._paste.watch(box)
        session.changed.connect(self._reload)
        self.retranslate()
        self._drop()

    def take(self, cells: Sequence[Sequence[str]]) -> None:
        """Put in lines of a spreadsheet, a platform and its thresholds each, to be tried like what is typed."""
        figures, strange = platform_figures(cells, HEADINGS, "TiersView")
        for place, text in figures.items():
            self.boxes[place].setText(text)
        self._typed()
        if left := left_out(figures, strange):
            self.problem.setText("\n".join(filter(None, (self.problem.text(), left))))
            self.problem.show()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.hint.setText(
            self.tr(
                "A host counts as head or waist from this many followers on; below waist they are tail, and below the last figure an amateur. Sources differ by up to ten times, so put in what is usual in your trade; lines from Excel can be pasted into any field."
            )
        )
        bounds = (words.term("TiersView", heading) for heading in HEADINGS.values())
        texts = (self.tr("Platform"), *bounds, self.tr("Your hosts"))
        for head, text in zip(self.heads, texts, strict=True):
            head.setText(text)
        for platform, name in self.names.items():
            name.setText(label(platform))
        for (platform, bound), box in self.boxes.items():
            box.setAccessibleName(f"{label(platform)}: {texts[BOUNDS.index(bound) + 1]}")
            if (policy := self.session.policy) is not None:
                default = policy.entries[f"tiers.{bound}.{platform}"].default
                box.setToolTip(self.tr("Default: {0}").format(shown(default)))
        self.keep.setText(self.tr("Keep these levels"))
        self.undo.setText(self.tr("Discard changes"))
        self.reset.setText(self.tr("Back to the defaults"))
        self.effect.retranslate()
        self._show_counts()

    def _arrange(self) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, Space.NEAR, 0)
        grid.setHorizontalSpacing(Space.APART)
        grid.setVerticalSpacing(Space.NEAR)
        for place, head in enumerate(self.heads):
            grid.addWidget(head, 0, place)
        for row, platform in enumerate(PLATFORMS, 1):
            grid.addWidget(self.names[platform], row, 0)
            for place, bound in enumerate(BOUNDS, 1):
                box = self.boxes[platform, bound]
                box.setFixedWidth(94)
                grid.addWidget(box, row, place)
            grid.addWidget(self.counts[platform], row, len(BOUNDS) + 1)
        grid.setColumnStretch(len(BOUNDS) + 1, 1)
        grid.setRowStretch(len(PLATFORMS) + 1, 1)
        foot = QHBoxLayout()
        for button in (self.keep, self.undo, self.reset):
            foot.addWidget(button)
        foot.addStretch(1)
        left, column = card()
        top = QHBoxLayout()
        top.addWidget(self.hint, 1)
        top.addWidget(why("settings#levels"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(scrolled(inner), 1)
        column.addWidget(self.problem)
        column.addLayout(foot)
        right, beside = card()
        right.setFixedWidth(PANEL)
        beside.addWidget(self.effect)
        beside.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.APART)
        whole.addWidget(left, 1)
        whole.addWidget(right)

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.POLICY:
            self._drop()
        elif what & Changed.INFLUENCERS:
            self._soon.start()

    def _drop(self) -> None:
        """Show the thresholds as they stand."""
        policy = self.session.policy
        if policy is not None:
            for (platform, bound), box in self.boxes.items():
                entry = policy.entries[f"tiers.{bound}.{platform}"]
                box.setText(shown(entry.value))
                restyle(box, "problem", False)
        own = any(True for _ in self._own())
        self.reset.setEnabled(own)
        self._tell("")
        self.effect.ask({})
        self._soon.start()

    def _own(self) -> Iterator[str]:
        policy = self.session.policy
        entries = policy.entries.values() if policy else ()
        return (e.key for e in entries if e.key.startswith("tiers.") and e.value != e.default)

    def _changes(self) -> dict[str, float | None]:
        """What is typed otherwise than it stands.

        Raises:
            BadCell: something typed is no number.
        """
        policy = self.session.policy
        found: dict[str, float | None] = {}
        for (platform, bound), box in self.boxes.items() if policy else ():
            entry = policy.entries[f"tiers.{bound}.{platform}"] if policy else None
            if entry is None:
                continue
            try:
                typed = number(box.text())
            except BadCell:
                restyle(box, "problem", True)
                raise
            restyle(box, "problem", False)
            value = entry.default if typed is None else typed
            if value != entry.value:
                found[entry.key] = None if value == entry.default else value
        return found

    def _checked(self) -> dict[str, float | None] | None:
        """The changes, if they can be; else what is wrong is told."""
        try:
            changes = self._changes()
            self.session.policy_with(changes)
        except BadCell as wrong:
            self._tell(words.say(QT_TRANSLATE_NOOP("Words", "“{text}” is not a number."), text=wrong.text))
        except UserError as error:
            self._mark(error)
            self._tell(problems.sentence(error.problems[0]))
        else:
            self._tell("", bool(changes))
            return changes
        return None

    def _mark(self, error: UserError) -> None:
        for one in error.problems:
            _, _, place = one.column.partition(".")
            bound, _, platform = place.partition(".")
            if (box := self.boxes.get((platform, bound))) is not None:
                restyle(box, "problem", True)

    def _typed(self) -> None:
        self.effect.ask(self._checked() or {})
        self._soon.start()

    def _keep(self) -> None:
        if changes := self._checked():
            self._store(changes)

    def _reset(self) -> None:
        self._store(dict.fromkeys(self._own()))

    def _store(self, changes: dict[str, float | None]) -> None:
        try:
            self.session.set_overrides(changes, by=None)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.kept.emit()

    def _tell(self, problem: str, changed: bool = False) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.keep.setEnabled(changed and not problem)
        self.undo.setEnabled(changed or bool(problem))

    # ── how many hosts ──

    def _count(self) -> None:
        policy = self.session.policy
        if policy is None:
            return
        try:
            then = self.session.policy_with(self._changes())
        except (BadCell, UserError):
            return
        policies = tuple(one for one in (policy, then) if one is not None)
        self._job.run(count_levels, self.session.snapshot().influencers, policies)

    def _take(self, found: Levels) -> None:
        self._levels = found
        self._show_counts()

    def _show_counts(self) -> None:
        for platform, text in self.counts.items():
            text.setText(_levels_text(self._levels.get(platform, ())))


def _levels_text(counts: Sequence[Counter[Tier]]) -> str:
    """``head 2 → 3, waist 5, tail 40 → 39``; where there is no host of the platform nothing is said."""
    if not counts:
        return words.UNKNOWN
    before, after = counts[0], counts[-1]
    head, waist, tail = (_arrow(before[tier], after[tier]) for tier in (Tier.HEAD, Tier.WAIST, Tier.TAIL))
    return words.say(FROM_TO, head=head, waist=waist, tail=tail)


def _arrow(before: int, after: int) -> str:
    return words.number(before) if before == after else f"{words.number(before)} → {words.number(after)}"
