"""The door to the staff's desk: two PINs, one count of wrong tries, and a ladder of waits that no restart shortens.

The count is on the disk before a try is looked at, so that pulling the plug while it is judged gives nothing back.
A volunteer's PIN ends the waits, and takes nothing off the tally of wrong tries since the lead was last in: else who
has it could guess for ever. At fifteen the lead's PIN is looked at no more; the volunteer's still is.
Waits are measured with a clock that only grows; after a restart the wait begins anew, so a changed date gains nothing.
A closed gate never stops a visitor.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from outreach_app.pledge_book.letters import ALPHABET, check_letter, in_fours, read, spell
from outreach_app.visit.attempt_file import AttemptFile, WrongTries
from outreach_app.visit.pins import StaffRole, fits

FREE_TRIES = 5
MOST_TRIES = 15
FIRST_WAIT_SECONDS = 15
_RECOVERY_BYTES = 10
_RECOVERY_LETTERS = _RECOVERY_BYTES * 8 // 5
_TAG_PREFIX = b"outreach staff recovery 1\n"


@dataclass(frozen=True)
class GateState:
    """What the door says.

    Attributes:
        wrong_tries: since the last right one.
        wait_seconds: before the next try is looked at; 0 for none.
        is_locked: only the printed recovery code opens it.
        is_lead_locked: the lead's PIN opens it no more; the recovery code does, and a volunteer's PIN for a volunteer.
    """

    wrong_tries: int
    wait_seconds: int
    is_locked: bool
    is_lead_locked: bool

    @property
    def free_tries(self) -> int:
        """Tries left before the first wait."""
        return max(0, FREE_TRIES - self.wrong_tries)


class StaffGate:
    """Judges PINs and recovery codes.

    Args:
        attempts: the count on disk; one that cannot be read counts as spent, since a missing file must not give tries.
        pin_hashes: of each role.
        recovery_tag: as :func:`recovery_tag` makes it.
        monotonic: seconds that only grow.
    """

    def __init__(
        self,
        attempts: AttemptFile,
        pin_hashes: Mapping[StaffRole, str],
        recovery_tag: str,
        monotonic: Callable[[], float],
    ) -> None:
        self._attempts, self._hashes, self._recovery_tag = attempts, pin_hashes, recovery_tag
        self._monotonic = monotonic
        self._tries = attempts.tries() or WrongTries(MOST_TRIES, MOST_TRIES)
        self._wait_from = monotonic()

    @property
    def state(self) -> GateState:
        """What the door says now."""
        tries = self._tries
        is_locked = tries.at_pad >= MOST_TRIES
        waited = self._monotonic() - self._wait_from
        left = 0.0 if is_locked else max(0.0, wait_after(tries.at_pad) - waited)
        return GateState(tries.at_pad, ceil(left), is_locked, tries.at_lead >= MOST_TRIES)

    def try_pin(self, pin: str) -> StaffRole | None:
        """Whose PIN this is; ``None`` if nobody's. While the door waits or is locked it is not even looked at.

        Takes up to half a second on purpose: call it off the event loop.

        Raises:
            StorageFull, StorageFailed: the try cannot be counted, so it is not looked at.
        """
        state = self.state
        if state.is_locked or state.wait_seconds > 0:
            return None
        before = self._tries
        self._put(WrongTries(before.at_pad + 1, before.at_lead + 1))
        role = next((role for role in self._looked_at(state) if fits(pin, self._hashes[role])), None)
        if role is StaffRole.VOLUNTEER:
            self._put(WrongTries(0, before.at_lead))
        elif role is StaffRole.LEAD:
            self._put(WrongTries())
        return role

    def _looked_at(self, state: GateState) -> list[StaffRole]:
        """Whose PINs a try is held against: the volunteer's first, so that it is never a look at the lead's."""
        roles = (StaffRole.VOLUNTEER,) if state.is_lead_locked else (StaffRole.VOLUNTEER, StaffRole.LEAD)
        return [role for role in roles if role in self._hashes]

    def try_recovery(self, code: str) -> bool:
        """Whether this is the printed recovery code; if it is, the count begins anew.

        Eighty random bits need no waits.

        Raises:
            StorageFull, StorageFailed: the count cannot be written.
        """
        tag = recovery_tag(code)
        if tag is None or not hmac.compare_digest(tag, self._recovery_tag):
            return False
        if self._attempts.tries() is None:
            self._attempts.make()
        self._put(WrongTries())
        return True

    def change_to(self, pin_hashes: Mapping[StaffRole, str], recovery_tag: str) -> None:
        """Open to these from now on. Whoever could change them was the lead, so the count begins anew.

        Raises:
            StorageFull, StorageFailed: the count cannot be written; the new ones open all the same.
        """
        self._hashes, self._recovery_tag = dict(pin_hashes), recovery_tag
        self._put(WrongTries())

    def _put(self, tries: WrongTries) -> None:
        self._attempts.keep(tries)
        self._tries = tries
        self._wait_from = self._monotonic()


def wait_after(wrong_tries: int) -> int:
    """Seconds before the next try: none for the first five, then 15, doubling."""
    return FIRST_WAIT_SECONDS * 2 ** (wrong_tries - FREE_TRIES) if wrong_tries >= FREE_TRIES else 0


def new_recovery_code(random_bytes: Callable[[int], bytes]) -> str:
    """A recovery code to print or copy by hand once, as ``XXXX-XXXX-XXXX-XXXX-X``."""
    letters = spell(random_bytes(_RECOVERY_BYTES))
    return in_fours(letters + check_letter(ALPHABET.index(letter) for letter in letters))


def recovery_tag(code: str) -> str | None:
    """What a station keeps of a recovery code, 64 hex digits; ``None`` for what cannot be one.

    Small letters, spaces and look-alikes are fine.
    """
    values = read(code)
    if values is None or len(values) != _RECOVERY_LETTERS + 1:
        return None
    letters = values[:-1]
    if ALPHABET.index(check_letter(letters)) != values[-1]:
        return None
    return hashlib.sha256(_TAG_PREFIX + "".join(ALPHABET[value] for value in letters).encode("ascii")).hexdigest()
