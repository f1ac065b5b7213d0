"""``outreach office``: open packs, list, remove, take back, give receipts, export."""

from __future__ import annotations

from pathlib import Path

import click

from outreach_app.cli.answering import progress_bar, show
from outreach_app.cli.office_answers import (
    counts_document,
    counts_lines,
    erased_line,
    pack_document,
    pack_line,
    person_document,
    person_line,
    request_document,
    request_lines,
)
from outreach_app.cli.unlocking import PASSPHRASE_FILE, ask_once
from outreach_app.language import _, ngettext
from outreach_app.office.erasing import erase_sure, erase_these, whom_they_mean
from outreach_app.office.exporting import PRESETS
from outreach_app.office.exporting import export as write_export
from outreach_app.office.keys import read_keys, read_recovery
from outreach_app.office.ledger import Ledger
from outreach_app.office.opening import Opener
from outreach_app.office.people import count, people
from outreach_app.office.people import remove as remove_person
from outreach_app.office.people import withdraw as take_back
from outreach_app.office.receipts import write_receipts
from outreach_app.office.receiving import receive
from outreach_app.office.unlocking import Unlocking

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_LEDGER = click.option("--ledger", type=_FILE, required=True, help="The office's encrypted ledger.")
_KEYS = click.option("--keys", type=_FILE, required=True, help="office.age, from outreach keys new.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
_QUARANTINED = 1


@click.group(epilog="Example: outreach office open /media/stick/*.pledges --keys office.age --ledger fair.ledger")
def command() -> None:
    """Headquarters: open what stations sealed, and hand it on."""


@command.command("open", epilog="Example: outreach office open day.pledges --keys office.age --ledger fair.ledger")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--keys", type=_FILE, help="office.age, from outreach keys new.")
@click.option("--recovery-file", type=_FILE, help="In its place: a text file with the recovery key from the sheet.")
@_LEDGER
@PASSPHRASE_FILE
@_JSON
def open_packs(
    files: tuple[Path, ...],
    keys: Path | None,
    recovery_file: Path | None,
    ledger: Path,
    passphrase_file: Path | None,
    as_json: bool,
) -> int:
    """Judge each pack of FILES and take the sound ones into the ledger; a doubtful one is quarantined.

    With the recovery key, the passphrase is the ledger's alone; a new ledger takes whichever you give.
    """
    words = Unlocking(passphrase_file, ask_once).words()
    opener = _opener(keys, recovery_file, words)
    size = sum(file.stat().st_size for file in files if file.is_file())
    with Ledger(ledger, words, may_create=True) as held, progress_bar(_("Opening"), size) as advance:
        judged = [receive(held, opener, file, advance) for file in files]
        counts = count(held)
    document = {
        "packs": [pack_document(file, pack) for file, pack in zip(files, judged, strict=True)],
        "ledger": counts_document(counts),
    }
    show(document, [*map(pack_line, judged), *counts_lines(counts)], as_json=as_json)
    return 0 if all(pack.verdict.is_harmless for pack in judged) else _QUARANTINED


@command.command("list", epilog="Example: outreach office list --ledger fair.ledger --json")
@_LEDGER
@PASSPHRASE_FILE
@_JSON
def list_people(ledger: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """List everybody in the ledger."""
    with Ledger(ledger, Unlocking(passphrase_file, ask_once).words()) as held:
        everybody = list(people(held))
        requests = whom_they_mean(held)
        counts = count(held)
    document = {
        "people": [person_document(person) for person in everybody],
        "erasure_requests": [request_document(meant, is_answered=False) for meant in requests],
        "ledger": counts_document(counts),
    }
    sentences = [*map(person_line, everybody), *counts_lines(counts)]
    sentences += [line for meant in requests for line in request_lines(meant)]
    show(document, sentences, as_json=as_json)


@command.command(epilog='Example: outreach office remove --ledger fair.ledger --id N18V1FS2BNC1MDG3-4 --reason "asked"')
@_LEDGER
@click.option("--id", "person_id", required=True, help="The person's id, as list shows it.")
@click.option("--reason", required=True, help="Why; kept in the ledger. Name nobody in it.")
@PASSPHRASE_FILE
@_JSON
def remove(ledger: Path, person_id: str, reason: str, passphrase_file: Path | None, as_json: bool) -> None:
    """Take one person out of the ledger for good."""
    with Ledger(ledger, Unlocking(passphrase_file, ask_once).words()) as held:
        remove_person(held, person_id, reason)
    show({"removed": person_id}, [_("{id} was removed, and no pack brings it back.", id=person_id)], as_json=as_json)


@command.command(epilog="Example: outreach office erase --ledger fair.ledger")
@_LEDGER
@click.option("--request", "request_id", help="One request, as list shows it, whose people you name yourself.")
@click.option("--id", "person_ids", multiple=True, help="With --request: whom it means; several, or --nobody.")
@click.option("--nobody", is_flag=True, help="With --request: it means nobody here, so let it go.")
@PASSPHRASE_FILE
@_JSON
def erase(
    ledger: Path,
    request_id: str | None,
    person_ids: tuple[str, ...],
    nobody: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Erase for good who asked for it at a table without a code; those in doubt are listed for you to decide."""
    if (request_id is None) == (bool(person_ids) or nobody) or (person_ids and nobody):
        raise click.UsageError("Give nothing, or --request with --id of each person, or --request with --nobody.")
    with Ledger(ledger, Unlocking(passphrase_file, ask_once).words()) as held:
        if request_id is None:
            found = erase_sure(held)
            answered, standing = [m for m in found if m.sure], [m for m in found if not m.sure]
        else:
            answered, standing = [erase_these(held, request_id, person_ids)], []
    sentences = [erased_line(meant) for meant in answered] + [line for m in standing for line in request_lines(m)]
    if any(meant.sure for meant in answered):
        sentences.append(_("Erase them in the tools, too, that they were exported to."))
    if not answered and not standing:
        sentences = [_("Nobody has asked to be erased.")]
    documents = [request_document(meant, is_answered=True) for meant in answered]
    documents += [request_document(meant, is_answered=False) for meant in standing]
    show({"requests": documents}, sentences, as_json=as_json)


@command.command(epilog="Example: outreach office withdraw --ledger fair.ledger 9Q3K-7ZRD-2M5T-XW8C-A")
@_LEDGER
@click.argument("code")
@PASSPHRASE_FILE
@_JSON
def withdraw(ledger: Path, code: str, passphrase_file: Path | None, as_json: bool) -> None:
    """Take back the pledge that CODE was given for, also if its pack has not come yet."""
    with Ledger(ledger, Unlocking(passphrase_file, ask_once).words(), may_create=True) as held:
        was_there = take_back(held, code)
    sentence = (
        _("The pledge was taken back, and no pack brings it back.")
        if was_there
        else _("No pledge with this code is here yet. It will be left out when its pack comes.")
    )
    show({"withdrawn": True, "was_in_ledger": was_there}, [sentence], as_json=as_json)


@command.command(epilog="Example: outreach office receipt --ledger fair.ledger --keys office.age --out /media/stick")
@_LEDGER
@_KEYS
@click.option("--out", type=_FOLDER, required=True, help="Where the receipts go, one for each closed event.")
@PASSPHRASE_FILE
@_JSON
def receipt(ledger: Path, keys: Path, out: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """Write signed receipts, so that stations may erase what is safe here."""
    words = Unlocking(passphrase_file, ask_once).words()
    key = read_keys(keys, words).signing_key
    with Ledger(ledger, words) as held:
        written = write_receipts(held, key, out)
    sentences = [_("Bring {file} to its station.", file=str(path)) for path in written]
    if not written:
        sentences = [_("No closed event is in this ledger yet, so there is nothing to give a receipt for.")]
    show({"receipts": [str(path) for path in written]}, sentences, as_json=as_json)


@command.command(epilog="Example: outreach office export --ledger fair.ledger --preset action-network --out people.csv")
@_LEDGER
@click.option("--preset", type=click.Choice(sorted(PRESETS)), required=True, help="Which tool the file is for.")
@click.option("--out", type=_FILE, required=True, help="The file to write; an older one there is replaced.")
@click.option("--include-rehearsal", is_flag=True, help="Invented people too, to try an import.")
@PASSPHRASE_FILE
@_JSON
def export(
    ledger: Path, preset: str, out: Path, include_rehearsal: bool, passphrase_file: Path | None, as_json: bool
) -> None:
    """Write the ledger's people as a file for another tool, consents respected."""
    with Ledger(ledger, Unlocking(passphrase_file, ask_once).words()) as held:
        done = write_export(held, PRESETS[preset], out, with_rehearsal=include_rehearsal)
    sentences = [
        ngettext("One row is in {file}.", "{count} rows are in {file}.", done.rows, file=str(out)),
        _("{left_out} were left out by the rules of this preset.", left_out=done.left_out),
        _("This file is not encrypted. Erase it once it was imported."),
    ]
    show({"file": str(out), "rows": done.rows, "left_out": done.left_out}, sentences, as_json=as_json)


def _opener(keys: Path | None, recovery_file: Path | None, words: str) -> Opener:
    if keys is not None and recovery_file is None:
        return read_keys(keys, words).opener
    if recovery_file is not None and keys is None:
        return read_recovery(recovery_file)
    raise click.UsageError("Give either --keys or --recovery-file.")
