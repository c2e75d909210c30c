"""The check before paying: every host of a roster beside his peers, and what is believed of him."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from model.authenticity.figures import Figures, figures
from model.authenticity.odds import Belief, believe
from model.authenticity.peers import LEVELS
from model.authenticity.pieces import SOFT, Piece, pieces
from model.authenticity.robust import Floats, Ints
from model.intake.lists.extras import Extra
from model.policy import Policy
from model.records import Estimate, Influencer, Product
from model.waterrules import WaterRule


class Verdict(StrEnum):
    """What a check says; ``UNKNOWN`` where the data are too thin or do not tell."""

    CLEAN = "clean"
    DOUBTFUL = "doubtful"
    PADDED = "padded"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: its figure, the 80 % range of ``count`` peers, what it weighs (above 0 speaks for padding).

    ``side`` is ``low``, ``high`` or ``usual``; ``group`` says whom the host is compared with; ``peers`` is None where
    there is nothing to compare with.
    """

    code: str
    value: float
    peers: Estimate | None
    weight: float
    side: str = "usual"
    count: int = 0
    group: str = "platform"


@dataclass(frozen=True, slots=True)
class HostCheck:
    """What is believed of one host: authenticity 0-1 with its 80 % range, odds of padding, and why."""

    host: Influencer
    authenticity: Estimate
    padded: float
    verdict: Verdict
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, eq=False)
class RosterCheck:
    """The check of a whole roster as arrays; :meth:`host` tells of one."""

    hosts: Sequence[Influencer]
    figures: Figures
    pieces: tuple[Piece, ...]
    belief: Belief
    verdicts: Ints

    def host(self, place: int) -> HostCheck:
        """What was found of the host at this place of the roster."""
        found = self.belief
        value = Estimate(float(found.value[place]), float(found.low[place]), float(found.high[place]))
        evidence = (one for piece in self.pieces if (one := _evidence(piece, place)))
        ranked = sorted(evidence, key=lambda one: -abs(one.weight))
        return HostCheck(
            self.hosts[place],
            value,
            float(found.padded[place]),
            self.verdict(place),
            tuple(ranked),
        )

    def verdict(self, place: int) -> Verdict:
        """What the check says of the host at this place."""
        return _VERDICTS[int(self.verdicts[place])]

    def counts(self) -> dict[Verdict, int]:
        """How many hosts have each verdict."""
        counts = np.bincount(self.verdicts, minlength=len(_VERDICTS)).tolist()
        return dict(zip(_VERDICTS, counts, strict=True))


_VERDICTS: Final = tuple(Verdict)
_READ: Final = 0.4
"""How much of a check is done when the figures are read and not yet compared."""
_KINDS: Final = 16
"""So many kinds of evidence there are at most."""


def check_roster(
    hosts: Sequence[Influencer],
    policy: Policy,
    extras: Mapping[str, Extra] | None = None,
    products: Sequence[Product] = (),
    own: Sequence[Piece] = (),
    step: Callable[[float], None] = lambda _share: None,
) -> RosterCheck:
    """Check every host against the others of the roster.

    ``extras`` are the figures beside their records, by id; ``products`` are those whose audience should be met;
    ``own`` is evidence of the shop's own results and orders (:mod:`model.authenticity.own`).
    ``step`` is told the share 0-1 that is done before each kind of evidence; it may end the work by raising.
    """
    step(0.0)
    found = figures(hosts, extras or {}, products, policy)
    seen: list[Piece] = []
    for piece in pieces(found, policy.water, policy.estimates.views_exponent) if hosts else ():
        seen.append(piece)
        step(_READ + (1 - _READ) * min(len(seen) / _KINDS, 1.0))
    told = (*seen, *own) if hosts else ()
    belief = believe(*_summed(told, len(hosts), policy.water), policy.water)
    return RosterCheck(hosts, found, told, belief, _verdicts(told, belief.padded, policy.water))


def _summed(told: Sequence[Piece], hosts: int, rule: WaterRule) -> tuple[Floats, Floats]:
    """The sum of all weights, what missing signs clear held within bounds, and the largest share of water implied."""
    total, calm, share = (np.zeros(hosts) for _ in range(3))
    implied = np.zeros(hosts, bool)
    for piece in told:
        weight = np.nan_to_num(piece.weight)
        total += weight if piece.clears else np.maximum(weight, 0)
        calm += 0 if piece.clears else np.minimum(weight, 0)
        share = np.fmax(share, piece.implied)
        implied |= ~np.isnan(piece.implied)
    total += np.maximum(calm, -rule.calm_cap)
    return total, np.where(implied, share, np.nan)


def _verdicts(told: Sequence[Piece], padded: Floats, rule: WaterRule) -> Ints:
    """Places in the verdicts: thin data tell nothing, and nobody is called clean by them."""
    known = np.zeros(len(padded), np.int64)
    for piece in told:
        counts = 0 if piece.code in SOFT else round(rule.least_pieces) if piece.own else 1
        known += counts * ~np.isnan(piece.weight)
    found = np.full(len(padded), _VERDICTS.index(Verdict.UNKNOWN))
    found[padded < rule.clean_below] = _VERDICTS.index(Verdict.CLEAN)
    found[padded >= rule.doubtful_above] = _VERDICTS.index(Verdict.DOUBTFUL)
    found[padded >= rule.padded_above] = _VERDICTS.index(Verdict.PADDED)
    found[known < rule.least_pieces] = _VERDICTS.index(Verdict.UNKNOWN)
    return found


def _evidence(piece: Piece, place: int) -> Evidence | None:
    """The piece on one host, None where it is unknown."""
    weight = float(piece.weight[place])
    if np.isnan(weight):
        return None
    low, middle, high = (float(part[place]) for part in (piece.low, piece.median, piece.high))
    peers = None if np.isnan(middle) else Estimate(middle, low, high)
    side = ("usual", "high", "low")[int(piece.odd[place])]
    level = "shop" if piece.own else LEVELS[int(piece.level[place])]
    return Evidence(
        piece.code, float(piece.value[place]), peers, weight, side, int(piece.peers[place]), level
    )
