"""What it costs a chosen set that its hosts reach the same people: in all, host by host, and whom two of them share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.matrix.audience import gains, segments
from model.matrix.candidates import Candidates
from model.matrix.engine.program import Program
from model.matrix.plan import Choice, Common
from model.policy import Policy
from model.response import sessions_factor

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
SHOWN: Final = 24
"""Hosts laid beside each other: more can be told apart in no picture."""


@dataclass(frozen=True)
class Sharing:
    """Yuan of expected profit lost to shared audiences by each column of a chosen set.

    ``lost`` is the column's part, and adds up to the whole; ``freed`` what the others would have back if it were not there.
    """

    lost: Floats
    freed: Floats


def sharing(program: Program, picked: Whole) -> Sharing:
    """Each column's part of what a set loses: a segment's loss is split by whom each meets there (draws times others' draws)."""
    reach = program.reach
    if reach is None or not len(picked):
        return Sharing(np.zeros(len(picked)), np.zeros(len(picked)))
    draws = reach.draws[picked].toarray()
    whole = draws.sum(axis=0)
    own = reach.size * reach.curve(draws / reach.size)
    lost = np.maximum(reach.loss(whole) - own.sum(axis=0), 0.0)
    others = np.maximum(whole - draws, 0.0)
    meetings = draws * others
    part = meetings / np.maximum(meetings.sum(axis=0), 1e-300)
    freed = reach.loss(whole) - reach.size * reach.curve(others / reach.size) - own
    return Sharing(part @ lost, np.maximum(freed, 0.0).sum(axis=1))


def left(table: Candidates, picked: Whole, shared: Sharing) -> Floats:
    """Share of each column's orders that is left when others of the set reach the same people."""
    gain = gains(table)[picked]
    return np.asarray(1 - shared.lost / np.where(gain > 0, gain, 1.0))


def common(choices: Sequence[Choice], policy: Policy) -> Common:
    """Whom the first :data:`SHOWN` choices share, two by two: they meet people of a segment by chance, whatever they sell."""
    choices = choices[:SHOWN]
    hosts = [choice.candidate.host for choice in choices]
    found = segments(hosts, policy)
    views = np.array([_viewers(choice, policy) for choice in choices], float)
    met = 1 - np.exp(-found.part.toarray() * views[:, None] / found.people)
    both = (met * found.people) @ met.T
    beyond = np.maximum(1 - found.part.sum(axis=1), 0.0) * views
    size = met @ found.people + beyond
    shares = both / np.maximum(np.minimum(size[:, None], size), 1e-9)
    np.fill_diagonal(shares, 1.0)
    rows = tuple(tuple(row) for row in np.clip(shares, 0.0, 1.0).tolist())
    return Common(tuple(c.id for c in choices), tuple(h.influencer.name for h in hosts), rows)


def _viewers(choice: Choice, policy: Policy) -> float:
    """True views of all sessions of a choice, those of further ones as far as they bring new people."""
    item = choice.candidate
    return item.true_views * sessions_factor(item.sessions, policy.response.session_decay)
