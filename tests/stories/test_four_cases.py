"""Every paper of a case, for four matters, as PDF and as DOCX: read back and held against the case itself."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from uuid import UUID

import docx
import pytest
from pypdf import PdfReader

from mediation_desk.documents.render import docx as as_docx
from mediation_desk.domain.case import Case
from mediation_desk.library.forms import NO_OVERRIDES, document_template
from mediation_desk.services.papers import making, whole_case
from mediation_desk.services.papers.told import Told, Wanted
from tests.offices import embedded_place
from tests.offices import office as founded_office
from tests.services.papers_desk import copies, headed
from tests.stories.four_cases import MATTERS, NOW, Walked, walked

NEVER = {"signed-copy", "signing-checks", "referral-letter"}  # not of this walk; they have tests beside
OF_ONE = {"payment-order-application", "invitation"}  # else a page or more for each of sixty
WITHOUT_NAMES = {"arbitration-outlook"}  # for one side, whoever it is
NO_PLACEHOLDER = re.compile(
    r"None|undefined|Undefined|Blank\(|\{\{|\}\}|\{%|%\}|UUID|[\ue000-\uf8ff]|\ufffd|�|□□|。。|，，|、、|；；|：：|"
    r"，。|、。|；。|：。|（）|“”|《》|（[，、。]|nan|NaN|一期一期|二期支付|（单位）|超期")
AMOUNT = re.compile(r"\d[\d,]*\.\d\d")
OF_THE_WHOLE_CASE = {maker.template for maker in whole_case.makers()}
"""They are tried in four cases of their own (tests/services/papers/test_whole_case.py)."""
TEMPLATES = sorted({*making._makers(NO_OVERRIDES)} - OF_THE_WHOLE_CASE)


@pytest.fixture(scope="module", params=MATTERS, ids=lambda matter: matter.name)
def matter(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    folder = tmp_path_factory.mktemp(request.param.name)
    with founded_office(embedded_place(folder), folder / "notes") as office:
        office.clock.set(NOW.year, NOW.month, NOW.day)
        yield walked(headed(office.first), request.param)


def read(pdf: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return re.sub(r"\s+", "", "".join(pages))


def written(walk: Walked, case: Case, template: str, wanted: Wanted) -> str:
    """The same copy as DOCX, read back."""
    maker = making._maker(template)
    with walk.desk.case_reading(case.id) as (work, whole):
        view = maker.view(Told.of(walk.desk, work, whole, wanted, exhibits=maker.with_exhibits))
    document = docx.Document(io.BytesIO(as_docx(document_template(template), view, created=walk.desk.now)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in _once(row.cells)]
    return re.sub(r"\s+", "", "".join([*(line.text for line in document.paragraphs), *cells]))


def _once(cells: tuple[docx.table._Cell, ...]) -> Iterator[docx.table._Cell]:
    known: set[int] = set()
    for cell in cells:
        if id(cell._tc) not in known:
            known.add(id(cell._tc))
            yield cell


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_paper_says_in_both_kinds_of_file_what_the_case_has_and_nothing_unmeant(
        matter: Walked, template: str) -> None:
    case = matter.case_for(template)
    if template in NEVER:
        return
    assert case is not None, "no stage of the walk offers it"
    kind = making.kind(template)
    chosen = copies(case, kind)["session" in kind.copies and template != "invitation"]
    if template in OF_ONE:
        chosen = {"worker": case.applicants[0].id}
    made = making.make(matter.desk, case.id, template, **chosen)
    text, word = read(made.pdf), written(matter, case, template, Wanted(**chosen))
    for said in (text, word):
        assert NO_PLACEHOLDER.findall(said) == []
    names = (*matter.matter.workers, *matter.matter.companies)
    assert template in WITHOUT_NAMES or any(name in text for name in names)
    assert case.number in text
    assert set(AMOUNT.findall(text)) == set(AMOUNT.findall(word))


def test_the_agreement_has_every_worker_account_share_and_total(matter: Walked) -> None:
    case = matter.case_for("performance-ledger")
    assert case is not None
    pdf = making.make(matter.desk, case.id, "mediation-agreement").pdf
    text, made = read(pdf), case.signed_agreement
    for worker in case.applicants:
        assert worker.name in text and worker.id_number in text and worker.phone in text
        assert worker.bank_account.split()[-1] in text
    for company in case.respondents:
        assert company.name in text and company.credit_code in text
    for amount in (made.total, case.claimed, *(one.amount for one in made.instalments),
                   *(one.amount for one in made.shares),
                   *(one.amount for each in made.instalments for one in each.shares)):
        assert str(amount) in text
    sizes = [page.mediabox for page in PdfReader(io.BytesIO(pdf)).pages]
    body = sum(size.width < size.height for size in sizes)
    assert body <= 5 and (body == len(sizes)) is (len(case.applicants) < 10)
    assert len(sizes) <= 9


def test_a_letter_says_you_as_one_speaks_to_whom_it_is_for(matter: Walked) -> None:
    case = matter.case_for("acceptance-notice")
    assert case is not None

    def notice(key: UUID | None, at: int) -> str:
        wanted = copies(case, making.kind("acceptance-notice"))  # the sides, then each worker
        return read(making.make(matter.desk, case.id, "acceptance-notice", **wanted[at]).pdf) if key else ""

    ours, theirs = notice(case.id, 1), notice(case.id, 2)
    several = len(case.applicants) > 1
    assert ("你们与" in ours) is several and ("你与" in ours) is not several
    assert ("你们因" in theirs or "与你们因" in theirs) is (len(case.respondents) > 1)
    assert ("你单位" in theirs) is (len(case.respondents) == 1)
