"""Papers on the screen, as DOCX when somebody asks for it."""

from __future__ import annotations

from functools import partial

from mediation_desk.gui.kit.pdf.saving import WordCopy
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.private_folder import PrivateFolder
from mediation_desk.services.papers import word
from mediation_desk.services.papers.finishing import Paper


class InWord:
    """The papers of one page; copies that were opened elsewhere go when the page does."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.folder = PrivateFolder(desk)

    def of(self, paper: Paper) -> WordCopy | None:
        """How to have the paper as DOCX; None where there is only the PDF."""
        if not word.is_offered(paper):
            return None
        return WordCopy(partial(word.in_word, self._desk, paper),
                        partial(word.lay_out, self._desk, paper, folder=self.folder))
