"""Office: what the office is called, who may come in, the law's figures, and the safety of it all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.at_office import reason
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.companies import CompaniesPart
from mediation_desk.gui.pages.office.details import DetailsPart
from mediation_desk.gui.pages.office.document_forms import DocumentFormsPart
from mediation_desk.gui.pages.office.figures import FiguresPart
from mediation_desk.gui.pages.office.holidays import HolidaysPart
from mediation_desk.gui.pages.office.me import MePart
from mediation_desk.gui.pages.office.needs_office import NeedsOfficePart
from mediation_desk.gui.pages.office.order_tables import OrderTablesPart
from mediation_desk.gui.pages.office.order_words import OrderWordsPart
from mediation_desk.gui.pages.office.packages import PackagesPart
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.parted import PartedPage, Place
from mediation_desk.gui.pages.office.places import PlacesPart
from mediation_desk.gui.pages.office.receiving_offices import ReceivingOfficesPart
from mediation_desk.gui.pages.office.report_forms import ReportFormsPart
from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.gui.pages.office.sheets import SheetsPart
from mediation_desk.gui.pages.office.sites import SitesPart
from mediation_desk.gui.pages.office.typefaces import TypefacesPart
from mediation_desk.services.desk import Desk

DETAILS, ACCOUNTS, SHEETS, ME, SITES, PLACES, COMPANIES, RECEIVING, PACKAGES = (
    "details", "accounts", "sheets", "me", "sites", "places", "companies", "receiving", "packages")
FIGURES, HOLIDAYS, FORMS, PAPERS, TYPEFACES, WORDS, PERIODS, SAFETY = (
    "figures", "holidays", "forms", "papers", "typefaces", "words", "periods", "safety")


class OfficePage(PartedPage):
    """The parts that the person's roles allow, one at a time. ``changed(Changes)`` tells the frame;
    ``protections`` that the idle time or the hiding from capture was chosen anew; ``backed_up(Backup)``
    that somebody made a backup by hand; ``chosen(name, value)`` asks for another look or language."""

    protections = Signal()
    backed_up = Signal(object)
    chosen = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        self._desk, self._tasks, self._memory = desk, tasks, memory
        super().__init__(tr("Office"), desk.settings.name, self._allowed(), parent)

    def _allowed(self) -> Sequence[Place]:
        given, note = (self._desk, self._tasks), reason(self._desk)
        places = (
            Place(DETAILS, tr("The office"), "buildings", lambda: DetailsPart(*given),
                  Verb.CHANGE_OFFICE_SETTINGS, note),
            Place(ACCOUNTS, tr("Accounts"), "users", self._accounts, Verb.MANAGE_ACCOUNTS),
            Place(SHEETS, tr("Recovery sheets"), "qr-code", lambda: SheetsPart(*given),
                  Verb.PRINT_RECOVERY_SHEET, note),
            Place(ME, tr("My account"), "user-circle", self._me),
            Place(SITES, tr("Sites"), "map-trifold", lambda: SitesPart(*given), Verb.EDIT_SITES, note),
            Place(PLACES, tr("Rooms and places"), "map-pin", lambda: PlacesPart(*given), Verb.EDIT_PLACES,
                  note),
            Place(COMPANIES, tr("Companies"), "factory", lambda: CompaniesPart(*given), Verb.EDIT_COMPANIES,
                  note),
            Place(RECEIVING, tr("Receiving offices"), "arrow-bend-up-right",
                  lambda: ReceivingOfficesPart(*given), Verb.EDIT_RECEIVING_OFFICES, note),
            Place(PACKAGES, tr("Sealed packages"), "package", self._packages, Verb.EDIT_RECEIVING_OFFICES),
            Place(FIGURES, tr("Statutory figures"), "scales", lambda: FiguresPart(*given), note=note),
            Place(HOLIDAYS, tr("Holidays"), "calendar-blank", lambda: HolidaysPart(*given), note=note),
            Place(FORMS, tr("Statistical forms"), "table", lambda: ReportFormsPart(*given), Verb.EDIT_FORMS,
                  note),
            Place(PAPERS, tr("Forms of papers"), "file-text", lambda: DocumentFormsPart(*given),
                  Verb.EDIT_FORMS, note),
            Place(PERIODS, tr("Periods of orders"), "hourglass-medium", lambda: OrderTablesPart(*given),
                  Verb.EDIT_FORMS, note),
            Place(WORDS, tr("Words of orders"), "magnifying-glass", lambda: OrderWordsPart(*given),
                  Verb.EDIT_FORMS, note),
            Place(TYPEFACES, tr("Typefaces"), "text-aa", lambda: TypefacesPart(*given),
                  Verb.EDIT_FORMS, note),
            Place(SAFETY, tr("Backup and checks"), "shield-check", self._safety, Verb.BACK_UP),
        )
        return [place for place in places if place.right is None or self._desk.may(place.right)]

    def _accounts(self) -> OfficePart:
        if self._desk.branch is not None:  # a laptop knows nothing of them but names and public keys
            return NeedsOfficePart(self._desk, self._tasks, tr("Accounts"), "users")
        made = AccountsPart(self._desk, self._tasks)
        made.key_wanted.connect(self.renew_key)
        return made

    def _packages(self) -> OfficePart:
        if self._desk.branch is not None:  # a laptop neither seals nor opens any: it has no key of the office
            return NeedsOfficePart(self._desk, self._tasks, tr("Sealed packages"), "package")
        return PackagesPart(self._desk, self._tasks)

    def _me(self) -> OfficePart:
        made = MePart(self._desk, self._tasks, self._memory)
        made.protections.connect(self.protections)
        made.chosen.connect(self.chosen)
        return made

    def _safety(self) -> OfficePart:
        made = SafetyPart(self._desk, self._tasks)
        made.backed_up.connect(self.backed_up)
        made.key.sheet_wanted.connect(lambda: self.go_to(SHEETS))
        return made

    def renew_key(self) -> None:
        """Go to where the store key is renewed, and ask for the password."""
        cast(SafetyPart, self.go_to(SAFETY)).key.begin()

    def on_changed(self, _changes: object) -> None:
        """The office may be called something else now."""
        self.set_title(tr("Office"), self._desk.settings.name)
