"""The sessions of a plan, one by one, and seeded draws of what they bring."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.economics import guarantee_refund
from model.errors import InputError, Problem
from model.matrix.plan import Choice, Plan
from model.records import Form, Influencer, Kind, RepurchaseClass, Tier

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Session:
    """One session or post of a plan.

    ``number`` counts the host's own from 1, ``choice`` is the place in ``plan.choices``, ``orders`` the mean wanted on
    an ordinary day, whatever is in stock, ``cost`` its slot fee in yuan; sessions of one ``segment`` are seen by much the same people.
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
            item.response.mean * decay ** (number - 1),
            choice.cost / item.sessions,
        )
        for number in range(1, item.sessions + 1)
    ]


def segment(host: Influencer) -> str:
    """Whose eyes a session is for: platform, category and audience of the host. The shop's own people have their own."""
    if host.kind is not Kind.HOST:
        return f"own:{host.platform}"
    return " ".join((host.platform, host.category, *host.audience.words())).strip()


def shocks(plan: Plan, draws: int, seed: int) -> Floats:
    """How each choice does in each draw against its mean: (draws, choices), mean 1.

    One log-normal shock is shared by all hosts, one is each host's own, as in the plan's risk.
    """
    rng = np.random.default_rng(seed)
    shared = rng.standard_normal(draws)
    made = np.empty((draws, len(plan.choices)))
    for place, choice in enumerate(plan.choices):
        response = choice.candidate.response
        log = response.common_sd * shared + response.host_sd * rng.standard_normal(draws)
        made[:, place] = np.exp(log - response.sd**2 / 2)
    return made


def profits(plan: Plan, sessions: Sequence[Session], orders: Floats) -> tuple[Floats, Floats]:
    """First-sale and long-run profit of each draw, in yuan.

    Args:
        plan: gives costs, margins and guarantees.
        sessions: which session each column is of.
        orders: wanted orders (draws, sessions); the stock of a product is shared by all who sell it, a guarantee pays
            back what the sessions of its host miss together.
    """
    wanted = orders @ _members(plan, sessions)
    served = wanted * _stock_share(plan, wanted)
    first, long = np.zeros(len(orders)), np.zeros(len(orders))
    paid = np.bincount([s.choice for s in sessions], [s.cost for s in sessions], len(plan.choices))
    for place, choice in enumerate(plan.choices):
        item = choice.candidate
        basis = item.worth.basis
        gmv = wanted[:, place] * basis.price
        refund = guarantee_refund(float(paid[place]), item.offer.offer.guarantee, gmv)
        own = served[:, place] * item.order_value - paid[place] + refund
        first += own
        long += own + served[:, place] * (1 - basis.return_rate) * item.worth.repeat
    return first, long


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
