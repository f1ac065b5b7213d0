"""A device before it has a table: its stick, its printers, the power that may go, and whoever sets it up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from outreach_app.kiosk.first_run.other_programs import fetch_lawmakers
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.kiosk.first_run.window import FirstRunWindow
from outreach_app.language import Message, Sayable, Tongue
from outreach_app.look.background import Lane
from outreach_app.pledge_book.enrolment import read_enrolment
from outreach_app.printing.pretending import PretendPrinter
from outreach_app.visit.ports import Clock
from outreach_app.visit.station_home import StationHome
from outreach_app.visit.stick import Stick
from tests.journeys.visitor import Visitor
from tests.kiosk.table import prepare_application, settle, wait_until
from tests.visit.table import HandClock

PLENTY = 12_000_000_000


class Newcomer(Visitor):
    """A volunteer before the first-run window."""

    window: FirstRunWindow  # type: ignore[assignment]

    def says(self, what: Sayable) -> str:
        return Tongue(self.window._tongue.code).say(Message(what) if isinstance(what, str) else what)

    @property
    def page(self) -> FirstPlace:
        return self.window._place

    @property
    def place(self) -> object:
        """A keyboard asks where it is; here only one language of keys is offered."""
        return self.page

    @property
    def _clock(self) -> Clock:
        return self.window._services.clock

    def go_on(self, what: str = "Continue") -> None:
        """Touch the way on once it is open, and wait for another page."""
        before = self.window.page
        wait_until(before.onward.isEnabled, f"{self.page.name} to let them on")
        self.tap(what)
        wait_until(lambda: self.window.page is not before, f"the page after {self.page.name}")


class Device:
    """A machine with a stick in it; switched off and on between windows."""

    def __init__(self, folder: Path) -> None:
        self.home = StationHome(folder / "home")
        self.stick = folder / "STICK"
        self.stick.mkdir(parents=True)
        self.sticks = [self.stick]
        self.can_write = True
        self.fetch: Callable[[Path, str], None] = fetch_lawmakers
        self.printers: list[str] | None = ["Front_Desk"]
        self.printer = PretendPrinter()
        self.window: FirstRunWindow | None = None
        self._lane: Lane | None = None

    def start(self, language: str = "en", size: tuple[int, int] = (1280, 800)) -> Newcomer:
        """Start the program."""
        prepare_application()
        self._lane = Lane("first run")
        services = FirstRunServices(
            home=self.home,
            find_printer=lambda _name, _paper: self.printer,
            lane=self._lane,
            clock=HandClock(),
            find_sticks=lambda: [Stick(path, path.name, PLENTY, self.can_write) for path in self.sticks],
            fetch_lawmakers=self.fetch,
            folders=list,
            printers=lambda: self.printers,
        )
        self.window = FirstRunWindow(services, language)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        window = self.window
        wait_until(lambda: window.isActiveWindow() or window.activateWindow(), "the window to be the active one")
        return Newcomer(self.window)

    def cut_the_power(self) -> None:
        """End it as it stands: no page is asked, nothing is kept that was not."""
        assert self.window is not None
        assert self._lane is not None
        self.window.allow_close()
        self.window.close()
        self._lane.finish()
        self.window.deleteLater()
        settle()
        self.window = None


def compare_letters(person: Newcomer, file: Path) -> None:
    wait_until(lambda: read_enrolment(file).fingerprint in person.reading(), "the letters")
    person.tap("I compared them: every letter is the same")
    person.go_on()


def choose_pins(person: Newcomer) -> None:
    person.enter_digits("482913")
    person.tap("Continue")
    wait_until(lambda: person.reads("Now the volunteers’ PIN"), "the second PIN")
    person.enter_digits("739105")
    person.go_on()


def write_the_code_down(person: Newcomer) -> None:
    person.tap_name(person.says("I have it on paper") + ". " + person.says("It is not shown again."))
    person.go_on()


def choose_a_campaign(person: Newcomer) -> None:
    wait_until(lambda: "Take It Down" in person.reading(), "the campaigns")
    person.tap_name(next(name for name in person.names() if name.startswith("Take It Down")))
    person.go_on()


def answer_everything(person: Newcomer, file: Path, between=lambda person: person) -> Newcomer:
    """Every page; ``between`` may end the program and start it anew."""
    compare_letters(person, file)
    person = between(person)
    choose_a_campaign(person)
    person = between(person)
    person.go_on()  # the event's name is filled in
    person = between(person)
    wait_until(lambda: "Front_Desk" in person.reading(), "the printers")
    person.go_on()
    person = between(person)
    person.go_on()  # no list of lawmakers
    person = between(person)
    choose_pins(person)
    person = between(person)
    write_the_code_down(person)
    return between(person)
