"""All that is known of the person at the screen. Thrown away whole when they leave or idle out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outreach_app.domain.campaign import ConsentBox, PledgeForm
from outreach_app.domain.lawmakers import Lawmaker
from outreach_app.domain.pledge import PledgeReceipt, Signature
from outreach_app.errors import Message
from outreach_app.printing.job import PrintJob
from outreach_app.visit.finding import Finding
from outreach_app.visit.flow import Journey, Step

if TYPE_CHECKING:
    # The PINs bring their slow hash along, which the first frame must not wait for.
    from outreach_app.visit.pins import StaffRole


@dataclass
class PledgeDraft:
    """What is in the form, as typed. Lives in memory only, for this one visit.

    ``answers``: what was chosen, by the name of the question. ``consents``: the boxes that are ticked, each with the
    language its words were read in.
    """

    given_name: str = ""
    family_name: str = ""
    email: str = ""
    postcode: str = ""
    mobile: str = ""
    country: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    consents: dict[ConsentBox, str] = field(default_factory=dict)
    signature: Signature | None = None


@dataclass(eq=False)
class Visit:
    """One person's visit. It is its own stamp: answers of slow work belong to this very object.

    Attributes:
        language: code of the language they read now.
        meets_age_limit: ``None`` until asked. The age itself is never kept.
        is_sealing: their pledge is on its way to the book; it is not sent twice.
        refusal: why their pledge could not be kept, in words for them; ``None`` once it is tried again.
        receipt: the book's receipt; only with it may thanks be said.
        is_taking_back: they mistyped, and the book is about to forget the pledge.
        hides_code: they hid the withdrawal code from whoever looks over their shoulder.
        chosen: the lawmaker whose page is open; ``None`` shows the first.
        fact: index of the fact being read.
        print_job: their page on its way to the tray, the last one asked for.
        help_job: likewise the page of where to get help, which takes nothing from the other.
        role: who of the staff is behind the gate; ``None`` for a visitor.
    """

    language: str
    journey: Journey = field(default_factory=Journey)
    meets_age_limit: bool | None = None
    draft: PledgeDraft = field(default_factory=PledgeDraft)
    is_sealing: bool = False
    refusal: Message | None = None
    receipt: PledgeReceipt | None = None
    is_taking_back: bool = False
    hides_code: bool = False
    finding: Finding | None = None
    chosen: Lawmaker | None = None
    fact: int = 0
    print_job: PrintJob | None = None
    help_job: PrintJob | None = None
    role: StaffRole | None = None

    def take_finding(self, finding: Finding) -> None:
        """Know who speaks for them now; whoever of an earlier list was open is nobody's any more."""
        self.finding = finding
        self.chosen = None

    def pledge_step(self, form: PledgeForm) -> Step:
        """Where "Sign the pledge" leads in this visit.

        The age is asked once, and not at all where no limit turns anybody away: what decides nothing is not asked. A
        person signs once.
        """
        if self.receipt is not None:
            return Step.SHOW_THANKS
        if form.minimum_age is None:
            return Step.START_PLEDGE_OF_AGE
        if self.meets_age_limit is None:
            return Step.START_PLEDGE
        return Step.START_PLEDGE_OF_AGE if self.meets_age_limit else Step.START_PLEDGE_UNDER_AGE

    @property
    def may_print(self) -> bool:
        """One page a visit: another may be asked for only if nothing came out."""
        return self.print_job is None or self.print_job.allows_another

    def lawmaker_step(self) -> Step:
        """Where "find my lawmakers" leads: past the ZIP question if the ZIP is known."""
        return Step.SHOW_LAWMAKERS if self.finding is not None else Step.ASK_ZIP
