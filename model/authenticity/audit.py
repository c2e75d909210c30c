"""All checks of a shop at once: figures of hosts, fair fees, results of campaigns, and orders."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from model.authenticity.extras import Extra
from model.authenticity.fee import Fees, fair_fees
from model.authenticity.own import own_results
from model.authenticity.pieces import Piece
from model.authenticity.roster import Evidence, RosterCheck, check_roster
from model.batches import Batch, BatchKind
from model.policy import Policy
from model.records import Influencer, Snapshot
from model.results import Result

if TYPE_CHECKING:
    from model.authenticity.orders import OrderCheck
    from model.intake.joined.sales import Named


@dataclass(frozen=True, eq=False)
class OrderAudit:
    """The orders of every host of the shop: who they are, and what their orders look like."""

    hosts: "Named"
    check: "OrderCheck"


@dataclass(frozen=True, eq=False)
class Audit:
    """What all checks found; ``orders`` is None without order files."""

    check: RosterCheck
    fees: Fees
    orders: OrderAudit | None


def audit(
    snapshot: Snapshot,
    policy: Policy,
    extras: Mapping[str, Extra],
    results: Sequence[Result] = (),
    batches: Sequence[Batch] = (),
    today: dt.date | None = None,
) -> Audit:
    """Check the hosts of a shop by all that is known; lines of orders after ``today`` are left out."""
    hosts = snapshot.influencers
    orders = order_audit(batches, policy, today)
    own = [piece for piece in (own_results(hosts, results, policy),) if piece is not None]
    own += order_pieces(hosts, orders, policy) if orders else []
    check = check_roster(hosts, policy, extras, snapshot.products, own)
    return Audit(check, fair_fees(check, policy), orders)


def order_audit(batches: Sequence[Batch], policy: Policy, today: dt.date | None = None) -> OrderAudit | None:
    """Check the orders of every host in the files of a shop; None without orders that name a host."""
    if not any(batch.kind is BatchKind.ORDERS for batch in batches):
        return None
    from model.authenticity.orderlines import orders_of
    from model.authenticity.orders import check_orders
    from model.authenticity.sessions import shown_of
    from model.intake.joined.joining import join
    from model.intake.joined.sales import sales_of

    sales = sales_of(join(batches), today)
    if not sales.lines or not sales.hosts.count:
        return None
    rule = policy.order_water
    found = orders_of(sales, batches, rule.day_hours)
    return OrderAudit(sales.hosts, check_orders(found, rule, shown_of(batches, sales.hosts, found)))


def order_pieces(hosts: Sequence[Influencer], orders: OrderAudit, policy: Policy) -> list[Piece]:
    """The signs in orders as evidence on the hosts of a roster, known by id, else by platform and name.

    Evidence of orders adds up by a discount of its own, so its weights are put on the scale of the roster's.
    """
    known = orders.hosts
    by_id = {id_: n for n, id_ in enumerate(known.ids) if id_}
    by_name = {
        (p, name): n for n, (p, name) in enumerate(zip(known.platforms, known.names, strict=True)) if name
    }
    where = [by_id.get(host.id, by_name.get((host.platform, host.name), -1)) for host in hosts]
    found: list[list[Evidence]] = [
        list(orders.check.host(place).evidence) if place >= 0 else [] for place in where
    ]
    scale = policy.order_water.dependence / policy.water.dependence
    codes = dict.fromkeys(one.code for of in found for one in of)
    return [_piece(code, found, scale) for code in codes]


def _piece(code: str, found: Sequence[Sequence[Evidence]], scale: float) -> Piece:
    of = [next((one for one in evidence if one.code == code), None) for evidence in found]
    nan = float("nan")
    peers = [
        (one.peers.low, one.peers.value, one.peers.high) if one and one.peers else (nan,) * 3 for one in of
    ]
    low, middle, high = np.array(peers, np.float64).reshape(-1, 3).T
    sides = {"low": -1, "usual": 0, "high": 1}
    count = np.array([one.count if one else 0 for one in of], np.int64)
    return Piece(
        code, np.array([one.value if one else nan for one in of]), low, middle, high,
        np.array([one.weight * scale if one else nan for one in of]), np.full(len(of), nan),
        np.array([sides[one.side] if one else 0 for one in of], np.int64), count, np.zeros(len(of), np.int64), own=True,
    )  # fmt: skip
