"""Roster: all hosts with level, reach and offers; one host's facts and offers beside them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from gui.clock import today
from gui.forms import Form
from gui.jobs import Job
from gui.orderchecks import order_checks_of
from gui.pages.base import Page
from gui.pages.hostform import SPECS, parsed, texts
from gui.pages.hostgoods import OtherGoods
from gui.pages.offers import OfferTable
from gui.pages.rostertable import columns
from gui.pages.rowedit import edited
from gui.pages.tasks import all_facts, check_hosts, missing, negotiate
from gui.pages.untoldline import UntoldLine
from gui.pages.waterview import WaterView
from gui.parts import Elided, card, make_button, scrolled
from gui.scale import Space
from gui.session import Changed, Session
from gui.splitter import Splitter
from gui.tables import Change, RecordTable
from gui.why import why_of_tabs
from gui.words import problems
from gui.workstrip import WorkStrip
from model.batches import BatchKind
from model.errors import InvalidRecord, Problem
from model.records import INFLUENCER_RULES, Influencer, Kind, field_problem

if TYPE_CHECKING:
    from gui.paper import Paper
    from gui.things import Thing
    from model.authenticity.audit import Audit
    from model.estimates import HostFacts
    from model.policy import Policy


OFFERS: Final = 1
"""The tab of offers."""
REST = 150
"""Milliseconds after a change when the hosts are checked: what is shown comes first."""
LONG: Final = 1000
"""Milliseconds after which checking them is worth telling: nobody has asked for it, and all below the strip moves."""


class RosterPage(Page):
    """The roster table with a form and the offers of the chosen host."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._current: Influencer | None = None
        self._audit: Audit | None = None
        self._places: dict[str, int] = {}
        self.table: RecordTable[HostFacts] = RecordTable(
            columns(self._verdict), lambda f: f.influencer.id, self._edit_cell, take=self._edit_many
        )
        self.form = Form(SPECS, columns=2)
        self.offers = OfferTable(self._save_offers, self.notice)
        self.water, self.untold, self.other = WaterView(), UntoldLine(), OtherGoods()
        self.form_title = Elided("section")
        self.save = make_button("check", self._save, primary=True)
        self.delete = make_button("delete", self._delete)
        self.tabs = QTabWidget()
        self.tabs.setUsesScrollButtons(False)  # three names fit; the arrows would be in English
        self._facts, self._checks = Job(self), WorkStrip(soon=LONG)
        self._rested = QTimer(self, singleShot=True, interval=REST)
        self.orders = order_checks_of(session)
        self._arrange()
        self._connect()
        self.retranslate()
        self.start_new()
        self._reload(Changed.INFLUENCERS, None)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Hosts")

    def subtitle(self) -> str:
        """What it is for."""
        return self.tr("Whom could you hire, and what do they charge?")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.save.setText(self.tr("Check and save"))
        self.delete.setText(self.tr("Delete"))
        self.tabs.setTabText(0, self.tr("About the host"))
        self.tabs.setTabText(1, self.tr("Offers"))
        self.tabs.setTabText(2, self.tr("Inflated figures"))
        self.water.retranslate()
        self.untold.retranslate()
        self.table.set_empty(
            self.tr(
                "No host yet. Press “Import…” and choose your roster (Excel or CSV), or copy its cells and press Ctrl+V here.\nYou can also add a host, your own live room or yourself as founder."
            )
        )
        self.offers.retranslate()
        self._show_title()

    def _arrange(self) -> None:
        self.add_button(lambda: self.tr("Import…"), "import", self.bring_in)
        self.add_button(lambda: self.tr("Template…"), "export", self._template)
        self.add_button(lambda: self.tr("Check a claim…"), "search", self._claim)
        self.add_button(lambda: self.tr("New host"), "add", self.start_new, primary=True)
        sheet, column = card()
        top = QHBoxLayout()
        top.addWidget(self.form_title, 1)
        top.addWidget(self.delete)
        top.addWidget(self.save)
        column.addLayout(top)
        column.addWidget(self.tabs, 1)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, Space.APART, Space.NEAR, 0)
        inner.addWidget(self.form)
        self.form.put_under("category", self.other)
        self.tabs.addTab(scrolled(page), "")
        self.tabs.addTab(scrolled(self.offers), "")
        self.tabs.addTab(scrolled(self.water), "")
        why_of_tabs(self.tabs, ("roster#about", "roster#offers", "roster#check"))
        self.splitter = Splitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(sheet)
        self.splitter.setStretchFactor(0, 7)
        self.splitter.setStretchFactor(1, 4)
        self.splitter.setSizes([730, 420])
        self.body.addWidget(self._checks)
        self.body.addWidget(self.untold)
        self.body.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.table.selected.connect(self._choose)
        self.water.print_wanted.connect(self.print_out)
        self.untold.wanted.connect(self.bring_in)
        self.table.pasted.connect(self.tell_changed)
        self.table.takes_sheets = True
        self.form.left.connect(self._leave)
        self._facts.done.connect(self._show_facts)
        self._checks.done.connect(self._show_checks)
        self._checks.failed.connect(self.refuse)
        self._checks.stopped.connect(self._say_unchecked)
        self.orders.changed.connect(self._rested.start)
        self._rested.timeout.connect(self._check)
        self.session.changed.connect(self._reload)

    # ── reading ──

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self.notice.hide()
            self._audit, self._places = None, {}
            self.untold.tell(None)
        if what & (Changed.INFLUENCERS | Changed.POLICY) and self.session.policy is not None:
            hosts = self.session.snapshot().influencers
            self._facts.run(all_facts, hosts, self.session.policy, steerable=True)
        beside = Changed.POLICY | Changed.PRODUCTS | Changed.ORDERS | Changed.RESULTS
        if what & (Changed.INFLUENCERS | beside):
            self._rested.start()  # beside so much numpy the table would be painted in a tenth of a second
            self._show_other()
        if (
            what & Changed.INFLUENCERS
            and by is not self
            and (what & Changed.PROJECT or not self._half_typed())
        ):
            self._follow()

    def _half_typed(self) -> bool:
        """Whether a new host is being typed: nothing but another project takes him away."""
        typed = {name for name, text in self.form.values().items() if text}
        return self._current is None and bool(typed - {"platform", "kind"})

    def _follow(self) -> None:
        """After undo, import or a new project: keep the host shown if he is still there."""
        wanted = self._current.id if self._current else ""
        found = next((h for h in self.session.snapshot().influencers if h.id == wanted), None)
        if found is not None:
            self._show(found)
        else:
            self.start_new()

    def _show_facts(self, facts: "Sequence[HostFacts]") -> None:
        self.table.set_rows(facts)
        if self._current is None and facts and not self._half_typed():
            self._show(facts[0].influencer)
        elif self._current is not None:
            self.table.choose(self._current.id)

    # ── water ──

    def _check(self) -> None:
        """The roster as it is now, beside itself and by its orders; what was found before is shown until then."""
        snapshot, policy = self.session.snapshot(), self.session.policy
        if policy is not None and not self.orders.is_running():
            beside = self.session.loader({BatchKind.FIGURES})
            own = self.session.results()
            self._checks.run(check_hosts, snapshot, policy, beside, self.orders.audit, own)

    def _say_unchecked(self) -> None:
        self.notice.say(
            lambda: self.tr(
                "Stopped: the hosts were not checked for inflated figures and fair fees. They are checked again after the next change."
            ),
            "warn",
        )

    def _show_checks(self, found: "Audit") -> None:
        self._audit = found
        self._places = {host.id: place for place, host in enumerate(found.check.hosts)}
        self.table.set_rows(self.table.model.rows)
        self.untold.tell(missing(found, policy) if (policy := self.session.policy) else None)
        self._show_water()

    def _verdict(self, host: str) -> str:
        place = self._places.get(host)
        return "" if self._audit is None or place is None else self._audit.check.verdict(place).value

    def _show_water(self) -> None:
        audit, policy = self._audit, self.session.policy
        place = self._places.get(self._current.id) if self._current else None
        if audit is None or policy is None or place is None or audit.check.hosts[place].kind is not Kind.HOST:
            self.water.show_check(None)
        else:
            self.water.show_check(audit.check.host(place), negotiate(audit, place, policy))

    def printable(self) -> "Callable[[], Paper] | None":
        """With a checked host on the tab of the check the sheet to negotiate with him, else the report."""
        place = self._places.get(self._current.id) if self._current else None
        audit, policy = self._audit, self.session.policy
        on_check = self.tabs.currentIndex() == self.tabs.count() - 1
        if audit is None or policy is None or place is None or not on_check:
            return super().printable()
        return partial(_paper, audit, place, policy)

    def choose(self, host: str) -> None:
        """Show a host by id, in the table, too, as soon as his line is there."""
        if not self.table.reveal(host):
            for found in (one for one in self.session.snapshot().influencers if one.id == host):
                self._show(found)

    def show_thing(self, thing: "Thing") -> None:
        """Show a host, or one of his offers."""
        self.choose(thing.key)
        if thing.offer:
            self.tabs.setCurrentIndex(OFFERS)
            self.offers.choose(thing.offer)

    def _choose(self, facts: Any) -> None:
        if facts is not None and (self._current is None or facts.influencer.id != self._current.id):
            self._show(facts.influencer)

    def _show(self, host: Influencer) -> None:
        self._current = host
        self.form.set_values(texts(host))
        self.form.clear_problems()
        self.offers.show_offers(host.offers)
        self.table.choose(host.id)
        self._show_title()
        self._show_water()

    def _show_title(self) -> None:
        self.form_title.tell(self._current.name if self._current else self.tr("New host"))
        self.delete.setEnabled(self._current is not None)
        self.offers.setEnabled(self._current is not None)
        self._show_other()

    def _show_other(self) -> None:
        host = self._current
        category = host.category if host is not None and host.kind is Kind.HOST else ""
        self.other.tell(category, self.session.snapshot().products, self.session.policy)

    # ── editing ──

    def start_new(self) -> None:
        """An empty form for a new host."""
        self._current = None
        self.form.set_values({**dict.fromkeys(INFLUENCER_RULES, ""), "platform": "douyin", "kind": "host"})
        self.form.clear_problems()
        self.offers.show_offers(())
        self.table.view.clearSelection()
        self._show_title()
        self._show_water()
        if self.isVisible():
            self.tabs.setCurrentIndex(0)
            self.form.editor("name").setFocus()

    def _leave(self, name: str) -> None:
        self.notice.settle()
        problem = field_problem(INFLUENCER_RULES, name, self.form.values()[name])
        self.form.set_problem(name, problems.teller(problem))
        if self._current is not None and problem is None:
            self._commit(quiet=True)

    def _save(self) -> None:
        if self._commit(quiet=False) and self._current is not None:
            name = self._current.name
            self.notice.say(lambda: self.tr("“{0}” is saved.").format(name), "good")

    def _commit(self, quiet: bool) -> bool:
        offers = self._current.offers if self._current else ()
        try:
            host = Influencer.parse(offers=offers, **self.form.values())
            self._check_id(host)
        except InvalidRecord as error:
            if quiet and (known := self._current):
                wrong = {"id", *(p.column for p in error.problems)}  # another id is kept when all is right
                parse = partial(Influencer.parse, offers=offers)
                return self.keep_right(known, (texts(known), self.form.values()), wrong, parse, self._keep)
            self.form.set_problems(problems.by_field(error.problems))
            self.form.focus_first_problem()
            return False
        return host == self._current or self.try_to(lambda: self._store(host))

    def _edit_cell(self, facts: "HostFacts", key: str, text: str) -> None:
        """A cell changed in the table: the same rules as in the form; what is wrong is told above the table."""
        try:
            known = self.session.snapshot().influencers  # the table may lag behind
            before = next((host for host in known if host.id == facts.influencer.id), facts.influencer)
            host = parsed(before, {key: text})
        except InvalidRecord as error:
            self.refuse(error)
            return
        if self.try_to(lambda: self.session.save_influencer(host, by=None)):
            self.notice.hide()

    def _edit_many(self, changes: "Sequence[Change[HostFacts]]") -> Sequence[str]:
        """Cells of many hosts, as one step; what is wrong stays as it was and is told, host by host."""
        now = {host.id: host for host in self.session.snapshot().influencers}

        def known(facts: "HostFacts") -> Influencer:
            return now.get(facts.influencer.id, facts.influencer)  # the table may lag behind

        found, refused = edited(changes, known, lambda host: host.name, parsed)
        if found:
            hosts = [host for _, host in found]
            self.try_to(lambda: self.session.save_influencers(hosts, None, "edit_influencers"))
        return refused

    def _check_id(self, host: Influencer) -> None:
        """Another host must not be overwritten by a typed id."""
        own = self._current.id if self._current else ""
        if host.id != own and any(h.id == host.id for h in self.session.snapshot().influencers):
            raise InvalidRecord([Problem("id_taken", column="id", values={"id": host.id})])

    def _keep(self, host: Influencer) -> None:
        self.session.save_influencer(host, by=self)
        self._current = host
        self._show_title()

    def _store(self, host: Influencer) -> None:
        before = self._current
        if before is not None and before.id != host.id:
            self.session.replace_influencer(before.id, host, by=self)
        else:
            self.session.save_influencer(host, by=self)
        self._current = host
        self.form.set_values(texts(host))
        self.form.clear_problems()
        self._show_title()

    def _save_offers(self, offers: tuple[Any, ...]) -> bool:
        if self._current is None:
            return False
        host = replace(self._current, offers=offers)
        return self.try_to(lambda: self._store(host))

    def _delete(self) -> None:
        chosen = {f.influencer.id for f in self.table.chosen()} or (
            {self._current.id} if self._current else set()
        )
        if chosen:
            self.try_to(lambda: self.session.delete_influencers(sorted(chosen), by=None))

    def _claim(self) -> None:
        from gui.dialogs.claim import open_claims
        from model.authenticity.claims import own_figures

        if self.session.policy is not None:
            audit = self.orders.audit
            own = own_figures(self.session.results(), audit.own if audit else None)
            open_claims(self, self.session.policy, own)

    # ── files ──

    def _template(self) -> None:
        self.save_template("roster", self.tr("Save the roster template"), self.tr("roster-template.xlsx"))


def _paper(audit: "Audit", place: int, policy: "Policy") -> "Paper":
    from gui.hostsheet import sheet

    return sheet(audit, [place], policy, today())
