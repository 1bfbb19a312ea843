"""The three levels, corrections, and who may look."""

import io
import re

import pytest
from pypdf import PdfReader

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.levels import Corrections, Level
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.services import editing, reading
from mediation_desk.services.editing import Edit
from mediation_desk.services.reports import summaries
from mediation_desk.services.reports.summaries import Wanted
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import registered
from tests.services.reports.conftest import Walked

PUBLISHED = Wanted(Level.PUBLISHED, Rounding.THOUSAND)
TYPED = "经理王建华说下月付，温若晴微信wrq_1990，电话１３８ 9712 3456，住南大街12号。"


def typed_case(walked: Walked, facts: str = TYPED) -> object:
    case_id = registered(walked.desk)
    case = reading.case(walked.desk, case_id).case
    editing.save(walked.desk, case_id, [
        Edit("case", case_id, "facts_in_brief", case.facts_in_brief, facts),
        Edit("party", case.applicants[0].id, "phone", "", "13897123456")])
    return case_id


def test_inside_numbers_are_whole_or_masked(walked: Walked) -> None:
    full, masked = (summaries.look(walked.desk, walked.case_id, Wanted(level), Corrections()).text
                    for level in (Level.FULL, Level.MASKED))
    assert "639999199803120629" in full and "19900000001" in full
    assert "639999********0629" in masked and "199****0001" in masked
    assert not re.search("639999199803120629|19900000001", masked) and "马晓岚" in masked


def test_nobody_is_named_in_what_is_published(walked: Walked) -> None:
    made = summaries.look(walked.desk, walked.case_id, PUBLISHED, Corrections())
    for party in reading.case(walked.desk, walked.case_id).case.parties:
        for value in (party.name, party.phone, party.id_number, party.address, party.credit_code):
            assert not value or value not in made.text
    assert "陈守信" not in made.text and "西宁" not in made.text and not re.search("月[0-9]+日", made.text)
    assert made.is_clean and ("马晓岚", "马某") in {(one.was, one.by) for one in made.replaced}


def test_what_people_typed_is_cleared_and_strangers_are_marked(walked: Walked) -> None:
    made = summaries.look(walked.desk, typed_case(walked), PUBLISHED, Corrections())  # type: ignore[arg-type]
    assert "经理王建华说下月付，温某微信（略），电话（号码略）" in made.text
    assert [(one.trace.found, one.trace.sure) for one in made.found] == [("王建华", False), ("南大街", False)]
    assert not made.is_clean


def test_marks_that_were_looked_at_are_gone_and_words_and_passages_are_corrected(walked: Walked) -> None:
    case_id = typed_case(walked)
    made, known = summaries.looked(walked.desk, case_id, PUBLISHED)  # type: ignore[arg-type]
    passage = next(one for one in made.passages if "王建华" in one)
    known = known.put("王建华", "一名主管").look_at("南大街")
    summaries.correct(walked.desk, case_id, known)  # type: ignore[arg-type]
    made, known = summaries.looked(walked.desk, case_id, PUBLISHED)  # type: ignore[arg-type]
    assert "经理一名主管说下月付" in made.text and made.is_clean
    passage = next(one for one in made.passages if "一名主管" in one)
    known = known.rewrite(passage, "主管说下月付，张某三是温若晴的同事。")
    made = summaries.look(walked.desk, case_id, PUBLISHED, known)  # type: ignore[arg-type]
    assert "主管说下月付" in made.text
    assert "温若晴" in [one.trace.found for one in made.found]  # what was written anew is searched too


def test_a_confidential_case_is_never_clean(walked: Walked) -> None:
    case_id = registered(walked.desk)
    editing.save(walked.desk, case_id, [Edit("case", case_id, "confidential", False, True)])
    assert not summaries.look(walked.desk, case_id, PUBLISHED, Corrections()).is_clean


def test_a_preview_of_what_is_not_released_says_so_on_every_page(walked: Walked) -> None:
    made = summaries.look(walked.desk, walked.case_id, PUBLISHED, Corrections())
    pages = PdfReader(io.BytesIO(summaries.preview(walked.desk, made))).pages
    assert all("未经审核" in page.extract_text() for page in pages)
    assert "城中区" not in "".join(page.extract_text() for page in pages)


def test_a_colleague_and_an_administrator_look_at_nothing(walked: Walked) -> None:
    for login, role in (("mei", Role.MEDIATOR), ("adm", Role.ADMINISTRATOR)):
        colleague(walked.office, login, role)
        with pytest.raises(NotAllowed):
            summaries.look(walked.office.desk(login, LENT), walked.case_id, Wanted())
