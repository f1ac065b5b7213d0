"""The one message catalogue: for screens, handouts and the command line.

A sentence is marked where it stands with :func:`_` (or :func:`ngettext` where it bends with a number) and stays a
:class:`~outreach_app.errors.Message` until somebody shows it. Then a :class:`Tongue` says it in the language of that
moment. So a screen can change its language without being built again, and an error can be raised by code that
does not know who will read it.
"""

from __future__ import annotations

import gettext as _gettext
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Protocol

from outreach_app.asset_files import asset
from outreach_app.errors import Message as Message

SOURCE_LANGUAGE = "en"
LANGUAGE_VARIABLE = "OUTREACH_LANGUAGE"
"""Names the language in which a command says what went wrong; English without it."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "dv", "ckb"})
_RIGHT_TO_LEFT_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN_OR_DIGIT = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
_FIRST_IN_GROUPS = 1_000
_NUMBER_OF_PARTS = re.compile(r"[+(]?\d+(?:(?:[-./()]|\)?[ -]\(?)\d+)+")


class Direction(Enum):
    """Which way a language runs; the values are those of HTML and of HarfBuzz."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


def direction_of(code: str) -> Direction:
    """Which way a language such as ``ar`` or ``ar-EG`` is written."""
    language = code.replace("_", "-").split("-")[0]
    return Direction.RIGHT_TO_LEFT if language in _RIGHT_TO_LEFT else Direction.LEFT_TO_RIGHT


class Versioned(Protocol):
    """A text that brings its own translations, as the texts of a campaign pack do."""

    def in_language(self, code: str) -> str:
        """The text in a language, or in the pack's fallback language."""


@dataclass(frozen=True)
class Month:
    """A date of which only month and year are said, such as "September 2025"."""

    day: date


@dataclass(frozen=True)
class Moment:
    """A day of this year and its time, said as "Nov 22, 3:21 PM"; ``has_day`` is false for the time alone."""

    at: datetime
    has_day: bool = True


@dataclass(frozen=True)
class Listing:
    """Several things said as one list, such as "Ohio, Texas and Utah"."""

    items: tuple[Sayable, ...]


Sayable = Message | Versioned | Month | Moment | Listing | date | int | str
"""Whatever a tongue can say. A plain ``str`` is said as it is: a name, a number to dial, an address."""


def _(text: str, /, **values: object) -> Message:
    """Mark a sentence for translation, with the values for its blanks."""
    return Message(text, values)


def ngettext(singular: str, plural: str, count: int, /, **values: object) -> Message:
    """Mark a sentence that bends with a number; ``{count}`` is the number itself."""
    return Message(singular, {"count": count, **values}, plural, count)


def runs_from_the_right(text: str) -> bool:
    """Whether a text holds letters of a script that is written from right to left."""
    return _RIGHT_TO_LEFT_LETTER.search(text) is not None


class Tongue:
    """One language, able to say anything marked.

    Args:
        code: language code such as ``es``; unknown languages fall back to English sentences.
        locale_folder: where the compiled catalogues lie; the program's own by default.
    """

    def __init__(self, code: str, locale_folder: Path | None = None) -> None:
        self.code = code
        folder = locale_folder if locale_folder is not None else asset("locale")
        self._catalogue = _gettext.translation("outreach", str(folder), [code], fallback=True)

    def __repr__(self) -> str:
        return f"Tongue({self.code!r})"

    @property
    def is_right_to_left(self) -> bool:
        """Whether this language is written from right to left."""
        return direction_of(self.code) is Direction.RIGHT_TO_LEFT

    def say(self, what: object) -> str:
        """Whatever it is, in this language: sentences, pack texts, dates, whole numbers, lists; else ``str``."""
        match what:
            case str():
                return what
            case Message():
                return self._sentence(what)
            case Month():
                return self._babel.month(what.day)
            case Moment():
                return self._babel.moment(what)
            case Listing():
                return self._babel.listing([self.say(item) for item in what.items])
            case bool():
                return str(what)
            case int():
                return self._number(what)
            case datetime() | date():
                return self._babel.day(what)
            case _:
                # Asked by name: a check against a protocol takes 0.1 ms, and a screen says fifty things.
                in_language = getattr(what, "in_language", None)
                return self._apart(str(in_language(self.code))) if in_language is not None else str(what)

    def _sentence(self, message: Message) -> str:
        if message.plural is not None and message.count is not None:
            text = self._catalogue.ngettext(message.text, message.plural, message.count)
        else:
            text = self._catalogue.gettext(message.text)
        if not message.values:
            return self._apart(text)
        said = {name: self._isolated(self.say(value)) for name, value in message.values.items()}
        return text.format(**said)

    def _isolated(self, value: str) -> str:
        """A value for a blank, kept in one piece where its letters run the other way than the sentence does.

        A name, a number to dial or an address would else be torn apart or carry the sentence's marks along. The two
        characters around it (U+2068, U+2069: the Unicode bidirectional algorithm, UAX 9) are never seen.
        """
        runs_otherwise = _LATIN_OR_DIGIT if self.is_right_to_left else _RIGHT_TO_LEFT_LETTER
        return f"\u2068{value}\u2069" if runs_otherwise.search(value) else value

    def _apart(self, text: str) -> str:
        """A text that runs from the right, with each number of several parts (to dial, or an address) kept whole."""
        return _NUMBER_OF_PARTS.sub("\u2066\\g<0>\u2069", text) if self.is_right_to_left else text

    def _number(self, number: int) -> str:
        # Below a thousand every language writes the digits alone, and those who only pass by see no greater number: so
        # no table holds the 10 MB of the formats before somebody has begun.
        return str(number) if 0 <= number < _FIRST_IN_GROUPS else self._babel.number(number)

    @cached_property
    def _babel(self) -> _Formats:
        return _Formats(self.code)


class _Formats:
    """Dates, numbers and lists as a language writes them; Babel is imported only when first needed."""

    def __init__(self, code: str) -> None:
        from babel import Locale, UnknownLocaleError

        try:
            self._locale = Locale.parse(code.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            self._locale = Locale.parse(SOURCE_LANGUAGE)
        # A campaign in the United States writes its numbers the same way in each of its languages, and so do the
        # sources a visitor checks them against; CLDR gives "es" the dots of Spain.
        if self._locale.language == "es" and self._locale.territory is None:
            self._locale = Locale.parse("es_US")

    def day(self, day: date) -> str:
        from babel.dates import format_date

        return format_date(day, format="long", locale=self._locale)

    def month(self, day: date) -> str:
        from babel.dates import format_skeleton

        return format_skeleton("yMMMM", datetime(day.year, day.month, day.day), locale=self._locale)  # noqa: DTZ001

    def moment(self, moment: Moment) -> str:
        from babel.dates import format_skeleton, format_time

        time = format_time(moment.at, format="short", locale=self._locale)
        if not moment.has_day:
            return time
        day = format_skeleton("MMMEd", moment.at, locale=self._locale)
        return f"{day}, {time}"

    def number(self, number: int) -> str:
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self._locale)

    def listing(self, items: Sequence[str]) -> str:
        from babel.lists import format_list

        return format_list(items, locale=self._locale)


def language_name(code: str) -> str:
    """A language's name in that language, as it stands on the switch: "English", "Español"."""
    known = {"en": "English", "es": "Español", "ar": "العربية", "fr": "Français", "he": "עברית"}
    if code in known:
        return known[code]
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code.replace("-", "_")).get_display_name()
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:] if name else code
