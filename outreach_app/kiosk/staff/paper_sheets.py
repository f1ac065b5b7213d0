"""A pledge that was signed on paper, entered with the same consents and sealed as from paper."""

from __future__ import annotations

from PySide6.QtCore import Qt

from outreach_app.domain.campaign import Campaign, ConsentBox, PledgeFieldKind
from outreach_app.domain.pledge import PledgeReceipt, TypedSignature
from outreach_app.errors import OutreachError
from outreach_app.kiosk.book_desk import BookDesk
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.kiosk.staff_code_slip import CodeSlip
from outreach_app.kiosk.staff_papers import StaffPapers
from outreach_app.kiosk.staff_typing import StaffTyping
from outreach_app.language import _
from outreach_app.look.arranging import Part, row
from outreach_app.look.button import Button
from outreach_app.look.choice import Choice
from outreach_app.look.field import Field
from outreach_app.look.scrolling import bring_into_sight
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.answers import LONGEST_EMAIL, LONGEST_NAME
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import PledgeDraft, Visit

_FIELDS = (
    ("given_name", PledgeFieldKind.NAME, _("First name"), LONGEST_NAME, "letters"),
    ("family_name", PledgeFieldKind.NAME, _("Last name"), LONGEST_NAME, "letters"),
    ("email", PledgeFieldKind.EMAIL, _("Email"), LONGEST_EMAIL, "email"),
    ("postcode", PledgeFieldKind.POSTCODE, _("ZIP or postcode"), LONGEST_NAME, "letters"),
    ("mobile", PledgeFieldKind.MOBILE, _("Mobile number"), LONGEST_NAME, "digits"),
    ("country", PledgeFieldKind.COUNTRY, _("Country"), LONGEST_NAME, "letters"),
)


class PaperSheetScreen(StaffTyping):
    """One sheet at a time. What is ticked on the sheet is ticked here, and nothing else."""

    place = Place.PAPER_SHEET
    steps = frozenset({Step.BACK})

    def __init__(
        self,
        theme: Theme,
        *,
        campaign: Campaign,
        desk: PledgeDesk,
        book: BookDesk,
        papers: StaffPapers,
        printing: PrintDesk,
    ) -> None:
        super().__init__(
            theme,
            _("Enter a paper sheet"),
            _("Type what stands on the sheet, and tick only what is ticked there. It counts as signed on paper."),
        )
        self._campaign, self._desk, self._book = campaign, desk, book
        self._draft = PledgeDraft()
        self._slip = CodeSlip(theme, papers, printing)
        asked = {field.kind for field in campaign.pledge.fields}
        takes_texts = any(consent.box is ConsentBox.TEXTS for consent in campaign.pledge.consents)
        wanted = asked | ({PledgeFieldKind.MOBILE} if takes_texts else set())
        self._fields = {
            name: Field(theme, label, longest=longest, layout_name=layout)
            for name, kind, label, longest, layout in _FIELDS
            if kind in wanted
        }
        self._choices = {
            consent.box: Choice(theme, consent.title, consent.text) for consent in campaign.pledge.consents
        }
        self._signed = Choice(theme, _("The sheet is signed, and the age box is ticked"))
        self._seal = Button(theme, "primary", _("Seal this sheet"), icon="lock")
        self._seal.clicked.connect(self._keep)
        fields = list(self._fields.values())
        capitals = [self._fields[name] for name in ("given_name", "family_name", "country") if name in self._fields]
        parts: list[Part] = [self._slip, theme.space("s3")]
        for first in range(0, len(fields), 2):
            line = row(*fields[first : first + 2], gap=theme.space("s5"))
            for place in range(line.count()):
                line.setStretch(place, 1)
            parts += [line, theme.space("s3")]
        for choice in (*self._choices.values(), self._signed):
            parts += [choice, theme.space("s3")]
        note = _("Afterwards shred the sheet. Until then keep it out of sight.")
        self.lay_out_typing(
            fields,
            capitals,
            self.area.hide,
            *parts,
            Words(theme, "staff_body", note, tone="quiet"),
            end=(self._seal,),
        )

    def enter(self, visit: Visit) -> None:
        self.tell("")
        self._slip.forget()
        self._begin_anew()

    def leave(self) -> None:
        self._begin_anew()
        self._slip.forget()

    def _begin_anew(self) -> None:
        self._draft = PledgeDraft()
        for field in self._fields.values():
            field.line.wipe()
            field.show_fault(None)
        for choice in (*self._choices.values(), self._signed):
            choice.setChecked(False)
        self._seal.setEnabled(True)

    def _keep(self) -> None:
        """Check as the visitors' own form does, then seal."""
        self.tell("")
        draft = self._draft
        for name, field in self._fields.items():
            setattr(draft, name, field.line.text())
        draft.consents = {box: self.tongue.code for box, choice in self._choices.items() if choice.isChecked()}
        if not self._is_whole(draft):
            return
        # The line on the sheet goes with the sheet; that it was signed is kept as the name beside it.
        draft.signature = TypedSignature(" ".join(filter(None, (draft.given_name, draft.family_name))))
        self._seal.setEnabled(False)
        self._slip.forget()
        pledge = self._desk.compose(draft, self.tongue.code, is_from_paper=True)
        self._book.keep(pledge, self._kept, self._failed)

    def _is_whole(self, draft: PledgeDraft) -> bool:
        checked = tuple(name for name in self._fields if name != "mobile")
        faults = {fault.field: fault.sentence for fault in self._desk.faults(draft, checked)}
        if "mobile" in self._fields and ConsentBox.TEXTS in draft.consents:
            answer = self._desk.check_mobile_for_texts(draft.mobile)
            draft.mobile = answer.text
            if answer.fault is not None:
                faults["mobile"] = answer.fault
        for name, field in self._fields.items():
            field.show_fault(faults.get(name))
        self.say_anew(self)
        if faults:
            self._fields[next(iter(faults))].line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
            return False
        if not self._signed.isChecked():
            self.tell(
                _(
                    "One tick is still missing: is the sheet signed, and its age box ticked? If so, tick that here. "
                    "If not, the sheet does not count."
                ),
                is_fault=True,
            )
            bring_into_sight(self._signed)
            return False
        return True

    def _kept(self, receipt: PledgeReceipt) -> None:
        self._begin_anew()
        self.area.hide()
        self.tell_done(_("Sealed as number {number}. Now shred the sheet.", number=receipt.number))
        self._slip.offer(receipt)
        bring_into_sight(self._slip)

    def _failed(self, error: OutreachError) -> None:
        self._seal.setEnabled(True)
        self.tell_failure(error)
