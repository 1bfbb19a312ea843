"""Four kinds of cases that every paper has to fit, as an office would have entered them."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.vocabulary import Authority, Business, KindOfWork, OwedHow, PartyKind, Role, Source
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from mediation_desk.services.settlement import settling
from tests.documents.samples import credit_code, id_number
from tests.services.papers_desk import RECEIVED, asked, case_of, terms

TIBETAN = "扎西·才让多杰"


def _worker(name: str, at: int) -> PartyDraft:
    body = f"999999{1980 + at % 20}0{1 + at % 9}1{at % 9}{100 + 2 * at:03d}"
    return PartyDraft(Role.APPLICANT, name, particulars={
        "id_number": id_number(body), "phone": f"1990000{at:04d}", "ethnicity": "汉族",
        "address": f"安宁区云溪街道望江里{at + 1}号楼{at + 2}单元301室",
        "bank_account": f"安宁农村商业银行62299900000{at:05d}"})


def _company(name: str, at: int, **more: object) -> PartyDraft:
    return PartyDraft(Role.RESPONDENT, name, PartyKind.ORGANISATION, {
        "credit_code": credit_code(f"91999999MA{at:05d}XY"), "phone": f"0999-86600{at:02d}",
        "address": f"安宁区创业大道{66 + at}号9层901室", "legal_representative": "祁望舒",
        "legal_representative_post": "执行董事兼总经理", **more})


def _taken_in(desk: Desk, parties: list[PartyDraft], kind: KindOfWork, facts: str,
              source: Source = Source.WALK_IN, number: str = "") -> UUID:
    made = registering.register(desk, IntakeDraft(
        RECEIVED, source, number, kind, "追索劳动报酬", facts_in_brief=facts, parties=parties)).result
    assert made
    registering.set_claims(desk, made, {one.id: ("gig_pay",) for one in case_of(desk, made).applicants})
    registering.consent_all(desk, made, RECEIVED)
    registering.accept(desk, made, RECEIVED)
    return asked(desk, made)


def rider(desk: Desk) -> UUID:
    """One rider, sent by the 12345 hotline, against the station and the platform, which has an agent."""
    made = _taken_in(desk, [
        _worker("马骏驰", 3), _company("河湟同城配送平台有限公司", 1, business=Business.PLATFORM),
        _company("安宁区捷达餐饮配送服务站有限公司", 2, business=Business.COOPERATING)],
        KindOfWork.DELIVERY, "2024年10月15日至11月20日送单780单，站点扣减300.00元后没有支付配送报酬。",
        Source.HOTLINE, "12345-20241125-0381")
    platform, _station = case_of(desk, made).respondents
    agent = registering.add_party(desk, made, PartyDraft(Role.AGENT, "关山月", particulars={
        "acts_for": platform.id, "workplace": "河湟同城配送平台有限公司人事部",
        "phone": "19900006601"})).result
    assert agent
    editing.save(desk, made, [editing.Edit("party", agent, "authority", None, Authority.SPECIAL)])
    return made


def tibetan(desk: Desk) -> UUID:
    """One worker with a long name against one company."""
    return _taken_in(desk, [_worker(TIBETAN, 5), _company("安宁星湾文化传媒有限公司", 3)],
                     KindOfWork.STREAMER, "十月的工资没有发。")


def couriers(desk: Desk, many: int = 60) -> UUID:
    """So many couriers with three representatives, sent by the commission, against two companies."""
    names = [f"{'赵钱孙李周吴郑王冯陈'[at % 10]}{'一二三四五六'[at // 10]}{'甲乙丙丁戊己庚辛壬癸'[at % 10]}"
             for at in range(many)]
    elected = [PartyDraft(Role.REPRESENTATIVE, names[at], particulars={
        "also_worker": True, **{key: word for key, word in _worker(names[at], at).particulars.items()
                                if key in ("id_number", "phone")}}) for at in range(3)]
    return _taken_in(desk, [*map(_worker, names, range(many)), *elected,
                            _company("安宁速达快递有限公司", 4), _company("河口劳务外包有限公司", 5)],
                     KindOfWork.COURIER, "各申请人2024年9月、10月的派费没有支付。\n公司称承包商没有结算。",
                     Source.ARBITRATION)


def agreed(desk: Desk, case_id: UUID, amount: str = "4000.00", *, sign: bool = True) -> None:
    """Terms over so much in two instalments, owed by all respondents together; signed unless only drafted."""
    reading.case(desk, case_id)
    owers = tuple(Undertaking(one.id) for one in case_of(desk, case_id).respondents)
    owing = Owing(OwedHow.JOINTLY, owers) if len(owers) > 1 else None
    settling.draft(desk, case_id, replace(terms(amount), owing=owing))
    if sign:
        settling.sign(desk, case_id, RECEIVED)
