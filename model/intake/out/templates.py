"""Our own templates, and the shop's data in their form: what they hold is read back as it was."""

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import resources
from model.fields import is_empty, share
from model.intake.layouts.layouts import template_layout
from model.intake.out.guarding import Cell
from model.intake.out.out import Column, ColumnKind, OutTable, write_rows, write_table
from model.ladder import RUNG, steps_text
from model.policy import load_categories
from model.records import INFLUENCER_RULES, OFFER_RULES, PRODUCT_RULES, Audience, Influencer, Offer, Product

__all__ = ["TemplateKind", "table_of", "template_columns", "write_rows", "write_template"]

TemplateKind = Literal["products", "roster", "choices", "orders", "results"]

_ENTRY_ROWS: Final = 1000
_KINDS: Final[Mapping[str, ColumnKind]] = {
    **dict.fromkeys(("id", "order_id", "host_id", "buyer", "name", "product", "offer", "price_band", "steps", "shop_names"), "text"),
    **dict.fromkeys(("platform_fee", "return_rate", "engagement_rate", "commission"), "share"),
    **dict.fromkeys(("price", "unit_cost", "ship_cost", "slot_fee", "paid", "refunded"), "money"),
    **dict.fromkeys(("gmv", "net_gmv", "commission_paid", "slot_fee_paid"), "money"),
    **dict.fromkeys(("followers", "stock", "quantity", "visits", "orders", "refunded_orders"), "count"),
    **dict.fromkeys(("views", "use_days", "guarantee", "sessions"), "number"),
    **dict.fromkeys(("paid_at", "date"), "date"),
}  # fmt: skip
_OWN_KINDS: Final[Mapping[tuple[str, str], ColumnKind]] = {("results", "views"): "count"}
_RULES: Final = {**PRODUCT_RULES, **INFLUENCER_RULES, "form": OFFER_RULES["form"]}
_OFFER_FIELDS: Final = {"offer": "name", **{name: name for name in OFFER_RULES if name != "name"}}


def write_template(kind: TemplateKind, path: Path, language: str) -> None:
    """Write the template with its headings, one example line and lists to choose from.

    Raises:
        InputError: those of :func:`model.intake.out.out.write_table`.
    """
    layout = template_layout(kind)
    columns = template_columns(kind, language)
    example = layout.example[_short(language)]
    row = [
        share(example[code]) if column.kind == "share" else example[code]
        for code, column in zip(layout.columns, columns, strict=True)
    ]
    write_table(path, OutTable(columns, (row,), entry_rows=_ENTRY_ROWS))


def table_of(kind: TemplateKind, records: Iterable[Any], language: str) -> OutTable:
    """Records under the headings of our template, for export: products, hosts (a row for each offer), or mappings.

    Orders, results and choices are mappings from the fields of the template to cells; a missing one is empty.
    """
    codes = tuple(template_layout(kind).columns)
    words = _words(kind, _short(language))
    rows = tuple(
        tuple(_cell(code, row.get(code), words.get(code, {})) for code in codes)
        for record in records
        for row in _fields(record)
    )
    return OutTable(template_columns(kind, language), rows, entry_rows=len(rows) + _ENTRY_ROWS)


def template_columns(kind: TemplateKind, language: str) -> tuple[Column, ...]:
    """The columns of a template, with what may be chosen in them and what is to be known of them."""
    layout, short = template_layout(kind), _short(language)
    choices, notes = layout.choices.get(short, {}), _notes()[short]
    return tuple(
        Column(
            heading,
            _OWN_KINDS.get((kind, code), _KINDS.get(code, "any")),
            _categories(short) if code == "category" else tuple(choices.get(code, ())),
            notes.get(code, ""),
        )
        for code, heading in zip(layout.columns, layout.headings(language), strict=True)
    )


def _short(language: str) -> str:
    return "zh" if language.startswith("zh") else "en"


@cache
def _notes() -> Mapping[str, Any]:
    return tomllib.loads(resources.text("templates", "notes.toml"))


@cache
def _categories(short: str) -> tuple[str, ...]:
    names = (category.zh if short == "zh" else category.en for category in load_categories())
    return tuple(dict.fromkeys(names))


def _words(kind: TemplateKind, short: str) -> Mapping[str, Mapping[object, str]]:
    """What each value is called in the lists of the template."""
    choices = template_layout(kind).choices.get(short, {})
    words = {code: {_RULES[code].read(word): word for word in listed} for code, listed in choices.items()}
    audience: list[str] = _notes()["audience"][short]
    return {
        **words,
        "steps": {"": RUNG[short]},
        "audience": {Audience.parse(word).words()[0]: word for word in audience},
    }


def _fields(record: Any) -> Iterator[Mapping[str, Any]]:
    """The rows of a record, as fields of the template."""
    if isinstance(record, Influencer):
        host = {name: getattr(record, name) for name in INFLUENCER_RULES}
        offers: Sequence[Offer | None] = record.offers or (None,)
        for offer in offers:
            yield {**host, **(_terms(offer) if offer else {})}
    elif isinstance(record, Product):
        yield {name: getattr(record, name) for name in PRODUCT_RULES}
    else:
        yield record


def _terms(offer: Offer) -> dict[str, Any]:
    return {code: getattr(offer, name) for code, name in _OFFER_FIELDS.items()}


def _cell(code: str, value: Any, words: Mapping[object, str]) -> Cell:
    if isinstance(value, Audience):
        return " ".join(words[word] for word in value.words())
    if code == "steps":
        return steps_text(value, words[""]) if value else None
    if code == "price_band" and isinstance(value, tuple):
        return _band(*value)
    if code == "shop_names":
        return _listed(value or (), "；") or None
    if isinstance(value, tuple):
        return _listed(value, "、")
    found: Cell = words.get(value, value)
    return found


def _band(low: float, high: float) -> str:
    """A range as :func:`model.fields.span` reads it."""
    return f">={_plain(low)}" if math.isinf(high) else f"{_plain(low)}-{_plain(high)}"


def _plain(value: float) -> str:
    return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _listed(words: Sequence[str], sign: str) -> str:
    """Words parted by a sign, to be read back; one more sign where they would read as empty or be stripped."""
    text = sign.join(words)
    return (
        f"{sign}{text}{sign}" if text and (is_empty(text) or text[0] in "'\"" or text[-1] in "'\"") else text
    )
