"""Sealing a pledge so that nobody at the table can read it.

The only place below the office that touches age. It knows public recipients and nothing that could open a seal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyrage import EncryptError, RecipientError, encrypt, x25519

from outreach_app.errors import SealingError
from outreach_app.language import _

PADDED_BYTES = 4096
"""Every record has this length before it is sealed, so that size tells nothing."""

LEAST_RECIPIENTS = 2
MOST_RECIPIENTS = 8
_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")  # X25519 alone: a plugin's recipient is longer or named


class Sealer:
    """Seals records for two or more recipients (the office, and its recovery key on paper).

    Args:
        recipients: age X25519 recipients, ``age1`` and 58 letters.

    Raises:
        SealingError: fewer than two, two the same, or one that is no X25519 recipient.
    """

    def __init__(self, recipients: Sequence[str]) -> None:
        if len(recipients) < LEAST_RECIPIENTS:
            raise SealingError(
                _(
                    "Pledges must be sealed for at least two keys, the office and its recovery key. "
                    "Ask the office for a whole enrolment file."
                )
            )
        if len(recipients) > MOST_RECIPIENTS or len(set(recipients)) != len(recipients):
            raise SealingError(
                _("The enrolment names too many keys, or one key twice. Ask the office for a new enrolment file.")
            )
        self.recipients = tuple(recipients)
        self._keys = [_recipient(text) for text in recipients]

    def seal(self, record: bytes) -> bytes:
        """One age v1 file that holds the record, padded with spaces to :data:`PADDED_BYTES`.

        Raises:
            SealingError: the record is longer than that, or age refuses.
        """
        if len(record) > PADDED_BYTES:
            raise SealingError(_("This pledge is too long to be kept. Shorten the name or the signature."))
        try:
            return bytes(encrypt(record.ljust(PADDED_BYTES), self._keys))
        except EncryptError as error:
            raise SealingError(_("The pledge could not be sealed, so it was not kept. Tell the staff.")) from error


def _recipient(text: str) -> x25519.Recipient:
    refused = SealingError(
        _(
            "The enrolment names a key this program does not seal for. "
            "It must be an age key of the plain kind, which starts with age1 and has 62 letters. "
            "Ask the office for a new enrolment file."
        )
    )
    if _RECIPIENT.fullmatch(text) is None:
        raise refused
    try:
        return x25519.Recipient.from_str(text)
    except RecipientError as error:
        raise refused from error
