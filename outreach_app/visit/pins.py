"""The two PINs of a table, kept as slow hashes. They guard screens, never keys."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from nacl.exceptions import InvalidkeyError
from nacl.pwhash import argon2id

from outreach_app.errors import FolderError
from outreach_app.language import _

LEAST_DIGITS = 6
MOST_DIGITS = 32
_EASY = frozenset({"123456", "654321", "012345", "234567", "121212", "112233"})
_MEMORY_BYTES = 64 * 1024 * 1024
_PASSES = 3
_MOST_BYTES = 4096


class StaffRole(Enum):
    """Who stands behind the table. The values stand in PIN files."""

    LEAD = "lead"
    VOLUNTEER = "volunteer"


def new_pins() -> dict[StaffRole, str]:
    """Random PINs of six digits, no two alike."""
    while True:
        lead, volunteer = (f"{secrets.randbelow(10**LEAST_DIGITS):0{LEAST_DIGITS}}" for _role in StaffRole)
        if lead != volunteer:
            return {StaffRole.LEAD: lead, StaffRole.VOLUNTEER: volunteer}


def read_pin_file(path: Path) -> dict[StaffRole, str]:
    """The PINs of a file with the lines ``lead: 123456`` and ``volunteer: 654321``.

    Raises:
        FolderError: it cannot be read, a line is missing or strange, a PIN is too short, or both are the same.
    """
    try:
        with path.open("rb") as file:
            lines = file.read(_MOST_BYTES).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FolderError(_("The PIN file {file} cannot be read.", file=path.name)) from error
    named = dict(line.split(":", 1) for line in lines if ":" in line)
    pins = {name.strip().lower(): pin.strip() for name, pin in named.items()}
    if set(pins) != {role.value for role in StaffRole} or len(named) != len([line for line in lines if line.strip()]):
        raise FolderError(
            _("The PIN file {file} needs two lines: one with lead: and a PIN, one with volunteer:.", file=path.name)
        )
    for pin in pins.values():
        if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
            raise FolderError(
                _("A PIN has {least} digits or more. Change the PIN file {file}.", least=LEAST_DIGITS, file=path.name)
            )
    if len(set(pins.values())) != len(pins):
        raise FolderError(
            _("The lead and the volunteers need different PINs. Change the PIN file {file}.", file=path.name)
        )
    return {role: pins[role.value] for role in StaffRole}


def choose_pin(role: StaffRole, pin: str, chosen: Mapping[StaffRole, str]) -> str:
    """The hash of a PIN that somebody chose. Takes up to a quarter of a second, on purpose.

    Args:
        role: whose it will be.
        pin: as it was typed.
        chosen: hashes of the PINs beside it.

    Raises:
        FolderError: it is short, easy to guess, or another role's.
    """
    if not (len(pin) >= LEAST_DIGITS and pin.isascii() and pin.isdigit()):
        raise FolderError(_("A PIN has six digits or more."))
    if pin in _EASY or len(set(pin)) == 1:
        raise FolderError(_("This PIN is easy to guess. Choose another one."))
    if any(other is not role and fits(pin, kept) for other, kept in chosen.items()):
        raise FolderError(_("The lead and the volunteers need different PINs. Choose another one."))
    return hash_pin(pin)


def hash_pin(pin: str) -> str:
    """A PIN as it is kept: Argon2id, 64 MiB, three passes, with its own salt."""
    return argon2id.str(pin.encode(), opslimit=_PASSES, memlimit=_MEMORY_BYTES).decode()


def fits(pin: str, kept: str) -> bool:
    """Whether a typed PIN is the one that was hashed; takes about a tenth of a second on purpose."""
    try:
        return bool(argon2id.verify(kept.encode(), pin.encode()))
    except InvalidkeyError:
        return False
