"""Group of the policy for people whom several chosen hosts reach."""

from collections.abc import Mapping
from dataclasses import dataclass

Table = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AudienceRule:
    """How many people an audience segment has, who of a host's viewers is in it, and what reaching them again loses."""

    strength: float
    free_share: float
    duplication: float
    users: Table
    category_share: float
    niche_share: float
    stated_share: float
    women: float
    ages: Table
    cities: Table
