"""``outreach legislators``: build a list of lawmakers, look up a postcode, check a list, renew it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn

from outreach_app.cli.checklist import check_document, show_checks
from outreach_app.cli.lawmaker_answers import answer_document, say_answer
from outreach_app.domain.checks import CheckLevel
from outreach_app.errors import LegislatorsError, Message
from outreach_app.language import SOURCE_LANGUAGE, Tongue, _
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.checking import Findings, look_over
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.table_folder import read_table_folder
from outreach_app.legislators.united_states.downloading import Downloader
from outreach_app.legislators.united_states.importing import Imported, Sources, import_congress
from outreach_app.legislators.united_states.updating import PUBLISHED_AT, update_congress

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group(
    epilog="Example: outreach legislators lookup 43215 --data congress.lawmakers",
)
def command() -> None:
    """Lawmakers by postcode, offline: build a list, look up a postcode, check a list, renew it."""


@command.command(
    epilog="Example: outreach legislators build --people legislators-current.json --areas zccd.csv --out c.lawmakers"
)
@click.option("--people", type=_FILE, help="legislators-current.json of unitedstates/congress-legislators.")
@click.option("--offices", type=_FILE, help="Their legislators-district-offices, .csv or .json.")
@click.option("--contacts", type=_FILE, help="Contact pages: a table with bioguide, contact_form and source.")
@click.option("--social", type=_FILE, help="Their legislators-social-media, .yaml or .json.")
@click.option(
    "--areas", type=_FILE, multiple=True, help="ZIP codes and districts, known by the header; more than once."
)
@click.option("--tables", type=_FOLDER, help="A folder with people.csv, areas.csv and manifest.toml, for any country.")
@click.option(
    "--as-of",
    type=_DAY,
    metavar="YYYY-MM-DD",
    help="The day --people was right; without it, the day that file was saved.",
)
@click.option("--out", type=_FILE, required=True, help="The list to build; an older one there is replaced at the end.")
def build(
    people: Path | None,
    offices: Path | None,
    contacts: Path | None,
    social: Path | None,
    areas: tuple[Path, ...],
    tables: Path | None,
    as_of: datetime | None,
    out: Path,
) -> None:
    """Build a list of lawmakers, from the public files on Congress or from the tables of any country."""
    if tables is not None:
        if people or offices or contacts or social or areas or as_of:
            raise click.UsageError("--tables stands alone: everything else is in its folder.")
        imported = Imported(read_table_folder(tables), ())
    elif people is None or not areas:
        raise click.UsageError("Name --people and --areas, or --tables.")
    else:
        sources = Sources(people, areas, offices, contacts, social)
        imported = import_congress(sources, as_of.date() if as_of else _day_saved(people))
    build_pack(imported.tables, out)
    _say_what_was_built(out, imported.remarks)


@command.command(epilog="Example: outreach legislators lookup 43215-1234 --data congress.lawmakers --json")
@click.argument("postcode")
@click.option("--data", type=_FILE, required=True, help="A list built by this program.")
@click.option("--on", "day", type=_DAY, metavar="YYYY-MM-DD", help="Answer as on this day; without it, today.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def lookup(postcode: str, data: Path, day: datetime | None, as_json: bool) -> None:
    """Say who speaks, or may speak, for a postcode."""
    today = day.date() if day else _today()
    with LegislatorPack.open(data) as pack:
        answer = pack.look_up(postcode, today)
        if as_json:
            click.echo(json.dumps(answer_document(answer, pack.finder_url, today), indent=2, ensure_ascii=False))
        else:
            say_answer(answer, pack.finder_url, today)


@command.command(epilog="Example: outreach legislators check congress.lawmakers")
@click.argument("file", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def check(file: Path, as_json: bool) -> None:
    """Look over a whole list: undamaged, how old, whose term has ended, which seats are vacant."""
    with LegislatorPack.open(file) as pack:
        findings = look_over(pack, _today())
        if as_json:
            click.echo(json.dumps(_findings_document(pack, findings), indent=2, ensure_ascii=False))
        else:
            _say(
                _(
                    "{title}: {people} people, {postcodes} postcodes.",
                    title=pack.title,
                    people=findings.people,
                    postcodes=findings.postcodes,
                )
            )
            show_checks(findings.checks, as_json=False)


@command.command(epilog="Example: outreach legislators update --out congress.lawmakers")
@click.option("--out", type=_FILE, required=True, help="The list to renew; its ZIP codes are kept.")
@click.option("--source", default=PUBLISHED_AT, show_default=True, help="Where the public files are published.")
@click.option("--areas", type=_FILE, multiple=True, help="New ZIP codes and districts; needed the first time.")
@click.option("--force", "is_forced", is_flag=True, help="Renew even if the new list is much shorter.")
def update(out: Path, source: str, areas: tuple[Path, ...], is_forced: bool) -> None:
    """Fetch the public files on Congress and renew a list; if anything is wrong, the list stays as it is."""
    with _download_bars() as progress:
        updated = update_congress(out, source, areas, Downloader(progress), _today(), is_forced=is_forced)
    _say_what_was_built(out, updated.remarks)


@contextmanager
def _download_bars() -> Iterator[Callable[[str, int, int | None], None]]:
    """One bar for each file on standard error; on no terminal nothing is drawn."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(name: str, come: int, total: int | None) -> None:
            if name not in tasks:
                tasks[name] = bars.add_task(name, total=total)
            bars.update(tasks[name], completed=come)

        yield advance


def _say_what_was_built(out: Path, remarks: Sequence[Message]) -> None:
    with LegislatorPack.open(out) as pack:
        findings = look_over(pack, _today())
        _say(
            _(
                "Built {file}: {people} people, {postcodes} postcodes, as of {day}.",
                file=str(out),
                people=findings.people,
                postcodes=findings.postcodes,
                day=pack.as_of,
            )
        )
    for remark in remarks:
        _say(remark)
    show_checks([each for each in findings.checks if each.level is not CheckLevel.OK], as_json=False)


def _findings_document(pack: LegislatorPack, findings: Findings) -> dict[str, object]:
    return {
        "title": pack.title,
        "country": pack.manifest.country,
        "source": pack.manifest.source,
        "licence": pack.manifest.licence,
        "as_of": pack.as_of.isoformat(),
        "sample": pack.is_sample,
        "people": findings.people,
        "postcodes": findings.postcodes,
        "vacant": [seat.division_id for seat in findings.vacant],
        "term_ended": [person.id for person in findings.ended],
        "checks": [check_document(each) for each in findings.checks],
    }


def _say(message: Message) -> None:
    click.echo(Tongue(SOURCE_LANGUAGE).say(message))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the table stands


def _day_saved(path: Path) -> date:
    """The day a file was last written, where this computer stands."""
    try:
        return date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - as the reader's own file window shows it
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LegislatorsError(_("{file} cannot be read: {reason}.", file=path.name, reason=reason)) from error
