"""Closing: the seven points of the file, each with what the program sees, answered by a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.casefile.missing import Missing
from mediation_desk.domain.file_hints import hints
from mediation_desk.domain.file_review import PointDraft, note_field, points
from mediation_desk.domain.vocabulary import FilePoint
from mediation_desk.gui.case.casefile.lacking import LackingLines
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.choice import YesNo
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.casefile import listing
from mediation_desk.services.reading import CaseView

PLACE = "file-review"


class ReviewPart(QWidget):
    """The points in their order; ``kept(answers)`` with those that were changed. Beneath each stands what the
    program sees to be missing, with the way there; it answers no point by itself."""

    kept = Signal(object)
    wanted = Signal(str, str)  # a page on which something is made that is missing, and a field there

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._shown: dict[FilePoint, PointDraft] = {}
        self._applying: tuple[FilePoint, ...] = ()
        self._brought = False  # what was typed before the program stopped
        self.form = Form()
        self.form.group(tr("Review of the file"))
        self.lacking: dict[FilePoint, LackingLines] = {}
        self.answers = {point: self._answer(point) for point in FilePoint}
        self.keep = button(tr("Keep the review"))
        self.form.does(self.keep)
        self.keep.clicked.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.form)
        column.addLayout(row_of(self.keep))
        self.form.edited.connect(lambda _name, _text: self._typing())
        self.form.committed.connect(lambda _name, _value: self._typing())
        bench.notes.watch(self.form, PLACE)

    def _answer(self, point: FilePoint) -> tuple[YesNo, TextField]:
        """Whether it holds, what is lacking, and what the program sees."""
        answer = (self.form.add(YesNo(tr(point.label), name=point.value)),
                  self.form.add(TextField(tr("What is lacking"), name=note_field(point), width=36,
                                          limit=300)))
        self.lacking[point] = self.form.add_widget(LackingLines())
        self.lacking[point].wanted.connect(self.wanted)
        return answer

    def show_case(self, view: CaseView) -> None:
        """The answers as they were kept, beside what the program sees. What is being typed stays, point by
        point: of the others a colleague's answer is shown."""
        case, before = view.case, self._shown
        self._shown = {one.point: PointDraft(one.holds, one.note) for one in case.review}
        self._applying = points(signed=case.is_signed)
        seen = hints(case, view.exhibits, len(view.papers))
        for point, (holds, note) in self.answers.items():
            holds.set_help(tr_sentence(seen[point]))
            holds.setVisible(point in self._applying)
            typed = PointDraft(holds.value(), note.typed())
            if typed == before.get(point, PointDraft()) or not self._bench.notes.text(PLACE):
                kept = self._shown.get(point, PointDraft())
                holds.set_value(kept.holds)
                note.set_value(kept.note)
        if not self._brought:
            self._brought = self._bench.notes.bring_back(self.form, PLACE)
        self._ask_what()
        said = frozenset(map(str, seen.values()))
        self._bench.read(listing.lacking, done=partial(self._show_lacking, said))

    def _show_lacking(self, said: frozenset[str], lacking: Sequence[Missing]) -> None:
        """What is missing, unless the hint says so already."""
        for point, lines in self.lacking.items():
            lines.show_missing([one for one in lacking if one.point is point and point in self._applying
                                and str(one.sentence) not in said])

    def _ask_what(self) -> None:
        """What is lacking is asked where something is; what was written there stays in sight."""
        for point, (holds, note) in self.answers.items():
            lacking = holds.typed() == str(False) or bool(note.typed())
            note.setVisible(point in self._applying and lacking)

    def _typing(self) -> None:
        self._brought = True
        self._ask_what()

    def _keep(self) -> None:
        if not self.form.commit():
            return
        given = self.form.values()
        drafts = {point: PointDraft(cast("bool | None", given[point.value]), str(given[note_field(point)]))
                  for point in FilePoint}
        self.kept.emit({point: draft for point, draft in drafts.items()
                        if draft != self._shown.get(point, PointDraft())})
