"""The tokens as Qt wears them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QWidget

from outreach_app.asset_files import asset
from outreach_app.look.theme import Frame, Theme, frame_for
from outreach_app.theme_tokens import read_tokens

TOKENS = read_tokens()
SCHEMES = sorted(TOKENS.palettes)
STYLE = asset("theme", "kiosk.qss").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_role_in_the_style_sheet_has_a_colour(qtbot, scheme):
    widget = QWidget()
    qtbot.addWidget(widget)
    theme = Theme(TOKENS, scheme=scheme)
    theme.dress(widget)
    assert "$" not in widget.styleSheet().replace("dollar", "")
    named = set(re.findall(r"\$([a-z_]+)", STYLE))
    assert named <= set(theme._named_colors())
    assert all(re.fullmatch("#[0-9A-Fa-f]{6}", color) for color in theme._named_colors().values())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_qt_understands_the_whole_style_sheet(qtbot, qtlog, scheme):
    widget = QWidget()
    qtbot.addWidget(widget)
    Theme(TOKENS, scheme=scheme).dress(widget)
    widget.show()
    assert not [record.message for record in qtlog.records if "style" in record.message.lower()]


def test_the_style_sheet_names_no_colour_of_its_own_but_the_white_of_plates_and_film():
    assert set(re.findall("#[0-9A-Fa-f]{3,8}", STYLE)) <= {"#FFFFFF"}


def test_every_pair_can_be_told_apart_in_every_scheme():
    assert TOKENS.faint_pairs() == ()


@pytest.mark.parametrize(
    ("palettes", "motif", "expected"),
    [
        ({"light": {"ink_quiet": "#8899A0"}}, {}, ("light", "ink_quiet", "paper")),
        ({}, {"on_accent_quiet_text": ("#0B5C57",)}, ("light", "motif.on_accent_quiet_text", "accent")),
        ({}, {"attract": ("#183C3E", "#1C4547", "#F5F7F3")}, ("attract", "ink", "motif.attract")),
        ({"attract": {"dawn": "#0D2224"}}, {}, ("attract", "dawn", "paper")),
        ({"light": {"on_accent": "#5B3E99"}}, {}, ("light", "on_accent", "accent")),
    ],
)
def test_a_pair_that_is_too_close_is_named_with_its_ratio(palettes, motif, expected):
    found = TOKENS.with_palettes(palettes, motif).faint_pairs()
    assert expected in {(faint.scheme, faint.pair.foreground, faint.pair.background) for faint in found}
    assert all(faint.ratio < faint.pair.least for faint in found)
    assert {faint.scheme for faint in found} == {expected[0]}


def test_all_schemes_know_the_same_roles():
    assert len({frozenset(palette) for palette in TOKENS.palettes.values()}) == 1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_is_told_from_every_state(scheme):
    palette = TOKENS.palettes[scheme]
    assert palette["focus"] not in {palette[role] for role in ("accent", "good", "warn", "dawn", "line_strong")}


@pytest.mark.usefixtures("fonts")
def test_the_typeface_comes_with_the_program_in_three_weights():
    assert "Source Sans Pro" in QFontDatabase.families()
    for role, style in {"body": "Regular", "button": "SemiBold", "h1": "Bold"}.items():
        font = Theme(TOKENS).font(role)
        assert QFontInfo(font).family() == "Source Sans Pro"
        assert font.pixelSize() == round(TOKENS.type[role].size)
        assert QFontInfo(font).styleName().lower().replace(" ", "") in (style.lower(), ""), style


@pytest.mark.usefixtures("fonts")
def test_all_digits_are_equally_wide():
    from PySide6.QtGui import QFontMetricsF

    for role in TOKENS.type:
        metrics = QFontMetricsF(Theme(TOKENS).font(role))
        assert len({round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}) == 1, role


@pytest.mark.parametrize(
    ("size", "frame"),
    [
        ((1280, 800), Frame.LANDSCAPE),
        ((1920, 1080), Frame.LANDSCAPE),
        ((800, 1280), Frame.PORTRAIT),
        ((1024, 600), Frame.COMPACT),
        ((1366, 768), Frame.LANDSCAPE),
    ],
)
def test_each_window_has_its_layout(size, frame):
    assert frame_for(QSize(*size)) is frame


def test_a_font_that_is_handed_out_can_be_changed_without_changing_the_theme():
    font = Theme(TOKENS).font("body")
    font.setPixelSize(99)
    assert Theme(TOKENS).font("body").pixelSize() != 99


def test_a_packs_colour_reaches_the_style_sheet(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    changed = replace(TOKENS, palettes={**TOKENS.palettes, "light": {**TOKENS.light, "accent": "#123456"}})
    Theme(changed).dress(widget)
    assert "#123456" in widget.styleSheet()
