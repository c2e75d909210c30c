"""The hierarchy against slow exact Gaussians, counts against integration, scales against a brute grid."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import multivariate_normal

from model.learning import hierarchy
from model.learning.hierarchy import Sample, Scales, Shared, solve
from model.learning.scales import peak, weighed
from model.learning.sites import of_counts, of_ratios, of_shares

KINDS = 3


def sample_of(n: int, seed: int = 0, hosts: int | None = None) -> tuple[Sample, Shared]:
    rng = np.random.default_rng(seed)
    who = np.sort(rng.integers(0, hosts or max(1, n // 3), n))
    _, host = np.unique(who, return_inverse=True)
    size = int(host.max()) + 1
    groups = rng.integers(1, 4, size)[host]
    columns = np.stack([np.zeros(n, int), groups, 4 + rng.integers(0, 3, n)], 1)
    sample = Sample(
        rng.normal(0.3, 1, n),
        rng.uniform(0.01, 0.5, n),
        rng.uniform(0.4, 0.9, n),
        host,
        columns,
        rng.uniform(0.4, 0.8, size),
        rng.uniform(0.0, 0.3, size),
    )
    variance = np.array([0.1, 0.05, 0.05, 0.05, 0.08, 0.08, 0.08])
    return sample, Shared(variance, np.array([False, True, True, True, False, False, False]), True)


def exact(sample: Sample, shared: Shared, scales: Scales) -> tuple[np.ndarray, np.ndarray, float]:
    """Mean and covariance of (effects, hosts) by conditioning one big normal, and the log density of the evidence."""
    n, k, h = len(sample.at), len(shared.variance), len(sample.own)
    variance = shared.variance * np.where(shared.scaled, scales.host**2, 1)
    between = (scales.host * sample.own) ** 2 + sample.extra**2
    prior = np.diag(np.concatenate([variance, between]))
    mean = -np.concatenate([variance, between]) / 2
    design = np.zeros((n, k + h))
    for i in range(n):
        design[i, sample.columns[i]] = 1
        design[i, k + sample.host[i]] = 1
    chance = (scales.session * sample.session) ** 2
    noise = np.diag(sample.noise + chance)
    whole = design @ prior @ design.T + noise
    expected = design @ mean - chance / 2
    gain = prior @ design.T @ np.linalg.inv(whole)
    log = float(multivariate_normal(expected, whole).logpdf(sample.at))
    return mean + gain @ (sample.at - expected), prior - gain @ design @ prior, log


@pytest.mark.parametrize("n", [1, 5, 50])
@pytest.mark.parametrize("dense", [True, False])
def test_the_hierarchy_is_the_exact_posterior(n: int, dense: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not dense:
        monkeypatch.setattr(hierarchy, "_DENSE", 0)
    for seed in range(5):
        sample, shared = sample_of(n, seed)
        scales = Scales(1.3, 0.8)
        mean, cov, log = exact(sample, shared, scales)
        got = solve(sample, shared, scales)
        k = len(shared.variance)
        assert got.log_likelihood == pytest.approx(log, abs=1e-8)
        effects = got.effects - got.variance / 2
        np.testing.assert_allclose(effects, mean[:k], atol=1e-9)
        np.testing.assert_allclose(got.covariance, cov[:k, :k], atol=1e-9)
        ties = got.left[:, None] * got.sums.toarray()
        host = got.pull - ties @ got.effects - got.between / 2
        np.testing.assert_allclose(host, mean[k:], atol=1e-9)
        spread = got.left + np.einsum("ij,jk,ik->i", ties, got.covariance, ties)
        np.testing.assert_allclose(spread, np.diag(cov)[k:], atol=1e-9)


@given(st.integers(0, 400), st.floats(0.5, 500), st.floats(-1, 1), st.floats(0.05, 2.5))
@settings(max_examples=60, deadline=None)
def test_a_count_says_what_integration_says(
    count: int, expected: float, mean: float, variance: float
) -> None:
    site = of_counts(*(np.array([float(v)]) for v in (count, expected, mean, variance)), math.inf)
    precision = 1 / variance + 1 / site.noise[0]
    middle = (mean / variance + site.at[0] / site.noise[0]) / precision

    def log(x: float) -> float:
        return count * x - expected * math.exp(x) - (x - mean) ** 2 / (2 * variance)

    far = [mean, math.log((count + 0.5) / expected)]
    grid = np.linspace(min(far) - 12 * math.sqrt(variance), max(far) + 12 * math.sqrt(variance), 4001)
    most = max(log(x) for x in grid)
    top = float(grid[int(np.argmax([log(x) for x in grid]))])
    ends = top - 9 / math.sqrt(precision), top + 9 / math.sqrt(precision)
    moments = [
        quad(lambda x, k=k: x**k * math.exp(log(x) - most), *ends, points=[top], limit=200)[0]
        for k in range(3)
    ]
    first, second = moments[1] / moments[0], moments[2] / moments[0]
    assert middle == pytest.approx(first, abs=0.02 * math.sqrt(second - first**2) + 1e-3)
    assert 1 / precision <= (second - first**2) * 1.03
    if abs(first - mean) < math.sqrt(variance):
        assert 1 / precision == pytest.approx(second - first**2, rel=0.03)


@given(st.integers(0, 10**6), st.floats(1e-6, 1e6), st.floats(0.05, 2.5), st.integers(1, 400))
@settings(max_examples=200, deadline=None)
def test_counts_point_no_further_than_they_are_and_none_moves_more_than_its_part(
    count: int, expected: float, variance: float, often: int
) -> None:
    """However far a count is from what was believed, and however often the same comes again."""
    mean = -variance / 2
    site = of_counts(*(np.array([float(v)]) for v in (count, expected, mean, variance)), 3.0)
    assert site.noise[0] > 0

    def believed(times: int) -> float:
        told = times / site.noise[0]
        return float((mean / variance + site.at[0] * told) / (1 / variance + told))

    assert abs(believed(1) - mean) <= 3 * math.sqrt(variance) + 1e-6
    known = math.log(max(count, 0.5) / expected)
    end = max(known, mean) + 0.7 if believed(1) > mean else min(known, mean) - 0.7 - 1 / max(count, 1)
    assert abs(believed(often) - mean) <= abs(end - mean) + 1e-6
    assert abs(believed(often) - mean) >= abs(believed(1) - mean) - 1e-9


def test_shares_and_ratios() -> None:
    share = of_shares(np.array([20.0]), np.array([100.0]), np.array([0.2]))
    assert share.at[0] == pytest.approx(0.0, abs=0.02)
    assert share.noise[0] == pytest.approx(1 / 20.5 + 1 / 80.5)
    ratio = of_ratios(np.array([200.0]), np.array([100.0]))
    assert math.exp(ratio.at[0]) == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize("n", [1, 5, 50])
def test_scales_are_integrated_out_as_on_a_brute_grid(n: int) -> None:
    sample, shared = sample_of(n, 3)
    sd = 0.35
    logs = np.linspace(-4 * sd, 4 * sd, 41)
    total, means = 0.0, np.zeros(len(sample.own))
    second = np.zeros(len(sample.own))
    for x in logs:
        for y in logs:
            got = solve(sample, shared, Scales(math.exp(x), math.exp(y)))
            weight = math.exp(got.log_likelihood - (x * x + y * y) / (2 * sd * sd))
            at = _hosts(got)
            total, means, second = (
                total + weight,
                means + weight * at,
                second + weight * (_spread(got) + at**2),
            )
    means, spread = means / total, np.sqrt(second / total - (means / total) ** 2)
    parts = weighed(sample, shared, peak(sample, shared, sd), sd)
    solved = [(one.weight, solve(sample, shared, one.scales)) for one in parts]
    mean = sum(w * _hosts(got) for w, got in solved)
    both = sum(w * (_spread(got) + _hosts(got) ** 2) for w, got in solved)
    np.testing.assert_allclose(mean, means, atol=0.02)
    np.testing.assert_allclose(np.sqrt(both - mean**2), spread, rtol=0.02)


def _hosts(got: hierarchy.Solved) -> np.ndarray:
    return got.pull - got.left * (got.sums.toarray() @ got.effects) - got.between / 2


def _spread(got: hierarchy.Solved) -> np.ndarray:
    ties = got.left[:, None] * got.sums.toarray()
    return got.left + np.einsum("ij,jk,ik->i", ties, got.covariance, ties)


def test_scales_are_found_where_results_are_many() -> None:
    rng = np.random.default_rng(5)
    host = np.repeat(np.arange(120), 6)
    own, session = 0.6, 0.7
    true = rng.normal(0, own * 1.4, 120)
    at = true[host] + rng.normal(0, session * 0.7, len(host))
    sample = Sample(
        at, np.full(len(host), 1e-3), np.full(len(host), session), host, np.zeros((len(host), 1), int),
        np.full(120, own), np.zeros(120),
    )  # fmt: skip
    top = peak(sample, Shared(np.array([0.05]), np.array([False]), False), 0.35)
    assert top.scales.host == pytest.approx(1.4, rel=0.15)
    assert top.scales.session == pytest.approx(0.7, rel=0.06)
    assert top.sd[1] < top.sd[0] < 0.1


def test_far_off_scales_are_found_too() -> None:
    rng = np.random.default_rng(6)
    host = np.repeat(np.arange(40), 4)
    at = rng.normal(0, 3.0, 40)[host] + rng.normal(0, 0.1, 160)
    sample = Sample(
        at,
        np.full(160, 1e-3),
        np.full(160, 0.7),
        host,
        np.zeros((160, 1), int),
        np.full(40, 0.6),
        np.zeros(40),
    )
    top = peak(sample, Shared(np.array([0.05]), np.array([False]), False), 0.35)
    assert top.scales.host > 2.5
    assert top.scales.session < 0.35
