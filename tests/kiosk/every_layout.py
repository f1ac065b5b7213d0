"""Every state of a visit against the layout rules, in every language, size, frame and way of display: 96 visits.

python -m tests.kiosk.every_layout

About half an hour on one core. The suite holds the tightest of them.
"""

from __future__ import annotations

import itertools
import tempfile
from dataclasses import fields
from pathlib import Path

from outreach_app.domain.display import USUAL, Display
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.states import states
from tests.kiosk.table import SIZES, Table, prepare_application, settle

DISPLAYS = (
    USUAL,
    *(Display(**{each.name: True}) for each in fields(Display)),
    Display(large_text=True, low=True),
    Display(high_contrast=True, low=True),
    Display(**{each.name: True for each in fields(Display)}),
)
POSTCODES = {"split with a vacant seat": "43215", "one": "43055", "delegate": "20001", "unknown": "99999"}


def main() -> int:
    prepare_application()
    looked_at, broken = 0, []
    for language, size, is_demo, display in itertools.product(("en", "es"), SIZES, (False, True), DISPLAYS):
        how = f"{language} {size[0]}x{size[1]} {'demo' if is_demo else 'table'} {display}"
        with (
            tempfile.TemporaryDirectory() as folder,
            Table(Path(folder), language=language, size=size, is_demo=is_demo, display=display) as table,
        ):
            for name in states(table, POSTCODES):
                settle()
                looked_at += 1
                broken += [f"{how}, {name}: {fault}" for fault in broken_rules(table.window, size)]
        print(f"{how}: {len(broken)} broken so far", flush=True)
    print("\n".join(broken))
    print(f"{looked_at} states looked at, {len(broken)} rules broken")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
