"""A pack's own colours, laid over the program's and measured against the contrast that people need."""

from __future__ import annotations

import re
from collections.abc import Mapping

from outreach_app.campaign.table import Table
from outreach_app.language import _
from outreach_app.theme_tokens import ThemeTokens, contrast_ratio, read_tokens

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


def read_palettes(settings: Table) -> Mapping[str, Mapping[str, str]]:
    """The table ``[theme]``: role colours by scheme. Empty if the pack keeps the program's colours.

    Raises:
        OSError: the program's own tokens cannot be read.
    """
    if not settings.has("theme"):
        return {}
    theme = settings.table("theme")
    tokens = read_tokens()
    palettes: dict[str, dict[str, str]] = {}
    for scheme in theme.every_key():
        if scheme not in tokens.palettes:
            known = ", ".join(tokens.palettes)
            theme.refuse(scheme, _("This must be one of: {known}.", known=known))
            continue
        palettes[scheme] = _palette(theme.table(scheme), tokens.palettes[scheme])
    _measure(theme, tokens.with_palettes(palettes), palettes)
    return palettes


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


def _measure(theme: Table, tokens: ThemeTokens, palettes: Mapping[str, Mapping[str, str]]) -> None:
    for scheme in palettes:
        colors = tokens.palettes[scheme]
        for pair in tokens.contrast:
            ratio = contrast_ratio(colors[pair.foreground], colors[pair.background])
            if ratio < pair.least:
                theme.refuse(
                    scheme,
                    _(
                        "{foreground} on {background} has a contrast of {found}, and people need {least}.",
                        foreground=pair.foreground,
                        background=pair.background,
                        found=f"{ratio:.2f}",
                        least=f"{pair.least:.1f}",
                    ),
                )
