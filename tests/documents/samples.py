"""Invented cases for the papers' tests: the streamers' case, and nobody's names and numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mediation_desk.documents import context as c
from mediation_desk.domain.money import Money, total, yuan

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
        c.ShareRow(name, asked, (part := amount.split([1, 1]))
                   and ((part[0], part[1]) if asked > yuan("4300.00") else (amount, Money(0))), amount)
        for name, amount, asked in zip(names, sums, claimed, strict=True))
    amounts = tuple(total(row.amounts[at] for row in rows) for at in range(2))
    return c.ShareTable(("欠付工资", "二倍工资差额"), rows, total(claimed), amounts, total(sums))


def scheduled(names: tuple[str, ...], sums: tuple[Money, ...], days: tuple[date, ...]) -> c.Schedule:
    """Equal instalments, each worker's parts adding up."""
    parts = [amount.split([1] * len(days)) for amount in sums]
    rows = tuple(c.InstalmentRow(at + 1, day, total(part[at] for part in parts),
                                 tuple(part[at] for part in parts)) for at, day in enumerate(days))
    return c.Schedule(names, rows, tuple(sums), total(sums))


SUMS = tuple(yuan("30264.00").split([86, 86, 86, 86, 43]))
SHARES = shared(NAMES, SUMS, tuple(yuan("8600.00") if at < 4 else yuan("4300.00") for at in range(5)))
_HALVES = [amount.split([1, 1]) for amount in SUMS]
SCHEDULE = c.Schedule(
    NAMES,
    (c.InstalmentRow(1, date(2024, 12, 10), yuan("15132.00"),
                     (yuan("3362.67"), yuan("3362.66"), yuan("3362.67"), yuan("3362.66"), yuan("1681.34"))),
     c.InstalmentRow(2, date(2025, 1, 10), yuan("15132.00"),
                     tuple(amount - part for amount, part in zip(
                         SUMS, (yuan("3362.67"), yuan("3362.66"), yuan("3362.67"), yuan("3362.66"),
                                yuan("1681.34")), strict=True)))),
    SUMS, yuan("30264.00"))

CLAUSES = (
    c.ClauseView("加速到期", "被申请人任何一期付款逾期超过5日的，全部未到期款项立即到期，申请人有权一并要求被申请人支付"
                 "剩余的全部款项"),
    c.ClauseView("付清后了结", "被申请人按本协议付清全部款项后，各方就本案请求事项所涉的争议一次性了结，互不再主张"
                 "权利"))

AGREEMENT = c.MediationAgreement(
    office=OFFICE, case=CASE, applicants=WORKERS, respondents=(COMPANY,), third_parties=(),
    claims=CLAIMS, claimed=CLAIMED,
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
    payees=tuple(c.PayeeRow(name, "安宁农村商业银行云溪支行", f"62999900000000{at:05d}")
                 for at, name in enumerate(NAMES)),
    clauses=CLAUSES, copies=8, place="安宁区和顺路18号政务服务中心二楼",
    effective_on=date(2024, 12, 2), review_until=date(2024, 12, 17), confirmation_until=date(2025, 1, 1))


def crowd(size: int, instalments: int) -> c.MediationAgreement:
    """The agreement of many workers in many instalments."""
    names = tuple(f"{'赵钱孙李周吴郑王冯陈'[at % 10]}{'一二三四五六七八九十'[at // 10 % 10]}"
                  f"{'甲乙丙丁戊己庚辛壬癸'[at % 10]}" for at in range(size))
    sums = tuple(Money(672534 + 1111 * at) for at in range(size))
    days = tuple(date(2025 + (at // 12), at % 12 + 1, 10) for at in range(instalments))
    claimed = tuple(yuan("8600.00") for _ in names)
    claims = tuple(c.ClaimRow(name, claim, yuan("4300.00"), OCTOBER)
                   for name in names for claim in ("欠付工资", "二倍工资差额"))
    return replace(AGREEMENT, applicants=tuple(worker(at, name) for at, name in enumerate(names)),
                   claims=claims, claimed=total(claim.claimed for claim in claims),
                   shares=shared(names, sums, claimed), schedule=scheduled(names, sums, days), payees=())
