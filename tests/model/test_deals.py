"""Deals that are made: sessions with results are not planned for again."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.limits import Limits
from model.matrix.deals import dated, to_come
from model.records import Request
from model.results import Result

TODAY = dt.date(2026, 3, 10)
NONE = Request(1000.0)


def of(*booked: tuple[str, str, int], **more: object) -> Request:
    return Request(1000.0, limits=Limits(booked=booked, **more))  # type: ignore[arg-type]


def held(day: int, sessions: int | None = 1, host: str = "a", product: str = "茶") -> Result:
    return Result(host, product, dt.date(2026, 3, day), sessions, orders=5)


def test_a_new_deal_has_its_day_and_a_changed_one_counts_from_tomorrow() -> None:
    made = dated(NONE, of(("a", "x", 2)), TODAY)
    assert made.limits.booked_on == (("a", "2026-03-10"),)
    assert dated(made, replace(made, budget=5.0), TODAY + dt.timedelta(9)).limits == made.limits
    less = replace(made, limits=replace(made.limits, booked=(("a", "x", 1),)))
    assert dated(made, less, TODAY + dt.timedelta(1)).limits.booked_on == (("a", "2026-03-12"),)
    assert dated(made, NONE, TODAY).limits == Limits()


def test_sessions_that_ran_are_taken_off_once() -> None:
    deal = of(("a", "x", 3), ("b", "y", 1), booked_on=(("a", "2026-03-10"), ("b", "2026-03-10")))
    results = [held(9), held(11), held(11, product="咖啡"), held(12, None), held(15, host="c")]
    left, ran = to_come(deal, results)
    assert (left.limits.booked, ran) == ((("a", "x", 1), ("b", "y", 1)), ("a",))
    assert left.limits.booked_on == (("a", "2026-03-13"), ("b", "2026-03-10"))
    assert to_come(left, results) == (left, ()), "asked again nothing more goes"
    done, ran = to_come(left, [*results, held(14), held(20, host="b")])
    assert (done.limits.booked, done.limits.booked_on, ran) == ((), (), ("a", "b"))


def test_deals_of_earlier_projects_stay_as_their_day_is_not_known() -> None:
    deal = of(("a", "x", 1))
    assert to_come(deal, [held(11)]) == (deal, ())
    assert dated(deal, deal, TODAY) == deal


def test_a_deal_whose_day_is_told_later_counts_from_that_day() -> None:
    deal = of(("a", "x", 1))
    told = of(("a", "x", 1), booked_on=(("a", "2026-03-01"),))
    assert dated(deal, told, TODAY) == told
    left, ran = to_come(dated(deal, told, TODAY), [held(5)])
    assert (left.limits.booked, ran) == ((), ("a",))
    changed = replace(told, limits=replace(told.limits, booked_on=(("a", "2026-03-09"),)))
    assert dated(told, changed, TODAY) == told, "what is known is not told anew"


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 3)), max_size=8), st.integers(1, 9))
def test_no_session_is_taken_off_twice_however_often_it_is_asked(
    days: list[tuple[int, int]], sessions: int
) -> None:
    deal = of(("a", "x", sessions), booked_on=(("a", "2026-03-10"),))
    results = [held(day, count) for day, count in days]
    once, _ = to_come(deal, results)
    assert to_come(once, results) == (once, ())
    assert sum(one[2] for one in once.limits.booked) <= sessions
