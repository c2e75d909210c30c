"""Single figures of the policy: what they may be, and which must not overtake each other."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import resources
from model.errors import Problem, Value


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of the policy as the settings page shows it; ``bounds`` are what an own value must keep.

    ``unit`` is its name in statistics, by which the bounds go; ``unit_en`` and ``unit_zh`` are what a merchant reads.
    """

    key: str
    value: float
    default: float
    unit: str
    source: str
    reliability: str
    zh: str
    en: str
    unit_zh: str
    source_zh: str
    unit_en: str


def bounds(entry: Entry) -> tuple[float, float]:
    """Between which figures an own value makes sense: signs are kept, shares and probabilities stay within 0-1."""
    if entry.unit.startswith(("share", "probability")):
        return 0.0, 1.0
    if entry.key in _COUNTS:
        return 1.0, 1e6
    return next((limits for start, limits in _LIMITS if entry.unit.startswith(start)), (0.0, 1e10))


_LIMITS: Final = (
    ("log odds", (-100.0, 100.0)),
    ("power", (-3.0, 3.0)),
    ("log days", (0.05, 5.0)),
    ("log price", (0.001, 5.0)),
    ("log", (0.001, 20.0)),
    ("times the session before", (0.0, 1.5)),
    ("times", (0.001, 1000.0)),
    ("days around", (0.0, 120.0)),
    ("days", (1.0, 36500.0)),
    ("yuan per hour", (0.001, 1e5)),
    ("shape", (0.05, 1e4)),
    ("robust deviations", (0.1, 100.0)),
    ("groups", (1.0, 50.0)),
    ("kinds", (1.0, 500.0)),
    ("minutes per", (0.0, 1440.0)),
    ("minutes", (0.1, 1e5)),
    ("months", (1.0, 600.0)),
    ("posts a day", (0.01, 1000.0)),
    ("hours per day", (0.1, 24.0)),
    ("people a month", (0.0, 1e10)),
    ("people", (1.0, 1e6)),
)
"""What figures of each unit may be; the first that fits counts."""

_COUNTS: Final = frozenset(
    {
        "risk.draws",
        "capacity.draws",
        "waves.draws",
        "spreading.runs",
        "deals.sessions",
        "grading.prior_customers",
        "estimates.own_sessions",
        "grading.occasions_per_year",
        "price_rule.threshold",
        "matrix.time_limit",
        "trial.most_sessions",
        "shocks.returns_strength",
        "water.least_peers",
        "water.band_hosts",
        "order_water.own_lines",
        "order_water.few_sure",
        "order_water.burst_sure",
        "order_water.visit_sure",
        "fair_fee.most_rows",
        "fair_fee.most_kinds",
        "claims.price",
        "learning.most_fitted",
        "learning.steps",
    }
)


_ORDERED: Final = (
    ("grading.cut_ab", "grading.cut_bc", "grading.cut_cd"),
    ("grading.mean_a", "grading.mean_b", "grading.mean_c", "grading.mean_d"),
    ("grading.logit_ab", "grading.logit_bc", "grading.logit_cd"),
    ("customers.head_spend", "customers.waist_spend"),
    ("readiness.not_ready_below", "readiness.ready_above"),
    ("own_price.mixed_share", "own_price.own_share"),
    ("water.clean_below", "water.doubtful_above", "water.padded_above"),
    ("order_water.clean_below", "order_water.doubtful_above", "order_water.padded_above"),
    ("claims.low", "claims.rare", "claims.beyond"),
    ("work.step_one", "work.step_two"),
    ("response.authenticity_low", "response.authenticity", "response.authenticity_high"),
)
"""Figures that must not overtake each other; so must the levels of hosts on every platform."""


def disorder(entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """Every pair of figures that overtake each other."""
    platforms = [key.removeprefix("tiers.head.") for key in entries if key.startswith("tiers.head.")]
    levels = ((f"tiers.amateur.{p}", f"tiers.waist.{p}", f"tiers.head.{p}") for p in platforms)
    for chain in (*_ORDERED, *levels):
        for lower, upper in pairwise(chain):
            if entries[lower].value > entries[upper].value:
                names = named(entries[lower], "lower") | named(entries[upper], "upper")
                yield Problem("policy_order", column=lower, values=names)


def named(entry: Entry, name: str = "key") -> dict[str, Value]:
    """What a figure is called in a sentence, in both languages."""
    return {f"{name}_zh": f"{entry.zh}（{entry.key}）", f"{name}_en": f"{entry.en} ({entry.key})"}


def chinese_texts() -> Mapping[str, Mapping[str, str]]:
    """The Chinese of all units and sources, as :func:`read_entries` takes it."""
    return tomllib.loads(resources.text("policy", "zh.toml"))


def read_explanations(group: str) -> Mapping[str, Mapping[str, str]]:
    """What the figures of a group mean, by ``<group>.<name>``: a text in ``zh`` and in ``en`` for each.

    Kept apart from the figures: they are read at every start, these when somebody looks.

    Raises:
        FileNotFoundError: there is no such group.
    """
    rows = tomllib.loads(resources.text("policy", "explained", f"{group}.toml"))
    return {f"{group}.{name}": row for name, row in rows.items()}


def read_entries(group: str, chinese: Mapping[str, Mapping[str, str]]) -> Iterator[Entry]:
    """The figures of one group as shipped, in the order of its file ``policy/<group>.toml``.

    Raises:
        FileNotFoundError: there is no such group.
        KeyError: a unit or source has no Chinese.
    """
    for name, row in tomllib.loads(resources.text("policy", f"{group}.toml")).items():
        rest = {k: str(row[k]) for k in ("unit", "source", "reliability", "zh", "en")}
        rest |= {f"{k}_zh": chinese[k][row[k]] for k in ("unit", "source")}
        rest["unit_en"] = chinese["unit_en"].get(row["unit"], row["unit"])
        table = row["value"] if isinstance(row["value"], dict) else {"": row["value"]}
        for part, value in table.items():
            key = f"{group}.{name}.{part}".rstrip(".")
            yield Entry(key, float(value), float(value), **rest)
