"""Intake: one page to take a matter in: what it is, who is in it, what they claim, and its acceptance."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.vocabulary import Station, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.intake.acceptance import Acceptance
from mediation_desk.gui.case.intake.claim_grid import ClaimMatrix
from mediation_desk.gui.case.intake.matter_form import MatterForm
from mediation_desk.gui.case.intake.party_list import PartyList
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reading import CaseView


class IntakePage(StationPage):
    """Everything is saved as its field is left; the primary action accepts the case."""

    station = Station.INTAKE

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench)
        self.matter, self.parties = MatterForm(bench), PartyList(bench)
        self.claims, self.acceptance = ClaimMatrix(bench), Acceptance(bench, self.primary, self.go_to)
        self.papers = PapersButton(bench, self, self)
        self.head.addWidget(self.papers)
        self.body.setSpacing(look().px(24))
        for made in (self.matter, self.parties, self.claims, self.acceptance):
            self.add(made)
        self.body.addStretch(1)
        self.leaves(self.parties.panel, self.parties.close_panel)
        self.leaves(self.acceptance.refusing, lambda: self.acceptance.open_refusal(False))
        self.leaves(self.acceptance.begun_by_mistake, lambda: self.acceptance.open_voiding(False))

    def go_to(self, field: str) -> None:
        """Lead to what a notice lacks: a party, or the cause."""
        places: dict[str, QWidget] = {"applicants": self.parties.add_applicant,
                                      "respondents": self.parties.add_respondent}
        self.reveal(places.get(field, self.matter.cause))

    def lead_to(self, name: str, of: UUID | None) -> None:
        """To a particular of a party, to the extension of the mediation, or to another field of that name."""
        extension = self.acceptance.extension
        if name == "extension" and extension.isVisibleTo(self):
            self.reveal(extension.open_button if extension.open_button.isVisibleTo(self) else extension)
        elif of is None or not self.parties.lead_to(of, name):
            super().lead_to(name, of)

    def show_case(self, view: CaseView) -> None:
        """Show the case; what is bound has followed already."""
        self.matter.show_case(view)
        self.parties.show_case(view.case)
        self.claims.show_case(view.case)
        self.acceptance.show_case(view)
        decided = view.case.accepted_on or view.case.status is not Status.OPEN
        self.set_primary(tr("Accept the case"), None if decided else self.acceptance.accept)
        self.papers.show_case(view)

    def set_read_only(self, read_only: bool) -> None:
        """A case that is over only shows."""
        super().set_read_only(read_only)
        view = self.bench.view
        self.parties.set_read_only(read_only)
        self.claims.set_read_only(read_only or not self.bench.can("set_claims"))
        self.acceptance.set_read_only(read_only, accepted=bool(view and view.case.accepted_on))

    def show_error(self, error: DeskError) -> None:
        """A trouble that belongs to a field further down is said there."""
        if not self.acceptance.show_error(error):
            super().show_error(error)

    def print_pdf(self) -> None:
        """Ctrl+P: the notice of acceptance or refusal, before that the register."""
        if not self.papers.open_first():
            self.bar.notice(tr("Enter an applicant first; then the intake register can be printed."))

    def focus_first(self) -> None:
        """Begin with the first thing that is not entered yet."""
        empty = next((field for field in (self.matter.cause, self.matter.facts) if not field.typed()), None)
        (empty or self.matter.source).setFocus(Qt.FocusReason.OtherFocusReason)

    def help_text(self) -> str:
        """What intake is for."""
        return tr("Take the matter in once: every field is saved as you leave it, and Ctrl+Z takes back the "
                  "last step.\n\nAdd the workers who apply and the enterprise. Many workers can be pasted "
                  "from a spreadsheet: name, ID number, phone. Tick what each worker asks for and enter the "
                  "amounts; a column of amounts can be pasted too.\n\nAcceptance needs the consent of both "
                  "sides; of several respondents each consents or does not, and the case goes on with those "
                  "who do. A case that was begun by mistake is voided with a reason. Acceptance is decided "
                  "within three working days; mediation ends 15 days after acceptance, "
                  "and 15 days after receipt the parties are free to apply for arbitration.")
