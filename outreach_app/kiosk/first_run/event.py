"""What the event is called, where it is, when it ends, what is hoped for, and which language comes first."""

from __future__ import annotations

from datetime import date

from outreach_app.domain.campaign import Campaign
from outreach_app.errors import CampaignError
from outreach_app.kiosk.first_run.campaign_words import campaigns_language
from outreach_app.kiosk.first_run.option_list import Option, OptionList
from outreach_app.kiosk.first_run.page import Page
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn
from outreach_app.kiosk.typing_area import TypingArea
from outreach_app.language import Message, _, language_name
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.field import Field
from outreach_app.look.stepper import DayStepper, Stepper, counted
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.last_day import usual_last_day
from outreach_app.visit.ports import today
from outreach_app.visit.preferences import FIRST_LANGUAGE, GOAL, LAST_DAY, Day, OneOf, WholeNumber

_LONGEST = 120


class EventPage(Page):
    """Two lines to type, of which the first is filled in, and three things to choose."""

    place = FirstPlace.EVENT

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__(theme, services)
        self._event = Field(theme, _("What is the event called?"), longest=_LONGEST)
        self._where = Field(theme, _("Where is it?"), optional=_("May stay empty"), longest=_LONGEST)
        self._area = TypingArea(theme, self.bar, self)
        self._area.take([self._event, self._where], [self._event, self._where], lambda _field: None)
        self._area.completed.connect(self.go_on)
        self._area.went_back.connect(self._area.hide)
        kind = GOAL.kind
        assert isinstance(kind, WholeNumber)  # noqa: S101 - it is declared so
        self._goal = Stepper(theme, GOAL.label, kind.least, kind.most, kind.step, counted(kind.unit))
        assert isinstance(LAST_DAY.kind, Day)  # noqa: S101 - likewise
        self._last_day = DayStepper(theme, LAST_DAY.label, LAST_DAY.kind.none)
        self._languages = OptionList(theme)
        lines = row(self._event, theme.by_frame(24, 16, 16), self._where)
        if theme.is_portrait:
            lines = column(self._event, 16, self._where)  # type: ignore[assignment]
        self._more = holding(
            column(
                self._steppers(),
                theme.by_frame(16, 24, 10),
                Words(theme, "h3", _("Which language does each visit begin in?")),
                8,
                self._languages,
            )
        )
        self._area.keyboard_shown.connect(lambda is_shown: self._more.setVisible(not is_shown))
        self.lay_out(
            _("Your event"),
            _("It stands on staff screens and inside each sealed pledge, never on a visitor’s screen."),
            lines,
            theme.by_frame(16, 24, 10),
            self._more,
            below=(self._area.keyboard,),
        )

    def _steppers(self) -> Part:
        """The last day and the goal, side by side where there is room."""
        theme = self.theme
        self._goal_note = Words(theme, "min", "", tone="quiet")
        asked = (
            (
                _("Which day is its last?"),
                self._last_day,
                Words(theme, "min", _("The table opens until noon on the day after."), tone="quiet"),
            ),
            (_("How many pledges do you hope for?"), self._goal, self._goal_note),
        )
        parts = [
            holding(column(Words(theme, "h3", ask), 8, row(stepper, None), 6, note)) for ask, stepper, note in asked
        ]
        if theme.is_portrait:
            return column(*parts, gap=24)
        both = row(*parts, gap=theme.by_frame(24, 16, 16))
        for place in range(both.count()):
            both.setStretch(place, 1)
        return both

    def begin(self) -> None:
        held = self.draft.answers
        now = self.services.clock.now()
        # Once the event has a name, "no last day" is an answer like any other.
        last_day = self._held_day() if held.event else usual_last_day(now)
        self._last_day.put_day(last_day, now.date())
        day = self.tongue.say(today(self.services.clock))
        self._event.line.setText(held.event or self.tongue.say(_("Event of {day}", day=day)))
        self._where.line.setText(held.place)
        self._goal.put(held.goal)
        kind = FIRST_LANGUAGE.kind
        assert isinstance(kind, OneOf)  # noqa: S101 - it is declared so
        campaign = self._campaign()
        self._goal_note.tell(_goal_line(campaign))
        # The campaign's own stands there once, as what needs no choice.
        others = () if campaign is None else [code for code in campaign.languages if code != campaign.fallback_language]
        names = {code: language_name(code) for code in others if code in kind.choices}
        usual = kind.choices["campaign"] if campaign is None else campaigns_language(campaign)
        options = [Option("campaign", usual), *(Option(code, name) for code, name in names.items())]
        self._languages.fill(options, held.first_language if held.first_language in names else "campaign")
        self.say_anew(self)

    def _held_day(self) -> date | None:
        return date.fromisoformat(self.draft.answers.last_day) if self.draft.answers.last_day else None

    def _campaign(self) -> Campaign | None:
        try:
            return self.draft.campaign()
        except CampaignError:
            # It is asked for again on its own page before the station is made.
            return None

    def go_on(self) -> None:
        name, where = self._event.line.text().strip(), self._where.line.text().strip()
        self._event.show_fault(None if name else _("The event needs a name, such as State fair, Saturday."))
        self.say_anew(self._event)
        if not name:
            return
        last_day = self._last_day.day
        answers = {
            "event": name,
            "place": where,
            "last_day": last_day.isoformat() if last_day is not None else "",
            "goal": self._goal.number,
            "first_language": str(self._languages.key),
        }
        self.work(lambda: self.draft.keep(**answers), lambda _kept: self.turned.emit(Turn.NEXT))


def _goal_line(campaign: Campaign | None) -> Message:
    if campaign is None or not campaign.goal:
        return _("At 0, no goal is shown.")
    return _("At 0, the campaign’s own goal is shown: {goal}.", goal=campaign.goal)
