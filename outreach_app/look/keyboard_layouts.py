"""The on-screen keyboard's layouts, as data: what stands on each key and what a long press offers."""

from __future__ import annotations

from dataclasses import dataclass

LETTER_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LETTER_ROWS_BY_LANGUAGE = {
    "es": ("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
    "ar": ("ضصثقفغعهخحج", "شسيبلاتنمكط", "ئءؤرىةوزظذد"),
}
"""As they stand from left to right, as on any keyboard of that language."""
SCRIPT_NAMES = {"ar": "عربي"}
"""Languages with letters of their own, and the key that brings them back; the Latin ones stay at hand."""
LATIN_NAME = "ABC"
SYMBOL_ROWS = ("1234567890", "-'.,&/()@", "_+#:;!?")
EMAIL_KEYS = ("@", ".com", ".org", ".net", ".edu", ".", "_", "-", "@gmail.com")
NARROW_EMAIL_KEYS = ("@", ".com", ".org", ".net", ".", "-", "@gmail.com")

CODE_ROWS = ("1234567890", "QWERTYP", "ASDFGHJK", "ZXCVBNM")
"""The 32 letters of our codes on one page: all digits, and no I, L, O or U, which would be taken for others."""

ACCENTS = {
    "a": "áàâäãåæ",
    "e": "éèêë",
    "i": "íìîï",
    "o": "óòôöõøœ",
    "u": "úùûü",
    "n": "ñ",
    "c": "ç",
    "s": "ß",
    "y": "ýÿ",
    "z": "ž",
    "ا": "أإآٱ",
    "ي": "ئىی",
    "و": "ؤ",
    "ه": "ة",
    "ت": "ة",
    "ء": "أإئؤ",
    "ب": "پ",
    "ج": "چ",
    "ز": "ژ",
    "ف": "ڤ",
    "ك": "گک",
    "?": "¿؟",
    ",": "،",
    "!": "¡",
}
"""What a long press offers, by key; Spanish needs the first of each vowel, ü and ñ; Arabic its hamzas, the letters of
its neighbours' names besides. Names come from everywhere."""


@dataclass(frozen=True)
class KeyboardLayout:
    """Three rows of keys, and perhaps a fourth above them; the email row stands there only while one is asked for.

    Attributes:
        rows: from top to bottom.
        above: one more row over them.
        has_cases: whether there are capitals and small letters.
    """

    rows: tuple[str, str, str]
    above: str = ""
    has_cases: bool = True


def has_letters_of_its_own(language: str) -> bool:
    """Whether a language is written in other letters than e-mail addresses are."""
    return language in SCRIPT_NAMES


def letters(language: str) -> KeyboardLayout:
    """The letters as a language's keyboards have them; Latin ones for a language that is not listed."""
    rows = LETTER_ROWS_BY_LANGUAGE.get(language, LETTER_ROWS)
    return KeyboardLayout((rows[0], rows[1], rows[2]))


CODES = KeyboardLayout((CODE_ROWS[1], CODE_ROWS[2], CODE_ROWS[3]), above=CODE_ROWS[0], has_cases=False)

SYMBOLS = KeyboardLayout((SYMBOL_ROWS[0], SYMBOL_ROWS[1], SYMBOL_ROWS[2]))
