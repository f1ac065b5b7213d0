"""Every sentence has its Spanish, every blank is kept, and a tongue says whatever it is given as its language does."""

from __future__ import annotations

import importlib.util
import io
import re
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from babel import localedata
from babel.localedata import locale_identifiers
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from outreach_app.domain.wording import Wording
from outreach_app.errors import Message
from outreach_app.language import Listing, Month, Tongue, _, language_name, ngettext

LOCALE = Path(__file__).resolve().parent.parent / "assets" / "locale"
BLANK = re.compile(r"{(\w+)}")
ENGLISH, SPANISH = Tongue("en"), Tongue("es")


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh", LOCALE / "refresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


refresh = _script()


@pytest.fixture(scope="module")
def in_the_code() -> Catalog:
    return refresh.sentences()


@pytest.mark.parametrize("language", refresh.languages())
def test_the_catalogue_holds_the_sentences_of_the_code_and_no_others(language: str, in_the_code: Catalog) -> None:
    kept = refresh.catalogue_path(language).read_text(encoding="utf-8")
    fresh = refresh.as_po(refresh.in_step(language, in_the_code, kept))
    assert kept == fresh, "the catalogue is out of step with the code; run: python assets/locale/refresh.py"


@pytest.mark.parametrize("language", refresh.languages())
def test_every_sentence_is_translated(language: str, in_the_code: Catalog) -> None:
    kept = refresh.catalogue_path(language).read_text(encoding="utf-8")
    missing = list(refresh.wanting(refresh.in_step(language, in_the_code, kept)))
    assert not missing, f"{len(missing)} sentences to translate:\n" + "\n".join(missing)


@pytest.mark.parametrize("language", refresh.languages())
def test_the_compiled_catalogue_says_what_the_written_one_says(language: str) -> None:
    written = refresh.catalogue_path(language)
    catalog = refresh.in_step(language, _read(written), written.read_text(encoding="utf-8"))
    assert written.with_suffix(".mo").read_bytes() == refresh.as_mo(catalog)


@pytest.mark.parametrize("language", refresh.languages())
def test_every_translation_keeps_its_blanks(language: str) -> None:
    lost = [
        text for text, said, like in _pairs(_read(refresh.catalogue_path(language))) if not _same_blanks(said, like)
    ]
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize("language", refresh.languages())
def test_every_translation_keeps_its_marks_for_strong_words(language: str) -> None:
    lost = [
        text
        for text, said, like in _pairs(_read(refresh.catalogue_path(language)))
        if said.count("**") != like.count("**")
    ]
    assert not lost, "\n".join(lost)


def test_spanish_is_here() -> None:
    assert "es" in refresh.languages()


def test_the_script_finds_sentences_plurals_and_remarks(tmp_path: Path) -> None:
    (tmp_path / "screen.py").write_text(
        "# Translators: on a button\n"
        "a = _('Go on')\n"
        "b = ngettext('{count} page', '{count} pages', n)\n"
        "c = _('Call {name}', name='a value is no sentence')\n"
    )
    catalog = refresh.in_step("es", refresh.sentences(tmp_path), "")
    assert [message.id for message in catalog if message.id] == [
        "Go on",
        ("{count} page", "{count} pages"),
        "Call {name}",
    ]
    assert "#. on a button" in refresh.as_po(catalog)
    assert list(refresh.wanting(catalog)) == ["Go on", "{count} page", "Call {name}"]


def test_a_translation_stays_when_the_code_moves_and_goes_with_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("_('Stay')\n_('Leave')\n")
    before = refresh.in_step("es", refresh.sentences(tmp_path), "")
    before["Stay"].string, before["Leave"].string = "Quedarse", "Salir"
    (tmp_path / "one.py").rename(tmp_path / "two.py")
    (tmp_path / "two.py").write_text("\n\n\n_('Stay')\n_('Come')\n")
    after = refresh.in_step("es", refresh.sentences(tmp_path), refresh.as_po(before))
    assert {message.id: message.string for message in after if message.id} == {"Stay": "Quedarse", "Come": ""}


def test_a_half_translated_plural_and_a_fuzzy_sentence_are_wanting(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("ngettext('a page', 'pages', n)\n_('Stay')\n_('Go')\n")
    catalog = refresh.in_step("es", refresh.sentences(tmp_path), "")
    catalog["a page"].string = ("una hoja", "")
    catalog["Stay"].string = "Quedarse"
    catalog["Stay"].flags.add("fuzzy")
    catalog["Go"].string = "Ir"
    again = refresh.in_step("es", refresh.sentences(tmp_path), refresh.as_po(catalog))
    assert list(refresh.wanting(again)) == ["a page", "Stay"]


def test_what_the_script_writes_is_the_same_every_day(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("_('Stay')\n")
    catalog = refresh.in_step("es", refresh.sentences(tmp_path), "")
    assert not re.search(r"\b20\d\d\b", refresh.as_po(catalog))
    assert b"Date" not in refresh.as_mo(catalog)


@pytest.mark.parametrize(
    ("what", "english", "spanish"),
    [
        (date(2026, 11, 22), "November 22, 2026", "22 de noviembre de 2026"),
        (datetime(2026, 11, 22, 9, 30, tzinfo=UTC), "November 22, 2026", "22 de noviembre de 2026"),
        (Month(date(2025, 9, 1)), "September 2025", "septiembre de 2025"),
        (1_234_567, "1,234,567", "1,234,567"),
        (Listing(("Ohio", "Texas", "Utah")), "Ohio, Texas, and Utah", "Ohio, Texas y Utah"),
        (Listing(("Ohio", "Utah")), "Ohio and Utah", "Ohio y Utah"),
        (Wording({"en": "Take it down", "es": "Que se elimine"}, "en"), "Take it down", "Que se elimine"),
        (Wording({"en": "Take it down"}, "en"), "Take it down", "Take it down"),
        ("{as it was given}", "{as it was given}", "{as it was given}"),
    ],
)
def test_a_tongue_says_things_as_its_language_does(what: object, english: str, spanish: str) -> None:
    assert (ENGLISH.say(what), SPANISH.say(what)) == (english, spanish)


def test_a_number_below_a_thousand_is_written_alike_in_every_language() -> None:
    """So says CLDR of all its languages but Toki Pona, which groups by two; the formats are not loaded for these."""
    for code in set(locale_identifiers()) - {"tok", "tok_001"}:
        for number in (0, 7, 10, 999):
            assert format_decimal(number, locale=code) == ENGLISH.say(number) == str(number)
        # Their data would stay, for hundreds of languages.
        localedata._cache.pop(code, None)


@pytest.mark.parametrize("number", [-1, 1_000])
def test_a_number_that_needs_more_than_digits_gets_it(number: int) -> None:
    assert ENGLISH.say(number) == format_decimal(number, locale="en")


@pytest.fixture
def invented(tmp_path: Path) -> Tongue:
    """A Spanish that knows three sentences, so that these tests do not hang on the program's own words."""
    catalog = Catalog(locale="es")
    catalog.add("Go on", "Seguir")
    catalog.add("Checked on {day} by {who}", "{who} lo revisó el {day}")
    catalog.add(("{count} page", "{count} pages"), ("{count} hoja", "{count} hojas"))
    path = tmp_path / "es" / "LC_MESSAGES" / "outreach.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        refresh.write_mo(file, catalog)
    return Tongue("es", tmp_path)


def test_a_sentence_is_said_in_the_language_of_the_moment(invented: Tongue) -> None:
    sentence = _(
        "Checked on {day} by {who}", day=date(2026, 1, 2), who=Wording({"en": "a nurse", "es": "Una enfermera"}, "en")
    )
    assert ENGLISH.say(sentence) == "Checked on January 2, 2026 by a nurse"
    assert invented.say(sentence) == "Una enfermera lo revisó el 2 de enero de 2026"


def test_a_sentence_within_a_sentence_is_said_in_the_same_language(invented: Tongue) -> None:
    assert invented.say(Message("{what}: {number}", {"what": _("Go on"), "number": 1200})) == "Seguir: 1,200"


@pytest.mark.parametrize(
    ("count", "english", "spanish"),
    [
        (0, "0 pages", "0 hojas"),
        (1, "1 page", "1 hoja"),
        (2, "2 pages", "2 hojas"),
        (1500, "1,500 pages", "1,500 hojas"),
    ],
)
def test_a_sentence_bends_with_its_number(invented: Tongue, count: int, english: str, spanish: str) -> None:
    sentence = ngettext("{count} page", "{count} pages", count)
    assert (ENGLISH.say(sentence), invented.say(sentence)) == (english, spanish)


def test_braces_in_a_value_are_left_alone(invented: Tongue) -> None:
    assert invented.say(_("Checked on {day} by {who}", day="{who}", who="{day}")) == "{day} lo revisó el {who}"


def test_an_unknown_language_speaks_english() -> None:
    tongue = Tongue("xx-nowhere")
    assert tongue.say(_("Go on")) == "Go on"
    assert tongue.say(date(2026, 11, 22)) == "November 22, 2026"


def test_languages_name_themselves() -> None:
    assert [language_name(code) for code in ("en", "es", "pt_BR", "xx-nowhere")] == [
        "English",
        "Español",
        "Português (Brasil)",
        "xx-nowhere",
    ]


def test_only_some_languages_run_from_right_to_left() -> None:
    assert [Tongue(code).is_right_to_left for code in ("en", "es", "ar", "ar-EG", "he")] == [
        False,
        False,
        True,
        True,
        True,
    ]


def _read(path: Path) -> Catalog:
    return read_po(io.StringIO(path.read_text(encoding="utf-8")), locale=path.parent.parent.name)


def _pairs(catalog: Catalog) -> list[tuple[str, str, str]]:
    """Sentence, one form of its translation, and the English that form stands for."""
    pairs = []
    for message in catalog:
        if isinstance(message.id, tuple):
            english = [message.id[0], *[message.id[1]] * (len(message.string) - 1)]
            pairs += [(message.id[0], said, like) for said, like in zip(message.string, english, strict=True) if said]
        elif message.id and message.string:
            pairs.append((message.id, message.string, message.id))
    return pairs


def _same_blanks(said: str, like: str) -> bool:
    """Whether two texts have the same blanks; a form for one thing may leave its number out or say it."""
    return {*BLANK.findall(said), "count"} == {*BLANK.findall(like), "count"}
