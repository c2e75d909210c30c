"""Seeded draws of a chosen set: every shock of the response, and what the set earns under them.

A host's own shock is read from a table of 4,096 slice means by a random place; shocks that are shared are one number a
draw. So a draw of a host costs a look-up and a product.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.economics import guarantee_refund, return_loss
from model.estimates import commission_beyond
from model.matrix.audience import gains, pays
from model.matrix.candidates import Candidate, Candidates, margin_left
from model.matrix.overlap import Sharing
from model.matrix.shocks import table_of

Few = NDArray[np.float32]
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

POINTS: Final = 4096
"""Places of a host's table of shocks: a power of two."""
_CROWD: Final = np.float32(1e9)
"""Orders nothing goes beyond, as all people who shop online are about as many: odd figures of one's own must stay numbers."""


@dataclass(frozen=True)
class Lot:
    """A chosen set as arrays over its k offers.

    ``raw`` mean orders before stock; ``keep`` yuan of a kept first order after commission, ``lose`` of a returned one,
    ``repeat`` of a kept customer's repeat purchases; ``returns`` mean return rate; ``cost`` slot fees and ``fixed`` what
    is spent whatever comes; ``promised`` guarantee (0: none), ``price``. ``product``, ``platform``, ``klass`` are places
    in ``stock`` (infinite: no limit), ``platforms`` and ``classes``; ``kind`` a place in ``tables``. ``rises`` are the
    steps of the commission: from which kept sales on which further share is paid. ``shared`` yuan of each order asked for
    that go to people whom others of the set reach as well, ``shared_first`` those of its first sale, and ``freed`` what the
    others would have back if the offer were not there.
    """

    items: tuple[Candidate, ...]
    raw: Floats
    keep: Floats
    lose: Floats
    repeat: Floats
    returns: Floats
    cost: Floats
    fixed: Floats
    promised: Floats
    price: Floats
    product: Whole
    platform: Whole
    klass: Whole
    kind: Whole
    stock: Floats
    platforms: tuple[str, ...]
    classes: tuple[str, ...]
    wares: tuple[str, ...]
    tables: tuple[Few, ...]
    rises: tuple[tuple[tuple[float, float], ...], ...]
    shared: Floats
    shared_first: Floats
    freed: Floats


@dataclass(frozen=True)
class Shaken:
    """Shocks of n draws, each of mean 1: ``own`` (k, n); ``day`` (n,); ``platform``, ``klass``, ``returns``, ``repeat`` (kinds, n)."""

    own: Few
    day: Few
    platform: Few
    klass: Few
    returns: Few
    repeat: Few


@dataclass(frozen=True)
class Drawn:
    """All draws: shared shocks as in :class:`Shaken`, and for each offer its places in its table, shape (k, n)."""

    places: NDArray[np.uint16]
    day: Few
    platform: Few
    klass: Few
    returns: Few
    repeat: Few


@dataclass(frozen=True)
class Outcome:
    """What n draws bring, in yuan: ``long`` and ``first`` profit; ``out`` whether some stock ran out; ``lost`` to its sharing.

    ``asked`` are orders before stock (k, n); ``left`` the share of each product's orders its stock can serve; ``sums`` by
    product what :func:`earned` makes yuan of.
    """

    long: Floats
    first: Floats
    out: NDArray[np.bool_]
    lost: Floats
    asked: Few
    left: Few
    sums: Mapping[int, Floats]


def lot_of(table: Candidates, chosen: Whole, points: int = POINTS, shared: Sharing | None = None) -> Lot:
    """The chosen candidates of a table, with tables of so many points, and what their ``shared`` audiences lose."""
    items = tuple(table.items[j] for j in chosen.tolist())
    platforms, platform = _coded([c.host.influencer.platform for c in items])
    classes, klass = _coded([str(c.worth.grade.letter) for c in items])
    kinds = [(c.response.shocks.own, c.response.shocks.real) for c in items]
    known = list(dict.fromkeys(kinds))
    spots = {kind: i for i, kind in enumerate(known)}
    cost = table.cost[chosen].astype(float)
    return Lot(
        items,
        table.raw[chosen].astype(float),
        np.array([margin_left(c) for c in items], float),
        np.array([return_loss(c.worth.basis) for c in items], float),
        np.array([c.worth.repeat for c in items], float),
        np.array([c.worth.basis.return_rate for c in items], float),
        cost,
        cost + np.array([c.beside for c in items], float),
        np.array([c.offer.offer.guarantee or 0.0 for c in items], float),
        np.array([c.worth.basis.price for c in items], float),
        table.product[chosen].astype(np.int64),
        platform,
        klass,
        np.array([spots[kind] for kind in kinds], np.int64),
        np.array([np.inf if w.product.stock is None else w.product.stock for w in table.worths], float),
        platforms,
        classes,
        tuple(w.product.name for w in table.worths),
        tuple(table_of(kind, points) for kind in known),
        tuple(c.offer.rises for c in items),
        *_shared(table, chosen, shared),
    )


def _shared(table: Candidates, chosen: Whole, shared: Sharing | None) -> tuple[Floats, Floats, Floats]:
    """Yuan lost to shared audiences by each order asked for: in all, of the first sale; and what the others lose by it."""
    if shared is None:
        return np.zeros(len(chosen)), np.zeros(len(chosen)), np.zeros(len(chosen))
    gain, paid = gains(table)[chosen], pays(table)[chosen]
    orders = np.where(table.raw[chosen] > 0, table.raw[chosen], np.inf)
    part = shared.lost / np.where(gain > 0, gain, np.inf)
    return shared.lost / orders, part * (table.first[chosen] + paid) / orders, shared.freed / orders


def _coded(words: Sequence[str]) -> tuple[tuple[str, ...], Whole]:
    """The different words in order, and the place of each."""
    known = tuple(dict.fromkeys(words))
    place = {word: i for i, word in enumerate(known)}
    return known, np.array([place[word] for word in words], np.int64)


def draw(lot: Lot, table: Candidates, draws: int, seed: int) -> Drawn:
    """All shocks of so many draws; the same seed gives the same. Spreads of what is shared are equal for all offers."""
    rng = np.random.default_rng(seed)
    shocks = lot.items[0].response.shocks
    return Drawn(
        _places(rng, len(lot.items), draws),
        _log_normal(rng, np.array([shocks.day]), draws)[0],
        _log_normal(rng, np.full(len(lot.platforms), shocks.platform), draws),
        _log_normal(rng, np.full(len(lot.classes), shocks.klass), draws),
        _return_shocks(rng, table, draws),
        _log_normal(rng, np.array([w.repeat_sd for w in table.worths]), draws),
    )


def _places(rng: np.random.Generator, rows: int, draws: int) -> NDArray[np.uint16]:
    """Random places in tables, four out of each random word."""
    words = rng.integers(0, 2**64, -(-rows * draws // 4), dtype=np.uint64)
    return (words.view(np.uint16)[: rows * draws] & np.uint16(POINTS - 1)).reshape(rows, draws)


def _log_normal(rng: np.random.Generator, sd: Floats, draws: int) -> Few:
    z = rng.standard_normal((len(sd), draws), dtype=np.float32)
    spread = sd.astype(np.float32)[:, None]
    made: Few = np.exp(z * spread - spread * spread / 2)
    return made


def _return_shocks(rng: np.random.Generator, table: Candidates, draws: int) -> Few:
    """Return rates of the products over their means: Beta of the mean and strength of each."""
    made = np.ones((len(table.worths), draws), np.float32)
    for w, worth in enumerate(table.worths):
        mean, strength = worth.basis.return_rate, worth.returns_strength
        if 0 < mean < 1 and np.isfinite(strength):
            made[w] = rng.beta(mean * strength, (1 - mean) * strength, draws) / mean
    return made


def shaken(lot: Lot, drawn: Drawn, at: slice | Whole) -> Shaken:
    """The shocks of some of the draws."""
    places = drawn.places[:, at]
    own = np.empty(places.shape, np.float32)
    for j, kind in enumerate(lot.kind.tolist()):
        np.take(lot.tables[kind], places[j], out=own[j], mode="clip")
    return Shaken(
        own,
        drawn.day[at],
        drawn.platform[:, at],
        drawn.klass[:, at],
        drawn.returns[:, at],
        drawn.repeat[:, at],
    )


def wanted(lot: Lot, moved: Shaken) -> Few:
    """Orders asked for before stock, shape (k, n)."""
    orders = np.multiply(moved.own, np.minimum(lot.raw, _CROWD).astype(np.float32)[:, None])
    shared = {
        pair: moved.day * moved.platform[pair[0]] * moved.klass[pair[1]]
        for pair in set(zip(lot.platform.tolist(), lot.klass.tolist(), strict=True))
    }
    for j, pair in enumerate(zip(lot.platform.tolist(), lot.klass.tolist(), strict=True)):
        orders[j] *= shared[pair]
    return np.minimum(orders, _CROWD, out=orders)


def outcome(lot: Lot, moved: Shaken) -> Outcome:
    """What the set earns under each draw: all hosts of a product share its stock, guarantees pay back what is missing."""
    asked = wanted(lot, moved)
    n = asked.shape[1]
    left = np.ones((len(lot.stock), n), np.float32)
    first, later, lost, out = np.zeros(n), np.zeros(n), np.zeros(n), np.zeros(n, bool)
    sums: dict[int, Floats] = {}
    for w, rows in rows_of(lot):
        stock, sold = float(lot.stock[w]), asked[rows]
        if np.isfinite(stock):
            total, each = sold.sum(0), sold
            left[w] = np.minimum(1.0, stock / np.maximum(total, 1e-9))
            out |= total > stock
            sold = each * left[w]
            alone = _summed(lot, rows, np.minimum(each, np.float32(stock)) - sold)
            lost += sum(earned(alone, moved.returns[w], moved.repeat[w]))
        sums[w] = _summed(lot, rows, sold)
        own, again = earned(sums[w], moved.returns[w], moved.repeat[w])
        first += own
        later += again
    if lot.shared.any():
        gone = np.stack([lot.shared_first, lot.shared - lot.shared_first]).astype(np.float32) @ asked
        first -= gone[0]
        later -= gone[1]
    first -= lot.fixed.sum()
    for j in agreed(lot):
        w = int(lot.product[j])
        first += settled(lot, j, asked[j], asked[j] * left[w], moved.returns[w])
    return Outcome(first + later, first, out, lost, asked, left, sums)


def rows_of(lot: Lot) -> Iterator[tuple[int, slice | Whole]]:
    """Each product with the places of its offers: a slice where they lie together, which saves a copy."""
    for w in np.unique(lot.product).tolist():
        at = np.flatnonzero(lot.product == w)
        together = int(at[-1]) - int(at[0]) + 1 == len(at)
        yield w, slice(int(at[0]), int(at[-1]) + 1) if together else at


def _summed(lot: Lot, rows: slice | Whole, sold: Few) -> Floats:
    """What one product's orders come to in each draw, shape (4, n): were all kept, less if all came back; repeat as well."""
    keep, returns, repeat = lot.keep[rows], lot.returns[rows], lot.repeat[rows]
    each = np.stack([keep, returns * (keep + lot.lose[rows]), repeat, returns * repeat])
    made: Floats = (each.astype(np.float32) @ sold).astype(float)
    return made


def earned(sums: Floats, returns: Few, repeat: Few) -> tuple[Floats, Floats]:
    """Yuan of first sales and of repeat purchases of one product in each draw, fees not taken off."""
    kept, back, again, never = sums
    return kept - returns * back, repeat * (again - returns * never)


def refund(lot: Lot, j: int, asked: Few) -> Floats:
    """Yuan of slot fee one offer pays back in each draw for a missed guarantee: paid orders count, sent or not."""
    paid = asked.astype(float) * float(lot.price[j])
    return guarantee_refund(float(lot.cost[j]), float(lot.promised[j]), paid)


def agreed(lot: Lot) -> list[int]:
    """The offers whose money is not simply so much an order: a guarantee, or steps of the commission."""
    return [j for j, rises in enumerate(lot.rises) if rises or lot.promised[j] > 0]


def settled(lot: Lot, j: int, asked: Few, sold: Few, returns: Few) -> Floats:
    """Yuan that one offer pays back for its guarantee less what its steps of commission add, in each draw."""
    kept = sold.astype(float) * float(lot.price[j]) * (1 - returns.astype(float) * float(lot.returns[j]))
    return refund(lot, j, asked) - commission_beyond(lot.rises[j], kept)


def per_order(lot: Lot, moved: Shaken, j: int) -> Few:
    """Yuan of one sold order of an offer in each draw: first sale and repeat purchases."""
    w, keep = int(lot.product[j]), float(lot.keep[j])
    returned = moved.returns[w] * np.float32(lot.returns[j])
    first = np.float32(keep) - returned * np.float32(keep + lot.lose[j])
    both: Few = first + (1 - returned) * moved.repeat[w] * np.float32(lot.repeat[j])
    return both


def neutral(moved: Shaken, name: str, place: int | None = None) -> Shaken:
    """The same draws with one shared shock as expected."""
    values = getattr(moved, name).copy()
    if place is None:
        values[:] = 1
    else:
        values[place] = 1
    return replace(moved, **{name: values})
