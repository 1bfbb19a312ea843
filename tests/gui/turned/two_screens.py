"""Run as a process of its own, on two screens: where the joint view comes up, and what is on each screen."""

import json
import sys
from typing import cast
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.turned import reader
from mediation_desk.gui.turned.second_screen import SecondScreen
from mediation_desk.services import desk as desks
from tests.gui.turned.views import OFFERED


class Settings:
    """The office's."""

    name = "某调解中心"


class Desk:
    """As much of a desk as the window needs."""

    settings = Settings()


def main() -> None:
    """Print what was found, as JSON."""
    app = QApplication(sys.argv)
    theme.apply(app, theme.Theme(theme.Mode.LIGHT, motion=False))
    setattr(reader, "shown", lambda _desk, _case_id: OFFERED)  # noqa: B010
    tasks, desk = Tasks(), QWidget()
    own = app.primaryScreen()
    desk.setGeometry(own.geometry())
    desk.show()
    second = SecondScreen(cast(desks.Desk, Desk()), tasks, desk)
    second.show_case(UUID(int=1))
    tasks.drain()
    app.processEvents()
    window = second.window
    assert window is not None
    found = {"screens": len(app.screens()), "own": own.name(), "on": window.screen().name(),
             "fills": window.geometry() == window.screen().geometry(),
             "apart": not own.geometry().intersects(window.geometry()),
             "shown": window.board.view == OFFERED, "active": app.activeWindow() is window,
             "there": [type(one).__name__ for one in app.topLevelWidgets() if one.isVisible()
                       and one.screen() is window.screen()]}
    app.screenRemoved.emit(window.screen())
    found["after"] = [type(one).__name__ for one in app.topLevelWidgets() if one.isVisible()]
    print(json.dumps(found))
    tasks.close()


if __name__ == "__main__":
    main()
