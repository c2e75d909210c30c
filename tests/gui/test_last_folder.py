"""A dialog for files begins where the last one of its kind ended, in the next session too."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui import lastfolder, saving


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> QWidget:
    """Somebody asks; what is kept lies in a file."""
    lastfolder.use(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
    made = QWidget()
    qtbot.addWidget(made)
    return made


def documents() -> Path:
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()


def test_each_kind_begins_where_it_ended(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "报表", tmp_path / "exports"
    for folder in (here, there):
        folder.mkdir()
    begun: list[str] = []

    def save(_parent: object, _title: str, at: str, *_more: object) -> tuple[str, str]:
        begun.append(at)
        return str(here / "plan.xlsx"), ""

    def read(_parent: object, _title: str, at: str, *_more: object) -> tuple[list[str], str]:
        begun.append(at)
        return [str(there / "a.csv"), str(tmp_path / "b.csv")], ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", read)
    for _ in range(2):
        assert saving.ask_save(parent, "Save", "plan.xlsx") == here / "plan.xlsx"
        assert len(lastfolder.ask_open_many(parent, "Open", "*")) == 2
    assert begun == [str(documents() / "plan.xlsx"), str(documents()), str(here / "plan.xlsx"), str(there)]


def test_the_next_session_remembers_and_a_folder_that_is_gone_is_left(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "stick"
    gone.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(gone))
    assert lastfolder.ask_folder(parent, "Folder") == str(gone)
    lastfolder.use(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
    assert lastfolder.begin("open") == gone
    assert lastfolder.begin("save") == documents()
    gone.rmdir()
    assert lastfolder.begin("open") == documents()


def test_who_thinks_better_of_it_changes_nothing(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: ("", ""))
    assert saving.ask_pdf(parent, "Save", "a.pdf") is None
    assert lastfolder.begin("save") == documents()
