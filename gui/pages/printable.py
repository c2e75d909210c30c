"""The papers that pages print: the plan's report, from wherever Ctrl+P is pressed, unless a page has one of its own."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gui.clock import today
from gui.lastplan import last_plan_of
from gui.pages.planner import planner_of
from gui.press import FACTS
from gui.session import Session
from gui.studies import studies_of
from model.watching import Progress, Step, stepping, within

if TYPE_CHECKING:
    from gui.paper import Paper
    from model.advice import Advice
    from model.dossier import Dossier
    from model.errors import Problem
    from model.intake.joined.sales import Sales
    from model.policy import Policy
    from model.results import Result

__all__ = ["plan_book", "plan_paper"]


def plan_paper(session: Session) -> "Callable[[], Paper] | None":
    """Makes the report of the plan made last, or says why there is none (in a worker); None before one was asked for."""
    advice, policy = last_plan_of(session).advice, session.policy
    if (refused := planner_of(session).refused) is not None:
        return partial(_refusal, refused.problems)
    if advice is None or policy is None:
        return None
    return partial(_report, advice, policy, session.launch(), studies_of(session).sales, session.results())


def plan_book(session: Session) -> "Callable[..., Path] | None":
    """Writes the workbook of the plan made last (in a worker, to a path, steerable); None without a plan."""
    advice, policy = last_plan_of(session).advice, session.policy
    if advice is None or policy is None or planner_of(session).refused is not None:
        return None
    return partial(_workbook, advice, policy, session.launch(), studies_of(session).sales, session.results())


def _report(
    advice: "Advice",
    policy: "Policy",
    stored: object,
    sales: "Sales | None",
    results: "Sequence[Result]",
) -> "Paper":
    from gui.report import report
    from model.launch.setup import unpacked

    day = today()
    return report(advice, policy, day, None if stored is None else unpacked(stored, day), sales, results)


def _refusal(problems: "Sequence[Problem]") -> "Paper":
    from gui.report import refusal

    return refusal(problems, today())


def _workbook(
    advice: "Advice",
    policy: "Policy",
    stored: object,
    sales: "Sales | None",
    results: "Sequence[Result]",
    path: Path,
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Path:
    from gui.chosen import chosen_table
    from gui.workbook import write_workbook
    from model.dossier import dossier
    from model.intake.out.out import write_table
    from model.launch.setup import unpacked

    step: Step = stepping(progress, cancelled)
    step("paper_facts", 0.0)
    day = today()
    setup = None if stored is None else unpacked(stored, day)
    found: Dossier = dossier(advice, policy, day, setup, sales, results)
    step("paper_facts", FACTS)
    if path.suffix.lower() == ".csv":
        write_table(path, chosen_table(found.plan.choices))
    else:
        write_workbook(found, path, day, within(step, FACTS, 1.0))
    return path
