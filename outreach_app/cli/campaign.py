"""``outreach campaign``: begin a pack, check it, build it into one file, and see what it will look like."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outreach_app.campaign.bundled import pack_at
from outreach_app.campaign.checking import check_campaign
from outreach_app.campaign.problems import Problem, Severity
from outreach_app.campaign.reading import read_campaign
from outreach_app.cli.answering import progress_bar, show
from outreach_app.cli.window_size import SizeOption
from outreach_app.domain.campaign import Campaign
from outreach_app.errors import CampaignError, Message
from outreach_app.kiosk.opening import Size, run_without_a_display
from outreach_app.language import SOURCE_LANGUAGE, Listing, Tongue, _, ngettext
from outreach_app.visit.ports import SystemClock

if TYPE_CHECKING:
    from outreach_app.kiosk.preview_folder import PreviewReport

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


@command.command(epilog="Example: outreach campaign preview my-campaign --out preview --language es --size 1280x800")
@click.argument("pack", type=_PACK)
@click.option("--out", required=True, type=_PACK, help="A new or empty folder, or an earlier preview to renew.")
@click.option("--language", default=None, help="One language alone, such as es.")
@click.option("--size", type=SizeOption(), default=None, help="One size of window alone; all three by default.")
@_JSON
def preview(pack: Path, out: Path, language: str | None, size: Size | None, as_json: bool) -> int:
    """Show every screen and paper of PACK as pictures, so that nobody needs a kiosk to look at it.

    The folder holds index.html to begin with, contact sheets, a PNG of each screen in each language and size, and
    each paper as PDF and PNG. A pack that must be mended first is not drawn; all that is wrong with it is said.
    """
    folder = pack_at(pack)
    problems = check_campaign(folder, _today())
    told = {"problems": [_problem_document(problem) for problem in problems]}
    if any(problem.severity is Severity.ERROR for problem in problems):
        show(told, [*map(_problem_line, problems), _verdict(problems)], as_json=as_json)
        return 1
    campaign = read_campaign(folder)
    _look_for(language, campaign)
    report = run_without_a_display(lambda: _draw(campaign, out, language, size))
    show(
        told | _preview_document(out, report),
        [*map(_problem_line, problems), *_preview_lines(out, report)],
        as_json=as_json,
    )
    return 1 if report.refused else 0


def _look_for(language: str | None, campaign: Campaign) -> None:
    if language is not None and language not in campaign.languages:
        spoken = Listing(campaign.languages)
        raise CampaignError(_("This campaign speaks {languages}. Choose one of them.", languages=spoken))


def _draw(campaign: Campaign, out: Path, language: str | None, size: Size | None) -> PreviewReport:
    # These modules load Qt, so they come after the check that Qt is there.
    from outreach_app.kiosk.preview import SIZES
    from outreach_app.kiosk.preview_folder import PreviewFolder

    languages, sizes = (language,) if language else campaign.languages, (size,) if size else SIZES
    with ExitStack() as until_done:
        return PreviewFolder(campaign, out, languages, sizes, SystemClock().now()).write(
            lambda steps: until_done.enter_context(progress_bar(_("Drawing the preview"), steps))
        )


def _preview_document(out: Path, report: PreviewReport) -> dict[str, object]:
    say = Tongue(SOURCE_LANGUAGE).say
    refused = [{"paper": name, "language": code, "text": say(why)} for name, code, why in report.refused]
    return {
        "folder": str(out),
        "index": report.index,
        "screens": report.screens,
        "papers": report.papers,
        "pages": report.pages,
        "contact_sheets": report.contact_sheets,
        "refused": refused,
    }


def _preview_lines(out: Path, report: PreviewReport) -> list[Message]:
    refused = [
        _("could not be made  {paper}, {language}: {why}", paper=name, language=code, why=why)
        for name, code, why in report.refused
    ]
    made = _(
        "{screens} pictures of screens and {papers} papers. Open {index}.",
        screens=len(report.screens),
        papers=len(report.papers),
        index=str(out / report.index),
    )
    return [*refused, made]


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
