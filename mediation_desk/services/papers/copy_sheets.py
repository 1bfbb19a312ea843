"""Copy sheets: a case's data in the order of another platform's form, and what was copied of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.copied import CopiedField
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.people import in_role
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.text import masks
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.library.platforms import Platform, PlatformField, PlatformGroup, shipped_platforms
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.told import Told
from mediation_desk.services.papers.whole_case import whole_case
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class CopyField:
    """One field of a sheet. ``shown``: its text as the screen shows it, private parts masked; empty: nobody
    entered it. ``copied_at``: when just this text was copied; ``changed``: another text was. ``too_long``: by
    how many characters it is longer than the platform takes. ``entered``, ``of``: the field at intake in
    which it is entered, and whose it is; empty where it is made of more than one. ``page``: the page beside
    the road on which it is entered instead."""

    key: str
    label: Label
    shown: str
    private: bool = False
    copied_at: datetime | None = None
    changed: bool = False
    too_long: int = 0
    entered: str = ""
    of: UUID | None = None
    page: str = ""


@dataclass(frozen=True)
class CopyGroup:
    """Fields under one heading; ``number``: which of several it is, 0 where there is one only."""

    label: Label
    number: int
    fields: tuple[CopyField, ...]


@dataclass(frozen=True)
class CopySheet:
    """A case in the order of a platform; ``seen``: what a person knows who looked at it."""

    platform: str
    label: Label
    groups: tuple[CopyGroup, ...]
    seen: Seen


@dataclass(frozen=True)
class CopiedText:
    """The whole text that goes to the clipboard, once it is noted that it does."""

    text: str = field(repr=False)
    changes: Changes = field(default_factory=Changes)


def platforms() -> list[tuple[str, Label]]:
    """Every platform by its name, in their order."""
    return [(name, Label(one.title, one.title_en)) for name, one in shipped_platforms().items()]


def sheet(desk: Desk, case_id: UUID, platform: str) -> CopySheet:
    """The case in the order of that platform, with what was copied already."""
    form = _platform(platform)
    with desk.case_reading(case_id) as (work, case):
        desk.looked_at(case)
        marks = {one.field: one for one in case.copied if one.platform == platform}
        groups = tuple(CopyGroup(Label(group.zh, group.en), number,
                                 tuple(_field(marks, key, each, text, _whose(case, group, at))
                                       for key, each, text in fields))
                       for group, number, at, fields in _filled(desk, work, case, form))
        return CopySheet(platform, Label(form.title, form.title_en), groups, Seen(case.version))


def copy(desk: Desk, case_id: UUID, platform: str, key: str, seen: Seen | None = None) -> CopiedText:
    """The whole text of a field, once its mark is kept. A private one needs the right to see whole numbers.

    DeskError where nobody entered it; NotThere for a field that the case no longer has.
    """
    form = _platform(platform)
    with desk.case_work(case_id, "copy_field", seen) as (work, case):
        known = {each_key: (each, text) for _group, _number, _at, fields in _filled(desk, work, case, form)
                 for each_key, each, text in fields}
        if key not in known:
            raise NotThere(case_id)
        each, text = known[key]
        if not text:
            raise DeskError(N_("There is nothing to copy: nobody entered it."), field=key)
        if each.private:
            desk.require(Verb.UNMASK_NUMBERS, own_case=desk.is_member(work, case))
        _mark(desk, work, case, (platform, key), _sha256(text))
        return CopiedText(text, work.commit(lists=()))


def _mark(desk: Desk, work: Work, case: Case, place: tuple[str, str], digest: str) -> None:
    mark = next((one for one in case.copied if (one.platform, one.field) == place), None)
    if mark is None:
        case.copied_all.append(CopiedField(
            id=work.new_key(), case_id=case.id, platform=place[0], field=place[1], sha256=digest,
            copied_by=desk.who.account_id, copied_at=work.who.now))
        return
    mark.sha256, mark.copied_by, mark.copied_at = digest, desk.who.account_id, work.who.now


def _platform(name: str) -> Platform:
    found = shipped_platforms().get(name)
    if found is None:
        raise DeskError(N_("There is no form called “{path}”."), path=name)
    return found


_Filled = tuple[str, PlatformField, str]


def _filled(desk: Desk, work: Work, case: Case, form: Platform
            ) -> Iterator[tuple[PlatformGroup, int, int, list[_Filled]]]:
    """Every group with the number that it is shown with, which one of its kind it is, and its fields' keys
    and texts. A key tells the group, which one of it, and the field."""
    from mediation_desk.documents.template.fill import fill_field

    view = whole_case("", Told.of(desk, work, case, exhibits=True))
    for at, group in enumerate(form.groups):
        those = [None] if group.each is None else list(getattr(view, group.each))
        for number, one in enumerate(those, start=1):
            yield group, number if len(those) > 1 else 0, number - 1, [
                (f"{at}.{number}.{each.id}", each, fill_field(each.text, view, one)) for each in group.fields]


_PARTIES = frozenset({"applicants", "respondents"})


def _whose(case: Case, group: PlatformGroup, at: int) -> UUID | None:
    """The party that the fields of a group are about."""
    if group.each == "third_parties":
        return in_role(case.parties, Role.THIRD_PARTY)[at].id
    return getattr(case, group.each)[at].id if group.each in _PARTIES else None


def _field(marks: Mapping[str, CopiedField], key: str, each: PlatformField, text: str, of: UUID | None
           ) -> CopyField:
    mark, is_same = marks.get(key), False
    if mark is not None:
        is_same = mark.sha256 == _sha256(text)
    return CopyField(key, Label(each.zh, each.en), masks.number(text) if each.private and text else text,
                     each.private, mark.copied_at if mark and is_same else None, bool(mark) and not is_same,
                     max(0, len(text) - each.most) if each.most else 0, each.entered, of, each.page)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
