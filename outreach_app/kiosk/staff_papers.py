"""The papers that staff print at the table, made off the event loop: a test page and the closing slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from outreach_app.domain.pledge import PledgeReceipt
from outreach_app.errors import OutreachError
from outreach_app.language import Tongue
from outreach_app.look.background import Lane
from outreach_app.pledge_book.closing_slip import ClosingSlip


@dataclass(frozen=True)
class StaffPapers:
    """Makes them.

    Attributes:
        lane: the paper thread.
        make_test: a page such as visitors get, with nobody's lawmakers on it.
        make_slip: the closing slip, on the sheet that is in the printer.
        make_code_slip: the slip with a signer's withdrawal code; ``make_recovery_slip``: with a new recovery code.
        make_page: any other page of the staff's, by its paper's name, on that sheet.
    """

    lane: Lane
    make_test: Callable[[Tongue], bytes]
    make_slip: Callable[[Tongue, ClosingSlip], bytes]
    make_code_slip: Callable[[Tongue, PledgeReceipt], bytes]
    make_recovery_slip: Callable[[Tongue, str], bytes]
    make_page: Callable[[Tongue, str], bytes]

    def test_page(self, tongue: Tongue, done: Callable[[bytes], None], failed: Callable[[OutreachError], None]) -> None:
        """A page to try the printer with."""
        self.lane.do(lambda: self.make_test(tongue), done, failed)

    def page(
        self, tongue: Tongue, name: str, done: Callable[[bytes], None], failed: Callable[[OutreachError], None]
    ) -> None:
        """A page of the staff's, such as ``device-lost``."""
        self.lane.do(lambda: self.make_page(tongue, name), done, failed)

    def closing_slip(
        self,
        tongue: Tongue,
        slip: ClosingSlip,
        done: Callable[[bytes], None],
        failed: Callable[[OutreachError], None],
    ) -> None:
        """The slip of a book."""
        self.lane.do(lambda: self.make_slip(tongue, slip), done, failed)
