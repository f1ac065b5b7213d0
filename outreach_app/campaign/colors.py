"""A pack's own colours, laid over the program's and measured against the contrast that people need."""

from __future__ import annotations

import re
from collections.abc import Mapping

from outreach_app.campaign.table import Table
from outreach_app.language import _
from outreach_app.theme_tokens import ThemeTokens, read_tokens

FEWEST_SHADES = 3
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


Colors = tuple[Mapping[str, Mapping[str, str]], Mapping[str, tuple[str, ...]]]
"""Role colours by scheme, and shades of the wall by the ground they stand on."""


def read_colors(settings: Table) -> Colors:
    """The table ``[theme]``. Both are empty if the pack keeps the program's colours.

    Raises:
        OSError: the program's own tokens cannot be read.
    """
    if not settings.has("theme"):
        return {}, {}
    theme = settings.table("theme")
    tokens = read_tokens()
    palettes: dict[str, dict[str, str]] = {}
    motif: dict[str, tuple[str, ...]] = {}
    for scheme in theme.every_key():
        if scheme == "motif":
            motif = _shades(theme.table(scheme), tokens)
        elif scheme not in tokens.palettes:
            known = ", ".join([*tokens.palettes, "motif"])
            theme.refuse(scheme, _("This must be one of: {known}.", known=known))
        else:
            palettes[scheme] = _palette(theme.table(scheme), tokens.palettes[scheme])
    _measure(theme, tokens.with_palettes(palettes, motif))
    return palettes, motif


def _palette(table: Table, roles: Mapping[str, str]) -> dict[str, str]:
    palette = {}
    for role in table.every_key():
        color = table.string(role)
        if role not in roles:
            table.refuse(role, _("No such colour is known. The roles are: {known}.", known=", ".join(roles)))
        elif not _COLOR.fullmatch(color):
            table.refuse(role, _("A colour is written as # and six digits, such as #0B5C57."))
        else:
            palette[role] = color.upper()
    return palette


def _shades(table: Table, tokens: ThemeTokens) -> dict[str, tuple[str, ...]]:
    """The table ``[theme.motif]``: the shades of the wall, and the colour of small text on the accent."""
    motif = {}
    for ground in table.every_key():
        known = tokens.motif.get(ground)
        if known is None:
            said = _("No such wall is known. They are: {known}.", known=", ".join(tokens.motif))
            table.refuse(ground, said)
            continue
        shades = table.strings(ground) if len(known) > 1 else (table.string(ground),)
        if not all(_COLOR.fullmatch(shade) for shade in shades):
            table.refuse(ground, _("A colour is written as # and six digits, such as #0B5C57."))
        elif len(known) > 1 and len(set(shades)) < FEWEST_SHADES:
            said = _("Give at least {least} shades: neighbouring bars never share one.", least=FEWEST_SHADES)
            table.refuse(ground, said)
        else:
            motif[ground] = tuple(shade.upper() for shade in shades)
    return motif


def _measure(theme: Table, tokens: ThemeTokens) -> None:
    """Refuse each pair of colours that people could not tell apart, by name and with its ratio."""
    for faint in tokens.faint_pairs():
        said = _(
            "{foreground} on {background} has a contrast of {found}, and people need {least}.",
            foreground=faint.pair.foreground,
            background=faint.pair.background,
            found=f"{faint.ratio:.2f}",
            least=f"{faint.pair.least:.1f}",
        )
        theme.refuse(faint.scheme, said)
