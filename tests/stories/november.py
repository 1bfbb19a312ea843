"""A November of the office, day by day: what came, what was agreed and paid, what was closed, and how."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, PartyKind, Role, Source
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.intake import registering
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from tests.offices import Office
from tests.services.papers_desk import case_of

COMPANY, PLATFORM = "河湟同城配送有限公司", "云上平台科技有限公司"
EARLY, WITHDRAWN, COMPLAINED, SIGNED, REFERRED, MISTAKEN, LAST = (
    "马海龙", "韩雨桐", "扎西东智", "温若晴", "祁小川", "路知夏", "白玛措")
TOGETHER = tuple(f"骑手{at}" for at in "甲乙丙丁戊己庚辛壬癸子丑")
"""Twelve of one platform."""
OTHERS = ("李向东", "马晓岚")
"""Those who came with the one whose matter was referred."""


class November:
    """Eight cases, each act on its day. ``desk``: the mediator's; ``mistaken``: noted with a wrong day."""

    def __init__(self, office: Office) -> None:
        self.office, self.desk = office, office.first
        early = self._accepted(date(2024, 10, 28), (EARLY,))
        withdrawn = self._accepted(date(2024, 11, 4), (WITHDRAWN,))
        self._closed(early, date(2024, 11, 5), Outcome.WITHDRAWN)
        complained = self._accepted(date(2024, 11, 5), (COMPLAINED,), Source.HOTLINE, KindOfWork.DRIVER)
        self._accepted(date(2024, 11, 6), TOGETHER, Source.HOTLINE, KindOfWork.DELIVERY, PLATFORM)
        signed = self._asked_for_7200(date(2024, 11, 11))
        self._closed(withdrawn, date(2024, 11, 12), Outcome.WITHDRAWN)
        self._signed_over_6000(signed, date(2024, 11, 15))
        referred = self._accepted(date(2024, 11, 15), (REFERRED, *OTHERS), Source.UNION)
        self._visited(complained, date(2024, 11, 18))
        self._closed(complained, date(2024, 11, 18), Outcome.NO_AGREEMENT)
        self._paid(signed, date(2024, 11, 20), "1000.50")
        self._closed(referred, date(2024, 11, 20), Outcome.REFERRED)
        self._paid(signed, date(2024, 11, 21), "1999.50")
        self._closed(signed, date(2024, 11, 25), Outcome.AGREEMENT)
        self.mistaken = self._received(date(2024, 11, 25), (MISTAKEN,))
        self._accepted(date(2024, 11, 29), (LAST,))

    def _asked_for_7200(self, on: date) -> UUID:
        made = self._accepted(on, (SIGNED,), kind=KindOfWork.STREAMER)
        worker = case_of(self.desk, made).applicants[0].id
        registering.set_claims(self.desk, made, {worker: ["unpaid_wages"]})
        registering.ask_amounts(self.desk, made, {(worker, "unpaid_wages"): yuan("7200")})
        return made

    def _signed_over_6000(self, case_id: UUID, on: date) -> None:
        """In two; the second falls due when November is over."""
        self.today(on)
        settling.draft(self.desk, case_id, settling.TermsDraft(Terms(
            yuan("6000"), (date(2024, 11, 20), date(2024, 12, 20)))))
        settling.sign(self.desk, case_id, on)

    def _paid(self, case_id: UUID, on: date, amount: str) -> None:
        self.today(on)
        booking.book(self.desk, case_id, booking.PaymentDraft(on, yuan(amount)))

    def _visited(self, case_id: UUID, on: date) -> None:
        """Whoever called the hotline is called back: reached, and nothing solved."""
        self.today(on)
        closing.visit(self.desk, case_id, closing.VisitDraft(
            on, party_id=case_of(self.desk, case_id).applicants[0].id, performed=False, contacted=True,
            solved=False, note="未谈成，告知仲裁途径"))

    def today(self, day: date) -> None:
        """It is that day."""
        self.office.clock.set(day.year, day.month, day.day)

    def _received(self, on: date, workers: Sequence[str], source: Source = Source.WALK_IN,
                  kind: KindOfWork = KindOfWork.COURIER, company: str = COMPANY) -> UUID:
        self.today(on)
        people = [registering.PartyDraft(Role.APPLICANT, name) for name in workers]
        made = registering.register(self.desk, registering.IntakeDraft(
            on, source, "241105093000123456" if source is Source.HOTLINE else "", kind, "追索劳动报酬",
            parties=[*people, registering.PartyDraft(Role.RESPONDENT, company, PartyKind.ORGANISATION)]
        )).result
        assert made
        return made

    def _accepted(self, on: date, workers: Sequence[str], source: Source = Source.WALK_IN,
                  kind: KindOfWork = KindOfWork.COURIER, company: str = COMPANY) -> UUID:
        made = self._received(on, workers, source, kind, company)
        editing.save(self.desk, made, [editing.Edit("case", made, side, None, on)
                                       for side in ("applicants_agree_on", "respondents_agree_on")])
        registering.accept(self.desk, made, on)
        return made

    def _closed(self, case_id: UUID, on: date, outcome: Outcome) -> None:
        self.today(on)
        closing.close(self.desk, case_id, on, outcome, "双方知悉", sure=True,
                      referred_to="城中区劳动监察大队" if outcome is Outcome.REFERRED else "")
