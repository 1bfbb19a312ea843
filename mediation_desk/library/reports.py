"""Statistical forms: forms/reports/*.toml, or an office's own, read into the domain's forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mediation_desk.domain.reports.forms.form import Ahead, Form, Identity, PeriodKind, Ref, Table
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_
from mediation_desk.library.report_checks import check_id, check_words, limit, once
from mediation_desk.library.report_shapes import FormShape, IdentityShape
from mediation_desk.library.report_tables import Known, TableReader
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import FormError, TomlText, open_source, read, source_of

MOST_TABLES = 20
LONGEST = 200_000  # characters of a file
MOST_AHEAD = 200
MOST_DAYS_AHEAD = 60
_PERIODS = {one.value: one for one in PeriodKind}


def read_report(source: TomlText, known: Known) -> Form:
    """The form of a text; FormError with file, line and reason where it cannot be used."""
    if len(source.text) > LONGEST:
        raise source.refuse("$", N_("a form has {most} characters at most"), most=LONGEST)
    shape = read(source, FormShape)
    check_id(source, "$.id", shape.id)
    check_words(source, "$.zh", shape.zh, shape.en)
    limit(source, "$.tables", shape.tables, MOST_TABLES)
    once(source, "$.tables[{}].id", [one.id for one in shape.tables])
    tables = tuple(TableReader(source, known, f"$.tables[{i}]", one).table()
                   for i, one in enumerate(shape.tables))
    identities = tuple(_identity(source, f"$.identities[{i}]", one, tables)
                       for i, one in enumerate(shape.identities))
    return Form(shape.id, Label(shape.zh, shape.en), _PERIODS[shape.period], tables, shape.order,
                Label(shape.note_zh, shape.note_en), shape.own, identities, _ahead(source, shape))


def typed_report(text: str, name: str, known: Known) -> Form:
    """The same of a text that somebody is typing; ``name`` is what messages call it."""
    return read_report(source_of(name, text), known)


def shipped_texts() -> Mapping[str, str]:
    """The forms that come with the program, by file name, as they are written."""
    return {path.name: path.read_text("utf-8")
            for path in sorted(shipped("forms", "reports").glob("*.toml"))}


def shipped_reports(known: Known, folder: Path | None = None) -> Mapping[str, tuple[Form, str]]:
    """The forms that come with the program, by id, with their texts. The same id twice is refused."""
    found: dict[str, tuple[Form, str]] = {}
    for path in sorted((folder or shipped("forms", "reports")).glob("*.toml")):
        source = open_source(path)
        form = read_report(source, known)
        if form.id in found:
            raise source.refuse("$.id", N_("there is a form “{id}” already"), id=form.id)
        found[form.id] = form, source.text
    return found


def _identity(source: TomlText, place: str, shape: IdentityShape, tables: Sequence[Table]) -> Identity:
    check_words(source, f"{place}.zh", shape.zh, shape.en)
    if not (shape.left and shape.right):
        raise source.refuse(place, N_("an identity has two sides"))
    return Identity(Label(shape.zh, shape.en), tuple(_ref(source, f"{place}.left", one, tables)
                                                     for one in shape.left),
                    tuple(_ref(source, f"{place}.right", one, tables) for one in shape.right))


def _ref(source: TomlText, place: str, text: str, tables: Sequence[Table]) -> Ref:
    parts = tuple(text.split("."))
    if len(parts) == 3:
        table = next((one for one in tables if one.id == parts[0]), None)
        if table and parts[1] in [one.id for one in table.rows] and parts[2] in [
                one.id for one in table.columns]:
            return parts[0], parts[1], parts[2]
    raise source.refuse(place, N_("there is no cell “{cell}”; write table.row.column"), cell=text)


def _ahead(source: TomlText, shape: FormShape) -> Ahead | None:
    if shape.ahead is None:
        return None
    check_words(source, "$.ahead", shape.ahead.zh, shape.ahead.en)
    if not 1 <= shape.ahead.days <= MOST_DAYS_AHEAD:
        raise source.refuse("$.ahead.days", N_("a number from 1 to {most}"), most=MOST_DAYS_AHEAD)
    if not 1 <= shape.ahead.most <= MOST_AHEAD:
        raise source.refuse("$.ahead.most", N_("a number from 1 to {most}"), most=MOST_AHEAD)
    return Ahead(Label(shape.ahead.zh, shape.ahead.en), shape.ahead.days, shape.ahead.most)


__all__ = ["FormError", "Known", "read_report", "shipped_reports", "shipped_texts", "typed_report"]
