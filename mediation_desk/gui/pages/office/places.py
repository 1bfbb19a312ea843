"""Places: the rooms of the office, and the communities, parks and stations that its mediators go to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.sites import chosen
from mediation_desk.domain.vocabulary import PlaceKind
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextField
from mediation_desk.gui.kit.tables.table import Column
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.list_part import (
    ListClashWords,
    ListDoors,
    ListPart,
    ListWords,
    Values,
)
from mediation_desk.gui.site_field import site_words
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import places, sites
from mediation_desk.services.office.sites import Choice

DOORS = ListDoors(
    lambda desk, told: places.add_place(desk, told["kind"], told["name"], told["address"], told["site"]),
    lambda desk, key, told, seen: places.change_place(desk, key, told["name"], told["address"], seen,
                                                      told["site"]),
    places.remove_place, places.put_back_place)


class PlacesPart(ListPart):
    """The places, each with its site where the office has any."""

    table_height = 280

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        self._sites: Sequence[Choice] = ()
        super().__init__(desk, tasks, DOORS, _words(), [
            Column("kind", tr("Kind"), lambda place: tr(place.kind.label), width=16),
            Column("name", tr("Name of the place"), lambda place: place.name, width=24),
            Column("address", tr("Address"), lambda place: place.address, width=32, stretch=True),
            Column("site", tr("Site"), self._site_of, width=18, sortable=False)], parent)

    def make_form(self) -> Form:
        """What a place is, and where."""
        form = Form()
        self.kind = form.add(ChoiceField(tr("Kind"), [(kind, tr(kind.label)) for kind in PlaceKind],
                                         name="kind", required=True, width=16))
        form.add(TextField(tr("Name of the place"), name="name", required=True, width=28))
        self.site = form.add(ChoiceField(tr("Site"), (), name="site", width=28))
        form.add(TextField(tr("Address"), name="address", width=48), wide=True)
        self.site.hide()
        return form

    def shown(self) -> None:
        """The list as it is now, and the sites that a place can belong to."""
        self.read(sites.choices, done=self._take_sites)

    def _take_sites(self, known: Sequence[Choice]) -> None:
        self._sites = known
        self.site.set_choices([(one.id, site_words(one)) for one in known])
        self.site.setVisible(bool(known))
        self.table.show_column("site", bool(known))
        self.read(places.places, done=self.show_rows)  # whose columns are as wide as what stands in them

    def _site_of(self, place: OfficePlace) -> str:
        return next((site_words(one) for one in self._sites if one.id == chosen(place.site_id)), "")

    def values_of(self, entry: OfficePlace) -> Values:
        """A place as the form says it."""
        return {"kind": entry.kind, "name": entry.name, "address": entry.address,
                "site": chosen(entry.site_id)}

    def blank(self) -> Values:
        """A further place is where whoever enters it sits."""
        return {**super().blank(), "site": chosen(self.desk.who.account.site_id) if self._sites else None}

    def turned(self, row: OfficePlace | None) -> None:
        """A place stays of its kind."""
        self.kind.set_read_only(row is not None)

    def clash_words(self) -> ListClashWords:
        """The site of a place is called otherwise in the store than in the form."""
        return ListClashWords(self.words.clash, {"name": tr("Name of the place"), "address": tr("Address"),
                                                 "site_id": tr("Site")})

    def help_text(self) -> str:
        """F1."""
        return tr("The rooms of the office, and the communities, parks and stations where its mediators hold "
                  "sessions. When a session is planned, its place is chosen from here or typed.")


def _words() -> ListWords:
    return ListWords(
        name=tr("Places"),
        about=tr("From this list the place of a session is chosen. A session that was held somewhere goes on "
                 "saying so, whatever becomes of the list."),
        empty=tr("No place yet"),
        empty_help=tr("Add the rooms of the office, and the places that its mediators go to; sessions are "
                      "planned from them."),
        picture="map-pin", add=tr("Add a place"), added=tr("The place is in the list."),
        kept=tr("The place is kept."), removed=tr("The place was taken out."),
        clash=tr("Place of the office's list"))
