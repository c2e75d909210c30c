"""Where the program starts: no verb opens the window, a verb works without one."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

LANGUAGES = ("zh_CN", "en")
PAPERS = ("plan", "operator")
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Any of these says that Qt has something to draw on, on Linux."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the answer is the exit status."""
    args = list(sys.argv[1:] if argv is None else argv)
    if not _wants_window(args):
        from gui import cli

        return cli.main(_parsed(args))
    if not _has_screen(args):
        return _without_screen(args)
    hasten()
    from gui.app import run

    return run(args, _project(args), "--demo" in args)


def hasten() -> None:
    """What makes the start quick, before anything else is imported."""
    gc.disable()  # a start makes much and throws nothing away; gui.app switches it on again behind the window
    from gui.kept import import_pyside

    import_pyside()
    from gui.quick import quiet_pyside_import_hook

    quiet_pyside_import_hook()  # it saves reading the source of every module


def _wants_window(args: Sequence[str]) -> bool:
    """No verb: nothing at all, a project, the demo, or an option of Qt (one dash and a word)."""
    return not args or args[0] == "--demo" or _project(args[:1]) is not None or _is_qt_option(args[0])


def _project(args: Sequence[str]) -> Path | None:
    return next((Path(arg) for arg in args if arg.lower().endswith(".rmx")), None)


def _is_qt_option(arg: str) -> bool:
    return arg.startswith("-") and not arg.startswith("--") and len(arg) > 2


def _has_screen(args: Sequence[str]) -> bool:
    return sys.platform != "linux" or "-platform" in args or any(os.environ.get(key) for key in SCREENS)


def _without_screen(args: Sequence[str]) -> int:
    from gui import cli

    return cli.demo_headless() if "--demo" in args else cli.no_screen()


# ── the command line ──


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line, with status 2, as for any other input."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (--help)\n")


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(
        prog="repurchase-matrix",
        description="Whom to hire, on which offer, for how much. Without a verb the window opens (FILE.rmx, --demo).",
        allow_abbrev=False,
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)
    _add_grade(verbs.add_parser("grade", help="repurchase class of each product", allow_abbrev=False))
    audit = verbs.add_parser(
        "audit", help="water in the figures, orders and claims of hosts", allow_abbrev=False
    )
    _add_audit(audit)
    plan = verbs.add_parser("plan", help="whom to hire for a budget", allow_abbrev=False)
    _add_plan(plan)
    _add_report(verbs.add_parser("report", help="the plan of a project as PDF", allow_abbrev=False))
    args = parser.parse_args(argv)
    if args.verb == "plan" and (args.roster is None) == (args.project is None):
        plan.error("--roster goes with --products, and only with it")
    if args.verb == "audit":
        _check_audit(args, audit)
    return args


def _add_grade(parser: argparse.ArgumentParser) -> None:
    _add_source(parser)
    _add_common(parser)


def _add_audit(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--project", type=Path, metavar="F", help="a .rmx project")
    source.add_argument(
        "--roster", action="append", default=[], type=Path, metavar="F", help="hosts, or posts of hosts"
    )
    _add_results(parser)
    _add_claims(parser)
    _add_common(parser)


def _add_results(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--results", action="append", default=[], type=Path, metavar="F", help="what campaigns brought"
    )


def _add_claims(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--claim", action="append", default=[], metavar="TEXT", help="what a host claims")
    parser.add_argument(
        "--pdf",
        type=Path,
        metavar="F",
        help="the facts of the orders for a dispute: of hosts whose orders look unusual",
    )
    parser.add_argument("--sheet", type=Path, metavar="F", help="the sheet to negotiate with, as PDF")
    parser.add_argument(
        "--host", action="append", default=[], metavar="ID", help="only these hosts (with --pdf or --sheet)"
    )


def _check_audit(args: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    if not (args.project or args.roster or args.claim):
        parser.error("one of the arguments --project --roster --claim is required")
    if args.pdf and not (args.project or args.orders):
        parser.error("--pdf needs --orders or a project with orders")
    if args.sheet and not (args.project or args.roster):
        parser.error("--sheet needs --roster or a project")
    if args.host and not (args.pdf or args.sheet):
        parser.error("--host goes with --pdf or --sheet")


def _add_plan(parser: argparse.ArgumentParser) -> None:
    _add_source(parser)
    _add_common(parser)
    _add_results(parser)
    parser.add_argument("--roster", type=Path, metavar="F", help="hosts and offers (with --products)")
    parser.add_argument("--budget", metavar="YUAN", help="a project's own budget without it")
    parser.add_argument("--product", action="append", default=[], metavar="NAME", help="only this product")
    parser.add_argument("--lock", action="append", default=[], metavar="ID", help="a host that must be in")
    parser.add_argument("--ban", action="append", default=[], metavar="ID", help="a host that must not be in")
    parser.add_argument("--choose", type=Path, metavar="F", help="price this choice: id, offer, sessions")
    parser.add_argument("--free-mix", action="store_true", help="switch the mix of levels off")
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="an own policy figure"
    )
    parser.add_argument("--seed", type=_seed, metavar="N", help="of the risk draws")
    parser.add_argument(
        "--out", type=_folder, metavar="DIR", help="write plan.json, plan.xlsx and pictures there"
    )


def _add_report(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--project", type=Path, metavar="F", help="a .rmx project")
    source.add_argument("--demo", action="store_true", help="the demo project")
    parser.add_argument("--pdf", type=Path, required=True, metavar="F", help="the file to write")
    parser.add_argument(
        "--paper", choices=PAPERS, default=PAPERS[0], help="the plan, or what the operator's work is worth"
    )
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the report")


def _add_source(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--project", type=Path, metavar="F", help="a .rmx project")
    source.add_argument("--products", type=Path, metavar="F", help="a product list: .csv, .txt, .xlsx, .xls")


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--orders", action="append", default=[], type=Path, metavar="F", help="an order list")
    parser.add_argument("--json", metavar="F", help="write JSON there; - is standard output")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the sentences")


def _folder(text: str) -> Path:
    """A folder by name: nothing would mean the one we stand in."""
    if not text.strip():
        raise ValueError(text)
    return Path(text)


def _seed(text: str) -> int:
    """A whole number from 0 up: numpy's generator takes no other."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


if __name__ == "__main__":
    sys.exit(main())
