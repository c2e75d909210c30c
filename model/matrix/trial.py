"""Small tests of hosts whose worth is uncertain: whom to try, for how much, and from which result on to book him.

What lasts of a host is a factor of mean 1 on his orders, log-normal with spread t; n sessions of a test show it with
the noise s of their own chances and of the days. What is then expected of him is again log-normal of mean 1, with spread
t² / sqrt(t² + s²), and a further session at fee F that is expected to bring G is booked when that is above F / G. The
gain of knowing (the knowledge gradient of Frazier, Powell & Dayanik 2008, for log-normal worths and "not at all" as the
alternative) is that of an option: E[max(0, G M - F)] - max(0, G - F).
"""

import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from scipy.special import ndtr

from model.economics import order_value
from model.matrix.candidates import Candidate, Candidates
from model.policy import Policy
from model.records import Kind
from model.response import sessions_factor

_MOST: Final = 50.0
"""Log of how many times the forecast a test may have to bring: of a host who is known for certain no test is enough."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Try one host for ``cost`` yuan (fees and samples) and decide after ``sessions``.

    ``gain`` is what knowing is expected to be worth beyond what the test loses, in yuan; book him on when a session of
    the test brought ``keep_from`` orders or more, which has the odds ``odds``.
    """

    candidate: Candidate
    sessions: int
    cost: float
    gain: float
    keep_from: float
    odds: float

    @property
    def id(self) -> str:
        """Id of the host."""
        return self.candidate.host.influencer.id


def learnt(lasting: float, noise: float) -> float:
    """Spread of what a test makes one expect: t² / sqrt(t² + s²), in log units."""
    return lasting * lasting / math.hypot(lasting, noise) if lasting > 0 else 0.0


def knowing(gross: float, fee: float, spread: float) -> float:
    """Yuan that knowing is worth for one further session: E[max(0, G M - F)] - max(0, G - F), M log-normal of mean 1."""
    if gross <= 0 or fee <= 0 or spread <= 0:
        return 0.0
    far = math.log(gross / fee) / spread
    option = gross * float(ndtr(far + spread / 2)) - fee * float(ndtr(far - spread / 2))
    return max(0.0, option - max(0.0, gross - fee))


def trials(
    table: Candidates,
    budget: float,
    policy: Policy,
    skip: Collection[str] = (),
) -> tuple[Trial, ...]:
    """Whom to try within a budget for tests, the most worthwhile yuan first.

    A host who has not told his views or his terms is asked for them first: that costs nothing. Each step spends where the next yuan gains most (the greedy of the multiple-choice knapsack, on the steps that are
    not dominated); at most the last step it cannot pay for is lost against the best there is.

    Args:
        table: all candidates.
        budget: yuan for fees and samples of all tests.
        policy: groups ``trial``, ``response`` and ``shocks``.
        skip: ids of hosts who are booked anyhow or must not be.
    """
    options: dict[str, list[Trial]] = {}
    for item in table.items:
        if item.sessions == 1 and item.host.influencer.id not in skip:
            options.setdefault(item.host.influencer.id, []).extend(_of(item, policy))
    steps = [step for own in options.values() for step in _steps(own)]
    steps.sort(key=lambda step: -_rate(*step))
    taken: dict[str, Trial] = {}
    left = budget
    for before, after in steps:
        spent = before.cost if before else 0.0
        if taken.get(after.id) == before and after.cost - spent <= left + 1e-9:
            taken[after.id] = after
            left -= after.cost - spent
    return tuple(taken.values())


def _of(item: Candidate, policy: Policy) -> Iterator[Trial]:
    """Tests of one offer that are worth their trouble, of one session or more."""
    most = min(item.offer.offer.sessions, int(policy.trial.most_sessions))
    asked_first = item.host.estimated & {"views"} or item.offer.estimated
    if asked_first or item.host.influencer.kind is not Kind.HOST or item.offer.slot_fee <= 0:
        return
    for sessions in range(1, most + 1):
        trial = trial_of(item, sessions, policy)
        if trial is not None and trial.gain >= policy.trial.least_gain:
            yield trial


def trial_of(item: Candidate, sessions: int, policy: Policy) -> Trial | None:
    """One test of so many sessions; None where no order earns anything or nothing is to be learnt.

    ``item`` is the offer for one session.
    """
    shocks, fee = item.response.shocks, item.offer.slot_fee
    noise = math.hypot(shocks.shared, shocks.session / math.sqrt(sessions))
    spread, gross = learnt(shocks.lasting, noise), _gross(item)
    if gross <= 0 or spread <= 0:
        return None
    factor = sessions_factor(sessions, policy.response.session_decay)
    cost = sessions * fee + item.samples
    lost = max(0.0, cost - gross * factor)
    share = shocks.lasting**2 / (shocks.lasting**2 + noise**2)
    needed = math.exp(min(math.log(fee / gross) / share - noise * noise / 2, _MOST))
    return Trial(
        item,
        sessions,
        cost,
        policy.trial.bookings * knowing(gross, fee, spread) - lost,
        item.response.mean * factor / sessions * needed,
        float(ndtr(math.log(gross / fee) / spread - spread / 2)),
    )


def _gross(item: Candidate) -> float:
    """Yuan a session is expected to bring before its fee, stock and guarantee left aside."""
    worth = item.worth
    sales = item.response.mean * worth.basis.price * (1 - worth.basis.return_rate)
    each = (
        order_value(worth.basis, item.offer.average_commission(sales))
        + (1 - worth.basis.return_rate) * worth.repeat
    )
    return each * item.response.mean


def _steps(options: Iterable[Trial]) -> list[tuple[Trial | None, Trial]]:
    """Steps from no test of a host to ever dearer ones, each gaining less per yuan than the one before."""
    hull: list[Trial | None] = [None]
    for trial in sorted(options, key=lambda t: (t.cost, -t.gain)):
        if trial.gain <= (hull[-1].gain if hull[-1] else 0.0):
            continue
        while (last := hull[-1]) is not None and _rate(hull[-2], last) <= _rate(last, trial):
            hull.pop()
        hull.append(trial)
    return [(before, after) for before, after in pairwise(hull) if after is not None]


def _rate(before: Trial | None, after: Trial) -> float:
    """Yuan gained for each yuan a step costs more."""
    cost, gain = (before.cost, before.gain) if before else (0.0, 0.0)
    return (after.gain - gain) / max(after.cost - cost, 1e-9)
