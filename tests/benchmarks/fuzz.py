"""Broken files into every reader: ``python tests/benchmarks/fuzz.py [--what projects] --cases 20000 --seed 1``.

``--what``: ``files`` for the importer, ``projects`` (.rmx), or ``figures`` of the policy that nobody should set.

Each case is read in a child process. Told as findings, with the bytes kept under ``--keep``: an exception that is no
sentence for the user (UserError, Cancelled), a broken promise about what is given back, more than 5 s, a peak
of memory over the bound, a child that dies. ``--replay FILE`` reads one kept file again. Ends with 1 on any finding.
"""

import argparse
import faulthandler
import multiprocessing
import multiprocessing.connection
import os
import re
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

import brokenfigures  # noqa: E402 - the path is made above
import brokenprojects  # noqa: E402
import mutations  # noqa: E402
from mutations import Case, Seed  # noqa: E402

HANG = 5.0
"""Seconds; a child is stopped once it has worked PATIENCE times as long."""
PATIENCE = 4
STUCK = 120.0
"""Seconds without an answer that are too many even for a child that is given nothing to run on."""
MOST_MEMORY = 700
"""MB above what the child held before: small files must not need the gigabyte that a million lines may."""
ADDRESSES = 6 << 30
"""Bytes of addresses a child may ask for: a runaway ends with an exception, not with the machine."""
KEY = b"fuzz"
KEPT_EACH = 3


# ── what is tried, in the child ──


def readers(path: Path, chance: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """Readers by name; ``chance`` settles what a file is wanted as besides its own guess, and who else reads it."""
    from model.intake.files.tables import read_tables
    from model.intake.lists.products import read_products
    from model.intake.lists.rosters import read_roster

    yield "import", lambda: imported(path, chance)
    match chance % 8:
        case 0 | 1 | 2:
            yield "roster", lambda: told_problems(read_roster(path).problems)
        case 3 | 4 | 5:
            yield "products", lambda: told_problems(read_products(path).problems)
        case _:
            yield "tables", lambda: read_tables(path)


@dataclass(frozen=True)
class Trade:
    """What is broken, how, and who reads it."""

    seeds: Callable[[], tuple[Seed, ...]]
    case: Callable[[int, int, tuple[Seed, ...]], Case]
    targets: Callable[[Path, int], Iterator[tuple[str, Callable[[], object]]]]


TRADES = {
    "files": Trade(mutations.seeds, mutations.case, readers),
    "projects": Trade(brokenprojects.seeds, brokenprojects.case, brokenprojects.targets),
    "figures": Trade(brokenfigures.seeds, brokenfigures.case, brokenfigures.targets),
}


def told_look(look: Any) -> None:
    """What a look promises."""
    for sheet in look.sheets:
        assert len(sheet.preview) <= 20
        assert all(0 <= guess.score <= 1 for guess in sheet.guesses)
        assert set(sheet.mapping.values()) <= {*sheet.header, ""}, "a mapping to a heading that is not there"


def told_problems(problems: Any) -> None:
    """Problems can be told: a code, and values that fill a sentence."""
    from gui.words.fileproblems import OF_LINES
    from gui.words.problems import PROBLEMS

    for one in problems:
        assert one.code in PROBLEMS or one.code in OF_LINES, f"no sentence for {one.code}"
        assert all(value is None or isinstance(value, str | int | float) for value in one.values.values())


def imported(path: Path, chance: int) -> None:
    """Take the file as it is guessed, then a sheet of it as something else; join and sum what came out."""
    from model.errors import UserError
    from model.intake.importing import Wanted, import_file, look_at, wanted_of

    look = look_at(path)
    told_look(look)
    batches = given(import_file(path, wanted_of(look), KEY, look=look))
    sheets = [sheet for sheet in look.sheets if sheet.header]
    if sheets:
        sheet = sheets[chance % len(sheets)]
        kind, layout = any_layout(chance // 7)
        chosen = dict(sheet.mapping_of(kind, layout))
        if chance % 3 == 0:
            headings = [heading for heading in sheet.header if heading]
            chosen |= {name: headings[(chance + n) % len(headings)] for n, name in enumerate(fields(kind))}
        wanted = Wanted(sheet.sheet, kind, layout, chosen, ("", "dmy", "mdy")[chance % 3])
        with suppress(UserError):
            batches += given(import_file(path, [wanted], KEY, look=look))
    summed(batches)


def any_layout(chance: int) -> tuple[str, str]:
    """One of the layouts with lines, by chance."""
    from model.batches import BatchKind
    from model.intake.layouts.layouts import every_layout

    known = [(one.kind, one.name) for one in every_layout() if one.kind in frozenset(BatchKind)]
    return known[chance % len(known)]


def fields(kind: str) -> tuple[str, ...]:
    """The fields a merchant may map for a kind of file."""
    from model.intake.layouts.recognising import fields_of

    return fields_of(kind)


def given(taken: Any) -> list[Any]:
    """What an import promises: tables of the fixed shape, facts that fit them, a bounded list of problems."""
    from model.batches import schema

    assert len(taken.problems) <= 1100
    told_problems(taken.problems)
    for batch in taken.batches:
        assert batch.table.schema.equals(schema(batch.kind)), "another schema"
        batch.table.validate(full=True)
        assert batch.table.num_rows <= batch.facts.lines
        assert 0 <= batch.facts.set_aside <= batch.facts.lines
    return list(taken.batches)


def summed(batches: list[Any]) -> None:
    """The sums over what was taken."""
    from model.intake.joined.joining import join
    from model.intake.joined.summary import summary

    if batches:
        summary(join(batches))


def child(talk: Connection, seed: int, folder: str, what: str) -> None:
    """Read cases as they are asked for; say before each reader what is tried, and after it what came of it."""
    bound_addresses()
    trace = trace_of(folder, os.getpid()).open("w")
    os.dup2(trace.fileno(), 2)
    faulthandler.enable(trace, all_threads=False)
    trade = TRADES[what]
    files = trade.seeds()
    while (number := talk.recv()) is not None:
        made = trade.case(seed, number, files) if isinstance(number, int) else replayed(Path(number))
        path = Path(folder) / f"case{os.getpid()}{made.suffix}"
        path.write_bytes(made.data)
        tried(talk, trade, path, number if isinstance(number, int) else chance_of(number))
        talk.send(("done", "", 0.0, 0.0, ""))


def replayed(path: Path) -> Case:
    return Case(path.suffix, path.read_bytes(), path.name)


def chance_of(name: str) -> int:
    """The number of the case a kept file comes from."""
    return int(re.sub(r"\D", "", Path(name).stem.rpartition("_")[2]) or 0)


def tried(talk: Connection, trade: Trade, path: Path, chance: int) -> None:
    for name, read in trade.targets(path, chance):
        talk.send(("start", name, 0.0, 0.0, ""))
        os.ftruncate(2, 0)
        os.lseek(2, 0, os.SEEK_SET)
        faulthandler.dump_traceback_later(HANG, file=sys.stderr)
        held, before = reset_peak(), clocks()
        fault = faulted(read)
        faulthandler.cancel_dump_traceback_later()
        seconds = min(now - then for now, then in zip(clocks(), before, strict=True))
        talk.send(("end", name, seconds, peak() - held, fault))


def clocks() -> tuple[float, float]:
    """Of the wall, which others on the machine slow down, and of the processor, which several threads drive on."""
    return time.perf_counter(), time.process_time()


def trace_of(folder: str, process: int) -> Path:
    """Where a child that hangs or dies says what it was doing."""
    return Path(folder) / f"trace{process}.txt"


def faulted(read: Callable[[], object]) -> str:
    """The exception no reader should raise, with the place in our code; empty when all is well."""
    from model.errors import Cancelled, UserError

    try:
        read()
    except (UserError, Cancelled) as error:
        problems = getattr(error, "problems", ())
        return faulted(lambda: told_problems(problems))
    except BaseException as error:  # noqa: BLE001 - panics of native libraries are no Exceptions
        frames = [one for one in traceback.extract_tb(error.__traceback__) if str(ROOT) in one.filename]
        place = frames[-1] if frames else None
        where = f"{Path(place.filename).name}:{place.lineno}" if place else "?"
        return f"{type(error).__name__} at {where}: {str(error)[:200]}"
    return ""


def bound_addresses() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def reset_peak() -> float:
    """Forget the peak so far (Linux); MB held now."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return status("VmRSS:")


def peak() -> float:
    return status("VmHWM:")


def status(name: str) -> float:
    with suppress(OSError), open("/proc/self/status") as lines:  # noqa: PTH123 - read thousands of times
        for line in lines:
            if line.startswith(name):
                return int(line.split()[1]) / 1024
    return 0.0


# ── who watches, in the parent ──


def worked(process: int) -> float:
    """Seconds of the processor a child has had (Linux; elsewhere those of the wall, as far as one can tell)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except OSError:
        return time.monotonic()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass
class Findings:
    """All that went wrong, by what and where."""

    keep: Path
    counts: Counter[str] = field(default_factory=Counter)
    kept: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    slowest: list[tuple[float, str, str]] = field(default_factory=list)
    highest: float = 0.0

    def note(self, what: str, number: int | str, made: Case) -> None:
        self.counts[what] += 1
        if len(self.kept[what]) < KEPT_EACH:
            self.keep.mkdir(parents=True, exist_ok=True)
            name = "".join(sign if sign.isalnum() else "_" for sign in what)[:60]
            path = self.keep / f"{name}_{number}{made.suffix}"
            path.write_bytes(made.data)
            self.kept[what].append(f"{path}  ({made.story})")
            print(f"! {what}: case {number}", flush=True)

    def timed(self, seconds: float, name: str, number: int | str) -> None:
        if len(self.slowest) < 8 or seconds > self.slowest[-1][0]:
            self.slowest = sorted([*self.slowest, (seconds, name, str(number))], reverse=True)[:8]

    def tell(self) -> None:
        for what, count in self.counts.most_common():
            print(f"\n{count} x {what}")
            print("\n".join(f"    {one}" for one in self.kept[what]))
        print(
            "\nslowest:", ", ".join(f"{name} {seconds:.2f} s (case {n})" for seconds, name, n in self.slowest)
        )
        print(f"highest memory above the start of a reader: {self.highest:.0f} MB")


class Watched:
    """A child process and what it is doing; started anew when it hangs or dies."""

    def __init__(self, seed: int, folder: str, findings: Findings, what: str) -> None:
        self.seed, self.folder, self.findings, self.what = seed, folder, findings, what
        self.process: Any = None
        self.files = TRADES[what].seeds()
        self.number: int | str = -1
        self.doing, self.since, self.worked = "start", time.monotonic(), 0.0

    def give(self, number: int | str) -> None:
        """Hand it a case."""
        if self.process is None:
            self._start()
        self.number, self.doing, self.since = number, "start", time.monotonic()
        self.worked = worked(self.process.pid)
        self.talk.send(number)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.talk, theirs = context.Pipe()
        self.process = context.Process(
            target=child, args=(theirs, self.seed, self.folder, self.what), daemon=True
        )
        self.process.start()
        theirs.close()
        self.grace = 60.0  # the first case waits for the imports

    def finished(self) -> bool:
        """Take in what it says; whether the case is over."""
        try:
            while self.talk.poll(0):
                if self._heard(*self.talk.recv()):
                    self.grace = 0.0
                    return True
        except (EOFError, OSError):
            self.process.join()
            self._fell(f"{self.doing}: the process died ({self.process.exitcode}) {self._where()}")
            return True
        if self._is_lost():
            self.process.kill()
            self.process.join()
            self._fell(f"{self.doing}: no answer {self._where()}")
            return True
        return False

    def _is_lost(self) -> bool:
        """Whether no answer is to come: it worked for long, or not at all for very long. A busy machine is no fault."""
        waited = time.monotonic() - self.since
        if waited <= max(HANG * PATIENCE, self.grace):
            return False
        return waited > STUCK or worked(self.process.pid) - self.worked > HANG * PATIENCE

    def _heard(self, what: str, name: str, seconds: float, memory: float, fault: str) -> bool:
        self.since, self.worked = time.monotonic(), worked(self.process.pid)
        if what == "start":
            self.doing, self.grace = name, 0.0
        if what != "end":
            return what == "done"
        if fault:
            self._note(f"{name}: {fault}")
        if memory > MOST_MEMORY:
            self._note(f"{name}: over {MOST_MEMORY} MB")
        if seconds > HANG:
            self._note(f"{name}: {HANG:.0f} s and more {self._where()}")
        self.findings.highest = max(self.findings.highest, memory)
        self.findings.timed(seconds, name, self.number)
        return False

    def _where(self) -> str:
        """The line of our code that was at work."""
        trace = trace_of(self.folder, self.process.pid).read_text("utf-8", "replace")
        lines = re.findall(r'File "([^"]+)", line (\d+) in (\w+)', trace)
        ours = [
            f"{Path(file).name}:{line} {name}" for file, line, name in lines if str(ROOT / "model") in file
        ]
        elsewhere = [f"{Path(file).name}:{line} {name}" for file, line, name in lines]
        return f"at {next(iter(ours or elsewhere), '?')}"

    def _fell(self, what: str) -> None:
        self.process = None
        self._note(what)

    def _note(self, what: str) -> None:
        made = (
            TRADES[self.what].case(self.seed, self.number, self.files)
            if isinstance(self.number, int)
            else replayed(Path(self.number))
        )
        self.findings.note(
            what, self.number if isinstance(self.number, int) else Path(self.number).stem, made
        )

    def stop(self) -> None:
        if self.process is not None:
            with suppress(OSError):
                self.talk.send(None)
            self.process.join(5)
            if self.process.exitcode is None:
                self.process.kill()


def fuzz(numbers: list[int | str], seed: int, jobs: int, keep: Path, what: str = "files") -> Findings:
    """All cases, ``jobs`` at a time."""
    findings, waiting = Findings(keep), iter(numbers)
    with tempfile.TemporaryDirectory() as folder:
        children = [Watched(seed, folder, findings, what) for _ in range(jobs)]
        busy: list[Watched] = []
        before, done = time.monotonic(), 0
        while True:
            for idle in [one for one in children if one not in busy]:
                number = next(waiting, None)
                if number is not None:
                    idle.give(number)
                    busy.append(idle)
            if not busy:
                break
            multiprocessing.connection.wait([one.talk for one in busy], timeout=0.5)
            over = [one for one in busy if one.finished()]
            busy = [one for one in busy if one not in over]
            done += len(over)
            if any(isinstance(one.number, int) and one.number % 1000 == 999 for one in over):
                print(f"{done} cases, {time.monotonic() - before:.0f} s", flush=True)
        for one in children:
            one.stop()
        print(
            f"{done} cases in {time.monotonic() - before:.0f} s, seed {seed}: {sum(findings.counts.values())} findings"
        )
    return findings


def main() -> int:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--what", choices=TRADES, default="files")
    parse.add_argument("--cases", type=int, default=20_000)
    parse.add_argument("--first", type=int, default=0)
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--jobs", type=int, default=max(1, (os.cpu_count() or 1) - 1))
    parse.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz")
    parse.add_argument("--replay", nargs="*", default=[])
    asked = parse.parse_args()
    numbers = asked.replay or list(range(asked.first, asked.first + asked.cases))
    findings = fuzz(numbers, asked.seed, asked.jobs, asked.keep, asked.what)
    findings.tell()
    return 1 if findings.counts else 0


if __name__ == "__main__":
    sys.exit(main())
