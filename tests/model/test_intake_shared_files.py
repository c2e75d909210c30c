"""Real rosters, when they lie beside the project, come in whole and right."""

import csv
import json
from decimal import Decimal
from pathlib import Path
from statistics import median

import pytest

from model.fields import number
from model.intake.files.tables import read_table
from model.intake.lists.rosters import read_roster
from model.records import Form

DATA = Path(__file__).parents[2].parent / "shared/data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the shared example data is not at {DATA}")

QUOTES = {
    "1-20秒视频": "1-20秒视频报价",
    "20-60秒视频": "20-60秒视频报价",
    "60秒以上视频": "60秒以上视频报价",
}
TOP = {
    "Tiktok sep 2022": ("tiktok", 996, 4),
    "tiktok": ("tiktok", 987, 13),
    "Youtube sep-2022": ("youtube", 999, 48),
    "youtube": ("youtube", 998, 2),
    "instagram sep-2022": ("instagram", 983, 67),
    "instagram": ("instagram", 997, 3),
}


def plain_rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def float_of(text):
    return float(text) if text else None


def quotes_of(row):
    return {name: float(row[head]) for name, head in QUOTES.items() if row[head] and float(row[head])}


def test_the_xingtu_export_gives_every_host_with_its_figures_and_quotes():
    path = DATA / "rosters/xingtu_beauty_160.csv"
    taken = read_roster(path)
    assert (taken.layout, taken.rows, taken.set_aside, taken.problems) == ("xingtu", 160, 0, ())
    for host, row in zip(taken.records, plain_rows(path), strict=True):
        views = row["30天播放中位数"] or row["预估播放量"]
        assert (host.id, host.name, host.platform) == (row["达人ID"], row["达人昵称"], "douyin")
        assert (host.followers, host.views) == (int(row["粉丝数"]), float_of(views))
        assert host.engagement_rate == float_of(row["30天互动率"])
        assert host.category == next(iter(json.loads(row["内容标签"])), "")
        assert {o.name: o.slot_fee for o in host.offers} == quotes_of(row)
        assert all(o.form is Form.POST for o in host.offers)


def test_the_two_hosts_of_the_same_name_stay_two():
    hosts = read_roster(DATA / "rosters/xingtu_beauty_160.csv").records
    assert len({host.id for host in hosts if host.name == "美妆护肤"}) == 2


def test_the_dirty_workbook_gives_the_hosts_of_the_truth():
    taken = read_roster(DATA / "dirt/roster_merged_header_units.xlsx")
    truth = plain_rows(DATA / "dirt/truth_roster.csv")
    assert [(h.id, h.name) for h in taken.records] == [(r["达人ID"], r["达人昵称"]) for r in truth]
    assert [{o.name: o.slot_fee for o in h.offers} for h in taken.records] == [quotes_of(r) for r in truth]
    assert [h.engagement_rate for h in taken.records] == [float_of(r["30天互动率"]) for r in truth]
    assert [(p.code, p.row) for p in taken.problems] == [("total_row", 167)]


def test_the_dirty_workbook_gives_counts_right_to_the_last_digit_it_shows():
    path = DATA / "dirt/roster_merged_header_units.xlsx"
    hosts = {host.id: host for host in read_roster(path).records}
    table = read_table(path)
    shown = {
        row[table.header.index("达人ID")]: dict(zip(table.header, row, strict=True)) for row in table.rows
    }
    for row in plain_rows(DATA / "dirt/truth_roster.csv"):
        host, cells = hosts[row["达人ID"]], shown[row["达人ID"]]
        views = "30天播放中位数" if row["30天播放中位数"] else "预估播放量"
        assert close_enough(host.followers, row["粉丝数"], cells["粉丝数"])
        assert close_enough(host.views, row[views], cells[views])


def close_enough(value, truth, shown):
    """Equal, up to half of the last digit the cell shows (1.0万 for 10085)."""
    if not truth:
        return value is None
    digits = str(shown).rstrip("万wWkK").replace(",", "")
    unit = number(shown) / float(digits) if float(digits) else 1
    step = unit * 10 ** Decimal(digits).as_tuple().exponent
    return abs(value - float(truth)) <= step * 0.5001


@pytest.mark.parametrize("file", TOP)
def test_a_top_thousand_list_gives_each_account_once(file):
    platform, hosts, repeated = TOP[file]
    taken = read_roster(DATA / f"rosters/top1000_2022/social media influencers - {file}.csv")
    assert (len(taken.records), taken.set_aside) == (hosts, repeated)
    assert {p.code for p in taken.problems} == {"repeated_host"}
    assert len(taken.problems) == repeated
    assert all(h.platform == platform and h.id.startswith(platform + ":") for h in taken.records)
    assert all(h.followers and not h.offers and h.name for h in taken.records)


def test_the_plain_number_wins_over_the_short_one_of_the_same_heading():
    hosts = read_roster(DATA / "rosters/top1000_2022/social media influencers - Tiktok sep 2022.csv").records
    first = hosts[0]
    assert (first.id, first.name, first.followers, first.views) == (
        "tiktok:jypestraykids",
        "Stray Kids",
        13_800_000,
        6_400_000,
    )


def test_posts_are_put_together_into_hosts_by_their_medians():
    path = DATA / "rosters/xingtu_beauty_recent_videos.csv"
    taken = read_roster(path)
    posts = {}
    for row in plain_rows(path):
        posts.setdefault(row["达人ID"], []).append(
            [int(row[k]) for k in ("播放量", "点赞数", "评论数", "分享数")]
        )
    assert (taken.layout, taken.rows, taken.set_aside) == ("xingtu_posts", 1450, 0)
    assert [host.id for host in taken.records] == list(posts)
    for host in taken.records:
        mine = posts[host.id]
        rates = [sum(rest) / plays for plays, *rest in mine if plays]
        assert host.views == median(post[0] for post in mine)
        assert host.engagement_rate == (pytest.approx(median(rates)) if rates else None)
