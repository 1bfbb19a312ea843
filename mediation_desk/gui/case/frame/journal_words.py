"""The journal in the reader's words: tables, fields, verbs and values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from types import MappingProxyType

from mediation_desk.domain import vocabulary as terms
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money
from mediation_desk.domain.people import Claim
from mediation_desk.domain.words import N_
from mediation_desk.gui.case.frame.masking import mask_id, mask_phone
from mediation_desk.gui.kit.words import words
from mediation_desk.library.words import Words

VERBS: Mapping[str, str] = MappingProxyType({
    "register_case": N_("Case registered"), "add_party": N_("Party added"),
    "add_parties": N_("Parties added"), "remove_party": N_("Party removed"),
    "set_claims": N_("Claims chosen"), "ask_amounts": N_("Claims put in figures"),
    "accept": N_("Application accepted"), "refuse": N_("Application refused"),
    "consent": N_("Consents entered"), "void_case": N_("Case voided"),
    "take_back": N_("Decision taken back"), "extend": N_("Mediation extended"),
    "edit": N_("Details changed"), "say": N_("Statements entered"),
    "admit": N_("Statement admitted"), "weigh_factor": N_("Relationship weighed"),
    "hold_session": N_("Session entered"), "change_session": N_("Session changed"),
    "remove_session": N_("Session removed"), "make_offer": N_("Offer made"),
    "remove_offer": N_("Offer removed"), "accept_offer": N_("Offer accepted"),
    "keep_sealed": N_("Sealed entry kept"), "remove_sealed": N_("Sealed entry removed"),
    "release_offer": N_("Offer released"), "draft_agreement": N_("Terms drafted"),
    "sign_agreement": N_("Agreement signed"), "book_payment": N_("Payment booked"),
    "remove_payment": N_("Payment removed"), "return_visit": N_("Return visit recorded"),
    "remove_visit": N_("Return visit removed"), "close_case": N_("Case closed"),
    "reopen_case": N_("Case reopened"), "restore": N_("Restored from the recycle bin"),
    "add_evidence": N_("Evidence added"), "edit_evidence": N_("Evidence described"),
    "remove_evidence": N_("Evidence removed"), "renumber_evidence": N_("Evidence numbered anew"),
    "undo": N_("Undone or done again"), "add_mediator": N_("Mediator added"),
    "let_in": N_("Mediator let in to the key"), "remove_mediator": N_("Mediator removed"),
    "hand_over": N_("Case handed over"),
    "recover_seal": N_("Seal recovered"), "unmask": N_("Whole numbers asked for"),
})

TABLES: Mapping[str, str] = MappingProxyType({
    "cases": N_("Case"), "parties": N_("Party"), "claims": N_("Claim"),
    "element_entries": N_("Element"), "respondent_statements": N_("A respondent's own statement"),
    "relationship_entries": N_("Factor of the relationship"),
    "sessions": N_("Session"), "attendees": N_("Attendance"), "offers": N_("Offer"),
    "sealed_items": N_("Sealed entry"), "case_key_wraps": N_("Key of the case"),
    "agreements": N_("Agreement"), "shares": N_("Share"), "instalments": N_("Instalment"),
    "instalment_shares": N_("Share of an instalment"), "payments": N_("Payment"),
    "return_visits": N_("Return visit"), "unmaskings": N_("Look at the numbers"),
    "exhibits": N_("Exhibit"), "papers": N_("Frozen paper"),
})

FIELDS: Mapping[str, str] = MappingProxyType({
    "number": N_("Case number"), "received_on": N_("Date received"), "source": N_("Source"),
    "source_reference": N_("12345 order number"), "kind_of_work": N_("Kind of work"),
    "cause": N_("Cause"), "facts_in_brief": N_("Facts in brief"),
    "dispute_sheets": N_("Further disputes"),
    "confidential": N_("Wishes confidentiality"), "applicants_agree_on": N_("Applicants consent on"),
    "respondents_agree_on": N_("Respondents consent on"), "agreed_on": N_("Consents on"),
    "declined_on": N_("Does not consent, told on"), "referred_to": N_("Office that takes over"),
    "voided_on": N_("Voided on"), "accepted_on": N_("Accepted on"),
    "refused_on": N_("Refused on"), "refusal": N_("Reason for refusal"),
    "extended_to": N_("Extended to"), "station": N_("Station"), "status": N_("Status"),
    "relationship_conclusion": N_("Conclusion on the relationship"),
    "relationship_reasons": N_("Reasons"), "outcome": N_("Outcome"), "closed_on": N_("Closed on"),
    "closing_note": N_("Closing note"), "reopening_reason": N_("Reason for reopening"),
    "removed_at": N_("Removed"), "position": N_("Position"), "role": N_("Part in the case"),
    "kind": N_("Kind"), "name": N_("Name"), "id_number": N_("ID number"), "sex": N_("Sex"),
    "birth_date": N_("Birth date"), "ethnicity": N_("Ethnicity"), "phone": N_("Phone"),
    "address": N_("Address"), "workplace": N_("Workplace"), "credit_code": N_("Credit code"),
    "legal_representative": N_("Legal representative"), "legal_representative_post": N_("Post"),
    "business": N_("Kind of enterprise"), "acts_for": N_("Acts for"), "authority": N_("Authority"),
    "also_worker": N_("Is an applicant too"), "bank_account": N_("Bank account"),
    "worker_id": N_("Worker"), "party_id": N_("Party"), "claim": N_("Claim"),
    "asked_fen": N_("Amount asked for"), "note": N_("Note"), "visited_on": N_("Date of the visit"),
    "manner": N_("Manner"), "performed": N_("Performed"), "satisfaction": N_("Satisfaction"),
    "starts_at": N_("Begins"), "form": N_("Form"), "mode": N_("Way of sitting"), "side": N_("Side"),
    "place": N_("Place"), "record": N_("Record"), "attendance": N_("Attendance"),
    "round": N_("Round"), "amount": N_("Amount"), "instalments": N_("Instalments"),
    "terms": N_("Terms"), "released_at": N_("Released"), "total": N_("Total"),
    "accepted_at": N_("Offer accepted at"), "share_kind": N_("Way of sharing"),
    "split_kind": N_("Way of splitting"),
    "rest_day_rule": N_("On rest days"), "method": N_("Way of paying"),
    "default_clause": N_("Default clause"), "grace_days": N_("Days of grace"),
    "responsibility": N_("Responsibility"), "other_terms": N_("Other terms"), "copies": N_("Copies"),
    "signed_on": N_("Signed on"), "signing_place": N_("Place of signing"),
    "paper_sha256": N_("Fingerprint of the paper"), "due_on": N_("Due on"), "paid_on": N_("Paid on"),
    "voucher": N_("Voucher"), "element": N_("Element"), "applicant": N_("Applicants' statement"),
    "respondent": N_("Respondent's statement"), "finding": N_("Finding"), "evidence": N_("Evidence"),
    "said": N_("Statement"), "factor": N_("Factor"), "leaning": N_("Leaning"), "sealed": N_("Sealed content"),
    "given_by": N_("Given by"), "proves": N_("What it proves"), "original": N_("Original of the exhibit"),
    "title": N_("Title"),
})

HIDDEN = frozenset({"id", "case_id", "agreement_id", "instalment_id", "session_id", "created_at",
                    "mediator_id", "account_id", "written_by", "written_at", "wrapped", "position", "for_key",
                    "generation", "pinned", "at", "sha256", "size", "media_type", "template", "made_at"})
"""Fields that tell a reader nothing."""

_MONEY = frozenset({"asked_fen", "amount", "total"})
_MASKS: Mapping[str, Callable[[str], str]] = MappingProxyType({
    "id_number": mask_id, "phone": mask_phone, "bank_account": mask_id})
"""Numbers that a timeline, too, shows only masked."""
_PEOPLE = frozenset({"worker_id", "party_id", "acts_for", "given_by"})
_KINDS: Mapping[str, tuple[type[terms.Term], ...]] = MappingProxyType({
    "source": (terms.Source,), "kind_of_work": (terms.KindOfWork,), "refusal": (terms.Refusal,),
    "station": (terms.Station,), "status": (terms.Status,), "outcome": (terms.Outcome,),
    "role": (terms.Role,), "kind": (terms.PartyKind, terms.SealedKind), "business": (terms.Business,),
    "authority": (terms.Authority,), "manner": (terms.VisitManner,), "form": (terms.SessionForm,),
    "mode": (terms.SessionMode,), "side": (terms.Side,), "satisfaction": (terms.Satisfaction,),
    "given_by": (terms.Side,),
    "attendance": (terms.Attendance,), "share_kind": (terms.ShareKind,), "split_kind": (terms.SplitKind,),
    "method": (terms.PaymentMethod,), "default_clause": (terms.DefaultClause,)})
SEXES: Mapping[str, str] = MappingProxyType({"male": N_("Male"), "female": N_("Female")})


def _tr(language: Words | None, text: str, **particulars: object) -> str:
    """A message id in ``language``, else in the language of the screen."""
    return (language or words()).fill(text, particulars)


def verb_words(verb: str, language: Words | None = None) -> str:
    """What was done; a verb without words of its own by its name."""
    return _tr(language, VERBS[verb]) if verb in VERBS else verb


def table_words(table: str, language: Words | None = None) -> str:
    """What kind of row it is."""
    return _tr(language, TABLES[table]) if table in TABLES else table


def field_words(name: str, language: Words | None = None) -> str:
    """What a field is called on the pages."""
    return _tr(language, FIELDS[name]) if name in FIELDS else name


class CaseWords:
    """The values and rows of one case's journal in words; ``claims`` gives the words of claim ids.

    ``language``: of the words, where it is not the screen's (papers are Chinese).
    """

    def __init__(self, case: Case, zone: tzinfo, claims: Mapping[str, str],
                 language: Words | None = None) -> None:
        self.zone, self._claims, self.language = zone, claims, language
        self._people = {str(party.id): party.name for party in case.parties_all}
        self._rows = self._people | {str(claim.id): self._claim(claim) for claim in case.claims_all}
        self._rows |= {str(visit.id): visit.visited_on.isoformat() for visit in case.visits_all}
        self._rows |= {str(paid.id): f"{paid.paid_on.isoformat()} {paid.amount}"
                       for paid in case.payments_all}

    def _claim(self, claim: Claim) -> str:
        who = self._people.get(str(claim.worker_id), "")
        return f"{who} {self._claims.get(claim.claim, claim.claim)}".strip()

    def say(self, text: str, **particulars: object) -> str:
        """A message id in the language of the words."""
        return _tr(self.language, text, **particulars)

    def row(self, table: str, row_id: str) -> str:
        """Which row it is: its kind, and its name where it has one."""
        kind, name = table_words(table, self.language), self._rows.get(row_id, "")
        return _tr(self.language, N_("{kind}: {name}"), kind=kind, name=name) if name else kind

    def value(self, name: str, value: object) -> str:
        """A journal value as it reads on the pages."""
        if value is None or value == "":
            return _tr(self.language, N_("(empty)"))
        if isinstance(value, bool):
            return _tr(self.language, N_("Yes")) if value else _tr(self.language, N_("No"))
        if name in _MONEY and isinstance(value, int):
            return (self.language or words()).money(Money(value))
        if name in _MASKS:
            return _MASKS[name](str(value))
        if name in _PEOPLE and str(value) in self._people:
            return self._people[str(value)]
        return self._instant(str(value)) if name.endswith("_at") else self._word(name, str(value))

    def _word(self, name: str, value: str) -> str:
        if value.startswith("sha256:"):
            return _tr(self.language, N_("(sealed)"))
        for kind in _KINDS.get(name, ()):
            for term in kind:
                if str(term) == value:
                    return _tr(self.language, term.label)
        if name == "sex" and value in SEXES:
            return _tr(self.language, SEXES[value])
        return self._claims.get(value, value) if name == "claim" else value

    def _instant(self, value: str) -> str:
        at = datetime.fromisoformat(value)
        local = at.astimezone(self.zone) if at.tzinfo else at
        return f"{local:%Y-%m-%d %H:%M}"
