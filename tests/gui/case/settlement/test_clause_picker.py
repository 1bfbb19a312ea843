"""A clause is chosen: when it fits is said, its places are asked, and what contradicts it keeps it out."""

from __future__ import annotations

from mediation_desk.domain.vocabulary import DefaultClause
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import page_of


def test_a_clause_says_when_it_fits_and_asks_a_day_as_a_day(room: Room) -> None:
    page = page_of(room)
    picker = page.terms._late.picker
    assert picker.isHidden()
    room.choose(page.terms.insert, page.terms.insert.combo.findText("用工关系终止"))
    assert "用工关系已经终止" in picker.fits.text() and picker.form
    room.type(picker.form.field("ended_on"), "2024-10-31")
    room.type(picker.form.field("days"), "3")
    room.click(picker.put_in)
    assert "已于2024年10月31日终止；被申请人应自本协议生效之日起3日内" in page.terms.other.typed()
    assert picker.isHidden() and page.terms.insert.typed() == ""
    room.choose(page.terms.insert, page.terms.insert.combo.findText("用工关系终止"))
    assert "already" in picker.against.text() and not picker.put_in.isEnabled()
    room.click(picker.leave)
    assert picker.isHidden()


def test_the_office_fills_its_own_name_and_the_consequence_may_contradict(room: Room) -> None:
    page = page_of(room)
    picker = page.terms._late.picker
    room.choose(page.terms.insert, page.terms.insert.combo.findText("付款凭证"))
    assert picker.form and picker.form.field("office").value() == room.desk.settings.name
    room.choose(page.terms.insert, page.terms.insert.combo.findText("宽限期"))
    assert "加速到期" in picker.against.text() and not picker.put_in.isEnabled()
    room.choose(page.terms.clause, list(DefaultClause).index(DefaultClause.NONE))
    room.choose(page.terms.insert, page.terms.insert.combo.findText("宽限期"))
    assert picker.put_in.isEnabled() and picker.against.isHidden()
