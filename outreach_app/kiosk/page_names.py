"""The pages that staff print, or save to a stick, before they need them: what each is called."""

from __future__ import annotations

from collections.abc import Mapping

from outreach_app.language import Message, _

PAGE_NAMES: Mapping[str, Message] = {
    "device-lost": _("Device lost"),
    "stick-lost": _("Stick lost"),
    "passphrase-forgotten": _("Passphrase forgotten"),
    "both-keys-lost": _("Both keys lost"),
    "staff-card": _("Staff card"),
}
"""By the name of their paper."""
