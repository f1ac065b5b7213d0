"""``outreach campaign``: begin a pack, check it, build it into one file, and see what it will look like."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from outreach_app.campaign.bundled import pack_at
from outreach_app.campaign.checking import check_campaign
from outreach_app.campaign.problems import Problem, Severity
from outreach_app.cli.answering import show
from outreach_app.errors import Message
from outreach_app.language import SOURCE_LANGUAGE, Tongue, _, ngettext

_PACK = click.Path(path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


@click.group(epilog="Example: outreach campaign check take-it-down")
def command() -> None:
    """A campaign pack: its facts, its pledge, its films and its languages, in a folder or one file."""


@command.command(epilog="Example: outreach campaign check my-campaign --json")
@click.argument("pack", type=_PACK)
@_JSON
def check(pack: Path, as_json: bool) -> int:
    """Say everything that is wrong with PACK, or worth a look; exit 1 if it cannot be used."""
    problems = check_campaign(pack_at(pack), _today())
    document = {"problems": [_problem_document(problem) for problem in problems]}
    show(document, [*map(_problem_line, problems), _verdict(problems)], as_json=as_json)
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _problem_document(problem: Problem) -> dict[str, str]:
    return {
        "file": problem.file,
        "key": problem.key,
        "severity": problem.severity.value,
        "text": Tongue(SOURCE_LANGUAGE).say(problem.text),
    }


def _problem_line(problem: Problem) -> Message:
    where = f"{problem.file}, {problem.key}" if problem.key else problem.file
    if problem.severity is Severity.ERROR:
        return _("must be mended  {where}: {problem}", where=where, problem=problem.text)
    return _("worth a look    {where}: {problem}", where=where, problem=problem.text)


def _verdict(problems: list[Problem]) -> Message:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        return ngettext(
            "One problem must be mended before this pack can be used.",
            "{count} problems must be mended before this pack can be used.",
            errors,
        )
    return _("This pack can be used.")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the author sits
