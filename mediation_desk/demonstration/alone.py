"""What the streamers and their company say alone in the demonstration; and each side's options on paper."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from mediation_desk.demonstration.streamers import RECEIVED
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus, releasing
from mediation_desk.services.papers import making

SHEET = "options-sheet"
SAID = (
    (Side.APPLICANT, SealedKind.NOTE, "五人商量过一起进退；马晓岚最着急用钱，韩雨桐下月要去外地上班"),
    (Side.APPLICANT, SealedKind.INTEREST, "房租月底要交，最怕拖过年；想要离职证明，好找下一份工作"),
    (Side.APPLICANT, SealedKind.ADMISSION, "李向东10月有两天请假没有上播"),
    (Side.RESPONDENT, SealedKind.NOTE, "账上月底才有回款，一次拿不出三万"),
    (Side.RESPONDENT, SealedKind.INTEREST, "怕其他主播跟着要；希望不要影响下一季签约"),
    (Side.RESPONDENT, SealedKind.ADMISSION, "10月的钱确实没有发"),
)
TOLD = "公司承认10月的款项没有发放"


def talk(desk: Desk, case_id: UUID) -> None:
    """Each side's notes, worries and admissions, minute by minute; the company's admission may be told."""
    for minute, (side, kind, text) in enumerate(SAID, start=1):
        caucus.note(_at(desk, minute), case_id, side, text, kind=kind)
    caucus.set_bottom_line(_at(desk, 10), case_id, Side.APPLICANT, yuan("29000"), most_instalments=2,
                           first_share=yuan("14000"), last_on=date(2025, 1, 25), conditions="出具离职证明",
                           text="钱可以少一点，不能再拖")
    admitted = caucus.talk(desk, case_id).of(Side.RESPONDENT, SealedKind.ADMISSION)[-1]
    releasing.release_fact(_at(desk, 11), case_id, admitted.id, TOLD)


def _at(desk: Desk, minute: int) -> Desk:
    """The same desk so many minutes later."""
    return _when(desk, desk.now + timedelta(minutes=minute))


def _when(desk: Desk, at: datetime) -> Desk:
    made = copy(desk)
    made.clock = lambda: at
    return made


def sheets(desk: Desk, case_id: UUID, folder: Path) -> Iterator[Path]:
    """Each side's options sheet, as it is handed over on that day."""
    that_day = _when(desk, datetime.combine(RECEIVED, time(8), UTC))
    for side in Side:
        file = folder / f"{SHEET}-{side.value}.pdf"
        file.write_bytes(making.make(that_day, case_id, SHEET, side=side).pdf)
        yield file
