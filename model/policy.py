"""Every threshold, prior and weight: read from ``resources/policy``, each with unit, source and reliability."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, Final, get_type_hints

import resources
from model.audiencerules import AudienceRule
from model.entries import Entry, bounds, chinese_texts, disorder, named, read_entries
from model.errors import InputError, Problem
from model.fields import BadCell, number
from model.launchrules import (
    CapacityRule,
    DealRule,
    DeliveryRule,
    FestivalRule,
    LiftRule,
    SpreadRule,
    WaveRule,
    WorkRule,
)
from model.learnrules import LearningRule
from model.offerrules import OfferRule, OwnPeopleRule, ReachRule, ShockRule, TrialRule
from model.records import RepurchaseClass
from model.shoprules import CustomerRule, OwnPriceRule, ReadinessRule, ResultRule
from model.signingrules import SigningRule
from model.waterrules import ClaimRule, FeeRule, OrderWaterRule, WaterRule

Table = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Grading:
    """Repurchase grade: cut points, class priors, attribute weights, cycle."""

    cut_ab: float
    cut_bc: float
    cut_cd: float
    mean_a: float
    mean_b: float
    mean_c: float
    mean_d: float
    prior_customers: float
    weight_days: float
    weight_price: float
    weight_durable: float
    weight_occasion: float
    weight_habit: float
    logit_ab: float
    logit_bc: float
    logit_cd: float
    days_floor: float
    habit_occasion: float
    durable_days: float
    durable_width: float
    occasion_yes: float
    occasion_no: float
    occasions_per_year: float
    days_tolerance: float
    doubt_rate: float
    doubt_most: float
    unknown_doubt: float
    cycle_sd: float
    cycle_sd_class: float
    pool_products: float
    pool_share: float
    pool_most: float
    sure_odds: float


@dataclass(frozen=True, slots=True)
class PriceRule:
    """The 69-yuan rule as a smooth log-demand."""

    threshold: float
    slope_below: float
    slope_above: float
    drop: float
    width: float


@dataclass(frozen=True, slots=True)
class Tiers:
    """Followers from which a host is head or waist, and below which an amateur, per platform."""

    head: Table
    waist: Table
    amateur: Table


@dataclass(frozen=True, slots=True)
class Estimates:
    """What stands in for a figure nobody gave."""

    fee_at_100k: float
    fee_exponent: float
    views_factor: float
    views_exponent: float
    views_sd: float
    engagement_at_100k: float
    engagement_exponent: float
    followers: float
    commission: float
    own_views: float
    own_sessions: float
    ship_cost: float
    platform_fee: float


@dataclass(frozen=True, slots=True)
class ResponseRule:
    """What an offer brings."""

    conversion_live: float
    conversion_post: float
    size_exponent: float
    authenticity: float
    authenticity_low: float
    authenticity_high: float
    host_sd: float
    common_sd: float
    own_conversion: float
    session_decay: float
    fit_category: float
    fit_tone: float
    fit_audience: float
    fit_effect: float
    pull_head_ab: float
    pull_waist_ab: float
    pull_tail_ab: float


@dataclass(frozen=True, slots=True)
class Economics:
    """Handling, horizon and discount."""

    return_handling: float
    resaleable: float
    horizon_days: float
    discount_year: float
    repeat_return_ratio: float


@dataclass(frozen=True, slots=True)
class MatrixRule:
    """Mix of levels, shares and search."""

    head_share: float
    waist_share: float
    mix_tolerance: float
    mix_slack: float
    ab_head_spend: float
    ab_tail_share: float
    max_share_cd: float
    max_share_ab: float
    least_gain: float
    gap: float
    time_limit: float
    warn_top1: float
    warn_top5: float
    warn_left: float


@dataclass(frozen=True, slots=True)
class RiskRule:
    """Monte-Carlo of a finished plan."""

    draws: float
    warn_loss: float
    toss: float
    warn_sold_out: float
    busy: float


@dataclass(frozen=True, slots=True)
class Purchasing:
    """Purchase models, and from how many orders on anything is said."""

    prior_r: float
    prior_alpha: float
    prior_a: float
    prior_b: float
    prior_sd: float
    few: float
    bg_weight: float
    model_error: float
    least_customers: float
    least_days: float
    followed_share: float
    least_gaps: float
    bulk_repeat: float
    bulk_quantity: float


@dataclass(frozen=True, slots=True)
class Category:
    """A retail category with its class and usual figures (columns of ``categories.toml``)."""

    code: str
    zh: str
    en: str
    group: str
    aliases: tuple[str, ...]
    klass: RepurchaseClass
    life_days: float
    occasion: float
    habit: float
    price_low: float
    price_high: float
    margin: float
    return_rate: float
    source: str
    reliability: str


@dataclass(frozen=True)
class Policy:
    """All figures the model rests on. Made by :func:`load`; changed by :meth:`with_overrides`."""

    grading: Grading
    price_rule: PriceRule
    tiers: Tiers
    estimates: Estimates
    response: ResponseRule
    economics: Economics
    matrix: MatrixRule
    risk: RiskRule
    purchasing: Purchasing
    festivals: FestivalRule
    customers: CustomerRule
    readiness: ReadinessRule
    own_price: OwnPriceRule
    results: ResultRule
    lifts: LiftRule
    delivery: DeliveryRule
    capacity: CapacityRule
    spreading: SpreadRule
    waves: WaveRule
    work: WorkRule
    deals: DealRule
    reach: ReachRule
    shocks: ShockRule
    offers: OfferRule
    own_people: OwnPeopleRule
    trial: TrialRule
    water: WaterRule
    fair_fee: FeeRule
    order_water: OrderWaterRule
    claims: ClaimRule
    audiences: AudienceRule
    learning: LearningRule
    signing: SigningRule
    categories: tuple[Category, ...]
    entries: Mapping[str, Entry]

    def category(self, text: str) -> Category | None:
        """The category a merchant means by a code, a name or an alias; None when nothing fits.

        A text that only contains known words gets the longest one's category, in a path (``美妆护肤/面膜``) that of its
        last known step.
        """
        if text not in self._found:
            self._found[text] = _find(self._names, text)
        return self._found[text]

    @cached_property
    def _found(self) -> dict[str, Category | None]:
        """Answers already given: a roster asks for the same few words a thousand times."""
        return {}

    @cached_property
    def _names(self) -> Mapping[str, Category]:
        return {_key(name): c for c in self.categories for name in (*c.aliases, c.en, c.zh, c.code)}

    @property
    def unknown(self) -> Category:
        """What stands in when the category is not known."""
        return next(c for c in self.categories if c.code == "unknown")

    def with_overrides(self, overrides: Mapping[str, float]) -> "Policy":
        """The same policy with the merchant's own figures.

        Raises:
            InputError: ``policy_key_unknown`` or ``policy_value`` for each that cannot be.
        """
        problems = [p for key, value in overrides.items() if (p := self.outside(key, value))]
        entries = {k: replace(e, value=overrides.get(k, e.value)) for k, e in self.entries.items()}
        if problems := problems or list(disorder(entries)):
            raise InputError(problems)
        return _assemble(self.categories, entries)

    def fault(self, key: str, value: float) -> Problem | None:
        """What is wrong with one own figure beside the others as they are, or None."""
        if (problem := self.outside(key, value)) is not None:
            return problem
        return next(disorder({**self.entries, key: replace(self.entries[key], value=value)}), None)

    def outside(self, key: str, value: float) -> Problem | None:
        """What is wrong with one own figure by itself, or None."""
        if key not in self.entries:
            return Problem("policy_key_unknown", column=key, values={"key": key})
        low, high = bounds(self.entries[key])
        if low <= value <= high:
            return None
        return Problem(
            "policy_value",
            column=key,
            values={**named(self.entries[key]), "value": value, "low": low, "high": high},
        )


_GROUPS: Final[Mapping[str, type[Any]]] = {
    name: kind
    for name, kind in get_type_hints(Policy).items()
    if is_dataclass(kind) and isinstance(kind, type)
}


def load(overrides: Mapping[str, float] | None = None) -> Policy:
    """The shipped policy, with the merchant's own figures if any (see :meth:`Policy.with_overrides`)."""
    chinese = chinese_texts()
    entries = {entry.key: entry for group in _GROUPS for entry in read_entries(group, chinese)}
    policy = _assemble(load_categories(), entries)
    return policy.with_overrides(overrides) if overrides else policy


def load_categories() -> tuple[Category, ...]:
    """The category table as shipped."""
    rows = tomllib.loads(resources.text("policy", "categories.toml"))["category"]
    return tuple(_category(row) for row in rows)


def parse_override(text: str) -> tuple[str, float]:
    """``key=value`` of the command line.

    Raises:
        InputError: ``policy_setting`` when it is not of that form.
    """
    key, equals, value = text.partition("=")
    try:
        figure = number(value)
    except BadCell:
        figure = None
    if not equals or figure is None:
        raise InputError([Problem("policy_setting", values={"text": text})])
    return key.strip(), figure


def _find(names: Mapping[str, Category], text: str) -> Category | None:
    wanted = _key(text)
    if not wanted:
        return None
    if wanted in names:
        return names[wanted]
    for part in reversed([_key(p) for p in _PATH.split(text)]):
        if inside := [n for n, c in names.items() if len(n) > 1 and n in part and c.code != "unknown"]:
            return names[max(inside, key=lambda name: (len(name), part.rfind(name)))]
    return None


_PATH: Final = re.compile(r"[/|＞>›»]|\s[-–—]\s")
"""What separates the steps of a category path, as platforms write it."""


def _key(name: str) -> str:
    return "".join(name.casefold().split())


def _category(row: Mapping[str, Any]) -> Category:
    values = {k: v for k, v in row.items() if k not in ("class", "aliases")}
    return Category(klass=RepurchaseClass(row["class"]), aliases=tuple(row["aliases"]), **values)


def _assemble(categories: tuple[Category, ...], entries: Mapping[str, Entry]) -> Policy:
    groups: dict[str, Any] = {name: _group(name, kind, entries) for name, kind in _GROUPS.items()}
    return Policy(categories=categories, entries=entries, **groups)


def _group(name: str, kind: type[Any], entries: Mapping[str, Entry]) -> object:
    hints = get_type_hints(kind)
    values = {f.name: _value(f"{name}.{f.name}", hints[f.name] is float, entries) for f in fields(kind)}
    return kind(**values)


def _value(key: str, plain: bool, entries: Mapping[str, Entry]) -> float | dict[str, float]:
    if plain:
        return entries[key].value
    return {k.removeprefix(key + "."): e.value for k, e in entries.items() if k.startswith(key + ".")}
