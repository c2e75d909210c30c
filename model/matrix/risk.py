"""What a plan may earn and lose: seeded draws under every shock, what makes the worst of them, what hangs on few hosts."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from model.matrix.candidates import Candidates
from model.matrix.draws import (
    Drawn,
    Few,
    Lot,
    Outcome,
    Shaken,
    draw,
    earned,
    lot_of,
    neutral,
    outcome,
    per_order,
    rows_of,
    settled,
    shaken,
)
from model.matrix.leaders import standing
from model.matrix.overlap import Sharing
from model.matrix.plan import Cause, Concentration, HostLoss, Risk
from model.matrix.utmost import utmost
from model.records import Tier

Floats = NDArray[np.float64]
_AT_ONCE: Final = 2048
"""Draws worked on at once: what they need stays near the processor."""
_TWENTIETH: Final = 20
"""The worst 5 % of the draws."""
_CAUSES: Final = 3
_HOSTS: Final = 5
PREVIEW: Final = 4000
"""Draws enough for the curve that follows a slider."""


def simulate(
    table: Candidates,
    chosen: NDArray[np.int64],
    draws: int,
    seed: int,
    explained: bool = True,
    shared: Sharing | None = None,
    busy: float | None = None,
) -> Risk:
    """Long-run profit of the chosen candidates under all shocks of the response; the same seed gives the same draws.

    What all hosts of a product sell together is capped by its stock; guarantees pay back what is missing; people whom
    several of them reach are lost to all but one as far as ``shared`` says (in the order of ``chosen``). What makes
    the worst draws bad and what hangs on single hosts is found out where it is to be ``explained``: the curve alone,
    of :data:`PREVIEW` draws, can follow a slider. The most that can be lost counts goods for so many of all cases as are
    ``busy``; it is not asked for without.
    """
    if not len(chosen):
        return Risk(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, draws)
    order = np.argsort(table.product[chosen], kind="stable")
    part = shared and Sharing(shared.lost[order], shared.freed[order])
    lot = lot_of(table, chosen[order], shared=part)
    drawn = draw(lot, table, draws, seed)
    exposed = _exposed(lot) if explained else []
    long, first, out, lost, hosts, sold = _all(lot, drawn, exposed)
    at = np.argpartition(long, worst := max(1, draws // _TWENTIETH) - 1)[: worst + 1]
    low, high = (float(v) for v in np.quantile(long, (0.002, 0.985)))
    counts, edges = np.histogram(long, bins=40, range=(low, max(high, low + 1)))
    p05, p50, p95 = (float(v) for v in np.quantile(long, (0.05, 0.5, 0.95)))
    return Risk(
        float((long < 0).mean()),
        float((first < 0).mean()),
        p05,
        p50,
        p95,
        float(long[at].mean()),
        float(long.mean()),
        draws,
        tuple(float(e) for e in edges),
        tuple(int(c) for c in counts),
        float(out.mean()),
        float(lost.mean()),
        worst_causes(lot, shaken(lot, drawn, at)) if explained else (),
        tuple(_loss(lot, j, long, each) for j, each in zip(exposed, hosts, strict=True)),
        utmost(lot, sold, long, busy) if explained and busy is not None else None,
    )


def _all(
    lot: Lot, drawn: Drawn, exposed: Sequence[int]
) -> tuple[Floats, Floats, NDArray[np.bool_], Floats, Floats, Floats]:
    """Long-run and first-sale profit, whether stock ran out, yuan lost to its sharing of every draw.

    And for each exposed host what he brings and what padding would cost, shape (hosts, 2, draws), and the orders of each
    product that can be served, shape (products, draws).
    """
    draws = len(drawn.day)
    long, first, lost = np.empty(draws), np.empty(draws), np.empty(draws)
    out, hosts = np.empty(draws, bool), np.empty((len(exposed), 2, draws))
    sold = np.zeros((len(lot.stock), draws))
    for start in range(0, draws, _AT_ONCE):
        at = slice(start, start + _AT_ONCE)
        moved = shaken(lot, drawn, at)
        got = outcome(lot, moved)
        long[at], first[at], out[at], lost[at] = got.long, got.first, got.out, got.lost
        for place, j in enumerate(exposed):
            hosts[place, :, at] = _of_host(lot, moved, got, j)
        for w, rows in rows_of(lot):
            sold[w, at] = got.asked[rows].sum(0) * got.left[w]
    return long, first, out, lost, hosts, sold


def _exposed(lot: Lot) -> list[int]:
    """Whose failure is looked at: the heads that are expected to bring most; without any, who brings most and the dearest."""
    brings = [float(raw * price) for raw, price in zip(lot.raw, lot.price, strict=True)]
    heads = [j for j, item in enumerate(lot.items) if item.host.tier is Tier.HEAD]
    heads.sort(key=lambda j: -brings[j])
    return heads[:_HOSTS] or [*dict.fromkeys((int(np.argmax(brings)), int(np.argmax(lot.cost))))]


def _of_host(lot: Lot, moved: Shaken, got: Outcome, j: int) -> tuple[Floats, Floats]:
    """What one host brings in each draw (fee not taken off), and what is lost when his views are padded as feared."""
    freed, padded = float(lot.freed[j]), got.asked[j] * np.float32(_padded(lot, j))
    brings = _brings(lot, moved, got, j, got.asked[j], freed)
    return brings, brings - _brings(lot, moved, got, j, padded, freed)


def _brings(lot: Lot, moved: Shaken, got: Outcome, j: int, asked: Few, taken: float) -> Floats:
    """Yuan of so many orders of one host in each draw, guarantee and steps settled; the others' sales stay as they are.

    Each order takes ``taken`` yuan of people whom others reach as well.
    """
    w = int(lot.product[j])
    sold = asked * got.left[w]
    yuan: Floats = (sold * per_order(lot, moved, j) - asked * np.float32(taken)).astype(float)
    return yuan + settled(lot, j, asked, sold, moved.returns[w])


def _padded(lot: Lot, j: int) -> float:
    """Orders left when authenticity is at the lower end of its 80 % range, over those expected."""
    real = lot.items[j].response.shocks.real
    return float(betaincinv(real.alpha, real.beta, 0.1)) / real.mean if real else 1.0


def _loss(lot: Lot, j: int, long: Floats, his: Floats) -> HostLoss:
    item = lot.items[j]
    brings, padding = his
    fee = float(lot.cost[j])
    cases = (brings - fee, brings, padding)
    odds = [float((long - case < 0).mean()) for case in cases]
    yuan = [float(case.mean()) for case in cases]
    return HostLoss(item.host.influencer.id, item.host.influencer.name, item.host.tier, *yuan, *odds)


def worst_causes(lot: Lot, worst: Shaken) -> tuple[Cause, ...]:
    """What explains a set of bad draws: how much better they would be, had one shock or one host gone as expected."""
    base = outcome(lot, worst)
    found = [*_shared(lot, worst, base), *_hosts(lot, worst, base)]
    found.sort(key=lambda cause: -cause.yuan)
    return tuple(cause for cause in found[:_CAUSES] if cause.yuan > 0)


def _shared(lot: Lot, worst: Shaken, base: Outcome) -> Iterator[Cause]:
    orders: tuple[tuple[str, str, Sequence[str]], ...] = (
        ("day", "day", ("",)),
        ("platform", "platform", lot.platforms),
        ("class", "klass", lot.classes),
    )
    for code, name, places in orders:
        for place, word in enumerate(places):
            calm = neutral(worst, name, None if name == "day" else place)
            yield Cause(code, word, float((outcome(lot, calm).long - base.long).mean()))
    for w, sums in base.sums.items():
        returns, repeat = worst.returns[w], worst.repeat[w]
        was, sure = sum(earned(sums, returns, repeat)), np.ones_like(repeat)
        for code, calmed in (
            ("returns", earned(sums, sure, repeat)),
            ("repeat", earned(sums, returns, sure)),
        ):
            yield Cause(code, lot.wares[w], float(np.mean(sum(calmed) - was)))


def _hosts(lot: Lot, worst: Shaken, base: Outcome) -> Iterator[Cause]:
    """Each host by himself; the stock is shared as it was."""
    for j, item in enumerate(lot.items):
        taken, asked = float(lot.shared[j]), base.asked[j]
        better = _brings(lot, worst, base, j, asked / worst.own[j], taken) - _brings(
            lot, worst, base, j, asked, taken
        )
        yield Cause("host", item.host.influencer.name, float(better.mean()), item.host.influencer.id)


def concentration(spend: Sequence[float], orders: Sequence[float]) -> Concentration:
    """Top-1, top-5 and Herfindahl shares (0-1); all 0 when there is nothing to share."""
    return Concentration(*_shares(spend), *_shares(orders))


def _shares(amounts: Sequence[float]) -> tuple[float, float, float]:
    found = standing(amounts)
    return found.largest(1), found.largest(5), found.hhi
