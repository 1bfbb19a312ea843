"""The office's own texts in place of shipped ones: kept, and each former one with them."""

from __future__ import annotations

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Key
from mediation_desk.domain.own_files import OwnForm
from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.office.merging import merged_rows
from mediation_desk.store.work.work import Work

TABLE = "own_forms"


def keep_text(desk: Desk, path: str, text: str | None, seen: str | None) -> Changes:
    """Let this be the office's text at that path under ``forms/``; None: the shipped one counts again, or an
    own one is gone. Verb.EDIT_FORMS.

    ``seen``: the office's own text as the person looked at it, None where there was none. Conflicts where a
    colleague changed it meanwhile. A former text is never written over.
    """
    with desk.work("edit_forms", Verb.EDIT_FORMS) as work:
        standing = next((one for one in _standing(work) if one.path == path), None)
        stands = standing.text if standing else None
        merged = merged_rows(desk, work, _row(path, seen), _row(path, text), _row(path, stands),
                             lambda _place: (TABLE, str(standing.id if standing else "")))
        wanted = merged.get((TABLE, path), {}).get("text")
        if standing is not None and wanted != standing.text:
            standing.removed_at = work.who.now
        if isinstance(wanted, str) and (standing is None or wanted != standing.text):
            work.put(OwnForm(id=work.new_key(), path=path, text=wanted))
        changes = work.commit(lists=("forms",))
        desk.forms = forms_in_force(work)
    return changes


def _standing(work: Work) -> list[OwnForm]:
    return [one for one in work.all_of(OwnForm) if not one.removed_at]


def _row(path: str, text: str | None) -> dict[Key, dict[str, str]]:
    return {} if text is None else {(TABLE, path): {"text": text}}
