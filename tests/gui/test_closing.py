"""A project that is closed is let go of: nothing in the window keeps its plan, its launch or its hosts."""

import gc
from dataclasses import replace
from typing import Any
from weakref import ref

from pytestqt.qtbot import QtBot

from gui.app import Program
from tests.gui.everywhere import HELD, furnish, places, settle, usual


def test_nothing_of_a_closed_project_is_kept(qtbot: QtBot, program: Program) -> None:
    furnish(qtbot, program)
    matrix: Any = program.window.show_page("matrix")
    launch: Any = program.window.show_page("launch")
    advice = replace(usual().advice)  # the usual ones are kept for other tests
    found = replace(launch._placed.found)
    matrix._take(advice)
    launch._take(replace(launch._placed, advice=advice, found=found))
    for _where in places(qtbot, program):
        pass
    program.window.show_page("overview")
    kept = [ref(advice), ref(found), ref(launch._placed)]
    del advice, found
    assert all(one() is not None for one in kept)
    program.session.close()
    settle(qtbot)
    HELD.clear()
    gc.unfreeze()
    gc.collect()
    assert [type(one()).__name__ for one in kept if one() is not None] == []
