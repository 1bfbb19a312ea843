"""Can it be paid? The answers are kept with the terms, and what this store knows of the company is said."""

from mediation_desk.domain.performance.record import Record
from mediation_desk.gui.case.settlement.payable import words_of
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import keep, page_of, set_first_day


def test_the_answers_are_kept_with_the_terms_and_can_be_taken_back(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.type(page.terms.form.field("paid_from"), "platform settlement of December")
    keep(room, page)
    kept = room.case.agreement
    assert kept and (kept.paid_from, kept.account_holder) == ("platform settlement of December", None)
    room.type(page.terms.form.field("paid_from"), "")
    keep(room, page)
    kept = room.case.agreement
    assert kept and kept.paid_from is None


def test_a_company_without_earlier_agreements_has_no_record_to_show(room: Room) -> None:
    assert page_of(room).terms.payable.record.isHidden()


def test_the_record_is_figures_alone(room: Room) -> None:
    assert words_of(Record(kept=2, late=1, broken=1)) == (
        "This store knows 4 earlier agreements of the company: 2 kept, 1 paid late, 1 broken, "
        "0 still running.")
    page = page_of(room)
    page.terms.payable.show_record(Record(kept=1))
    assert "1 earlier agreement of the company: 1 kept" in page.terms.payable.record.text()
    assert page.terms.payable.record.isVisible()
