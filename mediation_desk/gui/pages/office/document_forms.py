"""The forms of papers as text, each seen as a page before it is kept, with what the office kept before."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.office.form_text import FormDoors, FormLine, FormTextPart, FormWords
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import document_forms
from mediation_desk.services.office.document_forms import DocumentForm, Version
from mediation_desk.services.papers import making
from mediation_desk.services.papers.finishing import Paper

DOORS = FormDoors(document_forms.listed, document_forms.text_of, document_forms.own_text_of,
                  document_forms.keep, document_forms.drop)
PAGE_HEIGHT = 620


class DocumentFormsPart(FormTextPart):
    """The chosen form's text; beneath it the paper as it would be, of the case that one came from or of an
    invented one; and the texts that the office kept before."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        self._case: UUID | None = None
        self._versions: tuple[Version, ...] = ()
        super().__init__(desk, tasks, DOORS, FormWords(
            tr("What papers say, as text that a clerk can read and change. What was signed stays as it was."),
            tr("Paper"), tr("Between the lines +++ stands what the paper is; below it what it says."),
            tr("See the paper"), tr("The form is kept; papers use it from now on.")), parent)
        self.case = ChoiceField(tr("See it with"), [("", tr("an invented case"))], name="case", width=30)
        self.version = ChoiceField(tr("Kept before"), (), name="version", width=30,
                                   empty=tr("Choose one to have its text back"))
        self.paper = PdfView(tasks, self)
        self.paper.setMinimumHeight(PAGE_HEIGHT)
        self.column.insertWidget(self.column.indexOf(self.form), self.version)
        self.column.addWidget(self.case)
        self.column.addWidget(self.paper)
        self.column.addStretch(1)
        self.version.committed.connect(lambda _at: self._take_version())
        for widget in (self.case, self.version, self.paper):
            widget.hide()

    def begin(self, template: str, case_id: UUID, number: str) -> None:
        """Come from a case's paper: its form, to be seen with that case."""
        self._case = case_id
        self.case.set_choices([("", tr("an invented case")), (str(case_id), number)])
        self.case.set_value(str(case_id))
        self.case.show()
        self.choose(template)

    def line(self, listed: DocumentForm) -> FormLine:
        """What a line of the list is."""
        return FormLine(listed.name, listed.title.text(words().code), listed.standing, listed.trouble)

    def see(self) -> None:
        """Set the paper in the form as it is typed; what is wrong is said with its line."""
        if not self.form.commit():
            return
        with_case = self._case if self.case.value() else None
        self.tasks.read(making.previewed, self.desk, self.chosen, self.text.value(), with_case,
                        done=self._seen, failed=self.refused, receiver=self, label=tr("Setting the paper …"))

    def _seen(self, paper: Paper) -> None:
        self.form.clear_errors()
        self.paper.load(paper.pdf, f"{paper.title}.pdf")
        self.paper.show()
        self.reveal(self.paper)

    def put_away(self) -> None:
        """Another text stands there, which may have been kept in other words before."""
        self.paper.hide()
        self.read(document_forms.versions, self.chosen, done=self._show_versions)

    def _show_versions(self, found: Sequence[Version]) -> None:
        self._versions = tuple(found)
        self.version.set_choices([(str(at), _called(one)) for at, one in enumerate(self._versions)])
        self.version.set_value(None)
        self.version.setVisible(bool(self._versions))

    def _take_version(self) -> None:
        """The text of before stands ready, to be looked at and kept."""
        chosen = self.version.value()
        if chosen not in (None, ""):
            self.text.set_typed(self._versions[int(str(chosen))].text.strip())

    def help_text(self) -> str:
        """F1."""
        return tr("A form says what a paper says: plain text, with {{ }} around what the case fills in. "
                  "Choose a paper, change its text and look at it: a fault is said with its line. Kept, it "
                  "stands in place of the shipped one, which can be had back at any time; what the office "
                  "kept before can be had back too. What was signed or frozen stays as it was.")


def _called(version: Version) -> str:
    day = f"{version.since:%Y-%m-%d %H:%M}"
    if version.until is None:
        return tr("{day}, {who}: counts now", day=day, who=version.by)
    return tr("{day}, {who}", day=day, who=version.by)
