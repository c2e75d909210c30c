"""A request as what the engine is asked: candidates as columns, limits as rows, shares and bad scenarios."""

from dataclasses import replace

import numpy as np

from model.matrix.audience import Audiences, pays, reach
from model.matrix.candidates import Candidates
from model.matrix.engine.program import Program, Share, Shocks, Tail
from model.matrix.limits import MixTarget, rows
from model.matrix.scenario_draws import factors, scenario_draws
from model.policy import Policy
from model.records import Request

SCENARIOS = 1000
"""Scenarios that a limit on bad outcomes is kept in; the report draws thousands of its own. A choice fitted to 200 loses more in
these than it was allowed (3 % of its profit at 100,000 hosts), one fitted to 1,000 hardly (0.9 %), for a second more."""
FEW = 200
"""Scenarios that are enough for a first look."""
ODDS = "loss_odds"
WORST = 0.05
"""The part of all outcomes that counts as the worst."""


def program_of(
    table: Candidates,
    request: Request,
    policy: Policy,
    targets: tuple[MixTarget, ...],
    audiences: Audiences,
    scenarios: int | None = None,
) -> Program:
    """The choice among the candidates of ``table`` (in the order of their hosts), whose roster has these audiences.

    Limits on orders count what each candidate sells by itself, which is never less than what comes.
    """
    pay, shared = pays(table), reach(table, audiences)
    must = np.array([host.influencer.id in request.musts for host in table.hosts], bool)
    share = request.limits.order_share
    program = Program(
        gain=table.long + pay if shared is None else table.long + pay + shared.alone(),
        pay=pay,
        host=table.host.astype(np.int64),
        must=must & (np.bincount(table.host, minlength=len(table.hosts)) > 0),
        rows=rows(table, request, policy.matrix, targets),
        reach=shared,
        shares=() if share is None else (Share("order_share", table.orders, share),),
    )
    return (
        with_risk(program, table, request, scenarios)
        if request.limits.risky and len(table.items)
        else program
    )


def with_risk(program: Program, table: Candidates, request: Request, scenarios: int | None = None) -> Program:
    """The same with scenarios and the limits on bad ones."""
    limits = request.limits
    made = factors(scenario_draws(table, scenarios or SCENARIOS, request.seed))
    tails = []
    if limits.most_loss is not None:
        tails.append(Tail("most_loss", WORST, limits.most_loss))
    if limits.loss_odds is not None:
        tails.append(Tail(ODDS, limits.loss_odds, 0.0))
    shocks = Shocks(made.factor, made.at, made.table, made.kind, made.code)
    return replace(program, shocks=shocks, tails=tuple(tails))
