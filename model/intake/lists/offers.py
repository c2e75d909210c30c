"""The offers a line of a roster names: in columns of terms, in words (``纯佣``), in columns of quotes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from model.errors import Problem
from model.fields import Raw, clean, is_empty
from model.intake.lists.rows import Line
from model.intake.lists.terms import Terms, terms_of
from model.ladder import Ladder, ladder_of
from model.records import OFFER_RULES, Form, Offer

_TERMS: Final = {
    "name": "offer",
    "slot_fee": "slot_fee",
    "commission": "commission",
    "guarantee": "guarantee",
    "steps": "steps",
}
_OFFER: Final = {**_TERMS, "sessions": "sessions", "form": "form"}
_PAID: Final = ("slot_fee", "commission")
_SHARES: Final = ("commission", "steps")
_PURE: Final = "纯佣"


@dataclass(frozen=True)
class Offers:
    """The offers of a line, and what was wrong with others."""

    offers: tuple[Offer, ...]
    problems: tuple[Problem, ...]


def offers_of(line: Line) -> Offers:
    """The offers a row of terms names, or one for each column of quotes that holds a fee."""
    rows = [_quoted(line, place) for place in range(len(line.bound.quotes))]
    if any(not is_empty(raw) and not _no_quote(line, raw) for raw in map(line.raw, _TERMS.values())):
        rows.append(_dealt(line))
    return Offers(
        tuple(o for one in rows for o in one.offers), tuple(p for one in rows for p in one.problems)
    )


def _quoted(line: Line, position: int) -> Offers:
    quote, place = line.bound.quotes[position]
    if is_empty(line.cells[place]) or _no_quote(line, line.cells[place]):
        return Offers((), ())
    fee, problem = line.checked_at(place, OFFER_RULES["slot_fee"])
    if problem:
        return Offers((), (problem,))
    return Offers(
        (Offer(quote.name, fee, form=Form(quote.form)),) if isinstance(fee, float) and fee else (), ()
    )


def _no_quote(line: Line, raw: Raw) -> bool:
    return clean(raw) in line.bound.layout.no_quote


def _dealt(line: Line) -> Offers:
    """The offers of the columns of terms; a cell of words (``坑位费3000+佣金20%``) may hold several deals."""
    values, problems = dict[str, object](), list[Problem]()
    written: dict[str, tuple[Terms, ...]] = {}
    for name, column in _OFFER.items():
        if name == "name" and (ladder := ladder_of(line.raw(column))):
            values |= {"steps": ladder.steps} | ({} if ladder.base is None else {"commission": ladder.base})
            values |= {"slot_fee": 0.0} if _PURE in clean(line.raw(column)) else {}
        if name in _SHARES and (ladder := ladder_of(line.raw(column))) and _fits(ladder, values):
            values |= {"steps": ladder.steps} | ({} if ladder.base is None else {"commission": ladder.base})
            continue
        value, problem = line.checked(column, OFFER_RULES[name])
        if name == "name" or (name in _PAID and problem and problem.code == "not_a_number"):
            written[column] = terms_of(line.raw(column))
        values |= {} if value is None else {name: value}
        is_told = problem and not written.get(column) and not _no_quote(line, line.raw(column))
        problems += [problem] if problem and is_told else []
    several = next((column for column in (*_PAID, "offer") if len(written.get(column, ())) > 1), "")
    if several:
        found = [
            _made(line, {**values, "name": one.text}, [(several, one)], True) for one in written[several]
        ]
    else:
        single = [(column, deals[0]) for column, deals in written.items() if deals]
        found = [_made(line, values, single, several=False)]
    offers = tuple(dict.fromkeys(offer for one in found for offer in one.offers))
    return Offers(offers, (*problems, *(p for one in found for p in one.problems)))


def _made(
    line: Line, known: Mapping[str, object], deals: Sequence[tuple[str, Terms]], several: bool
) -> Offers:
    """One offer of checked terms and of deals in words.

    A figure in a column of its own counts, but for one of several deals of a line: it says what its kind leaves unpaid.
    """
    values, problems = dict(known), list[Problem]()
    for column, deal in deals:
        for name, raw in deal.figures.items():
            value, problem = OFFER_RULES[name].check(name, raw)
            problems += [line.problem(problem.code, column, **problem.values)] if problem else []
            if value is not None and (name not in values or several):
                values[name] = value
        for name, nothing in deal.unpaid.items():
            if not several and values.get(name, nothing) != nothing:
                problems.append(
                    line.problem("terms_contradict", column, text=deal.text, value=_figure(values[name]))
                )
            values = {**values, name: nothing} if several else {name: nothing, **values}
        values = {"form": deal.form, **values} if deal.form else values
    return Offers((_offer(values),), tuple(problems))


def _fits(ladder: Ladder, values: Mapping[str, object]) -> bool:
    """Whether a tiered commission says nothing else than what is known of the offer already."""
    return ladder.base is None or values.get("commission", ladder.base) == ladder.base


def _figure(value: object) -> float | None:
    return value if isinstance(value, float) else None


def _offer(values: Mapping[str, object]) -> Offer:
    """An offer of checked terms, named by them where it has no name."""
    terms = {**values, "form": Form(str(values.get("form", Form.LIVE)))}
    offer = Offer(**terms)  # type: ignore[arg-type]
    return offer if offer.name else replace(offer, name=offer.terms())
