"""The bundles without building one: what they leave out is never loaded, what they need is pinned, and no address is in them."""

import json
import re
import subprocess
import sys
import tomllib
from importlib import import_module, metadata, util
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
BUNDLE = ROOT / ".ci" / "bundle"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EVERYTHING = """
import importlib, pkgutil, sys
import gui, model
for package in (gui, model):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
from gui.app import SLOW
for name in (*SLOW, "xlsxwriter", "icalendar", "lunar_python"):
    importlib.import_module(name)
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPdfWriter
app = QGuiApplication(["all", "-platform", "offscreen"])
QImageReader.supportedImageFormats()
from matplotlib.figure import Figure
figure = Figure()
figure.add_subplot().plot([1, 2])
from io import BytesIO
for kind in ("png", "svg", "pdf"):
    figure.savefig(BytesIO(), format=kind)
import pyarrow as pa
pa.table({"a": [1, 1], "b": [2, 3]}).group_by("a").aggregate([("b", "sum")])
print(*(m.__file__ for m in list(sys.modules.values()) if getattr(m, "__file__", None)), sep="\\n")
print("MODULES", *sys.modules)
if sys.platform == "linux":
    with open("/proc/self/maps") as maps:
        print(*{line.split(None, 5)[5].strip() for line in maps if "/site-packages/" in line}, sep="\\n")
"""
"""Loads all that the program can load, and says from which files."""
ONLY_TRIED = re.compile(
    r"^_distutils_hack/|^PySide6/support/|/plugins/imageformats/"
    r"|^pyarrow/.*(s3|azure|gcs|hdfs|orc|parquet_encryption)"
)
"""What a library tries and does without when it is not there."""


def part(name: str) -> ModuleType:
    """A module of the bundling, by file: its folder is no package."""
    spec = util.spec_from_file_location(name, BUNDLE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pins() -> dict[str, str]:
    lines = (ROOT / ".ci" / "constraints.txt").read_text("utf-8").splitlines()
    found = dict(line.split("==") for line in lines if not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in found.items()}


@pytest.fixture(scope="module")
def loaded() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", EVERYTHING], cwd=ROOT, capture_output=True, text=True, check=False, timeout=100
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_nothing_that_the_program_loads_is_left_out(loaded: list[str]) -> None:
    is_kept = part("trim").is_kept
    inside = [line.replace("\\", "/").partition("/site-packages/")[2] for line in loaded]
    inside = [name for name in inside if name and not ONLY_TRIED.search(name)]
    assert len(inside) > 800
    assert [name for name in inside if not is_kept(name)] == []


def test_no_module_is_excluded_that_the_program_loads(loaded: list[str]) -> None:
    modules = set(next(line for line in loaded if line.startswith("MODULES ")).split()[1:])
    assert modules & set(part("trim").EXCLUDED_MODULES) == set()


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Network.dll",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "libssl.so.3",
        "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "numpy/_core/tests/test_umath.py",
        "scipy/optimize/tests/test_linprog.py",
        "pyarrow/tests/test_csv.py",
        "libcairo.so.2",
    ],
)
def test_no_network_no_tests_and_no_unused_qt_go_in(name: str) -> None:
    assert not part("trim").is_kept(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "libdbus-1.so.3",
        "libX11.so.6",
        "libmpdec.so.3",
        "resources/fonts/NotoSansSC-noradicals.otf",
    ],
)
def test_what_is_opened_by_name_goes_in(name: str) -> None:
    assert part("trim").is_kept(name)


def test_every_package_is_pinned_to_a_version_that_will_do() -> None:
    pinned = pins()
    extras = PROJECT["optional-dependencies"].values()
    waiting = [*PROJECT["dependencies"], *(need for extra in extras for need in extra)]
    seen = set()
    while waiting:
        need = Requirement(waiting.pop())
        name = canonicalize_name(need.name)
        if (name, *sorted(need.extras)) in seen:
            continue
        seen.add((name, *sorted(need.extras)))
        assert name in pinned, f"{name}: run .ci/bundle/supply.py"
        assert need.specifier.contains(pinned[name]), (str(need), pinned[name])
        try:
            asked = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # of the bundling: not set up for tests
        for text in asked:
            marker = Requirement(text).marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *need.extras)):
                waiting.append(text)


def test_pins_hold_versions_and_no_address() -> None:
    lines = (ROOT / ".ci" / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines[1:] if not re.fullmatch(r"[\w.\-]+==[\w.]+", line)] == []


def test_about_tells_the_pinned_versions() -> None:
    shown = json.loads((ROOT / "resources" / "licences" / "index.json").read_text("utf-8"))
    pinned = pins()
    told = {canonicalize_name(entry["name"]): entry["version"] for entry in shown}
    for need in PROJECT["dependencies"]:
        name = canonicalize_name(Requirement(need).name)
        assert told[name] == pinned[name]
    for entry in shown:
        assert entry["licence"]
        assert (ROOT / "resources" / "licences" / entry["text"]).stat().st_size > 500


def test_the_bundling_names_no_address_and_no_folder_of_a_machine() -> None:
    files = [
        *BUNDLE.iterdir(),
        *(ROOT / "resources" / "installer").iterdir(),
        ROOT / ".ci" / "setup",
        ROOT / ".ci" / "run",
    ]
    for file in files:
        if not file.is_file():
            continue
        found = re.findall(r"\w+://[\w./-]+|/(?:home|root|work|opt)/[a-z]\w+", file.read_text("utf-8"))
        assert set(found) <= {"http://www.freedesktop.org/standards/shared-mime-info"}, file


def test_what_is_imported_by_name_when_a_chart_is_saved_is_named() -> None:
    """PyInstaller finds no import of it; once a report from the bundle failed for want of the module for SVG."""
    spec = (BUNDLE / "linux.spec").read_text("utf-8")
    named = re.search(r"^SAVED = .*\((.*)\)\]$", spec, re.MULTILINE)
    assert named is not None
    assert {"agg", "svg", "pdf"} <= set(re.findall(r"\w+", named[1]))


def test_package_and_setup_ask_for_the_same_libraries() -> None:
    needed = {name.split(" ")[0] for name in part_of_linux()}
    setup = (ROOT / ".ci" / "setup").read_text("utf-8")
    named = re.search(r"^libraries=\((.*)\)$", setup, re.MULTILINE)
    assert named is not None
    assert needed - {"libc6"} == set(named[1].split())


def part_of_linux() -> tuple[str, ...]:
    sys.path.insert(0, str(BUNDLE))
    try:
        return tuple(import_module("linux").NEEDED)
    finally:
        sys.path.remove(str(BUNDLE))
        sys.modules.pop("linux", None)


def test_our_own_folders_that_are_left_out_exist_and_are_not_read() -> None:
    for name in part("trim").OWN:
        assert (ROOT / "resources" / name).is_dir()
        for file in [*(ROOT / "gui").rglob("*.py"), *(ROOT / "model").rglob("*.py")]:
            assert f'"{name}"' not in file.read_text("utf-8"), file
