"""All checks behind one command: ``python tests/check.py [verb]``. Without a verb: all.

fast         format, lint, types, import contracts, tests of the model (no window)
all          fast, and every test (the default)
coverage     the tests of the model with its coverage, which must be 95 % or more
strings      collect the texts into resources/i18n/*.ts and compile them; fails while one is untranslated
screenshots  write every page in both languages and looks to build/screens, and the README's pictures
book         every page, tab and dialog as pictures with a contact sheet, and what a program can see wrong with them
pictures     the pictures of the help, in both languages, into resources/help
bench        the promises on speed, as ratios measured in one run (fetches lifetimes into build/peers, to compare with)
fuzz         50,000 broken inputs, each in a process that may die: 20,000 files, 20,000 projects, 10,000 sets of figures
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PEERS = (
    "lifetimes==0.11.3",
    "pandas>=2,<4",
    "autograd",
    "dill",
    "python-dateutil",
    "six",
    "tzdata",
    "setuptools<81",
)
CODE = ("gui", "model", "resources", "tests")
ENVIRONMENT = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OPENBLAS_NUM_THREADS": "1"}


def run(name: str, *command: str | Path, quiet: bool = False) -> bool:
    """Run one check and say how it went."""
    if not quiet:
        print(f"── {name}", flush=True)
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=ENVIRONMENT, check=False)
    if done.returncode:
        print(f"── {name} FAILED", flush=True)
    return done.returncode == 0


def tool(name: str) -> Path:
    """A program of this environment."""
    return BIN / (name + (".exe" if os.name == "nt" else ""))


def static() -> bool:
    """Format, lint, types, import contracts."""
    return all(
        [
            run("format", tool("ruff"), "format", "--check", "-q", *CODE),
            run("lint", tool("ruff"), "check", "-q", *CODE),
            run("types", tool("mypy")),
            run("contracts", tool("lint-imports"), "--no-logo"),
        ]
    )


def fast() -> bool:
    """Everything that needs no window."""
    return all([static(), run("model tests", sys.executable, "-m", "pytest", "-q", "tests/model")])


def everything() -> bool:
    """Every check and test."""
    return all([static(), run("tests", sys.executable, "-m", "pytest", "-q", "tests")])


def coverage() -> bool:
    """How much of the model its own tests run through; tracing takes half as long again as the tests do."""
    covered = ("--cov=model", "--cov-report=term", "--cov-fail-under=95")
    return run("coverage", sys.executable, "-m", "pytest", "-q", *covered, "tests/model")


def strings() -> bool:
    """Collect and compile the texts of the window."""
    files = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "gui").rglob("*.py"))
    folder = ROOT / "resources" / "i18n"
    common = ["-no-obsolete", "-locations", "none", "-source-language", "en_US"]
    return all([
        run("zh_CN", tool("pyside6-lupdate"), *files, *common, "-target-language", "zh_CN", "-ts", folder / "app_zh_CN.ts"),
        run("en", tool("pyside6-lupdate"), *files, *common, "-target-language", "en_US", "-pluralonly", "-ts", folder / "app_en.ts"),
        *(run("compile", tool("pyside6-lrelease"), "-fail-on-unfinished", folder / f"app_{c}.ts", "-qm", folder / f"app_{c}.qm") for c in ("zh_CN", "en")),
    ])  # fmt: skip


def screenshots() -> bool:
    """Every page as a picture, and the first plan in five."""
    first = ROOT / "resources" / "docs" / "first-plan"
    return all([
        run("screenshots", sys.executable, ROOT / "tests" / "screens.py", ROOT / "build" / "screens"),
        run("first plan", sys.executable, ROOT / "tests" / "firstplan.py", first),
    ])  # fmt: skip


def book() -> bool:
    """Every page, tab and dialog, in both languages and looks and two sizes; the scenes are in tests/book/scenes.py."""
    return run("book", sys.executable, ROOT / "tests" / "book" / "book.py", ROOT / "build" / "book")


def pictures() -> bool:
    """The pictures of the help; what is on them is in tests/book/pictures.py."""
    return run("pictures", sys.executable, ROOT / "tests" / "book" / "pictures.py")


def peers() -> bool:
    """What is measured against but never part of the program: kept apart, as lifetimes wants an old setuptools."""
    folder = ROOT / "build" / "peers"
    ENVIRONMENT["PYTHONPATH"] = str(folder)
    if (folder / "lifetimes").is_dir():
        return True
    install = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    return run("peers", *install, "--target", folder, *PEERS)


def bench() -> bool:
    """The promises on speed."""
    folder = ROOT / "tests" / "benchmarks"
    done = [peers()]
    done += [
        run(name, sys.executable, folder / f"{name}.py")
        for name in (
            "bench",
            "intake",
            "purchases",
            "customers",
            "orderspage",
            "resultspage",
            "risk",
            "launch",
            "market",
            "session",
            "tables",
        )
    ]
    return all(done)


def fuzz() -> bool:
    """Files no one should have to read, projects no one should have to open, figures no one should set."""
    program = ROOT / "tests" / "benchmarks" / "fuzz.py"
    rest = ("--seed", "1", "--jobs", "2")
    return all(
        run(f"fuzz {what}", sys.executable, program, "--what", what, "--cases", cases, *rest)
        for what, cases in (("files", "20000"), ("projects", "20000"), ("figures", "10000"))
    )


VERBS: dict[str, Callable[[], bool]] = {
    "all": everything,
    "coverage": coverage,
    "fast": fast,
    "strings": strings,
    "screenshots": screenshots,
    "book": book,
    "pictures": pictures,
    "bench": bench,
    "fuzz": fuzz,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one verb."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", nargs="?", default="all", choices=VERBS)
    return 0 if VERBS[parser.parse_args(arguments).verb]() else 1


if __name__ == "__main__":
    sys.exit(main())
