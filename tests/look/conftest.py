"""A theme in each of the three window shapes. Qt is imported only when a test asks for it."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def fonts(qapp):
    """The design's typeface, known to Qt."""
    from outreach_app.look.none_reference import hold_none
    from outreach_app.look.theme import load_fonts

    hold_none()
    load_fonts()


@pytest.fixture(params=["landscape", "portrait", "compact"])
def theme(request, fonts):
    """The theme in one window shape after the other."""
    return theme_in(request.param)


@pytest.fixture
def wide_theme(fonts):
    """The theme of the design's own window, 1280 x 800."""
    return theme_in("landscape")


def theme_in(frame):
    from outreach_app.look.theme import Frame, Theme
    from outreach_app.theme_tokens import read_tokens

    return Theme(read_tokens(), Frame(frame))
