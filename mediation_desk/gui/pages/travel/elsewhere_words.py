"""What is said of bags and cases of other offices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.tables.table import Column, Kind
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.gui.pages.titles import short_title
from mediation_desk.gui.pages.travel.leaving import megabytes
from mediation_desk.services.travel.handing_back import FromOffice
from mediation_desk.services.travel.receiving import Incoming, Offered, Standing, TakenIn
from mediation_desk.services.travel.returning import PackedHome


def columns() -> list[Column]:
    """How the cases of a bag are listed."""
    return [
        Column("label", tr("Number there"), lambda one: one.label, width=18, whole=True),
        Column("title", tr("Case"), lambda one: short_title(one.case) if one.case else "?", width=24),
        Column("standing", tr("Standing"), standing, Kind.STATE, width=20),
        Column("why", tr("Why not"), lambda one: tr_sentence(one.trouble) if one.trouble else "", width=20,
               stretch=True, yields=1),
    ]


def standing(one: Offered) -> State:
    """What becomes of it."""
    if one.trouble is not None:
        return State(tr("is not taken in"), "disputed", "warning-circle")
    if one.standing is Standing.HERE:
        return State(tr("is here: {number}", number=one.here), "muted", "check")
    if one.standing is Standing.AGAIN:
        return State(tr("brought up to date: {number}", number=one.here), "accent")
    return State(tr("new here"), "agreed", "plus")


def summary(looked: Incoming, zone: tzinfo) -> str:
    """From whom, when, why and how much; and what does not come."""
    lines = [tr("From {office}, packed by {sender} on {day}", office=looked.office, sender=looked.sender,
                day=f"{looked.packed_at.astimezone(zone):%Y-%m-%d %H:%M}"),
             tr("Reason: {reason}", reason=looked.reason)]
    cases = tr_count("{count} case", "{count} cases", len(looked.cases))
    evidence = tr_count("{count} file of evidence", "{count} files of evidence", looked.files)
    lines.append(tr("{cases}, {evidence}, about {size}", cases=cases, evidence=evidence,
                    size=megabytes(looked.size)))
    lines += [f"{one.label}: {tr_sentence(one.trouble)}" for one in looked.cases if one.trouble]
    return "\n".join(lines)


def taken(made: TakenIn) -> Iterator[str]:
    """What became of each case."""
    for _case_id, here_, there in made.kept:
        yield tr("{there} of {office} is {here} here.", there=there, office=made.office, here=here_)
    for there, why in made.waiting:
        yield f"{there}: {tr_sentence(why)}"
    if not made.kept and not made.waiting:
        yield tr("All of it was here already; nothing was changed.")


def here(line: FromOffice, zone: tzinfo) -> str:
    """Which cases are here from an office, by their numbers here and there."""
    named = [tr("{here} (there {there})", here=number, there=there) for _id, number, there in line.cases]
    if line.hidden:
        named.append(tr_count("{count} case of colleagues", "{count} cases of colleagues", line.hidden))
    return tr("Here since {day}: {cases}", day=f"{line.since.astimezone(zone):%Y-%m-%d}",
              cases="; ".join(named))


def packed_back(made: PackedHome) -> Iterator[str]:
    """What is in a bag that goes back."""
    changed = tr_count("{count} case was changed here", "{count} cases were changed here", made.changed)
    still = tr_count("in {count} nothing was done", "in {count} nothing was done", made.still)
    yield tr("Packed into {path}: {changed}, {still}.", path=made.path, changed=changed, still=still)
    yield tr("The other office brings it home under “Bring a bag home”. What is done here afterwards needs "
             "another bag.")
