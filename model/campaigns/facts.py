"""What campaigns brought, worked out of imported files: one outcome for each host, product and campaign."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from model.batches import Batch, BatchKind
from model.campaigns.names import Seller, Sellers, wares
from model.intake.joined.arrays import NO_DAY, NONE, Ints, Mask, day_number, day_of, ranked
from model.intake.joined.lines import SamePerson
from model.intake.joined.linking import sums
from model.intake.joined.sales import Sales
from model.records import Influencer, Product
from model.results import Result

_EVER: Final = 1 << 20
"""More days than any shop has: host and day fit into one number."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A :class:`Result` as files tell it, and what only they know beside it.

    ``last`` is the last day with a sale or a session; ``pieces`` and ``pieces_back`` are those kept and those given
    back in whole; ``platform_fee`` (yuan) is None unless it is known of every line that stands;
    ``commission_missing`` counts the lines that stand without one. All None where no order names this host.
    """

    result: Result
    seller: Seller
    last: dt.date
    pieces: int | None = None
    pieces_back: int | None = None
    platform_fee: float | None = None
    commission_missing: int | None = None


@dataclass(frozen=True, eq=False)
class Campaigns:
    """All campaigns: of each a number for its host among ``sellers``, first and last day (days since 1970-01-01).

    ``of_line`` is the campaign of every line of the sales, ``NONE`` for lines without host or day.
    """

    sellers: tuple[Seller, ...]
    seller: Ints
    first: Ints
    last: Ints
    of_line: Ints

    def __len__(self) -> int:
        return len(self.seller)


@dataclass(frozen=True, eq=False)
class Facts:
    """Every outcome with the campaigns they are of; ``undated`` lines name a host but no day and are in none.

    An order of two products is one of either outcome: ``shared`` is by how many their sum is too high.
    """

    outcomes: tuple[Outcome, ...]
    campaigns: Campaigns
    undated: int = 0
    shared: int = 0


def facts_of(
    sales: Sales,
    batches: Iterable[Batch] = (),
    hosts: Sequence[Influencer] = (),
    products: Sequence[Product] = (),
    gap: float = 14,
    persons: Iterable[SamePerson] = (),
) -> Facts:
    """What sold lines and lists of sessions tell of every host.

    Sales and sessions of a host less than ``gap`` days apart are one campaign, begun on its first day. Figures of
    whole sessions (their number, views, visits) cannot be told apart by product: they stand once, on the product with
    the most orders. A host in lists of sessions only has one outcome without a product.

    Args:
        sales: the lines that were paid for.
        batches: of which the lists of sessions are read.
        hosts: the roster; hosts are known by id, else by platform and name.
        products: the catalogue; products are known by name.
        gap: days without sale and session after which the next one is a new campaign.
        persons: hosts whom some files know by another id.
    """
    sellers = Sellers(hosts, persons)
    host = sellers.of_lines(sales.hosts)
    seen = _sessions(batches, sellers)
    dated = (host != NONE) & (sales.day != NO_DAY)
    found = _campaigns(np.where(dated, host, NONE), sales.day, seen, int(gap), sellers)
    sold = _sold(sales, found, products)
    told = _with_sessions([*sold, *_shown_only(found)], found, seen)
    ordered = sorted(told, key=lambda one: (one.result.date, one.seller.name, one.result.product))
    undated = int(((host != NONE) & ~dated).sum())
    return Facts(
        tuple(ordered), found, undated, sum(one.result.orders or 0 for one in sold) - _distinct(sales, found)
    )


# ── campaigns ──


@dataclass(frozen=True, slots=True)
class _Session:
    host: int
    day: int
    views: int | None
    visits: int | None
    orders: int | None
    refunded: int | None
    gmv_fen: int | None
    net_fen: int | None


def _sessions(batches: Iterable[Batch], sellers: Sellers) -> list[_Session]:
    """Every session once, whatever file it is in; views are times watched, else persons."""
    rows: dict[tuple[int, dt.datetime], _Session] = {}
    for batch in batches:
        if batch.kind is not BatchKind.SESSIONS:
            continue
        for row in batch.table.to_pylist():
            host = sellers.place(batch.platform, row["host_id"] or "", row["host"] or "")
            if host == NONE or row["start"] is None:
                continue
            views = row["visitors"] if row["views"] is None else row["views"]
            visits = row["product_clicks"] if row["product_visitors"] is None else row["product_visitors"]
            rows[host, row["start"]] = _Session(
                host, day_number(row["start"].date()), views, visits, row["orders"], row["refund_orders"],
                row["gmv_fen"], row["net_gmv_fen"],
            )  # fmt: skip
    return list(rows.values())


def _campaigns(host: Ints, day: Ints, seen: Sequence[_Session], gap: int, sellers: Sellers) -> Campaigns:
    """Every host's days one after another; a table of hosts and days is quicker than sorting the lines."""
    there = host != NONE
    who = np.append(host[there], np.array([one.host for one in seen], np.int64))
    when = np.append(day[there], np.array([one.day for one in seen], np.int64))
    place, days = _numbered(when)
    key = who * max(len(days), 1) + place
    number = np.zeros(len(sellers.found) * len(days), np.int64)
    number[key] = 1
    keys = np.flatnonzero(number)
    who, when = keys // max(len(days), 1), days[keys % max(len(days), 1)]
    new = np.ones(len(keys), bool)
    new[1:] = (who[1:] != who[:-1]) | (when[1:] - when[:-1] > gap)
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(keys)) - 1 if len(starts) else starts
    number[keys] = np.cumsum(new) - 1
    of_line = np.full(len(host), NONE)
    of_line[there] = number[key[: int(there.sum())]]
    return Campaigns(tuple(sellers.found), who[starts], when[starts], when[ends], of_line)


def _numbered(days: Ints) -> tuple[Ints, Ints]:
    """Days as places among the distinct ones, and those."""
    if not len(days):
        return days, days
    first = int(days.min())
    seen = np.zeros(int(days.max()) - first + 1, bool)
    seen[days - first] = True
    return (np.cumsum(seen) - 1)[days - first], np.flatnonzero(seen) + first


# ── orders ──


def _sold(sales: Sales, found: Campaigns, products: Sequence[Product]) -> list[Outcome]:
    ware, names = wares(sales.products, products)
    there = found.of_line != NONE
    width = max(len(names), 1)
    group, count = ranked(found.of_line[there] * width + ware[there])
    if not count:
        return []
    first = np.zeros(count, np.int64)
    first[group] = np.flatnonzero(there)
    stands = sales.stands_paid[there]
    piece = np.where(sales.number("quantity")[there] > 0, sales.number("quantity")[there], 1)
    fee_missing = np.where(stands & ~sales.has("fee_fen")[there], group, NONE)
    unknown = np.where(stands & ~sales.has("commission_fen")[there], group, NONE)
    columns = {
        "paid": sums(group, sales.number("paid_fen")[there], count),
        "net": sums(group, sales.net[there], count),
        "commission": sums(group, sales.number("commission_fen")[there], count),
        "fee": sums(group, sales.number("fee_fen")[there], count),
        "pieces": sums(np.where(stands, group, NONE), piece, count),
        "back": sums(np.where(stands, NONE, group), piece, count),
        "fee_missing": _counted(fee_missing, count),
        "missing": _counted(unknown, count),
        "lines": _counted(group, count),
    }
    orders, kept = _orders(sales.orders[0][there], group, stands, count)
    rows = zip(
        found.of_line[first].tolist(), ware[first].tolist(), orders.tolist(), kept.tolist(),
        *(column.tolist() for column in columns.values()), strict=True,
    )  # fmt: skip
    return [_outcome(found, names, row, list(columns)) for row in rows]


def _counted(group: Ints, count: int) -> Ints:
    return np.bincount(group[group != NONE], minlength=count)


def _orders(order: Ints, group: Ints, stands: Mask, count: int) -> tuple[Ints, Ints]:
    """Orders of every group, and those of which something was kept."""
    pair, pairs = ranked(order * count + group)
    of_pair, kept = np.zeros(pairs, np.int64), np.zeros(pairs, bool)
    of_pair[pair] = group
    kept[pair[stands]] = True
    return np.bincount(of_pair, minlength=count), np.bincount(of_pair[kept], minlength=count)


def _distinct(sales: Sales, found: Campaigns) -> int:
    """Orders of all campaigns, each once in a campaign whatever it holds."""
    there = found.of_line != NONE
    return ranked(sales.orders[0][there] * max(len(found), 1) + found.of_line[there])[1]


def _outcome(found: Campaigns, names: Sequence[str], row: tuple[int, ...], columns: Sequence[str]) -> Outcome:
    campaign, ware, orders, kept, *rest = row
    fen = dict(zip(columns, rest, strict=True))
    seller = found.sellers[int(found.seller[campaign])]
    commission = fen["commission"] / 100 if fen["missing"] < fen["lines"] else None
    result = Result(
        seller.id, names[ware], _day(found.first[campaign]), orders=orders, refunded_orders=orders - kept,
        gmv=fen["paid"] / 100, net_gmv=fen["net"] / 100, commission_paid=commission,
    )  # fmt: skip
    fee = None if fen["fee_missing"] else fen["fee"] / 100
    return Outcome(
        result, seller, _day(found.last[campaign]), fen["pieces"], fen["back"], fee, fen["missing"]
    )


def _shown_only(found: Campaigns) -> list[Outcome]:
    """Campaigns of which only lists of sessions speak."""
    with_lines = set(np.unique(found.of_line).tolist())
    return [
        Outcome(
            Result(found.sellers[seller].id, "", _day(found.first[place])),
            found.sellers[seller],
            _day(found.last[place]),
        )
        for place, seller in enumerate(found.seller.tolist())
        if place not in with_lines
    ]


def _day(number: int) -> dt.date:
    day = day_of(int(number))
    if day is None:
        raise ValueError(number)
    return day


# ── sessions ──


def _with_sessions(outcomes: Sequence[Outcome], found: Campaigns, seen: Sequence[_Session]) -> list[Outcome]:
    """The outcomes with the figures of their sessions; those of orders stay what the orders say."""
    of = _by_campaign(found, seen)
    main: dict[tuple[str, dt.date], Outcome] = {}
    for one in sorted(outcomes, key=lambda one: (-(one.result.orders or 0), one.result.product)):
        main.setdefault((one.result.id, one.result.date), one)
    told = []
    for one in outcomes:
        sessions = of.get((one.result.id, one.result.date), [])
        if not sessions or main[one.result.id, one.result.date] is not one:
            told.append(one)
            continue
        told.append(replace(one, result=_shown(one.result, sessions)))
    return told


def _shown(result: Result, sessions: Sequence[_Session]) -> Result:
    shown = replace(
        result, sessions=len(sessions), views=_total([one.views for one in sessions]), visits=_total([one.visits for one in sessions])
    )  # fmt: skip
    if result.orders is not None:
        return shown
    gmv, net = _total([one.gmv_fen for one in sessions]), _total([one.net_fen for one in sessions])
    return replace(
        shown,
        orders=_total([one.orders for one in sessions]),
        refunded_orders=_total([one.refunded for one in sessions]),
        gmv=None if gmv is None else gmv / 100,
        net_gmv=None if net is None else net / 100,
    )


def _total(values: Sequence[int | None]) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _by_campaign(found: Campaigns, seen: Sequence[_Session]) -> dict[tuple[str, dt.date], list[_Session]]:
    keys = found.seller * _EVER + found.first  # campaigns stand by host and day
    of: dict[tuple[str, dt.date], list[_Session]] = {}
    for one in seen:
        place = int(np.searchsorted(keys, one.host * _EVER + one.day, side="right")) - 1
        of.setdefault((found.sellers[one.host].id, _day(found.first[place])), []).append(one)
    return of
