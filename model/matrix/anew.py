"""Some hosts of a table of candidates anew: changed, or with more numbers of sessions; all others stay as they are."""

from collections.abc import Iterable, Mapping

import numpy as np

from model.estimates import HostFacts
from model.matrix.candidates import FIGURES, Asked, Candidates, candidates, some
from model.policy import Policy
from model.records import Request


def with_hosts(
    table: Candidates, hosts: Mapping[int, HostFacts], policy: Policy, asked: Asked | None = None
) -> Candidates:
    """The same table with other facts of some hosts (by their place); only their candidates are made."""
    places = sorted(hosts)
    grades = tuple(worth.grade for worth in table.worths)
    made = candidates(
        tuple(hosts[i] for i in places),
        grades,
        policy,
        asked=asked or _present(table, places),
        known=table.known,
    )
    rest = some(table, np.flatnonzero(~np.isin(table.host, places)))
    owners = np.concatenate([rest.host, np.array(places, np.int64)[made.host]])
    order = np.argsort(owners, kind="stable")
    items = rest.items + made.items
    figures = {name: np.concatenate([getattr(rest, name), getattr(made, name)])[order] for name in FIGURES}
    every = tuple(hosts.get(i, host) for i, host in enumerate(table.hosts))
    joined = tuple(items[j] for j in order.tolist())
    return Candidates(every, table.worths, joined, **figures | {"host": owners[order]}, known=table.known)


def with_asked(table: Candidates, asked: Asked, policy: Policy) -> Candidates:
    """The same table with these numbers of sessions priced too, whether they pay or not, where the offers allow them."""
    places = {host.influencer.id: i for i, host in enumerate(table.hosts)}
    wanted = {places[host] for host, _ in asked if host in places}
    have = _present(table, sorted(wanted))
    lacking = {
        places[host]
        for (host, offer), sessions in asked.items()
        if host in places and not sessions <= have.get((host, offer), frozenset())
    }
    if not lacking:
        return table
    both = {key: asked.get(key, frozenset()) | have.get(key, frozenset()) for key in {*asked, *have}}
    return with_hosts(table, {i: table.hosts[i] for i in lacking}, policy, both)


def _present(table: Candidates, places: Iterable[int]) -> Asked:
    """The numbers of sessions that are priced for the offers of some hosts."""
    found: dict[tuple[str, str], frozenset[int]] = {}
    for i in places:
        start, end = np.searchsorted(table.host, [i, i + 1])
        for item in table.items[int(start) : int(end)]:
            key = item.host.influencer.id, item.offer.offer.name
            found[key] = found.get(key, frozenset()) | {item.sessions}
    return found


def booked(request: Request) -> Asked:
    """What is booked already: it is priced whether it pays or not."""
    wanted: dict[tuple[str, str], frozenset[int]] = {}
    for host, offer, sessions in request.limits.booked:
        wanted[host, offer] = wanted.get((host, offer), frozenset()) | {sessions}
    return wanted
