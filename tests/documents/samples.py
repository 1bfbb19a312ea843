# ruff: noqa: E501  (sentences of papers are kept whole)
"""Invented cases for the papers' tests: the streamers' case, and nobody's names and numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mediation_desk.documents.views import (
    annex,
    beside,
    casefile,
    closing,
    enforcing,
    intake,
    invitation,
    leaving,
    mediation,
    monday,
    next_steps,
    options,
    performance,
    referral,
    report,
    settlement,
    sorting,
    summary,
    supplement,
    travel,
)
from mediation_desk.documents.views import shared as c
from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.whole_case import (
    ConsentView,
    CourseView,
    InquiryView,
    OrderView,
    PayeeView,
    ReceiptRow,
    ReceiptView,
    ServedPaper,
    TermsView,
    WholeCase,
)
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.library.forms import document_names, document_template

WEIGHTS = "7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2"
CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def id_number(body: str) -> str:
    """Seventeen digits with their check digit (GB 11643)."""
    total_ = sum(int(digit) * int(weight) for digit, weight in zip(body, WEIGHTS.split(), strict=True))
    return body + "10X98765432"[total_ % 11]


def credit_code(body: str) -> str:
    """Seventeen characters with their check character (GB 32100)."""
    total_ = sum(CREDIT_LETTERS.index(letter) * pow(3, at, 31) for at, letter in enumerate(body))
    return body + CREDIT_LETTERS[(31 - total_ % 31) % 31]


OFFICE = c.OfficeView(
    name="安宁区新就业形态劳动纠纷调解工作室", seal_name="安宁区新就业形态劳动纠纷调解工作室",
    address="安宁区和顺路18号政务服务中心二楼", phone="0999-8123456",
    arbitration_commission="安宁区劳动人事争议仲裁委员会", court="安宁区人民法院")

CASE = c.CaseView(
    number="宁中劳调〔2024〕0001号", cause="追索劳动报酬、未订立书面劳动合同二倍工资差额",
    received_on=date(2024, 11, 25), accepted_on=date(2024, 11, 25), due_on=date(2024, 12, 10),
    source="当事人申请", kind_of_work="网络主播", employer="安宁星湾文化传媒有限公司",
    applicants_short="温若晴等五名网络主播", respondents_short="安宁星湾文化传媒有限公司",
    mediators=("许慎言", "柏青禾"), recorder="邹念慈")

NAMES = ("温若晴", "路知夏", "简书遥", "慕容采薇", "尹小满")
_ORDINALS = "一二三四五六七八九十"


def worker(at: int, name: str) -> c.PartyView:
    """A worker whose particulars follow from the place in the list."""
    born = date(1996 + at % 8, 1 + at % 12, 3 + at % 25)
    body = f"999999{born:%Y%m%d}{100 + 2 * at:03d}"
    role = f"申请人{_ORDINALS[at]}" if at < 10 else f"申请人{at + 1}"
    return c.PartyView(
        role=role, name=name, sex="女", born_on=born, ethnicity="汉族", id_number=id_number(body),
        occupation="网络主播", address=f"安宁区云溪街道望江里{at + 1}号楼{at + 2}单元301室",
        phone=f"1990000{at + 1:04d}")


WORKERS = tuple(worker(at, name) for at, name in enumerate(NAMES))
COMPANY = c.PartyView(
    role="被申请人", name="安宁星湾文化传媒有限公司", person=False,
    credit_code=credit_code("91999999MA00000XY"), address="安宁区创业大道66号星湾大厦9层901室",
    phone="0999-8660011", legal_representative="祁望舒", legal_representative_post="执行董事兼总经理",
    agents=(c.AgentView(name="关山月", sex="男", organisation="安宁星湾文化传媒有限公司", post="人事经理",
                        phone="19900006601", authority="特别授权，代为承认、放弃、变更请求，进行和解，签署调解协议"),))

OCTOBER = "2024年10月1日至10月31日"
CLAIMS = tuple(
    c.ClaimRow(name, claim, yuan("4300.00"), OCTOBER, computed=yuan("4300.00"))
    for at, name in enumerate(NAMES) for claim in ("欠付工资", "二倍工资差额")
    if at < 4 or claim == "欠付工资")
CLAIMED = total(claim.claimed for claim in CLAIMS)


def shared(names: tuple[str, ...], sums: tuple[Money, ...], claimed: tuple[Money, ...]) -> c.ShareTable:
    """Each worker's sum, split evenly between wages and double wage where both are claimed."""
    rows = tuple(
        c.ShareRow(name, asked, tuple(amount.split([1, 1 if asked > yuan("4300.00") else 0])), amount)
        for name, amount, asked in zip(names, sums, claimed, strict=True))
    amounts = tuple(total(row.amounts[at] or Money(0) for row in rows) for at in range(2))
    return c.ShareTable(("欠付工资", "二倍工资差额"), rows, total(claimed), amounts, total(sums))


def scheduled(names: tuple[str, ...], sums: tuple[Money, ...], days: tuple[date, ...]) -> settlement.Schedule:
    """Equal instalments, each worker's parts adding up."""
    parts = [amount.split([1] * len(days)) for amount in sums]
    rows = tuple(settlement.InstalmentRow(at + 1, day, total(part[at] for part in parts),
                                 tuple(part[at] for part in parts)) for at, day in enumerate(days))
    return settlement.Schedule(names, rows, tuple(sums), total(sums))


SUMS = tuple(yuan("30264.00").split([86, 86, 86, 86, 43]))
SHARES = shared(NAMES, SUMS, tuple(yuan("8600.00") if at < 4 else yuan("4300.00") for at in range(5)))
_HALVES = [amount.split([1, 1]) for amount in SUMS]
SCHEDULE = settlement.Schedule(
    NAMES,
    (settlement.InstalmentRow(1, date(2024, 12, 10), yuan("15132.00"),
                     (yuan("3362.67"), yuan("3362.66"), yuan("3362.67"), yuan("3362.66"), yuan("1681.34"))),
     settlement.InstalmentRow(2, date(2025, 1, 10), yuan("15132.00"),
                     tuple(amount - part for amount, part in zip(
                         SUMS, (yuan("3362.67"), yuan("3362.66"), yuan("3362.67"), yuan("3362.66"),
                                yuan("1681.34")), strict=True)))),
    SUMS, yuan("30264.00"))

CLAUSES = (
    settlement.ClauseView("加速到期", "被申请人任何一期付款逾期超过5日的，全部未到期款项立即到期，申请人有权一并要求被申请人支付"
                 "剩余的全部款项"),
    settlement.ClauseView("付清后了结", "被申请人按本协议付清全部款项后，各方就本案请求事项所涉的争议一次性了结，互不再主张"
                 "权利"))

AGREEMENT = settlement.MediationAgreement(
    office=OFFICE, case=CASE, applicants=WORKERS, respondents=(COMPANY,), third_parties=(),
    claims=CLAIMS, claimed=CLAIMED, asked=annex.AskedTable.of(CLAIMS),
    facts=("温若晴、路知夏、简书遥、慕容采薇自2024年9月1日起，尹小满自2024年10月1日起，在被申请人处从事网络直播工作，"
           "均工作至2024年10月31日，约定每月保底工资4,300.00元",
           "被申请人按月安排直播时段并进行考勤管理，未与各申请人订立书面劳动合同",
           "2024年10月的工资至今未支付"),
    issues=("各申请人与被申请人之间是劳动关系还是合作关系", "被申请人应否支付未订立书面劳动合同的二倍工资差额",
            "每月工资标准是4,300.00元还是3,000.00元"),
    responsibilities=("被申请人未及时足额支付劳动报酬，未依法订立书面劳动合同，承担主要责任",
                      "各申请人未妥善保存部分工作记录，对争议的查明负有次要责任"),
    shares=SHARES, schedule=SCHEDULE,
    manner="被申请人以银行转账方式将各期款项分别支付至各申请人的下列账户，付款凭证于付款当日提交本调解组织",
    payees=tuple(settlement.PayeeRow(name, "安宁农村商业银行云溪支行", f"62999900000000{at:05d}")
                 for at, name in enumerate(NAMES)),
    clauses=CLAUSES, copies=8, place="安宁区和顺路18号政务服务中心二楼")


_RESTS = tuple(yuan("15132.00").split([86, 86, 86, 86, 43]))

SUPPLEMENT = supplement.SupplementaryAgreement(
    office=OFFICE, case=CASE, ordinal=1, applicants=WORKERS, respondents=(COMPANY,), third_parties=(),
    former=(supplement.FormerAgreement(0, date(2024, 12, 3), yuan("30264.00")),),
    reasons=("被申请人春节期间回款推迟，第二期款项不能按期支付",),
    rests=tuple(supplement.RestRow(name, whole - rest, rest) for name, whole, rest in zip(NAMES, SUMS, _RESTS, strict=True)),
    received=yuan("15132.00"), total=yuan("30264.00"),
    schedule=scheduled(NAMES, _RESTS, (date(2025, 3, 10), date(2025, 4, 10), date(2025, 5, 9))),
    manner=AGREEMENT.manner, payees=AGREEMENT.payees, clauses=CLAUSES[:1], copies=8,
    place="安宁区和顺路18号政务服务中心二楼")

CHECKS = settlement.SigningChecks(
    office=OFFICE, case=CASE, on=date(2024, 12, 3), by="陈守信", rows=(
        settlement.CheckRow(1, "温若晴签名，但没有登记证件号码。"),
        settlement.CheckRow(2, "尹小满没有提供收款账户。")))

SIGNED_COPY = settlement.SignedCopy(
    office=OFFICE, number="安劳调〔2024〕12号", paper="调解协议书", sha256=tuple(f"{at:08x}" for at in range(8)),
    rows=(settlement.SignedRow(1, NAMES[0], f"{NAMES[0]}，公民身份号码639999********0629，申请人一，本人签名",
                               "2024-12-03 10:05"),
          settlement.SignedRow(2, "许慎言", "许慎言，安宁区新就业形态劳动纠纷调解工作室调解员", "2024-12-03 10:09",
                               drawn=False)))


def crowd(size: int, instalments: int) -> settlement.MediationAgreement:
    """The agreement of many workers in many instalments."""
    names = tuple(f"{'赵钱孙李周吴郑王冯陈'[at % 10]}{'一二三四五六七八九十'[at // 10 % 10]}"
                  f"{'甲乙丙丁戊己庚辛壬癸'[at % 10]}" for at in range(size))
    sums = tuple(Money(672534 + 1111 * at) for at in range(size))
    days = tuple(date(2025 + (at // 12), at % 12 + 1, 10) for at in range(instalments))
    claimed = tuple(yuan("8600.00") for _ in names)
    claims = tuple(c.ClaimRow(name, claim, yuan("4300.00"), OCTOBER)
                   for name in names for claim in ("欠付工资", "二倍工资差额"))
    workers = tuple(worker(at, name) for at, name in enumerate(names))
    asked, shares = annex.AskedTable.of(claims), shared(names, sums, claimed)
    schedule = scheduled(names, sums, days)
    payees = tuple(settlement.PayeeRow(name, "安宁农村商业银行云溪支行", f"62999900000001{at:05d}")
                   for at, name in enumerate(names))
    return replace(AGREEMENT, applicants=workers, claims=claims, claimed=asked.total, asked=asked, shares=shares,
                   schedule=schedule, payees=payees, annex=annex.annex(workers, schedule, payees, asked, shares))


ACCEPTANCE = intake.AcceptanceNotice(
    office=OFFICE, case=CASE, recipient=replace(COMPANY, agents=()), opponents=NAMES,
    mediator_phone="0999-8123457",
    materials=("营业执照副本复印件和法定代表人身份证明", "与申请人签订的合作协议", "2024年8月至10月的考勤、排班和结算记录",
               "委托代理人参加的，提交授权委托书和代理人身份证复印件"),
    issued_on=date(2024, 11, 26), session_at="2024年11月29日上午9时30分", session_place="本调解组织第二调解室")

ARBITRATION = c.RemedyView("申请劳动仲裁", "安宁区劳动人事争议仲裁委员会", "时效期间一年")
INSPECTION = c.RemedyView("向劳动保障监察投诉", "安宁区人力资源和社会保障局", "")

REFUSAL = intake.RefusalNotice(
    office=OFFICE, case=replace(CASE, accepted_on=None, due_on=None), recipient=WORKERS[0],
    opponents=("安宁星湾文化传媒有限公司",), reason="被申请人于2024年11月27日书面表示不同意调解",
    articles=("《企业劳动争议协商调解规定》第二十二条",), remedies=(ARBITRATION, INSPECTION),
    issued_on=date(2024, 11, 28), limitation_until=date(2025, 11, 25))

RIGHTS = intake.RightsNotice(office=OFFICE, case=CASE, recipients=(*WORKERS, COMPANY), confidential=True,
                        issued_on=date(2024, 11, 29))

EVIDENCE = (c.EvidenceRow("1", "直播排班表和考勤截图", "申请人", "公司安排并考核工作时间"),
            c.EvidenceRow("2", "2024年9月工资转账记录", "申请人", "每月保底工资4,300.00元"),
            c.EvidenceRow("3", "直播合作协议", "被申请人", "双方为合作关系"))

INTAKE = intake.IntakeRegister(
    office=OFFICE, case=CASE, applicants=WORKERS[:2], respondents=(COMPANY,), claims=CLAIMS[:4],
    claimed=yuan("17200.00"), oral=True, confidential=True, registrar="邹念慈", evidence=EVIDENCE,
    facts="申请人二人自2024年9月1日起在被申请人处担任网络主播，约定每月保底工资4,300.00元，未签订书面劳动合同。"
          "被申请人按排班表安排直播并打卡考勤。2024年10月31日停播，10月工资至今未付。"
          "多次催要，被申请人以账上没有资金为由拖延，故申请调解。",
    respondent_consents_on=date(2024, 11, 25), opinion="属于受理范围，双方同意调解，予以受理。")

RECORD = mediation.MediationRecord(
    office=OFFICE, case=CASE, ordinal=1, held_on=date(2024, 11, 29), began="9时30分", ended="11时20分",
    place="安宁区政务服务中心二楼第二调解室", manner="面对面",
    attendees=(mediation.AttendeeRow("调解员", "许慎言", OFFICE.name), mediation.AttendeeRow("调解员", "柏青禾", OFFICE.name),
               mediation.AttendeeRow("法律援助律师", "商陆", "安宁区法律援助中心"),
               *(mediation.AttendeeRow(f"申请人{_ORDINALS[at]}", name) for at, name in enumerate(NAMES)),
               mediation.AttendeeRow("被申请人的委托代理人", "关山月", "安宁星湾文化传媒有限公司")),
    signers=(mediation.AttendeeRow("调解员", "许慎言"), mediation.AttendeeRow("调解员", "柏青禾"),
             mediation.AttendeeRow("法律援助律师", "商陆"),
             *(mediation.AttendeeRow(f"申请人{_ORDINALS[at]}", name) for at, name in enumerate(NAMES)),
             mediation.AttendeeRow("被申请人的委托代理人", "关山月")),
    statements=(mediation.StatementView("调解员", "现在核对参加人身份，说明调解的原则和程序。请申请人陈述请求和理由。"),
                mediation.StatementView("温若晴", "公司十月的工资一直没有发。我们每天按排班表开播，迟到要扣钱，请假要主管批准，"
                                "却没有签合同。"),
                mediation.StatementView("关山月", "公司与主播签的是合作协议，保底只有3,000.00元，其余是奖励。公司愿意协商，"
                                "但希望分期支付。")),
    agreed=("申请人自2024年9月1日（尹小满自10月1日）起在公司直播至10月31日", "10月的款项尚未支付"),
    issues=("双方是劳动关系还是合作关系", "每月工资标准是4,300.00元还是3,000.00元"),
    proposals=("申请人要求支付38,700.00元，一次付清", "被申请人提出支付21,500.00元，分六期付清"),
    result="各方同意继续协商，定于2024年12月2日再次调解")

ELEMENTS = sorting.ElementSheet(
    office=OFFICE, case=CASE, dispute="追索劳动报酬", made_on=date(2024, 11, 28),
    groups=(sorting.ElementGroup("全案要素", (
        sorting.ElementRow("用工方式", "劳动关系，服从排班和考勤", "合作关系，主播自行安排", "排班表、合作协议", "", "有争议", "双方"),
        sorting.ElementRow("书面劳动合同", "未签订", "签订了合作协议", "合作协议", "", "有争议", "被申请人"),
        sorting.ElementRow("每月工资", "4,300.00元", "3,000.00元，其余为奖励", "转账记录", "4,300.00元", "有争议", "被申请人"))),
        *(sorting.ElementGroup(name, (
            sorting.ElementRow("开始工作日期", "2024年9月1日", "2024年9月1日", "考勤截图", "2024年9月1日", "无争议"),
            sorting.ElementRow("停止工作日期", "2024年10月31日", "", "考勤截图", "", "单方陈述"),
            sorting.ElementRow("未付工资的月份", "2024年10月", "2024年10月", "", "2024年10月", "无争议"))) for name in NAMES)))

SORTING = sorting.SortingRecord(
    office=OFFICE, case=CASE, applicants=WORKERS, respondents=(COMPANY,),
    agreed=(sorting.FactRow("2024年9月1日开始直播", "温若晴等四人", "双方认可"), sorting.FactRow("2024年10月1日开始直播", "尹小满", "双方认可"),
            sorting.FactRow("2024年10月31日停止直播，10月的款项未付", "", "双方认可、考勤截图")),
    issues=(sorting.IssueRow("是否存在劳动关系", "存在，受排班、考勤和奖惩管理", "不存在，是合作关系", 4, yuan("17200.00"),
                       "劳社部发〔2005〕12号第一条"),
            sorting.IssueRow("是否订立书面劳动合同", "没有订立", "已签合作协议", 4, yuan("17200.00"), "劳动合同法第八十二条"),
            sorting.IssueRow("每月工资标准", "4,300.00元", "3,000.00元", 5, yuan("11700.00"))),
    to_verify=(sorting.VerifyRow("9月实际支付的款项性质", "银行流水、结算单", "被申请人"),
               sorting.VerifyRow("迟到扣款的记录", "考勤制度、扣款通知", "申请人")),
    versions=(sorting.VersionRow("按申请人陈述", yuan("38700.00")), sorting.VersionRow("按被申请人陈述", yuan("15000.00"))),
    made_on=date(2024, 11, 29))

CALCULATION = sorting.CalculationSheet(
    office=OFFICE, case=CASE, basis="按申请人陈述", made_on=date(2024, 11, 29),
    shares=c.ShareTable(("欠付工资", "二倍工资差额"),
                        tuple(c.ShareRow(name, (w := yuan("4300.00")), (w, w if at < 4 else Money(0)),
                                         w * (2 if at < 4 else 1)) for at, name in enumerate(NAMES)),
                        CLAIMED, (yuan("21500.00"), yuan("17200.00")), CLAIMED),
    calculations=tuple(
        part for name in NAMES[:2] for part in (
            sorting.CalculationView(name, "欠付工资", (
                sorting.StepRow("应付工资", "4,300.00元/月×1个月（2024-10-01至2024-10-31）", "4,300.00元", "劳动合同法第三十条"),
                sorting.StepRow("已付工资", "4,300.00－0.00", "4,300.00元")), yuan("4300.00"), yuan("4300.00")),
            sorting.CalculationView(name, "未订立书面劳动合同二倍工资差额", (
                sorting.StepRow("起算日", "2024-09-01用工，满一个月的次日", "2024-10-01", "劳动合同法实施条例第六条"),
                sorting.StepRow("截止日", "离职日", "2024-10-31"),
                sorting.StepRow("差额", "4,300.00元/月×1个月", "4,300.00元", "劳动合同法第八十二条")),
                yuan("4300.00"), yuan("4300.00"), ("被申请人提出时效抗辩的，需要另行核算。",)))))

RELATIONSHIP = sorting.RelationshipAssessment(
    office=OFFICE, case=CASE, workers=NAMES,
    factors=(sorting.FactorRow("工作时间和工作量由谁决定", "公司排班，每天不少于六小时", "主播可以调班", "排班表", "倾向劳动关系"),
             sorting.FactorRow("劳动过程受到的管理和控制", "主管在直播间监看并下达指令", "只做业务指导", "聊天记录", "倾向劳动关系"),
             sorting.FactorRow("规则、纪律和奖惩", "迟到扣款、请假审批", "属于合作约定", "扣款通知", "倾向劳动关系"),
             sorting.FactorRow("交易价格由谁决定", "公司决定", "", "", "待查"),
             sorting.FactorRow("收入分配和收入来源", "保底工资，唯一收入", "收益分成", "转账记录", "倾向不完全符合")),
    missing=("打赏收益的分配比例", "主播能否同时在其他平台直播"), conclusion=None, reasons=None,
    assessed_by="许慎言", made_on=date(2024, 11, 29))

OUTLOOK = sorting.ArbitrationOutlook(
    office=OFFICE, case=CASE, side="被申请人",
    rows=(sorting.OutlookRow("欠付工资", yuan("21500.00"), yuan("15000.00"), yuan("21500.00"), True, "工资标准、已经支付的情况",
                       "被申请人"),
          sorting.OutlookRow("二倍工资差额", yuan("17200.00"), Money(0), yuan("17200.00"), True, "存在劳动关系，未订立书面劳动合同",
                       "申请人举证劳动关系")),
    claimed=CLAIMED, low=yuan("15000.00"), high=CLAIMED, final_ceiling=yuan("26400.00"),
    stages=(sorting.StageRow("仲裁受理", "5个工作日", "收到申请之日起"), sorting.StageRow("仲裁审理", "45日，可延长15日", "受理之日起"),
            sorting.StageRow("一审诉讼", "6个月", "非终局裁决，收到裁决书15日内起诉"), sorting.StageRow("二审诉讼", "3个月")),
    risks=("工资支付记录由用人单位保存，不能提供的，承担不利后果", "败诉后未履行的，可能被纳入失信被执行人名单"),
    made_on=date(2024, 11, 29))

LEDGER = performance.PerformanceLedger(
    office=OFFICE, case=CASE, agreement_number=CASE.number, payer=COMPANY.name,
    rows=(performance.LedgerRow(1, date(2024, 12, 10), yuan("15132.00"),
                      (performance.PaymentRow(date(2024, 12, 10), yuan("15132.00"), "银行转账", "HZ20241210001"),),
                      yuan("15132.00"), Money(0), "已付清"),
          performance.LedgerRow(2, date(2025, 1, 10), yuan("15132.00"),
                      (performance.PaymentRow(date(2025, 1, 10), yuan("9000.00"), "银行转账", "HZ20250110004"),
                       performance.PaymentRow(date(2025, 1, 12), yuan("6132.00"), "银行转账", "HZ20250112002", 2, "宽限期内")),
                      yuan("15132.00"), Money(0), "已付清", 2)),
    due=yuan("30264.00"), paid=yuan("30264.00"), balance=Money(0),
    urges=(performance.UrgeRow(date(2025, 1, 11), "电话", "柏青禾", "财务称当日头寸不足，承诺次日补足"),), as_of=date(2025, 1, 12))

REMINDER = performance.PaymentReminder(
    office=OFFICE, case=CASE, agreement_number=CASE.number, signed_on=date(2024, 12, 3), recipient=COMPANY.name, ordinal=2,
    due_on=date(2025, 1, 10), amount=yuan("15132.00"), paid=yuan("9000.00"), owed=yuan("6132.00"), method="银行转账",
    payees=tuple(performance.PayeeShare(name, "中国银行 6217000012345678901" if at else "", yuan("3066.00"))
                 for at, name in enumerate(NAMES[:2])),
    issued_on=date(2025, 1, 11), lateness="第2期已逾期1天，宽限至2025年1月15日。")

VISIT = closing.ReturnVisit(
    office=OFFICE, case=CASE, agreement_number=CASE.number, paid=yuan("30264.00"), balance=Money(0),
    visits=tuple(closing.VisitView(name, date(2025, 1, 15), "电话", "柏青禾", "已全部收到款项", "满意",
                             "调解很快，没有耽误找工作" if at == 0 else "", "末期付款后" if at == 0 else "",
                             name if at == 0 else "", "已结清" if at == 0 else "") for at, name in enumerate(NAMES[:3])))

CLOSING = closing.ClosingForm(
    office=OFFICE, case=CASE, applicants=WORKERS, respondents=(COMPANY,), workers=5, claimed=CLAIMED,
    outcome="达成调解协议并已履行", closed_on=date(2025, 1, 16), days_used=52,
    course="2024年11月25日五名网络主播申请调解，当日受理。经要素式梳理，归纳争议焦点三项。经面对面和背对背调解，"
           "2024年12月2日达成分两期支付30,264.00元的协议。第一期按期支付，第二期在宽限期内付清。经回访，申请人均表示满意。",
    settled=yuan("30264.00"), paid=yuan("30264.00"), agreement_number=CASE.number, review=(
        closing.ReviewRow("受理合法", holds=True), closing.ReviewRow("材料齐全", fails=True, note="缺公司授权委托书原件"),
        *(closing.ReviewRow(one) for one in ("文书规范", "证据合规", "协议合法", "回访及时", "装订规范"))))

TERMINATION = closing.TerminationNotice(
    office=OFFICE, case=CASE, applicants=WORKERS, respondents=(COMPANY,), reason="调解期限届满，各方未达成协议。",
    ended_on=date(2024, 12, 10), agreed=("2024年10月的款项尚未支付", "各申请人的开始工作日期"),
    remedies=(ARBITRATION, INSPECTION), limitation_until=date(2025, 11, 25))

EXHIBITS = beside.ExhibitList(
    office=OFFICE, case=CASE, exhibits=tuple(c.EvidenceRow(row.number, row.name, row.given_by, row.proves, form)
                                             for row, form in zip(EVIDENCE, ("复印件", "复印件", "原件"), strict=True)),
    made_on=date(2024, 11, 29))

RECOVERY = beside.RecoverySheet(
    office=OFFICE, code_groups=("7K2M-9PQR", "4TXW-H3NB", "VC8D-2FJL", "6YZA-5GEU", "P3RK-8MWQ", "T7HN-4XCB",
                                "J9DV-2LFG", "E6UA-ZY53"),
    code="MD1:7K2M9PQR4TXWH3NBVC8D2FJL6YZA5GEUP3RK8MWQT7HN4XCBJ9DV2LFGE6UAZY53", made_on=date(2024, 11, 20),
    sheet_number="2024-01")
ESCROW = beside.EscrowSheet(OFFICE, RECOVERY.code_groups, RECOVERY.code, RECOVERY.made_on, "2024-02")

TIMELINE = beside.CaseTimeline(
    office=OFFICE, number=CASE.number, applicants=CASE.applicants_short, made_on=date(2024, 12, 10), changes=(
        beside.ChangeRow("2024-11-25 10:02", "李调解", "案件：案由", "（空）", "追索劳动报酬"),
        beside.ChangeRow("2024-11-26 09:40", "王协理", "密封记录", "", "密封内容：（已密封）")),
    since=date(2024, 11, 25))

RECEIPT = travel.HomecomingReceipt(
    office=OFFICE, bag="98863AEC3D7E", laptop="外出笔记本一号", carrier="李调解", packed_at="2024-12-10 17:05",
    brought_by="王协理", brought_at="2024-12-10 17:40", reason="电脑遗落在园区保安室，次日送回。", made_on=date(2024, 12, 10),
    cases=(
        travel.CaseHome(CASE.number, "有修改", "案件1、当事人2、证据3", "外出电脑上的证据4现为证据5，原号已由机构使用。",
                        "19-e165-029a-f8f8-3698-67ad", "25-26da-9793-6f9f-836e-f50c"),
        travel.CaseHome("宁中劳调〔2024〕0012号", "新登记", "案件1、当事人2", "", "5-6418-1769-25f7-c224-e871",
                        "7-a353-a8c8-08c9-2765-e6f9")),
    decisions=(
        travel.DecisionRow(CASE.number, "案件，简要事实", "外出电脑", "公司来电：上月工资已于昨日转账，请核对。"),
        travel.DecisionRow(CASE.number, "调解协议", "机构", "总额：30,264.00元", "双方以办公室签署的文本为准")),
    waiting=(travel.WaitingCase("宁中劳调〔2024〕0009号", "还有内容待定。"),))
BAG_LIST = leaving.BagList(
    office=OFFICE, laptop="外出笔记本一号", carrier="李调解", left_at="2024-11-26 08:40", standing="已报失，2024-11-27",
    cases=(leaving.BagCase(CASE.number, "温若晴等5人与安宁星湾文化传媒有限公司", "追索劳动报酬、二倍工资差额", "调解"),
           leaving.BagCase("宁中劳调〔2024〕0002号", "路知夏", "", "登记受理")),
    hidden=1, with_evidence=True, made_on=date(2024, 11, 27), numbers="2024: 21–40", lost_note="笔记本在公交车上遗失。")
STATISTICS = report.StatisticalReport(
    office=OFFICE, title="统计报表", audience="内部", period="2024年12月1日至2024年12月31日", filters="全部案件",
    maker="李调解", made_on="2025-01-02", warning="注意：勾稽关系有不符之处。", tables=(
        report.ReportTable("一、来源", "来源", ("当期受理", "协议金额（元）"), (
            report.ReportRow("合计", ("7", "30,264.00")), report.ReportRow("来访申请", ("<5", "隐去"))),
            ("空白：不在本单位的案件之内。",), "当期受理", (report.ReportBar("来访申请", "5", 1000),
                                                        report.ReportBar("网上申请", "2", 400))),
        report.ReportTable("二、到期", "日期", ("事项",), ())),
    notes=("按规则列出。",), definitions=("当期受理：收到日期在本期内的案件。",), checks=("合计＝各来源之和：7＝7，相符。",))
OPTIONS = options.OptionsSheet(
    office=OFFICE, case=CASE, side="被申请人", reader=COMPANY.name, pays=True, claimed=CLAIMED,
    versions=(sorting.VersionRow("按申请人陈述", CLAIMED), sorting.VersionRow("按被申请人陈述", None, "尚未陈述")),
    own_proofs=options.ProofLines((options.ProofLine("月工资标准", yuan("11700.00")),), 2),
    other_proofs=options.ProofLines((options.ProofLine("是否为劳动关系"),)), awarded_by="2025年1月16日",
    extended_by="2025年1月31日", judged_by="2025年12月1日", limit="2025年11月25日", limit_passed=False,
    offers=(options.OfferLine(yuan("33000.00"), "分两期支付", "申请人", 2),),
    own_offers=(options.OfferLine(yuan("28000.00"), "分三期支付", first_share=yuan("9000.00"),
                                  last_on=date(2025, 1, 31), terms="年底前付清"),),
    judicial_confirmation=True, payment_order=True, made_on=date(2024, 11, 29),
    default=settlement.ClauseView("加速到期", "任何一期逾期超过五日的，全部到期"))

HANDOVER_LIST = leaving.HandoverList(
    office=OFFICE, receiving="河口区人民调解委员会", receiver="白玉兰", sender="李调解", left_at="2024-11-26 08:40",
    standing="已移交", reason="用人单位登记地在河口区", cases=BAG_LIST.cases, hidden=0, with_evidence=True,
    made_on=date(2024, 11, 26))

SUMMARY = summary.CaseSummary(
    office=OFFICE, heading="温若晴等5人与安宁星湾文化传媒有限公司追索劳动报酬纠纷", number=CASE.number,
    marked="内部资料，含个人信息，不得外传。", made_on="2024年12月10日", sections=(
        summary.SummarySection("当事人", ("申请人一：温若晴，女，网络主播。", "被申请人：安宁星湾文化传媒有限公司。")),
        summary.SummarySection("基本事实", ("十月的工资没有发。", "=1+1 并不是公式。"))))

_DUTY = monday.DutyRow("12-06周五", "调解期满", "马海龙等3人", "宁中劳调〔2024〕0006号", "陈守信")
MONDAY_PAGE = monday.MondayPage(
    office=OFFICE, own="", last=(date(2024, 11, 25), date(2024, 12, 1)),
    ahead=(date(2024, 12, 2), date(2024, 12, 8)), made_on=date(2024, 12, 2),
    figures=((monday.WeekFigure("当期收案", "3件", "1件"), monday.WeekFigure("当期结案", "1件", "0件")),
             (monday.WeekFigure("协议总额", "30,264.00元", "0.00元"),
              monday.WeekFigure("已付总额", "15,132.00元", "0.00元"))),
    loads=(monday.LoadRow("陈守信", 6, 10, 1, 2, 3, 1),), more_loads=0,
    overdue=(monday.DutyRow("11-29", "第1期：5,490.00元", "祁文静", "宁中劳调〔2024〕0002号", "陈守信"),),
    overdue_total=1, duties=(_DUTY,), duties_total=1,
    companies=(monday.CompanyRow("河湟同城配送有限公司", 3, 12),), more_companies=0, resting=1,
    resting_numbers=("宁中劳调〔2024〕0003号",), reconciles=True)

NEXT_STEPS = next_steps.NextSteps(
    office=OFFICE, case=CASE, applicant=True, signed_on=date(2024, 11, 25),
    payers=(next_steps.PayerRow("安宁星湾文化传媒有限公司"),), pays_alone=True, owed_how="", method="bank_transfer", payees=(),
    workers=SCHEDULE.workers, rows=tuple(
        next_steps.StepRow(row.ordinal, row.due_on, row.amount, row.shares, row.due_on + timedelta(days=6))
        for row in SCHEDULE.rows), unannounced=(), totals=SCHEDULE.totals, total=SCHEDULE.total,
    default="acceleration", claimed=yuan("38700"), grace_days=5,
    joint=(next_steps.RouteRow("review", "2024年12月10日（星期二）"),
           next_steps.RouteRow("confirmation", "2024年12月25日（星期三）")),
    alone=(next_steps.RouteRow("payment_order"), next_steps.RouteRow("arbitration", "2025年12月10日")))
INVITATION = invitation.Invitation(
    office=OFFICE, case=CASE, invited=(
        invitation.InvitedView(worker(0, NAMES[0]), "安宁星湾文化传媒有限公司", ("身份证复印件", "合同和转账记录")),
        invitation.InvitedView(worker(1, NAMES[1]), "安宁星湾文化传媒有限公司", ("身份证复印件",))),
    held_on=date(2024, 11, 28), begins="14时30分", ends="16时", place="一号调解室", manner="在调解室",
    alone=False, mediator="许慎言", mediator_phone="0999-8123456", issued_on=date(2024, 11, 25))

_CLAUSE = settlement.ClauseView("加速到期", "被申请人任何一期款项逾期超过五日未足额支付的，全部未到期款项于逾期满五日的次日一并到期")
_ARREARS = (enforcing.ArrearRow(1, date(2024, 12, 10), date(2024, 12, 10), yuan("3362.67")),
            enforcing.ArrearRow(2, date(2025, 1, 10), date(2024, 12, 16), yuan("3362.67")))
_ASKED = (enforcing.AskedRow(COMPANY, yuan("6725.34"), "连带债务人"),
          enforcing.AskedRow(replace(COMPANY, name="安宁河湟文化有限公司", credit_code="", agents=()), yuan("5000.00"),
                             "连带责任保证人"))
_APPLYING = enforcing.Applying(
    applicants=(replace(WORKERS[0], role="申请人"),), asked=_ASKED[:1],
    workers=(enforcing.WorkerRow(NAMES[0], yuan("6725.34"), Money(0), yuan("6725.34")),), rows=_ARREARS,
    paid=(), agreed=yuan("6725.34"), received=Money(0), due=yuan("6725.34"), outstanding=yuan("6725.34"),
    since=date(2024, 12, 10), accelerated_on=date(2024, 12, 16))
_TOGETHER = replace(
    _APPLYING, applicants=WORKERS[:2], asked=_ASKED, resumed=yuan("17200.00"), workers=tuple(
        enforcing.WorkerRow(name, yuan("6725.34"), Money(0), yuan("6725.34")) for name in NAMES[:2]))
DEMAND = enforcing.DemandLetter(
    office=OFFICE, case=CASE, agreement_number=CASE.number, signed_on=date(2024, 12, 3), asked=_ASKED, rows=_ARREARS,
    workers=(enforcing.WorkerRow(NAMES[0], yuan("6725.34"), Money(0), yuan("6725.34"), "中国银行 6217000012345678901"),),
    due=yuan("6725.34"), outstanding=yuan("6725.34"), since=date(2024, 12, 10), grace_days=5,
    accelerated_on=date(2024, 12, 16), agreed=(_CLAUSE,), resumed=None, penalty=yuan("500"), method="银行转账",
    ways=("payment_order", "arbitration"), issued_on=date(2024, 12, 18))
PAYMENT_ORDER = enforcing.PaymentOrderApplication(
    office=OFFICE, case=CASE, agreement_number=CASE.number, signed_on=date(2024, 12, 3),
    applications=(_APPLYING, replace(_APPLYING, applicants=(replace(WORKERS[1], role="申请人"),))),
    covered=("欠付工资", "二倍工资差额"), in_part=False, clause=_CLAUSE)
ARBITRATION_APPLICATION = enforcing.ArbitrationApplication(
    office=OFFICE, case=CASE, agreement_number=CASE.number, signed_on=date(2024, 12, 3), applying=_TOGETHER,
    claims=("欠付工资", "二倍工资差额"), clause=_CLAUSE,
    penalties=(enforcing.PenaltyRow("违约金", "逾期的，另付违约金五百元"),), grace_days=5)
ENFORCEMENT = enforcing.EnforcementApplication(
    office=OFFICE, case=CASE, agreement_number=CASE.number, signed_on=date(2024, 12, 3), applying=_APPLYING,
    on_statement=False, on_ruling=False, title_number="", title_on=None, clause=_CLAUSE)
_JOINT = {"office": OFFICE, "case": CASE, "agreement_number": CASE.number, "signed_on": date(2024, 12, 3),
          "applicants": WORKERS, "respondents": (COMPANY,), "third_parties": (), "total": yuan("30264.00")}
REVIEW = enforcing.ReviewApplication(**_JOINT, last_day="2024年12月18日")  # type: ignore[arg-type]
CONFIRMATION = enforcing.ConfirmationApplication(**_JOINT, last_day="2025年1月2日")  # type: ignore[arg-type]
CERTIFICATE = enforcing.MediationCertificate(
    **_JOINT, sessions=(date(2024, 11, 29), date(2024, 12, 2)), issued_on=date(2024, 12, 4))  # type: ignore[arg-type]

FILE_CONTENTS = casefile.FileContents(
    office=OFFICE, number=CASE.number, part="正卷", rows=(
        casefile.ContentsRow("受理登记表", 1, 3), casefile.ContentsRow("证据1　转账记录.png", 4, 4, "申请人")), pages=4)
UNBOUND = casefile.UnboundEvidence(office=OFFICE, number=CASE.number, rows=(
    casefile.UnboundRow("证据2", "录音.mp3", "1.2 MB", ("0123abcd",) * 8, "不是图片或者PDF文件"),))

_WHOLE = WholeCase(
    form="", office=OFFICE, case=CASE, addressee=None, applicants=WORKERS, respondents=(COMPANY,),
    third_parties=(), representatives=WORKERS[:3], claims=CLAIMS, claimed=CLAIMED,
    facts=("五人自2024年9月起从事直播，10月的工资没有支付。",), agreed=("工作地点：本市",),
    issues=("关于月工资标准：申请人主张4,300.00元；被申请人主张3,000.00元",),
    exhibits=(c.EvidenceRow("1", "转账记录.png", "申请人一", "工资标准", "原件", "本人手机银行", 2,
                            date(2024, 11, 25), "真实性无异议", True),),
    course=CourseView(date(2024, 11, 25), date(2024, 11, 26), signed_on=date(2024, 12, 3),
                      closed_on=date(2025, 1, 20), outcome="达成协议并履行完毕", retention_years=5,
                      referred_to="安宁区劳动保障监察大队", sent_by=OFFICE.arbitration_commission,
                      sessions=(date(2024, 11, 29), date(2024, 12, 2))),
    agreed_sum=yuan("30264.00"), instalments=SCHEDULE.rows, paid=yuan("15132.00"),
    remedies=(c.RemedyView("申请劳动仲裁", OFFICE.arbitration_commission),), recipients=(*WORKERS, COMPANY),
    asked=tuple(yuan("8600.00") if at < 4 else yuan("4300.00") for at in range(5)),
    inquiries=(InquiryView(date(2024, 11, 28), "14时", "", "直播基地", "许慎言", "邹念慈", "骆闻笛", "直播基地运营主管",
                           ("问：请说明主播的排班。", "答：由公司排班，主播照排班表开播。")),),
    consents=(ConsentView(NAMES[0], date(2024, 12, 8), date(2024, 12, 20), WORKERS[0].role),),
    payees=(PayeeView(NAMES[0], SUMS[0], yuan("3362.67"), (
        ReceiptRow(date(2024, 12, 10), yuan("3362.67"), "银行转账", "1210"),)),),
    terms=TermsView(tuple(zip(NAMES, SUMS, strict=True)), AGREEMENT.manner, CLAUSES),
    receipts=(ReceiptView("某文化传媒有限公司", (ServedPaper("受理通知书", "", 1), ServedPaper("当事人权利义务告知书", "", 1)),
                          "直接送达", "某区某路8号", "调解员一", date(2024, 11, 26), "2024年11月26日15时30分",
                          taken_by="某前台（前台工作人员）"),
              ReceiptView("申请人一", (ServedPaper("受理通知书", "", 1),), "邮寄送达")),
    orders=(OrderView(
        "241125091800000417", "12345热线", "2024年11月25日9时18分", "投诉", "一般", "反映拖欠工资", "来电人称工资未发。",
        "申请人一", "19900000001", due_at="2024年12月2日18时00分", signed_in_at="2024年11月25日9时40分",
        replied=True, found_true="部分属实", beyond_duty="否", contacted="是", contacted_number="19900000001",
        contacted_at="2024年11月25日10时05分", solved="否", unsolved_why="公司停业",
        handling="已于当日受理。\n双方已约定调解日期。", public_why="未经审核，不得公开", proofs_of_result="证据1"),))
REFERRAL_LETTER = referral.ReferralLetter(
    office=OFFICE, case=CASE, number=f"{CASE.number}之一", addressee="安宁区社会保险服务中心", whole=False,
    goes_on=True, part="未依法缴纳社会保险费", reason="社会保险费的补缴由社会保险经办机构依职权处理", facts=("十月的工资没有发",),
    asked="稽核科", due_on=date(2024, 12, 16), handed_on=date(2024, 11, 26),
    concerned=(*(referral.ConcernedView("申请人", one.name, one.phone, one.address) for one in WORKERS),
               referral.ConcernedView("被申请人", COMPANY.name, COMPANY.phone, COMPANY.address)),
    claims=CLAIMS[:3], claims_sum=total(one.claimed for one in CLAIMS[:3]),
    enclosed=(referral.EnclosedView(1, "调解申请书", 3), referral.EnclosedView(2, "证据1　工资流水.pdf", 6)), pages=9)

WHOLE_CASES = tuple(replace(_WHOLE, form=name) for name in document_names()
                    if document_template(name).header.told == "case")

PAPERS = tuple(one for one in list(globals().values()) if isinstance(one, Paper) and one is not _WHOLE) + WHOLE_CASES
