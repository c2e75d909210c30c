"""What a merchant should fear of a plan, as reasons: what makes the worst cases bad, and what hangs on single hosts."""

import math
from collections.abc import Iterator, Mapping

from model.errors import Reason, Value
from model.matrix.plan import Cause, HostLoss, Risk
from model.matrix.trial import Trial


def dangers(risk: Risk) -> tuple[Reason, ...]:
    """The worst causes, the weightiest first, then what each exposed host can cost."""
    return (*map(_worst, risk.causes), *(reason for loss in risk.hosts for reason in _host(loss)))


def _worst(cause: Cause) -> Reason:
    values: Mapping[str, Value] = {"yuan": cause.yuan, "name": cause.name}
    sentences = {
        "day": Reason("worst_day", values),
        "platform": Reason("worst_platform", values),
        "class": Reason("worst_class", values),
        "returns": Reason("worst_returns", values),
        "repeat": Reason("worst_repeat", values),
        "host": Reason("worst_host", values),
    }
    return sentences[cause.code]


def _host(loss: HostLoss) -> Iterator[Reason]:
    """What is worth telling of one host: only what costs something."""
    name = loss.name
    if loss.cancelled > 0:
        yield Reason("if_cancelled", {"name": name, "yuan": loss.cancelled, "odds": loss.cancelled_odds})
    if loss.vanished > 0:
        yield Reason("if_vanished", {"name": name, "yuan": loss.vanished, "odds": loss.vanished_odds})
    if loss.padded > 0:
        yield Reason("if_padded", {"name": name, "yuan": loss.padded, "odds": loss.padded_odds})


def trial_reason(trial: Trial) -> Reason:
    """How a small test is proposed."""
    return Reason(
        "try_first",
        {
            "name": trial.candidate.host.influencer.name,
            "product": trial.candidate.worth.product.name,
            "sessions": trial.sessions,
            "cost": trial.cost,
            "orders": math.ceil(trial.keep_from),
            "odds": trial.odds,
            "gain": trial.gain,
        },
    )
