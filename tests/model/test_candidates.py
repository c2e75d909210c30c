"""One candidate for each offer, product and number of sessions, with the figures of the economics."""

from dataclasses import replace

import pytest

from model.advice import grades
from model.economics import guarantee_refund, order_value, repeat_value
from model.errors import Cancelled
from model.estimates import host_facts
from model.matrix.candidates import Candidates, candidates, margin_left, worth_of
from model.policy import load
from model.records import Form, Influencer, Offer, Product
from model.response import sessions_factor

POLICY = load()
COFFEE = Product("咖啡", 59.9, "咖啡", 25.0, 4.0, 0.05, 0.06, id=1)
CAKE = Product("月饼", 128.0, "月饼", 60.0, 8.0, 0.05, 0.08, id=2)


def table(*offers: Offer, products: tuple[Product, ...] = (COFFEE,), **known: object) -> Candidates:
    given: dict[str, object] = {"followers": 30_000, "views": 5000.0}
    host = Influencer("1", "x", "douyin", offers=offers, **{**given, **known})  # type: ignore[arg-type]
    return candidates((host_facts(host, POLICY),), grades(products, POLICY), POLICY)


@pytest.mark.parametrize("fee", [0.0, 5.0, 60.0, 400.0, 1e6])
@pytest.mark.parametrize("decay", [0.0, 0.5, 0.9, 1.0, 1.2])
def test_no_number_of_sessions_that_is_left_out_is_better(fee: float, decay: float) -> None:
    policy = POLICY.with_overrides({"response.session_decay": decay})
    offer = Offer("x", fee, 0.2, None, 60)
    host = host_facts(Influencer("h", "H", "douyin", followers=9_000, views=5_000.0, offers=(offer,)), policy)
    grade = grades([Product("Coffee", 69.0, "咖啡", 15.0, 4.0, 0.05, 0.06)], policy)
    tried = candidates((host,), grade, policy)
    every = candidates((host,), grade, policy, asked={("h", "x"): frozenset(range(1, 61))})
    assert len(every.items) == 60
    assert tried.long.max() == pytest.approx(every.long.max())
    best = int(tried.long.argmax())
    left_out = [j for j, item in enumerate(every.items) if item.sessions > len(tried.items)]
    assert all(every.long[j] <= tried.long[best] and every.cost[j] >= tried.cost[best] for j in left_out)


def test_there_is_one_candidate_for_each_offer_product_and_number_of_sessions() -> None:
    made = table(
        Offer("a", 100.0, 0.1, sessions=3), Offer("b", 0.0, 0.3, form=Form.POST), products=(COFFEE, CAKE)
    )
    keys = [(c.offer.offer.name, c.worth.product.name, c.sessions) for c in made.items]
    assert sorted(keys) == sorted(
        [(n, p, s) for p in ("咖啡", "月饼") for n, most in (("a", 3), ("b", 1)) for s in range(1, most + 1)]
    )
    assert made.product.tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert made.host.tolist() == [0] * 8


def test_the_profit_of_a_candidate_is_that_of_its_orders_less_its_fee() -> None:
    made = table(Offer("a", 1000.0, 0.2, sessions=2))
    worth = worth_of(grades((COFFEE,), POLICY)[0], POLICY)
    for j, item in enumerate(made.items):
        orders = item.response.mean * sessions_factor(item.sessions, POLICY.response.session_decay)
        assert made.orders[j] == pytest.approx(orders)
        assert made.cost[j] == 1000 * item.sessions
        assert made.first[j] == pytest.approx(orders * order_value(worth.basis, 0.2) - 1000 * item.sessions)
        assert made.long[j] - made.first[j] == pytest.approx(
            orders * 0.94 * repeat_value(worth.basis, worth.grade.repeat, POLICY)
        )


def test_a_guarantee_adds_the_refund_to_be_expected() -> None:
    plain, safe = table(Offer("a", 5000.0, 0.2)), table(Offer("a", 5000.0, 0.2, 2.0))
    gained = safe.first[0] - plain.first[0]
    assert 0 < gained < 5000
    assert gained > guarantee_refund(5000, 2, float(plain.orders[0]) * 59.9)  # Jensen: chance adds to it
    assert safe.orders[0] == plain.orders[0]


def test_orders_never_exceed_the_stock() -> None:
    made = table(Offer("a", 0.0, 0.2, sessions=5), products=(replace(COFFEE, stock=20),))
    assert (made.orders < 20).all()
    assert (made.raw > 20).any()


def test_the_margin_left_is_what_commission_leaves_of_a_kept_order() -> None:
    made = table(Offer("a", 0.0, 0.2), Offer("b", 0.0, 0.6))
    # 59.9 x 0.95 - 25 - 4 = 27.905; less 11.98; less 35.94
    assert [round(margin_left(c), 3) for c in made.items] == [15.925, -8.035]


def test_no_host_makes_no_candidate() -> None:
    assert len(candidates((), grades((COFFEE,), POLICY), POLICY).items) == 0


def test_laying_out_stops_when_asked() -> None:
    with pytest.raises(Cancelled):
        candidates(
            (host_facts(Influencer("1", "x"), POLICY),), grades((COFFEE,), POLICY), POLICY, lambda: True
        )
