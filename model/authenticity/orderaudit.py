"""The orders of every host of a shop checked at once, with what a dispute needs: when, how much, which orders."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from model.authenticity.claims import OwnFigures
from model.authenticity.orderlines import Orders, orders_of
from model.authenticity.orders import OrderCheck, Shown, check_orders
from model.authenticity.robust import Floats, Ints
from model.authenticity.roster import Verdict
from model.authenticity.sessions import hosts_of, shown_of
from model.authenticity.suspects import Suspect, moment, suspects
from model.batches import Batch, BatchKind
from model.errors import Cancelled
from model.intake.joined.arrays import NO_DAY
from model.intake.joined.joining import join
from model.intake.joined.sales import Named, Sales, sales_of
from model.policy import Policy
from model.records import Influencer
from model.watching import Progress, quiet

DOUBTED: Final = frozenset({Verdict.DOUBTFUL, Verdict.PADDED})
_STEPS: Final = 14
"""About so many steps there are, for the progress shown."""
_LATE: Final = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class OrderAudit:
    """The orders of every host: who they are, and what their orders look like.

    ``paid`` is yuan by host, ``first`` and ``last`` the moments of his orders (seconds since 1970-01-01, ``NO_DAY``
    where unknown); ``suspects`` are the orders behind the findings, of hosts whose orders look doubtful or padded;
    ``own`` is what the shop has seen, for claims.
    """

    hosts: Named
    check: OrderCheck
    suspects: Mapping[int, tuple[Suspect, ...]]
    paid: Floats
    first: Ints
    last: Ints
    own: OwnFigures = field(default_factory=OwnFigures)

    def name(self, place: int) -> str:
        """What a host is called: his name, else his id."""
        return self.hosts.names[place] or self.hosts.ids[place]

    def span(self, place: int) -> tuple[dt.datetime | None, dt.datetime | None]:
        """The moments of a host's first and last order, None where no time is known."""
        return moment(int(self.first[place])), moment(int(self.last[place]))


def order_audit(
    batches: Sequence[Batch],
    policy: Policy,
    today: dt.date | None = None,
    roster: Sequence[Influencer] = (),
) -> OrderAudit | None:
    """Check the orders of every host in the files of a shop; None without orders that name a host."""
    if not any(batch.kind is BatchKind.ORDERS for batch in batches):
        return None
    return audit_sales(sales_of(join(batches), today), batches, policy, roster)


def audit_sales(
    sales: Sales,
    beside: Sequence[Batch],
    policy: Policy,
    roster: Sequence[Influencer] = (),
    progress: Progress = quiet,
    cancelled: Callable[[], bool] = lambda: False,
) -> OrderAudit | None:
    """Check sales that are joined already; None where none of them names a host.

    Args:
        sales: the lines paid for.
        beside: batches as :data:`model.batches.BESIDE` names them; others are left alone.
        policy: all figures.
        roster: names those hosts of whom the orders have the id only.
        progress: told ``checking_orders`` with a share 0-1.
        cancelled: asked between steps.

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    if not sales.lines or not sales.hosts.count:
        return None
    done = 0

    def step() -> None:
        nonlocal done
        if cancelled():
            raise Cancelled
        done += 1
        progress("checking_orders", min(done / _STEPS, 1.0))

    step()
    rule, hosts = policy.order_water, _called(hosts_of(beside, sales.hosts), roster)
    found = orders_of(sales, beside, rule.day_hours, hosts)
    step()
    shown = shown_of(beside, hosts, found, policy.reach.visit_live)
    check = check_orders(found, rule, shown, step)
    behind: dict[int, tuple[Suspect, ...]] = {}
    for place in (n for n in range(hosts.count) if check.verdict(n) in DOUBTED):
        if cancelled():
            raise Cancelled
        signs = frozenset(one.code for one in check.host(place).evidence if one.weight >= rule.heavy)
        behind[place] = suspects(sales, found, place, signs, rule)
    progress("checking_orders", 1.0)
    paid = sales.number("paid_fen") / 100
    host = np.where(sales.hosts.codes < 0, hosts.count, sales.hosts.codes)
    by_host = np.bincount(host, paid, hosts.count + 1)[: hosts.count].astype(np.float64)
    own = OwnFigures(_rates(shown), _price(sales, paid))
    return OrderAudit(hosts, check, behind, by_host, *_spans(found), own)


def _called(hosts: Named, roster: Sequence[Influencer]) -> Named:
    """The hosts, by the roster's names where the orders have none."""
    known = {host.id: host.name for host in roster}
    pairs = zip(hosts.ids, hosts.names, strict=True)
    return replace(hosts, names=tuple(name or known.get(id_, "") for id_, name in pairs))


def _spans(found: Orders) -> tuple[Ints, Ints]:
    """The first and the last moment of every host's orders."""
    there = (found.second != NO_DAY) & (found.host < found.hosts)
    first, last = np.full(found.hosts, _LATE), np.full(found.hosts, NO_DAY)
    np.minimum.at(first, found.host[there], found.second[there])
    np.maximum.at(last, found.host[there], found.second[there])
    return np.where(first == _LATE, NO_DAY, first), last


def _rates(shown: Shown | None) -> tuple[float, ...]:
    """Orders per viewer of every host with sessions among the orders' days."""
    if shown is None:
        return ()
    some = shown.viewers > 0
    rates: list[float] = (shown.paid[some] / shown.viewers[some]).tolist()
    return tuple(rates)


def _price(sales: Sales, paid: Floats) -> float | None:
    """The middle of what is paid for an order, yuan."""
    codes, count = sales.orders
    sums = np.bincount(codes, paid, count)
    some = sums[sums > 0]
    return float(np.median(some)) if len(some) else None
