"""What is in the project, found by name, sound or id: key figures, products, hosts and their offers."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from gui.columns import Column
from gui.commands import holds
from gui.rowindex import RowIndex

if TYPE_CHECKING:
    from model.records import Influencer, Snapshot

__all__ = ["MOST", "Found", "Thing", "Things", "things_of"]

MOST: Final = 12
"""Of a kind so many are shown: more than that nobody reads, another letter is typed faster."""


@dataclass(frozen=True)
class Thing:
    """Something that has a place on a page. ``kind`` is figure, product, host or offer; of an offer ``key`` is its host."""

    kind: str
    name: str
    key: str
    platform: str = ""
    offer: str = ""


@dataclass(frozen=True)
class Found:
    """The best of a kind that were found, and how many there are in all."""

    things: Sequence[Thing]
    count: int


COLUMNS: Final[tuple[Column[Thing], ...]] = (
    Column("name", "", lambda one: one.name, lambda one: one.name),
    Column("key", "", lambda one: one.key, lambda one: one.key if one.kind == "host" else ""),
)
"""What is looked through; nobody sees these columns."""


@dataclass
class _Shelf:
    """The things of a kind, ready to be looked through."""

    things: Sequence[Thing]
    index: RowIndex[Thing] = field(init=False)
    names: Sequence[str] = field(init=False)

    def __post_init__(self) -> None:
        self.index = RowIndex(COLUMNS, self.things)
        self.index.read(math.inf)
        self.names = [one.name.casefold() for one in self.things]

    def found(self, needles: Sequence[str]) -> Found:
        """Those that hold every word; first whose name begins with the first, then whose name holds it."""
        rows = [row for row in self.index.matching(needles) if _is_meant(self.things[row], needles)]
        first, names = needles[0], self.names
        best = nsmallest(MOST, rows, key=lambda row: (not names[row].startswith(first), first not in names[row], row))  # fmt: skip
        return Found([self.things[row] for row in best], len(rows))


class Things:
    """All that can be found in a project, by kind. Made in a worker; to ask takes some milliseconds with 5,000 hosts."""

    def __init__(self, things: Iterable[Thing]) -> None:
        kinds: dict[str, list[Thing]] = {"figure": [], "product": [], "host": [], "offer": []}
        for one in things:
            kinds[one.kind].append(one)
        self._shelves = [_Shelf(found) for found in kinds.values() if found]

    def found(self, asked: str) -> list[Found]:
        """What holds every word that was typed, kind by kind; nothing for no word."""
        needles = asked.casefold().split()
        hits = [shelf.found(needles) for shelf in self._shelves] if needles else []
        return [hit for hit in hits if hit.count]


def things_of(snapshot: "Snapshot", figures: Sequence[Thing]) -> Things:
    """The things of a project, and the key figures, which are named in the language of the moment (for a worker)."""
    products = [Thing("product", one.name, str(one.id)) for one in snapshot.products]
    hosts = [Thing("host", one.name, one.id, one.platform) for one in snapshot.influencers]
    offers = (offer for host in snapshot.influencers for offer in _offers(host))
    return Things((*figures, *products, *hosts, *offers))


def _offers(host: "Influencer") -> list[Thing]:
    """Offers that were given a name; one named by its terms tells nothing that is searched for."""
    return [
        Thing("offer", f"{host.name} · {offer.name}", host.id, host.platform, offer.name)
        for offer in host.offers
        if offer.name != offer.terms()
    ]


def _is_meant(one: Thing, needles: Sequence[str]) -> bool:
    """Whether one is meant itself: an offer is not by the name of its host alone, who is found, too."""
    return not one.offer or any(holds(word, one.offer) for word in needles)
