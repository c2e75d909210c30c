"""A look at a file: what it seems to be, where its header stands, and nothing of a buyer on the screen."""

from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from model.errors import Cancelled, InputError
from model.intake.layouts.inspecting import HIDDEN, digest_of, inspect, known_headings
from model.intake.layouts.layouts import every_layout, every_name
from model.intake.layouts.looks import PREVIEW_ROWS
from model.intake.layouts.recognising import OWN, signature_of
from tests.guards import WORKED, worked

DATA = Path(__file__).parents[2].parent / "shared/data"
TAOBAO = "订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额"
LINE = '"\t1000000000000000010",178.80,0.00,上海 某路 1 号,2020-02-21 00:00:00,-,0.00'


@pytest.fixture
def look(tmp_path):
    def write(*lines, encoding="utf-8", name="文件.csv", own=None):
        path = tmp_path / name
        path.write_bytes("\n".join(lines).encode(encoding))
        return inspect(path, own or {})

    return write


@pytest.fixture
def book(tmp_path):
    def write(**sheets):
        path = tmp_path / "文件.xlsx"
        with xlsxwriter.Workbook(path) as made:
            for name, rows in sheets.items():
                sheet = made.add_worksheet(name)
                for place, row in enumerate(rows):
                    sheet.write_row(place, 0, row)
        return inspect(path)

    return write


def only(found):
    (sheet,) = found.sheets
    return sheet


# ── where the header stands ──


def test_a_file_is_told_by_its_head(look):
    found = look(TAOBAO, LINE)
    sheet = only(found)
    assert (found.file, found.encoding, found.delimiter) == ("文件.csv", "utf-8", ",")
    assert found.size == found.path.stat().st_size
    assert (sheet.header_line, len(sheet.header), sheet.header[3]) == (1, 7, "收货地址")
    assert (sheet.guess.kind, sheet.guess.layout, sheet.guess.likely) == ("orders", "taobao_orders_old", True)
    assert (sheet.mapping["order_id"], sheet.mapping["paid"]) == ("订单编号", "买家实际支付金额")
    assert found.recognised == (sheet,)
    assert not sheet.remembered


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_encoding_and_delimiter_make_no_difference(look, encoding, sign):
    sheet = only(look(TAOBAO.replace(",", sign), LINE.replace(",", sign), encoding=encoding))
    assert (sheet.guess.layout, sheet.header_line, sheet.preview[0][1]) == ("taobao_orders_old", 1, "178.80")


def test_lines_before_the_header_are_passed_over(look):
    sheet = only(
        look("店铺订单报表", "统计时间：2020-02-01 至 2020-02-29", "", TAOBAO, LINE, encoding="gb18030")
    )
    assert (sheet.header_line, sheet.guess.layout) == (4, "taobao_orders_old")
    assert sheet.preview[0][0] == "1000000000000000010"


def test_a_second_header_row_does_not_hide_the_first(look):
    header = "结算时间,订单号,结算金额,收入合计,支出合计"
    sheet = only(look(header, " , ,收入+支出, , ", "2020-02-21 00:00:00,'1000000000000000010,0.00,0.00,0.00"))
    assert (sheet.header_line, sheet.guess.layout) == (1, "douyin_settlement")
    assert sheet.preview[-1][1] == "1000000000000000010"


def test_a_header_of_two_merged_rows_is_one(book):
    rows = [
        ["2025年11月 达人名单"],
        ["基本信息", "", "", "数据", "", "报价（元）"],
        ["达人昵称", "达人ID", "粉丝数", "30天播放中位数", "预估播放量", "1-20秒视频报价"],
        ["甲", "6989498676599062565", "1.0万", "-", "108", "不报价"],
    ]
    sheet = only(book(名单=rows))
    assert (sheet.sheet, sheet.header_line, sheet.guess.layout) == ("名单", 3, "xingtu")
    assert sheet.mapping["followers"] == "粉丝数"


def test_every_sheet_is_looked_at_and_one_of_something_else_is_not_recognised(book):
    found = book(
        订单=[TAOBAO.split(","), ["1", "2", "2", "上海", "2020-02-21", "2020-02-21", "0"]],
        说明=[["序号", "字段名", "字段类型"], ["1", "订单编码", "字符型"]],
        商品=[["商品编号", "商品名称", "商品大类", "销售单价"], ["X001", "商品1", "护肤品", 121]],
    )
    assert (found.encoding, found.delimiter) == ("", "")
    assert [(s.sheet, s.guess and s.guess.layout) for s in found.sheets] == [
        ("订单", "taobao_orders_old"),
        ("说明", None),
        ("商品", "products"),
    ]
    assert [sheet.sheet for sheet in found.recognised] == ["订单", "商品"]


def test_headings_may_be_doubled_broken_and_trailing(look):
    sheet = only(
        look(
            'Tiktoker name,"Subscribers\n",Subscribers ,Views avg.,Views avg.,,', "a,1M,1000000,2M,2000000,,"
        )
    )
    assert sheet.header == ("Tiktoker name", "Subscribers", "Subscribers", "Views avg.", "Views avg.")
    assert (sheet.guess.layout, sheet.preview) == ("top_tiktok", (("a", "1M", "1000000", "2M", "2000000"),))


def test_a_table_nobody_knows_is_shown_without_a_guess(look):
    sheet = only(look("甲,乙,丙", "1,2,3", "4,5,6"))
    assert (sheet.header, sheet.guesses, sheet.mapping, sheet.guess) == (("甲", "乙", "丙"), (), {}, None)
    assert sheet.preview == (("1", "2", "3"), ("4", "5", "6"))


def test_a_table_parted_by_blanks_is_looked_at_too(look):
    lines = [f" 0000{n}  1997010{n}  1   11.77" for n in range(1, 9)]
    sheet = only(look(" customer_id  date number_of_cds  dollar_value", *lines))
    assert sheet.header == ("customer_id", "date", "number_of_cds", "dollar_value")
    assert (sheet.guess.layout, sheet.mapping["paid"]) == ("orders_any", "dollar_value")
    assert sheet.preview[0] == (HIDDEN, "19970101", "1", "11.77")


def test_what_is_no_table_is_refused(tmp_path, look):
    with pytest.raises(InputError):
        inspect(tmp_path / "fehlt.csv")
    with pytest.raises(InputError):
        look("")
    assert only(look("一篇没有表格的文章。")).header_line == 0


# ── what is shown ──


def test_nothing_that_tells_of_a_buyer_is_shown(look):
    header = "订单号,订单状态,买家付款时间,订单实付金额,全部商品名称,收货人/提货人,收货人手机号/提货人手机号,买家昵称,分销员"
    row = "E1,交易完成,2020-02-21 00:00:00,12.00,面膜,张三,13812345678,小张,李四"
    sheet = only(look(header, row, row.replace("小张", "")))
    shown = ("E1", "交易完成", "2020-02-21 00:00:00", "12.00", "面膜", HIDDEN, HIDDEN)
    assert sheet.preview == ((*shown, HIDDEN, "李四"), (*shown, "", "李四"))


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("甲", "13812345678"), ("甲", "+86 13812345678"), ("手机", "1"), ("收货地址", "某路"), ("Phone", "5")],
)
def test_phones_and_addresses_are_hidden_in_a_table_nobody_knows(look, heading, cell):
    assert only(look(f"{heading},乙,丙", f"{cell},2,3")).preview == ((HIDDEN, "2", "3"),)


def test_the_name_and_the_place_of_a_host_are_shown(look):
    sheet = only(look("姓名,抖音ID,飞瓜指数,总粉丝量,认证标识,地址", "甲,abc,900,1.2万,-,杭州"))
    assert (sheet.guess.layout, sheet.preview) == ("feigua", (("甲", "abc", "900", "1.2万", "-", "杭州"),))


def test_the_preview_is_short_and_as_wide_as_the_header(look):
    rows = [f"{n},a,b,c,d" for n in range(100)]
    rows[3] = ",,,"
    sheet = only(look("订单号,客户,日期,金额", "1", "x" * 500 + ",a,b,c", *rows))
    assert len(sheet.preview) == PREVIEW_ROWS
    assert {len(row) for row in sheet.preview} == {4}
    assert (sheet.preview[0], len(sheet.preview[1][0])) == (("1", "", "", ""), 200)


# ── what was remembered ──


def test_a_header_mapped_before_is_recognised_by_its_mapping(look):
    header = ("单", "谁", "钱", "哪天")
    columns = {"order_id": "单", "buyer": "谁", "paid": "钱", "paid_at": "哪天"}
    own = {signature_of(header): {"kind": "orders", "columns": columns}}
    sheet = only(look(",".join(header), "1,张三,5,2026-01-01", own=own))
    assert (sheet.guess.kind, sheet.guess.layout, sheet.guess.likely) == ("orders", OWN, True)
    assert (sheet.mapping, sheet.remembered) == (columns, True)
    assert sheet.preview == (("1", HIDDEN, "5", "2026-01-01"),)


def test_a_known_export_keeps_its_layout_with_the_columns_chosen(look):
    own = {
        signature_of(TAOBAO.split(",")): {
            "kind": "orders",
            "columns": {"order_id": "订单编号", "paid": "总金额"},
        }
    }
    sheet = only(look(TAOBAO, LINE, own=own))
    assert (sheet.guess.layout, sheet.mapping["paid"], sheet.mapping["refunded"]) == (
        "taobao_orders_old",
        "总金额",
        "",
    )
    assert sheet.guess.missing == ("paid_at/created_at",)
    assert sheet.remembered


def test_a_header_taken_as_another_kind_is_remembered_so(look):
    header = ("达人昵称", "订单号", "佣金", "订单金额")
    own = {signature_of(header): {"kind": "roster", "columns": {"name": "达人昵称", "slot_fee": "佣金"}}}
    sheet = only(look(",".join(header), "甲,1,2,3", own=own))
    assert (sheet.guess.kind, sheet.mapping["slot_fee"]) == ("roster", "佣金")


@pytest.mark.parametrize(
    "kept", [{}, {"kind": "nothing", "columns": {}}, {"kind": "orders"}, {"kind": "orders", "columns": 1}]
)
def test_a_damaged_memory_is_as_none(look, kept):
    own = {signature_of(TAOBAO.split(",")): kept}
    assert only(look(TAOBAO, LINE, own=own)).guess.layout == "taobao_orders_old"


def test_another_kind_chosen_by_hand_has_its_own_mapping(look):
    sheet = only(look("达人昵称,订单号,佣金,订单金额", "甲,1,2,3"))
    assert sheet.guess.kind == "commission"
    assert sheet.mapping_of("roster") == {"name": "达人昵称", "commission": "佣金"}
    assert sheet.mapping_of("settlement")["order_id"] == "订单号"
    assert sheet.mapping_of("orders", "jd_orders") == {"order_id": "订单号", "paid": "订单金额"}


# ── the digest, and speed ──


def test_the_digest_is_of_the_bytes(tmp_path):
    first, same, other = (tmp_path / name for name in ("a.csv", "b.csv", "c.csv"))
    first.write_bytes(b"x" * 3_000_000)
    same.write_bytes(b"x" * 3_000_000)
    other.write_bytes(b"x" * 3_000_001)
    assert digest_of(first) == digest_of(same) != digest_of(other)
    assert len(digest_of(first)) == 32
    with pytest.raises(Cancelled):
        digest_of(first, lambda: True)


def test_of_a_long_file_only_the_head_is_read(tmp_path, monkeypatch):
    path = tmp_path / "lang.csv"
    path.write_text("\n".join([TAOBAO, *[LINE] * 200_000]), "utf-8")
    monkeypatch.setattr("model.intake.layouts.inspecting.digest_of", lambda *_: "")
    inspect(path)
    assert only(inspect(path)).guess.layout == "taobao_orders_old"
    assert worked(lambda: inspect(path)) < WORKED


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the shared example data is not at {DATA}")
@pytest.mark.parametrize(
    ("file", "line", "layouts"),
    [
        ("dirt/orders_gb18030_preface_total.csv", 4, ["taobao_orders_old"]),
        ("dirt/orders_gbk_bare_equals.csv", 1, ["taobao_orders_old"]),
        ("dirt/orders_utf8bom_leading_tab.csv", 1, ["taobao_orders_old"]),
        ("dirt/roster_merged_header_units.xlsx", 3, ["xingtu"]),
        ("dirt/settlement_second_header_apostrophe.csv", 1, ["douyin_settlement"]),
        ("orders/1月_gbk.csv", 1, ["taobao_orders_old"]),
        ("orders/1月_gbk_tab.txt", 1, ["taobao_orders_old"]),
        ("orders/1月_多工作表.xlsx", 1, ["taobao_orders_old", "taobao_orders_old"]),
        ("orders/CDNOW_master.txt", 1, ["orders_any"]),
        ("orders/cosmetics_wholesale_2019.xlsx", 1, ["orders_any", "products"]),
        ("orders/online_retail_every20th_customer.xlsx", 1, ["orders_any"]),
        ("orders/taobao_one_shop_2019.xlsx", 1, ["orders_any"]),
        ("results/video_results_before_2026-01-20.csv", 1, ["tiktok_videos"]),
        ("results/facebook_live_sellers_thailand.csv", 1, []),
        ("results/fake_accounts_600.csv", 1, []),
        ("rosters/xingtu_beauty_160.csv", 1, ["xingtu"]),
        ("rosters/xingtu_beauty_recent_videos.csv", 1, ["xingtu_posts"]),
        ("headers/douyin_shop_orders.txt", 1, ["douyin_orders"]),
        ("headers/douyin_settlement.txt", 1, ["douyin_settlement"]),
        ("headers/taobao_ExportOrderList_2016.txt", 1, ["taobao_orders_old"]),
        ("headers/taobao_style_erp_2015.txt", 1, ["taobao_orders_old"]),
    ],
)
def test_the_shared_files_are_recognised(file, line, layouts):
    found = inspect(DATA / file)
    assert [sheet.guess.layout for sheet in found.recognised] == layouts
    assert found.sheets[0].header_line == line


@given(st.lists(st.sampled_from(sorted(every_name())[:400]) | st.text(max_size=4), max_size=8))
def test_a_line_of_which_no_name_is_known_is_not_looked_at_by_every_layout(header):
    assert known_headings(header) == max(layout.known(header) for layout in every_layout())
