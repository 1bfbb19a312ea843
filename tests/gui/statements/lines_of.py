"""Lines as the services find them, for tests of how they are shown."""

from datetime import date
from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.statements.lines import Line, Unread
from mediation_desk.domain.payments.statements.matching import Candidate, Reason
from mediation_desk.domain.words import DeskError
from mediation_desk.services.payments.statements.matching import Booked, Matched

DAY = date(2025, 1, 10)
CASE, WORKER, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
STRONG = Candidate(CASE, "〔2024〕0001号", WORKER, None, (Reason.NAME, Reason.AMOUNT))
FAIR = Candidate(CASE, "〔2024〕0002号", OTHER, None, (Reason.NAME,))
NAMES = {WORKER: "马成", OTHER: "韩雪"}
UNREAD = Unread(6, "合计", DeskError("There is no day in this row."))


def line(row: int) -> Line:
    return Line(row, DAY, yuan("500"), True, "马成", "6222000011112222", "工资", fingerprint=f"{row:064x}")


MATCHED = [Matched(line(2), None, (STRONG, FAIR)), Matched(line(3), None, (FAIR,)), Matched(line(4), None),
           Matched(line(5), Booked(None, "", DAY))]
