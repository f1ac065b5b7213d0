"""``outreach keys``: make the office's keys, show their fingerprints, and prove that each of them opens."""

from __future__ import annotations

from pathlib import Path

import click

from outreach_app.cli.answering import show
from outreach_app.cli.unlocking import PASSPHRASE_FILE, ask_new, ask_once
from outreach_app.errors import Message, OpeningError
from outreach_app.language import _
from outreach_app.office.drilling import drill as prove
from outreach_app.office.keys import ENROLMENT_NAME, KEYS_NAME, make_keys, read_keys, read_recovery
from outreach_app.office.unlocking import FEW_LETTERS, Unlocking
from outreach_app.pledge_book.enrolment import Enrolment, read_enrolment

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


@click.group(epilog="Example: outreach keys new --out keys --sheet /media/stick/sheet.pdf --label Office")
def command() -> None:
    """The office's keys: made at the office, never on a station."""


@command.command(epilog="Example: outreach keys new --out keys --sheet /media/stick/sheet.pdf --label Office")
@click.option(
    "--out", type=_FOLDER, required=True, help="Folder for office.age (secret) and office.enrolment (public)."
)
@click.option("--sheet", type=_FILE, required=True, help="PDF for the recovery key, outside that folder.")
@click.option("--label", required=True, help="What the office calls itself.")
@click.option("--only-own-packs", is_flag=True, help="Stations then take no campaign pack but those this office signs.")
@PASSPHRASE_FILE
@_JSON
def new(out: Path, sheet: Path, label: str, only_own_packs: bool, passphrase_file: Path | None, as_json: bool) -> None:
    """Make the office's keys and its recovery sheet."""
    words = Unlocking(passphrase_file, ask_new).words()
    enrolment = make_keys(out, sheet, label, words, is_only_publisher=only_own_packs)
    sentences = [
        _("The keys are in {file}, locked with your passphrase. Keep a copy of it.", file=str(out / KEYS_NAME)),
        _("Give {file} to every station.", file=str(out / ENROLMENT_NAME)),
        _("The recovery key is in {file} and nowhere else. Print it, then erase the file.", file=str(sheet)),
        _("Next, prove both keys with outreach keys drill, the recovery key typed in from the paper."),
        *_fingerprint_lines(enrolment),
    ]
    if only_own_packs:
        sentences.append(_("Its stations take only campaign packs built with outreach campaign build --sign."))
    if len(words) < FEW_LETTERS:
        sentences.append(_("This passphrase is short. Four or five random words are better."))
    document = {
        "keys": str(out / KEYS_NAME),
        "enrolment": str(out / ENROLMENT_NAME),
        "sheet": str(sheet),
        **_fingerprints(enrolment),
    }
    show(document, sentences, as_json=as_json)


@command.command("show", epilog="Example: outreach keys show keys/office.enrolment")
@click.argument("file", type=_FILE)
@_JSON
def show_keys(file: Path, as_json: bool) -> None:
    """Show the fingerprints of an enrolment FILE, to compare with the printed sheet. Never a secret."""
    enrolment = read_enrolment(_public_file(file))
    show(_fingerprints(enrolment), _fingerprint_lines(enrolment), as_json=as_json)


@command.command(epilog="Example: outreach keys drill --enrolment keys/office.enrolment --keys keys/office.age")
@click.option("--enrolment", type=_FILE, required=True, help="The enrolment that stations get.")
@click.option("--keys", type=_FILE, help="The office's key file.")
@click.option("--recovery-file", type=_FILE, help="A text file with the recovery key as typed in from the sheet.")
@PASSPHRASE_FILE
@_JSON
def drill(
    enrolment: Path, keys: Path | None, recovery_file: Path | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Prove, before the first event, that a key opens what stations seal."""
    if (keys is None) == (recovery_file is None):
        raise click.UsageError("Give either --keys or --recovery-file.")
    public = read_enrolment(enrolment)
    if keys is not None:
        held = read_keys(keys, Unlocking(passphrase_file, ask_once).words())
        which = prove(public, held.opener, held.signing_key)
    else:
        assert recovery_file is not None  # noqa: S101 - one of both was given
        which = prove(public, read_recovery(recovery_file), None)
        if which != "recovery":
            raise OpeningError(_("This is the office's own key. Type in the recovery key from the sheet instead."))
    sentence = (
        _("The office's key opens what stations of this enrolment seal, and signs receipts they accept.")
        if which == "office"
        else _("The recovery key opens what stations of this enrolment seal. Erase the file you typed it into.")
    )
    show({"key": which, "opens": True, **_fingerprints(public)}, [sentence], as_json=as_json)


def _public_file(file: Path) -> Path:
    """The enrolment itself, or the one that lies beside a key file, which tells nothing without its passphrase."""
    beside = file.with_name(ENROLMENT_NAME)
    return beside if file.name == KEYS_NAME and beside.is_file() else file


def _fingerprints(enrolment: Enrolment) -> dict[str, object]:
    return {"label": enrolment.label, "fingerprint": enrolment.fingerprint, "fingerprints": enrolment.fingerprints()}


def _fingerprint_lines(enrolment: Enrolment) -> list[Message]:
    return [
        _("Fingerprint of the enrolment: {letters}", letters=enrolment.fingerprint),
        *(
            _("  key for {purpose}: {letters}", purpose=purpose, letters=letters)
            for purpose, letters in enrolment.fingerprints().items()
        ),
    ]
