"""The words by which pasted texts are read, as text: an office changes them, tries them, keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.spotting.spots import Spot
from mediation_desk.domain.intake.spotting.spotting import LONGEST, Spotter
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.spotting import FILES, path_of, read_rules, shipped_text
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk
from mediation_desk.services.form_texts import LARGEST, Standing
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.office.own_texts import keep_text


@dataclass(frozen=True)
class WordsFile:
    """One file of words. ``trouble``: the office's own text cannot be used by this program, and why; the
    shipped one counts then."""

    name: str
    standing: Standing
    trouble: FormError | None = None


def listed(desk: Desk) -> list[WordsFile]:
    """The files, each once."""
    with desk.reading() as work:
        desk.forms = forms_in_force(work)
    return [_listed(name, desk.forms.get(path_of(name))) for name in FILES]


def _listed(name: str, own: str | None) -> WordsFile:
    if own is None:
        return WordsFile(name, Standing.SHIPPED)
    try:
        read_rules({path_of(name): own})
    except FormError as trouble:
        return WordsFile(name, Standing.CHANGED, trouble)
    return WordsFile(name, Standing.CHANGED)


def text_of(desk: Desk, name: str) -> str:
    """The file as it is written: the office's own, else the shipped one."""
    return own_text_of(desk, name) or shipped_text(name)


def own_text_of(desk: Desk, name: str) -> str | None:
    """The office's own text, None where it has none: what ``keep`` and ``drop`` take as seen."""
    with desk.reading() as work:
        return forms_in_force(work).get(path_of(_known(name)))


def tried(desk: Desk, name: str, text: str, sample: str) -> tuple[Spot, ...]:
    """What would be spotted in a sample with this file as it is typed. FormError with the line where it is
    wrong; nothing is kept."""
    rules = read_rules({**desk.forms, path_of(_known(name)): text})
    return Spotter(rules).read(storable(sample)[:LONGEST], desk.today)


def keep(desk: Desk, name: str, text: str, seen: str | None = None) -> Changes:
    """Let this be the office's file of that name. Verb.EDIT_FORMS. ``seen``: the office's own text as the
    person looked at it. FormError with the line for what cannot be used; Conflicts where a colleague changed
    it meanwhile."""
    whole = storable(text.replace("\r\n", "\n"))
    if len(whole) > LARGEST:
        raise DeskError(N_("The form is longer than {most} characters."), field="file", most=LARGEST)
    read_rules({path_of(_known(name)): whole})
    return keep_text(desk, path_of(name), whole, seen)


def drop(desk: Desk, name: str, seen: str | None = None) -> Changes:
    """Let the shipped file count again. Verb.EDIT_FORMS."""
    return keep_text(desk, path_of(_known(name)), None, seen)


def _known(name: str) -> str:
    if name not in FILES:
        raise DeskError(N_("There is no form called “{path}”."), path=name)
    return name
