"""The register of what can be done to a case: in which stage, and what is said where it cannot."""

from datetime import date

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.leaning import tables_of
from mediation_desk.domain.verbs import DECIDED, OPEN, OVER, VERBS, Stage, Undoing, may_now, require, stage_of
from mediation_desk.domain.vocabulary import Outcome, Refusal, Status
from mediation_desk.domain.words import DeskError
from tests.domain import cases


def voided() -> Case:
    case = cases.received()
    case.void(cases.DAY, "误立")
    return case


def over(outcome: Outcome) -> Case:
    case = cases.received() if outcome is Outcome.REFUSED else cases.accepted()
    if outcome is Outcome.REFUSED:
        case.refuse(cases.DAY, Refusal.OUT_OF_SCOPE, "")
    else:
        case.close(date(2024, 12, 20), outcome, "说明", owed=cases.signed().claimed, referred_to="某仲裁委")
    return case


def at(stage: Stage) -> Case:
    outcomes = {Stage.CLOSED: Outcome.NO_AGREEMENT, Stage.REFUSED: Outcome.REFUSED,
                Stage.WITHDRAWN: Outcome.WITHDRAWN, Stage.REFERRED: Outcome.REFERRED}
    if stage in outcomes:
        return over(outcomes[stage])
    made = {Stage.VOIDED: voided, Stage.RECEIVED: cases.received, Stage.ACCEPTED: cases.accepted,
            Stage.SIGNED: cases.signed}
    return made[stage]()


@pytest.mark.parametrize("stage", list(Stage))
def test_every_case_is_in_one_stage(stage: Stage) -> None:
    assert stage_of(at(stage)) is stage


def test_every_status_has_its_stage() -> None:
    assert len(OVER) == len(Status) - 1 and set(Stage) == OVER | OPEN


@pytest.mark.parametrize(("verb", "stage", "said"), [
    ("say", Stage.RECEIVED, "Accept the case first"),
    ("accept", Stage.ACCEPTED, "was accepted on 2024-11-25"),
    ("refuse", Stage.ACCEPTED, "end it under Closing instead"),
    ("set_claims", Stage.SIGNED, "signed on 2024-12-03"),
    ("accept_offer", Stage.SIGNED, "signed on 2024-12-03"),
    ("book_payment", Stage.ACCEPTED, "no signed agreement"),
    ("book_payment", Stage.RECEIVED, "no signed agreement"),
    ("reopen_case", Stage.SIGNED, "The case is open"),
    ("void_case", Stage.SIGNED, "close the case with its outcome"),
    ("edit", Stage.VOIDED, "Reopen it with a reason"),
    ("set_claims", Stage.WITHDRAWN, "Reopen it with a reason"),
])
def test_what_cannot_be_done_is_refused_in_words(verb: str, stage: Stage, said: str) -> None:
    case = at(stage)
    assert not may_now(case, verb)
    with pytest.raises(DeskError, match=said):
        require(case, verb)


@pytest.mark.parametrize("verb", list(VERBS))
def test_every_verb_is_possible_somewhere_and_refused_elsewhere_in_words(verb: str) -> None:
    assert VERBS[verb].id == verb and VERBS[verb].words and VERBS[verb].stages
    for stage in Stage:
        case = at(stage)
        if may_now(case, verb) or (VERBS[verb].completes and stage in DECIDED):
            require(case, verb)
        else:
            with pytest.raises(DeskError):
                require(case, verb)


def test_after_the_signature_nothing_of_what_was_signed_can_be_changed() -> None:
    may = {verb for verb, known in VERBS.items() if Stage.SIGNED in known.stages}
    assert may.isdisjoint({"set_claims", "ask_amounts", "ask_computed", "say", "admit", "weigh_factor",
                           "make_offer", "remove_offer", "accept_offer", "release_offer", "take_back_offer",
                           "adopt_proposal",
                           "draft_agreement", "sign_agreement", "accept", "refuse", "extend"})


def test_verbs_name_tables_that_there_are() -> None:
    tables = {*tables_of(cases.signed()), "cases", "sealed_items", "case_key_wraps", "case_holders"}
    named = {spec.partition(".")[0] for verb in VERBS.values()
             for spec in verb.rests_on | verb.follows | verb.carries}
    assert named <= tables


def test_undo_stops_at_signatures_and_endings_and_keys() -> None:
    def of(how: Undoing) -> set[str]:
        return {verb.id for verb in VERBS.values() if verb.undoing is how}

    assert of(Undoing.FINAL) == {"register_case", "refuse", "sign_agreement", "close_case", "reopen_case",
                                 "sign_supplement",
                                 "remove_mediator", "void_case", "take_back", "take_package"}
    assert of(Undoing.SHARED) == {"add_mediator", "let_in", "recover_seal", "renew_key", "open_bag",
                                  "bring_home", "take_back_home", "receive_case", "show_told",
                                  "write_receipt", "answer_package"}
    assert of(Undoing.ASIDE) == {"unmask", "put_out_agreement", "put_out_supplement", "remind",
                                 "prepare_paper", "check_out", "export_file", "copy_field",
                                 "release_summary", "hand_to_office", "write_package"}
