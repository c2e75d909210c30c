"""The settings page: language and look switch at once, and every figure of the model can be changed and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui import theme, words
from gui.app import Program
from gui.pages.figuretable import shown
from gui.pages.products import ProductsPage
from gui.pages.settings import SettingsPage
from gui.words.reasons import undo_text
from model.advice import advise
from model.errors import NothingFeasible
from model.estimates import level_counts
from model.fields import number
from model.policy import load
from model.records import Product, Tier
from model.store import Store
from tests.gui.shop import SHOP

KEY = "grading.days_floor"
FIGURE = "grading.weight_days"


@pytest.fixture
def page(program: Program) -> SettingsPage:
    page = program.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.open_section("figures")
    return page


def place(page: SettingsPage, key: str, column: str):
    model = page.figures.table.model
    row = next(r for r in range(model.rowCount()) if model.record(r).key == key)
    return model.index(row, [c.key for c in model.columns].index(column))


def edit(page: SettingsPage, key: str, text: str) -> None:
    index = place(page, key, "value")
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    page.figures.table.model.setData(index, text)


def own(program: Program) -> dict[str, float]:
    assert program.session.path is not None
    with Store.open(program.session.path) as store:
        return store.overrides()


def pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_every_figure_is_listed_with_source_and_reliability(page: SettingsPage) -> None:
    model = page.figures.table.model
    assert model.rowCount() == len(load().entries)
    for row in range(model.rowCount()):
        texts = dict(zip((c.key for c in model.columns), model.texts(row), strict=True))
        assert all(
            texts[key] for key in ("group", "name", "value", "default", "unit", "reliability", "source")
        )


def test_an_own_figure_is_typed_into_the_table_and_kept_with_the_project(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    index = place(page, KEY, "value")
    page.figures.table.view.scrollTo(index)
    page.figures.table.view.setCurrentIndex(index)
    page.figures.table.view.edit(index)
    box = page.figures.table.view.viewport().findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    box.selectAll()
    qtbot.keyClicks(box, "21")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: own(program) == {KEY: 21.0})
    assert place(page, KEY, "value").data() == "21"
    assert program.session.policy is not None
    assert program.session.policy.grading.days_floor == 21.0


def test_many_figures_are_pasted_as_one_step_and_a_single_one_is_named(
    program: Program, page: SettingsPage
) -> None:
    table = page.figures.table
    keys = ("economics.horizon_days", "capacity.pack_minutes")
    entries = [load().entries[key] for key in keys]
    lines = [f"{key}\t{entry.default + 1}" for key, entry in zip(keys, entries, strict=True)]
    QApplication.clipboard().setText("\n".join(("Figure\tValue", *lines)))
    table.paste()
    assert own(program) == {key: entry.default + 1 for key, entry in zip(keys, entries, strict=True)}
    program.session.undo()
    assert own(program) == {}
    QApplication.clipboard().setText("\n".join(("Figure\tValue", lines[0], f"{keys[1]}\tmany")))
    table.paste()
    assert own(program) == {keys[0]: entries[0].default + 1}
    code = program.session.undo_code()
    assert code is not None
    assert undo_text(*code) == f"change the figure “{entries[0].en}”"


def test_an_own_figure_changes_the_grade_and_undo_takes_it_back(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    products = program.window.page("products")
    assert isinstance(products, ProductsPage)
    products.complete()
    program.session.save_product(Product("Coffee", 59.9, "coffee", use_days=25), by=None)

    def odds() -> float | None:
        (row,) = products.table.model.rows
        return row.grade.probabilities[row.grade.letter] if row.grade else None

    qtbot.waitUntil(lambda: odds() is not None)
    first = odds()
    edit(page, FIGURE, "0.1")
    qtbot.waitUntil(lambda: odds() not in (None, first))
    program.session.undo()
    assert own(program) == {}
    qtbot.waitUntil(lambda: odds() == first)
    assert place(page, FIGURE, "value").data() == place(page, FIGURE, "default").data()


@pytest.mark.parametrize("text", ["abc", "-3", "1e400", "1e30"])
def test_a_figure_that_makes_no_sense_is_refused_with_a_sentence(
    program: Program, page: SettingsPage, text: str
) -> None:
    edit(page, KEY, text)
    assert page.notice.isVisible()
    assert page.notice.text.text()
    assert own(program) == {}
    assert place(page, KEY, "value").data() == place(page, KEY, "default").data()


def test_a_share_above_one_is_refused(program: Program, page: SettingsPage) -> None:
    key = next(k for k, e in load().entries.items() if e.unit.startswith("share"))
    edit(page, key, "1.5")
    assert page.notice.isVisible()
    assert own(program) == {}


@pytest.mark.parametrize("how", ["empty", "button", "typed"])
def test_the_shipped_figure_comes_back(qtbot: QtBot, program: Program, page: SettingsPage, how: str) -> None:
    edit(page, KEY, "21")
    assert own(program) == {KEY: 21.0}
    if how == "button":
        page.figures.table.choose(KEY)
        qtbot.mouseClick(page.figures.reset, Qt.MouseButton.LeftButton)
    else:
        edit(page, KEY, "" if how == "empty" else f"{load().entries[KEY].default:g}")
    assert own(program) == {}


def test_own_figures_stay_with_their_project(program: Program, page: SettingsPage, tmp_path: Path) -> None:
    edit(page, KEY, "21")
    first = program.session.path
    program.session.new(tmp_path / "other.rmx")
    assert place(page, KEY, "value").data() != "21"
    assert first is not None
    program.session.open(first)
    assert place(page, KEY, "value").data() == "21"


def test_the_language_switches_at_once_and_is_remembered(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    pick(page.general.language, "zh_CN")
    assert words.language() == "zh_CN"
    assert program.settings.value("language") == "zh_CN"
    qtbot.waitUntil(lambda: place(page, KEY, "name").data() == load().entries[KEY].zh)
    assert page.general.language.currentData() == "zh_CN"
    pick(page.general.language, "en")
    qtbot.waitUntil(lambda: place(page, KEY, "name").data() == load().entries[KEY].en)


def lightness(program: Program) -> int:
    return program.window.grab().toImage().pixelColor(700, 700).lightness()


def test_the_look_switches_at_once_and_is_remembered(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    light = lightness(program)
    pick(page.general.look, "dark")
    assert theme.current().name == "dark"
    assert program.settings.value("theme") == "dark"
    assert page.general.look.currentData() == "dark"
    qtbot.waitUntil(lambda: lightness(program) < light)
    pick(page.general.look, "light")
    assert theme.current().name == "light"


# ── sections ──


def test_every_section_is_opened_by_the_keyboard_and_has_a_name(qtbot: QtBot, page: SettingsPage) -> None:
    page.sections.setFocus()
    qtbot.keyClick(page.sections, Qt.Key.Key_Home)
    names = []
    for place in range(page.sections.count()):
        names.append(page.sections.item(place).text())
        assert page.stack.currentIndex() == place
        assert page.stack.currentWidget().isVisible()
        qtbot.keyClick(page.sections, Qt.Key.Key_Down)
    assert names == ["General", "Figures of the model", "Levels of hosts", "Privacy", "Backups"]
    assert page.sections.accessibleName()


def test_every_control_of_every_section_can_be_reached_and_is_named(page: SettingsPage) -> None:
    for name in ("general", "figures", "levels", "privacy", "backups"):
        view = page.open_section(name)
        controls = [
            control
            for kind in (QPushButton, QComboBox, QLineEdit, QCheckBox)
            for control in view.findChildren(kind)
            if control.isVisible()
            and control.parent() is not None
            and not isinstance(control.parent(), QComboBox)
        ]
        assert controls
        for control in controls:
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control
            assert control.accessibleName() or getattr(control, "text", str)(), control


# ── figures, tried before they are kept ──


@pytest.fixture
def shop(program: Program) -> Program:
    """A project with something to plan."""
    program.session.fill(SHOP)
    return program


def pick_figure(page: SettingsPage, key: str) -> None:
    page.figures.table.choose(key)
    assert page.figures.panel.entry is not None
    assert page.figures.panel.entry.key == key


def type_value(qtbot: QtBot, page: SettingsPage, text: str) -> None:
    box = page.figures.panel.value
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, text)


def test_what_a_figure_would_do_to_the_plan_is_shown_before_it_is_kept(
    qtbot: QtBot, shop: Program, page: SettingsPage
) -> None:
    pick_figure(page, "response.conversion_live")
    effect = page.figures.panel.effect
    type_value(qtbot, page, "0.002")
    qtbot.waitUntil(lambda: effect._shown is not None, timeout=30_000)
    assert own(shop) == {}
    assert effect.grid.isVisible()
    before, after = effect._shown.before, effect._shown.after
    request, policy = shop.session.snapshot().request, shop.session.policy
    assert policy is not None
    lower = policy.with_overrides({"response.conversion_live": 0.002})
    snapshot = shop.session.snapshot()
    assert before.risk.mean == pytest.approx(advise(snapshot, policy).plan.risk.mean)
    try:
        expected = advise(snapshot, lower).plan.risk.mean
    except NothingFeasible:
        assert after is None
    else:
        assert after.risk.mean == pytest.approx(expected)
    assert request == shop.session.snapshot().request
    assert effect.cells[2][1].text() == words.money_short(before.risk.mean)
    qtbot.mouseClick(page.figures.panel.keep, Qt.MouseButton.LeftButton)
    assert own(shop) == {"response.conversion_live": 0.002}
    assert not effect.grid.isVisible()
    shop.session.undo()
    assert own(shop) == {}


def test_what_a_figure_typed_into_the_table_did_to_the_plan_is_shown_and_taken_back_by_one_click(
    qtbot: QtBot, shop: Program, page: SettingsPage
) -> None:
    key = "response.conversion_live"
    snapshot, policy = shop.session.snapshot(), shop.session.policy
    assert policy is not None
    edit(page, key, "0.02")
    effect = page.figures.panel.effect
    assert own(shop) == {key: 0.02}
    assert effect.take_back.isVisible()
    assert not page.figures.panel.keep.isEnabled()  # it is kept
    qtbot.waitUntil(lambda: effect._shown is not None, timeout=60_000)
    higher = policy.with_overrides({key: 0.02})
    assert effect._shown.before.risk.mean == pytest.approx(advise(snapshot, policy).plan.risk.mean)
    assert effect._shown.after.risk.mean == pytest.approx(advise(snapshot, higher).plan.risk.mean)
    assert [head.text() for head in effect.heads] == ["before", "now"]
    assert page.figures.panel.entry.key == key
    qtbot.mouseClick(effect.take_back, Qt.MouseButton.LeftButton)
    assert own(shop) == {}
    assert not effect.take_back.isVisible()
    assert not effect.grid.isVisible()


def test_for_a_figure_no_plan_hangs_on_none_is_made(qtbot: QtBot, shop: Program, page: SettingsPage) -> None:
    pick_figure(page, "capacity.pack_minutes")
    effect = page.figures.panel.effect
    type_value(qtbot, page, "4")
    assert "launch" in effect.verdict.text()
    assert not effect._pause.isActive()
    assert not effect._job.is_running()
    edit(page, "capacity.pack_minutes", "5")
    assert "launch" in effect.verdict.text()
    assert not effect._pause.isActive()
    qtbot.mouseClick(effect.take_back, Qt.MouseButton.LeftButton)
    assert own(shop) == {}


def test_figures_taken_together_are_taken_back_together_to_what_they_were(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    edit(page, KEY, "21")
    edit(page, FIGURE, "0.1")
    former = own(program)
    assert former == {KEY: 21.0, FIGURE: 0.1}
    qtbot.mouseClick(page.figures.reset_all, Qt.MouseButton.LeftButton)
    assert own(program) == {}
    qtbot.mouseClick(page.figures.panel.effect.take_back, Qt.MouseButton.LeftButton)
    assert own(program) == former


def test_a_figure_filtered_away_by_its_change_is_shown_beside_the_table(
    program: Program, page: SettingsPage
) -> None:
    edit(page, KEY, "21")
    page.figures.mine.click()
    edit(page, KEY, "")
    assert page.figures.table.model.rowCount() == 0
    assert page.figures.panel.entry.key == KEY
    assert page.figures.panel.effect.take_back.isVisible()


def test_every_figure_is_explained_beside_the_table(page: SettingsPage) -> None:
    seen = {}
    for entry in load().entries.values():
        page.figures.panel.show_figure(entry)
        seen[entry.key] = page.figures.panel.meaning.text()
    assert all(seen.values())
    assert len(set(seen.values())) == len({".".join(key.split(".")[:2]) for key in seen})


def test_of_two_values_typed_the_latest_is_answered_and_it_can_be_stopped(
    qtbot: QtBot, shop: Program, page: SettingsPage
) -> None:
    pick_figure(page, "response.conversion_live")
    effect = page.figures.panel.effect
    answers = []
    effect._job.done.connect(answers.append)
    effect.ask({"response.conversion_live": 0.02})
    effect._start()
    effect.ask({"response.conversion_live": 0.03})
    effect._start()
    qtbot.waitUntil(lambda: effect._shown is not None, timeout=30_000)
    assert len(answers) == 1
    lower = shop.session.policy_with({"response.conversion_live": 0.03})
    assert effect._shown.after.risk.mean == pytest.approx(
        advise(shop.session.snapshot(), lower).plan.risk.mean
    )
    effect.ask({"response.conversion_live": 0.04})
    effect._start()
    assert effect.work.stop.isVisible()
    qtbot.mouseClick(effect.work.stop, Qt.MouseButton.LeftButton)
    assert not effect._job.is_running()
    assert not effect.work.stop.isVisible()


def test_without_products_it_is_said_that_there_is_nothing_to_compare(
    qtbot: QtBot, page: SettingsPage
) -> None:
    pick_figure(page, "response.conversion_live")
    type_value(qtbot, page, "0.02")
    effect = page.figures.panel.effect
    qtbot.waitUntil(lambda: effect._error is not None, timeout=30_000)
    assert "product" in effect.verdict.text()
    assert page.figures.panel.keep.isEnabled()


@pytest.mark.parametrize("text", ["abc", "-1", "2"])
def test_a_wrong_value_in_the_panel_is_told_and_the_old_one_stays(
    qtbot: QtBot, program: Program, page: SettingsPage, text: str
) -> None:
    pick_figure(page, "response.conversion_live")
    key = "matrix.head_share"
    pick_figure(page, key)
    old = page.figures.panel.value.text()
    type_value(qtbot, page, text)
    assert page.figures.panel.problem.text()
    assert not page.figures.panel.keep.isEnabled()
    qtbot.keyClick(page.figures.panel.value, Qt.Key.Key_Return)
    assert page.figures.panel.value.text() == old
    assert page.figures.panel.problem.isVisible()
    assert own(program) == {}


def test_own_figures_are_counted_filtered_and_all_taken_back_in_one_step(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    view = page.figures
    for key in (KEY, FIGURE):
        edit(page, key, "0.5" if key == FIGURE else "21")
    assert view.count.text().startswith("2 ")
    view.mine.click()
    assert {entry.key for entry in view.table.model.rows} == {KEY, FIGURE}
    qtbot.mouseClick(view.reset_all, Qt.MouseButton.LeftButton)
    assert own(program) == {}
    assert view.count.text().startswith("0 ")
    assert not view.reset_all.isEnabled()
    program.session.undo()
    assert set(own(program)) == {KEY, FIGURE}
    view.mine.click()
    view.guesses.click()
    assert view.table.model.rows
    assert {entry.reliability for entry in view.table.model.rows} == {"guess"}
    view.guesses.click()
    assert len(view.table.model.rows) == len(load().entries)


def test_every_figure_belongs_to_one_purpose_and_can_be_found_by_it(page: SettingsPage) -> None:
    view, seen = page.figures, []
    for place in range(1, view.purpose.count()):
        view.purpose.setCurrentIndex(place)
        view.purpose.activated.emit(place)
        seen += [entry.key for entry in view.table.model.rows]
    assert sorted(seen) == sorted(load().entries)


def test_a_word_finds_figures(qtbot: QtBot, page: SettingsPage) -> None:
    view = page.figures
    qtbot.keyClicks(view.table.filter, "commission")
    qtbot.waitUntil(lambda: 0 < view.table.model.rowCount() < 30)


# ── levels ──


def test_levels_are_tried_kept_and_taken_back(qtbot: QtBot, shop: Program, page: SettingsPage) -> None:
    view = page.open_section("levels")
    hosts = shop.session.snapshot().influencers
    platform = hosts[0].platform
    policy = shop.session.policy
    assert policy is not None
    box = view.boxes[platform, "head"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "150000")
    key = f"tiers.head.{platform}"
    then = policy.with_overrides({key: 150000.0})
    expected = level_counts(hosts, (policy, then))[platform]
    qtbot.waitUntil(lambda: view._levels.get(platform) == expected)
    assert own(shop) == {}
    for tier in Tier:
        assert f"{expected[1][tier]}" in view.counts[platform].text()
    qtbot.waitUntil(lambda: view.effect._shown is not None, timeout=30_000)
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert own(shop) == {key: 150000.0}
    qtbot.mouseClick(view.reset, Qt.MouseButton.LeftButton)
    assert own(shop) == {}
    assert box.text() == "1,000,000"


@pytest.mark.parametrize("text", ["x", "50000", "-3"])
def test_levels_that_cannot_be_are_told_and_nothing_is_kept(
    qtbot: QtBot, program: Program, page: SettingsPage, text: str
) -> None:
    view = page.open_section("levels")
    box = view.boxes["douyin", "head"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    assert view.problem.isVisible()
    assert not view.keep.isEnabled()
    qtbot.mouseClick(view.undo, Qt.MouseButton.LeftButton)
    assert box.text() == "1,000,000"
    assert not view.problem.isVisible()
    assert own(program) == {}


# ── the horizon ──


def test_the_horizon_is_tried_before_it_is_kept(qtbot: QtBot, shop: Program, page: SettingsPage) -> None:
    view = page.open_section("general")
    assert view.horizon.currentData() == "365"
    pick(view.horizon, "90")
    qtbot.waitUntil(lambda: view.effect._shown is not None, timeout=30_000)
    assert own(shop) == {}
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert own(shop) == {"economics.horizon_days": 90.0}
    shop.session.set_overrides({"economics.horizon_days": 200.0}, by=None)
    assert view.horizon.currentData() == "200"
    assert "200" in view.horizon.currentText()
    pick(view.horizon, "365")
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert own(shop) == {}


def test_a_figure_below_nothing_has_a_minus_that_is_read_again() -> None:
    assert shown(-4.4) == "−4.4"
    assert shown(1e-05) == "1e-05", "only its sign is a minus"
    assert number(shown(-4.4)) == -4.4
    assert shown(12_000.0) == "12,000"
