"""The on-screen keyboard's layouts, as data: what stands on each key and what a long press offers."""

from __future__ import annotations

from dataclasses import dataclass

LETTER_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LETTER_ROWS_BY_LANGUAGE = {"es": ("qwertyuiop", "asdfghjklñ", "zxcvbnm")}
SYMBOL_ROWS = ("1234567890", "-'.,&/()@", "_+#:;!?")
EMAIL_KEYS = ("@", ".com", ".org", ".net", ".edu", ".", "_", "-", "@gmail.com")
NARROW_EMAIL_KEYS = ("@", ".com", ".org", ".net", ".", "-", "@gmail.com")

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
    "?": "¿",
    "!": "¡",
}
"""What a long press offers, by key; Spanish needs the first of each vowel, ü and ñ. Names come from everywhere."""


@dataclass(frozen=True)
class KeyboardLayout:
    """Three rows of keys; the email row stands above them only while an e-mail is asked for."""

    rows: tuple[str, str, str]


def letters(language: str) -> KeyboardLayout:
    """The letters as a language's keyboards have them."""
    rows = LETTER_ROWS_BY_LANGUAGE.get(language, LETTER_ROWS)
    return KeyboardLayout((rows[0], rows[1], rows[2]))


SYMBOLS = KeyboardLayout((SYMBOL_ROWS[0], SYMBOL_ROWS[1], SYMBOL_ROWS[2]))
