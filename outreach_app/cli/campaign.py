"""``outreach campaign``: begin a pack, check it, build it into one file, and see what it will look like."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path

import click

from outreach_app.campaign.building import build_pack, size_of_pack
from outreach_app.campaign.bundled import pack_at
from outreach_app.campaign.checking import check_campaign, examine
from outreach_app.campaign.online import ask_links, ask_over_https, links_of
from outreach_app.campaign.problems import Problem, Severity
from outreach_app.campaign.reading import read_campaign
from outreach_app.campaign.starter import write_starter
from outreach_app.campaign.unpacking import pack_folder
from outreach_app.cli.answering import progress_bar, show
from outreach_app.cli.preview_page import index_page
from outreach_app.cli.unlocking import PASSPHRASE_FILE, ask_once
from outreach_app.cli.window_size import SizeOption
from outreach_app.domain.campaign import Campaign
from outreach_app.errors import CampaignError, Message
from outreach_app.kiosk.opening import Size, run_without_a_display
from outreach_app.kiosk.preview_report import INDEX, PreviewReport
from outreach_app.language import SOURCE_LANGUAGE, Listing, Tongue, _, ngettext
from outreach_app.office.keys import read_keys
from outreach_app.office.pack_signing import OfficeSigner
from outreach_app.office.unlocking import Unlocking
from outreach_app.pledge_book.enrolment import fingerprint_of_key
from outreach_app.visit.ports import SystemClock

_PACK = click.Path(path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


@click.group(epilog="Example: outreach campaign check take-it-down")
def command() -> None:
    """A campaign pack: its facts, its pledge, its films and its languages, in a folder or one file."""


@command.command(epilog="Example: outreach campaign new my-campaign")
@click.argument("folder", metavar="DIR", type=_PACK)
@_JSON
def new(folder: Path, as_json: bool) -> None:
    """Write a starter pack into the new folder DIR, with a comment on every line an author fills in."""
    files = write_starter(folder)
    sentences = [
        _("A starter pack is in {folder}. Its comments say what goes where.", folder=str(folder)),
        _("Write your own words over what stands in [[ ]], then run outreach campaign check."),
    ]
    show({"folder": str(folder), "files": files}, sentences, as_json=as_json)


@command.command(epilog="Example: outreach campaign check my-campaign --json")
@click.argument("pack", type=_PACK)
@click.option("--online", is_flag=True, help="Also ask each link once over https, and nothing else.")
@_JSON
def check(pack: Path, online: bool, as_json: bool) -> int:
    """Say everything that is wrong with PACK, or worth a look; exit 1 if it cannot be used.

    PACK is a folder, a .campaign file, or the name of a campaign that comes with the program.
    """
    found = examine(pack, _today())
    problems = list(found.problems)
    if online and found.campaign is not None:
        links = links_of(found.campaign)
        with progress_bar(_("Asking the links"), len(links)) as advance:
            problems += ask_links(links, ask_over_https, advance)
    signed_by = fingerprint_of_key(found.signed_by) if found.signed_by is not None else None
    document = {"problems": [_problem_document(problem) for problem in problems], "signed_by": signed_by}
    show(document, [*map(_problem_line, problems), _signature_line(signed_by), _verdict(problems)], as_json=as_json)
    return 0 if found.is_usable else 1


@command.command(epilog="Example: outreach campaign build my-campaign --out my.campaign --sign keys/office.age")
@click.argument("folder", metavar="DIR", type=_PACK)
@click.option("--out", required=True, type=_PACK, help="The file to make, ending in .campaign.")
@click.option("--sign", "keys", type=_PACK, help="The office's key file, to sign the pack with.")
@PASSPHRASE_FILE
@_JSON
def build(folder: Path, out: Path, keys: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """Put the pack in DIR into one file, once nothing in it must be mended. The same pack gives the same file."""
    pack = pack_at(folder)
    found = examine(pack, _today(), with_signature=False)
    told: dict[str, object] = {"problems": [_problem_document(problem) for problem in found.problems]}
    if not found.is_usable:
        show(told, [*map(_problem_line, found.problems), _verdict(found.problems)], as_json=as_json)
        return 1
    signer = None
    if keys is not None:
        signer = OfficeSigner(read_keys(keys, Unlocking(passphrase_file, ask_once).words()).signing_key)
    with progress_bar(_("Building"), size_of_pack(pack)) as advance:
        built = build_pack(pack, out, signer, advance)
    with pack_folder(built.path):
        # It was read back, each file compared with its checksum and its signature.
        signed_by = fingerprint_of_key(signer.publisher) if signer is not None else None
    told |= {"file": str(built.path), "files": built.files, "bytes": built.size, "sha256": built.sha256}
    sentences = [
        _("{file} holds {count} files and was read back whole.", file=str(built.path), count=built.files),
        _signature_line(signed_by),
    ]
    show(told | {"signed_by": signed_by}, [*map(_problem_line, found.problems), *sentences], as_json=as_json)
    return 0


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
    problems = check_campaign(pack, _today())
    told = {"problems": [_problem_document(problem) for problem in problems]}
    if any(problem.severity is Severity.ERROR for problem in problems):
        show(told, [*map(_problem_line, problems), _verdict(problems)], as_json=as_json)
        return 1
    with pack_folder(pack) as folder:
        campaign = read_campaign(folder)
        _look_for(language, campaign)
        report = run_without_a_display(lambda: _draw(campaign, out, language, size))
    show(
        told | {"folder": str(out)} | report.document(),
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
            lambda steps: until_done.enter_context(progress_bar(_("Drawing the preview"), steps)),
            lambda report: index_page(campaign, languages, report),
        )


def _preview_lines(out: Path, report: PreviewReport) -> list[Message]:
    refused = [
        _("could not be made  {paper}, {language}: {why}", paper=name, language=code, why=why)
        for name, code, why in report.refused
    ]
    made = _(
        "{screens} pictures of screens and {papers} papers. Open {index}.",
        screens=len(report.screens),
        papers=len(report.papers),
        index=str(out / INDEX),
    )
    return [*refused, made]


def _problem_document(problem: Problem) -> dict[str, str]:
    return {
        "file": problem.file,
        "key": problem.key,
        "severity": problem.severity.value,
        "text": Tongue(SOURCE_LANGUAGE).say(problem.text),
    }


def _signature_line(signed_by: str | None) -> Message:
    if signed_by is None:
        return _("This pack is not signed.")
    return _("This pack is signed. Fingerprint of the key: {letters}", letters=signed_by)


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
