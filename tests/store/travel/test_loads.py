"""What is in a bag is read from its first byte to its last, or nothing is taken from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.store.travel import bag, loads
from mediation_desk.store.travel.bag import BagDamaged, Rows
from mediation_desk.store.travel.manifest import Content, Travelling
from tests.services.travel.roads import Road
from tests.store.travel.bags import BLOCKS, CARRIER, CONTENT, PARTS, write

CASE = UUID(int=1)
ROWS = (Rows("cases", [[str(CASE), "0001"]]), Rows("parties", [["2", "温若晴"]]))


def key_of(path: Path) -> object:
    return bag.key_for_carrier(bag.look_at(path), CARRIER)


def test_rows_are_sorted_by_case_and_files_are_handed_over_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.mdbag", (Rows("cases", [[str(CASE), "0001"]]), Rows("parties", [[str(CASE), "2"]]),
                                        CONTENT, *BLOCKS),
                 columns={"cases": ["id", "number"], "parties": ["case_id", "id"]})
    taken: dict[Content, bytes] = {}

    def take(content: Content, blocks: Iterator[bytes]) -> None:
        taken[content] = b"".join(blocks)

    load = loads.read(path, key_of(path), take)  # type: ignore[arg-type]
    assert taken == {CONTENT: b"".join(BLOCKS)}
    assert load.of(CASE, "parties") == [{"case_id": str(CASE), "id": "2"}]
    assert load.of(CASE, "claims") == []
    assert loads.read(path, key_of(path)).rows == load.rows  # type: ignore[arg-type]


@pytest.mark.parametrize("columns", [{"cases": ["id", "number", "mood"]}, {"spells": ["id"]}])
def test_a_table_or_column_that_this_program_does_not_know_is_refused(
        tmp_path: Path, columns: dict[str, list[str]]) -> None:
    path = write(tmp_path / "a.mdbag", PARTS, columns={"parties": ["id", "name"], **columns})
    with pytest.raises(BagDamaged):
        loads.read(path, key_of(path))  # type: ignore[arg-type]


def test_every_table_that_travels_is_read_and_nobody_elses_wrap(accepted_road: Road) -> None:
    desk = accepted_road.desk
    me = desk.who.account_id
    cases = [Travelling(case_id=accepted_road.case_id, label="", number=1, digest=b"", base=0, base_digest=b"",
                        end=1, head=b"")]
    with desk.reading() as work:
        told = [one for one in loads.parts(work.connection, cases, (), me) if isinstance(one, Rows)]
        counted = loads.counts(work.connection, cases)
    names = loads.columns()["case_key_wraps"]
    wraps = {row[names.index("account_id")]: row[names.index("wrapped")]
             for one in told if one.table == "case_key_wraps" for row in one.rows}
    assert len(wraps) == 2
    assert {account: bool(wrapped) for account, wrapped in wraps.items()} == {
        account: account == str(me) for account in wraps}
    assert counted == {name: sum(len(one.rows) for one in told if one.table == name) for name in counted}
