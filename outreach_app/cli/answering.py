"""How commands answer: sentences for people, or one JSON document for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from outreach_app.errors import Message
from outreach_app.language import SOURCE_LANGUAGE, Tongue


def show(document: Mapping[str, object], sentences: list[Message], *, as_json: bool) -> None:
    """Print what was done, one way or the other."""
    if as_json:
        click.echo(json.dumps(document, indent=2, ensure_ascii=False))
        return
    tongue = Tongue(SOURCE_LANGUAGE)
    for sentence in sentences:
        click.echo(tongue.say(sentence))


class Advance:
    """Moves a progress bar on."""

    def __init__(self, progress: Progress, what: Message, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task(Tongue(SOURCE_LANGUAGE).say(what), total=total)

    def __call__(self, steps: int = 1) -> None:
        """Some more was done."""
        self._progress.advance(self._task, steps)


@contextmanager
def progress_bar(what: Message, total: int) -> Iterator[Advance]:
    """A bar on standard error while work goes on; on no terminal it draws nothing."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield Advance(progress, what, total)
