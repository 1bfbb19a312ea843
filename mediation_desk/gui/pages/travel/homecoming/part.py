"""Coming home: choose a bag, look into it, decide, bring it home, print the receipt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.domain.travel.same_people import SamePerson
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.journal import events
from mediation_desk.gui.journal.words import CaseWords
from mediation_desk.gui.kit.clash import ClashWords, ask_beneath
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.work import WorkLine
from mediation_desk.gui.pages.travel.homecoming.arriving import Arriving
from mediation_desk.gui.pages.travel.homecoming.choices import Choices
from mediation_desk.gui.pages.travel.homecoming.coming import ComingView
from mediation_desk.gui.pages.travel.homecoming.preview import PreviewView
from mediation_desk.gui.pages.travel.homecoming.question import QuestionCard
from mediation_desk.gui.pages.travel.homecoming.receipt_words import decided_lines
from mediation_desk.gui.pages.travel.homecoming.result import ResultView
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords
from mediation_desk.services import history, unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.travel import deciding, direct, homecoming, receipt, taking_back
from mediation_desk.services.travel.deciding import Joined, Left
from mediation_desk.services.travel.direct import BagHere
from mediation_desk.services.travel.homecoming import Coming, Preview, Receipt
from mediation_desk.store.pace import Pace
