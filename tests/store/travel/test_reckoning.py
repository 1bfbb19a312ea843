"""What came home must be what the journal says came home; otherwise everything of the case is rolled back."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Connection, text

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.travel import bringing
from mediation_desk.store.travel import reckoning
from tests.services.travel.roads import Road

SPOILT = {
    "a row too few": "DELETE FROM attendees WHERE 1 = 1",
    "a paper too few": "DELETE FROM exhibits WHERE position = 1",
    "a chain cut off": "DELETE FROM journal WHERE number = 1 AND case_id IS NOT NULL"}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
@pytest.mark.parametrize("news", ["changed", "new"])
def test_a_homecoming_that_does_not_add_up_is_rolled_back_and_said(
        accepted_road: Road, monkeypatch: pytest.MonkeyPatch, spoil: str, news: str) -> None:
    road, laptop = accepted_road, accepted_road.laptop()
    if news == "changed":
        editing.save(laptop, road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    else:
        registering.register(laptop, registering.IntakeDraft(date(2025, 1, 20), parties=[
            registering.PartyDraft(Role.APPLICANT, "新来的人")]))
    path, before = road.pack(), road.rows()
    if news == "new":
        spoil = "DELETE FROM journal WHERE number = 2 AND verb = 'register_case'"
    ends = reckoning._ends

    def spoilt(connection: Connection, case_id: object) -> bool:
        """Behind the program's back, in the same transaction."""
        connection.execute(text(spoil))
        return ends(connection, case_id)  # type: ignore[arg-type]

    rows = reckoning._rows

    def counted(connection: Connection, case_id: object) -> object:
        found = rows(connection, case_id)  # type: ignore[arg-type]
        connection.execute(text(spoil)) if "attendees" in spoil or "exhibits" in spoil else None
        return found

    monkeypatch.setattr(reckoning, "_ends", spoilt)
    monkeypatch.setattr(reckoning, "_rows", counted)
    receipt = bringing.bring_home(road.desk, path)
    monkeypatch.undo()
    if "attendees" not in spoil:
        assert [len(receipt.kept), len(receipt.waiting)] == [0, 1]
        assert "does not add up" in str(receipt.waiting[0][1])
        assert road.rows() == before
    assert road.desk.store.engine
