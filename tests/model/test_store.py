"""What is put into a project comes back the same, in the same order, to the fen."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.errors import InputError
from model.records import (
    AGES,
    CITIES,
    PLATFORMS,
    Audience,
    Form,
    Influencer,
    Kind,
    Offer,
    Product,
    Request,
    Snapshot,
)
from model.store import Store

MONEY = st.integers(0, 10**10).map(lambda fen: round(fen / 100, 2))
SHARE = st.floats(0, 0.9)
COUNT = st.integers(0, 2 * 10**9)
TEXT = st.text(max_size=30)
NAME = st.text(min_size=1, max_size=30)
TAGS = st.lists(NAME, max_size=3, unique=True).map(tuple)
AUDIENCES = st.builds(
    Audience,
    st.sampled_from(["", "female", "male"]),
    st.lists(st.sampled_from(AGES), unique=True).map(tuple),
    st.lists(st.sampled_from(CITIES), unique=True).map(tuple),
)
BANDS = st.tuples(st.floats(0, 1e8), st.floats(0, 1e8) | st.just(math.inf)).map(sorted).map(tuple)
PRODUCTS = st.builds(
    Product, NAME, MONEY.filter(bool), TEXT, st.none() | MONEY, st.none() | MONEY, st.none() | SHARE,
    st.none() | SHARE, st.none() | COUNT, st.none() | st.floats(0.2, 36500), st.none() | st.booleans(),
    TAGS, AUDIENCES, shop_names=TAGS,
)  # fmt: skip
OFFERS = st.builds(
    Offer, TEXT, st.none() | MONEY, st.none() | SHARE, st.none() | st.floats(0, 1000), st.integers(1, 365),
    st.sampled_from(Form),
)  # fmt: skip
HOSTS = st.builds(
    Influencer, NAME, NAME, st.sampled_from(PLATFORMS), st.sampled_from(Kind), st.none() | COUNT,
    st.none() | st.floats(0, 1e10), st.none() | st.floats(0, 5), TEXT, st.none() | BANDS, TAGS, AUDIENCES,
    TEXT, st.lists(OFFERS, max_size=3).map(tuple),
)  # fmt: skip
REQUESTS = st.builds(
    Request, MONEY, st.lists(st.integers(1, 99), max_size=4, unique=True).map(tuple), st.booleans(),
    st.none() | st.floats(0.01, 1), st.frozensets(NAME, max_size=3), st.frozensets(NAME, max_size=3),
    st.integers(0, 2**31),
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
shared_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "春季.rmx", create=True) as opened:
        yield opened


@shared_store
@given(PRODUCTS)
def test_a_product_comes_back_as_it_was_put(store: Store, product: Product) -> None:
    [stored] = store.put_products([product])
    assert stored.id > 0
    assert store.get_product(stored.id) == stored
    assert replace(stored, id=product.id) == product


@shared_store
@given(HOSTS)
def test_a_host_comes_back_with_all_his_offers(store: Store, host: Influencer) -> None:
    store.put_influencers([host])
    assert store.get_influencer(host.id) == host


@shared_store
@given(REQUESTS)
def test_a_request_comes_back_as_it_was_put(store: Store, request_: Request) -> None:
    store.put_request(request_)
    assert store.request() == request_


@shared_store
@given(NAME, st.floats(allow_nan=False))
def test_an_override_comes_back_until_it_is_taken_away(store: Store, key: str, value: float) -> None:
    store.put_override(key, value)
    assert store.overrides()[key] == value
    store.put_override(key, None)
    assert key not in store.overrides()


@shared_store
@given(NAME, JSON)
def test_a_setting_comes_back_as_it_was_put(store: Store, key: str, value: object) -> None:
    store.put_setting(key, value)  # type: ignore[arg-type]
    assert store.setting(key) == value


@shared_store
@given(st.integers(1, 10**10))
def test_every_fen_is_kept(store: Store, fen: int) -> None:
    [stored] = store.put_products([Product("面霜", round(fen / 100, 2))])
    [(kept,)] = store._db.execute("SELECT price_fen FROM product WHERE id = ?", (stored.id,))
    back = store.get_product(stored.id)
    assert kept == fen
    assert back is not None
    assert back.price == round(fen / 100, 2)


@settings(max_examples=25, deadline=None)
@given(st.lists(PRODUCTS, max_size=5), st.lists(HOSTS, max_size=5, unique_by=lambda h: h.id), REQUESTS)
def test_the_whole_project_is_the_same_after_closing_and_opening(
    tmp_path_factory: pytest.TempPathFactory,
    products: list[Product],
    hosts: list[Influencer],
    request_: Request,
) -> None:
    path = tmp_path_factory.mktemp("project") / "a.rmx"
    with Store.open(path, create=True) as store:
        stored = store.put_products(products)
        store.put_influencers(hosts)
        store.put_request(request_)
        store.put_override("tiers.head", 1e6)
    with Store.open(path) as store:
        assert store.snapshot() == Snapshot(stored, tuple(hosts), {"tiers.head": 1e6}, request_)


def test_a_new_project_is_empty(store: Store) -> None:
    assert store.snapshot() == Snapshot()
    assert store.setting("nothing") is None
    assert store.get_product(1) is None
    assert store.get_influencer("1") is None


def test_a_project_is_called_as_its_file(store: Store) -> None:
    assert store.name == "春季"


def test_an_edit_leaves_a_record_in_its_place(store: Store) -> None:
    a, b, c = store.put_products([Product("a", 1), Product("b", 2), Product("c", 3)])
    store.put_influencers([Influencer(x, x) for x in "zya"])
    store.put_products([Product("b!", 5, id=b.id)])
    store.put_influencers([Influencer("y", "y!", offers=(Offer("o"),)), Influencer("b", "b")])
    assert store.products() == (a, Product("b!", 5, id=b.id), c)
    assert [host.name for host in store.influencers()] == ["z", "y!", "a", "b"]


def test_only_the_records_asked_for_are_read_and_each_once(store: Store) -> None:
    stored = store.put_products([Product(str(n), 1) for n in range(3)])
    store.put_influencers([Influencer(str(n), "x", offers=(Offer(str(n)),)) for n in range(1200)])
    assert store.products([stored[2].id, stored[0].id, 99, stored[0].id]) == (stored[0], stored[2])
    assert len(store.influencers(map(str, range(1100)))) == 1100
    assert store.influencers([]) == ()


def test_records_that_come_back_stand_where_they_stood(store: Store) -> None:
    store.put_influencers([Influencer(x, x, offers=(Offer("1"), Offer("2"))) for x in "abcd"])
    stored = store.put_products([Product(x, 1) for x in "abcd"])
    before = store.snapshot()
    places = store.delete_influencers(["b", "a", "nobody"])
    product_places = store.delete_products([stored[0].id, 99])
    assert [host.id for host in store.influencers()] == ["c", "d"]
    assert list(places) == ["b", "a"]
    store.put_influencers(before.influencers[:2], places)
    store.put_products(before.products[:1], product_places)
    assert store.snapshot() == before


def test_no_offer_outlives_its_host(store: Store) -> None:
    store.put_influencers([Influencer("a", "a", offers=(Offer("1"),))])
    store.delete_influencers(["a"])
    store.put_influencers([Influencer("a", "a")])
    assert store.influencers() == (Influencer("a", "a"),)


def test_of_a_host_named_twice_the_last_counts(store: Store) -> None:
    store.put_influencers(
        [Influencer("a", "a", offers=(Offer("1"), Offer("2"))), Influencer("a", "b", offers=(Offer("3"),))]
    )
    assert store.influencers() == (Influencer("a", "b", offers=(Offer("3"),)),)


def test_the_id_of_a_deleted_product_is_never_given_again(store: Store) -> None:
    [first] = store.put_products([Product("a", 1)])
    store.delete_products([first.id])
    [second] = store.put_products([Product("b", 1)])
    assert second.id != first.id


def test_several_writes_are_one_when_they_are_asked_to_be(store: Store) -> None:
    def fail_after_two() -> None:
        with store.transaction():
            store.put_products([Product("a", 1)])
            store.put_override("x", 1.0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_two()
    assert store.snapshot() == Snapshot()


def test_a_part_of_a_transaction_can_fail_alone(store: Store) -> None:
    def fail_after_one() -> None:
        with store.transaction():
            store.put_override("lost", 1.0)
            raise RuntimeError

    with store.transaction():
        store.put_override("kept", 1.0)
        with pytest.raises(RuntimeError):
            fail_after_one()
    assert store.overrides() == {"kept": 1.0}


def test_what_is_written_in_a_transaction_can_be_read_in_it(store: Store) -> None:
    with store.transaction():
        store.put_override("x", 1.0)
        assert store.snapshot().overrides == {"x": 1.0}


def test_a_text_that_no_file_can_hold_is_refused_and_nothing_is_written(store: Store) -> None:
    with pytest.raises(InputError) as refused:
        store.put_influencers([Influencer("ok", "ok"), Influencer("a", "half \ud83d")])
    assert refused.value.problems[0].code == "text_not_storable"
    assert store.influencers() == ()


def test_a_copy_holds_what_the_project_holds_and_replaces_what_was_there(
    store: Store, tmp_path: Path
) -> None:
    store.put_products([Product("a", 1)])
    target = tmp_path / "copy.rmx"
    target.write_text("something else")
    store.copy_to(target)
    store.put_products([Product("b", 1)])
    with Store.open(target) as copy:
        assert [p.name for p in copy.products()] == ["a"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.rmx", "春季.rmx"]


def test_a_project_is_not_copied_onto_itself(store: Store) -> None:
    with pytest.raises(InputError) as refused:
        store.copy_to(store.path)
    assert refused.value.problems[0].code == "copy_onto_itself"


def test_nothing_lies_beside_the_file_after_an_edit(store: Store, tmp_path: Path) -> None:
    store.put_products([Product("a", 1)])
    assert [p.name for p in tmp_path.iterdir()] == ["春季.rmx"]


def test_closing_twice_does_no_harm(store: Store) -> None:
    store.close()
    store.close()
