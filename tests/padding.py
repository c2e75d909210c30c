"""Shops with hosts of whom it is known whether their orders are padded: the truth for the check of orders.

Honest sessions have peaks when the host calls for orders, a few buyers who order twice, refunds by product, some before
shipping, and bundles of two. Padding replaces a share of a host's orders; each padded host draws his tactics: a handful
of accounts, refunds the same night, orders placed within minutes, one repeated quantity. Those without the first or the
second do not occur: somebody has to pay for the orders.
"""

from dataclasses import dataclass

import numpy as np

from model.authenticity.orderlines import Orders
from model.intake.joined.arrays import NONE

DAY = 86_400
START = 20_000 * DAY


@dataclass(frozen=True)
class Shop:
    """Orders of hosts, and who of them is padded."""

    orders: Orders
    padded: np.ndarray


def shop(
    rng: np.random.Generator,
    hosts: int,
    size: int,
    padded_hosts: float,
    share: float = 0.5,
    masked: bool = False,
) -> Shop:
    """A shop in which so large a part of the hosts have ``share`` of their ``size`` orders padded, and own orders besides."""
    padded = rng.random(hosts) < padded_hosts
    products = 6
    refund = rng.uniform(0.05, 0.55, products)
    parts = [_host(rng, n, size, refund, share if bad else 0.0) for n, bad in enumerate(padded.tolist())]
    parts.append(_honest(rng, hosts, max(size * hosts // 4, 50), refund))
    columns = [np.concatenate([part[name] for part in parts]) for name in range(7)]
    host, buyer, second, product, quantity, refunded, early = columns
    if masked:
        buyer = np.full(len(host), NONE)
    codes = np.unique(buyer, return_inverse=True)[1] if not masked else buyer
    gone = refunded.astype(bool)
    return Shop(
        Orders(host, hosts, codes, second, product, quantity, gone, early.astype(bool) & gone), padded
    )


def _honest(rng: np.random.Generator, host: int, size: int, refund: np.ndarray) -> list[np.ndarray]:
    """Orders of honest buyers of one to three sessions of three hours with a peak now and then."""
    sessions = rng.integers(1, 4)
    session = rng.integers(0, sessions, size)
    peaks = rng.uniform(0, 3 * 3600, (3, 3))
    at = rng.uniform(0, 3 * 3600, size)
    called = rng.random(size) < rng.uniform(0.1, 0.4)
    at[called] = peaks[session[called], rng.integers(0, 3, called.sum())] + rng.exponential(240, called.sum())
    second = START + session * 3 * DAY + at.astype(np.int64)
    mix = rng.dirichlet(np.ones(len(refund)) * 1.5)
    product = rng.choice(len(refund), size, p=mix)
    own = 1 / (1 + np.exp(-(np.log(refund / (1 - refund)) + rng.normal(0, 0.3))))
    refunded = rng.random(size) < own[product]
    early = rng.random(size) < rng.beta(4, 12)
    quantity = np.where(rng.random(size) < rng.beta(1, 12), 2, 1) + (rng.random(size) < 0.02)
    buyer = rng.integers(1, 2**50, size)
    twice = np.flatnonzero(rng.random(size) < rng.beta(2, 40))
    buyer[twice] = buyer[rng.integers(0, size, len(twice))]
    regular = rng.random(size) < rng.beta(2, 12)
    buyer[regular] = rng.integers(0, 5000, regular.sum())
    return [np.full(size, host), buyer, second, product, quantity.astype(np.int64), refunded, early]


def _host(
    rng: np.random.Generator, host: int, size: int, refund: np.ndarray, share: float
) -> list[np.ndarray]:
    part = _honest(rng, host, size, refund)
    if share <= 0:
        return part
    _, buyer, second, product, quantity, refunded, early = part
    fake = np.flatnonzero(rng.permutation(size) < round(size * share))
    few, night = [(True, False), (False, True), (True, True)][rng.choice(3, p=[0.25, 0.25, 0.5])]
    if few:
        pool = rng.integers(2**51, 2**52, max(2, int(len(fake) * rng.uniform(0.05, 0.25))))
        buyer[fake] = rng.choice(pool, len(fake))
    else:
        buyer[fake] = rng.integers(2**51, 2**52, len(fake))
    product[fake] = rng.choice(product)
    if night:
        refunded[fake] = rng.random(len(fake)) < 0.92
        early[fake] = True
    if rng.random() < 0.5:
        second[fake] = second[fake].min() + rng.integers(0, 900, len(fake))
    if rng.random() < 0.3:
        quantity[fake] = rng.integers(2, 6)
    return part
