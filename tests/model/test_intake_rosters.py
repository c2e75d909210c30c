"""Rosters of every shape become hosts with offers; what cannot be used is told with its place."""

import math
from dataclasses import replace

import pytest
import xlsxwriter

from model.errors import InputError
from model.intake.hosts import overlay
from model.intake.layouts import best_layout, layouts, template_layout
from model.intake.rosters import read_roster
from model.records import Audience, Form, Influencer, Kind, Offer

HEAD = (
    "达人ID,达人昵称,平台,类型,粉丝数,场均观看,互动率,类目,客单价,"
    "合作方式,坑位费,佣金率,保量,可约场次,形式,调性,人群,机构"
)
ENGLISH = (
    "id,name,platform,kind,followers,views,engagement_rate,category,price_band,"
    "offer,slot_fee,commission,guarantee,sessions,form,tone,audience,mcn"
)
FULL = "001,小美,抖音,店播,1.2万,8000,3.5%,美妆,50-200,专场,3000,20%,2,3,短视频,专业、温暖,女 24-30,甲机构"


@pytest.fixture
def roster(tmp_path):
    def read(*lines):
        path = tmp_path / "名单.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return read_roster(path)

    return read


def marks(taken):
    return [(p.code, p.row, p.column) for p in taken.problems]


@pytest.mark.parametrize("head", [HEAD, ENGLISH])
def test_our_template_is_read_in_either_language(roster, head):
    (host,) = roster(head, FULL).records
    assert (host.id, host.name, host.platform, host.kind) == ("001", "小美", "douyin", Kind.OWN_ROOM)
    assert (host.followers, host.views, host.engagement_rate) == (12000, 8000.0, 0.035)
    assert (host.category, host.price_band, host.tone) == ("美妆", (50.0, 200.0), ("专业", "温暖"))
    assert (host.audience, host.mcn) == (Audience("female", ("24-30",)), "甲机构")
    (offer,) = host.offers
    assert (offer.name, offer.slot_fee, offer.commission, offer.guarantee) == ("专场", 3000.0, 0.2, 2.0)
    assert (offer.sessions, offer.form) == (3, Form.POST)


def test_rows_of_one_host_are_its_offers(roster):
    taken = roster(
        "达人ID,达人昵称,平台,坑位费,佣金率", "a,甲,抖音,3000,20%", "b,乙,快手,0,30%", "a,甲,,0,25%"
    )
    assert [[o.name for o in host.offers] for host in taken.records] == [["3000+20%", "25%"], ["30%"]]
    assert (taken.problems, taken.rows, taken.set_aside) == ((), 3, 0)


def test_a_later_row_that_says_otherwise_is_told_and_the_first_word_stands(roster):
    taken = roster("达人ID,昵称,粉丝,人群,客单价,坑位费", "a,甲,10,女,10-20,1", "a,乙,20,男,10-30,2")
    (host,) = taken.records
    assert (host.name, host.followers, len(host.offers)) == ("甲", 10, 2)
    assert {(p.column, p.values["first"], p.values["here"]) for p in taken.problems} == {
        ("昵称", "甲", "乙"),
        ("粉丝", "10", "20"),
        ("人群", "female", "male"),
        ("客单价", "10-20", "10-30"),
    }
    assert {(p.code, p.row, p.values["first_row"]) for p in taken.problems} == {
        ("differs_from_first_row", 3, 2)
    }


def test_a_later_row_fills_what_the_first_leaves_open(roster):
    (host,) = roster("达人ID,昵称,粉丝,坑位费", "a,甲,,1", "a,甲,20,2").records
    assert host.followers == 20


def test_a_row_that_adds_nothing_is_a_repeated_host(roster):
    taken = roster("达人ID,昵称,粉丝", "a,甲,10", "a,甲,10")
    assert marks(taken) == [("repeated_host", 3, "达人ID")]
    assert (len(taken.records), taken.rows, taken.set_aside) == (1, 2, 1)


def test_the_same_offer_twice_counts_once_and_the_same_name_is_told_apart(roster):
    rows = ["a,甲,专场,100", "a,甲,专场,100", "a,甲,专场,200", "a,甲,专场,200"]
    taken = roster("达人ID,昵称,合作方式,坑位费", *rows)
    assert [(o.name, o.slot_fee) for o in taken.records[0].offers] == [("专场", 100), ("专场 200", 200)]
    assert marks(taken) == [
        ("repeated_offer", 3, "合作方式"),
        ("offer_renamed", 4, "合作方式"),
        ("repeated_offer", 5, "合作方式"),
    ]
    assert taken.set_aside == 2


def test_a_bad_optional_cell_is_unknown_and_the_row_stays(roster):
    taken = roster("昵称,平台,粉丝数,互动率,佣金率,坑位费", "甲,抖音,很多,700%,95%,免费")
    (host,) = taken.records
    assert (host.id, host.followers, host.engagement_rate) == ("douyin:甲", None, None)
    assert (host.offers[0].slot_fee, host.offers[0].commission) == (None, None)
    assert marks(taken) == [
        ("not_a_number", 2, "粉丝数"),
        ("too_high", 2, "互动率"),
        ("not_a_number", 2, "坑位费"),
        ("too_high", 2, "佣金率"),
    ]
    assert taken.problems[0].file == "名单.csv"


@pytest.mark.parametrize("name", ["", "-", "#VALOR!", "\ufe0f\ufe0f"])
def test_a_row_without_id_and_name_is_set_aside(roster, name):
    taken = roster("达人ID,昵称,粉丝数", "a,甲,1", f",{name},2", "", f"c,{name},3")
    assert marks(taken) == [("required", 3, "昵称")]
    assert [host.name for host in taken.records] == ["甲", "c"]
    assert (taken.rows, taken.set_aside) == (3, 1)


def test_a_host_known_as_na_keeps_his_name(roster):
    assert [h.name for h in roster("昵称,粉丝数", "NA,1", "无,2").records] == ["NA", "无"]


def test_an_id_that_a_spreadsheet_rounded_is_not_believed(roster):
    taken = roster("达人ID,昵称,粉丝数", "6.98E+18,甲,1", "6.98E+18,乙,2")
    assert [host.id for host in taken.records] == ["other:甲", "other:乙"]
    assert marks(taken) == [("id_lost_digits", 2, "达人ID"), ("id_lost_digits", 3, "达人ID")]


def test_a_rounded_id_without_a_name_is_set_aside(roster):
    taken = roster("达人ID,昵称,粉丝数", "6.98E+18,,1", f"{'x' * 201},乙,1")
    assert marks(taken) == [("id_lost_digits", 2, "达人ID"), ("too_long", 3, "达人ID")]
    assert taken.set_aside == 1


def test_the_unit_of_a_heading_counts(roster):
    hosts = roster("昵称,粉丝数（万）,互动率(%)", "甲,12.3,3.5", "乙,8000人,4%", "丙,1.5万,5").records
    assert [(h.followers, h.engagement_rate) for h in hosts] == [
        (123_000, 0.035),
        (8000, 0.04),
        (15_000, 0.05),
    ]


def test_a_share_of_a_number_cell_above_one_is_percent(tmp_path):
    path = tmp_path / "名单.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("表")
        for line, row in enumerate(
            [["昵称", "平台", "佣金率"], ["甲", "抖音", 20], ["乙", "抖音", 0.2], ["丙", "抖音", 1]]
        ):
            sheet.write_row(line, 0, row)
    taken = read_roster(path)
    assert [[o.commission for o in host.offers] for host in taken.records] == [[0.2], [0.2], [None]]
    assert [(p.code, p.row, p.values["sheet"]) for p in taken.problems] == [("too_high", 4, "表")]


def test_all_fitting_sheets_are_read_and_the_others_told(tmp_path):
    path = tmp_path / "名单.xlsx"
    sheets = {
        "抖音": [["昵称", "平台"], ["甲", "抖音"]],
        "快手": [["昵称", "平台"], ["乙", "快手"]],
        "说明": [["文字", "更多文字"], ["x", "y"]],
        "备用": [["昵称", "平台"]],
    }
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
    taken = read_roster(path)
    assert [host.name for host in taken.records] == ["甲", "乙"]
    assert [(p.code, p.values) for p in taken.problems] == [
        ("sheet_skipped", {"sheet": "说明"}),
        ("no_rows", {"sheet": "备用"}),
    ]


def test_quotes_by_length_are_offers_and_no_quote_is_none(roster):
    taken = roster(
        "达人ID,达人昵称,30天播放中位数,预估播放量,30天互动率,内容标签,30天客单价区间,1-20秒视频报价,20-60秒视频报价,60秒以上视频报价",
        '1,甲,-,900,1.2,"{""美妆"":[""护肤""]}",>200,"¥20,000",不报价,0',
        "2,乙,500,900,0.03,美食,<=1k,面议,,1亿亿",
        "3,丙,,,一般,[],10-50,,,",
    )
    first, second, third = taken.records
    assert (first.views, first.engagement_rate, first.category) == (900.0, 1.2, "美妆")
    assert first.price_band == (200.0, math.inf)
    assert [(o.name, o.slot_fee, o.form) for o in first.offers] == [("1-20秒视频", 20000.0, Form.POST)]
    assert (second.views, second.category, second.offers) == (500.0, "美食", ())
    assert (third.engagement_rate, third.category, third.offers) == (None, "", ())
    assert marks(taken) == [
        ("not_a_number", 3, "1-20秒视频报价"),
        ("not_a_number", 3, "60秒以上视频报价"),
        ("not_a_number", 4, "30天互动率"),
    ]


def test_a_post_without_plays_is_set_aside(roster):
    taken = roster(
        "达人ID,播放量,点赞数,评论数,分享数",
        "a,100,5,1,0",
        "a,多,5,1,0",
        "a,,5,1,0",
        "a,300,坏,1,0",
        "a,10,90,9,9",
    )
    (host,) = taken.records
    assert (host.views, host.engagement_rate, host.name) == (100.0, 0.06, "a")
    assert marks(taken) == [
        ("not_a_number", 3, "播放量"),
        ("required", 4, "播放量"),
        ("not_a_number", 5, "点赞数"),
        ("too_high", 6, "点赞数"),
    ]
    assert (taken.rows, taken.set_aside) == (5, 2)


def test_what_is_no_roster_says_which_columns_are_missing(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("商品,价格\n面膜,9\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_roster(path)
    (problem,) = caught.value.problems
    assert problem.code == "not_a_roster"
    assert problem.values == {
        "missing": "id/name, platform/followers/views/slot_fee/commission",
        "found": "商品, 价格",
    }


def test_a_short_list_of_hosts_is_not_taken_for_a_platforms_export():
    layout, score = best_layout("roster", ["达人昵称", "粉丝数", "播放量中位数"])
    assert (layout.name, score) == ("roster", 3)


def test_a_header_nothing_fits_has_no_score():
    assert best_layout("products", ["甲", "乙"])[1] == 0


@pytest.mark.parametrize("kind", ["roster", "posts", "products", "choices", "orders", "results"])
def test_every_layout_is_whole(kind):
    for layout in layouts(kind):
        fields = set(layout.columns) | {"quotes"}
        assert all(set(group) <= fields for group in layout.required)
        assert set(layout.read) <= fields
        assert all({*rule.parts, rule.over} <= fields for rule in layout.derived.values())


@pytest.mark.parametrize("kind", ["roster", "products", "choices", "orders", "results"])
def test_every_template_has_an_example_of_each_column_in_both_languages(kind):
    layout = template_layout(kind)
    assert {language: set(row) for language, row in layout.example.items()} == {
        "zh": set(layout.columns),
        "en": set(layout.columns),
    }


@pytest.mark.parametrize(("text", "count"), [("8.04W", 80_400), ("1.13万", 11_300), ("163.22W", 1_632_200)])
def test_a_count_in_ten_thousands_is_a_whole_number(roster, text, count):
    taken = roster("昵称,粉丝数", f"甲,{text}")
    assert (taken.records[0].followers, taken.problems) == (count, ())


def test_a_list_of_notes_of_xiaohongshu_has_quotes_by_picture_and_video(roster):
    taken = roster(
        "博主昵称,小红书号,粉丝数,阅读中位数,互动率,图文笔记报价,视频笔记报价", "甲,77,1.2w,3000,4%,500,800元"
    )
    (host,) = taken.records
    assert (taken.layout, host.platform, host.views) == ("pugongying", "xiaohongshu", 3000.0)
    assert [(o.name, o.slot_fee) for o in host.offers] == [("图文笔记", 500.0), ("视频笔记", 800.0)]


def test_a_host_square_with_ranges_of_sales_gives_its_counts(roster):
    taken = roster(
        "抖音账户,抖音ID,粉丝数,主推类目,直播带货观看人数,场均销售额,直播GPM",
        "甲,77,1.2w,美妆,10万,¥5000-2万,¥200-500",
    )
    (host,) = taken.records
    assert (taken.layout, host.id, host.followers, host.category) == ("baiying", "77", 12_000, "美妆")
    assert taken.problems == ()


def test_a_host_read_anew_keeps_what_the_file_does_not_say() -> None:
    stored = Influencer(
        "1", "Anna", "douyin", followers=5000, category="美妆", offers=(Offer("a", 300.0, 0.2),)
    )
    posts = Influencer("1", "1", "douyin", views=900.0)
    assert overlay(posts, stored) == replace(stored, views=900.0)
    assert overlay(posts, None) == posts
