"""What papers of several stations say alike: office, case, parties, claims, shares, evidence, other ways."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.money import Money


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

    @property
    def signs(self) -> str:
        """What stands where its seal goes: the office, and which seal where that bears another name."""
        return self.name if self.seal_name in ("", self.name) else f"{self.name}\n（印章：{self.seal_name}）"


@dataclass(frozen=True, slots=True)
class AgentView:
    """Who acts for a party. ``role`` is the Chinese word: 委托代理人, 推举代表, 法定代理人."""

    name: str
    role: str = "委托代理人"
    sex: str = ""
    id_number: str = ""
    id_kind: str = "公民身份号码"
    organisation: str = ""
    post: str = ""
    phone: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with all particulars; ``person`` tells individuals from organisations.

    ``role`` is the Chinese word with its ordinal where there are several: 申请人, 申请人一.
    ``short`` is how tables name the party (the name itself if left empty). ``duty`` is what it takes on and
    signs as, where that must be said: 连带责任保证人. ``heads``: how many are addressed under one name.
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
    duty: str = ""
    heads: int = 1

    @property
    def you(self) -> str:
        """How a letter addresses whom it is for: several, one person, one organisation."""
        return "你们" if self.heads > 1 else "你" if self.person else "你单位"


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
class EvidenceRow:
    """One exhibit: who gave it and when, where it comes from, what it is meant to prove, and what the other
    side says of it. ``original``: it was handed in as such; ``returned_on``: when it was given back."""

    number: str
    name: str
    given_by: str = ""
    proves: str = ""
    form: str = ""
    source: str = ""
    pages: int | None = None
    received_on: date | None = None
    opinion: str = ""
    original: bool = False
    returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class RemedyView:
    """A way that stays open when mediation ends: what, where, until when."""

    way: str
    where: str
    until: str = ""
