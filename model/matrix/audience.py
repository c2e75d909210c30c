"""Who is reached by several hosts: audience segments of a roster, and what each candidate draws from them.

A segment is a platform, a niche on it (the category's family, else the host's first tone) and a group of people by sex,
age and cities. A host whose audience is unknown has that of his whole niche, one whose niche is unknown too that of the
platform, so that little is counted where little is known. Within a segment hosts reach people independently (Sainsbury):
of people that were to be reached u times on average, e^-u are not reached at all, so u - 1 + e^-u are reached again. A host who
reaches the part r by himself adds -ln(1 - r) to u. What reaching again loses, how large segments are and who is in them:
``resources/policy/audiences.toml``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from model.agebands import AGES
from model.estimates import HostFacts
from model.matrix.candidates import Candidates
from model.matrix.engine.program import Reach
from model.policy import Policy
from model.records import CITIES, Audience, Influencer

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

SEXES: Final = (("female",), ("male",))
AGE_GROUPS: Final = (AGES[:2], AGES[2:3], AGES[3:])
CITY_GROUPS: Final = (CITIES[:3], CITIES[3:])
"""People are told apart no finer than hosts are known; finer groups would be smaller, and overlap more."""
PIECES: Final = 20
"""Straight pieces of the curve of what is lost: with fewer the search proves less (perf.md: at least 20)."""
FAR: Final = 4.0
"""Times everyone in a segment is reached from which on the curve is straight: all but e^-4 are reached by then."""
MOST: Final = 0.8
"""Part of a segment that one host reaches at most: who reached all of it would leave nothing to be told from chance."""
_SAME: Final = 9
"""Decimals to which two groups of people have the same hosts."""

Niche = tuple[str, str]
"""Platform, and family of categories (or tone, or "" for the whole platform)."""


@dataclass(frozen=True)
class Segments:
    """``part`` (hosts x segments): share of each host's viewers in each segment; ``people`` who can be told apart by chance.

    A row adds up to less than 1: the rest of the viewers are spread so thinly that nobody is met twice.
    """

    part: sparse.csr_array
    people: Floats


@dataclass(frozen=True)
class Audiences:
    """The segments of a roster as the choice counts them.

    ``size`` (segments x products): yuan that all people of a segment would bring; ``counted``, of the same shape: only
    where one session of everybody would reach more than the policy's share of the people; ``edge`` and ``slope`` of the
    curve of what is lost.
    """

    segments: Segments
    size: Floats
    counted: NDArray[np.bool_]
    edge: Floats
    slope: Floats


def segments(hosts: Sequence[HostFacts], policy: Policy) -> Segments:
    """The segments of these hosts; groups of people that all of them reach alike are one segment."""
    keys = [(_niche(host.influencer, policy), host.influencer.audience) for host in hosts]
    niches: dict[Niche, dict[Audience, None]] = {}
    for niche, audience in keys:
        niches.setdefault(niche, {})[audience] = None
    everyone = _cells(Audience(), policy)
    cells = {audience: _cells(audience, policy) for audience in {audience for _, audience in keys}}
    blocks, people, place = [], [np.zeros(0)], dict[tuple[Niche, Audience], int]()
    for niche, stated in niches.items():
        block, count = _merged(np.array([cells[audience] for audience in stated]), everyone)
        blocks.append(block * (policy.audiences.niche_share if niche[1] else 1.0))
        people.append(count * _people(niche, policy))
        place |= {(niche, audience): len(place) + n for n, audience in enumerate(stated)}
    if not blocks:
        return Segments(sparse.csr_array((0, 0)), people[0])
    known = sparse.csr_array(sparse.block_diag(blocks, format="csr"))
    return Segments(known[np.array([place[key] for key in keys])], np.concatenate(people))


def _niche(host: Influencer, policy: Policy) -> Niche:
    known = policy.category(host.category)
    if known is not None and known.code != "unknown":
        return host.platform, known.group
    return host.platform, host.tone[0] if host.tone else ""


def _people(niche: Niche, policy: Policy) -> float:
    """People of a niche among whom hosts are met by chance: fewer than there are, as some follow many and others none."""
    rule = policy.audiences
    users = rule.users.get(niche[0], rule.users["other"])
    return max(users * (rule.category_share if niche[1] else 1.0) / rule.duplication, 1.0)


def _cells(audience: Audience, policy: Policy) -> Floats:
    """Share of such viewers in each group of people; of an unknown audience that of all people in it."""
    rule = policy.audiences
    sexes = {"female": rule.women, "male": 1 - rule.women}
    sex, age, city = (
        _side(stated, groups, people, rule.stated_share)
        for stated, groups, people in (
            ((audience.sex,), SEXES, sexes),
            (audience.ages, AGE_GROUPS, rule.ages),
            (audience.cities, CITY_GROUPS, rule.cities),
        )
    )
    return np.asarray((sex[:, None, None] * age[:, None] * city).ravel())


def _side(
    stated: Sequence[str], groups: Sequence[Sequence[str]], people: Mapping[str, float], sure: float
) -> Floats:
    """Share of the viewers in each group: of those stated, and of the rest those that fall there by chance."""
    total = sum(people.values()) or 1.0
    words = [word for word in people if word in stated] or list(people)
    covered = sum(people[word] for word in words)
    inside = np.array([sum(people[w] for w in group if w in words) for group in groups], float)
    within = sure + (1 - sure) * covered / total
    return np.asarray(inside / (covered or 1.0) * within)


def _merged(cells: Floats, people: Floats) -> tuple[Floats, Floats]:
    """Groups of people that all hosts reach alike put together: parts of the viewers, and of the niche's people."""
    density = np.round(cells / np.maximum(people, 1e-12), _SAME)
    alike: dict[bytes, list[int]] = {}
    for group in np.flatnonzero(density.any(axis=0)).tolist():
        alike.setdefault(density[:, group].tobytes(), []).append(group)
    together = list(alike.values())
    parts = np.array([cells[:, groups].sum(axis=1) for groups in together])
    return parts.reshape(len(together), len(cells)).T, np.array([people[groups].sum() for groups in together])


def audiences(table: Candidates, policy: Policy) -> Audiences:
    """The segments of a roster, what their people are worth, and where hosts meet at all."""
    found = segments(table.hosts, policy)
    edge, slope = curve(policy)
    most = _most(table)
    size = _size(found, most, _views(table))
    hosts = found.part.astype(bool).astype(float).T @ (most > 0).astype(float)
    counted = (hosts > 1) & (found.part.T @ most > edge[1] * size)
    return Audiences(found, size, counted, edge, slope)


def curve(policy: Policy) -> tuple[Floats, Floats]:
    """Edges and slopes of the share of a segment's yuan that is lost, over how often its people are reached on average."""
    rule = policy.audiences
    edge = np.geomspace(max(rule.free_share, 1e-3), FAR, PIECES)
    lost = edge - 1 + np.exp(-edge)
    steep = np.concatenate([[0.0], np.diff(lost) / np.diff(edge), [1 - np.exp(-FAR)]])
    return np.concatenate([[0.0], edge]), rule.strength * steep


def gains(table: Candidates) -> Floats:
    """Yuan each candidate brings before what is paid whatever comes."""
    return np.asarray(table.long + pays(table))


def pays(table: Candidates) -> Floats:
    """Yuan each candidate costs whatever comes: fees, samples and own hours."""
    return np.asarray(table.cost + table.beside)


def _most(table: Candidates) -> Floats:
    """The most that one session of each host brings of each product (hosts x products), before fees; at least 0."""
    most = np.zeros((len(table.hosts), len(table.worths)))
    once = np.flatnonzero([item.sessions == 1 for item in table.items])
    np.maximum.at(most, (table.host[once], table.product[once]), gains(table)[once])
    return most


def _views(table: Candidates) -> Floats:
    """True views of one session of each host; 0 where he has no candidate."""
    views = np.zeros(len(table.hosts))
    hosts, first = np.unique(table.host, return_index=True)
    views[hosts] = [table.items[j].true_views for j in first.tolist()]
    return views


def _size(found: Segments, most: Floats, views: Floats) -> Floats:
    """Yuan of all people of each segment by product: the mean over hosts of what he brings over the part he reaches.

    The mean is weighed by what each brings, so that who sells little by many views makes nobody's viewers cheap.
    """
    part = sparse.coo_array(found.part)
    row, segment = part.coords
    met = np.maximum(1 - np.exp(-part.data * views[row] / found.people[segment]), 1e-12)
    whole = sparse.csr_array((part.data**2 / met, (row, segment)), shape=part.shape)
    return np.asarray((whole.T @ most**2) / np.maximum(found.part.T @ most, 1e-9))


def reach(table: Candidates, found: Audiences) -> Reach | None:
    """What the candidates of a table (over the same hosts and products) draw from the segments; None: nothing is shared.

    People are counted by what they are worth: a segment holds so many yuan of one product, and who sells another
    product to the same people takes nothing away.
    """
    if not found.counted.any() or not found.slope.any():
        return None
    where = np.full(found.counted.shape, -1)
    where[found.counted] = np.arange(int(found.counted.sum()))
    own = sparse.coo_array(found.segments.part[table.host])
    row, segment = own.coords
    into = where[segment, table.product[row]]
    keep = into >= 0
    row, into, size = row[keep], into[keep], found.size[found.counted]
    part = own.data[keep] * np.maximum(gains(table), 0.0)[row] / size[into]
    yuan = -np.log1p(-np.minimum(part, MOST)) * size[into]
    draws = sparse.csr_array((yuan, (row, into)), shape=(len(table.items), len(size)))
    return Reach(draws, size, found.edge, found.slope)
