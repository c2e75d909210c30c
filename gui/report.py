"""The decision on paper: text, tables and pictures of one plan as a PDF. Qt is imported only to print."""

import functools
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

import resources
from gui import words
from gui.answers import decision
from gui.charts.style import ChartStyle, Draw, drawing
from gui.chosen import ON_PAPER
from gui.paper import Block, grid, heading, listed, paragraph, printed, section
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label
from gui.words.plain import plain_voice
from gui.words.reasons import reason
from model.advice import Advice
from model.entries import Entry
from model.intake.files.files import refuse
from model.matrix.plan import Plan
from model.policy import Policy
from model.records import RepurchaseClass
from model.repurchase.grading import Grade

__all__ = ["report_blocks", "save", "speaking", "write_pdf", "write_pictures"]

TITLE: Final = QT_TRANSLATE_NOOP("Words", "Whom to hire: host plan")
PICTURE_DPI: Final = 200
_SIZES: Final = {"pyramid": (7.0, 2.3), "hosts": (7.0, 3.6), "risk": (7.0, 2.4)}
"""Width and height of the pictures in inches."""
_PRODUCT_WIDTHS: Final = (20, 16, -5, -5, -5, -5, -14, -9, 21)
_GROUND_WIDTHS: Final = (30, -10, 10, 30, -10, 10)
_GUESSED: Final = "guess"


def write_pdf(advice: Advice, policy: Policy, path: Path, language: str, made_on: date) -> None:
    """Print the plan of ``advice`` to ``path``; without a Qt application one that needs no screen is made.

    Raises:
        InputError: ``file_locked`` or ``cannot_write``.
        ValueError: there is no plan to print.
    """
    if advice.plan is None:
        raise ValueError("no plan to print")
    with speaking(language):
        pictures = {name: _png(name, draw) for name, draw in _drawings(advice.plan)}
        data = printed(report_blocks(advice, advice.plan, policy, made_on), pictures, words.say(TITLE))
    save(path, data)


def write_pictures(plan: Plan, folder: Path) -> tuple[Path, ...]:
    """Write the pictures of a plan as PNG files into a folder that is there."""
    files = []
    for name, draw in _drawings(plan):
        files.append(folder / f"{name}.png")
        save(files[-1], _png(name, draw))
    return tuple(files)


# ── pictures ──


def _drawings(plan: Plan) -> tuple[tuple[str, Draw], ...]:
    from gui.charts import matrix

    return (
        ("pyramid", functools.partial(matrix.draw_pyramid, tiers=plan.tiers)),
        ("hosts", functools.partial(matrix.draw_hosts, points=plan.points)),
        ("risk", functools.partial(matrix.draw_risk, risk=plan.risk)),
    )


def _png(name: str, draw: Draw) -> bytes:
    from matplotlib.figure import Figure

    style = ChartStyle(json.loads(resources.text("style", "tokens.json"))["light"], (), 8.5)
    buffer = io.BytesIO()
    with drawing(style):
        figure = Figure(figsize=_SIZES[name])
        draw(figure, style)
        figure.savefig(buffer, format="png", dpi=PICTURE_DPI)
    return buffer.getvalue()


# ── text ──


def report_blocks(advice: Advice, plan: Plan, policy: Policy, made_on: date) -> list[Block]:
    """The report in the language of the moment; its pictures are named ``pyramid``, ``hosts`` and ``risk``."""
    return [
        heading(words.say(TITLE)),
        paragraph(made_on.isoformat(), "muted"),
        paragraph(decision(plan), "lead"),
        *_warnings(plan),
        section(words.say(QT_TRANSLATE_NOOP("Words", "Products"))),
        *_products(advice.grades),
        section(words.say(QT_TRANSLATE_NOOP("Words", "The plan"))),
        *_choices(plan),
        paragraph(
            words.say(QT_TRANSLATE_NOOP("Words", "≈ marks figures nobody gave: they are estimated.")), "muted"
        ),
        _picture("pyramid"),
        _picture("hosts"),
        section(words.say(QT_TRANSLATE_NOOP("Words", "Risk"))),
        _risk(plan),
        _picture("risk"),
        section(words.say(QT_TRANSLATE_NOOP("Words", "What this rests on"))),
        *_grounds(policy),
    ]


def _warnings(plan: Plan) -> list[Block]:
    if not plan.warnings:
        return []
    title = words.say(QT_TRANSLATE_NOOP("Words", "Know before you sign"))
    return [section(title), listed(map(reason, plan.warnings))]


def _products(grades: Iterable[Grade]) -> list[Block]:
    heads = (
        words.say(QT_TRANSLATE_NOOP("Words", "Product")),
        words.say(QT_TRANSLATE_NOOP("Words", "Repurchase class")),
        *(klass.value for klass in RepurchaseClass),
        words.say(QT_TRANSLATE_NOOP("Words", "Bought again after")),
        words.say(QT_TRANSLATE_NOOP("Words", "Come back within a year")),
        words.say(QT_TRANSLATE_NOOP("Words", "Main reason")),
    )
    return grid(heads, [_product(grade) for grade in grades], _PRODUCT_WIDTHS)


def _product(grade: Grade) -> Sequence[str]:
    return (
        grade.product.name,
        label(grade.letter.value),
        *(words.percent(share) for share in grade.probabilities.values()),
        words.span(grade.interval.low, grade.interval.high, words.days),
        words.span(grade.rate.low, grade.rate.high, words.percent),
        reason(grade.reasons[0]) if grade.reasons else "",
    )


def _choices(plan: Plan) -> list[Block]:
    widths = [-told.paper if told.align == "right" else told.paper for told in ON_PAPER]
    rows = [[told.on_paper(choice) for told in ON_PAPER] for choice in plan.choices]
    return grid([told.title() for told in ON_PAPER], rows, widths)


def _risk(plan: Plan) -> Block:
    risk = plan.risk
    text = words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "In {draws} trials of the plan long-run profit was {low} in a bad case (one in twenty is worse), {middle} in"
            " the middle and {high} in a good case. It lost money in {odds} of them; the worst twentieth averaged"
            " {worst}. First sales alone lost money in {first}.",
        ),
        draws=words.number(risk.draws),
        low=words.money(risk.p05),
        middle=words.money(risk.p50),
        high=words.money(risk.p95),
        odds=words.percent(risk.loss_probability, 1),
        worst=words.money(risk.cvar95),
        first=words.percent(risk.first_loss_probability, 1),
    )
    return paragraph(text)


def _grounds(policy: Policy) -> list[Block]:
    """The figures that are guesses, or the merchant's own: two to a line."""
    entries = [e for e in policy.entries.values() if e.reliability == _GUESSED or e.value != e.default]
    intro = words.say(
        QT_TRANSLATE_NOOP(
            "Words",
            "These figures are our guesses, or your own. Where you know better, change them in the"
            " settings: the plan follows.",
        )
    )
    head = (
        words.say(QT_TRANSLATE_NOOP("Words", "Figure")),
        words.say(QT_TRANSLATE_NOOP("Words", "Value")),
        words.say(QT_TRANSLATE_NOOP("Words", "Source")),
    )
    cells = [_ground(entry) for entry in entries]
    half = (len(cells) + 1) // 2
    right = [*cells[half:], *[("", "", "")] * (2 * half - len(cells))]
    rows = [(*one, *other) for one, other in zip(cells[:half], right, strict=True)]
    return [paragraph(intro), *grid((*head, *head), rows, _GROUND_WIDTHS)]


def _ground(entry: Entry) -> tuple[str, str, str]:
    name = entry.zh if words.language().startswith("zh") else entry.en
    part = entry.key.split(".")[2:]
    own = entry.value != entry.default
    source = words.say(QT_TRANSLATE_NOOP("Words", "your own")) if own else label(entry.reliability)
    return (f"{name} ({label(part[0])})" if part else name, f"{entry.value:,.10g}", source)


def _picture(name: str) -> Block:
    return Block(f'<p><img src="{name}" width="{round(_SIZES[name][0] * 96)}"></p>')


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


def save(path: Path, data: bytes) -> None:
    """Write a file (:class:`InputError`: ``file_locked`` or ``cannot_write``)."""
    try:
        path.write_bytes(data)
    except PermissionError:
        raise refuse("file_locked", path.name) from None
    except OSError as error:
        raise refuse("cannot_write", path.name, detail=error.strerror or str(error)) from None
