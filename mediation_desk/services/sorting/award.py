"""The award command's work: claims from a file of facts, computed without any store."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from mediation_desk.domain import dates
from mediation_desk.domain.calculators.claims import CLAIMS, compute
from mediation_desk.domain.calculators.facts import FactError
from mediation_desk.domain.calculators.overlaps import overlapping
from mediation_desk.domain.calculators.reading import read_facts
from mediation_desk.domain.calculators.working import Award, Step
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.library.law import CitationBook, shipped_calendar, shipped_citations, shipped_figures

Translate = Callable[[Sentence], str]
_TOP = ("claim", "facts", "claims", "place", "on")


@dataclass(frozen=True, slots=True)
class AwardOutcome:
    """What the command prints."""

    text: str


@dataclass(frozen=True, slots=True)
class _Voice:
    """How the outcome speaks: its translation, and the names of the laws in its language."""

    translate: Translate
    book: CitationBook
    language: str

    def law(self, step: Step) -> str:
        return self.book.written(step.law, self.language)


def run(facts_path: Path, *, as_json: bool, translate: Translate, language: str = "en") -> AwardOutcome:
    """Compute the claims of a FACTS.toml: ``claim`` and ``[facts]``, or several ``[[claims]]``; with
    ``place`` (division code) and ``on`` (date) the figures in force there are used.

    ``translate`` puts sentences, ``language`` (``en``, ``zh_CN``) the names of the laws into words.
    Raises DeskError for anything wrong with the file or a fact; nothing is half computed.
    """
    sheet = _sheet(facts_path)
    try:
        awards = _awards(sheet)
    except FactError as error:  # named here as the file names its facts
        raise DeskError(error.in_file.text, field=error.field, **error.in_file.particulars) from None
    voice = _Voice(translate, shipped_citations(), language)
    return AwardOutcome(_as_json(awards, voice) if as_json else _as_text(awards, voice))


def _awards(sheet: Mapping[str, object]) -> list[Award]:
    place, on = _place(sheet.get("place")), _on(sheet.get("on"))
    figures, calendar = shipped_figures(), shipped_calendar()
    facts = [(claim, read_facts(claim, raw)) for claim, raw in _claims(sheet)]
    awards = [compute(claim, told, figures=figures, place=place, on=on, calendar=calendar)
              for claim, told in facts]
    said = overlapping({claim: told for (claim, told), award in zip(facts, awards, strict=True)
                        if award.amount != ZERO})
    return [award.remarked(*said.get(award.claim, ())) for award in awards]


def _sheet(path: Path) -> Mapping[str, object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as trouble:
        raise DeskError(N_("{file} cannot be read: {reason}"), file=path,
                        reason=trouble.strerror or trouble) from None
    except UnicodeDecodeError:
        raise DeskError(N_("{file} is not a UTF-8 text file."), file=path) from None
    try:
        sheet = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as trouble:
        raise DeskError(N_("{file} is not proper TOML: {reason}"), file=path, reason=trouble) from None
    _only(sheet, _TOP)
    return sheet


def _claims(sheet: Mapping[str, object]) -> list[tuple[str, Mapping[str, object]]]:
    """Each claim with its raw facts, from either form of the file."""
    several = sheet.get("claims")
    if several is None:
        return [_claim(sheet)]
    if "claim" in sheet or "facts" in sheet:
        raise DeskError(N_("Give either one claim with its facts, or an array of tables [[claims]]."),
                        field="claims")
    if not isinstance(several, list) or not several or not all(isinstance(row, dict) for row in several):
        raise DeskError(N_("“claims” should be an array of tables [[claims]]."), field="claims")
    for row in several:
        _only(row, ("claim", "facts"))
    return [_claim(row) for row in several]


def _claim(row: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
    claim, facts = row.get("claim"), row.get("facts")
    if not isinstance(claim, str):
        raise DeskError(N_("“claim” is missing; it should be one of {claims}."), field="claim",
                        claims=", ".join(CLAIMS))
    if not isinstance(facts, dict):
        raise DeskError(N_("“facts” is missing; it should be a table [facts] of the claim's facts."),
                        field="facts")
    return claim, facts


def _only(table: Mapping[str, object], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            raise DeskError(N_("“{key}” does not belong here; known are {known}."), field=key, key=key,
                            known=", ".join(known))


def _place(value: object) -> str | None:
    if value is None:
        return None
    place = plain(value) if isinstance(value, str) else ""
    if len(place) != 6 or not (place.isascii() and place.isdigit()):
        raise DeskError(N_("“place” should be a division code of six digits, such as \"630100\"."),
                        field="place")
    return place


def _on(value: object) -> date | None:
    if value is None or type(value) is date:
        return value
    try:
        if isinstance(value, str) and (day := dates.read(value)):
            return day
    except DeskError:
        pass
    raise DeskError(N_("“on” should be a date such as 2024-10-31."), field="on")


def _as_json(awards: list[Award], voice: _Voice) -> str:
    whole = _total(awards)
    shape = {"awards": [_award_shape(award, voice) for award in awards],
             "total": whole.plain() if whole is not None else None}
    return json.dumps(shape, ensure_ascii=False, indent=2)


def _award_shape(award: Award, voice: _Voice) -> dict[str, object]:
    steps = [{"label": voice.translate(step.label), "expression": step.expression,
              "value": step.value, "law": voice.law(step)} for step in award.steps]
    shape: dict[str, object] = {
        "claim": award.claim, "amount": award.amount.plain() if award.amount is not None else None,
        "steps": steps, "warnings": [voice.translate(warning) for warning in award.warnings]}
    if award.parts:
        shape["parts"] = [{"label": voice.translate(part.label), "amount": part.amount.plain()}
                          for part in award.parts]
    return shape


def _as_text(awards: list[Award], voice: _Voice) -> str:
    lines = [line for award in awards for line in _award_lines(award, voice)]
    whole = _total(awards)
    if len(awards) > 1:
        lines.append(voice.translate(
            say(N_("Total: {amount} yuan"), amount=str(whole)) if whole is not None
            else say(N_("Total: none, for one claim has parts that are reviewed one by one."))))
    return "\n".join(lines).rstrip()


def _award_lines(award: Award, voice: _Voice) -> Iterable[str]:
    label = CLAIMS[award.claim].label
    yield voice.translate(
        say(N_("{claim}: {amount} yuan"), claim=label, amount=str(award.amount)) if award.amount is not None
        else say(N_("{claim}: no single amount, but parts"), claim=label))
    for part in award.parts:
        yield f"  = {voice.translate(part.label)}: {part.amount}"
    for step in award.steps:
        law = f"  [{voice.law(step)}]" if step.law else ""
        yield f"  {voice.translate(step.label)}: {step.expression} = {step.value}{law}"
    for warning in award.warnings:
        yield f"  ! {voice.translate(warning)}"
    yield ""


def _total(awards: list[Award]) -> Money | None:
    """The sum, or None where one of the claims has none."""
    amounts = [award.amount for award in awards if award.amount is not None]
    return total(amounts) if len(amounts) == len(awards) else None
