"""Whether a result that was typed can be meant: its host is somebody, and its day has come."""

import datetime as dt
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Final

from model.errors import Problem
from model.fields import folded
from model.records import Influencer
from model.results import Result

_ALIKE: Final = 0.5
"""How alike two names are of which one may be a slip of the other (Ratcliff and Obershelp)."""


def host_meant(text: str, roster: Sequence[Influencer], known: Collection[str]) -> str | Problem:
    """The id of the host who was typed by id or name; ``known`` are ids beside the roster's.

    Somebody nobody knows is a problem that names the host nearest to it, if one is near.
    """
    if text in known or any(host.id == text for host in roster):
        return text
    called = [host.id for host in roster if folded(host.name) == folded(text)]
    if len(called) == 1:
        return called[0]
    if called:
        return Problem("host_of_two", column="id", values={"text": text, "n": len(called)})
    nearest = _nearest(text, [host.name for host in roster])
    if not nearest:
        return Problem("host_nobody", column="id", values={"text": text})
    return Problem("host_nobody_near", column="id", values={"text": text, "name": nearest})


def day_to_come(result: Result, today: dt.date) -> Problem | None:
    """What has not begun has brought nothing."""
    if result.date <= today:
        return None
    return Problem("day_to_come", column="date", values={"day": result.date.isoformat()})


def _nearest(text: str, names: Sequence[str]) -> str:
    """The first name that has the text in it, else the one most like it; empty where none is like it."""
    part = folded(text)
    inside = next((name for name in names if part and part in folded(name)), "")
    return inside or next(iter(get_close_matches(text, names, 1, _ALIKE)), "")
