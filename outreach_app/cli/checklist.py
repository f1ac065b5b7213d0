"""Checks on the command line: one line each with its remedy, or one JSON document."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.language import SOURCE_LANGUAGE, Tongue

_COLORS = {CheckLevel.OK: "green", CheckLevel.WARN: "yellow", CheckLevel.FAIL: "red"}


def show_checks(checks: Sequence[Check], *, as_json: bool) -> int:
    """Print a checklist; returns the exit code, 1 if any check failed."""
    tongue = Tongue(SOURCE_LANGUAGE)
    if as_json:
        click.echo(json.dumps({"checks": [check_document(check) for check in checks]}, indent=2, ensure_ascii=False))
    else:
        for check in checks:
            click.secho(f"{check.level.value:<5}", fg=_COLORS[check.level], nl=False)
            click.echo(tongue.say(check.text))
            if check.remedy is not None:
                click.echo(f"     {tongue.say(check.remedy)}")
    return 1 if any(check.level is CheckLevel.FAIL for check in checks) else 0


def check_document(check: Check) -> dict[str, str | None]:
    """One check as it stands in the JSON of every command that checks something."""
    tongue = Tongue(SOURCE_LANGUAGE)
    remedy = None if check.remedy is None else tongue.say(check.remedy)
    return {"code": check.code, "level": check.level.value, "text": tongue.say(check.text), "remedy": remedy}
