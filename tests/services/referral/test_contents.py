"""What goes into a package: what is named, of what is open, as somebody chose it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from mediation_desk.domain.people import Party
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.papers import making
from mediation_desk.services.referral import contents
from mediation_desk.services.referral.contents import PARTICULARS, Chosen
from mediation_desk.store.referral.manifest import PartyTold
from tests.services.referral.exchange import Exchange


def test_the_whitelist_names_particulars_of_parties_and_no_account_at_a_bank() -> None:
    every = {one.name for one in fields(Party)}
    assert set(PARTICULARS) < every and "bank_account" not in PARTICULARS
    assert set(PARTICULARS) == set(PartyTold.__struct_fields__) - {
        "role", "kind", "name", "acts_for", "authority", "also_worker"}


def test_a_particular_that_was_not_chosen_is_not_told(between: Exchange) -> None:
    people = reading.case(between.desk, between.case_id).case.parties
    (told, *_others) = contents.parties(people, Chosen(particulars=frozenset({"phone"})))
    assert (told.name, told.phone, told.id_number, told.address) == ("温若晴", "13997000001", "", "")
    with pytest.raises(ValueError, match="bank_account"):
        contents.parties(people, Chosen(particulars=frozenset({"bank_account"})))


def test_who_called_is_left_out_where_that_was_to_be_kept_secret(between: Exchange) -> None:
    case = reading.case(between.desk, between.case_id).case
    assert contents.orders(case)[0].caller == "温若晴"
    case.orders[0].confidential = True
    (told,) = contents.orders(case)
    assert (told.caller, told.caller_phone, told.confidential) == ("", "", True)


def test_of_a_part_the_claims_are_those_that_are_named(between: Exchange) -> None:
    case, referral = reading.case(between.desk, between.case_id).case, between.referral
    assert [one.claim for one in contents.claims_of(case, referral)] == ["other"]
    referral.whole = True
    assert len(contents.claims_of(case, referral)) == 2
    told = contents.claims(contents.claims_of(case, referral), case.parties)
    assert {one.worker for one in told} == {0} and all(one.words for one in told)


def test_papers_come_from_the_part_of_the_file_that_may_be_shown(between: Exchange) -> None:
    offered = list(contents.for_others(between.desk, between.case_id))
    assert "mediation-application" in {one.template for one in offered}
    assert all(one.part == "shown" and one.order for one in offered)
    inside = next(one for one in map(making.kind, ("case-timeline", "case-summary", "intake-register"))
                  if not contents.is_for_others(one))
    with pytest.raises(DeskError) as refused:
        contents.papers(between.desk, between.case_id, [inside.template])
    assert refused.value.field == "papers"


def test_each_paper_has_a_name_of_its_own_and_its_digest(between: Exchange) -> None:
    made = contents.papers(between.desk, between.case_id, ["mediation-application"])
    (told,) = made.told
    assert told.name == f"01-{told.title}.pdf" and made.content[told.sha256].startswith(b"%PDF")
