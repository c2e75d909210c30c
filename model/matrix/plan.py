"""The plan as records: what was chosen, what was not, what it may bring and lose."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.errors import Reason
from model.matrix.candidates import Candidate
from model.records import Estimate, Tier


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen offer. Money in yuan over all its sessions; ``orders`` paid orders with their 80 % range.

    Orders and profits are what is left after ``overlap``: yuan of long-run profit that go to people whom other chosen
    hosts reach as well (his part of the plan's loss). ``stepped`` is what steps of the commission are expected to add to it.
    """

    candidate: Candidate
    cost: float
    orders: Estimate
    first_profit: float
    long_profit: float
    reasons: tuple[Reason, ...]
    locked: bool = False
    stepped: float = 0.0
    overlap: float = 0.0

    @property
    def id(self) -> str:
        """Id of the host."""
        return self.candidate.host.influencer.id


@dataclass(frozen=True, slots=True)
class Rejected:
    """One host left out: why, and by how many yuan the fee (or the budget, for ``over_budget``) misses."""

    id: str
    name: str
    tier: Tier
    reason: str
    short_by: float | None


@dataclass(frozen=True, slots=True)
class TierTotal:
    """What one level takes and brings."""

    count: int = 0
    spend: float = 0.0
    orders: float = 0.0
    long_profit: float = 0.0


@dataclass(frozen=True, slots=True)
class Cause:
    """What makes the worst 5 % bad: ``yuan`` they would be better on average, had this one thing gone as expected.

    ``code`` is ``day``, ``platform``, ``class``, ``returns``, ``repeat`` or ``host``; ``name`` says which platform,
    class, product or host (``id``). Causes act together, so they do not add up to the whole.
    """

    code: str
    name: str
    yuan: float
    id: str = ""


@dataclass(frozen=True, slots=True)
class HostLoss:
    """What one host can cost the plan, in yuan of expected profit, and the odds of a loss that leaves.

    ``cancelled``: he does not go live and the fee is paid back; ``vanished``: he keeps it; ``padded``: only the policy's
    lower share of his views is real.
    """

    id: str
    name: str
    tier: Tier
    cancelled: float
    vanished: float
    padded: float
    cancelled_odds: float
    vanished_odds: float
    padded_odds: float


@dataclass(frozen=True, slots=True)
class Utmost:
    """The most a plan may lose, in yuan: no order earns anything.

    Slot ``fees``, what is spent ``beside`` them whatever comes (samples and own hours), ``goods`` for so many ``orders``
    that are written off, and sending them and taking them back (``returns``). ``orders`` are those that so many
    cases as are ``enough`` (0-1) do not go beyond, never more than the stock that was entered. ``more`` is what the worst draw loses on top, mostly
    nothing. Not in it: goods bought for more than these orders, fines, and claims.
    """

    fees: float = 0.0
    beside: float = 0.0
    goods: float = 0.0
    returns: float = 0.0
    orders: float = 0.0
    more: float = 0.0
    enough: float = 1.0

    @property
    def yuan(self) -> float:
        """All of it."""
        return self.fees + self.beside + self.goods + self.returns + self.more


@dataclass(frozen=True, slots=True)
class Risk:
    """Distribution of the plan's long-run profit over seeded draws, in yuan; ``cvar95`` the mean of the worst 5 %.

    ``histogram`` counts the draws between consecutive ``edges``; the rarest draws at both ends lie outside.
    ``sold_out`` is the share of draws in which the stock of some product runs out, ``shared_stock`` yuan lost on
    average because hosts share it: each offer's own expected profit knows the stock, but not the other hosts.
    ``causes`` are the worst three, ``hosts`` the heads (without any, who brings most and the dearest), ``utmost`` the most that can be
    lost; they are there where the risk was asked to be explained.
    """

    loss_probability: float
    first_loss_probability: float
    p05: float
    p50: float
    p95: float
    cvar95: float
    mean: float
    draws: int
    edges: tuple[float, ...] = ()
    histogram: tuple[int, ...] = ()
    sold_out: float = 0.0
    shared_stock: float = 0.0
    causes: tuple[Cause, ...] = ()
    hosts: tuple[HostLoss, ...] = ()
    utmost: Utmost | None = None


@dataclass(frozen=True, slots=True)
class Concentration:
    """Shares of the largest and the five largest hosts, and HHI (0-1), of spend and of expected orders."""

    top1: float
    top5: float
    hhi: float
    orders_top1: float
    orders_top5: float
    orders_hhi: float


@dataclass(frozen=True, slots=True)
class Common:
    """Whom the hosts that bring most share, by their ``ids`` and ``names``.

    ``shares`` (n x n, 0-1, symmetric): of the smaller audience of two hosts, the part that the larger reaches too.
    """

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shares: tuple[tuple[float, ...], ...] = ()

    @property
    def pairs(self) -> tuple[tuple[int, int, float], ...]:
        """Every two hosts that share anybody, by their places, the closest first."""
        every = ((i, j, share) for i, row in enumerate(self.shares) for j, share in enumerate(row[:i]))
        return tuple(sorted((pair for pair in every if pair[2] > 0), key=lambda pair: -pair[2]))


@dataclass(frozen=True, slots=True)
class HostPoint:
    """Where one host stands with his best offer: true views a session, and yuan of fee (or own hours) and commission per order.

    ``estimated`` names the figures of host and offer that nobody gave.
    """

    id: str
    name: str
    tier: Tier
    views: float
    cost_per_order: float
    chosen: bool
    estimated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """The decision. ``objective`` is expected long-run profit; no feasible choice can beat ``bound``.

    ``status``: ``optimal``, ``stopped`` (time ran out, gap stated), ``approximate`` (the odds of a loss are held by trial;
    the bound is that without this limit), ``chosen`` (a given choice, priced) or ``chosen_breaks_limits``.
    """

    budget: float
    spend: float
    objective: float
    bound: float
    gap: float
    status: str
    mix: Mapping[Tier, float]
    tiers: Mapping[Tier, TierTotal]
    choices: tuple[Choice, ...]
    rejected: tuple[Rejected, ...]
    risk: Risk
    concentration: Concentration
    warnings: tuple[Reason, ...]
    points: tuple[HostPoint, ...] = ()
    common: Common = Common()

    @property
    def first_profit(self) -> float:
        """Expected first-sale profit of all choices."""
        return sum(choice.first_profit for choice in self.choices)

    @property
    def is_unsound(self) -> bool:
        """Whether it is not to be signed: it is expected to lose, or a loss is as likely as with a coin (``risk.toss``)."""
        return self.risk.mean <= 0 or any(one.code == "loss_toss" for one in self.warnings)

    @property
    def is_unasked(self) -> bool:
        """Whether most of its money goes to hosts who have named no price."""
        return any(one.code == "fees_unasked" for one in self.warnings)

    @property
    def hours(self) -> float:
        """Hours of the shop's own people in all choices."""
        return sum(choice.candidate.hours for choice in self.choices)

    @property
    def labour(self) -> float:
        """What these hours cost in yuan; part of the profit, not of the spend."""
        return sum(choice.candidate.labour for choice in self.choices)

    @property
    def orders(self) -> float:
        """Expected paid orders of all choices."""
        return sum(choice.orders.value for choice in self.choices)

    @property
    def overlap(self) -> float:
        """Yuan of expected long-run profit that it costs to reach the same people through several hosts."""
        return sum(choice.overlap for choice in self.choices)
