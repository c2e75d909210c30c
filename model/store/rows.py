"""Between records and rows: the columns, and the one place where yuan become fen."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import islice
from math import isfinite
from typing import Any, Final

from model.ladder import Steps
from model.limits import Limits
from model.records import PLATFORMS, Audience, Form, Influencer, Kind, Offer, Product, Request
from model.results import Result

Json = str | int | float | bool | None | Sequence["Json"] | dict[str, "Json"]
"""What a setting may hold."""

Cell = str | int | float | bytes | None
Row = Sequence[Cell]

_PRODUCT: Final = (
    "name", "price_fen", "category", "unit_cost_fen", "ship_cost_fen", "platform_fee", "return_rate", "stock",
    "use_days", "occasion", "tone", "audience", "shop_names",
)  # fmt: skip
_INFLUENCER: Final = (
    "name", "platform", "kind", "followers", "views", "engagement_rate", "category", "price_low",
    "price_high", "tone", "audience", "mcn",
)  # fmt: skip
_RESULT_COUNTS: Final = ("sessions", "views", "visits", "orders", "refunded_orders")
_RESULT_MONEY: Final = ("gmv", "net_gmv", "commission_paid", "slot_fee_paid")
_RESULT: Final = ("host", "product", "day", *_RESULT_COUNTS, *(f"{name}_fen" for name in _RESULT_MONEY))
_OFFER: Final = ("name", "slot_fee_fen", "commission", "guarantee", "sessions", "form", "steps")


@dataclass(frozen=True)
class Select:
    """A query for records of one table: its columns, the column of its ids, and the order of entry."""

    table: str
    id: str
    columns: tuple[str, ...]
    order: str

    def batches(self, ids: Iterable[Cell] | None) -> Iterator[tuple[str, Row]]:
        """The query for all rows, or one for each few hundred ids with what fills its marks."""
        if ids is None:
            yield self._sql(""), ()
            return
        left = iter(dict.fromkeys(ids))
        while some := tuple(islice(left, 500)):
            yield self._sql(f"WHERE {self.id} IN ({_marks(some)})"), some

    def insert(self) -> str:
        """The statement that adds a row and leaves the id to SQLite."""
        return _insert(self.table, self.columns)

    def _sql(self, where: str) -> str:
        return f"SELECT {', '.join((self.id, *self.columns))} FROM {self.table} {where} ORDER BY {self.order}"  # noqa: S608 - names of our own


def _marks(cells: Sequence[Cell]) -> str:
    return ", ".join("?" * len(cells))


def _upsert(table: str, columns: tuple[str, ...]) -> str:
    """Insert, or change what is there; the position of what is there stays."""
    names = ("id", "position", *columns)
    changes = ", ".join(f"{c} = excluded.{c}" for c in columns)
    return f"{_insert(table, names)} ON CONFLICT (id) DO UPDATE SET {changes}"


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({_marks(columns)})"  # noqa: S608


PRODUCTS: Final = Select("product", "id", _PRODUCT, "position")
INFLUENCERS: Final = Select("influencer", "id", _INFLUENCER, "position")
OFFERS: Final = Select("offer", "influencer", _OFFER, "influencer, position")
PUT_PRODUCT: Final = _upsert("product", _PRODUCT)
PUT_INFLUENCER: Final = _upsert("influencer", _INFLUENCER)
RESULTS: Final = Select("result", "id", _RESULT, "day, host, product")
PUT_RESULT: Final = f"REPLACE {_insert('result', ('id', *_RESULT)).removeprefix('INSERT ')}"
PUT_OFFER: Final = _insert("offer", ("influencer", "position", *_OFFER))


def fen(yuan: float | None) -> int | None:
    """Whole fen of an amount in yuan."""
    return None if yuan is None else round(yuan * 100)


def _yuan(amount: int | None) -> float | None:
    return None if amount is None else amount / 100


def product_cells(product: Product) -> Row:
    """The cells of a product, in the order of its columns."""
    p = product
    return (
        p.name, fen(p.price), p.category, fen(p.unit_cost), fen(p.ship_cost), p.platform_fee, p.return_rate,
        p.stock, p.use_days, p.occasion, _dump(p.tone), _dump_audience(p.audience),
        _dump(p.shop_names),
    )  # fmt: skip


def product(row: tuple) -> Product:  # type: ignore[type-arg]
    """The product of a row of ``PRODUCTS``."""
    id_, name, price, category, cost, ship_cost, fee, returns, stock, days, occasion, tone, audience, shop = (
        row
    )
    return Product(
        name, price / 100, category, _yuan(cost), _yuan(ship_cost), fee, returns, stock, days,
        None if occasion is None else bool(occasion), _tags(tone), _audience(audience), id_, _tags(shop),
    )  # fmt: skip


def influencer_cells(influencer: Influencer) -> Row:
    """The cells of a host, in the order of its columns (offers have rows of their own)."""
    i = influencer
    return (
        i.name, i.platform, i.kind, i.followers, i.views, i.engagement_rate, i.category,
        *(i.price_band or (None, None)), _dump(i.tone), _dump_audience(i.audience), i.mcn,
    )  # fmt: skip


def influencer(row: tuple, offers: Iterable[Offer]) -> Influencer:  # type: ignore[type-arg]
    """The host of a row of ``INFLUENCERS``, with his offers."""
    id_, name, platform, kind, followers, views, engagement, category, low, high, tone, audience, mcn = row
    if platform not in PLATFORMS:
        raise ValueError(platform)
    return Influencer(
        id_, name, platform, Kind(kind), followers, views, engagement, category,
        None if low is None else (low, high), _tags(tone), _audience(audience), mcn, tuple(offers),
    )  # fmt: skip


def offer_rows(influencer: Influencer) -> Iterable[Row]:
    """One row for each offer of a host, ready for ``PUT_OFFER``."""
    for position, o in enumerate(influencer.offers):
        yield (
            influencer.id, position, o.name, fen(o.slot_fee), o.commission, o.guarantee, o.sessions, o.form,
            dump([(fen(at), share) for at, share in o.steps]),
        )  # fmt: skip


def offer(row: tuple) -> Offer:  # type: ignore[type-arg]
    """The offer of a row of ``OFFERS``."""
    _, name, slot_fee, commission, guarantee, sessions, form, steps = row
    return Offer(name, _yuan(slot_fee), commission, guarantee, sessions, Form(form), _steps(steps))


@lru_cache(4096)
def _steps(text: str) -> Steps:
    return tuple((at / 100, share) for at, share in json.loads(text))


def result_cells(result: Result) -> Row:
    """The cells of a result, in the order of its columns, its id first."""
    counts = (getattr(result, name) for name in _RESULT_COUNTS)
    money = (fen(getattr(result, name)) for name in _RESULT_MONEY)
    return result.key, result.id, result.product, result.date.isoformat(), *counts, *money


def result(row: tuple) -> Result:  # type: ignore[type-arg]
    """The result of a row of ``RESULTS``."""
    _, host, product, day, *figures = row
    counts, money = figures[: len(_RESULT_COUNTS)], map(_yuan, figures[len(_RESULT_COUNTS) :])
    return Result(host, product, dt.date.fromisoformat(day), *counts, *money)


def dump_request(request: Request) -> Json:
    """A request as a setting; its money in fen."""
    r = request
    return {
        "budget_fen": fen(r.budget), "products": r.products, "free_mix": r.free_mix, "max_share": r.max_share,
        "locks": sorted(r.locks), "bans": sorted(r.bans), "seed": r.seed, "limits": asdict(r.limits),
    }  # fmt: skip


def load_request(text: str) -> Request:
    """The request of a setting."""
    raw = json.loads(text)
    return Request(
        _figure(raw["budget_fen"]) / 100, tuple(map(int, raw["products"])), bool(raw["free_mix"]),
        None if raw["max_share"] is None else _figure(raw["max_share"]),
        frozenset(_texts(raw["locks"])), frozenset(_texts(raw["bans"])), _seed(raw["seed"]),
        _limits(raw.get("limits", {})),
    )  # fmt: skip


def _limits(raw: dict[str, Any]) -> Limits:
    """The further limits of a request; projects of earlier days know none."""
    if not isinstance(raw, dict):
        raise ValueError(raw)  # noqa: TRY004 - a row that makes no record, whatever is wrong with it
    shares = tuple((_text(platform), _figure(share)) for platform, share in raw.pop("platform_shares", ()))
    booked = tuple(
        (_text(host), _text(offer), int(sessions)) for host, offer, sessions in raw.pop("booked", ())
    )
    days = tuple((_text(host), _day(day)) for host, day in raw.pop("booked_on", ()))
    figures: dict[str, Any] = {name: None if value is None else _figure(value) for name, value in raw.items()}
    if figures.get("days", 1) is None:
        raise ValueError(raw)
    return Limits(platform_shares=shares, booked=booked, booked_on=days, **figures)


def _day(value: object) -> str:
    return dt.date.fromisoformat(_text(value)).isoformat()


def _figure(value: object) -> float:
    # A whole number of any length may stand in a file; what reckons with it knows no such.
    if not isinstance(value, int | float) or not isfinite(value):
        raise ValueError(value)
    return float(value)


def _seed(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def dump(value: Json) -> str:
    """A value as the text of a setting."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# Ten thousand hosts share a few dozen tones and audiences: each text is read and written once.
@lru_cache(4096)
def _dump(words: tuple[str, ...]) -> str:
    return dump(words)


@lru_cache(4096)
def _tags(text: str) -> tuple[str, ...]:
    return _texts(json.loads(text))


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(value)  # noqa: TRY004 - a row that makes no record, whatever is wrong with it
    return tuple(map(_text, value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004
    return value


@lru_cache(4096)
def _dump_audience(audience: Audience) -> str:
    return dump({"sex": audience.sex, "ages": audience.ages, "cities": audience.cities})


@lru_cache(4096)
def _audience(text: str) -> Audience:
    raw = json.loads(text)
    return Audience(_text(raw["sex"]), _texts(raw["ages"]), _texts(raw["cities"]))
