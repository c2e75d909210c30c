"""Rosters of every shape become hosts with offers; what cannot be used is told with its place."""

import math
from dataclasses import replace

import pytest
import xlsxwriter

from model.errors import InputError
from model.intake.layouts.layouts import best_layout, layouts, template_layout
from model.intake.layouts.recognising import layout_for, own_layout, with_mapping
from model.intake.lists.hosts import overlay
from model.intake.lists.rosters import read_roster
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
    taken = roster("昵称,平台,粉丝数,互动率,佣金率,坑位费", "甲,抖音,很多,700%,195%,免费")
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


def test_a_column_of_shares_with_a_number_above_one_is_percent_and_small_ones_are_told(tmp_path):
    path = tmp_path / "名单.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("表")
        for line, row in enumerate(
            [["昵称", "平台", "佣金率"], ["甲", "抖音", 20], ["乙", "抖音", 0.2], ["丙", "抖音", 1]]
        ):
            sheet.write_row(line, 0, row)
    taken = read_roster(path)
    assert [[o.commission for o in host.offers] for host in taken.records] == [[0.2], [0.002], [0.01]]
    assert [(p.code, p.column, dict(p.values)) for p in taken.problems] == [
        ("percent_below_one", "佣金率", {"count": 1, "text": "0.2", "sheet": "表"})
    ]


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


def test_a_list_of_notes_with_one_quote_has_an_offer(roster):
    taken = roster("博主昵称,小红书号,粉丝量,阅读中位数,千赞笔记比例,合作报价", "甲,77,1.2w,3000,4%,1500")
    (host,) = taken.records
    assert (taken.layout, [(o.name, o.slot_fee) for o in host.offers]) == ("pugongying", [("笔记", 1500.0)])


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


# ── columns of a merchant's own ──


def test_a_roster_with_columns_of_its_own_is_read_by_the_merchants_mapping(tmp_path):
    path = tmp_path / "达人.csv"
    path.write_text("甲,乙,丙,丁\n001,小美,1.2万,坑位费3000+佣金20%\n,小丽,很多,纯佣\n", encoding="utf-8")
    chosen = {"": own_layout("roster", {"id": "甲", "name": "乙", "followers": "丙", "offer": "丁"})}
    taken = read_roster(path, chosen)
    first, second = taken.records
    assert (first.id, first.name, first.followers) == ("001", "小美", 12_000)
    assert first.offers == (Offer("坑位费3000+佣金20%", 3000.0, 0.2),)
    assert (second.id, second.followers, second.offers) == ("other:小丽", None, (Offer("纯佣", 0.0),))
    assert (taken.layout, marks(taken)) == ("own", [("not_a_number", 3, "丙")])


def test_a_mapping_moves_one_field_of_a_known_export_and_leaves_out_another(tmp_path):
    path = tmp_path / "达人.csv"
    path.write_text(
        "达人ID,达人昵称,粉丝数,播放量中位数,预估播放量\n1,小美,1.2万,500,900\n", encoding="utf-8"
    )
    layout = with_mapping(layout_for("roster", "roster"), {"views": "预估播放量", "followers": ""})
    (host,) = read_roster(path, {"": layout}).records
    assert (host.views, host.followers) == (900.0, None)


def test_posts_with_columns_of_their_own_are_put_together_by_medians(tmp_path):
    path = tmp_path / "作品.csv"
    path.write_text("谁,看,赞\na,100,10\na,300,3\na,200,4\n", encoding="utf-8")
    (host,) = read_roster(path, {"": own_layout("posts", {"id": "谁", "views": "看", "likes": "赞"})}).records
    assert (host.id, host.views, host.engagement_rate) == ("a", 200.0, None)


# ── cells ──


def test_below_the_name_of_xingtu_stand_sex_city_and_tags(roster):
    taken = roster(
        "达人信息,预期CPM,预期播放量,互动率,完播率,爆文率",
        '"小美\n女\n北京\n美妆 时尚",28.6,"1,327w",0.023,-,2.3%',
        '"\n阿强 \n男",-,"7,398.2w",2.3%,-,-',
    )
    first, second = taken.records
    assert (taken.layout, taken.problems) == ("xingtu", ())
    assert (first.id, first.name, first.views) == ("douyin:小美", "小美", 13_270_000.0)
    assert (first.category, first.engagement_rate) == ("美妆", 0.023)
    assert (second.name, second.views, second.category) == ("阿强", 73_982_000.0, "")
    assert second.engagement_rate == 0.023


def test_a_range_stands_for_its_geometric_middle_and_is_told_once_for_its_column(roster):
    taken = roster(
        "昵称,粉丝数（万）,场均观看,客单价,坑位费,佣金率",
        '甲,10-40,1k-4k,"¥5,000-2万","¥100-400",10%~40%',
        "乙,12,10万以上,10万以上,,10-40",
        "丙,5w~20w,<=80,86元,0-500,20",
    )
    first, second, third = taken.records
    assert (first.followers, first.views, first.price_band) == (200_000, 2000.0, (5000.0, 20_000.0))
    assert (first.offers[0].slot_fee, first.offers[0].commission) == (200.0, pytest.approx(0.2))
    assert (second.followers, second.views, second.price_band) == (120_000, 100_000.0, (100_000.0, math.inf))
    assert second.offers[0].commission == pytest.approx(0.2)
    assert (third.followers, third.views, third.price_band) == (100_000, 40.0, (86.0, 86.0))
    assert (third.offers[0].slot_fee, third.offers[0].commission) == (250.0, 0.2)
    assert [(p.code, p.row, p.column, p.values["count"], p.values["text"]) for p in taken.problems] == [
        ("from_range", None, "粉丝数（万）", 2, "10-40"),
        ("from_range", None, "场均观看", 3, "1k-4k"),
        ("from_range", None, "坑位费", 2, "¥100-400"),
        ("from_range", None, "佣金率", 2, "10%~40%"),
    ]


@pytest.mark.parametrize(
    ("cells", "shares"),
    [
        (("32.00%", "20%"), [0.32, 0.2]),
        (("0.32", "0.2"), [0.32, 0.2]),
        (("32", "20"), [0.32, 0.2]),
        (("32", "0.5%"), [0.32, 0.005]),
        (("32", "1"), [0.32, 0.01]),
    ],
)
def test_a_column_is_percent_or_share_as_a_whole(roster, cells, shares):
    taken = roster(
        "昵称,平台,佣金率", *(f"{name},抖音,{cell}" for name, cell in zip("甲乙", cells, strict=True))
    )
    assert [host.offers[0].commission for host in taken.records] == shares
    assert taken.problems == ()


def test_a_fee_in_another_currency_is_no_yuan(roster):
    taken = roster("昵称,平台,报价", "甲,抖音,$500", "乙,抖音,$1.2k", "丙,抖音,$300-600")
    assert [host.offers[0].slot_fee if host.offers else None for host in taken.records] == [None] * 3
    assert [(p.code, p.column, p.values["currency"]) for p in taken.problems] == [
        ("foreign_currency", "报价", "USD")
    ]


@pytest.mark.parametrize(
    ("kind", "offer"),
    [
        ("纯佣", Offer("纯佣", 0.0, None)),
        ("纯佣20%", Offer("纯佣20%", 0.0, 0.2)),
        ("坑位费+佣金", Offer("坑位费+佣金", None, None)),
        ("坑位费2万，佣金20%，保ROI 1:2", Offer("坑位费2万，佣金20%，保ROI 1:2", 20_000.0, 0.2, 2.0)),
        ("保底5000+15%", Offer("保底5000+15%", 5000.0, 0.15)),
        ("一口价", Offer("一口价", None, 0.0)),
        ("一口价 5000元/条", Offer("一口价 5000元/条", 5000.0, 0.0)),
        ("样品置换", Offer("样品置换", 0.0, 0.0)),
        ("付费视频", Offer("付费视频", form=Form.POST)),
        ("直播专场", Offer("直播专场", form=Form.LIVE)),
        ("打包框架", Offer("打包框架")),
        ("618专场", Offer("618专场")),
        ("3场打包", Offer("3场打包")),
        ("2000 3000 佣金", Offer("2000 3000 佣金")),
    ],
)
def test_kinds_of_cooperation_are_offers(roster, kind, offer):
    taken = roster("昵称,平台,合作方式", f"甲,抖音,{kind}")
    assert (taken.records[0].offers, taken.problems) == ((offer,), ())


def test_a_cell_may_hold_several_deals_each_an_offer(roster):
    taken = roster(
        "昵称,平台,合作方式,坑位费,佣金率", "甲,抖音,纯佣30%/坑位费+佣金,3000,20%", "乙,抖音,纯佣、纯佣,,"
    )
    assert [[(o.name, o.slot_fee, o.commission) for o in host.offers] for host in taken.records] == [
        [("纯佣30%", 0.0, 0.3), ("坑位费+佣金", 3000.0, 0.2)],
        [("纯佣", 0.0, None)],
    ]
    assert taken.problems == ()


def test_terms_in_words_may_stand_in_the_columns_of_figures(roster):
    taken = roster(
        "昵称,平台,报价,佣金率",
        "甲,抖音,3000+20%,",
        "乙,抖音,纯佣,30%",
        "丙,抖音,1500元/条,",
        "丁,抖音,面议,纯佣25%",
        "戊,抖音,20%,",
        "己,抖音,坑位费3000+佣金195%,",
    )
    assert [[(o.slot_fee, o.commission) for o in host.offers] for host in taken.records] == [
        [(3000.0, 0.2)], [(0.0, 0.3)], [(1500.0, None)], [(0.0, 0.25)], [(0.0, 0.2)], [(3000.0, None)],
    ]  # fmt: skip
    assert marks(taken) == [("not_a_number", 5, "报价"), ("too_high", 7, "报价")]


def test_words_and_figures_that_disagree_are_told_and_the_figure_counts(roster):
    taken = roster("昵称,平台,合作方式,坑位费", "甲,抖音,纯佣,3000")
    assert taken.records[0].offers[0].slot_fee == 3000.0
    assert [(p.code, p.row, p.column, dict(p.values)) for p in taken.problems] == [
        ("terms_contradict", 2, "合作方式", {"text": "纯佣", "value": 3000.0})
    ]


# ── lists of other services ──


def test_a_list_like_those_of_chanmama_is_read(roster):
    taken = roster(
        "主播昵称,抖音号id,性别,账号等级,粉丝数,推广类目,推广商品,橱窗销量,直播带货场次,直播带货天数,直播间观看人数,平均观看时长,转化指数,场均销售额,主推价格区间,带货口碑",
        '小美,77,女,L5,"1,327w","食品:3,美妆:12,家居:12",x,7.5w~10w,20,15,100w,1分,0.5,1k-5k,0-50,4.09',
        "小丽,78,女,L2,3.4w,美妆,x,1,1,1,1,1,1,1,-,-",
    )
    first, second = taken.records
    assert (taken.layout, first.platform, first.followers) == ("chanmama", "douyin", 13_270_000)
    assert (first.category, first.price_band) == ("美妆", (0.0, 50.0))
    assert (second.category, second.price_band, taken.problems) == ("美妆", None, ())


def test_a_list_like_those_of_feigua_is_read(roster):
    taken = roster(
        "姓名,抖音ID,认证标识,飞瓜指数,总粉丝量,30天粉丝增量,总作品数,30天作品数,总点赞量,30天点赞增量,人均客单价,人均UV值",
        "小美,mei77,黄V,947,163.22W,1.2w,300,20,1.5亿,3w,86元,1.2",
    )
    (host,) = taken.records
    assert (taken.layout, host.id, host.followers, host.price_band) == (
        "feigua",
        "mei77",
        1_632_200,
        (86.0, 86.0),
    )


def test_a_list_like_those_of_hypeauditor_is_read(roster):
    taken = roster(
        "Username,Full name,Platform,Followers,Engagement rate,AQS,Quality audience,Est. post price,Category,Average views",
        "@anna,Anna,Instagram,13.8M,2.1%,80,11M,$200-300,beauty,1.5M",
        "ben,Ben,TikTok,N/A',5%,70,1M,-(-),food,#VALOR!",
    )
    first, second = taken.records
    assert (taken.layout, first.id, first.platform) == ("hypeauditor", "instagram:anna", "instagram")
    assert (first.followers, first.views, first.offers) == (13_800_000, 1_500_000.0, ())
    assert (second.id, second.followers, second.views, taken.problems) == ("tiktok:ben", None, None, ())


def test_a_sheet_made_by_hand_has_the_middle_of_the_last_views(roster):
    taken = roster(
        "达人ID,达人昵称,平台,主页链接,类目,粉丝数,播放1,播放2,播放3,播放4,播放5,报价,建联状态,合作状态,联系方式,备注",
        "001,小美,抖音,x,美妆,1.2w,100,1w,300,-,500,2000,已建联,纯佣,13800138000,x",
    )
    (host,) = taken.records
    assert (host.views, host.offers[0].slot_fee, taken.problems) == (400.0, 2000.0, ())


def test_what_may_tell_of_a_person_is_not_quoted(tmp_path):
    path = tmp_path / "达人.csv"
    path.write_text("昵称,平台,微信号\n甲,抖音,wx1380013\n", encoding="utf-8")
    taken = read_roster(
        path, {"": own_layout("roster", {"name": "昵称", "platform": "平台", "followers": "微信号"})}
    )
    assert [(p.code, p.column, dict(p.values)) for p in taken.problems] == [
        ("not_a_number", "微信号", {"text": "•••"})
    ]


def test_a_giant_cell_is_told_in_short(roster):
    taken = roster(
        "昵称,平台,粉丝数,类目,达人ID", f"甲,{'平' * 90_000},{'9' * 90_000},{'美' * 90_000},{'1' * 90_000}"
    )
    assert [p.code for p in taken.problems] == ["too_long", "not_a_choice", "not_finite", "too_long"]
    assert all(len(str(p.values["text"])) < 50 for p in taken.problems)
