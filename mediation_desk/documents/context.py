"""What a paper is told about the case: plain frozen views, one class per template.

Every template in ``forms/documents/`` is fed by one class here whose ``TEMPLATE`` names it; the
class's fields are the names that the template may use. Amounts stay :class:`Money` and days stay
``date``; the templates' filters write them out. None (or an empty text) means "not known": a
template may ask ``{% if party.phone %}``, but printing it is an error that names the field.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mediation_desk.domain.money import ZERO, Money

# --- shared views ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfficeView:
    """The office that prints: its name, its seal, where it sits, and whom it points to.

    ``arbitration_commission`` and ``court`` are the names of the bodies with jurisdiction.
    """

    name: str
    seal_name: str
    address: str = ""
    phone: str = ""
    arbitration_commission: str = "有管辖权的劳动人事争议仲裁委员会"
    court: str = "有管辖权的人民法院"


@dataclass(frozen=True, slots=True)
class AgentView:
    """Who acts for a party. ``role`` is the Chinese word: 委托代理人, 推举代表, 法定代理人."""

    name: str
    role: str = "委托代理人"
    sex: str = ""
    id_number: str = ""
    organisation: str = ""
    post: str = ""
    phone: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with all particulars; ``person`` tells individuals from organisations.

    ``role`` is the Chinese word with its ordinal where there are several: 申请人, 申请人一.
    ``short`` is how tables name the party (the name itself if left empty).
    """

    role: str
    name: str
    person: bool = True
    short: str = ""
    sex: str = ""
    born_on: date | None = None
    ethnicity: str = ""
    id_kind: str = "公民身份号码"
    id_number: str = ""
    occupation: str = ""
    address: str = ""
    phone: str = ""
    credit_code: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    agents: tuple[AgentView, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseView:
    """The case as every paper names it. ``due_on`` is the last day of the mediation period."""

    number: str
    cause: str
    received_on: date
    accepted_on: date | None = None
    due_on: date | None = None
    source: str = ""
    source_number: str = ""
    kind_of_work: str = ""
    platform: str = ""
    employer: str = ""
    applicants_short: str = ""
    respondents_short: str = ""
    mediators: tuple[str, ...] = ()
    recorder: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of one worker. ``period`` is said in words; ``settled`` is None until agreed."""

    worker: str
    name: str
    claimed: Money
    period: str = ""
    computed: Money | None = None
    settled: Money | None = None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one worker claimed and receives; ``amounts`` follow :attr:`ShareTable.claims`, None where
    nothing can be computed yet."""

    worker: str
    claimed: Money
    amounts: tuple[Money | None, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class ShareTable:
    """The result per worker and claim; ``amounts`` and ``total`` are the column sums."""

    claims: tuple[str, ...]
    rows: tuple[ShareRow, ...]
    claimed: Money
    amounts: tuple[Money, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class InstalmentRow:
    """One instalment; ``shares`` follow :attr:`Schedule.workers`."""

    ordinal: int
    due_on: date
    amount: Money
    shares: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """All instalments; ``totals`` are the sums per worker, ``total`` is the whole."""

    workers: tuple[str, ...]
    rows: tuple[InstalmentRow, ...]
    totals: tuple[Money, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class PayeeRow:
    """Where a worker is paid; the account as the worker gave it."""

    worker: str
    bank: str
    account: str


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as it stands in this agreement, its places already filled."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One exhibit: who gave it, what it is meant to prove."""

    number: str
    name: str
    given_by: str = ""
    proves: str = ""
    form: str = ""


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
class PaymentRow:
    """One payment received. ``days_late`` is 0 when on time or early."""

    paid_on: date
    amount: Money
    method: str
    voucher: str = ""
    days_late: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One instalment with its payments; ``state`` is 已付清, 部分支付, 未到期 or 逾期."""

    ordinal: int
    due_on: date
    due: Money
    payments: tuple[PaymentRow, ...]
    paid: Money
    balance: Money
    state: str
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class UrgeRow:
    """One reminder to pay: when, how, by whom, and what was answered."""

    on: date
    manner: str
    by: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Who was at a session, and as what (调解员, 法律援助律师, 申请人 ...)."""

    role: str
    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class StatementView:
    """What one speaker said in a joint session."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class VisitView:
    """A return visit to one party; ``satisfaction`` is 满意, 基本满意 or 不满意."""

    party: str
    on: date
    manner: str
    by: str
    performance: str
    satisfaction: str
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class RemedyView:
    """A way that stays open when mediation ends: what, where, until when."""

    way: str
    where: str
    until: str = ""


# --- one class per template -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MediationAgreement:
    """调解协议书: what was agreed, who pays whom how much and when, and what follows."""

    TEMPLATE: ClassVar[str] = "mediation-agreement"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    third_parties: tuple[PartyView, ...]
    claims: tuple[ClaimRow, ...]
    claimed: Money
    facts: tuple[str, ...]
    issues: tuple[str, ...]
    responsibilities: tuple[str, ...]
    shares: ShareTable
    schedule: Schedule
    manner: str
    payees: tuple[PayeeRow, ...]
    clauses: tuple[ClauseView, ...]
    copies: int
    place: str | None = None
    effective_on: date | None = None
    review_until: date | None = None
    confirmation_until: date | None = None
    judicial_confirmation: bool = True
    payment_order: bool = True
    unannounced: str | None = None


@dataclass(frozen=True, slots=True)
class AcceptanceNotice:
    """受理通知书: the case is taken in; until when, by whom, and what to bring."""

    TEMPLATE: ClassVar[str] = "acceptance-notice"
    office: OfficeView
    case: CaseView
    recipient: PartyView
    opponents: tuple[str, ...]
    mediator_phone: str
    materials: tuple[str, ...]
    issued_on: date
    session_at: str | None = None
    session_place: str | None = None


@dataclass(frozen=True, slots=True)
class RefusalNotice:
    """不予受理通知书: why the case is not taken in, and which ways stay open."""

    TEMPLATE: ClassVar[str] = "refusal-notice"
    office: OfficeView
    case: CaseView
    recipient: PartyView
    opponents: tuple[str, ...]
    reason: str
    articles: tuple[str, ...]
    remedies: tuple[RemedyView, ...]
    issued_on: date
    limitation_until: date | None = None


@dataclass(frozen=True, slots=True)
class RightsNotice:
    """权利义务告知书: a party's rights and duties in mediation, signed for."""

    TEMPLATE: ClassVar[str] = "rights-notice"
    office: OfficeView
    case: CaseView
    recipients: tuple[PartyView, ...]
    confidential: bool
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class IntakeRegister:
    """受理登记表: the one-stop intake, or the record of an oral application."""

    TEMPLATE: ClassVar[str] = "intake-register"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    claims: tuple[ClaimRow, ...]
    claimed: Money
    facts: str
    oral: bool
    confidential: bool
    registrar: str
    evidence: tuple[EvidenceRow, ...] = ()
    respondent_consents_on: date | None = None
    opinion: str | None = None


@dataclass(frozen=True, slots=True)
class MediationRecord:
    """调解笔录: a joint session. What a side says alone never comes here."""

    TEMPLATE: ClassVar[str] = "mediation-record"
    office: OfficeView
    case: CaseView
    ordinal: int
    held_on: date
    began: str
    ended: str
    place: str
    manner: str
    attendees: tuple[AttendeeRow, ...]
    statements: tuple[StatementView, ...]
    agreed: tuple[str, ...]
    issues: tuple[str, ...]
    proposals: tuple[str, ...]
    result: str
    rights_told: bool = True
    remedies: tuple[RemedyView, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementSheet:
    """要素表: combined (``worker`` None) or of one worker."""

    TEMPLATE: ClassVar[str] = "element-sheet"
    office: OfficeView
    case: CaseView
    dispute: str
    groups: tuple[ElementGroup, ...]
    made_on: date
    worker: str | None = None


@dataclass(frozen=True, slots=True)
class SortingRecord:
    """无争议事实及争议焦点记录: what is agreed, disputed (with stakes), to be verified."""

    TEMPLATE: ClassVar[str] = "sorting-record"
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
class CalculationSheet:
    """核算表: every claim with its steps, numbers and articles; ``basis`` says whose facts."""

    TEMPLATE: ClassVar[str] = "calculation-sheet"
    office: OfficeView
    case: CaseView
    basis: str
    calculations: tuple[CalculationView, ...]
    shares: ShareTable
    made_on: date


@dataclass(frozen=True, slots=True)
class RelationshipAssessment:
    """劳动关系要素评估表: the factors laid out, and the mediator's own conclusion."""

    TEMPLATE: ClassVar[str] = "relationship-assessment"
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
class ArbitrationOutlook:
    """仲裁风险提示: for one side's private talk. ``side`` is 申请人 or 被申请人."""

    TEMPLATE: ClassVar[str] = "arbitration-outlook"
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


@dataclass(frozen=True, slots=True)
class PerformanceLedger:
    """履行台账: every instalment, every payment, every reminder."""

    TEMPLATE: ClassVar[str] = "performance-ledger"
    office: OfficeView
    case: CaseView
    agreement_number: str
    payer: str
    rows: tuple[LedgerRow, ...]
    due: Money
    paid: Money
    balance: Money
    urges: tuple[UrgeRow, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class ReturnVisit:
    """回访记录: what the parties say after performance."""

    TEMPLATE: ClassVar[str] = "return-visit"
    office: OfficeView
    case: CaseView
    agreement_number: str
    visits: tuple[VisitView, ...]
    paid: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class ClosingForm:
    """结案审批表: how the case ended, what was done, and the approval."""

    TEMPLATE: ClassVar[str] = "closing-form"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    workers: int
    claimed: Money
    outcome: str
    closed_on: date
    days_used: int
    course: str
    settled: Money = ZERO
    paid: Money = ZERO
    agreement_number: str | None = None
    opinion: str | None = None


@dataclass(frozen=True, slots=True)
class TerminationNotice:
    """调解终止告知书: mediation ends without agreement, and which ways stay open."""

    TEMPLATE: ClassVar[str] = "termination-notice"
    office: OfficeView
    case: CaseView
    applicants: tuple[PartyView, ...]
    respondents: tuple[PartyView, ...]
    reason: str
    ended_on: date
    agreed: tuple[str, ...]
    remedies: tuple[RemedyView, ...]
    limitation_until: date | None = None


@dataclass(frozen=True, slots=True)
class ExhibitList:
    """证据清单: the exhibits of the case (``side`` None), or those that one side handed in."""

    TEMPLATE: ClassVar[str] = "exhibit-list"
    office: OfficeView
    case: CaseView
    exhibits: tuple[EvidenceRow, ...]
    made_on: date
    side: str | None = None


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """恢复单: the recovery code of the office's store, in groups and as a QR code."""

    TEMPLATE: ClassVar[str] = "recovery-sheet"
    office: OfficeView
    code_groups: tuple[str, ...]
    code: str
    made_on: date
    sheet_number: str
    escrow: bool = False
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: ``when`` to the minute in the office's time, the values as the pages word them."""

    when: str
    who: str
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class CaseTimeline:
    """案件变更记录: who changed what from what to what, all of it or as it was narrowed down.

    ``who``, ``field``, ``since``, ``until`` say what was chosen; None: everybody, all fields, any day.
    """

    TEMPLATE: ClassVar[str] = "case-timeline"
    office: OfficeView
    number: str
    applicants: str
    changes: tuple[ChangeRow, ...]
    made_on: date
    who: str | None = None
    field: str | None = None
    since: date | None = None
    until: date | None = None


Paper = (MediationAgreement | AcceptanceNotice | RefusalNotice | RightsNotice | IntakeRegister
         | MediationRecord | ElementSheet | SortingRecord | CalculationSheet
         | RelationshipAssessment | ArbitrationOutlook | PerformanceLedger | ReturnVisit
         | ClosingForm | TerminationNotice | ExhibitList | RecoverySheet | CaseTimeline)
PAPERS: tuple[type[Paper], ...] = (
    MediationAgreement, AcceptanceNotice, RefusalNotice, RightsNotice, IntakeRegister,
    MediationRecord, ElementSheet, SortingRecord, CalculationSheet, RelationshipAssessment,
    ArbitrationOutlook, PerformanceLedger, ReturnVisit, ClosingForm, TerminationNotice,
    ExhibitList, RecoverySheet, CaseTimeline)
