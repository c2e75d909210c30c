"""About: every library that goes with the program is named with its licence, and every licence can be read."""

from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QDialogButtonBox

import resources
from gui import theme
from gui.dialogs.about import about, parts


def needed() -> set[str]:
    """What is installed because the program asks for it, or what it asks for does."""
    found: set[str] = set()
    waiting = ["repurchase-matrix"]
    while waiting:
        for text in metadata.requires(waiting.pop()) or ():
            need = Requirement(text)
            name = canonicalize_name(need.name)
            if (need.marker is None or need.marker.evaluate({"extra": ""})) and name not in found:
                found.add(name)
                waiting.append(name)
    return found


def test_every_library_and_no_other_is_told() -> None:
    told = {canonicalize_name(part.name) for part in parts() if part.name not in ("Python", "Noto Sans SC")}
    assert told == needed()


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.name)
def test_every_licence_is_named_and_can_be_read(part) -> None:
    assert part.licence
    assert len(resources.text("licences", part.text)) > 900


def test_the_dialog_shows_the_chosen_licence(program, qtbot) -> None:
    dialog = about(program.window)
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    row = next(row for row, name in enumerate(names) if name.startswith("PySide6"))
    dialog.list.setCurrentRow(row)
    assert dialog.text.toPlainText().startswith("LGPL-3.0-only")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    close = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    with qtbot.waitSignal(dialog.finished):
        close.click()


def test_the_program_has_a_sign(look) -> None:
    picture = theme.program_icon().pixmap(64, 64)
    assert not picture.isNull()
    assert picture.toImage().pixelColor(32, 6).blue() > 150
