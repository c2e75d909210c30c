"""Whether a typed result can be meant: who its host is, and whether its day has come."""

import datetime as dt

from model.campaigns.typed import day_to_come, host_meant
from model.errors import Problem
from model.records import Influencer
from model.results import Result

ROSTER = (
    Influencer("7", "慢半拍的栗子", "douyin"),
    Influencer("8", "Ming Home", "douyin"),
    Influencer("9", "同名", "douyin"),
    Influencer("10", "同名", "kuaishou"),
)
TODAY = dt.date(2026, 3, 1)


def test_a_host_is_known_by_id_by_name_and_by_what_is_in_the_results_already() -> None:
    assert host_meant("7", ROSTER, ()) == "7"
    assert host_meant("douyin:陌生", ROSTER, {"douyin:陌生"}) == "douyin:陌生"
    assert host_meant("慢半拍的栗子", ROSTER, ()) == "7"
    assert host_meant("ming home", ROSTER, ()) == "8"


def test_nobody_is_made_a_host_without_a_question_and_the_nearest_is_named() -> None:
    for text, code, near in (
        ("半拍的栗", "host_nobody_near", "慢半拍的栗子"),
        ("慢半拍的粟子", "host_nobody_near", "慢半拍的栗子"),
        ("zzz", "host_nobody", None),
        ("同名", "host_of_two", None),
    ):
        found = host_meant(text, ROSTER, ())
        assert isinstance(found, Problem)
        assert (found.code, found.column, found.values.get("name")) == (code, "id", near)


def test_what_has_not_begun_has_no_results() -> None:
    assert day_to_come(Result("7", "茶", TODAY), TODAY) is None
    late = day_to_come(Result("7", "茶", TODAY + dt.timedelta(1)), TODAY)
    assert late is not None
    assert (late.code, late.values["day"]) == ("day_to_come", "2026-03-02")
