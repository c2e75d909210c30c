"""The torture commands in small: kills at random moments, and a monkey at the window. At length they are run by hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def tortured(name: str, *arguments: str) -> str:
    """What the command says; it must succeed."""
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "torture" / name, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.timeout(240)
def test_whenever_the_program_is_killed_nothing_that_was_saved_is_lost() -> None:
    said = tortured("kills.py", "2", "75")
    assert "75 kills, 0 lost something" in said
    for work in ("edits", "lists", "imports", "upgrades", "backups"):
        assert f"{work:9}   15 kills" in said
    assert "within a step" in said
    assert "old, killed within the transaction" in said


@pytest.mark.timeout(240)
def test_a_monkey_at_the_window_breaks_nothing() -> None:
    assert "0 faults" in tortured("monkey.py", "7", "400").splitlines()[-1]
