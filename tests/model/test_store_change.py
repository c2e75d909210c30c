"""A change and what takes it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.records import Influencer, Offer, Product, Request
from model.store import Change, Part, Store, after, apply


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a.rmx", create=True) as opened:
        opened.put_products([Product(x, 1) for x in "abc"])
        opened.put_influencers([Influencer(x, x, offers=(Offer("1"), Offer("2"))) for x in "abc"])
        opened.put_override("set", 1.0)
        yield opened


CHANGES = {
    "a new product": Change(products=Part((Product("new", 2),))),
    "a product changed": Change(products=Part((Product("b!", 2, id=2),))),
    "products dropped and one changed": Change(products=Part((Product("b!", 2, id=2),), (1, 3))),
    "hosts new, changed and dropped": Change(
        influencers=Part((Influencer("n", "n"), Influencer("c", "c!")), ("a", "b"))
    ),
    "request": Change(request=Request(5000.0)),
    "overrides": Change(overrides={"set": None, "new": 2.0}),
    "all at once": Change(
        Part(drop=(1, 2)), Part((Influencer("n", "n"),), ("c",)), Request(seed=3), {"set": 4.0}
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_taking_a_change_back_and_making_it_again_gives_both_states(store: Store, change: Change) -> None:
    before = store.snapshot()
    done, back = apply(store, change)
    after = store.snapshot()
    assert after != before
    assert apply(store, back)[0]
    assert store.snapshot() == before
    apply(store, done)
    assert store.snapshot() == after


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_there_is_after_a_change_is_known_without_reading(
    store: Store, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.snapshot()
    done, back = apply(store, change)
    there = store.snapshot()
    apply(store, back)
    honest = store.snapshot
    monkeypatch.setattr(store, "snapshot", lambda: pytest.fail("read again"))
    assert after(store, there, back) == before
    apply(store, done)
    assert after(store, before, done) == there == honest()


def test_a_change_that_changes_nothing_is_empty(store: Store) -> None:
    same = Change(
        Part(store.products(), (99,)),
        Part(store.influencers(), ("nobody",)),
        Request(),
        {"set": 1.0, "no": None},
    )
    done, back = apply(store, same)
    assert not done
    assert not back


def test_a_change_that_fails_half_way_changes_nothing(store: Store) -> None:
    before = store.snapshot()
    with pytest.raises(Exception, match="NOT NULL"):
        apply(store, Change(Part((Product("new", 1),)), overrides={"x": float("nan")}))
    assert store.snapshot() == before


def test_settings_are_swapped_and_taken_back(store: Store) -> None:
    store.put_setting("launch", {"first": "2027-01-01"})
    done, back = apply(store, Change(settings={"launch": {"first": "2027-02-01"}, "new": [1, "a"]}))
    assert store.setting("launch") == {"first": "2027-02-01"}
    assert store.setting("new") == [1, "a"]
    assert not apply(store, done)[0]  # it is so already
    apply(store, back)
    assert store.setting("launch") == {"first": "2027-01-01"}
    assert store.setting("new") is None
    assert after(store, store.snapshot(), done) == store.snapshot()  # settings are no records
