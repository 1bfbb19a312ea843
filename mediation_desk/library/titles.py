"""What a case is called in a line: who asks, and of whom; and what a paper's file is called."""

from __future__ import annotations

from mediation_desk.domain.case import Case
from mediation_desk.domain.planning.entries import CaseInBrief
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.domain.words import N_
from mediation_desk.library.words import Words

_NO_FILE = str.maketrans(dict.fromkeys('\\/:*?"<>|', " ") | dict.fromkeys(map(chr, range(32)), " "))
LONGEST = 200  # bytes of a file's name before its ending; most file systems take 255 in all


def of_row(words: Words, row: CaseRow | CaseInBrief) -> str:
    """A case as lists and searches call it; respondents that were not entered are left out."""
    asking = applicants(words, row.first_applicant, row.applicant_count)
    if not row.respondent_count:
        return asking
    asked = respondents(words, row.respondent, row.respondent_count, row.respondent_units)
    return words.fill(N_("{applicants} v. {respondents}"), {"applicants": asking, "respondents": asked})


def of_case(words: Words, case: Case) -> str:
    """A case as its own head calls it, which says too what was not entered."""
    if not case.parties:
        return words.translate(N_("No parties entered yet"))
    asking, asked = case.applicants, case.respondents
    units = sum(one.kind is PartyKind.ORGANISATION for one in asked)
    return words.fill(N_("{applicants} v. {respondents}"), {
        "applicants": applicants(words, asking[0].name if asking else "", len(asking)),
        "respondents": respondents(words, asked[0].name if asked else "", len(asked), units)})


def applicants(words: Words, first: str, count: int) -> str:
    """One applicant by name; several by the first and how many they are."""
    if not count:
        return words.translate(N_("No applicant yet"))
    name = first or words.translate(N_("No name yet"))
    return name if count == 1 else words.fill(N_("{name} et al. ({count})"), {"name": name, "count": count})


def respondents(words: Words, first: str, count: int, units: int) -> str:
    """One respondent by name; several by the first and how many; ``units`` of them are no people."""
    if not count:
        return words.translate(N_("(not entered)"))
    name = first or words.translate(N_("(no name yet)"))
    if count == 1:
        return name
    if units == count:
        return words.fill(N_("{name} et al. ({count} firms)"), {"name": name, "count": count})
    return words.fill(N_("{name} et al. ({count} respondents)"), {"name": name, "count": count})


def paper_file(words: Words, case: Case, paper: str, ending: str = ".pdf") -> str:
    """What a paper of a case is called on disk: by number, parties and paper, without signs that a
    file's name may not have; the parties give way where the name would be too long."""
    number, parties = _plain(case.number), _plain(of_case(words, case) if case.parties else "")
    over = len(" ".join((number, parties, paper)).encode()) - LONGEST
    if over > 0:
        parties = parties.encode()[:-over - len("…".encode())].decode(errors="ignore").rstrip() + "…"
    return " ".join(filter(None, (number, parties, _plain(paper)))) + ending


def numbered_file(number: str, paper: str, ending: str = ".pdf") -> str:
    """The same where only the case's number is known."""
    return f"{_plain(number)} {_plain(paper)}{ending}"


def _plain(text: str) -> str:
    return " ".join(text.translate(_NO_FILE).split()).strip(".")
