"""Figures of hosts against their peers: robust lines, weights of signs, and what is believed in the end."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, optimize, stats

from model.authenticity.odds import believe, kind_weight, shift_weight, sign_weight
from model.authenticity.peers import against, curve
from model.authenticity.robust import HUBER, huber_line, medians
from model.authenticity.roster import HostCheck, RosterCheck, Verdict, check_roster
from model.authenticity.untold import untold
from model.intake.lists.extras import Extra, extras_of, joined
from model.intake.lists.rosters import read_roster, roster_rows
from model.policy import load
from model.records import Audience, Influencer, Kind, Offer, Product

POLICY = load()
RULE = POLICY.water


def market(count: int, seed: int = 1, platform: str = "douyin") -> list[Influencer]:
    """Hosts whose views and reactions follow followers with scatter."""
    rng = np.random.default_rng(seed)
    followers = np.exp(rng.normal(11, 1.2, count)).round() + 100
    views = 3 * followers**0.75 * np.exp(rng.normal(0, 0.6, count))
    rates = 0.03 * np.exp(rng.normal(0, 0.4, count))
    return [
        Influencer(f"h{n}", f"h{n}", platform, Kind.HOST, int(f), float(v), float(r), "美妆护肤")
        for n, (f, v, r) in enumerate(zip(followers, views, rates, strict=True))
    ]


def checked(hosts: Sequence[Influencer], extras: dict[str, Extra] | None = None) -> RosterCheck:
    return check_roster(hosts, POLICY, extras or {})


# ── robust lines ──


def test_the_robust_line_is_the_minimum_of_hubers_loss() -> None:
    rng = np.random.default_rng(3)
    x = rng.normal(0, 2, 80)
    y = 1 + 0.7 * x + rng.standard_t(2, 80)
    line = huber_line(x, y, 0.0, 1e6)

    def loss(heights: Sequence[float]) -> float:
        rest = np.abs(y - heights[0] - heights[1] * x) / line.spread
        return float(np.where(rest <= HUBER, rest**2 / 2, HUBER * rest - HUBER**2 / 2).sum())

    best = optimize.minimize(
        loss, [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-10}
    ).x
    assert line.at(np.array([0.0]))[0] == pytest.approx(best[0], abs=1e-4)
    assert line.slope == pytest.approx(best[1], abs=1e-4)


def test_a_tenth_of_wild_figures_hardly_moves_the_line() -> None:
    x = np.linspace(0, 10, 100)
    y = 2 + 0.5 * x + 0.1 * np.sin(17 * x)
    y[::10] += 40
    assert huber_line(x, y, 0.5, 1.0).slope == pytest.approx(0.5, abs=0.02)


def test_one_size_keeps_the_prior_slope() -> None:
    line = huber_line(np.full(5, 3.0), np.arange(5.0), 0.75, 0.2)
    assert line.slope == pytest.approx(0.75)
    assert line.at(np.array([3.0]))[0] == pytest.approx(2.0)


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(-5, 5)), min_size=1, max_size=60))
def test_medians_of_cells_are_those_of_their_values(pairs: list[tuple[int, float]]) -> None:
    found, counts = medians(np.array([v for _, v in pairs]), np.array([c for c, _ in pairs]), 5)
    for cell in range(5):
        values = [v for c, v in pairs if c == cell]
        assert counts[cell] == len(values)
        assert found[cell] == pytest.approx(median(values) if values else 0.0)


# ── weights ──


@pytest.mark.parametrize(("rest", "spread"), [(0.0, 0.8), (-1.0, 0.8), (-2.5, 1.2), (0.5, 0.6)])
def test_a_figure_below_weighs_the_ratio_of_its_likelihoods(rest: float, spread: float) -> None:
    """Beside the integral over the water prior Beta(4, 6), by quadrature."""

    def padded(water: float) -> float:
        return float(stats.norm.pdf(rest, math.log1p(-water), spread) * stats.beta.pdf(water, 4, 6))

    top = integrate.quad(padded, 0, 1)[0]
    expected = math.log(top / stats.norm.pdf(rest, 0, spread))
    assert shift_weight(np.array([rest]), np.array([spread]), RULE)[0] == pytest.approx(expected, abs=0.02)


@given(st.floats(-4, 4), st.floats(0.3, 2), st.floats(0, 0.5), st.floats(0, 0.5))
def test_a_kind_of_padding_weighs_as_many_hosts_as_have_it(
    rest: float, spread: float, down: float, up: float
) -> None:
    at, by = np.array([rest]), np.array([spread])
    found = kind_weight(at, by, down, up, RULE)[0]
    seen = rest if up > 0 else min(rest, 0.0)
    plain = _ratio(seen, spread) * down + _ratio(-seen, spread) * up + 1 - down - up
    assert found == pytest.approx(math.log(max(plain, 1e-6)), abs=0.03)
    assert found >= math.log(max(1 - down - up, 1e-6)) - 1e-9


def _ratio(rest: float, spread: float) -> float:
    ranks = (np.arange(24) + 0.5) / 24
    drop = np.log1p(-stats.beta.ppf(ranks, 4, 6))
    return float(np.mean(stats.norm.pdf(rest, drop, spread) / stats.norm.pdf(rest, 0, spread)))


def test_a_sign_by_hand() -> None:
    """At 3 deviations: honest .95 phi(3) + .05 phi(3/5)/5 = .010876; shown phi(-1/2)/2 = .176033."""
    honest = 0.95 * 0.00443185 + 0.05 * 0.333225 / 5
    expected = math.log(1 + 0.3 * (0.176033 / honest - 1))
    assert sign_weight(np.array([3.0]), 0.3, RULE)[0] == pytest.approx(expected, abs=1e-4)


@given(st.floats(-8, 8), st.floats(0, 3), st.floats(0.2, 3))
def test_the_further_off_the_heavier(rest: float, more: float, spread: float) -> None:
    lower, upper = shift_weight(np.array([rest - more, rest]), np.full(2, spread), RULE)
    assert lower >= upper - 1e-12
    near, far = sign_weight(np.array([rest, rest + more]), 0.3, RULE)
    assert far >= near - 1e-9 or rest < 0  # below the middle the ratio may rise a little again


def test_without_evidence_the_prior_stands() -> None:
    """Half padded by .4, half with .05 of dead followers: 1 - .2 - .025 = .775."""
    found = believe(np.zeros(1), np.array([np.nan]), RULE)
    assert found.padded[0] == pytest.approx(0.5)
    assert found.value[0] == pytest.approx(0.775)


@pytest.mark.parametrize(("total", "implied"), [(0.0, np.nan), (4.0, 0.5), (-3.0, 0.0), (1.0, 0.8)])
def test_the_range_is_that_of_the_mixture(total: float, implied: float) -> None:
    found = believe(np.array([total]), np.array([implied]), RULE)
    weight = 0.0 if np.isnan(implied) else 7.0
    share = 0.0 if np.isnan(implied) else implied
    bad, good = stats.beta(4 + weight * share, 6 + weight * (1 - share)), stats.beta(1, 19)
    odds = float(found.padded[0])

    def up_to(water: float) -> float:
        return odds * float(bad.cdf(water)) + (1 - odds) * float(good.cdf(water))

    for rank, shown in ((0.9, found.low[0]), (0.1, found.high[0])):
        assert 1 - optimize.brentq(lambda w, r=rank: up_to(w) - r, 0, 1) == pytest.approx(shown, abs=0.006)
    assert found.value[0] == pytest.approx(1 - odds * bad.mean() - (1 - odds) * good.mean())


@given(st.floats(-8, 8), st.floats(0, 3), st.floats(0, 0.9), st.floats(0, 0.1))
def test_more_evidence_and_more_water_never_make_a_host_more_authentic(
    total: float, more: float, implied: float, water: float
) -> None:
    found = believe(np.array([total, total + more]), np.array([implied, implied + water]), RULE)
    assert found.value[1] <= found.value[0] + 1e-9
    assert found.low[1] <= found.low[0] + 0.002
    assert (found.low <= found.value).all()
    assert (found.value <= found.high).all()


def test_ranges_read_from_a_table_are_those_of_single_hosts() -> None:
    rng = np.random.default_rng(0)
    total, implied = rng.normal(0, 3, 6000), np.where(rng.random(6000) < 0.2, np.nan, rng.random(6000))
    many = believe(total, implied, RULE)
    few = believe(total[:400], implied[:400], RULE)
    for read, exact in ((many.low[:400], few.low), (many.high[:400], few.high)):
        off = np.abs(read - exact)
        assert off.max() < 0.02  # where a tenth of the odds decides, the range leaps
        assert np.quantile(off, 0.99) < 0.003
    assert (many.low <= many.value).all()


# ── peers ──


def slow_curve(category: list[int], x: list[float], y: list[float], at: int) -> tuple[float, float]:
    """Height and spread of the usual curve at one host, said the long way for a single platform."""
    k = RULE.group_hosts
    line = huber_line(np.array(x), np.array(y), 0.75, RULE.slope_sd, True)
    bands = max(1, min(int(RULE.bands), len(x) // int(RULE.band_hosts)))
    nodes = [float(np.quantile(x, (b + 0.5) / bands)) for b in range(bands)]
    near = [min(range(bands), key=lambda b: (abs(one - nodes[b]), b)) for one in x]

    def lean(keys: list[object], rest: list[float]) -> dict[object, float]:
        groups = {key: [r for key_, r in zip(keys, rest, strict=True) if key_ == key] for key in keys}
        return {key: median(of) * len(of) / (len(of) + k) for key, of in groups.items()}

    rest = [b - float(line.at(np.array([a]))[0]) for a, b in zip(x, y, strict=True)]
    size = lean(list(near), rest)
    rest = [r - size[b] for r, b in zip(rest, near, strict=True)]
    kind = lean(list(category), rest)
    rest = [r - kind[c] for r, c in zip(rest, category, strict=True)]
    cells = list(zip(category, near, strict=True))
    both = lean(list(cells), rest)
    rest = [r - both[c] for r, c in zip(rest, cells, strict=True)]
    own = category[at]
    heights = []
    for band in range(bands):
        level = (
            float(line.at(np.array([nodes[band]]))[0])
            + size.get(band, 0.0)
            + kind[own]
            + both.get((own, band), 0.0)
        )
        heights.append(max([level, *heights]))
    inside = min(max(x[at], nodes[0]), nodes[-1])
    height = float(np.interp(inside, nodes, heights)) + line.slope * (x[at] - inside)
    whole = 1.4826 * median(abs(r - median(rest)) for r in rest)
    platform = math.sqrt(
        (len(x) * whole**2 + RULE.spread_hosts * RULE.spread**2) / (len(x) + RULE.spread_hosts)
    )
    of = [r for r, c in zip(rest, category, strict=True) if c == own]
    mad = max(1.4826 * median(abs(r - median(of)) for r in of), 0.3 * platform)
    weight = len(of) / (len(of) + k)
    return height, math.exp(weight * math.log(mad) + (1 - weight) * math.log(platform))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(13, 90))
def test_the_usual_curve_agrees_with_one_said_the_long_way(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    x, category = rng.normal(10, 2, count), rng.integers(0, 4, count)
    y = 0.75 * x + 0.3 * category + rng.standard_t(3, count)
    platform = np.zeros(count, np.int64)
    shape = curve(platform, category, x, y, RULE, 0.75, rising=True)
    usual, spread = shape.expected(platform, category, x)
    for at in range(0, count, 7):
        height, wide = slow_curve(category.tolist(), x.tolist(), y.tolist(), at)
        assert usual[at] == pytest.approx(height, abs=1e-7)
        assert spread[at] == pytest.approx(wide, abs=1e-7)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(12, 200))
def test_a_curve_that_must_rise_never_falls(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.normal(10, 2, count), rng.standard_t(2, count)
    none = np.zeros(count, np.int64)
    shape = curve(none, none, x, y, RULE, 0.75, rising=True)
    places = np.linspace(0, 20, 200)
    usual, _ = shape.expected(np.zeros(200, np.int64), np.zeros(200, np.int64), places)
    assert (np.diff(usual) >= -1e-12).all()


def test_a_host_is_compared_with_the_narrowest_group_that_is_large_enough() -> None:
    x = np.linspace(5, 15, 60)
    category = np.array([0] * 52 + [1] * 8)
    platform = np.zeros(60, np.int64)
    y = 0.75 * x
    found = against(curve(platform, category, x, y, RULE), platform, category, x, y, RULE)
    assert (found.level[0], found.peers[0]) == (2, 20)
    assert (found.level[59], found.peers[59]) == (1, 20)


# ── whole rosters ──


@settings(max_examples=15, deadline=None)
@given(st.floats(0.2, 50), st.floats(0.2, 50), st.integers(0, 50))
def test_scaling_all_hosts_changes_nothing(views: float, followers: float, seed: int) -> None:
    hosts = [replace(host, followers=(host.followers or 0) * 1000) for host in market(60, seed)]
    hosts = [replace(host, views=(host.views or 0) * 1000) for host in hosts]
    scaled = [
        replace(host, followers=round((host.followers or 0) * followers), views=(host.views or 0) * views)
        for host in hosts
    ]
    before, after = checked(hosts).belief, checked(scaled).belief
    np.testing.assert_allclose(after.padded, before.padded, atol=2e-3)
    np.testing.assert_allclose(after.value, before.value, atol=2e-3)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 299), st.floats(1.0, 30.0))
def test_more_followers_with_the_same_views_never_raise_authenticity(place: int, times: float) -> None:
    hosts = market(300)
    before = checked(hosts).belief.value[place]
    hosts[place] = replace(hosts[place], followers=round((hosts[place].followers or 0) * times))
    assert checked(hosts).belief.value[place] <= before + 0.004  # the host is one of his own peers


def test_the_order_of_hosts_does_not_matter() -> None:
    hosts = market(80)
    there = checked(hosts).belief.value
    back = checked(hosts[::-1]).belief.value[::-1]
    np.testing.assert_allclose(there, back, atol=1e-12)


def one(host: Influencer, extras: dict[str, Extra] | None = None, count: int = 120) -> HostCheck:
    found = checked([*market(count), host], extras)
    return found.host(count)


def test_a_host_far_below_his_peers_is_called_padded_with_every_reason() -> None:
    found = one(Influencer("x", "x", "douyin", Kind.HOST, 2_000_000, 900.0, 0.002, "美妆护肤"))
    assert found.verdict is Verdict.PADDED
    views = next(piece for piece in found.evidence if piece.code == "views")
    assert views.side == "low"
    assert views.value == pytest.approx(900)
    assert views.peers is not None
    assert views.value < views.peers.low < views.peers.value < views.peers.high
    assert 0 < views.weight <= RULE.cap
    assert found.authenticity.low < found.authenticity.value < found.authenticity.high < 0.8


def test_a_host_without_any_sign_is_clean_and_high_figures_alone_are_not_enough() -> None:
    """Views can be bought: who is above his peers is no cleaner for it than who is among them."""
    high = Influencer("x", "x", "douyin", Kind.HOST, 60_000, 40_000.0, 0.03, "美妆护肤")
    assert one(high).verdict is Verdict.UNKNOWN
    higher = one(replace(high, views=400_000.0))
    assert higher.authenticity.value <= one(high).authenticity.value + 0.001
    rng = np.random.default_rng(0)
    names = [*(f"h{n}" for n in range(120)), "x"]
    extras = {
        name: Extra(
            likes=900.0,
            comments=50 * e[0],
            shares=40 * e[1],
            saves=60 * e[2],
            posts=10,
            view_spread=e[3],
            rate_spread=0.4 * e[4],
            like_spread=e[3] * e[5],
        )
        for name, e in zip(names, np.exp(rng.normal(0, 0.3, (121, 6))).tolist(), strict=True)
    }
    extras["x"] = Extra(
        likes=900.0,
        comments=50.0,
        shares=40.0,
        saves=60.0,
        posts=10,
        view_spread=1.0,
        rate_spread=0.4,
        like_spread=1.0,
    )
    found = one(high, extras)
    assert found.verdict is Verdict.CLEAN
    assert found.authenticity.value > 0.85


@pytest.mark.parametrize("known", [{}, {"followers": 100_000}, {"followers": 100_000, "views": 50_000.0}])
def test_thin_data_are_unknown_and_never_clean(known: dict[str, float]) -> None:
    found = one(Influencer("x", "x", "douyin", **known))  # type: ignore[arg-type]
    assert found.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("count", [0, 1, 5, 11])
def test_a_roster_with_few_hosts_tells_nothing(count: int) -> None:
    found = checked(market(count))
    assert found.counts()[Verdict.UNKNOWN] == count
    assert found.belief.value.tolist() == pytest.approx([0.775] * count)


def test_peers_of_another_platform_do_not_count() -> None:
    alone = [*market(100), *market(3, 2, "kuaishou")]
    found = checked(alone)
    assert not found.host(101).evidence
    assert found.host(3).evidence


def test_own_people_are_neither_judged_nor_peers() -> None:
    hosts = market(100)
    own = [replace(host, kind=Kind.STAFF, views=1.0) for host in hosts[:40]]
    found = checked([*hosts, *own])
    np.testing.assert_allclose(found.belief.value[:100], checked(hosts).belief.value)
    assert found.host(100).verdict is Verdict.UNKNOWN


def auc(score: np.ndarray, positive: np.ndarray) -> float:
    ranks = stats.rankdata(score)
    few, rest = positive.sum(), (~positive).sum()
    return float((ranks[positive].sum() - few * (few + 1) / 2) / (few * rest))


def test_padded_hosts_are_told_from_honest_ones() -> None:
    """Half of a market of 2,000 buys followers by Beta(4, 6) and reactions stay behind."""
    rng = np.random.default_rng(5)
    hosts = market(2000, 9)
    padded = rng.random(2000) < 0.5
    water = rng.beta(4, 6, 2000)
    hosts = [
        replace(host, followers=round((host.followers or 0) / (1 - w))) if bad else host
        for host, bad, w in zip(hosts, padded.tolist(), water.tolist(), strict=True)
    ]
    truth = [math.log(host.views or 1) - 0.75 * math.log(host.followers or 1) for host in hosts]
    found, best = auc(checked(hosts).belief.padded, padded), auc(-np.array(truth), padded)
    assert (
        best > 0.62
    )  # by chance alone views differ more than padding moves them: even who knows the market is often wrong
    assert (
        found > best - 0.1
    )  # figures that can be bought clear nobody, which costs some of what could be told
    whole = checked(hosts)
    called = np.array([whole.host(n).verdict is Verdict.PADDED for n in range(len(hosts))])
    assert called[~padded].mean() < 0.03
    assert called[padded].mean() > called[~padded].mean()


def test_an_audience_far_from_every_product_counts_a_little() -> None:
    product = Product("x", 10, audience=Audience("female", ("18-23",)))
    hosts = [replace(host, audience=Audience("male")) for host in market(30)]
    found = check_roster(hosts, POLICY, {}, [product]).host(0)
    far = next(piece for piece in found.evidence if piece.code == "audience")
    assert far.value == 1
    assert far.peers is None
    assert far.weight == pytest.approx(math.log(1.1))


def test_a_fee_far_above_that_of_like_reach_counts_little_and_carries_no_verdict() -> None:
    hosts = [replace(host, offers=(Offer("a", (host.views or 0) * 0.1),)) for host in market(60)]
    hosts[0] = replace(hosts[0], offers=(Offer("a", (hosts[0].views or 0) * 5),))
    fee = next(piece for piece in checked(hosts).host(0).evidence if piece.code == "fee")
    assert fee.side == "high"
    assert fee.weight == RULE.weak_cap
    bare = [replace(host, followers=None, engagement_rate=None) for host in hosts]
    assert checked(bare).host(0).verdict is Verdict.UNKNOWN


# ── figures beside the record ──

POSTS = "达人ID,视频ID,发布时间戳,标题字数,播放量,点赞数,评论数,分享数"


def posts_file(folder: Path) -> Path:
    """Thirty hosts with ten posts each that vary; one whose posts are all alike, one with bought likes."""
    rng = np.random.default_rng(2)
    lines = [POSTS]
    for host in range(32):
        base = np.exp(rng.normal(9, 1))
        for post in range(10):
            views = base * np.exp(rng.normal(0, 0.9))
            likes = views * 0.03 * np.exp(rng.normal(0, 0.4))
            comments, shares = likes * 0.06 * np.exp(rng.normal(0, 0.5)), likes * 0.05
            if host == 30:
                views, likes = 20_000 + post, 400
            if host == 29 and post < 2:
                likes = views * 1.7
            if host == 31:
                likes, comments, shares = views * 0.4, 1, 0
            lines.append(
                f"70000000000000000{host:02d},9{host:02d}{post},1763374896,20,{views:.0f},{likes:.0f},{comments:.0f},{shares:.0f}"
            )
    path = folder / "posts.csv"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_lists_of_posts_reach_the_check(tmp_path: Path) -> None:
    path = posts_file(tmp_path)
    hosts, extras = read_roster(path).records, extras_of(roster_rows(path))
    assert extras.keys() == {host.id for host in hosts}
    found = checked(hosts, extras)
    even, bought = found.host(30), found.host(31)
    weights = {piece.code: piece.weight for piece in even.evidence}
    assert weights["view_spread"] == RULE.cap
    assert weights["rate_spread"] == RULE.cap
    assert even.verdict in (Verdict.DOUBTFUL, Verdict.PADDED)
    heavy = {piece.code for piece in bought.evidence if piece.weight > 1}
    assert {"reactions", "comments", "shares"} <= heavy
    assert bought.verdict in (Verdict.DOUBTFUL, Verdict.PADDED)
    assert sum(found.host(n).verdict is Verdict.PADDED for n in range(29)) == 0
    odd = next(piece for piece in found.host(29).evidence if piece.code == "impossible")
    assert (odd.value, odd.peers, odd.weight) == (2, None, RULE.cap)
    assert not any(piece.code == "impossible" for n in range(29) for piece in found.host(n).evidence)


def test_views_told_far_above_those_of_the_posts_count_and_the_posts_are_believed() -> None:
    rng = np.random.default_rng(1)
    hosts = market(40)
    extras = {
        h.id: Extra(posts=10, post_views=(h.views or 0) * float(np.exp(rng.normal(0, 0.3)))) for h in hosts
    }
    extras["h0"] = Extra(posts=10, post_views=(hosts[0].views or 0) / 40)
    extras["h1"] = Extra(posts=2, post_views=1.0)
    extras["h2"] = Extra(posts=10, post_views=hosts[2].views)
    found = checked(hosts, extras)
    told = [{piece.code: piece for piece in found.host(n).evidence} for n in range(3)]
    assert told[0]["told_views"].weight == RULE.cap
    assert told[0]["told_views"].value == pytest.approx(40)
    assert told[0]["views"].value == pytest.approx((hosts[0].views or 0) / 40)
    assert "told_views" not in told[1]
    assert told[1]["views"].value == pytest.approx(hosts[1].views)
    assert "told_views" not in told[2]


def test_likes_that_stay_the_same_whatever_the_views_count() -> None:
    rng = np.random.default_rng(1)
    hosts = market(40)
    extras = {
        h.id: Extra(posts=10, view_spread=(v := float(rng.uniform(0.5, 1.5))), like_spread=v * 0.9)
        for h in hosts
    }
    extras["h0"] = Extra(posts=10, view_spread=1.2, like_spread=0.1)
    pieces = {piece.code: piece for piece in checked(hosts, extras).host(0).evidence}
    assert pieces["like_spread"].side == "low"
    assert pieces["like_spread"].weight == RULE.cap


def test_figures_as_usual_clear_nobody_by_themselves() -> None:
    """Who pads his followers leaves his posts as they are."""
    rng = np.random.default_rng(1)
    hosts = [replace(host, followers=None, views=None, engagement_rate=None) for host in market(60)]
    extras = {
        h.id: Extra(
            likes=500.0,
            comments=float(rng.integers(20, 40)),
            shares=float(rng.integers(20, 40)),
            saves=float(rng.integers(20, 40)),
        )
        for h in hosts
    }
    found = checked(hosts, extras)
    assert found.counts()[Verdict.CLEAN] == 0


def test_figures_of_a_roster_are_read_beside_the_records(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(
        "达人ID,达人昵称,粉丝数,15天粉丝增量,30天播放中位数,30天GPM区间,20-60秒视频报价\n"
        "7000000000000000001,甲,10万,1200,5000,400-1000,3000\n7000000000000000002,乙,20万,-30,,>3000,\n",
        "utf-8",
    )
    found = extras_of(roster_rows(path))
    assert found["7000000000000000001"].gain == 1200
    assert found["7000000000000000001"].gpm == pytest.approx(math.sqrt(400 * 1000))
    assert found["7000000000000000002"].gpm == 3000
    assert found["7000000000000000002"].gain == -30


def test_a_jump_of_followers_counts_and_an_impossible_one_does_not() -> None:
    hosts = market(60)
    rng = np.random.default_rng(0)
    extras = {h.id: Extra(gain=float(np.exp(rng.normal(5, 0.8)))) for h in hosts}
    extras["h0"] = Extra(gain=(hosts[0].followers or 0) * 0.5)
    extras["h1"] = Extra(gain=(hosts[1].followers or 0) * 3.0)
    extras["h2"] = Extra(gain=-20.0)
    found = checked(hosts, extras)
    gains = [next((p for p in found.host(n).evidence if p.code == "gain"), None) for n in range(3)]
    assert gains[0] is not None
    assert gains[0].weight == RULE.cap
    assert gains[1] is None
    assert gains[2] is not None
    assert gains[2].value == -20
    assert gains[2].weight < 0


def test_two_files_of_one_host_add_to_each_other() -> None:
    both = joined(
        {"a": Extra(gain=5, likes=1)}, {"a": Extra(likes=9, posts=10, view_spread=0.5), "b": Extra()}
    )
    assert both == {"a": Extra(gain=5, likes=9, posts=10, view_spread=0.5), "b": Extra()}


def test_what_keeps_hosts_untold_is_counted() -> None:
    bare = [Influencer(f"b{n}", f"b{n}", "douyin", Kind.HOST, 5000 + n) for n in range(7)]
    own = Influencer("own", "own", "douyin", Kind.OWN_ROOM, 5000)
    told = market(60)
    found = untold(checked([*told, *bare, own]), RULE)
    unknown = [n for n in range(60) if checked([*told, *bare, own]).verdict(n) is Verdict.UNKNOWN]
    assert found.of == 67, "own people are not checked"
    assert found.hosts == 7 + len(unknown)
    assert found.missing == (("posts", found.hosts), ("engagement_rate", 7), ("views", 7))
    full = Extra(posts=RULE.least_posts, post_views=4000.0, post_rate=0.05)
    after = untold(checked([*told, *bare, own], {one.id: full for one in bare}), RULE)
    assert dict(after.missing).get("engagement_rate", 0) == 0
    assert dict(after.missing).get("posts", 0) <= len(unknown) + 7
