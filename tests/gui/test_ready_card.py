"""Ready to go live: the card below the product form, on the real window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from gui import theme, words
from gui.app import Program
from gui.gauges import RateGauge
from gui.pages.products import ProductsPage
from gui.pages.readycard import TONES, ReadyCard
from gui.pages.readydetail import ReadyDetail
from gui.words.reasons import reason
from model.advice import ProductAdvice, describe
from model.errors import Reason
from model.policy import load
from model.records import Estimate, Influencer, Offer, Product
from model.store import Store

POLICY = load()
COFFEE = Product("Coffee 30", 59.9, "coffee", 25.0, 4.5, 0.05, 0.06, use_days=25)
FRIDGE = Product("Fridge", 899.0, "家电", 500.0)
HOSTS = tuple(
    Influencer(f"h{n}", f"h{n}", "douyin", views=9000.0, followers=20_000, offers=(Offer("a", fee, 0.15),))
    for n, fee in enumerate((200.0, 400.0, 3000.0))
)


@pytest.fixture
def page(program: Program) -> ProductsPage:
    page = program.window.show_page("products")
    assert isinstance(page, ProductsPage)
    page.complete()
    return page


@pytest.fixture
def card(page: ProductsPage) -> ReadyCard:
    return page.ready


@pytest.fixture
def coffee(qtbot: QtBot, program: Program, page: ProductsPage) -> Product:
    """A product on the page, judged."""
    (saved,) = program.session.save_products([COFFEE], None)
    judged(qtbot, page)
    return saved


def judged(qtbot: QtBot, page: ProductsPage) -> None:
    """Everything typed has been judged."""
    qtbot.waitUntil(lambda: not page._pause.isActive() and not page._live.is_running())


def detail(card: ReadyCard) -> ReadyDetail:
    assert card.detail is not None
    return card.detail


def box(card: ReadyCard, name: str) -> QLineEdit:
    found = detail(card).what_if.form.editor(name)
    assert isinstance(found, QLineEdit)
    return found


def put(qtbot: QtBot, page: ProductsPage, name: str, text: str) -> None:
    """Type into one of the two fields, and wait for the verdict."""
    field = box(page.ready, name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    with qtbot.waitSignal(page._live.done):
        qtbot.keyClicks(field, text)
    judged(qtbot, page)


def wanted(product: Product, hosts: tuple[Influencer, ...] = (), **own: float) -> ProductAdvice:
    return describe(product, POLICY, among=(product,), roster=hosts, **own)


def shows(card: ReadyCard, advice: ProductAdvice) -> bool:
    return card.verdict.text() == reason(advice.readiness.reasons[0])


# ── the verdict ──


def test_the_card_says_what_the_model_says(coffee: Product, card: ReadyCard) -> None:
    advice = wanted(coffee)
    found = advice.readiness
    assert shows(card, advice)
    assert card.badge.property("tone") == TONES[found.verdict] == "warn"
    assert card.badge.text() == "Unclear"
    assert [line for line in detail(card).rests.text().split("\n") if line] == [
        reason(r) for r in found.reasons[1:]
    ]
    assert words.money(found.most_fee, 2) in detail(card).most.text()
    assert box(card, "slot_fee").text() == f"{advice.usual.order.fee:.2f}".rstrip("0").rstrip(".")
    assert box(card, "commission").text() == f"{advice.usual.order.commission * 100:g}"
    assert detail(card).what_if.hint.text() == reason(Reason("offer_of_nobody"))


@pytest.mark.parametrize(
    ("fee", "badge", "tone"),
    [
        ("20", "Ready", "good"),
        ("90", "Unclear", "warn"),
        ("150", "Not ready", "bad"),
        ("1", "Pays at once", "good"),
        ("9999", "Never pays back", "bad"),
    ],
)
def test_every_verdict_has_its_badge(
    qtbot: QtBot, page: ProductsPage, coffee: Product, card: ReadyCard, fee: str, badge: str, tone: str
) -> None:
    put(qtbot, page, "slot_fee", fee)
    assert shows(card, wanted(coffee, fee=float(fee)))
    assert (card.badge.text(), card.badge.property("tone")) == (badge, tone)
    assert card.badge.isVisible()


def test_what_to_try_comes_in_order_with_its_effect(
    qtbot: QtBot, page: ProductsPage, coffee: Product, card: ReadyCard
) -> None:
    put(qtbot, page, "slot_fee", "150")
    found = wanted(coffee, fee=150.0).readiness
    said = [sentence.text() for sentence, _ in detail(card).steps if sentence.isVisible()]
    assert said == [f"{n}. {reason(one.reason)}" for n, one in enumerate(found.remedies[:3], 1)]
    first = detail(card).steps[0][1].text()
    for figure in (found.needed, found.remedies[0].needed, found.rate.value, found.remedies[0].rate):
        assert words.percent(figure) in first
    assert words.money(found.remedies[0].value, 2) in first
    assert "guess" in detail(card).guess.text()
    put(qtbot, page, "slot_fee", "1")
    assert not detail(card).try_first.isVisible()
    assert not any(label.isVisible() for step in detail(card).steps for label in step)


def test_the_verdict_follows_the_product_as_it_is_typed(
    qtbot: QtBot, page: ProductsPage, coffee: Product, card: ReadyCard
) -> None:
    price = page.form.editor("price")
    price.setFocus()
    with qtbot.waitSignal(page._live.done):
        qtbot.keyClicks(price, "9")  # 59.99 becomes 59.9 with a 9 before the cursor's place
    judged(qtbot, page)
    typed = float(page.form.values()["price"])
    assert typed != coffee.price
    assert shows(card, wanted(replace(coffee, price=typed)))


def test_without_a_product_the_card_says_what_it_needs(
    qtbot: QtBot, page: ProductsPage, coffee: Product, card: ReadyCard
) -> None:
    page.start_new()
    assert card.verdict.text() == page.grade.verdict.text() != ""
    assert not any(
        part.isVisible()
        for part in (card.badge, detail(card).gauge, detail(card).what_if, detail(card).try_first)
    )


# ── fee and commission ──


def test_the_roster_tells_the_usual_offer_and_a_change_of_it_is_followed(
    qtbot: QtBot, program: Program, page: ProductsPage, coffee: Product, card: ReadyCard
) -> None:
    with qtbot.waitSignal(page._live.done):
        program.session.save_influencers(HOSTS, None)
    advice = wanted(coffee, HOSTS)
    assert shows(card, advice)
    assert float(box(card, "slot_fee").text()) == pytest.approx(advice.usual.order.fee, abs=0.005)
    assert box(card, "commission").text() == "15"
    assert detail(card).what_if.hint.text() == (
        "Judged at a good offer of your roster, “a” of h0: of 3 hosts 0 ask less for an order. "
        "Hosts with whom first orders pay back at your repurchase rate: 3 of 3."
    )
    with qtbot.waitSignal(page._live.done):
        program.session.delete_influencers(["h0", "h1", "h2"], None)
    assert shows(card, wanted(coffee))


def test_a_fee_of_ones_own_leaves_the_usual_commission(
    qtbot: QtBot, program: Program, page: ProductsPage, coffee: Product, card: ReadyCard
) -> None:
    with qtbot.waitSignal(page._live.done):
        program.session.save_influencers(HOSTS, None)
    put(qtbot, page, "slot_fee", "30")
    assert shows(card, wanted(coffee, HOSTS, fee=30.0))
    put(qtbot, page, "commission", "5")
    assert shows(card, wanted(coffee, HOSTS, fee=30.0, commission=0.05))
    assert "what-if" in detail(card).what_if.hint.text()
    assert words.money(wanted(coffee, HOSTS).usual.order.fee, 2) in detail(card).what_if.hint.text()


def test_back_to_the_usual(qtbot: QtBot, page: ProductsPage, coffee: Product, card: ReadyCard) -> None:
    assert not detail(card).what_if.back.isVisible()
    usual = box(card, "slot_fee").text()
    put(qtbot, page, "slot_fee", "30")
    assert detail(card).what_if.back.isVisible()
    with qtbot.waitSignal(page._live.done):
        qtbot.mouseClick(detail(card).what_if.back, Qt.MouseButton.LeftButton)
    assert box(card, "slot_fee").text() == usual
    assert not detail(card).what_if.back.isVisible()
    assert shows(card, wanted(coffee))


@pytest.mark.parametrize(("name", "text"), [("slot_fee", "abc"), ("slot_fee", "-1"), ("commission", "120%")])
def test_what_cannot_be_read_is_marked_and_nothing_is_judged_by_it(
    qtbot: QtBot, page: ProductsPage, coffee: Product, card: ReadyCard, name: str, text: str
) -> None:
    put(qtbot, page, name, text)
    field = detail(card).what_if.form._fields[name]
    assert field.note.text() == field.problem != ""
    assert "marked" in card.verdict.text()
    assert not any(
        part.isVisible()
        for part in (card.badge, detail(card).gauge, detail(card).most, detail(card).try_first)
    )
    assert page.grade.letter.isVisible()
    put(qtbot, page, name, "10")
    assert field.problem == ""
    assert card.badge.isVisible()


def test_an_emptied_field_is_filled_again_when_it_is_left(
    qtbot: QtBot, page: ProductsPage, coffee: Product, card: ReadyCard
) -> None:
    field = box(card, "slot_fee")
    usual = field.text()
    field.setFocus()
    field.selectAll()
    with qtbot.waitSignal(page._live.done):
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == ""
    assert shows(card, wanted(coffee))
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == usual


def test_a_what_if_belongs_to_its_product_and_is_not_stored(
    qtbot: QtBot, program: Program, page: ProductsPage, coffee: Product, card: ReadyCard
) -> None:
    assert program.session.path is not None
    (fridge,) = program.session.save_products([FRIDGE], page)
    steps = program.session.undo_code()
    put(qtbot, page, "slot_fee", "30")
    page.table.choose(str(fridge.id))
    judged(qtbot, page)
    assert not detail(card).what_if.back.isVisible()
    page.table.choose(str(coffee.id))
    judged(qtbot, page)
    assert box(card, "slot_fee").text() == "30"
    assert shows(card, wanted(coffee, fee=30.0))
    assert program.session.undo_code() == steps
    with Store.open(program.session.path) as store:
        assert store.products() == (coffee, fridge)


def test_the_what_if_of_a_new_product_stays_with_it_when_it_is_saved(
    qtbot: QtBot, program: Program, page: ProductsPage, card: ReadyCard
) -> None:
    page.start_new()
    for name, text in (("name", "Tea"), ("price", "80")):
        page.form.editor(name).setFocus()
        qtbot.keyClicks(page.form.editor(name), text)
    qtbot.waitUntil(lambda: card.detail is not None and card.detail.isVisible())
    put(qtbot, page, "slot_fee", "7.5")
    qtbot.mouseClick(page.sheet.save, Qt.MouseButton.LeftButton)
    judged(qtbot, page)
    assert box(card, "slot_fee").text() == "7.5"
    assert card.own.asked() == (7.5, None)
    (saved,) = program.session.snapshot().products
    assert shows(card, wanted(saved, fee=7.5))
    page.start_new()
    assert not detail(card).what_if.back.isVisible()


def test_another_project_forgets_what_was_typed(
    qtbot: QtBot, program: Program, page: ProductsPage, coffee: Product, card: ReadyCard, tmp_path
) -> None:
    put(qtbot, page, "slot_fee", "30")
    program.session.new(tmp_path / "other.rmx")
    (other,) = program.session.save_products([COFFEE], None)
    judged(qtbot, page)
    assert other.id == coffee.id
    assert not detail(card).what_if.back.isVisible()
    assert shows(card, wanted(other))


# ── looks ──


def test_the_card_speaks_the_language_of_the_moment(
    qtbot: QtBot, program: Program, page: ProductsPage, coffee: Product, card: ReadyCard
) -> None:
    put(qtbot, page, "slot_fee", "150")
    program.choose_language("zh_CN")
    qtbot.waitUntil(lambda: card.title.text() == "能开播了吗？")
    assert card.badge.text() == "还没准备好"
    assert shows(card, wanted(coffee, fee=150.0))
    assert "保本复购率" in detail(card).steps[0][1].text()
    assert box(card, "slot_fee").text() == "150"
    texts = [
        label.text()
        for label in (
            card.verdict,
            detail(card).most,
            detail(card).rests,
            detail(card).guess,
            detail(card).what_if.hint,
        )
    ]
    assert not [text for text in texts if not any("\u4e00" <= sign <= "\u9fff" for sign in text)]
    assert "保本" in detail(card).gauge.accessibleName()
    program.choose_language("en")
    qtbot.waitUntil(lambda: card.badge.text() == "Not ready")


def test_the_whole_form_and_the_whole_card_can_be_scrolled_to(page: ProductsPage, coffee: Product) -> None:
    area = page.ready
    while not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inside = area.widget()
    assert inside.height() >= inside.minimumSizeHint().height()
    assert inside.width() <= area.viewport().width()
    bar = area.verticalScrollBar()
    assert bar.maximum() >= inside.height() - area.viewport().height()
    for name in ("name", "audience"):
        area.ensureWidgetVisible(page.form.editor(name))
        assert page.form.editor(name).visibleRegion().boundingRect().size() == page.form.editor(name).size()


def painted(gauge: RateGauge) -> QImage:
    gauge.resize(QSize(500, 60))
    return gauge.grab().toImage()


def has(image: QImage, token: str, left: float, right: float) -> bool:
    """Whether the track (30 to 458 of 500) shows a colour between two shares, at its upper edge."""
    colour = QColor(theme.current()[token])
    places = range(round(30 + 428 * left) + 4, round(30 + 428 * right) - 4)
    return any(image.pixelColor(x, 26) == colour for x in places)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_gauge_is_red_below_the_rate_needed_and_green_above(
    qtbot: QtBot, program: Program, scheme: str
) -> None:
    program.choose_theme(scheme)
    gauge = RateGauge()
    qtbot.addWidget(gauge)
    gauge.show_rates(Estimate(0.3, 0.2, 0.4), 0.6)
    image = painted(gauge)
    assert (has(image, "bad_soft", 0, 0.6), has(image, "good_soft", 0, 0.6)) == (True, False)
    assert (has(image, "bad_soft", 0.6, 1), has(image, "good_soft", 0.6, 1)) == (False, True)
    assert image.pixelColor(round(30 + 428 * 0.25), 30) == QColor(theme.current()["accent"])
    for needed, token in ((None, "bad_soft"), (0.0, "good_soft")):
        gauge.show_rates(Estimate(0.3, 0.2, 0.4), needed)
        other = "good_soft" if token == "bad_soft" else "bad_soft"
        assert (has(painted(gauge), token, 0, 1), has(painted(gauge), other, 0, 1)) == (True, False)


def test_the_gauge_says_in_words_what_it_paints(qtbot: QtBot) -> None:
    gauge = RateGauge()
    qtbot.addWidget(gauge)
    gauge.show_rates(Estimate(0.3, 0.2, 0.4), 0.6)
    assert gauge.accessibleName() == "Repurchase rate: break-even 60%; yours 30% (20% – 40%)"
    gauge.show_rates(Estimate(0.3, 0.2, 0.4), None)
    assert gauge.accessibleName() == "Repurchase rate: not even at 100%; yours 30% (20% – 40%)"
