"""The sheet a finger signs on: the pad, a line, and under it whose signature it is and the day."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from outreach_app.look.arranging import box, column, row
from outreach_app.look.signature_pad import SignaturePad
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


def pad_frame(theme: Theme, pad: SignaturePad, signer: Words, day: Words | None) -> QFrame:
    """The sheet.

    Args:
        theme: sizes and colours.
        pad: what is signed on; it gets all the height there is.
        signer: whose signature it is, under the line.
        day: the day, beside it; none where the answers above need its height more.
    """
    line = QFrame()
    line.setFixedHeight(2)
    line.setProperty("box", "strong-rule")
    under = row(signer, *((12, day) if day is not None else ()))
    under.setStretch(0, 1)
    if theme.is_large:
        # The pad needs the height; the name stands in the review.
        signer.hide()
    foot_room = theme.by_frame(44, 40, 12) if day is not None else 0
    side = theme.by_frame(40, 32, 24)
    layout = column(pad, line, theme.by_frame(16, 16, 6), under, margins=(side, 8, side, foot_room))
    layout.setStretch(0, 1)
    return box("pad", layout)
