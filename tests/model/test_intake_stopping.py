"""A stop is heard wherever an import asks, and it asks often."""

import pytest

from model.errors import Cancelled
from model.intake.importing import import_file, look_at, wanted_of

HEAD = "主订单编号,子订单编号,选购商品,商品数量,订单应付金额,收件人手机号,支付完成时间,订单状态,售后状态,达人ID,达人昵称"
KEY = b"k" * 32
FEWEST = 25
"""Questions a small file is asked: of a large one no two are half a second apart."""


@pytest.fixture
def path(tmp_path):
    lines = [
        f"{n},{n},面膜{n % 3},1,9.90,13{n:09},2025-03-{n % 28 + 1:02} 10:00:00,已完成,-,7,小美"
        for n in range(1, 60)
    ]
    file = tmp_path / "orders.csv"
    file.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return file


def answers(path, stop_at):
    """Import, stopped at one question; how many were asked."""
    asked = 0

    def cancelled():
        nonlocal asked
        asked += 1
        return asked >= stop_at

    look = look_at(path)
    try:
        import_file(path, wanted_of(look), KEY, cancelled=cancelled, look=look)
    except Cancelled:
        return asked
    return -asked


def test_every_question_is_one_that_stops(path):
    asked = -answers(path, 10**9)
    assert asked >= FEWEST
    for stop_at in range(1, asked + 1):
        assert answers(path, stop_at) >= stop_at


def test_buyers_that_a_thread_makes_are_waited_for_and_the_wait_can_be_stopped(path, monkeypatch):
    from threading import Event

    from model.intake.lines import buyers

    begun = Event()

    def endless(_words, _key, step):
        begun.set()
        while True:
            step()

    def cancelled():
        return begun.is_set()

    monkeypatch.setattr(buyers, "buyer_keys", endless)
    look = look_at(path)
    with pytest.raises(Cancelled):
        import_file(path, wanted_of(look), KEY, cancelled=cancelled, look=look)
