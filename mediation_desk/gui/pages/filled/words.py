"""Numbers of reports in words: amounts by their unit, a cell, an identity."""

from __future__ import annotations

from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import Cell, FilledColumn, Outcome
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.gui.kit.words import tr, tr_count, words

NOTHING = "—"


def amount(unit: Unit, value: int) -> str:
    """A number of that unit: fen as yuan, hundredths of a percent as percent."""
    if unit is Unit.MONEY:
        return str(Money(value))
    if unit is Unit.SHARE:
        return f"{value // 100}.{value % 100:02d}"
    return f"{value:,}"


def called(label: Label) -> str:
    """What a form calls something, in the reader's language."""
    return label.text(words().code)


def head(column: FilledColumn) -> str:
    """A column's title, with its unit where that is not what is counted."""
    title = called(column.label)
    if column.unit is Unit.MONEY:
        return tr("{title} (yuan)", title=title)
    return tr("{title} (%)", title=title) if column.unit is Unit.SHARE else title


def number(cell: Cell) -> str:
    """What stands in a cell; nothing where it is not known, a dash where there is nothing to say."""
    if cell.sign:
        return cell.sign
    if cell.unknown is not None:
        return ""
    return NOTHING if cell.value is None else amount(cell.unit, cell.value)


def explained(column: FilledColumn, cell: Cell) -> str:
    """What a cell counts, of what it is a share, what was left out, or why nothing is known."""
    told = [tr("{label}: {definition}", label=called(column.label), definition=called(column.definition))
            if called(column.definition) else called(column.label)]
    if cell.unknown is not None:
        told.append(called(cell.unknown))
    if cell.of is not None and cell.unit is Unit.SHARE:
        told.append(tr("{part} of {whole}", part=f"{cell.of[0]:,}", whole=f"{cell.of[1]:,}"))
    if cell.left_out:
        told.append(tr_count("{count} is left out, for it is not known of it.",
                             "{count} are left out, for it is not known of them.", cell.left_out))
    return " · ".join(told)


def outcome(one: Outcome) -> str:
    """An identity that does not hold, or that nobody can check."""
    if one.left is None or one.right is None:
        return tr("{identity}: cannot be checked, for a part of it is not known.", identity=called(one.label))
    return tr("{identity}: {left} against {right}.", identity=called(one.label), left=f"{one.left:,}",
              right=f"{one.right:,}")


def in_words(period: Period) -> str:
    """``2024-11-01 to 2024-11-30``; one day alone."""
    if period.since == period.until:
        return period.since.isoformat()
    return tr("{since} to {until}", since=period.since.isoformat(), until=period.until.isoformat())
