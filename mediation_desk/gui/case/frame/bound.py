"""A field tied to one attribute of one row: saved as it is left, kept while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject

from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Conflicts, Kind, Seen
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.notes import Notes
from mediation_desk.gui.kit.clash import ClashPanel, ClashWords, ask_beneath
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.services.editing import Edit
from mediation_desk.services.reading import CaseView


class Saver(Protocol):
    """What a bound field needs of the bench."""

    notes: Notes

    @property
    def seen(self) -> Seen:
        """What the person knows of the case now."""

    def save(self, edits: list[Edit], *, done: Callable[[Any], object],
             failed: Callable[[DeskError], object], seen: Seen | None = None) -> None:
        """Save edits of fields."""

    def reload(self) -> None:
        """Read the case anew."""

    def clash_words(self) -> ClashWords:
        """The words in which a conflict is told."""

    def may_fill_in(self, entity: str, attribute: str) -> bool:
        """Whether an empty field of a decided case can still be filled in."""


def row_of(case: Case, entity: str, row_id: UUID) -> Any | None:
    """The row of the case that a field belongs to, None when it was removed or is read apart."""
    if entity == "case":
        return case
    rows: dict[str, list[Any]] = {"party": case.parties_all, "claim": case.claims_all,
                                  "payment": case.payments_all}
    return next((row for row in rows.get(entity, ()) if row.id == row_id and not row.removed_at), None)


class Bound(QObject):
    """The tie between a field and an attribute; it lives and dies with the field."""

    def __init__(self, bench: Saver, field: Field, entity: str, row_id: UUID, attribute: str) -> None:
        super().__init__(field)
        self.bench, self.field = bench, field
        self.entity, self.row_id, self.attribute = entity, row_id, attribute
        self._before: Any = None
        self._saving = 0
        self._known = False
        self._panel: ClashPanel | None = None
        self._helped = False
        self._waits: Edit | None = None  # what was refused, and may be kept once its cause is mended
        self._fills: bool | None = None  # whether it may be filled in though the case is decided
        field.edited.connect(self._typed)
        field.committed.connect(self._commit)

    @property
    def place(self) -> str:
        """Where its draft is kept."""
        return f"{self.entity}/{self.row_id}/{self.attribute}"

    # -- showing -------------------------------------------------------------------------

    def refresh(self, view: CaseView, *, read_only: bool) -> None:
        """Show what is kept now; what a person is typing, or has yet to settle, stays theirs."""
        row = row_of(view.case, self.entity, self.row_id)
        if row is not None:
            self.show_row(row, read_only=read_only and not self.opens(row))

    def opens(self, row: Any) -> bool:
        """Whether the field stood empty as the decided case was first seen here."""
        if not self.bench.may_fill_in(self.entity, self.attribute):
            self._fills = None
        elif self._fills is None:
            self._fills = getattr(row, self.attribute) in (None, "")
        self.field.setProperty("staysOpen", bool(self._fills))
        return bool(self._fills)

    def show_row(self, row: Any, *, read_only: bool) -> None:
        """The same for a row at hand, also of what is read apart from the case (exhibits)."""
        self.field.set_read_only(read_only)
        if self._known and (self._saving or self._panel or self.field.modified()):
            self._try_again(row)
            return
        self._before, self._known = getattr(row, self.attribute), True
        self.field.set_value(self._shown(self._before))
        self._bring_back(read_only)

    def _try_again(self, row: Any) -> None:
        """What was refused is tried again once something else was saved: the cause may have gone."""
        edit, self._waits = self._waits, None
        same = edit is not None and getattr(row, self.attribute) == edit.before
        if edit is not None and same and self.field.error() and not self._panel and not self._saving:
            self._save(edit)

    def _bring_back(self, read_only: bool) -> None:
        draft = self.bench.notes.text(self.place)
        if draft is None or read_only:
            return
        self.field.set_typed(draft)
        if self.field.modified():
            self._helped = True
            self.field.set_help(tr("Typed earlier and not saved yet; it is saved as you go on."))
            self.field.review()
        else:
            self.bench.notes.drop(self.place)

    def _shown(self, value: Any) -> Any:
        return Money(value) if self.attribute.endswith("_fen") and value is not None else value

    def _stored(self, value: Any) -> Any:
        return value.fen if isinstance(value, Money) and self.attribute.endswith("_fen") else value

    # -- saving --------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        if self.field.modified():
            self.bench.notes.keep(self.place, text)
        else:
            self.bench.notes.drop(self.place)

    def _commit(self, value: Any) -> None:
        edit = Edit(self.entity, self.row_id, self.attribute, self._before, self._stored(value))
        self._save(edit)

    def _save(self, edit: Edit, seen: Seen | None = None) -> None:
        self._before = edit.after  # the next edit follows on this one; a refusal takes it back
        self._saving += 1
        self.bench.save([edit], seen=seen or self.bench.seen, done=lambda _changes: self._saved(),
                        failed=lambda error: self._refused(edit, error))

    def _saved(self) -> None:
        self._saving -= 1
        self._waits = None
        if self.field.error():
            self.field.set_error(None)
        if self._helped:
            self._helped = False
            self.field.set_help("")
        if not self.field.modified():
            self.bench.notes.drop(self.place)

    def _refused(self, edit: Edit, error: DeskError) -> None:
        self._saving -= 1
        typed = self.field.typed()
        self._before = edit.before
        self.field.set_value(self._shown(edit.before))
        self.field.set_typed(typed)
        self.bench.notes.keep(self.place, typed)
        if isinstance(error, Conflicts) and error.conflicts[0].kind is Kind.FIELD:
            self._ask(edit, error)
        else:
            self._waits = edit
            self.field.set_error(tr_error(error))

    # -- two people, one field -----------------------------------------------------------

    def _ask(self, edit: Edit, error: Conflicts) -> None:
        """Show both versions beneath the field and let the person choose."""
        self._panel = ask_beneath(self.field, error, self.bench.clash_words(),
                                  lambda mine: self._take_mine(edit, error.seen) if mine
                                  else self._take_theirs())

    def _take_mine(self, edit: Edit, seen: Seen) -> None:
        self._panel = None
        self.field.set_value(self._shown(edit.after))
        self._save(edit, seen)

    def _take_theirs(self) -> None:
        self._panel, self._known = None, False
        self.field.set_value(self._shown(self._before))
        self.bench.notes.drop(self.place)
        self.bench.reload()
