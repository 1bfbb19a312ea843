"""A session dragged, or moved by keys: a clash is said before anything is kept, and it can be undone."""

from __future__ import annotations

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.vocabulary import SessionState
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.services import reading
from mediation_desk.services.calendar import moving
from mediation_desk.services.entry.sign_in import Surroundings
from tests.gui.pages.calendar.hands import CTRL, KEY, ROOM, Week, at
from tests.gui.pages.office.hands import account, colleague, other_desk
from tests.holders import share
from tests.services.calendar.weeks import plan, session_of, write


def test_ctrl_and_an_arrow_move_the_chosen_session_and_ctrl_z_takes_it_back(week: Week) -> None:
    week.choose()
    week.key(KEY.Key_Right, CTRL)
    assert week.stands_at == at(9, days=1)
    week.key(KEY.Key_Down, CTRL)
    assert week.stands_at == at(9.5, days=1)
    assert session_of(week.desk, week.first, week.session).until == at(11, days=1)
    assert "is moved" in week.page.bar.words.text()
    week.page.undo()
    week.settle()
    assert week.stands_at == at(9, days=1)
    week.page.undo()  # only the last move
    week.settle()
    assert week.stands_at == at(9, days=1)


def test_in_a_month_ctrl_and_down_move_it_by_a_week(week: Week) -> None:
    week.key(KEY.Key_M)
    week.choose()
    week.key(KEY.Key_Down, CTRL)
    assert week.stands_at == at(9, days=7)


def test_it_is_dragged_to_another_day_and_hour(week: Week) -> None:
    week.drag(at(14, days=2))
    assert week.stands_at == at(14, days=2)
    assert week.page.board.day == at(0, days=2).date() and week.page.board.chosen
    week.click(week.page.bar.action)
    assert week.stands_at == at(9)


def test_a_clash_is_said_while_it_is_dragged_and_before_it_is_kept(week: Week) -> None:
    plan(week.desk, week.second, at(14, days=1), at(15, days=1), place=ROOM)
    week.page.shown()
    week.settle()
    week.drag(at(14.5, days=1), let_go=False)
    assert "李调解 has another session then (14:00 to 15:00" in week.page.board.clash
    week.page.board.grab()
    week.drag(at(14.5, days=1))
    assert week.stands_at == at(9) and week.page.moves.isVisible()
    assert f"{ROOM} is taken then" in week.page.moves.said.text()
    assert week.page.moves.leave.hasFocus()
    week.key(KEY.Key_Escape, widget=week.page)
    assert week.stands_at == at(9) and not week.page.moves.isVisible()


def test_who_insists_keeps_it_all_the_same(week: Week) -> None:
    plan(week.desk, week.second, at(9, days=1), at(10, days=1), place=ROOM)
    week.choose()
    week.key(KEY.Key_Right, CTRL)
    assert week.stands_at == at(9)
    week.click(week.page.moves.keep)
    assert week.stands_at == at(9, days=1) and not week.page.moves.isVisible()


def test_esc_lets_a_dragged_session_go(week: Week) -> None:
    week.drag(at(15), let_go=False)
    week.key(KEY.Key_Escape)
    week.page.board.repaint()
    assert week.stands_at == at(9) and not week.page.moves.isVisible()


def test_what_was_held_stays_where_it_is(week: Week) -> None:
    write(week.desk, week.first, week.session, state=SessionState.HELD)
    week.page.shown()
    week.settle()
    week.choose()
    week.key(KEY.Key_Right, CTRL)
    week.drag(at(15))
    assert week.stands_at == at(9)


def test_who_moves_what_a_colleague_moved_meanwhile_chooses(week: Week, around: Surroundings) -> None:
    colleague(week.desk, "wang", "王秀英", Role.MEDIATOR)
    share(week.desk, week.first, account(week.desk, "wang").id)
    week.page.shown()
    week.settle()
    hers = other_desk(week.desk, "wang", around)
    reading.case(hers, week.first)
    moving.move(hers, week.first, week.session, at(11))
    hers.store.close()
    week.choose()
    week.key(KEY.Key_Right, CTRL)
    (panel,) = week.page.moves.findChildren(ClashPanel)
    assert week.stands_at == at(11)
    week.click(panel.mine)
    assert week.stands_at == at(9, days=1)
