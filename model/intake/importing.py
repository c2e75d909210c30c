"""Everything a file holds, as it is kept: batches of order lines and the like, hosts, products, and all problems."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from model.batches import LINES, Batch, BatchKind, Facts
from model.errors import Cancelled, InputError, Problem, Value
from model.intake.files.source import Source
from model.intake.lines.findings import capped
from model.records import Influencer, Product
from model.results import Result, added_up
from model.watching import Progress, quiet

if TYPE_CHECKING:
    from model.intake.layouts.layout import Layout
    from model.intake.layouts.looks import FileLook, SheetLook
    from model.intake.lines.meaning import Needed
    from model.intake.lists.rosters import RosterRows
    from model.intake.sheets.columns import Sheet


_READ_SHARE: Final = 0.7
"""How much of the time of a sheet its reading takes; the rest is understanding."""
_STEPS: Final = 30
"""About so many columns and steps there are to understanding, for the progress shown."""
_SAMPLED: Final = 60
_NONE: Final[Mapping[str, Any]] = MappingProxyType({})
_HOSTS: Final = ("roster", "posts")
_PRODUCTS: Final = "products"
_RESULTS: Final = "results"


@dataclass(frozen=True)
class Wanted:
    """What a sheet is to be taken as. ``mapping`` (field to heading) overrides the columns the layout would take.

    ``date_order`` (``dmy``, ``mdy``) is the merchant's answer where dates could be read both ways.
    """

    sheet: str
    kind: str
    layout: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    date_order: str = ""


@dataclass(frozen=True)
class Imported:
    """What a file gave. At most a thousand problems are listed; ``more_problems`` counts the rest.

    ``accounts`` are pairs of ids that a roster has for one host: platform, id, other id.
    """

    file: str
    batches: tuple[Batch, ...]
    hosts: tuple[Influencer, ...]
    products: tuple[Product, ...]
    problems: tuple[Problem, ...]
    accounts: tuple[tuple[str, str, str], ...] = ()
    results: tuple[Result, ...] = ()


def look_at(
    path: Source,
    own: Mapping[str, Mapping[str, Any]] = _NONE,
    cancelled: Callable[[], bool] = lambda: False,
    digested: bool = True,
) -> "FileLook":
    """What a file seems to be (:func:`model.intake.layouts.inspecting.inspect`), tables parted by blanks included.

    Raises:
        InputError: what no file can be used for.
        Cancelled: ``cancelled`` said so.
    """
    from model.intake.layouts.inspecting import inspect

    return inspect(path, own, cancelled, digested)


def wanted_of(look: "FileLook") -> tuple[Wanted, ...]:
    """What a file may be taken as without asking: the best guess of every sheet that is likely enough."""
    return tuple(
        Wanted(
            sheet.sheet, sheet.guess.kind, sheet.guess.layout, sheet.mapping if sheet.remembered else _NONE
        )
        for sheet in look.recognised
        if sheet.guess
    )


def import_file(
    path: Source,
    wanted: Sequence[Wanted],
    key: bytes,
    own: Mapping[str, Mapping[str, Any]] = _NONE,
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
    look: "FileLook | None" = None,
    today: dt.date | None = None,
) -> Imported:
    """Take what is wanted of a file; lines that cannot be used are told and the rest is taken.

    Args:
        path: the file, never changed.
        wanted: the sheets to take and as what, as the wizard or :func:`wanted_of` says.
        key: hides the buyers (1 to 64 bytes); the same key gives the same buyers.
        own: remembered mappings, as :func:`model.intake.layouts.inspecting.inspect` has them.
        progress: told ``reading`` and ``understanding`` with a share 0-1 of the whole file.
        cancelled: asked at least twice a second.
        look: what ``inspect`` said of this very file, to save looking twice.
        today: results of later days are told and left out; None takes every day.

    Raises:
        InputError: the file cannot be read at all; ``no_such_sheet``.
        Cancelled: when ``cancelled()`` turns true.
    """
    if look is None or look.path != path:
        look = look_at(path, own, cancelled, digested=False)
    batches: list[Batch] = []
    problems: list[Problem] = []
    count = 0
    for number, one in enumerate(wanted):
        if one.kind in LINES:
            batch, found, all_found = _batch(look, one, key, _part(progress, number, len(wanted)), cancelled)
            batches += [batch] if batch else []
            problems += found
            count += all_found
    lists = _lists(look, wanted, cancelled, today)
    progress("done", 1.0)
    told = capped((*problems, *lists.problems), count + len(lists.problems), path.name)
    return replace(lists, batches=(*batches, *lists.batches), problems=told)


def _part(progress: Progress, number: int, of: int) -> Progress:
    """The progress of one sheet as a part of the whole."""
    return lambda code, share: progress(code, (number + min(share, 1.0)) / of)


def _batch(
    look: "FileLook", one: Wanted, key: bytes, progress: Progress, cancelled: Callable[[], bool]
) -> tuple[Batch | None, tuple[Problem, ...], int]:
    from model.intake.layouts.recognising import layout_for
    from model.intake.lines.meaning import needed, understood

    sheet = _sheet_of(look, one.sheet)
    layout = layout_for(one.kind, one.layout, one.mapping)
    if refused := _refused(look, sheet, layout):
        return None, (refused,), 1
    columns = needed(layout, sheet.header, _sample(look, sheet))
    read = _opened(look, sheet, columns, progress, cancelled)
    steps = _steps(progress, cancelled)
    with _digested(look, cancelled) as digest:
        found = understood(read, layout, columns, key, one.date_order, lambda: next(steps))
    batch = Batch(
        BatchKind(one.kind),
        layout.platform,
        layout.name,
        look.file,
        one.sheet,
        digest.result(),
        found.facts,
        found.table,
    )
    extra = _remarks(look, read)
    return batch, (*extra, *found.problems), found.count + len(extra)


@contextmanager
def _digested(look: "FileLook", cancelled: Callable[[], bool]) -> Iterator["Future[str]"]:
    """The digest of the file; where the look has none a thread goes through the bytes beside the understanding."""
    from model.intake.layouts.inspecting import digest_of

    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(lambda: look.digest or digest_of(look.path, cancelled))


def _sheet_of(look: "FileLook", name: str) -> "SheetLook":
    sheet = next((sheet for sheet in look.sheets if sheet.sheet == name), None)
    if sheet is None or not sheet.header:
        raise InputError([Problem("no_such_sheet", look.file, values={"sheet": name})])
    return sheet


def _refused(look: "FileLook", sheet: "SheetLook", layout: "Layout") -> Problem | None:
    """Why a sheet gives no lines at all under its layout."""
    values = {"sheet": sheet.sheet} if sheet.sheet else {}
    if layout.details:
        return Problem("order_details", look.file, sheet.header_line or None, values=values)
    missing = layout.missing(sheet.header)
    if missing:
        return Problem(
            "columns_missing",
            look.file,
            sheet.header_line or None,
            values={"missing": ", ".join(missing), **values},
        )
    return None


def _opened(
    look: "FileLook", sheet: "SheetLook", columns: "Needed", progress: Progress, cancelled: Callable[[], bool]
) -> "Sheet":
    from model.intake.sheets.blanks import BLANK, blank_sheet
    from model.intake.sheets.columns import open_sheet

    if look.delimiter == BLANK:
        return blank_sheet(look.path, sheet)
    return open_sheet(
        look.path,
        sheet.sheet,
        sheet.header_line,
        sheet.header,
        columns.coded,
        columns.texts,
        look.encoding,
        look.delimiter,
        lambda code, share: progress(code, share * _READ_SHARE),
        cancelled,
        columns.times,
        columns.buyers,
    )


def _steps(progress: Progress, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Asked for between columns: tells the progress, and stops when nobody waits any more."""
    done = 0
    while True:
        if cancelled():
            raise Cancelled
        done += 1
        progress("understanding", _READ_SHARE + (1 - _READ_SHARE) * min(done / _STEPS, 1.0))
        yield None


def _sample(look: "FileLook", sheet: "SheetLook") -> Sequence[Sequence[Any]]:
    """The first data rows of a text as they stand (the preview of a look hides who bought).

    A workbook cannot be read in part, so there the columns decide alone.
    """
    from model.intake.files.heads import read_head
    from model.intake.sheets.blanks import BLANK

    if look.delimiter in {BLANK, ""}:
        return ()
    grids = read_head(look.path, _SAMPLED).grids
    return next((grid.rows[sheet.header_line :] for grid in grids if grid.name == sheet.sheet), ())


def _remarks(look: "FileLook", sheet: "Sheet") -> tuple[Problem, ...]:
    """What is to be said of the sheet as read: its lines of sums, an empty table, broken signs."""
    place = {"sheet": sheet.sheet} if sheet.sheet else {}
    totals = [Problem("total_row", look.file, line, "", place) for line in sheet.totals]
    empty = [] if sheet.rows else [Problem("no_rows", look.file, None, "", place)]
    broken = Problem("mixed_encoding", look.file, None, "", {"count": sheet.replaced, **place})
    return (*totals, *empty, *([broken] if sheet.replaced else []))


def _lists(
    look: "FileLook", wanted: Sequence[Wanted], cancelled: Callable[[], bool], today: dt.date | None
) -> Imported:
    """The hosts, products and results of a file, by the layouts they are wanted as, and the figures beside the hosts."""
    from model.intake.lists.products import read_products
    from model.intake.lists.results import read_results
    from model.intake.lists.rosters import roster_of, roster_rows

    found = Imported(look.path.name, (), (), (), ())
    on_hosts, problems = _chosen(look, wanted, _HOSTS)
    on_products, refused = _chosen(look, wanted, (_PRODUCTS,))
    on_results, refused_too = _chosen(look, wanted, (_RESULTS,))
    problems += [*refused, *refused_too]
    if on_hosts:
        rows = roster_rows(look.path, on_hosts, cancelled)
        roster = roster_of(rows)
        figures = _beside_hosts(look, rows, next(iter(on_hosts)), cancelled)
        found = replace(found, hosts=roster.records, accounts=roster.accounts, batches=figures)
        problems += roster.problems
    if on_products:
        listed = read_products(look.path, on_products, cancelled)
        found, problems = replace(found, products=listed.records), [*problems, *listed.problems]
    if on_results:
        told = read_results(look.path, on_results, today)
        found, problems = replace(found, results=added_up(told.records)), [*problems, *told.problems]
    return replace(found, problems=_told_once(problems, {one.sheet for one in wanted}))


def _beside_hosts(
    look: "FileLook", rows: "RosterRows", sheet: str, cancelled: Callable[[], bool]
) -> tuple[Batch, ...]:
    """The figures beside the hosts (of posts, gains, sales) as a batch that is kept for the check for water."""
    from model.intake.layouts.inspecting import digest_of
    from model.intake.lists.extras import extras_of, figures_table

    extras = extras_of(rows, cancelled)
    if not extras:
        return ()
    digest = look.digest or digest_of(look.path, cancelled)
    first = rows.bounds[0].layout
    facts = Facts(len(extras), hosts=len(extras))
    table = figures_table(extras)
    return (
        Batch(
            BatchKind.FIGURES,
            first.fixed.get("platform", ""),
            first.name,
            look.file,
            sheet,
            digest,
            facts,
            table,
        ),
    )


def _chosen(
    look: "FileLook", wanted: Sequence[Wanted], kinds: Collection[str]
) -> tuple[dict[str, "Layout"], list[Problem]]:
    """The sheets wanted as these kinds with their layouts, and why others cannot be taken so.

    Raises:
        InputError: ``no_such_sheet``.
    """
    from model.intake.layouts.recognising import layout_for

    chosen: dict[str, Layout] = {}
    problems: list[Problem] = []
    for one in wanted:
        if one.kind in kinds:
            layout = layout_for(one.kind, one.layout, one.mapping)
            refused = _refused(look, _sheet_of(look, one.sheet), layout)
            problems += [refused] if refused else []
            chosen |= {} if refused else {one.sheet: layout}
    return chosen, problems


def _told_once(problems: Iterable[Problem], taken: Collection[str]) -> tuple[Problem, ...]:
    """The problems of several readers: each calls the sheets of the others something else."""
    skipped = set[Value]()
    told: list[Problem] = []
    for one in problems:
        sheet = one.values.get("sheet")
        if one.code != "sheet_skipped" or (sheet not in taken and sheet not in skipped):
            told.append(one)
        skipped |= {sheet} if one.code == "sheet_skipped" else set()
    return tuple(told)
