"""A frozen paper is known by its fingerprint; its pages are read only where somebody looks at them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib import metadata
from uuid import UUID

import pytest
from sqlalchemy import event, update

from mediation_desk.documents.content import digest_of
from mediation_desk.domain.paper_code import code_in
from mediation_desk.domain.paper_origin import UNKNOWN, PaperOrigin
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import document_template
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import finishing, making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.desk import papers
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of, terms


def signed(desk: Desk) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    agreement = case_of(desk, case_id).agreement
    assert agreement is not None
    settling.sign(desk, case_id, date(2024, 12, 2))
    return case_id


def test_a_cases_papers_are_listed_without_their_pages(office: Office) -> None:
    desk, asked_for = office.first, list[str]()
    case_id = signed(desk)

    def executed(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked_for.append(statement)

    event.listen(desk.store.engine, "before_cursor_execute", executed)
    with desk.reading() as work:
        (paper,) = work.papers.of_case(case_id)
        assert not any("pdf" in statement for statement in asked_for)
        assert work.papers.pdf(paper).startswith(b"%PDF")
    event.remove(desk.store.engine, "before_cursor_execute", executed)
    agreement = case_of(desk, case_id).signed_agreement
    assert (paper.template, paper.sha256) == (AGREEMENT, agreement.paper_sha256)


def test_pages_that_are_not_what_was_frozen_are_not_shown(office: Office) -> None:
    desk = office.first
    case_id = signed(desk)
    with desk.store.engine.begin() as connection:
        connection.execute(update(papers).values(pdf=b"%PDF-1.7 another"))
    with desk.reading() as work:
        (paper,) = work.papers.of_case(case_id)
        with pytest.raises(DeskError) as refused:
            work.papers.pdf(paper)
    assert "fingerprint" in refused.value.sentence.text


def test_with_a_paper_stands_what_it_was_made_from(office: Office) -> None:
    """The code on its last page is the digest of just that data in that form."""
    desk = office.first
    case_id = signed(desk)
    with desk.reading() as work:
        (paper,) = work.papers.of_case(case_id)
        kept, code = work.papers.origin(paper), code_in(work.papers.pdf(paper))
    assert kept.made_from and kept.form_sha256 and code and kept.program == metadata.version("mediation-desk")
    assert digest_of(AGREEMENT, kept.form_sha256, kept.made_from) == code.digest
    assert json.loads(kept.made_from)["schedule"]["total"] == {"fen": 3026400}


def test_a_paper_of_an_older_program_is_read_without_any_of_it(office: Office) -> None:
    desk = office.first
    case_id = signed(desk)
    with desk.work("put_out_agreement") as work:
        work.papers.freeze(work.new_key(), case_id, AGREEMENT, "调解协议书", desk.now, b"%PDF-1.4 of old")
        work.commit()
    with desk.reading() as work:
        old = work.papers.of_case(case_id)[-1]
        assert work.papers.pdf(old) == b"%PDF-1.4 of old" and work.papers.origin(old) == UNKNOWN
    assert upkeep.prove(desk) == []


def test_another_start_and_another_form_leave_it_as_it_is(office: Office,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is started anew and its form says something else by now: bytes and origin stay."""
    desk = office.first
    case_id = signed(desk)
    before = kept(desk, case_id)
    shipped = document_template(AGREEMENT)
    other = replace(shipped, body=shipped.body.replace("调解协议书", "另一种协议书"))
    monkeypatch.setattr(finishing, "document_template", lambda _name, _forms: other)
    again = office.desk()
    assert kept(again, case_id) == before
    assert making.make(again, case_id, AGREEMENT).pdf == before[0]
    second = asked(again, accepted(again))
    settling.draft(again, second, terms())
    assert making.make(again, second, AGREEMENT).origin.form_sha256 != before[1].form_sha256


def kept(desk: Desk, case_id: UUID) -> tuple[bytes, PaperOrigin]:
    with desk.reading() as work:
        (paper,) = work.papers.of_case(case_id)
        return work.papers.pdf(paper), work.papers.origin(paper)


def test_a_paper_is_found_by_its_bytes_and_by_its_cases_number(office: Office) -> None:
    desk = office.first
    one, other = signed(desk), signed(desk)
    number = case_of(desk, one).number
    with desk.reading() as work:
        ((case_id, paper),) = work.papers.of_number(number)
        assert case_id == one and work.papers.of_case(one) == [paper]
        assert work.papers.with_bytes(paper.sha256) == [(one, paper)]
        assert work.papers.with_bytes("0" * 64) == [] == work.papers.of_number(f"{number}x")
        assert [case for case, _paper in work.papers.of_number(case_of(desk, other).number)] == [other]
