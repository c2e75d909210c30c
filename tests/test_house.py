"""The house keeps its own rules: sizes, folders, who imports what, and a word for every code."""

import ast
import re
import statistics
import string
import subprocess
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import get_type_hints

import pytest

from gui.scale import Space
from gui.words.fileproblems import OF_LINES
from gui.words.filled import FORMS
from gui.words.labels import NAMES
from gui.words.problems import PROBLEMS
from gui.words.reasons import PROGRESS, REASONS, UNDO
from model.estimates import host_facts
from model.launch.hands import Role
from model.launch.holidays import DayKind
from model.launch.relief import WAYS
from model.launch.season import School
from model.launch.work import usual_schemes
from model.policy import Category, Policy, load
from model.records import CITIES, PLATFORMS, Form, Influencer, Kind, Offer, RepurchaseClass, Tier
from model.store import Store

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ("gui", "model", "resources")
TOP = {"pyproject.toml", "gui", "model", "resources", "tests", "README.md", "LICENSE", "CHANGELOG.md"}
COMMAND = "bash .ci/setup && "
SENTENCES = {**PROBLEMS, **OF_LINES}

Functions = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def nodes(*folders: str) -> Iterator[tuple[Path, ast.AST]]:
    for file in sources(*folders):
        for node in ast.walk(tree(file)):
            yield file, node


# ── sizes ──


def body_lines(function: Functions) -> int:
    """Lines of the body without its docstring; what is nested inside counts too."""
    told = ast.get_docstring(function, clean=False) is not None
    body = function.body[told:]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_are_short() -> None:
    sizes = {
        f"{name_of(file)}:{node.name}:{node.lineno}": body_lines(node)
        for file, node in nodes(*HOUSE)
        if isinstance(node, Functions)
    }
    assert {name: size for name, size in sizes.items() if size > 60} == {}
    assert sum(size <= 30 for size in sizes.values()) >= 0.9 * len(sizes)
    assert statistics.median(sizes.values()) < 8


def test_files_are_short() -> None:
    lengths = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in sources(*HOUSE)}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


# ── what lies where ──


@cache
def kept() -> tuple[Path, ...]:
    """What belongs to the project: known to git, or about to be (not ignored)."""
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", "ls-files", "-z", "-co", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("git is not installed")
    names = done.stdout.decode().split("\0")
    found = tuple(ROOT / name for name in names if name and (ROOT / name).is_file())
    if done.returncode or not found:
        pytest.skip("not a git checkout")
    return found


def test_the_top_level_holds_only_what_it_should() -> None:
    tops = {file.relative_to(ROOT).parts[0] for file in kept()}
    assert {top for top in tops if not top.startswith(".")} - TOP == set()


def commands(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith(COMMAND)]


def test_the_readme_has_two_commands_and_ci_runs_the_one_that_tests() -> None:
    told = commands((ROOT / "README.md").read_text("utf-8"))
    assert len(told) == 2
    (run,) = commands((ROOT / ".ci" / "run").read_text("utf-8"))
    assert run in told


def test_every_schema_step_has_a_project_of_its_day_that_still_opens(tmp_path: Path) -> None:
    steps = sorted((ROOT / "resources" / "sql").glob("*.sql"))
    numbers = [int(step.name[:4]) for step in steps]
    assert numbers == list(range(1, len(steps) + 1))
    for number in numbers:
        copy = tmp_path / f"schema_{number}.rmx"
        copy.write_bytes((ROOT / "tests" / "data" / copy.name).read_bytes())
        with Store.open(copy) as store:
            assert store.snapshot().products


ADDRESSES = re.compile(
    r"https?://[^\s\"'<>]*?(?:pypi|pythonhosted|npmjs|conda|proxy\.golang|mirror|/simple\b)|index-url\s*=",
    re.I,
)
MACHINE = re.compile(r"(?<![\w.~*}])/(?:work|root)/\w")


@pytest.mark.parametrize("unwanted", [ADDRESSES, MACHINE], ids=["registries", "machine"])
def test_no_file_names_a_package_registry_or_a_folder_of_one_machine(unwanted: re.Pattern[str]) -> None:
    found = []
    for file in kept():
        try:
            text = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name_of(file)}: {hit.group()}" for hit in unwanted.finditer(text)]
    assert found == []


# ── who imports what ──


def imported(node: ast.AST) -> list[str]:
    """The full names a statement imports: "matplotlib.backends.backend_agg.FigureCanvasAgg"."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def importers(*starts: str) -> set[str]:
    return {
        name_of(file)
        for file, node in nodes(*HOUSE)
        for name in imported(node)
        if any(name == start or name.startswith(f"{start}.") for start in starts)
    }


def test_nobody_imports_pyplot() -> None:
    assert importers("matplotlib.pyplot", "pylab") == set()


def test_only_the_chart_widget_knows_a_canvas_of_matplotlib() -> None:
    assert importers("matplotlib.backends") <= {"gui/charts/view.py", "gui/charts/canvas.py"}


def test_only_the_store_speaks_sql() -> None:
    users = importers("sqlite3")
    assert users
    assert all(name.startswith("model/store/") for name in users)


# ── one look ──

LAYOUTS = re.compile(
    r"set(?!Page)\w*Margins?|set\w*Spacing|(?:add|insert)Spacing|addSpacerItem|setHandleWidth"
)
"""Calls that set a space between parts or inside them."""
ON_TO_LAYOUTS = {"card", "story_column"}
"""Functions of ours that hand a space on to one."""


def spaces(file: Path) -> Iterator[tuple[int, ast.expr]]:
    """Every space a file hands to a layout, with its line."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and (LAYOUTS.fullmatch(called(node)) or called(node) in ON_TO_LAYOUTS):
            for given_ in (*node.args, *(keyword.value for keyword in node.keywords)):
                yield from ((node.lineno, part) for part in getattr(given_, "elts", [given_]))


def figures_in(space: ast.expr, file: Path) -> set[float]:
    """The numbers a space is made of, those of the file's own constants too."""
    numbers = {
        target.id: node.value
        for node in tree(file).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    parts = [*ast.walk(space)]
    parts += [
        part
        for name in ast.walk(space)
        if isinstance(name, ast.Name) and name.id in numbers
        for part in ast.walk(numbers[name.id])
    ]
    return {
        part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, int | float)
    }


def test_every_space_between_parts_is_a_step_of_the_scale() -> None:
    found = [(file, line, space) for file in sources("gui") for line, space in spaces(file)]
    assert len(found) > 300
    odd = [
        f"{name_of(file)}:{line}: {ast.unparse(s)}" for file, line, s in found if figures_in(s, file) - {0}
    ]
    assert odd == []
    assert len(Space) <= 6


def test_every_divider_is_one_of_ours() -> None:
    """Those of Qt cannot be moved by keys."""
    assert importers("PySide6.QtWidgets.QSplitter") <= {"gui/splitter.py", "gui/places.py"}


def test_no_chart_sends_the_eye_to_a_legend() -> None:
    """Parts are named where they lie: gui.charts.style has name_lines and name_above."""
    found = {
        name_of(file)
        for file, node in nodes("gui/charts")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "legend"
    }
    assert found == set()


# ── a word for every code ──

ASKED = {
    "Problem": (0, "problem"),
    "Reason": (0, "reason"),
    "BadCell": (0, "problem"),
    "refuse": (0, "problem"),
    "refused": (0, "problem"),
    "problem": (0, "problem"),
    "_problem": (0, "problem"),
    "located": (1, "problem"),
    "fitting_tables": (2, "problem"),
}
"""Who is handed a code, at which place, and which table of sentences it is looked up in."""


def called(node: ast.Call) -> str:
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def literals(node: ast.AST) -> list[ast.Constant | ast.JoinedStr]:
    """The texts an argument may be: itself, or either side of a condition."""
    if isinstance(node, ast.IfExp):
        return [*literals(node.body), *literals(node.orelse)]
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return [node]
    return []


def handed_over() -> Iterator[tuple[str, str, ast.Call]]:
    """Every code written in the program: (table, code or "prefix_", the call)."""
    for _, node in nodes("gui", "model"):
        if not isinstance(node, ast.Call) or called(node) not in ASKED:
            continue
        place, table = ASKED[called(node)]
        for text in literals(node.args[place]) if len(node.args) > place else []:
            if isinstance(text, ast.JoinedStr):
                (start, *_) = text.values
                assert isinstance(start, ast.Constant), ast.unparse(node)
                yield table, str(start.value), node
            else:
                yield table, str(text.value), node


def assigned(file: str, name: str) -> ast.AST:
    """What a variable of a file is set to."""
    for node in ast.walk(tree(ROOT / file)):
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AnnAssign)
            else []
        )
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return node.value  # type: ignore[union-attr, return-value]
    raise AssertionError(f"{file} sets no {name}")


def sieve() -> Iterator[tuple[str, bool]]:
    """The codes a host is left out by, and whether a locked host is left out by them too."""
    tests = assigned("model/matrix/limits.py", "tests")
    assert isinstance(tests, ast.Tuple)
    for test in tests.elts:
        assert isinstance(test, ast.Tuple)
        code, passes, _ = test.elts
        assert isinstance(code, ast.Constant)
        free = any(isinstance(part, ast.Name) and part.id == "locked" for part in ast.walk(passes))
        yield str(code.value), not free


def limit_codes() -> set[str]:
    """The names of the rows of limits: tuples of four that begin with a text."""
    return {
        str(node.elts[0].value)
        for node in ast.walk(tree(ROOT / "model/matrix/limits.py"))
        if isinstance(node, ast.Tuple)
        and len(node.elts) == 4
        and isinstance(node.elts[0], ast.Constant)
        and isinstance(node.elts[0].value, str)
    }


FURTHER = {"order_share", "most_loss", "loss_odds"}
"""Limits that are no plain rows."""


def guessed() -> set[str]:
    """All that is estimated of a host of whom nothing is known."""
    facts = host_facts(Influencer("x", "x", offers=(Offer("x"),)), load())
    return set(facts.estimated & {"views", "followers"}).union(*(offer.estimated for offer in facts.offers))


def endings(prefix: str) -> set[str]:
    known = {
        "lock_": {code for code, also_locked in sieve() if also_locked},
        "breaks_": limit_codes() | FURTHER | {"host"},
        "conflict_": limit_codes() | FURTHER,
        "estimated_": guessed(),
        "course_": {f"{what}_{way}" for what in ("size", "time") for way in ("up", "down")},
        "spread_": {"host_off", "session_off"},
        "results_unused_": {"host", "product", "sessions"},
    }
    assert prefix in known, f"nobody knows which codes begin with {prefix!r}: tell this test"
    return known[prefix]


def all_codes(table: str) -> set[str]:
    found = {code for kind, code, _ in handed_over() if kind == table}
    starts = {code for code in found if code.endswith("_")}
    return (found - starts) | {start + end for start in starts for end in endings(start)}


def from_dictionary(file: str, name: str) -> set[str]:
    values = assigned(file, name)
    assert isinstance(values, ast.Dict)
    return {value.value for value in values.values if isinstance(value, ast.Constant)}


def test_every_problem_has_a_sentence() -> None:
    codes = all_codes("problem")
    codes |= from_dictionary("model/store/faults.py", "_SQLITE") | from_dictionary(
        "model/store/faults.py", "_SYSTEM"
    )
    assert len(codes) > 60
    assert codes - SENTENCES.keys() == set()


def constants(node: ast.AST) -> set[str]:
    return {
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def outbid_codes() -> set[str]:
    """Why a host that could be had is left out."""
    asked = next(
        node
        for node in ast.walk(tree(ROOT / "model/matrix/explain.py"))
        if isinstance(node, ast.FunctionDef) and node.name == "_outbid"
    )
    return constants(ast.Module(asked.body[1:], [])) - limit_codes()


def test_every_reason_has_a_sentence() -> None:
    doubts = {
        text for file in sources("model") for text in constants(tree(file)) if text.startswith("contradicts_")
    }
    left_out = {code for code, _ in sieve()} | outbid_codes() | {"not_chosen"}
    assert len(left_out) > 8
    assert len(doubts) > 1
    codes = all_codes("reason") | left_out | doubts
    assert len(codes) > 40
    assert codes - REASONS.keys() == set()


def test_every_step_of_a_long_job_has_a_text() -> None:
    told = {
        str(node.args[0].value)
        for _, node in nodes("model")
        if isinstance(node, ast.Call)
        and called(node) == "progress"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert told
    assert told - PROGRESS.keys() == set()


def placeholders(text: str) -> Iterator[tuple[str, str]]:
    for _, name, form, _ in string.Formatter().parse(text):
        if name is not None:
            yield name, form or ""


@pytest.mark.parametrize("table", [SENTENCES, REASONS, UNDO], ids=["problems", "reasons", "undo"])
def test_every_sentence_shows_its_figures_in_a_known_way(table: Mapping[str, str]) -> None:
    odd = {
        code: form
        for code, text in table.items()
        for name, form in placeholders(text)
        if form not in FORMS or not name.isidentifier()
    }
    assert odd == {}


def test_why_a_host_is_left_out_needs_no_figures() -> None:
    """These sentences are shown without values (reason_code)."""
    codes = {code for code, _ in sieve()} | outbid_codes() | {"not_chosen"}
    assert {code for code in codes & REASONS.keys() if list(placeholders(REASONS[code]))} == set()


def given(node: ast.Call) -> set[str] | None:
    """The names of the values a call hands over, None where that cannot be read from the source."""
    known = {keyword.arg for keyword in node.keywords}
    if ast.unparse(node.func) in ("source.problem", "findings.problem", "source.findings.problem"):
        return None  # they add the cell
    if called(node) in ("Problem", "Reason"):
        by_name = next((k.value for k in node.keywords if k.arg == "values"), None)
        place = 1 if called(node) == "Reason" else 4
        last = by_name or (node.args[place] if len(node.args) > place else None)
        if last is None:
            return set()
        if not isinstance(last, ast.Dict) or None in last.keys:
            return None
        return {str(key.value) for key in last.keys if isinstance(key, ast.Constant)}
    if (
        called(node) in ("refuse", "refused", "_problem", "problem")
        and not known & {None, "values"}
        and len(node.args) < 4
    ):
        return {str(name) for name in known} | ({"path"} if called(node) == "refused" else set())
    return None


def test_every_sentence_gets_the_figures_it_names() -> None:
    short = []
    for table, code, node in handed_over():
        text = (SENTENCES if table == "problem" else REASONS).get(code)
        values = given(node)
        if text is None or values is None:
            continue
        values |= {name.removesuffix("_zh").removesuffix("_en") for name in values}
        lacking = {name for name, _ in placeholders(text)} - values
        short += [f"{code} lacks {sorted(lacking)}: {ast.unparse(node)[:90]}"] if lacking else []
    assert short == []


# ── undo ──


def codes_of(name: str, function: ast.AST) -> Iterator[str]:
    """What a variable or parameter of a function may be, as far as it is written there."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == name for t in node.targets):
            yield from (str(text.value) for text in literals(node.value) if isinstance(text, ast.Constant))
        if isinstance(node, ast.arguments):
            named = [arg.arg for arg in node.args][-len(node.defaults) :] if node.defaults else []
            for arg, default in zip(named, node.defaults, strict=True):
                if arg == name and isinstance(default, ast.Constant):
                    yield str(default.value)


def undo_codes() -> Iterator[str]:
    rooms = (ast.walk(tree(ROOT / f"gui/{room}.py")) for room in ("session", "imported"))
    for function in chain.from_iterable(rooms):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and called(node) == "_do":
                code = node.args[1]
                assert isinstance(code, ast.Tuple), ast.unparse(node)
                first = code.elts[0]
                if isinstance(first, ast.Name):
                    yield from codes_of(first.id, function)
                else:
                    yield from (str(text.value) for text in literals(first))  # type: ignore[union-attr]
    for _, node in nodes("gui"):
        if isinstance(node, ast.Call) and called(node) in ("save_influencers", "save_products"):
            texts = [*node.args[2:], *(k.value for k in node.keywords if k.arg == "what")]
            for text in texts:
                yield from (str(one.value) for one in literals(text))  # type: ignore[union-attr]


def test_every_step_that_can_be_undone_has_a_text() -> None:
    codes = set(undo_codes())
    assert {"add_product", "edit_product", "import_influencers", "set_override", "edit_request"} <= codes
    assert codes - UNDO.keys() == set()


# ── names of things ──


def groups() -> dict[str, type]:
    hints = get_type_hints(Policy).items()
    return {name: kind for name, kind in hints if isinstance(kind, type) and is_dataclass(kind)}


def shown_codes(policy: Policy) -> Iterable[str]:
    yield from (*Tier, *RepurchaseClass, *Kind, *Form, *PLATFORMS, *CITIES)
    yield from ("female", "male", "amateur", "imitators")
    yield from (*School, *Role, *DayKind, *WAYS)
    yield from (scheme.code for scheme in usual_schemes(policy.work))
    yield from groups()
    for entry in policy.entries.values():
        yield entry.reliability
        yield from entry.key.split(".")[2:]
    yield from (category.reliability for category in policy.categories)


def test_everything_that_is_shown_by_its_code_has_a_name() -> None:
    assert {str(code) for code in shown_codes(load())} - NAMES.keys() == set()


# ── policy ──


@pytest.mark.parametrize("group", groups())
def test_the_figures_of_a_policy_file_are_the_fields_of_its_class(group: str) -> None:
    rows = tomllib.loads((ROOT / "resources/policy" / f"{group}.toml").read_text("utf-8"))
    assert rows.keys() == {field.name for field in fields(groups()[group])}
    wanted = {"value", "unit", "source", "reliability", "zh", "en"}
    assert {name: wanted - row.keys() for name, row in rows.items() if wanted - row.keys()} == {}


def test_every_policy_file_is_known() -> None:
    files = {file.stem for file in (ROOT / "resources/policy").glob("*.toml")}
    assert files == {*groups(), "categories", "zh"}


def test_a_category_has_the_fields_of_its_class() -> None:
    rows = tomllib.loads((ROOT / "resources/policy/categories.toml").read_text("utf-8"))["category"]
    wanted = {"class" if field.name == "klass" else field.name for field in fields(Category)}
    assert {row["code"]: row.keys() ^ wanted for row in rows if row.keys() != wanted} == {}


def test_every_figure_of_the_policy_is_used_by_the_model() -> None:
    read = {
        node.attr
        for file, node in nodes("model")
        if isinstance(node, ast.Attribute) and file.name != "policy.py"
    }
    spelt = {
        str(node.value)
        for file, node in nodes("model")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and file.name != "policy.py"
    }
    started = {text for text in spelt if text.endswith("_")}
    unused = {
        f"{group}.{field.name}"
        for group, kind in groups().items()
        for field in fields(kind)
        if field.name not in read | spelt and not any(field.name.startswith(start) for start in started)
    }
    assert unused == set()
