"""The palette finds what is in the project: key figures, products, hosts and their offers; each is shown in its place."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import pinyin
from gui.app import Program
from gui.palette import LATELY, Palette
from gui.things import MOST, Thing, Things, things_of
from model.records import Influencer, Offer, Product, Snapshot
from tests.guards import WORKED, worked

"""Milliseconds for a letter typed among 5,000 hosts."""


def host(name: str, id_: str = "", *offers: Offer) -> Influencer:
    return Influencer.parse(id=id_, name=name, platform="douyin", offers=offers)


def shop(hosts: int = 0) -> Snapshot:
    named = [host("张小小", "1234567890123456789", Offer.parse(name="直播专场", slot_fee="3000"), Offer.parse(slot_fee="500")),
             host("Lily", "lily-1")]  # fmt: skip
    rest = [host(f"茶主播{n}", f"t{n}", Offer.parse(name=f"场{n}", slot_fee="100")) for n in range(hosts)]
    return Snapshot(
        products=(Product("Oolong tea", 59.0), Product("乌龙茶", 30.0)), influencers=(*named, *rest)
    )


def filled(qtbot: QtBot, program: Program, snapshot: Snapshot) -> Palette:
    program.session.fill(snapshot)
    assert program.window.actions_by_name
    card = program.window.palette_card
    qtbot.waitUntil(pinyin.is_ready)
    opened(qtbot, program)
    return card


def opened(qtbot: QtBot, program: Program) -> None:
    card = program.window.palette_card
    qtbot.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(card.asked.hasFocus)
    program.window.later.finish()
    qtbot.waitUntil(lambda: card._things is not None, timeout=20_000)


def rows(card: Palette) -> list[tuple[str, str]]:
    items = [card.list.topLevelItem(n) for n in range(card.list.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def ask(qtbot: QtBot, card: Palette, text: str) -> None:
    card.asked.setText(text)
    qtbot.keyClick(card.asked, Qt.Key.Key_Return)


# ── the window ──


@pytest.mark.parametrize("asked", ["张小", "zxx", "zhangxiao", "4567890123"])
def test_a_host_is_found_by_name_sound_or_id_and_chosen(qtbot: QtBot, program: Program, asked: str) -> None:
    card = filled(qtbot, program, shop())
    card.asked.setText(asked)
    assert rows(card)[0] == ("张小小", "Hosts · Douyin · 1234567890123456789")
    qtbot.keyClick(card.asked, Qt.Key.Key_Return)
    page: Any = program.window.pages["roster"]
    assert card.isHidden()
    assert program.window.stack.currentWidget() is page
    qtbot.waitUntil(lambda: page.table.current() is not None)
    assert page.table.current().influencer.name == page.form.values()["name"] == "张小小"


def test_a_host_comes_out_from_behind_a_filter(qtbot: QtBot, program: Program) -> None:
    card = filled(qtbot, program, shop())
    page: Any = program.window.show_page("roster")
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 2)
    page.table.filter.setText("lily")
    page.table._filter_now()
    opened(qtbot, program)
    ask(qtbot, card, "张小小")
    assert page.table.current().influencer.name == "张小小"
    assert page.table.filter.text() == ""


def test_an_offer_opens_at_its_host(qtbot: QtBot, program: Program) -> None:
    card = filled(qtbot, program, shop())
    card.asked.setText("专场")
    assert rows(card) == [("张小小 · 直播专场", "Hosts · Offers · Douyin")]
    card.asked.setText("张小小")
    assert [name for name, _place in rows(card)] == ["张小小"]  # his offers are not meant by his name
    ask(qtbot, card, "zxx zhuanchang")
    page: Any = program.window.pages["roster"]
    assert page.offers.isVisible()
    assert page.offers.table.current().offer.name == "直播专场"


def test_a_product_is_shown(qtbot: QtBot, program: Program) -> None:
    card = filled(qtbot, program, shop())
    ask(qtbot, card, "wlc")
    page: Any = program.window.pages["products"]
    assert program.window.stack.currentWidget() is page
    assert page.form.values()["name"] == "乌龙茶"
    assert page.table.current().product.name == "乌龙茶"


def test_a_key_figure_has_the_keyboard(qtbot: QtBot, program: Program) -> None:
    card = filled(qtbot, program, shop())
    program.window.show_page("settings")
    opened(qtbot, program)
    card.asked.setText("break-even")
    assert rows(card)[0] == ("Break-even orders", "Overview")
    qtbot.keyClick(card.asked, Qt.Key.Key_Return)
    page: Any = program.window.pages["overview"]
    assert program.window.stack.currentWidget() is page
    assert QApplication.focusWidget() is page.tiles.tiles["break_even"].why


def test_what_was_added_is_found_and_what_is_gone_is_not(qtbot: QtBot, program: Program) -> None:
    card = filled(qtbot, program, shop())
    card.leave()
    program.session.save_influencer(host("Bert"), by=None)
    opened(qtbot, program)
    card.asked.setText("bert")
    assert rows(card)[-1][0] == "Bert"  # below the step that takes it back
    card.leave()
    program.session.undo()
    opened(qtbot, program)
    card.asked.setText("bert")
    assert "Bert" not in [name for name, _place in rows(card)]


def test_a_host_leaves_no_trace_in_the_settings(qtbot: QtBot, program: Program) -> None:
    card = filled(qtbot, program, shop())
    ask(qtbot, card, "lily")
    assert program.window.stack.currentWidget() is program.window.pages["roster"]
    assert "lily" not in str(card._settings.value(LATELY, [])).lower()


def test_a_dozen_of_many_and_how_many_more(qtbot: QtBot, program: Program) -> None:
    card = filled(qtbot, program, shop(40))
    card.asked.setText("茶主播")
    found = rows(card)
    assert len(found) == MOST + 1
    assert found[-1] == ("… and 28 more: type more letters", "Hosts")
    for _ in range(30):  # the last line tells, and is not chosen
        qtbot.keyClick(card.asked, Qt.Key.Key_Down)
    assert card.list.currentItem().text(0) == "茶主播11"


def test_a_letter_takes_less_than_a_blink_among_5000_hosts(qtbot: QtBot, program: Program) -> None:
    card = filled(qtbot, program, shop())
    card._take_things(things_of(shop(5000), ()))  # a project of as many would check them all beside us
    qtbot.keyClicks(card.asked, "w")  # the first letter makes Qt lay out the list
    texts = ("t", "tz", "tzb", "茶", "茶主播49", "t4999", "c", "chang", "5")
    spent = [worked(lambda text=text: card.asked.setText(text)) for text in texts]
    print("ms a letter:", [round(one) for one in spent])
    assert max(spent) < WORKED


# ── the search ──

NAMES = st.text("abc张小 ", min_size=1, max_size=5).filter(str.strip)


@given(st.lists(NAMES, max_size=40), st.text("abc张小 ", max_size=3))
def test_it_finds_what_a_slow_look_finds(names: list[str], asked: str) -> None:
    things = [Thing("product", name, str(n)) for n, name in enumerate(names)]
    pinyin.prepare()
    found = Things(things).found(asked)
    words = asked.split()
    slow = [one for one in things if words and all(pinyin.found(word, one.name) for word in words)]
    assert sum(hit.count for hit in found) == len(slow)
    for hit in found:
        assert set(hit.things) <= set(slow)
        assert len(hit.things) == min(MOST, hit.count)
        begins = [one.name.startswith(words[0]) for one in hit.things]
        assert begins == sorted(begins, reverse=True)


def test_an_offer_named_by_its_terms_is_no_thing() -> None:
    lily = replace(
        host("Lily"), offers=(Offer.parse(slot_fee="500"), Offer.parse(name="Evening", slot_fee="500"))
    )
    found = things_of(Snapshot(influencers=(lily,)), ()).found("e")
    assert [one.name for hit in found for one in hit.things] == ["Lily · Evening"]
