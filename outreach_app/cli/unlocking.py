"""How the office's commands ask for what unlocks its keys and its ledger."""

from __future__ import annotations

from pathlib import Path

import click

PASSPHRASE_FILE = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file whose first line is the passphrase, for scripts (- for standard input); without it you are asked.",
)


def ask_once() -> str:
    """What a person types, unseen."""
    return str(click.prompt("Passphrase", hide_input=True, err=True))


def ask_new() -> str:
    """What a person types twice, unseen."""
    return str(click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True))
