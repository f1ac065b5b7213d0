"""The one program, ``outreach``: finds the noun's file only when it is asked for, and turns errors into sentences."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import ClassVar

import click

from outreach_app import __version__
from outreach_app.cli.window_size import SizeOption
from outreach_app.errors import OutreachError
from outreach_app.language import LANGUAGE_VARIABLE, SOURCE_LANGUAGE, Tongue

EXIT_FAILED = 1
EXIT_USAGE = 2


class LazyCommands(click.Group):
    """Commands that are imported when they are called, so that ``--help`` and the kiosk start quickly."""

    places: ClassVar[dict[str, str]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name."""
        return sorted({*super().list_commands(ctx), *self.places})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, imported now."""
        if cmd_name not in self.places:
            return super().get_command(ctx, cmd_name)
        command = getattr(importlib.import_module(self.places[cmd_name]), "command")  # noqa: B009
        assert isinstance(command, click.Command)  # noqa: S101 - a file of ours that names no command is a bug
        return command


class OutreachCommands(LazyCommands):
    """One file for each noun."""

    places: ClassVar[dict[str, str]] = {
        "campaign": "outreach_app.cli.campaign",
        "demo": "outreach_app.cli.demo",
        "doctor": "outreach_app.cli.doctor",
        "handouts": "outreach_app.cli.handouts",
        "keys": "outreach_app.cli.keys",
        "legislators": "outreach_app.cli.legislators",
        "office": "outreach_app.cli.office",
        "station": "outreach_app.cli.station",
    }


@click.group(
    cls=OutreachCommands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: outreach --windowed",
    invoke_without_command=True,
)
@click.version_option(__version__, prog_name="outreach")
@click.option("--windowed", is_flag=True, help="Without a command: in a window on the desktop.")
@click.option("--size", type=SizeOption(), default=(1280, 800), show_default="1280x800", help="Size of that window.")
@click.pass_context
def program(context: click.Context, windowed: bool, size: tuple[int, int]) -> int:
    """A kiosk for in-person outreach events: facts, sealed pledges, lawmakers by ZIP, handouts that scan.

    Without a command it opens this device's station; the first time, a welcome that leads to the demo and the set-up.
    """
    if context.invoked_subcommand is not None:
        return 0
    # It loads what a window needs, which the commands do not wait for.
    from outreach_app.cli.start import start

    return start(size if windowed else None)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line.

    Returns:
        0 when it was done, 1 after a sentence on standard error, 2 for a usage mistake.
    """
    try:
        result = program.main(args=arguments, prog_name="outreach", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return EXIT_USAGE
    except click.ClickException as error:
        error.show()
        return EXIT_FAILED
    except (click.Abort, KeyboardInterrupt):
        return EXIT_FAILED
    except OutreachError as error:
        sys.stderr.write(Tongue(os.environ.get(LANGUAGE_VARIABLE, SOURCE_LANGUAGE)).say(error.message) + "\n")
        return EXIT_FAILED
    return result if isinstance(result, int) else 0
