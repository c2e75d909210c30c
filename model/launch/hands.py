"""The shop's people, what each can do, and how much work of several kinds they carry together."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from model.errors import InvalidRecord
from model.fields import BadCell, Raw, Rule, flag, number, parse, plain_text, tags
from model.launchrules import CapacityRule

Floats = NDArray[np.float64]


class Role(StrEnum):
    """What has to be done, the most urgent first: a session waits for nobody, a returned parcel does."""

    LISTING = "listing"
    PROMOTION = "promotion"
    SERVICE = "service"
    PACKING = "packing"
    AFTER_SALES = "after_sales"


ROLES: Final = tuple(Role)
_NO_WORK: Final = 1e-9
"""Hours below which an order makes no work of a kind."""
_ROLE_WORDS: Final = {
    "上架": "listing", "上新": "listing", "推广": "promotion", "运营": "promotion", "对接": "promotion", "客服": "service",
    "打包": "packing", "发货": "packing", "仓库": "packing", "售后": "after_sales", "退货": "after_sales",
    "customer": "service", "after-sales": "after_sales", "returns": "after_sales",
}  # fmt: skip


def _roles(raw: Raw) -> frozenset[Role] | None:
    found = []
    for word in tags(raw):
        code = _ROLE_WORDS.get(word.lower(), word.lower())
        if code not in set(Role):
            raise BadCell("not_a_role", word)
        found.append(Role(code))
    return frozenset(found) or None


_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK: Final = "一二三四五六日"


def _weekdays(raw: Raw) -> frozenset[int]:
    return frozenset(_weekday(word) for word in tags(raw))


def _weekday(word: str) -> int:
    """A day by its name (周六, 星期日, Sat) or its number, Monday being 1."""
    name = word.strip().lower().rstrip(".")
    bare = re.sub("^(周|星期|礼拜)", "", name).replace("天", "日")
    for day, english in enumerate(_WEEKDAYS, 1):
        if bare in (str(day), _WEEK[day - 1]) or (len(name) > 2 and english.startswith(name)):
            return day
    raise BadCell("not_a_weekday", word)


@dataclass(frozen=True, slots=True)
class Hand:
    """One of the shop's people: ``hours`` a day for ``roles``.

    ``days_off`` are weekdays from 1 (Monday) to 7; ``holidays`` tells whether he works on public holidays. ``host`` is the
    id he goes live under: those hours are then missing elsewhere.
    """

    name: str
    roles: frozenset[Role]
    hours: float = 8.0
    days_off: frozenset[int] = frozenset()
    holidays: bool = False
    host: str = ""

    @classmethod
    def parse(cls, **raw: Raw) -> Self:
        """A person from what was typed.

        Raises:
            InvalidRecord: every field that is wrong, not only the first.
        """
        values, problems = parse(HAND_RULES, raw)
        if problems:
            raise InvalidRecord(problems)
        values |= {"holidays": bool(values["holidays"])}
        return cls(**{name: value for name, value in values.items() if value is not None})

    def works(self, day: dt.date, holiday: bool) -> bool:
        """Whether he comes on a day."""
        return day.isoweekday() not in self.days_off and (self.holidays or not holiday)


HAND_RULES: Final[Mapping[str, Rule]] = {
    "name": Rule(plain_text, required=True),
    "roles": Rule(_roles, required=True),
    "hours": Rule(number, low=0, high=24),
    "days_off": Rule(_weekdays),
    "holidays": Rule(flag),
    "host": Rule(plain_text),
}


def pools(hours: Sequence[tuple[frozenset[Role], float]]) -> Floats:
    """Hours of all who can do at least one role of each set of roles: (32,), sets as bits in the order of ``ROLES``."""
    made = np.zeros(1 << len(ROLES))
    for roles, amount in hours:
        able = mask(roles)
        made += [amount if able & of else 0.0 for of in range(len(made))]
    return made


def mask(roles: frozenset[Role]) -> int:
    """A set of roles as bits."""
    return sum(1 << ROLES.index(role) for role in roles)


def shared_out(pool: Floats, wanted: Floats) -> Floats:
    """Hours given to each role when all hands go to the most urgent work first: (..., 5).

    A role can still get the least, over all sets of roles with it, of the hours of those who can do any of the set less
    what the set has already: the rank of a polymatroid (Hall's condition), so nobody's hour is given twice and none is
    left idle that could be used.

    Args:
        pool: see :func:`pools`.
        wanted: hours of work for each role (..., 5).
    """
    given = np.zeros_like(wanted)
    several = pool.reshape(-1, *[1] * (wanted.ndim - 1))
    used = np.zeros((1 << len(ROLES), *wanted.shape[:-1]))
    for place in range(len(ROLES)):
        bit = 1 << place  # the sets with this role and roles before it are bit, bit + 1 … 2 bit - 1
        left = (several[bit : 2 * bit] - used[:bit]).min(axis=0)
        given[..., place] = np.minimum(wanted[..., place], np.maximum(left, 0.0))
        used[bit : 2 * bit] = used[:bit] + given[..., place]
    return given


def hours_per_order(rule: CapacityRule, returned: float) -> Floats:
    """Hours of each role that one order makes (5,); ``returned`` is the share of orders that comes back."""
    minutes = {
        Role.SERVICE: rule.questions * rule.question_minutes,
        Role.PACKING: rule.pack_minutes,
        Role.AFTER_SALES: returned * rule.return_minutes,
    }
    return np.array([minutes.get(role, 0.0) / 60 for role in ROLES])


def carries(
    hands: Sequence[Hand], rule: CapacityRule, returned: float, sessions_a_day: float = 0.0, live: float = 0.0
) -> float:
    """Orders a day that the hands carry for good: the limit of the matrix. Days off are spread over the week.

    Args:
        hands: the shop's people.
        rule: minutes of work.
        returned: share of orders that comes back.
        sessions_a_day: sessions to prepare on an average day.
        live: hours a day that each hand who goes live spends before the camera.
    """
    hours = [
        (hand.roles, max(0.0, hand.hours - (live if hand.host else 0.0)) * (7 - len(hand.days_off)) / 7)
        for hand in hands
    ]
    pool = pools(hours)
    each, fixed = hours_per_order(rule, returned), hours_per_session(rule) * sessions_a_day
    most = [
        (pool[of] - fixed[_in(of)].sum()) / each[_in(of)].sum()
        for of in range(1, len(pool))
        if each[_in(of)].sum() > _NO_WORK
    ]
    return float(max(0.0, min(most, default=np.inf)))


def hours_per_session(rule: CapacityRule) -> Floats:
    """Hours of each role that one session makes before it begins (5,)."""
    minutes = {Role.LISTING: rule.listing_minutes, Role.PROMOTION: rule.promotion_minutes}
    return np.array([minutes.get(role, 0.0) / 60 for role in ROLES])


def _in(of: int) -> list[int]:
    return [place for place in range(len(ROLES)) if of >> place & 1]
