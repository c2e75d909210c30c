"""Forms hold text, tell what the user does, and show problems where they belong."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui import words
from gui.fields import editor
from gui.forms import FieldSpec, Form

MANY = [(str(number), f"Category {number}") for number in range(40)]
FEW = [("douyin", "Douyin"), ("kuaishou", "Kuaishou")]
FIELDS = (
    FieldSpec("name", "Name", placeholder="as buyers see it"),
    FieldSpec("price", "Price", "money", help="what is paid"),
    FieldSpec("platform", "Platform", "choice", choices=lambda: FEW),
    FieldSpec("category", "Category", "choice", choices=lambda: MANY, placeholder="type any part"),
    FieldSpec("festive", "Festive", "flag"),
    FieldSpec("days", "Days of use", "number", unit="days"),
    FieldSpec("note", "Note", "long"),
)
VALUES = {
    "name": "Oil", "price": "9.9", "platform": "kuaishou", "category": "17", "festive": "no", "days": "30", "note": "a\nb",
}  # fmt: skip


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form(FIELDS, columns=2)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def line(form: Form, name: str) -> QLineEdit:
    widget = form.editor(name)
    assert isinstance(widget, QLineEdit)
    return widget


def combo(form: Form, name: str) -> QComboBox:
    widget = form.editor(name)
    assert isinstance(widget, QComboBox)
    return widget


def test_empty_form_holds_empty_texts(form: Form) -> None:
    assert form.values() == dict.fromkeys(VALUES, "")


def test_values_come_back_and_nobody_is_told(form: Form, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.edited), qtbot.assertNotEmitted(form.left):
        form.set_values(VALUES)
    assert form.values() == VALUES
    form.set_values({"name": "Tea", "elsewhere": "x"})
    assert form.values() == {**VALUES, "name": "Tea"}


def test_unknown_choice_is_kept_as_it_is(form: Form) -> None:
    form.set_values({"platform": "weibo", "category": "not listed"})
    assert form.values()["platform"] == "weibo"
    assert form.values()["category"] == "not listed"


def test_typing_is_told_live_and_leaving_once(form: Form, qtbot: QtBot) -> None:
    box = line(form, "name")
    box.setFocus()
    with qtbot.waitSignal(form.edited, check_params_cb=lambda name: name == "name"):
        qtbot.keyClicks(box, "x")
    with qtbot.waitSignal(form.left, check_params_cb=lambda name: name == "name"):
        line(form, "price").setFocus()
    with qtbot.assertNotEmitted(form.left):
        box.setFocus()
        line(form, "price").setFocus()


def test_long_text_tells_too(form: Form, qtbot: QtBot) -> None:
    box = form.editor("note")
    assert isinstance(box, QPlainTextEdit)
    box.setFocus()
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(box, "x")
    with qtbot.waitSignal(form.left):
        line(form, "name").setFocus()


def test_picking_tells_both(form: Form, qtbot: QtBot) -> None:
    box = combo(form, "platform")
    box.setFocus()
    with qtbot.waitSignals([form.edited, form.left]):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert form.values()["platform"] == "douyin"


def test_long_choice_is_searched_anywhere(form: Form, qtbot: QtBot) -> None:
    box = combo(form, "category")
    completer = box.completer()
    assert completer is not None
    completer.setCompletionPrefix("ory 17")
    assert completer.currentCompletion() == "Category 17"
    box.setEditText("Category 17")
    assert form.values()["category"] == "17"


def test_wheel_leaves_an_unfocused_choice_alone(form: Form) -> None:
    box = combo(form, "platform")
    form.set_values({"platform": "douyin"})
    line(form, "name").setFocus()
    here = QPointF(5, 5)
    wheel = QWheelEvent(
        here, here, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert form.values()["platform"] == "douyin"


def test_problem_takes_the_place_of_help_without_a_jump(form: Form, qtbot: QtBot) -> None:
    before = form.editor("days").y()
    form.set_problems({"price": lambda: "Not an amount.", "days": lambda: "Too many."})
    qtbot.wait(0)
    assert form.editor("days").y() == before
    told = [label.text() for label in form.findChildren(QLabel) if label.property("role") == "problem"]
    assert told == ["Not an amount.", "Too many."]
    assert form.editor("price").accessibleDescription() == "Not an amount."
    assert form.focus_first_problem()
    assert form.editor("price").hasFocus()
    form.clear_problems()
    assert not form.focus_first_problem()
    assert "what is paid" in [label.text() for label in form.findChildren(QLabel)]


def test_tab_goes_as_the_eye_does(form: Form, qtbot: QtBot) -> None:
    form.editor("name").setFocus()
    for spec in FIELDS[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert form.editor(spec.name).hasFocus(), spec.name


def test_every_editor_has_a_name_for_screen_readers(form: Form) -> None:
    for spec in FIELDS:
        editor = form.editor(spec.name)
        assert editor.accessibleName() == spec.label
        if not isinstance(
            editor, QComboBox
        ):  # on Unix Qt names a choice by its value, and relates it to its label
            interface = QAccessible.queryAccessibleInterface(editor)
            assert interface.text(QAccessible.Text.Name).startswith(spec.label)


def test_language_changes_the_words_and_not_the_values(form: Form) -> None:
    form.set_values(VALUES)
    words.use(words.Voice(lambda _context, text, _n: f"⟦{text}", words.english().number, "xx"))
    form.retranslate()
    assert form.values() == VALUES
    assert form.editor("name").accessibleName() == "⟦Name"
    assert combo(form, "festive").itemText(1) == "⟦yes"


def test_labels_may_stand_left(qtbot: QtBot) -> None:
    form = Form(FIELDS[:3], labels="left")
    qtbot.addWidget(form)
    form.show()
    label = next(label for label in form.findChildren(QLabel) if label.text() == "Price")
    assert label.x() < form.editor("price").x()
    assert label.buddy() is form.editor("price")


def test_what_is_called_as_typed_comes_before_what_only_holds_it(qtbot: QtBot) -> None:
    names = ["咖啡机", "胶囊咖啡机", "咖啡", "咖啡豆", *(f"别的{n}" for n in range(20))]
    field = editor(
        FieldSpec("category", "Category", "choice", choices=lambda: [(name, name) for name in names])
    )
    qtbot.addWidget(field.widget)
    box = field.widget
    assert isinstance(box, QComboBox)
    completer = box.completer()
    assert completer is not None
    completer.setCompletionPrefix("咖啡")
    model = completer.completionModel()
    found = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert found == ["咖啡", "咖啡机", "咖啡豆", "胶囊咖啡机"]
    completer.activated[QModelIndex].emit(model.index(2, 0))
    assert box.currentData() == "咖啡豆"
