"""Who comes back, on the real window: from dropped files to grades, pictures and sentences, and what refuses."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from matplotlib.figure import Figure
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.charts.levels import draw_prices
from gui.charts.style import drawing
from gui.charts.view import chart_style
from gui.pages.orders import OrdersPage
from gui.studies import studies_of
from model.intake.files.tables import read_table
from model.records import Estimate, Influencer, Offer, Product, RepurchaseClass, Request
from model.repurchase.ownprice import OwnPrice

HEADER = "订单编号,买家,付款时间,商品,数量,实付金额"
START = dt.date(2024, 3, 1)
MASK = Product("面膜", 59.0, "面膜", 20.0, stock=500)
MUG = Product("水杯", 89.0, "水杯", 30.0)


def rows(customers: int = 60, back: int = 40, end: int = 420) -> list[tuple[Any, ...]]:
    """Masks for everybody, again for ``back`` of them; mugs once; something else at the end."""
    found = [(f"客{n}", 0, "面膜") for n in range(customers)]
    found += [(f"客{n}", 30 + n, "面膜") for n in range(back)]
    found += [(f"杯{n}", 5, "水杯") for n in range(customers // 2)]
    return [*found, ("末", end, "赠品")]


def write(path: Path, lines: list[tuple[Any, ...]], quantity: int = 1) -> Path:
    text = [
        f"A{n},{buyer},{START + dt.timedelta(day)} 10:00:00,{product},{quantity},{59 * quantity}"
        for n, (buyer, day, product) in enumerate(lines)
    ]
    path.write_text("\n".join([HEADER, *text]) + "\n", "utf-8")
    return path


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> OrdersPage:
    program.session.save_product(MASK, None)
    program.session.save_product(MUG, None)
    page = program.window.show_page("orders")
    assert isinstance(page, OrdersPage)
    return page


def ready(qtbot: QtBot, page: OrdersPage) -> None:
    """Study and portrait are there."""
    qtbot.waitUntil(lambda: page.studies.study is not None and not page.studies.is_running(), timeout=20_000)
    qtbot.waitUntil(lambda: not page.customers.is_running(), timeout=20_000)


@pytest.fixture
def filled(qtbot: QtBot, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]) -> OrdersPage:
    bring_in(write(tmp_path / "orders.csv", rows())).close()
    ready(qtbot, page)
    return page


def choose(qtbot: QtBot, page: OrdersPage, name: str) -> None:
    with qtbot.waitSignal(page.customers.shown, timeout=20_000):
        page.customers.choose(name)


def test_the_whole_shop_comes_first_and_every_product_with_orders_after_it(filled: OrdersPage) -> None:
    view = filled.customers
    names = [view.thing.itemText(place) for place in range(view.thing.count())]
    assert names == ["The whole shop", "面膜", "水杯"]
    assert view.portrait is not None
    assert view.portrait.customers == 91
    assert "Pale: before any order" in view.charts["odds"].summary.text()
    assert "From the orders alone" in view.verdict.text()


def test_a_product_is_shown_with_its_rates_and_what_the_orders_changed(
    qtbot: QtBot, filled: OrdersPage
) -> None:
    view = filled.customers
    choose(qtbot, filled, "面膜")
    values = [value.text() for value in view._values]
    assert values[:5] == ["1.7%", "51.7%", "66.7%", "66.7%", "66.7%"]
    assert values[5] == "49 days"
    assert "60 customers, followed for 420 days" in view.followed.text()
    assert "do not compare" in view.followed.text()
    assert "Counted: 60 customers" in view.charts["curve"].summary.text()
    assert view.letter.text() in view.verdict.text()
    assert "fall into festivals" in view.charts["gaps"].summary.text()
    assert "One month" in view.charts["cohorts"].summary.text()


def test_nobody_who_bought_twice_leaves_the_gaps_empty_with_a_sentence(
    qtbot: QtBot, filled: OrdersPage
) -> None:
    choose(qtbot, filled, "水杯")
    view = filled.customers
    assert view.charts["gaps"].canvas.picture is None
    assert view._values[5].text() == "—"
    assert view._notes[5].text() == "too few came back"
    assert view._values[4].text() == "0.0%"


def test_every_picture_is_drawn(qtbot: QtBot, filled: OrdersPage) -> None:
    choose(qtbot, filled, "面膜")
    for chart in filled.customers.charts.values():
        chart.window().activateWindow()
        qtbot.waitUntil(lambda c=chart: not c.image().isNull(), timeout=20_000)
    for name, tip in (("cohorts", "Of 60 new customers of 2024-03"), ("gaps", "repeat purchases came")):
        chart = filled.customers.charts[name]
        qtbot.waitUntil(lambda c=chart, t=tip: any(t in spot.text for spot in c.spots), timeout=20_000)


def test_a_language_switched_says_everything_again(
    qtbot: QtBot, program: Program, filled: OrdersPage
) -> None:
    choose(qtbot, filled, "面膜")
    program.choose_language("zh_CN")
    view = filled.customers
    qtbot.waitUntil(lambda: view.thing.itemText(0) == "全店")
    assert "60 位顾客" in view.followed.text()
    assert view.charts["curve"].title.text() == "多少人会回来，多久回来？"


def test_the_grade_in_the_product_list_rests_on_the_orders(
    qtbot: QtBot, program: Program, filled: OrdersPage
) -> None:
    products = program.window.show_page("products")
    rows_ = products.table.model.rows
    qtbot.waitUntil(
        lambda: all(r.grade and r.grade.basis == "both" for r in products.table.model.rows), timeout=20_000
    )
    assert len(rows_) == 2
    qtbot.waitUntil(lambda: "customers in your orders" in products.grade.verdict.text(), timeout=20_000)
    assert "came back within" in products.grade.why.text()


def test_without_the_files_the_grades_are_those_of_the_facts_again(
    qtbot: QtBot, program: Program, filled: OrdersPage
) -> None:
    products = program.window.show_page("products")
    qtbot.waitUntil(lambda: all(r.grade and r.grade.basis == "both" for r in products.table.model.rows))
    program.session.undo()
    qtbot.waitUntil(lambda: all(r.grade and r.grade.basis == "attributes" for r in products.table.model.rows))
    qtbot.waitUntil(lambda: "facts only" in products.grade.verdict.text(), timeout=20_000)


def test_another_product_is_studied_without_reading_the_files_again(
    qtbot: QtBot, program: Program, filled: OrdersPage
) -> None:
    sums = filled.studies.study.sums
    program.session.save_product(Product("赠品", 9.0), None)
    qtbot.waitUntil(lambda: len(filled.studies.study.insight.grades) == 3, timeout=20_000)
    assert filled.studies.study.sums is sums
    ready(qtbot, filled)


def test_a_plan_rests_on_the_orders_and_waits_for_them(
    qtbot: QtBot, program: Program, filled: OrdersPage
) -> None:
    hosts = [
        Influencer(
            f"h{n}", f"达人{n}", "douyin", followers=20_000, views=9000.0, offers=(Offer("a", 200.0, 0.1),)
        )
        for n in range(4)
    ]
    program.session.save_influencers(hosts, None)
    program.session.save_request(Request(2000.0), None)
    matrix = program.window.show_page("matrix")
    program.session.save_product(Product("赠品", 9.0), None)  # the study is behind again
    assert filled.studies.is_running()
    matrix.recommend()
    assert "still being added up" in matrix.notice.text.text()
    qtbot.waitUntil(lambda: matrix._advice is not None, timeout=20_000)
    graded = {grade.product.name: grade for grade in matrix._advice.grades}
    assert graded["面膜"].basis == "both"
    assert matrix._advice.ground.known is filled.studies.study.insight.known


def test_wholesale_orders_are_refused_with_what_can_still_be_said(
    qtbot: QtBot, program: Program, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    lines = [(f"店{n}", day, "面膜") for n in range(30) for day in (0, 30, 61, 400)]
    bring_in(write(tmp_path / "bulk.csv", lines, quantity=300)).close()
    ready(qtbot, page)
    assert "wholesale" in page.customers.refused.text()
    assert "31 days" in page.customers.refused.text()
    assert not page.customers._pictures.isVisible()
    assert page.products.model.rowCount() == 1


def test_many_refusals_are_not_a_wall(
    qtbot: QtBot, program: Program, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    program.session.save_products([Product(f"新品{n}", 20.0 + n) for n in range(9)], None)
    program.session.save_products([Product(f"未卖{n}", 20.0 + n) for n in range(3)], None)
    few = [("一客", 3, f"新品{n}") for n in range(9)]
    bring_in(write(tmp_path / "orders.csv", [*rows(), *few])).close()
    ready(qtbot, page)
    told = page.customers.refused.text().splitlines()
    assert len(told) == 7
    assert told[5] == "· … and 5 more of this kind"
    assert told[6] == "· Not in these orders: 未卖0, 未卖1, 未卖2"


def test_a_session_has_one_keeper(qtbot: QtBot, program: Program, filled: OrdersPage) -> None:
    assert studies_of(program.session) is filled.studies


def test_the_class_of_the_badge_is_the_likeliest(qtbot: QtBot, filled: OrdersPage) -> None:
    choose(qtbot, filled, "面膜")
    after = filled.customers.portrait.after
    assert max(after, key=lambda k: after[k]) in (RepurchaseClass.C, RepurchaseClass.D)
    QApplication.processEvents()
    assert filled.customers.letter.isVisible()


# ── levels, the follow-up list, the price rule ──


def levels(page: OrdersPage) -> list[dict[str, str]]:
    model = page.levels.levels.model
    return [
        dict(zip((c.key for c in model.columns), model.texts(row), strict=True))
        for row in range(model.rowCount())
    ]


def test_levels_of_customers_and_orders_add_up(filled: OrdersPage) -> None:
    found = filled.levels
    rows_ = levels(filled)
    assert {row["level"] for row in rows_} >= {
        "Head customers",
        "Tail customers",
        "Head orders",
        "Tail orders",
    }
    study = filled.studies.study.insight.buyers
    assert sum(int(row["members"]) for row in rows_ if "customers" in row["level"]) == 91
    assert sum(one.net_share for one in study.customers.tiers) == pytest.approx(1)
    assert "bring" in found.verdict.text()
    assert "concentration" in found.lorenz.summary.text()


def test_the_follow_up_list_holds_order_numbers_and_nobodys_name(
    qtbot: QtBot,
    page: OrdersPage,
    tmp_path: Path,
    bring_in: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    regulars = [(f"常客{n}", day, "面膜") for n in range(40) for day in range(0, 200 + n, 20)]
    bring_in(write(tmp_path / "orders.csv", [*regulars, ("末", 245, "赠品")])).close()
    ready(qtbot, page)
    assert page.levels.follow.isEnabled()
    assert "waited longer" in page.levels.follow_text.text()
    target = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    with qtbot.waitSignal(page.levels.saved, timeout=20_000):
        page.levels.follow.click()
    text = target.read_text("utf-8-sig")
    assert "常客" not in text
    table = read_table(target)
    assert len(table.rows) == int(page.studies.study.insight.buyers.outlook.overdue.sum()) > 0
    numbers = {str(row[1]).strip() for row in table.rows}
    assert all(number.startswith("A") for number in numbers)


def test_prices_that_never_changed_leave_the_usual_rule(filled: OrdersPage) -> None:
    assert "usual rule" in filled.levels.prices.summary.text()
    assert not filled.levels.adopt.isEnabled()


def test_an_own_price_rule_is_taken_over_as_one_step(
    qtbot: QtBot, program: Program, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    text = [HEADER]
    for week in range(60):
        price, orders = (66, 40) if week % 2 else (72, 12)
        for n in range(orders):
            day = START + dt.timedelta(week * 7 + n % 7)
            text.append(f"P{week}-{n},客{week}{n},{day} 10:00:00,面膜,1,{price}")
    (tmp_path / "prices.csv").write_text("\n".join(text) + "\n", "utf-8")
    bring_in(tmp_path / "prices.csv").close()
    ready(qtbot, page)
    assert page.levels.adopt.isEnabled()
    assert "Your orders" in page.levels.prices.summary.text()
    before = program.session.policy.price_rule
    page.levels.adopt.click()
    after = program.session.policy.price_rule
    assert after.drop > before.drop
    program.session.undo()
    assert program.session.policy.price_rule == before


def test_where_no_buyer_is_known_orders_still_have_levels(
    qtbot: QtBot, page: OrdersPage, tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    path = tmp_path / "nobody.csv"
    lines = [f"N{n},,{START + dt.timedelta(n)} 10:00:00,面膜,1,{20 + n}" for n in range(60)]
    path.write_text("\n".join([HEADER, *lines]) + "\n", "utf-8")
    bring_in(path).close()
    ready(qtbot, page)
    assert {row["level"] for row in levels(page)} == {"Head orders", "Waist orders", "Tail orders"}
    assert "Head orders" in page.levels.verdict.text()
    assert not page.levels.follow.isEnabled()
    assert page.customers.refused.text()


# ── the picture of the price rule ──


def price_rule(basis: str) -> OwnPrice:
    known = {"price_own": "own", "price_mixed": "mixed"}.get(basis, "prior")
    ratio, usual, slope = Estimate(2.0, 1.6, 2.5), Estimate(1.42, 1.03, 1.95), Estimate(1.0, 0.5, 1.5)
    return OwnPrice(69.0, ratio, usual, slope, slope, known, 0.9, 3, 900, 12, 2, ())


@pytest.mark.parametrize(
    ("basis", "names"),
    [
        ("price_own", ["¥69, your orders", "¥69, usual rule"]),
        ("price_mixed", ["¥69, orders and rule", "¥69, usual rule"]),
        ("price_prior", ["¥69, usual rule"]),
    ],
)
def test_the_own_price_rule_is_drawn_above_the_usual_one_which_stands_alone_without_it(
    qapp: QApplication, basis: str, names: list[str]
) -> None:
    style = chart_style()
    with drawing(style):
        figure = Figure()
        draw_prices(figure, style, (price_rule(basis),))
    (axes,) = figure.axes
    assert [label.get_text() for label in axes.get_yticklabels()] == names
    bars = [
        line.get_xdata() for line in axes.lines if len(line.get_xdata()) == 2 and line.get_linewidth() > 5
    ]
    assert [list(bar) for bar in bars] == [[1.6, 2.5], [1.03, 1.95]][-len(names) :]
    low, high = axes.get_xlim()
    assert low < 1 < high
    assert high > max(bar[1] for bar in bars)
