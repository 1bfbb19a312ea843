"""What goes into a package: what is named, of what is open, as somebody chose it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from mediation_desk.domain.people import Party
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
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
    assert contents.orders(case, Chosen())[0].caller == "温若晴"
    case.orders[0].confidential = True
    (told,) = contents.orders(case, Chosen())
    assert (told.caller, told.caller_phone, told.confidential) == ("", "", True)


def test_no_telephone_goes_along_with_an_order_where_none_was_chosen(between: Exchange) -> None:
    case = reading.case(between.desk, between.case_id).case
    (told,) = contents.orders(case, Chosen(particulars=frozenset(PARTICULARS) - {"phone"}))
    assert (told.caller, told.caller_phone) == ("温若晴", "")
    assert contents.orders(case, Chosen(particulars=frozenset({"phone"})))[0].caller_phone == "13997000001"


def test_whom_the_referral_concerns_comes_along_and_whoever_was_chosen(between: Exchange) -> None:
    case, referral = reading.case(between.desk, between.case_id).case, between.referral
    names = [one.name for one in contents.parties_of(case, referral, Chosen())]
    assert names == ["温若晴", "湟水配送有限公司"]
    other = next(one.id for one in case.parties if one.name == "路知夏")
    names = [one.name for one in contents.parties_of(case, referral, Chosen(frozenset({other})))]
    assert names == ["温若晴", "路知夏"]
    told = contents.claims(case.claims, case.parties)
    assert {one.worker for one in told} == {0} and all(one.words for one in told)


@pytest.mark.parametrize("key", ["case-timeline", "none", "referral-letter"])
def test_a_paper_that_stays_inside_or_is_none_goes_into_no_package(between: Exchange, key: str) -> None:
    with pytest.raises(DeskError) as refused:
        contents.papers(between.desk, between.case_id, ["mediation-application", key])
    assert refused.value.field == "papers"


def test_each_paper_has_a_name_of_its_own_and_its_digest(between: Exchange) -> None:
    made = contents.papers(between.desk, between.case_id, ["mediation-application"])
    (told,) = made.told
    assert told.name == f"01-{told.title}.pdf" and made.content[told.sha256].startswith(b"%PDF")
