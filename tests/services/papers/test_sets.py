"""Everybody's set: who gets which copy of which paper, how many, in one file with a sheet before each set."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making, sets
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from mediation_desk.store.pace import Stopped
from tests.documents.reading import pages
from tests.services.papers_desk import COMPANY, WORKERS, accepted, asked, case_of, terms

HAULIER = "青藏干线物流有限公司"


def agreed(desk: Desk, copies: int | None = None) -> UUID:
    """Two workers, a company and a third party that have terms to sign."""
    case_id = asked(desk, accepted(desk))
    registering.add_party(desk, case_id, registering.PartyDraft(
        Role.THIRD_PARTY, HAULIER, PartyKind.ORGANISATION))
    settling.draft(desk, case_id, replace(terms(), copies=copies))
    return case_id


def handed(made: sets.Sets) -> dict[str, list[tuple[str, int]]]:
    return {one.recipient.name: [(each.title.en, each.copies) for each in one.handed] for one in made.sets}


def test_everybody_gets_their_own_copies_behind_a_sheet_with_their_name(desk: Desk) -> None:
    case_id = agreed(desk)
    everybody = sets.recipients(desk, case_id)
    assert [one.role for one in everybody] == ["申请人一", "申请人二", "被申请人", "第三人", ""]
    made = sets.print_sets(desk, case_id, [AGREEMENT, "acceptance-notice"], [one.key for one in everybody])
    paper, notice = ("Mediation agreement", 1), ("Notice of acceptance", 1)
    assert handed(made) == {WORKERS[0]: [paper, notice], WORKERS[1]: [paper, notice],
                            COMPANY: [paper, notice], HAULIER: [paper],
                            desk.settings.name: [paper, notice, notice]}
    texts = ["".join(page.split()) for page in pages(made.pdf)]
    begins = [at for at, text in enumerate(texts) if "文书份数单" in text]
    assert [texts[at].split("交付：")[1].split("序号")[0] for at in begins[:3]] == [
        f"{WORKERS[0]}（申请人一）", f"{WORKERS[1]}（申请人二）", f"{COMPANY}（被申请人）"]
    second = texts[begins[1]:begins[2]]
    agreement = making.make(desk, case_id, AGREEMENT)
    whole = ["".join(page.split()) for page in pages(agreement.pdf)]
    notice_of_one = "".join(second[1 + len(whole):])
    assert second[1:1 + len(whole)] == whole
    assert f"{WORKERS[1]}：你与{COMPANY}" in notice_of_one and WORKERS[0] not in notice_of_one
    assert [one.sha256 for one in made.to_sign] == [agreement.sha256]


def test_an_agreement_has_as_many_copies_as_its_terms_say(desk: Desk) -> None:
    """Four parties: of nine copies the office keeps five; of three each side has one, and the office one."""
    case_id = agreed(desk, 9)
    everybody = [one.key for one in sets.recipients(desk, case_id)]
    many = handed(sets.print_sets(desk, case_id, [AGREEMENT], everybody))
    assert [count[0][1] for count in many.values()] == [1, 1, 1, 1, 5]
    settling.draft(desk, case_id, replace(terms(), copies=3))
    few = handed(sets.print_sets(desk, case_id, [AGREEMENT], everybody))
    assert {name: count[0][1] for name, count in few.items()} == {
        WORKERS[0]: 1, COMPANY: 1, desk.settings.name: 1}


def test_nothing_chosen_nobody_addressed_and_a_stop_are_said_and_leave_nothing(desk: Desk) -> None:
    case_id = agreed(desk)
    third = next(one.key for one in sets.recipients(desk, case_id) if one.role == "第三人")
    with pytest.raises(DeskError, match="at least one paper"):
        sets.print_sets(desk, case_id, [], [third])
    with pytest.raises(DeskError, match="addressed to"):
        sets.print_sets(desk, case_id, ["acceptance-notice"], [third])
    told: list[tuple[int, int]] = []
    with pytest.raises(Stopped):
        sets.print_sets(desk, case_id, ["rights-notice"], [None], cancelled=lambda: len(told) > 1,
                        progress=lambda done, whole: told.append((done, whole)))
    assert told and all(done < whole for done, whole in told)


def test_what_stays_inside_is_not_offered_to_anybody(desk: Desk) -> None:
    case = case_of(desk, agreed(desk))
    offered = {kind.template: kind.part for kind in sets.offered(case)}
    assert AGREEMENT in offered and {*offered.values()} == {"shown"} and "signing-checks" not in offered
