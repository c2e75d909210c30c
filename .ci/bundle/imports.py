"""Whether a folder for Windows is whole: ``python .ci/bundle/imports.py FOLDER``.

Every library that a program or library in it asks for must be one that Windows brings since version 10, or lie where Windows
looks: beside who asks, beside python.exe, or in a folder that the package names at its import.
"""

import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

import pefile

WINDOWS: Final = frozenset(
    """advapi32 authz bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 crypt32 cryptsp d2d1 d3d11 d3d12 d3d9 d3dcompiler_47 dbghelp
    dcomp dnsapi dwmapi dwrite dxgi gdi32 gdiplus hid icuin icuuc icu imm32 iphlpapi kernel32 mpr msvcrt ncrypt netapi32 normaliz ntdll ole32
    oleacc oleaut32 opengl32 pdh powrprof propsys psapi rpcrt4 rstrtmgr runtimeobject secur32 setupapi shcore shell32 shlwapi synchronization
    user32 userenv usp10 uxtheme version winhttp wininet winmm winspool.drv winspool ws2_32 wtsapi32 webservices ucrtbase uiautomationcore mscms
    msimg32 dbgeng""".split()
)
FORWARDED: Final = ("api-ms-win-", "ext-ms-")
"""Names behind which Windows puts libraries of its own."""
SITE: Final = "py/lib/site-packages"
BESIDE: Final = {
    "pyside6": ("shiboken6", "pyside6"),
    "pyarrow": ("pyarrow",),
    "highspy": ("highspy", "highspy/bin"),
}
"""Folders that a package adds to those searched when it is imported."""


def missing(folder: Path) -> dict[str, list[str]]:
    """Libraries that nobody brings, each with who asks for it."""
    parts = [part for part in folder.rglob("*") if part.suffix.lower() in (".exe", ".dll", ".pyd")]
    here = {str(part.relative_to(folder)).replace("\\", "/").lower() for part in parts}
    asked: defaultdict[str, list[str]] = defaultdict(list)
    for part in parts:
        places = searched(part.relative_to(folder).as_posix().lower())
        for name in imported(part):
            if name.removesuffix(".dll") in WINDOWS or name.startswith(FORWARDED):
                continue
            if not any(f"{place}/{name}" in here for place in places):
                asked[name].append(str(part.relative_to(folder)))
    return dict(asked)


def searched(part: str) -> tuple[str, ...]:
    """The folders in which Windows looks for what a part asks for."""
    folder = part.rpartition("/")[0]
    packages = f"{SITE}/"
    package = part.removeprefix(packages).split("/")[0] if part.startswith(packages) else ""
    return (folder, "py", *(f"{SITE}/{name}" for name in (f"{package}.libs", *BESIDE.get(package, ()))))


def imported(part: Path) -> set[str]:
    """The libraries one program or library asks for at its start, and those it may ask for later."""
    with pefile.PE(str(part), fast_load=True) as image:
        kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
        image.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        found = (
            *getattr(image, "DIRECTORY_ENTRY_IMPORT", ()),
            *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", ()),
        )
        return {entry.dll.decode().lower() for entry in found}


def main(folder: Path) -> int:
    """Say what is missing; the answer is the exit status."""
    gone = missing(folder)
    for name, who in sorted(gone.items()):
        print(f"{name}: asked for by {', '.join(sorted(who)[:4])}")
    print(f"{len(gone)} libraries missing")
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
