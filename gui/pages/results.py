"""Results: what each campaign brought beside what was planned, who brings customers back, and whether the money agrees."""

from collections.abc import Iterator, Sequence
from functools import partial
from operator import is_
from typing import TYPE_CHECKING, Any, Final, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from gui import words
from gui.jobs import Job
from gui.pages.base import Page
from gui.pages.resultcharts import ResultCharts
from gui.pages.resultform import ResultForm
from gui.pages.resultstory import ResultStory
from gui.pages.resulttable import DIFFERENCES, KINDS, ROWS, edit_rows, known
from gui.pages.resulttasks import review_all
from gui.parts import card, scrolled, text_label
from gui.saving import ask_save, save_table
from gui.scale import Space
from gui.session import ACCOUNTS, Changed, Session
from gui.splitter import Splitter
from gui.studies import studies_of
from gui.tables import RecordTable
from gui.why import why_of_tabs
from gui.words import results
from model.results import Result

if TYPE_CHECKING:
    from model.campaigns.review import Review, Row
    from model.campaigns.settling import Difference

"""Under this name the hidden columns lie in the project."""
GUIDE_WIDTH: Final = 760
TOUCHES: Final = ~Changed.REQUEST
"""What the review is made of."""


class ResultsPage(Page):
    """Worked out when it is looked at, and again whenever files, products, hosts, figures or results change."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, form: ResultForm | None = None
    ) -> None:
        super().__init__(session, parent)
        self.studies = studies_of(session)
        self._review: Review | None = None
        self._plans: object = None
        self._asked: tuple[object, object] = ((), ())
        self._compared: tuple[object, object] = self._asked
        self._stale = True
        self._wanted = ""
        self._entering = False
        self.said, self.more, self.basis = text_label("section"), text_label(), text_label("hint")
        self.table: RecordTable[Row] = RecordTable(
            ROWS, lambda row: row.key, take=partial(edit_rows, self._save_many), known=known()
        )
        self.differences: RecordTable[Difference] = RecordTable(
            DIFFERENCES, lambda one: f"{one.platform}/{one.order_id}/{one.column}"
        )
        self.settled = text_label("muted")
        self.story, self.charts = ResultStory(), ResultCharts()
        self.form = ResultForm(session) if form is None else form
        self.tabs, self.side = QTabWidget(), QTabWidget()
        self.guide, self.content = QWidget(), QWidget()
        self._guide_head = text_label("title")
        self._guide_text = [text_label() for _ in range(4)]
        self._job = Job(self)
        self._arrange()
        self._connect()
        self.retranslate()
        self._show()

    @classmethod
    def in_parts(cls, session: Session) -> Iterator[Self | None]:
        """The form is half of the page."""
        form = ResultForm(session)
        yield None
        yield cls(session, form=form)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Results")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("What was planned, what came, and who brings customers that come back?")

    def retranslate(self) -> None:
        """Say everything in the language of the moment; nothing is computed again."""
        super().retranslate()
        for tabs, names in (
            (self.tabs, (self.tr("Campaigns"), self.tr("Charts"), self.tr("Settlement"))),
            (self.side, (self.tr("Its story"), self.tr("Enter by hand"))),
        ):
            for place, name in enumerate(names):
                tabs.setTabText(place, name)
        self.table.set_empty(
            self.tr("Fill in the form on the right:\nthe campaign stands here once it is saved.")
        )
        for part in (self.story, self.form, self.charts):
            part.retranslate()
        self._tell_guide()
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: what changed meanwhile is worked out now."""
        super().showEvent(event)
        self._compute()

    # ── layout ──

    def _arrange(self) -> None:
        self._save_button = self.add_button(lambda: self.tr("Save table…"), "export", self._save)
        self.add_button(lambda: self.tr("Template…"), "export", self._template)
        self.add_button(lambda: self.tr("Enter results"), "add", self._start_new)
        self.add_button(lambda: self.tr("Import…"), "import", self.bring_in, primary=True)
        frame, column = card(Space.TIGHT)
        for label in (self.said, self.more, self.basis):
            column.addWidget(label)
        self.tabs.setUsesScrollButtons(False)
        self.side.setUsesScrollButtons(False)
        sheet, inner = card()
        inner.addWidget(self.side)
        self.side.addTab(scrolled(self.story), "")
        self.side.addTab(scrolled(self.form), "")
        self.splitter = Splitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(sheet)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([816, 320])
        settled = QWidget()
        below = QVBoxLayout(settled)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.settled)
        below.addWidget(self.differences, 1)
        for part in (self.splitter, self.charts, settled):
            self._add_tab(part)
        why_of_tabs(self.tabs, ("results#campaigns", "results#pictures", "results#settlement"))
        whole = QVBoxLayout(self.content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.APART)
        whole.addWidget(frame)
        whole.addWidget(self.tabs, 1)
        self._arrange_guide()
        self.body.addWidget(self.content, 1)
        self.body.addWidget(self.guide, 1)

    def _add_tab(self, part: QWidget) -> None:
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, Space.APART, 0, 0)
        inner.addWidget(part)
        self.tabs.addTab(holder, "")

    def _arrange_guide(self) -> None:
        frame, column = card(Space.APART)
        frame.setMaximumWidth(GUIDE_WIDTH)
        column.addWidget(self._guide_head)
        for line in self._guide_text:
            column.addWidget(line)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 100)
        middle.addStretch(1)
        whole = QVBoxLayout(self.guide)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(2)

    def _connect(self) -> None:
        self.table.selected.connect(self._choose)
        self.table.pasted.connect(self.tell_changed)
        self.table.takes_sheets = True
        self.charts.picked.connect(self.choose)
        self.form.failed.connect(self.refuse)
        self.form.kept.connect(self._on_kept)
        self.studies.changed.connect(self._renew)
        self.studies.failed.connect(self.refuse)
        self._job.done.connect(self._take)
        self._job.failed.connect(self.refuse)
        self.session.changed.connect(self._reload)

    def _tell_guide(self) -> None:
        self._guide_head.setText(self.tr("No campaign yet"))
        lines = (
            self.tr("1. Import the order exports of Doudian, Kuaishou, WeChat or Xiaohongshu: they name the host of every sale, and the campaigns appear by themselves."),
            self.tr("2. Add the list of live sessions (Compass) for views and visits, and the commission and settlement files for the costs."),
            self.tr("3. No export contains the slot fee: enter it here, or fill in our template and import it."),
            self.tr("4. Keep a plan on the page “Host matrix” (Compare) before you pay: then you see it beside the results."),
        )  # fmt: skip
        for label, text in zip(self._guide_text, lines, strict=True):
            label.setText(text)

    # ── working it out ──

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self.hush()
            self._review, self._wanted, self._entering = None, "", False
            self._asked = self._compared = ((), ())
            self._job.cancel()
            self._show()
        if what & TOUCHES:
            self._renew()

    def _renew(self) -> None:
        self._stale = True
        if self.isVisible():
            self._compute()

    def _compute(self) -> None:
        """Start when something changed: what is shown stays until the new review is there."""
        from model.matrix.kept import SETTING

        session = self.session
        plans = session.setting(SETTING) if session.path else None
        if session.policy is None or not (self._stale or plans != self._plans) or self.studies.is_running():
            self._tell()
            return
        self._stale, self._plans = False, plans
        study = self.studies.study if session.batches() else None
        accounts = (session.setting(ACCOUNTS) if session.path else None) or ()
        own, load, snapshot = session.results(), session.loader(), session.snapshot()
        self._asked = (session.batches(), snapshot.influencers)
        same = self._review is not None and all(map(is_, self._asked, self._compared))
        bills = self._review.statements if self._review and same else None
        self._job.run(review_all, snapshot, own, plans, study, load, accounts, session.policy, bills)

    def _take(self, found: "Review") -> None:
        self._review, self._compared = found, self._asked
        self._show()

    def _show(self) -> None:
        rows = self._review.rows if self._review else ()
        self.form.offer(rows)
        self.table.set_rows(rows)
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
        elif rows and self.table.current() is None and not (self._entering or self.form.is_typed()):
            self.table.choose(rows[0].key)
        self.charts.show_rows(rows)
        self.differences.set_rows([one for bill in self._bills() for one in bill.differences])
        self._choose(self.table.current())
        self._tell()

    def _bills(self) -> "Sequence[Any]":
        return self._review.statements if self._review else ()

    def _tell(self) -> None:
        self.differences.set_empty(
            self.tr("Nothing differs: these settlements say what the orders say.")
            if self._bills()
            else self.tr(
                "Nothing to compare yet: import the platform's settlement file,\nand orders on which it differs stand here."
            )
        )
        rows = self._review.rows if self._review else ()
        waiting = bool(self.session.batches()) and (self._review is None or self._job.is_running())
        typing = self._entering or self.form.is_typed()
        self.content.setVisible(bool(rows) or waiting or typing)
        self.guide.setVisible(not (rows or waiting or typing))
        self._save_button.setEnabled(bool(rows))
        if self._review is None or not rows:
            self.said.setText(self.tr("Adding it all up…") if waiting else self.tr("No campaign yet"))
            for label in (self.more, self.basis):
                label.setText("")
                label.hide()
            return
        self.said.setText(results.verdict(self._review))
        self.more.setText(results.settlement(self._review.statements, pointing=True))
        self.more.setVisible(bool(self.more.text()))
        self.basis.setText(results.footing(self._review))
        self.basis.show()
        self.settled.setText(self._settled_text())

    def _settled_text(self) -> str:
        return words.sentences(
            part for bill in self._bills() for part in (results.settlement([bill]), results.further(bill))
        )

    # ── one campaign ──

    def choose(self, key: str) -> None:
        """Show a campaign in the table."""
        self.tabs.setCurrentIndex(0)
        self.table.choose(key)

    def _choose(self, row: Any) -> None:
        self._entering = self._entering and row is None
        self.story.show_row(row)
        self.form.show_row(row)

    def _start_new(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.table.view.clearSelection()
        self.form.start_new()
        self.side.setCurrentIndex(1)
        self._entering = True
        self._tell()
        self.form.form.editor("id").setFocus()

    def _save_many(self, kept: Sequence[Result], gone: Sequence[str]) -> None:
        self.try_to(lambda: self.session.save_results(kept, None, gone))

    def _on_kept(self, key: str) -> None:
        self._wanted, self._entering = key, False

    # ── files ──

    def _template(self) -> None:
        self.save_template("results", self.tr("Save the results template"), self.tr("results-template.xlsx"))

    def _save(self) -> None:
        table = self.differences if self.tabs.currentIndex() == 2 else self.table
        path = ask_save(self, self.tr("Save table"), self.tr("results.xlsx"))
        if path is not None:
            save_table(self.writing.run, path, table.model, KINDS)
