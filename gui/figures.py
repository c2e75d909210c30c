"""The shop's own figures over those that are shipped."""

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from model.errors import InputError

if TYPE_CHECKING:
    from model.policy import Policy

__all__ = ["own_policy"]

log = logging.getLogger(__name__)


def own_policy(shipped: "Policy", overrides: Mapping[str, float]) -> "Policy":
    """The policy with those of the project's figures that still exist and make sense."""
    good = {k: v for k, v in overrides.items() if not shipped.outside(k, v)}
    try:
        return shipped.with_overrides(good) if good else shipped
    except InputError:  # figures that overtake each other; the settings page lets none be made so
        log.warning("own figures contradict each other and are not used: %s", sorted(good))
        return shipped
