"""A real LibreOffice, where there is one: what it makes of a DOCX, with the program's own typefaces."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from mediation_desk.library.fonts import shipped_fonts

SOFFICE = shutil.which("soffice") or ""
_FACES = {"仿宋": "Noto Serif SC", "宋体": "Noto Serif SC", "黑体": "Noto Sans SC"}
_MATCH = """<match target="pattern"><test name="family"><string>{asked}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>"""


def as_pdf(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Each DOCX as the PDF that LibreOffice makes of it, under its own settings and nobody's."""
    given, taken = folder / "docx", folder / "pdf"
    given.mkdir(exist_ok=True)
    for name, data in files.items():
        (given / f"{name}.docx").write_bytes(data)
    convert([given / f"{name}.docx" for name in files], taken, folder)
    return {name: (taken / f"{name}.pdf").read_bytes() for name in files}


def convert(files: list[Path], target: Path, folder: Path) -> None:
    """One start of LibreOffice for all files; ``folder`` holds its settings and its typefaces."""
    around = {**os.environ, "FONTCONFIG_FILE": str(_typefaces(folder)), "HOME": str(folder)}
    subprocess.run([SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                    "--norestore", "--convert-to", "pdf", "--outdir", str(target), *map(str, files)],
                   env=around, check=True, capture_output=True, timeout=180)


def _typefaces(folder: Path) -> Path:
    """The shipped typefaces in the place of those that the paper names, so that lines break as ours do."""
    known = "".join(_MATCH.format(asked=asked, given=given) for asked, given in _FACES.items())
    written = folder / "fonts.conf"
    written.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{shipped_fonts().song.parent}</dir><cachedir>{folder / 'faces'}</cachedir>{known}"
        "</fontconfig>",
        "utf-8")
    return written
