"""Sixty couriers: paid by one transfer parted by hand, then by a statement of sixty lines, imported twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import perf_counter
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.payments.statements.columns import Whose, heading_row, holder_of, usual
from mediation_desk.domain.payments.statements.lines import Statement, read_lines
from mediation_desk.domain.payments.statements.matching import Strength, sure
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments.statements import files, matching
from mediation_desk.services.payments.statements.booking import Confirmed, Outcome, book_lines
from mediation_desk.services.payments.statements.matching import Found
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import settling
from tests.offices import Office
from tests.services.papers_desk import COMPANY, accepted, asked, case_of, terms
from tests.services.test_history import SIGNED

COURIERS = [f"骑手{first}{second}" for first in "甲乙丙丁戊己" for second in "一二三四五六七八九十"]
FIRST, SECOND = date(2024, 12, 10), date(2025, 1, 10)


def signed(desk: Desk) -> UUID:
    """Each is owed 2,000.01 on each of two days: 60 × 4,000.02 = 240,001.20."""
    case_id = asked(desk, accepted(desk, COURIERS, claims=("unpaid_wages",)), "4000.02")
    settling.draft(desk, case_id, terms("240001.20"))
    settling.sign(desk, case_id, SIGNED)
    return case_id


def statement(path: Path, amounts: dict[str, Money]) -> Path:
    """As a bank writes it: what stands above, headings of its own, a foreign line, GB 18030."""
    rows = [f"户名：{COMPANY}", "账号,6200000000000000000",
            "交易日期,交易时间,借方发生额(元),贷方发生额(元),对方户名,对方账号,摘要,交易流水号"]
    rows += [f'20250110,10:00:{at:02d},"{amount}",,{name},6222 0000 {at:04d},工资款,S{at:05d}'
             for at, (name, amount) in enumerate(amounts.items())]
    rows += ['2025-01-11,10:00:00,,"1,000.00",某客户,6222,货款,S90001', "合计,,,,,,,"]
    path.write_bytes("\r\n".join(rows).encode("gb18030"))
    return path


def looked_up(desk: Desk, path: Path) -> tuple[Statement, Found]:
    rows = files.read_file(path)[0].rows
    at = heading_row(rows)
    assert at == 2 and holder_of(rows, at) == COMPANY
    read = read_lines(rows, at, usual(rows[at], Whose.PAYER), Whose.PAYER)
    return read, matching.match(desk, read.lines, Whose.PAYER, COMPANY)


def confirm_the_sure(desk: Desk, found: Found) -> Outcome:
    """What a person does who ticks all sure matches and books them."""
    wanted = [(one.line, best) for one in found.lines if (best := sure(one.candidates))]
    return book_lines(desk, [Confirmed(line, best.case_id, best.worker_id, best.payer_id)
                             for line, best in wanted])


def test_one_transfer_by_hand_then_a_statement_of_sixty_lines_imported_twice(
        office: Office, tmp_path: Path) -> None:
    desk, case_id = office.first, signed(office.first)
    workers = case_of(desk, case_id).applicants
    before = booking.standing(desk, case_id)
    owed = {worker: share for worker, share, _received in before.workers}
    assert total(owed.values()) == before.outstanding == Money(24_000_120)

    began = perf_counter()
    half = tuple((one.id, Money(200_001)) for one in workers)
    booking.book(desk, case_id, PaymentDraft(FIRST, Money(60 * 200_001), parts=half))
    assert perf_counter() - began < 3
    paid = case_of(desk, case_id).payments
    assert len(paid) == 60 and len({one.transfer_id for one in paid}) == 1
    assert booking.standing(desk, case_id, FIRST).owed_today == ZERO
    booking.reverse_payments(desk, case_id, [one.id for one in paid], "转账被退回")
    assert booking.standing(desk, case_id) == before
    booking.book(desk, case_id, PaymentDraft(FIRST, Money(60 * 200_001), parts=half))

    path = statement(tmp_path / "流水.csv", {one.name: Money(200_001) for one in workers})
    read, found = looked_up(desk, path)
    assert (len(read.lines), len(read.unread), read.passed_over) == (60, 1, 1)
    assert read.unread[0].row == 65 and not case_of(desk, case_id).signed_agreement.debtors
    assert {one.candidates[0].strength for one in found.lines} == {Strength.STRONG}
    assert len(case_of(desk, case_id).payments) == 60, "nothing is booked by looking"
    outcome = confirm_the_sure(desk, found)
    assert (len(outcome.booked), outcome.refused, outcome.left) == (60, (), ())
    assert booking.standing(desk, case_id).outstanding == ZERO

    again = confirm_the_sure(desk, looked_up(desk, path)[1])
    assert again == Outcome()
    stale = confirm_the_sure(desk, found)  # a second window that looked before the first one booked
    assert len(stale.refused) == 60 and not stale.booked
    assert len(case_of(desk, case_id).payments) == 120
    assert {(one.booked.case_id, one.booked.paid_on) for one in looked_up(desk, path)[1].lines
            if one.booked} == {(case_id, SECOND)}

    wrong = next(one for one in case_of(desk, case_id).payments if one.bank_line)
    booking.reverse_payments(desk, case_id, [wrong.id], "付错了人")
    free = [one.line.fingerprint for one in looked_up(desk, path)[1].lines if not one.booked]
    assert free == [wrong.bank_line]
