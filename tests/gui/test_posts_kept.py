"""Lists of posts stay in the project: the water check and the plan use them, and a step back takes them away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.loading import load_input
from gui.pages.roster import RosterPage
from model.batches import BatchKind
from model.intake.lists.extras import Extra, extras_of, joined, kept_extras
from model.intake.lists.rosters import roster_rows
from model.intake.out.templates import write_rows

POSTS = ("达人ID", "视频ID", "发布时间戳", "标题字数", "播放量", "点赞数", "评论数", "分享数")


def posts(path: Path, even: str = "h7") -> Path:
    """Ten posts of thirty hosts, whose views and likes differ from post to post, but of one."""
    rng = np.random.default_rng(4)
    rows = []
    for n in range(30):
        spread = 0.01 if f"h{n}" == even else 0.8
        views = np.exp(rng.normal(9, 1) + rng.normal(0, spread, 10))
        likes = views * 0.03 * np.exp(rng.normal(0, spread / 2, 10))
        rows += [
            (f"h{n}", f"{n}{k}", 1763374896, 29, round(v), round(like), round(like * 0.1), round(like * 0.05))
            for k, (v, like) in enumerate(zip(views, likes, strict=True))
        ]
    write_rows(path, POSTS, rows)
    return path


def roster(path: Path) -> Path:
    rows = [(f"h{n}", f"达人{n}", "抖音", 30_000 + 1000 * n, 500 * n) for n in range(30)]
    write_rows(path, ("达人ID", "达人昵称", "平台", "粉丝数", "近30天涨粉"), rows)
    return path


@pytest.fixture
def page(
    qtbot: QtBot, program: Program, tmp_path: Path, bring_in: Callable[..., Any]
) -> tuple[RosterPage, Any]:
    page = program.window.show_page("roster")
    assert isinstance(page, RosterPage)
    dialog = bring_in(roster(tmp_path / "达人.csv"), posts(tmp_path / "作品.csv"))
    qtbot.waitUntil(lambda: page._audit is not None and len(page._places) == 30, timeout=20_000)
    return page, dialog


def codes(page: RosterPage, host: str) -> dict[str, float]:
    assert page._audit is not None
    return {one.code: one.weight for one in page._audit.check.host(page._places[host]).evidence}


def told_spread(page: RosterPage, host: str) -> bool:
    return page._audit is not None and host in page._places and "view_spread" in codes(page, host)


def test_posts_and_gains_are_kept_and_checked(
    qtbot: QtBot, program: Program, page: tuple[RosterPage, Any], tmp_path: Path
) -> None:
    shown, dialog = page
    qtbot.waitUntil(lambda: told_spread(shown, "h7"), timeout=20_000)
    assert codes(shown, "h7")["view_spread"] > 1
    assert "gain" in codes(shown, "h7")
    heads = program.session.batches()
    assert {head.kind for head in heads} == {BatchKind.FIGURES}
    assert program.session.line_batches() == ()
    said = [text for entry in dialog.importer.entries.values() for text in entry.sentences()]
    assert "Figures of hosts for the check for inflated figures · 30 hosts" in said
    dialog.close()
    path = program.session.path
    assert path is not None
    loaded = load_input(path, None)
    assert loaded.extras["h7"].posts == 10
    files = (extras_of(roster_rows(tmp_path / "达人.csv")), extras_of(roster_rows(tmp_path / "作品.csv")))
    assert loaded.extras == joined(*files)


def test_the_orders_page_still_asks_for_orders(program: Program, page: tuple[RosterPage, Any]) -> None:
    page[1].close()
    orders = program.window.show_page("orders")
    assert orders.guide.isVisible()
    assert orders.studies.study is None


def test_a_step_back_takes_the_figures_away_and_forward_brings_them_back(
    qtbot: QtBot, program: Program, page: tuple[RosterPage, Any]
) -> None:
    shown, dialog = page
    dialog.close()
    qtbot.waitUntil(lambda: told_spread(shown, "h7"), timeout=20_000)
    program.session.undo()
    assert program.session.batches() == ()
    qtbot.waitUntil(lambda: shown._audit is not None and not shown._audit.check.hosts, timeout=20_000)
    program.session.redo()
    qtbot.waitUntil(lambda: told_spread(shown, "h7"), timeout=20_000)


def test_the_same_files_again_add_nothing(
    program: Program, page: tuple[RosterPage, Any], tmp_path: Path, bring_in: Callable[..., Any]
) -> None:
    page[1].close()
    before = program.session.batches()
    bring_in(tmp_path / "达人.csv", tmp_path / "作品.csv").close()
    assert program.session.batches() == before


def test_of_two_files_the_later_one_has_the_first_word(tmp_path: Path, program: Program) -> None:
    from model.batches import Batch, Facts
    from model.intake.lists.extras import figures_table

    def batch(gain: float, posts: int) -> Batch:
        table = figures_table({"a": Extra(gain=gain, posts=posts, likes=gain)})
        return Batch(BatchKind.FIGURES, "douyin", "", "f", "", str(gain), Facts(1), table)

    assert kept_extras([batch(1, 0), batch(2, 0)])["a"].gain == 2
    both = kept_extras([batch(1, 10), batch(2, 0)])["a"]
    assert (both.likes, both.posts) == (1, 10)  # posts know reactions best
    assert kept_extras([]) == {}
