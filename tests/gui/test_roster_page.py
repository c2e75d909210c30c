"""The roster page: hosts come in from files and by typing, are edited with their offers, and nobody is overwritten."""

import datetime as dt
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.pages.roster import RosterPage
from gui.pages.tasks import check_hosts
from gui.session import Loaded
from gui.words import water
from model.demo import demo_snapshot
from model.errors import Cancelled, InputError, Problem
from model.intake.out.templates import write_rows, write_template
from model.policy import load
from model.records import Audience, Form, Influencer, Kind, Offer, Product, Snapshot
from model.results import Result
from model.store import Store

XINGTU = Path(__file__).parents[2].parent / "shared/data/rosters/xingtu_beauty_160.csv"
ANNA = Influencer(
    "a1",
    "Anna",
    "douyin",
    followers=52_000,
    views=6_000.0,
    offers=(Offer("fee", 3000.0, 0.2), Offer("free", 0.0, 0.3)),
)
BO = Influencer("b2", "Bo", "kuaishou", followers=800)


@pytest.fixture
def page(program: Program) -> RosterPage:
    page = program.window.show_page("roster")
    assert isinstance(page, RosterPage)
    return page


@pytest.fixture
def two(qtbot: QtBot, program: Program, page: RosterPage) -> RosterPage:
    """The page with two hosts, the first of them shown."""
    program.session.save_influencers([ANNA, BO], by=None)
    qtbot.waitUntil(lambda: len(page.table.model.rows) == 2)
    choose(qtbot, page, "Anna")
    return page


def choose(qtbot: QtBot, page: RosterPage, name: str) -> None:
    page.table.choose(next(f.influencer.id for f in page.table.model.rows if f.influencer.name == name))
    qtbot.waitUntil(lambda: line(page, "name").text() == name)


def line(page: RosterPage, name: str) -> QLineEdit:
    widget = page.form.editor(name)
    assert isinstance(widget, QLineEdit)
    return widget


def put(qtbot: QtBot, page: RosterPage, name: str, text: str) -> None:
    box = line(page, name)
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    box.insert(text)  # keys are of Latin letters only
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not box.hasFocus())


def press(qtbot: QtBot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def told(page: RosterPage, name: str) -> str:
    return page.form._fields[name].problem


def on_disk(program: Program) -> dict[str, Influencer]:
    assert program.session.path is not None
    with Store.open(program.session.path) as store:
        return {host.id: host for host in store.influencers()}


def cells(page: RosterPage, name: str) -> dict[str, str]:
    """What the table shows of a host, by column."""
    model = page.table.model
    row = next(r for r in range(model.rowCount()) if model.record(r).influencer.name == name)
    return dict(zip((c.key for c in model.columns), model.texts(row), strict=True))


# ── files ──


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_our_template_comes_in_as_it_was_filled(
    qtbot: QtBot,
    program: Program,
    page: RosterPage,
    tmp_path: Path,
    bring_in: Any,
    ending: str,
    language: str,
) -> None:
    file = tmp_path / f"roster.{ending}"
    write_template("roster", file, language)
    bring_in(file)
    qtbot.waitUntil(lambda: len(page.table.model.rows) == 1)
    (host,) = on_disk(program).values()
    assert line(page, "name").text() == host.name
    assert host.offers


@pytest.mark.skipif(not XINGTU.is_file(), reason="the example roster does not lie beside the project")
def test_an_export_of_xingtu_comes_in_whole_with_estimates_marked(
    qtbot: QtBot, program: Program, page: RosterPage, bring_in: Any
) -> None:
    bring_in(XINGTU)
    qtbot.waitUntil(lambda: len(page.table.model.rows) == 160)
    assert page.table.view.model().rowCount() == 160
    assert len(on_disk(program)) == 160
    for facts in page.table.model.rows:
        shown = cells(page, facts.influencer.name)
        assert shown["views"].startswith("≈") == ("views" in facts.estimated)
        assert shown["followers"].startswith("≈") == ("followers" in facts.estimated)
        assert facts.influencer.offers or "≈" in shown["offer"]
    assert any("≈" in cells(page, facts.influencer.name)["offer"] for facts in page.table.model.rows)


def test_lines_that_cannot_be_used_are_told_and_the_others_come_in(
    program: Program, tmp_path: Path, bring_in: Any
) -> None:
    file = tmp_path / "hosts.csv"
    write_rows(
        file, ["达人ID", "达人昵称", "粉丝数"], [["1", "甲", "1.2万"], ["2", "乙", "many"], ["", "", 5]]
    )
    told = [line.text for line in bring_in(file).problems.table.everything()]
    assert on_disk(program)["1"].followers == 12_000
    assert any("many" in text for text in told)


@pytest.mark.parametrize("kind", ["no table", "missing", "empty", "other"])
def test_a_file_that_is_no_roster_gets_a_sentence(
    program: Program, tmp_path: Path, bring_in: Any, kind: str
) -> None:
    file = tmp_path / "file.csv"
    if kind == "no table":
        file.write_bytes(b"%PDF-1.7 nothing")
    elif kind == "empty":
        file.write_bytes(b" \n")
    elif kind == "other":
        write_rows(file, ["colour", "weight"], [["red", 3], ["blue", 4]])
    dialog = bring_in(file)
    assert dialog.importer.count("refused", "needs_columns") == 1
    assert dialog.detail.need.text()
    assert on_disk(program) == {}


# ── hosts ──


def test_estimated_figures_are_marked_and_given_ones_are_not(two: RosterPage) -> None:
    anna, bo = cells(two, "Anna"), cells(two, "Bo")
    assert anna["followers"] == "52,000"
    assert "≈" not in anna["offer"]
    assert bo["views"].startswith("≈")
    assert bo["offer"].count("≈") == 2


def test_a_host_is_made_by_typing(qtbot: QtBot, program: Program, page: RosterPage) -> None:
    page.start_new()
    put(qtbot, page, "name", "Carl")
    put(qtbot, page, "followers", "1.2w")
    put(qtbot, page, "engagement_rate", "3.5")
    press(qtbot, page.save)
    (host,) = on_disk(program).values()
    assert (host.name, host.platform, host.followers, host.kind) == ("Carl", "douyin", 12_000, Kind.HOST)
    assert host.engagement_rate == pytest.approx(0.035)
    qtbot.waitUntil(lambda: len(page.table.model.rows) == 1)


def test_the_shops_own_people_can_be_chosen_as_kind(qtbot: QtBot, program: Program, two: RosterPage) -> None:
    box = two.form.editor("kind")
    assert isinstance(box, QComboBox)
    box.setFocus()
    place = box.findData("founder")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert on_disk(program)["a1"].kind is Kind.FOUNDER


def test_an_edit_of_a_host_is_on_the_disk_as_soon_as_the_field_is_left(
    qtbot: QtBot, program: Program, two: RosterPage
) -> None:
    put(qtbot, two, "followers", "60000")
    assert on_disk(program)["a1"].followers == 60_000
    assert on_disk(program)["a1"].offers == ANNA.offers
    qtbot.waitUntil(lambda: cells(two, "Anna")["followers"] == "60,000")
    program.session.undo()
    assert line(two, "followers").text() == "52000"
    program.session.redo()
    assert line(two, "followers").text() == "60000"


@pytest.mark.parametrize(
    ("field", "text"),
    [("followers", "-5"), ("followers", "1e99"), ("views", "abc"), ("engagement_rate", "900%"), ("name", "")],
)
def test_a_wrong_figure_is_told_beside_its_field_and_not_kept(
    qtbot: QtBot, program: Program, two: RosterPage, field: str, text: str
) -> None:
    put(qtbot, two, field, text)
    assert told(two, field)
    assert on_disk(program)["a1"] == ANNA


def test_everything_that_is_wrong_is_told_at_once_on_save(
    qtbot: QtBot, program: Program, page: RosterPage
) -> None:
    page.start_new()
    line(page, "followers").setText("many")
    line(page, "audience").setText("everybody")
    press(qtbot, page.save)
    assert {name for name in ("name", "followers", "audience", "views") if told(page, name)} == {
        "name", "followers", "audience",
    }  # fmt: skip
    assert line(page, "name").hasFocus()


def test_an_id_that_another_host_has_is_refused(qtbot: QtBot, program: Program, two: RosterPage) -> None:
    line(two, "id").setText("b2")
    press(qtbot, two.save)
    assert "b2" in told(two, "id")
    assert on_disk(program) == {"a1": ANNA, "b2": BO}


def test_a_new_host_with_a_known_id_is_refused(qtbot: QtBot, program: Program, two: RosterPage) -> None:
    two.start_new()
    put(qtbot, two, "name", "Impostor")
    put(qtbot, two, "id", "a1")
    press(qtbot, two.save)
    assert "a1" in told(two, "id")
    assert on_disk(program)["a1"] == ANNA


def test_a_changed_id_replaces_the_host_in_one_step(qtbot: QtBot, program: Program, two: RosterPage) -> None:
    put(qtbot, two, "id", "a9")
    assert set(on_disk(program)) == {"a9", "b2"}
    assert on_disk(program)["a9"].offers == ANNA.offers
    program.session.undo()
    assert on_disk(program) == {"a1": ANNA, "b2": BO}


def test_deleting_takes_the_chosen_hosts_and_undo_brings_them_back(
    qtbot: QtBot, program: Program, two: RosterPage
) -> None:
    two.table.view.selectAll()
    press(qtbot, two.delete)
    assert on_disk(program) == {}
    assert not two.delete.isEnabled()
    program.session.undo()
    assert on_disk(program) == {"a1": ANNA, "b2": BO}


def test_a_half_typed_host_survives_a_change_elsewhere(
    qtbot: QtBot, program: Program, two: RosterPage
) -> None:
    two.start_new()
    put(qtbot, two, "name", "Carl")
    with qtbot.waitSignal(two._facts.done):
        program.session.set_overrides({"estimates.commission": 0.3}, by=None)
    assert line(two, "name").text() == "Carl"
    with qtbot.waitSignal(two._facts.done):
        program.session.save_influencer(BO, by=None)
        program.session.delete_influencers(["b2"], by=None)
    assert line(two, "name").text() == "Carl"


def test_a_host_that_could_not_be_kept_is_not_called_saved(
    qtbot: QtBot, program: Program, two: RosterPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise InputError([Problem("disk_full")])

    monkeypatch.setattr(program.session, "save_influencer", full)
    line(two, "followers").setText("70000")
    for _ in range(2):
        press(qtbot, two.save)
        assert "disk is full" in two.notice.text.text()


# ── offers ──


def offer_cell(page: RosterPage, row: int, key: str) -> str:
    model = page.offers.table.model
    return model.texts(row)[[c.key for c in model.columns].index(key)]


def edit(page: RosterPage, row: int, key: str, text: str) -> None:
    """What the editor of a cell does when it is left."""
    model = page.offers.table.model
    column = [c.key for c in model.columns].index(key)
    index = model.index(row, column)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    model.setData(index, text)


def test_a_cell_of_the_offers_is_edited_by_keyboard(qtbot: QtBot, program: Program, two: RosterPage) -> None:
    two.tabs.setCurrentIndex(1)
    view = two.offers.table.view
    view.setCurrentIndex(view.model().index(0, 1))
    view.edit(view.model().index(0, 1))
    box = view.viewport().findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    box.selectAll()
    qtbot.keyClicks(box, "2500")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: on_disk(program)["a1"].offers[0].slot_fee == 2500.0)


@pytest.mark.parametrize(
    ("key", "text", "kept"),
    [
        ("slot_fee", "1.2万", 12_000.0),
        ("commission", "15", 0.15),
        ("guarantee", "2", 2.0),
        ("sessions", "3", 3),
        ("form", "短视频", Form.POST),
        ("form", "post or video", Form.POST),
        ("name", "spring", "spring"),
        ("slot_fee", "", None),
    ],
)
def test_every_term_of_an_offer_can_be_edited(
    program: Program, two: RosterPage, key: str, text: str, kept: object
) -> None:
    edit(two, 0, key, text)
    assert getattr(on_disk(program)["a1"].offers[0], key) == kept
    assert on_disk(program)["a1"].offers[1] == ANNA.offers[1]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_tiered_commission_is_typed_shown_and_left_as_it_is(
    program: Program, two: RosterPage, language: str
) -> None:
    program.choose_language(language)
    edit(two, 0, "commission", "20%；1万以上25%")
    kept = on_disk(program)["a1"].offers[0]
    assert (kept.commission, kept.steps) == (0.2, ((10_000.0, 0.25),))
    shown = offer_cell(two, 0, "commission")
    assert shown == ("20%; 25% above 10000" if language == "en" else "20%; 10000以上25%")
    edit(two, 0, "commission", shown)
    edit(two, 0, "slot_fee", "2000")
    assert on_disk(program)["a1"].offers[0].steps == kept.steps
    edit(two, 0, "commission", "20%；多卖多给")
    assert "commission" in two.notice.text.text().lower() or "佣金" in two.notice.text.text()
    edit(two, 0, "commission", "18")
    assert on_disk(program)["a1"].offers[0].steps == ()


def test_a_cell_that_is_left_as_it_was_changes_nothing(program: Program, two: RosterPage) -> None:
    for key in ("name", "slot_fee", "commission", "guarantee", "sessions", "form"):
        for row in (0, 1):
            edit(two, row, key, offer_cell(two, row, key))
    assert on_disk(program)["a1"] == ANNA
    assert not two.notice.isVisible()


@pytest.mark.parametrize(
    ("key", "text"),
    [("slot_fee", "-1"), ("commission", "195%"), ("sessions", "0"), ("slot_fee", "lots"), ("form", "x")],
)
def test_a_wrong_term_is_told_and_not_kept(program: Program, two: RosterPage, key: str, text: str) -> None:
    edit(two, 0, key, text)
    assert two.notice.isVisible()
    assert two.notice.text.text()
    assert on_disk(program)["a1"] == ANNA


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_offers_are_pasted_with_their_headings_as_one_step(
    program: Program, two: RosterPage, language: str
) -> None:
    program.choose_language(language)
    table = two.offers.table
    table.view.setCurrentIndex(table.model.index(0, 0))
    first, second = ANNA.offers[0].name, ANNA.offers[1].name
    QApplication.clipboard().setText(f"合作方式\tsessions\tSlot fee\n{second}\t7\t321\n{first}\t0\t123\n")
    table.paste()
    kept = {offer.name: offer for offer in on_disk(program)["a1"].offers}
    assert kept[second].sessions == 7
    assert kept[second].slot_fee == 321
    assert kept[first].slot_fee == 123
    assert kept[first].sessions == ANNA.offers[0].sessions
    assert first in two.notice.text.text()
    program.session.undo()
    assert on_disk(program)["a1"] == ANNA


def put_term(qtbot: QtBot, page: RosterPage, name: str, text: str) -> None:
    """A term typed into its field below the table, which is then left."""
    box = page.offers.form.editor(name)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_the_terms_of_the_chosen_offer_are_fields_too(
    qtbot: QtBot, program: Program, two: RosterPage
) -> None:
    two.tabs.setCurrentIndex(1)
    assert two.offers.form.values()["name"] == "fee"
    two.offers.table.choose("1")
    assert two.offers.form.values()["name"] == "free"
    put_term(qtbot, two, "sessions", "3")
    put_term(qtbot, two, "commission", "20%; 25% above 10000")
    first, second = on_disk(program)["a1"].offers
    assert first == ANNA.offers[0]
    assert (second.sessions, second.commission, second.steps) == (3, 0.2, ((10_000.0, 0.25),))
    put_term(qtbot, two, "slot_fee", "-1")
    assert two.offers.form._fields["slot_fee"].problem
    assert on_disk(program)["a1"].offers[1].slot_fee == 0.0
    program.session.undo()
    assert two.offers.form.values()["commission"] == "30%"


def test_a_host_of_another_trade_is_marked_in_the_form(
    qtbot: QtBot, program: Program, two: RosterPage
) -> None:
    sold = [Product("Coffee", 59.0, "咖啡"), Product("Mask", 69.0, "面膜")]
    for product in sold:
        program.session.save_product(product, by=None)
    put(qtbot, two, "category", "手机")
    assert two.other.isVisible()
    assert "mobile phone; yours is coffee, facial mask" in two.other.text()
    put(qtbot, two, "category", "粉底液")
    assert not two.other.isVisible()
    put(qtbot, two, "category", "手机")
    choose(qtbot, two, "Bo")
    assert not two.other.isVisible()


def test_words_of_the_form_follow_the_language(qtbot: QtBot, program: Program, two: RosterPage) -> None:
    """What stands in the fields are the program's own words, too: second-tier cities in a Chinese window were none."""
    audience = Audience("female", ("24-30",), ("city2",))
    steps = replace(ANNA.offers[0], steps=((10_000.0, 0.25),))
    told = replace(ANNA, audience=audience, tone=("calm", "warm"), offers=(steps,))
    program.session.save_influencers([told], by=None)
    assert two.form.values()["audience"] == "women, 24-30, second-tier cities"
    program.choose_language("zh_CN")
    qtbot.waitUntil(lambda: two.form.values()["audience"] == "女 24-30 二线")
    assert two.form.values()["tone"] == "calm、warm"
    assert two.offers.form.values()["commission"] == "20%; 10000以上25%"
    two.form.set_values({"audience": "nobody"})
    program.choose_language("en")
    qtbot.waitUntil(lambda: two.form.values()["tone"] == "calm, warm")
    assert two.form.values()["audience"] == "nobody"
    assert on_disk(program)["a1"] == told


def test_the_offers_need_no_scrolling_sideways(program: Program, two: RosterPage) -> None:
    program.window.resize(1366, 768)
    two.tabs.setCurrentIndex(1)
    for code in ("en", "zh_CN"):
        program.choose_language(code)
        assert two.offers.table.view.horizontalScrollBar().maximum() == 0


def test_offers_are_added_and_removed(qtbot: QtBot, program: Program, two: RosterPage) -> None:
    two.tabs.setCurrentIndex(1)
    press(qtbot, two.offers.add)
    press(qtbot, two.offers.add)
    names = [offer.name for offer in on_disk(program)["a1"].offers]
    assert len(names) == len(set(names)) == 4
    two.offers.table.choose("0")
    press(qtbot, two.offers.remove)
    assert [offer.name for offer in on_disk(program)["a1"].offers] == names[1:]
    program.session.undo()
    assert [offer.name for offer in on_disk(program)["a1"].offers] == names


def test_two_offers_of_a_host_cannot_share_a_name(program: Program, two: RosterPage) -> None:
    edit(two, 0, "name", "free")
    assert two.notice.isVisible()
    assert on_disk(program)["a1"] == ANNA


def edit_cell(page: RosterPage, name: str, key: str, text: str) -> None:
    """Type a text into a cell of the table, as its editor would hand it over."""
    model = page.table.model
    row = next(r for r in range(model.rowCount()) if model.record(r).influencer.name == name)
    index = model.index(row, [c.key for c in model.columns].index(key))
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    model.setData(index, text)


def test_a_cell_of_the_table_is_edited_in_place_and_saved_at_once(
    qtbot: QtBot, program: Program, two: RosterPage
) -> None:
    edit_cell(two, "Anna", "followers", "6.5万")
    qtbot.waitUntil(lambda: cells(two, "Anna")["followers"] == "65,000")
    assert on_disk(program)["a1"] == replace(ANNA, followers=65_000)
    assert line(two, "followers").text() == "65000"
    program.session.undo()
    assert on_disk(program)["a1"] == ANNA


def test_an_estimated_cell_is_edited_from_nothing_and_shown_as_known(
    qtbot: QtBot, program: Program, two: RosterPage
) -> None:
    assert cells(two, "Bo")["views"].startswith("≈")
    edit_cell(two, "Bo", "views", "")
    assert on_disk(program)["b2"] == BO
    edit_cell(two, "Bo", "views", "450")
    qtbot.waitUntil(lambda: cells(two, "Bo")["views"] == "450")


def test_nonsense_in_a_cell_is_refused_with_a_sentence(program: Program, two: RosterPage) -> None:
    edit_cell(two, "Anna", "followers", "many")
    assert "many" in two.notice.text.text()
    assert on_disk(program)["a1"] == ANNA


# ── water ──


def test_every_host_is_checked_and_the_chosen_one_is_told_of(
    qtbot: QtBot, program: Program, page: RosterPage
) -> None:
    program.session.fill(demo_snapshot(load()))
    qtbot.waitUntil(lambda: bool(page._places) and bool(page.table.model.rows), timeout=20_000)
    found = page._audit
    assert found is not None
    told = check_hosts(program.session.snapshot(), load(), Loaded, progress=lambda *_: None, cancelled=lambda: False)  # fmt: skip
    assert found.check.counts() == told.check.counts()
    outside = [f.influencer for f in page.table.model.rows if f.influencer.kind is Kind.HOST]
    assert {page._verdict(host.id) for host in outside} >= {"clean", "doubtful", "unknown"}
    doubtful = next(host for host in outside if page._verdict(host.id) == "doubtful")
    page.choose(doubtful.id)
    page.tabs.setCurrentIndex(2)
    check = found.check.host(page._places[doubtful.id])
    assert page.water.verdict.text() == water.verdict("doubtful")
    assert [row.fact.text() for row in page.water.evidence.rows if not row.isHidden()] == [
        water.evidence(piece) for piece in check.evidence
    ]
    assert page.water.points.text()
    qtbot.mouseClick(page.water.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith(next(water.lines(check)))


def test_a_long_check_of_hosts_tells_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, program: Program, page: RosterPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def slow(*_: Any, progress: Callable[[str, float], None], cancelled: Callable[[], bool]) -> None:
        progress("checking_hosts", 0.5)
        while not cancelled():
            time.sleep(0.001)
        over.set()
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr("gui.pages.roster.check_hosts", slow)
        program.session.fill(demo_snapshot(load()))
        qtbot.waitUntil(page._checks.isVisible, timeout=20_000)
        qtbot.waitUntil(lambda: page._checks.bar.value() == 50)
        assert page._checks.doing.text() == "Checking the hosts for inflated figures and fair fees…"
        with qtbot.waitSignal(page._checks.stopped):
            qtbot.mouseClick(page._checks.stop, Qt.MouseButton.LeftButton)
        assert over.wait(10)
    assert not page._checks.isVisible()
    assert page._audit is None
    assert "checked again after the next change" in page.notice.text.text()
    program.session.save_influencer(ANNA, None)
    qtbot.waitUntil(lambda: ANNA.id in page._places, timeout=20_000)


def test_own_people_are_not_checked_for_water(qtbot: QtBot, program: Program, page: RosterPage) -> None:
    own = Influencer("own", "Own room", "douyin", Kind.OWN_ROOM, 5_000)
    program.session.fill(Snapshot((), (own,)))
    qtbot.waitUntil(lambda: bool(page._places) and bool(page.table.model.rows), timeout=20_000)
    page.choose("own")
    assert page._verdict("own") in ("unknown", "")
    assert not page.water.copy.isEnabled()


def test_results_count_in_the_check_of_the_host_they_are_of(
    qtbot: QtBot, program: Program, two: RosterPage
) -> None:
    id_ = program.session.snapshot().influencers[0].id

    def evidence() -> set[str]:
        check = two._audit.check.host(two._places[id_]) if two._audit and id_ in two._places else None
        return {piece.code for piece in check.evidence} if check else set()

    qtbot.waitUntil(lambda: two._audit is not None, timeout=20_000)
    assert "own_orders" not in evidence()
    result = Result(id_, "面膜", dt.date(2026, 3, 1), sessions=1, views=300_000, orders=1)
    program.session.save_result(result, "h", None)
    qtbot.waitUntil(lambda: "own_orders" in evidence(), timeout=20_000)


def test_cells_pasted_into_the_roster_are_one_step_and_wrong_ones_are_told(
    program: Any, qtbot: QtBot
) -> None:
    session = program.session
    session.save_influencers(
        [Influencer(f"p{n}", f"Host {n}", "douyin", followers=1000) for n in range(3)], None
    )
    page = program.window.show_page("roster")
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 3)
    before = session.snapshot().influencers
    number = [column.key for column in page.table.model.columns].index("followers")
    page.table.view.setCurrentIndex(page.table.model.index(0, number))
    QApplication.clipboard().setText("1.2万\nmany\n5000\n")
    page.table.paste()
    assert [host.followers for host in session.snapshot().influencers] == [12_000, 1000, 5000]
    assert "Host 1, Followers: “many” is not a number" in page.notice.text.text()
    assert session.undo_code() == ("edit_influencers", {"n": 2, "name": "Host 0"})
    session.undo()
    assert session.snapshot().influencers == before


@pytest.mark.parametrize(("guarantee", "shown"), [(1.0, "1:1"), (2.5, "1:2.5"), (None, "—")])
def test_a_guarantee_is_shown_as_the_trade_writes_it(guarantee: float | None, shown: str):
    from gui.pages.offers import COLUMNS, OfferRow

    row = OfferRow(0, Offer("保量", 1000.0, 0.2, guarantee))
    assert next(one for one in COLUMNS if one.key == "guarantee").show(row) == shown
