"""Referral: what of the matter lies with which office, how far it is, and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt

from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.referrals import Referral, is_open, is_out, open_first
from mediation_desk.domain.referring.clocks import effects
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.verbs import may_now
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.origin.card import OriginCard
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.case.referral.acts import ActsRow
from mediation_desk.gui.case.referral.coming_back import Note, NoteCard
from mediation_desk.gui.case.referral.drafting import DraftingCard
from mediation_desk.gui.case.referral.effects import EffectsList
from mediation_desk.gui.case.referral.handing import HandingCard
from mediation_desk.gui.case.referral.rows import columns
from mediation_desk.gui.case.referral.sealing import SealingCard
from mediation_desk.gui.case.referral.words import part_words, where_words
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_next, choose_where
from mediation_desk.gui.kit.tables.table import ROW_HEIGHT, RowsModel, Table
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.papers.enclosed import LETTER
from mediation_desk.services.reading import CaseView
from mediation_desk.services.referral import answering, referring
from mediation_desk.services.referral.referring import ReferralDraft

Card = DraftingCard | HandingCard | SealingCard | NoteCard
ROWS, LEAST_ROWS, EMPTY_ROWS, BESIDE_CARD = 8, 3, 7, 2  # of the table that are in sight at once


class ReferralPage(StationPage):
    """The referrals of the case, the card of a draft above them; beneath, what can be done with the chosen
    one, and what it does to the clocks."""

    papers_of = "referral"

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench)
        self._may = False
        self.papers = PapersButton(bench, self, self)
        self.drafting, self.handing, self.noting = DraftingCard(bench), HandingCard(bench), NoteCard(bench)
        self.sealing, self.origin = SealingCard(bench), OriginCard(bench)
        self.model = RowsModel(columns(bench.today))
        self.table = Table(self.model, name=tr("Referral"))
        self.acts, self.effects, self.where = ActsRow(), EffectsList(), label("", wrap=True)
        self._lay()
        self._listen()

    @property
    def _cards(self) -> tuple[Card, ...]:
        """Of which one is open at a time."""
        return self.drafting, self.handing, self.sealing, self.noting

    def heading(self) -> str:
        """The page is no station's."""
        return tr("Referral")

    def _lay(self) -> None:
        self.head.addWidget(self.papers)
        self.add(self.origin)
        self.add(self.drafting)
        self.add(self.table)
        self.add(self.acts)
        for card in (self.handing, self.sealing, self.noting, self.where, self.effects):
            self.add(card)
        self.body.addStretch(1)

    def _listen(self) -> None:
        self.drafting.drafted.connect(self._keep_draft)
        self.noting.noted.connect(self._keep_note)
        self.handing.printed.connect(lambda one: self.papers.open(LETTER, referral=one.id))
        self.handing.written.connect(lambda text: self.bar.notice(text, meaning="agreed", stays=True))
        self.table.chosen.connect(lambda _row: self._offer())
        self.table.opened.connect(lambda _row: self.open_next())
        acts = self.acts
        acts.seal.clicked.connect(self._seal)
        for made, act in ((acts.change, self._change), (acts.hand, self._hand), (acts.urge, self._urge),
                          (acts.received, self._receive), (acts.letter, self.print_pdf),
                          (acts.answer, self._answer), (acts.remove, self._remove),
                          (acts.returned, self._return),
                          (acts.close_case, self._close)):
            made.clicked.connect(act)
        for card in self._cards:
            self.leaves(card, partial(self._put_by, card))
            card.closed.connect(self._closed)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the referrals; what somebody has still to act on stands first."""
        desk = self.bench.desk
        self._may = (desk.may(Verb.REFER_CASE, own_case=view.own)
                     and may_now(view.case, "draft_referral"))
        chosen = self.table.current_row()
        self.model.set_rows(open_first(view.case.referrals))
        self._choose(chosen.id if chosen else None)
        self.acts.show_case(view)
        self._say_empty()
        self.set_primary(tr("Refer …"), self.begin_draft if self._may else None, picture="plus")
        self.papers.show_case(view)
        for card in (self.drafting, self.handing, self.noting, self.origin):
            card.show_case(view)
        self._offer()
        self._fit_table()

    def _choose(self, wanted: UUID | None) -> None:
        """The row that was chosen stays chosen; else the first, where there is one."""
        if not choose_where(self.table, lambda row: row.id == wanted) and self.model.rowCount():
            self.table.choose_row(0)

    def set_read_only(self, _read_only: bool) -> None:
        """Referrals go on after the end too: an answer may come long after."""
        super().set_read_only(not self._may)
        if not self._may:
            for card in self._cards:
                card.leave()

    def _say_empty(self) -> None:
        self.table.set_empty(
            tr("Nothing was referred"),
            tr("Where a part of the matter is another department's business, refer it there from here: "
               "social insurance, inspection, arbitration, police, legal aid. The case goes on meanwhile."),
            picture="arrow-bend-up-right", action=tr("Refer …") if self._may else "",
            on_action=self.begin_draft if self._may else None)

    def _fit_table(self) -> None:
        """As high as it has rows; while a card is open, that has the room."""
        open_ = not all(card.isHidden() for card in self._cards)
        count = self.model.rowCount()
        rows = BESIDE_CARD if open_ else max(LEAST_ROWS, min(ROWS, count)) if count else EMPTY_ROWS
        self.table.setVisible(bool(count) or not open_)
        self.table.setFixedHeight(look().px(ROW_HEIGHT * (rows + 1) + 8))

    def _offer(self) -> None:
        """What can be done with the chosen one, as far as it is."""
        one, view, today = self.table.current_row(), self.bench.view, self.bench.desk.today
        self.acts.offer(one, view, self._may)
        self.where.setText(where_words(one, today) if one is not None else "")
        waits = one is not None and view is not None and is_open(one)
        self.effects.show_effects(effects(view.case, one, today) if waits and one and view else ())

    def focus_first(self) -> None:
        """The list, or the first step where it is empty."""
        (self.table if self.model.rowCount() else self.primary).setFocus(Qt.FocusReason.OtherFocusReason)

    def find_text(self, text: str) -> bool:
        """Go to the next referral that holds the text."""
        found = choose_next(self.table, text, lambda row: (
            row.office, part_words(row), row.number, row.result))
        return found or super().find_text(text)

    # -- doing ---------------------------------------------------------------------------

    def begin_draft(self) -> None:
        """Open the card for a new referral."""
        self._open(self.drafting)
        self.drafting.begin()
        self._fit_table()
        self.area.ensureWidgetVisible(self.drafting)

    def _change(self) -> None:
        if (one := self.table.current_row()) is not None:
            self._open(self.drafting)
            self.drafting.begin(one)
            self._fit_table()

    def _hand(self) -> None:
        if (one := self.table.current_row()) is not None:
            self._open(self.handing)
            self.handing.begin(one)
            self._fit_table()

    def _seal(self) -> None:
        if (one := self.table.current_row()) is not None:
            self._open(self.sealing)
            self.sealing.begin(one)
            self._fit_table()
            self.area.ensureWidgetVisible(self.sealing)

    def _note(self, note: Note) -> None:
        if (one := self.table.current_row()) is not None:
            self._open(self.noting)
            self.noting.open(one, note)
            self._fit_table()

    def _answer(self) -> None:
        self._note(Note.ANSWERED)

    def _return(self) -> None:
        self._note(Note.RETURNED)

    def open_next(self) -> None:
        """Enter on a line: what comes next with it, by how far it is."""
        one = self.table.current_row()
        if one is None or not self._may:
            return
        if one.handed_on is None:
            self._hand()
        elif is_out(one):
            self._note(Note.RECEIVED if one.received_on is None else Note.ANSWERED)
        else:
            self._note(Note.ANSWERED if one.answered_on else Note.RETURNED)

    def _open(self, card: object) -> None:
        for other in self._cards:
            if other is not card:
                other.leave()

    def _keep_draft(self, before: Referral | None, entered: ReferralDraft, seen: Seen) -> None:
        given = (referring.draft,) if before is None else (referring.change, before)
        self.bench.run(*given, entered, form=self.drafting.form, near=self.drafting, seen=seen,
                       done=lambda changes: self._drafted(changes.result if before is None else before.id),
                       notice=tr("The draft is kept. Hand it over when it is ready."),
                       undo=not self.bench.read_only, after=self.focus_first)

    def _drafted(self, key: UUID | None) -> None:
        self.drafting.end()
        self.bench.settled(lambda: self._choose(key))

    def _keep_note(self, before: Referral, after: Referral, papers: Sequence[FileSource], seen: Seen) -> None:
        along = (papers,) if papers else ()
        verb = answering.answer if papers else referring.note
        self.bench.run(verb, before, after, *along, form=self.noting.form, near=self.noting, seen=seen,
                       done=lambda _changes: self.noting.end(), notice=tr("Noted."),
                       undo=not self.bench.read_only, after=self.focus_first)

    def _receive(self) -> None:
        self._one_press("received_on", tr("Received there today."))

    def _urge(self) -> None:
        self._one_press("urged_on", tr("Noted: the answer was asked for again today."))

    def _one_press(self, field: str, notice: str) -> None:
        one = self.table.current_row()
        if one is not None:
            after = replace(one, **{field: self.bench.desk.today})
            self.bench.run(referring.note, one, after, notice=notice, undo=not self.bench.read_only)

    def _remove(self) -> None:
        if (one := self.table.current_row()) is not None:
            self.bench.run(referring.remove, one.id, notice=tr("Taken out: the referral to {office}.",
                                                               office=one.office),
                           undo=not self.bench.read_only)

    def _close(self) -> None:
        self.go_to_field(Station.CLOSING, "referred_to", None)

    def _put_by(self, card: Card) -> None:
        card.leave()
        self._closed()

    def _closed(self) -> None:
        """A card was put away: the list has its room again, and the keyboard."""
        self._fit_table()
        self.focus_first()

    def print_pdf(self) -> None:
        """Ctrl+P: the letter of the chosen referral."""
        one = self.table.current_row()
        if one is not None:
            self.papers.open(LETTER, referral=one.id)
        elif not self.papers.open_first():
            self.bar.notice(tr("Refer something first; then there is a letter to print."))

    def help_text(self) -> str:
        """What the page is for."""
        return tr("Here stands what of the matter was referred to another office, why, and how far that is. "
                  "Choosing a part proposes the kind of office, the reason and the day of the answer; all of "
                  "it can be written over.\n\nA draft is handed over by its letter, with the list of what "
                  "goes along and a receipt to tear off, in a sealed package that the other office opens "
                  "into its own intake, or as plain files. From then on it stands on Today "
                  "and in the calendar until it is answered or returned.\n\nEnter on a line does what comes "
                  "next; Ctrl+P shows its letter. Nothing said alone can go along.")
