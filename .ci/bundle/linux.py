"""The program for Linux: ``python .ci/bundle/linux.py [FOLDER]`` makes a folder, a .deb and a .tar.xz of it.

Needs ``pip install -e '.[bundle]'``, dpkg-deb and xz. Result and work go to ``build/bundle`` unless a folder is given.
"""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gui import __version__  # noqa: E402

NAME = "repurchase-matrix"
PARTS = ROOT / "resources" / "installer"
NEEDED = (
    "libc6 (>= 2.34)", "libgl1", "libegl1", "libglib2.0-0 | libglib2.0-0t64", "libxkbcommon0", "libfontconfig1",
    "libdbus-1-3", "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
)  # fmt: skip
"""What Qt takes from the system; the rest is inside."""


def freeze(folder: Path) -> Path:
    """The program with its Python and libraries, as a folder."""
    work = folder / "work"
    run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", folder, "--workpath", work,
        Path(__file__).with_name("linux.spec"),
    )  # fmt: skip
    return folder / NAME


def deb(program: Path, folder: Path) -> Path:
    """A package for Debian and Ubuntu: program, menu entry, icon, file type."""
    root = folder / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / "usr" / "lib" / NAME, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    for name, to in (
        (f"{NAME}.desktop", "usr/share/applications"),
        (f"{NAME}.xml", "usr/share/mime/packages"),
    ):
        put(PARTS / name, root / to / name)
    put(ROOT / "resources" / "style" / "app.svg", root / f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg")
    put(ROOT / "LICENSE", root / f"usr/share/doc/{NAME}/copyright")
    (root / "DEBIAN").mkdir()
    control = Template((PARTS / "control").read_text("utf-8"))
    size = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file()) // 1024
    text = control.substitute(version=__version__, size=size, needed=", ".join(NEEDED))
    (root / "DEBIAN" / "control").write_text(text, "utf-8")
    made = folder / f"{NAME}_{__version__}_amd64.deb"
    run("dpkg-deb", "--build", "--root-owner-group", "-Zxz", root, made)
    shutil.rmtree(root)
    return made


def tarball(program: Path, folder: Path) -> Path:
    """The folder to unpack anywhere; ``install.sh`` in it adds menu entry and file type for one user."""
    made = folder / f"{NAME}-{__version__}-linux-x86_64.tar.xz"
    top = f"{NAME}-{__version__}"
    with tarfile.open(made, "w:xz", preset=6) as archive:
        archive.add(program, top)
        for file in (
            PARTS / f"{NAME}.desktop",
            PARTS / f"{NAME}.xml",
            PARTS / "install.sh",
            ROOT / "LICENSE",
        ):
            archive.add(file, f"{top}/{file.name}")
        archive.add(ROOT / "resources" / "style" / "app.svg", f"{top}/{NAME}.svg")
    return made


def put(file: Path, to: Path) -> None:
    """A copy that everybody may read."""
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)
    to.chmod(0o644)


def run(*command: str | Path) -> None:
    """A command that must succeed."""
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def main(folder: Path) -> None:
    """All three, and how large they are."""
    folder.mkdir(parents=True, exist_ok=True)
    program = freeze(folder)
    size = sum(
        file.lstat().st_size for file in program.rglob("*") if file.is_file() and not file.is_symlink()
    )
    print(f"{program.name}/ {size / 1e6:.0f} MB")
    for made in (deb(program, folder), tarball(program, folder)):
        print(f"{made.name} {made.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "bundle")
