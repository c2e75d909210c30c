"""The program never goes to the network: nothing imports it, and with the network taken away everything works."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FORBIDDEN = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver",
    "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "websockets", "xmlrpc",
}  # fmt: skip
QT_NETWORK = {"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets", "QtHttpServer"}

WALL = """
import socket, sys
def refuse(name):
    def refused(*args, **kw):
        sys.stderr.write(f"NETWORK {name} {args[1:] or args}\\n")
        raise OSError("no network here")
    return refused
for name in ("connect", "connect_ex", "bind", "listen", "sendto"):
    setattr(socket.socket, name, refuse(name))
for name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname", "gethostbyaddr"):
    setattr(socket, name, refuse(name))
"""
"""Put before the program: any try to reach somebody is told and fails."""

HEADLESS = f"""
{WALL}
import runpy
sys.argv = ["repurchase-matrix", "--demo"]
runpy.run_module("gui", run_name="__main__")
"""

WINDOW = f"""
{WALL}
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from gui import app, jobs

application = app.prepare(["repurchase-matrix"])
sys.excepthook = lambda *what: (sys.__excepthook__(*what), application.exit(7))
program = app.Program(application, QSettings(sys.argv[1], QSettings.Format.IniFormat))
program.start(None, demo=True)

def ask():
    if program.session.policy is None:
        return
    page = program.window.show_page("matrix")
    if not asked:
        asked.append(page)
        page.recommend()
    elif page.plan.choices.model.rows:
        print("hosts", len(page.plan.choices.model.rows))
        application.exit(0)
    elif not page._job.is_running():
        print("no plan:", page.notice.text.text())
        application.exit(8)

asked = []
timer = QTimer(interval=20)
timer.timeout.connect(ask)
timer.start()
status = application.exec()
program.warmup.wait()
jobs.drain()
program.session.close()
sys.exit(status)
"""


def modules() -> list[tuple[str, ast.AST]]:
    return [
        (file.relative_to(ROOT).as_posix(), node)
        for folder in ("gui", "model", "resources")
        for file in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
    ]


def test_no_module_imports_anything_that_goes_to_the_network() -> None:
    found = []
    for name, node in modules():
        if isinstance(node, ast.Import):
            found += [(name, alias.name) for alias in node.names if alias.name.split(".")[0] in FORBIDDEN]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names = {module.split(".")[0], *(alias.name for alias in node.names), *module.split(".")}
            found += [(name, module)] if names & QT_NETWORK or module.split(".")[0] in FORBIDDEN else []
    assert found == []


RUNS_DATA = {"code", "codeop", "dill", "joblib", "marshal", "pickle", "runpy", "shelve"}
"""Modules that make a program of what they read."""
RUNNERS = {"eval", "exec", "compile", "__import__", "enable_load_extension", "load_extension", "read_pickle"}


def runners(tree: ast.AST) -> list[str]:
    """Everything in a tree that could make a program of what a file says."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name.split(".")[0] in RUNS_DATA]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in RUNS_DATA:
            found.append(node.module or "")
        elif isinstance(node, ast.Call):
            called, of_qt_or_re = node.func, isinstance(node.func, ast.Attribute)
            name = getattr(called, "attr", getattr(called, "id", ""))
            # re.compile() and dialog.exec() are other things than the built-in ones
            found += [name] if name in RUNNERS and not (of_qt_or_re and name in {"compile", "exec"}) else []
            found += [word.arg for word in node.keywords if word.arg == "allow_pickle"]
    return found


@pytest.mark.parametrize(
    "code",
    ["import pickle", "from marshal import loads", "eval('1')", "exec('1')", "pandas.read_pickle(file)",
     "base.enable_load_extension(True)", "numpy.load(file, allow_pickle=True)"],
)  # fmt: skip
def test_what_runs_data_is_seen(code: str) -> None:
    assert runners(ast.parse(code))


def test_nothing_that_is_read_is_run() -> None:
    files = [file for folder in ("gui", "model", "resources") for file in (ROOT / folder).rglob("*.py")]
    found = [(file.name, what) for file in files for what in runners(ast.parse(file.read_text("utf-8")))]
    assert len(files) > 100
    assert found == [
        ("kept.py", "marshal")
    ]  # compiled code of PySide beside Python's own; never a shop's file


def run(code: str, *args: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {key: value for key, value in os.environ.items() if key not in screens}
    folders = {
        key: str(home) for key in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA")
    }
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=ROOT,
        env=kept | folders | {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def test_the_wall_is_seen_when_somebody_runs_into_it(tmp_path: Path) -> None:
    code = f"{WALL}\nimport urllib.request\nurllib.request.urlopen('http://192.0.2.1/')"
    done = run(code, home=tmp_path)
    assert done.returncode != 0
    assert "NETWORK" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_the_demo_works_without_a_screen_and_without_a_network(tmp_path: Path) -> None:
    done = run(HEADLESS, home=tmp_path)
    assert "NETWORK" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 5


def test_the_window_makes_a_plan_without_a_network(tmp_path: Path) -> None:
    done = run(WINDOW, str(tmp_path / "own.ini"), home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert "NETWORK" not in done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("hosts ")
    assert "Traceback" not in done.stderr
