"""Results beside their forecasts, and where each stands in the hierarchy."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from model.beliefs import Group
from model.economics import basis_for, cost_basis
from model.errors import Reason
from model.estimates import HostFacts
from model.policy import Policy
from model.records import Form
from model.repurchase.grading import Grade
from model.response import Response, respond, session_spread, sessions_factor
from model.results import Result

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Lifts = Callable[[dt.date], Mapping[str, float]]
"""How many times the usual orders each product sells on a day."""

Returns = dict[tuple[str, Form], float]
"""The usual share of orders that come back, by product and form."""

LASTING: Final = ("shop", "platform", "tier", "category", "group")
"""Effects that stay with a host; the rest are those of the product, of the week, and of a week's platform and class."""
KINDS: Final = (*LASTING, "product", "week", "market")
FINE: Final = ("group", "market")
"""The kinds with very many effects."""
NOBODY: Final = -1


@dataclass(frozen=True, slots=True)
class Seen:
    """One result that can be used: its host (a place in the roster), product, form and forecast.

    ``response`` is the forecast of one session by the policy alone, ``expected`` orders of all sessions, ``calm`` how much
    their chances even out (1 for one session), ``returns`` the usual share of orders that come back.
    """

    result: Result
    host: int
    grade: Grade
    form: Form
    sessions: int
    response: Response
    expected: float
    calm: float
    returns: float


@dataclass(frozen=True, eq=False)
class Frame:
    """All usable results in the order of their days, each with the place of every effect it takes part in.

    ``columns`` (results, kinds) are places among all ``count`` effects, ``kind`` (count,) says of which of the ``kinds``
    each is; ``roster`` (hosts + groups, lasting kinds) are those of every host of the roster, then those of one more
    host of each of the ``groups`` results speak of (-1: no result speaks of it). ``unused`` are results that could not be
    used, by reason.
    """

    hosts: tuple[HostFacts, ...]
    seen: tuple[Seen, ...]
    kinds: tuple[str, ...]
    columns: Whole
    kind: Whole
    roster: Whole
    week: Whole
    products: tuple[str, ...]
    groups: tuple[Group, ...]
    unused: tuple[Reason, ...]

    @property
    def count(self) -> int:
        """How many shared effects there are."""
        return len(self.kind)

    @property
    def lasting(self) -> tuple[str, ...]:
        """The kinds of effects that stay with a host."""
        return tuple(kind for kind in self.kinds if kind in LASTING)

    def of_kind(self, name: str) -> Whole:
        """The places of the effects of one kind."""
        return np.flatnonzero(self.kind == self.kinds.index(name))

    def part(self, keep: NDArray[np.bool_]) -> Self:
        """The same of part of the results: effects keep their places."""
        seen = tuple(one for one, wanted in zip(self.seen, keep.tolist(), strict=True) if wanted)
        return replace(self, seen=seen, columns=self.columns[keep], week=self.week[keep])

    def thinned(self, most: int) -> Self:
        """Not more than about ``most`` results, those of every so-manieth host, with the effects they take part in.

        Whole hosts stay, since what repeats within one tells the spreads apart.
        """
        if len(self.seen) <= most:
            return self
        hosts = np.unique([one.host for one in self.seen])
        rows = np.isin([one.host for one in self.seen], hosts[:: -(-len(self.seen) // most)])
        return self.part(rows).numbered()

    def alone(self) -> Self:
        """Without the hosts of the roster that have no result."""
        places, host = np.unique([one.host for one in self.seen], return_inverse=True)
        seen = tuple(replace(one, host=place) for one, place in zip(self.seen, host.tolist(), strict=True))
        hosts = tuple(self.hosts[place] for place in places.tolist())
        return replace(self, hosts=hosts, seen=seen, roster=self.roster[places], groups=())

    def numbered(self) -> Self:
        """With the effects alone that results take part in."""
        return self._numbered(np.ones(len(self.kinds), bool))

    def plainer(self) -> Self:
        """Without the effects of groups and of a week's markets, which are the many."""
        return self._numbered(~np.isin(self.kinds, FINE))

    def _numbered(self, wanted: NDArray[np.bool_]) -> Self:
        """Effects of the kinds wanted that results take part in (products: all), numbered anew."""
        used = np.zeros(self.count, bool)
        used[self.columns.ravel()] = True
        used[self.of_kind("product")] = True
        used &= wanted[self.kind]
        place = np.append(np.where(used, np.cumsum(used) - 1, NOBODY), NOBODY)
        lasting = np.isin(self.kinds, LASTING)
        kinds = tuple(kind for kind, keep in zip(self.kinds, wanted.tolist(), strict=True) if keep)
        kind = (np.cumsum(wanted) - 1)[self.kind[used]]
        columns, roster = place[self.columns[:, wanted]], place[self.roster[:, wanted[lasting]]]
        return replace(self, kinds=kinds, columns=columns, kind=kind, roster=roster)


def group_of(host: HostFacts, policy: Policy) -> Group:
    """Platform, level and category code of a host."""
    category = policy.category(host.influencer.category)
    return host.influencer.platform, str(host.tier), category.code if category else "unknown"


def gather(
    results: Iterable[Result],
    hosts: Sequence[HostFacts],
    grades: Sequence[Grade],
    policy: Policy,
    lift: Lifts = lambda _day: {},
) -> Frame:
    """Match results with the roster and catalogue and forecast each by the policy alone.

    A host's form is that of his first offer: results do not tell it.
    """
    places = {host.influencer.id: place for place, host in enumerate(hosts)}
    goods = {grade.product.name: grade for grade in grades}
    forecasts: dict[tuple[int, str], tuple[Response, Form, float]] = {}
    returns: Returns = {}
    seen: list[Seen] = []
    unused: Counter[str] = Counter()
    for result in sorted(results, key=lambda one: (one.date, one.id, one.product)):
        place, grade = places.get(result.id), goods.get(result.product)
        if place is None or grade is None or result.sessions == 0:
            unused["host" if place is None else "product" if grade is None else "sessions"] += 1
            continue
        key = place, result.product
        if key not in forecasts:
            forecasts[key] = _forecast(hosts[place], grade, policy, returns)
        seen.append(_seen(result, place, grade, *forecasts[key], policy, lift))
    reasons = tuple(Reason(f"results_unused_{code}", {"n": n}) for code, n in sorted(unused.items()))
    return _placed(tuple(hosts), tuple(seen), policy, reasons)


def _forecast(
    host: HostFacts, grade: Grade, policy: Policy, returns: Returns
) -> tuple[Response, Form, float]:
    form = host.offers[0].offer.form
    key = grade.product.name, form
    if key not in returns:
        basis = basis_for(cost_basis(grade.product, grade.attributes.category, policy), form, policy)
        returns[key] = basis.return_rate
    return respond(host, grade.product, grade, form, policy), form, returns[key]


def _seen(
    result: Result,
    place: int,
    grade: Grade,
    response: Response,
    form: Form,
    returns: float,
    policy: Policy,
    lift: Lifts,
) -> Seen:
    sessions, decay = result.sessions or 1, policy.response.session_decay
    times = sessions_factor(sessions, decay) * lift(result.date).get(result.product, 1.0)
    calm = session_spread(sessions, decay)
    return Seen(result, place, grade, form, sessions, response, response.mean * times, calm, returns)


def _placed(
    hosts: tuple[HostFacts, ...], seen: tuple[Seen, ...], policy: Policy, unused: tuple[Reason, ...]
) -> Frame:
    """Number the effects: one place for each shop, platform, level and so on that a result speaks of."""
    groups = [group_of(host, policy) for host in hosts]
    lasting = [_lasting(group) for group in groups]
    week = np.array([int(one.result.date.toordinal() // policy.learning.week_days) for one in seen], np.int64)
    keys = [
        (*lasting[one.host], one.grade.product.name, w, (w, groups[one.host][0], str(one.grade.letter)))
        for one, w in zip(seen, week.tolist(), strict=True)
    ]
    numbers: list[dict[object, int]] = []
    kind: list[int] = []
    for place in range(len(KINDS)):
        words = dict.fromkeys(key[place] for key in keys)
        numbers.append({word: len(kind) + i for i, word in enumerate(words)})
        kind += [place] * len(words)
    columns = [[numbers[k][word] for k, word in enumerate(key)] for key in keys]
    told = tuple(dict.fromkeys(groups[one.host] for one in seen))
    everybody = [*lasting, *(_lasting(group) for group in told)]
    roster = [[numbers[k].get(word, NOBODY) for k, word in enumerate(key)] for key in everybody]
    return Frame(
        hosts,
        seen,
        KINDS,
        np.array(columns, np.int64).reshape(-1, len(KINDS)),
        np.array(kind, np.int64),
        np.array(roster, np.int64).reshape(-1, len(LASTING)),
        week,
        tuple(str(word) for word in numbers[KINDS.index("product")]),
        told,
        unused,
    )


def _lasting(group: Group) -> tuple[object, ...]:
    """What tells a host's lasting effects, kind by kind."""
    return ("", *group, group)
