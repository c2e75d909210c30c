"""The report as it lies in the PDF: words that can be found, figures that can be copied, vector pictures, page numbers."""

import datetime as dt
import json
import re
from dataclasses import replace
from functools import partial
from io import BytesIO
from types import SimpleNamespace

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

import resources
from gui import press, words
from gui.charts.matrix import draw_hosts, draw_pyramid, draw_risk
from gui.charts.style import ChartStyle, sheet
from gui.drawnpage import parted
from gui.paper import Paper, picture
from gui.report import refusal, report, speaking, write_pdf, write_pictures, write_refusal
from gui.reportpages import _why_in_this_order
from gui.words.plain import plain_voice
from gui.words.reasons import reason
from model.advice import advise
from model.demo import demo_snapshot
from model.dossier import dossier
from model.errors import InputError, Problem
from model.launch.setup import Setup
from model.policy import load
from model.records import Influencer, Kind, Offer, Product, Request, Snapshot, Tier

MADE_ON = dt.date(2026, 11, 22)
NAME = "金额很高的人气至尊面膜"
HOST = "王堃喆的小店"
RADICALS = [chr(code) for code in range(0x2E80, 0x2FE0)]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def policy():
    return load({"response.host_sd": 0.7, "risk.draws": 500})


def shop(count, budget):
    hosts = [
        Influencer(
            f"h{n}",
            f"{HOST}{n}",
            "douyin",
            followers=20_000 + n,
            views=8_000.0 + 37 * n,
            offers=(Offer("坑位+佣金", 400.0 + n, 0.2, None, 2),),
        )
        for n in range(count)
    ]
    own = Influencer("own", "<b>本店</b> & 直播间", "douyin", Kind.OWN_ROOM, offers=(Offer("自播"),))
    product = Product(NAME, 69.0, "面膜", 20.0, stock=100_000)
    return Snapshot((product,), (*hosts, own), {}, Request(budget))


@pytest.fixture(scope="module")
def advice(policy):
    return advise(shop(60, 30_000.0), policy)


@pytest.fixture(scope="module")
def few(policy):
    """A plan of about six hosts."""
    return advise(shop(5, 3_000.0), policy)


@pytest.fixture(scope="module")
def many(policy):
    """A plan of far more hosts than any paper lists."""
    return advise(shop(200, 200_000.0), policy)


def printed(tmp_path, advice, policy, language, setup=None):
    write_pdf(advice, policy, tmp_path / "报告.pdf", language, MADE_ON, setup)
    return PdfReader(BytesIO((tmp_path / "报告.pdf").read_bytes()))


@pytest.fixture
def pdf(advice, policy, tmp_path):
    return printed(tmp_path, advice, policy, "en")


def html(advice, policy):
    return "".join(block.html() for block in report(advice, policy, MADE_ON).blocks)


def squeezed(pdf):
    """All text without blanks: Qt writes them as tabs, and lines break where they must."""
    return "".join("".join(page.extract_text() for page in pdf.pages).split())


def test_the_words_of_the_report_can_be_found(pdf, advice):
    text = squeezed(pdf)
    for wanted in (
        NAME,
        HOST,
        "坑位+佣金",
        "2026-11-22",
        "Whomtohire",
        "Knowbeforeyousign",
        "Whocarriestheplan",
        "Thehosts,onebyone",
        "Inthisorder",
        "Peopleneeded",
        "Whattowatchonceitruns",
        "Whatthisrestson",
        "Decidedby",
        "offers",
        "first",
    ):
        assert wanted in text, wanted
    assert "".join(words.money(advice.plan.spend).split()) in text
    assert f"on{len(advice.plan.choices)}offers" in text


def test_in_chinese_it_is_all_chinese_and_no_character_is_a_radical(advice, policy, tmp_path):
    words.use(words.english())
    pdf = printed(tmp_path, advice, policy, "zh_CN")
    text = squeezed(pdf)
    assert words.language() == "en"
    for wanted in ("达人合作方案", "逐个看达人", "开播后盯什么", "测算依据", "签字", NAME, "金额", "人气"):
        assert wanted in text, wanted
    assert [sign for sign in RADICALS if sign in text] == []
    assert [sign for sign in text if ord(sign) < 32 or 0xE000 <= ord(sign) < 0xF900] == []
    assert not {"ﬁ", "ﬂ", "ﬀ", "ﬃ"} & set(text)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", ["few", "advice", "many"])
def test_it_has_four_to_eight_pages_whatever_the_plan(request, policy, tmp_path, language, size):
    advice = request.getfixturevalue(size)
    pdf = printed(tmp_path, advice, policy, language)
    assert 4 <= len(pdf.pages) <= 8, len(advice.plan.choices)


def test_a_long_plan_says_that_it_goes_on_and_where(many, policy, tmp_path):
    assert len(many.plan.choices) >= 160
    text = squeezed(printed(tmp_path, many, policy, "en"))
    left = len(many.plan.choices) - 24
    assert f"{left}more:allofthemareintheworkbook" in text


def test_every_page_has_title_day_and_number_and_the_table_head_is_repeated(pdf):
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in text
        assert "Whom to hire: host plan · 2026-11-22" in text
    heads = [
        number for number, text in enumerate(pages) if "Long-run profit" in text and "First-sale" in text
    ]
    assert len(heads) >= 2


def test_no_heading_is_the_last_of_its_page(advice, policy, tmp_path):
    pdf = printed(tmp_path, advice, policy, "en")
    names = ("The plan", "Risk", "The hosts, one by one", "In this order", "Products", "Signed")
    for page in pdf.pages:
        lines = [" ".join(line.split()) for line in page.extract_text().splitlines() if line.strip()]
        body = [line for line in lines if "2026-11-22" not in line and " / " not in line]
        assert body[-1] not in names


def test_the_shipped_font_is_embedded_and_no_picture_is_made_of_dots(pdf):
    fonts = {
        font.get_object()["/BaseFont"]
        for page in pdf.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert fonts
    assert all("NotoSansSC" in font for font in fonts)
    assert [image.name for page in pdf.pages for image in page.images] == []


def charts(paper):
    return [paper.pictures[block.picture] for block in paper.blocks if block.picture]


def paper_of(drawing):
    return Paper("t", MADE_ON, (picture("one"),), {"one": drawing})


def words_of(drawing):
    """All that can be copied from a paper with this drawing alone, without the blanks."""
    (page,) = PdfReader(BytesIO(press.pdf(paper_of(drawing)))).pages
    return "".join(page.extract_text().split())


def drawn(draw, words_as_text):
    style = ChartStyle(json.loads(resources.text("style", "tokens.json"))["light"], (), 8.5)
    buffer = BytesIO()
    with sheet(style, (7.0, 2.2), 100, words_as_text=words_as_text) as figure:
        draw(figure, style)
        figure.savefig(buffer, format="svg")
    # matplotlib gives a blank no outline at all, of which Qt complains
    return re.sub(
        rb'<path (id="[^"]*" transform="[^"]*")\s*/>', rb'<path d="M0 0L1 0" \1/>', buffer.getvalue()
    )


def ink(drawing):
    """Where a page with this drawing is not white."""
    (page,) = press.pages(paper_of(drawing), 200)
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()] < 160


def spread(dark, by):
    """Also what lies so many dots beside."""
    moved = [np.roll(dark, (y, x), (0, 1)) for y in range(-by, by + 1) for x in range(-by, by + 1)]
    return np.any(moved, axis=0)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_word_of_a_chart_can_be_found_and_copied(advice, policy, tmp_path, language):
    with speaking(language):
        drawings = charts(report(advice, policy, MADE_ON))
    assert len(drawings) == 2
    for drawing in drawings:
        shapes, labels = parted(drawing)
        assert b"<text" not in shapes
        assert len(labels) >= 5
        told = words_of(drawing)
        assert [one.text for one in labels if "".join(one.text.split()) not in told] == []
        assert [sign for sign in told if sign in RADICALS] == []
    told = " ".join(
        " ".join(p.extract_text().split()) for p in printed(tmp_path, advice, policy, language).pages
    )
    assert ("方案的长期利润" if language == "zh_CN" else "long-run profit of the plan") in told


def test_the_name_of_a_host_in_a_chart_can_be_found():
    """Ligatures, figures with commas and signs of markup too, and at a slant."""

    def draw(figure, _style):
        figure.subplots().text(0.3, 0.3, "<王堃喆 & Offline 49,988>", rotation=30, rotation_mode="anchor")

    assert "<王堃喆&Offline49,988>" in words_of(drawn(draw, words_as_text=True))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_words_of_charts_stand_where_matplotlib_draws_them_as_shapes(advice, language):
    """A second way to the same picture: nothing is darker by one way than near that place by the other."""
    plan = advice.plan
    draws = (
        partial(draw_pyramid, tiers=plan.tiers),
        partial(draw_hosts, points=plan.points),
        partial(draw_risk, risk=plan.risk),
    )
    with speaking(language):
        for draw in draws:
            texts, shapes = (ink(drawn(draw, words_as_text)) for words_as_text in (True, False))
            assert texts.sum() == pytest.approx(shapes.sum(), rel=0.05)
            assert (texts & ~spread(shapes, 2)).sum() <= 0.002 * texts.sum()
            assert (shapes & ~spread(texts, 2)).sum() <= 0.002 * shapes.sum()


def test_a_text_that_cannot_be_printed_is_told(advice, policy):
    drawing = charts(report(advice, policy, MADE_ON))[0]
    with pytest.raises(ValueError, match="cannot be printed"):
        parted(drawing.replace(b"rotate(", b"skewX("))


def test_names_are_no_markup(few, policy):
    told = html(few, policy)
    assert any(choice.id == "own" for choice in few.plan.choices)
    assert "<b>本店" not in told
    assert "&lt;b&gt;本店&lt;/b&gt; &amp; 直播间" in told


def test_own_figures_and_guesses_are_named_and_the_rest_is_counted(advice, policy):
    told = html(advice, policy)
    found = dossier(advice, policy, MADE_ON)
    assert "your own" in told
    assert f">{policy.entries['response.host_sd'].en}" in told
    assert f"{found.more_guesses + max(len(found.grounds) - 14, 0)} more figures" in told
    weak = [e for e in policy.entries.values() if e.reliability != "high"]
    assert found.more_guesses == len({e.key for e in weak} - {e.key for e in found.grounds})
    assert len(found.grounds) <= 20


def test_each_host_has_its_doubts_and_each_early_warning_its_figures(few, policy):
    told = html(few, policy)
    found = dossier(few, policy, MADE_ON)
    for one in found.briefs:
        for doubt in one.doubts:
            assert reason(doubt) in told.replace("&#x27;", "'")
    assert len(found.watch) >= 3
    assert all(any(sign.isdigit() for sign in reason(one)) for one in found.watch)


@pytest.mark.parametrize(
    ("levels", "said"), [("head tail", "Small hosts first"), ("head head", "All are of one level")]
)
def test_among_hosts_of_one_level_none_is_called_small(levels, said):
    hosts = [SimpleNamespace(host=SimpleNamespace(tier=Tier(one))) for one in levels.split()]
    steps = [SimpleNamespace(choice=SimpleNamespace(candidate=one)) for one in hosts]
    assert said in _why_in_this_order(steps)


def test_with_days_set_the_calendar_stands_in_place_of_the_order(few, policy, tmp_path):
    setup = Setup(dt.date(2026, 12, 1), dt.date(2026, 12, 31))
    text = squeezed(printed(tmp_path, few, policy, "en", setup))
    assert "Calendar" in text
    assert "2026-12-" in text
    assert "Inthisorder" not in text


def test_days_that_are_over_leave_the_order(few, policy):
    setup = Setup(dt.date(2020, 12, 1), dt.date(2020, 12, 31))
    assert dossier(few, policy, MADE_ON, setup).launch is None


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_without_a_plan_one_page_says_what_stands_in_the_way(tmp_path, language):
    problems = (Problem("budget_below_fees", values={"budget": 100.0, "least": 900.0, "short": 800.0}),)
    write_refusal(problems, tmp_path / "a.pdf", language, MADE_ON)
    pdf = PdfReader(tmp_path / "a.pdf")
    assert len(pdf.pages) == 1
    text = squeezed(pdf)
    assert "800" in text
    assert ("没有方案能满足这些限制" if language == "zh_CN" else "Noplankeepstheselimits") in text
    words.use(plain_voice(language))
    assert len(refusal(problems, MADE_ON).blocks) == 6
    words.use(words.english())


def test_the_demo_in_both_languages(policy, tmp_path):
    advice = advise(demo_snapshot(policy), policy)
    for language in ("zh_CN", "en"):
        assert 4 <= len(printed(tmp_path, advice, policy, language).pages) <= 8


def test_pictures_are_written_as_files(advice, tmp_path):
    files = write_pictures(advice.plan, tmp_path)
    assert [file.name for file in files] == ["pyramid.png", "hosts.png", "risk.png"]
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in files)


def test_what_cannot_be_written_is_said(advice, policy, tmp_path):
    with pytest.raises(InputError) as caught:
        write_pdf(advice, policy, tmp_path / "no" / "a.pdf", "en", MADE_ON)
    assert [problem.code for problem in caught.value.problems] == ["cannot_write"]


def test_without_a_plan_there_is_nothing_to_print(advice, policy, tmp_path):
    with pytest.raises(ValueError, match="no plan"):
        write_pdf(replace(advice, plan=None), policy, tmp_path / "a.pdf", "en", MADE_ON)
