"""What a paper would be printed without, and where each of it is entered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from mediation_desk.documents.views.paper import Paper as View
from mediation_desk.documents.views.shared import AgentView, CaseView, OfficeView, PartyView
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role, Station
from mediation_desk.domain.words import N_
from mediation_desk.library.forms import DocumentTemplate, document_template
from mediation_desk.services.papers.told import Told


@dataclass(frozen=True)
class Lack:
    """An empty field of a paper. ``label``: what it is called, a message id, or ``said`` in Chinese as its
    form tells it; ``whose``: the name of the party, or the office, whose it is; ``station`` None: it is the
    office's own. ``field`` and ``of``: where the cursor goes."""

    label: str
    said: str = ""
    whose: str = ""
    station: Station | None = Station.INTAKE
    field: str = ""
    of: UUID | None = None


Entered = tuple[str, Station | None, str]
"""What it is called, the station that asks for it, and the field there."""
_PARTY: Mapping[str, Entered] = MappingProxyType({
    "name": (N_("Name"), Station.INTAKE, "name"), "sex": (N_("Sex"), Station.INTAKE, "sex"),
    "born_on": (N_("Birth date"), Station.INTAKE, "birth_date"),
    "ethnicity": (N_("Ethnicity"), Station.INTAKE, "ethnicity"),
    "id_number": (N_("ID number"), Station.INTAKE, "id_number"),
    "address": (N_("Address"), Station.INTAKE, "address"), "phone": (N_("Phone"), Station.INTAKE, "phone"),
    "credit_code": (N_("Credit code"), Station.INTAKE, "credit_code"),
    "legal_representative": (N_("Legal representative"), Station.INTAKE, "legal_representative"),
    "legal_representative_post": (N_("Post"), Station.INTAKE, "legal_representative_post"),
    "organisation": (N_("Workplace"), Station.INTAKE, "workplace"),
    "authority": (N_("Authority"), Station.INTAKE, "authority")})
_CASE: Mapping[str, Entered] = MappingProxyType({
    "cause": (N_("Cause"), Station.INTAKE, "cause"),
    "accepted_on": (N_("Accepted on"), Station.INTAKE, "accepted_on"),
    "source_number": (N_("12345 order number"), Station.INTAKE, "source_reference"),
    "recorder": (N_("Recorder"), Station.MEDIATION, "recorder")})
_OFFICE: Mapping[str, Entered] = MappingProxyType({
    "address": (N_("Address"), None, "address"), "phone": (N_("Phone"), None, "phone")})
ENTERED: Mapping[type, Mapping[str, Entered]] = MappingProxyType({
    PartyView: _PARTY, AgentView: _PARTY, CaseView: _CASE, OfficeView: _OFFICE})
"""By the part of a view and its field; what is not here is empty for good reasons, or nobody's to enter."""
OWN: Mapping[str, tuple[Station, str]] = MappingProxyType({
    "place": (Station.MEDIATION, "place"), "facts": (Station.INTAKE, "facts_in_brief"),
    "claimed": (Station.INTAKE, "claims")})
"""A view's own fields, which the form's header tells in its own words."""


def lacking(told: Told, view: View) -> tuple[Lack, ...]:
    """The fields that the form asks for and that stand empty in the case, in the order of the paper."""
    from mediation_desk.documents.template.empties import empties

    form = document_template(view.template, told.desk.forms)
    found = (lack for one in empties(form, view) for lack in _lack(told, form, view, one.owner, one.name))
    return tuple(dict.fromkeys(found))


def _lack(told: Told, form: DocumentTemplate, view: View, owner: object, name: str) -> Iterator[Lack]:
    if owner is view:
        if name in OWN:
            said = form.needs.get(name, name).split("，")[0].split("：")[0]
            yield Lack("", said, "", *OWN[name])
        return
    known = ENTERED.get(type(owner), {}).get(name)
    if known is None:
        return
    label, station, field = known
    party = _party(told, owner)
    whose = told.desk.settings.name if station is None else _called(told, party) if party else ""
    yield Lack(label, "", whose, station, field, party.id if party else None)


def _party(told: Told, owner: object) -> Party | None:
    """Whose particulars they are; of namesakes the one that the paper calls so, acting for another or for
    themselves as it says, with as much else alike as there is."""
    if not isinstance(owner, PartyView | AgentView):
        return None
    named = [one for one in told.case.parties if one.name == owner.name]
    return max(named, key=lambda one: _likeness(told, owner, one), default=None)


def _likeness(told: Told, owner: PartyView | AgentView, party: Party) -> tuple[bool, bool, int]:
    acts = party.role in (Role.AGENT, Role.REPRESENTATIVE)
    called, fits = True, acts
    if isinstance(owner, PartyView):
        called = (owner.short or owner.name) == _called(told, party)
        fits = not acts or owner.role == told.label(party.role)
    alike = sum(getattr(owner, name) == getattr(party, name) for name in ("id_number", "phone"))
    return called, fits, alike


def _called(told: Told, party: Party) -> str:
    """Its name; of workers who are namesakes with the place in the list."""
    return told.name(party.id) if party.role is Role.APPLICANT else party.name
