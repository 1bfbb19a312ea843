"""The joint minutes of a session, edited in place: every act is kept at once, and undone like any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.minutes import MinuteEntry
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.vocabulary import MinuteKind, NoResult, SessionResult
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.frame.layouts import drop
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, SegmentField, TextArea
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import minutes
from mediation_desk.services.mediation.minutes import EntryDraft, MinutesDraft
from mediation_desk.services.reading import CaseView

Parties = Sequence[tuple[UUID, str]]


class EntryRow(QWidget):
    """One entry: what it tells, whose words they are, and the words, with what can be done with it."""

    def __init__(self, part: MinutesPart, entry: MinuteEntry, parties: Parties) -> None:
        super().__init__()
        self.part, self.entry = part, entry
        self.text = TextArea("", name="text", lines=1, most=10, required=True)
        self.text.committed.connect(lambda _text: part.keep())
        self.what = label("", "small")
        self.acts = [self._act("arrow-up", tr("Move up"), lambda: part.shift(self, -1)),
                     self._act("arrow-down", tr("Move down"), lambda: part.shift(self, 1)),
                     self._act("x", tr("Take the entry out"), lambda: part.take_out(self))]
        row = QHBoxLayout()
        row.setSpacing(look().px(2))
        row.addWidget(self.text, 1)
        for made in self.acts:
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.what)
        column.addLayout(row)
        self.show_entry(entry, parties)

    def _act(self, picture: str, words: str, act: Callable[[], object]) -> QToolButton:
        made = tool(picture, words, "muted", size=16)
        made.clicked.connect(act)
        return made

    def show_entry(self, entry: MinuteEntry, parties: Parties) -> None:
        """Show the entry as it is kept; words that are being typed stay."""
        self.entry = entry
        who = dict(parties).get(entry.party_id) if entry.party_id else ""
        what = tr(entry.kind.label)
        self.what.setText(tr("{what}: {who}", what=what, who=who) if who else what)
        self.text.set_value(entry.text)
        self.text.area.setAccessibleName(self.what.text())

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting change."""
        self.text.set_read_only(read_only)
        for made in self.acts:
            made.setVisible(not read_only)

    def draft(self) -> EntryDraft:
        """The entry as it stands here."""
        return EntryDraft(self.entry.kind, self.text.value(), self.entry.party_id, self.entry.about,
                          self.entry.id)


class MinutesPart(QWidget):
    """The entries in their order, a line to add one, what can be drawn up from the record, and the result."""

    def __init__(self, bench: CaseBench, session: MediationSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.session_id = bench, session.id
        self.place = f"minutes/{session.id}"
        self.rows: list[EntryRow] = []
        self._parties: Parties = ()
        self._stands: tuple[SessionResult | None, NoResult | None] = (None, None)
        self.new, self.result = self._new(), self._result()
        self.add_button = button(tr("Add the entry"), picture="plus")
        self.draw_button = button(tr("Draw up what happened"), "quiet", picture="note")
        self.add_button.clicked.connect(self.add)
        self.draw_button.clicked.connect(self.draw)
        self.new.does(self.add_button)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(look().px(8))
        self._lay()
        bench.notes.bring_back(self.new, self.place)
        bench.notes.watch(self.new, self.place)

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Minutes"), "group"))
        column.addWidget(label(tr("What everybody at the table may read; the record is printed from it. What "
                                  "a side said alone is never drawn upon."), "muted", wrap=True))
        column.addLayout(self._entries)
        column.addWidget(self.new)
        column.addLayout(row_of(self.add_button, self.draw_button))
        column.addWidget(self.result)

    def _new(self) -> Form:
        form = Form(self)
        form.add(ChoiceField(tr("New entry"), choices(MinuteKind), name="kind")).set_value(
            MinuteKind.STATEMENT)
        self.speaker = form.add(ChoiceField(tr("Whose words"), name="party_id", width=20,
                                            empty=tr("Nobody's in particular")))
        form.add(TextArea(tr("Words"), name="text", lines=2), wide=True)
        return form

    def _result(self) -> Form:
        form = Form(self)
        form.add(SegmentField(tr("Result of the session"), choices(SessionResult), name="result"), wide=True)
        form.add(ChoiceField(tr("Why no agreement"), choices(NoResult), name="no_result",
                             empty=tr("Not said")))
        form.committed.connect(lambda name, value: self._result_chosen(name, value))
        return form

    # -- showing -------------------------------------------------------------------------

    def show_session(self, view: CaseView, session: MediationSession, *, read_only: bool) -> None:
        """The minutes as they are kept."""
        sides = [*view.case.applicants, *view.case.respondents]
        self._parties = [*told_apart(sides).items()]
        self.speaker.set_choices(self._parties)
        self._show_entries(session.minutes, [*told_apart(view.case.parties_all).items()])
        self.result.set_values({"result": session.result, "no_result": session.no_result})
        self._stands = session.result, session.no_result
        self._follow_result()
        for row in self.rows:
            row.set_read_only(read_only)
        self.result.set_read_only(read_only)
        for made in (self.new, self.add_button, self.draw_button):
            made.setVisible(not read_only)

    def _show_entries(self, kept: Sequence[MinuteEntry], parties: Parties) -> None:
        known = {row.entry.id: row for row in self.rows}
        self.rows = []
        for at, entry in enumerate(kept):
            row = known.pop(entry.id, None)
            if row is None:
                row = EntryRow(self, entry, parties)
            else:
                row.show_entry(entry, parties)
                self._entries.removeWidget(row)
            self._entries.insertWidget(at, row)
            self.rows.append(row)
        for gone in known.values():
            drop(gone)

    def _follow_result(self) -> None:
        reason = self.result.field("no_result")
        reason.setVisible(self.result.field("result").typed() == SessionResult.NOT_AGREED.value)

    # -- doing ---------------------------------------------------------------------------

    def keep(self, entries: Sequence[EntryDraft] | None = None, *, notice: str = "",
             done: Callable[[object], object] | None = None,
             result: tuple[SessionResult | None, NoResult | None] | None = None) -> None:
        """Keep the minutes, with these entries where some came, went or moved, or with another result."""
        draft = MinutesDraft([row.draft() for row in self.rows] if entries is None else entries,
                             *(self._stands if result is None else result))
        self.bench.run(minutes.keep_minutes, self.session_id, draft, form=self.result, near=self, done=done,
                       notice=notice)

    def _drafts(self) -> list[EntryDraft]:
        """The entries, with words that are still being typed."""
        for row in self.rows:
            row.text.commit()
        return [row.draft() for row in self.rows]

    def add(self) -> None:
        """Add the entry that was written."""
        values = self.new.values() if self.new.commit() else {}
        text, kind, party = str(values.get("text", "")), values.get("kind"), values.get("party_id")
        if not text:
            self.new.field("text").set_error(tr("Write the entry first."))
            self.new.field("text").setFocus()
            return
        assert isinstance(kind, MinuteKind)
        made = EntryDraft(kind, text, party if isinstance(party, UUID) else None)
        self.keep([*self._drafts(), made], done=lambda _changes: self._added(),
                  notice=tr("The entry is kept."))

    def _added(self) -> None:
        self.bench.notes.drop(self.place)
        self.new.field("text").set_value("")
        self.new.field("text").setFocus()

    def draw(self) -> None:
        """Add what the open record has and the minutes do not tell yet."""
        self.bench.read(minutes.drawn, self.session_id, done=self._drawn)

    def _drawn(self, found: Sequence[EntryDraft]) -> None:
        if found:
            self.keep([*self._drafts(), *found],
                      notice=tr("Added from the record: {count}", count=len(found)))
        else:
            self.bench.told.emit(tr("The minutes have all that the record has."), False)

    def shift(self, row: EntryRow, by: int) -> None:
        """Let an entry change places with its neighbour."""
        entries, at = self._drafts(), self.rows.index(row)
        if 0 <= at + by < len(entries):
            entries[at], entries[at + by] = entries[at + by], entries[at]
            self.keep(entries)

    def take_out(self, row: EntryRow) -> None:
        """Take an entry out; Undo brings it back."""
        entries = self._drafts()
        del entries[self.rows.index(row)]
        self.keep(entries, notice=tr("The entry was taken out."))

    def _result_chosen(self, name: str, value: object) -> None:
        self._follow_result()
        values = self.result.values()
        result, reason = values["result"], values["no_result"]
        if name == "result" and value is SessionResult.NOT_AGREED and not reason:
            self.result.field("no_result").setFocus()  # kept with its reason
            return
        self.keep(result=(result if isinstance(result, SessionResult) else None,
                          reason if isinstance(reason, NoResult) else None))
