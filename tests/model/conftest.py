"""Small plans for the tests of the launch."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from model.advice import advise
from model.matrix.plan import Plan
from model.policy import load
from model.records import Influencer, Offer, Product, Request, Snapshot

MOONCAKE = Product("月饼", 59.0, "月饼", 20.0, 4.0, 0.05, 0.06, id=1)
SIZES = {"head": 3_000_000, "waist": 300_000, "tail": 30_000}


@pytest.fixture(scope="session")
def planned() -> Callable[..., Plan]:
    """A plan of all the hosts handed over: (name, level, views, sessions, fee), or records."""

    def made(*hosts: tuple[str, str, float, int, float] | Influencer, stock: int | None = None) -> Plan:
        records = tuple(
            one
            if isinstance(one, Influencer)
            else Influencer(
                one[0],
                one[0],
                "douyin",
                followers=SIZES[one[1]],
                views=one[2],
                category=f"{one[0]} goods",
                offers=(Offer("a", one[4], 0.2, sessions=one[3]),),
            )
            for one in hosts
        )
        locks = frozenset() if stock else frozenset(one.id for one in records)
        request = Request(1e6, free_mix=True, max_share=1.0, locks=locks)
        product = replace(MOONCAKE, stock=stock)
        plan = advise(Snapshot((product,), records, {}, request), load({"risk.draws": 20_000})).plan
        assert plan is not None
        return plan

    return made


@pytest.fixture(scope="session")
def three_levels(planned: Callable[..., Plan]) -> Plan:
    """One head, three waists, eight tails."""
    return planned(
        ("head", "head", 200_000.0, 1, 20_000.0),
        *((f"waist{n}", "waist", 40_000.0, 1, 3_000.0) for n in range(3)),
        *((f"tail{n}", "tail", 8_000.0 + 500 * n, 1, 200.0) for n in range(8)),
    )
