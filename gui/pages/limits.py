"""The limits of a plan: products, budget, mix, largest share, locked and banned hosts; and the button."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.forms import FieldSpec, Form
from gui.pages.deals import Bookings, PlatformCaps
from gui.pages.sliders import BUDGETS, ODDS, SHARES, LimitSliders
from gui.pages.texts import plain, shares
from gui.parts import make_button, text_label
from gui.scale import Space
from gui.tips import tip
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP, problems
from gui.words.labels import FIELDS
from gui.working import Working
from model.errors import InvalidRecord
from model.fields import Rule, parse
from model.limits import LIMIT_RULES, NO_LIMITS, Limits
from model.records import REQUEST_RULES, Influencer, Product, Request, field_problem

SPECS = (
    FieldSpec("budget", FIELDS["budget"], "money", help=QT_TRANSLATE_NOOP("Fields", "for slot fees; commission comes out of sales")),
    FieldSpec("max_share", FIELDS["max_share"], "percent", help=QT_TRANSLATE_NOOP("Fields", "of the budget; empty: by class, see Settings")),
)  # fmt: skip
FURTHER = (
    FieldSpec("loss_odds", FIELDS["loss_odds"], "percent", help=QT_TRANSLATE_NOOP("Fields", "of losing money in the long run")),
    FieldSpec("most_loss", FIELDS["most_loss"], "money", help=QT_TRANSLATE_NOOP("Fields", "average of the worst 1 case in 20; more than the figure “one time in 20”")),
    FieldSpec("order_share", FIELDS["order_share"], "percent", help=QT_TRANSLATE_NOOP("Fields", "of all expected orders")),
    FieldSpec("agency_share", FIELDS["agency_share"], "percent", help=QT_TRANSLATE_NOOP("Fields", "of the budget")),
    FieldSpec("orders_per_day", FIELDS["orders_per_day"], "number", help=QT_TRANSLATE_NOOP("Fields", "what your people can pack and answer")),
    FieldSpec("days", FIELDS["days"], "number", help=QT_TRANSLATE_NOOP("Fields", "over which the orders come in; 30 when empty")),
    FieldSpec("cash", FIELDS["cash"], "money", help=QT_TRANSLATE_NOOP("Fields", "for fees, samples, staff wages and goods until sales are settled; a founder's time is no cash")),
    FieldSpec("own_hours", FIELDS["own_hours"], "number", help=QT_TRANSLATE_NOOP("Fields", "of your live room, founder and staff, with preparation")),
)  # fmt: skip
MOST_PRODUCTS, MOST_HOSTS = 6, 4
"""Lines shown of a list."""
FRAME = 14
"""Pixels of a list above and below its lines."""
HOST = int(Qt.ItemDataRole.UserRole)


class LimitsPanel(QFrame):
    """What is asked of the plan. ``foot`` (button and progress) is placed by the page, so that it never scrolls away.

    ``wanted``: the button was pressed; ``stopped``: stop; ``enough``: take the best plan so far; ``changed``: an edit is
    finished. A slider tells by its own signals that it moves and rests.
    """

    wanted = Signal()
    stopped = Signal()
    enough = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._headings = {name: text_label("section", wrap=False) for name in ("products", "limits", "hosts")}
        self.products, self.no_products = QListWidget(), text_label("hint")
        self.form = Form(SPECS)
        self.mix = QCheckBox()
        self.mix_hint = text_label("hint")
        self.more = QPushButton()
        self.further = Form(FURTHER)
        self.caps, self.bookings = PlatformCaps(), Bookings()
        self.hosts = QListWidget()
        self.hosts_hint = text_label("hint")
        self.go = make_button("play", self.wanted.emit, primary=True)
        self.take = make_button("check", self.enough.emit)
        self.sliders = LimitSliders(self)
        self.work, self.best = Working(upright=True), text_label("hint")
        self.foot = QWidget()
        self._arrange()
        self._connect()
        self.set_running(False)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._headings["products"].setText(self.tr("Products to plan for"))
        self.no_products.setText(self.tr("No product yet. Add one on the page “Products”."))
        self._headings["limits"].setText(self.tr("Limits"))
        self._headings["hosts"].setText(self.tr("Locked and banned hosts"))
        self.mix.setText(self.tr("Keep the mix of levels"))
        self.mix_hint.setText(
            self.tr(
                "C and D: many waists and tails around few heads (1:9:90), as far as roster and budget allow. A and B: most of the money on heads."
            )
        )
        self._name_more()
        for part in (self.caps, self.bookings):
            part.retranslate()
        self.hosts_hint.setText(
            self.tr("Choose hosts in a table and press “Lock” or “Ban” above it. Untick to release them.")
        )
        self.go.setText(self.tr("Recommend"))
        self.take.setText(self.tr("Stop and use this one"))
        self.sliders.retranslate()
        self.products.setAccessibleName(self._headings["products"].text())
        self.hosts.setAccessibleName(self._headings["hosts"].text())

    def show_request(
        self, request: Request, products: Sequence[Product], influencers: Sequence[Influencer]
    ) -> None:
        """Show the stored limits."""
        self.form.set_values(
            {
                "budget": plain(request.budget) if request.budget else "",
                "max_share": shares(request.max_share),
            }
        )
        names = {host.id: host.name for host in influencers}
        self.further.set_values(_texts(request.limits))
        self.sliders.follow()
        self.caps.show_shares(request.limits.platform_shares)
        self.bookings.show_booked(request.limits, influencers)
        if request.limits != NO_LIMITS:
            self.more.setChecked(True)
        self.mix.blockSignals(True)
        self.mix.setChecked(not request.free_mix)
        self.mix.blockSignals(False)
        chosen = set(request.products) or {p.id for p in products}
        self.products.setVisible(bool(products))
        self.no_products.setVisible(not products)
        self._fill(self.products, [(p.name, p.id, p.id in chosen) for p in products], MOST_PRODUCTS)
        marked = [(self.tr("Locked: {0}"), request.locks), (self.tr("Banned: {0}"), request.bans)]
        rows = [
            (text.format(names[h]), h, True) for text, hosts in marked for h in sorted(hosts) if h in names
        ]
        self._fill(self.hosts, rows, MOST_HOSTS)
        for widget in (self._headings["hosts"], self.hosts):
            widget.setVisible(bool(rows))

    def request(self, stored: Request, complain: bool = False) -> Request | None:
        """The limits as they stand, or None when a field is wrong (told beside it when ``complain``)."""
        products = self._ticked(self.products)
        everything = len(products) == self.products.count()
        free = {str(self.hosts.item(i).data(HOST)) for i in range(self.hosts.count())} - {
            str(h) for h in self._ticked(self.hosts)
        }
        limits = self._limits(stored.limits, complain)
        try:
            typed = Request.parse(**self.form.values())
        except InvalidRecord as error:
            if complain:
                self.form.set_problems(problems.by_field(error.problems))
                self.form.focus_first_problem()
            return None
        if limits is None:
            return None
        self.form.clear_problems()
        return replace(
            typed,
            products=() if everything else tuple(int(str(p)) for p in products) or (-1,),
            free_mix=not self.mix.isChecked(),
            locks=stored.locks - free,
            bans=stored.bans - free,
            seed=stored.seed,
            limits=limits,
        )

    def _limits(self, stored: Limits, complain: bool) -> Limits | None:
        """The further limits as they stand."""
        values, wrong = parse(LIMIT_RULES, self.further.values())
        caps = self.caps.shares()
        if not wrong and caps is not None:
            self.further.clear_problems()
            deals = {"booked": self.bookings.booked(), "booked_on": self.bookings.booked_on(stored)}
            lists = {"platform_shares": caps, **deals}
            return replace(stored, **values | lists | {"days": values["days"] or NO_LIMITS.days})
        if complain:
            self.more.setChecked(True)
            self.further.set_problems(problems.by_field(wrong))
            self.further.focus_first_problem()
        return None

    def _name_more(self) -> None:
        self.more.setText(self.tr("Fewer limits") if self.more.isChecked() else self.tr("More limits"))
        self.more.setIcon(theme.icon("up" if self.more.isChecked() else "down"))

    def set_running(self, running: bool) -> None:
        """While a plan is made there is a bar and a stop button; the focus waits here, else a divider would get it."""
        if running and self.go.hasFocus():
            self.setFocus()
        self.go.setEnabled(not running)
        if not running and self.hasFocus():
            self.go.setFocus()
        self.work.set_running(running)
        self.show_best("")

    def is_running(self) -> bool:
        """Whether a plan is shown to be on its way."""
        return not self.go.isEnabled()

    def show_best(self, text: str) -> None:
        """The best plan so far, which may be taken; empty: there is none yet."""
        self.best.setText(text)
        for widget in (self.best, self.take):
            widget.setVisible(bool(text))

    def _arrange(self) -> None:
        self.sliders.add(self.form, REQUEST_RULES, "budget", BUDGETS)
        self.sliders.add(self.form, REQUEST_RULES, "max_share", SHARES)
        self.sliders.add(self.further, LIMIT_RULES, "loss_odds", ODDS)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSIDE, Space.APART, Space.INSIDE, Space.APART)
        column.setSpacing(Space.NEAR)
        column.addWidget(self._headings["products"])
        column.addWidget(self.products)
        column.addWidget(self.no_products)
        limits, mixed = QHBoxLayout(), QHBoxLayout()
        limits.addWidget(self._headings["limits"], 1)
        limits.addWidget(why("matrix#limits"))
        mixed.addWidget(self.mix, 1)
        mixed.addWidget(why("ideas#one-nine-ninety"))
        column.addLayout(limits)
        column.addWidget(self.form)
        column.addLayout(mixed)
        for widget in (
            self.mix_hint,
            self.more,
            self.further,
            self.caps,
            self.bookings,
            self._headings["hosts"],
            self.hosts,
            self.hosts_hint,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, Space.NEAR, 0, 0)
        for part in (self.work, self.best, self.take, self.go):
            foot.addWidget(part)
        for view in (self.products, self.hosts):
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.work.stopped.connect(self.stopped)
        self.more.setCheckable(True)
        self.more.setProperty("flat", True)
        for part in (self.further, self.caps, self.bookings):
            part.setVisible(False)
            self.more.toggled.connect(part.setVisible)
        for lists in (self.caps, self.bookings):
            lists.changed.connect(self.changed)
        self.more.toggled.connect(lambda _on: self._name_more())
        self.further.left.connect(partial(self._leave, self.further, LIMIT_RULES))
        self.products.itemChanged.connect(lambda _item: self.changed.emit())
        self.hosts.itemChanged.connect(lambda _item: self.changed.emit())
        self.mix.toggled.connect(lambda _on: self.changed.emit())
        self.form.left.connect(partial(self._leave, self.form, REQUEST_RULES))
        budget = self.form.editor("budget")
        if isinstance(budget, QLineEdit):
            budget.returnPressed.connect(self.wanted)

    def _leave(self, form: Form, rules: Mapping[str, Rule], name: str) -> None:
        problem = field_problem(rules, name, form.values()[name])
        form.set_problem(name, problems.teller(problem))
        if problem is None:
            self.changed.emit()

    def _fill(self, view: QListWidget, rows: Sequence[tuple[str, object, bool]], most: int) -> None:
        """Show the rows, in a list as high as they need, and scrolled above ``most``."""
        view.blockSignals(True)
        view.clear()
        for text, key, ticked in rows:
            item = QListWidgetItem(text, view)
            item.setToolTip(tip(text))
            item.setData(HOST, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        view.blockSignals(False)
        view.setFixedHeight(view.sizeHintForRow(0) * min(max(view.count(), 1), most) + FRAME)

    def _ticked(self, view: QListWidget) -> list[object]:
        items = [view.item(i) for i in range(view.count())]
        return [item.data(HOST) for item in items if item.checkState() is Qt.CheckState.Checked]


def _texts(limits: Limits) -> dict[str, str]:
    """The further limits as they are typed; what is no limit is empty."""
    return {
        "loss_odds": shares(limits.loss_odds),
        "most_loss": plain(limits.most_loss),
        "order_share": shares(limits.order_share),
        "agency_share": shares(limits.agency_share),
        "orders_per_day": plain(limits.orders_per_day),
        "days": "" if limits.orders_per_day is None and limits.days == NO_LIMITS.days else plain(limits.days),
        "cash": plain(limits.cash),
        "own_hours": plain(limits.own_hours),
    }
