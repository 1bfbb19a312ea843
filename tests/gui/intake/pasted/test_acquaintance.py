"""The order and the people of a sheet are asked about once, and again where they change."""

from mediation_desk.domain.intake.spotting.sheet import Sheet
from mediation_desk.domain.vocabulary import PartyKind, Role, Source
from mediation_desk.gui.intake.pasted.acquaintance import Acquaintance
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.desks import settle


def test_each_is_asked_when_it_changes(desk: Desk, tasks: Tasks) -> None:
    parties = [registering.PartyDraft(Role.APPLICANT, "马国栋", particulars={"phone": "13897120456"}),
               registering.PartyDraft(Role.RESPONDENT, "西宁捷达快运有限公司", PartyKind.ORGANISATION)]
    draft = registering.IntakeDraft(desk.today, Source.HOTLINE, "1234567", parties=parties)
    registering.register(desk, draft)
    known: list[list[object]] = []
    met: list[dict[str, str]] = []
    made = Acquaintance(desk, tasks)
    made.known.connect(known.append)
    made.met.connect(met.append)
    sheet = Sheet().put("order", "1234567").put("applicant.0.name", "马国栋")
    made.look("一", sheet)
    made.look("一", sheet.put("title", "甲"))
    settle(tasks)
    assert [len(one) for one in known] == [1] and met == [{}], "a name alone is nobody known"
    named = sheet.put("respondent.0.name", "西宁捷达快运有限公司")
    made.look("一", named.put("applicant.0.phone", "13897120456"))
    settle(tasks)
    assert len(known) == 1 and met[-1]["applicant.0.name"].startswith("Known already: ")
    assert met[-1]["respondent.0.name"] == "This company: 1 case, 1 open"
    made.forget()
    made.look("一", sheet)
    settle(tasks)
    assert len(known) == 2
