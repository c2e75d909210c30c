"""Who brings customers that come back: against the followed customers of each campaign, one campaign at a time."""

import datetime as dt
from collections import defaultdict

import numpy as np
import pytest
from campaigns_data import at, batch, line
from hypothesis import given, settings
from hypothesis import strategies as st

from model.batches import BatchKind
from model.campaigns.facts import facts_of
from model.campaigns.loyalty import WINDOWS, compared, loyalty
from model.intake.joined.joining import join
from model.intake.joined.sales import sales_of
from model.records import Estimate
from model.repurchase.followed import Followed
from model.repurchase.rates import observed
from model.shoprules import ResultRule

RULE = ResultRule(5.0, 2.0, 15.0, 90.0)
ROWS = st.lists(
    st.tuples(st.sampled_from(["", "1", "2"]), st.integers(0, 200), st.integers(1, 12), st.booleans()),
    max_size=40,
)


def studied(rows):
    lines = [
        line(n, "03-01T20:00:00", buyer, host=host, name="", paid_at=at("01-01T12:00:00") + dt.timedelta(day), back=10000 if gone else 0)
        for n, (host, day, buyer, gone) in enumerate(rows)
    ]  # fmt: skip
    sales = sales_of(join([batch(BatchKind.ORDERS, *lines)]))
    facts = facts_of(sales, gap=5)
    return loyalty(sales, facts.campaigns, RULE), facts.campaigns


def followed(waits):
    back = np.array([w is not None for _, w in waits], bool)
    wait = np.array([follow if w is None else w for follow, w in waits], np.int64)
    nothing = np.zeros(0, np.int64)
    return Followed(wait, back, np.array([follow for follow, _ in waits], np.int64), nothing, nothing)


@settings(max_examples=80)
@given(ROWS)
def test_each_campaign_by_itself_says_the_same(rows):
    """Plain Python: the first day of every buyer, the first line of it, and Kaplan-Meier over each group."""
    found, campaigns = studied(rows)
    bought, winner = defaultdict(set), {}
    last = max((day for _, day, _, _ in rows), default=0)
    for _host, day, buyer, gone in rows:
        if not gone:
            bought[buyer].add(day)
    for host, day, buyer, gone in rows:
        if not gone and day == min(bought[buyer]) and buyer not in winner:
            winner[buyer] = (host, day)
    groups = defaultdict(list)
    zero = (at("01-01T12:00:00").date() - dt.date(1970, 1, 1)).days
    for buyer, (host, day) in winner.items():
        place = [
            n
            for n in range(len(campaigns))
            if host and campaigns.sellers[campaigns.seller[n]].id == host and campaigns.first[n] - zero <= day <= campaigns.last[n] - zero
        ]  # fmt: skip
        days = sorted(bought[buyer])
        groups[place[0] if place else -1].append((last - day, days[1] - day if len(days) > 1 else None))
    for place, one in enumerate(found):
        mine = groups[place]
        rest = [w for key, waits in groups.items() if key != place for w in waits]
        assert one.won == len(mine)
        for back in one.back:
            for share, seen, group in (
                (back.share, back.followed, mine),
                (back.others, back.others_followed, rest),
            ):
                long = sum(follow >= back.days for follow, _ in group)
                assert seen == long
                wanted = observed(followed(group), back.days) if long >= RULE.least_followed else None
                if wanted is None:
                    assert share is None
                else:
                    got, said = (
                        (share.value, share.low, share.high),
                        (wanted.value, wanted.low, wanted.high),
                    )
                    assert got == pytest.approx(said)


def test_too_few_who_were_followed_long_enough_say_nothing():
    found, _ = studied([("1", 0, 1, False), ("", 40, 2, False)])
    (thirty, ninety) = found[0].back
    assert (thirty.followed, thirty.share, ninety.followed, thirty.verdict) == (1, None, 0, "unknown")
    assert tuple(one.days for one in found[0].back) == WINDOWS


def test_a_difference_is_only_told_beyond_chance():
    half, few = Estimate(0.5, 0.4, 0.6), Estimate(0.2, 0.15, 0.25)
    assert (compared(half, few), compared(few, half)) == ("more", "fewer")
    assert compared(half, Estimate(0.45, 0.3, 0.6)) == "alike"
    assert compared(None, few) == "unknown"
