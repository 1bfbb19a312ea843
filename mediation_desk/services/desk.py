"""The desk: an opened store with the office's forms, calendar and clock, and who sits at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from uuid import UUID

from mediation_desk.domain import verbs
from mediation_desk.domain.accounts import Account
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.figures import Figures
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.rights import NotAllowed, Verb, may, require
from mediation_desk.domain.travel.branch import NEEDS_OFFICE, Branch, NeedsOffice
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.library.forms import NO_OVERRIDES
from mediation_desk.services.library import Library
from mediation_desk.services.meanwhile import Meanwhile
from mediation_desk.services.own_law import OfficeLaw
from mediation_desk.services.pauses import Pauses
from mediation_desk.store.journal.present_key import KeyRenewed
from mediation_desk.store.store import Store
from mediation_desk.store.work.work import Actor, Work

Clock = Callable[[], datetime]
UNSAVED = "draft"
"""The verb by which unsaved typing is kept."""


__all__ = ["UNSAVED", "Clock", "Desk", "KeyRenewed", "ShutOut", "SignedIn"]


@dataclass(frozen=True)
class SignedIn:
    """Who sits at the desk: the account as it was last read."""

    account_id: UUID
    name: str
    account: Account


class ShutOut(NotAllowed):
    """The account was disabled, or its password reset, while somebody was signed in with it."""


DISABLED = N_("Your account was disabled meanwhile. Nothing more can be read or saved here; "
              "ask the administrator.")
RESET = N_("The password of your account was reset meanwhile. Nothing more can be read or saved here; sign "
           "in again with the password that the administrator lent you. If you did not ask for it, ask who "
           "did.")


class Desk:
    """Everything a verb needs. One per window; verbs take it as their first argument.

    ``clock`` gives the current instant (aware); ``zone`` is the office's time zone.
    """

    def __init__(self, store: Store, library: Library, clock: Clock, zone: tzinfo, *, who: SignedIn,
                 settings: OfficeSettings, law: OfficeLaw, pauses: Pauses,
                 branch: Branch | None = None, forms: Mapping[str, str] = NO_OVERRIDES) -> None:
        self.store = store
        self.library = library
        self.clock = clock
        self.zone = zone
        self.who = who
        self.settings = settings
        self.law = law
        self.pauses = pauses
        self.branch = branch  # this store is a laptop's
        self.fonts = library.fonts  # likewise, with the office's own
        self.forms = forms  # the office's own, as they were last read
        self.has_older_vault = False  # an older key file was put back; said calmly when the desk opens
        self._seen: dict[UUID, Seen] = {}

    @property
    def calendar(self) -> WorkCalendar:
        """The office's holidays and make-up workdays."""
        return self.law.joined(self.library.calendar)

    @property
    def figures(self) -> Figures:
        """The statutory figures by place and date in force."""
        return self.library.figures.joined(self.law.figures)

    @property
    def today(self) -> date:
        """Today in the office's time zone."""
        return self.now.astimezone(self.zone).date()

    @property
    def now(self) -> datetime:
        """The current instant."""
        return self.clock()

    def may(self, verb: Verb, *, own_case: bool = False) -> bool:
        """Whether the person at the desk may do that, as far as was last read."""
        return may(self.who.account.working_roles, verb, own_case=own_case)

    def require(self, verb: Verb, *, own_case: bool = False) -> None:
        """Refuse in words what the person may not do. To be asked inside a unit of work alone: rights may
        have changed since the last one."""
        require(self.who.account.working_roles, verb, own_case=own_case)
        if verb in NEEDS_OFFICE:
            self.require_office()

    def require_office(self) -> None:
        """NeedsOffice on a laptop."""
        if self.branch is not None:
            raise NeedsOffice(self.branch)

    # -- what was looked at ------------------------------------------------------------------

    def seen(self, case_id: UUID) -> Seen:
        """The case as this desk last read it, and what it kept there itself: what a verb goes by that
        is not told what was looked at."""
        return self._seen.setdefault(case_id, Seen())

    def looked_at(self, case: Case) -> None:
        """The case was read to be looked at."""
        known = self.seen(case.id)
        self._seen[case.id] = replace(known, version=max(known.version, case.version))

    # -- units of work -----------------------------------------------------------------------

    @contextmanager
    def work(self, verb: str = "read", right: Verb | None = None, *, reading: bool = False) -> Iterator[Work]:
        """A unit of work for writing; ``verb`` names it in the journal. ``right``: what the person must be
        allowed to, for verbs that concern no case. Refused once the account is disabled or its password was
        reset, or the store key renewed elsewhere."""
        who = Actor(account_id=self.who.account_id, verb=verb, now=self.now)
        with self.store.work(who, self.calendar, reading=reading) as work:
            if verb != UNSAVED:  # which its owner reads under any store key
                self.store.require_present(work)
            self._meet(work)
            if right is not None:
                self.require(right)
            with self._explained():
                yield work
        for case_id, version in work.kept.items():
            self.seen(case_id).own[version] = work.id

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Whatever was refused because the store key was renewed just now: that is said instead."""
        try:
            yield
        except KeyRenewed:
            raise
        except DeskError as refused:
            if self.store.is_renewed():
                raise KeyRenewed from refused
            raise

    def reading(self, right: Verb | None = None) -> AbstractContextManager[Work]:
        """A unit of work that only reads; it never waits for a writer."""
        return self.work(right=right, reading=True)

    def _meet(self, work: Work) -> None:
        """Read anew who sits here, and let the lists reach as far as they may look today.

        Only a reset password gives an account other keys: whoever sits here came in with the former one.
        """
        account = work.accounts.get(self.who.account_id)
        if account.public_key != self.who.account.public_key:
            raise ShutOut(RESET)
        if not _is_same(account, self.who.account):
            self.who = SignedIn(account.id, account.name, replace(account))  # a copy: nobody's row
        if not account.is_active:
            raise ShutOut(DISABLED)
        work.lists.reach(all_cases=self.may(Verb.LIST_ALL_CASES),
                         own_cases=self.may(Verb.READ_CASE, own_case=True))

    @contextmanager
    def case_work(self, case_id: UUID, verb: str, seen: Seen | None = None) -> Iterator[tuple[Work, Case]]:
        """A unit of work on one case: the person may do it, the case's stage allows it, and commit()
        keeps it only where it goes together with what others kept meanwhile (else Conflicts).

        ``seen``: what the person looked at; None: as this desk last read the case.
        """
        known = seen or self.seen(case_id)
        with self.work(verb) as work:
            case = work.cases.get(case_id, to_write=True)
            self.require(verbs.VERBS[verb].right, own_case=self.is_member(work, case))
            verbs.require(case, verb)
            meanwhile = Meanwhile(work, case, verbs.VERBS[verb], known, self.zone)
            work.guard = meanwhile.settle
            try:
                yield work, case
            except NotThere as missing:
                raise meanwhile.explained(missing) from missing
        if case_id in work.kept:
            known.own[work.kept[case_id]] = work.id

    @contextmanager
    def case_reading(self, case_id: UUID, right: Verb = Verb.READ_CASE, *,
                     whole: bool = True) -> Iterator[tuple[Work, Case]]:
        """The same, for reading only. ``whole`` False: the case's lists come as they are looked at, and
        not at all once the unit of work is over; for verbs that need the right and few of its rows."""
        with self.reading() as work:
            case = work.cases.whole(case_id) if whole else work.cases.get(case_id)
            self.require(right, own_case=self.is_member(work, case))
            yield work, case

    def is_member(self, work: Work, case: Case) -> bool:
        """Whether the person is a mediator of the case."""
        return work.members.includes(case.id, self.who.account_id)


def _is_same(one: Account, other: Account) -> bool:
    """Whether nothing that counts here was changed."""
    return all(getattr(one, name) == getattr(other, name)
               for name in ("name", "roles", "disabled_at", "removed_at", "standing", "site_id"))
