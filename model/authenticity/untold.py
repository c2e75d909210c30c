"""Why the check for water cannot tell of many hosts: which figures are missing, the most wanted first."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from model.authenticity.roster import RosterCheck, Verdict
from model.waterrules import WaterRule


@dataclass(frozen=True, slots=True)
class Untold:
    """How many outside hosts cannot be told ``of`` all, and by figure how many of them lack it, the most first.

    Figures are ``posts`` (views and likes post by post, ``least_posts`` of them or more), ``views`` and ``engagement_rate``.
    """

    hosts: int
    of: int
    missing: tuple[tuple[str, int], ...]
    least_posts: int


def untold(check: RosterCheck, rule: WaterRule) -> Untold:
    """What the hosts lack of whom nothing can be said."""
    found = check.figures
    unknown = np.array([check.verdict(n) is Verdict.UNKNOWN for n in range(len(check.hosts))], bool)
    asked = unknown & found.outside
    ranked = sorted(_missing(check, asked, rule), key=lambda one: -one[1])
    told = tuple(one for one in ranked if one[1])
    return Untold(int(asked.sum()), int(found.outside.sum()), told, round(rule.least_posts))


def _missing(
    check: RosterCheck, asked: np.ndarray[tuple[int], np.dtype[np.bool_]], rule: WaterRule
) -> Iterator[tuple[str, int]]:
    found = check.figures
    enough = np.nan_to_num(found.extra["posts"]) >= rule.least_posts
    for name, absent in (
        ("posts", ~enough),
        ("engagement_rate", np.isnan(found.rate)),
        ("views", np.isnan(found.views)),
    ):
        yield name, int((asked & absent).sum())
