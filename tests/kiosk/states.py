"""A whole visit as the states a window passes through, each with its name: what the layout rules are held against."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF

from outreach_app.domain.action import ActionKind
from outreach_app.domain.campaign import LoopPart
from outreach_app.kiosk.window import KioskWindow
from outreach_app.look.words import speak
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.playlist import Turn
from tests.kiosk.table import Table, settle, wait_until

LONG_NAME = "Maximiliana Konstantinopolitanska"
WIDEST_CODE = "WWWW-WWWW-WWWW-WWWW-W"
LONG_EMAIL = "maximiliana.konstantinopolitanska.the.third@students.university.example.org"


def states(table: Table, postcodes: dict[str, str]) -> Iterator[str]:
    """Go through a visit; gives the name of each state once the window shows it.

    Args:
        table: with its window open, at the loop.
        postcodes: the ZIP codes to look up, by what is odd about them.
    """
    for part in (_beginning, _form, _thanks, _signing_otherwise, _under_age):
        for name in part(table):
            settle()
            yield name
    for name in _lawmakers(table, postcodes):
        settle()
        yield name


def _beginning(table: Table) -> Iterator[str]:
    window = table.window
    yield "attract"
    for fact in table.campaign.facts_on(table.clock.now().date()):
        window.shown.show_turn(Turn(LoopPart.FACTS, 60, fact=fact))
        yield f"attract with the fact {fact.id}"
    for slide in table.campaign.slides:
        window.shown.show_turn(Turn(LoopPart.SLIDES, 60, slide=slide))
        yield "attract with a slide"
    window.shown.show_turn(Turn(LoopPart.GOAL, 60, signed=1480, goal=2000))
    yield "attract with the goal"
    window._take(Step.BEGIN)
    yield "home"
    if table.campaign.film_on(table.clock.now().date()) is not None:
        window._take(Step.WATCH_FILM)
        yield "film's notice"
        window._take(Step.PLAY_FILM)
        yield "film"
        window._take(Step.LEAVE_FILM)
    window._take(Step.GET_HELP)
    yield "help"
    window._take(Step.BACK)
    window._take(Step.READ_FACTS)
    for number in range(len(window.shown._facts)):
        yield f"fact {number + 1}"
        window.shown._turn(1)
    window.ask_whether_there(12)
    yield "idle sheet"
    window._close_sheet()
    window._leave()


def _form(table: Table) -> Iterator[str]:
    window = table.window
    window._take(Step.BEGIN)
    window._take(Step.START_PLEDGE)
    yield "age"
    window.shown._boxes.put("0")
    window.shown._judge()
    yield "age with a fault"
    window.shown._boxes.put("34")
    window.shown._judge()
    form = window.shown
    yield "form with keyboard"
    for name, text in (("given_name", "123"), ("email", "ada@"), ("postcode", "4321")):
        form._fields[name].line.setText(text)
    form._go_on()
    yield "form with keyboard and faults"
    form._fields["email"].line.setFocus()
    yield "form with email keyboard and faults"
    form._area.hide()
    yield "form with faults"
    answers = {"given_name": LONG_NAME, "family_name": LONG_NAME, "email": LONG_EMAIL, "postcode": "43215"}
    for name, text in answers.items():
        form._fields[name].line.setText(text)
    form._go_on()
    yield "consents"
    consents = window.shown
    for choice in consents._choices.values():
        choice.setChecked(True)
    yield "consents all ticked"
    consents._put_mobile("123")
    consents._go_on()
    yield "consents with a fault"
    consents._put_mobile("2025550143")
    window._take(Step.READ_NOTICE)
    yield "notice"
    window._take(Step.BACK)
    window.shown._go_on()
    window.shown._seal()
    yield "sign with a fault"
    draw(window)
    yield "sign"


def _thanks(table: Table) -> Iterator[str]:
    window = table.window
    window.shown._seal()
    wait_until(lambda: window.visit.journey.at is Place.THANKS, "thank you")
    yield "thanks"
    # Codes are drawn by chance; the rules must hold for the widest of them.
    window.shown._code.tell(WIDEST_CODE)
    yield "thanks with the widest code"
    window.shown._hide_code()
    yield "thanks with the code hidden"
    window._take(Step.TAKE_IT)
    wait_until(lambda: window.shown._pdf, "the page")
    yield "take without lawmakers"
    window.shown._keep()
    wait_until(lambda: window.shown._told, "the saved page's number")
    settle()
    yield "take saved"
    window._leave()


def _signing_otherwise(table: Table) -> Iterator[str]:
    window = table.window
    draft = window.visit.draft
    draft.given_name, draft.family_name, draft.email, draft.postcode = "Jo", "Li", "jo@example.org", "43215"
    for step in (Step.BEGIN, Step.START_PLEDGE, Step.AGE_MEETS_LIMIT, Step.GIVE_DETAILS, Step.CHOOSE_CONSENTS):
        window._take(step)
    window.shown._type_instead()
    yield "sign typed with keyboard"
    window.shown._area.hide()
    yield "sign typed"
    window._leave()


def _under_age(table: Table) -> Iterator[str]:
    window = table.window
    window._take(Step.BEGIN)
    window._take(Step.START_PLEDGE)
    window.shown._boxes.put("12")
    window.shown._judge()
    yield "not now"
    window._leave()


def _lawmakers(table: Table, postcodes: dict[str, str]) -> Iterator[str]:
    window = table.window
    window._take(Step.BEGIN)
    window._take(Step.ASK_ZIP)
    yield "zip"
    window.shown._boxes.put("00000")
    yield "zip typed"
    window.shown._skip()
    yield "lawmakers skipped"
    for kind, postcode in postcodes.items():
        window.visit.finding = table.station._finder.find(postcode)
        window.shown.enter(window.visit)
        yield f"lawmakers {kind}"
    window._take(Step.SEE_OTHER_WAYS)
    for number, action in enumerate(window.shown._actions):
        window.shown._choose(number)
        yield f"other ways: {action.id}"
    window._take(Step.BACK)
    for kind, postcode in postcodes.items():
        finding = table.station._finder.find(postcode)
        if not finding.people:
            continue
        window.visit.finding = finding
        # The longest name makes the tightest page.
        window.visit.chosen = max(finding.people, key=lambda person: len(person.name))
        window._take(Step.CHOOSE_LAWMAKER)
        for tab in (ActionKind.CALL, ActionKind.CONTACT_FORM, ActionKind.VISIT, ActionKind.SHARE):
            window.shown._choose(tab)
            yield f"act {kind} {tab.value}"
            if tab is ActionKind.CONTACT_FORM:
                window.shown._turn_english()
                window.shown._turn_to_post(by_post=True)
                yield f"act {kind} letter in English"
                window.shown._turn_english()
        window._take(Step.TAKE_IT)
        wait_until(lambda: window.shown._pdf, "the page")
        yield f"take {kind}"
        window._take(Step.BACK)
        window._take(Step.BACK)
    window._leave()


def draw(window: KioskWindow) -> None:
    """Put a line on the pad."""
    pad = window.shown._pad
    pad._strokes = [[QPointF(pad.width() * (0.1 + 0.02 * i), pad.height() * 0.5) for i in range(40)]]
    pad.changed.emit()
    speak(pad, window._tongue())
