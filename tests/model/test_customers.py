"""Customers and orders by what they bring and buy next, against plain Python, published figures and made-up customers."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.errors import Reason
from model.intake.files.tables import read_table
from model.intake.joined.arrays import NONE
from model.intake.joined.joining import lines_schema
from model.intake.joined.lines import Lines
from model.intake.joined.sales import sales_of
from model.intake.out.out import write_table
from model.policy import load
from model.records import Tier
from model.repurchase.behaviour import Behaviour
from model.repurchase.btyd.betageo import BetaGeometric
from model.repurchase.btyd.fitting import Fitted
from model.repurchase.buyers import Base, _largest_first, base, following
from model.repurchase.customers import order_spread, study_customers
from model.repurchase.followup import COLUMNS, called, follow_up, follow_up_table
from model.repurchase.outlook import HORIZONS, expected_spend, outlook
from model.repurchase.purchases import Occasions, purchases
from model.repurchase.tiering import spread

POLICY = load()
RULE = POLICY.customers
START = dt.date(2025, 1, 1)
FIRST = (START - dt.date(1970, 1, 1)).days
SAMPLE = Path(__file__).parents[2].parent / "shared/data/orders/CDNOW_sample.txt"


def sales(*rows):
    """Joined paid lines from dictionaries; what a row does not name is unknown."""
    shape = lines_schema()
    columns = [pa.array([row.get(name) for row in rows], shape.field(name).type) for name in shape.names]
    return sales_of(Lines(pa.Table.from_arrays(columns, schema=shape), ()))


def line(buyer=1, day=0, paid=5000, product="面膜", refunded=0, order=None, **more):
    return {
        "buyer": buyer, "paid_at": dt.datetime.combine(START + dt.timedelta(day), dt.time(20)), "paid_fen": paid,
        "refunded_fen": refunded, "state": "paid", "order_id": order or f"{buyer}-{day}-{paid}", "quantity": 1,
        "platform": "douyin", "product": product, **more,
    }  # fmt: skip


# ── levels ──

spends = st.lists(st.integers(1, 10**7), min_size=1, max_size=300)


@given(spends, st.floats(0.05, 0.95), st.floats(0, 1))
def test_head_are_the_fewest_that_bring_the_first_part(net, head, more):
    rule = replace(RULE, head_spend=head, waist_spend=head + more * (1 - head))
    found = spread(np.array(net), np.ones(len(net), np.int64), rule)
    for share, upto in ((rule.head_spend, 0), (rule.waist_spend, 1)):
        inside = [n for n, tier in zip(net, found.tier, strict=True) if tier <= upto]
        largest = sorted(net, reverse=True)
        assert sum(inside) >= share * sum(net) - 1e-5
        assert upto == 1 or sum(largest[: len(inside) - 1]) < share * sum(net)
        assert sorted(inside, reverse=True) == largest[: len(inside)]


@given(spends)
def test_the_gini_is_half_the_mean_difference_over_the_mean(net):
    found = spread(np.array(net), np.ones(len(net), np.int64), RULE)
    apart = sum(abs(a - b) for a in net for b in net) / len(net) ** 2
    assert found.gini == pytest.approx(apart / (2 * sum(net) / len(net)), abs=1e-9)


@given(spends)
def test_the_lorenz_curve_hangs_below_the_even_line_and_has_its_true_points(net):
    curve = spread(np.array(net), np.ones(len(net), np.int64), RULE).lorenz
    assert len(curve) <= 101
    assert curve[0].tolist() == [0, 0]
    assert curve[-1].tolist() == [1, 1]
    assert np.all(curve[:, 1] <= curve[:, 0] + 1e-12)
    rising = sorted(net)
    for members, spent in curve:
        assert spent == pytest.approx(sum(rising[: round(members * len(net))]) / sum(net))


def test_what_each_level_brings_by_hand():
    found = spread(np.array([100, 500, 200, 150, 50]), np.array([1, 5, 2, 1, 1]), RULE)
    head, waist, tail = found.tiers
    assert (head.tier, head.members, head.times, head.net_fen, head.mean_fen) == (Tier.HEAD, 1, 5, 500, 100)
    # 500 + 200 are 70 % of 1000; only the next one reaches 80 %
    assert (waist.members, waist.times, waist.net_fen, waist.from_fen, waist.to_fen) == (2, 3, 350, 150, 200)
    assert (tail.members, tail.net_share, tail.members_share) == (2, 0.15, 0.4)
    assert found.tier.tolist() == [2, 0, 1, 1, 2]


def test_one_customer_is_the_head_and_empty_levels_have_no_figures():
    found = spread(np.array([700]), np.array([3]), RULE)
    assert found.tier.tolist() == [0]
    assert (found.tiers[1].members, found.tiers[1].mean_fen, found.tiers[2].from_fen) == (0, None, None)
    assert found.gini == 0
    assert spread(np.array([], np.int64), np.array([], np.int64), RULE) is None


def test_orders_are_levelled_without_any_buyer_and_refunded_ones_count_for_nothing():
    found = order_spread(
        sales(
            line(None, order="a", paid=9000),
            line(None, order="a", paid=1000),
            line(None, order="b", paid=4000, refunded=1000),
            line(None, order="c", paid=2000),
            line(None, order="d", paid=8000, refunded=8000),
        ),
        POLICY,
    )
    assert [(t.members, t.net_fen) for t in found.tiers] == [(1, 10000), (1, 3000), (1, 2000)]


# ── who they are and what they buy next ──

rows = st.lists(
    st.tuples(
        st.sampled_from([1, 2, 3, None]),
        st.integers(0, 5),
        st.integers(0, 4),
        st.sampled_from(["a", "b", None]),
        st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


@settings(deadline=None)
@given(rows)
def test_buyers_are_those_of_plain_python(made):
    every = [
        line(buyer, day, paid * 100, product, paid * 100 if back else 0)
        for buyer, day, paid, product, back in made
    ]
    found = base(sales(*every))
    days = defaultdict(lambda: defaultdict(list))
    for place, row in enumerate(every):
        if row["buyer"]:
            days[row["buyer"]][row["paid_at"].date()].append((row["paid_fen"] - row["refunded_fen"], place))
    kept = {
        who: {day: on for day, on in by_day.items() if sum(n for n, _ in on) > 0}
        for who, by_day in days.items()
    }
    kept = {who: by_day for who, by_day in kept.items() if by_day}
    assert sorted(found.key.tolist()) == sorted(kept)
    names = sales(*every).products.names
    for i, who in enumerate(found.key.tolist()):
        by_day = kept[who]
        last = by_day[max(by_day)]
        place = min(at for net, at in last if net == max(n for n, _ in last))
        assert found.line[i] == place
        said = NONE if every[place]["product"] is None else names.index(every[place]["product"])
        assert found.product[i] == said
        assert found.times[i] == len(by_day)
        assert found.net[i] == sum(n for on in by_day.values() for n, _ in on)
        assert found.again[i] == found.net[i] - sum(n for n, _ in by_day[min(by_day)])


def test_the_product_bought_next_is_counted_and_shrunk_to_the_shop():
    # after "soap" six times "towel"; after "towel" soap once: too few to say anything
    every = [
        line(buyer, day, product=product)
        for buyer in range(1, 7)
        for day, product in ((0, "soap"), (9, "towel"))
    ]
    every += [line(1, 30, product="soap")]
    found = sales(*every)
    next_ = following(base(found), found.products.count, RULE)
    soap, towel = (found.products.names.index(name) for name in ("soap", "towel"))
    assert next_.seen[[soap, towel]].tolist() == [6, 1]
    assert next_.product[soap] == towel
    assert next_.chance[soap] == pytest.approx((6 + 20 * 6 / 7) / (6 + 20))
    assert next_.product[towel] == NONE
    assert np.isnan(next_.chance[towel])


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=8), min_size=1, max_size=12))
def test_the_best_next_product_is_that_of_plain_counts(paths):
    every = [line(b + 1, d, product="abcde"[p]) for b, path in enumerate(paths) for d, p in enumerate(path)]
    found = sales(*every)
    next_ = following(base(found), found.products.count, replace(RULE, next_least=1))
    steps = [(a, b) for path in paths for a, b in pairwise(path)]
    pairs, before, after = Counter(steps), Counter(a for a, _ in steps), Counter(b for _, b in steps)
    for place, name in enumerate(found.products.names):
        i = "abcde".index(name)
        assert next_.seen[place] == before[i]
        if before[i]:
            chances = [(pairs[i, j] + 20 * after[j] / len(steps)) / (before[i] + 20) for j in range(5)]
            assert next_.chance[place] == pytest.approx(max(chances))
            told = "abcde".index(found.products.names[next_.product[place]])
            assert chances[told] == pytest.approx(max(chances))


@settings(deadline=None)
@given(rows)
def test_their_occasions_are_those_of_the_repurchase_rate(made):
    every = [
        line(buyer, day, paid * 100, product, paid * 100 if back else 0)
        for buyer, day, paid, product, back in made
    ]
    shape = lines_schema()
    columns = [pa.array([row.get(name) for row in every], shape.field(name).type) for name in shape.names]
    joined = Lines(pa.Table.from_arrays(columns, schema=shape), ())
    ours, theirs = base(sales_of(joined)).found, purchases(joined).occasions
    assert ours.day.tolist() == theirs.day.tolist()
    assert ours.counts.tolist() == theirs.counts.tolist()


def test_sums_too_large_for_one_number_are_sorted_all_the_same():
    group, net = np.array([2**40, 3, 2**40, 3]), np.array([2**30, 5, 2**31, 7])
    assert _largest_first(group, net).tolist() == [3, 1, 2, 0]
    assert _largest_first(group // 2**20, net).tolist() == [3, 1, 2, 0]


# ── what is to come ──


def fitted(name, *values, k=1):
    still = tuple(map(tuple, np.eye(4) * 1e-4))
    return Fitted(name, ("r", "alpha", "a", "b"), values, (0.1,) * 4, still, 0.0, 1000.0, False, k)


TWO = Behaviour(
    (fitted("bg_nbd", 0.6, 5.0, 0.8, 2.4), fitted("mbg_cnbd_2", 1.1, 4.0, 0.9, 2.6, k=2)), (0.3, 0.7), 0.026
)


def made(x, t_x, T, spent=None):
    """Customers by whole days; every occasion costs ``spent`` fen."""
    x, t_x, T = (np.asarray(part, np.int64) for part in (x, t_x, T))
    end, spent = FIRST + 1000, np.full(len(x), 5000) if spent is None else np.asarray(spent)
    nobody = np.zeros(len(x), np.int64)
    return Base(
        np.arange(len(x)).astype(np.uint64), x + 1, end - T, end - T + t_x, spent * (x + 1), spent * x, nobody, nobody,
        Occasions(nobody, nobody, nobody), nobody, end,
    )  # fmt: skip


def test_each_customer_gets_the_weighted_mean_of_what_the_models_say():
    x, t_x, T = np.array([0, 1, 4, 9]), np.array([0, 60, 200, 330]), np.array([100, 90, 300, 333])
    found = outlook(made(x, t_x, T), TWO, RULE, 300)
    for place, days in enumerate(HORIZONS):
        said = [one.conditional(days / 7, x, t_x / 7, T / 7) for one in TWO.models]
        assert found.purchases[:, place] == pytest.approx(0.3 * said[0] + 0.7 * said[1])
    alive = [one.alive(x, t_x / 7, T / 7) for one in TWO.models]
    assert found.alive == pytest.approx(0.3 * alive[0] + 0.7 * alive[1])
    assert found.spend_fen == pytest.approx(found.purchases * found.each_fen[:, None])
    assert found.waiting.tolist() == [100, 30, 100, 3]


def test_many_customers_at_once_are_as_good_as_one_by_one():
    rng = np.random.default_rng(3)
    T = rng.integers(1, 700, 20_000)
    x = np.minimum(rng.poisson(1.5, len(T)), T)
    t_x = np.where(x > 0, np.maximum((T * rng.random(len(T))).astype(int), x), 0)
    at_once = outlook(made(x, t_x, T), TWO, RULE, 300)
    some = rng.integers(0, len(T), 200)
    alone = outlook(made(x[some], t_x[some], T[some]), TWO, RULE, 300)
    assert at_once.purchases[some] == pytest.approx(alone.purchases, rel=2e-3)
    assert at_once.back[some] == pytest.approx(alone.back, rel=2e-3)
    assert at_once.due[some] == pytest.approx(alone.due, rel=1e-6)


def test_due_is_the_quantile_of_the_gaps_of_both_models_together():
    x, t_x = np.array([0, 2, 7]), np.array([0, 50, 300])
    found = outlook(made(x, t_x, [400, 400, 400]), TWO, RULE, 300)
    shares = [one.gap_share(found.due / 7, x, t_x / 7) for one in TWO.models]
    assert 0.3 * shares[0] + 0.7 * shares[1] == pytest.approx([RULE.gap_quantile] * 3)


def test_overdue_is_who_waits_beyond_his_own_gaps_and_is_probably_still_there():
    x, t_x = np.full(200, 8), np.full(200, 300)
    found = outlook(made(x, t_x, 300 + np.arange(200)), TWO, RULE, 300)
    first, last = np.flatnonzero(found.overdue)[[0, -1]]
    assert found.overdue[first : last + 1].all()
    assert found.waiting[first] > found.due[first] >= found.waiting[first] - 1
    assert found.alive[last] >= RULE.alive > found.alive[last + 1]


def simulated(model, T, more, size, seed):
    """Customers by the model's own story: histories up to ``T`` and purchases in the time after it (weeks)."""
    rng = np.random.default_rng(seed)
    rate = rng.gamma(model.r, 1 / model.alpha, size)
    leave = rng.beta(model.a, model.b, size)
    x, last, after = np.zeros(size, int), np.zeros(size), np.zeros(size, int)
    for i in range(size):
        at = 0.0
        gone = model.modified and rng.random() < leave[i]
        while not gone:
            at += rng.gamma(model.k, 1 / rate[i])
            if at > T + more:
                break
            if at <= T:
                x[i], last[i] = x[i] + 1, at
            else:
                after[i] += 1
            gone = rng.random() < leave[i]
    return x, last, after


@pytest.mark.parametrize(
    "model",
    [BetaGeometric(0.6, 5, 0.8, 2.4), BetaGeometric(1.1, 4, 0.9, 2.6, modified=True, k=2)],
    ids=["bg", "mbg2"],
)
def test_customers_made_by_a_model_do_what_it_expects_of_them(model):
    x, last, after = simulated(model, 40, 13, 20_000, seed=5)
    end = np.full(len(x), 40.0)
    there = model.alive(x, last, end)
    again = there * (model.unseen(x, last, end) * model.again_if_there(13, x, end)).sum(0)
    for group in (x == 0, x == 1, x == 2, x > 2):
        n = group.sum()
        assert model.conditional(13, x, last, end)[group].mean() == pytest.approx(
            after[group].mean(), abs=4 * after[group].std() / n**0.5
        )
        assert again[group].mean() == pytest.approx((after[group] > 0).mean(), abs=2 / n**0.5)
    assert np.corrcoef(again, after > 0)[0, 1] > 0.4


@pytest.mark.skipif(not SAMPLE.is_file(), reason=f"the shared example data is not at {SAMPLE}")
def test_the_spend_expected_is_that_published_for_cdnow():
    """Hardie, note 025: the first ten customers of the sample, calibration to 1997-09-30."""
    spent = defaultdict(lambda: defaultdict(float))
    for row in SAMPLE.read_text("ascii").splitlines():
        _, customer, day, _, dollars = row.split()
        if day <= "19970930":
            spent[customer][day] += float(dollars)
    each = [[by_day[day] for day in sorted(by_day)] for _, by_day in sorted(spent.items())]
    times = np.array([len(one) for one in each])
    net, again = (np.array([round(100 * sum(one[skip:])) for one in each]) for skip in (0, 1))
    nobody = np.zeros(len(each), np.int64)
    found = replace(made(times - 1, nobody, nobody), net=net, again=again)
    published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
    assert (expected_spend(found, RULE, few=0) / 100)[:10] == pytest.approx(published, abs=0.02)


@pytest.fixture(scope="module")
def cdnow():
    """Days of purchase by customer, as joined lines with the customer's number for a key."""
    every = []
    for row in SAMPLE.read_text("ascii").splitlines():
        _, customer, day, _, dollars = row.split()
        at = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12))
        every.append({**line(int(customer), paid=round(100 * float(dollars))), "paid_at": at})
    return every


@pytest.mark.skipif(not SAMPLE.is_file(), reason=f"the shared example data is not at {SAMPLE}")
def test_what_was_foretold_of_cdnow_came_true(cdnow):
    """Followed to 1997-09-30, looked at 90 days later: by odds of coming back, and among those called overdue."""
    cut = dt.datetime.fromisoformat("1997-09-30T23:00:00")
    found = study_customers(sales(*(row for row in cdnow if row["paid_at"] <= cut)), POLICY)
    later = {
        row["buyer"] for row in cdnow if cut < row["paid_at"] <= cut + dt.timedelta(90) and row["paid_fen"]
    }
    came = np.array([key in later for key in found.base.key.tolist()])
    back, overdue = found.outlook.back, found.outlook.overdue
    for low, high in ((0, 0.1), (0.1, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1)):
        group = (back >= low) & (back < high)
        assert group.sum() > 30
        assert came[group].mean() == pytest.approx(back[group].mean(), abs=0.08)
    assert overdue.sum() > 30
    assert came[overdue].mean() == pytest.approx(back[overdue].mean(), abs=0.15)
    assert came[overdue].mean() > 4 * came[~overdue].mean() - 0.2


def test_a_spend_model_without_a_mean_gives_way_to_the_plain_one():
    spent = (1000 * (1 + np.random.default_rng(6).pareto(0.5, 2000)).clip(max=1e8)).astype(np.int64)
    each = expected_spend(made(np.full(2000, 9), np.full(2000, 20), np.full(2000, 90), spent), RULE, 300)
    assert each.max() == each.min() == pytest.approx(spent.mean())


def test_without_repeats_everybody_is_expected_to_spend_the_mean():
    assert expected_spend(made([0, 0], [0, 0], [5, 9], [1000, 3000]), RULE, 300).tolist() == [2000, 2000]


def test_few_repeat_buyers_are_drawn_to_the_mean_and_keep_their_order():
    each = expected_spend(made([0, 1, 1, 6], [0, 5, 5, 60], [90] * 4, [1000, 2000, 9000, 9000]), RULE, 300)
    assert 2000 < each[1] < each[0] < each[2] < each[3] < 9000


# ── the whole study and its list ──


def shop(size=40):
    """Regular buyers every fortnight; a third of them has not been seen for a while."""
    return sales(
        *(
            line(buyer, day, 3000 + 500 * (buyer % 7), product="皂" if day % 2 else "纸")
            for buyer in range(1, size + 1)
            for day in range(buyer % 14, 150 if buyer % 3 else 126, 14)
        )
    )


def test_the_levels_add_up_to_the_whole():
    found = study_customers(shop(), POLICY)
    assert found.refused == ()
    assert sum(t.members for t in found.customers.tiers) == len(found.base) == 40
    assert sum(t.net_fen for t in found.customers.tiers) == found.base.net.sum()
    ahead = found.outlook
    for place in range(len(HORIZONS)):
        assert sum(t.purchases[place] for t in found.tiers) == pytest.approx(ahead.purchases[:, place].sum())
        assert sum(t.spend_fen[place] for t in found.tiers) == pytest.approx(ahead.spend_fen[:, place].sum())
    assert [t.cycle_days for t in found.tiers] == [14, 14, 14]
    assert sum(t.overdue for t in found.tiers) == ahead.overdue.sum() > 5


def test_the_list_names_nobody_and_reads_back_as_it_was_written(tmp_path):
    here = shop()
    found = study_customers(here, POLICY)
    listed = follow_up(found)
    assert listed.spend_fen.tolist() == sorted(listed.spend_fen.tolist(), reverse=True)
    assert np.all(listed.overdue_days > 0)
    table = follow_up_table(
        found, here, listed, {c: c for c in COLUMNS}, dict.fromkeys(("head", "waist", "tail"), "x")
    )
    assert [column.heading for column in table.columns] == list(COLUMNS)
    write_table(tmp_path / "list.csv", table)
    read = read_table(tmp_path / "list.csv")
    assert len(read.rows) >= len(listed)
    for place, row in zip(listed.customer.tolist(), table.rows, strict=True):
        buyer = int(found.base.key[place])
        assert row[0] == f"{buyer:016x}"
        assert str(row[1]).startswith(f"{buyer}-")
        assert row[3] == START + dt.timedelta(int(found.base.last[place]) - FIRST)
        assert row[9] in ("皂", "纸")


def test_the_list_may_be_of_anybody():
    found = study_customers(shop(), POLICY)
    head = follow_up(found, found.customers.tier == 0)
    assert len(head) == found.customers.tiers[0].members
    assert set(head.tier.tolist()) == {0}


def test_without_buyers_only_orders_are_levelled():
    found = study_customers(sales(line(None), line(None, 3)), POLICY)
    assert (found.customers, found.outlook, found.tiers) == (None, None, ())
    assert found.orders is not None
    assert [r.code for r in found.refused] == ["customers_unknown"]
    assert len(follow_up(found)) == 0


def test_few_customers_and_short_histories_are_levelled_but_not_foretold():
    few = study_customers(sales(line(1), line(2, 90)), POLICY)
    assert few.refused == (Reason("outlook_few", {"customers": 2, "least": 10}),)
    short = study_customers(sales(*(line(b, b % 9) for b in range(1, 30))), POLICY)
    assert short.refused == (Reason("outlook_short", {"days": 8, "least": 30}),)
    assert few.customers is not None
    assert short.outlook is None


@given(st.lists(st.integers(1, 6), min_size=1, max_size=30), st.integers(1, 99), st.integers(1, 99))
def test_levels_are_those_of_the_members_in_their_order(net: list[int], head: int, waist: int) -> None:
    """Walking down the members, largest first and the first of equal ones first, until each share is reached."""
    rule = replace(RULE, head_spend=min(head, waist) / 100, waist_spend=max(head, waist) / 100)
    order, whole, brought, levels = sorted(range(len(net)), key=lambda n: -net[n]), sum(net), 0, {}
    for n in order:
        done = 100 * brought / whole
        levels[n] = 0 if done < min(head, waist) else 1 if done < max(head, waist) else 2
        brought += net[n]
    found = spread(np.array(net), np.arange(len(net)) + 1, rule)
    assert found.tier.tolist() == [levels[n] for n in range(len(net))]
    assert [one.times for one in found.tiers] == [
        sum(n + 1 for n in levels if levels[n] == level) for level in range(3)
    ]


def test_every_level_is_told_what_it_buys_next():
    """Tea is followed by coffee and coffee by tea; whoever bought tea last is expected to buy coffee."""
    rows_ = [
        line(buyer, day, 10_000 if buyer <= 10 else 100, "tea" if (day // 20 + buyer) % 2 else "coffee")
        for buyer in range(1, 61)
        for day in range(0, 200, 20)
    ]
    made_ = sales(*rows_)
    found = study_customers(made_, POLICY)
    for place, one in enumerate(found.tiers):
        last = [found.base.product[n] for n in range(len(found.base)) if found.customers.tier[n] == place]
        chances = Counter()
        for product in last:
            chances[int(found.following.product[product])] += found.following.chance[product]
        best, chance = max(chances.items(), key=lambda pair: (pair[1], -pair[0]))
        assert one.next_product == best
        assert one.next_share == pytest.approx(chance / len(last))
        assert called(made_, one.next_product) in {"tea", "coffee"}


def test_where_no_line_names_a_product_nothing_is_said_of_the_next():
    rows_ = [line(buyer, day, product=None) for buyer in range(1, 31) for day in range(0, 200, 20)]
    assert {one.next_product for one in study_customers(sales(*rows_), POLICY).tiers} == {NONE}
