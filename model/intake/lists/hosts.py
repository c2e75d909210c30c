"""The rows of one host become one host: offers gathered, contradictions told, posts put as medians."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from statistics import median
from typing import Final

from model.errors import Problem
from model.intake.lists.rows import Line
from model.records import Audience, Influencer, Kind, Offer

_MEDIANS: Final = ("views", "engagement_rate")


@dataclass(frozen=True)
class HostRow:
    """What one line says: whose it is, what is known of him, his offers, what was wrong, and his ``others`` ids."""

    line: Line
    id: str
    name: str
    known: Mapping[str, object] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    problems: tuple[Problem, ...] = ()
    others: tuple[str, ...] = ()


def by_id(rows: Iterable[HostRow]) -> Iterator[list[HostRow]]:
    """The rows of each host together, hosts in the order of their first row."""
    groups: dict[str, list[HostRow]] = {}
    for row in rows:
        groups.setdefault(row.id, []).append(row)
    return iter(groups.values())


def merged(rows: Sequence[HostRow]) -> tuple[Influencer, list[Problem], int]:
    """One host of all his rows, what was wrong between them, and how many of them add nothing."""
    if rows[0].line.bound.layout.kind == "posts":
        return _host(rows[0], _medians(rows), ()), [], 0
    known = dict(rows[0].known)
    offers, problems = list(rows[0].offers), list[Problem]()
    repeated = 0
    for row in rows[1:]:
        fresh, remarks = _fresh(row, offers)
        repeated += not fresh
        problems += remarks if row.offers else [_repeated(row, rows[0])]
        problems += _contradictions(rows[0], row, known) if fresh else []
        known = {**row.known, **known} if fresh else known
        offers += fresh
    return _host(rows[0], known, tuple(offers)), problems, repeated


def _repeated(row: HostRow, first: HostRow) -> Problem:
    return row.line.problem("repeated_host", "id", id=row.id, first_row=first.line.line)


def _fresh(row: HostRow, offers: Sequence[Offer]) -> tuple[list[Offer], list[Problem]]:
    """The offers of a row that are new; one that bears a taken name gets its terms added."""
    fresh: list[Offer] = []
    problems: list[Problem] = []
    for offer in row.offers:
        taken = {other.name for other in (*offers, *fresh)}
        named = offer if offer.name not in taken else replace(offer, name=f"{offer.name} {offer.terms()}")
        if offer in offers or named.name in taken:
            problems.append(row.line.problem("repeated_offer", "offer", offer=offer.name))
            continue
        if named is not offer:
            problems.append(row.line.problem("offer_renamed", "offer", offer=offer.name, name=named.name))
        fresh.append(named)
    return fresh, problems


def _contradictions(first: HostRow, row: HostRow, known: Mapping[str, object]) -> list[Problem]:
    """Where a later row says something else of the same host; the first word stands."""
    here = {"name": row.name, **row.known}
    there = {"name": first.name, **known}
    differing = [name for name, value in here.items() if name in there and there[name] != value]
    return [_contradiction(first, row, name, there[name], here[name]) for name in differing]


def _contradiction(first: HostRow, row: HostRow, name: str, there: object, here: object) -> Problem:
    said, now = _text(there), _text(here)
    return row.line.problem("differs_from_first_row", name, first=said, here=now, first_row=first.line.line)


def _text(value: object) -> str:
    if isinstance(value, Audience):
        return " ".join(value.words())
    if isinstance(value, tuple):
        return "-".join(f"{part:g}" if isinstance(part, float) else str(part) for part in value)
    return str(value)


def _medians(rows: Sequence[HostRow]) -> dict[str, object]:
    """What is known of a host from his posts: the middle one counts, not the sum or the best."""
    known = {name: value for row in reversed(rows) for name, value in row.known.items()}
    for name in _MEDIANS:
        values = [value for row in rows if isinstance(value := row.known.get(name), float)]
        known |= {name: median(values)} if values else {}
    return known


def _host(row: HostRow, known: Mapping[str, object], offers: tuple[Offer, ...]) -> Influencer:
    values = {**known, "kind": Kind(str(known.get("kind", Kind.HOST)))}
    return Influencer(row.id, row.name, offers=offers, **values)  # type: ignore[arg-type]


def overlay(read: Influencer, stored: Influencer | None) -> Influencer:
    """A host read anew over the stored one: what the file does not say stays as it was (offers, too)."""
    if stored is None:
        return read
    empty = (None, "", (), Audience())
    kept = {f.name: getattr(stored, f.name) for f in fields(read) if getattr(read, f.name) in empty}
    name = stored.name if read.name in ("", read.id) else read.name
    return replace(read, **{**kept, "name": name})
