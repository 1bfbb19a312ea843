"""A closed period keeps its numbers; what is corrected later is told apart."""

from __future__ import annotations

import zlib
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update

from mediation_desk.domain.money import yuan
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.library.frozen_numbers import unpacked
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.mediation import caucus
from mediation_desk.services.reports import closing_periods, filling, forms
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.tables.reports import frozen_reports
from tests.offices import Office
from tests.services.papers_desk import case_of
from tests.services.reports.offices import DECEMBER, with_cases
from tests.services.reports.test_overview import JANUARY, accepted

PLACE = ("flow", "all", "received")


def test_a_frozen_period_shows_its_numbers_and_apart_what_was_corrected(office: Office) -> None:
    look = with_cases(office)
    closing_periods.freeze(look, "monthly", DECEMBER)
    late = accepted(office.first, date(2024, 12, 30))
    form = forms.filled(look, "monthly", DECEMBER)
    assert form.cell(PLACE).value == 4
    assert form.frozen is not None and (form.frozen.version, form.frozen.made_by) == (1, "苏主任")
    found = {one.place: one for one in form.corrections}
    assert (found[PLACE].then, found[PLACE].now) == (4, 5)
    assert found[PLACE].cases == ((late, case_of(office.first, late).number),)
    assert forms.filled(look, "monthly", DECEMBER, fresh=True).cell(PLACE).value == 5
    assert form.reconciles


def test_a_changed_and_a_closed_case_are_named_with_the_cell_that_they_changed(office: Office) -> None:
    look = with_cases(office)
    closing_periods.freeze(look, "monthly", DECEMBER)
    rows = forms.behind(look, forms.filled(look, "monthly", DECEMBER), PLACE, 0, 9)
    moved, ended = rows[0], rows[1]
    editing.save(office.first, moved.case_id, [editing.Edit("case", moved.case_id, "kind_of_work",
                                                            moved.kind_of_work, KindOfWork.DRIVER)])
    closing.close(office.first, ended.case_id, date(2024, 12, 31), Outcome.WITHDRAWN, "撤回", sure=True)
    found = {one.place: one for one in forms.filled(look, "monthly", DECEMBER).corrections}
    assert found["work", "by/driver", "received"].cases == ((moved.case_id, moved.number),)
    assert found["flow", "all", "closed"].cases == ((ended.case_id, ended.number),)
    assert found["flow", "all", "end"].cases == ((ended.case_id, ended.number),)


def test_what_is_frozen_is_of_one_moment_whoever_saves_meanwhile(office: Office,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    """A colleague registers a case between one count and the next."""
    look = with_cases(office)

    def slowly(*told: Any, **more: Any) -> object:
        form = filling.fill(*told, **more)
        if not more:
            accepted(office.first, date(2024, 12, 30))
        return form

    monkeypatch.setattr(closing_periods, "fill", slowly)
    closing_periods.freeze(look, "monthly", DECEMBER)
    with look.reading() as work:
        (content,) = work.connection.scalars(select(frozen_reports.c.content))
    frozen = unpacked(content)
    received = [sum(one.received_on <= DECEMBER.until for one in frozen.facts), *(
        next(cell.value for table in tables if table.id == "flow" for row in table.rows if row.id == "all"
             for column, cell in zip(table.columns, row.cells, strict=True) if column.id == "received")
        for tables in (frozen.tables, frozen.public))]
    assert received == [4, 4, 4]


def test_a_further_freeze_adds_a_version_and_none_is_taken_back(office: Office) -> None:
    look = with_cases(office)
    closing_periods.freeze(look, "monthly", DECEMBER)
    accepted(office.first, date(2024, 12, 30))
    with pytest.raises(DeskError):
        closing_periods.freeze(look, "monthly", DECEMBER)  # who has not seen the first
    closing_periods.freeze(look, "monthly", DECEMBER, seen=1)
    assert [one.version for one in closing_periods.versions(look, "monthly", DECEMBER)] == [1, 2]
    assert forms.filled(look, "monthly", DECEMBER).cell(PLACE).value == 5
    first = closing_periods.frozen(look, "monthly", DECEMBER, version=1)
    assert first.cell(PLACE).value == 4 and first.corrections
    assert not closing_periods.frozen(look, "monthly", DECEMBER).corrections
    with pytest.raises(DeskError):
        closing_periods.frozen(look, "monthly", DECEMBER, version=3)


def test_a_period_is_closed_when_it_is_over_and_by_who_answers_for_all(office: Office) -> None:
    look = with_cases(office)
    with pytest.raises(DeskError) as early:
        closing_periods.freeze(look, "monthly", JANUARY)
    assert early.value.field == "period"
    with pytest.raises(NotAllowed):
        closing_periods.freeze(office.first, "monthly", DECEMBER)
    closing_periods.freeze(look, "monthly", DECEMBER)
    assert forms.filled(office.first, "monthly", DECEMBER).frozen is None  # a mediator counts own cases


def test_the_freezing_stands_in_the_journal_and_an_altered_number_is_found(office: Office) -> None:
    look = with_cases(office)
    made = closing_periods.freeze(look, "monthly", DECEMBER).result
    engine = look.store.engine
    with engine.connect() as connection:
        told = connection.execute(select(journal.c.verb, journal.c.changes).where(
            journal.c.table_name == "frozen_reports", journal.c.row_id == str(made))).one()
        digest = connection.scalar(select(frozen_reports.c.sha256))
    assert told.verb == "freeze_report"
    assert digest in told.changes
    with engine.begin() as connection:
        connection.execute(update(frozen_reports).values(content=b"others"))
    with pytest.raises(DeskError):
        forms.filled(look, "monthly", DECEMBER)


def test_what_a_side_said_alone_is_not_in_the_numbers_of_a_closed_period(office: Office) -> None:
    look = with_cases(office)
    case_id = forms.behind(look, forms.filled(look, "monthly", DECEMBER), PLACE, 0, 1)[0].case_id
    caucus.note(office.first, case_id, Side.APPLICANT, "底线四万二千七百元")
    caucus.set_bottom_line(office.first, case_id, Side.APPLICANT, yuan("42700.13"))
    closing_periods.freeze(look, "monthly", DECEMBER)
    with look.store.engine.connect() as connection:
        told = zlib.decompress(bytes(connection.scalar(select(frozen_reports.c.content)) or b"")).decode()
    assert "当期受理" in told
    assert "底线" not in told and "4270013" not in told


def test_the_form_may_change_after_the_closing(office: Office) -> None:
    look = with_cases(office)
    closing_periods.freeze(look, "monthly", DECEMBER)
    text = forms.text_of(office.first, "monthly")
    forms.keep(office.first, text.replace('zh = "调解工作月报"', 'zh = "本所月报"'))
    shown = forms.filled(look, "monthly", DECEMBER)
    assert shown.form.label.zh == "调解工作月报"
    assert not shown.corrections
