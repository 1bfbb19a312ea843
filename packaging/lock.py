"""Pins every library, with the hashes of its files, from what pyproject.toml asks for (``make lock``).

Writes packaging/requirements.txt (what the desk runs on) and packaging/requirements-dev.txt (what
builds and tests it). pip itself resolves and names the hashes, through whatever index it is set up
with; no index is written down. Versions already pinned stay as they are while they satisfy
pyproject.toml; ``--upgrade`` lets them move, ``--upgrade NAME`` moves one.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "packaging" / "requirements.txt"
DEVELOPMENT = ROOT / "packaging" / "requirements-dev.txt"

HEAD = "# Written by `make lock` from pyproject.toml; installed with --no-deps --require-hashes.\n"

#: Needed on Windows alone, so that resolving elsewhere never sees it: name and marker.
WINDOWS_ONLY = dict.fromkeys(("colorama", "pywin32-ctypes"), 'sys_platform == "win32"')

GLIBC = (
    "manylinux_2_34",
    "manylinux_2_31",
    "manylinux_2_28",
    "manylinux_2_27",
    "manylinux_2_26",
    "manylinux_2_24",
    "manylinux_2_17",
    "manylinux_2_12",
    "manylinux_2_5",
    "manylinux2014",
    "manylinux2010",
    "manylinux1",
)
PLATFORMS = {
    "Linux on x86-64": tuple(f"{tag}_x86_64" for tag in GLIBC),
    "Windows": ("win_amd64",),
}
PYTHONS = ("3.11", "3.12", "3.13")

Pins = dict[str, str]


def canonical(name: str) -> str:
    """A distribution's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pip_report(*arguments: str) -> list[dict[str, Any]]:
    """What pip would install for these arguments; raises CalledProcessError when it cannot."""
    command = [sys.executable, "-m", "pip", "--no-input", "install", "--dry-run", "--ignore-installed"]
    command += ["--quiet", "--only-binary", ":all:", "--report", "-", *arguments]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    found: list[dict[str, Any]] = json.loads(answer.stdout)["install"]
    return found


def resolve(requirements: Iterable[str], constraints: Pins, *options: str) -> Pins:
    """Name -> version of the requirements and, unless --no-deps is given, all they depend on."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "constraints.txt")
        kept.write_text("".join(f"{name}=={version}\n" for name, version in constraints.items()))
        report = pip_report(*options, "--constraint", str(kept), *requirements)
    return {canonical(item["metadata"]["name"]): item["metadata"]["version"] for item in report}


def pinned(*files: Path) -> Pins:
    """The pins that the requirement files hold now."""
    text = "".join(file.read_text() for file in files if file.exists())
    return {canonical(name): version for name, version in re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", text)}


def hashes(pins: Pins) -> dict[str, set[str]]:
    """SHA-256 of the file that each supported platform and Python would take, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for platform, tags in PLATFORMS.items():
        for python in PYTHONS:
            print(f"lock: hashes for {platform}, Python {python}", flush=True)
            target = ["--python-version", python, "--target", "unused"]
            target += [word for tag in tags for word in ("--platform", tag)]
            for item in _files(pins, target, f"{platform}, Python {python}"):
                sums = item["download_info"]["archive_info"]["hashes"]
                found[canonical(item["metadata"]["name"])].add(sums["sha256"])
    return found


def _files(pins: Pins, target: list[str], words: str) -> list[dict[str, Any]]:
    """The files of all pins for one target; a pin with no file for it is said and left out."""
    wanted = [f"{name}=={version}" for name, version in pins.items()]
    try:
        return pip_report("--no-deps", *target, *wanted)
    except subprocess.CalledProcessError:
        return [item for one in wanted for item in _file(one, target, words)]


def _file(pin: str, target: list[str], words: str) -> list[dict[str, Any]]:
    try:
        return pip_report("--no-deps", *target, pin)
    except subprocess.CalledProcessError:
        print(f"lock: {pin} has no file for {words}", flush=True)
        return []


def write(file: Path, pins: Pins, sums: dict[str, set[str]]) -> None:
    """One requirement file: every pin with its hashes, sorted, so that differences read well."""
    lines = [HEAD]
    for name in sorted(pins):
        marker = f" ; {WINDOWS_ONLY[name]}" if name in WINDOWS_ONLY else ""
        options = "".join(f" \\\n    --hash=sha256:{one}" for one in sorted(sums[name]))
        lines.append(f"{name}=={pins[name]}{marker}{options}\n")
    file.write_text("".join(lines))
    print(f"lock: {file.relative_to(ROOT)} holds {len(pins)} pins")


def lock(constraints: Pins) -> None:
    """Resolve, take the hashes, and write both files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["dependencies"]
    apart = project["tool"]["mediation-desk"]["lock"]["apart"]
    tools = [one for one in project["dependency-groups"]["dev"] if one not in apart]
    print("lock: resolving", flush=True)
    runtime = resolve(wanted, constraints) | resolve(WINDOWS_ONLY, constraints, "--no-deps")
    everything = resolve([*wanted, *tools], constraints | runtime)
    everything |= resolve(apart, constraints, "--no-deps") | runtime
    sums = hashes(everything)
    write(RUNTIME, runtime, sums)
    write(DEVELOPMENT, {name: everything[name] for name in everything.keys() - runtime.keys()}, sums)


def main() -> None:
    """Read the command line and lock."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("--upgrade", nargs="*", metavar="NAME", help="let all pins move, or the named ones")
    upgrade = parser.parse_args().upgrade
    constraints = pinned(RUNTIME, DEVELOPMENT)
    if upgrade is not None:
        moving = {canonical(name) for name in upgrade} or set(constraints)
        constraints = {name: version for name, version in constraints.items() if name not in moving}
    try:
        lock(constraints)
    except subprocess.CalledProcessError as error:
        sys.exit(f"lock: pip could not resolve\n{error.stderr}")


if __name__ == "__main__":
    main()
