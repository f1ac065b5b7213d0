"""The printer of the table and the paper in it, with a test page; or none."""

from __future__ import annotations

from outreach_app.errors import OutreachError
from outreach_app.handouts.papers import LETTER, PAPERS, Purpose, paper_named
from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.language import Message, _
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.printing.states import STATE_NOTICES, PrinterState
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.paper_making import PaperMaker
from outreach_app.visit.ports import today
from outreach_app.visit.preferences import PAPER_NAMES

_NONE = "none"

_NOT_FOUND = _(
    "No printer was found. Plug it in, switch it on and add it in the system’s settings, then look again. "
    "Or go on without one."
)
_NO_ANSWER = _(
    "No printer was found: this device’s print service does not answer. Ask whoever looks after the device. "
    "Or go on without one."
)


class PrinterPage(Page):
    """The system's printers, the papers, and a test page before any visitor waits for one."""

    place = FirstPlace.PRINTER

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._printers, self._papers = OptionList(theme), OptionList(theme)
        self._printers.chosen.connect(lambda _key: self._judge())
        self._said = Words(theme, "body", "")
        self._test = Button(theme, "small", _("Print a test page"), icon="printer")
        self._test.clicked.connect(self._print)
        self._none = Words(theme, "body", "")
        self._none_place = holding(column(self._none, 12))
        self._none_place.hide()
        again = Button(theme, "small", _("Look again"), icon="replay")
        again.clicked.connect(self._look)
        trial = row(self._test, 20, column(None, self._said, None))
        trial.setStretch(2, 1)
        self._with_paper = holding(
            column(
                Words(theme, "h3", _("Which paper is in it?")),
                8,
                self._papers,
                theme.by_frame(14, 14, 8),
                trial,
            )
        )
        self.lay_out(
            _("A printer for pages to take home?"),
            _("A table works well without one: visitors scan the page with their phones."),
            self._none_place,
            self._printers,
            theme.by_frame(12, 12, 8),
            row(again, None),
            theme.by_frame(20, 20, 12),
            self._with_paper,
        )

    def begin(self) -> None:
        papers = [Option(paper.name, PAPER_NAMES[paper.name]) for paper in PAPERS if paper.purpose is Purpose.TAKE_HOME]
        held = self.draft.answers.paper
        self._papers.fill(papers, held if held in PAPER_NAMES else LETTER.name)
        self.say_anew(self)
        self._look()

    def _look(self) -> None:
        self.work(self.services.printers, self._show)

    def _show(self, found: list[str] | None) -> None:
        held, names = self.draft.answers, found or []
        self._none.tell(_NOT_FOUND if found is not None else _NO_ANSWER)
        self._none_place.setVisible(not names)
        options = [Option(name, name) for name in names]
        if held.printer and held.printer not in names:
            options.append(Option(held.printer, held.printer, _("Not connected now")))
        options.append(Option(_NONE, _("No printer"), _("Codes to scan instead")))
        usual = held.printer if held.printer else names[0] if names and not held.has_chosen_printer else _NONE
        self._printers.fill(options, usual)
        self.say_anew(self)
        self._judge()

    def _judge(self) -> None:
        self._with_paper.setVisible(self._printers.key not in (None, _NONE))

    def _print(self) -> None:
        name, paper = str(self._printers.key), str(self._papers.key)
        self._said.tell(_("Sending the page …"))
        self.services.lane.do(lambda: self._send(name, paper), self._tell, self._tell_fault)

    def _send(self, name: str, paper: str) -> PrinterState:
        campaign = self.draft.campaign()
        printer = self.services.find_printer(name, paper)
        state = printer.look()
        if state is PrinterState.READY and campaign is not None:
            tokens = read_tokens().with_palettes(campaign.palettes)
            printer.send(PaperMaker(campaign, tokens, today(self.services.clock)).pdf(paper_named(paper), self.tongue))
        return state

    def _tell(self, state: PrinterState) -> None:
        said: Message = _("The page was sent. Does it come out whole, and do its codes scan?")
        if state is not PrinterState.READY:
            said = _("{what} {remedy}", what=STATE_NOTICES[state].what, remedy=STATE_NOTICES[state].remedy)
        self._said.tell(said)
        self.say_anew(self._said)

    def _tell_fault(self, error: OutreachError) -> None:
        self._said.tell(error.message)
        self.say_anew(self._said)

    def go_on(self) -> None:
        chosen = self._printers.key
        printer = "" if chosen in (None, _NONE) else str(chosen)
        answers = {"printer": printer, "paper": str(self._papers.key), "has_chosen_printer": True}
        self.work(lambda: self.draft.keep(**answers), lambda _kept: self.turned.emit(Turn.NEXT))
