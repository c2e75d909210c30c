"""Orders: the files taken in, what they say of hosts and products, and who bought again."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from gui.pages.base import Page
from gui.pages.customersview import CustomersView
from gui.pages.levelsview import LevelsView
from gui.pages.ordercheckview import OrderCheckView
from gui.pages.ordertables import FILE_COLUMNS, HOST_COLUMNS, PRODUCT_COLUMNS, FileRow, file_rows
from gui.parts import card, make_button, scrolled, text_label
from gui.saving import ask_save, save_table
from gui.scale import Space
from gui.session import Changed, Session
from gui.studies import Study, studies_of
from gui.tables import RecordTable
from gui.why import why_of_tabs
from gui.words import imports, problems

if TYPE_CHECKING:
    from gui.paper import Paper

GUIDE_WIDTH = 900
TABLES = ("files", "hosts", "products")
FIRST_TABLE = 3
TOPICS: Final = ("repeat", "levels", "check", "files", "hosts", "products")
"""What the help calls the tabs, in their order."""
"""The tabs before the tables show customers and the check of orders."""
KINDS: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("paid", "net", "commission"), "money"),
    **dict.fromkeys(("refunded", "matched"), "share"),
    **dict.fromkeys(("lines", "orders", "quantity", "customers", "again", "hosts", "set_aside"), "count"),
}
FILE_KINDS: Final[Mapping[str, Any]] = {
    **KINDS,
    "paid": "count",
    "refunded": "count",
    "buyers": "count",
    "off": "money",
}
"""How a spreadsheet shows the columns, by their keys."""


class OrdersPage(Page):
    """A sentence over everything, who comes back, and three tables; without files, what to export and where."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.studies = studies_of(session)
        self.customers = CustomersView(session)
        self.levels = LevelsView(session)
        self.check = OrderCheckView(session)
        self.said, self.more = text_label("section"), text_label("muted")
        self.files: RecordTable[FileRow] = RecordTable(FILE_COLUMNS, lambda row: row.key)
        self.hosts: RecordTable[Any] = RecordTable(
            HOST_COLUMNS, lambda h: f"{h.platform}/{h.host_id}/{h.host}"
        )
        self.products: RecordTable[Any] = RecordTable(
            PRODUCT_COLUMNS, lambda p: f"{p.platform}/{p.product_id}/{p.product}"
        )
        self.tabs = QTabWidget()
        self.tabs.setUsesScrollButtons(False)
        self.guide, self.content = QWidget(), QWidget()
        self.remove = make_button("delete", self._remove)
        self._guide = [(text_label("section", wrap=False), text_label()) for _ in range(7)]
        self._guide_head, self._guide_foot = text_label("title"), text_label("muted")
        self._arrange()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Orders")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("What was sold, through whom, and who bought again?")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.remove.setText(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Takes the chosen files out of the project; it can be undone"))
        names = (
            self.tr("Who comes back"),
            self.tr("Levels of customers"),
            self.tr("Check orders"),
            self.tr("Files taken in"),
            self.tr("Hosts"),
            self.tr("Products sold"),
        )
        for place, text in enumerate(names):
            self.tabs.setTabText(place, text)
        self.customers.retranslate()
        self.levels.retranslate()
        self.check.retranslate()
        self.hosts.set_empty(
            self.tr(
                "No sale in these files names its host.\nThe order exports of Doudian, Kuaishou, WeChat and Xiaohongshu do; so does the commission file."
            )
        )
        self.products.set_empty(self.tr("No sale was found in these files."))
        self._tell_guide()
        self._show()

    def printable(self) -> "Callable[[], Paper] | None":
        """On the tab of the check the sheet of the chosen host, else the plan's report."""
        own = self.check.printable() if self.tabs.currentIndex() == FIRST_TABLE - 1 else None
        return own or super().printable()

    # ── layout ──

    def _arrange(self) -> None:
        self._save_button = self.add_button(lambda: self.tr("Save table…"), "export", self._save)
        self.add_button(lambda: self.tr("Import…"), "import", self.bring_in, primary=True)
        frame, column = card(Space.TIGHT)
        column.addWidget(self.said)
        column.addWidget(self.more)
        self.files.bar.addWidget(self.remove)
        for table in (self.customers, self.levels, self.check, self.files, self.hosts, self.products):
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, Space.APART, 0, 0)
            inner.addWidget(table)
            self.tabs.addTab(holder, "")
        why_of_tabs(self.tabs, [f"orders#{topic}" for topic in TOPICS])
        whole = QVBoxLayout(self.content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.APART)
        whole.addWidget(frame)
        whole.addWidget(self.tabs, 1)
        self._arrange_guide()
        self.body.addWidget(self.content, 1)
        self.body.addWidget(self.guide, 1)

    def _arrange_guide(self) -> None:
        frame, column = card(Space.APART)
        frame.setMaximumWidth(GUIDE_WIDTH)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.INSIDE)
        grid.setVerticalSpacing(Space.APART)
        grid.setColumnStretch(1, 1)
        for row, (name, where) in enumerate(self._guide):
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(where, row, 1)
        column.addWidget(self._guide_head)
        column.addLayout(grid)
        column.addWidget(self._guide_foot)
        holder = QWidget()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 100)  # no alignment here: it would keep the card from growing with its text
        middle.addStretch(1)
        inner = QVBoxLayout(holder)
        inner.addStretch(1)
        inner.addLayout(middle)
        inner.addStretch(2)
        whole = QVBoxLayout(self.guide)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(holder))

    def _connect(self) -> None:
        self.files.selected.connect(lambda _row: self.remove.setEnabled(bool(self.files.chosen())))
        self.studies.changed.connect(self._take)
        self.studies.failed.connect(self.refuse)
        self.customers.failed.connect(self.refuse)
        for view in (self.levels, self.check):
            view.failed.connect(self.refuse)
            view.writing.stopped.connect(self.say_stopped)
            view.saved.connect(self.say_saved)
        self.tabs.currentChanged.connect(lambda _place: self._allow())
        self.session.changed.connect(self._reload)

    def _tell_guide(self) -> None:
        self._guide_head.setText(self.tr("Drop your order exports here"))
        lines = (
            (self.tr("Doudian"), self.tr("Orders › Order management › Export. Names the host of every alliance sale; add the after-sales, settlement and alliance commission files for refunds and costs.")),
            (self.tr("Kuaishou shop"), self.tr("Orders › Order query › Export. Names the host, the team leader and the expected commission.")),
            (self.tr("WeChat shop"), self.tr("Orders and after-sales › Order list › Export. Names the host, the commission, fees and refunds in one file.")),
            (self.tr("Xiaohongshu"), self.tr("Qianfan › Orders › Order query › Export. Names the host; the commission is in the settlement file.")),
            (self.tr("Taobao, Tmall"), self.tr("Qianniu › Trade › Sold items › Batch export. Names no host; older files name the buyer.")),
            (self.tr("Pinduoduo, JD, Youzan"), self.tr("Orders › Order query › Export. Name no host (Youzan names the guide).")),
            (self.tr("Any other table"), self.tr("Order number or buyer, time of payment and amount are enough: you name the columns once.")),
        )  # fmt: skip
        for (name, where), (shop, text) in zip(self._guide, lines, strict=True):
            name.setText(shop)
            where.setText(text)
        self._guide_foot.setText(
            self.tr(
                "Files may stay as they are: CSV or Excel, any period, several at once, in any order. Names, phones and addresses of buyers are never kept."
            )
        )

    # ── reading ──

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self.notice.hide()
        if what & (Changed.ORDERS | Changed.PROJECT):
            self._show()

    def _take(self) -> None:
        self._show()
        study = self.studies.study
        if study is not None and study.sums.problems:
            found = study.sums.problems
            self.notice.say(lambda: problems.problems(found), "warn")

    @property
    def _known(self) -> Study | None:
        """The study, if there are files it can be of."""
        return self.studies.study if self.session.line_batches() else None

    def _show(self) -> None:
        heads, study = self.session.batches(), self._known
        lines = bool(self.session.line_batches())
        self.content.setVisible(lines)
        self.guide.setVisible(not lines)
        self.files.set_rows(file_rows(heads, study.sums if study else None))
        self.remove.setEnabled(bool(self.files.chosen()))
        self.hosts.set_rows(study.sums.summary.hosts if study else ())
        self.products.set_rows(study.sums.summary.products if study else ())
        self.customers.show_study(study)
        self.levels.show_study(study)
        self._allow()
        self._tell()

    def _allow(self) -> None:
        table = self.tabs.currentIndex() >= FIRST_TABLE
        self._save_button.setEnabled(table and bool(self.session.batches()))

    def _tell(self) -> None:
        study = self._known
        if study is None:
            self.said.setText(self.tr("Adding it all up…"))
            self.more.setText("")
            return
        sums = study.sums.summary.overview
        self.said.setText(imports.overview(sums))
        parts = (
            imports.host_part(sums),
            imports.customer_part(sums),
            imports.late_part(sums),
            *study.sums.remarks(),
        )
        self.more.setText("\n".join(part for part in parts if part))

    # ── what is done ──

    def _remove(self) -> None:
        chosen: Sequence[FileRow] = self.files.chosen()
        self.try_to(lambda: self.session.drop_batches([row.head.id for row in chosen], by=None))

    def _save(self) -> None:
        place = self.tabs.currentIndex() - FIRST_TABLE
        table = (self.files, self.hosts, self.products)[place]
        path = ask_save(self, self.tr("Save table"), f"{TABLES[place]}.xlsx")
        if path is not None:
            save_table(self.writing.run, path, table.model, KINDS if place else FILE_KINDS)
