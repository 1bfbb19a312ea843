"""Looking through an agreement before it is signed: what stops it, what is looked at, what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import Authority, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import checking, making
from mediation_desk.services.papers.finishing import KEPT
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of, join, terms, text_of

SIGNED = date(2024, 12, 3)


def drafted(desk: Desk, total: str = "30264.00", other_terms: str = "") -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, replace(terms(total), other_terms=other_terms))
    return case_id


def keys(desk: Desk, case_id: UUID, on: date = SIGNED) -> list[str]:
    return [one.key.partition(":")[0] for one in checking.before_signing(desk, case_id, on)]


def test_before_there_are_terms_and_after_they_are_signed_nothing_is_looked_through(office: Office) -> None:
    desk = office.first
    case_id = asked(desk, accepted(desk))
    assert checking.before_signing(desk, case_id) == ()
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, SIGNED)
    assert checking.before_signing(desk, case_id) == ()


def test_what_stops_the_signing_is_said_beside_its_field(office: Office) -> None:
    case_id = drafted(office.first, other_terms="税：税前\n个人所得税：甲\n个人所得税：乙")
    assert "contradictions" in keys(office.first, case_id)
    with pytest.raises(DeskError, match="twice") as refused:
        settling.sign(office.first, case_id, SIGNED)
    assert refused.value.field == "other_terms" and not case_of(office.first, case_id).is_signed


def test_a_warning_that_nobody_looked_at_stops_the_signing_and_what_was_is_kept(office: Office) -> None:
    """Both workers gave neither number nor account, and the company no code: five things to look at."""
    desk = office.first
    case_id = drafted(desk, "17000.00")
    warnings = checking.before_signing(desk, case_id, SIGNED)
    assert [one.key.partition(":")[0] for one in warnings] == ["identity"] * 3 + ["accounts"] * 2
    some = frozenset(one.key for one in warnings[1:])
    with pytest.raises(DeskError, match="Look at this before signing: 温若晴 signs without"):
        settling.sign(desk, case_id, SIGNED, looked_at=some)
    settling.sign(desk, case_id, SIGNED, looked_at=some | {warnings[0].key})
    record = making.make(desk, case_id, "signing-checks")
    assert "温若晴签署协议，但没有登记证件号码" in text_of(record) and "核对人陈守信" in text_of(record)
    kept_record = making.make(desk, case_id, "signing-checks")
    assert kept_record.pdf == record.pdf and kept_record.mark == KEPT  # its DOCX says what goes before
    told = [entry.entry for entry in history.timeline(desk, case_id) if entry.entry.table == "papers"]
    assert {entry.verb for entry in told} == {"sign_agreement"}
    kept = sorted(str(entry.fields["template"][1]) for entry in told)
    assert kept == ["mediation-agreement", "signing-checks"]


def test_with_nothing_to_look_at_no_record_is_kept(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    settling.sign(desk, case_id, SIGNED)
    assert [one.template for one in reading.case(desk, case_id).papers] == ["mediation-agreement"]
    assert "核对人陈守信" not in text_of(making.make(desk, case_id, "signing-checks"))


def test_a_passed_deadline_and_an_agent_with_general_authority_are_looked_at(office: Office) -> None:
    desk = office.first
    case_id = drafted(desk)
    join(desk, case_id, Role.AGENT, "郑代理", authority=Authority.GENERAL,
         acts_for=case_of(desk, case_id).respondents[0].id)
    settling.draft(desk, case_id, terms("30264.00", date(2025, 1, 10)))
    assert {"deadline", "agents"} <= set(keys(desk, case_id, date(2024, 12, 12)))


def test_wages_that_both_sides_state_are_the_floor(office: Office) -> None:
    """October at 4,300.00 is agreed: a worker who gets 1,000.00 gives up undisputed wages."""
    desk = office.first
    case_id = asked(desk, accepted(desk, claims=("unpaid_wages",)))
    agreed = {"monthly_wage": "4300", "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"}
    sorting.say(desk, case_id, [sorting.Saying(element, worker.id, voice, said)
                                for worker in case_of(desk, case_id).applicants
                                for element, said in agreed.items() for voice in ("applicant", "respondent")])
    settling.draft(desk, case_id, terms("2000.00"))
    found = checking.before_signing(desk, case_id, SIGNED)
    assert [str(one.sentence) for one in found if one.key.startswith("undisputed")] == [
        f"{name} gets 1,000.00, less than the 4,300.00 of wages that nobody disputes."
        for name in ("温若晴", "路知夏")]


def test_the_record_can_be_gone_through_with_a_pen_before_the_signing(office: Office) -> None:
    case_id = drafted(office.first)
    party = case_of(office.first, case_id).applicants[0]
    assert "温若晴没有提供收款账户" in text_of(making.make(office.first, case_id, "signing-checks"))
    given = editing.Edit("party", party.id, "bank_account", "", "6222000011112222")
    editing.save(office.first, case_id, [given])
    assert "温若晴没有提供收款账户" not in text_of(making.make(office.first, case_id, "signing-checks"))
