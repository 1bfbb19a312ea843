"""Offices of their own beside the demonstration's, so that its figures stay those of its story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from mediation_desk.demonstration.office import LOGIN, PASSWORD, SETTINGS, place
from mediation_desk.domain.accounts import Role
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.services.papers import making
from mediation_desk.services.papers.settlement import AGREEMENT

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@contextmanager
def founded(settings: OfficeSettings, around: Surroundings) -> Iterator[Desk]:
    """An office for as long as it is needed."""
    with TemporaryDirectory() as home:
        desk = sign_in.found(place(Path(home)), Founding(
            settings, LOGIN, "陈守信", PASSWORD, PASSWORD, frozenset(Role)), around)
        try:
            yield desk
        finally:
            desk.store.close()


def write(folder: Path, around: Surroundings, agreed: Callable[[Desk], UUID]) -> Path:
    """The agreement of the case that ``agreed`` makes, as it is to be signed, as PDF and DOCX; the PDF;
    the office it was made in is gone."""
    with founded(SETTINGS, around) as desk:
        case_id = agreed(desk)
        pdf, word = making.make(desk, case_id, AGREEMENT).pdf, making.in_word(desk, case_id, AGREEMENT)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{AGREEMENT}.pdf"
    file.write_bytes(pdf)
    file.with_suffix(".docx").write_bytes(word)
    return file


def number(body: str) -> str:
    """Seventeen digits with their check digit (GB 11643); 639999 is nowhere, so they belong to nobody."""
    weighed = sum(int(one) * weight for one, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[weighed % 11]
