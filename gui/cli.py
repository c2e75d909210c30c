"""The program without a window: grade, audit, plan and report. Qt is loaded only when a PDF is asked for."""

import argparse
import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from gui import clipapers, words
from gui.clock import today
from gui.faultway import way_to
from gui.loading import (
    Loaded,
    add_results,
    demo_loaded,
    drop_held,
    evidence_of,
    history_of,
    load_input,
    stored,
)
from gui.words import QT_TRANSLATE_NOOP
from gui.words.plain import plain_voice
from gui.words.problems import sentence
from model.errors import InputError, NothingFeasible, Problem, UserError
from model.fields import Raw
from model.records import Product, Request, Snapshot, same_text

if TYPE_CHECKING:
    from gui.answers import Answer
    from gui.loading import Heard
    from model.advice import Advice
    from model.matrix.plan import Plan
    from model.policy import Policy

__all__ = ["demo_headless", "main", "no_screen", "system_language"]


def main(args: argparse.Namespace) -> int:
    """Carry out the verb of parsed arguments; the answer is the exit status."""
    words.use(plain_voice(args.lang or system_language()))
    return _guarded(lambda out: _VERBS[args.verb](args, out))


def demo_headless() -> int:
    """Make the demo project without a screen, decide, and say where everything lies."""
    words.use(plain_voice(system_language()))
    return _guarded(_demo)


def no_screen() -> int:
    """Say that a window needs a screen; the answer is the exit status."""
    words.use(plain_voice(system_language()))
    text = QT_TRANSLATE_NOOP(
        "Words", "There is no screen for a window here. Without one: --demo, or a verb (--help)."
    )
    print(words.say(text), file=sys.stderr)  # noqa: T201
    return 2


def system_language() -> str:
    """Chinese unless the locale names another language."""
    names = (os.environ.get(key, "") for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), "").partition(".")[0]
    return "zh_CN" if name in ("", "C", "POSIX") or name.startswith("zh") else "en"


def _complain(error: UserError) -> int:
    """One line on standard error for each problem; the answer is the exit status."""
    for problem in error.problems:
        print(_line(problem), file=sys.stderr)  # noqa: T201 - this is what the line is for
    return error.status


def _line(problem: Problem) -> str:
    """``file:row:column: what is wrong and what to do``."""
    place = (problem.file, "" if problem.row is None else str(problem.row), problem.column)
    start = ":".join(part for part in place if part)
    text = " ".join(sentence(problem).split())
    return f"{start}: {text}" if start else text


def _guarded(work: Callable[[TextIO], int]) -> int:
    # Libraries that warn through logging would otherwise write between our lines on standard error.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        with _own_stdout() as out:
            return work(out)
    except UserError as error:
        return _complain(error)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - nobody above could say it in a sentence
        return _crashed(error)


# ── verbs ──


def _grade(args: argparse.Namespace, out: TextIO) -> int:
    from gui.gradeanswers import grade_answer, grade_lines
    from model.advice import grades, ready_to_go
    from model.policy import load
    from model.repurchase.history import shop_grade

    loaded = load_input(args.project, args.products)
    _need([*loaded.problems, Problem("no_products")], loaded.snapshot.products)
    policy = load(loaded.snapshot.overrides)
    history = history_of(args.orders, loaded, policy, today())
    graded = grades(loaded.snapshot.products, policy, history.products)
    ready = ready_to_go(graded, loaded.snapshot.influencers, policy)
    shop = shop_grade(history.shop, policy) if history.shop else None
    answer = grade_answer(graded, ready, shop, history, loaded.problems)
    _give(args.json, answer, lambda: grade_lines(graded, ready, history.refused), loaded.problems, out)
    return 0


def _audit(args: argparse.Namespace, out: TextIO) -> int:
    from gui.auditanswers import audit_answer, audit_lines, claims_of
    from gui.loading import batches_of, load_hosts
    from model.authenticity.audit import audit
    from model.authenticity.orderaudit import order_audit
    from model.policy import load

    loaded = load_hosts(args.project, args.roster, args.results)
    if args.project or args.roster:
        _need([*loaded.problems, Problem("roster_empty")], loaded.snapshot.influencers)
    policy = load(loaded.snapshot.overrides)
    batches, hosts = batches_of(args.orders, loaded), loaded.snapshot.influencers
    orders = order_audit(batches, policy, today(), hosts)
    claims = claims_of(args.claim, policy, loaded.results, orders)
    found = audit(loaded.snapshot, policy, loaded.extras, loaded.results, orders)
    if args.pdf:
        clipapers.dispute_sheet(args, orders)
    if args.sheet:
        clipapers.host_sheet(args, found, policy)
    answer = audit_answer(found, policy, loaded.problems, claims)
    _give(args.json, answer, lambda: [*audit_lines(found, policy, claims)], loaded.problems, out)
    return 0


def _plan(args: argparse.Namespace, out: TextIO) -> int:
    from gui.answers import plan_answer, plan_lines
    from gui.gradeanswers import grade_lines
    from gui.learnedanswers import learned_answer, learned_lines
    from model.advice import without_lessons
    from model.policy import load, parse_override

    own = dict(parse_override(text) for text in args.set)
    loaded = load_input(args.project, args.products, args.roster)
    add_results(args.results, loaded)
    policy = load({**loaded.snapshot.overrides, **own})
    loaded.snapshot = replace(loaded.snapshot, request=_request(args, loaded.snapshot))
    _need([*loaded.problems, Problem("no_products")], loaded.snapshot.products)
    _need([*loaded.problems, Problem("roster_empty")], loaded.snapshot.influencers)
    heard = evidence_of(args.orders, loaded, policy, today())
    learned = heard.learned
    drop_held(loaded, learned)
    started = time.perf_counter()
    advice, plan = _advised(loaded, policy, heard, args.choose)
    seconds = time.perf_counter() - started
    answer = plan_answer(plan, loaded.snapshot.request, seconds, heard.history, loaded.problems)
    asked = loaded.snapshot.request
    unlearned = None if learned is None or args.choose else without_lessons(advice, asked, policy)
    answer["learned"] = learned_answer(learned, plan, unlearned)
    if args.out:
        clipapers.plan_folder(args.out, _json(answer), advice, policy, loaded, heard.sales)

    def said() -> list[str]:
        return [*grade_lines(advice.grades), *plan_lines(plan), *learned_lines(learned, plan, unlearned)]

    _give(args.json, answer, said, loaded.problems, out)
    return 0


def _report(args: argparse.Namespace, out: TextIO) -> int:
    from gui.report import write_pdf, write_refusal
    from model.policy import load

    loaded = demo_loaded() if args.demo else load_input(args.project, None)
    policy = load(loaded.snapshot.overrides)
    heard = evidence_of((), loaded, policy, today())
    drop_held(loaded, heard.learned)
    language = args.lang or words.language()
    try:
        advice, plan = _advised(loaded, policy, heard)
    except NothingFeasible as error:
        write_refusal(error.problems, args.pdf, language, today())
        raise
    if args.paper == "operator":
        clipapers.operator_page(plan, loaded, policy, args.pdf, language, heard.sales)
    else:
        write_pdf(advice, policy, args.pdf, language, today(), loaded.setup, heard.sales, loaded.results)
    _say(out, [words.say(QT_TRANSLATE_NOOP("Words", "Written: {path}"), path=args.pdf.absolute())])
    return 0


def _demo(out: TextIO) -> int:
    from gui.answers import plan_answer, plan_lines
    from gui.gradeanswers import grade_lines
    from gui.report import write_pdf
    from model.policy import load
    from model.repurchase.history import History

    loaded, policy = demo_loaded(), load()
    folder = Path(tempfile.mkdtemp(prefix="repurchase-matrix-demo-"))
    loaded.snapshot = stored(loaded.snapshot, folder / "demo.rmx")
    started = time.perf_counter()
    advice, plan = _advised(loaded, policy)
    seconds = time.perf_counter() - started
    answer = plan_answer(plan, loaded.snapshot.request, seconds, History({}, None, ()), ())
    clipapers.plan_folder(folder, _json(answer), advice, policy, loaded)
    write_pdf(advice, policy, folder / "report.pdf", words.language(), today())
    written = words.say(QT_TRANSLATE_NOOP("Words", "Written: {path}"), path=folder)
    _say(out, [*grade_lines(advice.grades), *plan_lines(plan), written])
    return 0


_VERBS: Final[Mapping[str, Callable[[argparse.Namespace, TextIO], int]]] = {
    "grade": _grade,
    "audit": _audit,
    "plan": _plan,
    "report": _report,
}


# ── input ──


def _request(args: argparse.Namespace, snapshot: Snapshot) -> Request:
    """What is asked: the project's own request, with what the arguments say in its place or besides."""
    stored = snapshot.request
    budget: Raw = args.budget
    if budget is None and args.project:
        budget = stored.budget
    asked = Request.parse(budget=budget)
    return replace(
        stored,
        budget=asked.budget,
        products=tuple(_product(name, snapshot.products) for name in args.product) or stored.products,
        free_mix=args.free_mix or stored.free_mix,
        locks=stored.locks | set(args.lock),
        bans=stored.bans | set(args.ban),
        seed=stored.seed if args.seed is None else args.seed,
    )


def _product(name: str, products: Iterable[Product]) -> int:
    known = tuple(products)
    found = next((product.id for product in known if same_text(product.name, name)), None)
    if found is None:
        names = ", ".join(product.name for product in known[:20])
        raise InputError([Problem("product_unknown", values={"name": name, "known": names})])
    return found


def _need(problems: Sequence[Problem], records: Sequence[object]) -> None:
    """Refuse to go on without records: what was set aside is the reason."""
    if not records:
        raise InputError(problems)


# ── work ──


def _advised(
    loaded: Loaded,
    policy: "Policy",
    heard: "Heard | None" = None,
    choose: Path | None = None,
) -> "tuple[Advice, Plan]":
    from model.advice import advise, price
    from model.beliefs import NOTHING

    found, known = (heard.history.products, heard.known) if heard else ({}, NOTHING)
    if choose:
        advice = price(loaded.snapshot, policy, _choices(choose, loaded), found, known, loaded.extras)
    else:
        advice = advise(loaded.snapshot, policy, found, known=known, extras=loaded.extras)
    if advice.plan is None:
        raise RuntimeError("asked for a plan, got none")
    return advice, advice.plan


def _choices(path: Path, loaded: Loaded) -> list[tuple[str, str, int, str]]:
    from model.intake.lists.choices import read_choices

    taken = read_choices(path)
    # Half a choice would be priced as if it were the whole.
    if taken.set_aside or not taken.records:
        raise InputError(taken.problems or [Problem("file_empty", path.name)])
    loaded.problems += taken.problems
    return [(one.id, one.offer, one.sessions, one.product) for one in taken.records]


# ── output ──


def _give(
    target: str | None,
    answer: "Answer",
    lines: Callable[[], Sequence[str]],
    problems: Sequence[Problem],
    out: TextIO,
) -> None:
    """JSON to a file or alone to standard output; without a target the plain lines."""
    if target is None:
        _say(out, [*lines(), *map(_line, problems)])
    elif target == "-":
        _say(out, [_json(answer)])
    else:
        from model.intake.out.out import save

        save(Path(target), _json(answer).encode("utf-8", "backslashreplace"))


def _say(out: TextIO, lines: Iterable[str]) -> None:
    out.write("".join(f"{line}\n" for line in lines))
    out.flush()


def _json(answer: "Answer") -> str:
    return json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=1)


@contextmanager
def _own_stdout() -> Iterator[TextIO]:
    """Standard output for us alone: the solver prints lines of its own to descriptor 1, which go nowhere."""
    if sys.stdout:
        sys.stdout.flush()
    saved = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    try:
        with open(os.dup(saved), "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:  # noqa: PTH123
            yield out
    finally:
        os.dup2(saved, 1)
        os.close(saved)


def _crashed(error: Exception) -> int:
    """Our own fault: one sentence for the user, the rest in a file he can send."""
    with tempfile.NamedTemporaryFile(
        "w",
        prefix="repurchase-matrix-",
        suffix=".log",
        delete=False,
        encoding="utf-8",
        errors="backslashreplace",
    ) as log:
        log.write("\n".join(way_to(error)))
    text = QT_TRANSLATE_NOOP(
        "Words", "The program itself made a mistake. What happened is written in {path}."
    )
    print(words.say(text, path=log.name), file=sys.stderr)  # noqa: T201
    return 1
