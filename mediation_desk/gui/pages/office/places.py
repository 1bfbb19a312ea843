"""Places: the rooms of the office, and the communities, parks and stations that its mediators go to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.merging import Conflict
from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import chosen
from mediation_desk.domain.vocabulary import PlaceKind
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tables.table import Column, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.site_field import site_words
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import places, sites
from mediation_desk.services.office.sites import Choice

TABLE_HEIGHT = 280


class PlacesPart(OfficePart):
    """The list, and beneath it the place in hand: a new one, or the one that was chosen."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._chosen_place: OfficePlace | None = None
        self._sites: Sequence[Choice] = ()
        self.model = RowsModel([
            Column("kind", tr("Kind"), lambda place: tr(place.kind.label), width=16),
            Column("name", tr("Name of the place"), lambda place: place.name, width=24),
            Column("address", tr("Address"), lambda place: place.address, width=32, stretch=True),
            Column("site", tr("Site"), self._site_of, width=18, sortable=False)])
        self.table = Table(self.model, name=tr("Places"))
        self.table.set_empty(tr("No place yet"), tr("Add the rooms of the office, and the places that its "
                                                    "mediators go to; sessions are planned from them."),
                             picture="map-pin")
        self.add = button(tr("Add a place"), picture="plus")
        self.form = self._form()
        self.keep_button, self.remove = button(tr("Keep")), button(tr("Remove"), "quiet", picture="trash")
        self._lay()
        self.table.chosen.connect(self._choose)
        self.add.clicked.connect(self.begin)
        self.keep_button.clicked.connect(self.keep)
        self.remove.clicked.connect(self._remove)
        self.form.does(self.keep_button)
        leave_to_office(desk, self.add, self.keep_button, self.remove)

    def _form(self) -> Form:
        form = Form()
        self.kind = form.add(ChoiceField(tr("Kind"), [(kind, tr(kind.label)) for kind in PlaceKind],
                                         name="kind", required=True, width=16))
        form.add(TextField(tr("Name of the place"), name="name", required=True, width=28))
        self.site = form.add(ChoiceField(tr("Site"), (), name="site", width=28))
        form.add(TextField(tr("Address"), name="address", width=48), wide=True)
        self.site.hide()
        return form

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(tr("From this list the place of a session is chosen. A session that was held "
                               "somewhere goes on saying so, whatever becomes of the list."), "muted",
                            wrap=True), 1)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self.table.setMinimumHeight(TABLE_HEIGHT)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.form)
        self.column.addLayout(row_of(self.keep_button, self.remove))
        may = self.desk.may(Verb.EDIT_PLACES)
        for made in (self.add, self.form, self.keep_button, self.remove):
            made.setVisible(may)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The list as it is now, and the sites that a place can belong to."""
        self.read(sites.choices, done=self._take_sites)

    def _take_sites(self, known: Sequence[Choice]) -> None:
        self._sites = known
        self.site.set_choices([(one.id, site_words(one)) for one in known])
        self.site.setVisible(bool(known))
        self.table.show_column("site", bool(known))
        self.read(places.places, done=self._show)  # whose columns are as wide as what stands in them

    def _site_of(self, place: OfficePlace) -> str:
        return next((site_words(one) for one in self._sites if one.id == chosen(place.site_id)), "")

    def _show(self, found: Sequence[OfficePlace]) -> None:
        wanted = self._chosen_place.id if self._chosen_place else None
        self.model.set_rows(found)
        at = next((at for at, one in enumerate(found) if one.id == wanted), None)
        if at is not None:
            self.table.choose_row(at)
            self._choose(found[at])
        else:
            self.begin()

    def _choose(self, place: OfficePlace | None) -> None:
        if place is None:
            return
        self._chosen_place = place
        self.kind.set_read_only(True)
        self.form.set_values({"kind": place.kind, "name": place.name, "address": place.address,
                              "site": chosen(place.site_id)})
        self.form.clear_errors()
        self.remove.setEnabled(self.desk.branch is None)

    def begin(self) -> None:
        """Empty fields for a further place."""
        self._chosen_place = None
        self.table.clearSelection()
        self.kind.set_read_only(False)
        self.form.set_values({"kind": None, "name": "", "address": "",
                              "site": self._own() if self._sites else None})
        self.form.clear_errors()
        self.remove.setEnabled(False)
        if self.isVisible():
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own(self) -> UUID:
        """Where whoever enters a further one sits."""
        return chosen(self.desk.who.account.site_id)

    # -- doing ---------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the place in hand."""
        if not self.form.commit():
            return
        values, place = self.form.values(), self._chosen_place
        name, address = str(values["name"]), str(values["address"])
        if place is None:
            self.run(places.add_place, values["kind"], name, address, values["site"], form=self.form,
                     done=lambda _changes: self.shown(), notice=tr("The place is in the list."))
        else:
            self.run(places.change_place, place.id, name, address, seen=place, form=self.form,
                     site_id=values["site"],
                     done=lambda _changes: self.shown(), notice=tr("The place is kept."),
                     back=lambda: self._put_back_words(place))

    def _put_back_words(self, place: OfficePlace) -> None:
        self.run(places.change_place, place.id, place.name, place.address, site_id=chosen(place.site_id),
                 done=lambda _changes: self.shown(), notice=tr("Undone."))

    def _remove(self) -> None:
        place = self._chosen_place
        if place is not None:
            self._chosen_place = None
            self.run(places.remove_place, place.id, done=lambda _changes: self.shown(),
                     notice=tr("The place was taken out."), back=lambda: self._put_back(place))

    def _put_back(self, place: OfficePlace) -> None:
        self.run(places.put_back_place, place.id, done=lambda _changes: self.shown(), notice=tr("Undone."))

    def decided(self, _field: str, mine: bool) -> None:
        """One's own words after all, now that the colleague's were seen; or theirs."""
        place = self._chosen_place
        if mine and place is not None:
            values = self.form.values()
            self.run(places.change_place, place.id, str(values["name"]), str(values["address"]),
                     site_id=values["site"], form=self.form, done=lambda _changes: self.shown(),
                     notice=tr("The place is kept."))
        else:
            self.shown()

    def clash_words(self) -> ClashWords:
        """A conflict about a place, by its fields."""
        return PlaceClashWords()

    def help_text(self) -> str:
        """F1."""
        return tr("The rooms of the office, and the communities, parks and stations where its mediators hold "
                  "sessions. When a session is planned, its place is chosen from here or typed.")


class PlaceClashWords(ClashWords):
    """A conflict about a place."""

    def place(self, _conflict: Conflict) -> str:
        """What it is about."""
        return tr("Place of the office's list")

    def named(self, _table: str, field: str) -> str:
        """Which of its words."""
        return {"name": tr("Name of the place"), "address": tr("Address"),
                "site_id": tr("Site")}.get(field, field)
