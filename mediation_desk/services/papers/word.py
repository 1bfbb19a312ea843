"""Papers as DOCX, for an office that goes on writing in them: of what each was made from, in its form."""

from __future__ import annotations

import stat
from pathlib import Path

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.private_folder import PrivateFolder
from mediation_desk.services.forms_in_force import form_of
from mediation_desk.services.papers.finishing import Paper

# Of these there is only the PDF. The first bears signatures that are drawn on the signed pages themselves;
# the two sheets hold the office's secrets, which no word processor should keep in its files; the last two
# are receipts of what the program itself found and sealed, in which nobody has anything to write.
PDF_ALONE = frozenset({"signed-copy", "recovery-sheet", "escrow-sheet", "bag-list", "homecoming-receipt"})


def is_offered(paper: Paper) -> bool:
    """Whether there is a DOCX of this kind of paper."""
    return paper.template not in PDF_ALONE


def in_word(desk: Desk, paper: Paper) -> bytes:
    """The paper as DOCX: word for word what its PDF says, in the same measures.

    It is made of what the PDF was made from and not of the case as it stands now, so whoever has the one in
    hand may have the other. A draft says on every page that it is one, and a copy of what is signed that the
    signed text goes before.

    A signed paper's form may have been changed since: it is taken in the form that it was signed in, which
    the office kept. Where another program shipped that form, the present one would put other words around the
    facts than those that were signed; a copy that differs from what it is the copy of is worse than none, so
    it is refused; so is a paper of which nobody noted what it was made from. DeskError says which.
    """
    from mediation_desk.documents.content import read
    from mediation_desk.documents.render import docx

    if not is_offered(paper):
        raise DeskError(N_("Of “{paper}” there is only the PDF."), paper=paper.title)
    origin = paper.origin
    if origin.made_from is None:
        raise DeskError(N_("Of “{paper}” there is only the PDF: the program that made it did not note what "
                           "it was made from."), paper=paper.title)
    with desk.reading() as work:
        form = form_of(work, paper.template, origin.form_sha256 or "")
    if form is None:
        raise DeskError(N_("The form of “{paper}” was changed since it was signed, so a DOCX would not say "
                           "the same. There is only its PDF."), paper=paper.title)
    return docx(form, read(paper.template, origin.made_from), created=desk.now, fonts=desk.fonts,
                mark=paper.mark)


def lay_out(desk: Desk, paper: Paper, name: str, folder: PrivateFolder) -> Path:
    """A copy for the word processor, in the session's private folder and for reading only: what is written
    in it is saved elsewhere, and nothing comes back from there. Raises DeskError as :func:`in_word`, and
    where the disk is full."""
    data = in_word(desk, paper)
    try:
        path = folder.room_for(name)
        with private_files.create(path) as file:
            file.write(data)
        path.chmod(stat.S_IRUSR)
    except OSError as trouble:
        raise DeskError(N_("The file could not be laid out for another program; the disk may be "
                           "full.")) from trouble
    return path
