"""Sites: the street offices, parks and associations of one centre, with what belongs to each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.sites import Held, Site, SiteDraft
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.tables.table import Column
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.office.list_part import ListDoors, ListPart, ListWords, Values
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import sites
from mediation_desk.services.office.sites import Listed


def held_words(held: Held) -> str:
    """What belongs to a site: ``3 open cases, 2 rooms and places, 1 person``; nothing where nothing does."""
    told = [(held.cases, tr_count("{count} open case", "{count} open cases", held.cases)),
            (held.places, tr_count("{count} room or place", "{count} rooms and places", held.places)),
            (held.people, tr_count("{count} person", "{count} people", held.people))]
    return tr(", ").join(words for count, words in told if count)


DOORS = ListDoors(lambda desk, told: sites.add_site(desk, _draft(told)),
                  lambda desk, key, told, seen: sites.change_site(desk, key, _draft(told), seen),
                  sites.remove_site, sites.put_back_site)


class SitesPart(ListPart):
    """The sites, and what belongs to the one in hand."""

    table_height = 240

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, DOORS, _words(), _columns(), parent)
        self.held = label("", "muted", wrap=True)
        self.column.insertWidget(self.column.indexOf(self.form) + 1, self.held)
        self.held.hide()

    def make_form(self) -> Form:
        """What a site is called, and where it is."""
        form = Form()
        form.add(TextField(tr("Name of the site"), name="name", required=True, width=28))
        form.add(TextField(tr("Phone"), name="phone", width=20))
        form.add(TextField(tr("Address"), name="address", width=48), wide=True)
        return form

    def shown(self) -> None:
        """The list as it is now."""
        self.read(sites.sites, done=self.show_rows)

    def entry(self, row: Listed) -> Site:
        """A row tells of its site what belongs to it, too."""
        return row.site

    def turned(self, row: Listed | None) -> None:
        """What belongs to the site in hand."""
        self.held.setText(tr("To it belong: {what}.", what=held_words(row.held)) if row else "")
        self.held.setVisible(row is not None and not row.held.is_empty)

    def removed_words(self, row: Listed) -> str:
        """What still belongs to it stays there."""
        if row.held.is_empty:
            return tr("The site “{name}” was taken out.", name=row.site.name)
        return tr("The site “{name}” was taken out. To it still belong: {what}. They stay there until "
                  "they are moved.", name=row.site.name, what=held_words(row.held))

    def help_text(self) -> str:
        """F1."""
        return tr("The sites of this centre. Rooms and places, and people under Accounts, belong to one of "
                  "them or to the office itself. Where there are sites, Today, Cases, Calendar, Payments and "
                  "Reports have a field that shows one of them alone; clashes of rooms and people are found "
                  "across all of them. A site that is taken out takes nothing along.")


def _words() -> ListWords:
    return ListWords(
        name=tr("Sites"),
        about=tr("A case belongs to the site at which whoever registers it sits, and can be moved to "
                 "another; its events tell from which to which."),
        empty=tr("This office has no sites"),
        empty_help=tr("Add the street offices, parks and associations at which its people sit. Then cases, "
                      "rooms and people can belong to one, and lists, calendar and figures can be seen by "
                      "site."),
        picture="buildings", add=tr("Add a site"), added=tr("The site is in the list."),
        kept=tr("The site is kept."), clash=tr("Site of the office"))


def _columns() -> list[Column]:
    return [Column("name", tr("Name of the site"), lambda row: row.site.name, width=22),
            Column("address", tr("Address"), lambda row: row.site.address, width=30, stretch=True),
            Column("phone", tr("Phone"), lambda row: row.site.phone, width=16),
            Column("held", tr("What belongs to it"), lambda row: held_words(row.held), width=34,
                   sortable=False)]


def _draft(told: Values) -> SiteDraft:
    return SiteDraft(told["name"], told["address"], told["phone"])
