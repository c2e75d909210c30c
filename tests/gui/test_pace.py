"""Time left: said when it is known, rounded, and anew for each piece of work."""

import pytest

from gui.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("spent", "share", "told"),
    [
        (1.0, 0.5, "Reading…"),  # too early
        (30.0, 0.02, "Reading…"),  # too little done
        (10.0, 0.5, "Reading, about 10 s left"),
        (20.0, 0.8, "Reading, about 5 s left"),
        (10.0, 0.8, "Reading…"),  # not worth it
        (100.0, 0.25, "Reading, about 5 min left"),
        (10.0, 1.0, "Reading…"),
    ],
)
def test_the_time_left_is_told_once_known(spent: float, share: float, told: str) -> None:
    clock = Clock()
    pace = Pace(clock)
    clock.now += spent
    assert pace.told("Reading…", share) == told


def test_another_piece_of_work_begins_anew() -> None:
    clock = Clock()
    pace = Pace(clock)
    clock.now += 50
    assert "left" in pace.told("Reading…", 0.5)
    assert pace.told("Reading…", 0.1) == "Reading…"
    clock.now += 4
    assert pace.told("Reading…", 0.2) == "Reading, about 15 s left"
    assert pace.told("", 0.0) == ""
