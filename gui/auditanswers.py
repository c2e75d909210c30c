"""Checks for water as the command line gives them: for programs as dictionaries, for people as plain lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gui import words
from gui.answers import Answer, figure, problem_answer, ranged, yuan
from gui.words import QT_TRANSLATE_NOOP, claimwords, water
from model.authenticity.audit import Audit
from model.authenticity.claims import ClaimCheck, check_claim, own_figures
from model.authenticity.claimtext import parse_claim
from model.authenticity.fee import FairFee, negotiation
from model.authenticity.orderaudit import OrderAudit
from model.authenticity.orders import worst
from model.authenticity.roster import Evidence, HostCheck, Verdict
from model.authenticity.suspects import Suspect
from model.errors import InputError, Problem
from model.estimates import tier_of
from model.policy import Policy
from model.results import Result

SHOWN = 10
"""So many hosts are told in words; the JSON has them all."""


Claims = Sequence[tuple[str, ClaimCheck]]
"""Claims as they were made, and what they come to."""


def claims_of(
    texts: Iterable[str], policy: Policy, results: Iterable[Result], orders: OrderAudit | None
) -> Claims:
    """Check claims as people write them, beside the shop's results and orders.

    Raises:
        InputError: ``claim_unknown`` for each that says nothing to check.
    """
    read = [(text, parse_claim(text)) for text in texts]
    unknown = [Problem("claim_unknown", values={"text": text}) for text, claim in read if claim is None]
    if unknown:
        raise InputError(unknown)
    seen = own_figures(results, orders.own if orders else None)
    return [(text, check_claim(claim, policy, seen)) for text, claim in read if claim]


def _claim(text: str, found: ClaimCheck) -> Answer:
    likely = found.likely
    return {
        "text": text,
        "kind": found.claim.kind.value,
        "code": found.code,
        "percentile": figure(found.percentile, 4),
        "own": figure(found.own, 4),
        "likely": None if likely is None else ranged(likely, "value", 4),
        "needs": _rounded(found.needs),
        "message": " ".join(claimwords.claim_lines(found)),
    }


def audit_answer(found: Audit, policy: Policy, problems: Iterable[Problem], claims: Claims = ()) -> Answer:
    """What ``audit --json`` says; ``orders`` are the hosts that order files name, null without such files."""
    check, fees = found.check, found.fees
    hosts = [check.host(place) for place in range(len(check.hosts))]
    return {
        "influencers": [_host(one, fees.host(place), policy) for place, one in enumerate(hosts)],
        "verdicts": {verdict.value: count for verdict, count in check.counts().items()},
        "orders": None if found.orders is None else _orders(found.orders),
        "claims": [_claim(text, check) for text, check in claims],
        "problems": [problem_answer(one) for one in problems],
    }


def _orders(found: OrderAudit) -> list[Answer]:
    """What the orders of every host look like, the worst first."""
    hosts, check = found.hosts, found.check
    return [
        {
            "id": hosts.ids[place],
            "name": hosts.names[place],
            "platform": hosts.platforms[place],
            "orders": one.orders,
            "padded": figure(one.padded, 4),
            "verdict": one.verdict.value,
            "evidence": [_piece(piece) for piece in one.evidence],
            "suspects": [_suspect(order) for order in found.suspects.get(place, ())],
        }
        for place in worst(check)
        for one in (check.host(place),)
    ]


def _suspect(one: Suspect) -> Answer:
    """An order for a dispute; nothing of its buyer."""
    paid_at = one.paid_at.isoformat(" ") if one.paid_at else None
    return {"order_id": one.order_id, "paid_at": paid_at, "paid": yuan(one.paid), "signs": list(one.signs)}


def _host(check: HostCheck, fee: FairFee | None, policy: Policy) -> Answer:
    host = check.host
    followers = policy.estimates.followers if host.followers is None else host.followers
    points = negotiation(host, fee, check.authenticity, policy)
    return {
        "id": host.id,
        "name": host.name,
        "platform": host.platform,
        "kind": host.kind.value,
        "tier": tier_of(followers, host.platform, policy.tiers).value,
        "authenticity": ranged(check.authenticity, "value", 4),
        "padded": figure(check.padded, 4),
        "verdict": check.verdict.value,
        "evidence": [_piece(one) for one in check.evidence],
        "fair_fee": None if fee is None else _fee(fee),
        "negotiation": [{"code": one.code, **_rounded(one.values)} for one in points],
    }


def _piece(piece: Evidence) -> Answer:
    peers = piece.peers
    return {
        "code": piece.code,
        "value": figure(piece.value),
        "peers": None if peers is None else ranged(peers, "median", 6),
        "weight": figure(piece.weight, 3),
        "side": piece.side,
        "count": piece.count,
        "group": piece.group,
        "message": water.evidence(piece),
    }


def _fee(fee: FairFee) -> Answer:
    return {
        **ranged(fee.fair, "value", 2),
        "offer": fee.offer,
        "asked": yuan(fee.asked),
        "percentile": figure(fee.percentile, 3),
    }


def _rounded(values: Mapping[str, float | str]) -> Answer:
    return {key: figure(value, 4) if isinstance(value, float) else value for key, value in values.items()}


def audit_lines(found: Audit, policy: Policy, claims: Claims = ()) -> Iterator[str]:
    """Claims; how many hosts have each verdict; those with the highest odds and what to say to them; then orders."""
    for text, one in claims:
        yield f"{text}: {claimwords.understood(one.claim)}"
        yield from (f"  {line}" for line in claimwords.claim_lines(one))
    if found.check.hosts:
        yield from _roster_lines(found, policy)
    yield from _order_lines(found.orders) if found.orders else ()


def _roster_lines(found: Audit, policy: Policy) -> Iterator[str]:
    """How many hosts have each verdict, and those with the highest odds of padding with what to say to them."""
    check, fees = found.check, found.fees
    counts = check.counts()
    yield words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "{hosts} hosts: {clean} clean, {doubtful} doubtful, {padded} look inflated, {unknown} unclear.",
        ),
        hosts=len(check.hosts),
        **{verdict.value: count for verdict, count in counts.items()},
    )
    worst = (-check.belief.padded).argsort(kind="stable").tolist()
    told = [place for place in worst if check.verdict(place) in (Verdict.PADDED, Verdict.DOUBTFUL)]
    for place in told[:SHOWN]:
        one = check.host(place)
        yield from water.lines(one)
        points = negotiation(one.host, fees.host(place), one.authenticity, policy)
        yield "  " + words.sentences(water.point(point) for point in points)


def _order_lines(found: OrderAudit) -> Iterator[str]:
    """The hosts whose orders look padded or doubtful."""
    for place in list(worst(found.check))[:SHOWN]:
        one = found.check.host(place)
        if one.verdict in (Verdict.PADDED, Verdict.DOUBTFUL):
            yield from water.order_lines(found.hosts.names[place] or found.hosts.ids[place], one)
