"""What stands on a handout, already in one language: strings to set and codes to draw, nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PrintedCode:
    """A code to draw: what it says, what it is for, and the short address that leads to the same place."""

    payload: str
    purpose: str
    address: str


@dataclass(frozen=True)
class PrintedLawmaker:
    """One card: who, what they are, the number to call and the code to write to them."""

    name: str
    title: str
    phone: str | None
    code: PrintedCode | None
    remark: str | None = None


@dataclass(frozen=True)
class PrintedLine:
    """One line of the call script."""

    text: str
    is_pause: bool = False


@dataclass(frozen=True)
class PrintedHelp:
    """One column of help: what it is, what to dial, and one short line."""

    label: str
    headline: str
    note: str


@dataclass(frozen=True)
class Handout:
    """One personal or generic page. Holds nothing of the person who takes it.

    Attributes:
        language: code of the language it is written in; becomes the document's language.
        document_title: neutral title of the file.
        colors: role colours of the theme's light scheme, ``#RRGGBB`` by role.
        corner: short line at the top right.
        lawmakers: at most six cards; with none, ``lawmakers_note`` says what to do.
        list_note: how old the list is, and the switchboard.
        main_code: the campaign's own page.
    """

    language: str
    is_right_to_left: bool
    document_title: str
    wordmark: str
    colors: dict[str, str]
    corner: str
    headline: str
    ask: str
    lawmakers_heading: str
    lawmakers: tuple[PrintedLawmaker, ...]
    lawmakers_note: str | None
    extra_codes: tuple[PrintedCode, ...]
    list_note: str
    script_heading: str
    script: tuple[PrintedLine, ...]
    main_code: PrintedCode
    help_heading: str
    helplines: tuple[PrintedHelp, ...]
