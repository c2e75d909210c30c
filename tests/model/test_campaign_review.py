"""Plan against fact: a campaign worked out on paper to the fen, and what is said where something is missing."""

import datetime as dt
from dataclasses import replace

import pytest
from campaigns_data import LIPSTICK, MING, batch, line, session, settled

from model.advice import grades
from model.batches import BatchKind
from model.campaigns.money import Agreed, Ledger, money_of
from model.campaigns.review import Imported, review
from model.economics import cost_basis, order_value, samples_cost
from model.estimates import host_facts
from model.intake.joined.joining import join
from model.intake.joined.sales import sales_of
from model.matrix.candidates import candidates
from model.matrix.kept import Kept
from model.matrix.pricing import price_choice
from model.policy import load
from model.records import Product, Request, Snapshot
from model.results import Result

POLICY = load()
SHOP = Snapshot((LIPSTICK,), (MING,))
DAY = dt.date(2026, 3, 1)
LINES = (
    line(1, "03-01T20:00:00", 1, commission_fen=2000),
    line(2, "03-01T20:10:00", 2, commission_fen=2000),
    line(3, "03-01T20:20:00", 3, back=10000, state="refunded"),
    line(4, "03-02T20:30:00", 4, back=2500, commission_fen=1500),
    line(5, "03-02T20:40:00", 5, commission_fen=2000),
    line(6, "06-01T12:00:00", 6, host=""),
)
SESSION = batch(BatchKind.SESSIONS, session("03-01T19:00:00", views=9000, product_visitors=700))
FEE = Result("88", "口红", dt.date(2026, 3, 2), slot_fee_paid=300.0)


def imported(*batches):
    lines = join(batches)
    return Imported(sales_of(lines), batches, lines.persons)


def only(found):
    (row,) = found.rows
    return row


def test_the_paper_campaign_to_the_fen():
    """Five orders at ¥100, one given back whole, one by a quarter; 20 % commission; a slot fee of ¥300, typed."""
    row = only(review(SHOP, [FEE], (), imported(batch(BatchKind.ORDERS, *LINES), SESSION), POLICY))
    assert row.result == Result("88", "口红", DAY, 1, 9000, 700, 5, 1, 500.0, 375.0, 75.0, 300.0)
    rule, samples = POLICY.economics, POLICY.offers.samples * 35.0
    returns = 5.0 + rule.return_handling + (1 - rule.resaleable) * 30.0
    by_hand = 375 - 18.75 - 4 * 30 - 4 * 5 - returns - 75 - 300 - samples
    assert (row.money.profit, row.money.goods, row.money.platform_fee) == pytest.approx(
        (by_hand, 120.0, 18.75)
    )
    assert row.money.estimated == frozenset()
    assert not row.young


def test_the_settlement_agrees_to_the_fen_and_its_fee_counts():
    bill = batch(
        BatchKind.SETTLEMENT,
        settled(1), settled(2), settled(3, refund=10000, commission=0, fee=0), settled(4, refund=2500, commission=1500, fee=375),
        settled(5), file="bill.csv",
    )  # fmt: skip
    found = review(SHOP, [FEE], (), imported(batch(BatchKind.ORDERS, *LINES), bill), POLICY)
    (one,) = found.statements
    assert (one.whole.compared, one.whole.differing, one.differences) == (5, 0, ())
    assert one.whole.statement_fen == one.whole.orders_fen == 37500
    assert (one.whole.open, one.whole.open_fen) == (1, 10000)
    row = only(found)
    assert (row.settled.compared, row.settled.differing) == (5, 0)
    assert row.money.platform_fee == pytest.approx(18.75)


def test_the_settlement_that_differs_says_which_orders_and_which_column():
    """Order 2: ¥1 more commission; order 5: ¥5 refund nobody told; one row of an order that no file holds."""
    bill = batch(
        BatchKind.SETTLEMENT, settled(1), settled(2, commission=2100), settled(5, refund=500), settled(77), file="bill.csv"
    )  # fmt: skip
    found = review(SHOP, [], (), imported(batch(BatchKind.ORDERS, *LINES), bill), POLICY)
    (one,) = found.statements
    told = [(d.order_id, d.column, d.statement_fen, d.orders_fen, d.host) for d in one.differences]
    assert told == [("1005", "net", 9500, 10000, "88"), ("1002", "commission", 2100, 2000, "88")]
    assert (one.whole.compared, one.whole.differing) == (3, 2)
    assert (one.strange, one.strange_fen) == (1, 10000)
    assert only(found).differences == one.differences


def test_a_plan_kept_before_stands_as_it_was_kept():
    (graded,) = grades((LIPSTICK,), POLICY)
    plan = price_choice(
        candidates((host_facts(MING, POLICY),), (graded,), POLICY),
        [("88", "3000+20%", 1, "口红")],
        Request(9000),
        POLICY,
    )
    kept = Kept.of("三月", plan, dt.date(2026, 2, 20))
    (choice,) = plan.choices
    changed = replace(SHOP, influencers=(replace(MING, views=1.0),))
    row = only(review(changed, [FEE], [kept], imported(batch(BatchKind.ORDERS, *LINES)), POLICY))
    assert (row.planned.basis, row.planned.name, row.planned.day) == ("kept", "三月", "2026-02-20")
    assert row.planned.foreseen.orders == choice.orders
    assert row.planned.foreseen.profit.value == choice.first_profit
    low, high = row.planned.foreseen.profit.low, row.planned.foreseen.profit.high
    assert low < choice.first_profit < high
    for day in ("2026-05-01", "2025-11-01"):  # kept after it was over, or long before
        other = replace(kept, day=day)
        found = review(changed, [FEE], [other], imported(batch(BatchKind.ORDERS, *LINES)), POLICY)
        assert only(found).planned.basis == "now"


def test_the_merchants_word_counts_and_the_difference_is_told():
    own = replace(FEE, orders=7, views=9500)
    row = only(review(SHOP, [own], (), imported(batch(BatchKind.ORDERS, *LINES), SESSION), POLICY))
    assert (row.result.orders, row.result.views, row.result.gmv) == (7, 9500, 500.0)
    assert [(one.name, one.own, one.files) for one in row.conflicts] == [
        ("views", 9500, 9000),
        ("orders", 7, 5),
    ]


def test_results_of_the_merchant_alone_need_no_file():
    own = Result("88", "口红", DAY, 1, 5000, 400, 20, 4, 2000.0, 1600.0, 320.0, 3000.0)
    other = Result("nobody", "丝巾", DAY, orders=3)
    rows = {row.result.id: row for row in review(SHOP, [own, other], (), None, POLICY).rows}
    assert rows["88"].money.profit < 0
    assert (rows["nobody"].planned, rows["nobody"].money) == (None, None)


def test_what_came_as_planned_earns_what_was_planned():
    """The facts' profit and the plan's are on the same basis: fed with the plan's own figures they agree."""
    (graded,) = grades((LIPSTICK,), POLICY)
    basis = cost_basis(LIPSTICK, graded.attributes.category, POLICY)
    samples = samples_cost(basis, POLICY)
    known = Ledger(100, 20, 80, 20, 10000.0, 8000.0, 1600.0, None, 3000.0)
    found = money_of(known, basis, Agreed(0.2, 3000.0, samples))
    assert found.profit == pytest.approx(100 * order_value(basis, 0.2) - 3000 - samples)
    guessed = money_of(Ledger(100), basis, Agreed(0.2, 3000.0, samples))
    assert guessed.profit == pytest.approx(found.profit)
    assert guessed.estimated == {"refunded_orders", "net_gmv", "commission", "slot_fee"}


def test_what_was_sold_beside_the_main_product_has_no_forecast_and_no_fee_of_its_own():
    pencil = Product("眉笔", 50.0, "眉笔", 10.0, 5.0, 0.05, 0.2, id=2)
    shop = replace(SHOP, products=(LIPSTICK, pencil))
    lines = [*LINES, line(7, "03-01T21:00:00", 7, product="眉笔", product_id="502", paid=5000)]
    rows = {
        row.result.product: row
        for row in review(shop, [], (), imported(batch(BatchKind.ORDERS, *lines)), POLICY).rows
    }
    assert rows["口红"].planned.basis == "now"
    assert rows["口红"].money.slot_fee == 3000.0
    beside = rows["眉笔"]
    assert (beside.planned, beside.beside, beside.money.slot_fee, beside.money.samples) == (
        None,
        "口红",
        0.0,
        0.0,
    )
    assert beside.money.commission == pytest.approx(0.2 * 50)


def test_every_result_counts_once_for_what_is_learnt():
    own = replace(FEE, orders=7)
    files = imported(batch(BatchKind.ORDERS, *LINES), SESSION)
    (one,) = (row.result for row in review(SHOP, [own], (), files, POLICY).rows)
    assert (one.orders, one.views, one.slot_fee_paid, one.date) == (7, 9000, 300.0, DAY)
    assert tuple(row.result for row in review(SHOP, [own], (), None, POLICY).rows) == (own,)
