"""The size of a window on the command line."""

from __future__ import annotations

import re

import click

from outreach_app.kiosk.opening import Size


class SizeOption(click.ParamType[Size]):
    """``WIDTHxHEIGHT`` in px."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Size:
        """Read ``1280x800``."""
        if isinstance(value, tuple):
            return value
        match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", str(value))
        if match is None:
            self.fail(f"{value} is no size; write it as 1280x800.", param, ctx)
        return int(match[1]), int(match[2])
