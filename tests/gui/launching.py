"""A launch for tests of the window: the demo's plan over the first quarter of 2027, with three people to carry it."""

import datetime as dt
from functools import cache

from gui.pages.placing import Asked, Placed, place_all
from model.advice import Advice
from model.launch.hands import Hand, Role
from model.launch.setup import Setup
from model.policy import Policy, load
from model.records import Snapshot

TODAY = dt.date(2026, 11, 27)
HANDS = (
    Hand("Owner", frozenset(Role), 4.0),
    Hand("Packer", frozenset({Role.PACKING, Role.AFTER_SALES})),
    Hand("Clerk", frozenset({Role.SERVICE, Role.LISTING, Role.PROMOTION})),
)
SETUP = Setup(dt.date(2027, 1, 1), dt.date(2027, 3, 31), hands=HANDS)
_KEPT: dict[int, Placed] = {}


def placed_in_spring(snapshot: Snapshot, advice: Advice) -> Placed:
    """The advice placed; worked out once for each."""
    if id(advice) not in _KEPT:
        asked = Asked(advice, snapshot, _policy(), None, SETUP, TODAY)
        _KEPT[id(advice)] = place_all(asked, lambda _code, _share: None, lambda: False)
    return _KEPT[id(advice)]


@cache
def _policy() -> Policy:
    return load()
