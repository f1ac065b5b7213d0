"""All that a table's printing is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from outreach_app.printing.counting import CountFile
from outreach_app.printing.printer import Printer
from outreach_app.printing.queue import QueueRules
from outreach_app.printing.watching import Patience


@dataclass(frozen=True)
class PrinterPlan:
    """A table's printer, the rules of its queue and where its counts are kept.

    Attributes:
        patience: how long a page is waited for.
    """

    printer: Printer
    counts: CountFile
    rules: QueueRules = field(default_factory=QueueRules)
    patience: Patience = field(default_factory=Patience)
