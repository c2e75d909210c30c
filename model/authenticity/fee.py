"""The fair fee of an offer: what like hosts ask, by followers that are real, reach, platform, category and form."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from model.authenticity.kinds import Rows
from model.authenticity.quantiles import mean_line, quantile_line
from model.authenticity.robust import MAD, Floats, Ints
from model.authenticity.roster import RosterCheck
from model.estimates import usual_views
from model.policy import Policy
from model.records import Estimate, Influencer, Kind, Offer

_QUARTILES: Final = (0.25, 0.5, 0.75)
_QUARTER: Final = 0.6744897501960817
_SIZE: Final = 1e5
_DRAWN: Final = 0.5
"""How much is done when the lines through all fees are drawn and each fee is still to be told."""
_EVERY: Final = 256
"""Offers between two steps: some milliseconds."""
_PLAIN: Final = 4
"""Columns before the dummies: height, size, reach, engagement."""


@dataclass(frozen=True, slots=True)
class FairFee:
    """What one offer is worth: ``fair`` is the middle with the quartiles of what like hosts ask, yuan.

    ``asked`` is the slot fee of the offer (None: no quote) and ``percentile`` the share of like offers that ask less.
    """

    offer: str
    fair: Estimate
    asked: float | None = None
    percentile: float | None = None


@dataclass(frozen=True, eq=False)
class Fees:
    """The fair fee of every offer of a roster; ``rows`` are the offers of each host in order."""

    rows: tuple[tuple[FairFee, ...], ...]
    quotes: int

    def host(self, place: int) -> FairFee | None:
        """The fair fee of the first offer with a quote, else of the first one; None without any offer."""
        of = self.rows[place]
        return next((one for one in of if one.asked), of[0] if of else None)


@dataclass(frozen=True, eq=False)
class _Design:
    x: Rows
    prior: Floats
    prior_sd: Floats
    owner: Ints
    offers: tuple[Offer, ...]


def _quiet(_share: float) -> None:
    """Nobody watches."""


def fair_fees(check: RosterCheck, policy: Policy, step: Callable[[float], None] = _quiet) -> Fees:
    """The fair fee of every offer of outside hosts, by quantile regression with priors (house science, section 2).

    ``ln fee = b0 + b1 ln(true followers / 100,000) + b2 ln(views over usual views) + b3 ln(1 + engagement) +
    platform + category + form``; followers count by the authenticity believed. Without any quote the priors alone
    speak. ``step`` is told the share 0-1 that is done; it may end the work by raising.
    """
    step(0.0)
    design = _design(check, policy)
    asked = np.array([offer.slot_fee or np.nan for offer in design.offers], np.float64)
    quoted = np.flatnonzero(~np.isnan(asked))
    used = _some(quoted, design.x.plain[quoted, 1], int(policy.fair_fee.most_rows))
    lines = _lines(design, used, np.log(asked[used]), policy.fair_fee.spread, step)
    logs = np.sort(np.stack([design.x.dot(line) for line in lines]), axis=0)
    fees = []
    for row, offer in enumerate(design.offers):
        if row % _EVERY == 0:
            step(_DRAWN + (1 - _DRAWN) * row / len(design.offers))
        fees.append(_fair(offer, logs[:, row]))
    rows: list[list[FairFee]] = [[] for _ in check.hosts]
    for owner, fee in zip(design.owner.tolist(), fees, strict=True):
        rows[owner].append(fee)
    return Fees(tuple(map(tuple, rows)), len(quoted))


def _fair(offer: Offer, logs: Floats) -> FairFee:
    low, middle, high = np.exp(logs).tolist()
    fair = Estimate(_round(middle), _round(low), _round(high))
    if not offer.slot_fee:
        return FairFee(offer.name, fair)
    return FairFee(offer.name, fair, offer.slot_fee, _percentile(math.log(offer.slot_fee), logs))


def _round(yuan: float) -> float:
    """Two digits tell all that is known of a fair fee."""
    return float(f"{yuan:.2g}") if yuan < 1e4 else float(f"{yuan:.3g}")


def _percentile(asked: float, logs: Floats) -> float:
    """The rank of a fee under two half normals through the quartiles."""
    low, middle, high = logs.tolist()
    spread = max((high - middle if asked > middle else middle - low) / _QUARTER, 1e-6)
    return 0.5 * (1 + math.erf((asked - middle) / spread / math.sqrt(2)))


def _lines(
    design: _Design, used: Ints, y: Floats, spread: float, step: Callable[[float], None]
) -> list[Floats]:
    """Coefficients at the quartiles; their priors lie apart by the usual spread of fees."""
    x = design.x.take(used)
    own = spread
    if len(used):
        rest = y - x.dot(mean_line(x, y, design.prior, design.prior_sd, spread))
        mad = MAD * float(np.median(np.abs(rest - np.median(rest))))
        own = math.sqrt((len(used) * mad**2 + _PLAIN * spread**2) / (len(used) + _PLAIN))
    found: list[Floats] = []
    for share, apart in zip(_QUARTILES, (-_QUARTER, 0.0, _QUARTER), strict=True):
        prior = design.prior.copy()
        prior[0] += apart * own
        done = _DRAWN * len(found) / len(_QUARTILES)
        found.append(quantile_line(x, y, share, prior, design.prior_sd, own, partial(step, done)))
    return found


def _some(rows: Ints, size: Floats, most: int) -> Ints:
    """At most so many rows, evenly over all sizes."""
    if len(rows) <= most:
        return rows
    return rows[np.argsort(size, kind="stable")][np.linspace(0, len(rows) - 1, most).astype(np.int64)]


def _design(check: RosterCheck, policy: Policy) -> _Design:
    rule, guess = policy.fair_fee, policy.estimates
    owners = [place for place, host in enumerate(check.hosts) if host.kind is Kind.HOST for _ in host.offers]
    offers = tuple(offer for host in check.hosts if host.kind is Kind.HOST for offer in host.offers)
    owner = np.array(owners, np.int64)
    plain = _plain(check, policy)[owner]
    hosts = [check.hosts[place] for place in owners]
    most = int(rule.most_kinds)
    dummies = [
        (_words((host.platform for host in hosts), most), rule.platform_sd),
        (_words((host.category for host in hosts), most), rule.category_sd),
        (_words((f"{offer.form}:{_form(offer)}" for offer in offers), most), rule.form_sd),
    ]
    kinds = [(codes, count) for (codes, count), _ in dummies]
    x = Rows(plain, tuple(codes for codes, _ in kinds), tuple(count for _, count in kinds))
    prior = np.zeros(x.width)
    prior[:_PLAIN] = math.log(guess.fee_at_100k), guess.fee_exponent, rule.reach_power, rule.engagement_power
    spreads = [rule.spread, rule.size_sd, rule.reach_sd, rule.engagement_sd]
    spreads += [sd for (_, count), sd in dummies for _ in range(count)]
    return _Design(x, prior, np.array(spreads), owner, offers)


def _form(offer: Offer) -> str:
    """Quotes by length of video are forms of their own; a name made of the terms is none."""
    return "" if offer.name in (offer.terms(), "?") else offer.name


def _plain(check: RosterCheck, policy: Policy) -> Floats:
    """Height, size, reach and engagement of every host; what is unknown is as usual."""
    found, guess = check.figures, policy.estimates
    followers = np.where(found.followers >= 1, found.followers, guess.followers)
    real = np.maximum(followers * check.belief.value, 1.0)
    usual = usual_views(1.0, guess) * followers**guess.views_exponent
    reach = np.log(np.maximum(found.views, 1.0) / usual)
    usual_rate = guess.engagement_at_100k * (followers / _SIZE) ** guess.engagement_exponent
    rate = np.where(np.isnan(found.rate), usual_rate, found.rate)
    middle = float(np.log1p(guess.engagement_at_100k))
    return np.stack(
        [np.ones(len(real)), np.log(real / _SIZE), np.nan_to_num(reach), np.log1p(rate) - middle], axis=1
    )


def _words(words: Iterable[str], most: int) -> tuple[Ints, int]:
    """The words by number, and how many there are; -1 for those beyond the most frequent ones, which are as usual."""
    seen = list(words)
    known = {word: place for place, (word, _) in enumerate(Counter(seen).most_common(most))}
    return np.array([known.get(word, -1) for word in seen], np.int64), len(known)


# ── what to say to the host ──


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a negotiation: a code with the figures of its sentence."""

    code: str
    values: dict[str, float | str]


def negotiation(
    host: Influencer, fee: FairFee | None, authenticity: Estimate, policy: Policy
) -> tuple[Point, ...]:
    """What to offer one host: the fair range, a first and a last offer, and the form that moves the risk to him.

    The first offer is the lower quartile, the last one the middle; with more doubt about his figures the first offer
    drops by the water at the low end. A fee above the upper quartile is better turned into commission or into a
    guarantee with refund.
    """
    if fee is None:
        return (Point("no_quote", {"name": host.name}),)
    first = _round(fee.fair.low * min(1.0, authenticity.low / max(authenticity.value, 0.01)))
    fair: dict[str, float | str] = {
        "offer": fee.offer, "low": fee.fair.low, "middle": fee.fair.value, "high": fee.fair.high,
    }  # fmt: skip
    points = [Point("fair_range", fair), _asking(fee)]
    last = min(fee.fair.value, fee.asked) if fee.asked else fee.fair.value
    points.append(Point("offer_between", {"first": min(first, last), "last": last}))
    points += _forms(host, fee, last, policy)
    return tuple(points)


def _asking(fee: FairFee) -> Point:
    if fee.asked is None or fee.percentile is None:
        return Point("ask_for_quote", {"middle": fee.fair.value})
    code = (
        "asks_above"
        if fee.asked > fee.fair.high
        else "asks_below"
        if fee.asked < fee.fair.low
        else "asks_within"
    )
    return Point(code, {"asked": fee.asked, "share": fee.percentile})


def _forms(host: Influencer, fee: FairFee, last: float, policy: Policy) -> list[Point]:
    """Forms of pay under which the host bears what he promises."""
    promise = next((offer.guarantee for offer in host.offers if offer.guarantee), None)
    commission = next(
        (offer.commission for offer in host.offers if offer.commission), policy.estimates.commission
    )
    asked = fee.asked or fee.fair.value
    points = [Point("pure_commission", {"commission": commission, "sales": asked / commission})]
    if promise:
        refund = asked * policy.fair_fee.guarantee_share
        points.append(Point("hold_guarantee", {"times": promise, "sales": promise * asked, "refund": refund}))
    else:
        points.append(
            Point("ask_guarantee", {"fee": last, "sales": last / commission, "times": 1 / commission})
        )
    if asked > fee.fair.value:
        points.append(Point("half_now", {"now": _round(last / 2), "later": _round(last / 2)}))
    return points
