"""The sessions of a plan, one by one, and seeded draws of what they bring."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.economics import guarantee_refund, return_loss
from model.errors import InputError, Problem
from model.matrix.candidates import Candidate, Candidates, margin_left
from model.matrix.draws import draw, lot_of, shaken
from model.matrix.plan import Choice, Plan
from model.records import Form, Influencer, Kind, RepurchaseClass, Tier

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Session:
    """One session or post of a plan.

    ``number`` counts the host's own from 1, ``choice`` is the place in ``plan.choices``, ``orders`` the mean wanted on an
    ordinary day, whatever is in stock and whatever festival the plan was made for, ``cost`` its slot fee in yuan; sessions
    of one ``segment`` are seen by much the same people.
    """

    id: str
    host: str
    name: str
    tier: Tier
    kind: Kind
    form: Form
    segment: str
    product: str
    letter: RepurchaseClass
    number: int
    choice: int
    orders: float
    cost: float


def sessions_of(plan: Plan, decay: float) -> tuple[Session, ...]:
    """Every session the plan pays for, by host and number; session n brings ``decay`` times the one before.

    Raises:
        InputError: ``launch_empty`` when the plan holds none.
    """
    made = [one for place, choice in enumerate(plan.choices) for one in _of(choice, place, decay)]
    if not made:
        raise InputError([Problem("launch_empty")])
    return tuple(made)


def _of(choice: Choice, place: int, decay: float) -> list[Session]:
    item, host = choice.candidate, choice.candidate.host.influencer
    ordinary = item.response.mean / dict(item.response.factors).get("festival", 1.0)
    return [
        Session(
            f"{host.id}#{number}",
            host.id,
            host.name,
            item.host.tier,
            host.kind,
            item.offer.offer.form,
            segment(host),
            item.worth.product.name,
            item.worth.grade.letter,
            number,
            place,
            ordinary * decay ** (number - 1),
            choice.cost / item.sessions,
        )
        for number in range(1, item.sessions + 1)
    ]


def segment(host: Influencer) -> str:
    """Whose eyes a session is for: platform, category and audience of the host. The shop's own people have their own."""
    if host.kind is not Kind.HOST:
        return f"own:{host.platform}"
    return " ".join((host.platform, host.category, *host.audience.words())).strip()


@dataclass(frozen=True)
class Luck:
    """What is drawn for a plan, each of mean 1 and shape (draws, choices): orders, returns and repeat purchases."""

    orders: Floats
    returns: Floats
    repeat: Floats


def luck(plan: Plan, draws: int, seed: int) -> Luck:
    """Seeded draws of every shock of the response, as in the plan's risk; the sessions of a host share his."""
    table = _table(plan)
    lot = lot_of(table, np.arange(len(plan.choices)))
    moved = shaken(lot, draw(lot, table, draws, seed), slice(None))
    shared = moved.day * moved.platform[lot.platform] * moved.klass[lot.klass]
    parts = (moved.own * shared, moved.returns[lot.product], moved.repeat[lot.product])
    return Luck(*(part.T.astype(float) for part in parts))


def _table(plan: Plan) -> Candidates:
    """The chosen offers alone, as the draws want them."""
    items = tuple(choice.candidate for choice in plan.choices)
    names = list(dict.fromkeys(item.worth.product.name for item in items))
    worths = tuple(next(i.worth for i in items if i.worth.product.name == name) for name in names)
    hosts = np.arange(len(items))
    product = np.array([names.index(item.worth.product.name) for item in items], np.int64)
    cost = np.array([choice.cost for choice in plan.choices], float)
    orders = np.array([choice.orders.value for choice in plan.choices], float)
    sd = np.array([item.response.sd for item in items], float)
    first = np.array([choice.first_profit for choice in plan.choices], float)
    long = np.array([choice.long_profit for choice in plan.choices], float)
    owners = tuple(item.host for item in items)
    stepped = np.array([choice.stepped for choice in plan.choices], float)
    beside = np.array([item.beside for item in items], float)
    margin = np.array([margin_left(item, item.offer.least_commission) for item in items], float)
    return Candidates(
        owners, worths, items, hosts, product, cost, orders, sd, orders, first, long, stepped, beside, margin
    )


def profits(
    plan: Plan, sessions: Sequence[Session], orders: Floats, drawn: Luck | None = None
) -> tuple[Floats, Floats]:
    """First-sale and long-run profit of each draw, in yuan.

    Args:
        plan: gives costs, samples, own hours, margins, guarantees and steps of commission.
        sessions: which session each column is of.
        orders: wanted orders (draws, sessions); the stock of a product is shared by all who sell it, a guarantee pays
            back what the sessions of its host miss together.
        drawn: how returns and repeat purchases turn out; as expected when not given.
    """
    member = _members(plan, sessions)
    wanted = orders @ member
    served = wanted * _stock_share(plan, wanted)
    paid = np.array([s.cost for s in sessions]) @ member
    first, long = np.zeros(len(orders)), np.zeros(len(orders))
    for place in np.flatnonzero(member.any(axis=0)).tolist():
        choice, spent = plan.choices[place], float(paid[place])
        item = choice.candidate
        gmv = wanted[:, place] * item.worth.basis.price
        returned, again = _turn_out(item, place, drawn)
        kept, lost = margin_left(item), return_loss(item.worth.basis)
        own = served[:, place] * (kept - returned * (kept + lost)) - spent - item.beside
        own = own + guarantee_refund(spent, item.offer.offer.guarantee, gmv)
        own = own - _stepped(item, served[:, place] * (1 - returned))
        first += own
        long += own + served[:, place] * (1 - returned) * again
    return first, long


def _stepped(item: Candidate, kept: Floats) -> Floats | float:
    """Yuan of commission that steps add to so many kept orders of one offer."""
    sales = kept * item.worth.basis.price
    return sum((more * np.maximum(0.0, sales - at) for at, more in item.offer.rises), 0.0)


def _turn_out(item: Candidate, place: int, drawn: Luck | None) -> tuple[Floats | float, Floats | float]:
    """Share of orders that comes back, and yuan of repeat purchases of a kept customer."""
    rate, repeat = item.worth.basis.return_rate, item.worth.repeat
    if drawn is None:
        return rate, repeat
    return rate * drawn.returns[:, place], repeat * drawn.repeat[:, place]


def _members(plan: Plan, sessions: Sequence[Session]) -> Floats:
    """Which choice each session is of: (sessions, choices) of 0 and 1."""
    member = np.zeros((len(sessions), len(plan.choices)))
    member[np.arange(len(sessions)), [s.choice for s in sessions]] = 1.0
    return member


def in_stock(plan: Plan, sessions: Sequence[Session], orders: Floats) -> Floats:
    """Share of each session's wanted orders (draws, sessions) that the stock of its product can serve."""
    member = _members(plan, sessions)
    return np.asarray(_stock_share(plan, orders @ member) @ member.T)


def _stock_share(plan: Plan, wanted: Floats) -> Floats:
    """Share of each choice's orders that the stock of its product can serve, in each draw."""
    share = np.ones_like(wanted)
    names = [choice.candidate.worth.product.name for choice in plan.choices]
    for name in dict.fromkeys(names):
        of = np.array([other == name for other in names])
        product = plan.choices[names.index(name)].candidate.worth.product
        if product.stock is not None:
            total = wanted[:, of].sum(axis=1)
            share[:, of] = np.minimum(1.0, product.stock / np.maximum(total, 1e-9))[:, None]
    return share


def order_worth(plan: Plan) -> float:
    """Long-run yuan of one average order of the plan; nothing is lost below 0."""
    orders = sum(choice.orders.value for choice in plan.choices)
    value = sum(
        choice.orders.value
        * (
            choice.candidate.order_value
            + (1 - choice.candidate.worth.basis.return_rate) * choice.candidate.worth.repeat
        )
        for choice in plan.choices
    )
    return max(0.0, value / orders) if orders > 0 else 0.0


def return_rate(plan: Plan) -> float:
    """Share of the plan's orders that comes back."""
    orders = sum(choice.orders.value for choice in plan.choices)
    back = sum(c.orders.value * c.candidate.worth.basis.return_rate for c in plan.choices)
    return back / orders if orders > 0 else 0.0


def main_letter(plan: Plan) -> RepurchaseClass:
    """The class of the product the plan sells most of."""
    return max(plan.choices, key=lambda choice: choice.orders.value).candidate.worth.grade.letter
