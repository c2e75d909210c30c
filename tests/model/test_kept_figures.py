"""Figures beside hosts: taken by an import, kept in the project, believed by a plan."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from model.advice import advise, checked
from model.batches import LINES, Batch, BatchKind, Facts
from model.demo import demo_snapshot
from model.errors import Cancelled
from model.estimates import host_facts
from model.intake.importing import import_file, look_at, wanted_of
from model.intake.lists.extras import Extra, extras_of, figures_table, joined, kept_extras
from model.intake.lists.rosters import roster_rows
from model.intake.out.templates import write_rows
from model.policy import load
from model.records import Influencer, Kind
from model.store import Store

POLICY = load()
POSTS = ("达人ID", "视频ID", "发布时间戳", "标题字数", "播放量", "点赞数", "评论数", "分享数")
KEY = b"k" * 16


def posts(path: Path, hosts: int = 3) -> Path:
    rng = np.random.default_rng(1)
    rows = [
        (f"h{n}", f"{n}{k}", 1763374896, 20, 1000 + 50 * k + n, int(rng.integers(10, 60)), k, 1)
        for n in range(hosts)
        for k in range(6)
    ]
    write_rows(path, POSTS, rows)
    return path


def taken(path: Path) -> tuple[Batch, ...]:
    return import_file(path, wanted_of(look_at(path)), KEY).batches


def test_an_import_of_posts_keeps_what_reading_them_says(tmp_path: Path) -> None:
    path = posts(tmp_path / "作品.csv")
    (batch,) = taken(path)
    assert (batch.kind, batch.platform, batch.file) == (BatchKind.FIGURES, "douyin", "作品.csv")
    assert batch.facts == Facts(3, hosts=3)
    assert len(batch.digest) > 8
    assert kept_extras([batch]) == extras_of(roster_rows(path))
    assert extras_of(roster_rows(path))["h1"].posts == 6


def test_a_roster_without_such_figures_keeps_nothing(tmp_path: Path) -> None:
    write_rows(tmp_path / "a.csv", ("达人ID", "达人昵称", "平台", "粉丝数"), [("a", "甲", "抖音", 9000)])
    assert taken(tmp_path / "a.csv") == ()


def test_they_lie_in_the_project_and_are_read_apart_from_order_lines(tmp_path: Path) -> None:
    (batch,) = taken(posts(tmp_path / "作品.csv"))
    with Store.open(tmp_path / "shop.rmx", create=True) as store:
        id_ = store.writer("2026-11-27T12:00:00").write(batch)
        store.show_batches([id_])
        assert kept_extras(store.loader({BatchKind.FIGURES})().batches) == kept_extras([batch])
        assert store.loader(LINES)().batches == ()
        assert len(store.loader()().batches) == 1


def test_reading_stops_when_nobody_waits(tmp_path: Path) -> None:
    rows = roster_rows(posts(tmp_path / "作品.csv"))
    with pytest.raises(Cancelled):
        extras_of(rows, lambda: True)


def test_nothing_is_lost_between_table_and_figures() -> None:
    every = Extra(*(float(n) for n in range(len(Extra.__dataclass_fields__))))
    every = replace(every, posts=8)
    some = {"a": every, "b": Extra(gain=-3.0), "c": Extra()}
    batch = Batch(BatchKind.FIGURES, "", "", "", "", "", Facts(3), figures_table(some))
    assert kept_extras([batch]) == some
    assert joined(some, {"b": Extra(gain=1.0, gmv=2.0)})["b"] == Extra(gain=-3.0, gmv=2.0)


def test_a_plan_believes_the_posts() -> None:
    """One host's posts are all alike as bought ones are: less of his views are believed real, and his orders are fewer."""
    snapshot = demo_snapshot(POLICY)
    rng = np.random.default_rng(2)
    outside = [
        host for host in snapshot.influencers if host.kind is Kind.HOST and host.followers and host.views
    ]
    extras = {host.id: figured(host, rng) for host in outside}
    bad = outside[0].id
    extras[bad] = replace(extras[bad], view_spread=0.01, rate_spread=0.01, impossible=3.0)
    facts = [host_facts(host, POLICY) for host in snapshot.influencers]
    plain, known = (
        {one.influencer.id: one.real for one in checked(facts, snapshot.products, POLICY, beside)}
        for beside in (None, extras)
    )
    assert known[bad] is not None
    before = plain[bad]
    assert before is None or known[bad].value < before.value
    advice = advise(snapshot, load({"risk.draws": 200}), extras=extras)
    assert next(one for one in advice.ground.table.hosts if one.influencer.id == bad).real == known[bad]


def figured(host: Influencer, rng: np.random.Generator) -> Extra:
    spread = float(np.exp(rng.normal(-0.3, 0.3)))
    likes = float(host.views or 0) * 0.03
    return Extra(
        likes=likes, comments=likes / 10, posts=10, view_spread=spread, rate_spread=spread / 2,
        like_spread=spread, post_views=host.views, post_rate=host.engagement_rate,
    )  # fmt: skip
