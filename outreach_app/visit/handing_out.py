"""What goes on the page a visitor takes away: their lawmakers, the words, the help; nothing about themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from outreach_app.domain.action import Action, ActionKind
from outreach_app.domain.campaign import Campaign
from outreach_app.domain.handout import Handout, PrintedCode, PrintedLawmaker, PrintedLine, PrintedShare
from outreach_app.domain.lawmakers import Lawmaker, VacantSeat
from outreach_app.domain.links import readable_phone
from outreach_app.errors import HandoutError, Message
from outreach_app.language import Sayable, Tongue, _
from outreach_app.theme_tokens import ThemeTokens
from outreach_app.visit.acting import (
    Said,
    Scan,
    call_scan,
    goal_scan,
    open_actions,
    page_scan,
    posts,
    script,
    script_of,
    write_scan,
)
from outreach_app.visit.finding import Finding
from outreach_app.visit.paper_words import printed_helplines
from outreach_app.visit.titles import full_title, seat_of

_MOST_CARDS = (6, 5, 4, 3)
"""How many lawmakers a page tries to hold; fewer where their names and addresses are too long for one page."""

Press = Callable[[Handout], bytes]
"""Makes the page: a handout in, a PDF out. May raise HandoutError."""


class HandoutDesk:
    """Writes a visitor's page and has it pressed.

    Args:
        campaign: whose words stand on it.
        tokens: the theme it is coloured with.
        press: makes the PDF.
    """

    def __init__(self, campaign: Campaign, tokens: ThemeTokens, press: Press) -> None:
        self._campaign = campaign
        self._colors = dict(tokens.light)
        self._press = press

    def page(self, finding: Finding | None, tongue: Tongue, today: date) -> bytes:
        """The finished PDF, with as many of the lawmakers as fit on one page that scans.

        Raises:
            HandoutError: something does not fit or scan, however few they are.
        """
        refused = None
        for most_cards in _MOST_CARDS:
            try:
                return self._press(self.write(finding, tongue, today, most_cards))
            except HandoutError as error:
                refused = refused or error
        assert refused is not None  # noqa: S101 - there was at least one try
        raise refused

    def write(self, finding: Finding | None, tongue: Tongue, today: date, most_cards: int = _MOST_CARDS[0]) -> Handout:
        """The page's words and codes, in one language."""
        campaign, say = self._campaign, tongue.say
        people = _with_cards(finding, most_cards)
        heading, script_heading, said = self._words(finding, people, today)
        return Handout(
            language=tongue.code,
            is_right_to_left=tongue.is_right_to_left,
            document_title=say(_("Page to take home")),
            wordmark=say(campaign.wordmark),
            colors=self._colors,
            corner=say(_("Your page to take home")),
            headline=say(campaign.handout_title),
            ask=say(_("The ask to {whom}: {ask}", whom=campaign.pledge.ask_to, ask=campaign.pledge.ask)),
            lawmakers_heading=say(heading),
            lawmakers=tuple(self._card(person, tongue, today) for person in people),
            lawmakers_note=self._note(finding, tongue, people),
            extra_codes=self._codes(finding, tongue, today)[:most_cards],
            list_note=self._list_note(finding, tongue, today),
            script_heading=say(script_heading),
            script=tuple(PrintedLine(say(line), line.is_pause) for line in said),
            main_code=_code(page_scan(campaign.page), say(campaign.page_label)),
            help_heading=say(_("Get help, for you or someone you know")),
            helplines=printed_helplines(campaign, tongue),
            share=self._share(tongue, today),
        )

    def _share(self, tongue: Tongue, today: date) -> PrintedShare | None:
        """The first ready-made post; its page has a code of its own where the main code leads elsewhere."""
        action = next(iter(posts(self._campaign, today)), None)
        if action is None or action.post is None:
            return None
        is_elsewhere = action.url is not None and action.url != self._campaign.page
        code = _code(page_scan(action.url), tongue.say(_("Scan to share"))) if is_elsewhere and action.url else None
        return PrintedShare(tongue.say(action.title), tongue.say(action.post), code)

    def _words(
        self, finding: Finding | None, people: tuple[Lawmaker, ...], today: date
    ) -> tuple[Sayable, Sayable, tuple[Said, ...]]:
        """The heading above the codes, the one above the script, and the script."""
        campaign = self._campaign
        calling = _("What to say when you call")
        if not campaign.asks_lawmakers:
            action = next((action for action in open_actions(campaign, today) if action.kind is ActionKind.CALL), None)
            said = script_of(campaign, action, None, today) if action is not None else ()
            return _("What you can do"), calling, said
        only = people[0] if len(people) == 1 else None
        said = script(campaign, ActionKind.CALL, only, today)
        if not people or finding is None:
            return _("Find your lawmakers"), calling, said
        has_candidates = finding.is_split and any(person in finding.lower for person in people)
        heading = _("Your lawmakers; one of the representatives is yours") if has_candidates else _("Your lawmakers")
        return heading, calling, said

    @staticmethod
    def _card(person: Lawmaker, tongue: Tongue, today: date) -> PrintedLawmaker:
        scan, call = write_scan(person), call_scan(person)
        remark = _("Term until {day}", day=person.end) if person.end is not None and person.term_ended(today) else None
        return PrintedLawmaker(
            person.name,
            tongue.say(full_title(person)),
            readable_phone(person.phone) if person.phone else None,
            _code(scan, tongue.say(_("Write to this office"))) if scan is not None else None,
            tongue.say(remark) if remark is not None else None,
            _code(call, tongue.say(_("Scan to call"))) if call is not None else None,
        )

    def _note(self, finding: Finding | None, tongue: Tongue, people: tuple[Lawmaker, ...]) -> str | None:
        if not self._campaign.asks_lawmakers:
            return None
        if finding is None or not finding.people:
            return tongue.say(_("These official pages find them. Your own phone asks for the address."))
        said = list(finding.remarks)
        left_out = [person for person in finding.people if person not in people]
        if left_out and finding.is_split:
            said.append(_("One of these speaks for you: {names}.", names="; ".join(map(_name_and_number, left_out))))
        elif left_out:
            said.append(_("More lawmakers share this ZIP code than fit here. An official page finds yours by street."))
        said += [
            _("{district}: no one holds this seat now.", district=seat_of(seat))
            for seat in (*finding.upper, *finding.lower)
            if isinstance(seat, VacantSeat)
        ]
        return " ".join(tongue.say(sentence) for sentence in said) or None

    def _codes(self, finding: Finding | None, tongue: Tongue, today: date) -> tuple[PrintedCode, ...]:
        """The official finders; in a campaign that asks nothing of lawmakers, what else there is to do."""
        if not self._campaign.asks_lawmakers:
            scans = [(goal_scan(action, tongue.code), action) for action in open_actions(self._campaign, today)]
            wanted = [(scan, action) for scan, action in scans if scan and scan.payload != self._campaign.page]
            return tuple(_code(scan, tongue.say(action.title)) for scan, action in wanted)
        if finding is not None and finding.people and not finding.needs_finder:
            return ()
        finders = (finding.finders if finding is not None else ()) or self._campaign.finders
        shown = finders[:1] if finding is not None and finding.people else finders
        return tuple(_code(page_scan(finder.url), tongue.say(finder.name)) for finder in shown)

    def _list_note(self, finding: Finding | None, tongue: Tongue, today: date) -> str:
        said: list[Sayable] = []
        if finding is not None and finding.answer is not None and finding.people:
            said.append(_("Lawmaker list as of {day}.", day=finding.answer.as_of))
        if self._campaign.switchboard is not None:
            number = readable_phone(self._campaign.switchboard)
            said.append(_("The switchboard, {number}, connects you to any lawmaker’s office.", number=number))
        if not self._campaign.asks_lawmakers:
            said += [_place(action, tongue) for action in open_actions(self._campaign, today) if action.address]
        return " ".join(map(tongue.say, said))


def _certain(finding: Finding) -> tuple[Lawmaker, ...]:
    """Those who speak for the visitor for certain; of a split ZIP's representatives nobody does."""
    return tuple(seat for seat in finding.upper if isinstance(seat, Lawmaker)) if finding.is_split else finding.people


def _with_cards(finding: Finding | None, most_cards: int) -> tuple[Lawmaker, ...]:
    """Who has a card: of those who share a ZIP all or none, for choosing some of them would be a guess."""
    if finding is None:
        return ()
    return finding.people if len(finding.people) <= most_cards else _certain(finding)[:most_cards]


def _name_and_number(person: Lawmaker) -> str:
    # A no-break space: a number at the beginning of a line would be read as the next person's.
    return f"{person.name}\u00a0{readable_phone(person.phone)}" if person.phone else person.name


def _place(action: Action, tongue: Tongue) -> Message:
    """Where to go or to send a letter, for what no code leads to."""
    address = ", ".join(tongue.say(action.address).split("\n"))
    hint = tongue.say(action.hint) if action.hint is not None else ""
    return _("{title}: {hint} {address}.", title=action.title, hint=hint, address=address)


def _code(scan: Scan, purpose: str) -> PrintedCode:
    return PrintedCode(scan.payload, purpose, scan.readable)
