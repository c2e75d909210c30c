"""The import itself, without a window: files looked at and read one after the other in workers, then taken as one step."""

import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from gui.dialogs import tasks
from gui.dialogs.entries import Entry, Plan
from gui.dialogs.problemlist import lines_of
from gui.jobs import Job
from gui.session import Session
from model.errors import Problem, UserError
from model.intake.files.source import Source

__all__ = ["Importer"]

log = logging.getLogger(__name__)


class Importer(QObject):
    """Keeps the list of files; every change of it is told. Nothing here stops for one bad file."""

    changed = Signal()
    progressed = Signal(str, str, float)
    """The file being read, the step, and its share."""
    finished = Signal()
    """Every file that was to be read is read."""
    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.entries: dict[str, Entry] = {}
        self.taken: tuple[str, ...] = ()
        self._paths: list[Source] = []
        self._looking: list[str] = []
        self._reading: list[str] = []
        self._now = ""
        self._asked = 0
        self._stepped = False
        session.undo_changed.connect(self._on_step)
        self._finder, self._looker, self._planner, self._reader = (Job(self) for _ in range(4))
        self._finder.done.connect(self._found)
        self._finder.failed.connect(self.refused)
        self._looker.done.connect(self._looked)
        self._looker.failed.connect(partial(self._failed, self._look_next))
        self._planner.done.connect(self._planned)
        self._reader.done.connect(self._read)
        self._reader.failed.connect(partial(self._failed, self._read_next))
        self._reader.progressed.connect(lambda code, share: self.progressed.emit(self._now, code, share))

    # ── the list ──

    def add(self, paths: Iterable[Source]) -> None:
        """Look at these files, and at the tables in these folders."""
        self._paths += paths
        if not self._finder.is_running():
            self._find_next()

    def remove(self, keys: Iterable[str]) -> None:
        """Forget files."""
        for key in keys:
            self.entries.pop(key, None)
        self._looking = [key for key in self._looking if key in self.entries]
        self.changed.emit()

    def again(self, key: str) -> None:
        """Look at a file anew: it was mended, or could not be read."""
        self._put(replace(self.entries[key], state="waiting", plans=(), outcome=None, refusal=()))
        self._looking.append(key)
        self._look_next()

    def count(self, *states: str) -> int:
        """How many files are in one of these states."""
        return sum(entry.state in states for entry in self.entries.values())

    def is_busy(self) -> bool:
        """Whether something is being looked at or read."""
        working = any(job.is_running() for job in (self._finder, self._looker, self._reader))
        return working or bool(self._paths or self._looking or self._asked)

    def is_reading(self) -> bool:
        """Whether files are being read to be taken."""
        return self._asked > 0

    # ── what a sheet is ──

    def plan(self, key: str, place: int, kind: str, layout: str) -> None:
        """Take a sheet as something else; its columns are found anew."""
        plan = self.entries[key].plans[place]
        if not kind:
            self._replan(key, place, replace(plan, kind="", layout="", by_hand=True))
        else:
            self._planner.run(tasks.planned_for, key, place, plan, kind, layout)

    def map_field(self, key: str, place: int, field: str, heading: str) -> None:
        """Say which column is a field; it is remembered for files with this header."""
        plan = self.entries[key].plans[place]
        self._replan(key, place, replace(plan, mapping={**plan.mapping, field: heading}, by_hand=True))

    def order_dates(self, key: str, place: int, order: str) -> None:
        """Say in which order the parts of a date stand."""
        self._replan(key, place, replace(self.entries[key].plans[place], date_order=order))

    # ── the work ──

    def start(self) -> None:
        """Read every file that is ready, and take them all when nothing had to be set aside."""
        self._reading = [key for key, entry in self.entries.items() if entry.state == "ready"]
        self._asked = len(self._reading)
        self._read_next()

    def cancel(self) -> None:
        """Stop at once; what is read already stays, and nothing is taken."""
        self._reader.cancel()
        waiting, self._reading, self._asked = [self._now, *self._reading], [], 0
        for key in waiting:
            if key in self.entries and self.entries[key].state == "reading":
                self._put(self.entries[key].settled())
        self._now = ""
        self.changed.emit()

    def close(self) -> None:
        """Nobody is interested any more."""
        for job in (self._finder, self._looker, self._planner, self._reader):
            job.cancel()
        self._looking, self._reading, self._asked = [], [], 0

    def place(self) -> tuple[int, int]:
        """Which file of how many is being read."""
        return self._asked - len(self._reading), self._asked

    def take(self) -> bool:
        """Put what was read into the project as one step that can be undone."""
        ready = self._waits()
        self._stepped = False
        try:
            tasks.take(self.session, ready)
        except UserError as error:
            self.refused.emit(error)
            return False
        live = {head.id for head in self.session.batches()}
        states = {entry.key: self._state_after(entry, live) for entry in ready}
        self.entries |= {entry.key: replace(entry, state=states[entry.key]) for entry in ready}
        self.taken = tuple(key for key, state in states.items() if state == "taken")
        self.changed.emit()
        return True

    def leads_to(self) -> str:
        """The page that comes next once files are taken; empty where none does, or more files are wanted."""
        if not self.taken:
            return ""
        if not self.session.products():
            return "products"
        return "matrix" if self.session.snapshot().influencers else ""

    def undo(self) -> None:
        """Take the whole import back."""
        taken, self.taken = self.taken, ()
        try:
            self.session.undo()
        except UserError as error:
            self.taken = taken
            self.refused.emit(error)
            return
        for key in taken:
            if key in self.entries:
                self.entries[key] = self.entries[key].settled()
        self.changed.emit()

    def _state_after(self, entry: Entry, live: Collection[int]) -> str:
        """Whether a file brought anything: what lay in the project already is not taken again."""
        outcome = entry.outcome
        lists = outcome is not None and bool(outcome.lists)
        fresh = outcome is not None and any(id_ in live for id_ in outcome.ids)
        return "taken" if self._stepped and (fresh or lists) else "known"

    def _on_step(self) -> None:
        """Something was done, undone or done again: what can be undone now may be something else."""
        self._stepped, self.taken = True, ()

    # ── one file after the other ──

    def _find_next(self) -> None:
        paths, self._paths = self._paths, []
        if paths:
            self._finder.run(tasks.tables_among, paths, steerable=True)

    def _found(self, paths: Sequence[Source]) -> None:
        for path in paths:
            entry = Entry(path)
            if entry.key not in self.entries:
                self.entries[entry.key] = entry
                self._looking.append(entry.key)
        self.changed.emit()
        self._look_next()
        QTimer.singleShot(0, self, self._find_next)

    def _look_next(self) -> None:
        if self._looker.is_running() or not self._looking:
            return
        key = self._looking.pop(0)
        try:
            known = tasks.memory(self.session)
        except UserError as error:
            self._put(replace(self.entries[key], state="refused", refusal=lines_of(key, error.problems)))
            self.refused.emit(error)
            QTimer.singleShot(0, self, self._look_next)
            return
        self._put(replace(self.entries[key], state="looking"))
        self._looker.run(tasks.look, self.entries[key], known, steerable=True)

    def _looked(self, entry: Entry) -> None:
        if entry.key in self.entries:
            self._put(entry)
        QTimer.singleShot(0, self, self._look_next)

    def _planned(self, answer: tuple[str, int, Plan]) -> None:
        self._replan(*answer)

    def _replan(self, key: str, place: int, plan: Plan) -> None:
        entry = self.entries.get(key)
        if entry is not None and place < len(entry.plans):
            plans = (*entry.plans[:place], plan, *entry.plans[place + 1 :])
            self._put(replace(entry, plans=plans).settled())

    def _read_next(self) -> None:
        if self._reader.is_running() or not self._asked:
            return
        if not self._reading:
            self._now = ""
            self._finish()
            return
        self._now = self._reading.pop(0)
        entry = self.entries[self._now]
        self._put(replace(entry, state="reading"))
        try:
            desk = tasks.desk(self.session, self._waits())
        except UserError as error:
            self.cancel()
            self.refused.emit(error)
            return
        self._reader.run(tasks.read, entry, desk, steerable=True)

    def _read(self, entry: Entry) -> None:
        self._put(entry)
        self._now = ""
        QTimer.singleShot(0, self, self._read_next)

    def _waits(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries.values() if entry.state == "read")

    def _finish(self) -> None:
        """Take everything where nothing was set aside; else the merchant decides."""
        read = self._waits()
        if read and not any(entry.outcome and entry.outcome.set_aside for entry in read):
            self.take()
        self._asked = 0  # not before: while it is being taken there is nothing to ask for
        self.finished.emit()
        self.changed.emit()

    def _failed(self, go_on: Callable[[], None], error: Exception) -> None:
        """A fault of ours in one file: the job has logged it, the file is refused, and the others go on."""
        for key, entry in self.entries.items():
            if entry.state in ("looking", "reading"):
                fault = Problem("own_fault", entry.path.name, values={"detail": type(error).__name__})
                self._put(replace(entry, state="refused", refusal=lines_of(key, [fault])))
                break
        QTimer.singleShot(0, self, go_on)

    def _put(self, entry: Entry) -> None:
        self.entries[entry.key] = entry
        self.changed.emit()
