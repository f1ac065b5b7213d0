"""A program of its own: a person signs, thank you appears, and it stays until it is killed.

python -m tests.journeys.sign_and_stay FOLDER RECIPIENT RECIPIENT
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor
from tests.kiosk.table import Table, prepare_application


def main() -> None:
    prepare_application()
    folder, *recipients = sys.argv[1:]
    table = Table(Path(folder), recipients=tuple(recipients))
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Adaeze", "Quillfeather", "adaeze@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    print(f"thank you {table.window.visit.receipt.number}", flush=True)
    while True:
        time.sleep(60)


if __name__ == "__main__":
    main()
