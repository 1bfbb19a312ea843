"""What the papers of the sorting may say: elements, facts and issues, calculations, what lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import CaseView, OfficeView, PartyView, ShareTable
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element of a sheet: what each side states, the evidence, the finding.

    ``state`` is 无争议, 有争议, 单方陈述 or 待查; the caller writes values out as text.
    """

    name: str
    applicant: str = ""
    respondent: str = ""
    evidence: str = ""
    finding: str = ""
    state: str = ""
    burden: str = ""


@dataclass(frozen=True, slots=True)
class ElementGroup:
    """Elements under one heading: the whole case, or one worker."""

    title: str
    rows: tuple[ElementRow, ...]


@dataclass(frozen=True, slots=True)
class ElementSheet(Paper):
    """要素表: combined (``worker`` None) or of one worker."""

    TEMPLATE = "element-sheet"
    office: OfficeView
    case: CaseView
    dispute: str
    groups: tuple[ElementGroup, ...]
    made_on: date
    worker: str | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact that both sides agree on, with whom it concerns and how it is shown."""

    fact: str
    concerns: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue in dispute and its stake: what the claims change by when it alone is decided."""

    issue: str
    applicant: str
    respondent: str
    workers: int
    stake: Money
    articles: str = ""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What the claims come to on one version: whose, how much (None: nothing yet), what is left out."""

    label: str
    amount: Money | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class VerifyRow:
    """A matter to verify: what would prove it and who must bring that."""

    matter: str
    proof: str
    burden: str


@dataclass(frozen=True, slots=True)
class SortingRecord(Paper):
    """无争议事实及争议焦点记录: what is agreed, disputed (with stakes), to be verified."""

    TEMPLATE = "sorting-record"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    agreed: tuple[FactRow, ...]
    issues: tuple[IssueRow, ...]
    to_verify: tuple[VerifyRow, ...]
    versions: tuple[VersionRow, ...]
    made_on: date


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a calculation, with its numbers and its article."""

    label: str
    formula: str
    result: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class CalculationView:
    """How one claim of one worker was computed, and what to beware of; no ``amount`` where it waits."""

    worker: str
    claim: str
    steps: tuple[StepRow, ...]
    amount: Money | None
    claimed: Money | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalculationSheet(Paper):
    """核算表: every claim with its steps, numbers and articles; ``basis`` says whose facts."""

    TEMPLATE = "calculation-sheet"
    office: OfficeView
    case: CaseView
    basis: str
    calculations: tuple[CalculationView, ...]
    shares: ShareTable
    made_on: date


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor of control: each side's account, the evidence, where it points.

    ``points`` is 倾向劳动关系, 倾向不完全符合, 倾向民事关系 or 待查.
    """

    factor: str
    applicant: str = ""
    respondent: str = ""
    evidence: str = ""
    points: str = "待查"


@dataclass(frozen=True, slots=True)
class RelationshipAssessment(Paper):
    """劳动关系要素评估表: the factors laid out, and the mediator's own conclusion."""

    TEMPLATE = "relationship-assessment"
    office: OfficeView
    case: CaseView
    workers: tuple[str, ...]
    factors: tuple[FactorRow, ...]
    missing: tuple[str, ...]
    conclusion: str | None
    reasons: str | None
    assessed_by: str
    made_on: date


@dataclass(frozen=True, slots=True)
class OutlookRow:
    """One claim before an arbitrator: the range on the law, whether final, what must be proved.

    ``known``: whether it can be computed yet; ``differs``: places differ on whether it is final.
    ``low`` or ``high`` is None while that side has not stated its version.
    """

    claim: str
    claimed: Money
    low: Money | None
    high: Money | None
    final: bool
    to_prove: str
    burden: str
    differs: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of the road through arbitration and the courts, with how long it takes."""

    stage: str
    period: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ArbitrationOutlook(Paper):
    """仲裁风险提示: for one side's private talk. ``side`` is 申请人 or 被申请人."""

    TEMPLATE = "arbitration-outlook"
    office: OfficeView
    case: CaseView
    side: str
    rows: tuple[OutlookRow, ...]
    claimed: Money
    low: Money | None
    high: Money | None
    final_ceiling: Money
    stages: tuple[StageRow, ...]
    risks: tuple[str, ...]
    made_on: date
