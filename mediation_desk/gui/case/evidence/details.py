"""What is said of one exhibit, saved as each field is left; and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.vocabulary import Role, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.bound import Bound
from mediation_desk.gui.case.frame.layouts import FoldingRow
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import ChoiceField, Choices, SegmentField
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.line import DateField, IntegerField, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing

_GIVERS = (Role.APPLICANT, Role.RESPONDENT, Role.THIRD_PARTY)


def giver_choices(case: Case) -> list[tuple[object, str]]:
    """Who can have handed something in: each side as a whole, and each party."""
    sides: list[tuple[object, str]] = [(str(side), tr(side.label)) for side in Side]
    givers = told_apart(party for party in case.parties if party.role in _GIVERS)
    return sides + [(str(party), name or tr("(no name yet)")) for party, name in givers.items()]


class _Saver:
    """Lets a tied field save an exhibit: the bench's drafts and readings, the evidence's own verb.

    The panel may be gone when an answer comes, for another exhibit was chosen meanwhile: then a
    refused text is kept as a draft, to be there again when the exhibit is.
    """

    def __init__(self, bench: CaseBench, panel: QWidget) -> None:
        self.notes, self._bench, self._panel = bench.notes, bench, panel

    @property
    def seen(self) -> Seen:
        """What the person knows of the case now."""
        return self._bench.seen

    def clash_words(self) -> ClashWords:
        """The words in which a conflict is told."""
        return self._bench.clash_words()

    def save(self, edits: list[Edit], *, done: Callable[[Any], object],
             failed: Callable[[DeskError], object], seen: Seen | None = None) -> None:
        """Save edits of fields."""
        def refused(error: DeskError) -> None:
            if shiboken6.isValid(self._panel):
                failed(error)
                return
            for edit in edits:
                self.notes.keep(f"exhibit/{edit.row_id}/{edit.field}", str(edit.after))
            self._bench.trouble.emit(error)

        self._bench.run(filing.change, edits, failed=refused, seen=seen,
                        done=lambda changes: done(changes) if shiboken6.isValid(self._panel) else None)

    def reload(self) -> None:
        """Read the case anew."""
        self._bench.reload()

    def may_fill_in(self, entity: str, attribute: str) -> bool:
        """Evidence of a decided case stays as it is; but an original may still be given back."""
        return self._bench.may_fill_in(entity, attribute)


class _GiverField(ChoiceField):
    """Nobody is an empty text in the store, not None."""

    def _read(self, text: str) -> object:
        return super()._read(text) or ""


class _TextOrNothing(TextField):
    """Nothing said is None in the store, not an empty text."""

    def _read(self, text: str) -> str | None:  # type: ignore[override]
        return super()._read(text) or None


class _WordsOrNothing(TextArea):
    """The same for running text."""

    def _read(self, text: str) -> str | None:  # type: ignore[override]
        return super()._read(text) or None


class ExhibitDetails(QWidget):
    """The particulars of one exhibit. ``wanted(name)``: open, save, up, down, remove."""

    wanted = Signal(str)

    def __init__(self, bench: CaseBench, exhibit: Exhibit, givers: Choices,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.exhibit_id: UUID = exhibit.id
        self.heading = label("", "group")
        self.named = label("", "small", wrap=True)
        self.name = TextField(tr("Exhibit name"), name="name", required=True, width=34, limit=255)
        self.given_by = _GiverField(tr("Given by"), givers, name="given_by", empty=tr("(not said)"), width=24)
        self.proves = TextArea(tr("What it proves"), name="proves", lines=2, most=5)
        self.original = SegmentField(tr("Form"), [(True, tr("Original")), (False, tr("Copy"))],
                                     name="original", required=True)
        self.received_on = DateField(tr("Handed in on"), name="received_on", required=True, today=bench.today)
        self.source = _TextOrNothing(tr("Where it comes from"), name="source", width=34)
        self.pages = IntegerField(tr("Pages"), name="pages", least=1, most=99_999)
        self.opinion = _WordsOrNothing(tr("What the other side says of it"), name="opinion", lines=2, most=5)
        self.returned_on = DateField(tr("Original given back on"), name="returned_on", today=bench.today)
        saver = _Saver(bench, self)
        self._bounds = [bench.adopt(Bound(saver, field, "exhibit", exhibit.id, field.name))
                        for field in self.fields]
        self.open = self._act(tr("Open elsewhere"), "open", "arrow-square-out")
        self.save = self._act(tr("Save a copy …"), "save", "floppy-disk")
        self.up = self._act(tr("Move up"), "up", "arrow-up")
        self.down = self._act(tr("Move down"), "down", "arrow-down")
        self.remove = self._act(tr("Remove"), "remove", "trash")
        self._lay()

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in their order."""
        return (self.name, self.given_by, self.proves, self.source, self.pages, self.original,
                self.received_on, self.returned_on, self.opinion)

    def _act(self, text: str, name: str, picture: str) -> QPushButton:
        made = button(text, "quiet", picture=picture, parent=self)
        made.clicked.connect(lambda: self.wanted.emit(name))
        return made

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look().px(8), 0)
        column.setSpacing(look().px(8))
        column.addWidget(FoldingRow([self.heading, self.up, self.down, self.remove]))
        column.addWidget(FoldingRow([self.name, self.given_by], spacing=24))
        column.addWidget(self.proves)
        column.addWidget(FoldingRow([self.source, self.pages], spacing=24))
        column.addWidget(FoldingRow([self.original, self.received_on], spacing=24))
        column.addWidget(self.returned_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.opinion)
        column.addWidget(self.named)
        column.addWidget(FoldingRow([self.open, self.save]), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_exhibit(self, exhibit: Exhibit, named: int, *, last: int, read_only: bool) -> None:
        """Show it as it was read now; what is being typed stays. ``last``: how many there are."""
        self.heading.setText(tr("Exhibit {number}", number=exhibit.position))
        for bound in self._bounds:
            bound.show_row(exhibit, read_only=read_only and not bound.opens(exhibit))
        self.returned_on.setVisible(exhibit.original or exhibit.returned_on is not None)
        self.named.setText(tr_count("{count} element names it as {label}.",
                                    "{count} elements name it as {label}.", named, label=exhibit.label))
        self.named.setVisible(bool(named))
        for made in (self.up, self.down, self.remove):
            made.setEnabled(not read_only)
        if exhibit.position == 1:
            self.up.setEnabled(False)
        if exhibit.position == last:
            self.down.setEnabled(False)
