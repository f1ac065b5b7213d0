"""What hurried people type, made tidy quietly where that is safe, else a kind sentence that says the fix.

Each check takes the text as typed and returns an :class:`Answer`: the tidy text, or the sentence, or a question that
nobody has to answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.errors import Message
from outreach_app.language import _, ngettext
from outreach_app.visit.countries import country_code
from outreach_app.visit.mail_hosts import likely_host

LONGEST_NAME = 80
LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3
_ZIP_DIGITS = 5
_ZIP_AND_FOUR_DIGITS = 9
_UNUSED_ZIPS = "000"
"""No ZIP code begins so: the lowest is 00501, at Holtsville (United States Postal Service)."""
_WEB_ADDRESS = re.compile(r"://|^www\.|^[\w-]+\.(com|org|net|edu|gov|info|io)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"[0-9A-Z][0-9A-Z \-]{1,10}[0-9A-Z]")
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "So", "Me"}
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
"""Fillers, variation marks and skin tones: letters, marks and signs by category, yet nothing to read."""


@dataclass(frozen=True)
class Answer:
    """A field's answer: ``text`` tidied, ``fault`` where a person must mend it, ``question`` where they may want to."""

    text: str
    fault: Message | None = None
    question: Message | None = None


def tidy(text: str) -> str:
    """Text as a person meant it: one form of each letter, no control, direction or invisible marks, single spaces.

    Characters that are pictures (emoji) are dropped: they are no part of a name or an address.
    """
    spaced = "".join(" " if character.isspace() else character for character in text)
    kept = "".join(character for character in spaced if not _is_dropped(character))
    # Letters are joined last, for an invisible mark may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def _is_dropped(character: str) -> bool:
    return unicodedata.category(character) in _DROPPED or _UNSEEN.match(character) is not None


def check_name(typed: str, *, is_required: bool) -> Answer:
    """A given or family name in any script."""
    # On many keyboards the nearest thing to an apostrophe is a bare accent.
    text = tidy(typed).replace("\u00b4", "'").replace("`", "'")[:LONGEST_NAME].strip()
    if not text:
        return Answer("", _("Write your name here") if is_required or typed.strip() else None)
    if not any(character.isalpha() for character in text):
        return Answer(text, _("Write your name with letters"))
    if "@" in text:
        return Answer(text, _("This looks like an email. Write your name here"))
    if _WEB_ADDRESS.search(text):
        return Answer(text, _("This looks like a web address. Write your name here"))
    return Answer(text)


def check_email(typed: str, *, is_required: bool) -> Answer:
    """An e-mail address, by syntax alone: a table has no network to ask."""
    text = tidy(unicodedata.normalize("NFKC", tidy(typed)))
    # Spaces beside the signs come from keyboards that put one after each stop; another may be a stop that was missed.
    text = re.sub(r"\s*([@.,;_-])\s*", r"\1", re.sub("^mailto:", "", text, flags=re.IGNORECASE)).strip(" .,;:<>\"'")
    if not text:
        return Answer("", _("Write your email here") if is_required else None)
    name, at, host = text.rpartition("@")
    host = host.replace(",", ".").replace(";", ".")
    if not at:
        return Answer(text, _("Add the @ and the part after it, such as gmail.com"))
    if not host:
        return Answer(text, _("Add the part after the @, such as gmail.com"))
    if not name:
        return Answer(text, _("Add the part before the @"))
    if "@" in name:
        return Answer(text, _("An email has only one @"))
    if len(host.rpartition(".")[2]) < 2 or "." not in host:
        return Answer(text, _("Add the ending, such as .com or .org"))
    return _checked_by_library(f"{name}@{host}")


def _checked_by_library(text: str) -> Answer:
    # Imported here: it takes 26 ms, and the first frame must not wait for it.
    from email_validator import EmailNotValidError, validate_email

    try:
        checked = validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return Answer(text, _("Check this email: one part of it does not look right"))
    host = likely_host(checked.domain.lower())
    return Answer(checked.normalized, question=_("Did you mean {host}?", host=host) if host is not None else None)


def check_zip(typed: str, *, is_required: bool) -> Answer:
    """A United States ZIP code; of ZIP+4 the five digits are kept."""
    text = _with_plain_digits(tidy(typed))
    bare = re.sub(r"[\s.\-\u2010-\u2015]", "", text)
    if not bare:
        return Answer("", _("Write your ZIP code here") if is_required else None)
    if not (bare.isascii() and bare.isdigit()):
        return Answer(text, _("A ZIP code has only numbers"))
    if bare.startswith(_UNUSED_ZIPS) and len(bare) >= _ZIP_DIGITS:
        return Answer(bare, _("Check this ZIP code: no place has it"))
    if len(bare) in (_ZIP_DIGITS, _ZIP_AND_FOUR_DIGITS):
        return Answer(bare[:_ZIP_DIGITS])
    if len(bare) < _ZIP_DIGITS:
        missing = _ZIP_DIGITS - len(bare)
        return Answer(bare, ngettext("Add one more number", "Add {count} more numbers", missing))
    return Answer(bare, _("A ZIP code has five numbers"))


def check_postcode(typed: str, *, is_required: bool) -> Answer:
    """A postcode of any country: letters and digits, spaces and hyphens, kept in capitals."""
    text = _with_plain_digits(tidy(typed)).upper()
    if not text:
        return Answer("", _("Write your postcode here") if is_required else None)
    if not _POSTCODE.fullmatch(text):
        return Answer(text, _("A postcode has only letters and numbers"))
    return Answer(text)


def _with_plain_digits(text: str) -> str:
    """Digits of any script, and the wide ones of East Asian keyboards, as 0 to 9."""
    plain = "".join(str(unicodedata.decimal(character, character)) for character in text)
    return tidy(unicodedata.normalize("NFKC", plain))


def check_mobile(typed: str, *, is_required: bool) -> Answer:
    """A mobile number, North American unless it starts with +; kept in E.164 form."""
    text = _with_plain_digits(tidy(typed))
    if not text:
        return Answer("", _("Write your mobile number here") if is_required else None)
    # Imported here for the same reason as above.
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_valid_number, parse

    sentence = _("Check this number: area code first, ten numbers in all")
    try:
        number = parse(text, "US")
    except NumberParseException:
        return Answer(text, sentence)
    if not is_valid_number(number):
        return Answer(text, sentence)
    return Answer(format_number(number, PhoneNumberFormat.E164))


def check_country(typed: str, languages: Iterable[str], *, is_required: bool) -> Answer:
    """A country, by its name in one of the campaign's languages or in English."""
    text = tidy(typed)[:LONGEST_NAME].strip()
    if not text:
        return Answer("", _("Write your country here") if is_required else None)
    if country_code(text, languages) is None:
        return Answer(text, _("Write the whole name of the country, such as Mexico"))
    return Answer(text)


def check_age(digits: str, minimum: int) -> bool | None:
    """Whether an age in years meets the limit; ``None`` where it is no age (nothing, 0, over 120)."""
    if not (digits.isdecimal() and len(digits) <= 3 and 1 <= int(digits) <= 120):
        return None
    return int(digits) >= minimum
