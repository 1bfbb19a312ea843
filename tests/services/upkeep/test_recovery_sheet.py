"""The printed sheets: what stands on them opens the store, and lending and asking leave their traces."""

from __future__ import annotations

import io
import re
from datetime import date
from unittest.mock import patch
from uuid import UUID

import pytest
from pypdf import PdfReader

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.keys import escrow
from mediation_desk.services.office import accounts, settings
from mediation_desk.services.upkeep import recovery_sheet
from tests import holders
from tests.offices import Office

CODE = re.compile(r"(?:[0-9A-Z]{5}\s+){7}[0-9A-Z]{5}")


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def code_on(pdf: bytes) -> str:
    found = CODE.search(text_of(pdf))
    assert found
    return "-".join(found.group().split())


def test_the_code_on_the_recovery_sheet_opens_the_store_until_the_sheet_is_renewed(office: Office) -> None:
    first = recovery_sheet.recovery(office.first)
    assert accounts.drill(office.first, code_on(first.pdf))
    second = recovery_sheet.recovery(office.first)
    assert accounts.drill(office.first, code_on(second.pdf))
    assert not accounts.drill(office.first, code_on(first.pdf))


def test_the_sheet_names_the_office_and_says_which_sheet_it_is(office: Office) -> None:
    sheet = text_of(recovery_sheet.recovery(office.first).pdf)
    assert office.first.settings.name in sheet and "数据恢复单" in sheet
    assert "案件密钥恢复单" in text_of(recovery_sheet.escrow(office.first).pdf)


def test_a_sheet_that_cannot_be_printed_leaves_the_former_one_good(office: Office) -> None:
    kept = recovery_sheet.recovery(office.first)
    with patch("mediation_desk.services.papers.finishing.document_template", side_effect=DeskError("lost")), \
            pytest.raises(DeskError):
        recovery_sheet.recovery(office.first)
    assert accounts.drill(office.first, code_on(kept.pdf))


def test_the_escrow_sheet_restores_the_key_of_a_case_registered_after_it(office: Office) -> None:
    code = code_on(recovery_sheet.escrow(office.first).pdf)
    case_id = registered(office.first)
    assert holders.holds_key(office.first, case_id)
    escrow.restore_from_escrow(office.first, case_id, code)
    assert "recover_seal" in [line.entry.verb for line in history.timeline(office.first, case_id)]


def test_the_escrow_sheet_says_of_a_former_one_what_the_program_does(office: Office) -> None:
    """It still opens what nobody wrote in since: so it must not be destroyed before that, and is not void."""
    former = code_on(recovery_sheet.escrow(office.first).pdf)
    case_id = registered(office.first)
    later = recovery_sheet.escrow(office.first)
    escrow.restore_from_escrow(office.first, case_id, former)
    assert holders.holds_key(office.first, case_id)
    told = "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(later.pdf)).pages).split())
    assert "旧单仍能打开此后没有再写入的案件" in told and "旧单立即作废" not in told


def test_only_the_administrator_prints_sheets(office: Office) -> None:
    mediator = frozenset({Role.MEDIATOR})
    accounts.add(office.first, accounts.AccountDraft("wang", "王", mediator, "lent 12 words"))
    wang = office.desk("wang", "lent 12 words")
    for make in (recovery_sheet.recovery, recovery_sheet.escrow):
        with pytest.raises(NotAllowed):
            make(wang)


def registered(desk: Desk) -> UUID:
    applicant = registering.PartyDraft(Part.APPLICANT, "马晓岚",
                                       particulars={"phone": "13809710001", "id_number": "630199"})
    made = registering.register(desk, registering.IntakeDraft(
        date(2024, 11, 25), kind_of_work=KindOfWork.STREAMER, parties=[applicant]))
    assert made.result
    return made.result


def test_the_next_serial_follows_the_year_s_cases(office: Office) -> None:
    office.clock.set(2024, 11, 25)
    assert settings.next_serial(office.first) == 1
    registered(office.first)
    assert settings.next_serial(office.first) == 2
