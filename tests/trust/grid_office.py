"""An office for the grid of verbs: people of every role in every relation to its cases, words to look for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import PlaceKind, SealedKind, Side
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import sharing
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts, companies, places, receiving_offices, sites, typefaces
from mediation_desk.services.office.receiving_offices import OfficeDraft
from mediation_desk.services.travel import bringing, homecoming, leaving, opening, returning
from mediation_desk.services.travel.homecoming import Preview
from mediation_desk.services.upkeep import upkeep
from tests.holders import share
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.stages import Staged, staged
from tests.typefaces import made as typeface_of

SIDES = {Side.APPLICANT: ("寒蝉凄切对长亭", "骤雨初歇都门帐", "多情自古伤离别"),
         Side.RESPONDENT: ("晓风残月杨柳岸", "暮霭沉沉楚天阔", "此去经年虚设景")}
TYPING = "执手相看泪眼未存"
SEALED_WORDS = (*(word for words in SIDES.values() for word in words), TYPING)
OPEN_WORDS = ("温若晴", "十月的工资没有发")
AMOUNTS = {Side.APPLICANT: "28765.43", Side.RESPONDENT: "31234.56"}
SEALED_AMOUNTS = ("2876543", "28765.43", "28,765.43", "3123456", "31234.56", "31,234.56")
STAGES = (Stage.ACCEPTED, Stage.SIGNED, Stage.RECEIVED, Stage.CLOSED)
"""The first of them in which a verb is possible is where it is tried."""

M, S, A = Role.MEDIATOR, Role.SUPERVISOR, Role.ADMINISTRATOR


@dataclass(frozen=True)
class Actor:
    """Somebody who sits at a desk that was opened before anything happened to them.

    ``roles``: today's. ``place``: toward every case: "holder", "waiting", "other" (never on it), "left".
    ``meanwhile``: "disabled" or "reset", or the roles that they had when they sat down and held the key.
    """

    roles: frozenset[Role]
    place: str
    meanwhile: str | frozenset[Role] = ""

    @property
    def login(self) -> str:
        """How the account is called."""
        had = self.meanwhile if isinstance(self.meanwhile, str) else f"had{_letters(self.meanwhile)}"
        return f"{_letters(self.roles)}-{self.place}-{had}".strip("-").lower()

    @property
    def began_with(self) -> frozenset[Role]:
        """The roles when the desk was opened."""
        return self.roles if isinstance(self.meanwhile, str) else self.meanwhile

    @property
    def is_shut_out(self) -> bool:
        """Disabled, or the password reset, while signed in."""
        return isinstance(self.meanwhile, str) and bool(self.meanwhile)

    @property
    def is_on_case(self) -> bool:
        """One of the case's mediators, with its key or without."""
        return self.place in ("holder", "waiting")

    @property
    def holds(self) -> bool:
        """Whether what was said alone is for them."""
        return self.place == "holder" and not self.meanwhile and M in self.roles


def _letters(roles: frozenset[Role]) -> str:
    return "".join(role.name[0] for role in (M, S, A) if role in roles)


def _actors() -> tuple[Actor, ...]:
    one = frozenset
    pairs = (one({M, S}), one({M, A}))
    return (
        *(Actor(roles, "holder") for roles in (one({M}), *pairs)),
        *(Actor(roles, "waiting") for roles in (one({M}), one({M, S}))),
        *(Actor(roles, "other") for roles in (one({M}), one({S}), one({A}), *pairs, one({S, A}))),
        *(Actor(roles, "left") for roles in (one({M}), *pairs)),
        *(Actor(roles, "holder", what) for roles in (one({M}), one({M, S}))
          for what in ("disabled", "reset")),
        Actor(one({A}), "other", "disabled"), Actor(one({A}), "other", "reset"),
        *(Actor(now, "holder", had) for had, now in (  # demoted, and made more, meanwhile
            (one({M}), one({S})), (one({M}), one({A})), (one({M, S}), one({S})), (one({M, A}), one({M})),
            (one({M}), one({M, S, A})))),
        Actor(one({M}), "other", one({A})), Actor(one({M}), "other", one({S})))


ACTORS: Mapping[str, Actor] = {actor.login: actor for actor in _actors()}


@dataclass(frozen=True)
class Ground:
    """The office as it stands once everything has happened, and what verbs are called with."""

    office: Office
    cases: Mapping[Stage, Staged]
    desks: Mapping[str, Desk]
    ids: Mapping[str, UUID]
    victim: UUID
    gone: UUID
    recovery: str
    backup: Path
    folder: Path
    bag_id: UUID
    homeward: Path
    preview: Preview
    out_id: UUID
    place: UUID
    typeface: UUID
    company: UUID
    site: UUID
    receiving: UUID


def ground(office: Office, folder: Path) -> Ground:
    """Build it once: everybody sits at an opened desk, has looked at the cases, and then it happens."""
    first = office.first
    ids = {actor.login: colleague(office, actor.login, *actor.began_with) for actor in ACTORS.values()}
    victim, gone = colleague(office, "victim", M), colleague(office, "gone", M)
    accounts.disable(first, gone)
    cases = staged(first, STAGES, lambda stage, case_id: _named(first, ids, stage, case_id))
    _planted(first, cases)
    desks = {login: office.desk(login, LENT) for login in ids}
    for login, actor in ACTORS.items():
        _looked(desks[login], actor, cases)
    for actor in ACTORS.values():
        _happened(first, ids[actor.login], actor, cases)
    for one in (cases[Stage.ACCEPTED], cases[Stage.SIGNED]):
        caucus.note(first, one.case_id, Side.APPLICANT, SIDES[Side.APPLICANT][1])  # the key is another now
    (folder / "backups").mkdir()
    made = upkeep.back_up(first, folder / "backups").path
    bag_id, homeward = _on_the_road(office, cases[Stage.ACCEPTED].case_id, folder)
    place = places.add_place(first, PlaceKind.PARK, "生物园区").result
    site = sites.add_site(first, SiteDraft("城西街道工作站")).result
    (folder / "own.ttf").write_bytes(typeface_of("宁中宋体"))
    typeface = typefaces.add_typeface(first, folder / "own.ttf").result
    company = companies.add_company(first, {"name": "大通速达有限公司"}).result
    receiving = receiving_offices.add_office(first, OfficeDraft(OfficeKind.UNION, "区总工会")).result
    assert place and typeface and company and site and receiving
    return Ground(office, cases, desks, ids, victim, gone, accounts.new_recovery_code(first), made, folder,
                  bag_id, homeward, homecoming.look(first, homeward),
                  leaving.pack(first, leaving.Leaving((cases[Stage.ACCEPTED].case_id,), laptop="小蓝"),
                               folder / "out.mdbag").bag_id, place, typeface, company, site,
                  receiving)


def _on_the_road(office: Office, case_id: UUID, folder: Path) -> tuple[UUID, Path]:
    """A bag that came home already; what it brought is in the case."""
    packed = leaving.pack(office.first, leaving.Leaving((case_id,), laptop="小黑"), folder / "grid.mdbag")
    laptop = opening.found(folder / "grid", folder / "grid.mdbag", PASSWORD, office.around)
    returning.pack(laptop, folder / "grid-home.mdbag")
    laptop.store.close()
    bringing.bring_home(office.first, folder / "grid-home.mdbag")
    return packed.bag_id, folder / "grid-home.mdbag"


def _named(first: Desk, ids: Mapping[str, UUID], stage: Stage, case_id: UUID) -> None:
    for login, actor in ACTORS.items():
        if actor.place == "waiting":
            sharing.add_mediator(first, case_id, ids[login])
        elif actor.place in ("holder", "left"):
            share(first, case_id, ids[login])
        if actor.place == "left" and stage is Stage.CLOSED:
            sharing.remove_mediator(first, case_id, ids[login])


def _planted(first: Desk, cases: Mapping[Stage, Staged]) -> None:
    """An entry of every kind of each side, wherever a side can be heard alone; unsaved typing."""
    for stage in (Stage.ACCEPTED, Stage.SIGNED):
        case_id = cases[stage].case_id
        for side, (word, other, third) in SIDES.items():
            caucus.note(first, case_id, side, word)
            caucus.set_bottom_line(first, case_id, side, yuan(AMOUNTS[side]), text=other, conditions=third,
                                   first_share=yuan(AMOUNTS[side]))
            caucus.take_offer(first, case_id, side, yuan(AMOUNTS[side]), 2, terms=word,
                              first_share=yuan("1000.00"))
            # Every other kind there is, those too that other rooms keep.
            for kind in set(SealedKind) - {SealedKind.BOTTOM_LINE, SealedKind.OFFER}:
                caucus._keep(first, case_id, side, kind, {"text": third}, None)
        drafts.keep(first, f"{case_id}/note", TYPING)


def _looked(desk: Desk, actor: Actor, cases: Mapping[Stage, Staged]) -> None:
    if actor.place in ("holder", "left") and M in actor.began_with:
        told = caucus.talk(desk, cases[Stage.ACCEPTED].case_id)
        assert SIDES[Side.APPLICANT][0] in {word.text for word in told.words}


def _happened(first: Desk, account_id: UUID, actor: Actor, cases: Mapping[Stage, Staged]) -> None:
    if actor.place == "left":
        for stage in (Stage.ACCEPTED, Stage.SIGNED, Stage.RECEIVED):
            sharing.remove_mediator(first, cases[stage].case_id, account_id)
    if actor.meanwhile == "disabled":
        accounts.disable(first, account_id)
    elif actor.meanwhile == "reset":
        accounts.reset_password(first, account_id, "新借来的口令 4471")
    elif not isinstance(actor.meanwhile, str):
        accounts.change(first, account_id, actor.login, actor.roles)
