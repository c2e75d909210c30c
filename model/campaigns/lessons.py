"""What the campaigns of a shop teach: its results, typed and from files, put before the learning."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from model.advice import checked, grades
from model.campaigns.review import Imported, Review, review
from model.estimates import host_facts
from model.intake.lists.extras import Extra
from model.launch.sellingdays import lifts
from model.learning.comebacks import Comeback
from model.learning.learned import Learned, learn
from model.policy import Policy
from model.records import Snapshot
from model.results import Result


def learned_of(
    snapshot: Snapshot,
    own: Sequence[Result],
    imported: Imported | None,
    policy: Policy,
    extras: Mapping[str, Extra] | None = None,
) -> Learned | None:
    """What all results of a shop teach; None without any.

    Args:
        snapshot: roster and catalogue.
        own: results the merchant gave, typed or from his own table.
        imported: what files say; None without any.
        policy: all figures.
        extras: figures beside the hosts' records by their ids, for the check for water.
    """
    if not own and imported is None:
        return None
    found = review(snapshot, own, (), imported, policy)
    results, comebacks = lessons(found)
    if not results:
        return None
    graded = grades(snapshot.products, policy, imported.evidence if imported else None)
    known = (host_facts(host, policy) for host in snapshot.influencers)
    hosts = checked(known, snapshot.products, policy, extras)

    @cache
    def lift(day: dt.date) -> Mapping[str, float]:
        moved = {one.product.name: float(lifts(day, 1, one.letter, policy)[0]) for one in graded}
        return {name: times for name, times in moved.items() if times != 1}

    held = tuple(row.result for row in found.rows if row.own is None)
    return replace(learn(results, hosts, graded, policy, lift, comebacks), held=held)


def lessons(found: Review) -> tuple[tuple[Result, ...], dict[str, Comeback]]:
    """The results of a review, and by host the customers his campaigns won with those who came back.

    Returns that may still come in are left out, and so are customers not followed to the end of the longest window.
    """
    results = tuple(
        replace(row.result, refunded_orders=None) if row.young else row.result for row in found.rows
    )
    # Rows of one campaign share what is said of its customers.
    campaigns = {id(row.loyalty): (row.seller.id, row.loyalty) for row in found.rows if row.loyalty}
    won: dict[str, Comeback] = {}
    for id_, loyalty in campaigns.values():
        back = loyalty.back[-1]
        if back.share is not None:
            before = won.get(id_, Comeback(0, 0))
            returned = round(back.share.value * back.followed)
            won[id_] = Comeback(before.customers + back.followed, before.back + returned)
    return results, won
