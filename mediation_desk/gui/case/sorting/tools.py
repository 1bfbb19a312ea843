"""Above the workers' grid: whose words it shows, which elements are in sight, and the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.gui.case.frame.layouts import FoldingRow
from mediation_desk.gui.case.sorting.cells import Shown, Speaker
from mediation_desk.gui.case.sorting.sight import VOICES
from mediation_desk.gui.kit.fields.kinds import ChoiceField, SegmentField
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.sorting.sorting import SPOKEN, Voice

APPLIES, DISPUTED, WHOLE = "applies", "disputed", "all"  # which elements are in sight
SIGHT_WIDTH, NAME_WIDTH = 17, 24


class GridTools(QWidget):
    """``speaker_chosen()`` when others' words are wanted, ``sight_chosen()`` other elements."""

    speaker_chosen = Signal()
    sight_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown: list[tuple[object, str]] = [
            ("applicant", tr("Applicants")), ("respondent", tr("Respondent")),
            ("finding", tr(VOICES["finding"])), ("both", tr("Side by side"))]
        self.voice = SegmentField("", shown, name="voice", required=True)
        self.voice.set_value("applicant")
        self.whose = ChoiceField("", (), name="whose", required=True, width=NAME_WIDTH)
        self.whose.combo.setAccessibleName(tr("Which respondent"))
        tip(self.whose.combo, tr("Which respondent"))
        self.whose.hide()
        sights: list[tuple[object, str]] = [
            (APPLIES, tr("What applies")), (DISPUTED, tr("Disputed only")), (WHOLE, tr("Everything"))]
        self.in_sight = ChoiceField("", sights, name="in_sight", required=True, width=SIGHT_WIDTH)
        self.in_sight.set_value(APPLIES)
        self.in_sight.combo.setAccessibleName(tr("Elements in sight"))
        tip(self.in_sight.combo, tr("Elements in sight"))
        self.bring_in = tool("upload-simple", tr("Import a workbook (.xlsx) that was filled in; nothing is "
                                                 "kept if any row of it is wrong"))
        self.send_out = tool("download-simple", tr("Export the grid as a workbook (.xlsx)"))
        self._respondents: tuple[tuple[UUID, str], ...] = ()
        self._lay()
        self.voice.committed.connect(lambda _voice: self._chosen())
        self.whose.committed.connect(lambda _party: self.speaker_chosen.emit())
        self.in_sight.committed.connect(lambda _what: self.sight_chosen.emit())

    def _lay(self) -> None:
        left, right = QWidget(), QWidget()
        speaks, sights = QHBoxLayout(left), QHBoxLayout(right)
        for row in (speaks, sights):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look().px(12))
        for field in (self.voice, self.whose):
            speaks.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
        speaks.addStretch(1)
        sights.addWidget(self.in_sight, 0, Qt.AlignmentFlag.AlignVCenter)
        sights.addStretch(1)
        books = QHBoxLayout()
        books.setSpacing(0)
        for press in (self.bring_in, self.send_out):
            books.addWidget(press)
        sights.addLayout(books)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(FoldingRow((left, right), spacing=12, parent=self))

    def show_respondents(self, parties: Sequence[Party]) -> None:
        """Offer each respondent's own words, where there are several respondents."""
        known = tuple(told_apart(parties).items())
        if known != self._respondents:
            self._respondents = known
            together: list[tuple[object, str]] = [(None, tr("All respondents"))]
            self.whose.set_choices([*together, *known])
            self.whose.set_value(None)
        self._offer()

    def _offer(self) -> None:
        self.whose.setVisible(bool(self._respondents) and self.voice.value() == "respondent")

    def _chosen(self) -> None:
        self._offer()
        self.speaker_chosen.emit()

    @property
    def speaker(self) -> Speaker:
        """Whose words the workers' grid shows."""
        chosen = self.voice.value()
        shown: Shown = "both" if chosen == "both" else next(name for name in SPOKEN if name == chosen)
        party = self.whose.value() if shown == "respondent" else None
        return Speaker(shown, party if isinstance(party, UUID) else None)

    @property
    def voice_shown(self) -> Voice:
        """Whose words are typed there: the applicants' where both are shown."""
        shown = self.speaker.shown
        return "applicant" if shown == "both" else shown
