"""After the signing: neither claims nor offers nor parties change underneath the agreement, and its paper
stays to the byte whatever happens later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import yuan
from mediation_desk.domain.paper_origin import UNKNOWN, PaperOrigin
from mediation_desk.domain.vocabulary import PartyKind, Role, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import genuine, making
from mediation_desk.services.papers.genuine import Verdict
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from tests.offices import embedded_place
from tests.offices import office as founded
from tests.services.papers_desk import accepted, asked, case_of, seated, terms

SIGNED = date(2024, 12, 2)


@dataclass(frozen=True)
class Frozen:
    """A signed case: what was taken out of it before, and its paper as it was signed."""

    desk: Desk
    case_id: UUID
    claim: UUID
    offer: UUID
    party: UUID
    pdf: bytes
    origin: PaperOrigin

    @property
    def case(self) -> Case:
        """As it stands."""
        return case_of(self.desk, self.case_id)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Frozen]:
    folder = tmp_path_factory.mktemp("frozen")
    with founded(embedded_place(folder), folder / "notes") as made:
        yield signed(made.first)


def signed(desk: Desk) -> Frozen:
    """A claim, an offer and a third party were entered and taken out again; then everybody signed."""
    case_id = asked(desk, accepted(desk))
    case = case_of(desk, case_id)
    worker = case.applicants[0].id
    claim = next(one.id for one in case.claims if one.worker_id == worker and one.claim == "double_wage")
    registering.set_claims(desk, case_id, {worker: ["unpaid_wages"]})
    third = registering.add_party(desk, case_id, PartyDraft(Role.THIRD_PARTY, "湟源某担保公司",
                                                            PartyKind.ORGANISATION)).result
    assert third
    registering.remove_party(desk, case_id, third)
    offer = meeting.make_offer(desk, case_id, Side.RESPONDENT, yuan("3000")).result
    assert offer
    meeting.remove_offer(desk, case_id, offer)
    meeting.make_offer(desk, case_id, Side.RESPONDENT, yuan("4000"))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, SIGNED)
    return Frozen(desk, case_id, claim, offer, third, making.make(desk, case_id, AGREEMENT).pdf,
                  origin(desk, case_id))


def origin(desk: Desk, case_id: UUID) -> PaperOrigin:
    """What the signed paper was made from, as the store keeps it."""
    with desk.reading() as work:
        (paper,) = (one for one in work.papers.of_case(case_id) if one.template == AGREEMENT)
        return work.papers.origin(paper)


Attempt = Callable[[Frozen], object]
UNDERNEATH: dict[str, Attempt] = {
    "claims chosen": lambda f: registering.set_claims(f.desk, f.case_id, {
        f.case.applicants[0].id: ["unpaid_wages", "overtime"]}),
    "claims in figures": lambda f: registering.ask_amounts(f.desk, f.case_id, {
        (f.case.applicants[0].id, "unpaid_wages"): yuan("1")}),
    "a claim's amount": lambda f: editing.save(f.desk, f.case_id, [
        Edit("claim", f.case.claims[0].id, "asked", f.case.claims[0].asked, yuan("1"))]),
    "a claim put back": lambda f: history.restore(f.desk, f.case_id, "claims", str(f.claim)),
    "an offer made": lambda f: meeting.make_offer(f.desk, f.case_id, Side.APPLICANT, yuan("5000")),
    "an offer accepted": lambda f: meeting.accept_offer(f.desk, f.case_id, f.case.offers[0].id),
    "an offer taken out": lambda f: meeting.remove_offer(f.desk, f.case_id, f.case.offers[0].id),
    "an offer put back": lambda f: history.restore(f.desk, f.case_id, "offers", str(f.offer)),
    "an applicant more": lambda f: registering.add_party(f.desk, f.case_id,
                                                         PartyDraft(Role.APPLICANT, "尹小满")),
    "a respondent more": lambda f: registering.add_party(f.desk, f.case_id, PartyDraft(
        Role.RESPONDENT, "另一公司", PartyKind.ORGANISATION)),
    "a third party more": lambda f: registering.add_party(f.desk, f.case_id,
                                                          PartyDraft(Role.THIRD_PARTY, "担保人")),
    "a third party put back": lambda f: history.restore(f.desk, f.case_id, "parties", str(f.party)),
    "an applicant less": lambda f: registering.remove_party(f.desk, f.case_id, f.case.applicants[0].id),
    "another part": lambda f: editing.save(f.desk, f.case_id, [
        Edit("party", f.case.applicants[0].id, "role", Role.APPLICANT, Role.THIRD_PARTY)]),
    "another name": lambda f: editing.save(f.desk, f.case_id, [
        Edit("party", f.case.respondents[0].id, "name", f.case.respondents[0].name, "另一公司")]),
    "other terms": lambda f: settling.draft(f.desk, f.case_id, terms("1.00")),
    "signed again": lambda f: settling.sign(f.desk, f.case_id, SIGNED),
}


@pytest.mark.parametrize("attempt", UNDERNEATH)
def test_nothing_that_was_signed_changes_underneath(frozen: Frozen, attempt: str) -> None:
    before = frozen.case
    with pytest.raises(DeskError):
        UNDERNEATH[attempt](frozen)
    after = frozen.case
    assert after.version == before.version
    assert [(p.id, p.role, p.name) for p in after.parties] == [(p.id, p.role, p.name) for p in before.parties]


def test_a_number_that_stands_is_kept_and_one_that_was_missing_is_filled_in(frozen: Frozen) -> None:
    """Where somebody lives and is paid may change; who they are may not."""
    worker = frozen.case.applicants[1].id

    def set_(field: str, before: str, after: str) -> None:
        editing.save(frozen.desk, frozen.case_id, [Edit("party", worker, field, before, after)])

    for field, first, second in (("phone", "13800000001", "13800000002"), ("address", "甲街", "乙街"),
                                 ("bank_account", "6222000011112222", "6222000011113333")):
        set_(field, "", first)
        set_(field, first, second)
    set_("id_number", "", "639999199603150042")
    with pytest.raises(DeskError, match="its parties stay") as told:
        set_("id_number", "639999199603150042", "639999199603150069")
    assert told.value.field == "id_number"


LATER: tuple[Attempt, ...] = (
    lambda f: editing.save(f.desk, f.case_id, [Edit("case", f.case_id, "cause", f.case.cause, "另一案由")]),
    lambda f: editing.save(f.desk, f.case_id, [Edit("party", f.case.respondents[0].id, "phone",
                                                    f.case.respondents[0].phone, "0971-1111111")]),
    lambda f: booking.book(f.desk, f.case_id, booking.PaymentDraft(date(2024, 12, 10), yuan("100"))),
    lambda f: booking.reverse_payments(f.desk, f.case_id, [f.case.payments[0].id], "登记有误"),
    lambda f: registering.add_party(f.desk, f.case_id, PartyDraft(Role.AGENT, "孙代理")),
    lambda f: history.undo(f.desk, f.case_id),
    *UNDERNEATH.values())


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, len(LATER) - 1), max_size=4), st.text("一二三四五", min_size=1, max_size=9))
def test_a_frozen_paper_never_changes_by_a_byte(frozen: Frozen, steps: list[int], name: str) -> None:
    """Whatever is done or tried later, by an office of whatever name: the paper is the one that was signed,
    and is known as that."""
    for step in steps:
        try:
            LATER[step](frozen)
        except (DeskError, IndexError):
            continue
    later = seated(frozen.desk, settings=replace(frozen.desk.settings, name=f"{name}工作室", phone="1"))
    assert making.make(later, frozen.case_id, AGREEMENT).pdf == frozen.pdf
    assert origin(later, frozen.case_id) == frozen.origin != UNKNOWN
    found = genuine.check(later, frozen.pdf)
    assert (found.verdict, found.signed) == (Verdict.UNCHANGED, True)
