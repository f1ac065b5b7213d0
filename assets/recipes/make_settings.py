"""Write settings.md beside this file: every setting of the staff's, as the program declares it.

.venv/bin/python assets/recipes/make_settings.py            write it
.venv/bin/python assets/recipes/make_settings.py --check    change nothing; exit 1 if it is out of step
"""

from __future__ import annotations

import sys
from pathlib import Path

from outreach_app.language import SOURCE_LANGUAGE, Tongue
from outreach_app.visit.preferences import PREFERENCES, Day, DeviceName, OneOf, Preference, Switch, WholeNumber

PAGE = Path(__file__).resolve().parent / "settings.md"
HEAD = """# Settings

A lead finds these at the staff desk, under *Settings*. Each is kept as soon as it is touched, in `preferences.json`
in the station's folder, with the ones before beside it. Times count at once, everything else from the next visit on.
A file that cannot be read never stops a table: the last good one is used, and staff are told.

This page is made from the program's own declarations by `assets/recipes/make_settings.py`.

| setting | what it does | what it can be | at first |
|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    say = Tongue(SOURCE_LANGUAGE).say
    rows = (
        f"| **{say(each.label)}** `{each.key}` | {say(each.sentence)} | {_range(each)} | {_default(each)} |"
        for each in PREFERENCES
    )
    return HEAD + "\n".join(rows) + "\n"


def _range(preference: Preference) -> str:
    say = Tongue(SOURCE_LANGUAGE).say
    match preference.kind:
        case WholeNumber(least, most, step, unit):
            return f"{least} to {say(most)} {say(unit)}, in steps of {step}"
        case Switch():
            return "on or off"
        case OneOf(choices):
            return ", ".join(say(name) for name in choices.values())
        case DeviceName(answers):
            return ", ".join([*(say(name) for name in answers.values()), "or one that the device has"])
        case Day(none):
            return f"a day, or: {say(none)}"


def _default(preference: Preference) -> str:
    say = Tongue(SOURCE_LANGUAGE).say
    match preference.kind:
        case Switch():
            return "on" if preference.default else "off"
        case OneOf(choices):
            return say(choices[str(preference.default)])
        case Day(none):
            return say(none)
        case DeviceName(answers):
            return say(answers[str(preference.default)])
        case _:
            return str(preference.default)


def main(arguments: list[str]) -> int:
    """Write or check the page; returns the exit code."""
    written = page()
    if "--check" in arguments:
        is_same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == written
        print(
            "The page of settings is in step."
            if is_same
            else "Run assets/recipes/make_settings.py: the page is out of step."
        )
        return 0 if is_same else 1
    PAGE.write_text(written, encoding="utf-8")
    print(f"Wrote {PAGE}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
