"""What is said of an instalment that is not paid: how late it is, what was promised, what went out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.money import ZERO
from mediation_desk.domain.payments.dues import LATE, Due, Section
from mediation_desk.domain.payments.kept import KeptLine, percent
from mediation_desk.domain.payments.promises import PromiseState
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.performance.lateness import within_grace
from mediation_desk.domain.vocabulary import InstalmentState
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence, words
from mediation_desk.gui.pages.states import days_state

EVERYTHING = N_("All instalments")
NOTHING: Mapping[Section | None, str] = MappingProxyType({
    Section.WEEK: N_("Nothing falls due this week."),
    Section.REMIND: N_("Nobody is to be reminded today."),
    Section.PROMISED: N_("Nothing is promised. Note a call with the day by which they promised to pay, and "
                         "it is listed here."),
    Section.BROKEN: N_("No promise is broken."),
    Section.CALL: N_("Nothing is to be looked at again. Note with a call on which day that should be, and it "
                     "comes here on that day.")})
NOTHING_LATE = N_("Nothing is as late as that.")


def section_name(section: Section | None) -> str:
    """What a section is called; None: everything."""
    return tr(section.label if section else EVERYTHING)


def nothing_words(section: Section | None) -> tuple[str, str]:
    """What is said where a section is empty: a title, and what belongs there."""
    if section is None:
        return tr("Nothing is to be paid"), tr(
            "Instalments come here by themselves once an agreement is signed under Settlement, and go once "
            "they are paid.")
    return section_name(section), tr(NOTHING_LATE if section in LATE else NOTHING[section])


def when_state(due: Due, today: date) -> State:
    """How long until its day, or how late it is."""
    return days_state(due.due_on, today)


def promise_state(due: Due, today: date) -> State | None:
    """What was promised, and by when; None: nothing that still counts."""
    state, promise = due.promised(today), due.promise
    if state is None or promise is None:
        return None
    if state is PromiseState.BROKEN:
        return State(tr("Promise broken"), "overdue", "hand-palm")
    return State(tr("Promised for {day}", day=promise.promised_on.isoformat()), "accent", "handshake")


def told_of(due: Due, today: date) -> Iterator[str]:
    """Amount, days and grace of an instalment, sentence by sentence."""
    if due.paid > ZERO:
        yield tr("Of {amount} agreed, {paid} is paid.", amount=due.amount, paid=due.paid)
    state = due.state(today)
    if due.accelerated:
        yield tr("Because an earlier instalment was not paid in time, it fell due at once on {day}; agreed "
                 "was {agreed}.", day=due.due_on, agreed=due.agreed_on)
    else:
        yield tr("Due on {day}.", day=due.due_on)
    grace = within_grace(due.number, due.due_on, due.grace_days, today)
    if state is InstalmentState.GRACE and grace is not None:
        yield tr_sentence(grace)
    elif late := due.days_late(today):
        yield tr_count("It is 1 day late.", "It is {count} days late.", late)
    yield from _promised(due, today)


def _promised(due: Due, today: date) -> Iterator[str]:
    promise, state = due.promise, due.promised(today)
    if promise is None or state is None:
        return
    told = {"spoken": promise.spoken_on, "day": promise.promised_on}
    if promise.amount is None:
        yield tr("On {spoken} they promised to pay by {day}.", **told)
    else:
        yield tr("On {spoken} they promised to pay {amount} by {day}; {paid} has come since.",
                 amount=promise.amount, paid=promise.paid, **told)


def call_words(note: PaymentNote, names: Mapping[UUID, str]) -> tuple[str, str]:
    """A call: when and with whom, and what was said and promised."""
    whom = " ".join(filter(None, (names.get(note.party_id, "") if note.party_id else "", note.spoken_with)))
    said = [note.text]
    if note.promised_on and note.promised is not None:
        said.append(tr("Promised: {amount} by {day}.", amount=note.promised, day=note.promised_on))
    elif note.promised_on:
        said.append(tr("Promised to pay by {day}.", day=note.promised_on))
    if note.remind_on:
        said.append(tr("To be looked at again on {day}.", day=note.remind_on))
    return " · ".join(filter(None, (words().day(note.spoken_on), whom))), "\n".join(filter(None, said))


def reminder_words(sent: Reminder, parties: Mapping[UUID, str], accounts: Mapping[UUID, str],
                   at: str) -> tuple[str, str]:
    """A reminder that went out: when, how and by whom, and to whom. ``at``: the office's time."""
    head = " · ".join((at, tr(sent.manner.label), accounts.get(sent.sent_by, "")))
    to = parties.get(sent.party_id, "") if sent.party_id else tr("All who owe")
    return head, tr("Instalment {number}, to {name}", number=sent.instalment, name=to)


def names_of(parties: list[Party]) -> dict[UUID, str]:
    """What the parties are called."""
    return {one.id: one.name for one in parties}


def kept_words(line: KeptLine) -> str:
    """One line of what became of the agreements; empty where no agreement's last day has come."""
    if not line.agreements:
        return ""
    return tr_count(
        "Kept or not: of {count} agreement whose last day has come, {full} % is paid in full and {time} % "
        "was paid on time.",
        "Kept or not: of {count} agreements whose last day has come, {full} % are paid in full and {time} % "
        "were paid on time.", line.agreements, full=percent(line.in_full, line.agreements),
        time=percent(line.on_time, line.agreements))


def help_words() -> str:
    """F1 of the page."""
    return tr(
        "At the left stand the reasons to look at an instalment, each with how many there are and what is "
        "owed on them; the sums follow the filters above the list. A press on a column's title sorts by day, "
        "amount or number. Enter or a double click opens the case at Performance.\n\n"
        "Beside the list: note each call with what was promised, and on which day to look again. A promise "
        "that is not kept by its day stands under “Promise broken”. “Remind” shows the text for whoever "
        "owes, or for a worker; what goes out, by whom and when is noted in the case.\n\n"
        "Reminders are due as many days before an instalment's day as Office says, and on the day itself. "
        "“Kept or not” counts what became of the agreements, by kind of terms.")
