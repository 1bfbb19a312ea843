"""Joint views as the tests of the turned screen need them."""

from datetime import date
from uuid import UUID

from mediation_desk.domain.mediation.joint_view import (
    JointFact,
    JointInstalment,
    JointOffer,
    JointTerms,
    JointTold,
    JointView,
)
from mediation_desk.domain.money import yuan
from mediation_desk.domain.sorting.elements import Element, ElementType, Label
from mediation_desk.domain.vocabulary import Side

WAGE = Element("wage", ElementType.MONEY, Label("月工资标准", "Monthly wage"),
               unit=Label("元/月", "yuan a month"))
RELATION = Element("relation", ElementType.YES_NO, Label("是否为劳动关系", "Employed"),
                   sentences={"yes": "双方之间是劳动关系"})


def offer(side: Side, number: int, amount: str, *, accepted: bool = False, instalments: int = 2,
          terms: str = "") -> JointOffer:
    return JointOffer(UUID(int=number), side, number, yuan(amount), instalments, None, None, terms, accepted)


EMPTY = JointView(("马晓兰",), ("湟源某文化传媒有限公司",))
OFFERED = JointView(
    ("马晓兰", "韩雪"), ("湟源某文化传媒有限公司",),
    facts=(JointFact(WAGE, "4300.00", ()), JointFact(WAGE, "3000.00", ("韩雪",)),
           JointFact(RELATION, "yes", ())),
    told=(JointTold(UUID(int=9), Side.RESPONDENT, "十二月发奖金"),),
    offers=(offer(Side.APPLICANT, 1, "38700"), offer(Side.RESPONDENT, 1, "21500"),
            offer(Side.APPLICANT, 2, "33000"), offer(Side.RESPONDENT, 2, "28000", instalments=3,
                                                     terms="年底前付清")))
DRAFTED = JointView(
    ("马晓兰",), ("湟源某文化传媒有限公司",), offers=(offer(Side.RESPONDENT, 3, "30264", accepted=True),),
    terms=JointTerms(yuan("30264"), (JointInstalment(1, date(2024, 12, 10), yuan("15132")),
                                     JointInstalment(2, date(2025, 1, 10), yuan("15132"))), False))
