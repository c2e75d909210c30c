"""The report as it lies in the PDF: words that can be found, figures that can be copied, pictures, page numbers."""

import datetime as dt
from dataclasses import replace
from html import escape
from io import BytesIO

import pytest
from pypdf import PdfReader

from gui import words
from gui.report import report_blocks, write_pdf, write_pictures
from model.advice import advise
from model.errors import InputError
from model.policy import load
from model.records import Influencer, Kind, Offer, Product, Request, Snapshot

MADE_ON = dt.date(2026, 11, 22)
NAME = "金额很高的人气至尊面膜"
HOST = "王堃喆的小店"
RADICALS = [chr(code) for code in range(0x2E80, 0x2FE0)]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def policy():
    return load({"response.host_sd": 0.7})


@pytest.fixture(scope="module")
def advice(policy):
    hosts = [
        Influencer(
            f"h{n}",
            f"{HOST}{n}",
            "douyin",
            followers=20_000 + n,
            views=8_000.0 + 37 * n,
            offers=(Offer("坑位+佣金", 400.0 + n, 0.2, None, 2),),
        )
        for n in range(60)
    ]
    own = Influencer("own", "<b>本店</b> & 直播间", "douyin", Kind.OWN_ROOM, offers=(Offer("自播"),))
    product = Product(NAME, 69.0, "面膜", 20.0, stock=100_000)
    return advise(Snapshot((product,), (*hosts, own), {}, Request(30_000.0)), policy)


@pytest.fixture
def pdf(advice, policy, tmp_path):
    write_pdf(advice, policy, tmp_path / "报告.pdf", "en", MADE_ON)
    return PdfReader(BytesIO((tmp_path / "报告.pdf").read_bytes()))


def report_html(*asked):
    return "".join(block.html() for block in report_blocks(*asked))


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
        "Whatthisrestson",
        "offers",
        "first",
    ):
        assert wanted in text
    assert "".join(words.money(advice.plan.spend).split()) in text
    assert f"on{len(advice.plan.choices)}offers" in text


def test_no_character_is_a_radical_or_an_unnamed_glyph(pdf):
    text = squeezed(pdf)
    assert [sign for sign in RADICALS if sign in text] == []
    assert [sign for sign in text if ord(sign) < 32 or 0xE000 <= ord(sign) < 0xF900] == []
    assert not {"ﬁ", "ﬂ", "ﬀ", "ﬃ"} & set(text)


def test_every_page_has_its_number_and_the_table_head_is_repeated(pdf):
    pages = [page.extract_text() for page in pdf.pages]
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in " ".join(text.split())
    heads = [number for number, text in enumerate(pages) if "Long-run" in text and "First-sale" in text]
    assert len(heads) >= 2


def test_the_shipped_font_is_embedded_and_the_pictures_are_in(pdf):
    fonts = {
        font.get_object()["/BaseFont"]
        for page in pdf.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert fonts
    assert all("NotoSansSC" in font for font in fonts)
    assert sum(len(page.images) for page in pdf.pages) >= 3


def test_the_figures_it_rests_on_are_named_with_those_of_the_merchant(advice, policy):
    html = report_html(advice, advice.plan, policy, MADE_ON)
    guesses = [entry for entry in policy.entries.values() if entry.reliability == "guess"]
    assert len(guesses) > 10
    assert all(f">{escape(entry.en)}" in html for entry in guesses)
    assert "your own" in html
    assert "0.7<" in html
    assert policy.entries["economics.discount_year"].en not in html


def test_names_are_no_markup(advice, policy):
    html = report_html(advice, advice.plan, policy, MADE_ON)
    assert "&lt;b&gt;本店&lt;/b&gt; &amp; 直播间" in html
    assert "<b>本店" not in html


def test_every_choice_and_warning_is_told(advice, policy):
    html = report_html(advice, advice.plan, policy, MADE_ON)
    assert all(
        f">{choice.candidate.host.influencer.name}<" in html
        for choice in advice.plan.choices
        if choice.id != "own"
    )
    assert html.count("<li>") == len(advice.plan.warnings) > 0


def test_the_language_is_the_one_asked_for_and_then_the_one_before(advice, policy, tmp_path):
    words.use(words.english())
    write_pdf(advice, policy, tmp_path / "a.pdf", "zh_CN", MADE_ON)
    text = squeezed(PdfReader(tmp_path / "a.pdf"))
    assert "".join(policy.entries["matrix.ab_head_spend"].zh.split()) in text
    assert words.language() == "en"


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
