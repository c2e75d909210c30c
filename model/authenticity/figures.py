"""Hosts as arrays: the figures that are compared, not a number where unknown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.authenticity.robust import Floats, Ints
from model.intake.lists.extras import Extra
from model.policy import Policy
from model.records import Audience, Influencer, Kind, Product


@dataclass(frozen=True, eq=False)
class Figures:
    """One element a host. ``outside`` marks hosts who are not the shop's own people: only they are compared.

    ``rate`` is the engagement rate, ``interactions`` what it comes to, ``fee`` the lowest slot fee asked; ``far`` is 1
    for an audience that shares nothing with any product's, 0 for one that does; ``extra`` the figures of
    :class:`model.intake.lists.extras.Extra`, and ``told_views`` as the record has them: where there are enough posts,
    ``views`` and ``rate`` are theirs.
    """

    platform: Ints
    category: Ints
    outside: np.ndarray[tuple[int], np.dtype[np.bool_]]
    followers: Floats
    views: Floats
    rate: Floats
    fee: Floats
    far: Floats
    extra: Mapping[str, Floats]

    @property
    def interactions(self) -> Floats:
        """Interactions with a post: the rate times views (followers where views are unknown), else as they were counted."""
        by_rate: Floats = self.rate * np.where(np.isnan(self.views), self.followers, self.views)
        likes = self.extra["likes"]
        parts = likes + np.nan_to_num(self.extra["comments"]) + np.nan_to_num(self.extra["shares"])
        told = self.extra["interactions"]
        return np.where(np.isnan(by_rate), np.where(np.isnan(told), parts, told), by_rate)


def _seen(told: Floats, extra: Mapping[str, Floats], name: str, least: float) -> Floats:
    """A figure as the posts have it where there are enough of them, else as it is told."""
    trusted = (extra["posts"] >= least) & ~np.isnan(extra[name])
    return np.where(trusted, extra[name], told)


def figures(
    hosts: Sequence[Influencer], extras: Mapping[str, Extra], products: Sequence[Product], policy: Policy
) -> Figures:
    """The figures of hosts in their order."""
    extra = _beside(extras, hosts)
    least = policy.water.least_posts
    views = _floats(host.views for host in hosts)
    return Figures(
        _numbered(host.platform for host in hosts),
        _numbered(_category(host.category, policy) for host in hosts),
        np.array([host.kind is Kind.HOST for host in hosts], bool),
        _floats(host.followers or None for host in hosts),
        _seen(views, extra, "post_views", least),
        _seen(_floats(host.engagement_rate for host in hosts), extra, "post_rate", least),
        _floats(_asked(host) for host in hosts),
        _floats(_far(host.audience, products) if products else None for host in hosts),
        {**extra, "told_views": views},
    )


def _beside(extras: Mapping[str, Extra], hosts: Sequence[Influencer]) -> dict[str, Floats]:
    """The figures beside the records; most rosters have few of them."""
    known = [(place, extras[host.id]) for place, host in enumerate(hosts) if host.id in extras]
    found = {name: np.full(len(hosts), np.nan) for name in Extra.__dataclass_fields__}
    for name, values in found.items():
        values[[place for place, _ in known]] = _floats(getattr(one, name) for _, one in known)
    return found


def _numbered(words: Iterable[str]) -> Ints:
    known: dict[str, int] = {}
    return np.array([known.setdefault(word, len(known)) for word in words], np.int64)


def _category(text: str, policy: Policy) -> str:
    """The category by its code where it is one of ours, else the word as it is."""
    if not text:
        return ""
    found = policy.category(text)
    return found.code if found else "".join(text.casefold().split())


def _floats(values: Iterable[float | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], np.float64)


def _asked(host: Influencer) -> float | None:
    return min((offer.slot_fee for offer in host.offers if offer.slot_fee), default=None)


def _far(audience: Audience, products: Sequence[Product]) -> float | None:
    """Whether an audience shares nothing with that of any product, None where either is unknown."""
    known = [_shares(audience, product.audience) for product in products]
    told = [one for one in known if one is not None]
    return None if not told else float(not any(told))


def _shares(one: Audience, other: Audience) -> bool | None:
    """Whether two audiences have sex, an age and a kind of city in common, as far as both say so."""
    pairs = (
        (frozenset(filter(None, [one.sex])), frozenset(filter(None, [other.sex]))),
        (frozenset(one.ages), frozenset(other.ages)),
        (frozenset(one.cities), frozenset(other.cities)),
    )
    said = [bool(a & b) for a, b in pairs if a and b]
    return all(said) if said else None
