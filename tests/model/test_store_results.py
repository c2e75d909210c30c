"""Results of campaigns in the project: kept to the fen, one for each host, product and day, and taken back."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.results import Result, added_up
from model.store import Change, Part, Store, apply

DATA = Path(__file__).parents[1] / "data"
RESULTS = (
    Result("88", "口红", dt.date(2026, 3, 1), 2, 24000, 1800, 96, 17, 12384.01, 10191.0, 2038.2, 6000.0),
    Result("小红书:阿花", "", dt.date(2026, 4, 2), net_gmv=-12.5),
)
"""What tests/data/schema_3.rmx was made of, on the day the third schema was released."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with Store.open(tmp_path / "a.rmx", create=True) as made:
        yield made


def test_what_is_kept_comes_back(store: Store) -> None:
    store.put_results(RESULTS)
    assert store.results() == RESULTS
    assert store.results([RESULTS[1].key, "nobody"]) == RESULTS[1:]


def test_an_edit_and_what_takes_it_back(store: Store) -> None:
    store.put_results(RESULTS)
    moved = replace(RESULTS[0], date=dt.date(2026, 3, 3), slot_fee_paid=1.0)
    _, back = apply(store, Change(results=Part((moved,), (RESULTS[0].key,))))
    assert store.results() == (moved, RESULTS[1])
    apply(store, back)
    assert store.results() == RESULTS
    assert apply(store, Change(results=Part(RESULTS))) == (Change(), Change())


def test_a_project_of_the_third_schema_opens_with_its_results(tmp_path: Path) -> None:
    with Store.open(Path(shutil.copy(DATA / "schema_3.rmx", tmp_path))) as store:
        assert store.results() == RESULTS


def test_a_project_of_the_second_schema_takes_results(tmp_path: Path) -> None:
    with Store.open(Path(shutil.copy(DATA / "schema_2.rmx", tmp_path))) as store:
        assert store.results() == ()
        store.put_results(RESULTS)
        assert store.results() == RESULTS


MONEY = st.none() | st.integers(0, 10**8).map(lambda fen: fen / 100)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.none() | st.integers(0, 99), MONEY), max_size=8))
def test_rows_of_one_campaign_are_added_up(rows: list[tuple[str, int | None, float | None]]) -> None:
    results = [Result(host, "p", dt.date(2026, 1, 1), orders=n, gmv=yuan) for host, n, yuan in rows]
    found = {one.id: one for one in added_up(results)}
    assert list(found) == list(dict.fromkeys(host for host, _, _ in rows))
    for host, one in found.items():
        told = [n for who, n, _ in rows if who == host and n is not None]
        fen = [round(yuan * 100) for who, _, yuan in rows if who == host and yuan is not None]
        assert one.orders == (sum(told) if told else None)
        assert one.gmv == (sum(fen) / 100 if fen else None)
