"""What follows a late payment, and the clauses of the library."""

from mediation_desk.domain.vocabulary import DefaultClause
from mediation_desk.gui.case.settlement.late import terms_of
from mediation_desk.library.forms import clauses
from mediation_desk.services.clauses import CHOSEN_BY_FIELDS
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import page_of


def test_clauses_that_the_program_chooses_by_itself_are_not_offered(room: Room) -> None:
    page = page_of(room)
    offered = {page.terms.insert.combo.itemText(at) for at in range(page.terms.insert.combo.count())}
    chosen = {one.title for one in clauses().values() if one.kind in CHOSEN_BY_FIELDS}
    assert not offered & chosen and "保密" in offered


def test_each_consequence_is_offered_by_its_words() -> None:
    assert [term for term, _ in terms_of(DefaultClause)] == list(DefaultClause)
