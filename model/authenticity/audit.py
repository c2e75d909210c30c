"""All checks of a shop at once: figures of hosts, fair fees, results of campaigns, and orders."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from model.authenticity.fee import Fees, fair_fees
from model.authenticity.odds import prior_odds
from model.authenticity.own import own_results
from model.authenticity.pieces import Piece
from model.authenticity.roster import Evidence, RosterCheck, check_roster
from model.intake.lists.extras import Extra
from model.policy import Policy
from model.records import Influencer, Snapshot
from model.results import Result
from model.watching import Step, quiet, stepping

if TYPE_CHECKING:
    from model.authenticity.orderaudit import OrderAudit

_ALONE: Final = 0.95
"""So much of what a verdict takes a single sign may weigh."""
_CHECKED: Final = 0.4
"""How much is done when the hosts are checked and their fair fees are not yet known."""


@dataclass(frozen=True, eq=False)
class Audit:
    """What all checks found; ``orders`` is None without order files."""

    check: RosterCheck
    fees: Fees
    orders: "OrderAudit | None"


def audit(
    snapshot: Snapshot,
    policy: Policy,
    extras: Mapping[str, Extra],
    results: Sequence[Result] = (),
    orders: "OrderAudit | None" = None,
    progress: Step = quiet,
    cancelled: Callable[[], bool] = lambda: False,
) -> Audit:
    """Check the hosts of a shop by all that is known.

    Args:
        snapshot: the hosts, and the products whose audience they should meet.
        policy: all figures.
        extras: the figures beside the hosts' records, by id.
        results: the shop's own.
        orders: what the hosts' orders look like, where they are known.
        progress: told ``checking_hosts`` with a share 0-1.
        cancelled: asked between steps.

    Raises:
        Cancelled: when ``cancelled()`` turns true.
    """
    told = stepping(progress, cancelled)

    def step(share: float) -> None:
        told("checking_hosts", share)

    step(0.0)
    hosts = snapshot.influencers
    own = [piece for piece in (own_results(hosts, results, policy),) if piece is not None]
    own += order_pieces(hosts, orders, policy) if orders else []
    check = check_roster(hosts, policy, extras, snapshot.products, own, lambda share: step(_CHECKED * share))
    fees = fair_fees(check, policy, lambda share: step(_CHECKED + (1 - _CHECKED) * share))
    step(1.0)
    return Audit(check, fees, orders)


def order_pieces(hosts: Sequence[Influencer], orders: "OrderAudit", policy: Policy) -> list[Piece]:
    """The signs in orders as evidence on the hosts of a roster, known by id, else by platform and name.

    Evidence of orders adds up by a discount of its own, so its weights are put on the scale of the roster's;
    no sign is heavy enough to call a host padded by itself.
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
    scale = policy.order_water.dependence / max(policy.water.dependence, 0.01)
    rule = policy.water
    alone = (prior_odds(rule.padded_above) - prior_odds(rule.padded_prior)) / max(rule.dependence, 0.01)
    codes = dict.fromkeys(one.code for of in found for one in of)
    return [_piece(code, found, scale, max(_ALONE * alone, 0.0)) for code in codes]


def _piece(code: str, found: Sequence[Sequence[Evidence]], scale: float, most: float) -> Piece:
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
        np.array([min(one.weight * scale, most) if one else nan for one in of]), np.full(len(of), nan),
        np.array([sides[one.side] if one else 0 for one in of], np.int64), count, np.zeros(len(of), np.int64), own=True, clears=True,
    )  # fmt: skip
