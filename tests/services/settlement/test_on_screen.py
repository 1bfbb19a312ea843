"""On the screen: bound to the paper that lay there, crossed out with it, and no way around who may sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from mediation_desk.demonstration import hands
from mediation_desk.demonstration.hands import written
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.journal_columns import SILENT
from mediation_desk.domain.journal_tables import TABLES
from mediation_desk.domain.settlement.strokes import Writing
from mediation_desk.domain.vocabulary import Authority, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from mediation_desk.services.reports import summaries
from mediation_desk.services.settlement import on_screen, settling
from mediation_desk.services.settlement.on_screen import SignerRow, Signing
from mediation_desk.services.upkeep import upkeep
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of, join, terms, text_of

DUE = (date(2025, 2, 10), date(2025, 3, 10))


@pytest.fixture
def put_out(office: Office) -> UUID:
    """A case whose agreement lies before everybody."""
    desk = office.first
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("30264.00", *DUE))
    hands.put_out(desk, case_id)
    return case_id


def rows(desk: Desk, case_id: UUID) -> tuple[SignerRow, ...]:
    return on_screen.look(desk, case_id).rows


def signing(desk: Desk, case_id: UUID, at: int = 0) -> Signing:
    """What the pad of one of them hands over."""
    now = on_screen.look(desk, case_id)
    row = now.rows[at]
    return Signing(row.key, row.hands[0].key, row.hands[0].line, written(row.hands[0].name),
                   now.paper.paper.sha256)


def change(desk: Desk, case_id: UUID) -> None:
    """Something that the paper says changes, and the agreement is put out anew."""
    editing.save(desk, case_id, [Edit("case", case_id, "cause", case_of(desk, case_id).cause, "欠薪及加班")])
    settling.put_out(desk, case_id, making.make(desk, case_id, settling.AGREEMENT))


def test_a_signature_is_kept_with_the_line_and_the_fingerprint_of_the_paper(office: Office,
                                                                            put_out: UUID) -> None:
    desk = office.first
    made = signing(desk, put_out)
    on_screen.sign_on_screen(desk, put_out, made)
    (kept,) = case_of(desk, put_out).signatures
    assert (kept.line, kept.paper_sha256, kept.strokes) == (made.line, made.shown, made.writing.stored())
    assert kept.party_id == case_of(desk, put_out).applicants[0].id
    assert rows(desk, put_out)[0].signature is not None and kept.signed_at.date() == desk.today
    assert history.timeline(desk, put_out)[-1].entry.verb == "sign_on_screen"
    assert upkeep.prove(desk) == []


def test_only_the_very_paper_the_read_line_and_a_hand_that_may_are_taken(office: Office,
                                                                         put_out: UUID) -> None:
    desk = office.first
    made = signing(desk, put_out)
    for wrong, word in ((replace(made, shown="0" * 64), "changed since it was shown"),
                        (replace(made, line="旁人，本人签名"), "Read the line"),
                        (replace(made, hand="agent 1"), "authority"),
                        (replace(made, signer="x"), "authority"),
                        (replace(made, writing=Writing(320)), "Nothing is written")):
        with pytest.raises(DeskError, match=word):
            on_screen.sign_on_screen(desk, put_out, wrong)
    on_screen.sign_on_screen(desk, put_out, made)
    with pytest.raises(DeskError, match="already"):
        on_screen.sign_on_screen(desk, put_out, made)
    assert len(case_of(desk, put_out).signatures) == 1


def test_an_agent_with_general_authority_is_offered_no_pad(office: Office, put_out: UUID) -> None:
    desk = office.first
    worker = case_of(desk, put_out).applicants[0].id
    for name, authority in (("甲代理", Authority.GENERAL), ("乙代理", Authority.SPECIAL)):
        join(desk, put_out, Role.AGENT, name, acts_for=worker, authority=authority)
    names = [one.name for one in rows(desk, put_out)[0].hands]
    assert "甲代理" not in names and "乙代理" in names


def test_when_the_paper_changes_what_was_signed_is_crossed_out_and_made_anew(office: Office,
                                                                             put_out: UUID) -> None:
    desk = office.first
    hands.sign_one(desk, put_out, rows(desk, put_out)[0].key)
    hands.sign_one(desk, put_out, rows(desk, put_out)[1].key)
    change(desk, put_out)
    now = on_screen.look(desk, put_out)
    assert now.signed == 0 and now.crossed_out == 2
    with pytest.raises(DeskError, match="sign anew"):
        settling.sign(desk, put_out, desk.today)
    hands.sign_one(desk, put_out, now.rows[0].key)
    on_screen.remove_signature(desk, put_out, now.rows[1].crossed_out[0].id)
    now = on_screen.look(desk, put_out)
    assert (now.signed, now.crossed_out) == (1, 0)
    settling.sign(desk, put_out, desk.today)
    assert [one.paper_sha256 for one in case_of(desk, put_out).signatures] == [
        case_of(desk, put_out).signed_agreement.paper_sha256]


def test_who_signs_no_longer_keeps_nobody_from_signing(office: Office, put_out: UUID) -> None:
    """She signed, then left the case: new terms are signed without her, and her hand is on none of them."""
    desk = office.first
    hands.sign_one(desk, put_out, rows(desk, put_out)[0].key)
    registering.remove_party(desk, put_out, case_of(desk, put_out).applicants[0].id)
    settling.draft(desk, put_out, terms("30264.00", *DUE))
    assert on_screen.look(desk, put_out).crossed_out == 0
    settling.sign(desk, put_out, desk.today)
    assert "signed-copy" not in {kind.template for kind in making.available(case_of(desk, put_out))}


def test_nobody_has_signed_everything_before_the_last_hand(office: Office, put_out: UUID) -> None:
    desk = office.first
    hands.sign_one(desk, put_out, rows(desk, put_out)[0].key)
    with pytest.raises(DeskError, match="at the earliest") as told:
        settling.sign(desk, put_out, desk.today - timedelta(days=1))
    assert told.value.field == "signed_on"


def test_after_the_signing_no_signature_is_added_taken_out_or_put_back(office: Office, put_out: UUID) -> None:
    desk = office.first
    for at in (0, 1):
        hands.sign_one(desk, put_out, rows(desk, put_out)[at].key)
    first, second = case_of(desk, put_out).signatures
    on_screen.remove_signature(desk, put_out, second.id)
    late = signing(desk, put_out, -1)
    settling.sign(desk, put_out, desk.today)
    attempts: tuple[Callable[[], Changes], ...] = (
        lambda: on_screen.sign_on_screen(desk, put_out, late),
        lambda: on_screen.remove_signature(desk, put_out, first.id),
        lambda: history.restore(desk, put_out, "signatures", str(second.id)))
    for attempt in attempts:
        with pytest.raises(DeskError, match="was signed on"):
            attempt()
    assert [one.id for one in case_of(desk, put_out).signatures] == [first.id]


def test_what_a_hand_wrote_is_told_by_nothing_but_the_signed_copy(office: Office, put_out: UUID) -> None:
    """No word of the timeline tells it, no summary, and no other paper of the signing."""
    desk = office.first
    hands.sign_one(desk, put_out, rows(desk, put_out)[0].key)
    settling.sign(desk, put_out, desk.today)
    (signature,) = case_of(desk, put_out).signatures
    assert TABLES["signatures"].columns["strokes"].label == SILENT.label
    some = signature.strokes[40:60]
    told = [text_of(making.make(desk, put_out, name)) for name in ("mediation-agreement", "signed-copy",
                                                                    "performance-ledger")]
    told.append(summaries.look(desk, put_out, summaries.Wanted()).text)
    assert [text for text in told if some in text] == []


def test_what_was_begun_goes_on_after_the_desk_was_left(office: Office, put_out: UUID) -> None:
    hands.sign_one(office.first, put_out, rows(office.first, put_out)[0].key)
    later = hands.at(office.desk(), office.first.now + timedelta(hours=3))
    assert on_screen.look(later, put_out).signed == 1
    hands.sign_one(later, put_out, rows(later, put_out)[1].key)
    moments: list[datetime] = [one.signed_at for one in case_of(later, put_out).signatures]
    assert moments == sorted(moments) and len(set(moments)) == 2
