"""Sites: the street offices, parks and associations of one centre, with what belongs to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.merging import Conflict
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import Held, Site, SiteDraft
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tables.table import Column, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import sites
from mediation_desk.services.office.sites import Listed

TABLE_HEIGHT = 240
FIELDS = ("name", "address", "phone")


def held_words(held: Held) -> str:
    """What belongs to a site: ``3 open cases, 2 rooms and places, 1 person``; nothing where nothing does."""
    told = [(held.cases, tr_count("{count} open case", "{count} open cases", held.cases)),
            (held.places, tr_count("{count} room or place", "{count} rooms and places", held.places)),
            (held.people, tr_count("{count} person", "{count} people", held.people))]
    return tr(", ").join(words for count, words in told if count)


class SitesPart(OfficePart):
    """The list, and beneath it the site in hand: a new one, or the one that was chosen."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._chosen: Listed | None = None
        self.model = RowsModel([
            Column("name", tr("Name of the site"), lambda row: row.site.name, width=22),
            Column("address", tr("Address"), lambda row: row.site.address, width=30, stretch=True),
            Column("phone", tr("Phone"), lambda row: row.site.phone, width=16),
            Column("held", tr("What belongs to it"), lambda row: held_words(row.held), width=34,
                   sortable=False)])
        self.table = Table(self.model, name=tr("Sites"))
        self.table.set_empty(tr("This office has no sites"), tr(
            "Add the street offices, parks and associations at which its people sit. Then cases, rooms and "
            "people can belong to one, and lists, calendar and figures can be seen by site."),
            picture="buildings")
        self.add = button(tr("Add a site"), picture="plus")
        self.form = Form()
        for field, wide in ((TextField(tr("Name of the site"), name="name", required=True, width=28), False),
                            (TextField(tr("Phone"), name="phone", width=20), False),
                            (TextField(tr("Address"), name="address", width=48), True)):
            self.form.add(field, wide=wide)
        self.held = label("", "muted", wrap=True)
        self.keep_button, self.remove = button(tr("Keep")), button(tr("Remove"), "quiet", picture="trash")
        self._lay()
        self.table.chosen.connect(self._choose)
        self.add.clicked.connect(self.begin)
        self.keep_button.clicked.connect(self.keep)
        self.remove.clicked.connect(self._remove)
        self.form.does(self.keep_button)
        leave_to_office(desk, self.add, self.keep_button, self.remove)

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(tr("A case belongs to the site at which whoever registers it sits, and can be "
                               "moved to another; its events tell from which to which."), "muted",
                            wrap=True), 1)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self.table.setMinimumHeight(TABLE_HEIGHT)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.form)
        self.column.addWidget(self.held)
        self.column.addLayout(row_of(self.keep_button, self.remove))
        self.held.hide()
        for made in (self.add, self.form, self.keep_button, self.remove):
            made.setVisible(self.desk.may(Verb.EDIT_SITES))

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The list as it is now."""
        self.read(sites.sites, done=self._show)

    def _show(self, found: Sequence[Listed]) -> None:
        wanted = self._chosen.site.id if self._chosen else None
        self.model.set_rows(found)
        at = next((at for at, one in enumerate(found) if one.site.id == wanted), None)
        if at is not None:
            self.table.choose_row(at)
            self._choose(found[at])
        else:
            self.begin()

    def _choose(self, listed: Listed | None) -> None:
        if listed is None:
            return
        self._chosen = listed
        self._fill(listed.site)
        self.held.setText(tr("To it belong: {what}.", what=held_words(listed.held)))
        self.held.setVisible(not listed.held.is_empty)
        self.remove.setEnabled(self.desk.branch is None)

    def _fill(self, site: Site | None) -> None:
        self.form.set_values({name: getattr(site, name) if site else "" for name in FIELDS})
        self.form.clear_errors()

    def begin(self) -> None:
        """Empty fields for a further site."""
        self._chosen = None
        self.table.clearSelection()
        self._fill(None)
        self.held.hide()
        self.remove.setEnabled(False)
        if self.isVisible():
            self.form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing ---------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the site in hand."""
        if not self.form.commit():
            return
        draft, listed = self._draft(), self._chosen
        if listed is None:
            self.run(sites.add_site, draft, form=self.form, done=lambda _changes: self.shown(),
                     notice=tr("The site is in the list."))
        else:
            before = SiteDraft(*(getattr(listed.site, name) for name in FIELDS))
            self.run(sites.change_site, listed.site.id, draft, seen=listed.site, form=self.form,
                     done=lambda _changes: self.shown(), notice=tr("The site is kept."),
                     back=lambda: self.run(sites.change_site, listed.site.id, before, notice=tr("Undone."),
                                           done=lambda _changes: self.shown()))

    def _draft(self) -> SiteDraft:
        values = self.form.values()
        return SiteDraft(*(str(values[name]) for name in FIELDS))

    def _remove(self) -> None:
        listed = self._chosen
        if listed is None:
            return
        self._chosen = None
        said = tr("The site “{name}” was taken out.", name=listed.site.name)
        if not listed.held.is_empty:
            said = tr("The site “{name}” was taken out. To it still belong: {what}. They stay there until "
                      "they are moved.", name=listed.site.name, what=held_words(listed.held))
        self.run(sites.remove_site, listed.site.id, done=lambda _changes: self.shown(), notice=said,
                 back=lambda: self.run(sites.put_back_site, listed.site.id, notice=tr("Undone."),
                                       done=lambda _changes: self.shown()))

    def decided(self, _field: str, mine: bool) -> None:
        """One's own words after all, now that the colleague's were seen; or theirs."""
        if mine and self._chosen is not None:
            self.run(sites.change_site, self._chosen.site.id, self._draft(), form=self.form,
                     done=lambda _changes: self.shown(), notice=tr("The site is kept."))
        else:
            self.shown()

    def clash_words(self) -> ClashWords:
        """A conflict about a site, by its fields."""
        return SiteClashWords()

    def help_text(self) -> str:
        """F1."""
        return tr("The sites of this centre. Rooms and places, and people under Accounts, belong to one of "
                  "them or to the office itself. Where there are sites, Today, Cases, Calendar, Payments and "
                  "Reports have a field that shows one of them alone; clashes of rooms and people are found "
                  "across all of them. A site that is taken out takes nothing along.")


class SiteClashWords(ClashWords):
    """A conflict about a site."""

    def place(self, _conflict: Conflict) -> str:
        """What it is about."""
        return tr("Site of the office")

    def named(self, _table: str, field: str) -> str:
        """Which of its words."""
        return {"name": tr("Name of the site"), "address": tr("Address"),
                "phone": tr("Phone")}.get(field, field)
