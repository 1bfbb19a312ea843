"""By when orders are signed in, contacted and finished: the tables of the sources, as text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.office.form_text import FormDoors, FormLine, FormTextPart, FormWords
from mediation_desk.gui.pages.order_words import moment_words
from mediation_desk.services.desk import Desk
from mediation_desk.services.form_texts import Standing
from mediation_desk.services.office import order_tables
from mediation_desk.services.office.order_tables import KindSeen, Listed

DOORS = FormDoors(order_tables.listed, order_tables.text_of, order_tables.own_text_of, order_tables.keep,
                  order_tables.drop)


class OrderTablesPart(FormTextPart):
    """The table of the chosen source, and beneath it by when an order that came now would have to be done."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, DOORS, FormWords(
            tr("By when orders are signed in, the citizen contacted, the order finished: a table for each "
               "source. Orders that were taken in before count as before."),
            tr("Source"), tr("source = \"local\" marks a figure that no rule of the whole country sets."),
            tr("See what it comes to"), tr("The table is kept; orders that come from now on count by it.")),
            parent)
        self.comes_to = label("", wrap=True)
        self.column.addWidget(self.comes_to)
        self.column.addStretch(1)
        self.comes_to.hide()

    def line(self, listed: Listed) -> FormLine:
        """What a line of the list is."""
        standing = Standing.CHANGED if listed.own else Standing.SHIPPED
        return FormLine(listed.name, listed.table.label.text(words().code), standing, listed.trouble)

    def see(self) -> None:
        """What the table comes to as it is typed; what is wrong is said with its line."""
        if self.form.commit():
            self.tasks.read(order_tables.seen, self.desk, self.chosen, self.text.value(), done=self._seen,
                            failed=self.refused, receiver=self)

    def _seen(self, kinds: Sequence[KindSeen]) -> None:
        self.form.clear_errors()
        self.comes_to.setText("\n".join([tr("An order that comes now:"), *(
            line for kind in kinds for line in _lines(kind))]))
        self.comes_to.show()
        self.reveal(self.comes_to)

    def put_away(self) -> None:
        """Another text stands there."""
        self.comes_to.hide()

    def help_text(self) -> str:
        """F1."""
        return tr("A table says by when the orders of one source are signed in, the citizen is contacted and "
                  "the order is finished, kind by kind; how far the time can be extended, and by when an "
                  "order that is another office's goes back. Choose a source, change its table and see what "
                  "it comes to: a fault is said with its line. Kept, it counts for orders that come from "
                  "then on; the shipped table can be had back at any time.")


def _lines(kind: KindSeen) -> list[str]:
    name = kind.label.text(words().code)
    told = [tr("{kind}: sign in by {sign_in}, contact by {contact}, finish by {finish}", kind=name,
               **_named(kind.ends))]
    if kind.urgent:
        told.append(tr("{kind}, urgent: sign in by {sign_in}, contact by {contact}, finish by {finish}",
                       kind=name, **_named(kind.urgent)))
    return told


def _named(ends: Sequence[datetime | None]) -> dict[str, str]:
    said = [moment_words(one) if one else "——" for one in ends]
    return dict(zip(("sign_in", "contact", "finish"), said, strict=True))
