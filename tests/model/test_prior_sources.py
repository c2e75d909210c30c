"""What the spreads of sessions and posts rest on, measured again on the shared example data."""

import csv
import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from model.fields import BadCell, number
from model.intake.lists.rosters import read_roster
from model.policy import load

DATA = Path(__file__).parents[2].parent / "shared/data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the shared example data is not at {DATA}")
POLICY = load()


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def within(groups: Iterable[list[float]], least: int) -> float:
    """Pooled standard deviation within groups of at least so many."""
    some = [(float(np.var(g, ddof=1)), len(g) - 1) for g in groups if len(g) >= least]
    return math.sqrt(np.average([v for v, _ in some], weights=[n for _, n in some]))


def test_plays_of_one_host_s_last_ten_videos() -> None:
    plays = defaultdict(list)
    for row in rows("rosters/xingtu_beauty_recent_videos.csv"):
        if row["播放量"] and float(row["播放量"]) > 0:
            plays[row["达人ID"]].append(math.log(float(row["播放量"])))
    spreads = [float(np.std(g, ddof=1)) for g in plays.values() if len(g) > 2]
    assert len(spreads) == 150
    assert round(float(np.median(spreads)), 1) == 0.8
    assert round(within(plays.values(), 3), 1) == 1.1


def test_sales_of_one_host_s_videos_of_one_product() -> None:
    seen, sales = set(), defaultdict(list)
    for row in rows("results/video_results_before_2026-01-20.csv"):
        key = (row["达人账号"], row["视频标题"][:40], row["发布时间"])
        try:
            sold = number(row["预估销量"])
        except BadCell:
            continue
        if key not in seen and sold:
            sales[row["达人账号"], row["商品ID"]].append(math.log(sold))
        seen.add(key)
    assert sum(len(g) > 1 for g in sales.values()) == 23
    spread = within(sales.values(), 2)
    assert round(spread, 2) == 0.99
    assert POLICY.shocks.post_sd == pytest.approx(spread, abs=0.05)


def test_reactions_to_one_live_seller_s_videos() -> None:
    pages = defaultdict(list)
    for row in rows("results/facebook_live_sellers_thailand.csv"):
        if row["status_type"] == "video" and float(row["num_reactions"]) > 0:
            day, time = row["status_published"].split()
            month, day, year = day.split("/")
            text = f"{month}/{day}/{int(year) % 100:02d} {time}"
            when = dt.datetime.strptime(text, "%m/%d/%y %H:%M")  # noqa: DTZ007
            pages[row["status_id"].split("_")[0]].append((when, math.log(float(row["num_reactions"]) + 1)))
    spreads = [around_median([v for _, v in sorted(p)]) for p in pages.values() if len(p) >= 20]
    assert len(spreads) == 8
    assert 0.5 < min(spreads) < 0.65
    assert 0.95 < max(spreads) < 1.1
    assert min(spreads) < POLICY.shocks.session_sd < float(np.median(spreads))


def around_median(logs: list[float]) -> float:
    """Spread around the running median of eleven: a page's growth is no chance."""
    values = np.array(logs)
    middle = np.median(np.lib.stride_tricks.sliding_window_view(values, 11), axis=1)
    return float((values[5:-5] - middle).std())


def test_views_of_hosts_of_one_size() -> None:
    """Around any power of followers views spread by about 2 in their logarithm; the middle lies half a variance below the mean."""
    hosts = [
        h for h in read_roster(DATA / "rosters/xingtu_beauty_160.csv").records if h.followers and h.views
    ]
    size, views = np.log([(h.followers, h.views) for h in hosts]).T
    rule = POLICY.estimates
    rest = views - math.log(rule.views_factor) - rule.views_exponent * size
    assert len(hosts) == 136
    assert float(rest.std()) == pytest.approx(rule.views_sd, abs=0.2)
    assert float(np.median(rest)) == pytest.approx(-(rule.views_sd**2) / 2, abs=0.3)
