"""What the program stands on: ``python .ci/bundle/supply.py [FOLDER]``.

Writes the licences that *About* shows (``resources/licences``), the versions everything was tested with (``.ci/constraints.txt``)
and, into FOLDER (``build``), a bill of materials as CycloneDX 1.6 (``sbom.cdx.json``), all read off this environment.
"""

import json
import re
import shutil
import sys
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).resolve().parents[2]
LICENCES: Final = ROOT / "resources" / "licences"
CONSTRAINTS: Final = ROOT / ".ci" / "constraints.txt"
KNOWN: Final = {
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "PSF-2.0",
    "scipy": "BSD-3-Clause",
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
}
"""Where a package states no SPDX name: read from its text. Of Qt's licences this is the one we use it under."""
TEXTS: Final = re.compile(
    r"(^|/)(licen[cs]e|copying|notice|third_party)[^/]*$|/licenses/|/LICENSE/", re.IGNORECASE
)
BESIDE: Final = (
    ("Python", f"{sys.version_info.major}.{sys.version_info.minor}", "PSF-2.0"),
    ("Noto Sans SC", "2.004", "OFL-1.1"),
)
"""What is no package: the language itself and the font."""
COMMON: Final = Path("/usr/share/common-licenses")


def needed(*extras: str) -> dict[str, metadata.Distribution]:
    """All packages the program needs (with these extras of pyproject.toml), those they need in turn, by name.

    The program's own needs are read from pyproject.toml: what is installed may be of an older one.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [
        *project["dependencies"],
        *(need for extra in extras for need in project["optional-dependencies"][extra]),
    ]
    found: dict[str, metadata.Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        need = Requirement(waiting.pop())
        name, wanted = canonicalize_name(need.name), frozenset(need.extras)
        if (name, wanted) not in seen:
            seen.add((name, wanted))
            found[name] = metadata.distribution(name)
            waiting += _wanted(found[name], wanted)
    return dict(sorted(found.items()))


def _wanted(package: metadata.Distribution, extras: frozenset[str]) -> Iterable[str]:
    for text in package.requires or ():
        marker = Requirement(text).marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield text


def licence(name: str, package: metadata.Distribution) -> str:
    """Its licence, as an SPDX expression."""
    told = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    return KNOWN.get(name) or told.strip()


def texts(name: str, package: metadata.Distribution) -> str:
    """The texts of its licence, one after the other."""
    files = [
        file for file in package.files or () if ".dist-info" in file.parts[0] and TEXTS.search(str(file))
    ]
    parts = [
        Path(str(file.locate())).read_text("utf-8", "replace").strip() for file in sorted(files, key=str)
    ]
    if KNOWN.get(name, "").startswith("LGPL"):
        parts = [(COMMON / text).read_text("utf-8").strip() for text in ("LGPL-3", "GPL-3")]
    return ("\n\n" + "─" * 72 + "\n\n").join(dict.fromkeys(parts))


def write_licences(packages: dict[str, metadata.Distribution]) -> None:
    """An index, and a text beside it for each."""
    for old in LICENCES.glob("*.txt"):
        if old.stem != "python":  # comes with Python itself and is found in no package
            old.unlink()
    index = []
    for name, package in packages.items():
        (LICENCES / f"{name}.txt").write_text(texts(name, package) + "\n", "utf-8")
        index.append(
            {
                "name": package.name,
                "version": package.version,
                "licence": licence(name, package),
                "text": f"{name}.txt",
            }
        )
    for name, version, spdx in BESIDE:
        index.append(
            {
                "name": name,
                "version": version,
                "licence": spdx,
                "text": f"{canonicalize_name(name.replace(' ', '-'))}.txt",
            }
        )
    shutil.copyfile(ROOT / "resources" / "fonts" / "OFL.txt", LICENCES / "noto-sans-sc.txt")
    (LICENCES / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", "utf-8")


def write_constraints() -> None:
    """Everything that is installed here for running, testing and bundling."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    found = needed(*extras)
    found.pop("setuptools", None)  # pip brings its own
    head = "# What the program was built and tested with. Made by: python .ci/bundle/supply.py\n"
    CONSTRAINTS.write_text(
        head + "".join(f"{p.name}=={p.version}\n" for _, p in sorted(found.items())), "utf-8"
    )


def write_bill(packages: dict[str, metadata.Distribution], folder: Path) -> Path:
    """The bill of materials, checked against its schema."""
    from cyclonedx.contrib.license.factories import LicenseFactory
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output.json import JsonV1Dot6
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    make = LicenseFactory().make_from_string
    bill = Bom()
    own = metadata.distribution("repurchase-matrix")
    bill.metadata.component = Component(
        type=ComponentType.APPLICATION,
        name=own.name,
        version=own.version,
        licenses=[make("MIT")],
        bom_ref=own.name,
    )
    parts = [(p.name, p.version, licence(name, p)) for name, p in packages.items()]
    for name, version, spdx in (*parts, *BESIDE):
        one = Component(name=name, version=version, licenses=[make(spdx)], bom_ref=f"{name}@{version}")
        bill.components.add(one)
        bill.register_dependency(bill.metadata.component, [one])
    text = JsonV1Dot6(bill).output_as_string(indent=1)
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"not a valid bill: {wrong}")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "sbom.cdx.json"
    file.write_text(text + "\n", "utf-8")
    return file


def main(folder: Path) -> None:
    """All three."""
    packages = needed()
    write_licences(packages)
    write_constraints()
    print(write_bill(packages, folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build")
