"""How a story in windows begins: a computer that never saw the program, and an office set up on it."""

from __future__ import annotations

from datetime import date, time

from tests.gui import desks
from tests.stories.desktop import Desktop

OFFICE = "宁中区劳动争议调解中心"


def come_back_on(desktop: Desktop, day: date, at: time = time(10, 0)) -> None:
    """Lock the desk, and unlock it on another day: the case is where it was left."""
    desktop.lock()
    clock = desktop.program.machine.clock
    assert isinstance(clock, desks.SetClock)
    clock.set(day, at)
    desktop.sign_in(desks.PASSWORD)


def set_up_the_office(desktop: Desktop) -> None:
    """The welcome window, the wizard's four steps, and the desk stands."""
    entry = desktop.entry
    desktop.wait_for(entry.isActiveWindow)
    desktop.press(entry.welcome.found)
    wizard = entry.wizard
    desktop.write(wizard.office.name, OFFICE)
    desktop.write(wizard.office.region, "630100")
    desktop.press(wizard.next)
    assert wizard.numbers.example.text() == "宁中劳调〔2024〕0001号　宁中劳调〔2024〕0002号"
    desktop.press(wizard.next)
    desktop.press(wizard.next)
    account = wizard.account
    for field, text in ((account.person, desks.PERSON), (account.login, desks.LOGIN),
                        (account.password, desks.PASSWORD), (account.again, desks.PASSWORD)):
        desktop.write(field, text)
    desktop.press(wizard.next)
    desktop.sit_down()
    assert desktop.desk.settings.name == desktop.desk.settings.seal_name == OFFICE
    assert desktop.frame.windowTitle().startswith("今日")
