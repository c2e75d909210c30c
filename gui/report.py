"""The decision on paper: one plan as a PDF of a few pages a boss can sign. Qt is imported only to print."""

import functools
import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import resources
from gui import words
from gui.charts.style import ChartStyle, Draw, sheet
from gui.paper import Paper
from gui.press import pdf
from gui.reportpages import TITLE, refusal_blocks, report_blocks
from gui.words.plain import plain_voice
from model.advice import Advice
from model.errors import Problem
from model.intake.out.out import save
from model.matrix.plan import Plan
from model.policy import Policy

if TYPE_CHECKING:
    from model.intake.joined.sales import Sales
    from model.launch.setup import Setup
    from model.results import Result

__all__ = ["refusal", "report", "speaking", "write_pdf", "write_pictures", "write_refusal"]

PICTURE_DPI: Final = 200
_SIZES: Final = {"pyramid": (7.0, 2.0), "hosts": (7.0, 3.6), "risk": (7.0, 2.2)}
"""Width and height of the pictures in inches."""
_PRINTED: Final = ("pyramid", "risk")


def write_pdf(
    advice: Advice,
    policy: Policy,
    path: Path,
    language: str,
    made_on: date,
    setup: "Setup | None" = None,
    sales: "Sales | None" = None,
    results: "Sequence[Result]" = (),
) -> None:
    """Print the plan of ``advice`` to ``path``; ``setup`` are days and people of the launch, ``sales`` and ``results`` are the shop's own, where known.

    Raises:
        InputError: ``file_locked`` or ``cannot_write``.
        ValueError: there is no plan to print.
    """
    with speaking(language):
        data = pdf(report(advice, policy, made_on, setup, sales, results))
    save(path, data)


def write_refusal(problems: Sequence[Problem], path: Path, language: str, made_on: date) -> None:
    """Print why there is no plan, and what to change.

    Raises:
        InputError: ``file_locked`` or ``cannot_write``.
    """
    with speaking(language):
        data = pdf(refusal(problems, made_on))
    save(path, data)


def report(
    advice: Advice,
    policy: Policy,
    made_on: date,
    setup: "Setup | None" = None,
    sales: "Sales | None" = None,
    results: "Sequence[Result]" = (),
) -> Paper:
    """The report in the language of the moment, ready to be printed.

    Raises:
        ValueError: there is no plan to print.
    """
    from model.dossier import dossier

    found = dossier(advice, policy, made_on, setup, sales, results)
    drawn = {name: _drawn(name, draw, "svg") for name, draw in _drawings(found.plan) if name in _PRINTED}
    return Paper(words.say(TITLE), made_on, report_blocks(found, made_on), drawn)


def refusal(problems: Sequence[Problem], made_on: date) -> Paper:
    """The one page where there is no plan, in the language of the moment."""
    return Paper(words.say(TITLE), made_on, refusal_blocks(problems, made_on))


def write_pictures(plan: Plan, folder: Path) -> tuple[Path, ...]:
    """Write the pictures of a plan as PNG files into a folder that is there."""
    files = []
    for name, draw in _drawings(plan):
        files.append(folder / f"{name}.png")
        save(files[-1], _drawn(name, draw, "png"))
    return tuple(files)


# ── pictures ──


def _drawings(plan: Plan) -> tuple[tuple[str, Draw], ...]:
    from gui.charts import matrix

    return (
        ("pyramid", functools.partial(matrix.draw_pyramid, tiers=plan.tiers)),
        ("hosts", functools.partial(matrix.draw_hosts, points=plan.points)),
        ("risk", functools.partial(matrix.draw_risk, risk=plan.risk)),
    )


def _drawn(name: str, draw: Draw, kind: str) -> bytes:
    """A picture of this kind; in an SVG words are text (see :mod:`gui.drawnpage`)."""
    style = ChartStyle(json.loads(resources.text("style", "tokens.json"))["light"], (), 8.5)
    buffer = io.BytesIO()
    with sheet(style, _SIZES[name], PICTURE_DPI, words_as_text=kind == "svg") as figure:
        draw(figure, style)
        figure.savefig(buffer, format=kind)
    return buffer.getvalue()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language for a while; a voice that speaks it already is kept."""
    before = words.language()
    if language != before:
        words.use(plain_voice(language))
    try:
        yield
    finally:
        if language != before:
            words.use(plain_voice(before))
