"""What the wizard hands to its workers, and how it puts the result into the project."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gui import clock
from gui.dialogs.entries import OWN, Entry, Outcome, Plan
from gui.dialogs.problemlist import lines_of
from gui.words import imports
from model.errors import Cancelled, Problem, UserError
from model.intake.files.source import PastedSheet, Source
from model.records import Influencer, Product
from model.watching import Progress

if TYPE_CHECKING:
    from gui.session import BatchWriter, Session
    from model.intake.importing import Wanted
    from model.intake.layouts.looks import SheetLook

__all__ = ["Desk", "Memory", "desk", "look", "memory", "planned_for", "read", "tables_among", "take"]

ENDINGS: Final = (".xlsx", ".xls", ".xlsm", ".csv", ".txt")
MOST_FILES: Final = 2000
"""A folder with more tables than this is not an export folder but a disk."""
MOST_GUESSES: Final = 6
"""More would only make the list to choose from longer: the right one is among the first two."""
KINDS: Final = tuple(imports.KINDS)

Asked = Callable[[], bool]


@dataclass(frozen=True)
class Memory:
    """What the project remembers that helps to tell a file: mappings by header, sheets taken by digest."""

    mappings: Mapping[str, Mapping[str, Any]]
    digests: Mapping[str, frozenset[tuple[str, Any]]]


def memory(session: "Session") -> Memory:
    """What the open project remembers."""
    return Memory(session.mappings(), session.known_digests())


@dataclass(frozen=True)
class Desk:
    """What a worker needs to read a file into the project."""

    key: bytes
    mappings: Mapping[str, Mapping[str, Any]]
    writer: "BatchWriter"
    hosts: Mapping[str, Influencer]
    products: Mapping[str, int]


def desk(session: "Session", before: Iterable[Entry] = ()) -> Desk:
    """The open project's desk; hosts of files read before count as there already."""
    snapshot = session.snapshot()
    hosts = {host.id: host for host in snapshot.influencers}
    hosts |= {host.id: host for entry in before if entry.outcome for host in entry.outcome.hosts}
    products = {product.name: product.id for product in snapshot.products}
    return Desk(session.buyer_key(), session.mappings(), session.writer(), hosts, products)


# ── finding and looking ──


def tables_among(paths: Iterable[Source], progress: Progress, cancelled: Asked) -> tuple[Source, ...]:
    """These files, and the tables in these folders and the folders below; nothing hidden, nothing twice."""
    found: dict[Source, None] = {}
    for path in paths:
        for file in _files_of(path, cancelled):
            found[file] = None
            if len(found) >= MOST_FILES:
                return tuple(found)
    return tuple(found)


def _files_of(source: Source, cancelled: Asked) -> Iterable[Source]:
    return _tables_in(source, cancelled) if isinstance(source, Path) and source.is_dir() else (source,)


def _tables_in(folder: Path, cancelled: Asked) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        if cancelled():
            raise Cancelled
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if _is_table(name))


def _is_table(name: str) -> bool:
    return name.lower().endswith(ENDINGS) and not name.startswith((".", "~$"))


def look(entry: Entry, remembered: Memory, progress: Progress, cancelled: Asked) -> Entry:
    """What a file seems to be; one that cannot be looked at is refused with its sentence (for a worker)."""
    from model.intake.importing import look_at

    try:
        found = look_at(entry.path, remembered.mappings, cancelled)
    except UserError as error:
        return replace(entry, state="refused", refusal=lines_of(entry.key, error.problems))
    taken = remembered.digests.get(found.digest, frozenset())
    plans = tuple(_plan(sheet) for sheet in found.sheets)
    if isinstance(entry.path, PastedSheet):
        plans = tuple(_pasted(entry.path, plan) for plan in plans)
    looked = replace(entry, size=found.size, digest=found.digest, plans=plans).settled()
    is_known = bool(looked.wanted) and {(plan.sheet, plan.kind) for plan in looked.wanted} <= taken
    return replace(looked, state="known") if is_known else looked


def _plan(sheet: "SheetLook") -> Plan:
    """A sheet as it may be taken; one that nobody can tell is left to the merchant."""
    from model.intake.layouts.recognising import signature_of

    guesses = tuple((g.kind, g.layout, g.score) for g in sheet.guesses if g.kind in KINDS)[:MOST_GUESSES]
    bare = Plan(
        sheet.sheet, sheet.header, sheet.preview, signature_of(sheet.header), guesses, _titles(guesses)
    )
    first = sheet.guess
    if first is None or first.kind not in KINDS or not (first.likely or sheet.remembered):
        return bare
    known = replace(bare, kind=first.kind, layout=first.layout, mapping=dict(sheet.mapping))
    return _with_fields(replace(known, by_hand=sheet.remembered, date_order=sheet.date_order))


def _pasted(sheet: PastedSheet, plan: Plan) -> Plan:
    """A pasted sheet that nobody can tell is what its page has lists of. Headings it was given name no other sheet."""
    likely = bool(sheet.kind and plan.header and not plan.kind)
    known = planned_for("", 0, plan, sheet.kind, OWN)[2] if likely else plan
    return replace(known, signature="") if sheet.headings else known


def planned_for(key: str, place: int, plan: Plan, kind: str, layout: str) -> tuple[str, int, Plan]:
    """A sheet taken as something else, its columns found anew (for a worker: there may be thousands)."""
    from model.intake.layouts.recognising import general_layout, headings_of, layout_for

    known = general_layout(kind) if layout == OWN else layout_for(kind, layout)
    mapping = dict(headings_of(known, plan.header))
    chosen = replace(plan, kind=kind, layout=layout, mapping=mapping, by_hand=True, asked=(), date_order="")
    return key, place, _with_fields(chosen)


def _with_fields(plan: Plan) -> Plan:
    """The fields a sheet may have, and those it needs; what columns of quotes give needs no column of its own."""
    from model.intake.layouts.recognising import general_layout, layout_for
    from model.intake.layouts.suggesting import suggestions

    known = general_layout(plan.kind) if plan.layout == OWN else layout_for(plan.kind, plan.layout)
    lacking = known.missing(plan.header)
    needed = tuple(g for g in known.required if "quotes" not in g or "/".join(g) in lacking)
    used = {heading for heading in plan.mapping.values() if heading}
    likely = suggestions(known, plan.header, plan.rows, used)
    first = (name for group in needed for name in group if name in known.columns)
    return replace(plan, fields=tuple(dict.fromkeys((*first, *known.columns))), needed=needed, likely=likely)


def _titles(guesses: Iterable[tuple[str, str, float]]) -> Mapping[str, Mapping[str, str]]:
    from model.intake.layouts.recognising import layout_for

    return {layout: layout_for(kind, layout).titles for kind, layout, _ in guesses if layout != OWN}


# ── reading ──


def read(entry: Entry, at: Desk, progress: Progress, cancelled: Asked) -> Entry:
    """Everything a file holds, its lines kept in the project unseen (for a worker)."""
    from model.intake.importing import import_file

    wanted = [_wanted(plan) for plan in entry.wanted]
    try:
        found = import_file(
            entry.path, wanted, at.key, progress=progress, cancelled=cancelled, today=clock.today()
        )
        ids = tuple(at.writer.write(b, progress=progress, cancelled=cancelled) for b in found.batches)
    except (UserError, Cancelled) as error:
        with suppress(UserError):  # what stays behind is thrown away when the project is opened next
            at.writer.discard()
        if isinstance(error, Cancelled):
            raise
        return replace(entry, state="refused", refusal=lines_of(entry.key, error.problems))
    outcome = Outcome(
        ids=ids,
        batches=tuple((str(batch.kind), batch.layout, batch.facts) for batch in found.batches),
        hosts=_overlaid(found.hosts, at.hosts),
        products=tuple(replace(one, id=at.products.get(one.name, 0)) for one in found.products),
        set_aside=sum(batch.facts.set_aside - batch.facts.repeated for batch in found.batches),
        lines=lines_of(entry.key, _questions_once(found.problems)),
        accounts=found.accounts,
        results=found.results,
    )
    return _asked(replace(entry, state="read", outcome=outcome), found.problems)


def _overlaid(hosts: Iterable[Influencer], stored: Mapping[str, Influencer]) -> tuple[Influencer, ...]:
    from model.intake.lists.hosts import overlay

    return tuple(overlay(host, stored.get(host.id)) for host in hosts)


def _wanted(plan: Plan) -> "Wanted":
    from model.intake.importing import Wanted

    chosen = plan.mapping if plan.by_hand or plan.layout == OWN else {}
    return Wanted(plan.sheet, plan.kind, plan.layout, chosen, plan.date_order)


def _questions_once(found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, but what is asked of a whole column only once."""
    asked: set[tuple[object, str]] = set()
    for problem in found:
        column = (problem.values.get("sheet"), problem.column)
        if problem.code == "date_order_unknown":
            if column in asked:
                continue
            asked.add(column)
        yield problem


def _asked(entry: Entry, found: Sequence[Problem]) -> Entry:
    """The file with a question for each sheet whose dates can be read in two orders."""
    unclear: dict[str, dict[str, None]] = {}
    for problem in found:
        if problem.code == "date_order_unknown":
            unclear.setdefault(str(problem.values.get("sheet", "")), {})[problem.column] = None
    plans = tuple(replace(plan, asked=tuple(unclear.get(plan.sheet, ()))) for plan in entry.plans)
    asked = replace(entry, plans=plans)
    return (
        replace(asked, state="needs_columns") if any(p.asked and not p.date_order for p in plans) else asked
    )


# ── taking ──


def _remember_accounts(session: "Session", pairs: Sequence[tuple[str, str, str]]) -> None:
    """Keep which ids rosters have for one host: a fact that stays true, so no step to undo."""
    from gui.session import ACCOUNTS

    kept = session.setting(ACCOUNTS)
    known = [tuple(map(str, one)) for one in kept if isinstance(one, list)] if isinstance(kept, list) else []
    if fresh := [pair for pair in dict.fromkeys(pairs) if pair not in known]:
        session.put_setting(ACCOUNTS, [list(pair) for pair in (*known, *fresh)])


def take(session: "Session", entries: Sequence[Entry]) -> int:
    """Put what was read into the project as one step, and remember the mappings made by hand.

    Raises:
        UserError: nothing was taken, and why.
    """
    outcomes = [entry.outcome for entry in entries if entry.outcome is not None]
    _remember_accounts(session, [pair for outcome in outcomes for pair in outcome.accounts])
    products: dict[str, Product] = {p.name: p for outcome in outcomes for p in outcome.products}
    added = session.take_import(
        [id_ for outcome in outcomes for id_ in outcome.ids],
        [host for outcome in outcomes for host in outcome.hosts],
        products.values(),
        names=[entry.path.name for entry in entries],
        results=[one for outcome in outcomes for one in outcome.results],
    )
    told = (plan for entry in entries for plan in entry.wanted if plan.by_hand or plan.date_order)
    for plan in (plan for plan in told if plan.signature):
        session.remember_mapping(plan.signature, plan.kind, plan.mapping, plan.date_order)
    return added
