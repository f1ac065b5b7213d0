"""What stands on the papers that are the same for everybody: flyer, help card, staff card, pledge sheet, slips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from outreach_app.domain.campaign import Campaign, ConsentBox, Helpline, HelplineKind, PledgeField, PledgeFieldKind
from outreach_app.domain.handout import (
    Blank,
    Flyer,
    Form,
    HelpCard,
    Item,
    Letters,
    Point,
    PrintedCode,
    PrintedHelp,
    Row,
    Section,
    Sentence,
    TickBox,
)
from outreach_app.domain.links import readable_address
from outreach_app.domain.pledge import PledgeReceipt
from outreach_app.errors import Message
from outreach_app.language import Sayable, Tongue, _
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.theme_tokens import ThemeTokens

_HEAD_GROUPS = (4, 4, 4, 4)
_CODE_GROUPS = (4, 4, 4, 4, 1)
"""As the two are spelled, to be written down by hand."""

_FIELD_LABELS = {
    PledgeFieldKind.NAME: _("Name"),
    PledgeFieldKind.EMAIL: _("Email"),
    PledgeFieldKind.POSTCODE: _("ZIP code"),
    PledgeFieldKind.MOBILE: _("Mobile number"),
    PledgeFieldKind.COUNTRY: _("Country"),
    PledgeFieldKind.SIGNATURE: _("Signature"),
}


class PaperWords:
    """Writes them in one language.

    Args:
        campaign: whose words stand on them.
        tokens: the theme they are coloured with.
        tongue: the language.
    """

    def __init__(self, campaign: Campaign, tokens: ThemeTokens, tongue: Tongue) -> None:
        self._campaign, self._tongue = campaign, tongue
        self._colors = dict(tokens.light)

    def flyer(self) -> Flyer:
        """For tables, walls and hands: one code, the campaign's own page."""
        campaign, say = self._campaign, self._tongue.say
        page = campaign.page
        return Flyer(
            **self._leaf(campaign.handout_title, campaign.wordmark),
            headline=say(campaign.handout_title),
            line=say(_("The ask to {whom}: {ask}", whom=campaign.pledge.ask_to, ask=campaign.pledge.ask)),
            scan_words=say(_("Scan, or type")),
            code=PrintedCode(page, say(campaign.page_label), readable_address(page)),
            help_heading=say(_("Get help, for you or someone you know")),
            helplines=self._helplines(),
        )

    def help_card(self) -> HelpCard:
        """Where to turn. It bears no name, so that it gives nobody away who carries it."""
        say = self._tongue.say
        return HelpCard(
            **self._leaf(_("Where to turn"), ""),
            heading=say(self._campaign.help_title),
            lead=say(self._campaign.help_lead),
            helplines=self._helplines(),
        )

    def staff_card(self) -> Form:
        """For those behind the table: what to do when somebody tells them something, and how a day goes."""
        say = self._tongue.say
        emergency = [line for line in self._campaign.helplines if line.kind is HelplineKind.EMERGENCY]
        told = [
            _("Listen. Let the person choose the words, and the pace."),
            _("Stay calm. You can say: “Thank you for telling me. It was not your fault.”"),
            _("Do not question. Who, when and how are for trained people to ask."),
            _("Do not promise secrecy. Say that you will fetch the lead, and why."),
            _("Never view, copy, photograph or pass on images. If someone wants to show you one, say no."),
            _("Fetch the lead. Stay near, if the person wants that. Write nothing about them on this table."),
            *(_("In danger right now: {number}.", number=line.headline) for line in emergency),
        ]
        set_up = [
            _("Turn the screen away from the crowd. Leave room to step aside, and a chair."),
            _("Keep the film’s sound low, and captions on. Nobody has to watch it."),
            _("Look at the checklist of the staff desk. Amber lines say what to do."),
            _("Lay out help cards and paper pledge sheets, with pens. One person a sheet."),
            _("Only the lead has the lead PIN. Lock the desk whenever you step away."),
            _("Help with the screen, not with the choice. Never tick a box for anyone."),
        ]
        ending = [
            _("Type in the paper sheets, then shred them."),
            _("The lead closes the event and copies the pledges to the stick."),
            _("Fill in the closing slip. Send it apart from the stick."),
        ]
        return Form(
            **self._leaf(_("Staff card"), self._campaign.wordmark),
            corner=say(_("Behind the table")),
            heading=say(_("Staff card")),
            lead=None,
            pages=(
                (
                    self._list(_("If someone tells you about abuse"), told),
                    Section(say(_("Numbers to give")), tuple(self._row(line) for line in self._campaign.helplines)),
                    self._list(_("Before you open"), set_up, is_numbered=True),
                    self._list(_("At the end"), ending, is_numbered=True),
                ),
            ),
        )

    def pledge_sheet(self) -> Form:
        """For the queue: what the screens ask, on paper, and the full notice on its back."""
        say, pledge = self._tongue.say, self._campaign.pledge
        paper_notice = [
            _("Fold this sheet and hand it to the staff. They type it in at the table, then shred it."),
            _("Until then the staff can read it. Once it is typed in, only the campaign office can open it."),
            _("Ask the staff for your code: with it you can take your pledge back."),
        ]
        front = (
            Section(None, (Sentence(say(pledge.text)), Sentence(self._ask(), is_small=True))),
            Section(say(_("About you")), tuple(self._blanks())),
            Section(say(_("Your choice; none is needed to sign")), tuple(self._boxes())),
            Section(say(_("What happens to this sheet")), tuple(Point(say(line)) for line in paper_notice)),
            Section(None, (Row(say(_("For staff: typed in as number")), None),)),
        )
        back = Section(say(_("The full notice")), tuple(Sentence(say(part)) for part in pledge.full_notice))
        return Form(
            **self._leaf(_("Paper pledge sheet"), self._campaign.wordmark),
            corner=say(_("One person a sheet")),
            heading=say(self._campaign.pledge_title),
            lead=None,
            pages=(front, (back,)) if pledge.full_notice else (front,),
        )

    def closing_slip(self, slip: ClosingSlip | None) -> Form:
        """The counts and the head of a book: an anchor outside the device. Without a slip, lines to write on."""
        say = self._tongue.say
        labels = [
            _("Station"),
            _("Event"),
            _("Signed and kept"),
            _("Practice, which does not count"),
            _("Taken back"),
            _("Lines of the book"),
            _("Event closed"),
        ]
        values: list[Sayable | None] = [None] * len(labels)
        if slip is not None:
            state = _("yes") if slip.is_closed else _("no, still open")
            values = [slip.station, slip.event, slip.kept, slip.rehearsals, slip.withdrawn, slip.entries, state]
        rows = [
            Row(say(label), None if value is None else say(value)) for label, value in zip(labels, values, strict=True)
        ]
        signed = (Blank(say(_("Day and time"))), Blank(say(_("Lead’s signature"))))
        return Form(
            **self._leaf(_("Closing slip"), self._campaign.wordmark),
            corner="",
            heading=say(_("Closing slip")),
            lead=say(_("Keep it, or send it, apart from the stick. The office compares it with what it opens.")),
            pages=(
                (
                    Section(None, tuple(rows)),
                    Section(
                        say(_("Head of the book")),
                        (Letters(slip.short_head if slip is not None else None, _HEAD_GROUPS),),
                    ),
                    Section(None, signed),
                ),
            ),
        )

    def withdrawal_slip(self, receipt: PledgeReceipt | None) -> Form:
        """The one paper with a code, made when the visitor asks for it. Without a receipt, boxes to copy it into."""
        say, pledge = self._tongue.say, self._campaign.pledge
        ways: list[Item] = [Sentence(say(_("Give it to {contact}.", contact=pledge.withdrawal_contact)))]
        if pledge.withdrawal_address is not None:
            address = readable_address(pledge.withdrawal_address)
            ways.append(Sentence(say(_("Or type it at {address}.", address=address))))
        letters: list[Item] = [Letters(receipt.withdrawal_code if receipt is not None else None, _CODE_GROUPS)]
        if receipt is not None:
            letters.append(Row(say(_("Pledge number")), say(receipt.number)))
        return Form(
            **self._leaf(_("Your code"), self._campaign.wordmark),
            corner="",
            heading=say(_("Your code")),
            lead=say(_("With it you can take your pledge back. You need no reason.")),
            pages=(
                (
                    Section(None, tuple(letters)),
                    Section(say(_("How")), tuple(ways)),
                    Section(None, (Sentence(say(_("Keep it where only you see it. It is not printed again."))),)),
                ),
            ),
        )

    # -- parts -----------------------------------------------------------------------------------------------------

    def _leaf(self, title: Sayable, wordmark: Sayable) -> dict[str, Any]:
        say = self._tongue.say
        return {
            "language": self._tongue.code,
            "is_right_to_left": self._tongue.is_right_to_left,
            "document_title": say(title),
            "wordmark": say(wordmark),
            "colors": self._colors,
        }

    def _ask(self) -> str:
        pledge = self._campaign.pledge
        return self._tongue.say(_("The ask to {whom}: {ask}", whom=pledge.ask_to, ask=pledge.ask))

    def _list(self, heading: Message, sentences: list[Message], *, is_numbered: bool = False) -> Section:
        say = self._tongue.say
        points = (
            Point(say(sentence), place if is_numbered else None) for place, sentence in enumerate(sentences, start=1)
        )
        return Section(say(heading), tuple(points))

    def _helplines(self) -> tuple[PrintedHelp, ...]:
        return printed_helplines(self._campaign, self._tongue)

    def _row(self, line: Helpline) -> Row:
        say = self._tongue.say
        return Row(say(line.label), say(line.headline), line.address or say(line.note))

    def _blanks(self) -> Iterator[Item]:
        say = self._tongue.say
        if self._campaign.pledge.minimum_age is not None:
            yield Blank(say(_("Age")), say(_("Asked first at the table. The number is not kept.")))
        fields = self._campaign.pledge.fields
        # The signature comes last, as on the screens.
        for field in sorted(fields, key=lambda each: each.kind is PledgeFieldKind.SIGNATURE):
            yield from self._field(field)

    def _field(self, field: PledgeField) -> Iterator[Item]:
        say = self._tongue.say
        note = None if field.is_required else say(_("Optional"))
        match field.kind:
            case PledgeFieldKind.CHECK_BOX:
                yield TickBox(say(field.label or ""))
            case PledgeFieldKind.CHOICE:
                yield Sentence(say(field.label or ""))
                for choice in field.choices:
                    yield TickBox(say(choice.label))
            case kind:
                is_tall = kind is PledgeFieldKind.SIGNATURE
                yield Blank(say(_FIELD_LABELS[kind]), note, is_tall=is_tall)

    def _boxes(self) -> Iterator[Item]:
        say, pledge = self._tongue.say, self._campaign.pledge
        for consent in pledge.consents:
            yield TickBox(say(consent.text), say(consent.title))
            if consent.box is ConsentBox.TEXTS and pledge.field(PledgeFieldKind.MOBILE) is None:
                yield Blank(say(_FIELD_LABELS[PledgeFieldKind.MOBILE]), say(_("Only with this box")))


def printed_helplines(campaign: Campaign, tongue: Tongue) -> tuple[PrintedHelp, ...]:
    """The campaign's helplines as they stand on paper: with an address where there is one, else with their note."""
    say = tongue.say
    return tuple(
        PrintedHelp(say(line.label), say(line.headline), line.address or say(line.note)) for line in campaign.helplines
    )
