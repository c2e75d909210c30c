"""Hosts from any roster: our template, an export of 星图, a public list, or the posts of each host."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from model.errors import Problem
from model.fields import Raw, clean, is_empty
from model.intake.hosts import HostRow, by_id, merged
from model.intake.rows import Checked, Line, Taken, check, check_id, finished, fitting_tables, lines_of
from model.records import INFLUENCER_RULES, OFFER_RULES, Form, Influencer, Offer

_HOST: Final = {name: name for name in INFLUENCER_RULES if name not in ("id", "name")}
_TERMS: Final = {
    "name": "offer",
    "slot_fee": "slot_fee",
    "commission": "commission",
    "guarantee": "guarantee",
}
_OFFER: Final = {**_TERMS, "sessions": "sessions", "form": "form"}


def read_roster(path: Path) -> Taken[Influencer]:
    """The hosts of a roster file, each once, with all offers the file names.

    Raises:
        InputError: ``not_a_roster`` besides those of :mod:`model.intake.tables`.
    """
    bounds, problems = fitting_tables(path, ("roster", "posts"), "not_a_roster")
    rows = [_row(line) for line in lines_of(bounds)]
    usable = [row for row in rows if row.id]
    problems += [problem for row in rows for problem in row.problems]
    hosts = [merged(group) for group in by_id(usable)]
    problems += [problem for _, found, _ in hosts for problem in found]
    set_aside = len(rows) - len(usable) + sum(repeated for _, _, repeated in hosts)
    return finished(bounds, (host for host, _, _ in hosts), problems, set_aside)


def _row(line: Line) -> HostRow:
    """Read one line; without an id in the result it cannot be used."""
    handle, lost = check_id(line, "id")
    name = _name(line) or handle
    if not name:
        return HostRow(line, "", "", problems=(lost or line.problem("required", "name"),))
    host, derived = check(line, INFLUENCER_RULES, _HOST), _derived(line)
    known = {**line.bound.layout.fixed, **derived.values, **host.values}
    offers, offer_problems = _offers(line)
    problems = (*((lost,) if lost else ()), *host.problems, *derived.problems, *offer_problems)
    if line.bound.layout.kind == "posts" and "views" not in known:
        return HostRow(line, "", "", problems=problems or (line.problem("required", "views"),))
    return HostRow(line, _id(line, handle, name, known), name, known, offers, problems)


def _id(line: Line, handle: str, name: str, known: Mapping[str, object]) -> str:
    platform = known.get("platform", "other")
    if handle and not line.bound.layout.prefix_id:
        return handle
    return f"{platform}:{handle or name}"


def _name(line: Line) -> str:
    """The name as far as it can be seen: signs that show nothing (a dash, a selector) are no name."""
    text = " ".join(clean(line.raw("name")).split())[:200]
    seen = any(unicodedata.category(sign)[0] in "LNS" for sign in text)
    return text if seen and not (text.startswith("#") and is_empty(text)) else ""


def _derived(line: Line) -> Checked:
    """Shares the layout makes of other columns, for lines where all their parts are known."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for name, rule in line.bound.layout.derived.items():
        parts = [_count(line, part) for part in (*rule.parts, rule.over)]
        numbers = [part for part in parts if isinstance(part, float)]
        problems += [part for part in parts if isinstance(part, Problem)]
        if len(numbers) == len(parts) and numbers[-1] > 0:
            value, problem = INFLUENCER_RULES[name].check(name, sum(numbers[:-1]) / numbers[-1])
            values |= {} if problem else {name: value}
            problems += [line.problem(problem.code, rule.parts[0], **problem.values)] if problem else []
    return Checked(values, tuple(problems))


def _count(line: Line, column: str) -> float | Problem | None:
    """A number of a derived share; views are reported as a host's field already, so only once."""
    value, problem = INFLUENCER_RULES["views"].check(column, line.raw(column))
    if problem:
        return None if column in INFLUENCER_RULES else line.problem(problem.code, column, **problem.values)
    return value if isinstance(value, float) else None


def _offers(line: Line) -> tuple[tuple[Offer, ...], tuple[Problem, ...]]:
    """The offer a template row names, or one for each column of quotes that holds a fee."""
    rows = [_quoted(line, place) for place in range(len(line.bound.quotes))]
    if any(
        not is_empty(line.raw(column)) and not _no_quote(line, line.raw(column)) for column in _TERMS.values()
    ):
        found = check(line, OFFER_RULES, _OFFER)
        rows.append(([_offer(found.values)], list(found.problems)))
    return tuple(o for offers, _ in rows for o in offers), tuple(p for _, problems in rows for p in problems)


def _quoted(line: Line, position: int) -> tuple[list[Offer], list[Problem]]:
    quote, place = line.bound.quotes[position]
    raw = line.bound.at(line.cells, place)
    if is_empty(raw) or _no_quote(line, raw):
        return [], []
    fee, problem = OFFER_RULES["slot_fee"].check("slot_fee", raw)
    if problem:
        return [], [line.problem(problem.code, line.bound.table.header[place], **problem.values)]
    return ([Offer(quote.name, fee, form=Form(quote.form))] if isinstance(fee, float) and fee else []), []


def _no_quote(line: Line, raw: Raw) -> bool:
    return clean(raw) in line.bound.layout.no_quote


def _offer(values: Mapping[str, object]) -> Offer:
    """An offer of checked terms, named by them where it has no name."""
    terms = {**values, "form": Form(str(values.get("form", Form.LIVE)))}
    offer = Offer(**terms)  # type: ignore[arg-type]
    return offer if offer.name else replace(offer, name=offer.terms())
