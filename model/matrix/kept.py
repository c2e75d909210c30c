"""Plans a merchant kept to compare with: which offers they chose, so that they can be priced again as things stand."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from model.matrix.foreseen import Foreseen
from model.matrix.plan import Plan

Wanted = tuple[str, str, int, str]
"""Host id, offer name, sessions, product name."""
MOST_KEPT: Final = 12
SETTING: Final = "kept_plans"
"""Under this name they lie in the project."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept plan, by the name the merchant gave it.

    ``foreseen`` is what it was expected to bring on the ``day`` (ISO) it was kept; plans kept before that was stored
    have none.
    """

    name: str
    wanted: tuple[Wanted, ...]
    day: str = ""
    foreseen: tuple[Foreseen, ...] = ()

    @classmethod
    def of(cls, name: str, plan: Plan, day: dt.date) -> Self:
        """What a plan chose, and what is expected of it today."""
        return cls(
            name,
            tuple(
                (
                    choice.id,
                    choice.candidate.offer.offer.name,
                    choice.candidate.sessions,
                    choice.candidate.worth.product.name,
                )
                for choice in plan.choices
            ),
            day.isoformat(),
            tuple(map(Foreseen.of, plan.choices)),
        )

    def packed(self) -> dict[str, Any]:
        """As plain lists and texts, to be stored."""
        foreseen = [one.packed() for one in self.foreseen]
        return {
            "name": self.name,
            "wanted": [list(one) for one in self.wanted],
            "day": self.day,
            "foreseen": foreseen,
        }


def unpacked(stored: object) -> tuple[Kept, ...]:
    """Kept plans from what was stored; what is no kept plan is passed over."""
    rows = stored if isinstance(stored, list) else []
    return tuple(kept for row in rows if isinstance(row, Mapping) and (kept := _kept(row)) is not None)


def _kept(row: Mapping[str, Any]) -> Kept | None:
    name, wanted = row.get("name"), row.get("wanted")
    if not isinstance(name, str) or not isinstance(wanted, list):
        return None
    day, foreseen = row.get("day"), row.get("foreseen")
    said = foreseen if isinstance(foreseen, list) else []
    expected = (one for row in said if (one := Foreseen.unpacked(row)) is not None)
    return Kept(name, tuple(_wanted(wanted)), day if isinstance(day, str) else "", tuple(expected))


def _wanted(rows: Iterable[object]) -> Iterator[Wanted]:
    for row in rows:
        match row:
            case [str(host), str(offer), int(sessions), str(product)]:
                yield host, offer, sessions, product


def with_kept(kept: Iterable[Kept], new: Kept) -> tuple[Kept, ...]:
    """The new one last, in the place of one of the same name; the oldest go where there are too many."""
    rest = [one for one in kept if one.name != new.name]
    return (*rest, new)[-MOST_KEPT:]
