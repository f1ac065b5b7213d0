"""``outreach handouts``: papers of a campaign as PDF, without a table."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from outreach_app.campaign.bundled import pack_at
from outreach_app.campaign.reading import read_campaign
from outreach_app.campaign.unpacking import pack_folder
from outreach_app.cli.answering import progress_bar, show
from outreach_app.cli.paper_files import write_pdf
from outreach_app.domain.campaign import Campaign
from outreach_app.errors import HandoutError, Message
from outreach_app.handouts.papers import PAPERS, Paper, Purpose, paper_named
from outreach_app.language import Listing, Tongue, _, language_name, ngettext
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.finding import Finding, LegislatorFinder
from outreach_app.visit.paper_making import PaperMaker
from outreach_app.visit.ports import SystemClock

_FILE = click.Path(path_type=Path, dir_okay=False)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
_MAKE = "outreach handouts make --campaign take-it-down --paper letter --zip 43215 --data us.data --out page.pdf"


@click.group(epilog="Example: outreach handouts papers")
def command() -> None:
    """Paper: pages to take home, flyers, cards, posters and slips."""


@command.command(epilog="Example: outreach handouts papers --json")
@_JSON
def papers(as_json: bool) -> None:
    """List every paper with its size."""
    documents = [{**asdict(paper), "purpose": paper.purpose.value} for paper in PAPERS]
    show({"papers": documents}, [_paper_line(paper) for paper in PAPERS], as_json=as_json)


@command.command(epilog=f"Example: {_MAKE}")
@click.option("--campaign", "pack", type=click.Path(path_type=Path), required=True, help="The campaign pack.")
@click.option("--paper", "name", required=True, help="One of outreach handouts papers.")
@click.option("--zip", "postcode", help="Whose lawmakers stand on it; without it, the official finders.")
@click.option("--data", type=_FILE, help="Lawmaker data, from outreach legislators build.")
@click.option("--language", help="One of the campaign's languages; its first without this.")
@click.option("--copies", type=click.IntRange(min=1, max=10_000), default=1, show_default=True, help="Equal pages.")
@click.option("--out", type=_FILE, required=True, help="The PDF to write.")
@_JSON
def make(
    pack: Path,
    name: str,
    postcode: str | None,
    data: Path | None,
    language: str | None,
    copies: int,
    out: Path,
    as_json: bool,
) -> None:
    """Make one paper as a PDF."""
    if (postcode is None) != (data is None):
        raise click.UsageError("Give --zip and --data together, or neither.")
    paper = paper_named(name)
    if postcode is not None and paper.purpose is not Purpose.TAKE_HOME:
        raise click.UsageError(
            f"No lawmakers stand on {paper.name}. Leave out --zip and --data, or choose another paper."
        )
    with ExitStack() as stack:
        campaign = read_campaign(stack.enter_context(pack_folder(pack_at(pack))))
        tongue = Tongue(_language(campaign, language))
        finding = _finding(stack, campaign, postcode, data)
        tokens = read_tokens().with_palettes(campaign.palettes)
        with progress_bar(_("Making pages"), copies) as advance:
            pdf = PaperMaker(campaign, tokens, _today()).pdf(paper, tongue, finding, copies, advance)
    write_pdf(out, pdf)
    document = {"file": str(out), "paper": paper.name, "language": tongue.code, "copies": copies, "bytes": len(pdf)}
    sentence = ngettext(
        "Made {file}: one copy of {paper}.",
        "Made {file}: {count} copies of {paper}.",
        copies,
        file=str(out),
        paper=name,
    )
    show(document, [sentence], as_json=as_json)


def _language(campaign: Campaign, wanted: str | None) -> str:
    """The language of a paper.

    Raises:
        HandoutError: the campaign has no such language.
    """
    if wanted is None:
        return campaign.languages[0]
    if wanted not in campaign.languages:
        known = Listing(tuple(f"{code} ({language_name(code)})" for code in campaign.languages))
        raise HandoutError(_("This campaign has no language {code}. It has {known}.", code=wanted, known=known))
    return wanted


def _finding(stack: ExitStack, campaign: Campaign, postcode: str | None, data: Path | None) -> Finding | None:
    """The lawmakers of a ZIP, from the file of lawmaker data."""
    if postcode is None or data is None:
        return None
    people = LegislatorPack.open(data)
    stack.callback(people.close)
    return LegislatorFinder(people, campaign.finders, SystemClock()).find(postcode)


def _paper_line(paper: Paper) -> Message:
    size = _size(paper)
    uses = {
        "handout": _("a page to take home"),
        "flyer": _("one code for everybody"),
        "help": _("where to get help"),
        "form": _("for staff, or to fill in"),
    }
    return _("{name}: {size}, {use}", name=paper.name, size=size, use=uses[paper.purpose.value])


def _size(paper: Paper) -> Message:
    if paper.height_mm is None:
        return _("{width} mm wide, as long as its text", width=f"{paper.width_mm:g}")
    return _("{width} x {height} mm", width=f"{paper.width_mm:g}", height=f"{paper.height_mm:g}")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the paper is made
