"""A case that this store does not have is taken in whole, with its chain as it is; one that is cut is not."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services.intake import registering
from mediation_desk.services.travel import bringing, homecoming
from mediation_desk.store.tables.journal import journal
from mediation_desk.store.travel import loads
from mediation_desk.store.travel.adopting import chain
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.travel.loads import Load
from tests.services.travel.roads import Road, raw_rows


def begun(road: Road) -> tuple[Load, object]:
    """A case begun on the laptop, in a bag for home."""
    made = registering.register(road.laptop(), registering.IntakeDraft(date(2025, 1, 20), parties=[
        registering.PartyDraft(Role.APPLICANT, "新来的人")])).result
    path = road.pack()
    return loads.read(path, homecoming.ours(road.desk, path)[1]), made


def test_a_case_begun_on_the_road_is_the_same_at_home_entry_by_entry(accepted_road: Road) -> None:
    road = accepted_road
    _load, made = begun(road)
    bringing.bring_home(road.desk, road.pack())
    assert raw_rows(road.desk, made) == raw_rows(road.laptop(), made)  # type: ignore[arg-type]
    digests = []
    for desk in (road.desk, road.laptop()):
        with desk.reading() as work:
            digests.append([bytes(one) for one in work.connection.scalars(
                select(journal.c.digest).where(journal.c.chain == made).order_by(journal.c.number))])
    assert digests[0][:len(digests[1])] == digests[1]
    assert len(digests[0]) > len(digests[1]), "the homecoming itself is told behind it"
    road.assert_whole()


@pytest.mark.parametrize("forge", ["end", "head", "left out", "changed", "turned"])
def test_a_chain_that_is_not_linked_is_refused(accepted_road: Road, forge: str) -> None:
    """As one would pack it who has the office's public key and a program of their own."""
    load, made = begun(accepted_road)
    travelling = load.cases[made]  # type: ignore[index]
    told = load.of(travelling.case_id, "journal")
    assert len(chain(load, travelling)) == len(told) > 2
    if forge == "end":
        travelling = replace(travelling, end=travelling.end + 1)
    elif forge == "head":
        travelling = replace(travelling, head=b"x" * 32)
    elif forge == "left out":
        del told[1]
    elif forge == "changed":
        told[1]["changes"] = told[1]["changes"].replace("新来的人", "别人") + " "
    else:
        told[0]["number"], told[1]["number"] = told[1]["number"], told[0]["number"]
    with pytest.raises(BagDamaged):
        chain(load, travelling)
