"""Whatever moves a case's facts notes it in the same step."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select, update

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing
from mediation_desk.services.intake import registering
from mediation_desk.store.reading.figures import proving
from mediation_desk.store.reading.figures.packed import packing
from mediation_desk.store.reading.figures.packed.column import Column, Kind, pack
from mediation_desk.store.tables.reports import loose_facts, packed_facts
from tests.offices import Office
from tests.services.papers_desk import registered


def loose(office: Office) -> int:
    with office.first.store.engine.connect() as connection:
        return int(connection.scalar(select(func.count()).select_from(loose_facts)) or 0)


def test_registering_and_editing_note_it_and_undoing_does_too(office: Office,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "PACK_FROM", 1)
    made = registering.register(office.first, registering.IntakeDraft(
        date(2025, 1, 3), parties=[registering.PartyDraft(Role.APPLICANT, "马晓岚")])).result
    assert made
    assert loose(office) == 1
    office.first.store.tell_ledger(office.first.now)  # packs it on its way
    assert loose(office) == 0
    editing.save(office.first, made, [editing.Edit("case", made, "facts_in_brief", "", "十月没有发")])
    assert loose(office) == 1  # though no figure shows it
    office.first.store.tell_ledger(office.first.now)
    editing.save(office.first, made, [editing.Edit("case", made, "cause", "", "追索劳动报酬")])
    assert loose(office) == 1
    with office.first.store.engine.connect() as connection:
        assert proving.wrong(connection) == proving.Wrong((), ())


def test_nothing_is_noted_where_the_step_is_not_kept(office: Office) -> None:
    with pytest.raises(RuntimeError), office.first.store.engine.begin() as connection:
        from mediation_desk.store.reading.figures.packed.loose import loosen

        loosen(connection, [1, 2])
        raise RuntimeError
    assert loose(office) == 0


def test_a_case_packed_otherwise_than_it_is_counts_rightly_once_it_is_saved_again(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the verification advises."""
    monkeypatch.setattr(packing, "PACK_FROM", 1)
    case_id = registered(office.first)
    office.first.store.tell_ledger(office.first.now)
    with office.first.store.engine.begin() as connection:
        connection.execute(update(packed_facts).where(packed_facts.c.name == "people").values(
            content=pack(Column.of(Kind.NUMBER, [77]))))
        assert proving.wrong(connection).cases == (case_id,)
    editing.save(office.first, case_id, [
        editing.Edit("case", case_id, "facts_in_brief", "十月的工资没有发。", "十月没有发")])
    for _ in range(2):
        with office.first.store.engine.connect() as connection:
            assert proving.wrong(connection) == proving.Wrong((), ())
        office.first.store.tell_ledger(office.first.now)
