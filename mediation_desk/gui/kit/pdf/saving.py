"""A paper on its way into a file: as PDF or as DOCX, and never over another file by surprise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.words import tr
from mediation_desk.library import private_files

PDF, DOCX = ".pdf", ".docx"
_FILTERS = {PDF: "PDF (*.pdf)", DOCX: "DOCX (*.docx)"}


@dataclass(frozen=True)
class WordCopy:
    """The same paper for a word processor: ``make`` its bytes, ``lay_out`` a copy of a name where another
    program may open it. Both take their time, and may raise DeskError."""

    make: Callable[[], bytes]
    lay_out: Callable[[str], Path]


def ask(parent: QWidget, name: str, word: bool) -> Path | None:
    """Where a paper is to be saved, as PDF or, with ``word``, as DOCX; None when nobody said."""
    offered = ";;".join(_FILTERS[ending] for ending in ((PDF, DOCX) if word else (PDF,)))
    chosen, kind = QFileDialog.getSaveFileName(parent, tr("Save as …"), name, offered)
    return place(Path(chosen), word and kind == _FILTERS[DOCX], word) if chosen else None


def place(chosen: Path, as_docx: bool, word: bool = True) -> Path:
    """The file that is meant: with the ending of the kind that was chosen or typed. The dialog asked about
    no other name than ``chosen``, so any other is one that is free."""
    typed = next((one for one in (PDF, DOCX) if chosen.name.lower().endswith(one)), "")
    wanted = DOCX if as_docx or (word and typed == DOCX) else PDF
    if typed == wanted:
        return chosen
    return _free(chosen.with_name(chosen.name[:len(chosen.name) - len(typed)]), wanted)


def _free(stem: Path, ending: str) -> Path:
    made, count = stem.with_name(f"{stem.name}{ending}"), 1
    while made.exists() or made.is_symlink():
        count += 1
        made = stem.with_name(f"{stem.name} ({count}){ending}")
    return made


def save(path: Path, make: Callable[[], bytes]) -> bytes:
    """Write what is made, and what it was. DeskError where nothing can be written."""
    data = make()
    try:
        private_files.write(path, data)
    except OSError as error:
        raise DeskError(N_("It could not be saved there. Choose another folder.")) from error
    return data
