"""What campaigns teach: results of files and of the merchant alike, without what may still change."""

import datetime as dt
from dataclasses import replace

from campaigns_data import LIPSTICK, MING, at, batch, line

from model.batches import BatchKind
from model.campaigns.lessons import learned_of, lessons
from model.campaigns.review import Imported, review
from model.intake.joined.joining import join
from model.intake.joined.sales import sales_of
from model.learning.comebacks import Comeback
from model.learning.learned import without_held
from model.limits import Limits
from model.policy import load
from model.records import Request, Snapshot
from model.results import Result

POLICY = load()
HONG = replace(MING, id="99", name="小红")
SHOP = Snapshot((LIPSTICK,), (MING, HONG))


def orders(
    host: str, name: str, count: int, first: int, coming_back: int, day: str = "01-05"
) -> list[dict[str, object]]:
    """So many buyers of one host; some of them buy again a month later without a host."""
    start = at(f"{day}T20:00:00")
    lines = [line(first + n, "01-01T00:00:00", first + n, host, name, paid_at=start) for n in range(count)]
    again = start + dt.timedelta(30)
    return lines + [
        line(first + 500 + n, "01-01T00:00:00", first + n, "", "", paid_at=again) for n in range(coming_back)
    ]


def imported(*rows: dict[str, object]) -> Imported:
    lines = join([batch(BatchKind.ORDERS, *rows)])
    return Imported(sales_of(lines), (), lines.persons)


SOLD = imported(
    *orders("88", "小明", 40, 1, 20),
    *orders("99", "小红", 40, 100, 4),
    line(999, "06-20T12:00:00", 999, ""),
)


def test_customers_of_every_host_are_counted_once() -> None:
    results, won = lessons(review(SHOP, (), (), SOLD, POLICY))
    assert {(one.id, one.orders, one.refunded_orders) for one in results} == {("88", 40, 0), ("99", 40, 0)}
    assert won == {"88": Comeback(40, 20), "99": Comeback(40, 4)}


def test_files_and_own_results_teach_alike() -> None:
    own = Result("88", "口红", dt.date(2025, 11, 1), 1, orders=35)
    learned = learned_of(SHOP, [own], SOLD, POLICY)
    assert learned
    assert learned.results == 3
    beliefs = learned.beliefs.hosts
    assert beliefs["88"].repeat > 1 > beliefs["99"].repeat
    assert {one.id: one.results for one in learned.changes} == {"88": 2, "99": 1}


def test_returns_that_may_still_come_are_no_lesson() -> None:
    late = imported(*orders("88", "小明", 10, 1, 0, "06-19"), line(999, "06-20T12:00:00", 999, ""))
    ((one,), won) = lessons(review(SHOP, (), (), late, POLICY))
    assert one.refunded_orders is None
    assert won == {}


def test_without_results_there_is_nothing_to_learn() -> None:
    assert learned_of(SHOP, (), None, POLICY) is None
    assert learned_of(SHOP, (), imported(line(1, "01-01T00:00:00", 1, "")), POLICY) is None


def test_what_files_alone_tell_of_takes_a_deal_off_and_what_is_entered_besides_counts_once() -> None:
    """Sales of a campaign that the merchant has entered himself are his result, not one more session."""
    own = [Result("88", "口红", dt.date(2026, 1, 6), 1, orders=35)]
    learned = learned_of(SHOP, own, SOLD, POLICY)
    assert learned
    assert [(one.id, one.date) for one in learned.held] == [("99", dt.date(2026, 1, 5))]
    deals = (("88", "3000+20%", 2), ("99", "3000+20%", 1))
    days = (("88", "2026-01-05"), ("99", "2026-01-05"))
    left, ran = without_held(Request(9e3, limits=Limits(booked=deals, booked_on=days)), own, learned)
    assert (left.limits.booked, ran) == ((("88", "3000+20%", 1),), ("88", "99"))
    later = tuple((host, "2026-01-06") for host, _ in days)
    left, ran = without_held(Request(9e3, limits=Limits(booked=deals, booked_on=later)), (), learned)
    assert (left.limits.booked, ran) == (deals, ()), "what was sold before the deal is not of the deal"
