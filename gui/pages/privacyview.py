"""What is stored and what never is, and two things that are forgotten for good: a host, or all orders."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from gui import words
from gui.helpkey import help_on
from gui.keeper import Keeper
from gui.parts import card, make_button, scrolled, text_label
from gui.scale import Space
from gui.session import Changed, Session, Traces
from gui.why import why
from gui.words import QT_TRANSLATE_NOOP

__all__ = ["PrivacyView"]

PARTS = (
    ("hosts", QT_TRANSLATE_NOOP("Words", "%n host(s) with all that is known of them", "", 1)),
    ("offers", QT_TRANSLATE_NOOP("Words", "%n offer(s)", "", 1)),
    ("results", QT_TRANSLATE_NOOP("Words", "%n result(s) of campaigns", "", 1)),
    ("figures", QT_TRANSLATE_NOOP("Words", "%n line(s) on posts, sessions and what was claimed", "", 1)),
    ("notes", QT_TRANSLATE_NOOP("Words", "%n place(s) in marks, kept plans and the launch", "", 1)),
)
"""What goes of a host, by the counts of Traces."""
NAMING = QT_TRANSLATE_NOOP("Words", "the name on %n imported line(s); sums stay", "", 1)
LINES = QT_TRANSLATE_NOOP("Words", "%n line(s) of orders, refunds, settlements and sessions", "", 1)
FILES = QT_TRANSLATE_NOOP("Words", "%n imported sheet(s)", "", 1)
BUYERS = QT_TRANSLATE_NOOP(
    "Words", "the numbers standing for %n buyer(s), and the key they were made with", "", 1
)


class PrivacyView(QWidget):
    """Says plainly what is kept; asks back with counts before anything goes."""

    told = Signal(str, str)

    def __init__(self, session: Session, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.keeper = session, keeper
        self.titles = [text_label("section", wrap=False) for _ in range(3)]
        self.kept, self.never, self.where = text_label(), text_label(), text_label("muted")
        self.host_hint, self.orders_hint = text_label("muted"), text_label("muted")
        self.host = QLineEdit()
        self.forget_host = make_button("delete", self._ask_host)
        self.forget_orders = make_button("delete", self._ask_orders)
        self.backups = QCheckBox()
        self.backups.setChecked(True)
        self.backups_hint = text_label("hint")
        self._asked: str | None = None
        self._completer = QCompleter(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.host.setCompleter(self._completer)
        self._arrange()
        self.host.textChanged.connect(self._allow)
        self.host.returnPressed.connect(self._ask_host)
        keeper.told.connect(self._confirm)
        keeper.running.connect(self._allow)
        session.changed.connect(self._reload)
        self.retranslate()
        self._reload(Changed.INFLUENCERS, None)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        titles = (self.tr("What is stored"), self.tr("Forget a host"), self.tr("Forget all orders"))
        for label, text in zip(self.titles, titles, strict=True):
            label.setText(text)
        self.kept.setText(
            self.tr(
                "Stored in the project file on this computer: your products and hosts, what you typed, results, and of imported orders the goods, money, times and hosts. Buyers and addresses are only kept as numbers made with a secret key of this project, to see who comes back."
            )
        )
        self.never.setText(
            self.tr(
                "Never stored or shown: names, phone numbers, addresses and account names of buyers. Nothing is ever sent anywhere: the program works without a network."
            )
        )
        self.host_hint.setText(
            self.tr(
                "Takes out everything that names the host: record and offers, results, figures of posts and sessions, marks, kept plans, and the name on imported lines. The money on those lines stays."
            )
        )
        self.orders_hint.setText(
            self.tr(
                "Takes out all imported orders, refunds, settlements and sessions, the numbers of the buyers and the key they were made with. Hosts, products and results you typed stay."
            )
        )
        self.host.setPlaceholderText(self.tr("Id or name of the host"))
        self.host.setAccessibleName(self.tr("Id or name of the host"))
        self.forget_host.setText(self.tr("Forget this host…"))
        self.forget_orders.setText(self.tr("Forget all orders…"))
        self.backups.setText(self.tr("Take it out of the backups too"))
        self.backups_hint.setText(
            self.tr(
                "Otherwise it comes back when you restore one. A backup that cannot be cleaned is deleted. Copies you saved elsewhere are yours to delete."
            )
        )

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.NEAR, 0)
        column.setSpacing(Space.APART)
        frame, said = card()
        top = QHBoxLayout()
        top.addWidget(self.titles[0])
        top.addWidget(why("privacy"))
        top.addStretch(1)
        said.addLayout(top)
        for part in (self.kept, self.never):
            said.addWidget(part)
        column.addWidget(frame)
        frame, about = card()
        row = QHBoxLayout()
        self.host.setMaximumWidth(320)
        row.addWidget(self.host, 1)
        row.addWidget(self.forget_host)
        row.addStretch(1)
        about.addWidget(self.titles[1])
        about.addWidget(self.host_hint)
        about.addLayout(row)
        column.addWidget(frame)
        frame, orders = card()
        foot = QHBoxLayout()
        foot.addWidget(self.forget_orders)
        foot.addStretch(1)
        orders.addWidget(self.titles[2])
        orders.addWidget(self.orders_hint)
        orders.addLayout(foot)
        column.addWidget(frame)
        column.addWidget(self.backups)
        column.addWidget(self.backups_hint)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))

    def _reload(self, what: Changed, by: object) -> None:
        if what & Changed.PROJECT:
            self.host.clear()
        if what & (Changed.INFLUENCERS | Changed.PROJECT):
            from PySide6.QtCore import QStringListModel

            hosts = self.session.snapshot().influencers
            self._completer.setModel(
                QStringListModel([*{host.name for host in hosts}, *(host.id for host in hosts)])
            )
        self._allow()

    def _allow(self) -> None:
        free = self.session.path is not None and not self.keeper.is_running()
        self.forget_host.setEnabled(free and bool(self.host.text().strip()))
        self.forget_orders.setEnabled(free)

    def _ask_host(self) -> None:
        if self.forget_host.isEnabled():
            self._look(self.host.text().strip())

    def _ask_orders(self) -> None:
        self._look(None)

    def _look(self, host: str | None) -> None:
        self._asked = host
        self.keeper.look(host)

    def _confirm(self, found: Traces) -> None:
        """Say exactly what goes, and that it does not come back; only then it is done."""
        host = self._asked
        if not found:
            nothing = (
                self.tr("There are no imported orders in this project.")
                if host is None
                else self.tr("Nothing in this project names “{0}”. Check the id or the name.").format(host)
            )
            self.told.emit(nothing, "warn")
            return
        box = self.question(host, found)
        if box.exec() == QMessageBox.StandardButton.Yes:
            self.keeper.forget(host, self.backups.isChecked())
        box.deleteLater()

    def question(self, host: str | None, found: Traces) -> QMessageBox:
        """The dialog that asks back."""
        title = self.tr("Forget all orders?") if host is None else self.tr("Forget “{0}”?").format(host)
        box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        last = (
            self.tr("It is taken out of all backups too.")
            if self.backups.isChecked()
            else self.tr("Backups made before still hold it.")
        )
        end = self.tr("This cannot be undone, and earlier steps cannot be undone any more either.")
        box.setInformativeText(
            "\n".join(
                [
                    self.tr("This goes for good:"),
                    *(f"· {part}" for part in _parts(host, found)),
                    "",
                    last,
                    end,
                ]
            )
        )
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Yes).setText(self.tr("Forget for good"))
        box.button(QMessageBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        help_on(box, "privacy#forget")
        return box


def _parts(host: str | None, found: Traces) -> list[str]:
    """Everything that goes, counted."""
    if host is None:
        return [
            words.say(FILES, n=found.files),
            words.say(LINES, n=found.lines),
            words.say(BUYERS, n=found.buyers),
        ]
    parts = [words.say(text, n=count) for name, text in PARTS if (count := getattr(found, name))]
    return [*parts, *([words.say(NAMING, n=found.lines)] if found.lines else [])]
