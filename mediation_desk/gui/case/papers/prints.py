"""What of a case's papers leaves the program to be signed, so that the same is frozen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.pages.in_word import InWord
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.settlement import settling, supplementing


class Prints(QObject):
    """Shows papers of a case in a view; an agreement that is printed or saved there is kept."""

    def __init__(self, bench: CaseBench, view: PdfView) -> None:
        super().__init__(view)
        self._bench, self._view = bench, view
        self._shown: Paper | None = None
        self._word = InWord(bench.desk)
        view.taken.connect(self._taken)

    def show(self, paper: Paper) -> None:
        """Show a paper."""
        self._shown = paper
        self._view.load(paper.pdf, self._bench.paper_file(paper.title), self._word.of(paper))

    @property
    def fingerprint(self) -> str:
        """Of the paper that is shown; empty before there is any."""
        return self._shown.sha256 if self._shown else ""

    def _taken(self, data: bytes) -> None:
        paper = self._shown
        if paper is not None and paper.to_sign and paper.pdf == data and not self._bench.read_only:
            put_out = supplementing.put_out if paper.template == SUPPLEMENT else settling.put_out
            self._bench.run(put_out, paper, undo=False)
