"""What is said where a postcode is asked for: what to type, and what happens to it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from outreach_app.domain.lawmakers import CodeShape
from outreach_app.kiosk.digits_page import promise
from outreach_app.language import Message, _
from outreach_app.look.theme import Theme


def lead(shape: CodeShape) -> Message:
    """What to type."""
    if shape.is_zip:
        return _("Enter your 5-digit ZIP code.")
    return _("Enter your postcode, such as {example}.", example=shape.example)


def promises(theme: Theme, shape: CodeShape) -> tuple[QWidget, ...]:
    """That it is not kept, and that nobody needs one."""
    kept, none = (
        (
            _("**Your ZIP is not kept** when you only look people up."),
            _("Outside the United States, or no ZIP? Touch “Skip this step”."),
        )
        if shape.is_zip
        else (
            _("**Your postcode is not kept** when you only look people up."),
            _("No postcode? Touch “Skip this step”."),
        )
    )
    return promise(theme, "lock", kept), promise(theme, "pin", none)
