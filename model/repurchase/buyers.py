"""Known buyers as arrays: when they bought, what they spent, what they bought last, and what such buyers bought next."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.intake.joined.arrays import NO_DAY, NONE, Ints, runs
from model.intake.joined.sales import Sales
from model.repurchase.purchases import Occasions
from model.shoprules import CustomerRule

Floats = NDArray[np.float64]
_BITS: Final = 63


@dataclass(frozen=True, eq=False)
class Base:
    """Known buyers with an occasion (a day with positive net spend), in the order of their first line.

    Of every buyer, arrays of one length: ``key`` (hashed), ``times`` occasions, ``first`` and ``last`` day (since
    1970-01-01), ``net`` and ``again`` fen (all occasions, and those after the first), ``line`` the place among the sales
    of the line he paid most for on his last day, ``product`` what that was (``NONE``: without a name). ``found`` are
    their occasions and ``main`` the product of each of these, ``end`` the last day of the sales.
    """

    key: NDArray[np.uint64]
    times: Ints
    first: Ints
    last: Ints
    net: Ints
    again: Ints
    line: Ints
    product: Ints
    found: Occasions
    main: Ints
    end: int

    def __len__(self) -> int:
        return len(self.key)


@dataclass(frozen=True, eq=False)
class Following:
    """For each product the one most likely bought next (``NONE``: too few were seen), its chance, and how many were seen."""

    product: Ints
    chance: Floats
    seen: Ints


def base(sales: Sales) -> Base:
    """The known buyers of these sales."""
    who, day, net = sales.occasions
    starts = runs(who)
    counts = np.diff(np.append(starts, len(who)))
    lasts = starts + counts - 1
    line = _main_lines(sales, who, day)
    main = _named(sales)[line]
    total = np.add.reduceat(net, starts) if len(starts) else net
    return Base(
        sales.buyers[who[starts]],
        counts,
        day[starts],
        day[lasts],
        total,
        total - net[starts],
        line[lasts],
        main[lasts],
        Occasions(day, starts, counts),
        main,
        sales.end,
    )


def following(found: Base, products: int, rule: CustomerRule) -> Following:
    """What is bought next after each of so many products: plain counts from one occasion to the next, shrunk.

    chance = (n_ij + m p_j) / (n_i + m), p_j the share of j among all that was bought next, m = ``next_prior``.
    """
    before, after = _steps(found)
    seen, whole = (np.bincount(part, minlength=products) for part in (before, after))
    share = whole / max(len(after), 1)
    usual = int(share.argmax()) if products else NONE
    pair, often = np.unique(before * max(products, 1) + after, return_counts=True)
    was, then = pair // max(products, 1), pair % max(products, 1)
    # Beside those seen after it only the shop's own favourite can win.
    was = np.concatenate((was, np.arange(products)))
    then = np.concatenate((then, np.full(products, usual)))
    often = np.concatenate((often, np.zeros(products, np.int64)))
    chance = (often + rule.next_prior * share[then]) / (seen[was] + rule.next_prior)
    order = np.lexsort((chance, was))
    best = order[np.searchsorted(was[order], np.arange(products), side="right") - 1]
    told = seen >= max(rule.next_least, 1)
    return Following(np.where(told, then[best], NONE), np.where(told, chance[best], np.nan), seen)


def _steps(found: Base) -> tuple[Ints, Ints]:
    """The product of an occasion and that of the customer's next one, for all that have both."""
    before, after = found.main[:-1], found.main[1:]
    good = found.found.repeats[1:] & (before != NONE) & (after != NONE)
    return before[good], after[good]


def _named(sales: Sales) -> Ints:
    """The product of every line, ``NONE`` where it has neither name nor id."""
    named = sales.products
    there = [bool(name or id_) for name, id_ in zip(named.names, named.ids, strict=True)]
    return np.where(np.array(there, bool)[named.codes], named.codes, NONE) if there else named.codes


def _main_lines(sales: Sales, who: Ints, day: Ints) -> Ints:
    """For every occasion the line with the largest net spend (the first of equal ones)."""
    usable = np.flatnonzero((sales.customer != NONE) & (sales.day != NO_DAY) & (sales.net > 0))
    if not len(usable):
        return usable
    low = int(sales.day[usable].min())
    width = int(sales.day[usable].max() - low).bit_length()
    group = (sales.customer[usable] << width) | (sales.day[usable] - low)
    order = _largest_first(group, sales.net[usable])
    starts = order[runs(group[order])]
    return usable[starts[np.searchsorted(group[starts], (who << width) | (day - low))]]


def _largest_first(group: Ints, net: Ints) -> Ints:
    """Lines by group, within it by net spend, largest first."""
    most = int(net.max())
    bits = most.bit_length()
    if int(group.max()).bit_length() + bits > _BITS:
        return np.lexsort((-net, group))
    return np.argsort((group << bits) | (most - net), kind="stable")
