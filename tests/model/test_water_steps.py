"""The check of hosts tells how far it is and can be stopped; kinds of rows are summed up as if they were written out."""

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.authenticity.audit import audit
from model.authenticity.fee import fair_fees
from model.authenticity.kinds import Rows
from model.authenticity.roster import check_roster
from model.errors import Cancelled
from model.policy import load
from model.records import Form, Influencer, Kind, Offer, Snapshot

POLICY = load()


def roster(count: int, kinds: int) -> tuple[Influencer, ...]:
    rng = np.random.default_rng(3)
    sizes = np.exp(rng.normal(11, 1, count)).astype(int)
    return tuple(
        Influencer(f"h{n}", f"h{n}", "douyin", Kind.HOST, int(size), views=int(size) // 9, category=f"类目{n % kinds}", offers=(Offer(f"形式{n % (kinds + 1)}", round(0.1 * float(size)), form=Form.POST),))
        for n, size in enumerate(sizes)
    )  # fmt: skip


def written_out(rows: Rows) -> np.ndarray:
    parts = [rows.plain]
    for codes, count in zip(rows.codes, rows.counts, strict=True):
        parts.append((codes[:, None] == np.arange(count)).astype(float))
    return np.hstack(parts)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 30), st.lists(st.integers(0, 5), max_size=3))
def test_kinds_are_summed_up_as_if_written_out(seed: int, count: int, kinds: list[int]) -> None:
    rng = np.random.default_rng(seed)
    codes = tuple(rng.integers(-1, kind, count) for kind in kinds)
    rows = Rows(rng.normal(size=(count, 4)), codes, tuple(kinds))
    x, weight, line = written_out(rows), rng.uniform(0, 2, count), rng.normal(size=rows.width)
    assert x.shape[1] == rows.width
    np.testing.assert_allclose(rows.dot(line), x @ line, atol=1e-12)
    np.testing.assert_allclose(rows.sums(weight), x.T @ weight, atol=1e-12)
    np.testing.assert_allclose(rows.products(weight), (x.T * weight) @ x, atol=1e-12)
    some = np.flatnonzero(weight > 1)
    np.testing.assert_allclose(rows.take(some).dot(line), x[some] @ line, atol=1e-12)


def test_many_kinds_make_no_roster_slow() -> None:
    """180 kinds cost no more than ten times what two do: they cost fifty times that when they were written out."""

    def spent(kinds: int) -> float:
        check = check_roster(roster(4000, kinds), POLICY)
        began = time.process_time()
        fair_fees(check, POLICY)
        return time.process_time() - began

    assert min(spent(60) for _ in range(2)) < 10 * min(spent(1) for _ in range(2))


def test_the_check_tells_how_far_it_is_and_says_the_same_watched_or_not() -> None:
    told: list[tuple[str, float]] = []
    snapshot = Snapshot((), roster(900, 7))
    found = audit(snapshot, POLICY, {}, progress=lambda code, share: told.append((code, share)))
    assert {code for code, _ in told} == {"checking_hosts"}
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    for low, high in ((0.0, 0.3), (0.3, 0.6), (0.6, 0.99)):
        assert any(low < share < high for share in shares)
    assert found.fees.rows == audit(snapshot, POLICY, {}).fees.rows


@pytest.mark.parametrize("hosts", [(), roster(1, 1), roster(40, 3)])
def test_the_check_can_be_stopped_at_every_step(hosts: tuple[Influencer, ...]) -> None:
    snapshot = replace(Snapshot(), influencers=hosts)
    asked: list[None] = []
    audit(snapshot, POLICY, {}, cancelled=lambda: asked.append(None) is not None)
    assert len(asked) >= 3
    for last in {0, len(asked) // 2, len(asked) - 1}:
        left = [False] * last
        with pytest.raises(Cancelled):
            audit(snapshot, POLICY, {}, cancelled=lambda left=left: left.pop() if left else True)
