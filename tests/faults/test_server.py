"""The office's server is switched off in the middle of work; what was acknowledged is there afterwards."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mediation_desk.services import editing, reading
from mediation_desk.services.editing import Edit
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.trouble import StoreTrouble
from tests import offices
from tests.faults.conftest import intake_of
from tests.postgres import PostgresServer


def test_switched_off_in_the_middle_of_a_unit_of_work(postgres_server: PostgresServer, postgres_url: str,
                                                      tmp_path: Path, moment: random.Random) -> None:
    """Before the changes, with half of them sent, or just before the commit: none of them is there,
    and the same desk goes on working once the server is back."""
    with offices.office(offices.shared_place(postgres_url), tmp_path / "notes") as office:
        desk, case_id = office.first, intake_of(office)
        for number in range(1, 5):
            seen = reading.case(desk, case_id).case.facts_in_brief
            editing.save(desk, case_id, [Edit("case", case_id, "facts_in_brief", seen, str(number))])
            when = moment.choice(["before", "half", "end"])
            with pytest.raises(StoreTrouble, match="connection to the store was lost"), \
                    desk.work("edit") as work:
                if when == "before":
                    postgres_server.restart("immediate")
                case = work.cases.get(case_id)
                case.facts_in_brief = "没有存上"
                case.parties[0].name = "没有存上"
                if when == "half":
                    work._session.flush()
                postgres_server.restart("immediate")
                work.commit()
            case = reading.case(desk, case_id).case
            assert (case.facts_in_brief, case.parties[0].name) == (str(number), "马晓岚")
        assert upkeep.prove(desk) == []
        again = office.desk()
        assert reading.case(again, case_id).case.facts_in_brief == "4"
