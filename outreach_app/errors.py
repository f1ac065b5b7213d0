"""Everything that can go wrong, as one tree.

    OutreachError                 a marked sentence and its values, said by whoever shows it
    ├── CampaignError             a campaign pack cannot be used
    ├── LegislatorsError          a lawmaker data pack or one of its sources cannot be used
    │   └── MalformedPostcode     what was typed is no postcode of that country
    ├── PledgeBookError           the local file of pledges cannot be used
    │   ├── BookUnusable          it is not ours, newer than we are, or damaged
    │   ├── BookBusy              another program holds it
    │   ├── StorageFull           the disk is full
    │   ├── StorageFailed         the disk refuses to write
    │   ├── EventClosed           the event was closed, so nothing more is written
    │   └── CodeNotKnown          a withdrawal code is mistyped, or takes back nothing here
    ├── SealingError              the recipients cannot be used, so nothing may be sealed
    ├── OpeningError              the office cannot open or trust what it was given
    ├── HandoutError              a page or a code cannot be made
    ├── PrintingError             the paper cannot be had
    ├── FolderError               a folder cannot be read or written
    └── DisplayError              no window can be opened

Each error carries an English sentence that is also its message id (marked with ``_`` from
:mod:`outreach_app.language` where it is raised) and the values to put into it. No value may ever be something a
visitor typed: errors reach logs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """A sentence still to be said: its English text, which is the catalogue key, and the values for its blanks.

    ``plural`` and ``count`` are set for a sentence that bends with a number. A value may itself be a message, a
    date, a number or anything :meth:`outreach_app.language.Tongue.say` understands.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None

    def __str__(self) -> str:
        """The English sentence, for logs and tracebacks."""
        text = self.plural if self.plural is not None and self.count != 1 else self.text
        return text.format(**{name: str(value) for name, value in self.values.items()}) if self.values else text


class OutreachError(Exception):
    """The root of the tree; ``message`` says what happened and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class CampaignError(OutreachError):
    """A campaign pack cannot be used."""


class LegislatorsError(OutreachError):
    """A lawmaker data pack, or a table it is built from, cannot be used."""


class MalformedPostcode(LegislatorsError):
    """What was typed is no postcode of that country."""


class PledgeBookError(OutreachError):
    """The local file of pledges cannot be used."""


class BookUnusable(PledgeBookError):
    """The file is another program's, newer than this program, or damaged."""


class BookBusy(PledgeBookError):
    """Another program holds the book."""


class StorageFull(PledgeBookError):
    """The disk is full; nothing was lost and nothing was kept."""


class StorageFailed(PledgeBookError):
    """The disk refuses to write; nothing was kept."""


class EventClosed(PledgeBookError):
    """The event was closed; its book takes nothing more."""


class CodeNotKnown(PledgeBookError):
    """A withdrawal code is mistyped, or takes back nothing here."""


class SealingError(OutreachError):
    """The recipients cannot be used, so nothing may be sealed."""


class OpeningError(OutreachError):
    """The office cannot open or trust what it was given."""


class HandoutError(OutreachError):
    """A page or a code cannot be made."""


class PrintingError(OutreachError):
    """The paper cannot be had."""


class FolderError(OutreachError):
    """A folder cannot be read or written."""


class DisplayError(OutreachError):
    """No window can be opened."""
