"""Figures of the policy that nobody should have set, and what the program makes of them: refused in a sentence, or a plan."""

import json
import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from mutations import TOKENS, Case, Seed

TEXTS = (
    "0",
    "-0",
    "1",
    "0.5",
    "1e-12",
    "1e12",
    "1e300",
    "-1",
    "nan",
    "inf",
    "-inf",
    "",
    " ",
    "１",
    "1,5",
    "50%",
    "1.2万",
    "true",
    "x",
    *TOKENS[:40],
)


def seeds() -> tuple[Seed, ...]:
    """The names of all figures, as they are and as they might be mistyped."""
    from model.policy import load

    return tuple(Seed(key, ".json", b"") for key in load().entries)


def case(seed: int, number: int, files: tuple[Seed, ...]) -> Case:
    """Some figures with texts as they may be typed, or numbers within their bounds and at them."""
    rng = random.Random(f"{seed}:{number}")
    some = rng.sample(files, rng.choice([1, 1, 2, 3, 8, 40]))
    told = {one.name: _text(rng, one.name) for one in some}
    if rng.random() < 0.05:
        told[rng.choice(["", "no.such", some[0].name.upper(), f"{some[0].name} ", "risk"])] = "1"
    data = json.dumps(told, ensure_ascii=True).encode()
    return Case(".json", data, ", ".join(f"{key}={value}"[:60] for key, value in told.items())[:300])


def _text(rng: random.Random, key: str) -> str:
    from model.policy import bounds

    if rng.random() < 0.15:
        return rng.choice(TEXTS)
    entry = shipped().entries[key]
    low, high = bounds(entry)
    low, high = max(low, -1e9), min(high, 1e9)
    return repr(
        float(
            rng.choice(
                [low, high, entry.value * rng.uniform(0.3, 3), rng.uniform(low, high), (low + high) / 2]
            )
        )
    )


@cache
def shipped():  # type: ignore[no-untyped-def]
    """The policy as it is shipped, read once."""
    from model.policy import load

    return load()


@cache
def _shop():  # type: ignore[no-untyped-def]
    """Three products and a dozen hosts: every rule has something to work on."""
    from model.records import Influencer, Offer, Product, Request, Snapshot

    products = (
        Product("空气净化器", 2999.0, "air_purifier", 1800.0, 60.0, stock=200, id=1),
        Product("月饼", 128.0, "mooncake", 50.0, 8.0, stock=900, occasion=True, id=2),
        Product("挂耳咖啡", 59.0, "coffee", 18.0, 4.0, 0.05, 0.08, 3000, 30.0, id=3),
    )
    hosts = tuple(
        Influencer(
            f"h{n}",
            f"达人{n}",
            followers=800 * 2**n,
            offers=(Offer("a", 60.0 * 2**n, 0.2), Offer("b", None, 0.3)),
        )
        for n in range(12)
    )
    return Snapshot(products, hosts, request=Request(20_000.0))


def targets(path: Path, _chance: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """As the command line, the settings page and a project bring them."""
    told = json.loads(path.read_text("utf-8"))
    yield "figures", lambda: planned(told)


def planned(told: dict[str, str]) -> None:
    """Each text read as the command line reads it; a plan with those that are figures in bounds."""
    from dataclasses import replace

    from model.advice import advise
    from model.errors import UserError
    from model.policy import parse_override

    own: dict[str, float] = {}
    refused: UserError | None = None
    for key, text in told.items():
        try:
            name, value = parse_override(f"{key}={text}")
            shipped().with_overrides({name: value})
        except UserError as error:
            refused = error
        else:
            own[name] = value
    policy = shipped().with_overrides({"risk.draws": 200.0, **own})
    advice = advise(replace(_shop(), overrides=own), policy)
    if (plan := advice.plan) is not None:
        assert plan.spend <= plan.budget + 1e-6
        assert all(choice.orders.low <= choice.orders.high for choice in plan.choices)
    if refused is not None:
        raise refused
