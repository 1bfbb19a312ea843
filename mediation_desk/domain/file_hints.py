"""What the program sees for itself of the points of a file: a hint for whoever answers, never the answer."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_desk.domain.case import Case
from mediation_desk.domain.deciding import lacking
from mediation_desk.domain.vocabulary import FilePoint
from mediation_desk.domain.words import N_, Sentence, by_count, say


def hints(case: Case, exhibits: int, printed: int) -> Mapping[FilePoint, Sentence]:
    """A sentence on each point. ``exhibits``: how many are filed; ``printed``: how many papers the store
    keeps byte for byte."""
    return {FilePoint.ACCEPTED: _accepted(case), FilePoint.MATERIALS: _materials(case),
            FilePoint.FORMS: say(by_count(N_("1 paper is kept byte for byte."),
                                          N_("{count} papers are kept byte for byte."), printed),
                                 count=printed),
            FilePoint.EVIDENCE: _evidence(exhibits),
            FilePoint.AGREEMENT: _agreement(case), FilePoint.VISIT: _visit(case),
            FilePoint.BOUND: say(N_("The program does not see the paper file."))}


def _accepted(case: Case) -> Sentence:
    if case.accepted_on is None:
        return say(N_("It was not accepted."))
    consented = [day for day in (case.applicants_agree_on, case.respondents_agree_on) if day]
    if len(consented) < 2:
        return say(N_("Accepted on {day}; the day of a side's consent is not entered."), day=case.accepted_on)
    return say(N_("Accepted on {day}; both sides had consented by {last}."), day=case.accepted_on,
               last=max(consented))


def _materials(case: Case) -> Sentence:
    wanting = lacking(case)
    if wanting:
        return say(N_("Its papers lack: {what}"), what=wanting[0].sentence)
    without = [one.name for one in (*case.applicants, *case.respondents)
               if not (one.id_number or one.credit_code)]
    if without:
        return say(N_("No identity number or code is entered for {names}."), names=without)
    return say(N_("Everybody's identity number or code is entered."))


def _evidence(exhibits: int) -> Sentence:
    if not exhibits:
        return say(N_("No exhibit is filed."))
    return say(by_count(N_("1 exhibit is filed."), N_("{count} exhibits are filed."), exhibits),
               count=exhibits)


def _agreement(case: Case) -> Sentence:
    signed_on = case.first_signed_on
    if signed_on is None:
        return say(N_("No agreement was signed."))
    return say(N_("The agreement was signed on {day}."), day=signed_on)


def _visit(case: Case) -> Sentence:
    if not case.visits:
        return say(N_("No return visit is recorded."))
    return say(by_count(N_("1 return visit is recorded, on {day}."),
                        N_("{count} return visits are recorded, the last on {day}."), len(case.visits)),
               count=len(case.visits), day=case.visits[-1].visited_on)
