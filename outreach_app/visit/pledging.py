"""From a filled form to a kept pledge."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from outreach_app import __version__
from outreach_app.domain.campaign import Campaign, Consent, ConsentBox, PledgeField, PledgeFieldKind
from outreach_app.domain.pledge import (
    ClockReading,
    ConsentGiven,
    EventPlace,
    Pledge,
    PledgeReceipt,
)
from outreach_app.errors import Message
from outreach_app.language import _
from outreach_app.visit.answers import (
    Answer,
    check_country,
    check_email,
    check_mobile,
    check_name,
    check_postcode,
    check_zip,
)
from outreach_app.visit.countries import country_code
from outreach_app.visit.visit import PledgeDraft

TICKED, NOT_TICKED = "yes", "no"
"""How the pledge keeps a box of the campaign's own."""


class Book(Protocol):
    """What the desk needs of the pledge book."""

    def sign(self, pledge: Pledge) -> PledgeReceipt:
        """Seal and commit; only then return."""

    def withdraw(self, code: str) -> int:
        """Take the pledge of this code back: nothing of it stays in the book but that there was one."""


@dataclass(frozen=True)
class FormFault:
    """A field that needs mending and how."""

    field: str
    sentence: Message


class PledgeDesk:
    """Checks the form and turns it into the pledge that is sealed.

    Args:
        campaign: whose pledge it is.
        where: event, place and station.
        read_now: the time of signing, and whether the clock can be trusted.
        is_rehearsal: whether what is signed now is practice; the staff may turn it while the table is open.
    """

    def __init__(
        self, campaign: Campaign, where: EventPlace, read_now: Callable[[], ClockReading], *, is_rehearsal: bool = False
    ) -> None:
        self._campaign = campaign
        self._where = where
        self._read_now = read_now
        self.is_rehearsal = is_rehearsal

    def check(self, field: str, typed: str) -> Answer:
        """One field of the form, by its name in :class:`PledgeDraft`."""
        match field:
            case "given_name":
                return check_name(typed, is_required=self._requires(PledgeFieldKind.NAME))
            case "family_name":
                return check_name(typed, is_required=False)
            case "email":
                return check_email(typed, is_required=self._requires(PledgeFieldKind.EMAIL))
            case "postcode":
                check = check_zip if self.asks_zip else check_postcode
                return check(typed, is_required=self._requires(PledgeFieldKind.POSTCODE))
            case "country":
                asked_in = self._campaign.languages
                return check_country(typed, asked_in, is_required=self._requires(PledgeFieldKind.COUNTRY))
            case _:
                return check_mobile(typed, is_required=self._requires(PledgeFieldKind.MOBILE))

    @property
    def asks_zip(self) -> bool:
        """Whether a postcode here is a ZIP code of the United States."""
        field = self._campaign.pledge.field(PledgeFieldKind.POSTCODE)
        return field is None or not field.has_letters

    def check_mobile_for_texts(self, typed: str) -> Answer:
        """The mobile number of someone who ticked texts: without one there is nothing to text."""
        return check_mobile(typed, is_required=True)

    def faults(self, draft: PledgeDraft, fields: tuple[str, ...]) -> tuple[FormFault, ...]:
        """Tidy these fields of the draft in place; returns those that a person must mend, in order."""
        faults = []
        for field in fields:
            answer = self.check(field, getattr(draft, field))
            if answer.fault is not None:
                faults.append(FormFault(field, answer.fault))
            else:
                setattr(draft, field, answer.text)
        return tuple(faults)

    @staticmethod
    def question_fault(draft: PledgeDraft, fields: tuple[PledgeField, ...]) -> Message | None:
        """What is still to be chosen or ticked among these questions."""
        open_ones = [field for field in fields if field.is_required and field.id not in draft.answers]
        if not open_ones:
            return None
        if open_ones[0].kind is PledgeFieldKind.CHOICE:
            return _("Choose one to go on.")
        return _("Tick what is needed to sign, or go back.")

    def signature_fault(self, draft: PledgeDraft) -> Message | None:
        """What is missing before the pledge can be signed."""
        if draft.signature is None and self._requires(PledgeFieldKind.SIGNATURE):
            return _("Sign with your finger, or type your name.")
        return None

    def compose(self, draft: PledgeDraft, language: str, *, is_from_paper: bool = False) -> Pledge:
        """The pledge as it will be sealed: what was agreed to, in the exact words and language shown."""
        form = self._campaign.pledge
        return Pledge(
            campaign_id=self._campaign.id,
            campaign_version=self._campaign.version,
            text_id=form.text_id,
            text_sha256=_digest(form.text.in_language(language)),
            language=language,
            given_name=draft.given_name,
            family_name=draft.family_name or None,
            email=draft.email or None,
            postcode=draft.postcode or None,
            # What the review did not show is not sealed: a number is theirs to give only with the box for texts.
            mobile=draft.mobile or None if self.keeps_mobile(draft) else None,
            country=country_code(draft.country, self._campaign.languages),
            choices=self._answers(draft),
            signature=draft.signature,
            consents=tuple(self._given(consent, draft, language) for consent in form.consents),
            signed_at=self._read_now(),
            where=self._where,
            app_version=__version__,
            is_from_paper=is_from_paper,
            is_rehearsal=self.is_rehearsal,
        )

    @staticmethod
    def _given(consent: Consent, draft: PledgeDraft, language: str) -> ConsentGiven:
        """One box, in the words that were read when it was ticked: the language may have changed since."""
        read_in = draft.consents.get(consent.box, language)
        digest = _digest(consent.text.in_language(read_in))
        return ConsentGiven(consent.box, consent.id, read_in, digest, consent.box in draft.consents)

    def _answers(self, draft: PledgeDraft) -> tuple[tuple[str, str], ...]:
        """What was chosen and ticked, by the names the pack gave, whatever the language it was read in."""
        answers = []
        for field in self._campaign.pledge.fields:
            if field.kind is PledgeFieldKind.CHECK_BOX:
                answers.append((field.id, TICKED if field.id in draft.answers else NOT_TICKED))
            elif field.id in draft.answers:
                answers.append((field.id, draft.answers[field.id]))
        return tuple(answers)

    def keeps_mobile(self, draft: PledgeDraft) -> bool:
        """Whether a number given is sealed with the pledge: the pledge asks for one, or texts were agreed to."""
        return ConsentBox.TEXTS in draft.consents or self._campaign.pledge.field(PledgeFieldKind.MOBILE) is not None

    def _requires(self, kind: PledgeFieldKind) -> bool:
        field = self._campaign.pledge.field(kind)
        return field is not None and field.is_required


def _digest(text: str) -> str:
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
