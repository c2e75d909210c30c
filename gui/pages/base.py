"""What every page has: a title with buttons, a notice for what went wrong, and its words in the language of the moment."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Self, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import language, words
from gui.buttons import make_button
from gui.numbers import PLAIN_TEXT
from gui.scale import Space
from gui.session import Session
from gui.systemopen import open_in_system
from gui.way import give_way
from gui.words import QT_TRANSLATE_NOOP
from model.errors import UserError

if TYPE_CHECKING:
    from gui.commands import Command
    from gui.notice import Notice
    from gui.paper import Paper
    from gui.things import Thing
    from gui.workstrip import WorkStrip

__all__ = ["Page"]

R = TypeVar("R")
CHANGED: Final = QT_TRANSLATE_NOOP("Words", "%n row(s) changed; “Undo” takes it back.", "", 1)


class Page(QFrame):
    """One page of the window. Subclasses fill ``self.body``; those that read files or choose looks say so below.

    A frame, as frames draw the ground that the style sheet gives them.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    go = Signal(str)
    """Leads on to the page of this name; pages do not know each other."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_way()  # each of the hundreds of parts would else wait for a worker to let go of the interpreter
        self.setProperty("page", True)
        self.session = session
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setProperty("textFormat", PLAIN_TEXT)
        self.about = QLabel()
        self.about.setProperty("role", "muted")
        self.about.setProperty("textFormat", PLAIN_TEXT)
        self.about.setWordWrap(True)
        self.head = QHBoxLayout()
        self.head.setSpacing(Space.NEAR)
        self.head.addWidget(self.heading)
        self.head.addSpacing(Space.NEAR)
        self.head.addWidget(self.about, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.PAGE, Space.INSIDE, Space.PAGE, Space.INSIDE)
        self.body.setSpacing(Space.APART)
        self.body.addLayout(self.head)
        self._buttons: list[tuple[QPushButton, Callable[[], str]]] = []
        language.follow(self.retranslate)

    @cached_property
    def notice(self) -> "Notice":
        """Where the page says what went wrong or well, under its title."""
        from gui.notice import Notice

        made = Notice()
        self.body.insertWidget(1, made)
        return made

    @cached_property
    def writing(self) -> "WorkStrip":
        """Where the page writes files in a worker, under its title."""
        from gui.workstrip import WorkStrip

        made = WorkStrip()
        self.body.insertWidget(1, made)
        made.done.connect(self.say_saved)
        made.failed.connect(self.refuse)
        made.stopped.connect(self.say_stopped)
        return made

    def say_stopped(self) -> None:
        """Say that a file is not there because it was not waited for."""
        self.notice.say(lambda: self.tr("Stopped: the file was not written."), "warn")

    def say_saved(self, path: Path) -> None:
        """Say that a file was written; a button opens it."""
        self.notice.say(
            lambda: self.tr("Saved: {0}").format(str(path)),
            "good",
            (lambda: self.tr("Open the file"), lambda: self._open_file(path)),
        )

    def _open_file(self, path: Path) -> None:
        """Open a file in the system's program for it; say so when there is none, or the file is gone."""
        if not open_in_system(path):
            self.notice.say(
                lambda: self.tr("It could not be opened from here. Look for it in the folder: {0}").format(
                    str(path)
                ),
                "warn",
            )

    def hush(self) -> None:
        """Say no longer what was said."""
        if "notice" in vars(self):
            self.notice.hide()

    @classmethod
    def in_parts(cls, session: Session) -> Iterator[Self | None]:
        """Makes a part of the page at each step, where it is large; the last gives the page itself."""
        yield cls(session)

    def pieces(self) -> tuple[Callable[[], object], ...]:
        """What of the page may come when it has been seen: work for a turn each, in this order."""
        return ()

    def looked_at(self) -> None:
        """The page has come to the front (only the overview makes use of it: elsewhere much may have changed)."""

    def title(self) -> str:
        """What the page is called, in the language of the moment."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """What the page is for, in half a sentence."""
        return ""

    def show_choices(self, language: str, look: str) -> None:
        """Which language and look are chosen (only the settings page shows them)."""

    def show_thing(self, thing: "Thing") -> None:
        """Show what was looked for by name; called on pages that have such things (see ``gui.palette``)."""

    def printable(self) -> "Callable[[], Paper] | None":
        """Makes what is printed from this page, in a worker; None where there is nothing to print yet."""
        from gui.pages.printable import plan_paper

        return plan_paper(self.session)

    def print_out(self) -> None:
        """Show what would be printed, to be sent to a printer."""
        from gui.dialogs.printing import open_preview

        make = self.printable()
        if make is None:
            self.notice.say(
                self.tr("There is nothing to print yet: make a plan on the host matrix page first."), "warn"
            )
        else:
            self.hush()
            open_preview(self, make)

    def save_report(self) -> None:
        """Write the page as a PDF (only the matrix page has one)."""

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.heading.setText(self.title())
        self.about.setText(self.subtitle())
        for button, name in self._buttons:
            button.setText(name())

    def add_button(
        self, name: Callable[[], str], icon: str, action: Callable[[], None], primary: bool = False
    ) -> QPushButton:
        """A button in the title row."""
        button = make_button(icon, action, primary)
        self.head.addWidget(button)
        self._buttons.append((button, name))
        return button

    def commands(self) -> "tuple[Command, ...]":
        """What the page's buttons do, for the command palette; what cannot be done now is left out."""
        from gui.commands import Command, plain

        return tuple(
            Command(str(place), plain(name()), button.click)
            for place, (button, name) in enumerate(self._buttons)
            if button.isEnabled() and not button.isHidden()
        )

    def try_to(self, action: Callable[[], object]) -> bool:
        """Do something that may be refused; a refusal is shown as a notice."""
        try:
            action()
        except UserError as error:
            self.refuse(error)
            return False
        return True

    def keep_right(
        self,
        known: R,
        texts: tuple[Mapping[str, str], Mapping[str, str]],
        wrong: Collection[str],
        parse: Callable[..., R],
        keep: Callable[[R], object],
    ) -> bool:
        """Save what is right in a form although other fields are wrong: these stay marked, and the answer is False.

        ``texts`` are those of the record ``known`` and those that are typed.
        """
        stored, typed = texts
        record = parse(**{name: stored[name] if name in wrong else text for name, text in typed.items()})
        if record != known:
            self.try_to(lambda: keep(record))
        return False

    def tell_changed(self, rows: int, refused: str) -> None:
        """So many rows of a table were changed at once; what was refused, in sentences, comes before that."""
        if refused:
            self.notice.say(refused, "warn")
        elif rows:
            self.notice.say(lambda: words.say(CHANGED, n=rows), "good")
        else:
            self.notice.hide()

    def refuse(self, error: Exception) -> None:
        """Show what was refused and why; anything but a user's error is a fault of ours and goes to the crash hook."""
        if not isinstance(error, UserError):
            raise error
        from gui.words import problems

        self.notice.say(lambda: problems.error(error))

    def bring_in(self) -> None:
        """Open the import wizard."""
        from gui.dialogs.importing import open_wizard

        self.try_to(lambda: open_wizard(self, self.session))

    def save_template(
        self, kind: Literal["products", "roster", "results"], title: str, suggestion: str
    ) -> None:
        """Ask for a file and write the template of a kind (see ``model.intake.out.templates``) into it."""
        from model.intake.out.templates import write_template

        path = self.ask_save(title, suggestion)
        if path is not None and self.try_to(lambda: write_template(kind, path, words.language())):
            self.notice.say(lambda: self.tr("Template saved: {0}").format(str(path)), "good")

    def ask_save(self, title: str, suggestion: str) -> Path | None:
        """A file to write, or None."""
        from gui.saving import ask_save

        return ask_save(self, title, suggestion)
