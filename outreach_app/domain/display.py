"""How a person wants the screen, so that they can see it, stand it and reach it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Display:
    """A visitor's choices for one visit, or what the staff set for every visit to begin with.

    Attributes:
        large_text: text at one and a half times its size; columns stack and second lines go.
        high_contrast: black on white with borders, white on black where a screen is dark.
        still: nothing moves by itself.
        low: everything that is touched lies in the lower part of the screen.
    """

    large_text: bool = False
    high_contrast: bool = False
    still: bool = False
    low: bool = False


USUAL = Display()
"""As the design has it."""
