"""What is known beyond the policy when orders are forecast: own results with hosts, a festival ahead, the own price rule.

This is the one door through which learning enters the forecast: whatever is known of a host replaces the prior there.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from model.estimates import HostFacts
from model.normal import Z80
from model.policy import Policy, PriceRule


@dataclass(frozen=True, slots=True)
class Authenticity:
    """Share of views that are real, as Beta(``alpha``, ``beta``)."""

    alpha: float
    beta: float

    @classmethod
    def of(cls, mean: float, low: float, high: float) -> Self | None:
        """The Beta of this mean whose spread is that of an 80 % range; None where there is nothing uncertain.

        A spread no Beta can have around the mean is cut to nine tenths of the widest.
        """
        widest = mean * (1 - mean)
        variance = min(((high - low) / (2 * Z80)) ** 2, 0.9 * widest)
        if variance <= 1e-12:
            return None
        strength = widest / variance - 1
        return cls(mean * strength, (1 - mean) * strength)

    @property
    def mean(self) -> float:
        """Expected share."""
        return self.alpha / (self.alpha + self.beta)

    @property
    def log_sd(self) -> float:
        """Spread of the log-normal with the same relative variance."""
        ratio = self.beta / (self.alpha * (self.alpha + self.beta + 1))
        return math.sqrt(math.log1p(ratio))


@dataclass(frozen=True, slots=True)
class HostBelief:
    """What results say of a host: log of his orders over the forecast without results is N(``mean_log``, ``sd_log`` squared).

    The prior this replaces is N(-s²/2, s²) with s the spread between hosts, whose mean factor is 1. Orders already
    tell what padding did, so authenticity is no shock of its own beside them unless ``real`` says what is known of it.
    ``visit`` is his own share of true views that open the product; None leaves the prior. ``returns`` is added to the log
    odds that an order comes back; ``repeat`` is how many times the usual share of his customers buys again.
    """

    mean_log: float
    sd_log: float
    visit: float | None = None
    real: Authenticity | None = None
    returns: float = 0.0
    repeat: float = 1.0

    @property
    def factor(self) -> float:
        """Expected orders over the forecast without results."""
        return math.exp(self.mean_log + self.sd_log**2 / 2)


Group = tuple[str, str, str]
"""Platform, level and category code of a host."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """How many times the policy's the spreads around forecasts are.

    ``day``: of what all hosts share; ``platform``: of what those of one share; ``session``: of a session's chances.
    """

    day: float = 1.0
    platform: float = 1.0
    session: float = 1.0


AS_USUAL = Learnt()
"""The spreads of the policy."""


@dataclass(frozen=True)
class Beliefs:
    """Posteriors by host id, and for hosts without results by platform, level and category of hosts alike.

    ``products`` are times the forecast by name of what is sold, ``spreads`` those learnt.
    """

    hosts: Mapping[str, HostBelief] = field(default_factory=dict)
    groups: Mapping[Group, HostBelief] = field(default_factory=dict)
    products: Mapping[str, float] = field(default_factory=dict)
    spreads: Learnt = AS_USUAL

    def of(self, host: HostFacts, policy: Policy) -> HostBelief | None:
        """The belief that replaces the prior of one host; None when nobody knows better."""
        found = self.hosts.get(host.influencer.id)
        if found is not None or not self.groups:
            return found
        category = policy.category(host.influencer.category)
        return self.groups.get(
            (host.influencer.platform, str(host.tier), category.code if category else "unknown")
        )


UNTOLD = Beliefs()
"""Before any result."""


@dataclass(frozen=True)
class Knowledge:
    """Everything known beyond the policy.

    ``lifts``: how many times the usual orders each product sells on the days asked for (1 where none is named);
    ``price``: the price rule of the shop's own orders (:func:`model.repurchase.ownprice.as_rule`), None for the policy's.
    """

    beliefs: Beliefs = UNTOLD
    lifts: Mapping[str, float] = field(default_factory=dict)
    price: PriceRule | None = None


NOTHING = Knowledge()
"""Before any result, festival or own price is known."""
