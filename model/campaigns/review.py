"""Plan against fact of every campaign and host: what the results page shows."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Final

from model.advice import grades
from model.batches import Batch
from model.campaigns.facts import Facts, Outcome, facts_of
from model.campaigns.loyalty import Loyalty, loyalty
from model.campaigns.money import Agreed, Ledger, Money, money_of
from model.campaigns.names import Seller
from model.campaigns.plans import Planned, Run, planned
from model.campaigns.settling import Difference, Settled, Statement, statements
from model.economics import CostBasis, cost_basis
from model.intake.joined.arrays import day_of
from model.intake.joined.lines import SamePerson
from model.intake.joined.sales import Sales
from model.matrix.kept import Kept
from model.policy import Policy
from model.records import Snapshot, same_text
from model.repurchase.grading import Evidence, Grade
from model.results import Result

FIGURES: Final = tuple(one.name for one in fields(Result) if one.name not in ("id", "product", "date"))
"""What a result says beside host, product and day."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure of which the merchant says ``own`` and the files ``files``; his word counts."""

    name: str
    own: float
    files: float


@dataclass(frozen=True, slots=True)
class Row:
    """One host with one product in one campaign. ``result`` is what counts: the merchant's figures, else the files'.

    ``own`` is what he gave, ``last`` the last day with a sale or session. ``young``: so near the end of the orders
    that returns may still come in. ``beside`` is the campaign's main product where this is another one: a forecast of
    today is then given there alone, as the model knows of one product a session. ``loyalty`` is that of the whole campaign, whatever the product; ``settled`` and
    ``differences`` that of the host in all statements. None and empty where nothing can be said.
    """

    seller: Seller
    result: Result
    last: dt.date
    own: Result | None = None
    conflicts: tuple[Conflict, ...] = ()
    planned: Planned | None = None
    money: Money | None = None
    loyalty: Loyalty | None = None
    settled: Settled | None = None
    differences: tuple[Difference, ...] = ()
    commission_missing: int | None = None
    young: bool = False
    beside: str = ""

    @property
    def key(self) -> str:
        """By what the row is known in tables."""
        return f"{self.result.id}/{self.result.product}/{self.result.date.isoformat()}"


@dataclass(frozen=True, eq=False)
class Review:
    """All rows, the latest first, and the statements; ``end`` is the last day of the orders.

    ``shared`` orders of two products are counted in two rows.
    """

    rows: tuple[Row, ...] = ()
    statements: tuple[Statement, ...] = ()
    undated: int = 0
    end: dt.date | None = None
    shared: int = 0


@dataclass(frozen=True)
class Imported:
    """What lies in the project of files: the sales with the batches they were joined from.

    ``bills`` are the statements already compared with the orders; without them that is done now, which takes longest.
    """

    sales: Sales
    batches: Sequence[Batch]
    persons: Sequence[SamePerson] = ()
    accounts: Sequence[tuple[str, str, str]] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    bills: tuple[Statement, ...] | None = None


def review(
    snapshot: Snapshot, own: Sequence[Result], kept: Sequence[Kept], imported: Imported | None, policy: Policy
) -> Review:
    """Lay plan and fact beside each other.

    Args:
        snapshot: roster and catalogue.
        own: results the merchant gave, typed or from his own table.
        kept: the plans he kept, the oldest first.
        imported: what files say; None without any.
        policy: all figures.
    """
    rule = policy.results
    facts = _facts(imported, snapshot, rule.campaign_gap) if imported else None
    drafts = _drafts(facts.outcomes if facts else (), own, snapshot, int(rule.campaign_gap))
    graded = _graded(drafts, snapshot, policy, imported.evidence if imported else {})
    plans = planned([_run(one.row) for one in drafts], kept, snapshot.influencers, graded, policy)
    costs = {
        name: cost_basis(grade.product, grade.attributes.category, policy) for name, grade in graded.items()
    }
    first = _first_rows(drafts)
    rows = [_priced(one, plan, costs, first) for one, plan in zip(drafts, plans, strict=True)]
    bills = _bills(imported, snapshot)
    end = day_of(imported.sales.end) if imported else None
    if imported and facts:
        rows = _with_loyalty(rows, facts, loyalty(imported.sales, facts.campaigns, rule))
        rows = [_with_statements(row, bills) for row in rows]
        rows = [replace(row, young=bool(end and (end - row.last).days < rule.returns_days)) for row in rows]
    rows.sort(key=lambda row: (-row.result.date.toordinal(), row.seller.name, row.result.product))
    undated, shared = (facts.undated, facts.shared) if facts else (0, 0)
    return Review(tuple(rows), bills, undated, end, shared)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row with what only files know of it."""

    row: Row
    outcome: Outcome | None = None


def _facts(imported: Imported, snapshot: Snapshot, gap: float) -> Facts:
    return facts_of(
        imported.sales, imported.batches, snapshot.influencers, snapshot.products, gap, imported.persons
    )


def _bills(imported: Imported | None, snapshot: Snapshot) -> tuple[Statement, ...]:
    if imported is None:
        return ()
    if imported.bills is not None:
        return imported.bills
    return statements(imported.batches, snapshot.influencers, imported.accounts)


# ── what was, by files and by the merchant ──


def _drafts(outcomes: Iterable[Outcome], own: Iterable[Result], snapshot: Snapshot, gap: int) -> list[_Draft]:
    """Every outcome of files with the own result that is about it; other own results stand by themselves."""
    found = list(outcomes)
    given: dict[int, Result] = {}
    alone: list[Result] = []
    for one in own:
        place = _about(one, found, given, gap)
        if place is None:
            alone.append(one)
        else:
            given[place] = one
    names = {host.id: Seller(host.id, host.name, host.platform) for host in snapshot.influencers}
    names |= {one.seller.id: one.seller for one in found}
    rows = [_Draft(_merged(one, given.get(place)), one) for place, one in enumerate(found)]
    return rows + [
        _Draft(Row(names.get(one.id, Seller(one.id, one.id, "other")), one, one.date, one)) for one in alone
    ]


def _about(own: Result, found: Sequence[Outcome], taken: Mapping[int, Result], gap: int) -> int | None:
    """The outcome of the same host and product that the own result's day lies in, or is nearest to."""
    near = [
        (_apart(own.date, one), place)
        for place, one in enumerate(found)
        if place not in taken and one.result.id == own.id and same_text(one.result.product, own.product)
    ]
    near = [pair for pair in near if pair[0] <= gap]
    return min(near)[1] if near else None


def _apart(day: dt.date, one: Outcome) -> int:
    return max((one.result.date - day).days, (day - one.last).days, 0)


def _merged(one: Outcome, own: Result | None) -> Row:
    files = one.result
    if own is None:
        return Row(one.seller, files, one.last, commission_missing=one.commission_missing)
    said = {name: value for name in FIGURES if (value := getattr(own, name)) is not None}
    conflicts = tuple(
        Conflict(name, value, told)
        for name, value in said.items()
        if (told := getattr(files, name)) is not None and told != value
    )
    missing = 0 if own.commission_paid is not None else one.commission_missing
    return Row(one.seller, replace(files, **said), one.last, own, conflicts, commission_missing=missing)


# ── plan and money ──


def _graded(
    drafts: Iterable[_Draft], snapshot: Snapshot, policy: Policy, evidence: Mapping[str, Evidence]
) -> dict[str, Grade]:
    """The grades of the products that were sold, by the name results have for them."""
    names = dict.fromkeys(one.row.result.product for one in drafts)
    goods = {name: next((p for p in snapshot.products if same_text(p.name, name)), None) for name in names}
    sold = {name: product for name, product in goods.items() if product is not None}
    found = grades(sold.values(), policy, evidence, snapshot.products)
    return dict(zip(sold, found, strict=True))


def _run(row: Row) -> Run:
    one = row.result
    share = one.commission_paid / one.net_gmv if one.commission_paid is not None and one.net_gmv else None
    return Run(one.id, one.product, one.date, row.last, one.sessions or None, one.slot_fee_paid, share)


def _first_rows(drafts: Iterable[_Draft]) -> dict[tuple[str, dt.date], Row]:
    """Of every campaign the row that bears its slot fee: the one that has it, else that with the most orders."""
    of: dict[tuple[str, dt.date], Row] = {}
    for row in (one.row for one in drafts):
        key = (row.result.id, row.result.date)
        if key not in of or _bears(row) > _bears(of[key]):
            of[key] = row
    return of


def _bears(row: Row) -> tuple[bool, int]:
    return row.result.slot_fee_paid is not None, row.result.orders or 0


def _priced(
    draft: _Draft,
    plan: Planned | None,
    costs: Mapping[str, CostBasis],
    first: Mapping[tuple[str, dt.date], Row],
) -> Row:
    one, main = draft.row.result, first[draft.row.result.id, draft.row.result.date]
    is_first = main.key == draft.row.key
    own_plan = plan if plan and (is_first or plan.basis == "kept") else None
    row = replace(draft.row, planned=own_plan, beside="" if is_first else main.result.product)
    basis = costs.get(one.product)
    if basis is None or one.orders is None:
        return row
    agreed = Agreed(plan.agreed.commission if plan else None, None, 0.0)
    if plan and is_first:
        agreed = Agreed(plan.agreed.commission, plan.foreseen.slot_fee, plan.samples)
    fee = one.slot_fee_paid if is_first or one.slot_fee_paid is not None else 0.0
    return replace(row, money=money_of(_ledger(row, draft.outcome, fee), basis, agreed))


def _ledger(row: Row, outcome: Outcome | None, fee: float | None) -> Ledger:
    """What is known of the money; pieces only where the files' orders are those that count."""
    one, alike = row.result, outcome is not None and not any(c.name in _COUNTS for c in row.conflicts)
    counted = outcome if alike else None
    return Ledger(
        one.orders or 0,
        one.refunded_orders,
        counted.pieces if counted else None,
        counted.pieces_back if counted else None,
        one.gmv,
        one.net_gmv,
        None if row.commission_missing else one.commission_paid,
        counted.platform_fee if counted else None,
        fee,
    )


_COUNTS: Final = ("orders", "refunded_orders")


# ── customers and statements ──


def _with_loyalty(rows: Sequence[Row], facts: Facts, found: Sequence[Loyalty]) -> list[Row]:
    of: dict[tuple[str, dt.date | None], Loyalty] = {}
    for place, one in enumerate(found):
        seller = facts.campaigns.sellers[int(facts.campaigns.seller[place])]
        of[seller.id, day_of(int(facts.campaigns.first[place]))] = one
    return [replace(row, loyalty=of.get((row.result.id, row.result.date))) for row in rows]


def _with_statements(row: Row, bills: Iterable[Statement]) -> Row:
    mine = [bill.hosts[row.result.id] for bill in bills if row.result.id in bill.hosts]
    if not mine:
        return row
    wrong = tuple(one for bill in bills for one in bill.differences if one.host == row.result.id)
    total = Settled(*(sum(getattr(one, part.name) for one in mine) for part in fields(Settled)))
    return replace(row, settled=total, differences=wrong)
