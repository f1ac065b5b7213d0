"""What goes on the page a visitor takes away: their lawmakers, the words, the help; nothing about themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from outreach_app.domain.action import ActionKind
from outreach_app.domain.campaign import Campaign
from outreach_app.domain.handout import Handout, PrintedCode, PrintedLawmaker, PrintedLine, PrintedShare
from outreach_app.domain.lawmakers import Lawmaker, VacantSeat
from outreach_app.domain.links import readable_phone
from outreach_app.errors import HandoutError
from outreach_app.language import Tongue, _
from outreach_app.theme_tokens import ThemeTokens
from outreach_app.visit.acting import Scan, call_scan, page_scan, posts, script, write_scan
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
        people = finding.people[:most_cards] if finding is not None else ()
        only = people[0] if len(people) == 1 else None
        return Handout(
            language=tongue.code,
            is_right_to_left=tongue.is_right_to_left,
            document_title=say(_("Page to take home")),
            wordmark=say(campaign.wordmark),
            colors=self._colors,
            corner=say(_("Your page to take home")),
            headline=say(campaign.handout_title),
            ask=say(_("The ask to {whom}: {ask}", whom=campaign.pledge.ask_to, ask=campaign.pledge.ask)),
            lawmakers_heading=say(self._heading(finding)),
            lawmakers=tuple(self._card(person, tongue, today) for person in people),
            lawmakers_note=self._note(finding, tongue, most_cards),
            extra_codes=self._finder_codes(finding, tongue),
            list_note=self._list_note(finding, tongue),
            script_heading=say(_("What to say when you call")),
            script=tuple(
                PrintedLine(say(line), line.is_pause) for line in script(campaign, ActionKind.CALL, only, today)
            ),
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

    @staticmethod
    def _heading(finding: Finding | None) -> object:
        if finding is None or not finding.people:
            return _("Find your lawmakers")
        return _("Your lawmakers; one of the representatives is yours") if finding.is_split else _("Your lawmakers")

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

    def _note(self, finding: Finding | None, tongue: Tongue, most_cards: int) -> str | None:
        if finding is None or not finding.people:
            return tongue.say(_("These official pages find them. Your own phone asks for the address."))
        said = list(finding.remarks)
        if len(finding.people) > most_cards:
            said.append(_("More lawmakers share this ZIP code than fit here. An official page finds yours by street."))
        said += [
            _("{district}: no one holds this seat now.", district=seat_of(seat))
            for seat in (*finding.upper, *finding.lower)
            if isinstance(seat, VacantSeat)
        ]
        return " ".join(tongue.say(sentence) for sentence in said) or None

    def _finder_codes(self, finding: Finding | None, tongue: Tongue) -> tuple[PrintedCode, ...]:
        if finding is not None and finding.people and not finding.needs_finder:
            return ()
        finders = (finding.finders if finding is not None else ()) or self._campaign.finders
        wanted = finders[:1] if finding is not None and finding.people else finders
        return tuple(_code(page_scan(finder.url), tongue.say(finder.name)) for finder in wanted)

    def _list_note(self, finding: Finding | None, tongue: Tongue) -> str:
        said = []
        if finding is not None and finding.answer is not None and finding.people:
            said.append(tongue.say(_("Lawmaker list as of {day}.", day=finding.answer.as_of)))
        if self._campaign.switchboard is not None:
            number = readable_phone(self._campaign.switchboard)
            switchboard = _("The switchboard, {number}, connects you to any lawmaker's office.", number=number)
            said.append(tongue.say(switchboard))
        return " ".join(said)


def _code(scan: Scan, purpose: str) -> PrintedCode:
    return PrintedCode(scan.payload, purpose, scan.readable)
