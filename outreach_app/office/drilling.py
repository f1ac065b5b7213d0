"""The drill: before the first event, prove that a key opens what a station will seal."""

from __future__ import annotations

import secrets

from nacl.signing import SigningKey

from outreach_app.errors import OpeningError
from outreach_app.language import _
from outreach_app.office.opening import Opener
from outreach_app.pledge_book.enrolment import Enrolment
from outreach_app.pledge_book.sealing import Sealer

_TEST_BYTES = 64


def drill(enrolment: Enrolment, opener: Opener, signing_key: SigningKey | None) -> str:
    """Seal a test for the enrolment's keys and open it with the one given.

    Args:
        enrolment: the one that stations get.
        opener: the office's key, or the recovery key as it was typed in.
        signing_key: the key that receipts are signed with; ``None`` for the recovery key, which signs nothing.

    Returns:
        which key it is, ``office`` or ``recovery``.

    Raises:
        OpeningError: the key does not open what stations of this enrolment seal, or signs for another office.
    """
    test = secrets.token_hex(_TEST_BYTES).encode()
    opened = opener.open(Sealer(enrolment.recipients).seal(test))
    if opened is None or opened.rstrip() != test or opener.recipient not in enrolment.recipients:
        raise OpeningError(
            _(
                "This key does not open what stations of this enrolment seal. Do not hold an event with it. "
                "Find the enrolment that was made with this key, or make new keys."
            )
        )
    if signing_key is not None and signing_key.verify_key.encode().hex() != enrolment.verify_key:
        raise OpeningError(
            _("This key file signs receipts that stations of this enrolment refuse. Take the files made together.")
        )
    return "office" if opener.recipient == enrolment.recipients[0] else "recovery"
