"""Bring the message catalogues in step with the code.

    .venv/bin/python assets/locale/refresh.py           refresh every language that is here
    .venv/bin/python assets/locale/refresh.py fr        the same, and begin one for French
    .venv/bin/python assets/locale/refresh.py --check   change nothing; exit 1 if out of step or untranslated

A language of ``VISITORS_ONLY`` has the visitor's side of the program; staff, offices and command lines read English.

A catalogue is ``LANGUAGE/LC_MESSAGES/outreach.po``: translate there, with any gettext editor, and run this again. The
``.mo`` beside it is what the program reads, so it is kept in the repository too. Nothing written here depends on the
day or on line numbers, so that a change shows only what changed. A sentence that is gone from the code goes from the
catalogue; its translation stays in the history.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LOCALE = Path(__file__).resolve().parent
PROGRAM = LOCALE.parent.parent / "outreach_app"
VISITORS_ONLY = frozenset({"ar"})
"""Languages that strangers at a table read and no staff does yet."""
VISITORS_SIDE = (
    "outreach_app/kiosk/",
    "outreach_app/look/",
    "outreach_app/visit/",
    "outreach_app/handouts/",
    "outreach_app/domain/",
    "outreach_app/legislators/notes.py",
    "outreach_app/legislators/postcodes.py",
    # Said on the screen where a person signs, when a pledge cannot be kept.
    "outreach_app/pledge_book/book",
    "outreach_app/pledge_book/chained_file.py",
    "outreach_app/pledge_book/sealing.py",
)
STAFFS_SIDE = (
    "outreach_app/kiosk/demo.py",
    "outreach_app/kiosk/film_notices.py",
    "outreach_app/kiosk/preview",
    "outreach_app/kiosk/first_run/",
    "outreach_app/kiosk/preference_",
    "outreach_app/kiosk/staff",
    "outreach_app/kiosk/stick_",
    "outreach_app/kiosk/desk_cards.py",
    "outreach_app/kiosk/page_names.py",
    "outreach_app/kiosk/saving_desk.py",
    "outreach_app/kiosk/data_words.py",
    "outreach_app/kiosk/sentence_window.py",
    "outreach_app/kiosk/event_words.py",
    "outreach_app/look/hour_chart.py",
    "outreach_app/look/pin_dots.py",
    "outreach_app/visit/clock_watch.py",
    "outreach_app/visit/opening_checks.py",
    "outreach_app/visit/receipt_finding.py",
    "outreach_app/visit/said_size.py",
    "outreach_app/visit/stick.py",
    "outreach_app/visit/copy_note.py",
    "outreach_app/visit/happenings.py",
    "outreach_app/visit/kept_twice.py",
    "outreach_app/look/multimedia.py",
    "outreach_app/look/system_parts.py",
    "outreach_app/visit/attempt_file.py",
    "outreach_app/visit/campaign_",
    "outreach_app/visit/paper_counts.py",
    "outreach_app/visit/pause_note.py",
    "outreach_app/visit/pins.py",
    "outreach_app/visit/preference",
    "outreach_app/look/stepper.py",
    "outreach_app/visit/diagnostics.py",
    "outreach_app/visit/folder_lock.py",
    "outreach_app/visit/last_day.py",
    "outreach_app/visit/recovery_slip.py",
    "outreach_app/visit/set_up_",
    "outreach_app/visit/setting_up.py",
    "outreach_app/visit/trouble_words.py",
    "outreach_app/visit/station_",
)
"""What on the visitor's side no visitor meets."""
KEYWORDS = {"_": None, "ngettext": (1, 2)}
COMMENT_TAG = "Translators:"
WIDTH = 100
HEADER = "# Translations of outreach. Made in step with the code by assets/locale/refresh.py."
KEPT_HEADERS = (
    "Project-Id-Version",
    "Language",
    "Plural-Forms",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)


class StillCatalog(Catalog):
    """A catalogue that says nothing about the day it was made."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in super().mime_headers if name in KEPT_HEADERS]


def sentences(program: Path = PROGRAM) -> Catalog:
    """Every marked sentence of the code, with the files that say it and the remarks for translators."""
    found = Catalog()
    for file, _line, text, comments, context in extract_from_dir(
        program, [("**.py", "python")], keywords=KEYWORDS, comment_tags=[COMMENT_TAG], strip_comment_tags=True
    ):
        place = f"{program.name}/{Path(file).as_posix()}"
        found.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    return found


def in_step(language: str, found: Catalog, before: str) -> StillCatalog:
    """The catalogue of a language: the code's sentences, with the translations its ``.po`` text had before."""
    old = read_po(io.StringIO(before), locale=language)
    catalog = StillCatalog(locale=language, project="outreach", version="1", header_comment=HEADER, fuzzy=False)
    for message in found:
        if message.id:
            known = old.get(message.id, message.context)
            catalog.add(
                message.id,
                known.string if known is not None else "",
                sorted(set(message.locations)),
                flags=[*(["fuzzy"] if known is not None and known.fuzzy else []), *_brace_flag(message)],
                auto_comments=message.auto_comments,
                user_comments=known.user_comments if known is not None else [],
                context=message.context,
            )
    return catalog


def as_po(catalog: Catalog) -> str:
    """The text of the ``.po`` file."""
    written = io.BytesIO()
    write_po(written, catalog, width=WIDTH, sort_by_file=True, include_lineno=False)
    return written.getvalue().decode()


def as_mo(catalog: Catalog) -> bytes:
    """The bytes of the ``.mo`` file."""
    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def wanting(catalog: Catalog) -> Iterator[str]:
    """The sentences that lack a translation, wholly or in one of their plural forms, or whose translation is fuzzy."""
    visitors_only = str(catalog.locale) in VISITORS_ONLY
    for message in catalog:
        if visitors_only and not is_for_visitors(message):
            continue
        if message.id and (message.fuzzy or not _is_whole(message)):
            yield text_of(message)


def text_of(message: Message) -> str:
    """The English sentence, of a sentence that bends the form for one."""
    return message.id if isinstance(message.id, str) else message.id[0]


def is_for_visitors(message: Message) -> bool:
    """Whether a visitor may meet a sentence."""
    places = [file for file, _line in message.locations]
    return any(place.startswith(VISITORS_SIDE) and not place.startswith(STAFFS_SIDE) for place in places)


def catalogue_path(language: str, locale_folder: Path = LOCALE) -> Path:
    """Where the ``.po`` of a language lies; its ``.mo`` has the same name."""
    return locale_folder / language / "LC_MESSAGES" / "outreach.po"


def languages(locale_folder: Path = LOCALE) -> list[str]:
    """The languages that have a folder here, besides English."""
    return sorted(path.parent.parent.name for path in locale_folder.glob("*/LC_MESSAGES/outreach.po"))


def main(arguments: list[str]) -> int:
    only_check = "--check" in arguments
    asked = [argument for argument in arguments if argument != "--check"]
    for language in asked:
        try:
            Locale.parse(language, sep="_")
        except (UnknownLocaleError, ValueError):
            print(f"{language} is no language code; write one such as fr or pt_BR.", file=sys.stderr)
            return 2
    found = sentences()
    is_well = True
    for language in sorted({*languages(), *asked}):
        path = catalogue_path(language)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        catalog = in_step(language, found, before)
        after, compiled = as_po(catalog), as_mo(catalog)
        missing = list(wanting(catalog))
        stale = before != after or not _holds(path.with_suffix(".mo"), compiled)
        is_well = is_well and not missing and not stale
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(after, encoding="utf-8", newline="\n")
            path.with_suffix(".mo").write_bytes(compiled)
        state = "out of step" if stale and only_check else "in step"
        print(f"{language}: {len(catalog)} sentences, {state}, {len(missing)} to translate")
        for sentence in missing:
            print(f"    {sentence}")
    return 1 if only_check and not is_well else 0


def _brace_flag(message: Message) -> list[str]:
    """Tell gettext editors that ``{name}`` is a blank to keep."""
    return ["python-brace-format"] if "{" in "".join(message.id) else []


def _is_whole(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, list | tuple) else bool(message.string)


def _holds(path: Path, wanted: bytes) -> bool:
    return path.exists() and path.read_bytes() == wanted


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
