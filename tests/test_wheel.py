"""The wheel carries all that the desk needs: installed away from the checkout, it makes the papers."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """What the command says; its complaint is the test's failure. The checkout is not on the path."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    words = [str(one) for one in command]
    done = subprocess.run(words, cwd=cwd, env=surroundings, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True)
class Environment:
    """A new environment that holds the wheel; the libraries are those of the running tests."""

    folder: Path

    @property
    def programs(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def packages(self) -> Path:
        return Path(sysconfig.get_path("purelib", "venv", vars={"base": str(self.folder)}))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, ROOT, cwd=place)
    return next(place.glob("mediation_desk-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("away") / "environment")
    run(sys.executable, "-m", "venv", "--without-pip", environment.folder, cwd=wheel.parent)
    pip = (sys.executable, "-m", "pip", "--python", environment.folder, "install", "--quiet")
    run(*pip, "--no-deps", "--no-index", wheel, cwd=wheel.parent)
    (environment.packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return environment


def shipped_files(folder: str) -> set[str]:
    """The files of a checkout's folder, as the wheel names them; the rooms' PO files come along too."""
    files = (one for one in (ROOT / folder).rglob("*") if one.is_file() and one.name != ".gitkeep")
    return {f"mediation_desk/shipped/{one.relative_to(ROOT).as_posix()}" for one in files}


@pytest.mark.parametrize("folder", ["forms", "resources"])
def test_the_wheel_carries_every_form_and_resource(wheel: Path, folder: str) -> None:
    expected = shipped_files(folder)
    assert expected
    assert expected - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_the_wheel_carries_the_chinese_catalogue_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "mediation_desk/shipped/resources/translations/zh_CN.mo" in names
    roots = {name.partition("/")[0].partition("-")[0] for name in names}
    assert roots == {"mediation_desk"}


def test_the_installed_desk_reads_its_own_files(installed: Environment, tmp_path: Path) -> None:
    question = "from mediation_desk.library import shipped as d; print(d.__file__, d.shipped('forms'))"
    for line in run(installed.programs / "python", "-c", question, cwd=tmp_path).split():
        assert Path(line).is_relative_to(installed.packages)


def test_the_installed_desk_makes_the_agreement(installed: Environment, tmp_path: Path) -> None:
    desk = installed.programs / "mediation-desk"
    run(desk, "demo", "--out", tmp_path / "demo", "--no-screenshots", cwd=tmp_path)
    pages = PdfReader(tmp_path / "demo" / "mediation-agreement.pdf").pages
    text = "".join(page.extract_text() for page in pages).replace("\n", "")
    assert "30,264.00" in text
    assert "叁万零贰佰陆拾肆元整" in text
