"""What hosts claim before an order: what would have to be true, and where that lies among like accounts."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from model.authenticity.roster import Evidence
from model.estimates import usual_views
from model.normal import Z80
from model.policy import Policy
from model.records import Estimate, Form, Kind
from model.results import Result

_SIZE: Final = 1e5
_FEWEST: Final = 100.0
"""Below so many followers size says nothing more of conversion."""
_DOUBTED: Final = ("rare", "beyond")


class ClaimKind(StrEnum):
    """What is claimed: income or sales (GMV) of an account, sales within seconds, or the worth of an account."""

    INCOME = "income"
    SALES = "sales"
    SPEED = "speed"
    WORTH = "worth"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in figures, None where it names none.

    ``amount`` is yuan a day (income), within ``days`` (sales; 0 is one session) or for the account (worth), ``count``
    orders within ``seconds``, ``sales`` proven yuan a month; ``price`` yuan an order, ``views`` those of the session.
    """

    kind: ClaimKind
    followers: float | None = None
    amount: float | None = None
    count: float | None = None
    seconds: float | None = None
    price: float | None = None
    views: float | None = None
    sales: float | None = None
    days: float = 0.0
    form: Form = Form.POST


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """What the shop itself has seen: orders per view of each of its campaigns or hosts, and yuan paid an order."""

    rates: tuple[float, ...] = ()
    price: float | None = None


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """What a claim comes to.

    ``code``: ``usual``, ``low``, ``rare``, ``beyond`` (what hardly any like account reaches), or ``untold`` where the
    claim lacks its figure. ``percentile`` is the share of like accounts that reach less, ``own`` the share of the shop's
    own campaigns below the conversion it needs; ``needs`` what would have to be true; ``likely`` the 80 % range of what
    is claimed.
    """

    claim: Claim
    code: str
    percentile: float | None = None
    own: float | None = None
    needs: Mapping[str, float] = field(default_factory=dict)
    likely: Estimate | None = None

    def piece(self) -> Evidence | None:
        """What is claimed beside what is likely, None where either is unknown."""
        claimed = self.claim.count if self.claim.kind is ClaimKind.SPEED else self.claim.amount
        if claimed is None or self.likely is None:
            return None
        side = "low" if claimed < self.likely.low else "high" if claimed > self.likely.high else "usual"
        return Evidence("claim", claimed, self.likely, float(self.code in _DOUBTED), side)


def own_figures(results: Iterable[Result], orders: OwnFigures | None = None) -> OwnFigures:
    """What the shop's ``orders`` tell, and the orders per view of every result that knows both."""
    rates = (one.orders / one.views for one in results if one.views and one.orders is not None)
    known = orders or OwnFigures()
    return OwnFigures((*known.rates, *rates), known.price)


def check_claim(claim: Claim, policy: Policy, own: OwnFigures | None = None) -> ClaimCheck:
    """What a claim would need, and where that lies among like accounts by the priors and among own campaigns."""
    checks = {
        ClaimKind.INCOME: _income,
        ClaimKind.SALES: _sales,
        ClaimKind.SPEED: _speed,
        ClaimKind.WORTH: _worth,
    }
    return checks[claim.kind](claim, policy, own or OwnFigures())


def _income(claim: Claim, policy: Policy, own: OwnFigures) -> ClaimCheck:
    """Income a day = views x real share x orders per view x price x kept x commission, log-normal around the middle."""
    if not claim.amount:
        return ClaimCheck(claim, "untold")
    each = _earned_each(claim, policy, own)
    views = _views(claim, policy) * policy.claims.days
    rate = _rate(claim, policy, claim.form)
    middle = views * policy.response.authenticity * rate * each
    orders = claim.amount / each
    needed = orders / (views * policy.response.authenticity)
    price = _price(claim, policy, own)
    needs = {
        "orders": orders, "price": price, "sales": orders * price, "views": orders / rate, "rate": needed,
        "usual_views": views, "usual_rate": rate,
    }  # fmt: skip
    return _judged(
        claim, policy, claim.amount, middle, _spread(claim, policy), needs, _below(orders / views, own)
    )


def _sales(claim: Claim, policy: Policy, own: OwnFigures) -> ClaimCheck:
    """Sales = views of all sessions x real share x orders per view x price, returns not taken off: GMV counts them."""
    if not claim.amount:
        return ClaimCheck(claim, "untold")
    price = _price(claim, policy, own)
    views = _views(claim, policy) * (claim.days * policy.claims.days if claim.days else 1.0)
    rate = _rate(claim, policy, claim.form)
    real = views * policy.response.authenticity
    orders = claim.amount / price
    needs = {
        "orders": orders, "price": price, "views": orders / rate, "rate": orders / real,
        "usual_views": views, "usual_rate": rate,
    }  # fmt: skip
    below = _below(orders / views, own)
    return _judged(claim, policy, claim.amount, real * rate * price, _spread(claim, policy), needs, below)


def _speed(claim: Claim, policy: Policy, own: OwnFigures) -> ClaimCheck:
    """Orders at once: at most all buyers among those who stand in the room at that moment.

    The room holds the views times how long a viewer stays over the length of the session; in longer stretches it fills
    anew. This is the most that is possible, so a claim above it is far above.
    """
    if not claim.count or not claim.seconds:
        return ClaimCheck(claim, "untold")
    rule = policy.claims
    stay = rule.watch_minutes * 60
    refills = max(1.0, claim.seconds / stay)
    room = _views(claim, policy) * rule.watch_minutes / rule.session_minutes * refills
    rate = _rate(claim, policy, Form.LIVE)
    middle = room * policy.response.authenticity * rate
    needed = claim.count / (room * policy.response.authenticity)
    needs = {
        "room": claim.count / rate / refills, "views": claim.count / rate / refills * rule.session_minutes / rule.watch_minutes,
        "rate": min(needed, 1.0), "usual_room": room / refills, "usual_rate": rate, "a_second": claim.count / claim.seconds,
    }  # fmt: skip
    return _judged(
        claim, policy, claim.count, middle, _spread(claim, policy), needs, _below(claim.count / room, own)
    )


def _worth(claim: Claim, policy: Policy, own: OwnFigures) -> ClaimCheck:
    """What the commission of an account comes to over months of which part of the income is lost.

    The hours it takes are told beside it: who would do that work with an account of his own pays them in any case.
    """
    rule = policy.claims
    months = _months(rule.worth_stay, rule.worth_months)
    if claim.sales:
        month, spread = claim.sales * policy.estimates.commission * _kept(policy), rule.proven_sd
    else:
        views = _views(claim, policy) * rule.days * policy.response.authenticity
        month = 30 * views * _rate(claim, policy, claim.form) * _earned_each(claim, policy, own)
        spread = max(rule.worth_sd, _spread(claim, policy))
    gross = month * months
    needs = {
        "gross": gross, "month": month, "months": rule.worth_months,
        "work": rule.worth_hours * policy.own_people.rate[Kind.STAFF] * months,
    }  # fmt: skip
    if not claim.amount:
        return ClaimCheck(claim, "untold", needs=needs, likely=_around(gross, spread))
    needs["sales"] = claim.amount / (policy.estimates.commission * _kept(policy) * months)
    return _judged(claim, policy, claim.amount, gross, spread, needs, None)


def _months(stay: float, months: float) -> float:
    """1 + s + s^2 ... over so many months."""
    return months if stay >= 1 else (1 - math.pow(stay, months)) / (1 - stay)


def _judged(
    claim: Claim,
    policy: Policy,
    claimed: float,
    middle: float,
    spread: float,
    needs: Mapping[str, float],
    own: float | None,
) -> ClaimCheck:
    rank = _rank(claimed, middle, spread)
    return ClaimCheck(claim, _code(rank, policy), rank, own, needs, _around(middle, spread))


def _around(middle: float, spread: float) -> Estimate:
    """The middle of a log-normal with its 80 % range."""
    return Estimate(middle, middle * math.exp(-Z80 * spread), middle * math.exp(Z80 * spread))


def _rank(claimed: float, middle: float, spread: float) -> float:
    return 0.5 * (1 + math.erf(math.log(claimed / middle) / spread / math.sqrt(2)))


def _code(rank: float, policy: Policy) -> str:
    rule = policy.claims
    if rank >= rule.rare:
        return "beyond" if rank >= rule.beyond else "rare"
    return "low" if rank < rule.low else "usual"


def _below(needed: float, own: OwnFigures) -> float | None:
    """The share of own campaigns with fewer orders per view, real or not, than are needed."""
    return sum(rate < needed for rate in own.rates) / len(own.rates) if own.rates else None


def _followers(claim: Claim, policy: Policy) -> float:
    return max(claim.followers or policy.estimates.followers, 1.0)


def _views(claim: Claim, policy: Policy) -> float:
    """The views told, else those of the middle account of this size."""
    return claim.views or usual_views(_followers(claim, policy), policy.estimates)


def _rate(claim: Claim, policy: Policy, form: Form) -> float:
    """Orders per true view of the middle account; the policy has the mean of its log-normal."""
    rule = policy.response
    plain = rule.conversion_live if form is Form.LIVE else rule.conversion_post
    size = math.pow(max(_followers(claim, policy), _FEWEST) / _SIZE, rule.size_exponent)
    return plain * size * math.exp(-(_rate_spread(policy) ** 2) / 2)


def _rate_spread(policy: Policy) -> float:
    return math.hypot(policy.response.host_sd, policy.shocks.session_sd)


def _price(claim: Claim, policy: Policy, own: OwnFigures) -> float:
    """The price told, else what is paid for an order of the shop, else a usual one."""
    return claim.price or own.price or policy.claims.price


def _kept(policy: Policy) -> float:
    return 1 - policy.unknown.return_rate


def _earned_each(claim: Claim, policy: Policy, own: OwnFigures) -> float:
    """Commission on one order, returns taken off."""
    return _price(claim, policy, own) * _kept(policy) * policy.estimates.commission


def _spread(claim: Claim, policy: Policy) -> float:
    """The log spread: of conversion, of views where they are not told, of followers where they are not either."""
    rule = policy.estimates
    views = 0.0 if claim.views else rule.views_sd
    size = 0.0 if claim.views or claim.followers else rule.views_exponent * policy.claims.followers_sd
    return math.hypot(_rate_spread(policy), views, size)
