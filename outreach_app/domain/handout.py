"""What stands on a piece of paper, already in one language: strings to set and codes to draw, nothing to decide."""

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
    """One card: who, what they are, the number to call, the code to write to them and the code that dials.

    ``call`` stands only where the paper has room for it: the number itself is always there.
    """

    name: str
    title: str
    phone: str | None
    code: PrintedCode | None
    remark: str | None = None
    call: PrintedCode | None = None


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
class PrintedShare:
    """Words ready to be passed on, and the page they lead to; ``code`` is ``None`` where the main code leads there."""

    heading: str
    post: str
    code: PrintedCode | None = None


@dataclass(frozen=True)
class Leaf:
    """What every piece of paper has. Holds nothing of the person who takes it.

    Attributes:
        language: code of the language it is written in; becomes the document's language.
        document_title: neutral title of the file.
        colors: role colours of the theme's light scheme, ``#RRGGBB`` by role.
    """

    language: str
    is_right_to_left: bool
    document_title: str
    wordmark: str
    colors: dict[str, str]


@dataclass(frozen=True)
class Handout(Leaf):
    """One personal or generic page to take home.

    Attributes:
        corner: short line at the top right.
        lawmakers: at most six cards; with none, ``lawmakers_note`` says what to do.
        list_note: how old the list is, and the switchboard.
        main_code: the campaign's own page.
        share: stands only where the paper has room for it.
    """

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
    share: PrintedShare | None = None


@dataclass(frozen=True)
class Flyer(Leaf):
    """One code for everybody: the four-up flyer, the tent card and the posters.

    Attributes:
        scan_words: above the address, such as "Scan, or type".
        code: the campaign's own page; its purpose says what is there.
    """

    headline: str
    line: str
    scan_words: str
    code: PrintedCode
    help_heading: str
    helplines: tuple[PrintedHelp, ...]


@dataclass(frozen=True)
class HelpCard(Leaf):
    """Where to turn, and nothing else: it does not even bear the campaign's name."""

    heading: str
    lead: str
    helplines: tuple[PrintedHelp, ...]


@dataclass(frozen=True)
class Sentence:
    """A paragraph of a form; small for what is read only when it is looked for."""

    text: str
    is_small: bool = False


@dataclass(frozen=True)
class Point:
    """One point of a list; ``number`` for steps in their order, else a dash."""

    text: str
    number: int | None = None


@dataclass(frozen=True)
class TickBox:
    """An empty box to tick, what it is called and the exact words beside it."""

    text: str
    title: str | None = None


@dataclass(frozen=True)
class Blank:
    """A line to write on and what belongs there; ``note`` stands small beside it."""

    label: str
    note: str | None = None
    is_tall: bool = False


@dataclass(frozen=True)
class Row:
    """A value beside what it is, such as a count or a number to dial; without a value a line to write on."""

    label: str
    value: str | None
    note: str | None = None


@dataclass(frozen=True)
class Letters:
    """A code to be typed by hand; ``None`` for boxes to write it in, ``groups`` saying how many stand together."""

    text: str | None
    groups: tuple[int, ...]


Item = Sentence | Point | TickBox | Blank | Row | Letters


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    heading: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Form(Leaf):
    """A sheet of words, boxes and lines: staff card, pledge sheet, slips. ``pages`` each fill a side of paper.

    Attributes:
        corner: short line at the top right.
        lead: under the heading.
        pages: sections, page by page.
    """

    corner: str
    heading: str
    lead: str | None
    pages: tuple[tuple[Section, ...], ...]
