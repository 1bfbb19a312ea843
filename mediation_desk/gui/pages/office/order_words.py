"""The words by which pasted texts are read, as text, tried on a sample before they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.intake.spotting.spots import About, Spot
from mediation_desk.gui.intake.pasted.told import told
from mediation_desk.gui.kit.fields.kinds import TextArea
from mediation_desk.gui.kit.look.text import label, selectable
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.form_text import FormDoors, FormLine, FormTextPart, FormWords
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import order_words

DOORS = FormDoors(order_words.listed, order_words.text_of, order_words.own_text_of, order_words.keep,
                  order_words.drop)


class OrderWordsPart(FormTextPart):
    """The chosen file's text, and beneath it what it finds in a sample."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, DOORS, FormWords(
            tr("By which words names, numbers, claims and sources are found in a pasted order."),
            tr("List of words"), tr("A fault is said with its line."), tr("Try it on the sample"),
            tr("The words are kept; pasted texts are read by them from now on.")), parent)
        self.sample = TextArea(tr("A sample to try it on"), name="sample", lines=4, most=8)
        self.found = selectable(label("", "muted", wrap=True))
        self.column.addWidget(self.sample)
        self.column.addWidget(self.found)
        self.column.addStretch(1)
        self.found.hide()

    def line(self, listed: order_words.WordsFile) -> FormLine:
        """What a line of the list is."""
        titles = {"labels": tr("Labels of an order"), "names": tr("Names, companies, addresses"),
                  "words": tr("Claims, kinds of work, sources")}
        return FormLine(listed.name, titles[listed.name], listed.standing, listed.trouble)

    def see(self) -> None:
        """Read the sample by the text as it is typed; what is wrong is said with its line."""
        chosen = self.choice.value()
        if self.form.commit() and self.sample.commit() and isinstance(chosen, str):
            self.tasks.read(order_words.tried, self.desk, chosen, self.text.value(), self.sample.value(),
                            done=self._tried, failed=self.refused, receiver=self,
                            label=tr("Reading the text …"))

    def _tried(self, spots: Sequence[Spot]) -> None:
        self.form.clear_errors()
        said = [told(one) for one in spots if one.about not in (About.CONTENT, About.TITLE)]
        self.found.setText("\n".join(said) if said else tr("Nothing is found in it."))
        self.found.show()
        self.reveal(self.found)

    def put_away(self) -> None:
        """Another text stands there."""
        self.found.hide()

    def help_text(self) -> str:
        """F1."""
        return tr("Three lists say how a pasted order is read: its labels; surnames, endings of "
                  "companies and what stands before names; and the phrases that tell claims, kinds of "
                  "work and sources. Choose one, change its text and try it on a sample: a fault is "
                  "said with its line. Kept, it stands in place of the shipped list, which can be had back "
                  "at any time.")
