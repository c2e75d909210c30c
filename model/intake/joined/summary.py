"""What joined order lines say of customers, products, hosts and the shop as a whole."""

import datetime as dt
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import numpy as np

from model.batches import OrderState
from model.intake.joined.arrays import NO_DAY, NONE, Ints, day_of, runs
from model.intake.joined.lines import Lines
from model.intake.joined.linking import sums
from model.intake.joined.occasions import occasion_days
from model.intake.joined.sales import Named, Sales, sales_of
from model.intake.joined.summaries import Counted, Customers, HostSales, Overview, ProductSales, Summary
from model.intake.joined.vectors import coded

__all__ = [
    "Counted",
    "Customers",
    "HostSales",
    "Overview",
    "ProductSales",
    "Summary",
    "customers",
    "hosts",
    "overview",
    "products",
    "summary",
]

_THREADS: Final = 2


def summary(lines: Lines | Sales, today: dt.date | None = None) -> Summary:
    """All parts, of joined lines or of sales that are needed again; lines after ``today`` are taken for mistyped dates and left out of everything but the states."""
    sales = sales_of(lines, today)
    # Sorting leaves Python alone, so two parts at a time take little more than half as long.
    with ThreadPoolExecutor(_THREADS) as pool:
        products, hosts = pool.submit(_products, sales), pool.submit(_hosts, sales)
        customers, overview = pool.submit(_customers, sales), pool.submit(_overview, sales)
    return Summary(customers.result(), products.result(), hosts.result(), overview.result())


def customers(lines: Lines, today: dt.date | None = None) -> Customers:
    """Known buyers, in the order in which they first appear among the lines."""
    return _customers(sales_of(lines, today))


def products(lines: Lines, today: dt.date | None = None) -> tuple[ProductSales, ...]:
    """Products by platform and id (by name where there is no id), most paid first."""
    return _products(sales_of(lines, today))


def hosts(lines: Lines, today: dt.date | None = None) -> tuple[HostSales, ...]:
    """Hosts by platform and id (by name where there is no id), most paid first; lines without a host are left out."""
    return _hosts(sales_of(lines, today))


def overview(lines: Lines, today: dt.date | None = None) -> Overview:
    """The lines in one record."""
    return _overview(sales_of(lines, today))


def _customers(sales: Sales) -> Customers:
    who, day, net = sales.occasions
    starts = runs(who)
    counts = np.diff(np.append(starts, len(who)))
    first = day[starts]
    total = np.add.reduceat(net, starts) if len(starts) else net
    return Customers(
        buyer=sales.buyers[who[starts]],
        x=counts - 1,
        t_x=day[starts + counts - 1] - first,
        T=sales.end - first,
        net_fen=total,
        again_fen=total - net[starts],
        first_day=first.astype("datetime64[D]"),
        last_day=day_of(sales.end),
    )


def _products(sales: Sales) -> tuple[ProductSales, ...]:
    named = sales.products
    buyer_lines = _buyer_lines(sales, named)
    product, _, again = _pairs(sales, named)
    bought = np.bincount(product, minlength=named.count) + _by_alone(sales, named)
    back = np.bincount(product[again > 0], minlength=named.count)
    totals = _totals(sales, named)
    columns = [
        *totals,
        buyer_lines,
        *_where(buyer_lines, bought, back, sums(product, again, named.count)),
    ]
    return tuple(ProductSales(*row) for row in _rows(named, totals[-2], columns))


def _hosts(sales: Sales) -> tuple[HostSales, ...]:
    named = sales.hosts
    totals = _totals(sales, named)
    buyer_lines = _buyer_lines(sales, named)
    host, customer, _ = _pairs(sales, named)
    came_back = np.bincount(sales.occasions[0], minlength=len(sales.buyers)) > 1
    bought = np.bincount(host, minlength=named.count) + _by_alone(sales, named)
    back = np.bincount(host[came_back[customer]], minlength=named.count)
    unknown = np.where(sales.has("commission_fen"), NONE, named.codes)
    columns = [
        *totals,
        totals[-2] - totals[-1],
        sums(named.codes, sales.number("commission_fen"), named.count),
        np.bincount(unknown[unknown != NONE], minlength=named.count),
        buyer_lines,
        *_where(buyer_lines, bought, back),
        *_days(sales, named),
    ]
    return tuple(HostSales(*row) for row in _rows(named, totals[-2], columns))


def _overview(sales: Sales) -> Overview:
    lines = sales.lines
    states, words = coded(sales.table["state"])
    tally = np.bincount(states[states != NONE], minlength=len(words)).tolist()
    hosted = sales.hosts.codes != NONE
    dated = sales.day[sales.day != NO_DAY]
    paid = sales.number("paid_fen")
    return Overview(
        lines=sales.table.num_rows,
        states={OrderState(word): n for word, n in zip(words.to_pylist(), tally, strict=True) if n},
        later=sales.later,
        undated=lines - len(dated),
        first_day=day_of(int(dated.min())) if len(dated) else None,
        last_day=day_of(sales.end),
        orders=sales.orders[1],
        paid_fen=int(paid.sum()),
        refunded_fen=int(sales.number("refunded_fen").sum()),
        commission_fen=int(sales.number("commission_fen").sum()),
        fee_fen=int(sales.number("fee_fen").sum()),
        hosts=sales.hosts.count,
        host_lines=int(hosted.sum()),
        host_paid_fen=int(paid[hosted].sum()),
        products=sales.products.count,
        buyer_lines=int((sales.customer != NONE).sum()),
        customers=len(runs(sales.occasions[0])),
        counted=_counted(sales),
        foreign=sales.foreign,
    )


def _counted(sales: Sales) -> Counted:
    stands = sales.stands_paid & (sales.customer != NONE)
    who, size = sales.customer[stands], len(sales.buyers)
    codes, orders = sales.orders
    of_order = np.full(orders, NONE)
    of_order[codes[stands]] = who
    tallies = (
        np.bincount(who, minlength=size),
        np.bincount(of_order[of_order != NONE], minlength=size),
        np.bincount(sales.visits.group[sales.visits.marked], minlength=size),
    )
    return Counted(int((tallies[0] > 0).sum()), *(int((tally > 1).sum()) for tally in tallies))


def _totals(sales: Sales, named: Named) -> list[Ints]:
    """Lines, orders, quantity, paid and refunded of each thing."""
    codes, count = named.codes, named.count
    lines = np.bincount(codes[codes != NONE], minlength=count)
    money = (sums(codes, sales.number(name), count) for name in ("quantity", "paid_fen", "refunded_fen"))
    return [lines, lines - _again_in_order(sales, named), *money]


def _again_in_order(sales: Sales, named: Named) -> Ints:
    """For each thing the lines that name it once more in the same order. Most orders have one line and need no sort."""
    orders, count = sales.orders
    several = np.flatnonzero((np.bincount(orders, minlength=count)[orders] > 1) & (named.codes != NONE))
    # Lines of an order stand together in most files, and a stable sort makes use of it.
    pair = np.sort(orders[several] * named.count + named.codes[several], kind="stable")
    again = pair[1:][pair[1:] == pair[:-1]]
    return np.bincount(again % max(named.count, 1), minlength=named.count)


def _buyer_lines(sales: Sales, named: Named) -> Ints:
    return np.bincount(named.codes[(named.codes != NONE) & (sales.customer != NONE)], minlength=named.count)


def _by_alone(sales: Sales, named: Named) -> Ints:
    """For each thing the customers who have no further line in the shop."""
    good = sales.alone & (named.codes != NONE) & (sales.day != NO_DAY) & (sales.net > 0)
    return np.bincount(named.codes[good], minlength=named.count)


def _pairs(sales: Sales, named: Named) -> tuple[Ints, Ints, Ints]:
    """Thing, customer and occasions beyond the first, for every two with an occasion.

    Customers of one line, who are many and need no sort, are left to :func:`_by_alone`.
    """
    size = max(len(sales.buyers), 1)
    rows = np.flatnonzero((named.codes != NONE) & (sales.customer != NONE) & ~sales.alone)
    pair = named.codes[rows] * size + sales.customer[rows]
    pair, _ = occasion_days(pair, sales.day[rows], sales.net[rows])
    starts = runs(pair)
    again = np.diff(np.append(starts, len(pair))) - 1
    pair = pair[starts]
    return pair // size, pair % size, again


def _days(sales: Sales, named: Named) -> Iterator[list[dt.date | None]]:
    """First and last day of each thing."""
    dated = (named.codes != NONE) & (sales.day != NO_DAY)
    codes, day = named.codes[dated], sales.day[dated]
    last = np.full(named.count, NO_DAY)
    np.maximum.at(last, codes, day)
    first = np.where(last == NO_DAY, NO_DAY, np.iinfo(np.int64).max)
    np.minimum.at(first, codes, day)
    for numbers in (first, last):
        yield [day_of(number) for number in numbers.tolist()]


def _where(there: Ints, *columns: Ints) -> Iterator[list[int | None]]:
    """Columns with None where nothing can be known."""
    for column in columns:
        pairs = zip(there.tolist(), column.tolist(), strict=True)
        yield [value if can else None for can, value in pairs]


def _rows(named: Named, paid: Ints, columns: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """The columns as rows with id, name and platform before them, most paid first."""
    plain = [column.tolist() if isinstance(column, np.ndarray) else column for column in columns]
    rows = list(zip(named.ids, named.names, named.platforms, *plain, strict=True))
    return (rows[place] for place in np.argsort(-paid, kind="stable").tolist())
