"""Bags that are on the road while the store key is renewed, at the office or on the laptop."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.vocabulary import PartyKind, Role, Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from mediation_desk.services.travel import bringing, leaving, opening, register, returning
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.travel import office_key
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted

DAY = date(2025, 1, 20)


def begun_on(laptop: Desk) -> UUID:
    """A case that the office does not know yet."""
    made = registering.register(laptop, registering.IntakeDraft(DAY, parties=[
        registering.PartyDraft(Role.APPLICANT, "温若晴"),
        registering.PartyDraft(Role.RESPONDENT, "湟水文化传媒有限公司", PartyKind.ORGANISATION)])).result
    assert made
    registering.consent_all(laptop, made, DAY)
    registering.accept(laptop, made, DAY)
    return made


def words(desk: Desk, case_id: UUID) -> list[str]:
    """What was said alone."""
    talk = caucus.talk(desk, case_id)
    assert not talk.closed
    return [word.text for word in talk.words]


def test_a_renewed_store_key_strands_no_bag_and_no_word(office: Office, tmp_path: Path) -> None:
    desk, case_id = office.first, accepted(office.first)
    leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "out.mdbag")
    laptop = opening.found(tmp_path / "laptop", tmp_path / "out.mdbag", PASSWORD, office.around)
    new = begun_on(laptop)
    caucus.note(laptop, case_id, Side.APPLICANT, "在园区说的")
    caucus.note(laptop, new, Side.APPLICANT, "头一次说的")
    store_key.renew(desk, PASSWORD)
    store_key.renew(laptop, PASSWORD)
    returning.pack(laptop, tmp_path / "home.mdbag")
    receipt = bringing.bring_home(desk, tmp_path / "home.mdbag")
    assert len(receipt.kept) == 2 and not receipt.waiting
    assert (words(desk, case_id), words(desk, new)) == (["在园区说的"], ["头一次说的"])
    again = leaving.Leaving((case_id, new), laptop_id=register.laptops(desk)[0].id)
    leaving.pack(desk, again, tmp_path / "again.mdbag")
    opening.open_bag(laptop, tmp_path / "again.mdbag")
    assert words(laptop, new) == ["头一次说的"]
    assert upkeep.prove(desk) == [] == upkeep.prove(laptop)
    laptop.store.close()


def test_whoever_kept_the_former_store_key_has_not_the_pair_of_the_next_bag(office: Office,
                                                                          tmp_path: Path) -> None:
    desk, case_id = office.first, accepted(office.first)
    leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "out.mdbag")
    with desk.reading() as work:
        (before,) = work.settings.read()[office_key.SETTING]
    store_key.renew(desk, PASSWORD)
    leaving.pack(desk, leaving.Leaving((case_id,), laptop="小黑"), tmp_path / "next.mdbag")
    with desk.reading() as work:
        present, former = work.settings.read()[office_key.SETTING]
    kept = desk.store.opened.store_key
    assert office_key.unlocked(present, kept) != office_key.unlocked(former, kept)
    assert before not in (present, former)
