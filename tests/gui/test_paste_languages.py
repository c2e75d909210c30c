"""What a table copies in one language it takes back in that and in the other: nothing is refused, and nothing changed."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.jobs import drain
from gui.pages.texts import audience_text
from gui.pasting import spread
from gui.session import LAUNCH
from gui.tableclips import block, line
from gui.tables import RecordTable
from model.agebands import AGES
from model.launch.hands import ROLES, Hand
from model.launch.setup import Setup
from model.records import CITIES, PLATFORMS, Audience, Form, Influencer, Kind, Offer, Product, Snapshot
from model.results import Result

DAY = dt.date(2027, 1, 5)
LANGUAGES = ("en", "zh_CN")
WORDS = [Audience("female"), Audience("male", ("24-30",)), *(Audience("", (), (city,)) for city in CITIES)]
WHOLE = Audience("female", AGES, CITIES)
OFFERS = (
    Offer("fee", 300.5, 0.2, 1.5, 2, Form.LIVE),
    Offer.parse(name="tiers", slot_fee="0", commission="20%; 25% above 10000", form="post"),
    Offer.parse(slot_fee="1000", commission="12.345%"),
    Offer("nothing told"),
)
PRODUCTS = (
    Product("Coffee", 69.0, "咖啡", 15.25, 4.0, 0.05, 0.0625, 5000, 30.0, occasion=True, tone=("健康", "young"), audience=WHOLE),
    Product("Nothing known", 0.01),
    Product("Own words", 1_234_567.89, "手工皂礼盒", occasion=False, audience=WORDS[1]),
    *(Product(f"Of {code}", 9.9, code, return_rate=0.005, audience=who) for code, who in zip(("coffee", "mask", "Coffee", "面膜", "tea", "snacks", "美妆护肤/面膜"), WORDS, strict=True)),
)  # fmt: skip
HOSTS = (
    *(Influencer(f"p{n}", f"On {name}", name, followers=123_456 + n, views=7_654.0, engagement_rate=0.0321, category="美妆", mcn="Agency, Ltd") for n, name in enumerate(PLATFORMS)),
    *(Influencer(f"k{kind.value}", f"A {kind.value}", "douyin", kind, 900) for kind in Kind),
    Influencer("a1", "With offers", "douyin", followers=52_000, offers=OFFERS),
    Influencer("e1", "=1+1", "kuaishou", tone=("a", "b")),
)  # fmt: skip
HANDS = (
    Hand("Anna", frozenset(ROLES), 7.5, frozenset({6, 7}), holidays=True, host="kown_room"),
    Hand("Bo", frozenset(ROLES[:2])),
)
SETUP = Setup(
    DAY,
    DAY + dt.timedelta(60),
    hands=HANDS,
    free={"a1": ((DAY, DAY + dt.timedelta(3)), (DAY + dt.timedelta(9), DAY + dt.timedelta(9)))},
    stock={"Coffee": DAY},
)
RESULTS = (
    Result("a1", "Coffee", dt.date(2026, 3, 1), 2, 12_345, 678, 91, 5, 6_789.5, 6_000.25, 1_200.75, 300.0),
    Result("a1", "Coffee", dt.date(2026, 4, 1), orders=1_234_567),
    Result("p1", "Coffee", dt.date(2026, 4, 1), slot_fee_paid=0.0),
)


@pytest.fixture
def program(program: Program) -> Program:
    program.session.fill(Snapshot(PRODUCTS, HOSTS))
    program.session.save_results(RESULTS, None)
    program.session.save_launch(SETUP.packed(), None)
    return program


def products(qtbot: QtBot, program: Program) -> RecordTable[Any]:
    page: Any = program.window.show_page("products")
    page.complete()
    return page.table


def roster(qtbot: QtBot, program: Program) -> RecordTable[Any]:
    page: Any = program.window.show_page("roster")
    return page.table


def offers(qtbot: QtBot, program: Program) -> RecordTable[Any]:
    page: Any = program.window.show_page("roster")
    qtbot.waitUntil(lambda: page.table.model.rowCount() == len(HOSTS), timeout=20_000)
    page.choose("a1")
    return page.offers.table


def results(qtbot: QtBot, program: Program) -> RecordTable[Any]:
    page: Any = program.window.show_page("results")
    return page.table


def people(qtbot: QtBot, program: Program) -> RecordTable[Any]:
    return hands(program).people


def free_days(qtbot: QtBot, program: Program) -> RecordTable[Any]:
    return hands(program).free


def hands(program: Program) -> Any:
    page: Any = program.window.show_page("launch")
    page.tabs.setCurrentIndex(4)
    return page.hands


def figures(qtbot: QtBot, program: Program) -> RecordTable[Any]:
    page: Any = program.window.show_page("settings")
    return page.open_section("figures").table


TABLES = (products, roster, offers, results, people, free_days, figures)


def state(program: Program) -> tuple[object, ...]:
    session = program.session
    found = session.snapshot()
    return found.products, found.influencers, found.overrides, session.results(), session.setting(LAUNCH)


def rest(qtbot: QtBot, table: RecordTable[Any]) -> None:
    """Until all that follows a change of language or data is done."""
    qtbot.waitUntil(lambda: table.model.rowCount() > 0, timeout=20_000)
    assert drain(20_000)
    QApplication.processEvents()


@pytest.mark.parametrize("first", LANGUAGES)
@pytest.mark.parametrize("second", LANGUAGES)
@pytest.mark.parametrize("open_table", TABLES)
def test_what_is_copied_in_a_language_is_taken_back_in_every_language(
    qtbot: QtBot, program: Program, open_table: Callable[..., RecordTable[Any]], first: str, second: str
) -> None:
    table = open_table(qtbot, program)
    rest(qtbot, table)
    program.choose_language(first)
    rest(qtbot, table)
    columns = table.model.columns
    free = [column for column in columns if column.editable]
    assert free
    whole = "\n".join(["\t".join(table.model.headings()), *(line(columns, one) for one in table.model.rows)])
    cells = "\n".join(line(free, one) for one in table.model.rows)
    program.choose_language(second)
    rest(qtbot, table)
    before, steps = state(program), program.session.undo_code()
    told: list[str] = []
    table.pasted.connect(lambda _rows, refused: told.append(refused))
    QApplication.clipboard().setText(whole)
    table.paste()
    rest(qtbot, table)
    assert told == [""]
    assert state(program) == before
    table._change(*spread(block(cells), table.model.rows, free))
    rest(qtbot, table)
    assert told == ["", ""]
    assert state(program) == before
    assert program.session.undo_code() == steps


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", [Audience(), *WORDS, WHOLE])
def test_an_audience_is_read_back_as_it_is_shown(program: Program, language: str, audience: Audience) -> None:
    program.choose_language(language)
    shown = audience_text(audience)
    assert Audience.parse(shown) == audience
    assert not {"female", "male", *CITIES} & set(shown.replace(",", "").split())
