"""Who sold what: hosts and products of files as the roster and the catalogue know them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from model.fields import folded
from model.intake.joined.arrays import NONE, Ints
from model.intake.joined.lines import SamePerson
from model.intake.joined.sales import Named
from model.records import Influencer, Product


@dataclass(frozen=True, slots=True)
class Seller:
    """A host as results know him: by the roster's id, else by that of the files, else by platform and name."""

    id: str
    name: str
    platform: str


@dataclass
class Sellers:
    """All hosts that roster and files speak of, each once; a host without an id in a file is known by his name."""

    roster: Iterable[Influencer]
    persons: Iterable[SamePerson] = ()
    found: list[Seller] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._others = {(one.platform, one.other_id): one.host_id for one in self.persons}
        roster = tuple(self.roster)
        self._by_id = {host.id: host for host in roster}
        self._by_name = {(host.platform, host.name): host for host in reversed(roster)}

    def place(self, platform: str, id_: str, name: str) -> int:
        """The number of a host; a new one where nobody knows him yet, ``NONE`` where a file names nobody."""
        platform, id_ = platform or "other", self._others.get((platform, id_), id_)
        keys = [key for key in ((platform, f"id:{id_}" if id_ else ""), (platform, name)) if key[1]]
        if not keys:
            return NONE
        place = next((self._known[key] for key in keys if key in self._known), NONE)
        host = self._by_id.get(id_) or self._by_name.get((platform, name))
        if place == NONE and host is not None:
            place = self._known.get(("", host.id), NONE)
        if place == NONE:
            place = len(self.found)
            own = (
                (host.id, host.name, host.platform) if host else (id_ or f"{platform}:{name}", name, platform)
            )
            self.found.append(Seller(*own))
            self._known["", own[0]] = place
        for key in keys:
            self._known.setdefault(key, place)
        return place

    def of_lines(self, named: Named) -> Ints:
        """The number of the host of every line, ``NONE`` where it names none."""
        places = [self.place(*row) for row in zip(named.platforms, named.ids, named.names, strict=True)]
        return np.array([*places, NONE], np.int64)[named.codes]


def wares(named: Named, products: Sequence[Product]) -> tuple[Ints, tuple[str, ...]]:
    """The number of the product of every line, and what each is called: as in the catalogue where that has it."""
    pairs = [(name, product.name) for product in reversed(products) for name in product.called[::-1]]
    known = {folded(name): own for name, own in pairs} | {folded(own): own for _, own in pairs}
    names: dict[str, int] = {}
    places = []
    for name, id_ in zip(named.names, named.ids, strict=True):
        told = known.get(folded(name), name) or id_
        places.append(names.setdefault(told, len(names)))
    return np.array([*places, NONE], np.int64)[named.codes], tuple(names)
